/**
 * The meaning of filter patterns, written as plainly as it can be and exponential where that is simpler:
 * what the real matcher is compared with. Knows text, ?, *, **, [abc], [!abc] and braces; no escapes.
 */
export function naiveMatches(pattern: string, path: string, isDirectory: boolean): boolean {
  return expandBraces(pattern).some((one) => matchesOne(one.replaceAll(LOOSE_JOINTS, ''), path, isDirectory))
}

// Where braces were: two stars that meet there are not `**`.
const JOINT = '\uE000'
const LOOSE_JOINTS = /(?<!\*\uE000*)\uE000+|\uE000+(?!\uE000*\*)/g

function matchesOne(pattern: string, path: string, isDirectory: boolean): boolean {
  let rest = pattern
  if (rest.endsWith('/')) {
    if (!isDirectory) return false
    rest = rest.slice(0, -1)
  }

  const anchored = rest.startsWith('/')
  if (anchored) rest = rest.slice(1)
  const want = rest.split('/')
  const have = path.split('/')
  if (anchored) return matchesComponents(want, have)
  return have.some((_, i) => matchesComponents(want, have.slice(i)))
}

function matchesComponents(want: readonly string[], have: readonly string[]): boolean {
  const [first, ...others] = want
  if (first === undefined) return have.length === 0
  if (first === '**') {
    if (others.length === 0) return have.length > 0
    return have.some((_, i) => matchesComponents(others, have.slice(i))) || matchesComponents(others, [])
  }

  const [name, ...below] = have
  return (
    name !== undefined && matchesName(Array.from(first), Array.from(name)) && matchesComponents(others, below)
  )
}

function matchesName(want: readonly string[], have: readonly string[]): boolean {
  const [first, ...others] = want
  if (first === undefined) return have.length === 0
  if (first === JOINT) return matchesName(others, have)
  if (first === '*') return have.some((_, i) => matchesName(others, have.slice(i))) || matchesName(others, [])
  const [character, ...more] = have
  if (character === undefined) return false
  if (first === '?') return matchesName(others, more)
  if (first !== '[') return first === character && matchesName(others, more)
  const end = others.indexOf(']')
  const negated = others[0] === '!'
  const members = others.slice(negated ? 1 : 0, end)
  return members.includes(character) !== negated && matchesName(others.slice(end + 1), more)
}

function expandBraces(pattern: string): string[] {
  const open = pattern.indexOf('{')
  if (open === -1) return [pattern]
  let depth = 0
  const parts: string[] = ['']
  for (let i = open + 1; i < pattern.length; i++) {
    const character = pattern[i] ?? ''
    if (character === '}' && depth === 0) {
      return parts.flatMap((part) =>
        expandBraces(pattern.slice(0, open) + JOINT + part + JOINT + pattern.slice(i + 1)),
      )
    }

    if (character === '{') depth++
    if (character === '}') depth--
    if (character === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += character
  }

  throw new Error(`unbalanced: ${pattern}`)
}
