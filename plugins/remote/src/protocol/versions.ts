import { BlitError } from '@blit/core'

/** What an end says of itself. */
export interface ProtocolVersions {
  /** 0 is a client of the first plan. */
  readonly version: number
  /** The oldest one it speaks, too. */
  readonly minVersion: number
}

/** An end, and what to call it in messages. */
export interface VersionedEnd extends ProtocolVersions {
  readonly name: string
}

/**
 * The version that two ends speak with each other: the lower of theirs, if the other speaks that. 0 if either is of the
 * first plan. Gives the same at both ends, whichever asks; throws `E_VERSION`, which says where to upgrade.
 */
export function agreeOnVersion(one: VersionedEnd, other: VersionedEnd): number {
  const [older, newer] = one.version <= other.version ? [one, other] : [other, one]
  if (older.version === 0 || older.version >= newer.minVersion) return older.version
  throw new BlitError(
    'E_VERSION',
    `${older.name} speaks version ${older.version} of the wire, ${newer.name} only ${newer.minVersion} to ${newer.version}`,
    { hint: `upgrade blit: ${older.name} is too old` },
  )
}
