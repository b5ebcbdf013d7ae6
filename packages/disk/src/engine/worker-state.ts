import { joinPath } from '@blit/core'

import { DeleteList } from './delete-list.js'
import type { DirectoryWork } from './directory-work.js'
import { DirectoryList } from './directory-list.js'
import type { LinkMember } from './messages.js'
import { canSkipQuickly } from './quick-skip.js'
import type { WorkerContext } from './worker-context.js'

/** What one worker has gathered in the course of its tasks, to be done at the end. */
export class WorkerState {
  readonly deletes: DeleteList
  readonly directories: DirectoryList
  /** Files that wait for a directory in their place to be deleted. */
  readonly swaps: LinkMember[] = []
  readonly skipsQuickly: boolean
  readonly sourceDirectories: string[] = []
  readonly keptDirectories: string[] = []

  constructor(readonly context: WorkerContext) {
    this.deletes = new DeleteList(context)
    this.directories = new DirectoryList(context)
    this.skipsQuickly = canSkipQuickly(context)
  }

  /** A directory of the source in which something would stay; of a dry run. */
  recordKeptDirectory(work: DirectoryWork): void {
    this.keptDirectories.push(joinPath(this.context.job(work.job).source, work.path))
  }

  /** A directory of the source whose content has been landed; a move removes it when it is empty. */
  recordLandedDirectory(work: DirectoryWork): void {
    if (this.context.setup.operation !== 'move' || work.self === undefined) return
    this.sourceDirectories.push(joinPath(this.context.job(work.job).source, work.path))
  }
}
