import { openLibc } from './libc.js'
import { pathSlot } from './memory.js'
import type { DarwinNative } from './native.js'
import { type Abi, posixNative } from './posix.js'
import { type XattrDialect, xattrNative } from './xattrs.js'

const ABI: Abi = {
  AT_FDCWD: -2,
  AT_REMOVEDIR: 0x80,
  AT_SYMLINK_NOFOLLOW: 0x20,
  SEEK_DATA: 4,
  SEEK_HOLE: 3,
  UTIME_OMIT: -2,
}
const XATTR_NOFOLLOW = 1
/** Each function ends in `options`; those that move a value have a `position` before it. */
const XATTRS: XattrDialect = {
  byFd: {
    list: { symbol: 'flistxattr', last: [0] },
    get: { symbol: 'fgetxattr', last: [0, 0] },
    set: { symbol: 'fsetxattr', last: [0, 0] },
    remove: { symbol: 'fremovexattr', last: [0] },
  },
  byPath: {
    list: { symbol: 'listxattr', last: [XATTR_NOFOLLOW] },
    get: { symbol: 'getxattr', last: [0, XATTR_NOFOLLOW] },
    set: { symbol: 'setxattr', last: [0, XATTR_NOFOLLOW] },
    remove: { symbol: 'removexattr', last: [XATTR_NOFOLLOW] },
  },
}
/** Resource forks are extended attributes and may be large; beyond this they are refused, not held in memory. */
const XATTR_MAX_BYTES = 64 * 1024 * 1024
const RENAME_FLAGS = { replace: 0, exchange: 2, 'no-replace': 4 }

/** The binding on macOS. Throws where ffi-rs or libc lacks something. */
export function darwinNative(): DarwinNative {
  const libc = openLibc('/usr/lib/libSystem.B.dylib', '__error')
  const oldPath = pathSlot(libc)
  const newPath = pathSlot(libc)
  const renameatx = libc.bind('renameatx_np', ['i32', 'pointer', 'i32', 'pointer', 'u32'], {
    args: [0, oldPath.pointer, 0, newPath.pointer, 0],
  })

  return {
    platform: 'darwin',
    ...posixNative(libc, ABI),
    ...xattrNative(libc, XATTRS, XATTR_MAX_BYTES),
    renameAt(oldDirFd, oldName, newDirFd, newName, how) {
      oldPath.set(oldName, 'renameatx_np')
      newPath.set(newName, 'renameatx_np')
      renameatx.args[0] = oldDirFd
      renameatx.args[2] = newDirFd
      renameatx.args[4] = RENAME_FLAGS[how]
      renameatx.must(oldName, newName)
    },
  }
}
