/**
 * Extended attributes of the entries of one batch, in memory that threads share. Words: how many entries, then for each, in the
 * order of their indices, its index, where its attributes begin in the bytes that follow, and how many there are.
 */
import { fromBytes, toBytes } from '@blit/core'

import type { Xattrs } from '../metadata/extended-attributes.js'

/** Attributes of one entry; undefined where they could not be read. */
export interface EntryXattrs {
  readonly index: number
  readonly xattrs: Xattrs | undefined
}

const COLUMNS = 3
const UNREAD = 0xffff_ffff
const NONE: Xattrs = new Map()

/** What no entry says anything of has none. */
export class XattrTable {
  private readonly words: Uint32Array
  private readonly bytes: Buffer

  constructor(readonly buffer: SharedArrayBuffer) {
    const [count = 0] = new Uint32Array(buffer, 0, 1)
    this.words = new Uint32Array(buffer, 4, count * COLUMNS)
    this.bytes = Buffer.from(buffer, 4 + count * COLUMNS * 4)
  }

  /** Entries in the order of their indices. */
  static of(entries: readonly EntryXattrs[]): XattrTable {
    const parts: Uint8Array[] = []
    const words = new Uint32Array(entries.length * COLUMNS)
    let start = 0
    for (const [i, { index, xattrs }] of entries.entries()) {
      words.set([index, start, xattrs === undefined ? UNREAD : xattrs.size], i * COLUMNS)
      for (const [name, value] of xattrs ?? NONE) {
        const raw = toBytes(name)
        const lengths = Buffer.alloc(8)
        lengths.writeUInt32LE(raw.length, 0)
        lengths.writeUInt32LE(value.length, 4)
        parts.push(lengths, raw, value)
        start += 8 + raw.length + value.length
      }
    }

    const head = 4 + words.byteLength
    const buffer = new SharedArrayBuffer(head + start)
    new Uint32Array(buffer, 0, 1)[0] = entries.length
    new Uint32Array(buffer, 4, words.length).set(words)
    const bytes = new Uint8Array(buffer, head)
    let at = 0
    for (const part of parts) {
      bytes.set(part, at)
      at += part.length
    }

    return new XattrTable(buffer)
  }

  find(index: number): Xattrs | undefined {
    const { words } = this
    let low = 0
    let high = words.length / COLUMNS - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const found = words[middle * COLUMNS] as number
      if (found === index) return this.read(middle * COLUMNS)
      if (found < index) low = middle + 1
      else high = middle - 1
    }

    return NONE
  }

  private read(row: number): Xattrs | undefined {
    const count = this.words[row + 2] as number
    if (count === UNREAD) return undefined
    const xattrs = new Map<string, Buffer>()
    let at = this.words[row + 1] as number
    for (let i = 0; i < count; i++) {
      const nameEnd = at + 8 + this.bytes.readUInt32LE(at)
      const end = nameEnd + this.bytes.readUInt32LE(at + 4)
      // Of their own: memory that is shared goes into no system call.
      xattrs.set(
        fromBytes(Buffer.from(this.bytes.subarray(at + 8, nameEnd))),
        Buffer.from(this.bytes.subarray(nameEnd, end)),
      )
      at = end
    }

    return xattrs
  }
}
