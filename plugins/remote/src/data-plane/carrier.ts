import { lostConnection } from './wire-error.js'

/**
 * One data connection in the thread that serves it. Every call blocks until it is done. `E_UNREACHABLE` is thrown where
 * the connection breaks, ends, is shut down by the main thread or lets the timeout pass without a byte; after that
 * nothing more is to be had from it.
 */
export interface Carrier {
  /** Reads what there is, at least a byte and at most `length`, to `start` of `target`; says how many. */
  readonly read: (target: Buffer, start: number, length: number) => number
  /** Writes everything. */
  readonly write: (bytes: Buffer) => void
  /**
   * Sends bytes of a file past this process, at most `length`; says how many, 0 at the file's end. Undefined where the
   * system cannot, or the file fails: reading it tells which. Absent where no carrier of this kind can.
   */
  readonly sendFile?: (fd: number, offset: number, length: number) => number | undefined
  /**
   * Takes bytes off the connection and puts them at `offset` of a file, past this process: at least one, at most `length`.
   * Absent where no carrier of this kind can.
   */
  readonly receiveToFile?: (fd: number, offset: number, length: number) => ReceivedBytes
  /** How long a call may wait without a byte moving. */
  readonly setTimeout: (timeoutMs: number) => void
  /** Gives back what this thread holds, also after a failure. What was written is still delivered. */
  readonly close: () => void
}

export interface ReceivedBytes {
  /** So many were taken off the connection, whatever became of them. */
  readonly bytes: number
  /** Why the file does not have them. */
  readonly error?: Error
}

/** Fills all of `target`, and reads not a byte more. */
export function readExactly(carrier: Carrier, target: Buffer): void {
  let length = 0
  while (length < target.length) length += carrier.read(target, length, target.length - length)
}

export const endedEarly = (): Error => lostConnection('ended early')

export const silentFor = (timeoutMs: number, cause?: unknown): Error =>
  lostConnection(`was silent for ${timeoutMs / 1000} s`, cause)
