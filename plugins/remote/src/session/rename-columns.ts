import { EntryColumns, toBytes } from '@blit/core'

/** The same entries, with other names for things in the root. */
export function renameColumns(
  columns: EntryColumns,
  landAs: ReadonlyMap<string, string> | undefined,
): EntryColumns {
  if (landAs === undefined || landAs.size === 0) return columns
  return EntryColumns.of(
    columns.first,
    Array.from({ length: columns.count }, (_, row) => {
      const directory = columns.directories[row] as number
      const name = columns.name(row)
      const target = columns.target(row)
      return {
        type: columns.type(row) ?? 'skipped',
        name: toBytes((directory === 0 ? landAs.get(name) : undefined) ?? name),
        directory,
        sizeBytes: columns.sizes[row] as number,
        mtimeSeconds: columns.mtimeSeconds[row] as number,
        mtimeNanos: columns.mtimeNanos[row] as number,
        mode: columns.modes[row] as number,
        uid: columns.uids[row] as number,
        gid: columns.gids[row] as number,
        rdev: columns.rdevs[row] as number,
        ...(target === undefined ? {} : { target: toBytes(target) }),
      }
    }),
  )
}
