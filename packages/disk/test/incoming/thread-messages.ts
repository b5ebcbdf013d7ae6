import type { ColumnsLayout, Entry } from '@blit/core'

import type {
  HeldFile,
  IncomingMarks,
  IncomingNeed,
  IncomingReport,
  IncomingSetup,
} from '../../dist/incoming/index.js'

export interface ThreadData {
  readonly setup: IncomingSetup
  readonly role: 'files' | 'tree'
  readonly root: Entry | undefined
  readonly state: 'fresh' | 'present'
}

export type Command =
  | {
      readonly kind: 'add'
      readonly buffer: SharedArrayBuffer
      readonly layout: ColumnsLayout
      readonly marks: IncomingMarks
    }
  | { readonly kind: 'expect'; readonly needs: readonly IncomingNeed[] }
  | { readonly kind: 'small'; readonly index: number; readonly content: Uint8Array }
  | {
      readonly kind: 'piece'
      readonly index: number
      readonly offset: number
      readonly content: Uint8Array
      readonly ok: boolean
    }
  | { readonly kind: 'file-end'; readonly index: number; readonly sizeBytes: number; readonly ok: boolean }
  | { readonly kind: 'give-up'; readonly index: number }
  | { readonly kind: 'delete'; readonly held: readonly HeldFile[] }
  | { readonly kind: 'close' | 'finish' | 'held' | 'lead' | 'link' | 'plan' | 'refusal' }

export interface Answer {
  readonly value?: unknown
  readonly error?: { readonly code: string; readonly message: string }
  readonly reports: readonly IncomingReport[]
}
