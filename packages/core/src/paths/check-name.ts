import { BlitError } from '../errors/blit-error.js'
import { displayPath } from './display.js'

/** Rejects with `E_BAD_NAME` what can never be one component of a path: '', '.', '..', with '/' or NUL (S12). */
export function checkName(name: string): void {
  const problem = nameProblem(name)
  if (problem !== undefined) throw badName(name, problem)
}

/**
 * Rejects with `E_BAD_NAME` everything that is not '' or components joined by single '/': absolute paths,
 * trailing '/', and whatever {@link checkName} rejects.
 */
export function checkRelativePath(path: string): void {
  if (path === '') return
  if (path.startsWith('/')) throw badName(path, 'it is absolute')
  for (const name of path.split('/')) {
    const problem = nameProblem(name)
    if (problem !== undefined) throw badName(path, problem)
  }
}

/** The path of `name` in the directory `directory`, '' being the root. Checks nothing. */
export function joinPath(directory: string, name: string): string {
  return directory === '' ? name : name === '' ? directory : `${directory}/${name}`
}

function nameProblem(name: string): string | undefined {
  if (name === '') return 'it has an empty component'
  if (name === '.' || name === '..') return `'${name}' is not a name`
  if (name.includes('/')) return "it holds a '/'"
  if (name.includes('\0')) return 'it holds a NUL'
  return undefined
}

function badName(path: string, problem: string): BlitError {
  return new BlitError('E_BAD_NAME', `bad name '${displayPath(path)}': ${problem}`, { path })
}
