import { isBlitError } from '../errors/blit-error.js'
import type { Entry } from '../model/entry.js'
import { directoryOf } from '../paths/split-path.js'
import type { TransferState } from './transfer-state.js'

interface Moved {
  readonly path: string
  readonly label: string
  readonly entry: Entry
}

/**
 * The second half of a move: takes away at the source what is safe at the destination (S4). Everything was verified
 * when it landed; before the first removal it is synced. What changed since it was sent stays, and so does every
 * directory in which anything stays.
 */
export class SourceRemoval {
  private readonly moved: Moved[] = []
  private readonly directories: Moved[] = []
  /** Directories of the source in which something stays. */
  private readonly kept = new Set<string>()

  constructor(private readonly state: TransferState) {}

  /** Something that is not a directory is safe at the destination. */
  add(path: string, label: string, entry: Entry): void {
    if (this.state.isMove) this.moved.push({ path, label, entry })
  }

  /** A directory goes with the last thing in it. Parents before children. */
  addDirectory(path: string, label: string, entry: Entry): void {
    if (this.state.isMove) this.directories.push({ path, label, entry })
  }

  /** Something at `path` stays, and what leads to it. */
  stays(path: string): void {
    if (!this.state.isMove) return
    for (let at = path; !this.kept.has(at); at = directoryOf(at)) {
      this.kept.add(at)
      if (at === '') return
    }
  }

  async run(): Promise<void> {
    const { state } = this
    if (this.moved.length + this.directories.length === 0) return
    state.progress.phase = 'finish'
    if (!state.dryRun) await state.destination.features.sync?.({ signal: state.signal })
    for (const moved of this.moved) await state.pool.start(() => this.remove(moved))
    await state.pool.idle()
    for (const moved of this.directories.reverse()) if (!this.kept.has(moved.path)) await this.remove(moved)
  }

  private async remove(moved: Moved): Promise<void> {
    const { state } = this
    const { label, path } = moved
    try {
      state.signal.throwIfAborted()
      if (!state.dryRun && !(await this.removeSource(moved))) return
      state.tally.sourcesRemoved++
      state.action('remove-source', label)
      state.progress.tick(label)
    } catch (error) {
      this.stays(path)
      // Something came into the directory after it was read: it stays with it.
      if (isBlitError(error) && error.code === 'E_NOT_EMPTY')
        state.warn('stays: it is not empty any more', label)
      else state.fail(label, error)
    }
  }

  private async removeSource({ entry, path }: Moved): Promise<boolean> {
    const { source, options, signal } = this.state
    let expect = entry
    if (options.copyLinks) {
      // What was copied may be what a link leads to. The link goes; what it leads to is not ours.
      const itself = await source.stat(path, { signal })
      if (itself === undefined) return false
      if (itself.type === 'symlink') expect = itself
    }

    await source.remove(path, { signal, expect })
    return true
  }
}
