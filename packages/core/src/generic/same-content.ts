import type { Entry } from '../model/entry.js'
import type { TransferItem } from './transfer-item.js'
import type { TransferState } from './transfer-state.js'

/**
 * Whether the source's file and the one at the destination hold the same bytes: by their hashes where both
 * ends can tell them, otherwise by reading both. Rejects with `E_CHANGED` when the source is no longer what was listed.
 */
export async function haveSameContent(
  state: TransferState,
  item: TransferItem,
  entry: Entry,
): Promise<boolean> {
  const { destination, options, signal, source } = state
  const hashes = [source.features.hash, destination.features.hash]
  // A hash follows no links.
  if (hashes[0] !== undefined && hashes[1] !== undefined && !options.copyLinks) {
    const [ours, theirs] = await Promise.all([
      hashes[0](item.sourcePath, 'xxh3-64x2', { signal }),
      hashes[1](item.destinationPath, 'xxh3-64x2', { signal }),
    ])
    return ours === theirs
  }

  const ours = source.read(item.sourcePath, { signal, expect: entry, follow: options.copyLinks })
  return sameStreams(ours, destination.read(item.destinationPath, { signal }))
}

/** Whether two streams are the same bytes, however they are cut into chunks. The first is read to its end in any case. */
export async function sameStreams(
  a: AsyncIterable<Uint8Array>,
  b: AsyncIterable<Uint8Array>,
): Promise<boolean> {
  const other = b[Symbol.asyncIterator]()
  let rest: Uint8Array = new Uint8Array(0)
  let same = true
  try {
    for await (let chunk of a) {
      while (same && chunk.length > 0) {
        if (rest.length === 0) rest = await nextChunk(other)
        const length = Math.min(rest.length, chunk.length)
        same = length > 0 && Buffer.compare(rest.subarray(0, length), chunk.subarray(0, length)) === 0
        rest = rest.subarray(length)
        chunk = chunk.subarray(length)
      }
    }

    return same && rest.length === 0 && (await nextChunk(other)).length === 0
  } finally {
    await other.return?.()
  }
}

async function nextChunk(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  for (;;) {
    const next = await chunks.next()
    if (next.done === true) return new Uint8Array(0)
    if (next.value.length > 0) return next.value
  }
}
