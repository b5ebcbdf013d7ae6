import { joinPath } from '@blit/core'

import type { OpenDirectory } from '../directory/directory-access.js'
import { statEntry } from '../directory/list-directory.js'
import type { Place } from './place.js'
import { runDirectory, runNames } from './directory-task.js'
import { runEntries } from './land-directory.js'
import { assistLargeFile, landLargeFile } from './large-file.js'
import { runLinks } from './links-task.js'
import { isMuch, LITTLE } from './little.js'
import type { Finish, LinkMember, Task } from './messages.js'
import { rehearseLanding } from './rehearse.js'
import { removeSources } from './remove-sources.js'
import type { WorkerContext } from './worker-context.js'
import { WorkerState } from './worker-state.js'

/** Works off tasks, synchronously, in a worker thread or (little ones) in the main thread. */
export class EngineWorker {
  private readonly state: WorkerState
  /** Any task may take long: the main thread, which has to stay awake, does none. */
  private readonly isLong: boolean
  private done = 0
  private readonly startedMs = performance.now()

  constructor(readonly context: WorkerContext) {
    const { options, setup } = context
    const comparesContent =
      options.compare.mode === 'checksum' || (setup.operation === 'move' && !setup.canRename)
    this.isLong = comparesContent || options.bwlimitBytesPerSec !== undefined
    this.state = new WorkerState(context)
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

      if (context.inline && context.handOver(task, this.isMuch(task))) break
      this.runTask(task)
      context.donate()
    }
  }

  /** Also what was little may take long, on a slow disk: signals must not wait for it. */
  private isMuch(task: Task): boolean {
    if (this.isLong || performance.now() - this.startedMs > LITTLE.ms) return true
    return isMuch(task, this.context.scanned, ++this.done)
  }

  private runTask(task: Task): void {
    const { context } = this
    switch (task.kind) {
      case 'directory': {
        runDirectory(this.state, task)
        context.count('scansOpen', -1)
        break
      }

      case 'names': {
        runNames(this.state, task)
        context.count('scansOpen', -1)
        break
      }

      case 'file': {
        this.withPlaces(task.job, task.path, (from, place) =>
          landLargeFile(context, task, from, place, task.file),
        )
        break
      }

      case 'entries': {
        this.runSingles(task)
        context.count('scansOpen', -1)
        break
      }

      case 'links': {
        runLinks(this.state, task.members)
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
        this.state.deletes.run()
        break
      }

      case 'swap': {
        for (const swap of this.state.swaps.splice(0)) this.runSwap(swap)
        break
      }

      case 'remove-sources': {
        removeSources(context)
        break
      }

      default: {
        this.state.directories.run(finish.restricted)
      }
    }

    this.sayIdle()
  }

  private sayIdle(): void {
    const { context } = this
    context.flush()
    context.say({
      type: 'idle',
      deletes: this.state.deletes.summary,
      incomplete: context.incomplete,
      failed: context.failures > 0,
      sourceDirectories: this.state.sourceDirectories.splice(0),
      keptDirectories: this.state.keptDirectories.splice(0),
    })
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

  /** False in a dry run that would make the root. */
  private get hasDestination(): boolean {
    const { access, setup } = this.context
    return access.kind === 'path' || setup.destination.fd >= 0
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
        if (entry === undefined)
          context.addFailure({
            path: label,
            code: 'E_CHANGED',
            message: `${context.shown(label)}: it vanished`,
          })
        else if (!context.filter.hidesFile(entry) && !context.filter.hides(name, false))
          candidates.push({ entry, landAs })
      }

      runEntries(this.state, {
        job: task.job,
        path: '',
        state: this.hasDestination ? 'present' : 'absent',
        from,
        self: undefined,
        candidates,
        hidden: new Set(),
        files: [],
      })
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
      const candidates = [
        { entry: file.entry, ...(file.landAs === undefined ? {} : { landAs: file.landAs }) },
      ]
      runEntries(this.state, {
        job,
        path,
        state: 'present',
        from,
        self: undefined,
        candidates,
        hidden: new Set(),
        files: [],
      })
      this.drain()
    })
  }
}
