import { type Libc, openLibc } from './libc.js'
import { linuxCopy } from './linux-copy.js'
import { linuxSockets } from './linux-sockets.js'
import { pathSlot } from './memory.js'
import type { LinuxNative } from './native.js'
import { type Abi, posixNative } from './posix.js'
import { type XattrDialect, xattrNative } from './xattrs.js'

const ABI: Abi = {
  AT_FDCWD: -100,
  AT_REMOVEDIR: 0x2_00,
  AT_SYMLINK_NOFOLLOW: 0x1_00,
  SEEK_DATA: 3,
  SEEK_HOLE: 4,
  UTIME_OMIT: 0x3f_ff_ff_fe,
}
const XATTRS: XattrDialect = {
  byFd: {
    list: { symbol: 'flistxattr', last: [] },
    get: { symbol: 'fgetxattr', last: [] },
    set: { symbol: 'fsetxattr', last: [0] },
    remove: { symbol: 'fremovexattr', last: [] },
  },
  byPath: {
    list: { symbol: 'llistxattr', last: [] },
    get: { symbol: 'lgetxattr', last: [] },
    set: { symbol: 'lsetxattr', last: [0] },
    remove: { symbol: 'lremovexattr', last: [] },
  },
}
const XATTR_SIZE_MAX = 65_536
const AT_SYMLINK_FOLLOW = 0x4_00
const CLONE_FS = 0x2_00
const RENAME_FLAGS = { replace: 0, 'no-replace': 1, exchange: 2 }
/** musl has no function for it. */
const SYS_RENAMEAT2 = process.arch === 'arm64' ? 276 : 316

/** The binding on Linux. Throws where ffi-rs or libc lacks something. */
export function linuxNative(): LinuxNative {
  // musl's loader knows itself by this name too
  const libc = openLibc('libc.so.6', '__errno_location')
  return {
    platform: 'linux',
    ...posixNative(libc, ABI),
    ...linuxCopy(libc),
    ...xattrNative(libc, XATTRS, XATTR_SIZE_MAX),
    ...linuxDirectories(libc),
    ...linuxFiles(libc),
    ...linuxSockets(libc),
  }
}

function linuxDirectories(libc: Libc): Pick<LinuxNative, 'fchdir' | 'linkFd' | 'renameAt' | 'unshareFs'> {
  const oldPath = pathSlot(libc)
  const newPath = pathSlot(libc)
  const fchdir = libc.bind('fchdir', ['i32'])
  const unshare = libc.bind('unshare', ['i32'], { args: [CLONE_FS] })
  const renameat = libc.bind('renameat', ['i32', 'pointer', 'i32', 'pointer'], {
    args: [0, oldPath.pointer, 0, newPath.pointer],
  })
  const renameat2 = libc.bind('syscall', ['i64', 'i32', 'pointer', 'i32', 'pointer', 'u32'], {
    args: [SYS_RENAMEAT2, 0, oldPath.pointer, 0, newPath.pointer, 0],
    result: 'i64',
    name: 'renameat2',
  })
  const linkat = libc.bind('linkat', ['i32', 'pointer', 'i32', 'pointer', 'i32'], {
    args: [ABI.AT_FDCWD, oldPath.pointer, 0, newPath.pointer, AT_SYMLINK_FOLLOW],
  })

  return {
    fchdir(fd) {
      fchdir.args[0] = fd
      fchdir.must()
    },
    unshareFs() {
      unshare.must()
    },
    renameAt(oldDirFd, oldName, newDirFd, newName, how) {
      oldPath.set(oldName, 'renameat')
      newPath.set(newName, 'renameat')
      // the older call is cheaper and known to every file system
      const call = how === 'replace' ? renameat : renameat2
      const first = how === 'replace' ? 0 : 1
      call.args[first] = oldDirFd
      call.args[first + 2] = newDirFd
      if (how !== 'replace') call.args[5] = RENAME_FLAGS[how]
      call.must(oldName, newName)
    },
    linkFd(fd, newDirFd, newName) {
      const source = `/proc/self/fd/${fd}`
      oldPath.set(source, 'linkat')
      newPath.set(newName, 'linkat')
      linkat.args[2] = newDirFd
      linkat.must(source, newName)
    },
  }
}

function linuxFiles(libc: Libc): Pick<LinuxNative, 'fallocate' | 'syncfs'> {
  const syncfs = libc.bind('syncfs', ['i32'])
  const fallocate = libc.bind('fallocate', ['i32', 'i32', 'i64', 'i64'])

  return {
    syncfs(fd) {
      syncfs.args[0] = fd
      syncfs.must()
    },
    fallocate(fd, mode, offset, length) {
      fallocate.args[0] = fd
      fallocate.args[1] = mode
      fallocate.args[2] = offset
      fallocate.args[3] = length
      fallocate.must()
    },
  }
}
