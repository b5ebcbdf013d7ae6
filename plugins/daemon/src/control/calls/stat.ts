import { BlitError, toBytes } from '@blit/core'
import { decodePlace, encodeEntry, encodeLimits, pb } from '@blit/remote/protocol'
import { followBeneath } from '../follow-beneath.js'
import type { CallContext } from '../handlers.js'
import type { OpenModule, Serving } from '../serving.js'

/** What is at a place, and what the place can hold. A module's root is what its path leads to. */
export async function answerStat(
  request: pb.StatRequest,
  serving: Serving,
  { signal }: CallContext,
): Promise<pb.StatResponse> {
  const { module, path } = decodePlace(request.getPlace())
  return serving.within(module, 'read', signal, async ({ endpoint, settings }) => {
    const at = request.getFollow() ? await followBeneath(endpoint, path, signal) : path
    const entry = await endpoint.stat(at, { signal, follow: at === '' })
    const response = new pb.StatResponse()
      .setFound(entry !== undefined)
      .setReadOnly(settings.read_only)
      .setLimits(encodeLimits(endpoint.limits))
    if (request.getFollow()) response.setFollowed(toBytes(at))
    if (entry === undefined) return response
    response.setEntry(encodeEntry(entry))
    return request.getXattrs() ? response.setXattrs(await xattrsOf(endpoint, at, signal)) : response
  })
}

async function xattrsOf(
  endpoint: OpenModule['endpoint'],
  path: string,
  signal: AbortSignal,
): Promise<pb.Xattrs> {
  const { readXattrs } = endpoint.features
  if (readXattrs === undefined) throw new BlitError('E_METADATA', 'this daemon has no extended attributes')
  const pairs = [...(await readXattrs(path, { signal }))]
  return new pb.Xattrs()
    .setNamesList(pairs.map(([name]) => toBytes(name)))
    .setValuesList(pairs.map(([, value]) => value))
}
