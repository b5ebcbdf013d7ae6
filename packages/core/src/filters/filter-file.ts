import { BlitError } from '../errors/blit-error.js'
import { displayPath } from '../paths/display.js'
import type { FilterRule } from './filter-spec.js'

/**
 * Rules of a `--filter-from` file, a byte string: one a line, `+ GLOB` to include, `- GLOB` to exclude;
 * empty lines and lines that start with `#` are left out. Rejects with `E_USAGE`, naming the line. Whether the
 * globs are good is `compileFilter`'s to say. `name` is what to call the file.
 */
export function parseFilterFile(text: string, name = 'the filter file'): FilterRule[] {
  const rules: FilterRule[] = []
  for (const [i, raw] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    if (line.trim() === '' || line.startsWith('#')) continue
    // Spaces at the end belong to the pattern, as they may to a name.
    const parts = /^([+-])[ \t]+(?=\S)/.exec(line)
    if (parts === null) {
      const what = `line ${i + 1} of ${displayPath(name)} is no rule: '${displayPath(line.slice(0, 80))}'`
      throw new BlitError('E_USAGE', what, {
        hint: "write '+ GLOB' to include, '- GLOB' to exclude, '# ...' for a comment",
      })
    }

    rules.push({ action: parts[1] === '+' ? 'include' : 'exclude', pattern: line.slice(parts[0].length) })
  }

  return rules
}
