import { fchmodSync, fchownSync } from 'node:fs'

import type { Metadata, PreserveRules } from '@blit/core'
import type { Native } from '@blit/native'

import { errnoOf } from '../directory/failure-of.js'
import { applyXattrs } from '../metadata/extended-attributes.js'
import { setModificationTime } from '../metadata/set-attributes.js'

const ALL: PreserveRules = {
  owner: true,
  hardLinks: true,
  xattrs: true,
  acls: true,
  setuid: true,
  sparse: true,
  devices: true,
  specials: true,
}

/** Sets what is present in `metadata` on an open file or directory, in the order in which none undoes another. */
export function applyMetadata(
  fd: number,
  metadata: Metadata,
  native: Native | undefined,
  preserve: PreserveRules = ALL,
): void {
  const { mode, mtimeNs, uid, gid, xattrs } = metadata
  if (uid !== undefined && gid !== undefined) {
    try {
      fchownSync(fd, uid, gid)
    } catch (error) {
      if (errnoOf(error) !== 'EPERM') throw error
    }
  }

  if (mode !== undefined) fchmodSync(fd, mode)
  if (xattrs !== undefined && native !== undefined) {
    const wanted = new Map([...xattrs].map(([name, value]) => [name, Buffer.from(value)]))
    applyXattrs(native, fd, wanted, { ...ALL, ...preserve, xattrs: true, acls: true })
  }

  if (mtimeNs !== undefined) setModificationTime(fd, mtimeNs, native)
}
