import { joinPath, type Entry } from '@blit/core'

import type { OpenDirectory } from '../directory/directory-access.js'
import { errnoOf, failureOf } from '../directory/failure-of.js'
import { listNames, listTyped, statEntry } from '../directory/list-directory.js'
import { contentNames } from '../session/content-names.js'
import type { SourceNames, WantedNode } from './messages.js'
import type { WorkerContext } from './worker-context.js'

export interface SourceListing {
  readonly entries: Entry[]
  /** Names that exist but take no part: hidden by a filter or not wanted. They protect what has them at the destination. */
  readonly hidden: Set<string>
}

/** The names of a source directory that are content: all, or those wanted. With `typed`, regular files are told apart. */
export function sourceNames(
  context: WorkerContext,
  from: OpenDirectory,
  wanted: WantedNode | undefined,
  typed: boolean,
): SourceNames {
  if (wanted?.children !== undefined) return { names: [...wanted.children.keys()], files: [] }
  const prefix = context.access.enter(from)
  if (!typed) return { names: contentNames(listNames(prefix), prefix), files: [] }
  const { names, files } = listTyped(prefix)
  return { names: contentNames(names, prefix), files: contentNames(files, prefix) }
}

/** Looks at these names of a source directory; what the filter hides is told apart. Entries that fail are reported. */
export function lookAt(
  context: WorkerContext,
  where: { readonly job: number; readonly path: string; readonly wanted?: WantedNode | undefined },
  from: OpenDirectory,
  names: readonly string[],
): SourceListing {
  const prefix = context.access.enter(from)
  const entries: Entry[] = []
  const hidden = new Set<string>()
  for (const name of names) {
    const path = joinPath(where.path, name)
    let entry: Entry | undefined
    try {
      entry = statEntry(prefix, name, context.options.copyLinks)
    } catch (error) {
      reportUnreadable(context, where.job, path, error)
      hidden.add(name)
      continue
    }

    const wanted = where.wanted?.children?.get(name)
    // What is listed in something that is no directory is not there, whatever a link leads to.
    const leadsOn = wanted?.children === undefined || entry?.type === 'directory'
    if (entry === undefined || !leadsOn) {
      // Vanished since it was listed, a broken link under -L, or named by --files-from and never there.
      if (wanted !== undefined) notFound(context, where.job, path, wanted)
      else if (context.options.copyLinks) reportBroken(context, where.job, path, prefix, name)
      hidden.add(name)
    } else if (isHidden(context, path, entry)) hidden.add(name)
    else entries.push(entry)
  }

  return { entries, hidden }
}

/** Whether the filter hides an entry of a source. */
export function isHidden(context: WorkerContext, path: string, entry: Entry): boolean {
  if (context.filter.empty) return false
  return (
    context.filter.hides(path, entry.type === 'directory') ||
    (entry.type === 'file' && context.filter.hidesFile(entry))
  )
}

function reportUnreadable(context: WorkerContext, job: number, path: string, error: unknown): void {
  const label = context.label(job, path)
  if (context.options.copyLinks && errnoOf(error) === 'ELOOP') {
    context.addFailure({
      path: label,
      code: 'E_READ',
      message: `${context.shown(label)}: the symlink leads back to itself`,
    })
    return
  }

  context.addFailure(failureOf(error, label, 'source'))
  if (errnoOf(error) !== 'ENOENT') context.incomplete = true
}

/** Names every path of the list that leads here. */
function notFound(context: WorkerContext, job: number, path: string, { children }: WantedNode): void {
  if (children !== undefined) {
    for (const [name, node] of children) notFound(context, job, joinPath(path, name), node)
    return
  }

  const label = context.label(job, path)
  context.addFailure({
    path: label,
    code: 'E_NOT_FOUND',
    message: `${context.shown(label)}: named in the list, but not in the source`,
  })
}

function reportBroken(context: WorkerContext, job: number, path: string, prefix: string, name: string): void {
  if (statEntry(prefix, name) === undefined) return
  const label = context.label(job, path)
  context.addFailure({
    path: label,
    code: 'E_READ',
    message: `${context.shown(label)}: the symlink points to nothing`,
  })
}
