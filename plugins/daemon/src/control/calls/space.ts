import { BlitError } from '@blit/core'
import { decodePlace, pb } from '@blit/remote/protocol'
import type { CallContext } from '../handlers.js'
import type { Serving } from '../serving.js'

/** Room on the file system of a module's root; a place beneath it is not looked at. */
export async function answerSpace(
  request: pb.SpaceRequest,
  serving: Serving,
  { signal }: CallContext,
): Promise<pb.SpaceResponse> {
  const { module } = decodePlace(request.getPlace())
  return serving.within(module, 'read', signal, async ({ endpoint }) => {
    const { space } = endpoint.features
    if (space === undefined)
      throw new BlitError('E_READ', `module ${module} cannot say how much room there is`)
    const room = await space({ signal })
    return new pb.SpaceResponse()
      .setTotalBytes(room.totalBytes)
      .setFreeBytes(room.freeBytes)
      .setAvailableBytes(room.availableBytes)
      .setTotalInodes(room.totalInodes)
      .setFreeInodes(room.freeInodes)
  })
}
