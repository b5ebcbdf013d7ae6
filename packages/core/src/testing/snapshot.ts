import { createHash } from 'node:crypto'

import type { Endpoint } from '../contract/endpoint.js'
import type { Entry } from '../model/entry.js'
import { joinPath } from '../paths/check-name.js'

export interface SnapshotOptions {
  /** Tell which paths are names of one inode. */
  readonly hardLinks?: boolean
  /** Leave directories' times out: of a source that things were moved out of. */
  readonly withoutDirectoryTimes?: boolean
}

/**
 * What an endpoint holds: a line for each path, the root first, with type, mode, modification time to 1 us, size,
 * content and target. Nothing that two equal trees may differ in. Empty where the root does not exist.
 */
export async function snapshotOf(endpoint: Endpoint, options: SnapshotOptions = {}): Promise<string[]> {
  const { signal } = new AbortController()
  const root = await endpoint.stat('', { signal, follow: true })
  if (root === undefined) return []
  const firstNames = new Map<string, string>()
  const lines = [await lineOf(endpoint, '', root, firstNames, options)]
  for await (const { directory, entries, failure } of endpoint.scan('', { recursive: true, signal })) {
    if (failure !== undefined) lines.push(`${JSON.stringify(directory)} unreadable`)
    for (const entry of entries) {
      lines.push(await lineOf(endpoint, joinPath(directory, entry.name), entry, firstNames, options))
    }
  }

  return lines
}

async function lineOf(
  endpoint: Endpoint,
  path: string,
  entry: Entry,
  firstNames: Map<string, string>,
  options: SnapshotOptions,
): Promise<string> {
  const parts = [JSON.stringify(path), entry.type]
  if (entry.mode !== undefined && entry.type !== 'symlink') parts.push(entry.mode.toString(8))
  const hasTime = entry.type !== 'directory' || options.withoutDirectoryTimes !== true
  if (hasTime) parts.push(`${entry.mtimeNs >= 0n ? entry.mtimeNs / 1000n : (entry.mtimeNs - 999n) / 1000n}us`)
  if (entry.type === 'symlink') parts.push(`-> ${JSON.stringify(entry.target)}`)
  if (entry.type === 'file') parts.push(`${entry.sizeBytes} bytes`, await digestOf(endpoint, path))
  if (options.hardLinks === true && entry.type === 'file' && entry.inode !== undefined) {
    const inode = `${entry.inode.dev}:${entry.inode.ino}`
    const first = firstNames.get(inode)
    if (first === undefined) firstNames.set(inode, path)
    else parts.push(`is ${JSON.stringify(first)}`)
  }

  return parts.join(' ')
}

async function digestOf(endpoint: Endpoint, path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of endpoint.read(path, { signal: new AbortController().signal })) hash.update(chunk)
  return hash.digest('hex').slice(0, 16)
}
