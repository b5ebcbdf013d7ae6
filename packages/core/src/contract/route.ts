import type { RouteName } from '../model/outcome.js'
import type { TransferOptions } from '../model/transfer-options.js'
import type { Endpoint } from './endpoint.js'
import type { TransferObserver } from './observer.js'
import type { DeletePlan, RouteOutcome } from './route-outcome.js'

export type Operation = 'copy' | 'mirror' | 'move'

/**
 * One thing to transfer. Of kind `tree`: what is in the directory `sourcePath` goes into the directory
 * `destinationPath`, which is made with its parents and gets the source directory's mode and times. Of
 * kind `entry`: the one thing at `sourcePath`, not a directory, becomes `destinationPath`.
 */
export interface TransferJob {
  readonly kind: 'tree' | 'entry'
  readonly sourcePath: string
  readonly destinationPath: string
  /** A move of contents only (`SRC/`): the source directory itself stays. */
  readonly contentsOnly?: boolean
  /** Goes before paths in failures, actions and messages; '' when there is one source. Without trailing '/'. */
  readonly prefix: string
}

/** What a route is given. Both endpoints stay open until `run` has settled. */
export interface RouteSession {
  readonly operation: Operation
  readonly source: Endpoint
  readonly destination: Endpoint
  readonly jobs: readonly TransferJob[]
  readonly options: TransferOptions
  readonly observer: TransferObserver
  /**
   * In a dry run with several sources: directories that what comes before would have made, by the paths that `mkdir`
   * actions give, '' being the destination of all. They count as made, as they are in a real run.
   */
  readonly madeBefore?: ReadonlySet<string>
  /**
   * Must be called before the first deletion of a mirror, with the whole plan, in a dry run too; a rejection means
   * that nothing may be deleted. Guards (`--max-delete`) are judged by it.
   */
  readonly confirmDeletes: (plan: DeletePlan) => Promise<void>
  readonly signal: AbortSignal
  /** What `anticipate` of this route has given for this source; closed by who has asked for it. */
  readonly headStart?: HeadStart
}

/** The fast path between two kinds of endpoint. It must leave exactly what the generic route leaves. */
export interface Route {
  readonly name: RouteName
  /**
   * Begins to read a source that is one directory, all of which goes to one place, while the way to the destination is still being
   * found: the transfer may yet be refused. Touches nothing, and never throws: what cannot be read `run` will find.
   */
  anticipate?(ahead: Anticipated): HeadStart | undefined
  /** Rejects only on bugs; everything else is in the outcome. */
  run(session: RouteSession): Promise<RouteOutcome>
}

/** What is known of a session before it is planned. */
export type Anticipated = Pick<RouteSession, 'operation' | 'options' | 'source'>

/** What a route has begun to read; only the route knows what it is. */
export interface HeadStart {
  /** Resolves when nothing of it is at work any more, whether a session has used it or not. May be called twice. */
  close(): Promise<void>
}
