/** The way from one daemon to another: through the client, which keeps nothing of what it passes on. */
import {
  addTally,
  BlitError,
  isBlitError,
  toBytes,
  type Endpoint,
  type Route,
  type RouteOutcome,
  type RouteSession,
} from '@blit/core'
import { randomBytes } from 'node:crypto'
import type { HashSeeds } from '#data-plane'
import { encodeTransferOptions, pb } from '../protocol/index.js'
import { checkedStreams } from './checked-streams.js'
import type { DaemonConnection } from './daemon-connection.js'
import { ownProtocol } from './greet.js'
import { isLoopback } from './is-loopback.js'
import { RelaySession } from './relay/relay-session.js'
import { renameWithin } from './relay/rename-within.js'
import type { RemoteEndpoint } from './remote-endpoint.js'
import { SessionPart } from './session-part.js'
import { pullCall, pushCall, type PullCall, type PushCall } from './session-call.js'
import {
  landingPath,
  leavesRoot,
  pullOptions,
  pushOptions,
  refused,
  sessionOptions,
  unsupported,
} from './session-route.js'

/** A relay does not try how many streams are best: it couples pairs of them as they are. */
const NEAR_STREAMS = 2
const FAR_STREAMS = 8

export const relayRoute: Route = {
  name: 'relay',
  async run(session) {
    const error = unsupported(session)
    if (error !== undefined) return refused(error)
    const ends = new AbortController()
    try {
      const { rest, tally } = await renameWithin(session)
      if (rest.length === 0) return { tally, failures: [], dataPlane: 'none', streams: 0 }
      const left = { ...session, jobs: rest, options: sessionOptions(session) }
      const part = new SessionPart(left)
      const signal = AbortSignal.any([session.signal, ends.signal])
      const outcome = part.outcome(await relay(left, part, signal))
      addTally(tally, outcome.tally)
      return { ...outcome, tally }
    } catch (error_) {
      return refused(
        isBlitError(error_) ? error_ : new BlitError('E_UNEXPECTED', String(error_), { cause: error_ }),
      )
    } finally {
      // Calls that were not ended.
      ends.abort()
    }
  },
}

async function relay(session: RouteSession, part: SessionPart, signal: AbortSignal): Promise<RouteOutcome> {
  const random = randomBytes(16)
  const seeds = { a: random.readBigUInt64LE(0), b: random.readBigUInt64LE(8) }
  const wanted = session.options.streams ?? (isNear(session) ? NEAR_STREAMS : FAR_STREAMS)
  let pulled = await beginPull(session, { seeds, signal, streams: wanted })
  const { call: destination, streams, welcome } = await beginPush(session, pulled, { seeds, signal })
  part.begun({ existed: welcome.getExists(), made: welcome.getMade() })
  if (streams < pulled.streams) {
    pulled.call.cancel()
    pulled = await beginPull(session, { seeds, signal, streams })
  }

  return new RelaySession({
    source: pulled.call,
    destination,
    offer: pulled.offer,
    streams: pulled.streams,
    observer: part.observer,
    confirmDeletes: session.confirmDeletes,
    signal: session.signal,
  }).run()
}

interface Beginning {
  /** The same at both daemons: frames are passed on as they are. */
  readonly seeds: HashSeeds
  readonly signal: AbortSignal
  /** At most. */
  readonly streams: number
}

interface Pulled {
  readonly call: PullCall
  readonly root: pb.EntryColumns | undefined
  readonly rootXattrs: pb.Xattrs | undefined
  readonly offer: pb.DataTransferNegotiation
  readonly streams: number
}

async function beginPull(
  { jobs, operation, options, source }: RouteSession,
  { seeds, signal, streams }: Beginning,
): Promise<Pulled> {
  const { connection, root } = placeOf(source)
  const { hashed } = options
  const names = jobs.filter(({ kind }) => kind === 'entry')
  const sent = {
    operation,
    options: { ...pullOptions(options), streams },
    hashed,
  }
  const header = new pb.PullHeader()
    .setProtocol(ownProtocol())
    .setPlace(root)
    .setTree(names.length === 0)
    .setOptions(encodeTransferOptions({ ...sent, confirmDeletes: false }))
    .setContentsOnly(leavesRoot(jobs))
    .setNamesList(names.map(({ sourcePath }) => toBytes(sourcePath)))
    .setLandAsList(names.map(({ destinationPath }) => toBytes(destinationPath)))
    .setSeedA(String(seeds.a))
    .setSeedB(String(seeds.b))
  const call = pullCall(connection, signal)
  await call.send(new pb.ClientPullRequest().setHeader(header))
  const welcome = (await call.next())?.getWelcome()
  const offer = (await call.next())?.getNegotiation()
  if (welcome === undefined || offer === undefined)
    throw new BlitError('E_PROTOCOL', `${connection.at.name} does not welcome a pull`)
  const streamsOffered = checkedStreams(offer.getMaxStreams(), connection.at.name)
  return {
    call,
    root: welcome.getRoot(),
    rootXattrs: welcome.getRootXattrs(),
    offer,
    streams: streamsOffered,
  }
}

async function beginPush(
  { destination, jobs, operation, options }: RouteSession,
  { root, rootXattrs }: Pulled,
  { seeds, signal }: Omit<Beginning, 'streams'>,
): Promise<{ readonly call: PushCall; readonly welcome: pb.Welcome; readonly streams: number }> {
  const { place } = destination as RemoteEndpoint
  const { connection } = place
  const { hashed } = options
  const sent = pushOptions(options, place)
  const header = new pb.PushHeader()
    .setProtocol(ownProtocol())
    .setPlace(place.at(landingPath(jobs)))
    .setBackupPart(toBytes(landingPath(jobs)))
    .setTree(jobs.every(({ kind }) => kind === 'tree'))
    .setOptions(encodeTransferOptions({ operation, options: sent, hashed, confirmDeletes: true }))
    .setSeedA(String(seeds.a))
    .setSeedB(String(seeds.b))
  if (root !== undefined) header.setRoot(root).setRootXattrs(rootXattrs)
  const call = pushCall(connection, signal)
  await call.send(new pb.ClientPushRequest().setHeader(header))
  const welcome = (await call.next())?.getWelcome()
  if (welcome === undefined)
    throw new BlitError('E_PROTOCOL', `${connection.at.name} does not welcome a push`)
  return { call, welcome, streams: checkedStreams(welcome.getMaxStreams(), connection.at.name) }
}

function isNear({ destination, source }: RouteSession): boolean {
  return [source, destination].every((endpoint) => isLoopback(placeOf(endpoint).connection.at.address))
}

function placeOf(endpoint: Endpoint): { readonly connection: DaemonConnection; readonly root: pb.Place } {
  const { place } = endpoint as RemoteEndpoint
  return { connection: place.connection, root: place.at('') }
}
