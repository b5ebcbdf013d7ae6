import { BlitError, type FilterSpec } from '@blit/core'
import type { MemoryEndpointOptions } from '@blit/core/testing'
import { expect } from 'chai'
import { checkExit } from '../../dist/check/check-exit.js'
import { checkPlaces, type CheckRequest } from '../../dist/check/check-places.js'
import { emptyTally, type CheckTally, type Difference } from '../../dist/check/difference.js'
import { all, memoryReach, rejection, type MemoryReach } from '../memory-reach.js'

const NO_FILTER: FilterSpec = { rules: [] }

interface Checked {
  readonly differences: Difference[]
  readonly tally: CheckTally
}

async function check({ reach }: MemoryReach, request: Partial<CheckRequest> = {}): Promise<Checked> {
  const tally = emptyTally()
  const differences = await all(
    checkPlaces(
      {
        source: 'a://t/',
        destination: 'b://t/',
        filter: NO_FILTER,
        sizeOnly: false,
        oneWay: false,
        ...request,
      },
      reach,
      tally,
    ),
  )
  return { differences, tally }
}

function short({ differences }: Checked): string[] {
  return differences.map(({ kind, path }) => `${kind} ${path}`)
}

/** Fails each listing of this directory. */
function unreadable(path: string): MemoryEndpointOptions {
  return {
    intercept(call) {
      if (call.method === 'list' && call.path === path) throw new BlitError('E_SCAN', `${path}: cannot list`)
    },
  }
}

describe('a check', () => {
  it('finds nothing in equal trees, whatever their times and modes', async () => {
    const places = memoryReach()
    for (const [tree, mode] of [
      [places.a, 0o644],
      [places.b, 0o600],
    ] as const) {
      tree.putFile('f', 'content', { mode, mtimeNs: BigInt(mode) })
      tree.putFile('d/e/f', '')
      tree.putDirectory('empty')
      tree.putSymlink('l', 'to/nowhere')
      tree.putSpecial('p', 'fifo')
    }

    const { differences, tally } = await check(places)
    expect(differences).to.deep.equal([])
    expect(tally).to.deep.equal({ ...emptyTally(), checked: 7, matched: 7, bytesCompared: 7 })
    expect(checkExit(tally)).to.equal(0)
    expect(places.openEndpoints()).to.equal(0)
  })

  it('names what is missing, extra and different, in the order of a scan', async () => {
    const places = memoryReach()
    const { a, b } = places
    a.putFile('both', 'one')
    b.putFile('both', 'two')
    a.putFile('longer', 'one')
    b.putFile('longer', 'three')
    a.putFile('gone/deep/file', 'x')
    b.putFile('more/file', 'y')
    a.putSymlink('link', 'here')
    b.putSymlink('link', 'there')
    a.putFile('swap', 'x')
    b.putFile('swap/in', 'x')
    a.putSpecial('device', 'char-device', { rdev: 259 })
    b.putSpecial('device', 'char-device', { rdev: 261 })

    const { differences, tally } = await check(places)
    expect(differences).to.deep.equal([
      { path: 'both', kind: 'content', sourceSizeBytes: 3, destinationSizeBytes: 3 },
      { path: 'device', kind: 'target', sourceTarget: '259', destinationTarget: '261' },
      { path: 'gone', kind: 'missing', type: 'directory' },
      { path: 'link', kind: 'target', sourceTarget: 'here', destinationTarget: 'there' },
      { path: 'longer', kind: 'content', sourceSizeBytes: 3, destinationSizeBytes: 5 },
      { path: 'more', kind: 'extra', type: 'directory' },
      { path: 'swap', kind: 'type', sourceType: 'file', destinationType: 'directory' },
      { path: 'gone/deep', kind: 'missing', type: 'directory' },
      { path: 'gone/deep/file', kind: 'missing', type: 'file' },
      { path: 'more/file', kind: 'extra', type: 'file' },
      { path: 'swap/in', kind: 'extra', type: 'file' },
    ])
    expect(tally).to.include({ checked: 11, matched: 0, missing: 3, extra: 3, differing: 5, errors: 0 })
    expect(checkExit(tally)).to.equal(6)
  })

  it('is the same however the listings are cut into batches', async () => {
    const places = memoryReach({ batchEntries: 1 }, { batchEntries: 3 })
    for (const name of ['a', 'b', 'c', 'd', 'e', 'x/1', 'x/2', 'y/1']) places.a.putFile(name, name)
    for (const name of ['b', 'd', 'e', 'f', 'x/2', 'x/3', 'z/1']) places.b.putFile(name, name)
    expect(short(await check(places))).to.deep.equal([
      'missing a',
      'missing c',
      'extra f',
      'missing y',
      'extra z',
      'missing x/1',
      'extra x/3',
      'missing y/1',
      'extra z/1',
    ])
  })

  it('agrees with a comparison by hand of random trees', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const places = memoryReach({ batchEntries: 1 + (seed % 4) })
      let state = seed
      const random = (below: number): number => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
        return (state >>> 8) % below
      }

      const names = ['a', 'a-', 'b', 'é']
      for (let i = 0; i < 60; i++) {
        const path = Array.from({ length: 1 + random(4) }, () => names[random(4)]).join('/')
        for (const tree of [places.a, places.b]) {
          if (random(4) === 0) continue
          try {
            tree.putFile(path, random(8) === 0 ? 'other' : 'usual')
          } catch {
            // A file is where its directory would be.
          }
        }
      }

      const { a, b } = places
      const expected = [...new Set([...a.paths(), ...b.paths()])]
        .filter((path) => a.nodeAt(path)?.type !== b.nodeAt(path)?.type || a.text(path) !== b.text(path))
        .map((path) => {
          const [ours, theirs] = [a.nodeAt(path), b.nodeAt(path)]
          if (ours === undefined) return `extra ${path}`
          if (theirs === undefined) return `missing ${path}`
          return `${ours.type === theirs.type ? 'content' : 'type'} ${path}`
        })
      expect(short(await check(places)), `seed ${seed}`).to.have.members(expected)
    }
  })

  it('looks at sizes alone with sizeOnly', async () => {
    const places = memoryReach()
    places.a.putFile('same', 'one')
    places.b.putFile('same', 'two')
    places.a.putFile('other', 'one')
    places.b.putFile('other', 'three')
    expect(short(await check(places, { sizeOnly: true }))).to.deep.equal(['content other'])
  })

  it('leaves out what only the destination has with oneWay, also what cannot be read of it', async () => {
    const places = memoryReach({}, unreadable('more/below'))
    places.a.putFile('f', '')
    places.a.putFile('missing', '')
    places.b.putFile('f', '')
    places.b.putFile('more/below/f', '')
    const checked = await check(places, { oneWay: true })
    expect(short(checked)).to.deep.equal(['missing missing'])
    expect(checked.tally.checked).to.equal(2)
  })

  describe('with filters', () => {
    it('leaves out on both sides what the rules hide', async () => {
      const places = memoryReach()
      places.a.putFile('a.o', '1')
      places.b.putFile('a.o', '2')
      places.a.putFile('ours.o', '')
      places.b.putFile('theirs.o', '')
      places.a.putFile('build/x', '1')
      places.b.putFile('build/y', '2')
      places.a.putFile('seen', '1')
      const rules = [
        { action: 'exclude', pattern: '*.o' },
        { action: 'exclude', pattern: '/build/' },
      ] as const
      expect(short(await check(places, { filter: { rules } }))).to.deep.equal(['missing seen'])
    })

    it('judges size and age by the source, and what only the destination has by the rules alone', async () => {
      const places = memoryReach()
      places.a.putFile('large', 'x'.repeat(100))
      places.b.putFile('large', 'small')
      places.b.putFile('extra', 'y'.repeat(100))
      const filter = { rules: [], maxSizeBytes: 10 }
      expect(short(await check(places, { filter }))).to.deep.equal(['extra extra'])
    })

    it('leaves out a directory in whose place the source hides something else', async () => {
      const places = memoryReach()
      places.a.putFile('x', 'x'.repeat(100))
      places.b.putFile('x/in/deep', '')
      places.b.putFile('xy', '')
      const filter = { rules: [], maxSizeBytes: 10 }
      expect(short(await check(places, { filter }))).to.deep.equal(['extra xy'])
    })

    it('leaves out a hidden file that is named itself', async () => {
      const places = memoryReach()
      places.a.putFile('f.o', '1')
      const rules = [{ action: 'exclude', pattern: '*.o' }] as const
      const checked = await check(places, { source: 'a://t/f.o', filter: { rules } })
      expect(checked).to.deep.equal({ differences: [], tally: emptyTally() })
    })
  })

  describe('of what cannot be read', () => {
    for (const side of ['source', 'destination'] as const) {
      it(`S6: says so, and nothing about what may be in a directory of the ${side}`, async () => {
        const [bad, good] = [unreadable('secret'), {}]
        const places = side === 'source' ? memoryReach(bad, good) : memoryReach(good, bad)
        for (const tree of [places.a, places.b]) {
          tree.putFile('secret/below/f', '')
          tree.putFile('zoo/f', '')
        }

        const { differences, tally } = await check(places)
        expect(differences).to.deep.equal([
          { path: 'secret', kind: 'error', side, code: 'E_SCAN', message: 'secret: cannot list' },
        ])
        expect(tally).to.include({ errors: 1, checked: 3, matched: 3 })
        expect(checkExit(tally)).to.equal(3)
      })
    }

    it('S6: a file is an error, the others are compared, and what differs counts for more', async () => {
      const places = memoryReach({
        intercept({ method, path }) {
          if (method === 'read' && path === 'bad') throw new BlitError('E_READ', 'bad: cannot read')
        },
      })
      for (const tree of [places.a, places.b]) for (const name of ['a', 'bad', 'c']) tree.putFile(name, name)
      const first = await check(places)
      expect(short(first)).to.deep.equal(['error bad'])
      expect(checkExit(first.tally)).to.equal(3)
      places.b.putFile('c', 'd')
      const second = await check(places)
      expect(short(second)).to.deep.equal(['error bad', 'content c'])
      expect(checkExit(second.tally)).to.equal(6)
    })

    it('ends at once where nothing else can succeed', async () => {
      const lost = new BlitError('E_UNREACHABLE', 'the other side is gone')
      const places = memoryReach({
        intercept({ method, path }) {
          if (method === 'read' && path === 'b') throw lost
        },
      })
      for (const tree of [places.a, places.b]) for (const name of ['a', 'b', 'c']) tree.putFile(name, name)
      expect(await rejection(check(places))).to.equal(lost)
      expect(places.openEndpoints()).to.equal(0)
    })

    it('ends with the reason of the signal', async () => {
      const stop = new AbortController()
      const reason = new BlitError('E_INTERRUPTED', 'stop')
      const intercept = ({ path }: { readonly path: string }): void => {
        if (path === 'b') stop.abort(reason)
      }

      const places = memoryReach({ intercept }, {}, stop.signal)
      for (const tree of [places.a, places.b]) for (const name of ['a', 'b', 'c']) tree.putFile(name, name)
      expect(await rejection(check(places))).to.equal(reason)
      expect(places.openEndpoints()).to.equal(0)
    })
  })

  describe('of operands', () => {
    it('takes directories with and without a slash for the same', async () => {
      const places = memoryReach()
      places.a.putFile('d/f', 'x')
      places.b.putFile('e/f', 'x')
      for (const source of ['a://t/d', 'a://t/d/', 'a://t/d/.'])
        for (const destination of ['b://t/e', 'b://t/e/'])
          expect(await check(places, { source, destination })).to.have.deep.property('differences', [])
    })

    it('compares a file with a file, by content', async () => {
      const places = memoryReach()
      places.a.putFile('d/one', 'x')
      places.b.putFile('two', 'x')
      places.b.putFile('three', 'y')
      const source = 'a://t/d/one'
      expect(short(await check(places, { source, destination: 'b://t/two' }))).to.deep.equal([])
      expect(short(await check(places, { source, destination: 'b://t/three' }))).to.deep.equal([
        'content one',
      ])
      expect(places.openEndpoints()).to.equal(0)
    })

    it('compares a file with the one of its name in a directory', async () => {
      const places = memoryReach()
      places.a.putFile('one', 'x')
      places.b.putFile('d/one', 'x')
      places.b.putDirectory('e')
      const source = 'a://t/one'
      expect(short(await check(places, { source, destination: 'b://t/d' }))).to.deep.equal([])
      expect(short(await check(places, { source, destination: 'b://t/e/' }))).to.deep.equal(['missing one'])
    })

    it('follows a symlink that is named itself', async () => {
      const hash = (): string => {
        throw new Error('a hash follows no link')
      }

      const places = memoryReach({ hash }, { hash })
      for (const tree of [places.a, places.b]) {
        tree.putFile('d/f', 'x')
        tree.putSymlink('to-f', 'd/f')
        tree.putSymlink('nowhere', 'no/where')
      }

      const toFile = { source: 'a://t/to-f', destination: 'b://t/to-f' }
      expect((await check(places, toFile)).tally).to.include({ checked: 1, matched: 1, bytesCompared: 1 })
      const broken = { source: 'a://t/nowhere', destination: 'b://t/nowhere' }
      expect((await check(places, broken)).tally).to.include({ checked: 1, matched: 1 })
    })

    it('finds a directory and a file to be of other types', async () => {
      const places = memoryReach()
      places.b.putFile('f', '')
      expect((await check(places, { destination: 'b://t/f' })).differences).to.deep.equal([
        { path: '', kind: 'type', sourceType: 'directory', destinationType: 'file' },
      ])
    })

    for (const [what, request, code, exit] of [
      ['a missing source', { source: 'a://t/none' }, 'E_SOURCE_MISSING', 4],
      ['a missing destination', { destination: 'b://t/none' }, 'E_DESTINATION', 5],
      ['a source that is a file with a slash', { source: 'a://t/f/' }, 'E_SOURCE_UNREADABLE', 4],
      ['a destination that is a file with a slash', { destination: 'b://t/f/' }, 'E_DESTINATION', 5],
      ['a scheme of no plugin', { source: 'c://t/f' }, 'E_NO_PLUGIN', 10],
      ['a bad glob', { filter: { rules: [{ action: 'exclude', pattern: '[' }] } }, 'E_USAGE', 2],
    ] as const) {
      it(`refuses ${what}`, async () => {
        const places = memoryReach()
        places.a.putFile('f', '')
        places.b.putFile('f', '')
        expect(await rejection(check(places, request))).to.include({ code, exit })
        expect(places.openEndpoints()).to.equal(0)
      })
    }

    for (const [side, code, exit] of [
      ['source', 'E_SOURCE_UNREADABLE', 4],
      ['destination', 'E_DESTINATION', 5],
    ] as const) {
      it(`refuses a ${side} that cannot be listed`, async () => {
        const [bad, good] = [unreadable(''), {}]
        const places = side === 'source' ? memoryReach(bad, good) : memoryReach(good, bad)
        expect(await rejection(check(places))).to.include({ code, exit })
        expect(places.openEndpoints()).to.equal(0)
      })
    }
  })
})
