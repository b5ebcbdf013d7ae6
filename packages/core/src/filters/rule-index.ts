import { matchesPath, type PathPattern } from './path-pattern.js'

interface IndexedPattern {
  readonly rule: number
  readonly pattern: PathPattern
}

/** Earliest rule by exact name or by extension, for everything and for directories alone. */
interface NameTable {
  readonly literals: Map<string, number>
  readonly extensions: Map<string, number>
}

const NONE = Number.POSITIVE_INFINITY

/**
 * Finds the first of many rules that matches a path. Names and extensions, most of what people write,
 * are looked up; only the other patterns are tried one by one, and only those before the best so far.
 */
export class RuleIndex {
  private readonly forAll: NameTable = { literals: new Map(), extensions: new Map() }
  private readonly forDirectories: NameTable = { literals: new Map(), extensions: new Map() }
  private readonly others: IndexedPattern[] = []

  /** `patterns[i]` are the patterns of rule `i`. */
  constructor(patterns: ReadonlyArray<readonly PathPattern[]>) {
    for (const [rule, ofRule] of patterns.entries()) {
      for (const pattern of ofRule) this.add(rule, pattern)
    }
  }

  /** Number of the first rule that matches, or undefined. */
  firstMatch(path: string, isDirectory: boolean): number | undefined {
    const name = path.slice(path.lastIndexOf('/') + 1)
    let best = lookUp(this.forAll, name)
    if (isDirectory) best = Math.min(best, lookUp(this.forDirectories, name))
    let components: string[] | undefined
    for (const { rule, pattern } of this.others) {
      if (rule >= best) break
      if (pattern.directoriesOnly && !isDirectory) continue
      const matches =
        pattern.name === undefined
          ? matchesPath(pattern, (components ??= path.split('/')))
          : pattern.name.matches(name)
      if (matches) return rule
    }

    return best === NONE ? undefined : best
  }

  private add(rule: number, pattern: PathPattern): void {
    const table = pattern.directoriesOnly ? this.forDirectories : this.forAll
    const { literal, extension } = pattern.name ?? {}
    if (literal !== undefined) keepFirst(table.literals, literal, rule)
    else if (extension === undefined) this.others.push({ rule, pattern })
    else keepFirst(table.extensions, extension, rule)
  }
}

function keepFirst(map: Map<string, number>, key: string, rule: number): void {
  if (!map.has(key)) map.set(key, rule)
}

function lookUp({ literals, extensions }: NameTable, name: string): number {
  const byName = literals.size === 0 ? NONE : (literals.get(name) ?? NONE)
  if (extensions.size === 0) return byName
  const dot = name.lastIndexOf('.')
  return dot === -1 ? byName : Math.min(byName, extensions.get(name.slice(dot)) ?? NONE)
}
