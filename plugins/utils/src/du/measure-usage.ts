import { lastName, ownName, type Entry, type Failure, type ScanBatch } from '@blit/core'
import { openPlace, type Reach } from '../place/open-place.js'
import { operandError } from '../place/operand-error.js'
import { isWithin } from '../scan-order.js'
import { InodeSet } from './inode-set.js'
import { addUsage, emptyUsage, type Usage } from './usage.js'

export interface UsageRequest {
  /** Operand as a byte string. */
  readonly target: string
  /** Directories this far below the target get a row of their own; 0 is the target alone. */
  readonly depth: number
  /** Called often, with what was found so far. */
  readonly onProgress?: (files: number, sizeBytes: number) => void
}

export interface UsageResult {
  /** The target first, then directories in the order of their paths, component by component. */
  readonly rows: readonly Usage[]
  /** Directories that could not be read: what they hold is missing in the rows. */
  readonly failures: readonly Failure[]
}

/** Measures what is at a target. Holds a row a directory, and the inode of each file with several names. */
export async function measureUsage(request: UsageRequest, reach: Reach): Promise<UsageResult> {
  const { endpoint, entry, location } = await openPlace(request.target, 'source', reach)
  const { signal } = reach
  try {
    const isTree = entry.type === 'directory'
    const sums = isTree
      ? new UsageSums(emptyUsage('', entry.allocatedBytes), request)
      : new UsageSums(emptyUsage(ownName(location) ?? '', undefined), request)
    if (isTree) for await (const batch of endpoint.scan('', { recursive: true, signal })) sums.add(batch)
    else sums.count(entry)
    return sums.finish()
  } catch (error) {
    throw operandError(error, request.target, 'source')
  } finally {
    await endpoint.close()
  }
}

/** A directory on the way from the target to where the scan is. */
interface OpenDirectory {
  readonly path: string
  readonly usage: Usage
  /** Disk behind subdirectories that the scan will come to, by name. */
  readonly below: Map<string, number | undefined>
}

/** Adds up a scan. It goes depth first, so a directory is complete as soon as the scan leaves it. */
class UsageSums {
  private readonly rows: Usage[]
  private readonly failures: Failure[] = []
  private readonly open: OpenDirectory[]
  private readonly inodes = new InodeSet()
  private files = 0
  private bytes = 0

  constructor(
    private readonly root: Usage,
    private readonly request: UsageRequest,
  ) {
    this.rows = [root]
    this.open = [{ path: '', usage: root, below: new Map() }]
  }

  add({ directory, entries, failure }: ScanBatch): void {
    this.enter(directory)
    for (const entry of entries) this.count(entry)
    if (failure !== undefined) this.failures.push(failure)
    this.request.onProgress?.(this.files, this.bytes)
  }

  /** Counts an entry of the directory where the scan is. */
  count(entry: Entry): void {
    const { below, usage } = this.top()
    const { allocatedBytes, name, sizeBytes, type } = entry
    if (type === 'directory') {
      // Its disk belongs to its own row.
      below.set(name, allocatedBytes)
      return
    }

    if (!this.inodes.isFirst(entry)) return
    if (allocatedBytes !== undefined) usage.allocatedBytes = (usage.allocatedBytes ?? 0) + allocatedBytes
    if (type === 'file') {
      usage.files++
      usage.sizeBytes += sizeBytes
      this.files++
      this.bytes += sizeBytes
    } else usage.others++
  }

  finish(): UsageResult {
    while (this.open.length > 1) this.leave()
    return { rows: this.rows, failures: this.failures }
  }

  private enter(directory: string): void {
    while (!isWithin(directory, this.top().path)) this.leave()
    const { below, path } = this.top()
    if (path === directory) return
    const name = lastName(directory)
    const usage = emptyUsage(directory, below.get(name))
    below.delete(name)
    this.open.push({ path: directory, usage, below: new Map() })
    if (this.open.length - 1 <= this.request.depth) this.rows.push(usage)
  }

  private leave(): void {
    const left = this.open.pop()
    if (left !== undefined) addUsage(this.top().usage, left.usage)
  }

  private top(): OpenDirectory {
    return this.open.at(-1) ?? { path: '', usage: this.root, below: new Map() }
  }
}
