import { BlitError, displayPath, joinPath, type Endpoint } from '@blit/core'

/** Links on one way, at most: what Linux allows (path_resolution(7)). */
const MAX_LINKS = 40

/**
 * The path without symlinks that a path leads to, beneath the root of an endpoint (S12). Each part is looked at without being
 * followed; a link that is absolute, or climbs over the root, rejects with `E_READ`. What does not exist stays as it is.
 * Whoever uses the result must not follow links either: what changes meanwhile is then not found.
 */
export async function followBeneath(endpoint: Endpoint, path: string, signal: AbortSignal): Promise<string> {
  const ahead = path.split('/').reverse()
  const done: string[] = []
  let links = 0
  for (let part = ahead.pop(); part !== undefined; part = ahead.pop()) {
    if (part === '' || part === '.') continue
    if (part === '..') {
      if (done.pop() === undefined) throw outside(path)
      continue
    }

    const entry = await endpoint.stat(joinPath(done.join('/'), part), { signal })
    if (entry?.type !== 'symlink') {
      done.push(part)
      continue
    }

    const { target = '' } = entry
    if (target.startsWith('/')) throw outside(path)
    if (++links > MAX_LINKS)
      throw new BlitError('E_READ', `${displayPath(path)}: too many symlinks`, { path })
    ahead.push(...target.split('/').reverse())
  }

  return done.join('/')
}

function outside(path: string): BlitError {
  return new BlitError('E_READ', `${displayPath(path)}: a symlink leads out of the module`, {
    path,
    hint: 'what is outside of a module cannot be reached through it',
  })
}
