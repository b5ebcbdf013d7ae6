import type { ServerDuplexStream } from '@grpc/grpc-js'
import { BlitError, isBlitError } from '@blit/core'
import { decodePlace, encodeFailure, pb } from '@blit/remote/protocol'
import { giveSignsOfLife } from '@blit/remote/session'
import { messagesOf, write, type CallContext } from '../handlers.js'
import type { Serving } from '../serving.js'

const ALGORITHM = 'xxh3-64x2'

/**
 * Hashes files, one after the other, in the order in which they are asked for. What is wrong with one file is in its
 * answer. A client may take its time between two questions: it hashes the other side meanwhile.
 */
export async function serveHash(
  call: ServerDuplexStream<pb.HashRequest, pb.HashResponse>,
  serving: Serving,
  { signal }: CallContext,
): Promise<void> {
  // Nearly always all files are of one module.
  let opened: Awaited<ReturnType<Serving['openModule']>> | undefined
  const stop = giveSignsOfLife(call, new pb.HashResponse().setAlive(new pb.Alive()))
  try {
    for await (const request of messagesOf(call)) {
      const { module, path } = decodePlace(request.getPlace())
      if (opened?.settings.name !== module) {
        await opened?.close()
        opened = undefined
        opened = await serving.openModule(module, 'read', signal)
      }

      const { hash } = opened.endpoint.features
      await write(call, await answer(request.getAlgorithm(), path, signal, hash), signal)
    }
  } finally {
    stop()
    await opened?.close()
  }
}

async function answer(
  algorithm: string,
  path: string,
  signal: AbortSignal,
  hash:
    | ((path: string, algorithm: typeof ALGORITHM, options: { signal: AbortSignal }) => Promise<string>)
    | undefined,
): Promise<pb.HashResponse> {
  try {
    if (algorithm !== ALGORITHM || hash === undefined)
      throw new BlitError('E_PROTOCOL', `this daemon hashes by ${ALGORITHM} only`)
    return new pb.HashResponse().setHash(await hash(path, ALGORITHM, { signal }))
  } catch (error) {
    signal.throwIfAborted()
    if (!isBlitError(error)) throw error
    return new pb.HashResponse().setFailure(encodeFailure({ path, code: error.code, message: error.message }))
  }
}
