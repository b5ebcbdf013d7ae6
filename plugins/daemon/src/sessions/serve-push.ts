import type { ServerDuplexStream } from '@grpc/grpc-js'
import { BlitError, isBlitError, POSIX_LIMITS } from '@blit/core'
import { openBackupBeneath, revealOther, type OpenedBackup, type OpenedBeneath } from '@blit/disk/incoming'
import {
  decodeRoot,
  decodeXattrs,
  DestinationSession,
  giveSignsOfLife,
  reportToSource,
  summaryMessage,
  writeCall,
} from '@blit/remote/session'
import { checkWirePath, decodePlace, decodeTransferOptions, encodeLimits, pb } from '@blit/remote/protocol'
import { messagesOf } from '../control/handlers.js'
import { agreedVersion } from '../control/protocol-version.js'
import type { SessionContext } from '../control/sessions.js'
import { clientReader } from './client-reader.js'
import { servePlanPush } from './first-plan/serve-plan-push.js'
import {
  forbidden,
  greet,
  negotiation,
  newKeys,
  openPlace,
  permitted,
  SAME_PORT,
  seenFromOutside,
  type SessionHost,
} from './session-place.js'

type Call = ServerDuplexStream<pb.ClientPushRequest, pb.ServerPushResponse>

/** Serves one push: the daemon is the destination. */
export async function servePush(call: Call, context: SessionContext, host: SessionHost): Promise<void> {
  const reader = clientReader(messagesOf(call), host)
  const header = (await reader.first())?.getHeader()
  if (header === undefined) throw new BlitError('E_PROTOCOL', 'a push without a header')
  if (agreedVersion(header.getProtocol()) === 0) return servePlanPush({ call, context, header, host, reader })
  const protocol = greet(header.getProtocol())
  giveSignsOfLife(call, new pb.ServerPushResponse().setAlive(new pb.Alive()))
  const place = decodePlace(header.getPlace())
  const module = context.module(place.module, 'change')
  const { hashed, operation, options: wanted } = decodeTransferOptions(header.getOptions())
  const options = permitted(wanted, module)
  const open = (): OpenedBeneath => openPlace(module, place.path, !options.dryRun, 'E_DESTINATION')
  let opened = open()
  // From here to the session nothing is waited for: two that come at once would hide the same root.
  for (let other = revealOther(opened.place); other !== undefined; other = revealOther(opened.place)) {
    opened.close()
    await other
    opened = open()
  }

  const keys = newKeys(header)
  const streams = host.environment.maxStreams
  const say = (response: pb.ServerPushResponse): Promise<void> => writeCall(call, response)
  const send = async (message: pb.DestinationMessage): Promise<void> =>
    say(new pb.ServerPushResponse().setDestination(message))
  let backup: OpenedBackup | undefined
  let admitted: { readonly close: () => void } | undefined
  try {
    const attributes = header.getRootXattrs()
    // Where nothing is yet, nothing is replaced.
    if (options.backupDir !== undefined && opened.state === 'present')
      backup = openBackupBeneath({
        root: module.path,
        path: options.backupDir,
        part: checkWirePath(header.getBackupPart_asU8()),
        destination: place.path,
        dryRun: options.dryRun,
      })
    const observer = reportToSource((message) => void send(message), opened.made)
    const session = new DestinationSession({
      place: opened.place,
      state: opened.state,
      // A module's root keeps its own attributes.
      root: place.path === '' || !header.getTree() ? undefined : decodeRoot(header.getRoot()),
      rootXattrs: attributes && decodeXattrs(attributes),
      backup: backup?.place,
      operation,
      options,
      limits: POSIX_LIMITS,
      seeds: keys.seeds,
      hashed,
      maxStreams: streams,
      observer,
      openStreams: async () => {
        admitted = host.listener.open({
          sessionId: keys.sessionId,
          token: keys.token,
          // Each may be dialled again.
          maxStreams: 2 * streams,
          onStream: (stream, connection) => session.attach(stream, connection),
        })
        await say(new pb.ServerPushResponse().setTransferNegotiation(negotiation(keys, SAME_PORT, streams)))
      },
      confirmDeletes: undefined,
      signal: context.signal,
    })
    await say(
      new pb.ServerPushResponse().setWelcome(
        new pb.Welcome()
          .setProtocol(protocol)
          .setSessionId(keys.sessionId)
          .setLimits(encodeLimits(POSIX_LIMITS))
          .setExists(opened.state === 'present')
          .setMaxStreams(streams)
          .setMade(opened.made),
      ),
    )
    const warning = forbidden(wanted, module)
    if (warning !== undefined) observer.warning?.(warning)
    const outcome = await session.run({
      receive: async () => {
        const request = await reader.living.next()
        return request === undefined ? undefined : (request.getSource() ?? new pb.SourceMessage())
      },
      send,
    })
    const tally = { ...outcome.tally, dirsCreated: outcome.tally.dirsCreated + opened.made }
    const error = outcome.error && seenFromOutside(outcome.error, module)
    await send(summaryMessage({ ...outcome, tally, ...(error && { error }) }))
  } catch (error) {
    throw isBlitError(error) ? seenFromOutside(error, module) : error
  } finally {
    admitted?.close()
    opened.close()
    backup?.close()
  }

  call.end()
}
