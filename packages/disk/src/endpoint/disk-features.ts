import { closeSync, fsyncSync, linkSync, lstatSync, openSync, renameSync, statfsSync } from 'node:fs'

import { BlitError, toFsPath, type Entry, type EndpointFeatures, type Metadata, type Space } from '@blit/core'

import { identityOf } from '../directory/identity.js'
import { OPEN_DIRECTORY, OPEN_READ } from '../directory/open-flags.js'
import { removeTemp } from '../engine/take-name.js'
import { readXattrs } from '../metadata/extended-attributes.js'
import { hashFile } from './hash-file.js'
import { applyMetadata } from './apply-metadata.js'
import type { DiskRoot } from './disk-root.js'
import { place, setLinkTime } from './write-file.js'

const ALL = {
  owner: true,
  hardLinks: true,
  xattrs: true,
  acls: true,
  setuid: true,
  sparse: true,
  devices: true,
  specials: true,
}
const KINDS: Readonly<Record<string, number>> = {
  fifo: 0o01_0000,
  socket: 0o14_0000,
  'char-device': 0o02_0000,
  'block-device': 0o06_0000,
}

/** What a disk can do beyond the mandatory. */
export function diskFeatures(disk: DiskRoot): EndpointFeatures {
  return {
    hash: async (path, _algorithm, { signal }) =>
      disk.guard(
        path,
        'source',
        () => {
          const { prefix, name } = disk.locate(path)
          return hashFile(prefix + name, signal)
        },
        signal,
      ),
    rename: async (from, to, { keep = false, signal }) => {
      signal.throwIfAborted()
      await disk.guard(from, 'destination', () => {
        const source = disk.locate(from)
        const held = disk.hold(source.parent)
        try {
          const target = disk.locate(to)
          const { fd } = disk.directory(target.parent)
          const { native } = disk
          if (keep && native !== undefined) {
            native.renameAt(held.fd, toFsPath(source.name), fd, toFsPath(target.name), 'no-replace')
            return
          }

          const place = toFsPath(target.prefix + target.name)
          if (keep && lstatSync(place, { throwIfNoEntry: false }) !== undefined)
            throw new BlitError('E_WRITE', 'something else has the name')
          renameSync(toFsPath(disk.access.beside(held) + source.name), place)
        } finally {
          held.close()
        }
      })
    },
    setMetadata: async (path, metadata, { signal }) => {
      signal.throwIfAborted()
      await disk.guard(path, 'metadata', () => setMetadata(disk, path, metadata))
    },
    readXattrs: async (path, { signal }) => {
      signal.throwIfAborted()
      return disk.guard(path, 'source', () => xattrsOf(disk, path))
    },
    hardLink: async (existing, path, { signal }) => {
      signal.throwIfAborted()
      await disk.guard(path, 'destination', () => hardLink(disk, existing, path))
    },
    makeSpecial: async (path, entry, { signal }) => {
      signal.throwIfAborted()
      await disk.guard(path, 'destination', () => makeSpecial(disk, path, entry))
    },
    space: async () => disk.guard('', 'source', () => spaceOf(disk.path)),
    identity: async (path) =>
      identityOf(path === '' ? disk.path : `${disk.path.replace(/\/+$/, '')}/${path}`),
    sync: async () => {
      const directory = disk.directory('')
      if (disk.native?.syncfs === undefined) fsyncSync(directory.fd)
      else disk.native.syncfs(directory.fd)
    },
  }
}

function withOpen<T>(disk: DiskRoot, path: string, then: (fd: number) => T): T {
  if (path === '') return then(disk.directory('').fd)
  const { prefix, name } = disk.locate(path)
  const target = toFsPath(prefix + name)
  const directory = lstatSync(target).isDirectory()
  const fd = openSync(target, directory ? OPEN_DIRECTORY : OPEN_READ)
  try {
    return then(fd)
  } finally {
    closeSync(fd)
  }
}

function setMetadata(disk: DiskRoot, path: string, metadata: Metadata): void {
  if (path !== '') {
    const { prefix, name } = disk.locate(path)
    if (lstatSync(toFsPath(prefix + name)).isSymbolicLink()) {
      if (metadata.mtimeNs !== undefined) setLinkTime(disk, prefix + name, metadata.mtimeNs)
      return
    }
  }

  withOpen(disk, path, (fd) => applyMetadata(fd, metadata, disk.native))
}

function xattrsOf(disk: DiskRoot, path: string): Map<string, Uint8Array> {
  const { native } = disk
  if (native === undefined) return new Map()
  return withOpen(disk, path, (fd) => new Map(readXattrs(native, fd, ALL)))
}

function hardLink(disk: DiskRoot, existing: string, path: string): void {
  const from = disk.locate(existing)
  const held = disk.hold(from.parent)
  try {
    const source = toFsPath(disk.access.beside(held) + from.name)
    const target = disk.locate(path, true)
    const stats = lstatSync(source, { bigint: true })
    const there = lstatSync(toFsPath(target.prefix + target.name), { bigint: true, throwIfNoEntry: false })
    // A rename of one link onto another of the same inode does nothing, and leaves the temp.
    if (there?.ino === stats.ino && there.dev === stats.dev) return
    const temp = target.prefix + disk.temp(target.parent)
    linkSync(source, toFsPath(temp))
    placeOrRemove(temp, target.prefix + target.name)
  } finally {
    held.close()
  }
}

function makeSpecial(disk: DiskRoot, path: string, entry: Entry): void {
  const { native } = disk
  if (native === undefined)
    throw new BlitError('E_SPECIAL', `a ${entry.type} cannot be made on this platform`)
  const { prefix, name, parent } = disk.locate(path, true)
  const temp = prefix + disk.temp(parent)
  native.mknod(toFsPath(temp), (KINDS[entry.type] ?? 0) | ((entry.mode ?? 0o600) & 0o777), entry.rdev ?? 0)
  placeOrRemove(temp, prefix + name)
}

function placeOrRemove(temp: string, path: string): void {
  let placed = false
  try {
    place(temp, path)
    placed = true
  } finally {
    if (!placed) removeTemp(temp)
  }
}

function spaceOf(path: string): Space {
  const stats = statfsSync(toFsPath(path), { bigint: true })
  return {
    totalBytes: Number(stats.blocks * stats.bsize),
    freeBytes: Number(stats.bfree * stats.bsize),
    availableBytes: Number(stats.bavail * stats.bsize),
    totalInodes: Number(stats.files),
    freeInodes: Number(stats.ffree),
  }
}
