import type { TransferObserver } from '../contract/observer.js'
import type { RouteSession } from '../contract/route.js'
import { directoryOf } from '../paths/split-path.js'

/** What the sessions of a dry run would have made, each for those after it. */
export class MadeDirectories {
  private readonly paths = new Set<string>()

  constructor(private readonly observer: TransferObserver) {}

  /** For the next session: what was made before it, and an observer that notes what it makes. */
  forNext(reportActions: boolean): Pick<RouteSession, 'madeBefore' | 'observer'> {
    const { observer, paths } = this
    return {
      madeBefore: new Set(paths),
      observer: {
        progress: (progress) => observer.progress?.(progress),
        failure: (failure) => observer.failure?.(failure),
        warning: (message, path) => observer.warning?.(message, path),
        actions(actions) {
          for (const { kind, path } of actions) if (kind === 'mkdir') addWithParents(paths, path)
          if (reportActions) observer.actions?.(actions)
        },
      },
    }
  }
}

function addWithParents(paths: Set<string>, path: string): void {
  for (let at = path; !paths.has(at); at = directoryOf(at)) paths.add(at)
}
