import { checkWirePath, decodePlace, type ModulePath, type pb } from '@blit/remote/protocol'

/** A message that has a place, or its module and path as in the first plan. */
interface Placed {
  getPlace(): pb.Place | undefined
  getModule(): string
  getPath(): string
}

/** The place of a message, checked (S12). Throws `E_PROTOCOL`. */
export function placeOrPath(message: Placed): ModulePath {
  const place = message.getPlace()
  return place === undefined
    ? { module: message.getModule(), path: checkWirePath(Buffer.from(message.getPath())) }
    : decodePlace(place)
}
