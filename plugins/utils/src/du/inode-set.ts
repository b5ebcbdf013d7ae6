import type { Entry } from '@blit/core'

/** Files with several names that were met already. Holds nothing for those with one. */
export class InodeSet {
  private readonly byDevice = new Map<bigint, Set<bigint>>()

  /** Whether this is the first name of its file. */
  isFirst({ inode, linkCount = 1 }: Entry): boolean {
    if (linkCount < 2 || inode === undefined) return true
    const known = this.byDevice.get(inode.dev) ?? new Set()
    this.byDevice.set(inode.dev, known)
    if (known.has(inode.ino)) return false
    known.add(inode.ino)
    return true
  }
}
