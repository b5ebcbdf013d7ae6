import { BlitError, fromBytes, type Metadata } from '@blit/core'
import { decodeTime, type pb } from '@blit/remote/protocol'

/** What a client wants to be set. Throws `E_PROTOCOL` for attributes that are not pairs. */
export function metadataOf(message: pb.SetMetadata): Metadata {
  const xattrs = message.getXattrs()
  const names = xattrs?.getNamesList_asU8() ?? []
  const values = xattrs?.getValuesList_asU8() ?? []
  if (names.length !== values.length)
    throw new BlitError('E_PROTOCOL', 'attributes have a name and a value each')
  return {
    ...(message.hasMode() && { mode: message.getMode() & 0o7777 }),
    ...(message.hasMtimeSeconds() && {
      mtimeNs: decodeTime(message.getMtimeSeconds(), message.getMtimeNanos()),
    }),
    ...(message.hasUid() && { uid: message.getUid() }),
    ...(message.hasGid() && { gid: message.getGid() }),
    ...(message.getHasXattrs() && {
      xattrs: new Map(names.map((name, i) => [fromBytes(name), values[i] ?? new Uint8Array()])),
    }),
  }
}
