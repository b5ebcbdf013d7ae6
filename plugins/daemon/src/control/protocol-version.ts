import { agreeOnVersion, MIN_PROTOCOL_VERSION, pb, PROTOCOL_VERSION } from '@blit/remote/protocol'

/** What this daemon says of itself. */
export function ownProtocol(software: string): pb.Protocol {
  return new pb.Protocol()
    .setVersion(PROTOCOL_VERSION)
    .setMinVersion(MIN_PROTOCOL_VERSION)
    .setFeaturesList(['xattrs'])
    .setSoftware(software)
}

/** The version spoken with a client: 0 with one of the first plan. Throws `E_VERSION` where none fits both. */
export function agreedVersion(peer: pb.Protocol | undefined): number {
  return agreeOnVersion(
    { name: 'the client', version: peer?.getVersion() ?? 0, minVersion: peer?.getMinVersion() ?? 0 },
    { name: 'this daemon', version: PROTOCOL_VERSION, minVersion: MIN_PROTOCOL_VERSION },
  )
}
