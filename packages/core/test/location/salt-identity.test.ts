import { expect } from 'chai'
import { saltIdentity, type Identity } from '../../dist/index.js'

const SALT = Buffer.alloc(32, 1)
const IDENTITY: Identity = {
  self: ['inode:1:2'],
  ancestors: ['inode:1:2', 'inode:1:1'],
  mounted: [{ self: ['inode:3:3'], ancestors: ['inode:1:2'] }],
}

describe('saltIdentity', () => {
  it('gives names that are equal where the names were, and tell nothing else', () => {
    const { ancestors, mounted, salted, self } = saltIdentity(IDENTITY, SALT)
    expect(salted).to.equal(true)
    expect(ancestors[0]).to.equal(self[0])
    expect(ancestors[1]).to.not.equal(self[0])
    expect(mounted?.[0]?.ancestors).to.deep.equal(self)
    for (const name of [...self, ...ancestors]) expect(name).to.match(/^[\da-f]{64}$/)
  })

  it('gives others by another salt', () => {
    const [one, other] = [saltIdentity(IDENTITY, SALT), saltIdentity(IDENTITY, Buffer.alloc(32, 2))]
    expect(one.self).to.not.deep.equal(other.self)
  })

  it('leaves alone what is salted already', () => {
    const once = saltIdentity(IDENTITY, SALT)
    expect(saltIdentity(once, SALT)).to.equal(once)
  })
})
