/**
 * The route from local files to local files.
 *
 * 1. A move of a whole tree to a place that does not exist is one rename.
 * 2. Otherwise both roots are opened, and what ended sessions left is taken over.
 * 3. The crew scans, compares and copies, all in one pass.
 * 4. Then names of hard-linked inodes; then, if nothing failed and the plan is permitted, the deletes of a mirror
 *    and what had to wait for them.
 * 5. Then the modes and times of directories, deepest first.
 * 6. Last, after a sync, the sources of a move.
 */
import { accessSync, constants, fstatSync, opendirSync } from 'node:fs'
import { availableParallelism } from 'node:os'

import {
  addTally,
  BlitError,
  CATALOGUE,
  EMPTY_TALLY,
  isBlitError,
  joinPath,
  toFsPath,
  type ErrorCode,
  type Failure,
  type RouteOutcome,
  type RouteSession,
  type TransferJob,
} from '@blit/core'
import { loadNative } from '@blit/native'

import { mainThreadAccess, type OpenDirectory } from '../directory/directory-access.js'
import { errorOf, failureOf } from '../directory/failure-of.js'
import { clearUmask, closeRoot, countMissing, makeRoot, openRoot, statRoot } from '../directory/open-root.js'
import { existingAncestor, isSameMount } from '../directory/same-mount.js'
import type { DiskEndpoint } from '../endpoint/disk-endpoint.js'
import type { JournalLine } from '../session/journal.js'
import { cleanStaleSessions } from '../session/clean-stale.js'
import { guardBackup, openBackup } from './backup-root.js'
import { Crew } from './crew.js'
import { deletionRefusal, totalPlan } from './delete-guard.js'
import { EngineWorker } from './engine-worker.js'
import { groupLinks } from './links-task.js'
import { HiddenRoot } from './hidden-root.js'
import type {
  BackupPlace,
  DirectoryState,
  FromWorker,
  LinkMember,
  Report,
  ToWorker,
  WorkerSetup,
} from './messages.js'
import { splitPath } from '../directory/split-path.js'
import { planJobs, type PlannedJobs } from './plan-jobs.js'
import { countEmptied, removeDirectories } from './remove-directories.js'
import { reachPlace, type ReachedPlace } from './reach-place.js'
import { movesWhole, rehearseRename, renameTree } from './rename-tree.js'
import { SharedState, tallyOf, withoutLanded } from './shared-state.js'
import { TransferSession } from './transfer-session.js'
import { WorkerContext } from './worker-context.js'

const PROGRESS_MS = 100
const MAX_THREADS = 8

/** Runs a transfer between two local endpoints. */
export async function runLocalTransfer(
  session: RouteSession,
  source: DiskEndpoint,
  destination: DiskEndpoint,
): Promise<RouteOutcome> {
  const restoreUmask = clearUmask()
  const transfer = new LocalTransfer(session, source, destination)
  const onAbort = (): void => transfer.interrupt(session.signal.reason)
  session.signal.addEventListener('abort', onAbort, { once: true })
  try {
    if (session.signal.aborted) transfer.interrupt(session.signal.reason)
    else await transfer.run()
  } catch (error) {
    transfer.stopFor(error)
  } finally {
    await transfer.close()
    session.signal.removeEventListener('abort', onAbort)
    restoreUmask()
  }

  return transfer.outcome()
}

class LocalTransfer {
  private readonly threads: number
  private readonly shared: SharedState
  private readonly access = mainThreadAccess()
  private readonly native = loadNative()
  private readonly own: TransferSession
  private readonly tally = { ...EMPTY_TALLY }
  private readonly failures: Failure[] = []
  private readonly links: LinkMember[] = []
  private readonly taken = new Set<string>()
  private readonly kept: JournalLine[] = []
  private phase: 'delete' | 'finish' | 'transfer' = 'transfer'
  private totalKnown = false
  private firstScans = 0
  /** What was made in the hidden root is of no use. */
  private abandoned = false
  private current: string | undefined
  private error: BlitError | undefined
  private sourceRoot: OpenDirectory | undefined
  private destinationRoot: OpenDirectory | undefined
  private backup: BackupPlace | undefined
  private hidden: HiddenRoot | undefined
  /** What the hidden root is made in. */
  private parent: OpenDirectory | undefined
  private crew: Crew | undefined
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly session: RouteSession,
    private readonly source: DiskEndpoint,
    private readonly destination: DiskEndpoint,
  ) {
    this.threads = Math.min(session.options.workers ?? Math.min(availableParallelism(), MAX_THREADS), 64)
    this.shared = SharedState.create(this.threads + 1)
    this.own = new TransferSession({
      root: destination.root,
      access: this.access,
      native: this.native,
      shared: this.shared,
      resume: session.options.resume,
    })
  }

  /** Somebody wants it to end. */
  interrupt(reason: unknown): void {
    this.stopFor(
      isBlitError(reason) ? reason : new BlitError('E_INTERRUPTED', 'interrupted', { cause: reason }),
    )
  }

  /** Nothing more is begun; what is in work ends at its next safe point. The first reason counts. */
  stopFor(reason: unknown): void {
    this.error ??= isBlitError(reason) ? reason : errorOf(reason, '', 'destination')
    this.shared.cancel(this.error.code === 'E_INTERRUPTED' ? 'interrupted' : 'failed')
  }

  async run(): Promise<void> {
    const { options, operation } = this.session
    guardBackup(this.session, this.source.root, this.destination.root)
    const jobs = this.session.jobs.filter(
      (job) => operation !== 'move' || !movesWhole(job, options) || !this.moveWhole(job),
    )
    if (jobs.length > 0) await this.runJobs(jobs)
    if (options.dryRun) this.expectWritable()
  }

  private async runJobs(jobs: readonly TransferJob[]): Promise<void> {
    const { options, operation } = this.session
    const state = this.openRoots()
    if (operation === 'mirror' && !options.allowEmptySource) this.refuseEmptySource(state)
    const planned = planJobs(jobs, options, (path) => (path === '' ? { state } : this.reachPlace(path)))
    const setup = this.prepare(planned)
    this.crew = new Crew({
      shared: this.shared,
      threads: this.threads,
      setup: (index) => ({ ...setup, index }),
      inline: (receive) => this.inlineWorker(setup, receive),
      onMessage: (message) => this.hear(message),
    })
    this.firstScans = planned.tasks.length
    this.timer = setInterval(() => this.showProgress(), PROGRESS_MS)
    await this.crew.run(planned.tasks)
    this.totalKnown = true
    await this.hidden?.reveal()
    const groups = groupLinks(this.links.splice(0))
    const isBlocked = (members: readonly LinkMember[]): boolean =>
      members.some(({ blocked }) => blocked === true)
    await this.runLinks(
      this.crew,
      groups.filter((members) => !isBlocked(members)),
    )
    const cleared = operation === 'mirror' && (await this.deleteExtras(this.crew))
    const free = (members: readonly LinkMember[]): LinkMember[] =>
      members.filter(({ blocked }) => cleared || blocked !== true)
    await this.runLinks(
      this.crew,
      groups.filter((members) => isBlocked(members)).map((members) => free(members)),
    )
    if (!this.shared.cancelled) this.phase = 'finish'
    if (!options.dryRun) await this.finishDirectories(this.crew)
    if (operation === 'move') await this.emptySource(this.crew, setup)
  }

  private async finishDirectories(crew: Crew): Promise<void> {
    if (this.shared.cancelled) return
    // Before their times are set: its file is in one of them, and so are old temps.
    this.endSession()
    await crew.finish({ step: 'directories', restricted: false })
    await crew.finish({ step: 'directories', restricted: true })
    const { fd = -1 } = this.destinationRoot ?? {}
    if (this.session.options.fsync && fd >= 0) this.native?.syncfs?.(fd)
  }

  private moveWhole(job: TransferJob): boolean {
    const { dryRun } = this.session.options
    const rename = dryRun ? rehearseRename : renameTree
    const moved = rename(this.source.root, this.destination.root, this.native)
    if (moved === undefined) return false
    addTally(this.tally, { ...EMPTY_TALLY, ...moved })
    this.session.observer.actions?.([{ kind: 'rename', path: job.prefix }])
    return true
  }

  private openRoots(): DirectoryState {
    const { dryRun } = this.session.options
    try {
      this.sourceRoot = openRoot(this.source.root)
    } catch (error) {
      throw new BlitError('E_SOURCE_UNREADABLE', errorOf(error, this.source.label, 'source').message, {
        path: this.source.label,
        cause: error,
      })
    }

    try {
      const existed = statRoot(this.destination.root) !== undefined
      const label = this.rootLabel()
      const { madeBefore, observer } = this.session
      if (!existed && madeBefore?.has(label) !== true) observer.actions?.([{ kind: 'mkdir', path: label }])
      if (!existed && dryRun) {
        if (madeBefore?.has(label) !== true)
          this.tally.dirsCreated += madeBefore?.has('') === true ? 1 : countMissing(this.destination.root)
        this.destinationRoot = { fd: -1, path: this.destination.root }
        return 'absent'
      }

      if (!existed && this.mayHideRoot()) this.hidden = this.hideRoot()
      if (this.hidden !== undefined) {
        this.tally.dirsCreated++
        this.hidden.revealLater()
        this.destinationRoot = this.hidden.root
        return 'fresh'
      }

      if (!existed) this.tally.dirsCreated += makeRoot(this.destination.root)
      this.destinationRoot = openRoot(this.destination.root)
      return existed ? 'present' : 'fresh'
    } catch (error) {
      const known = errorOf(error, this.destination.label, 'destination')
      const code = CATALOGUE[known.code].exit === 5 ? known.code : 'E_DESTINATION'
      throw new BlitError(code, known.message, { path: this.destination.label, cause: error })
    }
  }

  /** What the destination's root is called in what is said. */
  private rootLabel(): string {
    const [job] = this.session.jobs
    return job?.kind === 'tree' && job.destinationPath === '' ? job.prefix : ''
  }

  /** One whole tree, copied to a place of its own. */
  private mayHideRoot(): boolean {
    const { jobs, operation, options } = this.session
    const [job] = jobs
    const single = jobs.length === 1 && job?.kind === 'tree' && job.destinationPath === ''
    return single && operation !== 'move' && options.backupDir === undefined
  }

  private hideRoot(): HiddenRoot | undefined {
    const { access, native, own, shared } = this
    const path = this.destination.root
    const [above, name] = splitPath(path)
    const parent = above === '' ? '/' : above
    this.tally.dirsCreated += makeRoot(parent)
    this.parent = openRoot(parent)
    return HiddenRoot.make({
      parent: this.parent,
      name,
      path,
      sessionId: own.id,
      shared,
      access,
      native,
      fsync: this.session.options.fsync,
    })
  }

  private refuseEmptySource(state: DirectoryState): void {
    const place = joinPath(this.destination.root, this.session.jobs[0]?.destinationPath ?? '')
    if (state !== 'present' || !isEmptyDirectory(this.source.root) || isEmptyDirectory(place)) return
    const message = `${this.source.label}: the source is empty and the destination is not`
    throw new BlitError('E_EMPTY_SOURCE', message, { path: this.source.label })
  }

  private reachPlace(path: string): Omit<ReachedPlace, 'made'> {
    const root = this.destinationRoot
    if (root === undefined || (root.fd < 0 && this.access.kind !== 'path')) return { state: 'absent' }
    const { made, ...place } = reachPlace(root, this.access, path, this.session.options.dryRun)
    this.tally.dirsCreated += made
    return place
  }

  private prepare(planned: PlannedJobs): WorkerSetup {
    const { access, session, sourceRoot: source, destinationRoot: destination } = this
    if (source === undefined || destination === undefined) throw new TypeError('the roots are not open')
    const { options, operation } = session
    const exists = destination.fd >= 0 || access.kind === 'path'
    const home = this.own.begin(destination, this.hidden?.home, options.dryRun)
    const inode =
      destination.fd >= 0
        ? fstatSync(destination.fd, { bigint: true })
        : exists
          ? statRoot(this.destination.root)
          : undefined
    const canRename =
      operation === 'move' &&
      !options.copyLinks &&
      isSameMount(this.source.root, existingAncestor(this.destination.root))
    this.backup = exists ? openBackup(options, this.destination.root) : undefined
    return {
      index: 0,
      workers: this.threads + 1,
      shared: this.shared.buffer,
      operation,
      // What is to be removed from the source is read back first (S4).
      options: operation === 'move' && !canRename ? { ...options, verify: true } : options,
      limits: this.destination.limits,
      source,
      destination,
      sessionId: this.own.id,
      home,
      resumables: this.own.resumables,
      jobs: planned.jobs,
      canRename,
      ...(inode === undefined ? {} : { destinationInode: { dev: inode.dev, ino: inode.ino } }),
      ...(this.backup === undefined ? {} : { backup: this.backup }),
      ...(session.madeBefore === undefined ? {} : { madeBefore: session.madeBefore }),
    }
  }

  private inlineWorker(
    setup: WorkerSetup,
    receive: (message: FromWorker) => void,
  ): (message: ToWorker) => void {
    const context = new WorkerContext(setup, this.access, receive, true)
    const worker = new EngineWorker(context)
    return (message) => {
      if (message.type === 'run') worker.run(message.tasks)
      else if (message.type === 'finish') worker.finish(message.finish)
      else context.close()
    }
  }

  private hear(message: FromWorker): void {
    if (message.type === 'links') this.links.push(...message.members)
    else if (message.type === 'report') this.pass(message.report)
  }

  private pass(report: Report): void {
    const { observer } = this.session
    this.current = report.current ?? this.current
    for (const failure of report.failures) {
      this.failures.push(failure)
      observer.failure?.(failure)
    }

    for (const { message, path } of report.warnings) observer.warning?.(message, path)
    if (report.actions.length > 0) observer.actions?.(report.actions)
    for (const { path, temp, kept } of report.resumable) {
      if (kept) this.kept.push({ kind: 'large', path, temp })
      else this.taken.add(path)
    }

    if (report.fatal !== undefined) {
      const { code, message, path } = report.fatal
      this.stopFor(new BlitError(code as ErrorCode, message, { path }))
    }
  }

  private async runLinks(crew: Crew, groups: ReadonlyArray<readonly LinkMember[]>): Promise<void> {
    await crew.run(groups.map((members) => ({ kind: 'links', members })))
  }

  /** False if nothing may be deleted. */
  private async deleteExtras(crew: Crew): Promise<boolean> {
    if (this.shared.cancelled) return false
    this.phase = 'delete'
    const plan = totalPlan(crew.answers.values())
    const refusal = deletionRefusal(crew.answers.values(), this.failures.length)
    if (refusal !== undefined) {
      if (plan.entries > 0 || refusal.exit === 8) this.error ??= refusal
      return false
    }

    if (plan.entries === 0) return true
    try {
      await this.session.confirmDeletes(plan)
    } catch (error) {
      this.error ??= isBlitError(error) ? error : errorOf(error, '', 'destination')
      return false
    }

    await crew.finish({ step: 'delete' })
    await crew.finish({ step: 'swap' })
    return true
  }

  /** S4: only what is on disk at its new place is removed from its old one. */
  private async emptySource(crew: Crew, setup: WorkerSetup): Promise<void> {
    if (this.shared.cancelled || this.sourceRoot === undefined) return
    const stays = new Set(
      this.session.jobs.filter((job) => job.contentsOnly === true).map((job) => job.sourcePath),
    )
    const directories = crew.sourceDirectories.filter((path) => !stays.has(path))
    if (setup.options.dryRun) {
      const kept = [...crew.keptDirectories, ...this.directoriesOfFailures()]
      this.tally.sourcesRemoved += countEmptied(directories, kept)
      return
    }

    if (!setup.canRename) {
      if (setup.destination.fd >= 0) this.native?.syncfs?.(setup.destination.fd)
      await crew.finish({ step: 'remove-sources' })
    }

    if (this.shared.cancelled) return
    this.tally.sourcesRemoved += removeDirectories(
      this.sourceRoot,
      this.access,
      directories,
      (path, error) => {
        const failure = failureOf(error, path, 'removal')
        this.failures.push(failure)
        this.session.observer.failure?.(failure)
      },
    )
  }

  /** Directories of the source in which something stays because it cannot be moved. */
  private directoriesOfFailures(): string[] {
    return this.failures.flatMap(({ code, path }) => {
      const job = this.session.jobs.find(({ prefix }) => prefix === '' || path.startsWith(`${prefix}/`))
      if (code === 'E_NOT_FOUND' || job?.kind !== 'tree') return []
      const inJob = job.prefix === '' ? path : path.slice(job.prefix.length + 1)
      return [splitPath(joinPath(job.sourcePath, inJob))[0]]
    })
  }

  /** A dry run of what could not begin fails as the real run does. */
  private expectWritable(): void {
    const tally = { ...this.tally }
    addTally(tally, tallyOf(this.shared.sum()))
    const { filesCopied, linksCreated, dirsCreated, filesDeleted, othersDeleted, dirsDeleted } = tally
    if (filesCopied + linksCreated + dirsCreated + filesDeleted + othersDeleted + dirsDeleted === 0) return
    const { label, root } = this.destination
    try {
      accessSync(toFsPath(existingAncestor(root)), constants.W_OK | constants.X_OK)
    } catch (error) {
      const known = errorOf(error, label, 'destination')
      this.error ??=
        CATALOGUE[known.code].exit === 5
          ? known
          : new BlitError('E_DESTINATION', known.message, { path: label, cause: error })
    }
  }

  private showProgress(): void {
    const sums = this.shared.sum()
    const totalKnown = this.totalKnown || (this.firstScans > 0 && this.firstScans + sums.scansOpen === 0)
    const isScan = this.phase === 'transfer' && sums.filesTotal === 0 && !totalKnown
    this.session.observer.progress?.({
      phase: isScan ? 'scan' : this.phase,
      tally: tallyOf(sums),
      filesTotal: sums.filesTotal,
      bytesTotal: sums.bytesTotal,
      bytesDone: sums.bytesDone,
      totalKnown,
      ...(this.current === undefined ? {} : { current: this.current }),
    })
  }

  /** Leaves nothing behind, except large temps worth resuming. */
  async close(): Promise<void> {
    clearInterval(this.timer)
    await this.crew?.stop()
    try {
      // A crash may have left half a file under its name in the hidden root.
      this.abandoned = this.crew?.crashed === true
      if (!this.abandoned) await this.hidden?.reveal()
    } catch (error) {
      this.abandoned = true
      this.error ??= errorOf(error, this.destination.label, 'destination')
    }

    try {
      this.endSession()
    } catch (error) {
      this.error ??= errorOf(error, this.destination.label, 'destination')
    } finally {
      for (const root of [this.sourceRoot, this.destinationRoot, this.backup?.directory, this.parent])
        if (root !== undefined) closeRoot(root)
      this.own.close()
    }

    this.showProgress()
  }

  private endSession(): void {
    const incomplete = this.error !== undefined || this.failures.length > 0
    this.own.end({ kept: this.kept, taken: this.taken, incomplete, abandoned: this.abandoned })
    if (this.abandoned && this.hidden !== undefined)
      cleanStaleSessions([this.hidden.home], this.access, this.native, false).finish(new Set())
  }

  outcome(): RouteOutcome {
    const landed = tallyOf(this.shared.sum())
    // What was made in a root that got no name is not there.
    const isLost = this.hidden !== undefined && !this.hidden.isRevealed
    addTally(this.tally, isLost ? withoutLanded(landed) : landed)
    if (isLost) this.tally.dirsCreated--
    return {
      tally: this.tally,
      failures: this.failures,
      dataPlane: 'kernel',
      streams: 0,
      ...(this.error === undefined ? {} : { error: this.error }),
    }
  }
}

function isEmptyDirectory(path: string): boolean {
  if (statRoot(path) === undefined) return true
  const directory = opendirSync(toFsPath(path) as string)
  try {
    return directory.readSync() === null
  } finally {
    directory.closeSync()
  }
}
