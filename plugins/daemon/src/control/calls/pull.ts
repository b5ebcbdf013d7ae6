import {
  BlitError,
  displayPath,
  hasEscapes,
  isBlitError,
  joinPath,
  lastName,
  type Endpoint,
  type Entry,
  type ReadOptions,
} from '@blit/core'
import { decodeEntry, pb } from '@blit/remote/protocol'
import { followBeneath } from '../follow-beneath.js'
import type { CallContext } from '../handlers.js'
import { placeOrPath } from '../place.js'
import type { Serving } from '../serving.js'

const NS = 1_000_000_000n

/**
 * Files as a stream of headers and data, for simple clients: no links, no directories, no deletions. Or, by `place`, a
 * part of one file, as data alone. What cannot be read ends the call with an error: before its header, after all else was
 * sent; in its middle, at once.
 */
export async function* answerPull(
  request: pb.PullRequest,
  serving: Serving,
  { signal }: CallContext,
): AsyncIterable<pb.PullChunk> {
  const given = request.getPlace()
  const place = placeOrPath(request)
  const { close, endpoint } = await serving.openModule(place.module, 'read', signal)
  const { metrics } = serving.options
  const end = metrics.session('pull')
  try {
    const chunks =
      given === undefined ? tree(endpoint, place.path, signal) : part(endpoint, place.path, request, signal)
    for await (const chunk of chunks) {
      if (chunk.hasFileHeader()) metrics.files('pull', 1)
      else metrics.bytes('pull', chunk.getData_asU8().length)
      yield chunk
    }
  } finally {
    end()
    await close()
  }
}

async function* part(
  endpoint: Endpoint,
  path: string,
  request: pb.PullRequest,
  signal: AbortSignal,
): AsyncIterable<pb.PullChunk> {
  const at = request.getFollow() ? await followBeneath(endpoint, path, signal) : path
  const expect = request.getExpect()
  yield* data(endpoint, at, {
    signal,
    offset: request.getOffset(),
    ...(request.hasLength() && { length: request.getLength() }),
    ...(expect !== undefined && { expect: decodeEntry(expect) }),
  })
}

async function* tree(endpoint: Endpoint, path: string, signal: AbortSignal): AsyncIterable<pb.PullChunk> {
  const root = await endpoint.stat(path, { signal, follow: path === '' })
  if (root === undefined)
    throw new BlitError('E_SOURCE_MISSING', `there is no '${displayPath(path)}'`, { path })
  if (root.type !== 'directory') {
    yield* file(endpoint, path, lastName(path), root, signal)
    return
  }

  const failures: BlitError[] = []
  const start = path === '' ? 0 : path.length + 1
  for await (const { directory, entries, failure } of endpoint.scan(path, { recursive: true, signal })) {
    if (failure !== undefined) failures.push(new BlitError('E_SCAN', failure.message, { path: failure.path }))
    for (const entry of entries) {
      if (entry.type !== 'file') continue
      const at = joinPath(directory, entry.name)
      try {
        yield* file(endpoint, at, at.slice(start), entry, signal)
      } catch (error) {
        if (!isBlitError(error) || !(error instanceof BeforeHeader)) throw error
        failures.push(error)
      }
    }
  }

  const [first] = failures
  if (first === undefined) return
  const more = failures.length > 1 ? `, and ${failures.length - 1} more` : ''
  throw new BlitError(first.code, `${first.message}${more}`, {
    path: first.path,
    hint: 'all others were sent',
  })
}

/** Nothing of the file was sent yet: the next one can follow. */
class BeforeHeader extends BlitError {}

async function* file(
  endpoint: Endpoint,
  path: string,
  shown: string,
  entry: Entry,
  signal: AbortSignal,
): AsyncIterable<pb.PullChunk> {
  if (hasEscapes(shown))
    throw new BeforeHeader('E_BAD_NAME', `${displayPath(shown)}: its name is not UTF-8`, {
      path,
      hint: 'pull it with blit',
    })
  const chunks = data(endpoint, path, { signal, expect: entry })[Symbol.asyncIterator]()
  let next: IteratorResult<pb.PullChunk>
  try {
    // Opens it.
    next = await chunks.next()
  } catch (error) {
    signal.throwIfAborted()
    if (!isBlitError(error)) throw error
    throw new BeforeHeader(error.code, error.message, { path, hint: error.hint })
  }

  const { mode = 0o644, mtimeNs, sizeBytes } = entry
  const seconds = mtimeNs / NS - (mtimeNs % NS < 0n ? 1n : 0n)
  const header = new pb.FileHeader()
    .setRelativePath(shown)
    .setSize(sizeBytes)
    .setMtimeSeconds(Number(seconds))
    .setPermissions(mode)
  try {
    yield new pb.PullChunk().setFileHeader(header)
    for (; next.done !== true; next = await chunks.next()) yield next.value
  } finally {
    await chunks.return?.()
  }
}

async function* data(endpoint: Endpoint, path: string, options: ReadOptions): AsyncIterable<pb.PullChunk> {
  for await (const chunk of endpoint.read(path, options)) yield new pb.PullChunk().setData(chunk)
}
