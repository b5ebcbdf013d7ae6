/** The columns of a batch, as arrays of numbers: each as long as `types`, or absent where nothing is said. */
export interface ColumnData {
  /** An EntryType each. */
  readonly types: Uint8Array
  /** Each followed by a NUL. */
  readonly names: Uint8Array
  /** Of the symlinks, in order, each followed by a NUL. */
  readonly targets: Uint8Array
  readonly sizes?: Float64Array | undefined
  readonly mtimeSeconds?: Float64Array | undefined
  readonly mtimeNanos?: Uint32Array | undefined
  readonly modes?: Uint32Array | undefined
  readonly uids?: Uint32Array | undefined
  readonly gids?: Uint32Array | undefined
  readonly rdevs?: Float64Array | undefined
  readonly linkCounts?: Uint32Array | undefined
  readonly devices?: BigUint64Array | undefined
  readonly inodes?: BigUint64Array | undefined
  readonly ctimes?: BigInt64Array | undefined
  readonly allocated?: Float64Array | undefined
}

/** What {@link parseColumns} found out on the way. */
export interface ParsedColumns extends ColumnData {
  /** Where the NUL of each name is. */
  readonly nameEnds: Uint32Array
  /** The same, of each symlink's target. */
  readonly targetEnds: Uint32Array
}

/** Field numbers of the message EntryColumns. */
export const COLUMN = {
  names: 1,
  types: 2,
  sizes: 3,
  mtimeSeconds: 4,
  mtimeNanos: 5,
  modes: 6,
  uids: 7,
  gids: 8,
  rdevs: 9,
  linkCounts: 10,
  devices: 11,
  inodes: 12,
  ctimes: 13,
  allocated: 14,
  targets: 15,
} as const

/** The wire's number of a type: what `COLUMN_TYPES` of the core has at this place. */
export const SYMLINK = 3
