import { expect } from 'chai'
import {
  findOverlap,
  type Identity,
  leadsToSource,
  type Operation,
  type OverlapContext,
  overlapOf,
} from '../../dist/index.js'

/** The identity of a path, each directory known by two names, as with a bind mount. */
function place(path: string): Identity {
  const components = path.split('/')
  const names = components.map((_, i) => components.slice(0, i + 1).join('/'))
  return { self: [`1:${path}`, `2:${path}`], ancestors: names.flatMap((name) => [`1:${name}`, `2:${name}`]) }
}

function judge(
  operation: Operation,
  source: string,
  destination: string,
  more: Partial<OverlapContext> = {},
) {
  return findOverlap(place(source), place(destination), {
    operation,
    kind: 'tree',
    source,
    destination,
    ...more,
  })
}

const OPERATIONS: readonly Operation[] = ['copy', 'mirror', 'move']

describe('findOverlap', () => {
  it('finds how two places lie to each other, whatever they are called', () => {
    expect(overlapOf(place('r/a'), place('r/b'))).to.equal('apart')
    expect(overlapOf(place('r/a'), place('r/ab'))).to.equal('apart')
    expect(overlapOf(place('r/a'), place('r/a'))).to.equal('same')
    expect(overlapOf(place('r/a'), place('r/a/b/c'))).to.equal('destination-inside-source')
    expect(overlapOf(place('r/a/b/c'), place('r'))).to.equal('source-inside-destination')
    const bound: Identity = { self: ['9:9', '2:r/a'], ancestors: ['9:1', '9:9', '2:r/a'] }
    expect(overlapOf(place('r/a'), bound)).to.equal('same')
    expect(overlapOf({ self: [], ancestors: [] }, { self: [], ancestors: [] })).to.equal('apart')
  })

  it('S4: refuses a thing onto itself and into itself, exit 8', () => {
    for (const operation of OPERATIONS) {
      for (const destination of ['r/a', 'r/a/b', 'r/a/b/c']) {
        const error = judge(operation, 'r/a', destination, { overwritesSource: false })
        expect(error, `${operation} ${destination}`).to.include({ code: 'E_OVERLAP', exit: 8 })
        expect(error?.message).to.contain("'r/a'").and.to.contain(`'${destination}'`)
      }

      expect(judge(operation, 'r/a', 'r/b')).to.equal(undefined)
      expect(judge(operation, 'r/f', 'r/f', { kind: 'entry' })).to.include({ code: 'E_OVERLAP' })
    }
  })

  it('S4: refuses a mirror onto what contains its source', () => {
    expect(judge('mirror', 'r/a/b', 'r/a', { overwritesSource: false })).to.include({ code: 'E_OVERLAP' })
    expect(judge('mirror', 'r/a/b/c', 'r')).to.include({ code: 'E_OVERLAP' })
  })

  it('S4: refuses a copy or move out of the destination only where it would write onto its source, or may', () => {
    for (const operation of ['copy', 'move'] as const) {
      expect(judge(operation, 'r/a/b', 'r/a', { overwritesSource: false })).to.equal(undefined)
      expect(judge(operation, 'r/a/b', 'r/a', { overwritesSource: true })).to.include({ code: 'E_OVERLAP' })
      expect(judge(operation, 'r/a/b', 'r/a')).to.include({ code: 'E_OVERLAP' })
    }
  })

  it('lets a single file go to any other place', () => {
    expect(judge('copy', 'r/a/f', 'r/a/g', { kind: 'entry' })).to.equal(undefined)
    expect(judge('move', 'r/a/f', 'r', { kind: 'entry' })).to.equal(undefined)
  })

  it('finds the child of the destination that leads to the source', () => {
    const source = place('r/a/b/c')
    expect(['r/a', 'r/b', 'r/a/b/c'].map((path) => leadsToSource(place(path), source))).to.deep.equal([
      true,
      false,
      true,
    ])
  })

  it('S21: escapes paths in messages', () => {
    expect(judge('copy', 'r\u001B', 'r\u001B')?.message).to.contain('r\\x1b')
  })
})
