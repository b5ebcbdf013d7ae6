import type { MessagePort } from 'node:worker_threads'

/** Bytes each way; a power of two. */
export const RING_BYTES = 1024 * 1024

/** Why a ring carries nothing more. */
export const END = { open: 0, ended: 1, broken: 2, shutDown: 3 } as const

/** Cells of the state. Bytes written and read are counted modulo 2^32. */
export const CELL = {
  inWritten: 0,
  inRead: 1,
  outWritten: 2,
  outRead: 3,
  /** Changes whenever the pump has done something: what the carrier waits on. */
  signal: 4,
  /** One of {@link END}. */
  end: 5,
  /** The pump wants a message once there is room for what comes in. */
  wantsRoom: 6,
  /** The pump wants a message once there is something to go out. */
  wantsBytes: 7,
} as const

const CELLS = 8

/** Two rings of bytes that two threads share: `inbound` from the connection, `outbound` to it. */
export interface RingSetup {
  readonly state: SharedArrayBuffer
  readonly inbound: SharedArrayBuffer
  readonly outbound: SharedArrayBuffer
  /** The carrier's end, on which it wakes the pump. */
  readonly port: MessagePort
}

export function createRings(): Omit<RingSetup, 'port'> {
  return {
    state: new SharedArrayBuffer(CELLS * Int32Array.BYTES_PER_ELEMENT),
    inbound: new SharedArrayBuffer(RING_BYTES),
    outbound: new SharedArrayBuffer(RING_BYTES),
  }
}

/** A stretch of a ring, not around its end: at most `most` bytes that can be read, or written, from a count on. */
export function stretch(
  ring: Buffer,
  count: number,
  available: number,
  most: number,
): { start: number; end: number } {
  const start = count & (RING_BYTES - 1)
  return { start, end: start + Math.min(available, most, ring.length - start) }
}
