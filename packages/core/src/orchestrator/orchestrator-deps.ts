import type { TransferObserver } from '../contract/observer.js'
import type { Route } from '../contract/route.js'
import type { DeletePlan } from '../contract/route-outcome.js'
import type { Transport } from '../contract/transport.js'

/** What the host gives an orchestrator. */
export interface OrchestratorDeps {
  readonly registry: Transports
  readonly observer: TransferObserver
  /**
   * Whether `confirm` can give an answer: there is a terminal, or it was answered beforehand (`--yes`).
   * Where it cannot, a mirror or purge is refused before anything is touched.
   */
  readonly canAsk: boolean
  /** Asks the user, at most once per transfer. Not called when nothing is to be deleted, nor in a dry run. */
  readonly confirm: (question: DeleteQuestion) => Promise<DeleteAnswer>
  /** Its reason should be a `BlitError` `E_INTERRUPTED` whose exit is that of the signal. */
  readonly signal: AbortSignal
  /** Whose rules operands are read by; `process.platform` by default. */
  readonly platform?: NodeJS.Platform
}

/** The part of the registry of transports that the orchestrator calls. */
export interface Transports {
  /** The transport that claims the scheme; rejects with `E_NO_PLUGIN`. */
  transport(scheme: string): Promise<Transport>
  /** The fast path between two schemes, if a plugin brings one. */
  route(from: string, to: string): Promise<Route | undefined>
}

/** What is about to be deleted, and where. */
export interface DeleteQuestion {
  readonly operation: 'mirror' | 'purge'
  /** What the user wrote. */
  readonly target: string
  readonly plan: DeletePlan
}

export type DeleteAnswer = 'yes' | 'no' | 'cannot-ask'
