/**
 * What blit asks of libc beyond `node:fs`. Everything is synchronous and acts on the calling thread. A failed call
 * throws an error of the shape `fs` throws ({@link SystemError}); EINTR is retried. Sizes and offsets are numbers
 * up to 2^53, exact. A path is a string (sent as UTF-8) or its raw bytes; without a leading slash it starts at the
 * thread's working directory.
 */
export type Native = DarwinNative | LinuxNative

/** A path or name: a string is sent as UTF-8, a Buffer as it is. Neither may contain a NUL (EINVAL). */
export type NativePath = Buffer | string

/** The name of an extended attribute: a string where its bytes are UTF-8, else the bytes. */
export type XattrName = Buffer | string

/** An error as `fs` throws it: `code` is 'ENOENT', `errno` is negative, `syscall` is the libc function's name. */
export interface SystemError extends Error {
  code: string
  errno: number
  syscall: string
  path?: string
  dest?: string
}

/** What every platform with a binding has. */
export interface PortableNative {
  /** Instead of a directory's descriptor: the thread's working directory (AT_FDCWD). */
  readonly atFdcwd: number

  /** Where the first byte of data at or after `offset` is, or -1 where only a hole follows. Moves the file position. */
  readonly seekData: (fd: number, offset: number) => number
  /** Where the first hole at or after `offset` is (the end of a file is one), or -1 beyond the end. Moves the file position. */
  readonly seekHole: (fd: number, offset: number) => number

  /** Sets the modification time to the nanosecond, before 1970 too; leaves the access time alone. */
  readonly setTimes: (fd: number, mtimeNs: bigint) => void
  /** The same by path; of a symbolic link itself, never of what it names. */
  readonly setLinkTimes: (path: NativePath, mtimeNs: bigint) => void

  /** Locks the open file without waiting; false where another open file holds the lock. Ends with the last close. */
  readonly flock: (fd: number, kind: 'exclusive' | 'shared') => boolean
  /** Makes a FIFO, socket or device node: `mode` with its type bits, `dev` as in `Stats.rdev`. The umask applies. */
  readonly mknod: (path: NativePath, mode: number, dev: number) => void

  /**
   * Renames between two directories. 'no-replace' fails with EEXIST where the new name exists, 'exchange' swaps
   * the two atomically; both fail with EINVAL on file systems that cannot.
   */
  readonly renameAt: (
    oldDirFd: number,
    oldName: NativePath,
    newDirFd: number,
    newName: NativePath,
    how: 'exchange' | 'no-replace' | 'replace',
  ) => void
  /** Makes a hard link; of a symbolic link itself, never of what it names. */
  readonly linkAt: (oldDirFd: number, oldName: NativePath, newDirFd: number, newName: NativePath) => void
  /** Removes a name; an empty directory if `directory`, else anything but a directory. */
  readonly unlinkAt: (dirFd: number, name: NativePath, directory: boolean) => void

  /** The names of the extended attributes; [] where the file system has none to offer (ENOTSUP). */
  readonly listXattrs: (fd: number) => XattrName[]
  /** A new Buffer with the value. Fails with ENODATA (ENOATTR on darwin) where there is no such attribute. */
  readonly getXattr: (fd: number, name: XattrName) => Buffer
  readonly setXattr: (fd: number, name: XattrName, value: Uint8Array) => void
  readonly removeXattr: (fd: number, name: XattrName) => void
  /** The four by path; of a symbolic link itself, never of what it names. */
  readonly llistXattrs: (path: NativePath) => XattrName[]
  readonly lgetXattr: (path: NativePath, name: XattrName) => Buffer
  readonly lsetXattr: (path: NativePath, name: XattrName, value: Uint8Array) => void
  readonly lremoveXattr: (path: NativePath, name: XattrName) => void
}

/** Linux, x64 and arm64, glibc and musl. */
export interface LinuxNative extends PortableNative {
  readonly platform: 'linux'

  /** Gives the calling thread its own working directory and umask (`unshare(CLONE_FS)`). EPERM in some sandboxes. */
  readonly unshareFs: () => void
  /**
   * Makes an open directory the working directory: of this thread after `unshareFs`, else of the whole process.
   * `process.cwd()` does not learn of it.
   */
  readonly fchdir: (fd: number) => void

  /** Copies at most `length` bytes within the kernel and returns how many, 0 at the end of the input. No file position moves. */
  readonly copyFileRange: (
    inFd: number,
    inOffset: number,
    outFd: number,
    outOffset: number,
    length: number,
  ) => number
  /** Makes `destFd` share all of `srcFd`'s blocks (FICLONE); false where the file systems cannot. */
  readonly cloneFile: (destFd: number, srcFd: number) => boolean
  /** The same for a range of whole blocks (FICLONERANGE); `length` 0 means to the end. */
  readonly cloneRange: (
    destFd: number,
    srcFd: number,
    srcOffset: number,
    length: number,
    destOffset: number,
  ) => boolean

  /** Gives a name to an open file that has none (O_TMPFILE). Needs /proc. */
  readonly linkFd: (fd: number, newDirFd: number, newName: NativePath) => void
  /** Writes what is dirty of the file system that holds `fd` to its disk. */
  readonly syncfs: (fd: number) => void
  /** fallocate(2), `mode` as there. */
  readonly fallocate: (fd: number, mode: number, offset: number, length: number) => void

  /**
   * Sends at most `length` (below 2^31) bytes of a file and returns how many, 0 at its end. Fails as both a write and a
   * read may. No file position moves.
   */
  readonly sendFile: (socketFd: number, fileFd: number, offset: number, length: number) => number
  /** Moves at most `length` (below 2^31) bytes from a socket to a pipe with room; returns how many, 0 at the end. */
  readonly spliceToPipe: (fd: number, pipeFd: number, length: number) => number
  /** The same from a pipe to a place in a file. Once the pipe is empty, it waits for ever. */
  readonly spliceFromPipe: (pipeFd: number, fd: number, offset: number, length: number) => number
  /** A pipe, not inherited by programs, which holds `sizeBytes` where the system grants it (usually up to 1 MiB). */
  readonly makePipe: (sizeBytes: number) => { readFd: number; writeFd: number }

  /** Another descriptor of the same open file, not inherited by programs. */
  readonly duplicate: (fd: number) => number
  /** Clears O_NONBLOCK, which all descriptors of one open file share: reads and writes wait from now on. */
  readonly setBlocking: (fd: number) => void
  /** The system keeps up to about twice so many bytes that were sent and not received, at either end, and tunes that no more. */
  readonly setSocketBuffers: (fd: number, bytes: number) => void
  /** From now on receiving, or sending, fails with EAGAIN where no byte moved in that time. 0: waits for ever. */
  readonly setSocketTimeouts: (fd: number, receiveMs: number, sendMs: number) => void
  /** Ends a connection both ways and so wakes who waits in it, on any thread. Nothing if it was not connected any more. */
  readonly shutdown: (fd: number) => void
}

/** macOS: what needs no variadic call there. */
export interface DarwinNative extends PortableNative {
  readonly platform: 'darwin'
  readonly unshareFs?: undefined
  readonly fchdir?: undefined
  readonly copyFileRange?: undefined
  readonly cloneFile?: undefined
  readonly cloneRange?: undefined
  readonly linkFd?: undefined
  readonly syncfs?: undefined
  readonly fallocate?: undefined
  readonly sendFile?: undefined
  readonly spliceToPipe?: undefined
  readonly spliceFromPipe?: undefined
  readonly makePipe?: undefined
  readonly duplicate?: undefined
  readonly setBlocking?: undefined
  readonly setSocketBuffers?: undefined
  readonly setSocketTimeouts?: undefined
  readonly shutdown?: undefined
}
