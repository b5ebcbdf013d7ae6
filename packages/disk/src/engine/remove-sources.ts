import { unlinkSync } from 'node:fs'

import { BlitError, joinPath, toFsPath, type Entry } from '@blit/core'

import { DirectoryChain } from '../directory/directory-chain.js'
import { errnoOf } from '../directory/failure-of.js'
import { statEntry } from '../directory/list-directory.js'
import type { WorkerContext } from './worker-context.js'

/**
 * Removes from the source what a move has landed, committed and synced (S4): each only while it is still the inode,
 * size and times that were copied.
 */
export function removeSources(context: WorkerContext): void {
  // One that follows no link: with `-L`, what a link leads to is copied, and the link is removed.
  const chain = new DirectoryChain(context.setup.source, context.access)
  for (const { job, path, entry } of context.moved) {
    if (context.cancelled) break
    const label = context.label(job, joinPath(path, entry.name))
    try {
      const prefix = directoryPrefix(context, chain, joinPath(context.job(job).source, path))
      if (prefix === undefined) continue
      removeOne(context, prefix, entry)
    } catch (error) {
      context.fail(label, error, 'removal')
      continue
    }

    context.count('sourcesRemoved')
    context.action('remove-source', label)
  }

  chain.close()
}

function removeOne(context: WorkerContext, prefix: string, entry: Entry): void {
  const now = statEntry(prefix, entry.name)
  const isLink = context.options.copyLinks && now?.type === 'symlink'
  if (!isLink && !isSame(now, entry))
    throw new BlitError('E_CHANGED', 'it changed after it was copied, so it stays')
  unlinkSync(toFsPath(prefix + entry.name))
}

/** Undefined for what was reached through a link: it is not part of the source. */
function directoryPrefix(context: WorkerContext, chain: DirectoryChain, path: string): string | undefined {
  try {
    return context.access.beside(chain.open(path))
  } catch (error) {
    if (context.options.copyLinks && ['ELOOP', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return undefined
    throw error
  }
}

function isSame(now: Entry | undefined, entry: Entry): boolean {
  return (
    now?.type === entry.type &&
    now.sizeBytes === entry.sizeBytes &&
    now.mtimeNs === entry.mtimeNs &&
    now.inode?.ino === entry.inode?.ino &&
    now.inode?.dev === entry.inode?.dev &&
    // Removing one hard link changes the time of the others.
    ((entry.linkCount ?? 1) > 1 || now.inode?.ctimeNs === entry.inode?.ctimeNs)
  )
}
