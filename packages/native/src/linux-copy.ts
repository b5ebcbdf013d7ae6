import { constants } from 'node:os'

import type { Call, Libc } from './libc.js'
import { words } from './memory.js'
import type { LinuxNative } from './native.js'

const FICLONE = 0x40_04_94_09
const FICLONERANGE = 0x40_20_94_0d

/** What ioctl says where a clone is not to be had: other file system, other kind of file, unaligned range. */
const { EINVAL, ENOSYS, ENOTTY, EOPNOTSUPP, EXDEV } = constants.errno
const NO_CLONE = new Set([EINVAL, ENOSYS, ENOTTY, EOPNOTSUPP, EXDEV])

/** Bytes from file to file that stay in the kernel. */
export function linuxCopy(libc: Libc): Pick<LinuxNative, 'cloneFile' | 'cloneRange' | 'copyFileRange'> {
  const inPosition = words(libc, 1)
  const outPosition = words(libc, 1)
  const range = words(libc, 4)
  const copy = libc.bind('copy_file_range', ['i32', 'pointer', 'i32', 'pointer', 'i64', 'u32'], {
    result: 'i64',
    args: [0, inPosition.pointer, 0, outPosition.pointer, 0, 0],
  })
  const clone = libc.bind('ioctl', ['i32', 'i64', 'i32'], { args: [0, FICLONE], name: 'ioctl(FICLONE)' })
  const cloneRange = libc.bind('ioctl', ['i32', 'i64', 'pointer'], {
    args: [0, FICLONERANGE, range.pointer],
    name: 'ioctl(FICLONERANGE)',
  })

  function cloned(call: Call): boolean {
    const result = call.attempt()
    if (result < 0 && !NO_CLONE.has(-result)) throw call.failure(result)
    return result >= 0
  }

  return {
    copyFileRange(inFd, inOffset, outFd, outOffset, length) {
      inPosition.set(0, inOffset)
      outPosition.set(0, outOffset)
      copy.args[0] = inFd
      copy.args[2] = outFd
      copy.args[4] = length
      return copy.must()
    },
    cloneFile(destFd, srcFd) {
      clone.args[0] = destFd
      clone.args[2] = srcFd
      return cloned(clone)
    },
    cloneRange(destFd, srcFd, srcOffset, length, destOffset) {
      range.set(0, srcFd)
      range.set(1, srcOffset)
      range.set(2, length)
      range.set(3, destOffset)
      cloneRange.args[0] = destFd
      return cloned(cloneRange)
    },
  }
}
