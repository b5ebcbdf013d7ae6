import {
  BlitError,
  compileFilter,
  displayPath,
  type Entry,
  type EntryType,
  type FilterSpec,
} from '@blit/core'

/** What `find` looks for. Everything given has to hold; of several globs, one. */
export interface FindTests {
  /** Globs of names. */
  readonly names: readonly string[]
  /** Globs of paths relative to the target, by the rules of `--include`. */
  readonly paths: readonly string[]
  /** Any type where there is none. */
  readonly types: readonly EntryType[]
  /** Limits of size, which only regular files meet, and of age, for everything. */
  readonly limits: Omit<FilterSpec, 'rules'>
  /** Files without content and directories without entries. */
  readonly empty: boolean
}

/** Judges an entry by all tests but whether a directory is empty, which its entry does not tell. */
export type FindJudge = (path: string, entry: Entry) => boolean

/** Makes the tests a function. Rejects with `E_USAGE` for a bad glob. */
export function compileTests(tests: FindTests): FindJudge {
  const { empty, limits, names, paths } = tests
  for (const glob of names) if (glob.includes('/')) throw notAName(glob)
  const types: ReadonlySet<EntryType> = new Set(tests.types)
  const hasName = anyGlob(names)
  const hasPath = anyGlob(paths)
  return (path, entry) =>
    (types.size === 0 || types.has(entry.type)) &&
    (!empty || mayBeEmpty(entry)) &&
    isWithinLimits(entry, limits) &&
    hasName(path, entry.type === 'directory') &&
    hasPath(path, entry.type === 'directory')
}

function anyGlob(globs: readonly string[]): (path: string, isDirectory: boolean) => boolean {
  if (globs.length === 0) return () => true
  const includes = globs.map((pattern) => ({ action: 'include', pattern }) as const)
  const filter = compileFilter({ rules: [...includes, { action: 'exclude', pattern: '*' }] })
  return (path, isDirectory) => !filter.hides(path, isDirectory)
}

function mayBeEmpty({ sizeBytes, type }: Entry): boolean {
  return type === 'directory' || (type === 'file' && sizeBytes === 0)
}

function isWithinLimits({ mtimeNs, sizeBytes, type }: Entry, limits: FindTests['limits']): boolean {
  const { maxSizeBytes, minSizeBytes, modifiedAfterNs, modifiedBeforeNs } = limits
  if (type !== 'file' && (minSizeBytes !== undefined || maxSizeBytes !== undefined)) return false
  return (
    sizeBytes >= (minSizeBytes ?? 0) &&
    sizeBytes <= (maxSizeBytes ?? Number.POSITIVE_INFINITY) &&
    (modifiedBeforeNs === undefined || mtimeNs <= modifiedBeforeNs) &&
    (modifiedAfterNs === undefined || mtimeNs >= modifiedAfterNs)
  )
}

function notAName(glob: string): BlitError {
  return new BlitError('E_USAGE', `--name: '${displayPath(glob)}' holds a '/', and names do not`, {
    hint: 'use --path',
  })
}
