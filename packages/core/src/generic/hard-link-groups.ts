import type { Inode } from '../model/entry.js'
import { isPassedOver } from '../plan/move-rules.js'
import { applyItem, makeWay, type ItemResult, type LandingContext } from './apply-item.js'
import type { TransferItem } from './transfer-item.js'

/** The names of one inode of the source that have come up so far. */
interface Group {
  /** Settles when the last name that came up is done: they are done one by one. */
  tail: Promise<unknown>
  leader: Leader | undefined
}

interface Leader {
  readonly destinationPath: string
  /** Its inode at the destination, if it was there before this transfer. */
  readonly inode: Inode | undefined
}

/**
 * Hard links, where they are kept: of the names of one inode the first is copied, and each later one is linked to
 * it once it is in place. If it fails, the next name takes over.
 */
export class HardLinkGroups {
  private readonly groups = new Map<string, Group>()

  constructor(private readonly context: LandingContext) {}

  /** Makes the destination hold an item that is not a directory. */
  async land(item: TransferItem): Promise<ItemResult> {
    const { context } = this
    const key = groupKey(context, item)
    if (key === undefined) return applyItem(context, item)
    const group = this.groups.get(key) ?? { tail: Promise.resolve(), leader: undefined }
    this.groups.set(key, group)
    const result = group.tail.then(() =>
      group.leader === undefined ? lead(context, item, group) : follow(context, item, group.leader),
    )
    group.tail = result
    return result
  }
}

function groupKey({ state }: LandingContext, { entry }: TransferItem): string | undefined {
  const { preserve } = state.options
  if (!preserve.hardLinks || state.destination.features.hardLink === undefined) return undefined
  if (entry.type !== 'file' || entry.inode === undefined || (entry.linkCount ?? 1) < 2) return undefined
  return `${entry.inode.dev}:${entry.inode.ino}`
}

async function lead(context: LandingContext, item: TransferItem, group: Group): Promise<ItemResult> {
  const result = await applyItem(context, item)
  const passedOver = isPassedOver(item.entry, item.existing, context.state.compare)
  if (result.outcome !== 'failed' && !passedOver) {
    const inode = result.outcome === 'landed' ? undefined : item.existing?.inode
    group.leader = { destinationPath: item.destinationPath, inode }
  }

  return result
}

async function follow(context: LandingContext, item: TransferItem, leader: Leader): Promise<ItemResult> {
  const { state } = context
  const { destinationPath, entry, existing, label } = item
  const { signal } = state
  if (item.decision.action === 'content') state.progress.expect(-1, -entry.sizeBytes)
  try {
    if (isLinked(existing?.inode, leader.inode) || isPassedOver(entry, existing, state.compare)) {
      state.tally.filesSkipped++
      return { outcome: 'unchanged', entry }
    }

    await makeWay(context, item)
    if (!state.dryRun) {
      if (existing?.type === 'directory')
        await state.destination.remove(destinationPath, { signal, expect: existing })
      await state.destination.features.hardLink?.(leader.destinationPath, destinationPath, { signal })
    }

    state.tally.linksCreated++
    state.action('hardlink', label)
    return { outcome: 'landed', entry }
  } catch (error) {
    state.fail(label, error)
    return { outcome: 'failed', entry }
  }
}

function isLinked(a: Inode | undefined, b: Inode | undefined): boolean {
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev
}
