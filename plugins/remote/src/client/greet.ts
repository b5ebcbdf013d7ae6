import { BlitError, type PingAnswer } from '@blit/core'
import { agreeOnVersion, BlitService, MIN_PROTOCOL_VERSION, pb, PROTOCOL_VERSION } from '../protocol/index.js'
import type { CallBounds, DaemonConnection } from './daemon-connection.js'

const MAX_FEATURES = 100
const MAX_TEXT = 200

/**
 * Asks a daemon which version of the wire it speaks. Rejects with `E_VERSION` where none fits both, naming the side to
 * upgrade.
 */
export async function greet(connection: DaemonConnection, bounds: CallBounds): Promise<PingAnswer> {
  const { address, name, port } = connection.at
  const request = new pb.PingRequest().setProtocol(ownProtocol())
  const startMs = performance.now()
  const answer = await connection.ask(BlitService.ping, request, bounds)
  const roundTripMs = performance.now() - startMs
  const protocol = answer.getProtocol()
  if (protocol === undefined || protocol.getVersion() === 0)
    throw new BlitError('E_PROTOCOL', `${name} does not say which version of the wire it speaks`)
  return {
    address,
    port,
    software: protocol.getSoftware().slice(0, MAX_TEXT),
    protocol: commonVersion(name, protocol),
    features: protocol
      .getFeaturesList()
      .slice(0, MAX_FEATURES)
      .map((feature) => feature.slice(0, MAX_TEXT)),
    roundTripMs,
  }
}

/** What this program says of itself. */
export function ownProtocol(): pb.Protocol {
  return new pb.Protocol()
    .setVersion(PROTOCOL_VERSION)
    .setMinVersion(MIN_PROTOCOL_VERSION)
    .setSoftware('blit')
}

function commonVersion(name: string, theirs: pb.Protocol): number {
  return agreeOnVersion(
    { name: 'this side', version: PROTOCOL_VERSION, minVersion: MIN_PROTOCOL_VERSION },
    { name, version: theirs.getVersion(), minVersion: theirs.getMinVersion() },
  )
}
