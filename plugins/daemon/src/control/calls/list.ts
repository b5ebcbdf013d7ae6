import { BlitError, displayPath, toBytes } from '@blit/core'
import { pb } from '@blit/remote/protocol'
import type { CallContext } from '../handlers.js'
import { placeOrPath } from '../place.js'
import type { Serving } from '../serving.js'

const MAX_ENTRIES = 10_000
const NS = 1_000_000_000n

/** One directory, at most {@link MAX_ENTRIES} of it. Names that are not UTF-8 show U+FFFD: Scan has the bytes. */
export async function answerList(
  request: pb.ListRequest,
  serving: Serving,
  { signal }: CallContext,
): Promise<pb.ListResponse> {
  const { module, path } = placeOrPath(request)
  return serving.within(module, 'read', signal, async ({ endpoint }) => {
    const entries: pb.FileInfo[] = []
    for await (const batch of endpoint.scan(path, { recursive: false, signal })) {
      const { failure } = batch
      if (failure !== undefined)
        throw new BlitError('E_SCAN', displayPath(failure.message), { path: failure.path })
      for (const { mtimeNs, name, sizeBytes, type } of batch.entries) {
        if (entries.length === MAX_ENTRIES)
          return new pb.ListResponse().setEntriesList(entries).setTruncated(true)
        const seconds = mtimeNs / NS - (mtimeNs % NS < 0n ? 1n : 0n)
        entries.push(
          new pb.FileInfo()
            .setName(toBytes(name).toString())
            .setIsDir(type === 'directory')
            .setSize(sizeBytes)
            .setMtimeSeconds(Number(seconds)),
        )
      }
    }

    return new pb.ListResponse().setEntriesList(entries)
  })
}
