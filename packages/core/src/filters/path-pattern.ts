import { badGlob, parseGlob, type GlobNode } from './glob-syntax.js'
import { compileName, type NameMatcher } from './name-matcher.js'

/**
 * A pattern, ready to judge paths. With `name` it judges the last component alone, otherwise all of them:
 * `runs` are the stretches between `**`; the first starts at the root and the last ends at the path's end.
 */
export interface PathPattern {
  readonly directoriesOnly: boolean
  readonly name?: NameMatcher
  readonly runs: ReadonlyArray<readonly NameMatcher[]>
}

/** Patterns one pattern may stand for, where braces hold a '/' or `**`. */
export const MAX_BRACE_EXPANSIONS = 64

const ANY_NAME: NameMatcher = { matches: () => true }

/**
 * Compiles a pattern. Braces that hold a '/' make it several. Rejects with `E_USAGE`.
 *
 * - a leading '/' ties it to the root; without one it matches the end of a path, from any directory on;
 * - a trailing '/' makes it match directories only;
 * - `**` is a component of its own and stands for any number of directories, none included; at the end of a
 *   pattern for everything below.
 */
export function compilePattern(pattern: string): PathPattern[] {
  return expand(pattern, parseGlob(pattern)).map((nodes) => compileExpansion(pattern, nodes))
}

/** Whether a path, split at '/', matches. Does not look at `directoriesOnly`. */
export function matchesPath(pattern: PathPattern, path: readonly string[]): boolean {
  const { runs } = pattern
  const first = runs[0] ?? []
  const last = runs.at(-1) ?? []
  if (runs.length === 1) return first.length === path.length && runMatches(first, path, 0)
  const end = path.length - last.length
  if (first.length > end || !runMatches(first, path, 0) || !runMatches(last, path, end)) return false
  let from = first.length
  for (const run of runs.slice(1, -1)) {
    while (from + run.length <= end && !runMatches(run, path, from)) from++
    from += run.length
    if (from > end) return false
  }

  return true
}

function runMatches(run: readonly NameMatcher[], path: readonly string[], at: number): boolean {
  return run.every((name, i) => name.matches(path[at + i] ?? ''))
}

function compileExpansion(pattern: string, nodes: readonly GlobNode[]): PathPattern {
  const components = splitAtSlashes(nodes)
  const anchored = components.length > 1 && components[0]?.length === 0
  if (anchored) components.shift()
  const directoriesOnly = components.length > 1 && components.at(-1)?.length === 0
  if (directoriesOnly) components.pop()
  for (const component of components) checkComponent(pattern, component)

  const [only] = components
  if (components.length === 1 && !anchored && only !== undefined) {
    return { directoriesOnly, name: isGlobstar(only) ? ANY_NAME : compileName(only), runs: [] }
  }

  const runs: NameMatcher[][] = anchored ? [[]] : [[], []]
  for (const [i, component] of components.entries()) {
    if (!isGlobstar(component)) runs.at(-1)?.push(compileName(component))
    else {
      runs.push([])
      if (i === components.length - 1) runs.at(-1)?.push(ANY_NAME)
    }
  }

  return { directoriesOnly, runs }
}

function checkComponent(pattern: string, component: readonly GlobNode[]): void {
  const [first] = component
  if (first === undefined) throw badGlob(pattern, "nothing between two '/'")
  if (component.length > 1 && component.some((node) => node.kind === 'globstar')) {
    throw badGlob(pattern, '** stands for whole directories, as in a/**/b; within a name write *')
  }

  if (component.length === 1 && first.kind === 'text' && (first.text === '.' || first.text === '..')) {
    throw badGlob(pattern, `it is relative to the root already, and '${first.text}' is no name`)
  }
}

function isGlobstar(component: readonly GlobNode[]): boolean {
  return component.length === 1 && component[0]?.kind === 'globstar'
}

function splitAtSlashes(nodes: readonly GlobNode[]): GlobNode[][] {
  const components: GlobNode[][] = [[]]
  for (const node of nodes) {
    if (node.kind === 'slash') components.push([])
    else components.at(-1)?.push(node)
  }

  return components
}

/** Writes out the braces that reach beyond one component, as a shell would; the others stay. */
function expand(pattern: string, nodes: readonly GlobNode[]): GlobNode[][] {
  let expansions: GlobNode[][] = [[]]
  for (const node of nodes) {
    const choices =
      node.kind === 'group' && node.alternatives.some((alternative) => reachesBeyondName(alternative))
        ? node.alternatives.flatMap((alternative) => expand(pattern, alternative))
        : [[node]]
    if (expansions.length * choices.length > MAX_BRACE_EXPANSIONS) {
      throw badGlob(pattern, `its braces stand for more than ${MAX_BRACE_EXPANSIONS} patterns`)
    }

    expansions = expansions.flatMap((left) => choices.map((right) => [...left, ...right]))
  }

  return expansions
}

function reachesBeyondName(nodes: readonly GlobNode[]): boolean {
  return nodes.some((node) =>
    node.kind === 'group'
      ? node.alternatives.some((alternative) => reachesBeyondName(alternative))
      : node.kind === 'slash' || node.kind === 'globstar',
  )
}
