import { BlitError } from '../errors/blit-error.js'
import type { Entry } from '../model/entry.js'
import { byteLength } from '../paths/byte-string.js'
import type { FilterSpec } from './filter-spec.js'
import { badGlob } from './glob-syntax.js'
import { compilePattern } from './path-pattern.js'
import { RuleIndex } from './rule-index.js'

/** Rules of one filter, at most (S11); braces that hold a '/' count as what they stand for. */
export const MAX_FILTER_RULES = 1000

/** Length of one pattern in bytes, at most (S11). */
export const MAX_PATTERN_BYTES = 1024

/** A {@link FilterSpec}, ready to judge. Paths are byte strings relative to the root of the source. */
export interface Filter {
  /** Hides nothing, whatever it is asked. */
  readonly empty: boolean
  /**
   * Whether the rules hide `path`, judged by itself. For walks from the top, which do not enter what is hidden:
   * a path below a hidden directory may well be included by the rules. The root ('') is never hidden.
   */
  hides(path: string, isDirectory: boolean): boolean
  /** Whether the rules hide `path` or a directory that leads to it. For paths that come from elsewhere. */
  hidesPath(path: string, isDirectory: boolean): boolean
  /** Whether the limits of size and age hide an entry. They concern regular files only. */
  hidesFile(entry: Entry): boolean
}

/**
 * Makes a filter. The first rule that matches decides, what none matches is included. Rejects with
 * `E_USAGE` for a bad pattern, or for more or longer ones than the maxima. Judging takes time linear in the
 * length of the path, whatever the patterns.
 */
export function compileFilter(spec: FilterSpec): Filter {
  if (spec.rules.length > MAX_FILTER_RULES) throw tooMany()
  let count = 0
  const index = new RuleIndex(
    spec.rules.map(({ pattern }) => {
      if (byteLength(pattern) > MAX_PATTERN_BYTES)
        throw badGlob(pattern, `it is longer than ${MAX_PATTERN_BYTES} bytes`)
      const patterns = compilePattern(pattern)
      count += patterns.length
      if (count > MAX_FILTER_RULES) throw tooMany()
      return patterns
    }),
  )
  const excludes = spec.rules.map(({ action }) => action === 'exclude')
  const hasRules = excludes.includes(true)
  const hiddenPaths = spec.hiddenPaths ?? new Set()

  function hides(path: string, isDirectory: boolean): boolean {
    if (hiddenPaths.has(path)) return true
    if (!hasRules || path === '') return false
    const rule = index.firstMatch(path, isDirectory)
    return rule !== undefined && excludes[rule] === true
  }

  function hidesPath(path: string, isDirectory: boolean): boolean {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
      if (hides(path.slice(0, end), true)) return true
    }

    return hides(path, isDirectory)
  }

  return {
    empty: !hasRules && hiddenPaths.size === 0 && !hasLimits(spec),
    hides,
    hidesPath,
    hidesFile: (entry) => isOutsideLimits(entry, spec),
  }
}

function hasLimits(spec: FilterSpec): boolean {
  return (
    spec.minSizeBytes !== undefined ||
    spec.maxSizeBytes !== undefined ||
    spec.modifiedBeforeNs !== undefined ||
    spec.modifiedAfterNs !== undefined
  )
}

function isOutsideLimits(entry: Entry, spec: FilterSpec): boolean {
  if (entry.type !== 'file') return false
  const { minSizeBytes, maxSizeBytes, modifiedBeforeNs, modifiedAfterNs } = spec
  return (
    (minSizeBytes !== undefined && entry.sizeBytes < minSizeBytes) ||
    (maxSizeBytes !== undefined && entry.sizeBytes > maxSizeBytes) ||
    (modifiedBeforeNs !== undefined && entry.mtimeNs > modifiedBeforeNs) ||
    (modifiedAfterNs !== undefined && entry.mtimeNs < modifiedAfterNs)
  )
}

function tooMany(): BlitError {
  return new BlitError('E_USAGE', `more than ${MAX_FILTER_RULES} filter rules`, {
    hint: 'name directories instead of files, or use --files-from',
  })
}
