import { lchownSync, lutimesSync } from 'node:fs'

import { BlitError, toFsPath, type Entry } from '@blit/core'

import { errnoOf } from '../directory/failure-of.js'
import { isBeyondFutimes, toFutimes } from '../metadata/set-attributes.js'
import type { WorkerContext } from './worker-context.js'

const S_IFMT: Readonly<Record<string, number>> = {
  fifo: 0o01_0000,
  socket: 0o14_0000,
  'char-device': 0o02_0000,
  'block-device': 0o06_0000,
}

/** Time and owner of a symlink itself. */
export function setLinkAttributes(context: WorkerContext, path: string, entry: Entry): void {
  if (context.options.preserve.owner && entry.uid !== undefined && entry.gid !== undefined) {
    try {
      lchownSync(toFsPath(path), entry.uid, entry.gid)
    } catch (error) {
      if (errnoOf(error) !== 'EPERM') throw error
    }
  }

  if (context.native !== undefined && isBeyondFutimes(entry.mtimeNs))
    context.native.setLinkTimes(toFsPath(path), entry.mtimeNs)
  else lutimesSync(toFsPath(path), Date.now() / 1000, toFutimes(entry.mtimeNs))
}

/** Makes a FIFO, socket or device like `entry`. */
export function makeSpecial(context: WorkerContext, path: string, entry: Entry): void {
  const { native, options } = context
  if (native === undefined)
    throw new BlitError('E_SPECIAL', `a ${entry.type} cannot be made on this platform`)
  const bits = (entry.mode ?? 0o600) & (options.preserve.setuid ? 0o7777 : 0o777)
  native.mknod(toFsPath(path), (S_IFMT[entry.type] ?? 0) | bits, entry.rdev ?? 0)
  setLinkAttributes(context, path, entry)
}
