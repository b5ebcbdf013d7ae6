import type { TransferJob } from '../contract/route.js'
import { BlitError, isBlitError } from '../errors/blit-error.js'
import type { Entry } from '../model/entry.js'
import { joinPath } from '../paths/check-name.js'
import { displayPath } from '../paths/display.js'
import { isInScope, refusalOfEmptySource, type DeleteScope } from '../plan/delete-rules.js'
import { wantedAt, wantedPaths, wantedTree, type WantedNode } from '../plan/listed-paths.js'
import { findNameProblems, nameKey } from '../plan/name-rules.js'
import { decide } from './decide.js'
import { placeFor, type Place } from './place-directory.js'
import { landItem } from './land-item.js'
import { EMPTY_LISTING, listDestination, type DestinationListing } from './list-destination.js'
import { quiet, readAhead } from './read-ahead.js'
import type { TransferContext } from './transfer-context.js'
import type { TransferItem } from './transfer-item.js'
import type { TransferState } from './transfer-state.js'
import { walkSource, type SourceDirectory } from './walk-source.js'

/** Directories whose destination is listed before it is their turn. */
const LOOK_AHEAD = 16
const EVERYTHING: WantedNode = {}

/**
 * The contents of one directory into another, as the scan of the source goes:
 *
 * 1. The source is walked; a few directories ahead, the destination of each is listed.
 * 2. Names are compared. Subdirectories are made at once, before their own turn comes.
 * 3. Everything else is landed side by side, while the walk goes on.
 * 4. In a mirror, what only the destination has is noted, if both sides were read in full.
 */
export class TreePass {
  private readonly state: TransferState
  private readonly places = new Map<string, Place>()
  private readonly wanted: WantedNode
  private readonly missing: Set<string>
  private readonly scope: DeleteScope

  constructor(
    private readonly context: TransferContext,
    private readonly job: TransferJob,
  ) {
    const { backup, state } = context
    const { deleteExcluded, filesFrom } = state.options
    this.state = state
    this.wanted = filesFrom === undefined ? EVERYTHING : wantedTree(filesFrom)
    this.missing = new Set(filesFrom === undefined ? [] : wantedPaths(this.wanted))
    this.missing.delete('')
    const backupPath = backup === undefined ? undefined : relativeTo(job.destinationPath, backup.path)
    this.scope = { filter: state.filter, deleteExcluded, ...(backupPath !== undefined && { backupPath }) }
  }

  /** Resolves when the walk is over; what it started may still be under way in the pool. */
  async run(): Promise<void> {
    await this.startRoot()
    try {
      for await (const { directory, listing } of readAhead(this.pairs(), LOOK_AHEAD)) {
        this.state.signal.throwIfAborted()
        await this.doDirectory(directory, listing)
      }
    } catch (error) {
      if (this.state.signal.aborted) return
      throw isBlitError(error) && !error.fatal ? unreadable(this.state.source.label, error) : error
    }

    for (const path of this.missing) this.failMissing(path)
  }

  private async *pairs(): AsyncGenerator<{
    directory: SourceDirectory
    listing: Promise<DestinationListing>
  }> {
    for await (const directory of walkSource(this.state, this.job, this.wanted, (path) =>
      this.missing.delete(path),
    )) {
      // Where the parent is not there, neither is this; where it is still to be compared, it costs little to ask.
      const place = this.places.get(directory.path)
      const known = place === 'new' || place === 'barred'
      const listing = known
        ? Promise.resolve(EMPTY_LISTING)
        : listDestination(this.state, this.destinationOf(directory.path))
      yield { directory, listing: quiet(listing) }
    }
  }

  /** Looks at both roots and makes the destination's. */
  private async startRoot(): Promise<void> {
    const { destination, signal, source } = this.state
    const { destinationPath, sourcePath } = this.job
    const entry = await source.stat(sourcePath, { signal, follow: true })
    if (entry === undefined)
      throw new BlitError('E_SOURCE_MISSING', `there is no '${displayPath(source.label)}'`, {
        path: source.label,
      })
    const existing = await destination.stat(destinationPath, { signal, follow: true })
    if (existing !== undefined && existing.type !== 'directory') {
      throw new BlitError('E_DESTINATION', `'${displayPath(destination.label)}' is not a directory`, {
        path: destination.label,
      })
    }

    if (existing !== undefined && (await this.isEmptied(existing)))
      throw refusalOfEmptySource(displayPath(source.label))
    if (this.job.contentsOnly === true) this.context.removal.stays(sourcePath)
    try {
      this.places.set('', await placeFor(this.context, this.itemOf('', entry, existing)))
    } catch (error) {
      if (!isBlitError(error) || error.fatal || signal.aborted) throw error
      throw new BlitError('E_DESTINATION', error.message, { path: destination.label, cause: error })
    }
  }

  /** Whether this is a mirror that would empty the destination because the source is empty. */
  private async isEmptied(existing: Entry): Promise<boolean> {
    const { options, session, signal, source } = this.state
    if (session.operation !== 'mirror' || options.allowEmptySource || existing.type !== 'directory')
      return false
    for await (const batch of source.scan(this.job.sourcePath, { recursive: false, signal })) {
      if (batch.entries.length > 0 || batch.failure !== undefined) return false
    }

    const { entries } = await listDestination(this.state, this.job.destinationPath)
    return [...entries.values()].some(({ name }) => name !== this.scope.backupPath)
  }

  private async doDirectory(
    directory: SourceDirectory,
    prefetched: Promise<DestinationListing>,
  ): Promise<void> {
    const { context, state } = this
    const { path } = directory
    const place = this.places.get(path) ?? 'barred'
    this.places.delete(path)
    if (directory.failure !== undefined)
      this.failScan(path, new BlitError('E_SCAN', directory.failure.message))
    if (
      directory.hidden.size + directory.passed.size > 0 ||
      wantedAt(this.wanted, path)?.children !== undefined
    ) {
      context.removal.stays(this.sourceOf(path))
    }

    if (place === 'barred') {
      this.bar(directory)
      return
    }

    state.tally.filesScanned += directory.entries.filter((entry) => entry.type === 'file').length
    const listing = await this.listingOf(path, place, prefetched)
    if (listing.failure !== undefined) {
      this.failScan(path, listing.failure)
      this.bar(directory)
      return
    }

    await this.doEntries(directory, listing)
    if (state.session.operation === 'mirror' && directory.failure === undefined)
      this.noteExtras(directory, listing)
    state.progress.tick(state.label(this.job, path))
  }

  private listingOf(
    path: string,
    place: Place,
    prefetched: Promise<DestinationListing>,
  ): Promise<DestinationListing> {
    if (place === 'new') return Promise.resolve(EMPTY_LISTING)
    return place === 'unlocked' ? listDestination(this.state, this.destinationOf(path)) : prefetched
  }

  private async doEntries({ entries, path }: SourceDirectory, listing: DestinationListing): Promise<void> {
    const { state } = this
    const { limits } = state.destination
    const problems = findNameProblems(
      entries.map((entry) => entry.name),
      limits,
    )
    const items: TransferItem[] = []
    for (const entry of entries) {
      const existing = listing.entries.get(nameKey(entry.name, limits))
      const problem = problems.get(entry.name)
      if (problem === undefined) items.push(this.itemOf(joinPath(path, entry.name), entry, existing))
      else this.refuse(joinPath(path, entry.name), entry, new BlitError(problem.code, problem.message))
    }

    await this.doDirectories(items.filter((item) => item.entry.type === 'directory'))
    for (const item of items) {
      if (item.entry.type === 'directory') continue
      await state.pool.start(() => landItem(this.context, item, this.scope))
    }
  }

  private async doDirectories(items: readonly TransferItem[]): Promise<void> {
    for (let start = 0; start < items.length; start += LOOK_AHEAD) {
      const some = items.slice(start, start + LOOK_AHEAD)
      const places = await Promise.all(some.map((item) => this.enterDirectory(item)))
      for (const [i, item] of some.entries()) this.places.set(item.path, places[i] ?? 'barred')
    }
  }

  private async enterDirectory(item: TransferItem): Promise<Place> {
    try {
      return await placeFor(this.context, item)
    } catch (error) {
      this.refuse(item.path, item.entry, error)
      return 'barred'
    }
  }

  private noteExtras({ entries, hidden, passed, path }: SourceDirectory, listing: DestinationListing): void {
    const { deletes, state } = this.context
    const { limits } = state.destination
    const source = [
      ...entries.map((entry) => entry.name),
      ...passed,
      ...(this.scope.deleteExcluded ? [] : hidden),
    ]
    const taken = new Set(source.map((name) => nameKey(name, limits)))
    for (const [key, entry] of listing.entries) {
      const extraPath = joinPath(path, entry.name)
      if (taken.has(key) || !isInScope(extraPath, entry.type === 'directory', this.scope)) continue
      deletes.add(this.job, { path: extraPath, entry }, this.scope)
    }
  }

  /** Nothing of a directory can go anywhere, nor of what is below it. */
  private bar({ entries, path }: SourceDirectory): void {
    this.context.removal.stays(this.sourceOf(path))
    for (const entry of entries)
      if (entry.type === 'directory') this.places.set(joinPath(path, entry.name), 'barred')
  }

  /** Nothing of an entry can go anywhere. */
  private refuse(path: string, entry: Entry, error: unknown): void {
    this.context.removal.stays(this.sourceOf(path))
    this.state.fail(this.state.label(this.job, path), error)
    if (entry.type === 'directory') this.places.set(path, 'barred')
  }

  private failScan(path: string, error: BlitError): void {
    this.state.scanComplete = false
    this.context.removal.stays(this.sourceOf(path))
    this.state.fail(this.state.label(this.job, path), error)
    for (const wanted of this.missing)
      if (path === '' || wanted.startsWith(`${path}/`)) this.missing.delete(wanted)
  }

  private failMissing(path: string): void {
    const label = this.state.label(this.job, path)
    this.state.fail(
      label,
      new BlitError('E_NOT_FOUND', `${displayPath(label)}: listed, but not in the source`, { path: label }),
    )
  }

  private itemOf(path: string, entry: Entry, existing: Entry | undefined): TransferItem {
    const { job, state } = this
    const label = state.label(job, path)
    const where = { sourcePath: this.sourceOf(path), destinationPath: this.destinationOf(path) }
    return decide(state, { job, path, label, ...where, entry }, existing)
  }

  private sourceOf(path: string): string {
    return joinPath(this.job.sourcePath, path)
  }

  private destinationOf(path: string): string {
    return joinPath(this.job.destinationPath, path)
  }
}

/** The path below `directory`, or undefined when it is not in it. */
function relativeTo(directory: string, path: string): string | undefined {
  if (directory === '') return path
  return path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : undefined
}

function unreadable(label: string, error: BlitError): BlitError {
  const code = error.code === 'E_NOT_FOUND' ? 'E_SOURCE_MISSING' : 'E_SOURCE_UNREADABLE'
  return new BlitError(code, error.message, { path: label, cause: error })
}
