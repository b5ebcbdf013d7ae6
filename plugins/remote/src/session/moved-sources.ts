import type { Failure } from '@blit/core'
import { saidOf } from '@blit/disk/outgoing'

import { pb } from '../protocol/index.js'
import { protocolError } from '../protocol/protocol-error.js'
import type { FromScan, ToScan } from './source-messages.js'
import type { SessionThread } from './session-thread.js'

/** Runs of one message: those of directories are many. */
const MAX_RUNS = 65_536

/** What only the source of a move knows. */
export interface MoveRules {
  /** Removes the root itself if it is empty; false where it stays. Undefined where it stays in any case. */
  readonly removeRoot: (() => boolean) | undefined
  readonly dryRun: boolean
}

/** What a move has taken from the source, to be told to the destination. */
export interface TakenSources {
  readonly messages: readonly pb.SourceMessage[]
  readonly failures: readonly Failure[]
}

type Removed = Extract<FromScan, { readonly kind: 'removed' }>

/** Takes from the source of a move what the destination has on disk (S4); the thread that has listed it does the work. */
export class MovedSources {
  private isOver = false

  constructor(
    private readonly scan: SessionThread<ToScan, Exclude<FromScan, { readonly kind: 'error' }>>,
    private readonly rules: MoveRules | undefined,
  ) {}

  /** Throws `E_PROTOCOL` where nothing may be removed, or not that. */
  async take(committed: pb.Committed): Promise<TakenSources> {
    const { rules } = this
    if (rules === undefined || this.isOver)
      throw protocolError('what is committed, which nobody has asked for')
    const runs = committed.getRunsList()
    if (runs.length % 2 !== 0) throw protocolError('a run without a length')
    const removed = await this.ask({ kind: 'remove', runs })
    if (!committed.getLast()) return answer(removed, false)
    this.isOver = true
    const { failures, runs: directories, emptiesRoot } = await this.ask({ kind: 'remove-directories' })
    const all = { runs: [...removed.runs, ...directories], failures: [...removed.failures, ...failures] }
    const root = rules.dryRun ? rules.removeRoot !== undefined && emptiesRoot : this.removeRoot(all.failures)
    return answer(all, root)
  }

  private removeRoot(failures: Failure[]): boolean {
    try {
      return this.rules?.removeRoot?.() === true
    } catch (error) {
      failures.push({ path: '', code: 'E_DELETE', message: `the directory itself stays: ${saidOf(error)}` })
      return false
    }
  }

  private async ask(message: ToScan): Promise<Removed> {
    const said = await this.scan.ask(message)
    if (said.kind !== 'removed') throw new TypeError(`the thread says ${said.kind}`)
    return said
  }
}

function answer({ failures, runs }: Pick<Removed, 'failures' | 'runs'>, root: boolean): TakenSources {
  const messages: pb.SourceMessage[] = []
  let at = 0
  do {
    const part = runs.slice(at, (at += MAX_RUNS * 2))
    const removed = new pb.Removed()
    removed.setRunsList(part)
    removed.setRoot(root && at >= runs.length)
    removed.setMore(at < runs.length)
    const message = new pb.SourceMessage()
    message.setRemoved(removed)
    messages.push(message)
  } while (at < runs.length)

  return { messages, failures }
}
