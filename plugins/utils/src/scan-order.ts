/** A place in a scan: an entry of a directory. */
export interface ScanKey {
  readonly directory: string
  readonly name: string
}

/**
 * Which of two comes first in a scan: below 0 for `a`, above 0 for `b`. All entries of a directory come before
 * those of its subdirectories, names in the order of their UTF-16 code units (see `Endpoint.scan`).
 */
export function compareScanKeys(a: ScanKey, b: ScanKey): number {
  if (a.directory === b.directory) return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
  return compareDirectories(a.directory, b.directory)
}

/** Whether `path` is the directory, or something below it. '' is above everything. */
export function isWithin(path: string, directory: string): boolean {
  if (directory === '') return true
  return path.startsWith(directory) && (path.length === directory.length || path[directory.length] === '/')
}

// Parents first; '/' ends a component, so it counts less than any character of a name.
function compareDirectories(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const difference = a.charCodeAt(i) - b.charCodeAt(i)
    if (difference === 0) continue
    if (a[i] === '/') return -1
    return b[i] === '/' ? 1 : difference
  }

  return a.length - b.length
}
