import { pb } from '../protocol/index.js'
import { protocolError } from '../protocol/protocol-error.js'
import type { DestinationLink } from './destination-link.js'

/** Entries that are reported at a time: bounds the messages, and how long a thread of the source is busy at a time. */
const ENTRIES_AT_ONCE = 16_384

/** What has landed, of a move, and who is to know what became of it at the source. */
export interface LandedEntries {
  /** How many entries there are. */
  readonly count: number
  readonly runs: (from: number, most: number) => { readonly runs: readonly number[]; readonly next: number }
  readonly isLanded: (index: number) => boolean
  /** What is gone from the source; `root` is its root. */
  readonly removed: (runs: readonly number[], root: boolean) => Promise<void>
  /** Anything else that the source says meanwhile. */
  readonly hear: (message: pb.SourceMessage) => void
}

/** Tells the source of a move what it may let go, part by part; all of it is on disk here (S4). */
export async function removeFromSource(link: DestinationLink, landed: LandedEntries): Promise<void> {
  let left = 0
  for (let from = 0, isLast = false; !isLast;) {
    const { next, runs } = landed.runs(from, ENTRIES_AT_ONCE)
    from = next
    isLast = from >= landed.count
    left += countOf(runs)
    const committed = new pb.Committed()
    committed.setRunsList([...runs])
    committed.setLast(isLast)
    const message = new pb.DestinationMessage()
    message.setCommitted(committed)
    await link.send(message)
    for (let isMore = true; isMore;) {
      const removed = await answerOf(link, landed)
      const gone = removed.getRunsList()
      isMore = removed.getMore()
      checkRuns(gone, landed)
      left -= countOf(gone)
      if (left < 0 || (removed.getRoot() && (isMore || !isLast)) || (isMore && gone.length === 0))
        throw notCommitted()
      await landed.removed(gone, removed.getRoot())
    }
  }
}

async function answerOf(link: DestinationLink, { hear }: LandedEntries): Promise<pb.Removed> {
  for (;;) {
    const message = await link.receive()
    if (message === undefined) throw protocolError('nothing more, before it said what it has removed')
    const removed = message.getRemoved()
    if (removed !== undefined) return removed
    hear(message)
  }
}

/** Only what was reported can have been removed, and hardly more often than once. */
function checkRuns(runs: readonly number[], { count, isLanded }: LandedEntries): void {
  if (runs.length % 2 !== 0) throw protocolError('a run without a length')
  for (let at = 0; at < runs.length; at += 2) {
    const first = runs[at] as number
    const end = first + (runs[at + 1] as number)
    if (end <= first || end > count) throw notCommitted()
    for (let index = first; index < end; index++) if (!isLanded(index)) throw notCommitted()
  }
}

function countOf(runs: readonly number[]): number {
  let count = 0
  for (let at = 1; at < runs.length; at += 2) count += runs[at] as number
  return count
}

function notCommitted(): Error {
  return protocolError('that it has removed what nobody has told it to')
}
