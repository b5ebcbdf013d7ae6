/// <reference lib="es2024.string" />
import { constants } from 'node:os'

import type { Pointer } from './ffi.js'
import type { Libc } from './libc.js'
import type { NativePath } from './native.js'
import { systemError } from './system-error.js'

const { EILSEQ, EINVAL, ENAMETOOLONG } = constants.errno
const PATH_MAX = 4096
const TWO_32 = 0x1_0000_0000

/** Bytes at an address that stays the same as long as this object lives. */
export interface Memory {
  readonly bytes: Buffer
  readonly pointer: Pointer
}

export function allocate(libc: Libc, sizeBytes: number): Memory {
  const bytes = Buffer.from(new ArrayBuffer(sizeBytes))
  return { bytes, pointer: libc.pointerTo(bytes) }
}

/** A place for one path argument. */
export interface PathSlot {
  readonly pointer: Pointer
  /** Puts the path there, ended by NUL. Throws what no system call could make right, as if `syscall` had. */
  readonly set: (path: NativePath, syscall: string) => void
}

export function pathSlot(libc: Libc): PathSlot {
  const { bytes, pointer } = allocate(libc, 3 * PATH_MAX)

  return {
    pointer,
    set(path, syscall) {
      if (path.length >= PATH_MAX) throw systemError(ENAMETOOLONG, syscall, path)
      if (path.includes('\0')) throw systemError(EINVAL, syscall, path)
      let length: number
      if (typeof path === 'string') {
        // UTF-8 would replace it, and another file would be meant
        if (!path.isWellFormed()) throw systemError(EILSEQ, syscall, path)
        length = bytes.write(path)
        if (length >= PATH_MAX) throw systemError(ENAMETOOLONG, syscall, path)
      } else {
        length = path.copy(bytes)
      }

      bytes[length] = 0
    },
  }
}

/** Memory for 64-bit numbers, little-endian as on every machine this runs on. */
export interface Words {
  readonly pointer: Pointer
  readonly set: (index: number, value: number) => void
  readonly setBig: (index: number, value: bigint) => void
}

export function words(libc: Libc, count: number): Words {
  const { bytes, pointer } = allocate(libc, 8 * count)
  const halves = new Uint32Array(bytes.buffer)
  const wholes = new BigInt64Array(bytes.buffer)

  return {
    pointer,
    set(index, value) {
      const low = value >>> 0
      halves[2 * index] = low
      halves[2 * index + 1] = (value - low) / TWO_32
    },
    setBig(index, value) {
      wholes[index] = value
    },
  }
}
