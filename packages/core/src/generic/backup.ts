import type { Endpoint } from '../contract/endpoint.js'
import { BlitError } from '../errors/blit-error.js'
import type { Entry } from '../model/entry.js'
import { checkRelativePath, joinPath } from '../paths/check-name.js'
import { displayPath } from '../paths/display.js'
import { directoryOf } from '../paths/split-path.js'
import { ensureDirectory } from './ensure-directory.js'
import { quiet } from './read-ahead.js'

/**
 * Where backups go, relative to the root of the destination. Rejects with `E_USAGE` for what is not inside it: this route
 * knows no other place.
 */
export function backupPathOf(backupDir: string | undefined): string | undefined {
  if (backupDir === undefined) return undefined
  const path = backupDir
    .split('/')
    .filter((name, i) => name !== '.' && (name !== '' || i === 0))
    .join('/')
  try {
    checkRelativePath(path)
  } catch (error) {
    const message = `--backup-dir ${displayPath(backupDir)}: for this pair of endpoints it must be inside the destination`
    throw new BlitError('E_USAGE', message, {
      hint: 'name it relative to the destination, without ..',
      cause: error,
    })
  }

  if (path === '')
    throw new BlitError('E_USAGE', '--backup-dir is the destination itself', {
      hint: 'name a directory inside it',
    })
  return path
}

/** The backups of one destination. Paths are relative to its root, and keep their place below the backup directory. */
export class Backup {
  private readonly made = new Map<string, Promise<unknown>>()

  constructor(
    private readonly endpoint: Endpoint,
    readonly path: string,
    private readonly signal: AbortSignal,
  ) {}

  /** Saves what is about to be replaced. It keeps its name meanwhile, so that there is always a file of that name. */
  async keep(path: string, entry: Entry): Promise<void> {
    const to = await this.place(path)
    const { hardLink } = this.endpoint.features
    if (entry.type === 'file' && hardLink !== undefined) await hardLink(path, to, { signal: this.signal })
    else await this.duplicate(path, entry, to)
  }

  /** Takes away what is about to be deleted. */
  async take(path: string, entry: Entry): Promise<void> {
    const { rename } = this.endpoint.features
    if (rename === undefined) {
      await this.keep(path, entry)
      await this.endpoint.remove(path, { signal: this.signal, expect: entry })
      return
    }

    const to = await this.place(path)
    await this.checkSame(path, entry)
    await rename(path, to, { signal: this.signal })
  }

  private async place(path: string): Promise<string> {
    const to = joinPath(this.path, path)
    const directory = directoryOf(to)
    const making = this.made.get(directory) ?? quiet(this.makeDirectory(directory))
    this.made.set(directory, making)
    await making
    return to
  }

  /** What is in the backup is nobody's business but the owner's: it may have come from where only the owner could go. */
  private async makeDirectory(path: string): Promise<void> {
    const { endpoint, signal } = this
    for (const made of await ensureDirectory(endpoint, path, signal)) {
      if (made.startsWith(`${this.path}/`))
        await endpoint.features.setMetadata?.(made, { mode: 0o700 }, { signal })
    }
  }

  private async duplicate(path: string, entry: Entry, to: string): Promise<void> {
    const { endpoint, signal } = this
    const { makeSpecial, setMetadata } = endpoint.features
    const { mode, mtimeNs, sizeBytes } = entry
    const metadata = { mtimeNs, ...(mode !== undefined && { mode }) }
    if (entry.type === 'symlink') await endpoint.symlink(to, entry.target ?? '', { signal, mtimeNs })
    else if (entry.type === 'file') {
      await endpoint.write(to, endpoint.read(path, { signal, expect: entry }), {
        signal,
        sizeBytes,
        metadata,
      })
    } else if (makeSpecial === undefined) {
      throw new BlitError('E_SPECIAL', `${displayPath(path)}: no backup can be made of it`, { path })
    } else {
      await makeSpecial(to, entry, { signal })
      await setMetadata?.(to, metadata, { signal })
    }
  }

  /** A rename takes whatever has the name: only what was listed may go (S3). */
  private async checkSame(path: string, entry: Entry): Promise<void> {
    const now = await this.endpoint.stat(path, { signal: this.signal })
    if (
      now?.type === entry.type &&
      now.inode?.ino === entry.inode?.ino &&
      now.inode?.dev === entry.inode?.dev
    )
      return
    throw new BlitError(
      'E_CHANGED',
      `${displayPath(path)}: it is not what was listed any more, so it stays`,
      { path },
    )
  }
}
