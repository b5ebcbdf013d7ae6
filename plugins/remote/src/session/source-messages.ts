import type { Failure, TransferOptions } from '@blit/core'
import type { OutgoingBatch } from '@blit/disk/outgoing'
import type { MessagePort } from 'node:worker_threads'

import type { CarrierSetup, HashSeeds, StreamCounts } from '../data-plane/stream.js'
import type { ListedXattrs } from './listed-xattrs.js'
import type { SharedBatch, ThreadError } from './thread-messages.js'

/** The source's root, for each of its threads. */
export interface SourceSetup {
  readonly root: { readonly fd: number; readonly path: string }
  readonly options: TransferOptions
  /** With `-L`: what symlinks lead to outside of this directory takes no part. */
  readonly confine?: { readonly fd: number; readonly path: string }
  /** Single things of the root, instead of all of it. */
  readonly names?: readonly string[]
}

/** A batch on its way to the main thread. */
export interface ScannedBatch extends Omit<OutgoingBatch, 'columns'> {
  readonly batch: SharedBatch
  readonly xattrs: readonly ListedXattrs[]
  readonly unreadXattrs: readonly number[]
}

export type ToScan =
  | { readonly kind: 'next' }
  /** At files that have changed since they were listed. */
  | { readonly kind: 'look-again'; readonly indices: readonly number[] }
  /** Of a move: what the destination has on disk goes; directories wait for the next. */
  | { readonly kind: 'remove'; readonly runs: readonly number[] }
  | { readonly kind: 'remove-directories' }
  | { readonly kind: 'stop' }

export type FromScan =
  | { readonly kind: 'batch'; readonly scanned: ScannedBatch; readonly supersedes?: readonly number[] }
  | {
      readonly kind: 'done'
      readonly entries: number
      readonly directories: number
      readonly complete: boolean
    }
  | {
      readonly kind: 'removed'
      readonly runs: readonly number[]
      readonly failures: readonly Failure[]
      /** In a dry run, of directories: nothing would be left in the root. */
      readonly emptiesRoot: boolean
    }
  | { readonly kind: 'error'; readonly error: ThreadError }

/** What a thread that sends a stream is told at its start. */
export interface SendThreadData {
  readonly setup: SourceSetup
  readonly carrier: CarrierSetup
  /** Of its frames: 1 if the stream's first connection never was. */
  readonly attempt: number
  readonly seeds: HashSeeds
  /** Frames have hashes. */
  readonly hashed: boolean
  /** Gives batches and work, taken without waiting. */
  readonly feed: MessagePort
  /** One word: raised when there is something in the feed, -1 to cancel. */
  readonly bell: SharedArrayBuffer
  /** After so long without work it says that it is alive. */
  readonly quietMs: number
  /** One word for all streams, of the rate that they keep to together. */
  readonly paid: SharedArrayBuffer
}

export type Work =
  | { readonly kind: 'batch'; readonly batch: SharedBatch }
  /** With `hashes`, one after the other: those of files that the destination has, which may be the same. */
  | { readonly kind: 'small'; readonly indices: readonly number[]; readonly hashes?: Uint8Array }
  /** A large file, and the hashes of the pieces of the destination's. */
  | { readonly kind: 'compare'; readonly index: number; readonly hashes: Uint8Array }
  /** `progress` counts what is left of the file, for all threads that send of it. */
  | {
      readonly kind: 'piece'
      readonly index: number
      readonly offset: number
      readonly length: number
      readonly progress: SharedArrayBuffer
      /** Hash of what the destination has there. */
      readonly held?: Uint8Array
    }
  /** To be answered when all that came before is sent. */
  | { readonly kind: 'drain' }
  /** The next connection, when the last one broke: the destination has so many frames of that. */
  | { readonly kind: 'connection'; readonly carrier: CarrierSetup; readonly frames: number }
  | { readonly kind: 'end' }

/** A file that was not what had been listed: another look may help. */
export interface ChangedFile {
  readonly index: number
  readonly failure: Failure
}

export type FromSend =
  | { readonly kind: 'end'; readonly counts: StreamCounts }
  | { readonly kind: 'error'; readonly error: ThreadError }
  | {
      readonly kind: 'failures'
      readonly failures: readonly Failure[]
      readonly changed: readonly ChangedFile[]
    }
  | { readonly kind: 'drained' }
  /** The other end has let the stream in. */
  | { readonly kind: 'admitted' }
  /** A piece of work that it was dealt is done. */
  | { readonly kind: 'done' }
  /** A large file is not what the destination has. */
  | { readonly kind: 'differs'; readonly index: number }
  /** The connection broke; it waits for the next one. */
  | { readonly kind: 'lost'; readonly attempt: number; readonly error: ThreadError }
