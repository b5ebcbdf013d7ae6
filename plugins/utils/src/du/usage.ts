/** What a directory holds, itself and all below it, as `du --json` gives it. */
export interface Usage {
  /** Relative to the target, '' for the target itself; of a single file its name. A byte string. */
  readonly path: string
  /** Length of all regular files; one with several names counts where it is met first. */
  sizeBytes: number
  /** Bytes of disk behind everything, directories included; absent where the endpoint does not tell. */
  allocatedBytes?: number
  /** Regular files; one with several names is one. */
  files: number
  /** Directories below, without itself. */
  directories: number
  /** Symlinks, devices and all else. */
  others: number
}

export function emptyUsage(path: string, allocatedBytes: number | undefined): Usage {
  const counts = { files: 0, directories: 0, others: 0 }
  return { path, sizeBytes: 0, ...(allocatedBytes !== undefined && { allocatedBytes }), ...counts }
}

/** Adds what a directory holds to what its parent holds. */
export function addUsage(parent: Usage, child: Usage): void {
  parent.sizeBytes += child.sizeBytes
  parent.files += child.files
  parent.directories += child.directories + 1
  parent.others += child.others
  if (child.allocatedBytes !== undefined)
    parent.allocatedBytes = (parent.allocatedBytes ?? 0) + child.allocatedBytes
}
