import type { TransferJob } from '../contract/route.js'
import { BlitError } from '../errors/blit-error.js'
import type { Entry } from '../model/entry.js'
import type { Failure } from '../model/outcome.js'
import type { PreserveRules } from '../model/transfer-options.js'
import { joinPath } from '../paths/check-name.js'
import { displayPath } from '../paths/display.js'
import { wantedAt, type WantedNode } from '../plan/listed-paths.js'
import type { TransferState } from './transfer-state.js'

/** A directory of the source, read in full unless `failure` says why not. Paths are relative to the job. */
export interface SourceDirectory {
  readonly path: string
  /** What takes part. */
  readonly entries: readonly Entry[]
  /** Names that the filter hides. */
  readonly hidden: ReadonlySet<string>
  /** Names that take no part for another reason, which was said: not listed in `--files-from`, or nothing a copy can be made of. */
  readonly passed: ReadonlySet<string>
  readonly failure?: Failure
}

interface MutableDirectory {
  readonly path: string
  readonly entries: Entry[]
  readonly hidden: Set<string>
  readonly passed: Set<string>
}

/**
 * Walks the tree of a job, every directory before what is in it. What the filter hides or the list does not want is
 * not entered. `seen` is told every path that exists, hidden or not.
 */
export async function* walkSource(
  state: TransferState,
  job: TransferJob,
  wanted: WantedNode,
  seen: (path: string) => void,
): AsyncGenerator<SourceDirectory> {
  const relative = (path: string): string =>
    job.sourcePath === '' ? path : path.slice(job.sourcePath.length + 1)
  const batches = state.source.scan(job.sourcePath, {
    recursive: true,
    signal: state.signal,
    followLinks: state.options.copyLinks,
    enter(path) {
      const below = relative(path)
      return wantedAt(wanted, below) !== undefined && !state.filter.hides(below, true)
    },
  })
  let current: MutableDirectory | undefined
  for await (const { directory, entries, complete, failure } of batches) {
    const path = relative(directory)
    current ??= { path, entries: [], hidden: new Set(), passed: new Set() }
    for (const entry of entries) sort(state, job, current, entry, wanted, seen)
    if (!complete) continue
    yield failure === undefined ? current : { ...current, failure: { ...failure, path } }
    current = undefined
  }
}

function sort(
  state: TransferState,
  job: TransferJob,
  directory: MutableDirectory,
  entry: Entry,
  wanted: WantedNode,
  seen: (path: string) => void,
): void {
  const path = joinPath(directory.path, entry.name)
  const node = wantedAt(wanted, path)
  // What is listed in something that is no directory is not there.
  if (node === undefined || (node.children !== undefined && entry.type !== 'directory'))
    directory.passed.add(entry.name)
  else {
    seen(path)
    if (state.filter.hides(path, entry.type === 'directory') || state.filter.hidesFile(entry))
      directory.hidden.add(entry.name)
    else if (canTakePart(state, state.label(job, path), entry)) directory.entries.push(entry)
    else directory.passed.add(entry.name)
  }
}

/** Whether a copy can be made of an entry under these options; says why not. */
export function canTakePart(state: TransferState, label: string, entry: Entry): boolean {
  const { copyLinks, preserve } = state.options
  if (entry.type === 'symlink' && copyLinks) {
    state.fail(
      label,
      new BlitError('E_READ', `${displayPath(label)}: the symlink points to nothing`, { path: label }),
    )
    return false
  }

  if (isKept(entry, preserve)) return true
  state.warn(`skipped: it is a ${entry.type.replace('-', ' ')}; --archive copies it`, label)
  return false
}

function isKept({ type }: Entry, preserve: PreserveRules): boolean {
  if (type === 'fifo' || type === 'socket') return preserve.specials
  if (type === 'char-device' || type === 'block-device') return preserve.devices
  return true
}
