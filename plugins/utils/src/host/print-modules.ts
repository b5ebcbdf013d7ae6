import { displayPath, EXIT, type ModuleInfo } from '@blit/core'
import { Output } from '../output/output.js'
import type { Reach } from '../place/open-place.js'
import { modulesOf } from './ask-host.js'

/** Prints what a host offers, a line a module or as one JSON object. Gives the exit code. */
export async function printModules(host: string, reach: Reach, json: boolean): Promise<number> {
  const modules = await modulesOf(host, reach)
  const text = json
    ? `${JSON.stringify({ operation: 'modules', target: host, modules })}\n`
    : moduleLines(modules)
        .map((line) => `${line}\n`)
        .join('')
  await new Output().write(text)
  return EXIT.ok
}

/** Modules as lines of name, access and comment, safe to print (S21). */
export function moduleLines(modules: readonly ModuleInfo[]): string[] {
  const shown = modules.map(({ comment, name, readOnly }) => ({
    name: displayPath(name),
    access: readOnly ? 'read-only' : 'writable',
    comment: displayPath(comment),
  }))
  const width = Math.max(0, ...shown.map(({ name }) => name.length))
  return shown.map(({ access, comment, name }) =>
    `${name.padEnd(width)}  ${access.padEnd('read-only'.length)}  ${comment}`.trimEnd(),
  )
}
