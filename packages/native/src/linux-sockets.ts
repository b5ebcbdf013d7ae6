import { constants as files } from 'node:fs'
import { constants } from 'node:os'

import { type Libc } from './libc.js'
import { allocate, words } from './memory.js'
import type { LinuxNative } from './native.js'

const { ENOTCONN } = constants.errno
const F_GETFL = 3
const F_SETFL = 4
const F_DUPFD_CLOEXEC = 1030
const F_SETPIPE_SZ = 1031
const O_CLOEXEC = 0o2_000_000
const SHUT_RDWR = 2
const SOL_SOCKET = 1
const SO_SNDBUF = 7
const SO_RCVBUF = 8
const SO_RCVTIMEO = 20
const SO_SNDTIMEO = 21
const SPLICE_F_MOVE_MORE = 1 | 4

type SocketCalls =
  | 'duplicate'
  | 'makePipe'
  | 'sendFile'
  | 'setBlocking'
  | 'setSocketBuffers'
  | 'setSocketTimeouts'
  | 'shutdown'
  | 'spliceFromPipe'
  | 'spliceToPipe'

/** Connections that a thread waits on by itself, and bytes between them and files that stay in the kernel. */
export function linuxSockets(libc: Libc): Pick<LinuxNative, SocketCalls> {
  return { ...moving(libc), ...descriptors(libc) }
}

function moving(libc: Libc): Pick<LinuxNative, 'sendFile' | 'spliceFromPipe' | 'spliceToPipe'> {
  const position = words(libc, 1)
  const sendfile = libc.bind('sendfile', ['i32', 'i32', 'pointer', 'u32'], {
    result: 'i64',
    args: [0, 0, position.pointer, 0],
  })
  // NULL is a number here: that end has no position
  const toPipe = libc.bind('splice', ['i32', 'i64', 'i32', 'i64', 'u32', 'u32'], {
    result: 'i64',
    args: [0, 0, 0, 0, 0, SPLICE_F_MOVE_MORE],
  })
  const fromPipe = libc.bind('splice', ['i32', 'i64', 'i32', 'pointer', 'u32', 'u32'], {
    result: 'i64',
    args: [0, 0, 0, position.pointer, 0, SPLICE_F_MOVE_MORE],
  })

  return {
    sendFile(socketFd, fileFd, offset, length) {
      position.set(0, offset)
      sendfile.args[0] = socketFd
      sendfile.args[1] = fileFd
      sendfile.args[3] = length
      return sendfile.must()
    },
    spliceToPipe(fd, pipeFd, length) {
      toPipe.args[0] = fd
      toPipe.args[2] = pipeFd
      toPipe.args[4] = length
      return toPipe.must()
    },
    spliceFromPipe(pipeFd, fd, offset, length) {
      position.set(0, offset)
      fromPipe.args[0] = pipeFd
      fromPipe.args[2] = fd
      fromPipe.args[4] = length
      return fromPipe.must()
    },
  }
}

function descriptors(
  libc: Libc,
): Pick<
  LinuxNative,
  'duplicate' | 'makePipe' | 'setBlocking' | 'setSocketBuffers' | 'setSocketTimeouts' | 'shutdown'
> {
  const pair = allocate(libc, 8)
  // Of options: a time, or in the first half of the first word a number.
  const value = words(libc, 2)
  const fcntl = libc.bind('fcntl', ['i32', 'i32', 'i32'])
  const pipe = libc.bind('pipe2', ['pointer', 'i32'], { args: [pair.pointer, O_CLOEXEC] })
  const shut = libc.bind('shutdown', ['i32', 'i32'], { args: [0, SHUT_RDWR] })
  const setsockopt = libc.bind('setsockopt', ['i32', 'i32', 'i32', 'pointer', 'u32'], {
    args: [0, SOL_SOCKET, 0, value.pointer, 16],
  })

  function control(fd: number, command: number, argument: number): number {
    fcntl.args[0] = fd
    fcntl.args[1] = command
    fcntl.args[2] = argument
    return fcntl.must()
  }

  function setTimeout(fd: number, option: number, timeoutMs: number): void {
    const seconds = Math.floor(timeoutMs / 1000)
    setOption(fd, option, seconds, Math.round((timeoutMs - seconds * 1000) * 1000))
  }

  function setOption(fd: number, option: number, first: number, second: number): void {
    value.set(0, first)
    value.set(1, second)
    setsockopt.args[0] = fd
    setsockopt.args[2] = option
    setsockopt.must()
  }

  return {
    duplicate: (fd) => control(fd, F_DUPFD_CLOEXEC, 0),
    setBlocking(fd) {
      control(fd, F_SETFL, control(fd, F_GETFL, 0) & ~files.O_NONBLOCK)
    },
    makePipe(sizeBytes) {
      pipe.must()
      const readFd = pair.bytes.readInt32LE(0)
      const writeFd = pair.bytes.readInt32LE(4)
      fcntl.args[0] = writeFd
      fcntl.args[1] = F_SETPIPE_SZ
      fcntl.args[2] = sizeBytes
      // a wish: where a user's pipes hold too much already, it keeps the size it has
      fcntl.attempt()
      return { readFd, writeFd }
    },
    setSocketBuffers(fd, bytes) {
      setOption(fd, SO_RCVBUF, bytes, 0)
      setOption(fd, SO_SNDBUF, bytes, 0)
    },
    setSocketTimeouts(fd, receiveMs, sendMs) {
      setTimeout(fd, SO_RCVTIMEO, receiveMs)
      setTimeout(fd, SO_SNDTIMEO, sendMs)
    },
    shutdown(fd) {
      shut.args[0] = fd
      const result = shut.attempt()
      if (result < 0 && result !== -ENOTCONN) throw shut.failure(result)
    },
  }
}
