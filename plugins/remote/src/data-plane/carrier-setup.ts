import type { RingSetup } from './ring.js'

/** How a worker gets at a connection. */
export type Via = { readonly kind: 'socket'; readonly fd: number } | ({ readonly kind: 'stream' } & RingSetup)

export interface Handshake {
  /** Of the one who dials. Who was dialled has read it, and answers with the ack. */
  readonly preface?: Uint8Array
  /** For preface and ack. */
  readonly handshakeTimeoutMs: number
  /** Afterwards: how long a connection may be without a byte. */
  readonly stallTimeoutMs: number
}

/** What a worker is told of its data connection; can be cloned. `DataConnection.transfer` goes along with it. */
export interface CarrierSetup extends Handshake {
  readonly via: Via
}
