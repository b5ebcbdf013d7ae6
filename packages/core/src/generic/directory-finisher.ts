import { sameAttributes, timesEqual } from '../compare/compare.js'
import type { Entry } from '../model/entry.js'
import { fullMetadata, xattrsDiffer } from './kept-metadata.js'
import type { TransferItem } from './transfer-item.js'
import type { TransferState } from './transfer-state.js'

interface Pending {
  readonly item: TransferItem
  /** The directory does not have, or will not keep, what the source's has. */
  due: boolean
}

/**
 * Sets mode, times and owner of directories, last of all: what lands in a directory changes its times, and one
 * that its owner may not write to could not be filled.
 */
export class DirectoryFinisher {
  private readonly pending = new Map<string, Pending>()

  constructor(private readonly state: TransferState) {}

  /** A directory that exists at the destination or was just made there (then without `existing`). Parents before children. */
  async add(item: TransferItem): Promise<void> {
    const { entry, existing } = item
    const { compare, dryRun, options } = this.state
    // Times change with everything that happens in a directory: only other attributes are worth a word.
    const isOther = existing !== undefined && !sameAttributes(entry, existing, options.preserve)
    if (isOther) this.state.action('metadata', item.label)
    let due = isOther || existing === undefined
    due ||= existing !== undefined && !timesEqual(entry.mtimeNs, existing.mtimeNs, compare.modifyWindowNs)
    due ||= await xattrsDiffer(this.state, item.sourcePath, item.destinationPath)
    if (!dryRun) this.pending.set(item.destinationPath, { item, due })
  }

  /** Something in the directory at `path` was or will be changed. */
  touch(path: string): void {
    const pending = this.pending.get(path)
    if (pending !== undefined) pending.due = true
  }

  /** Sets what is due, deepest first, those that shut their owner out after all others. */
  async run(): Promise<void> {
    const { state } = this
    const { features } = state.destination
    if (features.setMetadata === undefined) return
    const due = [...this.pending.values()].filter((pending) => pending.due).reverse()
    for (const { item } of due) if (!isRestricted(item.entry)) await state.pool.start(() => this.finish(item))
    await state.pool.idle()
    for (const { item } of due) if (isRestricted(item.entry)) await this.finish(item)
  }

  private async finish(item: TransferItem): Promise<void> {
    const { state } = this
    // A transfer that stopped early still leaves its directories in order, unless the user interrupts it.
    const { signal } = state.session
    if (signal.aborted) return
    try {
      const metadata = await fullMetadata(state, item.sourcePath, item.entry)
      await state.destination.features.setMetadata?.(item.destinationPath, metadata, { signal })
    } catch (error) {
      state.fail(item.label, error)
    }
  }
}

function isRestricted({ mode }: Entry): boolean {
  return mode !== undefined && (mode & 0o300) !== 0o300
}
