/** What a directory can hold. */
export type EntryType = 'file' | 'directory' | 'symlink' | 'fifo' | 'socket' | 'char-device' | 'block-device'

/**
 * One thing in a tree, as a scan or a stat saw it. Plain data: it can be cloned to a worker.
 *
 * Names and link targets are *byte strings*: JavaScript strings in which every byte that is not part of
 * valid UTF-8 is a lone surrogate U+DC80..U+DCFF (see `paths/byte-string.ts`).
 */
export interface Entry {
  /** The last component of the path; '' for the root of an endpoint. */
  readonly name: string
  readonly type: EntryType
  /** Content length in bytes, exact; 0 for everything that is not a regular file. */
  readonly sizeBytes: number
  /** Modification time in nanoseconds since 1970, may be negative. */
  readonly mtimeNs: bigint
  /** Permission bits `0o7777`; absent where the endpoint has none. */
  readonly mode?: number
  /** Target of a symlink, exactly as stored. */
  readonly target?: string
  readonly uid?: number
  readonly gid?: number
  /** Device number (`st_rdev`) of a device node. */
  readonly rdev?: number
  /** Number of hard links; absent means one. */
  readonly linkCount?: number
  /** Which inode this is; equal for two hard links of one file. Absent where the endpoint has no such thing. */
  readonly inode?: Inode
  /** Bytes of disk behind a file; less than `sizeBytes` means it has holes. */
  readonly allocatedBytes?: number
}

/** Identity of a file within one machine. */
export interface Inode {
  readonly dev: bigint
  readonly ino: bigint
  /** Status change time; a changed inode has another. */
  readonly ctimeNs?: bigint
}
