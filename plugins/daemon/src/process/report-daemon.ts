import { formatAddress } from '../listen/address.js'
import type { RunningDaemon } from './pid-file.js'

/** A daemon as `--json` shows it. */
export interface DaemonReport {
  readonly address: string
  readonly port: number
  readonly pid: number
  /** ISO 8601. */
  readonly since: string
  readonly modules: readonly string[]
}

export function reportDaemon(daemon: RunningDaemon): DaemonReport {
  const { pid, port, since, modules } = daemon
  return { address: formatAddress(daemon), port, pid, since, modules }
}

/** The same as a line. */
export function statusLine({ address, modules, pid, since }: DaemonReport): string {
  return `${address}  process ${pid}, since ${since}, serves ${modules.join(', ')}`
}
