import type { ServerDuplexStream } from '@grpc/grpc-js'
import {
  BlitError,
  DEFAULT_TRANSFER_OPTIONS,
  POSIX_LIMITS,
  type ErrorCode,
  type Failure,
  type Tally,
} from '@blit/core'
import { revealOther, type OpenedBeneath } from '@blit/disk/incoming'
import { DestinationSession, summaryMessage, writeCall, type CallReader } from '@blit/remote/session'
import { checkWirePath, pb, protocolError } from '@blit/remote/protocol'
import type { SessionContext } from '../../control/sessions.js'
import type { ClientReader } from '../client-reader.js'
import {
  negotiation,
  newKeys,
  openPlace,
  permitted,
  seenFromOutside,
  type SessionHost,
} from '../session-place.js'
import { PlanConversation } from './plan-conversation.js'
import { PlanManifest } from './plan-manifest.js'

export interface PlanPush {
  readonly call: ServerDuplexStream<pb.ClientPushRequest, pb.ServerPushResponse>
  /** What comes after the header. */
  readonly reader: ClientReader<pb.ClientPushRequest>
  readonly header: pb.PushHeader
  readonly context: SessionContext
  readonly host: SessionHost
}

/**
 * Serves a push of a client of the first plan (docs/wire.md): to the session it is a source that says everything at
 * once, and nothing of directories. It deletes nothing.
 */
export async function servePlanPush({ call, context, header, host, reader }: PlanPush): Promise<void> {
  // They would have to be obeyed.
  if (header.hasOptions() || header.hasPlace())
    throw protocolError('the header of a version it does not name')
  const module = context.module(header.getModule(), 'change')
  const path = destinationPath(header.getDestinationPath())
  const manifest = await readManifest(reader.owing)
  const plan = manifest.order()
  const open = (): OpenedBeneath => openPlace(module, path, true, 'E_DESTINATION')
  let opened = open()
  // From here to the session nothing is waited for: two that come at once would hide the same root.
  for (let other = revealOther(opened.place); other !== undefined; other = revealOther(opened.place)) {
    opened.close()
    await other
    opened = open()
  }

  const keys = newKeys()
  const streams = Math.min(2, host.environment.maxStreams)
  let admitted: { readonly close: () => void } | undefined
  try {
    const session = new DestinationSession({
      place: opened.place,
      state: opened.state,
      root: undefined,
      operation: 'copy',
      options: permitted({ ...DEFAULT_TRANSFER_OPTIONS, resume: false }, module),
      limits: POSIX_LIMITS,
      seeds: keys.seeds,
      hashed: true,
      hashesOptional: true,
      indices: plan.indices,
      keepsDirectories: true,
      maxStreams: streams,
      observer: {},
      openStreams: async () => {},
      // Its clients know nothing of that.
      redialMs: 0,
      confirmDeletes: undefined,
      signal: context.signal,
    })
    const conversation = new PlanConversation({
      plan,
      paths: manifest.paths,
      stallMs: host.stallMs,
      isServed: () => session.isServed,
      openStreams(onStream) {
        admitted = host.listener.open({
          sessionId: keys.sessionId,
          token: keys.token,
          maxStreams: streams,
          onStream(stream, connection) {
            session.attach(stream, connection)
            onStream(stream, session.streamEnded(stream))
          },
        })
        return admitted
      },
      negotiate: async (files) => {
        const message = negotiation(keys, context.dataPort(), streams).setFilesToUploadList([...files])
        await writeCall(call, new pb.ServerPushResponse().setTransferNegotiation(message))
      },
    })
    conversation.watch(reader.any)
    const { error, failures, ...outcome } = await session.run(conversation)
    conversation.close()
    if (error !== undefined) throw seenFromOutside(error, module)
    const tally = { ...outcome.tally, dirsCreated: outcome.tally.dirsCreated + opened.made }
    await writeCall(call, new pb.ServerPushResponse().setSummary(planSummary({ ...outcome, tally })))
    const [failed] = failures
    // Who cannot read of failures must not take it for a success.
    if (failed !== undefined) throw failureError(failed)
  } finally {
    admitted?.close()
    opened.close()
  }
}

/** A directory; one '/' at its end says no more. Throws `E_PROTOCOL`. */
function destinationPath(path: string): string {
  return checkWirePath(Buffer.from(path.replace(/(?<=[^/])\/$/, '')))
}

async function readManifest(reader: CallReader<pb.ClientPushRequest>): Promise<PlanManifest> {
  const manifest = new PlanManifest()
  const { PayloadCase } = pb.ClientPushRequest
  for (;;) {
    const message = await reader.next()
    switch (message?.getPayloadCase()) {
      case PayloadCase.FILE_MANIFEST: {
        manifest.add(message.getFileManifest() as pb.FileHeader)
        break
      }

      case PayloadCase.MANIFEST_COMPLETE: {
        const entries = message.getManifestComplete()?.getEntries() ?? 0
        if (entries !== 0 && entries !== manifest.paths.length)
          throw protocolError('other entries than it has counted')
        return manifest
      }

      case undefined: {
        throw protocolError('nothing more, before the end of its manifest')
      }

      default: {
        throw protocolError('a message that is not understood, or not expected now')
      }
    }
  }
}

function planSummary(outcome: { readonly tally: Tally; readonly streams: number }): pb.PushSummary {
  const { bytesCopied, filesCopied } = outcome.tally
  return new pb.PushSummary()
    .setFilesTransferred(filesCopied)
    .setBytesTransferred(bytesCopied)
    .setSummary(summaryMessage(outcome).getSummary())
}

function failureError({ code, message, path }: Failure): BlitError {
  return new BlitError(code as ErrorCode, message, { path })
}
