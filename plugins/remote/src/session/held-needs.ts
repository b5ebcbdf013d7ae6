import { PieceMap, type IncomingNeed, type IncomingSetup } from '@blit/disk/incoming'

import type { HashSeeds } from '../data-plane/stream.js'
import { pb } from '../protocol/index.js'
import { SessionThread } from '#threads'
import { fromThread } from './thread-error.js'
import type { FromHash, HashThreadData, ToHash } from './thread-messages.js'

const HASH_BYTES = 16
/** Pieces of one question to the thread, about: so many hashes fit well into a message. */
const MOST_PIECES = 4096

type Answer = Extract<FromHash, { readonly kind: 'answer' }>

/** Says of files that are needed what is there of them already: its hashes, made by a thread that others do not wait for. */
export class HeldNeeds {
  private thread: SessionThread<ToHash, Answer> | undefined

  constructor(
    private readonly setup: IncomingSetup,
    private readonly seeds: HashSeeds,
  ) {}

  /** Needs with a `held`, in parts, each with what is to be told of it. */
  async *hash(needs: readonly IncomingNeed[]): AsyncGenerator<{ needs: IncomingNeed[]; held: pb.Held[] }> {
    for (const part of inParts(needs)) {
      this.thread ??= this.start()
      const contents = part.flatMap(({ held }) => (held === undefined ? [] : [held]))
      const { hashes } = await this.thread.ask({ kind: 'hash', contents })
      yield { needs: part, held: part.flatMap((need, i) => heldMessage(need, hashes[i])) }
    }
  }

  /** When the session is over, or cancelled: the thread then stops soon. */
  async close(): Promise<void> {
    this.thread?.tell({ kind: 'stop' })
    await this.thread?.ended()
  }

  private start(): SessionThread<ToHash, Answer> {
    const data: HashThreadData = { setup: this.setup, seeds: this.seeds }
    return new SessionThread<ToHash, Answer>(new URL('hash-thread.js', import.meta.url), data, (message) => {
      const answer = message as FromHash
      return answer.kind === 'error' ? fromThread(answer.error) : answer
    })
  }
}

function* inParts(needs: readonly IncomingNeed[]): Generator<IncomingNeed[]> {
  let part: IncomingNeed[] = []
  let pieces = 0
  for (const need of needs) {
    const more = need.pieces === undefined ? 1 : new PieceMap(need.pieces).pieces
    if (part.length > 0 && pieces + more > MOST_PIECES) {
      yield part
      part = []
      pieces = 0
    }

    part.push(need)
    pieces += more
  }

  if (part.length > 0) yield part
}

/** Marks pieces as held, before the source can say so. */
function heldMessage({ held, index, pieces }: IncomingNeed, hashes: Uint8Array | undefined): pb.Held[] {
  if (hashes === undefined) return []
  if (pieces !== undefined && held?.existing !== true) {
    const map = new PieceMap(pieces)
    for (let piece = 0; piece < map.pieces; piece++) {
      const hash = hashes.subarray(piece * HASH_BYTES, (piece + 1) * HASH_BYTES)
      if (hash.some((byte) => byte !== 0)) map.hold(piece)
    }
  }

  const message = new pb.Held()
  message.setIndex(index)
  message.setHashes(hashes)
  message.setExisting(held?.existing === true)
  return [message]
}
