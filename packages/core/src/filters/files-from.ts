import { BlitError } from '../errors/blit-error.js'
import { fromBytes } from '../paths/byte-string.js'
import { displayPath } from '../paths/display.js'

const NUL = 0

/**
 * Paths of a `--files-from` list, as byte strings relative to the source, each once, in the order given. They are
 * separated by NUL where the list holds one, otherwise by newlines; every other byte is part of a path, a
 * carriage return too. './' in front, repeated and trailing slashes are taken away; '' stands for the source
 * itself. Rejects with `E_USAGE` for an empty list, an absolute path and a path with '..'.
 */
export function parseFilesFrom(bytes: Uint8Array): string[] {
  const separator = bytes.includes(NUL) ? '\0' : '\n'
  const paths = new Set<string>()
  for (const entry of fromBytes(bytes).split(separator)) {
    if (entry !== '') paths.add(normalise(entry))
  }

  if (paths.size === 0) {
    throw new BlitError('E_USAGE', 'empty list: --files-from names no path', {
      hint: 'write one path a line, or separate them by NUL bytes',
    })
  }

  return [...paths]
}

function normalise(entry: string): string {
  if (entry.startsWith('/')) throw refused(entry, 'it is absolute')
  const components = entry.split('/').filter((component) => component !== '' && component !== '.')
  if (components.includes('..')) throw refused(entry, "it holds '..'")
  return components.join('/')
}

function refused(entry: string, problem: string): BlitError {
  return new BlitError('E_USAGE', `--files-from: '${displayPath(entry)}' is refused: ${problem}`, {
    path: entry,
    hint: 'paths are relative to the source and stay inside it',
  })
}
