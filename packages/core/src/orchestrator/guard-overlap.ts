import type { Endpoint, Identity } from '../contract/endpoint.js'
import type { Operation } from '../contract/route.js'
import { findOverlap, leadsToSource, overlapOf } from '../location/overlap.js'
import { joinPath } from '../paths/check-name.js'
import type { PlannedJob, PlannedSession } from './plan-sessions.js'

/**
 * Rejects with `E_OVERLAP` when a job would copy or delete what it reads. Endpoints that cannot tell where they are
 * are taken to be apart.
 */
export async function guardOverlap(
  operation: Operation,
  sessions: readonly PlannedSession[],
  signal: AbortSignal,
): Promise<void> {
  for (const session of sessions) {
    for (const job of session.jobs) await guardJob(operation, session, job, signal)
  }
}

async function guardJob(
  operation: Operation,
  { destination, source }: PlannedSession,
  job: PlannedJob,
  signal: AbortSignal,
): Promise<void> {
  const from = await source.features.identity?.(job.sourcePath, { signal })
  const to = await destination.features.identity?.(job.destinationPath, { signal })
  if (from === undefined || to === undefined) return
  const asksMore =
    operation !== 'mirror' && job.kind === 'tree' && overlapOf(from, to) === 'source-inside-destination'
  const overlap = findOverlap(from, to, {
    operation,
    kind: job.kind,
    source: job.sourceText,
    destination: job.destinationText,
    ...(asksMore && {
      overwritesSource: await overwritesSource(source, from, { endpoint: destination, job }, signal),
    }),
  })
  if (overlap !== undefined) throw overlap
}

/** Whether a name at the top of the source is, at the destination, on the way to the source. */
async function overwritesSource(
  source: Endpoint,
  from: Identity,
  to: { readonly endpoint: Endpoint; readonly job: PlannedJob },
  signal: AbortSignal,
): Promise<boolean> {
  const { endpoint, job } = to
  for await (const { entries } of source.scan(job.sourcePath, { recursive: false, signal })) {
    for (const { name } of entries) {
      const path = joinPath(job.destinationPath, name)
      // Only a directory, maybe behind a symlink, can lead to one; to ask where it is costs more.
      const there = await endpoint.stat(path, { signal, follow: true })
      if (there?.type !== 'directory') continue
      const child = await endpoint.features.identity?.(path, { signal })
      if (child === undefined || leadsToSource(child, from)) return true
    }
  }

  return false
}
