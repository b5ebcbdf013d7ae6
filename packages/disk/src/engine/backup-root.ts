import { toFsPath, type TransferOptions } from '@blit/core'
import { realpathSync } from 'node:fs'

import type { OpenDirectory } from '../directory/directory-access.js'
import { makeRoot, openRoot } from '../directory/open-root.js'
import type { BackupPlace } from './messages.js'

/** Makes and opens the directory of `--backup-dir`: absolute, or relative to the destination's root. */
export function openBackup(options: TransferOptions, destinationRoot: string): BackupPlace | undefined {
  const { backupDir } = options
  if (backupDir === undefined || options.dryRun) return undefined
  const path = backupDir.startsWith('/') ? backupDir : `${destinationRoot.replace(/\/+$/, '')}/${backupDir}`
  makeRoot(path)
  const directory: OpenDirectory = openRoot(path)
  const inside = within(realpathSync(toFsPath(destinationRoot)).toString(), realpathSync(toFsPath(path)).toString())
  return { directory, ...(inside === undefined ? {} : { inside }) }
}

/** Path of `inner` relative to `outer`, if it is inside. */
function within(outer: string, inner: string): string | undefined {
  const start = outer === '/' ? '/' : `${outer}/`
  return inner.startsWith(start) ? inner.slice(start.length) : undefined
}
