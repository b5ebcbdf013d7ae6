import { DATA_VERSION } from './preface.js'
import { protocolError } from './wire-error.js'

export const ACK_BYTES = 8

const ACK = Buffer.from([...Buffer.from('BLTA'), DATA_VERSION, 0, 0, 0])

/** The answer to a preface. */
export function encodeAck(): Buffer {
  return Buffer.from(ACK)
}

/** Throws `E_PROTOCOL` unless it is one. */
export function checkAck(bytes: Uint8Array): void {
  if (!ACK.equals(bytes)) throw protocolError('no ack')
}
