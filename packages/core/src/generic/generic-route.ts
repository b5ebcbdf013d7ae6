import type { Route, RouteSession } from '../contract/route.js'
import type { RouteOutcome } from '../contract/route-outcome.js'
import { Backup, backupPathOf } from './backup.js'
import { DirectoryFinisher } from './directory-finisher.js'
import { runEntry } from './entry-pass.js'
import { HardLinkGroups } from './hard-link-groups.js'
import { landFreely } from './land-item.js'
import { Deletions } from './deletions.js'
import { settleTransfer } from './settle-transfer.js'
import { SourceRemoval } from './source-removal.js'
import type { TransferContext } from './transfer-context.js'
import { TransferState } from './transfer-state.js'
import { TreePass } from './tree-pass.js'

/**
 * The route between any two endpoints: it needs no more than the mandatory methods, and uses the features that are
 * there. What a fast route leaves must be what this one leaves.
 *
 * 1. Every job is scanned, compared and copied at once (`TreePass`, `runEntry`).
 * 2. A mirror deletes, after everything arrived (`Deletions`).
 * 3. Directories get their modes and times (`DirectoryFinisher`).
 * 4. A move removes what arrived at its source (`SourceRemoval`).
 */
export const genericRoute: Route = {
  name: 'generic',

  async run(session: RouteSession): Promise<RouteOutcome> {
    return settleTransfer(new TransferState(session), transfer)
  },
}

async function transfer(state: TransferState): Promise<void> {
  const { operation, jobs } = state.session
  const context = contextOf(state)
  state.progress.phase = 'transfer'
  try {
    for (const job of jobs) {
      state.signal.throwIfAborted()
      await (job.kind === 'tree' ? new TreePass(context, job).run() : runEntry(context, job))
    }

    await state.pool.idle()
    state.signal.throwIfAborted()
    state.progress.totalKnown = true
    if (operation === 'mirror') await context.deletes.run((item) => landFreely(context, item))
  } finally {
    await state.pool.idle()
    if (!state.signal.aborted) state.progress.phase = 'finish'
    await context.directories.run()
  }

  state.signal.throwIfAborted()
  await context.removal.run()
}

function contextOf(state: TransferState): TransferContext {
  const backupPath = backupPathOf(state.options.backupDir)
  const backup =
    backupPath === undefined ? undefined : new Backup(state.destination, backupPath, state.signal)
  const directories = new DirectoryFinisher(state)
  return {
    state,
    backup,
    directories,
    hardLinks: new HardLinkGroups({ state, backup }),
    deletes: new Deletions(state, backup, directories),
    removal: new SourceRemoval(state),
  }
}
