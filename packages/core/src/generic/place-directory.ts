import type { Entry } from '../model/entry.js'
import { directoryOf } from '../paths/split-path.js'
import { makeWay } from './apply-item.js'
import { ensureDirectory } from './ensure-directory.js'
import type { TransferContext } from './transfer-context.js'
import { withoutExisting, type TransferItem } from './transfer-item.js'
import type { TransferState } from './transfer-state.js'

/**
 * What is known of the destination of a directory: it was made by us (or would have been, in a dry run), it was
 * there, it was there and has just become usable, or nothing may go there.
 */
export type Place = 'new' | 'present' | 'unlocked' | 'barred'

/** Makes a directory, or finds out how the one that exists can be used. Rejects when that fails. */
export async function placeFor(context: TransferContext, item: TransferItem): Promise<Place> {
  const { directories, removal, state } = context
  const { decision, destinationPath, entry, existing, label, sourcePath } = item
  if (existing !== undefined && existing.type !== 'directory' && decision.action === 'skip') {
    removal.stays(sourcePath)
    return 'barred'
  }

  removal.addDirectory(sourcePath, label, entry)
  if (existing?.type !== 'directory') {
    await makeDirectory(context, item)
    return 'new'
  }

  const unlocked = await unlock(state, destinationPath, existing)
  await directories.add(item)
  if (unlocked) directories.touch(destinationPath)
  return unlocked ? 'unlocked' : 'present'
}

async function makeDirectory(context: TransferContext, item: TransferItem): Promise<void> {
  const { directories, state } = context
  const { destinationPath, label, path } = item
  const { destination, signal } = state
  await makeWay(context, item)
  if (!state.dryRun) {
    if (path === '') await ensureDirectory(destination, destinationPath, signal)
    else await destination.mkdir(destinationPath, { signal })
  }

  if (state.session.madeBefore?.has(label) !== true) {
    state.tally.dirsCreated++
    state.action('mkdir', label)
  }

  await directories.add(withoutExisting(item))
  directories.touch(directoryOf(destinationPath))
}

/** The owner of a directory gets leave to fill it, until its mode is set last. */
async function unlock(state: TransferState, path: string, { mode }: Entry): Promise<boolean> {
  const { setMetadata } = state.destination.features
  if (mode === undefined || (mode & 0o700) === 0o700) return false
  if (setMetadata === undefined || state.dryRun) return false
  await setMetadata(path, { mode: mode | 0o700 }, { signal: state.signal })
  return true
}
