/** A key of a TOML document: names of tables, indices of array elements. */
export type KeyPath = ReadonlyArray<number | string>

const HEADER = /^\s*(\[\[?)\s*([^\]]*?)\s*\]\]?\s*(?:#.*)?$/
const KEY = /^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=(.*)$/
const PART = /[\w-]+|"([^"]*)"|'([^']*)'/g

/**
 * The line, from 1, on which a key of a TOML document is set; otherwise that of the innermost thing around it which has a
 * line of its own. The parser has already accepted the document, so this only has to find things again.
 */
export function lineOfKey(text: string, wanted: KeyPath): number | undefined {
  const arrays = new Map<string, number>()
  let table: KeyPath = []
  let closing: string | undefined
  let best: { readonly line: number; readonly depth: number } | undefined
  for (const [index, line] of text.split('\n').entries()) {
    if (closing !== undefined) {
      if (line.includes(closing)) closing = undefined
      continue
    }

    const [, brackets, header] = HEADER.exec(line) ?? []
    const [, key, value = ''] = KEY.exec(line) ?? []
    let path: KeyPath | undefined
    if (header !== undefined) {
      table = enter(arrays, partsOf(header), brackets === '[[')
      path = table
    } else if (key !== undefined) {
      path = [...table, ...partsOf(key)]
      closing = opened(value)
    }

    const depth = path === undefined ? 0 : commonDepth(path, wanted)
    if (depth > (best?.depth ?? 0)) best = { line: index + 1, depth }
  }

  return best?.line
}

function partsOf(dotted: string): string[] {
  return [...dotted.matchAll(PART)].map(([bare, double, single]) => double ?? single ?? bare)
}

function enter(arrays: Map<string, number>, parts: readonly string[], isElement: boolean): KeyPath {
  const name = parts.join('.')
  if (isElement) arrays.set(name, (arrays.get(name) ?? -1) + 1)
  const element = arrays.get(name)
  return element === undefined ? parts : [...parts, element]
}

/** What ends the string of several lines that a value opens, if it does. */
function opened(value: string): string | undefined {
  const [quotes] = /"""|'''/.exec(value) ?? []
  return quotes !== undefined && value.split(quotes).length === 2 ? quotes : undefined
}

/** How many leading parts of `wanted` a path names, or one below it; 0 where it leads elsewhere. */
function commonDepth(path: KeyPath, wanted: KeyPath): number {
  const depth = Math.min(path.length, wanted.length)
  return path.slice(0, depth).every((part, index) => part === wanted[index]) ? depth : 0
}
