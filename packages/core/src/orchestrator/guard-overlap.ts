import { randomBytes } from 'node:crypto'
import type { Endpoint, Identity } from '../contract/endpoint.js'
import type { Operation } from '../contract/route.js'
import { findOverlap, leadsToSource, overlapOf } from '../location/overlap.js'
import { saltIdentity } from '../location/salt-identity.js'
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
  const call: IdentityCall = { signal, salt: randomBytes(32) }
  for (const session of sessions) {
    for (const job of session.jobs) await guardJob(operation, session, job, call)
  }
}

interface IdentityCall {
  readonly signal: AbortSignal
  /** New for each transfer: what an endpoint tells by it is of no use later. */
  readonly salt: Uint8Array
}

async function guardJob(
  operation: Operation,
  { destination, source }: PlannedSession,
  job: PlannedJob,
  call: IdentityCall,
): Promise<void> {
  const [from, to] = alike(
    await source.features.identity?.(job.sourcePath, call),
    await destination.features.identity?.(job.destinationPath, call),
    call.salt,
  )
  if (from === undefined || to === undefined) return
  const asksMore =
    operation !== 'mirror' && job.kind === 'tree' && overlapOf(from, to) === 'source-inside-destination'
  const overlap = findOverlap(from, to, {
    operation,
    kind: job.kind,
    source: job.sourceText,
    destination: job.destinationText,
    ...(asksMore && {
      overwritesSource: await overwritesSource(source, from, { endpoint: destination, job }, call),
    }),
  })
  if (overlap !== undefined) throw overlap
}

/** Whether a name at the top of the source is, at the destination, on the way to the source. */
async function overwritesSource(
  source: Endpoint,
  from: Identity,
  to: { readonly endpoint: Endpoint; readonly job: PlannedJob },
  call: IdentityCall,
): Promise<boolean> {
  const { endpoint, job } = to
  const { salt, signal } = call
  for await (const { entries } of source.scan(job.sourcePath, { recursive: false, signal })) {
    for (const { name } of entries) {
      const path = joinPath(job.destinationPath, name)
      // Only a directory, maybe behind a symlink, can lead to one; to ask where it is costs more.
      const there = await endpoint.stat(path, { signal, follow: true })
      if (there?.type !== 'directory') continue
      const [child, origin] = alike(await endpoint.features.identity?.(path, call), from, salt)
      if (child === undefined || origin === undefined || leadsToSource(child, origin)) return true
    }
  }

  return false
}

/** Two identities in terms in which they can be compared: where one is salted, so is the other. */
function alike(
  one: Identity | undefined,
  other: Identity | undefined,
  salt: Uint8Array,
): readonly [Identity | undefined, Identity | undefined] {
  if (one === undefined || other === undefined || one.salted === other.salted) return [one, other]
  return [saltIdentity(one, salt), saltIdentity(other, salt)]
}
