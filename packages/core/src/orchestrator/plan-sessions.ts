import type { Endpoint } from '../contract/endpoint.js'
import type { TransferJob } from '../contract/route.js'
import type { Location } from '../contract/transport.js'
import { BlitError, isBlitError } from '../errors/blit-error.js'
import { EXIT } from '../errors/exit-codes.js'
import { resolveLanding, type Landing, type LandingSource } from '../location/landing.js'
import { parseOperand } from '../location/operand.js'
import type { Entry } from '../model/entry.js'
import type { Failure } from '../model/outcome.js'
import { displayPath } from '../paths/display.js'
import type { OpenEndpoints } from './open-endpoints.js'
import { childLocation, inDirectory } from './related-location.js'
import type { TransferRequest } from './transfer-request.js'

/** Jobs between the same two endpoints. */
export interface PlannedSession {
  readonly source: Endpoint
  readonly destination: Endpoint
  readonly jobs: PlannedJob[]
  /** Paths of the source that take no part: another source has their place. */
  readonly hiddenPaths?: ReadonlySet<string>
}

/** A job, with what the user wrote for it. */
export interface PlannedJob extends TransferJob {
  readonly sourceText: string
  readonly destinationText: string
}

export interface PlannedTransfer {
  readonly sessions: readonly PlannedSession[]
  /** Sources that have no place. */
  readonly failures: readonly Failure[]
}

export interface PlanContext {
  readonly request: TransferRequest
  readonly endpoints: OpenEndpoints
  readonly signal: AbortSignal
  readonly platform: NodeJS.Platform
}

/** The operands, and what the sources are. */
export interface Operands {
  readonly sources: readonly LandingSource[]
  readonly destination: Location
}

/** Takes the operands apart, and looks at the sources. */
export async function lookAtOperands(context: PlanContext): Promise<Operands> {
  const { platform, request } = context
  const locations = request.sources.map((text) => parseOperand(text, { platform }))
  const destination = parseOperand(request.destination, { platform })
  const sources: LandingSource[] = []
  for (const location of locations) sources.push({ location, entry: await lookAtSource(context, location) })
  return { sources, destination }
}

/**
 * Finds out what the operands of a transfer mean: looks at both sides and makes jobs of them. A directory is an
 * endpoint of its own; a single thing is one entry of the endpoint of its directory. Touches nothing.
 */
export async function planSessions(
  context: PlanContext,
  { destination: destinationLocation, sources }: Operands,
): Promise<PlannedTransfer> {
  const { endpoints, platform, request, signal } = context
  const root = await endpoints.open(destinationLocation)
  const entry = await lookAt(root, signal, true, 'E_DESTINATION', destinationLocation)
  const { landings, failures } = resolveLanding({
    operation: request.operation,
    sources,
    destination: { location: destinationLocation, entry },
    limits: root.limits,
    platform,
  })
  const sessions: PlannedSession[] = []
  for (const landing of landings) {
    const source = sources[landing.source]?.location ?? destinationLocation
    checkList(request, landing, source)
    const job = await (landing.kind === 'tree' ? planTree : planEntry)(
      context,
      landing,
      source,
      destinationLocation,
    )
    addJob(sessions, job)
  }

  return { sessions, failures }
}

interface Placed {
  readonly source: Endpoint
  readonly destination: Endpoint
  readonly job: PlannedJob
}

async function planTree(
  context: PlanContext,
  landing: Landing,
  from: Location,
  to: Location,
): Promise<Placed> {
  const { endpoints, platform, request, signal } = context
  const name = inDirectory(from, platform)?.name
  const place = childLocation(to, landing.destinationSuffix, platform)
  const several = request.sources.length > 1
  const source = await endpoints.open(from)
  // What is replaced goes to one directory, the same for all sources: relative to DST, not to each `DST/name`.
  const isBelow = request.options.backupDir !== undefined && landing.destinationSuffix !== ''
  if (isBelow) await refuseNoDirectory(await endpoints.open(to), landing.destinationSuffix, place, signal)
  const job: PlannedJob = {
    kind: 'tree',
    sourcePath: '',
    destinationPath: isBelow ? landing.destinationSuffix : '',
    // What has no name of its own is a root or a place on the way to here: it cannot go away.
    ...((from.trailingSlash || name === undefined || source.rootStays === true) && { contentsOnly: true }),
    prefix: several ? landing.destinationSuffix : '',
    sourceText: from.text,
    destinationText: place.text,
  }
  return { source, destination: await endpoints.open(isBelow ? to : place), job }
}

/** Below a root no link is followed, and nothing else gives way to a tree that was named. */
async function refuseNoDirectory(
  root: Endpoint,
  name: string,
  place: Location,
  signal: AbortSignal,
): Promise<void> {
  const entry = await root.stat(name, { signal })
  if (entry === undefined || entry.type === 'directory') return
  const path = place.text
  const hint =
    entry.type === 'symlink'
      ? `with --backup-dir no link is followed there: copy to '${displayPath(path)}/' itself`
      : 'remove it or choose another destination'
  throw new BlitError('E_DESTINATION', `'${displayPath(path)}' is not a directory`, { path, hint })
}

async function planEntry(
  context: PlanContext,
  landing: Landing,
  from: Location,
  to: Location,
): Promise<Placed> {
  const { endpoints, platform } = context
  const source = inDirectory(from, platform)
  const place =
    landing.destinationSuffix === ''
      ? inDirectory(to, platform)
      : { directory: to, name: landing.destinationSuffix }
  if (source === undefined)
    throw new BlitError('E_USAGE', `'${displayPath(from.text)}' is no directory, and has no name`)
  if (place === undefined) throw new BlitError('E_USAGE', `'${displayPath(to.text)}' is no name for a file`)
  const job: PlannedJob = {
    kind: 'entry',
    sourcePath: source.name,
    destinationPath: place.name,
    prefix: '',
    sourceText: from.text,
    destinationText: childLocation(to, landing.destinationSuffix, platform).text,
  }
  return {
    source: await endpoints.open(source.directory),
    destination: await endpoints.open(place.directory),
    job,
  }
}

/** Single things between the same endpoints are one session, as long as they follow each other. */
function addJob(sessions: PlannedSession[], { destination, job, source }: Placed): void {
  const last = sessions.at(-1)
  const isSame = last !== undefined && last.source === source && last.destination === destination
  if (isSame && job.kind === 'entry' && last.jobs[0]?.kind === 'entry') last.jobs.push(job)
  else sessions.push({ source, destination, jobs: [job] })
}

function checkList({ operation, options }: TransferRequest, { kind }: Landing, { text }: Location): void {
  if (options.filesFrom === undefined) return
  if (operation === 'mirror')
    throw new BlitError('E_USAGE', '--files-from does not go with mirror', { hint: 'use copy' })
  if (kind === 'tree') return
  throw new BlitError(
    'E_USAGE',
    `--files-from needs a directory as source, and '${displayPath(text)}' is none`,
    { path: text },
  )
}

async function lookAtSource(context: PlanContext, location: Location): Promise<Entry | undefined> {
  const { endpoints, request, signal } = context
  const follow = location.trailingSlash || request.options.copyLinks
  return lookAt(await endpoints.open(location), signal, follow, 'E_SOURCE_UNREADABLE', location)
}

/** What is at the root of an endpoint; what hinders the look is an error of that side. */
export async function lookAt(
  endpoint: Endpoint,
  signal: AbortSignal,
  follow: boolean,
  code: 'E_DESTINATION' | 'E_SOURCE_UNREADABLE',
  { text }: Location,
): Promise<Entry | undefined> {
  try {
    return await endpoint.stat('', { signal, follow })
  } catch (error) {
    if (isBlitError(error) && error.code === 'E_NO_MODULE' && code === 'E_DESTINATION')
      throw new BlitError('E_NO_MODULE', error.message, {
        path: text,
        hint: error.hint,
        exit: EXIT.destination,
        cause: error,
      })
    // Who looks reads, and says so: here what is looked at is to be written.
    if (isBlitError(error) && error.code === 'E_SOURCE_UNREADABLE' && code === 'E_DESTINATION')
      throw new BlitError(code, error.message, { path: text, hint: error.hint, cause: error })
    if (!isBlitError(error) || error.fatal || signal.aborted) throw error
    throw new BlitError(code, error.message, { path: text, hint: error.hint, cause: error })
  }
}
