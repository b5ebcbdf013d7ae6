import { BlitError } from '@blit/core'
import { pb, PROTOCOL_VERSION } from '@blit/remote/protocol'

/** The oldest version of the wire that is still served. */
export const MIN_PROTOCOL_VERSION = 1

/** What this daemon says of itself. */
export function ownProtocol(software: string): pb.Protocol {
  return new pb.Protocol()
    .setVersion(PROTOCOL_VERSION)
    .setMinVersion(MIN_PROTOCOL_VERSION)
    .setFeaturesList(['xattrs'])
    .setSoftware(software)
}

/**
 * The version both sides speak: 0 with a client of the first plan. The side with the higher version decides; rejects with
 * `E_VERSION` where that is this one, and the other's is too old.
 */
export function agreedVersion(peer: pb.Protocol | undefined): number {
  const version = peer?.getVersion() ?? 0
  if (version === 0) return 0
  if (version < MIN_PROTOCOL_VERSION)
    throw new BlitError(
      'E_VERSION',
      `the client speaks version ${version} of the wire, this daemon from ${MIN_PROTOCOL_VERSION} on`,
      {
        hint: 'upgrade blit at the client',
      },
    )
  const minVersion = peer?.getMinVersion() ?? 0
  if (minVersion > PROTOCOL_VERSION)
    throw new BlitError(
      'E_VERSION',
      `the client speaks the wire from version ${minVersion} on, this daemon up to ${PROTOCOL_VERSION}`,
      {
        hint: 'upgrade blit at the daemon',
      },
    )
  return Math.min(version, PROTOCOL_VERSION)
}
