import { fchmodSync, fchownSync, futimesSync } from 'node:fs'

import type { Entry, PreserveRules } from '@blit/core'
import { keptModeBits } from '@blit/core'
import type { Native } from '@blit/native'

import { errnoOf } from '../directory/failure-of.js'
import { applyXattrs, type Xattrs } from './extended-attributes.js'

/** Sets the modification time of an open file, exact to the microsecond. The time of access becomes now. */
export function setModificationTime(fd: number, mtimeNs: bigint, native: Native | undefined): void {
  if (native !== undefined && isBeyondFutimes(mtimeNs)) native.setTimes(fd, mtimeNs)
  else futimesSync(fd, Date.now() / 1000, toFutimes(mtimeNs))
}

/** futimes turns a negative time into now; and seconds beyond 2^32 are too many for a double to tell microseconds too. */
export function isBeyondFutimes(mtimeNs: bigint): boolean {
  return mtimeNs < 0n || mtimeNs >= 4_294_967_296_000_000_000n
}

/** The least number of seconds of which libuv makes the right microsecond; from its release 1.52 on it keeps what is beyond that. */
export function toFutimes(mtimeNs: bigint): number {
  const micros = Number(mtimeNs / 1000n)
  const seconds = Math.floor(micros / 1e6)
  const nanos = (micros - seconds * 1e6) * 1000
  let time = micros / 1e6
  // To the next number, whatever its fraction.
  while (time > 0 && Math.trunc((time - seconds) * 1e9) < nanos) time += time * 0.7 * Number.EPSILON
  return time
}

/** The mode an entry gets: the kept bits of the source's. */
export function landedMode(entry: Entry, preserve: PreserveRules, fallback: number): number {
  return entry.mode === undefined ? fallback : entry.mode & keptModeBits(preserve)
}

/** Whether something beyond the mode at creation has to be set. */
export function needsAttributes(entry: Entry, preserve: PreserveRules): boolean {
  return (
    preserve.owner ||
    preserve.xattrs ||
    preserve.acls ||
    (preserve.setuid && ((entry.mode ?? 0) & 0o7000) !== 0)
  )
}

/**
 * Sets owner, mode and attributes of an open file or directory, in the order in which none undoes
 * another: owner (clears setuid and capabilities), mode (changes the ACL's mask), attributes. Returns names of
 * attributes that could not be set. A user who may not give files away keeps them, like `cp -a`.
 */
export function setAttributes(
  fd: number,
  entry: Entry,
  preserve: PreserveRules,
  native: Native | undefined,
  xattrs: Xattrs | undefined,
): string[] {
  let mode = landedMode(entry, preserve, 0o644)
  if (
    preserve.owner &&
    entry.uid !== undefined &&
    entry.gid !== undefined &&
    !setOwner(fd, entry.uid, entry.gid)
  ) {
    // The bits would give the wrong owner's rights away.
    mode &= 0o1777
  }

  if (entry.mode !== undefined) fchmodSync(fd, mode)
  return xattrs === undefined || native === undefined ? [] : applyXattrs(native, fd, xattrs, preserve)
}

/** False when this user may not. The group alone is tried then, which a member may set. */
function setOwner(fd: number, uid: number, gid: number): boolean {
  try {
    fchownSync(fd, uid, gid)
    return true
  } catch (error) {
    if (errnoOf(error) !== 'EPERM' && errnoOf(error) !== 'EINVAL') throw error
  }

  const own = process.getuid?.()
  try {
    fchownSync(fd, own ?? uid, gid)
  } catch (error) {
    if (errnoOf(error) !== 'EPERM' && errnoOf(error) !== 'EINVAL') throw error
  }

  return own === uid
}
