import { byteLength, compileFilter, toBytes, type Entry, type Failure, type ScanBatch } from '@blit/core'
import { decodePlace, decodeRules, encodeEntries, encodeFailure, pb } from '@blit/remote/protocol'
import type { CallContext } from '../handlers.js'
import { scanFollowing } from '../scan-following.js'
import type { Serving } from '../serving.js'

/** Of names and targets in one answer; the rest of an entry is at most a hundred bytes more. */
const MAX_TEXT_BYTES = 512 * 1024

/** A directory, with `recursive` what is below it, in the order of `Endpoint.scan`. */
export async function* answerScan(
  request: pb.ScanRequest,
  serving: Serving,
  { signal }: CallContext,
): AsyncIterable<pb.ScanResponse> {
  const { module, path } = decodePlace(request.getPlace())
  const filter = compileFilter({ rules: decodeRules(request.getRulesList()) })
  const { close, endpoint } = await serving.openModule(module, 'read', signal)
  try {
    const start = path === '' ? 0 : path.length + 1
    const options = {
      recursive: request.getRecursive(),
      enter: (found: string) => !filter.hides(found.slice(start), true),
      signal,
    }
    const batches = request.getFollowLinks()
      ? scanFollowing(endpoint, path, options)
      : endpoint.scan(path, options)
    for await (const batch of batches) yield* responses(batch, batch.directory.slice(start))
  } finally {
    await close()
  }
}

function* responses({ complete, entries, failure }: ScanBatch, directory: string): Iterable<pb.ScanResponse> {
  let part: Entry[] = []
  let bytes = 0
  for (const entry of entries) {
    const size = byteLength(entry.name) + byteLength(entry.target ?? '')
    if (bytes + size > MAX_TEXT_BYTES && part.length > 0) {
      yield response(directory, part)
      part = []
      bytes = 0
    }

    part.push(entry)
    bytes += size
  }

  yield response(directory, part, { complete, failure })
}

function response(
  directory: string,
  entries: readonly Entry[],
  { complete, failure }: { readonly complete: boolean; readonly failure?: Failure | undefined } = {
    complete: false,
  },
): pb.ScanResponse {
  const sent = new pb.ScanResponse()
    .setDirectory(toBytes(directory))
    .setEntries(encodeEntries(entries))
    .setComplete(complete)
  return failure === undefined ? sent : sent.setFailure(encodeFailure(failure))
}
