import {
  BlitError,
  directoryOf,
  displayPath,
  joinPath,
  type Failure,
  type RouteOutcome,
  type RouteSession,
  type TransferAction,
  type TransferObserver,
} from '@blit/core'

import { RemoteEndpoint } from './remote-endpoint.js'
import { landingNames } from './session-route.js'
import { namedLoss } from './unreachable.js'

/**
 * A session of a transfer that may have several. What is said in it is relative to its own root; here it is put the way the
 * whole transfer says it. In a dry run, what a session before it would have made is not made again.
 */
export class SessionPart {
  readonly observer: TransferObserver
  private readonly label: string
  /** Of single things that land under another name: what the source calls them, as all routes do. */
  private readonly sourceNames: ReadonlyMap<string, string>
  /** Directories that were counted here, and before. */
  private counted = 0

  constructor(private readonly session: RouteSession) {
    const [job] = session.jobs
    this.label = job?.kind === 'tree' ? job.prefix : ''
    this.sourceNames = new Map([...landingNames(session.jobs)].map(([name, landing]) => [landing, name]))
    const { observer } = session
    this.observer = {
      progress: (progress) => observer.progress?.(progress),
      actions: (actions) => this.act(actions),
      failure: (failure) => observer.failure?.(this.failed(failure)),
      warning: (message, path) => observer.warning?.(message, path && this.at(path)),
    }
  }

  /** What became of the destination's root: whether it was there, and how many directories were made on the way to it, itself included. */
  begun({ existed, made }: { readonly existed: boolean; readonly made: number }): void {
    const { madeBefore, observer, options } = this.session
    if (existed) return
    if (madeBefore?.has(this.label) === true) this.counted += made
    else {
      // The place of all sources was made by the first of them; of what is below it, this is one.
      if (madeBefore?.has('') === true) this.counted += made - depthOf(this.label)
      if (options.reportActions) observer.actions?.([{ kind: 'mkdir', path: this.label }])
    }
  }

  outcome(outcome: RouteOutcome): RouteOutcome {
    const { error, failures, tally } = outcome
    return {
      ...outcome,
      ...(error?.code === 'E_EMPTY_SOURCE' && { error: this.emptySource(error) }),
      ...(error?.code === 'E_UNREACHABLE' && { error: this.loss(error) }),
      tally: { ...tally, dirsCreated: tally.dirsCreated - this.counted },
      failures: failures.map((failure) => this.failed(failure)),
    }
  }

  /** A relay, which has two daemons to lose, names them itself. */
  private loss(error: BlitError): BlitError {
    const { destination, source } = this.session
    const [daemon, other] = [destination, source].filter((endpoint) => endpoint instanceof RemoteEndpoint)
    return daemon === undefined || other !== undefined
      ? error
      : namedLoss(error, daemon.place.connection.at.name)
  }

  /** Neither end of a session knows what the user calls the source. */
  private emptySource({ exit, message }: BlitError): BlitError {
    const path = this.session.source.label
    return new BlitError('E_EMPTY_SOURCE', `${path}: ${message}`, { exit, path })
  }

  private act(actions: readonly TransferAction[]): void {
    const { madeBefore, observer, options } = this.session
    const labelled = actions.map((action) => ({ ...action, path: this.at(action.path) }))
    const isNew = ({ kind, path }: TransferAction): boolean =>
      kind !== 'mkdir' || madeBefore?.has(path) !== true
    const fresh = labelled.filter(isNew)
    this.counted += labelled.length - fresh.length
    if (options.reportActions && fresh.length > 0) observer.actions?.(fresh)
  }

  private failed(failure: Failure): Failure {
    const path = this.at(failure.path)
    const was = `${displayPath(failure.path)}:`
    const message = failure.message.startsWith(was)
      ? `${displayPath(path)}:${failure.message.slice(was.length)}`
      : failure.message
    return { ...failure, path, message }
  }

  private at(path: string): string {
    const name = this.sourceNames.get(path) ?? path
    return this.label === '' ? name : joinPath(this.label, name)
  }
}

function depthOf(label: string): number {
  return label === '' ? 0 : 1 + depthOf(directoryOf(label))
}
