import { compileRegExp } from './glob-regexp.js'
import type { GlobNode } from './glob-syntax.js'

/** One component of a pattern, ready to judge names. */
export interface NameMatcher {
  readonly matches: (name: string) => boolean
  /** Set when it matches this name and no other. */
  readonly literal?: string
  /** Set when it matches the names whose text from the last '.' on is this, and no others. */
  readonly extension?: string
}

/**
 * Compiles one component: nodes without `slash` and `globstar`. Text and stars alone, which is what nearly all
 * patterns are, are matched by comparing and searching; the rest by regular expression.
 */
export function compileName(nodes: readonly GlobNode[]): NameMatcher {
  const pieces = textBetweenStars(nodes)
  if (pieces === undefined) return { matches: compileRegExp(nodes) }
  const [first = '', ...rest] = pieces
  if (rest.length === 0) return { literal: first, matches: (name) => name === first }
  const last = rest.pop() ?? ''
  if (rest.length === 0) return withOneStar(first, last)
  return { matches: (name) => matchesPieces(name, first, rest, last) }
}

function withOneStar(first: string, last: string): NameMatcher {
  if (first !== '') {
    const shortest = first.length + last.length
    return { matches: (name) => name.length >= shortest && name.startsWith(first) && name.endsWith(last) }
  }

  const matches = (name: string) => name.endsWith(last)
  return last.lastIndexOf('.') === 0 ? { extension: last, matches } : { matches }
}

// Taking the leftmost place for each piece is safe: whatever a later place leaves for the rest, it leaves too.
function matchesPieces(name: string, first: string, middle: readonly string[], last: string): boolean {
  if (!name.startsWith(first)) return false
  let from = first.length
  for (const piece of middle) {
    const at = name.indexOf(piece, from)
    if (at === -1) return false
    from = at + piece.length
  }

  return name.length - from >= last.length && name.endsWith(last)
}

function textBetweenStars(nodes: readonly GlobNode[]): string[] | undefined {
  const pieces = ['']
  for (const node of nodes) {
    if (node.kind === 'star') pieces.push('')
    else if (node.kind === 'text') pieces[pieces.length - 1] += node.text
    else return undefined
  }

  return pieces
}
