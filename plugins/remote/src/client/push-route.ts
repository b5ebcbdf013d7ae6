/** The fast path from files to a daemon: the client is the source. */
import {
  BlitError,
  EMPTY_TALLY,
  isBlitError,
  toBytes,
  type RouteOutcome,
  type RouteSession,
} from '@blit/core'
import { removeEmptyRoot } from '@blit/disk/outgoing'
import type { DataConnection } from '#data-plane'
import { rootMessage, rootXattrs, SourceSession } from '#session'

import { encodeTransferOptions, pb } from '../protocol/index.js'
import { checkedStreams } from './checked-streams.js'
import { dialStream } from './dial-stream.js'
import { ownProtocol } from './greet.js'
import { PushStart } from './push-start.js'
import type { RemoteEndpoint } from './remote-endpoint.js'
import { pushCall } from './session-call.js'
import { SessionPart } from './session-part.js'
import {
  dataPlaneOf,
  landingNames,
  landingPath,
  leavesRoot,
  pushOptions,
  QUIET_MS,
  refused,
  sessionOptions,
  unsupported,
} from './session-route.js'
import { StreamGrowth } from './stream-growth.js'

/** Runs a push; goes on with what `anticipated` has begun. */
export async function runPush(
  session: RouteSession,
  anticipated: PushStart | undefined,
): Promise<RouteOutcome> {
  const error = unsupported(session)
  if (error !== undefined) return refused(error)
  const part = new SessionPart(session)
  const names = session.jobs.filter(({ kind }) => kind === 'entry').map(({ sourcePath }) => sourcePath)
  let start: PushStart
  try {
    start = anticipated ?? new PushStart(session, names.length === 0 ? undefined : names)
  } catch (error_) {
    if (isBlitError(error_)) return refused(error_)
    throw error_
  }

  try {
    return part.outcome(await push(session, start, part))
  } finally {
    await start.close()
  }
}

async function push(session: RouteSession, start: PushStart, part: SessionPart): Promise<RouteOutcome> {
  const { confirmDeletes, jobs, operation, signal } = session
  const options = sessionOptions(session)
  const destination = session.destination as RemoteEndpoint
  const { connection } = destination.place
  const { names, root } = start.listing.setup
  let growth: StreamGrowth | undefined
  try {
    const call = pushCall(connection, signal)
    const { hashed } = options
    const sent = pushOptions(options, destination.place)
    const header = new pb.PushHeader()
      .setProtocol(ownProtocol())
      .setPlace(destination.place.at(landingPath(jobs)))
      .setBackupPart(toBytes(landingPath(jobs)))
      .setTree(names === undefined)
      .setOptions(encodeTransferOptions({ operation, options: sent, hashed, confirmDeletes: true }))
      .setRoot(rootMessage(root.fd))
      .setRootXattrs(rootXattrs(root.fd, options.preserve))
    await call.send(new pb.ClientPushRequest().setHeader(header))
    const negotiated: { current?: pb.DataTransferNegotiation } = {}
    const negotiation = (): pb.DataTransferNegotiation => {
      const { current } = negotiated
      if (current === undefined)
        throw new BlitError('E_PROTOCOL', 'a need before the data plane was negotiated')
      return current
    }
    const dial = async (stream: number, until: AbortSignal): Promise<DataConnection> =>
      dialStream(connection, negotiation(), stream, AbortSignal.any([signal, until]))
    const run = new SourceSession({
      setup: { ...start.listing.setup, options },
      listing: start.listing,
      landAs: landingNames(jobs),
      seeds: () => ({ a: BigInt(negotiation().getSeedA()), b: BigInt(negotiation().getSeedB()) }),
      hashed,
      streams: () => checkedStreams(negotiation().getMaxStreams(), connection.at.name),
      quietMs: QUIET_MS,
      observer: part.observer,
      openStreams: async () => {
        const granted = checkedStreams(negotiation().getMaxStreams(), connection.at.name)
        growth = new StreamGrowth({
          granted,
          wanted: options.streams,
          dial,
          attach: (...stream) => run.attach(...stream),
          bytes: () => run.bytes,
        })
        await growth.begin()
      },
      redial: async (stream) => dial(stream + negotiation().getMaxStreams(), signal),
      // S3: nothing else deletes.
      confirmDeletes: operation === 'mirror' ? confirmDeletes : undefined,
      ...(operation === 'move' && {
        move: {
          dryRun: options.dryRun,
          removeRoot: leavesRoot(jobs) ? undefined : () => removeEmptyRoot(root),
        },
      }),
      signal,
    })
    // What is listed follows the header at once: the welcome is waited for by who listens.
    const welcomed = { yet: false }
    const outcome = await run.run({
      async receive() {
        if (!welcomed.yet) {
          const welcome = (await call.next())?.getWelcome()
          if (welcome === undefined)
            throw new BlitError('E_PROTOCOL', `${connection.at.name} does not welcome a push`)
          part.begun({ existed: welcome.getExists(), made: welcome.getMade() })
          welcomed.yet = true
        }

        for (;;) {
          const response = await call.next()
          if (response === undefined) return undefined
          const negotiation = response.getTransferNegotiation()
          if (negotiation === undefined) return response.getDestination() ?? new pb.DestinationMessage()
          checkedStreams(negotiation.getMaxStreams(), connection.at.name)
          negotiated.current = negotiation
        }
      },
      send: async (message) => call.send(new pb.ClientPushRequest().setSource(message)),
    })
    if (outcome.error === undefined) call.end()
    else call.cancel()
    return { ...outcome, dataPlane: dataPlaneOf(outcome.streams, options) }
  } catch (error) {
    const known = isBlitError(error) ? error : new BlitError('E_UNEXPECTED', String(error), { cause: error })
    return { tally: { ...EMPTY_TALLY }, failures: [], dataPlane: 'none', streams: 0, error: known }
  } finally {
    growth?.end()
  }
}
