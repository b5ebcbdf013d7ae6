import { fstatSync } from 'node:fs'

import type { Entry } from '@blit/core'

import { encodeEntry, type pb } from '../protocol/index.js'

/** What an open directory is like, as a root. */
export function rootMessage(fd: number): pb.EntryColumns {
  const { gid, mode, mtimeNs, uid } = fstatSync(fd, { bigint: true })
  const root: Entry = {
    name: '',
    type: 'directory',
    sizeBytes: 0,
    mtimeNs,
    mode: Number(mode) & 0o7777,
    uid: Number(uid),
    gid: Number(gid),
  }
  return encodeEntry(root)
}
