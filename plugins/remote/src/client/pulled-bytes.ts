import { BlitError, displayPath, type Entry, type ReadOptions } from '@blit/core'
import { BlitService, decodeEntry, encodeEntry, pb } from '../protocol/index.js'
import type { RemotePlace } from './remote-place.js'

const MAX_CHUNK_BYTES = 1024 * 1024

/** The bytes of a file over the control plane. */
export async function* pulledBytes(
  place: RemotePlace,
  path: string,
  options: ReadOptions,
): AsyncGenerator<Uint8Array> {
  const { expect, follow = false, length, offset = 0 } = options
  place.begin(options)
  const request = new pb.PullRequest().setPlace(place.at(path)).setOffset(offset).setFollow(follow)
  if (length !== undefined) request.setLength(length)
  if (expect !== undefined) request.setExpect(encodeEntry(expect))
  let left = length ?? Number.POSITIVE_INFINITY
  for await (const chunk of place.connection.watch(BlitService.pull, request, options)) {
    if (chunk.getPayloadCase() !== pb.PullChunk.PayloadCase.DATA)
      throw new BlitError('E_PROTOCOL', `${place.label}: something came that is no data`)
    const data = chunk.getData_asU8()
    left -= data.length
    // More than was asked for would be written somewhere (S13).
    if (left < 0) throw new BlitError('E_PROTOCOL', `${place.label}: more came than was asked for`)
    for (let start = 0; start < data.length; start += MAX_CHUNK_BYTES)
      yield data.subarray(start, start + MAX_CHUNK_BYTES)
  }

  if (expect !== undefined) await checkUnchanged(place, path, expect, options)
}

/** The daemon looked at the file when it had sent all; who takes its time here has to look again. */
async function checkUnchanged(
  place: RemotePlace,
  path: string,
  expect: Entry,
  { follow = false, signal }: ReadOptions,
): Promise<void> {
  const request = new pb.StatRequest().setPlace(place.at(path)).setFollow(follow)
  const entry = (await place.look(BlitService.stat, request, { signal })).getEntry()
  const now = entry === undefined ? undefined : decodeEntry(entry)
  const isSame =
    now !== undefined &&
    now.type === 'file' &&
    now.sizeBytes === expect.sizeBytes &&
    now.mtimeNs === expect.mtimeNs &&
    (expect.inode === undefined ||
      (now.inode?.ino === expect.inode.ino && now.inode.dev === expect.inode.dev))
  if (!isSame)
    throw new BlitError('E_CHANGED', `${displayPath(path)}: it changed while it was read`, { path })
}
