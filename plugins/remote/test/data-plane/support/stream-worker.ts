import { Worker } from 'node:worker_threads'

import type { DataConnection } from '../../../dist/data-plane/index.js'
import type { HashSeeds } from '../../../dist/data-plane/stream.js'

export type Step =
  | { index: number; file: Uint8Array }
  | { flush: true }
  | { index: number; piece: string; offset: number; length: number; attempt?: number }
  | { index: number; fileEnd: 'changed' | 'failed' | 'ok'; size: number }
  | { nops: number }
  | { raw: Uint8Array }
  | { end: true }

export interface Task {
  /** To send; without, the worker receives. */
  readonly steps?: readonly Step[]
  readonly seeds?: HashSeeds
  /** Where pieces go, by index; the others are read past. */
  readonly files?: Readonly<Record<number, string>>
  readonly flags?: string
  /** Receives only so many frames. */
  readonly most?: number
  readonly timeoutMs?: number
}

export interface Served {
  readonly result?: {
    readonly frames?: unknown[]
    readonly carrier?: string
    readonly statuses?: string[]
    readonly counts?: unknown
  }
  readonly error?: { readonly code: string; readonly message: string }
}

/** A thread that serves data connections, one after the other. */
export class StreamWorker {
  private readonly worker = new Worker(new URL('../fixtures/stream-worker.js', import.meta.url), {
    execArgv: [],
    trackUnmanagedFds: false,
  })

  /** Serves a connection to its end, then closes it. `onOpen` is called after the handshake. */
  async serve(connection: DataConnection, task: Task, onOpen?: () => void): Promise<Served> {
    const served = new Promise<Served>((resolve, reject) => {
      const settle = (): void => {
        this.worker.off('message', onMessage).off('error', onError)
      }

      const onMessage = (message: Served & { open?: true }): void => {
        if (message.open) onOpen?.()
        else {
          settle()
          resolve(message)
        }
      }

      const onError = (error: unknown): void => {
        settle()
        reject(error as Error)
      }

      this.worker.on('message', onMessage).on('error', onError)
    })
    this.worker.postMessage({ setup: connection.setup, task }, [...connection.transfer])
    try {
      return await served
    } finally {
      connection.close()
    }
  }

  async stop(): Promise<void> {
    await this.worker.terminate()
  }
}
