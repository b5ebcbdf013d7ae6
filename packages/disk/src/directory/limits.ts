import { lstatSync, readdirSync, statfsSync, type BigIntStats } from 'node:fs'

import { POSIX_LIMITS, toFsPath, type EndpointLimits } from '@blit/core'

import { existingAncestor } from './same-mount.js'

const MSDOS = 0x4d44
const EXFAT = 0x2011_bab0
const NTFS = 0x5346_544e
const NTFS3 = 0x7366_746e
const CIFS = 0xff53_4d42
const SMB2 = 0xfe53_4d42
const HFS_PLUS = 0x482b
const DOS_NAMES = new Set([MSDOS, EXFAT, NTFS, NTFS3, CIFS, SMB2])
const FOLDING = new Set([MSDOS, EXFAT, CIFS, SMB2, HFS_PLUS])

/** Grain of times in nanoseconds, where it is coarse. */
const GRAINS: ReadonlyMap<number, bigint> = new Map([
  [MSDOS, 2_000_000_000n],
  [EXFAT, 10_000_000n],
  [HFS_PLUS, 1_000_000_000n],
])

/**
 * What names and times can be kept at `path` (or, if it does not exist, where it would be made). By the type of
 * the file system, and by a look whether an existing name is found in another case.
 */
export function limitsAt(path: string, platform: NodeJS.Platform = process.platform): EndpointLimits {
  if (platform === 'win32') {
    return { ...POSIX_LIMITS, caseInsensitive: true, windowsNames: true, mtimeGrainNs: 100n }
  }

  const place = existingAncestor(path)
  const type = fileSystemType(place)
  return {
    caseInsensitive: FOLDING.has(type) || findsOtherCase(place),
    normalizes: platform === 'darwin' || type === HFS_PLUS,
    windowsNames: DOS_NAMES.has(type),
    maxNameBytes: 255,
    mtimeGrainNs: GRAINS.get(type) ?? 1n,
  }
}

function fileSystemType(path: string): number {
  try {
    return Number(statfsSync(toFsPath(path)).type) >>> 0
  } catch {
    // Some sandboxes deny statfs: then the common rules are as good a guess as any.
    return 0
  }
}

/** Whether the first name with a letter is also found with its case changed. */
function findsOtherCase(directory: string): boolean {
  const name = firstNameWithLetter(directory)
  if (name === undefined) return false
  const swapped = [...name]
    .map((char) => (char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase()))
    .join('')
  const one = look(`${directory}/${name}`)
  const other = look(`${directory}/${swapped}`)
  return one !== undefined && one.ino === other?.ino && one.dev === other.dev && one.nlink === 1n
}

function look(path: string): BigIntStats | undefined {
  try {
    return lstatSync(toFsPath(path), { bigint: true, throwIfNoEntry: false })
  } catch {
    // A directory that may be read and not entered: nothing can be said then either.
    return undefined
  }
}

function firstNameWithLetter(directory: string): string | undefined {
  try {
    return readdirSync(toFsPath(directory)).find((name) => /[a-z]/i.test(name) && !name.includes('\uFFFD'))
  } catch {
    // Not readable: nothing can be said from its names.
    return undefined
  }
}
