import { expect } from 'chai'
import { isLinearNatively } from '../../dist/filters/glob-regexp.js'
import { parseGlob } from '../../dist/filters/glob-syntax.js'

describe('isLinearNatively', () => {
  it('S11: gives a backtracking engine one star and few ways through braces, and no more', () => {
    const linear: Record<string, boolean> = {
      'a?[b]*': true,
      '*.{jpg,png}': true,
      '{a*,b}c': true,
      ['?'.repeat(500)]: true,
      ['{a,b}'.repeat(6)]: true,
      '*?*': false,
      '{a*,b*}': false,
      '{a*,b}?*': false,
      ['{a,b}'.repeat(7)]: false,
      '{a,{b,{c,d}}}{a,b,c,d,e}{a,b,c,d}': false,
    }
    for (const [pattern, native] of Object.entries(linear)) {
      expect(isLinearNatively(parseGlob(pattern)), pattern).to.equal(native)
    }
  })
})
