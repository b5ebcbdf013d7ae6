import { sameAttributes, timesEqual, type Decision } from '../compare/compare.js'
import { BlitError } from '../errors/blit-error.js'
import type { Entry } from '../model/entry.js'
import { displayPath } from '../paths/display.js'
import { isPassedOver } from '../plan/move-rules.js'
import { copyContent } from './copy-content.js'
import { fullMetadata, keptMetadata, xattrsDiffer } from './kept-metadata.js'
import { haveSameContent } from './same-content.js'
import type { TransferItem } from './transfer-item.js'
import type { Backup } from './backup.js'
import type { TransferState } from './transfer-state.js'

/** What landing needs. */
export interface LandingContext {
  readonly state: TransferState
  readonly backup: Backup | undefined
}

/** What became of an item that is not a directory. */
export interface ItemResult {
  /** `landed`: what has the name is new. `updated`: it was there and got other attributes. */
  readonly outcome: 'landed' | 'updated' | 'unchanged' | 'failed'
  /** What landed: the item's entry, or what the source held at a later try. */
  readonly entry: Entry
}

/**
 * Makes the destination hold one entry that is not a directory, as decided; nothing but an empty directory may be in
 * its way. A dry run goes the same way and stops before every change. Failures are reported, not thrown.
 */
export async function applyItem(context: LandingContext, item: TransferItem): Promise<ItemResult> {
  const { state } = context
  const { entry } = item
  try {
    const action = await settle(state, item)
    state.signal.throwIfAborted()
    if (action === 'content') return { outcome: 'landed', entry: await landFile(context, item) }
    if (entry.type === 'file') state.tally.filesSkipped++
    if (action === 'skip') return { outcome: 'unchanged', entry }
    if (action === 'metadata') await setMetadata(state, item)
    else if (action === 'symlink') await landSymlink(context, item)
    else await landSpecial(context, item)
    return { outcome: action === 'metadata' ? 'updated' : 'landed', entry }
  } catch (error) {
    state.fail(item.label, error)
    return { outcome: 'failed', entry }
  } finally {
    state.progress.tick(item.label)
  }
}

/** What is left to decide once content and attributes that no scan shows were looked at. */
async function settle(state: TransferState, item: TransferItem): Promise<Decision['action']> {
  const { entry, existing } = item
  let { action } = item.decision
  if (existing === undefined) return action
  if (action === 'checksum') {
    if (!(await haveSameContent(state, item, entry))) return 'content'
    const same = timesEqual(entry.mtimeNs, existing.mtimeNs, state.compare.modifyWindowNs)
    action = same && sameAttributes(entry, existing, state.options.preserve) ? 'skip' : 'metadata'
  }

  if (entry.type !== 'file') return action
  if (action === 'skip' && !isPassedOver(entry, existing, state.compare)) {
    if (!(await xattrsDiffer(state, item.sourcePath, item.destinationPath))) return 'skip'
    action = 'metadata'
  }

  return action === 'metadata' && !canAlter(state, existing) ? 'content' : action
}

/** An inode with other names is replaced, never altered: they are not ours, unless hard links are kept. */
function canAlter(state: TransferState, existing: Entry): boolean {
  if (state.destination.features.setMetadata === undefined) return false
  return state.options.preserve.hardLinks || (existing.linkCount ?? 1) === 1
}

async function landFile(context: LandingContext, item: TransferItem): Promise<Entry> {
  const { state } = context
  const { progress, tally } = state
  if (item.decision.action !== 'content') progress.expect(1, item.entry.sizeBytes)
  await makeWay(context, item)
  const landed = state.dryRun ? item.entry : await copyContent(state, item)

  tally.filesCopied++
  tally.bytesCopied += landed.sizeBytes
  state.action(item.existing === undefined ? 'copy' : 'update', item.label, landed.sizeBytes)
  return landed
}

async function landSymlink(context: LandingContext, item: TransferItem): Promise<void> {
  const { state } = context
  const { entry, destinationPath } = item
  const { signal } = state
  await makeWay(context, item)
  if (!state.dryRun) {
    await state.destination.symlink(destinationPath, entry.target ?? '', { signal, mtimeNs: entry.mtimeNs })
    const { preserve } = state.options
    if (preserve.owner)
      await state.destination.features.setMetadata?.(destinationPath, keptMetadata(entry, preserve), {
        signal,
      })
  }

  state.tally.linksCreated++
  state.action('symlink', item.label)
}

async function landSpecial(context: LandingContext, item: TransferItem): Promise<void> {
  const { state } = context
  const { entry, destinationPath } = item
  const { makeSpecial, setMetadata } = state.destination.features
  const { signal } = state
  if (makeSpecial === undefined) {
    throw new BlitError(
      'E_SPECIAL',
      `${displayPath(item.label)}: the destination cannot hold a ${entry.type}`,
      { path: item.label },
    )
  }

  await makeWay(context, item)
  if (!state.dryRun) {
    await makeSpecial(destinationPath, entry, { signal })
    await setMetadata?.(destinationPath, keptMetadata(entry, state.options.preserve), { signal })
  }

  state.action('special', item.label)
}

async function setMetadata(state: TransferState, item: TransferItem): Promise<void> {
  const { entry, destinationPath } = item
  const { setMetadata: set } = state.destination.features
  const { signal } = state
  if (!state.dryRun) {
    if (entry.type === 'file')
      await set?.(destinationPath, await fullMetadata(state, item.sourcePath, entry), { signal })
    else if (set !== undefined)
      await set(destinationPath, keptMetadata(entry, state.options.preserve), { signal })
    else if (entry.type === 'symlink') {
      await state.destination.symlink(destinationPath, entry.target ?? '', { signal, mtimeNs: entry.mtimeNs })
    }
  }

  state.action('metadata', item.label)
}

/** What is replaced goes into the backup first, if there is one. In a dry run that is only said. */
export async function makeWay(context: LandingContext, item: TransferItem): Promise<void> {
  const { backup, state } = context
  const { destinationPath, existing, label } = item
  if (backup === undefined || existing === undefined || existing.type === 'directory') return
  if (!state.dryRun) await backup.keep(destinationPath, existing)
  state.action('backup', label)
}
