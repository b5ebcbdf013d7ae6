import { spawnSync } from 'node:child_process'

/** Throws unless rsync finds two trees equal: a fast copy that is wrong is worth nothing. @param {string} source @param {string} destination */
export function checkCopy(source, destination) {
  const args = ['-an', '--delete', '--itemize-changes', `${source}/`, `${destination}/`]
  const { stdout, stderr, status } = spawnSync('rsync', args, { encoding: 'utf8', maxBuffer: 2 ** 30 })
  if (status === 0 && stdout === '') return
  throw new Error(`${destination} is not a copy of ${source}:\n${(stderr + stdout).slice(0, 1000)}`)
}
