import type { Endpoint, Entry } from '@blit/core'
import { SideError, onSide } from './side-error.js'
import type { Side } from '../place/operand-error.js'

/** A regular file on one side. */
export interface FileAt {
  readonly endpoint: Endpoint
  readonly path: string
  readonly entry: Entry
  /** A symlink leads to it. */
  readonly follow?: boolean
}

/**
 * Whether two files of one length hold the same bytes: by their hashes, which are made where the bytes are, if both
 * endpoints can make them; otherwise both are read, up to the first byte that differs. Rejects with a `SideError`.
 */
export async function haveSameContent(
  source: FileAt,
  destination: FileAt,
  signal: AbortSignal,
): Promise<boolean> {
  const hashes = [hashOf('source', source, signal), hashOf('destination', destination, signal)]
  if (hashes.every((hash) => hash !== undefined)) {
    const [ours, theirs] = await bothOf(hashes.map((hash) => hash()))
    return ours === theirs
  }

  return haveSameBytes(readOf('source', source, signal), readOf('destination', destination, signal))
}

/** Whether two streams are the same bytes, however they are cut into chunks. Both are closed at the end. */
export async function haveSameBytes(
  ours: AsyncGenerator<Uint8Array>,
  theirs: AsyncGenerator<Uint8Array>,
): Promise<boolean> {
  let our = EMPTY
  let their = EMPTY
  try {
    for (;;) {
      const chunks = await bothOf([rest(our, ours), rest(their, theirs)])
      our = chunks[0] ?? EMPTY
      their = chunks[1] ?? EMPTY
      const length = Math.min(our.length, their.length)
      if (length === 0) return our.length === their.length
      if (Buffer.compare(our.subarray(0, length), their.subarray(0, length)) !== 0) return false
      our = our.subarray(length)
      their = their.subarray(length)
    }
  } finally {
    await Promise.allSettled([ours.return(undefined), theirs.return(undefined)])
  }
}

const EMPTY: Uint8Array = new Uint8Array(0)

// A hash follows no symlink.
function hashOf(side: Side, file: FileAt, signal: AbortSignal): (() => Promise<string>) | undefined {
  const { endpoint, path, follow } = file
  const { hash } = endpoint.features
  if (hash === undefined || follow === true) return undefined
  return async () => {
    try {
      return await hash(path, 'xxh3-64x2', { signal })
    } catch (error) {
      throw new SideError(side, error)
    }
  }
}

function readOf(
  side: Side,
  { endpoint, path, entry, follow = false }: FileAt,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  return onSide(side, endpoint.read(path, { signal, expect: entry, follow }))
}

/** What is left of a chunk, or the next one that is not empty; at the end an empty one. */
async function rest(chunk: Uint8Array, chunks: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  let left = chunk
  while (left.length === 0) {
    const { value, done } = await chunks.next()
    if (done === true) return EMPTY
    left = value
  }

  return left
}

/** Waits for both, also where one rejects: nothing goes on behind the caller's back. */
async function bothOf<T>(promises: ReadonlyArray<Promise<T>>): Promise<T[]> {
  await Promise.allSettled(promises)
  return Promise.all(promises)
}
