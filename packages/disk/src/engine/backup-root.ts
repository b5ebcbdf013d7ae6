import { realpathSync } from 'node:fs'

import { fromBytes, toFsPath, type TransferOptions } from '@blit/core'

import type { OpenDirectory } from '../directory/directory-access.js'
import { makeRoot, openRoot, statRoot } from '../directory/open-root.js'
import type { BackupPlace } from './messages.js'

/** Makes and opens the directory of `--backup-dir`: absolute, or relative to the destination's root. */
export function openBackup(options: TransferOptions, destinationRoot: string): BackupPlace | undefined {
  const { backupDir } = options
  if (backupDir === undefined) return undefined
  const path = backupDir.startsWith('/') ? backupDir : `${destinationRoot.replace(/\/+$/, '')}/${backupDir}`
  if (options.dryRun && statRoot(path) === undefined) return undefined
  makeRoot(path)
  const directory: OpenDirectory = openRoot(path)
  const inside = within(realPath(destinationRoot), realPath(path))
  return { directory, ...(inside === undefined ? {} : { inside }) }
}

function realPath(path: string): string {
  return fromBytes(realpathSync(toFsPath(path), { encoding: 'buffer' }))
}

/** Path of `inner` relative to `outer`, if it is inside. */
function within(outer: string, inner: string): string | undefined {
  const start = outer === '/' ? '/' : `${outer}/`
  return inner.startsWith(start) ? inner.slice(start.length) : undefined
}
