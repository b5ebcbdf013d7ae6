/**
 * How a client finds out that it may talk to a daemon of its own user on this machine: by a file that only this user can read,
 * which the daemon leaves in a place that depends on nothing but the user (S17).
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** In the metadata of a call: the token, as bytes. */
export const TOKEN_KEY = 'blit-token-bin'
export const LOCAL_TOKEN_BYTES = 32

const MAX_FILE_BYTES = 1024 * 1024
const { O_NOFOLLOW = 0, O_NONBLOCK = 0, O_RDONLY } = constants

/** Directories of this user alone, the preferred one first; whether there are such, `isOwn` says. */
export function localDirectories(): string[] {
  const uid = process.getuid?.()
  if (uid === undefined) return [join(tmpdir(), `blit-${userInfo().username}`)]
  const runtime = `/run/user/${uid}`
  return [...(isOwn(runtime) ? [`${runtime}/blit`] : []), `/tmp/blit-${uid}`]
}

/** Whether a path is a directory of this user that nobody else can write to. */
export function isOwn(directory: string): boolean {
  const stats = lstatSync(directory, { throwIfNoEntry: false })
  return stats?.isDirectory() === true && isPrivate(stats, 0o022)
}

/** The name of a daemon's file, by its address. */
export function daemonFile(host: string, port: number): string {
  return `daemon-${host.replaceAll(/[^\w.]/g, '_')}-${port}.pid`
}

/** The token of the daemon at an address of this machine; undefined where this user has none. */
export function readLocalToken(host: string, port: number): Buffer | undefined {
  for (const directory of localDirectories()) {
    if (!isOwn(directory)) continue
    const token = tokenIn(join(directory, daemonFile(host, port)))
    if (token !== undefined) return token
  }

  return undefined
}

function tokenIn(path: string): Buffer | undefined {
  let fd: number
  try {
    fd = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  } catch {
    return undefined
  }

  try {
    const stats = fstatSync(fd)
    if (!stats.isFile() || !isPrivate(stats, 0o077) || stats.size > MAX_FILE_BYTES) return undefined
    const { token } = JSON.parse(readFileSync(fd, 'utf8')) as { readonly token?: unknown }
    const bytes = Buffer.from(typeof token === 'string' ? token : '', 'base64')
    return bytes.length === LOCAL_TOKEN_BYTES ? bytes : undefined
  } catch {
    return undefined // Not written by a daemon.
  } finally {
    closeSync(fd)
  }
}

/** Windows has no modes; there the directory is the user's. */
function isPrivate({ mode, uid }: { readonly mode: number; readonly uid: number }, others: number): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & others) === 0)
}
