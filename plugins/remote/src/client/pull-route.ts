/** The fast path from a daemon to files: the client is the destination. */
import {
  BlitError,
  displayPath,
  EMPTY_TALLY,
  isBlitError,
  toBytes,
  type Route,
  type RouteOutcome,
  type RouteSession,
} from '@blit/core'
import type { DiskEndpoint } from '@blit/disk'
import {
  guardBackup,
  openBackup,
  openLocal,
  rootErrorOf,
  type BackupPlace,
  type OpenedBeneath,
} from '@blit/disk/incoming'
import { closeRoot } from '@blit/disk/outgoing'
import type { DataConnection } from '#data-plane'
import { decodeRoot, decodeXattrs, DestinationSession, inTime, summaryMessage } from '#session'

import { encodeTransferOptions, pb } from '../protocol/index.js'
import { checkedStreams } from './checked-streams.js'
import { dialStream } from './dial-stream.js'
import { ownProtocol } from './greet.js'
import type { RemoteEndpoint } from './remote-endpoint.js'
import { pullCall } from './session-call.js'
import { SessionPart } from './session-part.js'
import {
  HANDSHAKE_MS,
  dataPlaneOf,
  landingNames,
  landingPath,
  leavesRoot,
  pullOptions,
  refused,
  sessionOptions,
  unsupported,
} from './session-route.js'
import { StreamGrowth } from './stream-growth.js'

export const pullRoute: Route = {
  name: 'pull',
  async run(session) {
    const error = unsupported(session)
    if (error !== undefined) return refused(error)
    try {
      const part = new SessionPart(session)
      const destination = session.destination as DiskEndpoint
      const outcome = await pull(session, session.source as RemoteEndpoint, destination, part)
      const { error: ended } = outcome
      return part.outcome({ ...outcome, ...(ended && { error: asNamed(ended, destination) }) })
    } catch (error_) {
      const known = isBlitError(error_)
        ? error_
        : new BlitError('E_UNEXPECTED', String(error_), { cause: error_ })
      return refused(asNamed(known, session.destination as DiskEndpoint))
    }
  },
}

function open(root: string, make: boolean): OpenedBeneath {
  try {
    return openLocal(root, make)
  } catch (error) {
    throw rootErrorOf(error, root, 'destination')
  }
}

/** What is wrong with the destination, told by the name that the user has for it. */
function asNamed(error: BlitError, { label, root }: DiskEndpoint): BlitError {
  const { cause, code, exit, hint, message, path = '' } = error
  const from = displayPath(root)
  if (!message.startsWith(`${from}:`) && !message.startsWith(`${from}/`)) return error
  const place = path.startsWith(root) ? label + path.slice(root.length) : path
  const named = displayPath(label) + message.slice(from.length)
  return new BlitError(code, named, { cause, exit, hint, path: place })
}

async function pull(
  session: RouteSession,
  source: RemoteEndpoint,
  destination: DiskEndpoint,
  part: SessionPart,
): Promise<RouteOutcome> {
  const { confirmDeletes, jobs, operation, signal } = session
  const options = sessionOptions(session)
  const { hashed } = options
  const { connection } = source.place
  const below = landingPath(jobs)
  guardBackup(session, undefined, destination.root)
  const names = jobs.filter(({ kind }) => kind === 'entry')
  const call = pullCall(connection, signal)
  const header = new pb.PullHeader()
    .setProtocol(ownProtocol())
    .setPlace(source.place.at(''))
    .setTree(names.length === 0)
    .setOptions(
      encodeTransferOptions({ operation, options: pullOptions(options), hashed, confirmDeletes: false }),
    )
    .setContentsOnly(leavesRoot(jobs))
    .setNamesList(names.map(({ sourcePath }) => toBytes(sourcePath)))
  await call.send(new pb.ClientPullRequest().setHeader(header))
  const { name } = connection.at
  const notWelcome = (): BlitError => new BlitError('E_PROTOCOL', `${name} does not welcome a pull`)
  const welcome = (await inTime(call.next(), name, HANDSHAKE_MS))?.getWelcome()
  // Who says something else may say nothing more.
  if (welcome === undefined) throw notWelcome()
  const negotiation = (await inTime(call.next(), name, HANDSHAKE_MS))?.getNegotiation()
  if (negotiation === undefined) throw notWelcome()
  const streams = checkedStreams(negotiation.getMaxStreams(), name)
  const dial = async (stream: number, until: AbortSignal): Promise<DataConnection> =>
    dialStream(connection, negotiation, stream, AbortSignal.any([signal, until]))
  const root = below === '' ? destination.root : `${destination.root.replace(/\/+$/, '')}/${below}`
  const opened = open(root, !options.dryRun)
  part.begun({ existed: opened.state === 'present', made: opened.made })
  let backup: BackupPlace | undefined
  let growth: StreamGrowth | undefined
  try {
    backup = opened.state === 'present' ? openBackup(options, destination.root, below) : undefined
    const attributes = welcome.getRootXattrs()
    const run = new DestinationSession({
      place: opened.place,
      state: opened.state,
      root: names.length > 0 ? undefined : decodeRoot(welcome.getRoot()),
      rootXattrs: attributes && decodeXattrs(attributes),
      backup,
      landAs: landingNames(jobs),
      operation,
      options: { ...options, copyLinks: false },
      limits: destination.limits,
      seeds: { a: BigInt(negotiation.getSeedA()), b: BigInt(negotiation.getSeedB()) },
      hashed,
      maxStreams: streams,
      observer: part.observer,
      openStreams: async () => {
        growth = new StreamGrowth({
          granted: streams,
          wanted: options.streams,
          dial,
          attach: (...stream) => run.attach(...stream),
          bytes: () => run.bytes,
        })
        await growth.begin()
      },
      redial: async (stream) => dial(stream + streams, signal),
      confirmDeletes,
      signal,
    })
    const outcome = await run.run({
      async receive() {
        const response = await call.next()
        return response === undefined ? undefined : (response.getSource() ?? new pb.SourceMessage())
      },
      send: async (message) => call.send(new pb.ClientPullRequest().setDestination(message)),
    })
    if (outcome.error?.code === 'E_UNREACHABLE' || outcome.error?.code === 'E_INTERRUPTED') call.cancel()
    else {
      await call.send(new pb.ClientPullRequest().setDestination(summaryMessage(outcome)))
      call.end()
    }

    const tally = { ...EMPTY_TALLY, ...outcome.tally, dirsCreated: outcome.tally.dirsCreated + opened.made }
    return { ...outcome, tally, dataPlane: dataPlaneOf(outcome.streams, options) }
  } finally {
    growth?.end()
    opened.close()
    if (backup !== undefined) closeRoot(backup.directory)
  }
}
