import { loadNative } from '@blit/native'

import { SessionThread } from './session-thread.js'
import type { FromScan, SourceSetup, ToScan } from './source-messages.js'
import { fromThread } from './thread-error.js'

/** Batches that are listed before anybody takes them, some 100 KiB each. */
const AHEAD = 64

export type Scanned = Exclude<FromScan, { readonly kind: 'error' }>
export type ListedBatch = Extract<Scanned, { readonly kind: 'batch' }>
export type Listed = Extract<Scanned, { readonly kind: 'done' }>

/** A source that is listed by a thread of its own, ahead of who takes the batches. */
export class SourceListing {
  /** For what is asked after the last batch. */
  readonly thread: SessionThread<ToScan, Scanned>
  private readonly ahead: Array<Promise<Scanned>> = []
  private isListed = false
  private closing: Promise<unknown> | undefined

  /** The root of `setup` stays open until this is closed. */
  constructor(readonly setup: SourceSetup) {
    // On the main thread, before any thread does.
    loadNative()
    this.thread = new SessionThread<ToScan, Scanned>(
      new URL('scan-thread.js', import.meta.url),
      setup,
      (message) => {
        const scanned = message as FromScan
        return scanned.kind === 'error' ? fromThread(scanned.error) : scanned
      },
    )
    this.askAhead()
  }

  /** The next batch, or that there is none. Rejects with what the listing has come to. */
  async next(): Promise<Listed | ListedBatch> {
    this.askAhead()
    const scanned = await (this.ahead.shift() as Promise<Scanned>)
    if (scanned.kind === 'removed') throw new TypeError('no answer to what was asked')
    if (scanned.kind === 'done') this.isListed = true
    return scanned
  }

  /** Resolves when the thread holds nothing of the source any more. May be called twice. */
  async close(): Promise<void> {
    if (this.closing === undefined) this.thread.tell({ kind: 'stop' })
    this.closing ??= this.thread.ended()
    await this.closing
  }

  private askAhead(): void {
    while (!this.isListed && this.ahead.length < AHEAD) {
      const asked = this.thread.ask({ kind: 'next' })
      // Whoever takes it is told.
      asked.catch(() => {})
      this.ahead.push(asked)
    }
  }
}
