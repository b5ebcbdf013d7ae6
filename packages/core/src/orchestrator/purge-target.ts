import type { Endpoint } from '../contract/endpoint.js'
import type { RouteOutcome } from '../contract/route-outcome.js'
import type { Location } from '../contract/transport.js'
import { BlitError } from '../errors/blit-error.js'
import { compileFilter } from '../filters/filter.js'
import { parseOperand } from '../location/operand.js'
import type { Entry } from '../model/entry.js'
import type { RouteName } from '../model/outcome.js'
import { displayPath } from '../paths/display.js'
import { confirmDeletes, requireAnswer } from './confirm-deletes.js'
import type { OpenEndpoints } from './open-endpoints.js'
import type { OrchestratorDeps } from './orchestrator-deps.js'
import { lookAt } from './plan-sessions.js'
import { purgePlace, type PlacePurge } from './purge-place.js'
import { inDirectory } from './related-location.js'
import type { PurgeRequest } from './transfer-request.js'

/**
 * Removes a target, or with a trailing '/' what is in it: everything is listed first, the whole plan is confirmed once,
 * and then each entry goes only if it is still what was listed. A symlink is removed, never followed.
 */
export async function purgeTarget(
  deps: OrchestratorDeps,
  request: PurgeRequest,
  endpoints: OpenEndpoints,
): Promise<{ readonly outcome: RouteOutcome; readonly route: RouteName }> {
  const platform = deps.platform ?? process.platform
  // A bad filter is refused before anything is looked at.
  compileFilter(request.filter)
  const location = parseOperand(request.target, { platform })
  const place = inDirectory(location, platform)
  const itself = await endpoints.open(location)
  const entry = await lookAt(itself, deps.signal, false, 'E_SOURCE_UNREADABLE', location)
  if (entry === undefined) throw refused('E_SOURCE_MISSING', location, 'there is nothing there')
  const contentsOnly = location.trailingSlash || place === undefined || itself.rootStays === true
  if (contentsOnly && entry.type !== 'directory') throw refused('E_USAGE', location, notDirectory(entry))
  if (itself.readOnly === true)
    throw new BlitError('E_READ_ONLY', `${displayPath(location.text)}: nothing may be removed there`, {
      path: location.text,
      hint: 'it is read-only by its config',
    })
  if (entry.type === 'directory') await guardRoots(itself, location, endpoints, deps.signal)
  const rules = {
    operation: 'purge',
    target: request.target,
    dryRun: request.dryRun,
    maxDelete: request.maxDelete,
  } as const
  requireAnswer(deps, rules)

  const endpoint = contentsOnly ? itself : await endpoints.open(place.directory)
  const path = contentsOnly ? '' : place.name
  const { dryRun, filter, reportActions } = request
  const { observer, signal } = deps
  const confirm: PlacePurge['confirmDeletes'] = (plan) => confirmDeletes(deps, rules, plan)
  const common = { contentsOnly, filter, dryRun, observer, confirmDeletes: confirm, signal }
  const { purge } = endpoint.features
  // Path by path only who removes them here can tell.
  const outcome = await (purge === undefined || reportActions
    ? purgePlace({ ...common, endpoint, path, entry, reportActions })
    : purge(path, common))
  return { outcome, route: location.scheme === 'file' ? 'local' : 'generic' }
}

/** Nobody means the root of a file system, or the directory above. */
async function guardRoots(
  endpoint: Endpoint,
  location: Location,
  endpoints: OpenEndpoints,
  signal: AbortSignal,
): Promise<void> {
  if (location.scheme !== 'file') return
  const { path } = location
  if (/(?:^|[/\\])\.\.$/.test(path)) throw refused('E_USAGE', location, "it ends in '..'")
  if (/^(?:[A-Za-z]:)?[/\\]*$/.test(path))
    throw refused('E_USAGE', location, 'it is the root of a file system')
  const top = await endpoints.open({ scheme: 'file', path: '/', trailingSlash: true, text: '/' })
  const [here, root] = [
    await endpoint.features.identity?.('', { signal }),
    await top.features.identity?.('', { signal }),
  ]
  const isRoot = here?.self.some((name) => root?.self.includes(name)) === true
  if (isRoot) throw refused('E_USAGE', location, 'it is the root of a file system')
}

function notDirectory({ type }: Entry): string {
  return type === 'symlink'
    ? "it is a symlink; without the '/' it is the link that goes"
    : `it is no directory but a ${type}`
}

function refused(code: 'E_SOURCE_MISSING' | 'E_USAGE', { text }: Location, why: string): BlitError {
  const hint = code === 'E_USAGE' ? 'name the very thing that shall go' : undefined
  return new BlitError(code, `purge of '${displayPath(text)}' refused: ${why}`, { path: text, hint })
}
