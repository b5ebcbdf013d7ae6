import type { EndpointLimits } from '../contract/endpoint.js'
import type { ErrorCode } from '../errors/catalogue.js'
import { byteLength, hasEscapes } from '../paths/byte-string.js'
import { displayPath } from '../paths/display.js'

/** Why a name cannot land: a `Failure` without its path, which only the caller knows. */
export interface NameProblem {
  readonly code: ErrorCode
  /** Names the name, escaped for printing. */
  readonly message: string
}

/** Names of one directory that have a place, by their key at the destination. */
export type TakenNames = Map<string, string>

/** What one name may be at most on Windows (NTFS), in UTF-16 code units. */
const MAX_WINDOWS_UNITS = 255
const WINDOWS_CHARACTERS = /[\u0000-\u001F"*:<>?\\|]/
// With any extension, and with spaces before it: Windows opens the device all the same.
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i
const ASCII = /^[\u0000-\u007F]*$/

/**
 * Names of one directory that a destination with these limits cannot hold, and names that would be one there (S8). Of
 * those the first in order lands, each later one is a problem. Where a directory comes in several batches, hand over
 * the same `taken` with each. For POSIX limits this looks at lengths only.
 */
export function findNameProblems(
  names: readonly string[],
  limits: EndpointLimits,
  taken: TakenNames = new Map(),
): Map<string, NameProblem> {
  const problems = new Map<string, NameProblem>()
  const canCollide = limits.caseInsensitive || limits.normalizes
  for (const name of names) {
    const problem = ownProblem(name, limits)
    if (problem !== undefined) problems.set(name, problem)
    else if (canCollide) {
      const key = nameKey(name, limits)
      const first = taken.get(key)
      if (first === undefined) taken.set(key, name)
      else if (first !== name) problems.set(name, collision(name, first))
    }
  }

  return problems
}

/**
 * What a destination with these limits tells names apart by: names with one key are one name there. A mirror that
 * looks for what the source does not have compares keys, or it deletes `README` after it has written `readme`.
 */
export function nameKey(name: string, limits: EndpointLimits): string {
  if (ASCII.test(name)) return limits.caseInsensitive ? name.toLowerCase() : name
  const decomposed = limits.normalizes ? name.normalize('NFD') : name
  const folded = limits.caseInsensitive ? foldCase(decomposed) : decomposed
  return limits.normalizes ? folded.normalize('NFD') : folded
}

function ownProblem(name: string, limits: EndpointLimits): NameProblem | undefined {
  const { maxNameBytes, windowsNames, normalizes } = limits
  // A UTF-16 code unit is at most three bytes.
  if (name.length * 3 > maxNameBytes && byteLength(name) > maxNameBytes) {
    return problem('E_NAME_TOO_LONG', name, `is longer than ${maxNameBytes} bytes`)
  }

  if ((windowsNames || normalizes) && hasEscapes(name)) {
    return problem('E_BAD_NAME', name, 'is not UTF-8, and the destination takes nothing else')
  }

  return windowsNames ? windowsProblem(name) : undefined
}

function windowsProblem(name: string): NameProblem | undefined {
  const character = WINDOWS_CHARACTERS.exec(name)?.[0]
  if (character !== undefined)
    return problem('E_BAD_NAME', name, `holds '${displayPath(character)}', which Windows does not take`)
  if (/[. ]$/.test(name))
    return problem('E_BAD_NAME', name, 'ends in a dot or space, which Windows takes away')
  if (WINDOWS_DEVICE.test(name)) return problem('E_BAD_NAME', name, 'is the name of a device on Windows')
  if (name.length > MAX_WINDOWS_UNITS)
    return problem('E_NAME_TOO_LONG', name, `is longer than ${MAX_WINDOWS_UNITS} characters`)
  return undefined
}

function collision(name: string, first: string): NameProblem {
  return problem('E_NAME_COLLISION', name, `is the same name as '${displayPath(first)}' at the destination`)
}

function problem(code: ErrorCode, name: string, what: string): NameProblem {
  return { code, message: `'${displayPath(name)}' ${what}` }
}

// Character by character, as file systems do: the longer foldings of Unicode (ß to ss) would join names that they
// keep apart. By way of the capital, because some small letters share one (ς and σ).
function foldCase(text: string): string {
  return Array.from(text, (character) => {
    const upper = ifOne(character.toUpperCase()) ?? character
    return ifOne(upper.toLowerCase()) ?? upper
  }).join('')
}

function ifOne(text: string): string | undefined {
  return Array.from(text).length === 1 ? text : undefined
}
