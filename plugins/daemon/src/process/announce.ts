import { makeDirectories } from '@blit/core'
import { isOwn, localDirectories } from '@blit/remote'
import type { Address } from '../listen/address.js'
import type { Log } from '../log/create-log.js'
import { runningDaemons, writePidFile } from './pid-file.js'
import { stateDirectories } from './state-directory.js'

/** What is said of a daemon that listens. */
export interface Announcement {
  readonly modules: readonly string[]
  readonly token: Uint8Array
}

/**
 * Says that this process serves an address: where `stop` and `status` look in this environment, and where every process of this
 * user looks for the token. Gives what takes both back. Rejects with `E_BIND` where the first cannot be written.
 */
export function announce(address: Address, what: Announcement, log: Log): () => void {
  const [directory = ''] = stateDirectories()
  const takeBack = [writePidFile(directory, address, what)]
  const common = localDirectories().find((one) => isMade(one))
  if (common === undefined)
    log.warn('no directory for the token: clients whose user cannot be told are refused')
  else if (common !== directory) {
    runningDaemons([common]) // What killed ones have left is forgotten.
    takeBack.push(writePidFile(common, address, what))
  }

  return () => {
    for (const one of takeBack) one()
  }
}

/** Nobody else may write there: below /tmp the name could have been taken. */
function isMade(directory: string): boolean {
  try {
    makeDirectories(directory, 0o700)
    return isOwn(directory)
  } catch {
    return false
  }
}
