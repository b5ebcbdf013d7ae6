import type { ServerDuplexStream } from '@grpc/grpc-js'
import { BlitError } from '@blit/core'
import { encodeAck, heldFrames, type HashSeeds } from '@blit/remote/data-plane'
import { checkWirePath, pb, protocolError } from '@blit/remote/protocol'
import { giveSignsOfLife, writeCall } from '@blit/remote/session'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { metadataOf } from '../control/calls/metadata-of.js'
import { checkMetadata } from '../control/calls/privileges.js'
import type { SessionContext } from '../control/sessions.js'
import { IncomingWrites, type FileToWrite } from './incoming-writes.js'
import { greet, negotiation, newKeys, SAME_PORT, type SessionHost } from './session-place.js'

type Call = ServerDuplexStream<pb.WriteRequest, pb.WriteResponse>

/** Serves files that a client writes one by one, over one data connection. */
export async function serveWrite(call: Call, context: SessionContext, host: SessionHost): Promise<void> {
  const header = (await firstOf(call))?.getHeader()
  if (header === undefined) throw protocolError('files without a header')
  greet(header.getProtocol())
  const opened = await context.open(header.getModule(), 'change', context.signal)
  const keys = newKeys()
  const writes = new IncomingWrites({
    endpoint: opened.endpoint,
    check: (metadata, path) => checkMetadata(metadata, opened.settings, path),
    say: async (response) => writeCall(call, response),
    signal: context.signal,
  })
  const failed = new AbortController()
  const stop = (error: unknown): void => failed.abort(error)
  const either = AbortSignal.any([failed.signal, context.signal])
  const sockets: Socket[] = []
  const stopSigns = giveSignsOfLife(call, new pb.WriteResponse().setAlive(new pb.Alive()))
  const admitted = host.listener.open({
    sessionId: keys.sessionId,
    token: keys.token,
    maxStreams: 1,
    onStream: {
      here(_, socket) {
        sockets.push(socket)
        receive(socket, { seeds: keys.seeds, stallMs: host.stallMs, writes }).catch(stop)
      },
    },
  })
  try {
    const offer = negotiation(keys, SAME_PORT, 1)
    await writeCall(call, new pb.WriteResponse().setNegotiation(offer))
    await Promise.race([begin(call, writes), rejectionOf(either)])
  } catch (error) {
    writes.fail(error)
    throw error
  } finally {
    await writes.settled()
    stopSigns()
    admitted.close()
    for (const socket of sockets) socket.destroy()
    await opened.close()
  }
}

/** The first message; undefined where there is none. */
async function firstOf(call: Call): Promise<pb.WriteRequest | undefined> {
  return new Promise((resolve) => {
    call.once('data', (request: pb.WriteRequest) => {
      call.pause()
      resolve(request)
    })
    call.once('end', () => resolve(undefined))
  })
}

/**
 * Until the client begins no more files, and all of them have come to their end. Listens, for a loop over the call would
 * destroy it on an error, before the client was told.
 */
async function begin(call: Call, writes: IncomingWrites): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    call.on('data', (request: pb.WriteRequest) => {
      try {
        writes.begin(fileOf(request))
      } catch (error) {
        reject(error as Error)
      }
    })
    call.once('end', resolve)
    call.resume()
  })
  await writes.settled()
}

interface Receiving {
  readonly seeds: HashSeeds
  readonly stallMs: number
  readonly writes: IncomingWrites
}

async function receive(socket: Socket, { seeds, stallMs, writes }: Receiving): Promise<void> {
  socket.setTimeout(stallMs, () => {
    socket.destroy(new BlitError('E_UNREACHABLE', 'the data connection was silent for too long'))
  })
  socket.write(encodeAck())
  for await (const frame of heldFrames(socket, seeds)) await writes.take(frame)
}

function fileOf(request: pb.WriteRequest): FileToWrite {
  const file = request.getFile()
  if (file === undefined) throw protocolError('something that is no file')
  const path = checkWirePath(file.getPath_asU8())
  const metadata = metadataOf(file.getMetadata() ?? new pb.SetMetadata())
  const options = { sizeBytes: file.getSize(), metadata, fsync: file.getFsync() }
  return { index: file.getIndex(), path, options }
}

async function rejectionOf(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort')
  throw signal.reason
}
