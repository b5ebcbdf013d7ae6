import type { Endpoint } from '../contract/endpoint.js'
import { joinPath } from '../paths/check-name.js'

/** Makes a directory with its parents, the root too. Resolves with the paths that were made, outermost first. */
export async function ensureDirectory(
  endpoint: Endpoint,
  path: string,
  signal: AbortSignal,
): Promise<string[]> {
  const made: string[] = []
  let directory = ''
  for (const name of ['', ...(path === '' ? [] : path.split('/'))]) {
    directory = joinPath(directory, name)
    if ((await endpoint.stat(directory, { signal }))?.type === 'directory') continue
    await endpoint.mkdir(directory, { signal })
    made.push(directory)
  }

  return made
}
