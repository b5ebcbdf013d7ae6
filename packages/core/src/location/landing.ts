import type { EndpointLimits } from '../contract/endpoint.js'
import type { Operation, TransferJob } from '../contract/route.js'
import type { Location } from '../contract/transport.js'
import { BlitError } from '../errors/blit-error.js'
import type { Entry } from '../model/entry.js'
import type { Failure } from '../model/outcome.js'
import { displayPath } from '../paths/display.js'
import { findNameProblems } from '../plan/name-rules.js'
import { endsInSlash, ownName } from './own-name.js'

/**
 * Where things land: what the operands of a copy, mirror or move mean. Pure; the caller has looked at
 * both sides and opens, for every landing, its source at `''` and writes at `destinationSuffix` below the
 * destination's root.
 *
 * 1. What is not a directory lands at `DST/name` when DST ends in '/' or is a directory; else it becomes DST.
 * 2. Of a directory `SRC/`, `SRC/.`, `.`, and one without a name of its own (`..`, a bucket), the contents go into
 *    DST. Otherwise it lands at `DST/name` when DST ends in '/'; else it becomes DST, whether DST exists or not.
 * 3. Of several sources each lands at `DST/name`, and the contents of `SRC/` in DST itself.
 */
export interface LandingRequest {
  readonly operation: Operation
  readonly sources: readonly LandingSource[]
  readonly destination: LandingDestination
  /** Of the destination: names that are one there collide, names it cannot hold fail. POSIX by default. */
  readonly limits?: EndpointLimits
  /** Whose separators local operands have; `process.platform` by default. */
  readonly platform?: NodeJS.Platform
}

export interface LandingSource {
  readonly location: Location
  /**
   * What `stat('')` says, undefined when there is nothing. With `follow` where the location has a trailing slash
   * or links are copied as what they point to (`-L`); otherwise without: a link is copied as a link, whatever
   * it points to.
   */
  readonly entry: Entry | undefined
}

export interface LandingDestination {
  readonly location: Location
  /** What `stat('')` with `follow` says: a symlink to a directory is a directory here. */
  readonly entry: Entry | undefined
}

/** One source and its place. */
export interface Landing {
  /** Index in `sources`. */
  readonly source: number
  /** `tree`: the contents go into the place, which becomes a directory; `entry`: the thing becomes the place. */
  readonly kind: TransferJob['kind']
  /** Below the destination: '' is the destination itself, otherwise one name. */
  readonly destinationSuffix: string
}

export interface LandingPlan {
  /** In the order of the sources. Several may be `tree` at '': their contents are merged. */
  readonly landings: readonly Landing[]
  /** Sources that have no place; `path` is the name they would have had. The others go on. */
  readonly failures: readonly Failure[]
}

/**
 * Finds the place of every source. Rejects before anything is touched: `E_USAGE` for a mirror of several
 * sources or of what is no directory; `E_SOURCE_MISSING`, `E_SOURCE_UNREADABLE` for a source that is not there or no directory
 * although it was written `SRC/`; `E_DESTINATION` where a directory is needed and something else is.
 */
export function resolveLanding(request: LandingRequest): LandingPlan {
  const { operation, sources, destination } = request
  if (sources.length === 0) throw new BlitError('E_USAGE', `${operation} of nothing: there is no source`)
  if (operation === 'mirror' && sources.length > 1) {
    throw new BlitError('E_USAGE', 'a mirror has one source', {
      hint: 'mirror them one by one, or use copy, which deletes nothing',
    })
  }

  const found = sources.map(foundSource)
  const type = found[0]?.type
  if (operation === 'mirror' && type !== 'directory') {
    const path = sources[0]?.location.text
    const hint = type === 'symlink' ? "add a '/' to mirror what it points to" : 'use copy'
    throw new BlitError('E_USAGE', `a mirror needs a directory, and ${quoted(path)} is a ${type}`, {
      path,
      hint,
    })
  }

  const landings = found.map((entry, source) => landOne(request, source, entry))
  checkDestination(destination, landings)
  return withoutNameProblems(landings, request.limits)
}

function foundSource({ location, entry }: LandingSource): Entry {
  const path = location.text
  if (entry === undefined) throw new BlitError('E_SOURCE_MISSING', `there is no ${quoted(path)}`, { path })
  if (location.trailingSlash && entry.type !== 'directory') {
    throw new BlitError('E_SOURCE_UNREADABLE', `${quoted(path)} is not a directory`, {
      path,
      hint: "leave out the '/' at its end",
    })
  }

  return entry
}

function landOne(request: LandingRequest, source: number, entry: Entry): Landing {
  const { sources, destination } = request
  const location = sources[source]?.location ?? destination.location
  const name = ownName(location, request.platform)
  const isTree = entry.type === 'directory'
  const kind = isTree ? 'tree' : 'entry'
  const below = { source, kind, destinationSuffix: name ?? '' } as const
  const itself = { source, kind, destinationSuffix: '' } as const
  if (isTree && location.trailingSlash) return itself
  if (sources.length > 1 || endsInSlash(destination.location)) return below
  return !isTree && destination.entry?.type === 'directory' ? below : itself
}

function checkDestination({ location, entry }: LandingDestination, landings: readonly Landing[]): void {
  if (entry === undefined || entry.type === 'directory') return
  const [only] = landings
  const replacesIt = landings.length === 1 && only?.kind === 'entry' && only.destinationSuffix === ''
  if (replacesIt) return
  const path = location.text
  throw new BlitError('E_DESTINATION', `${quoted(path)} is not a directory`, {
    path,
    hint: 'remove it or choose another destination',
  })
}

function withoutNameProblems(landings: readonly Landing[], limits: EndpointLimits | undefined): LandingPlan {
  const failures: Failure[] = []
  const taken = new Set<string>()
  const placed = landings.filter(({ destinationSuffix: name }) => {
    if (name === '') return true
    if (taken.has(name)) {
      const message = `${quoted(name)} is the name of two sources: the first one lands`
      failures.push({ path: name, code: 'E_NAME_COLLISION', message })
      return false
    }

    taken.add(name)
    return true
  })
  const problems = limits === undefined ? undefined : findNameProblems([...taken], limits)
  const kept = placed.filter(({ destinationSuffix: name }) => {
    const problem = name === '' ? undefined : problems?.get(name)
    if (problem !== undefined) failures.push({ path: name, ...problem })
    return problem === undefined
  })
  return { landings: kept, failures }
}

function quoted(text: string | undefined): string {
  return `'${displayPath(text ?? '')}'`
}
