import { expect } from 'chai'
import {
  DEFAULT_PRESERVE,
  DEFAULT_TRANSFER_OPTIONS,
  decideMove,
  isPassedOver,
  type Entry,
} from '../../dist/index.js'

const FILE: Entry = { name: 'a', type: 'file', sizeBytes: 1, mtimeNs: 5_000_000n, mode: 0o644 }
const RULES = DEFAULT_TRANSFER_OPTIONS.compare

describe('the rules of a move', () => {
  it('S4: take no file for its copy before its content was compared', () => {
    expect(decideMove(FILE, FILE, RULES, DEFAULT_PRESERVE).action).to.equal('checksum')
    expect(decideMove(FILE, { ...FILE, mode: 0o600 }, RULES, DEFAULT_PRESERVE).action).to.equal('checksum')
  })

  it('decide everything else as a copy does', () => {
    expect(decideMove(FILE, undefined, RULES, DEFAULT_PRESERVE).action).to.equal('content')
    expect(decideMove(FILE, { ...FILE, sizeBytes: 2 }, RULES, DEFAULT_PRESERVE).action).to.equal('content')
    const link: Entry = { name: 'l', type: 'symlink', sizeBytes: 0, mtimeNs: 1n, target: 'x' }
    expect(decideMove(link, link, RULES, DEFAULT_PRESERVE).action).to.equal('skip')
  })

  it('S4: leave what the rules pass over', () => {
    const ignoring = { ...RULES, ignoreExisting: true }
    const updating = { ...RULES, update: true }
    const newer = { ...FILE, mtimeNs: 9_000_000n }
    expect(decideMove(FILE, FILE, ignoring, DEFAULT_PRESERVE).action).to.equal('skip')
    expect(decideMove(FILE, newer, updating, DEFAULT_PRESERVE).action).to.equal('skip')
    expect(isPassedOver(FILE, FILE, ignoring)).to.equal(true)
    expect(isPassedOver(FILE, newer, updating)).to.equal(true)
    expect(isPassedOver(newer, FILE, updating)).to.equal(false)
    expect(isPassedOver(FILE, undefined, ignoring)).to.equal(false)
  })
})
