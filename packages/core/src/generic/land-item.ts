import { directoryOf } from '../paths/split-path.js'
import type { DeleteScope } from '../plan/delete-rules.js'
import { isPassedOver } from '../plan/move-rules.js'
import { listDestination } from './list-destination.js'
import { notEmpty } from './deletions.js'
import type { TransferContext } from './transfer-context.js'
import type { TransferItem } from './transfer-item.js'

/**
 * Makes the destination hold something that is not a directory. In the way of a directory with content it is refused;
 * in a mirror it waits until that is deleted (S5).
 */
export async function landItem(
  context: TransferContext,
  item: TransferItem,
  scope: DeleteScope,
): Promise<void> {
  const isFree = item.decision.replaces !== 'directory' || (await isWayFree(context, item, scope))
  if (isFree) await landFreely(context, item)
}

/** The same where nothing is in the way. */
export async function landFreely(context: TransferContext, item: TransferItem): Promise<void> {
  const { directories, hardLinks, removal, state } = context
  const { destinationPath, existing, label, sourcePath } = item
  const { entry, outcome } = await hardLinks.land(item)
  if (outcome === 'landed') directories.touch(directoryOf(destinationPath))
  if (outcome === 'failed' || isPassedOver(item.entry, existing, state.compare)) removal.stays(sourcePath)
  else removal.add(sourcePath, label, entry)
}

async function isWayFree(context: TransferContext, item: TransferItem, scope: DeleteScope): Promise<boolean> {
  const { deletes, removal, state } = context
  const { destinationPath, existing, label, sourcePath } = item
  try {
    const { entries, failure } = await listDestination(state, destinationPath)
    if (failure !== undefined) throw failure
    if (entries.size === 0) return true
    if (state.session.operation === 'mirror' && existing !== undefined) {
      deletes.defer(item, existing, scope)
      return false
    }

    throw notEmpty(label)
  } catch (error) {
    removal.stays(sourcePath)
    state.fail(label, error)
    return false
  }
}
