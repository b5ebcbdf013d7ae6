import { expect } from 'chai'
import {
  type BlitError,
  type Entry,
  type EntryType,
  type LandingPlan,
  type Operation,
  parseOperand,
  POSIX_LIMITS,
  resolveLanding,
} from '../../dist/index.js'

type Kind = EntryType | 'nothing'

const TYPES: Record<string, EntryType> = { D: 'directory', F: 'file', L: 'symlink', P: 'fifo' }

function entry(kind: Kind): Entry | undefined {
  return kind === 'nothing' ? undefined : { name: '', type: kind, sizeBytes: 0, mtimeNs: 0n }
}

/** Sources as `operand:TYPE`, for example `a/:D`; without a type there is nothing. */
function land(
  operation: Operation,
  sources: readonly string[],
  destination: string,
  kind: Kind = 'nothing',
  more = {},
): LandingPlan {
  return resolveLanding({
    operation,
    sources: sources.map((text) => {
      const [operand = '', type = ''] = text.split(/:(?=[A-Z]?$)/)
      return {
        location: parseOperand(operand, { platform: 'linux' }),
        entry: entry(TYPES[type] ?? 'nothing'),
      }
    }),
    destination: { location: parseOperand(destination, { platform: 'linux' }), entry: entry(kind) },
    platform: 'linux',
    ...more,
  })
}

/** `kind suffix` of each landing. */
function places(plan: LandingPlan): string[] {
  return plan.landings.map(({ kind, destinationSuffix }) => `${kind} ${destinationSuffix}`)
}

function refusal(work: () => unknown): BlitError {
  try {
    work()
  } catch (error) {
    return error as BlitError
  }

  throw new Error('was not refused')
}

describe('resolveLanding', () => {
  it('lands a file at DST, or in DST when it ends in a slash or is a directory', () => {
    for (const type of ['F', 'L', 'P']) {
      expect(places(land('copy', [`d/f:${type}`], 'x'))).to.deep.equal(['entry '])
      expect(places(land('copy', [`d/f:${type}`], 'x', 'file'))).to.deep.equal(['entry '])
      expect(places(land('copy', [`d/f:${type}`], 'x/'))).to.deep.equal(['entry f'])
      expect(places(land('copy', [`d/f:${type}`], 'x', 'directory'))).to.deep.equal(['entry f'])
      expect(places(land('move', [`d/f:${type}`], '.', 'directory'))).to.deep.equal(['entry f'])
    }
  })

  it('makes DST the copy of a directory whether DST exists or not', () => {
    for (const operation of ['copy', 'mirror', 'move'] as const) {
      for (const kind of ['nothing', 'directory'] as const) {
        expect(places(land(operation, ['a/d:D'], 'x', kind))).to.deep.equal(['tree '])
        expect(places(land(operation, ['a/d:D'], 'x/', kind))).to.deep.equal(['tree d'])
        expect(places(land(operation, ['a/d:D'], '.', kind))).to.deep.equal(['tree '])
        expect(places(land(operation, ['a/d:D'], './', kind))).to.deep.equal(['tree d'])
      }
    }
  })

  it('lands the contents of SRC/, SRC/., . and of what has no name in DST itself', () => {
    for (const source of ['d/', 'd/.', '.', './', '/', '..', '../', 'a/..', 's3://bucket']) {
      for (const destination of ['x', 'x/']) {
        expect(places(land('copy', [`${source}:D`], destination)), source).to.deep.equal(['tree '])
      }
    }

    expect(places(land('copy', ['blit://h/module:D'], 'x/'))).to.deep.equal(['tree module'])
  })

  it('lands each of several sources by its name, and merges the contents of SRC/', () => {
    const sources = ['f:F', 'a/d:D', 'e/:D', '..:D', 'l:L']
    for (const kind of ['nothing', 'directory'] as const) {
      const plan = land('copy', sources, 'x', kind)
      expect(places(plan)).to.deep.equal(['entry f', 'tree d', 'tree ', 'tree ', 'entry l'])
      expect(plan.landings.map(({ source }) => source)).to.deep.equal([0, 1, 2, 3, 4])
    }
  })

  it('fails by name where two sources would land on one name, and goes on with the others', () => {
    const plan = land('copy', ['a/n:F', 'b/n:D', 'm:F', 'c/n:F'], 'x')
    expect(places(plan)).to.deep.equal(['entry n', 'entry m'])
    expect(plan.failures.map(({ path, code }) => `${code} ${path}`)).to.deep.equal([
      'E_NAME_COLLISION n',
      'E_NAME_COLLISION n',
    ])
  })

  it('S8: fails by name where the destination cannot hold a name or tell it from another', () => {
    const limits = { ...POSIX_LIMITS, caseInsensitive: true, windowsNames: true }
    const plan = land('copy', ['a/N:F', 'b/n:F', 'CON:F', 'm:F'], 'x', 'nothing', { limits })
    expect(places(plan)).to.deep.equal(['entry N', 'entry m'])
    expect(plan.failures.map(({ path, code }) => `${code} ${path}`)).to.deep.equal([
      'E_NAME_COLLISION n',
      'E_BAD_NAME CON',
    ])
  })

  it('refuses to mirror several sources, or what is no directory, as usage', () => {
    expect(refusal(() => land('mirror', ['a:D', 'b:D'], 'x'))).to.include({ code: 'E_USAGE', exit: 2 })
    expect(refusal(() => land('mirror', ['a:F'], 'x'))).to.include({ code: 'E_USAGE', exit: 2 })
    const link = refusal(() => land('mirror', ['a:L'], 'x'))
    expect(link.code).to.equal('E_USAGE')
    expect(link.hint).to.contain("add a '/'")
    expect(refusal(() => land('copy', [], 'x')).code).to.equal('E_USAGE')
  })

  it('refuses a missing source, exit 4, before a bad destination', () => {
    for (const operation of ['copy', 'mirror', 'move'] as const) {
      const error = refusal(() => land(operation, ['gone\u001B'], 'x', 'file'))
      expect(error).to.include({ code: 'E_SOURCE_MISSING', exit: 4, path: 'gone\u001B' })
      expect(error.message).to.contain('gone\\x1b')
    }

    expect(refusal(() => land('copy', ['a:F', 'gone', 'b:F'], 'x')).code).to.equal('E_SOURCE_MISSING')
  })

  it('refuses a file that was written like a directory, exit 4', () => {
    expect(refusal(() => land('copy', ['f/:F'], 'x'))).to.include({ code: 'E_SOURCE_UNREADABLE', exit: 4 })
    expect(refusal(() => land('copy', ['f/.:L'], 'x'))).to.include({ code: 'E_SOURCE_UNREADABLE', exit: 4 })
  })

  it('refuses a destination that is no directory where one is needed, exit 5', () => {
    const needed: Array<[Operation, string[], string]> = [
      ['copy', ['d:D'], 'x'],
      ['mirror', ['d:D'], 'x'],
      ['move', ['d/:D'], 'x'],
      ['copy', ['f:F'], 'x/'],
      ['copy', ['f:F', 'g:F'], 'x'],
      ['copy', ['d/:D', 'e/:D'], 'x'],
    ]
    for (const [operation, sources, destination] of needed) {
      const error = refusal(() => land(operation, sources, destination, 'file'))
      expect(error, sources.join(',')).to.include({ code: 'E_DESTINATION', exit: 5 })
      expect(error.hint).to.contain('remove it')
    }

    expect(refusal(() => land('copy', ['d:D'], 'x', 'fifo')).code).to.equal('E_DESTINATION')
  })
})
