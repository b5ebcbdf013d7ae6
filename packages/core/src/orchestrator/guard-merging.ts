import { BlitError } from '../errors/blit-error.js'
import { compileFilter } from '../filters/filter.js'
import type { TransferOptions } from '../model/transfer-options.js'
import { joinPath } from '../paths/check-name.js'
import { displayPath } from '../paths/display.js'
import { nameKey } from '../plan/name-rules.js'
import type { PlannedJob, PlannedSession } from './plan-sessions.js'

interface Claim {
  readonly isDirectory: boolean
  readonly sourceText: string
}

/**
 * Several sources of which one gives its contents (`SRC/`) can meet anywhere below the destination. Two things that
 * would land on one name, unless both are directories, are refused before anything is touched (E_NAME_COLLISION): the second
 * would replace the first, and a move would have removed that from its source.
 */
export async function guardMerging(
  sessions: readonly PlannedSession[],
  options: TransferOptions,
  signal: AbortSignal,
): Promise<void> {
  const jobs = sessions.flatMap((session) => session.jobs.map((job) => ({ session, job })))
  if (jobs.length < 2 || !jobs.some(({ job }) => job.kind === 'tree' && job.prefix === '')) return
  const claims = new Map<string, Claim>()
  for (const { session, job } of jobs) {
    for await (const { path, isDirectory } of landingPaths(session, job, options, signal)) {
      const key = nameKey(path, session.destination.limits)
      const first = claims.get(key)
      if (first === undefined) claims.set(key, { isDirectory, sourceText: job.sourceText })
      else if (!first.isDirectory || !isDirectory) throw collision(path, first, job)
    }
  }
}

interface LandingPath {
  /** Relative to what the sources have in common: the destination. */
  readonly path: string
  readonly isDirectory: boolean
}

async function* landingPaths(
  { source }: PlannedSession,
  job: PlannedJob,
  options: TransferOptions,
  signal: AbortSignal,
): AsyncIterable<LandingPath> {
  if (job.kind === 'entry') {
    yield { path: job.destinationPath, isDirectory: false }
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
      yield { path: joinPath(job.prefix, path), isDirectory }
    }
  }
}

function collision(path: string, first: Claim, { sourceText }: PlannedJob): BlitError {
  const sources = `'${displayPath(first.sourceText)}' and '${displayPath(sourceText)}'`
  return new BlitError(
    'E_NAME_COLLISION',
    `'${displayPath(path)}' would come from both ${sources}: nothing was touched`,
    {
      path,
      hint: 'copy them one after the other, or leave one out with --exclude',
    },
  )
}
