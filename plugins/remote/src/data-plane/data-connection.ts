import type { Transferable } from 'node:worker_threads'

import type { CarrierSetup } from './carrier-setup.js'

/**
 * A data connection on the main thread, which owns it; a worker serves it (`openCarrier(setup)`). Start that worker with
 * `trackUnmanagedFds: false`: the descriptor is not its own; and not before this thread has loaded the binding, as making a
 * connection does.
 */
export interface DataConnection {
  /** For the worker, by `workerData` or a message. */
  readonly setup: CarrierSetup
  /** The `transferList` of that. */
  readonly transfer: readonly Transferable[]
  /** Address and port of the other end, for messages. */
  readonly peer: string
  /** How long connecting took, which is a round trip and what this thread was busy with; 0 within one machine, and where it was accepted. */
  readonly roundTripMs: number
  /** Cancels: what the worker waits for fails with `E_UNREACHABLE`, now and later. Nothing after `close`. */
  readonly shutdown: () => void
  /** Lets go of it. Only after the worker has exited or said that it is done with its carrier. */
  readonly close: () => void
}
