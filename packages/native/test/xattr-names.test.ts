import { expect } from 'chai'

import { splitNames } from '../dist/xattr-names.js'

describe('splitNames', () => {
  it('gives a string for UTF-8 and the bytes for anything else', () => {
    const raw = Buffer.from('user.\u00E9\u00FF', 'latin1')
    const list = Buffer.concat([Buffer.from('user.plain\0user.\u00E9t\u00E9\0'), raw, Buffer.of(0)])
    expect(splitNames(list)).to.deep.equal(['user.plain', 'user.\u00E9t\u00E9', raw])
  })

  it('keeps no view of the list', () => {
    const list = Buffer.from([0xff, 0])
    const [name] = splitNames(list)
    list[0] = 0x41
    expect(name).to.deep.equal(Buffer.of(0xff))
  })

  it('gives nothing for an empty list', () => {
    expect(splitNames(Buffer.alloc(0))).to.deep.equal([])
  })
})
