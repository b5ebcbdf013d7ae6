import type { ServerDuplexStream } from '@grpc/grpc-js'
import { BlitError, fromBytes, POSIX_LIMITS } from '@blit/core'
import { closeRoot, openRoot, removeBeneath } from '@blit/disk/outgoing'
import { giveSignsOfLife, rootMessage, rootXattrs, SourceSession, writeCall } from '@blit/remote/session'
import { checkWirePath, decodePlace, decodeTransferOptions, encodeLimits, pb } from '@blit/remote/protocol'
import type { SessionContext } from '../control/sessions.js'
import { clientReader } from './client-reader.js'
import { greet, negotiation, newKeys, openPlace, SAME_PORT, type SessionHost } from './session-place.js'

type Call = ServerDuplexStream<pb.ClientPullRequest, pb.ServerPullResponse>

/** A stream says that it is alive more often than the other end would give it up. */
const QUIET_MS = 20_000

/** Serves one pull: the daemon is the source. */
export async function servePull(call: Call, context: SessionContext, host: SessionHost): Promise<void> {
  const reader = clientReader<pb.ClientPullRequest>(call, host)
  const header = (await reader.first())?.getHeader()
  if (header === undefined) throw new BlitError('E_PROTOCOL', 'a pull without a header')
  const protocol = greet(header.getProtocol())
  giveSignsOfLife(call, new pb.ServerPullResponse().setAlive(new pb.Alive()))
  const place = decodePlace(header.getPlace())
  const { hashed, operation, options } = decodeTransferOptions(header.getOptions())
  const isMove = operation === 'move'
  const module = context.module(place.module, isMove ? 'change' : 'read')
  const opened = openPlace(module, place.path, false, 'E_SOURCE_UNREADABLE')
  // S12: with --copy-links nothing is read that is not in the module.
  const top = options.copyLinks ? openRoot(module.path) : undefined
  const keys = newKeys(header)
  const { maxStreams } = host.environment
  const streams = Math.min(maxStreams, options.streams ?? maxStreams)
  const names = header.getNamesList_asU8().map((name) => fromBytes(name))
  const say = (response: pb.ServerPullResponse): Promise<void> => writeCall(call, response)
  let admitted: { readonly close: () => void } | undefined
  try {
    if (opened.state === 'absent')
      throw new BlitError('E_SOURCE_UNREADABLE', `${module.name}/${place.path} is not there`)
    const session = new SourceSession({
      setup: {
        root: opened.directory,
        options,
        ...(top === undefined ? {} : { confine: top }),
        ...(header.getTree() ? {} : { names }),
      },
      landAs: landingNames(names, header.getLandAsList_asU8()),
      seeds: () => keys.seeds,
      hashed,
      streams: () => streams,
      openStreams: async () => {},
      quietMs: QUIET_MS,
      observer: {},
      confirmDeletes: async () => {},
      ...(isMove && {
        move: {
          dryRun: options.dryRun,
          // A module's own directory is never removed.
          removeRoot:
            place.path === '' || header.getContentsOnly() || !header.getTree()
              ? undefined
              : () => removeBeneath(module.path, place.path, opened.directory),
        },
      }),
      signal: context.signal,
    })
    admitted = host.listener.open({
      sessionId: keys.sessionId,
      token: keys.token,
      // Each may be dialled again.
      maxStreams: 2 * streams,
      onStream: (stream, connection) => session.attach(stream, connection),
    })
    await say(
      new pb.ServerPullResponse().setWelcome(
        new pb.Welcome()
          .setProtocol(protocol)
          .setSessionId(keys.sessionId)
          .setLimits(encodeLimits(POSIX_LIMITS))
          .setExists(true)
          .setRoot(rootMessage(opened.directory.fd))
          .setRootXattrs(rootXattrs(opened.directory.fd, options.preserve)),
      ),
    )
    await say(new pb.ServerPullResponse().setNegotiation(negotiation(keys, SAME_PORT, streams)))
    let hasSaid = false
    let isGone = false
    const { error } = await session.run({
      receive: async () => {
        const request = await reader.living.next()
        if (request === undefined) {
          isGone = !hasSaid
          return undefined
        }

        const message = request.getDestination() ?? new pb.DestinationMessage()
        hasSaid ||= message.hasSummary()
        return message
      },
      send: async (message) => say(new pb.ServerPullResponse().setSource(message)),
    })
    // A client that leaves, by Ctrl-C for one, is no trouble of the daemon's.
    if (error !== undefined && error.code !== 'E_UNREACHABLE' && !isGone)
      host.environment.log.warn({ error: error.message }, 'pull')
    // What the client has said itself it need not be told.
    if (error !== undefined && !hasSaid) throw error
  } finally {
    admitted?.close()
    opened.close()
    if (top !== undefined) closeRoot(top)
  }

  call.end()
}

/** What single things are called in the manifest, where it is not what they are called here. */
function landingNames(names: readonly string[], landAs: readonly Uint8Array[]): Map<string, string> {
  if (landAs.length === 0) return new Map()
  if (landAs.length !== names.length)
    throw new BlitError('E_PROTOCOL', 'as many names to land as there are to send')
  return new Map(names.map((name, i) => [name, checkWirePath(landAs[i] ?? new Uint8Array())]))
}
