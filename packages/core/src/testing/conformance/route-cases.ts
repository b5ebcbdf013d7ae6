import type { Operation } from '../../contract/route.js'
import {
  ARCHIVE_PRESERVE,
  DEFAULT_TRANSFER_OPTIONS,
  type TransferOptions,
} from '../../model/transfer-options.js'

/** A kind of transfer that a route must do like the generic one. */
export interface RouteCase {
  readonly says: string
  readonly operation: Operation
  readonly options: TransferOptions
  /** Afterwards the destination is what the source is. */
  readonly converges: boolean
}

const DEFAULTS: TransferOptions = { ...DEFAULT_TRANSFER_OPTIONS, reportActions: true }
const ARCHIVE: TransferOptions = { ...DEFAULTS, preserve: { ...ARCHIVE_PRESERVE, owner: false } }
const { compare } = DEFAULTS

const VARIANTS: ReadonlyArray<readonly [string, TransferOptions]> = [
  ['', DEFAULTS],
  [' with hard links and special files', ARCHIVE],
  [' by checksum', { ...DEFAULTS, compare: { ...compare, mode: 'checksum' } }],
  [' that leaves newer files alone', { ...DEFAULTS, compare: { ...compare, update: true } }],
  [' that leaves existing files alone', { ...DEFAULTS, compare: { ...compare, ignoreExisting: true } }],
  [
    ' through a filter',
    {
      ...DEFAULTS,
      filter: {
        rules: [
          { action: 'include', pattern: 'sub/*.o' },
          { action: 'exclude', pattern: '*.o' },
          { action: 'exclude', pattern: 'build/' },
        ],
        maxSizeBytes: 50_000,
      },
    },
  ],
  [' with a backup directory', { ...DEFAULTS, backupDir: 'backup/of' }],
]

const OPERATIONS: readonly Operation[] = ['copy', 'mirror', 'move']

/**
 * Moves are compared by what they leave. A route that renames moves also what no copy would be made of, and replaces
 * also what is equal, so that it backs up more.
 */
export const ROUTE_CASES: readonly RouteCase[] = OPERATIONS.flatMap((operation) =>
  VARIANTS.filter(([, { backupDir }]) => operation !== 'move' || backupDir === undefined).map(
    ([what, options]) => ({
      says: `a ${operation}${what}`,
      operation,
      options: operation === 'move' ? { ...options, preserve: ARCHIVE.preserve } : options,
      converges: operation === 'mirror' && options === ARCHIVE,
    }),
  ),
)
