import type { FilterSpec } from '../filters/filter-spec.js'

/** How two files are found equal; see {@link TransferOptions.compare}. */
export type CompareMode =
  /** Equal when size and mtime are. */
  | 'quick'
  /** Equal when size and content are. */
  | 'checksum'
  /** Equal when size is. */
  | 'size'
  /** Never equal. */
  | 'never'

export interface CompareRules {
  readonly mode: CompareMode
  /** Leave every file that exists at the destination alone. */
  readonly ignoreExisting: boolean
  /** Leave files alone that are newer at the destination. */
  readonly update: boolean
  /** Times this close are equal, nanoseconds. */
  readonly modifyWindowNs: bigint
}

/** What of an entry is kept beside its content and name. */
export interface PreserveRules {
  readonly owner: boolean
  readonly hardLinks: boolean
  /** Extended attributes except ACLs. */
  readonly xattrs: boolean
  /** With `xattrs`: only those by which nobody gains anything, `user.*`. */
  readonly harmlessXattrs?: boolean
  /** POSIX ACLs (as the `system.posix_acl_*` attributes). */
  readonly acls: boolean
  /** setuid, setgid and sticky bits. Without it only `0o777` is kept. */
  readonly setuid: boolean
  /** Holes of sparse files. */
  readonly sparse: boolean
  /** Block and character devices. */
  readonly devices: boolean
  /** FIFOs and sockets. */
  readonly specials: boolean
}

/** Everything a transfer can be told. Plain data: it is cloned to workers and, in part, sent to peers. */
export interface TransferOptions {
  readonly dryRun: boolean
  readonly compare: CompareRules
  readonly filter: FilterSpec
  /** Only these paths (relative to the source, byte strings), with the directories that lead to them. */
  readonly filesFrom?: readonly string[]
  readonly preserve: PreserveRules
  /** Follow symlinks of the source and copy what they point to. */
  readonly copyLinks: boolean
  /** Refuse when a mirror would delete more entries than this. */
  readonly maxDelete?: number
  readonly allowEmptySource: boolean
  /** Delete at the destination also what the filter hides. */
  readonly deleteExcluded: boolean
  /** Replaced and deleted files are moved here (an absolute local path, or relative to the destination root). */
  readonly backupDir?: string
  readonly fsync: boolean
  readonly resume: boolean
  /** Write into the destination file itself. Gives up S1 for that file. */
  readonly inplace: boolean
  /** Read back what landed and compare. */
  readonly verify: boolean
  /** Between machines: hash every byte at both ends. */
  readonly hashed: boolean
  /** Further tries for a file that failed or changed while it was read. */
  readonly retries: number
  readonly bwlimitBytesPerSec?: number
  /** Worker threads; by default as many as there are cores, at most 8. */
  readonly workers?: number
  readonly streams?: number
  readonly compress: boolean
  /** Report every path through {@link TransferObserver.action}. */
  readonly reportActions: boolean
}

export const DEFAULT_PRESERVE: PreserveRules = {
  owner: false,
  hardLinks: false,
  xattrs: false,
  acls: false,
  setuid: false,
  sparse: false,
  devices: false,
  specials: false,
}

export const ARCHIVE_PRESERVE: PreserveRules = {
  owner: true,
  hardLinks: true,
  xattrs: true,
  acls: true,
  setuid: true,
  sparse: true,
  devices: true,
  specials: true,
}

/** 1 us: what every platform's times survive; see DESIGN on `futimes`. */
export const DEFAULT_MODIFY_WINDOW_NS = 1000n

export const DEFAULT_TRANSFER_OPTIONS: TransferOptions = {
  dryRun: false,
  compare: {
    mode: 'quick',
    ignoreExisting: false,
    update: false,
    modifyWindowNs: DEFAULT_MODIFY_WINDOW_NS,
  },
  filter: { rules: [] },
  preserve: DEFAULT_PRESERVE,
  copyLinks: false,
  allowEmptySource: false,
  deleteExcluded: false,
  fsync: false,
  resume: true,
  inplace: false,
  verify: false,
  hashed: true,
  retries: 1,
  compress: false,
  reportActions: false,
}
