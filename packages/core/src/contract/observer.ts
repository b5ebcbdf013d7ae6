import type { Failure, Tally } from '../model/outcome.js'

/** Where a transfer is. Routes send it at most ten times a second. */
export interface Progress {
  readonly phase: 'scan' | 'transfer' | 'delete' | 'finish'
  readonly tally: Readonly<Tally>
  /** Files and bytes known so far that have to travel; grows until `totalKnown`. */
  readonly filesTotal: number
  readonly bytesTotal: number
  /** Bytes moved, of files in flight too. */
  readonly bytesDone: number
  readonly totalKnown: boolean
  /** A path in work right now. */
  readonly current?: string
}

/** One thing done, or with `--dry-run` to be done. Sent only with `reportActions`. */
export interface TransferAction {
  readonly kind:
    | 'copy'
    | 'update'
    | 'metadata'
    | 'mkdir'
    | 'symlink'
    | 'hardlink'
    | 'special'
    | 'delete'
    | 'backup'
    | 'remove-source'
    | 'rename'
  readonly path: string
  readonly sizeBytes?: number
}

/** Listens to a transfer. Called on the main thread; must not throw. */
export interface TransferObserver {
  progress?(progress: Progress): void
  actions?(actions: readonly TransferAction[]): void
  failure?(failure: Failure): void
  warning?(message: string, path?: string): void
}
