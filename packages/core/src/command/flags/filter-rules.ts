import { readFileSync } from 'node:fs'
import { BlitError } from '../../errors/blit-error.js'
import { parseFilesFrom } from '../../filters/files-from.js'
import { parseFilterFile } from '../../filters/filter-file.js'
import type { FilterRule, FilterSpec } from '../../filters/filter-spec.js'
import { fromBytes, toFsPath } from '../../paths/byte-string.js'
import { displayPath } from '../../paths/display.js'
import { readStdin } from './read-stdin.js'

/** What the parser read, in the order given. */
export type FlagToken = { readonly flag: string; readonly input: string }

/** The choose flags as the parser gives them, without those whose order counts. */
export interface ChooseFlagValues {
  readonly 'min-size'?: number | undefined
  readonly 'max-size'?: number | undefined
  readonly 'min-age'?: bigint | undefined
  readonly 'max-age'?: bigint | undefined
}

/**
 * The filter that the flags ask for. Rules come from the tokens, because only these have the order between
 * `--include`, `--exclude` and `--filter-from`.
 */
export function filterSpec(
  flags: ChooseFlagValues,
  tokens: readonly FlagToken[],
  nowMs = Date.now(),
): FilterSpec {
  const {
    'min-size': minSizeBytes,
    'max-size': maxSizeBytes,
    'min-age': minAgeNs,
    'max-age': maxAgeNs,
  } = flags
  refuseInverted('size', minSizeBytes, maxSizeBytes)
  refuseInverted('age', minAgeNs, maxAgeNs)
  const nowNs = BigInt(nowMs) * 1_000_000n
  return {
    rules: tokens.flatMap((token) => rulesOf(token)),
    ...(minSizeBytes !== undefined && { minSizeBytes }),
    ...(maxSizeBytes !== undefined && { maxSizeBytes }),
    ...(minAgeNs !== undefined && { modifiedBeforeNs: nowNs - minAgeNs }),
    ...(maxAgeNs !== undefined && { modifiedAfterNs: nowNs - maxAgeNs }),
  }
}

/** The paths of `--files-from FILE`, `-` being stdin. */
export function readFilesFrom(file: string): string[] {
  return parseFilesFrom(readListing('files-from', file))
}

function rulesOf({ flag, input }: FlagToken): FilterRule[] {
  if (flag === 'include' || flag === 'exclude') return [{ action: flag, pattern: input }]
  if (flag !== 'filter-from') return []
  return parseFilterFile(fromBytes(readListing(flag, input)), input)
}

function readListing(flag: string, file: string): Uint8Array {
  try {
    return file === '-' ? readStdin() : readFileSync(toFsPath(file))
  } catch (error) {
    const name = file === '-' ? 'stdin' : displayPath(file)
    const { code = 'unreadable' } = error as NodeJS.ErrnoException
    throw new BlitError('E_USAGE', `--${flag}: cannot read ${name}: ${code}`, {
      path: file,
      hint: 'check the path and its permissions',
      cause: error,
    })
  }
}

function refuseInverted(
  what: string,
  min: bigint | number | undefined,
  max: bigint | number | undefined,
): void {
  if (min !== undefined && max !== undefined && min > max) {
    throw new BlitError('E_USAGE', `--min-${what} is more than --max-${what}: nothing could match`)
  }
}
