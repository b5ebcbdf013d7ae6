import { unlinkSync } from 'node:fs'

import { toFsPath } from '@blit/core'

import { errnoOf } from '../directory/failure-of.js'

/** Makes a name that may be taken: by an earlier backup, which gives way. */
export function replace(path: string, make: () => void): void {
  try {
    make()
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error
    unlinkSync(toFsPath(path))
    make()
  }
}

/** Removes a temp that will not be needed; it may be gone already. */
export function removeTemp(path: string): void {
  try {
    unlinkSync(toFsPath(path))
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error
  }
}
