import { expect } from 'chai'
import { wantedAt, wantedPaths, wantedTree } from '../../dist/index.js'

describe('the listed paths', () => {
  const tree = wantedTree(['a/b', 'c', 'a/b/inside', 'x/y/z'])

  it('want everything below what is listed, and what leads there', () => {
    for (const path of ['a/b', 'a/b/any/thing', 'c', 'c/d'])
      expect(wantedAt(tree, path), path).to.not.have.property('children')
    for (const path of ['', 'a', 'x', 'x/y']) expect(wantedAt(tree, path), path).to.have.property('children')
    for (const path of ['b', 'a/c', 'x/y/w']) expect(wantedAt(tree, path), path).to.equal(undefined)
  })

  it('are told again, the outermost of those that contain each other', () => {
    expect(wantedPaths(tree)).to.have.members(['a/b', 'c', 'x/y/z'])
    expect(wantedPaths(wantedTree(['a/b/c', 'a']))).to.deep.equal(['a'])
  })

  it('want everything where the source itself is listed', () => {
    expect(wantedAt(wantedTree(['', 'a']), 'b/c')).to.not.equal(undefined)
  })
})
