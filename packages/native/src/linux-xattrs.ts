import { constants } from 'node:os'

import type { Call, Libc } from './libc.js'
import { allocate, pathSlot } from './memory.js'
import type { NativePath, PortableNative, XattrName } from './native.js'
import { splitNames } from './xattr-names.js'

/** The kernel's limit for a value and for a list of names: one place of this size holds any. */
const SIZE_MAX = 65_536
const { E2BIG, EOPNOTSUPP } = constants.errno

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

/** Extended attributes, by descriptor and by path. */
export function linuxXattrs(libc: Libc): XattrNative {
  const path = pathSlot(libc)
  const name = pathSlot(libc)
  const value = allocate(libc, SIZE_MAX)
  const file = path.pointer

  const flist = libc.bind('flistxattr', ['i32', 'pointer', 'i64'], {
    result: 'i64',
    args: [0, value.pointer, SIZE_MAX],
  })
  const llist = libc.bind('llistxattr', ['pointer', 'pointer', 'i64'], {
    result: 'i64',
    args: [file, value.pointer, SIZE_MAX],
  })
  const fget = libc.bind('fgetxattr', ['i32', 'pointer', 'pointer', 'i64'], {
    result: 'i64',
    args: [0, name.pointer, value.pointer, SIZE_MAX],
  })
  const lget = libc.bind('lgetxattr', ['pointer', 'pointer', 'pointer', 'i64'], {
    result: 'i64',
    args: [file, name.pointer, value.pointer, SIZE_MAX],
  })
  const fset = libc.bind('fsetxattr', ['i32', 'pointer', 'pointer', 'i64', 'i32'], {
    args: [0, name.pointer, value.pointer],
  })
  const lset = libc.bind('lsetxattr', ['pointer', 'pointer', 'pointer', 'i64', 'i32'], {
    args: [file, name.pointer, value.pointer],
  })
  const fremove = libc.bind('fremovexattr', ['i32', 'pointer'], { args: [0, name.pointer] })
  const lremove = libc.bind('lremovexattr', ['pointer', 'pointer'], { args: [file, name.pointer] })

  function list(call: Call, of?: NativePath): XattrName[] {
    const size = call.attempt()
    if (size === -EOPNOTSUPP) return []
    if (size < 0) throw call.failure(size, of)
    return splitNames(value.bytes.subarray(0, size))
  }

  function get(call: Call, of?: NativePath): Buffer {
    const size = call.must(of)
    return Buffer.from(value.bytes.subarray(0, size))
  }

  function set(call: Call, bytes: Uint8Array, of?: NativePath): void {
    if (bytes.length > SIZE_MAX) throw call.failure(-E2BIG, of)
    value.bytes.set(bytes)
    call.args[3] = bytes.length
    call.must(of)
  }

  return {
    listXattrs(fd) {
      flist.args[0] = fd
      return list(flist)
    },
    getXattr(fd, xattr) {
      name.set(xattr, 'fgetxattr')
      fget.args[0] = fd
      return get(fget)
    },
    setXattr(fd, xattr, bytes) {
      name.set(xattr, 'fsetxattr')
      fset.args[0] = fd
      set(fset, bytes)
    },
    removeXattr(fd, xattr) {
      name.set(xattr, 'fremovexattr')
      fremove.args[0] = fd
      fremove.must()
    },
    llistXattrs(of) {
      path.set(of, 'llistxattr')
      return list(llist, of)
    },
    lgetXattr(of, xattr) {
      path.set(of, 'lgetxattr')
      name.set(xattr, 'lgetxattr')
      return get(lget, of)
    },
    lsetXattr(of, xattr, bytes) {
      path.set(of, 'lsetxattr')
      name.set(xattr, 'lsetxattr')
      set(lset, bytes, of)
    },
    lremoveXattr(of, xattr) {
      path.set(of, 'lremovexattr')
      name.set(xattr, 'lremovexattr')
      lremove.must(of)
    },
  }
}
