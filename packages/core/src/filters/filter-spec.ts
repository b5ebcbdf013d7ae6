/** One `--include`, `--exclude` or line of a `--filter-from` file. */
export interface FilterRule {
  readonly action: 'include' | 'exclude'
  /** Glob, as the user wrote it; a leading `/` anchors it at the root, a trailing `/` means directories only. */
  readonly pattern: string
}

/** Which entries of a source take part. Plain data; `compileFilter` makes it a function. */
export interface FilterSpec {
  /** In the order given; the first that matches wins; what none matches is included. */
  readonly rules: readonly FilterRule[]
  /** Paths, relative to the root, that take no part whatever the rules say. */
  readonly hiddenPaths?: ReadonlySet<string>
  /** Limits for regular files, judged on the source's attributes. Bytes, inclusive. */
  readonly minSizeBytes?: number
  readonly maxSizeBytes?: number
  /** Only files whose mtime is at or before this (from `--min-age`). */
  readonly modifiedBeforeNs?: bigint
  /** Only files whose mtime is at or after this (from `--max-age`). */
  readonly modifiedAfterNs?: bigint
}
