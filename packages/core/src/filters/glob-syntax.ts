import { BlitError } from '../errors/blit-error.js'
import { displayPath } from '../paths/display.js'

/** A range of code points, both ends included. */
export type CodeRange = readonly [from: number, to: number]

export type GlobNode =
  | { readonly kind: 'text'; readonly text: string }
  /** `?`: one character, or one byte that is not UTF-8. */
  | { readonly kind: 'any' }
  /** `*` */
  | { readonly kind: 'star' }
  /** `**` */
  | { readonly kind: 'globstar' }
  | { readonly kind: 'slash' }
  /** `[a-z]`; never matches '/'. */
  | { readonly kind: 'class'; readonly negated: boolean; readonly ranges: readonly CodeRange[] }
  /** `{a,b}` */
  | { readonly kind: 'group'; readonly alternatives: ReadonlyArray<readonly GlobNode[]> }

/** Braces within braces, at most. */
export const MAX_GLOB_NESTING = 16

const POSIX_CLASSES: Readonly<Record<string, readonly CodeRange[]>> = {
  alnum: ranges('09', 'AZ', 'az'),
  alpha: ranges('AZ', 'az'),
  blank: ranges('\t\t', '  '),
  cntrl: ranges('\0\u001F', '\u007F\u007F'),
  digit: ranges('09'),
  graph: ranges('!~'),
  lower: ranges('az'),
  print: ranges(' ~'),
  punct: ranges('!/', ':@', '[`', '{~'),
  space: ranges('\t\r', '  '),
  upper: ranges('AZ'),
  xdigit: ranges('09', 'AF', 'af'),
}

/** Takes a glob apart. Rejects with `E_USAGE`, naming the pattern and what is wrong with it. */
export function parseGlob(pattern: string): GlobNode[] {
  return new GlobParser(pattern).parse()
}

/** The `E_USAGE` for a pattern. */
export function badGlob(pattern: string, problem: string): BlitError {
  const shown = pattern.length > 80 ? `${pattern.slice(0, 80)}...` : pattern
  return new BlitError('E_USAGE', `bad pattern '${displayPath(shown)}': ${problem}`, {
    hint: 'patterns know *, **, ?, [a-z], [!a-z], {a,b} and \\ before a character that stands for itself',
  })
}

class GlobParser {
  private readonly characters: readonly string[]
  private at = 0

  constructor(private readonly pattern: string) {
    this.characters = Array.from(pattern)
  }

  parse(): GlobNode[] {
    if (this.pattern === '') throw this.bad('it is empty')
    if (this.pattern.includes('\0')) throw this.bad('it holds a NUL')
    return this.sequence(0)
  }

  /** Up to the end, or inside braces up to a `,` or `}` of theirs. */
  private sequence(depth: number): GlobNode[] {
    const nodes: GlobNode[] = []
    let text = ''
    const flush = () => {
      if (text !== '') nodes.push({ kind: 'text', text })
      text = ''
    }

    while (this.at < this.characters.length) {
      const character = this.characters[this.at] ?? ''
      if (depth > 0 && (character === ',' || character === '}')) break
      this.at++
      if (character === '\\' && this.characters[this.at] !== '/') {
        text += this.escaped()
        continue
      }

      const node = this.special(character, depth)
      if (node === undefined) text += character === '\\' ? '' : character
      else {
        flush()
        nodes.push(node)
      }
    }

    flush()
    return nodes
  }

  private special(character: string, depth: number): GlobNode | undefined {
    if (character === '/') return { kind: 'slash' }
    if (character === '?') return { kind: 'any' }
    if (character === '*') return this.stars()
    if (character === '[') return this.characterClass()
    if (character === '{') return this.group(depth + 1)
    return undefined
  }

  private escaped(): string {
    const character = this.characters[this.at++]
    if (character === undefined) throw this.bad('it ends in a backslash')
    return character
  }

  private stars(): GlobNode {
    let count = 1
    while (this.characters[this.at] === '*') {
      count++
      this.at++
    }

    if (count > 2) throw this.bad('more than two stars in a row')
    return count === 2 ? { kind: 'globstar' } : { kind: 'star' }
  }

  private group(depth: number): GlobNode {
    if (depth > MAX_GLOB_NESTING) throw this.bad(`braces are nested deeper than ${MAX_GLOB_NESTING}`)
    const alternatives: GlobNode[][] = []
    for (;;) {
      alternatives.push(this.sequence(depth))
      const end = this.characters[this.at++]
      if (end === undefined) throw this.bad("a '{' is not closed")
      if (end === '}') break
    }

    // Shells take {a} as it stands, others as a: whoever wrote it should say which.
    if (alternatives.length === 1) throw this.bad("braces without a ','; write \\{ for the character itself")
    return { kind: 'group', alternatives }
  }

  private characterClass(): GlobNode {
    const negated = this.characters[this.at] === '!' || this.characters[this.at] === '^'
    if (negated) this.at++
    const found: CodeRange[] = []
    for (let first = true; first || this.characters[this.at] !== ']'; first = false) {
      const named = this.namedClass()
      if (named === undefined) found.push(this.classRange())
      else found.push(...named)
    }

    this.at++
    const withoutSlash = found.flatMap((range) => cutOut(range, 0x2f))
    if (withoutSlash.length === 0 && !negated) throw this.bad("a class of '/' alone matches no name")
    return { kind: 'class', negated, ranges: withoutSlash }
  }

  private namedClass(): readonly CodeRange[] | undefined {
    if (this.characters[this.at] !== '[' || this.characters[this.at + 1] !== ':') return undefined
    const end = this.characters.indexOf(']', this.at)
    if (end === -1 || this.characters[end - 1] !== ':') return undefined
    const name = this.characters.slice(this.at + 2, end - 1).join('')
    const known = Object.hasOwn(POSIX_CLASSES, name) ? POSIX_CLASSES[name] : undefined
    if (known === undefined) throw this.bad(`there is no class [:${name}:]`)
    this.at = end + 1
    return known
  }

  private classRange(): CodeRange {
    const from = this.classCharacter()
    const isRange = this.characters[this.at] === '-' && this.characters[this.at + 1] !== ']'
    if (!isRange) return [from, from]
    this.at++
    const to = this.classCharacter()
    if (to < from) throw this.bad('a range in [ ] runs backwards')
    return [from, to]
  }

  private classCharacter(): number {
    let character = this.characters[this.at++]
    if (character === '\\') character = this.characters[this.at++]
    if (character === undefined) throw this.bad("a '[' is not closed")
    return character.codePointAt(0) ?? 0
  }

  private bad(problem: string): BlitError {
    return badGlob(this.pattern, problem)
  }
}

function cutOut([from, to]: CodeRange, point: number): CodeRange[] {
  if (point < from || point > to) return [[from, to]]
  const rest: CodeRange[] = []
  if (from < point) rest.push([from, point - 1])
  if (to > point) rest.push([point + 1, to])
  return rest
}

function ranges(...pairs: readonly string[]): CodeRange[] {
  return pairs.map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)])
}
