import { constants } from 'node:os'

import type { Libc } from './libc.js'
import { pathSlot, words } from './memory.js'
import type { PortableNative } from './native.js'

/** The numbers in which the platforms differ. */
export interface Abi {
  readonly AT_FDCWD: number
  readonly AT_REMOVEDIR: number
  readonly AT_SYMLINK_NOFOLLOW: number
  readonly SEEK_DATA: number
  readonly SEEK_HOLE: number
  readonly UTIME_OMIT: number
}

export type PosixNative = Pick<
  PortableNative,
  | 'atFdcwd'
  | 'flock'
  | 'linkAt'
  | 'mknod'
  | 'seekData'
  | 'seekHole'
  | 'setLinkTimes'
  | 'setTimes'
  | 'unlinkAt'
>

const { EWOULDBLOCK, ENXIO } = constants.errno
const LOCK_SH = 1
const LOCK_EX = 2
const LOCK_NB = 4
const NS_PER_S = 1_000_000_000n

/** The functions that have the same name and arguments on every platform. */
export function posixNative(libc: Libc, abi: Abi): PosixNative {
  const pathA = pathSlot(libc)
  const pathB = pathSlot(libc)
  const times = words(libc, 4)
  times.set(1, 0)
  times.setBig(1, BigInt(abi.UTIME_OMIT))

  const lseek = libc.bind('lseek', ['i32', 'i64', 'i32'], { result: 'i64' })
  const futimens = libc.bind('futimens', ['i32', 'pointer'], { args: [0, times.pointer] })
  const utimensat = libc.bind('utimensat', ['i32', 'pointer', 'pointer', 'i32'], {
    args: [abi.AT_FDCWD, pathA.pointer, times.pointer, abi.AT_SYMLINK_NOFOLLOW],
  })
  const lock = libc.bind('flock', ['i32', 'i32'])
  const makeNode = libc.bind('mknod', ['pointer', 'u32', 'i64'], { args: [pathA.pointer] })
  const linkat = libc.bind('linkat', ['i32', 'pointer', 'i32', 'pointer', 'i32'], {
    args: [0, pathA.pointer, 0, pathB.pointer, 0],
  })
  const unlinkat = libc.bind('unlinkat', ['i32', 'pointer', 'i32'], { args: [0, pathA.pointer] })

  function seek(fd: number, offset: number, whence: number): number {
    lseek.args[0] = fd
    lseek.args[1] = offset
    lseek.args[2] = whence
    const position = lseek.attempt()
    if (position < 0 && position !== -ENXIO) throw lseek.failure(position)
    return Math.max(position, -1)
  }

  function setMtime(mtimeNs: bigint): void {
    const ns = ((mtimeNs % NS_PER_S) + NS_PER_S) % NS_PER_S
    times.setBig(2, (mtimeNs - ns) / NS_PER_S)
    times.setBig(3, ns)
  }

  return {
    atFdcwd: abi.AT_FDCWD,
    seekData: (fd, offset) => seek(fd, offset, abi.SEEK_DATA),
    seekHole: (fd, offset) => seek(fd, offset, abi.SEEK_HOLE),
    setTimes(fd, mtimeNs) {
      setMtime(mtimeNs)
      futimens.args[0] = fd
      futimens.must()
    },
    setLinkTimes(path, mtimeNs) {
      setMtime(mtimeNs)
      pathA.set(path, 'utimensat')
      utimensat.must(path)
    },
    flock(fd, kind) {
      lock.args[0] = fd
      lock.args[1] = (kind === 'exclusive' ? LOCK_EX : LOCK_SH) | LOCK_NB
      const result = lock.attempt()
      if (result === -EWOULDBLOCK) return false
      if (result < 0) throw lock.failure(result)
      return true
    },
    mknod(path, mode, dev) {
      pathA.set(path, 'mknod')
      makeNode.args[1] = mode
      makeNode.args[2] = dev
      makeNode.must(path)
    },
    linkAt(oldDirFd, oldName, newDirFd, newName) {
      pathA.set(oldName, 'linkat')
      pathB.set(newName, 'linkat')
      linkat.args[0] = oldDirFd
      linkat.args[2] = newDirFd
      linkat.must(oldName, newName)
    },
    unlinkAt(dirFd, name, directory) {
      pathA.set(name, 'unlinkat')
      unlinkat.args[0] = dirFd
      unlinkat.args[2] = directory ? abi.AT_REMOVEDIR : 0
      unlinkat.must(name)
    },
  }
}
