import { BlitError } from '../../errors/blit-error.js'
import type { Operation } from '../../contract/route.js'
import type { TransferOptions } from '../../model/transfer-options.js'
import { careFlags } from './care-flags.js'
import { chooseFlags, filesFromFlag } from './choose-flags.js'
import { compareFlags, compareRules, type CompareFlagValues } from './compare-flags.js'
import { filterSpec, readFilesFrom, type ChooseFlagValues, type FlagToken } from './filter-rules.js'
import { keepFlags, preserveRules, type KeepFlagValues } from './keep-flags.js'
import { reachFlags } from './reach-flags.js'
import { sayFlags, type SayFlagValues } from './say-flags.js'
import { speedFlags } from './speed-flags.js'

/** Every flag of copy, mirror and move. */
export const transferFlags = {
  ...compareFlags,
  ...chooseFlags,
  ...filesFromFlag,
  ...keepFlags,
  ...careFlags,
  ...speedFlags,
  ...sayFlags,
  ...reachFlags,
}

/** The flags of a transfer as the parser gives them. */
export interface TransferFlagValues
  extends CompareFlagValues, ChooseFlagValues, KeepFlagValues, SayFlagValues {
  readonly 'files-from'?: string | undefined
  readonly 'copy-links'?: boolean
  readonly 'dry-run'?: boolean
  readonly yes?: boolean
  readonly 'max-delete'?: number | undefined
  readonly 'allow-empty-source'?: boolean
  readonly 'delete-excluded'?: boolean
  readonly 'backup-dir'?: string | undefined
  readonly fsync?: boolean
  readonly resume?: boolean
  readonly inplace?: boolean
  readonly retries?: number | undefined
  readonly verify?: boolean
  readonly bwlimit?: number | undefined
  readonly workers?: number | undefined
  readonly streams?: number | undefined
  readonly compress?: boolean
  readonly insecure?: boolean
}

/** What the flags ask of a transfer. Rejects with `E_USAGE` where they contradict each other. */
export function transferOptions(
  operation: Operation,
  flags: TransferFlagValues,
  tokens: readonly FlagToken[],
): Omit<TransferOptions, 'reportActions'> {
  const filesFrom = flags['files-from']
  if (operation === 'mirror' && filesFrom !== undefined) {
    throw new BlitError('E_USAGE', '--files-from cannot be used with mirror', {
      hint: 'use copy, or filters',
    })
  }

  if (flags['backup-dir'] === '') throw new BlitError('E_USAGE', '--backup-dir names no directory')
  return {
    dryRun: flags['dry-run'] ?? false,
    compare: compareRules(flags),
    filter: filterSpec(flags, tokens),
    ...(filesFrom !== undefined && { filesFrom: readFilesFrom(filesFrom) }),
    preserve: preserveRules(flags),
    copyLinks: flags['copy-links'] ?? false,
    ...optional('maxDelete', flags['max-delete']),
    allowEmptySource: flags['allow-empty-source'] ?? false,
    deleteExcluded: flags['delete-excluded'] ?? false,
    ...optional('backupDir', flags['backup-dir']),
    fsync: flags.fsync ?? false,
    resume: flags.resume ?? true,
    inplace: flags.inplace ?? false,
    verify: flags.verify ?? false,
    hashed: flags.verify !== false,
    retries: flags.retries ?? 1,
    ...optional('bwlimitBytesPerSec', flags.bwlimit),
    ...optional('workers', flags.workers),
    ...optional('streams', flags.streams),
    compress: flags.compress ?? false,
  }
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>)
}
