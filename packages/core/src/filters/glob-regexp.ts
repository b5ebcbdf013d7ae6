import { createRequire } from 'node:module'
import type { CodeRange, GlobNode } from './glob-syntax.js'

/** Ways through the braces of a pattern up to which backtracking is still linear in the name. */
const MAX_NATIVE_WAYS = 64

/**
 * A test of one whole name (no '/') against the nodes of one component (no `slash`, no `globstar`).
 *
 * Time is linear in the name whatever the pattern (S11): JavaScript's own engine backtracks, so it gets
 * only patterns with at most one star and few ways through their braces, where at most
 * `MAX_NATIVE_WAYS * length` starts are tried. The others run on RE2, which is loaded for the first of them.
 */
export function compileRegExp(nodes: readonly GlobNode[]): (name: string) => boolean {
  if (isLinearNatively(nodes)) {
    const expression = new RegExp(`^${source(nodes, jsPoint)}$`, 'u')
    return (name) => expression.test(name)
  }

  const { RE2JS } = createRequire(import.meta.url)('re2js') as typeof import('re2js')
  const expression = RE2JS.compile(source(nodes, re2Point))
  return (name) => expression.matches(name)
}

/** Whether a backtracking engine needs only linear time for it. */
export function isLinearNatively(nodes: readonly GlobNode[]): boolean {
  const cost = measure(nodes)
  return cost.stars <= 1 && cost.ways <= MAX_NATIVE_WAYS
}

function measure(nodes: readonly GlobNode[]): { stars: number; ways: number } {
  let stars = 0
  let ways = 1
  for (const node of nodes) {
    if (node.kind === 'star') stars++
    if (node.kind !== 'group') continue
    const parts = node.alternatives.map((alternative) => measure(alternative))
    stars += parts.reduce((sum, part) => sum + part.stars, 0)
    ways *= parts.reduce((sum, part) => sum + part.ways, 0)
  }

  return { stars, ways }
}

type PointWriter = (codePoint: number) => string

const jsPoint: PointWriter = (codePoint) => `\\u{${codePoint.toString(16)}}`
const re2Point: PointWriter = (codePoint) => `\\x{${codePoint.toString(16)}}`

// Everything but letters and digits is written by number: nothing can be taken for syntax.
function source(nodes: readonly GlobNode[], point: PointWriter): string {
  return nodes.map((node) => nodeSource(node, point)).join('')
}

function nodeSource(node: GlobNode, point: PointWriter): string {
  switch (node.kind) {
    case 'text': {
      return Array.from(node.text, (character) => literal(character, point)).join('')
    }

    case 'any': {
      return '[^/]'
    }

    case 'star': {
      return '[^/]*'
    }

    case 'class': {
      const inside = node.ranges.map((range) => rangeSource(range, point)).join('')
      return node.negated ? `[^/${inside}]` : `[${inside}]`
    }

    case 'group': {
      return `(?:${node.alternatives.map((alternative) => source(alternative, point)).join('|')})`
    }

    case 'slash':
    case 'globstar': {
      throw new TypeError(`${node.kind} is not part of a component`)
    }
  }
}

function literal(character: string, point: PointWriter): string {
  return /^[A-Za-z0-9]$/.test(character) ? character : point(character.codePointAt(0) ?? 0)
}

function rangeSource([from, to]: CodeRange, point: PointWriter): string {
  return from === to ? point(from) : `${point(from)}-${point(to)}`
}
