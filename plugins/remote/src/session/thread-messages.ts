import type { ColumnsLayout, DeletePlan, Entry } from '@blit/core'
import type { HeldContent, HeldFile, IncomingNeed, IncomingReport, IncomingSetup } from '@blit/disk/incoming'
import type { MessagePort } from 'node:worker_threads'

import type { CarrierSetup, HashSeeds, StreamCounts } from '../data-plane/stream.js'
import type { BatchMarks } from './entry-batch.js'

/** A batch on its way to another thread. */
export interface SharedBatch {
  /** At the destination: an XattrTable of its entries, where any has extended attributes that are to be kept. */
  readonly xattrs?: SharedArrayBuffer
  readonly buffer: SharedArrayBuffer
  readonly layout: ColumnsLayout
}

/** An error on its way to the main thread. */
export interface ThreadError {
  readonly code: string
  readonly message: string
  readonly stack?: string
}

/** What the thread with the destination's tree is told at its start. */
export interface TreeThreadData {
  readonly setup: IncomingSetup
  readonly root: Entry | undefined
  readonly rootXattrs: ReadonlyMap<string, Uint8Array> | undefined
  readonly state: 'absent' | 'fresh' | 'present'
}

/** Each is answered once, in their order. */
export type ToTree =
  | {
      readonly kind: 'batch'
      readonly batch: SharedBatch
      readonly marks: BatchMarks
      readonly supersedes: readonly number[]
    }
  /** Who leads the names of inodes that have several. */
  | { readonly kind: 'lead' }
  | { readonly kind: 'link' }
  | { readonly kind: 'plan'; readonly failures: number }
  | { readonly kind: 'delete'; readonly held: readonly HeldFile[] }
  | { readonly kind: 'finish' }
  /** Of a move: what has landed is to be on disk. */
  | { readonly kind: 'sync' }
  | { readonly kind: 'removed'; readonly runs: readonly number[]; readonly root: boolean }
  | { readonly kind: 'stop' }

export type FromTree =
  | { readonly kind: 'answer'; readonly needs?: readonly IncomingNeed[]; readonly plan?: TreePlan }
  | { readonly kind: 'error'; readonly error: ThreadError }
  | { readonly kind: 'report'; readonly report: IncomingReport }

export interface TreePlan {
  readonly deletes: DeletePlan
  readonly refusal?: { readonly code: string; readonly message: string; readonly exit: number }
}

/** What a thread that receives a stream is told at its start. */
export interface ReceiveThreadData {
  readonly setup: IncomingSetup
  readonly carrier: CarrierSetup
  readonly seeds: HashSeeds
  /** Frames must have hashes. */
  readonly hashed: boolean
  /** Frames must be of this attempt: 0 over the first connection of a stream, 1 over the next. */
  readonly attempt: number
  /** They may all the same come without. */
  readonly hashesOptional: boolean
  /** What an index in a frame means, where it is not that of an entry. */
  readonly indices: Uint32Array | undefined
  /** Gives batches and needs, those before the start first; taken without waiting whenever a frame has come. */
  readonly feed: MessagePort
}

export type Feed =
  | { readonly kind: 'batch'; readonly batch: SharedBatch }
  | { readonly kind: 'large'; readonly needs: readonly IncomingNeed[] }

export type FromReceive =
  | { readonly kind: 'end'; readonly counts: StreamCounts; readonly held: readonly HeldFile[] }
  /** The connection broke; so many frames have come, and are landed. */
  | {
      readonly kind: 'lost'
      readonly frames: number
      readonly held: readonly HeldFile[]
      readonly error: ThreadError
    }
  | { readonly kind: 'error'; readonly error: ThreadError }
  /** The other end has let the stream in. */
  | { readonly kind: 'admitted' }
  | { readonly kind: 'report'; readonly report: IncomingReport }

/** What the thread that hashes is told at its start. */
export interface HashThreadData {
  readonly setup: IncomingSetup
  readonly seeds: HashSeeds
}

export type ToHash =
  { readonly kind: 'hash'; readonly contents: readonly HeldContent[] } | { readonly kind: 'stop' }

export type FromHash =
  | { readonly kind: 'answer'; readonly hashes: ReadonlyArray<Uint8Array | undefined> }
  | { readonly kind: 'error'; readonly error: ThreadError }
