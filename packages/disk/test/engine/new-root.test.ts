import { mkdirSync, readdirSync, readFileSync } from 'node:fs'

import { expect } from 'chai'

import { scratch } from '../support/scratch.js'
import { transfer } from '../support/transfer.js'
import { makeTree } from '../support/tree.js'

describe('a new destination that two runs make at once', () => {
  const { at } = scratch()

  it('S1: is that of one of them, whole; the other says so, counts nothing, and leaves nothing beside it', async () => {
    for (const name of ['a', 'b'])
      makeTree(
        at(name),
        Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`d${i % 3}/${name}${i}`, name])),
      )
    mkdirSync(at('at'))
    const outcomes = await Promise.all(
      ['a', 'b'].map(async (name) => transfer('copy', at(name), at('at/new'))),
    )
    const [lost, ...others] = outcomes.filter(({ error }) => error !== undefined)
    expect(others).to.have.length(0)
    expect(lost?.error).to.include({ code: 'E_DESTINATION', exit: 5 })
    expect(lost?.error?.hint).to.match(/run it again/)
    expect(lost?.tally).to.include({ filesCopied: 0, bytesCopied: 0, dirsCreated: 0 })
    const won = outcomes.find(({ error }) => error === undefined)
    expect(won?.tally).to.include({ filesCopied: 300, dirsCreated: 4 })
    expect(readdirSync(at('at'))).to.deep.equal(['new'])
    const names = readdirSync(at('at/new/d0'))
    expect(names).to.have.length(100)
    for (const name of names)
      expect(readFileSync(at('at/new/d0', name), 'utf8')).to.equal(names[0]?.slice(0, 1))
  })
})
