import { BlitError, checkRelativePath, fromBytes } from '@blit/core'
import type { pb } from '@blit/remote/protocol'

/** Bytes and parts of a path, at most (S11). */
const MAX_PATH_BYTES = 64 * 1024
const MAX_PARTS = 4096

/** A place on this side of the wire. */
export interface PlacePath {
  readonly module: string
  /** Beneath the module's root, checked (S12); '' is the root. A byte string. */
  readonly path: string
}

/** The place a message names. Rejects with `E_BAD_NAME` or `E_PROTOCOL`. */
export function placeOf(place: pb.Place | undefined): PlacePath {
  if (place === undefined) throw new BlitError('E_PROTOCOL', 'the call names no place')
  return { module: place.getModule(), path: pathOf(place.getPath_asU8()) }
}

/** The place of a message that has it in the form of the first plan, too. */
export function placeOrPath(message: {
  getPlace(): pb.Place | undefined
  getModule(): string
  getPath(): string
}): PlacePath {
  const place = message.getPlace()
  return place === undefined
    ? { module: message.getModule(), path: pathOf(Buffer.from(message.getPath())) }
    : placeOf(place)
}

/** A path from the wire as a byte string. */
export function pathOf(bytes: Uint8Array): string {
  if (bytes.length > MAX_PATH_BYTES) throw new BlitError('E_NAME_TOO_LONG', 'a path is longer than 64 KiB')
  const path = fromBytes(bytes)
  checkRelativePath(path)
  if (path.split('/').length > MAX_PARTS)
    throw new BlitError('E_NAME_TOO_LONG', `a path has more than ${MAX_PARTS} parts`)
  return path
}
