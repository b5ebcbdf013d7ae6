import type { TransferObserver } from '../../contract/observer.js'
import type { DeleteAnswer, DeleteQuestion } from '../../orchestrator/orchestrator-deps.js'

/** What a person sees of a transfer while it runs. */
export interface TransferView {
  readonly observer: TransferObserver
  /** Runs the work, showing it until it has settled; gives what it gives. With an `error` it has ended early. */
  show<T extends { readonly error?: unknown }>(work: () => Promise<T>): Promise<T>
  /** Puts a question to the person at the terminal. */
  ask(question: DeleteQuestion): Promise<DeleteAnswer>
}
