import { constants } from 'node:fs'

const linux = process.platform === 'linux'

/** `O_PATH` is not among Node's constants; the value is the same on every Linux architecture Node runs on. */
export const O_PATH = linux ? 0o10_000_000 : 0

const O_NOFOLLOW = constants.O_NOFOLLOW ?? 0
const O_NONBLOCK = constants.O_NONBLOCK ?? 0
const O_DIRECTORY = constants.O_DIRECTORY ?? 0

/** Opens a directory and nothing else, never through a symlink. */
export const OPEN_DIRECTORY = constants.O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK
/** The same, following a symlink (`-L`). */
export const OPEN_DIRECTORY_FOLLOW = constants.O_RDONLY | O_DIRECTORY | O_NONBLOCK
/** Opens a file for reading; a FIFO that took its place does not block. */
export const OPEN_READ = constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK
export const OPEN_READ_FOLLOW = constants.O_RDONLY | O_NONBLOCK
/** Makes a new file; fails when anything, also a dangling symlink, has the name. */
export const OPEN_CREATE = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | O_NOFOLLOW
/** Opens an existing file to be changed in place. */
export const OPEN_CHANGE = constants.O_RDWR | O_NOFOLLOW | O_NONBLOCK
/** A handle of anything, symlinks included, for fstat and `/proc/self/fd`. */
export const OPEN_HANDLE = O_PATH | O_NOFOLLOW
