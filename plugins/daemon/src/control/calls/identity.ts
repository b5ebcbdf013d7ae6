import { BlitError, isBlitError, saltIdentity, type Identity } from '@blit/core'
import { decodePlace, pb } from '@blit/remote/protocol'
import { followBeneath } from '../follow-beneath.js'
import type { CallContext } from '../handlers.js'
import type { Serving } from '../serving.js'

/** Bytes of a salt. Shorter ones would make tables worth their while. */
const MIN_SALT = 16
const MAX_SALT = 64

/**
 * Where a place is, as HMACs by the client's salt: who asks learns whether two places are one, and nothing else. A
 * place behind a symlink that leads out of the module, or to itself, has none: as a link it is no other place, and as
 * anything else it cannot be reached.
 */
export async function answerIdentity(
  request: pb.IdentityRequest,
  serving: Serving,
  { signal }: CallContext,
): Promise<pb.IdentityResponse> {
  const { module, path } = decodePlace(request.getPlace())
  const salt = request.getSalt_asU8()
  if (salt.length < MIN_SALT || salt.length > MAX_SALT)
    throw new BlitError('E_PROTOCOL', `a salt has ${MIN_SALT} to ${MAX_SALT} bytes`)
  return serving.within(module, 'read', signal, async ({ endpoint }) => {
    const { identity } = endpoint.features
    if (identity === undefined) return new pb.IdentityResponse()
    const at = await followBeneath(endpoint, path, signal).catch((error: unknown) => {
      if (isBlitError(error) && error.code === 'E_READ') return undefined
      throw error
    })
    if (at === undefined) return new pb.IdentityResponse()
    return identityMessage(saltIdentity(await identity(at, { signal }), salt))
  })
}

function identityMessage({ ancestors, mounted = [], self }: Identity): pb.IdentityResponse {
  const bytes = (names: readonly string[]): Uint8Array[] => names.map((name) => Buffer.from(name, 'hex'))
  return new pb.IdentityResponse()
    .setSelfList(bytes(self))
    .setAncestorsList(bytes(ancestors))
    .setMountedList(mounted.map((one) => identityMessage(one)))
}
