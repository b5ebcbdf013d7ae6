import { constants } from 'node:os'

import type { Call, CType, Libc } from './libc.js'
import { allocate, pathSlot } from './memory.js'
import type { NativePath, PortableNative, XattrName } from './native.js'
import { splitNames } from './xattr-names.js'

/** How a platform names its functions, and which constant arguments it wants at the end of each. */
export interface XattrDialect {
  readonly byFd: XattrFunctions
  readonly byPath: XattrFunctions
}

interface XattrFunctions {
  readonly list: XattrFunction
  readonly get: XattrFunction
  readonly set: XattrFunction
  readonly remove: XattrFunction
}

interface XattrFunction {
  readonly symbol: string
  readonly last: readonly number[]
}

type XattrNative = Pick<
  PortableNative,
  | 'getXattr'
  | 'lgetXattr'
  | 'listXattrs'
  | 'llistXattrs'
  | 'lremoveXattr'
  | 'lsetXattr'
  | 'removeXattr'
  | 'setXattr'
>

/** Linux limits a value and a list of names to this, so one such place is enough there. */
const FIRST_SIZE = 65_536
const { E2BIG, ENOTSUP, EOPNOTSUPP, ERANGE } = constants.errno
const NO_XATTRS = new Set([ENOTSUP, EOPNOTSUPP])

/** Extended attributes, by descriptor and by path. */
export function xattrNative(libc: Libc, dialect: XattrDialect, maxSizeBytes: number): XattrNative {
  const path = pathSlot(libc)
  const name = pathSlot(libc)
  let value = allocate(libc, FIRST_SIZE)

  function bind({ symbol, last }: XattrFunction, types: readonly CType[], args: readonly unknown[]): Call {
    const lastTypes: CType[] = last.map(() => 'i32')
    return libc.bind(symbol, [...types, ...lastTypes], { result: 'i64', args: [...args, ...last] })
  }

  /** The four functions for files given by `type` as the first argument. */
  function bindAll(functions: XattrFunctions, type: CType, file: unknown) {
    return {
      list: bind(functions.list, [type, 'pointer', 'i64'], [file, value.pointer, 0]),
      get: bind(functions.get, [type, 'pointer', 'pointer', 'i64'], [file, name.pointer, value.pointer, 0]),
      set: bind(functions.set, [type, 'pointer', 'pointer', 'i64'], [file, name.pointer, value.pointer, 0]),
      remove: bind(functions.remove, [type, 'pointer'], [file, name.pointer]),
    }
  }

  const byFd = bindAll(dialect.byFd, 'i32', 0)
  const byPath = bindAll(dialect.byPath, 'pointer', path.pointer)

  /** Runs `call`, whose argument `at` is the place to fill and `at + 1` its size; makes the place larger if need be. */
  function fill(call: Call, at: number): number {
    for (let tries = 1; ; tries++) {
      call.args[at] = value.pointer
      call.args[at + 1] = value.bytes.length
      const size = call.attempt()
      // it may have grown once more since its size was asked for
      if (size !== -ERANGE || tries === 4) return size
      call.args[at + 1] = 0
      const wanted = call.attempt()
      if (wanted < 0) return wanted
      if (wanted > value.bytes.length) value = allocate(libc, 2 * wanted)
    }
  }

  function list(call: Call, of?: NativePath): XattrName[] {
    const size = fill(call, 1)
    if (NO_XATTRS.has(-size)) return []
    if (size < 0) throw call.failure(size, of)
    return splitNames(value.bytes.subarray(0, size))
  }

  function get(call: Call, of?: NativePath): Buffer {
    const size = fill(call, 2)
    if (size < 0) throw call.failure(size, of)
    return Buffer.from(value.bytes.subarray(0, size))
  }

  function set(call: Call, bytes: Uint8Array, of?: NativePath): void {
    if (bytes.length > maxSizeBytes) throw call.failure(-E2BIG, of)
    if (bytes.length > value.bytes.length) value = allocate(libc, 2 * bytes.length)
    value.bytes.set(bytes)
    call.args[2] = value.pointer
    call.args[3] = bytes.length
    call.must(of)
  }

  return {
    listXattrs(fd) {
      byFd.list.args[0] = fd
      return list(byFd.list)
    },
    getXattr(fd, xattr) {
      name.set(xattr, dialect.byFd.get.symbol)
      byFd.get.args[0] = fd
      return get(byFd.get)
    },
    setXattr(fd, xattr, bytes) {
      name.set(xattr, dialect.byFd.set.symbol)
      byFd.set.args[0] = fd
      set(byFd.set, bytes)
    },
    removeXattr(fd, xattr) {
      name.set(xattr, dialect.byFd.remove.symbol)
      byFd.remove.args[0] = fd
      byFd.remove.must()
    },
    llistXattrs(of) {
      path.set(of, dialect.byPath.list.symbol)
      return list(byPath.list, of)
    },
    lgetXattr(of, xattr) {
      path.set(of, dialect.byPath.get.symbol)
      name.set(xattr, dialect.byPath.get.symbol)
      return get(byPath.get, of)
    },
    lsetXattr(of, xattr, bytes) {
      path.set(of, dialect.byPath.set.symbol)
      name.set(xattr, dialect.byPath.set.symbol)
      set(byPath.set, bytes, of)
    },
    lremoveXattr(of, xattr) {
      path.set(of, dialect.byPath.remove.symbol)
      name.set(xattr, dialect.byPath.remove.symbol)
      byPath.remove.must(of)
    },
  }
}
