import { createHmac, timingSafeEqual } from 'node:crypto'

import { protocolError } from './wire-error.js'

export const PREFACE_BYTES = 56
export const SESSION_ID_BYTES = 16
export const TOKEN_BYTES = 32

/** Of the preface and the ack. */
export const DATA_VERSION = 1

const MAGIC = Buffer.from('BLT2')
const MAC_AT = 24

/** What the first 56 bytes of a data connection say. Its `mac` is not yet checked. */
export interface Preface {
  readonly stream: number
  readonly sessionId: Buffer
  readonly mac: Buffer
}

/** The first bytes of a data connection. The token is not among them, only what proves it. */
export function encodePreface(sessionId: Uint8Array, token: Uint8Array, stream: number): Buffer {
  const bytes = Buffer.alloc(PREFACE_BYTES)
  MAGIC.copy(bytes)
  bytes[4] = DATA_VERSION
  bytes.writeUInt16LE(stream, 6)
  bytes.set(sessionId, 8)
  bytes.set(macOf(sessionId, token, stream), MAC_AT)
  return bytes
}

/** Reads a copy of what `encodePreface` made. Throws `E_PROTOCOL` for anything else. */
export function decodePreface(bytes: Uint8Array): Preface {
  const preface = Buffer.from(bytes)
  if (preface.length !== PREFACE_BYTES) throw protocolError('a preface of another length')
  if (!preface.subarray(0, MAGIC.length).equals(MAGIC)) throw protocolError('no preface')
  if (preface[4] !== DATA_VERSION) throw protocolError(`a preface of version ${preface[4]}`)
  if (preface[5] !== 0) throw protocolError('a preface with unknown bits')
  return {
    stream: preface.readUInt16LE(6),
    sessionId: preface.subarray(8, MAC_AT),
    mac: preface.subarray(MAC_AT),
  }
}

/** Whether who sent it knows the token; takes equally long either way (S15). */
export function provesToken({ mac, sessionId, stream }: Preface, token: Uint8Array): boolean {
  return timingSafeEqual(mac, macOf(sessionId, token, stream))
}

function macOf(sessionId: Uint8Array, token: Uint8Array, stream: number): Buffer {
  const number = Buffer.alloc(2)
  number.writeUInt16LE(stream)
  return createHmac('sha256', token).update(sessionId).update(number).digest()
}
