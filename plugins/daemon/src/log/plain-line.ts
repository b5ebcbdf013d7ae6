import { displayPath } from '@blit/core'

/** A line of the log as people read it: time, level, message, then what else is known. */
export function plainLine(line: string): string {
  const { time, level, msg, ...rest } = JSON.parse(line) as Record<string, unknown>
  const more = Object.entries(rest).map(([name, value]) => ` ${name}=${valueOf(value)}`)
  return `${String(time)} ${String(level).padEnd(5)} ${displayPath(String(msg))}${more.join('')}\n`
}

function valueOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const shown = displayPath(text)
  return typeof value === 'string' && /[\s"=]|^$/.test(shown)
    ? `"${shown.replaceAll('"', String.raw`\"`)}"`
    : shown
}
