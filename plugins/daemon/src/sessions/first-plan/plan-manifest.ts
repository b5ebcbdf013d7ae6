import { displayPath, EntryColumns, toBytes, type ColumnRow } from '@blit/core'
import { checkWirePath, MAX_PLAN_FILES, protocolError, type pb } from '@blit/remote/protocol'

/** What the paths of all files may take together: with them the negotiation is still one message of 4 MiB. */
export const MAX_PLAN_PATH_BYTES = 3 * 1024 * 1024
/** Directories that these paths may name. */
export const MAX_PLAN_DIRECTORIES = 65_536
/** Of files of which nothing is said, and of the directories on the way to them. */
const FILE_MODE = 0o644
const DIRECTORY_MODE = 0o755
const MAX_ROWS = 4096

interface PlannedFile {
  /** Its number: the order of arrival. */
  readonly number: number
  readonly sizeBytes: number
  readonly mtimeSeconds: number
  readonly mode: number
}

/** A directory of the manifest: what is in it, by name. */
type Directory = Map<string, Directory | PlannedFile>

/** A manifest as a session takes it. */
export interface SessionManifest {
  readonly batches: readonly EntryColumns[]
  readonly entries: number
  readonly directories: number
  /** Of each file, by its number, the index of its entry in the session. */
  readonly indices: Uint32Array
}

/**
 * The files that a client of the first plan lists, one at a time and in any order. A session wants directories, and
 * those before what is in them: so the entries are put in order when all have come.
 */
export class PlanManifest {
  /** By number. */
  readonly paths: string[] = []
  private readonly root: Directory = new Map()
  private pathBytes = 0
  private directories = 0

  /** Throws `E_PROTOCOL` for a path that may not be, or cannot be beside those before it. */
  add(header: pb.FileHeader): void {
    const bytes = Buffer.from(header.getRelativePath())
    const path = checkWirePath(bytes)
    if (path === '') throw protocolError('a file without a path')
    if (this.paths.length === MAX_PLAN_FILES) throw protocolError(`more than ${MAX_PLAN_FILES} files`)
    this.pathBytes += bytes.length
    if (this.pathBytes > MAX_PLAN_PATH_BYTES) throw protocolError('paths of more than 3 MiB')
    const parts = path.split('/')
    const name = parts.pop() as string
    const directory = this.directoryOf(parts, path)
    if (directory.has(name)) throw protocolError(`'${displayPath(path)}' twice`)
    directory.set(name, {
      number: this.paths.length,
      sizeBytes: natural(header.getSize(), 'size'),
      mtimeSeconds: whole(header.getMtimeSeconds()),
      // The type may be in it; setuid bits are for clients that can ask for them.
      mode: header.getPermissions() & 0o777 || FILE_MODE,
    })
    this.paths.push(path)
  }

  /** Everything, directories before what is in them. */
  order(): SessionManifest {
    const indices = new Uint32Array(this.paths.length)
    const batches: EntryColumns[] = []
    const open: Array<{ readonly names: Directory; readonly place: number }> = [
      { names: this.root, place: 0 },
    ]
    let rows: ColumnRow[] = []
    let entries = 0
    const flush = (): void => {
      if (rows.length > 0) batches.push(EntryColumns.of(entries - rows.length, rows))
      rows = []
    }

    for (const { names, place } of open) {
      for (const [name, entry] of names) {
        const isDirectory = entry instanceof Map
        if (isDirectory) open.push({ names: entry, place: entries + 1 })
        else indices[entry.number] = entries
        rows.push(rowOf(name, place, isDirectory ? undefined : entry))
        entries++
        if (rows.length === MAX_ROWS) flush()
      }
    }

    flush()
    return { batches, entries, directories: this.directories, indices }
  }

  private directoryOf(parts: readonly string[], path: string): Directory {
    let directory = this.root
    for (const part of parts) {
      let below = directory.get(part)
      if (below === undefined) {
        if (++this.directories > MAX_PLAN_DIRECTORIES) throw protocolError('too many directories')
        below = new Map()
        directory.set(part, below)
      }

      if (!(below instanceof Map)) throw protocolError(`'${displayPath(path)}', which is below a file`)
      directory = below
    }

    return directory
  }
}

function rowOf(name: string, directory: number, file: PlannedFile | undefined): ColumnRow {
  return {
    type: file === undefined ? 'directory' : 'file',
    name: toBytes(name),
    directory,
    sizeBytes: file?.sizeBytes ?? 0,
    mtimeSeconds: file?.mtimeSeconds ?? 0,
    mtimeNanos: 0,
    mode: file?.mode ?? DIRECTORY_MODE,
    uid: 0,
    gid: 0,
  }
}

function natural(value: number, what: string): number {
  if (!Number.isSafeInteger(value) || value < 0) throw protocolError(`a ${what} that is none`)
  return value
}

function whole(value: number): number {
  if (!Number.isSafeInteger(value)) throw protocolError('a time that is none')
  return value
}
