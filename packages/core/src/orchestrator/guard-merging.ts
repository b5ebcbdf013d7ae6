import { compileFilter } from '../filters/filter.js'
import type { Failure } from '../model/outcome.js'
import type { TransferOptions } from '../model/transfer-options.js'
import { joinPath } from '../paths/check-name.js'
import { displayPath } from '../paths/display.js'
import { nameKey } from '../plan/name-rules.js'
import type { PlannedJob, PlannedSession, PlannedTransfer } from './plan-sessions.js'

interface Claim {
  readonly isDirectory: boolean
  readonly sourceText: string
}

/**
 * Several sources of which one gives its contents (`SRC/`) can meet anywhere below the destination. Of two things that
 * would land on one name, unless both are directories, the first one lands and the other is a failure by that name: it
 * would replace the first, and a move would have removed that from its source. Touches nothing.
 */
export async function guardMerging(
  { failures, sessions }: PlannedTransfer,
  options: TransferOptions,
  signal: AbortSignal,
): Promise<PlannedTransfer> {
  const jobs = sessions.flatMap((session) => session.jobs)
  if (jobs.length < 2 || !jobs.some((job) => job.kind === 'tree' && job.prefix === ''))
    return { failures, sessions }
  const claims = new Map<string, Claim>()
  const all = [...failures]
  const kept: PlannedSession[] = []
  for (const session of sessions) {
    const hiddenPaths = new Set<string>()
    const placed: PlannedJob[] = []
    for (const job of session.jobs) {
      const meets: string[] = []
      for await (const { isDirectory, path, sourcePath } of landingPaths(session, job, options, signal)) {
        const key = nameKey(path, session.destination.limits)
        const first = claims.get(key)
        if (first === undefined) claims.set(key, { isDirectory, sourceText: job.sourceText })
        else if (!first.isDirectory || !isDirectory) {
          meets.push(sourcePath)
          all.push(collision(path, first, job))
        }
      }

      if (job.kind === 'tree') for (const path of meets) hiddenPaths.add(path)
      if (job.kind === 'tree' || meets.length === 0) placed.push(job)
    }

    if (placed.length > 0) kept.push({ ...session, jobs: placed, hiddenPaths })
  }

  return { failures: all, sessions: kept }
}

interface LandingPath {
  /** Relative to what the sources have in common: the destination. */
  readonly path: string
  readonly isDirectory: boolean
  /** Relative to the root of the job's source. */
  readonly sourcePath: string
}

async function* landingPaths(
  { source }: PlannedSession,
  job: PlannedJob,
  options: TransferOptions,
  signal: AbortSignal,
): AsyncIterable<LandingPath> {
  if (job.kind === 'entry') {
    yield { path: job.destinationPath, isDirectory: false, sourcePath: job.sourcePath }
    return
  }

  const filter = compileFilter(options.filter)
  const scan = source.scan(job.sourcePath, {
    recursive: true,
    signal,
    followLinks: options.copyLinks,
    enter: (path) => !filter.hides(path, true),
  })
  for await (const { directory, entries } of scan) {
    for (const entry of entries) {
      const path = joinPath(directory, entry.name)
      const isDirectory = entry.type === 'directory'
      if (filter.hides(path, isDirectory) || filter.hidesFile(entry)) continue
      yield { path: joinPath(job.prefix, path), isDirectory, sourcePath: path }
    }
  }
}

function collision(path: string, first: Claim, { sourceText }: PlannedJob): Failure {
  const sources = `'${displayPath(first.sourceText)}' and '${displayPath(sourceText)}'`
  const message = `'${displayPath(path)}' would come from both ${sources}: the first one lands`
  return { path, code: 'E_NAME_COLLISION', message }
}
