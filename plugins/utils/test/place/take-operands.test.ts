import { expect } from 'chai'
import { takeOperands } from '../../dist/place/take-operands.js'

describe('operands', () => {
  it('are given in their order', () => {
    expect(takeOperands('check', ['a', 'b'], ['SRC', 'DST'])).to.deep.equal(['a', 'b'])
  })

  for (const [operands, message] of [
    [[], 'check needs SRC and DST'],
    [['a'], 'check needs DST'],
    [['a', 'b', 'c'], 'check takes SRC and DST, not 3 operands'],
    [['a', ''], 'an operand is empty'],
  ] as const) {
    it(`are refused: ${message}`, () => {
      expect(() => takeOperands('check', operands, ['SRC', 'DST']))
        .to.throw(message)
        .with.property('exit', 2)
    })
  }
})
