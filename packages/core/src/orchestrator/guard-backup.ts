import { BlitError, isBlitError } from '../errors/blit-error.js'
import { compileFilter } from '../filters/filter.js'
import type { Entry } from '../model/entry.js'
import type { TransferOptions } from '../model/transfer-options.js'
import { joinPath } from '../paths/check-name.js'
import { displayPath } from '../paths/display.js'
import type { PlannedSession } from './plan-sessions.js'

/**
 * Rejects with `E_OVERLAP` when something of a source would land in the backup directory, among what is kept there:
 * each could take the place of the other. Only for one named relative to the destination, without '..'.
 */
export async function guardBackup(
  sessions: readonly PlannedSession[],
  { backupDir, copyLinks, filter }: TransferOptions,
  signal: AbortSignal,
): Promise<void> {
  const path = backupDir === undefined || backupDir.startsWith('/') ? '' : plainPath(backupDir)
  if (backupDir === undefined || path === '') return
  const { hidesPath } = compileFilter(filter)
  for (const { jobs, source } of sessions) {
    for (const job of jobs) {
      const inside = relativeTo(job.destinationPath, path)
      if (job.kind !== 'tree' || inside === undefined) continue
      const entry = await seen(source.stat(joinPath(job.sourcePath, inside), { signal, follow: copyLinks }))
      if (entry === undefined || hidesPath(inside, entry.type === 'directory')) continue
      const shown = displayPath(backupDir)
      throw new BlitError(
        'E_OVERLAP',
        `--backup-dir ${shown}: '${displayPath(job.sourceText)}' has something of that name, which would land in it`,
        { path: backupDir, hint: `choose another name, or pass --exclude '/${displayPath(inside)}'` },
      )
    }
  }
}

/** Of what cannot be looked at nothing can be copied either. */
async function seen(stat: Promise<Entry | undefined>): Promise<Entry | undefined> {
  try {
    return await stat
  } catch (error) {
    if (isBlitError(error) && !error.fatal) return undefined
    throw error
  }
}

/** Without empty components and '.'; '' for what goes up. */
function plainPath(path: string): string {
  const names = path.split('/').filter((name) => name !== '' && name !== '.')
  return names.includes('..') ? '' : names.join('/')
}

/** The path below `directory`; undefined when it is not in it. */
function relativeTo(directory: string, path: string): string | undefined {
  if (directory === '') return path
  return path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : undefined
}
