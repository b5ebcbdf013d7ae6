import { joinPath, type Entry } from '@blit/core'

import type { OpenDirectory } from '../directory/directory-access.js'
import { statEntry } from '../directory/list-directory.js'
import type { Place } from './commit.js'
import { DeleteList } from './delete-list.js'
import { DirectoryList } from './directory-list.js'
import { runDirectory, runEntries, runNames, type DirectoryWork } from './directory-task.js'
import { assistLargeFile, copyLargeFile } from './large-file.js'
import { runLinks } from './links-task.js'
import type { FileWork, Finish, LinkMember, Task } from './messages.js'
import { canSkipQuickly } from './quick-skip.js'
import { rehearseLanding } from './rehearse.js'
import { removeSources } from './remove-sources.js'
import type { WorkerContext } from './worker-context.js'

/** What the main thread does itself, before it starts threads. */
const LITTLE = { files: 256, bytes: 4 * 1024 * 1024, tasks: 64 }

/** Works off tasks, synchronously, in a worker thread or (little ones) in the main thread. */
export class EngineWorker {
  readonly deletes: DeleteList
  readonly directories: DirectoryList
  /** Files that wait for a directory in their place to be deleted. */
  readonly swaps: LinkMember[] = []
  readonly skipsQuickly: boolean
  private readonly sourceDirectories: string[] = []
  private readonly keptDirectories: string[] = []
  private done = 0

  constructor(readonly context: WorkerContext) {
    this.deletes = new DeleteList(context)
    this.directories = new DirectoryList(context)
    this.skipsQuickly = canSkipQuickly(context)
  }

  /** Does these tasks and all that come from them, except those given away; then says so. */
  run(tasks: readonly Task[]): void {
    const { context } = this
    context.stack.push(...tasks)
    this.drain()
    this.sayIdle()
  }

  private drain(): void {
    const { context } = this
    for (let task = context.stack.pop(); task !== undefined; task = context.stack.pop()) {
      if (context.cancelled) {
        context.stack.length = 0
        break
      }

      if (context.inline && context.handOver(task, isMuch(task, context.scanned, ++this.done))) break
      this.runTask(task)
      context.donate()
    }
  }

  private runTask(task: Task): void {
    const { context } = this
    switch (task.kind) {
      case 'directory': {
        runDirectory(this, task)
        break
      }

      case 'names': {
        runNames(this, task)
        break
      }

      case 'file': {
        this.withPlaces(task.job, task.path, (from, place) => this.landLarge(task.job, task.path, from, place, task.file))
        break
      }

      case 'entries': {
        this.runSingles(task)
        break
      }

      case 'links': {
        runLinks(this, task.members)
        break
      }

      default: {
        assistLargeFile(context, task.copy)
      }
    }
  }

  /** One step of the end, of which every worker does its part. */
  finish(finish: Finish): void {
    const { context } = this
    switch (finish.step) {
      case 'delete': {
        this.deletes.run()
        break
      }

      case 'swap': {
        for (const swap of this.swaps.splice(0)) this.runSwap(swap)
        break
      }

      case 'remove-sources': {
        removeSources(context)
        break
      }

      default: {
        this.directories.run(finish.restricted)
      }
    }

    this.sayIdle()
  }

  private sayIdle(): void {
    const { context } = this
    context.flush()
    context.say({
      type: 'idle',
      deletes: this.deletes.summary,
      incomplete: context.incomplete,
      failed: context.failures > 0,
      sourceDirectories: this.sourceDirectories.splice(0),
      keptDirectories: this.keptDirectories.splice(0),
    })
  }

  /** Lands one large file, again if it changed meanwhile; failures are reported. */
  landLarge(job: number, path: string, from: OpenDirectory, place: Place, file: FileWork): void {
    const { context } = this
    const label = context.label(job, joinPath(path, file.entry.name))
    context.working(label)
    let work = file
    for (let tries = 0; ; tries++) {
      try {
        copyLargeFile(context, from, place, work)
        break
      } catch (error) {
        const again = tries < context.options.retries && context.isRetryable(error) ? this.again(from, work.entry) : undefined
        if (again !== undefined) {
          work = { ...work, entry: again }
          continue
        }

        if (!context.cancelled) context.fail(label, error, 'destination')
        return
      }
    }

    context.count('filesCopied')
    context.action(file.existing === undefined ? 'copy' : 'update', label, work.entry.sizeBytes)
    context.recordLanded(job, path, work.entry)
  }

  private again(from: OpenDirectory, entry: Entry): Entry | undefined {
    const now = statEntry(this.context.access.beside(from), entry.name, this.context.options.copyLinks)
    return now?.type === 'file' ? now : undefined
  }

  private withPlaces(job: number, path: string, then: (from: OpenDirectory, place: Place) => void): void {
    const { context } = this
    const { source, destination } = context.job(job)
    try {
      const from = context.source.open(joinPath(source, path))
      const landing = joinPath(destination, path)
      then(from, { directory: context.destination.open(landing), path: landing, staged: false })
    } catch (error) {
      context.fail(context.label(job, path), error, 'destination')
    }
  }

  private runSingles(task: Extract<Task, { kind: 'entries' }>): void {
    const { context } = this
    const job = context.job(task.job)
    try {
      const from = context.source.open(job.source)
      const prefix = context.access.beside(from)
      const candidates = []
      for (const { name, landAs, label } of task.names) {
        const entry = statEntry(prefix, name, context.options.copyLinks)
        if (entry === undefined) context.addFailure({ path: label, code: 'E_CHANGED', message: `${context.shown(label)}: it vanished` })
        else if (!context.filter.hidesFile(entry) && !context.filter.hides(name, false)) candidates.push({ entry, landAs })
      }

      runEntries(this, { job: task.job, path: '', state: 'present', from, self: undefined, candidates, hidden: new Set(), files: [] })
    } catch (error) {
      context.fail(job.prefix, error, 'source')
    }
  }

  private runSwap({ job, path, file }: LinkMember): void {
    const { context } = this
    if (context.options.dryRun) {
      rehearseLanding(context, { job, path }, file)
      return
    }

    // It was scanned already.
    if (file.entry.type === 'file') context.count('filesScanned', -1)
    this.withPlaces(job, path, (from) => {
      const candidates = [{ entry: file.entry, ...(file.landAs === undefined ? {} : { landAs: file.landAs }) }]
      runEntries(this, { job, path, state: 'present', from, self: undefined, candidates, hidden: new Set(), files: [] })
      this.drain()
    })
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

/** Whether a task is more than the main thread should do, after what it has done already. */
function isMuch(task: Task, scanned: number, done: number): boolean {
  if (scanned > LITTLE.files || done > LITTLE.tasks) return true
  if (task.kind === 'file') return task.file.entry.sizeBytes > LITTLE.bytes
  if (task.kind === 'names') return true
  return task.kind === 'links' || (task.kind === 'entries' && task.names.length > LITTLE.files)
}

/** Names in a directory, up to which the main thread may do it. */
export const LITTLE_NAMES = LITTLE.files
