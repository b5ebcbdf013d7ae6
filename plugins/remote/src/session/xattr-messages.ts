/** Extended attributes on the control plane: with the entries of a batch, or before them where they are many. */
import { fromBytes, toBytes, type PreserveRules } from '@blit/core'
import type { Xattrs } from '@blit/disk/incoming'
import { keepsXattrs, readXattrs } from '@blit/disk/outgoing'
import { loadNative } from '@blit/native'

import { pb } from '../protocol/index.js'
import {
  MAX_XATTR_BYTES,
  MAX_XATTR_NAME_BYTES,
  MAX_XATTR_NAMES,
  MAX_XATTRS_AHEAD_BYTES,
} from '../protocol/limits.js'
import { protocolError } from '../protocol/protocol-error.js'
import { fitsMessage, type ListedXattrs } from './listed-xattrs.js'

/** What goes into one message. */
const GROUP_BYTES = 256 * 1024

export function encodeXattrs({ index, xattrs }: ListedXattrs): pb.Xattrs {
  const message = new pb.Xattrs()
  message.setIndex(index)
  message.setNamesList([...xattrs.keys()].map((name) => toBytes(name)))
  message.setValuesList([...xattrs.values()])
  return message
}

/** Throws `E_PROTOCOL` for what is not as docs/wire.md says. */
export function decodeXattrs(message: pb.Xattrs): Xattrs {
  const names = message.getNamesList_asU8()
  const values = message.getValuesList_asU8()
  if (names.length !== values.length || names.length > MAX_XATTR_NAMES)
    throw protocolError('attributes that are none')
  const xattrs = new Map<string, Buffer>()
  let bytes = 0
  for (const [i, raw] of names.entries()) {
    const value = values[i] as Uint8Array
    bytes += raw.length + value.length
    const isName = raw.length > 0 && raw.length <= MAX_XATTR_NAME_BYTES && !raw.includes(0)
    if (!isName || bytes > MAX_XATTR_BYTES) throw protocolError('an attribute that is none, or too many')
    xattrs.set(fromBytes(raw), Buffer.from(value))
  }

  if (xattrs.size !== names.length) throw protocolError('an attribute twice')
  return xattrs
}

/** Cuts a list so that each part fits into a message; there is always one. */
export function inMessages(listed: readonly ListedXattrs[]): ListedXattrs[][] {
  const parts: ListedXattrs[][] = [[]]
  let bytes = 0
  for (const one of listed) {
    let size = 16
    for (const [name, value] of one.xattrs) size += name.length * 3 + value.length + 8
    if (bytes > 0 && bytes + size > GROUP_BYTES) {
      parts.push([])
      bytes = 0
    }

    parts.at(-1)?.push(one)
    bytes += size
  }

  return parts
}

/** Attributes of a tree's root; undefined where none are kept. */
export function rootXattrs(fd: number, preserve: PreserveRules): pb.Xattrs | undefined {
  const native = loadNative()
  if (native === undefined || !keepsXattrs(preserve)) return undefined
  const xattrs = readXattrs(native, fd, preserve)
  return fitsMessage(xattrs) ? encodeXattrs({ index: 0, xattrs }) : undefined
}

/** Attributes that have come, until the batch has that they are of. */
export class XattrsAhead {
  private waiting: Array<{ readonly index: number; readonly xattrs: Xattrs | undefined }> = []
  private bytes = 0

  /** Takes what a batch has; gives all that is known of its entries, in their order. Throws `E_PROTOCOL`. */
  take(
    message: pb.EntryBatch,
    first: number,
    count: number,
  ): ReadonlyArray<{ readonly index: number; readonly xattrs: Xattrs | undefined }> {
    for (const one of message.getXattrsList()) {
      const xattrs = decodeXattrs(one)
      for (const [name, value] of xattrs) this.bytes += name.length + value.length
      this.waiting.push({ index: one.getIndex(), xattrs })
    }

    for (const index of message.getUnreadXattrsList()) this.waiting.push({ index, xattrs: undefined })
    if (this.bytes > MAX_XATTRS_AHEAD_BYTES) throw protocolError('too many attributes before their entries')
    if (count === 0) return []
    const known = this.waiting.sort((a, b) => a.index - b.index)
    this.waiting = []
    this.bytes = 0
    for (const [i, { index }] of known.entries())
      if (index < first || index >= first + count || index === known[i - 1]?.index)
        throw protocolError(`attributes of ${index}, which is not there, or twice`)
    return known
  }
}
