import { pb } from '@blit/remote/protocol'
import { agreedVersion, ownProtocol } from '../protocol-version.js'

/** Says that somebody is here, and which versions of the wire are spoken. Rejects with `E_VERSION` where none fits both. */
export function answerPing(request: pb.PingRequest, software: string, dataPort: number): pb.PingResponse {
  agreedVersion(request.getProtocol())
  return new pb.PingResponse().setProtocol(ownProtocol(software)).setDataPort(dataPort)
}
