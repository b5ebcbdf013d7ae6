import {
  closeSync,
  fsyncSync,
  lstatSync,
  lutimesSync,
  openSync,
  renameSync,
  rmdirSync,
  symlinkSync,
} from 'node:fs'

import { BlitError, DEFAULT_PRESERVE, toBytes, toFsPath, type WriteOptions } from '@blit/core'

import { writeFully } from '../copying/write-small.js'
import { OPEN_CREATE } from '../directory/open-flags.js'
import { removeTemp } from '../engine/take-name.js'
import { splitPath } from '../directory/split-path.js'
import { isBeyondFutimes, toFutimes } from '../metadata/set-attributes.js'
import { applyMetadata } from './apply-metadata.js'
import type { DiskRoot } from './disk-root.js'

/** Writes under a temp name, then renames: the old file, or nothing, is seen until then (S1). */
export async function writeFile(
  disk: DiskRoot,
  path: string,
  content: AsyncIterable<Uint8Array>,
  options: WriteOptions,
): Promise<void> {
  options.signal.throwIfAborted()
  const [parent, name] = splitPath(path)
  if (name === '') throw new BlitError('E_USAGE', 'the root cannot be a file')
  const directory = disk.hold(parent, true)
  const prefix = disk.access.beside(directory)
  try {
    const temp = prefix + disk.temp(parent)
    let placed = false
    const fd = openSync(toFsPath(temp), OPEN_CREATE, 0o600)
    try {
      await fill(fd, content, options)
      applyMetadata(fd, options.metadata, disk.native, DEFAULT_PRESERVE)
      if (options.fsync === true) fsyncSync(fd)
      place(temp, prefix + name)
      placed = true
    } finally {
      closeSync(fd)
      if (!placed) removeTemp(temp)
    }
  } finally {
    directory.close()
  }
}

async function fill(fd: number, content: AsyncIterable<Uint8Array>, options: WriteOptions): Promise<void> {
  let written = 0
  for await (const chunk of content) {
    options.signal.throwIfAborted()
    written += chunk.length
    if (written > options.sizeBytes) break
    writeFully(fd, Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length), 0, chunk.length)
  }

  options.signal.throwIfAborted()
  if (written !== options.sizeBytes) {
    throw new BlitError('E_CHANGED', `its content was not ${options.sizeBytes} bytes long`)
  }
}

/** Makes a symlink under a temp name, then renames it. */
export function makeSymlink(disk: DiskRoot, path: string, target: string, mtimeNs: bigint | undefined): void {
  const { prefix, name, parent } = disk.locate(path, true)
  const temp = prefix + disk.temp(parent)
  let placed = false
  try {
    symlinkSync(toBytes(target), toFsPath(temp))
    if (mtimeNs !== undefined) setLinkTime(disk, temp, mtimeNs)
    place(temp, prefix + name)
    placed = true
  } finally {
    if (!placed) removeTemp(temp)
  }
}

export function setLinkTime(disk: DiskRoot, path: string, mtimeNs: bigint): void {
  if (disk.native !== undefined && isBeyondFutimes(mtimeNs)) disk.native.setLinkTimes(toFsPath(path), mtimeNs)
  else lutimesSync(toFsPath(path), Date.now() / 1000, toFutimes(mtimeNs))
}

/** Gives a temp its name. An empty directory in the way goes first; a full one refuses. */
export function place(temp: string, path: string): void {
  const existing = lstatSync(toFsPath(path), { throwIfNoEntry: false })
  if (existing?.isDirectory() === true) rmdirSync(toFsPath(path))
  renameSync(toFsPath(temp), toFsPath(path))
}
