import {
  displayPath,
  isBlitError,
  joinPath,
  type Endpoint,
  type Entry,
  type Inode,
  type ScanBatch,
} from '@blit/core'
import { followBeneath } from './follow-beneath.js'

/** How a scan goes; see `ScanOptions`. */
export interface FollowingOptions {
  readonly recursive: boolean
  readonly enter: (path: string) => boolean
  readonly signal: AbortSignal
}

interface Waiting {
  /** As the client knows it. */
  readonly shown: string
  /** Without symlinks. */
  readonly real: string
  readonly above: readonly Inode[]
}

/**
 * A scan that follows symlinks, as `Endpoint.scan` with `followLinks`, but never out of the root: a link that leads
 * there is listed as the link it is.
 */
export async function* scanFollowing(
  endpoint: Endpoint,
  path: string,
  options: FollowingOptions,
): AsyncIterable<ScanBatch> {
  const { enter, recursive, signal } = options
  const waiting: Waiting[] = [{ shown: path, real: await followBeneath(endpoint, path, signal), above: [] }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { above, real, shown } = next
    if (isLoop(next)) {
      yield { directory: shown, entries: [], complete: true, failure: loopAt(shown) }
      continue
    }

    const below: Waiting[] = []
    for await (const batch of endpoint.scan(real, { recursive: false, signal })) {
      const entries: Entry[] = []
      for (const listed of batch.entries) {
        const { entry, at } = await follow(endpoint, joinPath(real, listed.name), listed, signal)
        entries.push(entry)
        const inner = joinPath(shown, entry.name)
        if (entry.type !== 'directory' || !recursive || !enter(inner)) continue
        below.push({
          shown: inner,
          real: at,
          above: entry.inode === undefined ? above : [...above, entry.inode],
        })
      }

      yield { ...batch, directory: shown, entries }
    }

    for (const one of below.reverse()) waiting.push(one)
  }
}

async function follow(
  endpoint: Endpoint,
  path: string,
  listed: Entry,
  signal: AbortSignal,
): Promise<{ readonly entry: Entry; readonly at: string }> {
  if (listed.type !== 'symlink') return { entry: listed, at: path }
  try {
    const at = await followBeneath(endpoint, path, signal)
    const entry = await endpoint.stat(at, { signal, follow: at === '' })
    return entry === undefined ? { entry: listed, at: path } : { entry: { ...entry, name: listed.name }, at }
  } catch (error) {
    if (signal.aborted || !isBlitError(error)) throw error
    return { entry: listed, at: path }
  }
}

function isLoop({ above }: Waiting): boolean {
  const self = above.at(-1)
  return self !== undefined && above.slice(0, -1).some(({ dev, ino }) => dev === self.dev && ino === self.ino)
}

function loopAt(path: string) {
  return {
    path,
    code: 'E_SCAN',
    message: `${displayPath(path)}: a symlink leads back to a directory above it`,
  }
}
