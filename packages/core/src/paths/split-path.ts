/** The path without its last component; '' for a single name. */
export function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** The last component of a path. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
