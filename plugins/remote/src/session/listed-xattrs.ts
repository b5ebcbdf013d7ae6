import { toBytes } from '@blit/core'
import type { Xattrs } from '@blit/disk/incoming'

import { MAX_XATTR_BYTES, MAX_XATTR_NAMES } from '../protocol/limits.js'

/** Extended attributes of an entry, as they go from thread to thread. */
export interface ListedXattrs {
  readonly index: number
  readonly xattrs: ReadonlyMap<string, Uint8Array>
}

/** Whether so much may be sent of one entry. */
export function fitsMessage(xattrs: Xattrs): boolean {
  let bytes = 0
  for (const [name, value] of xattrs) bytes += toBytes(name).length + value.length
  return xattrs.size <= MAX_XATTR_NAMES && bytes <= MAX_XATTR_BYTES
}
