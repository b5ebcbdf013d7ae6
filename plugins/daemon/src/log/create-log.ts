import { pino } from 'pino'
import type { LogLevel } from '../config/config-keys.js'
import { plainLine } from './plain-line.js'

/** What the daemon writes down, on stderr. */
export type Log = Pick<pino.Logger, 'debug' | 'error' | 'info' | 'trace' | 'warn'>

/** A log of JSON lines, or of plain ones for people. Safe to print either way (S21). */
export function createLog(level: LogLevel, json: boolean): Log {
  const write = (line: string): void => void process.stderr.write(json ? line : plainLine(line))
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime }
  return pino({ ...options, formatters: { level: (label) => ({ level: label }) } }, { write })
}
