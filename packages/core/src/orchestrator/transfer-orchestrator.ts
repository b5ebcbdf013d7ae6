import { BlitError } from '../errors/blit-error.js'
import type { OrchestratorDeps } from './orchestrator-deps.js'
import type { PurgeRequest, TransferRequest } from './transfer-request.js'
import type { TransferResult } from './transfer-result.js'

/** One pipeline for every verb and every pair of endpoints. */
export class TransferOrchestrator {
  constructor(private readonly deps: OrchestratorDeps) {}

  /**
   * Copies, mirrors or moves. Rejects with a `BlitError` when it is refused before anything was touched;
   * whatever happens later is in the result, and so is what was done until then.
   */
  async transfer(request: TransferRequest): Promise<TransferResult> {
    this.deps.signal.throwIfAborted()
    throw new BlitError('E_UNEXPECTED', `no ${request.operation} yet`)
  }

  /** Removes a target, or what is in it. Rejects by the same rule as `transfer`. */
  async purge(request: PurgeRequest): Promise<TransferResult> {
    this.deps.signal.throwIfAborted()
    throw new BlitError('E_UNEXPECTED', `no purge of ${request.target} yet`)
  }
}
