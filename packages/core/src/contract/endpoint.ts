import type { Entry } from '../model/entry.js'
import type { Failure } from '../model/outcome.js'
import type { CallOptions } from './call-options.js'
import type { PurgeFeature } from './purge.js'

/**
 * A root that can be scanned, read and written: a local directory, a module of a daemon, a bucket.
 *
 * Paths are relative to the root, components joined by '/', '' is the root itself; byte strings (see
 * `Entry`). An endpoint refuses a path with '', '.', '..' or NUL as a component. No method follows a
 * symlink, unless it says so.
 *
 * Every method may be called concurrently with every other, except two changes of one path. When the
 * signal fires, a method rejects with the signal's reason as soon as it can and leaves nothing half-made.
 * Methods reject with `BlitError`; `E_NOT_FOUND` where a path does not exist. What an endpoint keeps for itself at its
 * place (unfinished files, locks) is in no scan, and closing leaves nothing of it, no changed time either.
 */
export interface Endpoint {
  readonly scheme: string
  /** What to call the root in messages: what the user wrote. */
  readonly label: string
  readonly limits: EndpointLimits
  readonly features: EndpointFeatures
  /** The root itself can be neither removed nor replaced, as that of a module. */
  readonly rootStays?: boolean
  /** Nothing may be changed there. Known from the first `stat` on. */
  readonly readOnly?: boolean

  /**
   * Lists a directory, with `recursive` everything below it too. Batches come in a defined order: the
   * entries of one directory sorted by name (UTF-16 code units), in one batch or several with only the
   * last `complete`; then, for each subdirectory in the same order, its own batches (depth first,
   * parents before children). A directory that cannot be read gives one batch with `failure` set and the scan
   * goes on; only a failure of `path` itself rejects.
   */
  scan(path: string, options: ScanOptions): AsyncIterable<ScanBatch>

  /**
   * The entry at `path`, or undefined when there is none. With `follow`, of what it leads to when symlinks are followed,
   * at `path` and on the way to it. Of a root that is a symlink or a file, '' without `follow` gives just that.
   */
  stat(path: string, options: CallOptions & { readonly follow?: boolean }): Promise<Entry | undefined>

  /**
   * The content of a regular file, in chunks of at most 1 MiB, read from one open handle.
   * With `expect`, rejects with `E_CHANGED` when the file is not, before and after, of that size, mtime and inode.
   */
  read(path: string, options: ReadOptions): AsyncIterable<Uint8Array>

  /**
   * Makes or replaces a regular file in one step: until everything arrived the old file (or nothing) is
   * seen under its name (S1). Rejects with `E_CHANGED` when the content is not `sizeBytes` long. Replaces
   * files, symlinks and empty directories, never a directory with content (`E_NOT_EMPTY`).
   */
  write(path: string, content: AsyncIterable<Uint8Array>, options: WriteOptions): Promise<void>

  /**
   * Makes a directory whose parent exists. An existing directory is left as it is; a file or symlink is replaced.
   * The root ('') is made with its missing parents.
   */
  mkdir(path: string, options: CallOptions): Promise<void>

  /** Makes or replaces a symlink, in one step, by the rules of `write`. */
  symlink(path: string, target: string, options: CallOptions & { readonly mtimeNs?: bigint }): Promise<void>

  /**
   * Removes a file, a link or an empty directory (`E_NOT_EMPTY` otherwise), never what a link points to; the root itself
   * too, where the place lets it go. With `expect`, only if it is still that inode and, unless a directory, of that
   * size and mtime (`E_CHANGED` otherwise). Removing what does not exist resolves.
   */
  remove(path: string, options: CallOptions & { readonly expect?: Entry }): Promise<void>

  /** Releases everything. Later calls reject. May be called twice. */
  close(): Promise<void>
}

export interface ScanOptions extends CallOptions {
  readonly recursive: boolean
  /** Asked for every directory below `path`: false leaves out what is in it (the directory itself is listed). */
  readonly enter?: (path: string) => boolean
  /**
   * Follow symlinks (`-L`): they are listed as what they point to, or as symlinks when they point to nothing.
   * Directory loops are reported as failures.
   */
  readonly followLinks?: boolean
}

export interface ScanBatch {
  /** Path of the directory these entries are in. */
  readonly directory: string
  readonly entries: readonly Entry[]
  /** Whether this is the last batch of the directory. */
  readonly complete: boolean
  /** Why the directory could not be read in full. Set only with `complete`. */
  readonly failure?: Failure
}

export interface ReadOptions extends CallOptions {
  readonly expect?: Entry
  /** First byte; 0 by default. */
  readonly offset?: number
  /** Number of bytes; to the end by default. */
  readonly length?: number
  /** Follow symlinks, at `path` and on the way to it. */
  readonly follow?: boolean
}

export interface WriteOptions extends CallOptions {
  readonly sizeBytes: number
  readonly metadata: Metadata
  /** Sync content to disk before it gets its name. */
  readonly fsync?: boolean
}

/** What can be set on an entry. Absent means: leave it. */
export interface Metadata {
  readonly mode?: number
  readonly mtimeNs?: bigint
  readonly uid?: number
  readonly gid?: number
  /** Extended attributes by full name (`user.x`); the complete set: others are removed. */
  readonly xattrs?: ReadonlyMap<string, Uint8Array>
}

/** What names and times the place can hold; plans are made from it. */
export interface EndpointLimits {
  /** Names that differ only in case are one name here. */
  readonly caseInsensitive: boolean
  /** Names that differ only in Unicode normalisation are one name here. */
  readonly normalizes: boolean
  /** Names by the rules of Windows: reserved devices, `<>:"|?*\`, trailing dot or space. */
  readonly windowsNames: boolean
  readonly maxNameBytes: number
  /** Grain of stored mtimes in nanoseconds. */
  readonly mtimeGrainNs: bigint
}

export const POSIX_LIMITS: EndpointLimits = {
  caseInsensitive: false,
  normalizes: false,
  windowsNames: false,
  maxNameBytes: 255,
  mtimeGrainNs: 1n,
}

/** What an endpoint can do beyond the mandatory: present or absent. All follow the rules of the methods. */
export interface EndpointFeatures {
  /**
   * Hash of a regular file's content, computed where the bytes are. `xxh3-64x2` is two XXH3 of 64 bits, with the seeds 0 and
   * 0x9e3779b97f4a7c15, each as 16 hex digits, one after the other: streamed it is several times as fast as XXH3 of 128 bits.
   */
  readonly hash?: (path: string, algorithm: 'xxh3-64x2', options: CallOptions) => Promise<string>
  /** Atomic rename within the endpoint, replacing a file or symlink at `to`; with `keep` it is refused where something is there. */
  readonly rename?: (
    from: string,
    to: string,
    options: CallOptions & { readonly keep?: boolean },
  ) => Promise<void>
  /** Sets what is present in `metadata` on anything but a symlink (there only mtime and owner). */
  readonly setMetadata?: (path: string, metadata: Metadata, options: CallOptions) => Promise<void>
  /** Extended attributes, ACLs among them, by full name. */
  readonly readXattrs?: (path: string, options: CallOptions) => Promise<Map<string, Uint8Array>>
  /** Makes `path` another name of the regular file `existing`, replacing a file or symlink. */
  readonly hardLink?: (existing: string, path: string, options: CallOptions) => Promise<void>
  /** Makes a FIFO, socket or device like `entry`. */
  readonly makeSpecial?: (path: string, entry: Entry, options: CallOptions) => Promise<void>
  /** Room at the place of the root. */
  readonly space?: (options: CallOptions) => Promise<Space>
  /**
   * Where a path is, so that two endpoints can be found to overlap whatever their spelling. `self` names
   * the thing at the path (several names when it can be known in several ways), `ancestors` everything it is
   * inside of, itself included. For a path that does not exist: of the deepest ancestor that does,
   * with the missing components added. Strings are compared only for equality. An endpoint that does not tell its
   * names to whoever asks gives what {@link saltIdentity} makes of them with `salt`, and says so.
   */
  readonly identity?: (
    path: string,
    options: CallOptions & { readonly salt?: Uint8Array },
  ) => Promise<Identity>
  /** Removes trees where they are. */
  readonly purge?: PurgeFeature
  /** Everything written so far is on disk when this resolves. */
  readonly sync?: (options: CallOptions) => Promise<void>
}

export interface Identity {
  readonly self: readonly string[]
  readonly ancestors: readonly string[]
  /** What is mounted somewhere below, and may be another part of the same tree. */
  readonly mounted?: readonly Identity[]
  /** Every name is an HMAC by the salt that was given. */
  readonly salted?: boolean
}

/** Bytes and inodes of the file system behind an endpoint. */
export interface Space {
  readonly totalBytes: number
  readonly freeBytes: number
  /** What a user who is not root may still write. */
  readonly availableBytes: number
  readonly totalInodes: number
  readonly freeInodes: number
}
