import type { TransferJob } from '../contract/route.js'
import { BlitError, isBlitError } from '../errors/blit-error.js'
import { joinPath } from '../paths/check-name.js'
import { displayPath } from '../paths/display.js'
import { directoryOf } from '../paths/split-path.js'
import type { Entry } from '../model/entry.js'
import { deletedCount } from '../model/outcome.js'
import {
  deletable,
  isInScope,
  planOfDeletes,
  refusalToDelete,
  type DeleteScope,
  type PlacedEntry,
} from '../plan/delete-rules.js'
import type { Backup } from './backup.js'
import type { DirectoryFinisher } from './directory-finisher.js'
import { withoutExisting, type TransferItem } from './transfer-item.js'
import type { TransferState } from './transfer-state.js'

/** Something that only the destination has. `path` is relative to the job. */
interface Extra extends PlacedEntry {
  readonly job: TransferJob
  readonly scope: DeleteScope
}

/** What takes the place of an extra. */
interface Waiting {
  readonly item: TransferItem
  readonly extra: Extra
}

/** An extra with what may be deleted of it, everything after what is in it. */
interface Doomed {
  readonly extra: Extra
  readonly entries: readonly PlacedEntry[]
}

/**
 * What a mirror deletes, after everything arrived, and what a purge deletes (S2, S3):
 *
 * 1. While directories are compared, what only the destination has is collected (`add`), and what cannot land before a
 *    directory in its way is emptied (`defer`).
 * 2. After an incomplete scan or a failure nothing is deleted.
 * 3. Directories are listed in full; what is protected in them stays. An unreadable one stops it all.
 * 4. The whole plan is put before `confirmDeletes`, once.
 * 5. Each entry goes only if it is still the inode that was listed.
 */
export class Deletions {
  private readonly extras: Extra[] = []
  private readonly waiting: Waiting[] = []
  private readonly gone = new Set<Extra>()

  constructor(
    private readonly state: TransferState,
    private readonly backup: Backup | undefined,
    private readonly directories: DirectoryFinisher,
  ) {}

  add(job: TransferJob, placed: PlacedEntry, scope: DeleteScope): void {
    this.extras.push({ job, scope, ...placed })
  }

  /** An item waits until the directory with content that has its name is gone. */
  defer(item: TransferItem, directory: Entry, scope: DeleteScope): void {
    const extra = { job: item.job, scope, path: item.path, entry: directory }
    this.extras.push(extra)
    this.waiting.push({ item, extra })
  }

  /** Deletes, if that is permitted. `land` does what waited for it. */
  async run(land: (item: TransferItem) => Promise<void>): Promise<void> {
    const { state } = this
    if (this.isRefused()) return
    state.progress.phase = 'delete'
    const doomed: Doomed[] = []
    for (const extra of this.extras) doomed.push({ extra, entries: await this.expand(extra) })
    if (this.isRefused() || !(await this.isConfirmed(doomed))) return
    for (const one of doomed) await state.pool.start(() => this.deleteAll(one))
    await state.pool.idle()
    for (const { extra, item } of this.waiting) {
      if (state.signal.aborted) return
      if (this.gone.has(extra)) await land(withoutExisting(item))
      else state.fail(item.label, notEmpty(item.label))
    }
  }

  private isRefused(): boolean {
    const { state } = this
    const pending = this.extras.length > 0
    const refusal = refusalToDelete({
      scanComplete: state.scanComplete,
      failures: state.failures.length,
      pending,
    })
    if (refusal !== undefined) state.refuse(refusal)
    return refusal !== undefined
  }

  /** The extra with everything in it, less what is protected, the deepest first. */
  private async expand(extra: Extra): Promise<readonly PlacedEntry[]> {
    const { state } = this
    const { entry, job, path, scope } = extra
    const scanned: PlacedEntry[] = [{ path, entry }]
    if (entry.type !== 'directory') return scanned
    const root = joinPath(job.destinationPath, path)
    const relative = (full: string): string => joinPath(path, full.slice(root.length + 1))
    const enter = (full: string): boolean => isInScope(relative(full), true, scope)
    const batches = state.destination.scan(root, { recursive: true, enter, signal: state.signal })
    try {
      for await (const { directory, entries, failure } of batches) {
        const below = relative(directory)
        for (const found of entries) scanned.push({ path: joinPath(below, found.name), entry: found })
        if (failure !== undefined) this.noteIncomplete(job, below, new BlitError('E_SCAN', failure.message))
      }
    } catch (error) {
      this.noteIncomplete(job, path, error)
    }

    return deletable(scanned, scope)
  }

  private noteIncomplete(job: TransferJob, path: string, error: unknown): void {
    this.state.signal.throwIfAborted()
    this.state.scanComplete = false
    this.state.fail(this.state.label(job, path), error)
  }

  private async isConfirmed(doomed: readonly Doomed[]): Promise<boolean> {
    const { state } = this
    const plan = planOfDeletes(this.labelled(doomed))
    if (plan.entries === 0) return true
    try {
      await state.session.confirmDeletes(plan)
      state.signal.throwIfAborted()
      return true
    } catch (error) {
      state.refuse(
        isBlitError(error) ? error : new BlitError('E_DECLINED', 'nothing was deleted', { cause: error }),
      )
      return false
    }
  }

  private *labelled(doomed: readonly Doomed[]): Iterable<PlacedEntry> {
    for (const { entries, extra } of doomed) {
      for (const { entry, path } of entries) yield { path: this.state.label(extra.job, path), entry }
    }
  }

  private async deleteAll({ entries, extra }: Doomed): Promise<void> {
    const { state } = this
    const kept = new Set<string>()
    await this.unlock(extra.job, entries)
    for (const { path, entry } of entries) {
      if (state.signal.aborted) return
      const label = state.label(extra.job, path)
      // What stays was reported; that it keeps the directories it is in goes without saying.
      if (kept.has(path)) kept.add(directoryOf(path))
      else if (!(await this.deleteOne(joinPath(extra.job.destinationPath, path), { path: label, entry }))) {
        kept.add(directoryOf(path))
      } else if (path === extra.path) this.gone.add(extra)
    }
  }

  private async deleteOne(path: string, { entry, path: label }: PlacedEntry): Promise<boolean> {
    const { state } = this
    const isDirectory = entry.type === 'directory'
    const backup = isDirectory ? undefined : this.backup
    try {
      if (!state.dryRun) {
        await (backup === undefined
          ? state.destination.remove(path, { signal: state.signal, expect: entry })
          : backup.take(path, entry))
        this.directories.touch(directoryOf(path))
      }
    } catch (error) {
      state.fail(label, asDeleteError(label, error))
      return false
    }

    state.tally[deletedCount(entry.type)]++
    if (backup !== undefined) state.action('backup', label)
    state.action('delete', label)
    state.progress.tick(label)
    return true
  }

  /** The owner of a directory gets leave to empty it. */
  private async unlock(job: TransferJob, entries: readonly PlacedEntry[]): Promise<void> {
    const { setMetadata } = this.state.destination.features
    if (setMetadata === undefined || this.state.dryRun) return
    for (const { entry, path } of [...entries].reverse()) {
      if (entry.type !== 'directory' || entry.mode === undefined || (entry.mode & 0o300) === 0o300) continue
      try {
        const { signal } = this.state
        await setMetadata(joinPath(job.destinationPath, path), { mode: entry.mode | 0o700 }, { signal })
      } catch (error) {
        this.state.fail(this.state.label(job, path), asDeleteError(path, error))
      }
    }
  }
}

function asDeleteError(label: string, error: unknown): unknown {
  if (!isBlitError(error) || error.fatal || error.code === 'E_DELETE') return error
  const why =
    error.code === 'E_CHANGED' ? 'it is not what was listed any more, so it stays' : withoutPath(error)
  return new BlitError('E_DELETE', `${displayPath(label)}: not deleted: ${why}`, {
    path: label,
    cause: error,
  })
}

function withoutPath({ message, path }: BlitError): string {
  const start = path === undefined ? '' : `${displayPath(path)}: `
  return message.startsWith(start) ? message.slice(start.length) : message
}

/** A directory with content keeps its name. */
export function notEmpty(label: string): BlitError {
  return new BlitError('E_NOT_EMPTY', `${displayPath(label)}: a directory that is not empty has its name`, {
    path: label,
  })
}
