import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { daemonFile } from '@blit/remote'
import { z } from 'zod'
import { BlitError, displayPath, makeDirectories } from '@blit/core'
import type { Address } from '../listen/address.js'
import { processMark } from './process-mark.js'

/** A daemon that says that it runs. */
export interface RunningDaemon extends Address {
  readonly pid: number
  /** See {@link processMark}. */
  readonly mark: string
  /** ISO 8601. */
  readonly since: string
  readonly modules: readonly string[]
}

/** What is written: the token is for clients on this machine (S17), and not read here. */
interface PidRecord extends RunningDaemon {
  readonly token: string
}

const schema = z.object({
  pid: z.int().min(1),
  mark: z.string(),
  host: z.string(),
  port: z.int().min(1).max(65_535),
  since: z.string(),
  modules: z.array(z.string()),
})

const NAME = /^daemon-.*\.pid$/

/**
 * Says that this process serves an address, in a file only its user can read. Gives what takes it back. Rejects with
 * `E_BIND` where it cannot be written.
 */
export function writePidFile(
  directory: string,
  { host, port }: Address,
  { modules, token }: { readonly modules: readonly string[]; readonly token: Uint8Array },
): () => void {
  const mark = processMark(process.pid) ?? ''
  const record: PidRecord = {
    pid: process.pid,
    mark,
    host,
    port,
    since: new Date().toISOString(),
    modules,
    token: Buffer.from(token).toString('base64'),
  }
  const path = join(directory, daemonFile(host, port))
  const temp = `${path}.${process.pid}`
  try {
    makeDirectories(directory, 0o700)
    rmSync(temp, { force: true })
    writeFileSync(temp, `${JSON.stringify(record)}\n`, { mode: 0o600, flag: 'wx' })
    // Whoever wrote one of that name is gone: the address could be bound.
    renameSync(temp, path)
  } catch (error) {
    throw new BlitError(
      'E_BIND',
      `cannot write '${displayPath(path)}', by which stop and status find the daemon`,
      {
        path,
        hint: 'set XDG_RUNTIME_DIR, or HOME, to where this user may write',
        cause: error,
      },
    )
  }

  return () => {
    if (readRecord(path)?.pid === process.pid) rmSync(path, { force: true })
  }
}

/** Daemons of this user that run, by port. What died without a word is forgotten, and its file removed. */
export function runningDaemons(directories: readonly string[]): RunningDaemon[] {
  const found: RunningDaemon[] = []
  for (const directory of directories) {
    for (const name of namesIn(directory)) {
      const path = join(directory, name)
      const record = readRecord(path)
      if (record !== undefined && processMark(record.pid) === record.mark) found.push(record)
      else rmSync(path, { force: true })
    }
  }

  // Each writes two.
  const once = new Map(found.map((daemon) => [`${daemon.pid} ${daemon.port}`, daemon]))
  return [...once.values()].sort((a, b) => a.port - b.port || (a.host < b.host ? -1 : 1))
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory).filter((name) => NAME.test(name))
  } catch {
    return [] // No daemon ever ran, or not by this user.
  }
}

function readRecord(path: string): RunningDaemon | undefined {
  try {
    return schema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch {
    return undefined // Removed meanwhile, or not written by a daemon.
  }
}
