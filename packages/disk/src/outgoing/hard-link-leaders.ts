import type { StatWords } from '../directory/stat-words.js'

interface Group {
  readonly leader: number
  /** Names that have not been seen. */
  left: number
}

/** Which entries are further names of an inode. Remembers inodes only as long as names are still to come. */
export class HardLinkLeaders {
  private readonly devices = new Map<bigint, Map<bigint, Group>>()

  /** Without `forget` all are remembered: there may be more names than an inode counts. */
  constructor(private readonly forget = true) {}

  /** The index of the first entry with this inode; undefined if that is this entry. */
  leaderOf(index: number, { dev, ino, nlink }: Pick<StatWords, 'dev' | 'ino' | 'nlink'>): number | undefined {
    let inodes = this.devices.get(dev)
    if (inodes === undefined) this.devices.set(dev, (inodes = new Map()))
    const group = inodes.get(ino)
    if (group === undefined) {
      inodes.set(ino, { leader: index, left: nlink - 1 })
      return undefined
    }

    if (--group.left <= 0 && this.forget) inodes.delete(ino)
    return group.leader
  }
}
