import { unlinkSync } from 'node:fs'

import { BlitError, displayPath, joinPath, toFsPath } from '@blit/core'

import { statEntry } from '../directory/list-directory.js'
import type { WorkerContext } from './worker-context.js'

/**
 * Removes from the source what a move has landed, committed and synced (S4): each only while it is still the inode,
 * size and times that were copied.
 */
export function removeSources(context: WorkerContext): void {
  for (const { job, path, entry } of context.moved) {
    if (context.cancelled) return
    const label = context.label(job, joinPath(path, entry.name))
    try {
      const directory = context.source.open(joinPath(context.job(job).source, path))
      const prefix = context.access.beside(directory)
      const now = statEntry(prefix, entry.name)
      const same =
        now?.type === entry.type &&
        now.sizeBytes === entry.sizeBytes &&
        now.mtimeNs === entry.mtimeNs &&
        now.inode?.ino === entry.inode?.ino &&
        now.inode?.dev === entry.inode?.dev &&
        // Removing one hard link changes the time of the others.
        ((entry.linkCount ?? 1) > 1 || now.inode?.ctimeNs === entry.inode?.ctimeNs)
      if (!same) {
        const message = `${displayPath(label)}: it changed after it was copied, so it stays`
        context.failWith(new BlitError('E_CHANGED', message, { path: label }), label)
        continue
      }

      unlinkSync(toFsPath(prefix + entry.name))
    } catch (error) {
      context.fail(label, error, 'source')
      continue
    }

    context.count('sourcesRemoved')
    context.action('remove-source', label)
  }
}
