import type {
  DeletePlan,
  EndpointLimits,
  Entry,
  Failure,
  Inode,
  Operation,
  TransferAction,
  TransferOptions,
} from '@blit/core'

import type { OpenDirectory } from '../directory/directory-access.js'
import type { Home, Resumable } from '../session/home.js'

/** What every worker of a transfer is told at its start. */
export interface WorkerSetup {
  readonly index: number
  readonly workers: number
  readonly shared: SharedArrayBuffer
  readonly operation: Operation
  readonly options: TransferOptions
  readonly limits: EndpointLimits
  readonly source: OpenDirectory
  readonly destination: OpenDirectory
  readonly sessionId: string
  readonly home: Home
  readonly resumables: ReadonlyMap<string, Resumable>
  readonly jobs: readonly WorkerJob[]
  /** Source and destination are one file system: a move can rename. */
  readonly canRename: boolean
  /** Inode of the destination's root: never entered as a source. */
  readonly destinationInode?: { readonly dev: bigint; readonly ino: bigint }
  readonly backup?: BackupPlace
  /** See `RouteSession`. */
  readonly madeBefore?: ReadonlySet<string>
}

/** A job as the engine sees it; paths are relative to the two roots. */
export interface WorkerJob {
  readonly source: string
  readonly destination: string
  readonly prefix: string
  /** Only these paths below `source` (`--files-from`); undefined means all. */
  readonly wanted?: WantedNode
}

/** A tree of the wanted names: a node without children wants everything below it. */
export interface WantedNode {
  readonly children?: ReadonlyMap<string, WantedNode>
}

/** Where replaced and deleted files go. */
export interface BackupPlace {
  readonly directory: OpenDirectory
  /** Its path relative to the destination's root, if it is inside. */
  readonly inside?: string
}

/** State of the destination of a directory: not there, just made by us and empty, or there before. */
export type DirectoryState = 'absent' | 'fresh' | 'present'

/** A piece of work. Paths are relative to the job's roots. */
export type Task =
  | {
      readonly kind: 'directory'
      readonly job: number
      readonly path: string
      readonly state: DirectoryState
      /** A file or symlink has its name at the destination and gives way. */
      readonly replaces?: 'file'
      /** With `-L`: the directories that lead here, so that one which contains itself is found. */
      readonly above?: readonly Inode[]
    }
  /** Some of the names of a large directory whose counterpart exists. */
  | {
      readonly kind: 'names'
      readonly job: number
      readonly path: string
      readonly state: DirectoryState
      readonly names: SourceNames
      readonly above?: readonly Inode[]
    }
  /** One large file. */
  | { readonly kind: 'file'; readonly job: number; readonly path: string; readonly file: FileWork }
  /** Single things of one directory, each to land under a name of its own. */
  | {
      readonly kind: 'entries'
      readonly job: number
      readonly names: ReadonlyArray<{
        readonly name: string
        readonly landAs: string
        readonly label: string
      }>
    }
  /** All names of one inode that has several. */
  | { readonly kind: 'links'; readonly members: readonly LinkMember[] }
  /** Ranges of a file that another worker has in work. */
  | { readonly kind: 'assist'; readonly copy: RangeCopy }

/** A regular file to be landed. */
export interface FileWork {
  readonly entry: Entry
  /** Name at the destination; the entry's own by default. */
  readonly landAs?: string
  /** What stands there now. */
  readonly existing?: Entry
  readonly replaces?: 'file' | 'directory'
  /** Only attributes have to be set. */
  readonly metadataOnly?: boolean
  /** Content decides: equal size, `--checksum`. */
  readonly checksum?: boolean
  /** How many names of the inode that stands there are to be names of this one; 1 by default. */
  readonly ownLinks?: number
}

export interface LinkMember {
  readonly job: number
  /** Directory, relative to the job. */
  readonly path: string
  readonly file: FileWork
  /** A dry run has not made the directory it goes to. */
  readonly absent?: boolean
  /** A directory with content has its name; it can be landed when that was deleted. */
  readonly blocked?: boolean
}

/** A large file that several workers copy; `shared` is read by `RangeProgress`. */
export interface RangeCopy {
  readonly sourceFd: number
  readonly destinationFd: number
  readonly sizeBytes: number
  readonly shared: SharedArrayBuffer
  readonly sparse: boolean
  /** Compare with what is there and write only what differs. */
  readonly compare: boolean
}

/** Names of a source directory. */
export interface SourceNames {
  /** To be looked at. */
  readonly names: readonly string[]
  /** Regular files, as the listing says, that are copied without a look before: see `copyUnseen`. */
  readonly files: readonly string[]
}

/** What comes after everything has been copied; every worker does its own part of it. */
export type Finish =
  | { readonly step: 'delete' }
  | { readonly step: 'swap' }
  | { readonly step: 'remove-sources' }
  | { readonly step: 'directories'; readonly restricted: boolean }

export type ToWorker =
  | { readonly type: 'run'; readonly tasks: readonly Task[] }
  | { readonly type: 'finish'; readonly finish: Finish }
  | { readonly type: 'stop' }

export type FromWorker =
  | { readonly type: 'ready' }
  /** Its stack is empty. Everything it had to say has been said before. */
  | {
      readonly type: 'idle'
      readonly deletes: DeletePlan
      readonly incomplete: boolean
      readonly failed: boolean
      /** Directories of the source whose content was landed since the last answer; only for a move. */
      readonly sourceDirectories: readonly string[]
      /** In a dry run of a move: those in which something would stay. */
      readonly keptDirectories: readonly string[]
    }
  | { readonly type: 'donate'; readonly tasks: readonly Task[] }
  | { readonly type: 'links'; readonly members: readonly LinkMember[] }
  | { readonly type: 'report'; readonly report: Report }

/** Things to tell the observer. */
export interface Report {
  readonly failures: readonly Failure[]
  readonly warnings: ReadonlyArray<{ readonly message: string; readonly path: string }>
  readonly actions: readonly TransferAction[]
  /** Large temps that were taken over or are kept for the next run: path at the destination. */
  readonly resumable: ReadonlyArray<{ readonly path: string; readonly temp: string; readonly kept: boolean }>
  /** Nothing else can succeed. */
  readonly fatal?: { readonly code: string; readonly message: string; readonly path: string }
  /** A path in work. */
  readonly current?: string
}
