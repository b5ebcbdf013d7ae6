import { expect } from 'chai'
import {
  type BlitError,
  compileFilter,
  type Entry,
  type FilterRule,
  MAX_FILTER_RULES,
} from '../../dist/index.js'
import { Random } from '../random.js'
import { naiveMatches } from './naive-glob.js'

const exclude = (pattern: string): FilterRule => ({ action: 'exclude', pattern })
const include = (pattern: string): FilterRule => ({ action: 'include', pattern })
const filterOf = (...rules: FilterRule[]) => compileFilter({ rules })

/** What a pattern hides of the paths given; a path that ends in '/' is a directory. */
function hidden(pattern: string, paths: readonly string[]): string[] {
  const filter = filterOf(exclude(pattern))
  return paths.filter((path) => filter.hides(path.replace(/\/$/, ''), path.endsWith('/')))
}

function errorOf(work: () => unknown): BlitError {
  try {
    work()
  } catch (error) {
    return error as BlitError
  }

  throw new Error('did not throw')
}

describe('compileFilter', () => {
  it('matches a pattern without a slash against the name at any depth', () => {
    const paths = ['a.o', 'd/a.o', 'd/e/.o', 'a.o/x', 'a.oo', 'ao']
    expect(hidden('*.o', paths)).to.deep.equal(['a.o', 'd/a.o', 'd/e/.o'])
    expect(hidden('core', ['core', 'x/core', 'core/x', 'score'])).to.deep.equal(['core', 'x/core'])
    expect(hidden('**', ['a', 'b/c/'])).to.deep.equal(['a', 'b/c/'])
  })

  it('anchors a pattern with a leading slash at the root', () => {
    expect(hidden('/a', ['a', 'b/a', 'a/a'])).to.deep.equal(['a'])
    expect(hidden('/a/*.c', ['a/x.c', 'a/b/x.c', 'b/a/x.c'])).to.deep.equal(['a/x.c'])
  })

  it('matches a pattern with an inner slash as the end of a path at any depth', () => {
    expect(hidden('a/b', ['a/b', 'x/a/b', 'xa/b', 'a/b/c', 'b'])).to.deep.equal(['a/b', 'x/a/b'])
  })

  it('matches directories alone with a trailing slash', () => {
    expect(hidden('build/', ['build', 'build/', 'x/build/', 'build/x'])).to.deep.equal(['build/', 'x/build/'])
    expect(hidden('/a/b/', ['a/b', 'a/b/', 'x/a/b/'])).to.deep.equal(['a/b/'])
  })

  it('takes ** for any number of directories, and at the end for everything below', () => {
    expect(hidden('/a/**/z', ['a/z', 'a/b/z', 'a/b/c/z', 'az', 'x/a/z'])).to.deep.equal([
      'a/z',
      'a/b/z',
      'a/b/c/z',
    ])
    expect(hidden('/a/**', ['a/', 'a/b', 'a/b/c', 'b'])).to.deep.equal(['a/b', 'a/b/c'])
    expect(hidden('/**/a/**/b', ['a/b', 'x/a/y/b', 'b', 'a/x'])).to.deep.equal(['a/b', 'x/a/y/b'])
  })

  it('knows ?, classes, braces and escapes', () => {
    expect(hidden('a?c', ['abc', 'a/c', 'ac', 'a😀c'])).to.deep.equal(['abc', 'a😀c'])
    expect(hidden('[a-c]x', ['ax', 'cx', 'dx', '-x'])).to.deep.equal(['ax', 'cx'])
    expect(hidden('[!a]x', ['ax', 'bx', '\nx'])).to.deep.equal(['bx', '\nx'])
    expect(hidden('[]a-]x', [']x', 'ax', '-x', 'bx'])).to.deep.equal([']x', 'ax', '-x'])
    expect(hidden('[[:digit:]_]*', ['1a', '_', 'a1'])).to.deep.equal(['1a', '_'])
    expect(hidden('*.{jpg,pn{g,m}}', ['a.jpg', 'a.png', 'b.pnm', 'a.pn'])).to.deep.equal([
      'a.jpg',
      'a.png',
      'b.pnm',
    ])
    expect(hidden('{/a,b/c}/d', ['a/d', 'x/a/d', 'b/c/d', 'x/b/c/d'])).to.deep.equal([
      'a/d',
      'b/c/d',
      'x/b/c/d',
    ])
    expect(hidden('\\*\\[\\{\\\\', ['*[{\\', 'x[{\\'])).to.deep.equal(['*[{\\'])
    expect(hidden('[+-9]', ['+', '5', '0', ':'])).to.deep.equal(['+', '5', '0'])
  })

  it('S8: matches names that are not UTF-8 or hold newlines, and dotfiles, with *, ? and [!x]', () => {
    const names = ['a\nb', 'a\uDCFFb', 'a.b', 'a😀b']
    for (const pattern of ['a*b', 'a?b', 'a[!x]b', '*?*', '{a,b}*?*', '[a]*{b,c}*']) {
      expect(hidden(pattern, names), pattern).to.deep.equal(names)
    }

    expect(hidden('*', ['.x', '\uDCFF', '\n'])).to.have.length(3)
    expect(hidden('\uDCFF?', ['\uDCFF\uDC80', '\uDCFE\uDC80'])).to.deep.equal(['\uDCFF\uDC80'])
    expect(hidden('[\uDCF0-\uDCFF]', ['\uDCF1', '\uDC80', 'a'])).to.deep.equal(['\uDCF1'])
  })

  it('lets the first rule that matches decide, and includes what none matches', () => {
    const filter = filterOf(
      include('keep.o'),
      exclude('*.o'),
      include('x.o'),
      exclude('/d/'),
      include('d'),
      exclude('m*'),
    )
    expect(filter.hides('keep.o', false)).to.equal(false)
    expect(filter.hides('x.o', false)).to.equal(true)
    expect(filter.hides('d', true)).to.equal(true)
    expect(filter.hides('d', false)).to.equal(false)
    expect(filter.hides('e/d', true)).to.equal(false)
    expect(filter.hides('m.o', false)).to.equal(true)
    expect(filter.hides('other', false)).to.equal(false)
  })

  it('never hides the root', () => {
    expect(filterOf(exclude('**'), exclude('*')).hides('', true)).to.equal(false)
  })

  it('judges what leads to a path with hidesPath only', () => {
    const filter = filterOf(exclude('a/'), include('a/b/c'))
    expect(filter.hides('a/b/c', false)).to.equal(false)
    expect(filter.hidesPath('a/b/c', false)).to.equal(true)
    expect(filter.hidesPath('a', false)).to.equal(false)
  })

  it('is empty only when nothing can be hidden', () => {
    expect(filterOf().empty).to.equal(true)
    expect(filterOf(include('x')).empty).to.equal(true)
    expect(filterOf(exclude('x')).empty).to.equal(false)
    expect(compileFilter({ rules: [], minSizeBytes: 1 }).empty).to.equal(false)
    expect(compileFilter({ rules: [], modifiedAfterNs: 1n }).empty).to.equal(false)
  })

  it('hides regular files outside the limits of size and age, the limits included', () => {
    const file = (sizeBytes: number, mtimeNs = 0n): Entry => ({ name: 'f', type: 'file', sizeBytes, mtimeNs })
    const sized = compileFilter({ rules: [], minSizeBytes: 10, maxSizeBytes: 20 })
    expect([9, 10, 20, 21].map((size) => sized.hidesFile(file(size)))).to.deep.equal([
      true,
      false,
      false,
      true,
    ])
    const aged = compileFilter({ rules: [], modifiedBeforeNs: 20n, modifiedAfterNs: 10n })
    expect([9n, 10n, 20n, 21n].map((time) => aged.hidesFile(file(1, time)))).to.deep.equal([
      true,
      false,
      false,
      true,
    ])
    expect(sized.hidesFile({ ...file(0), type: 'directory' })).to.equal(false)
    expect(sized.hidesFile({ ...file(0), type: 'symlink' })).to.equal(false)
  })

  it('refuses a bad pattern as usage, naming it and why', () => {
    const bad: Record<string, RegExp> = {
      '': /empty/,
      '/': /nothing between/,
      'a//b': /nothing between/,
      '[a': /'\[' is not closed/,
      '[]': /'\[' is not closed/,
      '[a\\': /'\[' is not closed/,
      '{a,b': /'\{' is not closed/,
      'a\\': /backslash/,
      '{a}': /without a ','/,
      'a**b': /\*\* stands for whole directories/,
      '***': /more than two stars/,
      '[z-a]': /backwards/,
      '[/]': /alone/,
      '[[:no:]]': /no class/,
      './a': /relative/,
      'a/../b': /relative/,
      'a\0': /NUL/,
      [`${'{'.repeat(17)}a,b${'}'.repeat(17)}`]: /nested/,
      '{a/b,c/d}{a/b,c/d}{a/b,c/d}{a/b,c/d}{a/b,c/d}{a/b,c/d}{a/b,c/d}': /more than 64/,
    }
    for (const [pattern, why] of Object.entries(bad)) {
      const error = errorOf(() => filterOf(exclude(pattern)))
      expect(error.code, pattern).to.equal('E_USAGE')
      expect(error.message)
        .to.match(why)
        .and.to.contain(`'${pattern.replace('\0', '\\x00').slice(0, 80)}`)
    }
  })

  it('S11: refuses more than 1,000 rules, and patterns longer than 1 KiB in bytes', () => {
    const many = Array.from({ length: MAX_FILTER_RULES }, (_, i) => exclude(`f${i}`))
    expect(compileFilter({ rules: many }).hides('f999', false)).to.equal(true)
    expect(errorOf(() => compileFilter({ rules: [...many, exclude('x')] })).code).to.equal('E_USAGE')
    expect(errorOf(() => compileFilter({ rules: [...many.slice(1), exclude('{a/b,c/d}')] })).code).to.equal(
      'E_USAGE',
    )
    filterOf(exclude('é'.repeat(512)))
    expect(errorOf(() => filterOf(exclude(`${'é'.repeat(512)}x`))).message).to.match(/longer than 1024 bytes/)
  })

  it('S11: finishes on patterns that make a backtracking matcher run for ever', () => {
    const patterns = [
      `${'*a'.repeat(400)}?`,
      '?*'.repeat(500),
      `${'*[ab]'.repeat(170)}c`,
      `${'{a,aa}'.repeat(170)}b`,
      `${'{*a,*aa}{*a,*b}'.repeat(60)}c`,
      `${'{*'.repeat(15)}a${',b}'.repeat(15)}c`,
      `${'**/a/'.repeat(200)}*/b`,
      `${'{a,aa}/**/'.repeat(6)}b`,
    ]
    for (const pattern of patterns) {
      const filter = filterOf(exclude(pattern))
      expect(filter.hides('a'.repeat(255), false), pattern).to.equal(false)
      expect(filter.hides(`${'a/'.repeat(2000)}a`, false), pattern).to.equal(false)
    }
  })

  it('agrees with a naive matcher on random patterns and paths', () => {
    for (let seed = 1; seed <= 1500; seed++) {
      const random = new Random(seed)
      const pattern = randomPattern(random)
      let filter
      try {
        filter = filterOf(exclude(pattern))
      } catch (error) {
        expect((error as BlitError).code, `${seed}: ${pattern}`).to.equal('E_USAGE')
        continue
      }

      for (let i = 0; i < 25; i++) {
        const path = Array.from({ length: 1 + random.below(4) }, () => randomName(random)).join('/')
        const isDirectory = random.below(2) === 0
        const label = `seed ${seed}: ${JSON.stringify([pattern, path, isDirectory])}`
        expect(filter.hides(path, isDirectory), label).to.equal(naiveMatches(pattern, path, isDirectory))
      }
    }
  })

  it('agrees with trying random rules one by one', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = new Random(seed)
      const rules: FilterRule[] = []
      while (rules.length < 8) {
        const pattern =
          random.below(2) === 0 ? randomPattern(random) : random.pick(['a', 'b/', '*.a', '*.b/', '.'])
        try {
          filterOf(exclude(pattern))
          rules.push({ action: random.pick(['include', 'exclude']), pattern })
        } catch {
          // Not every random text is a pattern.
        }
      }

      const filter = compileFilter({ rules })
      for (let i = 0; i < 40; i++) {
        const path = Array.from({ length: 1 + random.below(3) }, () => randomName(random)).join('/')
        const isDirectory = random.below(2) === 0
        const first = rules.find((rule) => naiveMatches(rule.pattern, path, isDirectory))
        const label = `seed ${seed}: ${JSON.stringify([rules, path, isDirectory])}`
        expect(filter.hides(path, isDirectory), label).to.equal(first?.action === 'exclude')
      }
    }
  })
})

const ALPHABET = ['a', 'b', '.', '\uDC80', '\n', '😀']

function randomName(random: Random): string {
  const name = random.text(1 + random.below(5), () => random.pick(ALPHABET))
  return name === '.' || name === '..' ? 'a' : name
}

function randomPattern(random: Random): string {
  const text = () => random.text(1 + random.below(2), () => random.pick(ALPHABET))
  const piece = (depth: number): string => {
    const kind = random.below(depth > 1 ? 8 : 10)
    if (kind < 3) return text()
    if (kind < 5) return '*'
    if (kind === 5) return '?'
    if (kind === 6) return random.pick(['[a.]', '[!a]', '[\uDC80b]', '[!😀\n]'])
    if (kind === 7) return random.pick(['/', '/**/', '**', '/'])
    return `{${random.text(1 + random.below(2), () => piece(depth + 1))},${piece(depth + 1)}}`
  }

  const body = random.text(1 + random.below(5), () => piece(0))
  return `${random.pick(['', '', '/'])}${body}${random.pick(['', '', '/'])}`
}
