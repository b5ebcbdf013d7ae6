import { expect } from 'chai'
import {
  type EndpointLimits,
  findNameProblems,
  nameKey,
  POSIX_LIMITS,
  type TakenNames,
} from '../../dist/index.js'

const WINDOWS: EndpointLimits = {
  ...POSIX_LIMITS,
  caseInsensitive: true,
  windowsNames: true,
  maxNameBytes: 765,
}
const MACOS: EndpointLimits = { ...POSIX_LIMITS, caseInsensitive: true, normalizes: true }

function codes(names: readonly string[], limits: EndpointLimits): Record<string, string> {
  return Object.fromEntries([...findNameProblems(names, limits)].map(([name, { code }]) => [name, code]))
}

describe('findNameProblems', () => {
  it('S8: takes every name on POSIX but those longer than 255 bytes', () => {
    const good = [
      'CON',
      'a:b',
      'a\\b',
      'x.',
      ' ',
      '\n',
      '\uDCFF',
      'A',
      'a',
      'e\u0301',
      '\u00E9',
      'x'.repeat(255),
      'é'.repeat(127),
    ]
    expect(
      codes([...good, 'x'.repeat(256), 'é'.repeat(128), '\uDCFF'.repeat(256)], POSIX_LIMITS),
    ).to.deep.equal({
      ['x'.repeat(256)]: 'E_NAME_TOO_LONG',
      ['é'.repeat(128)]: 'E_NAME_TOO_LONG',
      ['\uDCFF'.repeat(256)]: 'E_NAME_TOO_LONG',
    })
  })

  it('S8: finds what Windows cannot hold', () => {
    const bad = [
      'CON',
      'con',
      'Nul.txt',
      'aux .c',
      'COM1',
      'lpt9.x.y',
      'com¹',
      'CONIN$',
      'a.',
      'a ',
      'a:b',
      'a\\b',
      'a?',
      'a*',
      'a<',
      'a>',
      'a|',
      'a"',
      'a\n',
      'a\u0001',
      '\uDCFF',
    ]
    for (const name of bad)
      expect(codes([name], WINDOWS), JSON.stringify(name)).to.deep.equal({ [name]: 'E_BAD_NAME' })
    expect(codes(['x'.repeat(256)], WINDOWS)).to.deep.equal({ ['x'.repeat(256)]: 'E_NAME_TOO_LONG' })
    const good = ['console', 'nulx', 'com', 'com10', 'xcon', '.con', 'a.b', ' a', '.x', 'é', '語'.repeat(255)]
    expect(codes(good, WINDOWS)).to.deep.equal({})
  })

  it('S8: lets the first of names that differ only in case land', () => {
    expect(codes(['README', 'Readme', 'readme', 'readme2'], WINDOWS)).to.deep.equal({
      Readme: 'E_NAME_COLLISION',
      readme: 'E_NAME_COLLISION',
    })
    expect(codes(['ÄRGER', 'ärger', 'Σ', 'σ', 'ς', 'ß', 'ss', 'SS'], WINDOWS)).to.deep.equal({
      ärger: 'E_NAME_COLLISION',
      σ: 'E_NAME_COLLISION',
      ς: 'E_NAME_COLLISION',
      SS: 'E_NAME_COLLISION',
    })
    expect(findNameProblems(['A', 'a'], WINDOWS).get('a')?.message).to.equal(
      "'a' is the same name as 'A' at the destination",
    )
  })

  it('S8: lets the first of names that differ only in normalisation land', () => {
    expect(codes(['\u00E9', 'e\u0301', 'E\u0301', 'e'], MACOS)).to.deep.equal({
      'e\u0301': 'E_NAME_COLLISION',
      'E\u0301': 'E_NAME_COLLISION',
    })
    const onlyNormal = { ...POSIX_LIMITS, normalizes: true }
    expect(codes(['\u00E9', 'e\u0301', '\u00C9', 'A', 'a'], onlyNormal)).to.deep.equal({
      'e\u0301': 'E_NAME_COLLISION',
    })
    expect(codes(['\u00E9', 'e\u0301'], { ...POSIX_LIMITS, caseInsensitive: true })).to.deep.equal({})
    expect(codes(['\uDCFF', 'a'], onlyNormal)).to.deep.equal({ '\uDCFF': 'E_BAD_NAME' })
  })

  it('gives no place to a name that does not land', () => {
    expect(codes(['a:', 'A:', 'a', 'A'], WINDOWS)).to.deep.equal({
      'a:': 'E_BAD_NAME',
      'A:': 'E_BAD_NAME',
      A: 'E_NAME_COLLISION',
    })
  })

  it('remembers names between the batches of one directory', () => {
    const taken: TakenNames = new Map()
    expect(findNameProblems(['a', 'b'], WINDOWS, taken).size).to.equal(0)
    expect([...findNameProblems(['B', 'c', 'a'], WINDOWS, taken).keys()]).to.deep.equal(['B'])
  })

  it('S21: escapes names in messages', () => {
    expect(findNameProblems(['a\u001B'], WINDOWS).get('a\u001B')?.message).to.equal(
      "'a\\x1b' holds '\\x1b', which Windows does not take",
    )
  })
})

describe('nameKey', () => {
  it('joins exactly the names that are one there', () => {
    expect(nameKey('README', POSIX_LIMITS)).to.equal('README')
    expect(nameKey('README', MACOS)).to.equal(nameKey('readme', MACOS))
    expect(nameKey('\u00C9', MACOS)).to.equal(nameKey('e\u0301', MACOS))
    expect(nameKey('\u00C9', WINDOWS)).to.not.equal(nameKey('e\u0301', WINDOWS))
    expect(nameKey('\uDCFFA', { ...POSIX_LIMITS, caseInsensitive: true })).to.equal('\uDCFFa')
  })
})
