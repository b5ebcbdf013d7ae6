import type { TransferJob } from '../contract/route.js'
import { BlitError } from '../errors/blit-error.js'
import { displayPath } from '../paths/display.js'
import { directoryOf, lastName } from '../paths/split-path.js'
import { findNameProblems } from '../plan/name-rules.js'
import { decide } from './decide.js'
import { ensureDirectory } from './ensure-directory.js'
import { landItem } from './land-item.js'
import type { TransferContext } from './transfer-context.js'
import { canTakePart } from './walk-source.js'

/** A job of one thing that is not a directory. Its name takes part in the filter like any other. */
export async function runEntry(context: TransferContext, job: TransferJob): Promise<void> {
  const { state } = context
  const { destination, filter, options, signal, source, tally } = state
  const { destinationPath, sourcePath } = job
  const name = lastName(sourcePath)
  const label = state.label(job, name)
  try {
    const entry = await source.stat(sourcePath, { signal, follow: options.copyLinks })
    if (entry === undefined)
      throw new BlitError('E_NOT_FOUND', `${displayPath(label)}: it vanished`, { path: label })
    if (entry.type === 'directory')
      throw new BlitError('E_CHANGED', `${displayPath(label)}: it became a directory`, { path: label })
    if (filter.hides(name, false) || filter.hidesFile(entry) || !canTakePart(state, label, entry)) return
    if (entry.type === 'file') tally.filesScanned++
    const problem = findNameProblems([lastName(destinationPath)], destination.limits).get(
      lastName(destinationPath),
    )
    if (problem !== undefined) throw new BlitError(problem.code, problem.message, { path: label })
    if (!options.dryRun)
      tally.dirsCreated += (await ensureDirectory(destination, directoryOf(destinationPath), signal)).length
    const existing = await destination.stat(destinationPath, { signal })
    const item = decide(state, { job, path: name, label, sourcePath, destinationPath, entry }, existing)
    const scope = { filter, deleteExcluded: options.deleteExcluded }
    await state.pool.start(() => landItem(context, item, scope))
  } catch (error) {
    state.fail(label, error)
  }
}
