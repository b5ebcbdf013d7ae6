import { expect } from 'chai'

import { DEFAULT_TRANSFER_OPTIONS } from '@blit/core'

import { changeTree, randomTree, rsyncDifferences } from '../support/random-tree.js'
import { isRoot, scratch } from '../support/scratch.js'
import { snapshot } from '../support/snapshot.js'
import { transfer } from '../support/transfer.js'

const ROUNDS = Number(process.env['BLIT_TEST_ROUNDS'] ?? 10)

describe('a copy of everything, judged by rsync', () => {
  const { at, elsewhere } = scratch()

  before(function () {
    if (!isRoot) this.skip()
  })

  for (let round = 0; round < ROUNDS; round++) {
    const seed = 1000 + round
    it(`S5: mirrors random trees and their changes exactly (seed ${seed})`, async () => {
      const to = round % 2 === 0 ? at('to') : elsewhere('to')
      const mode = round % 4 === 0 ? ('checksum' as const) : ('quick' as const)
      const compare = { ...DEFAULT_TRANSFER_OPTIONS.compare, mode }
      const options = { allowEmptySource: true, workers: 1 + (round % 3), compare }
      randomTree(at('from'), seed)
      const first = await transfer('copy', at('from'), to, { archive: true, options })
      expect(first.failures).to.deep.equal([])
      expect(first.error).to.equal(undefined)
      expect(rsyncDifferences(at('from'), to)).to.equal('')

      changeTree(at('from'), seed + 5000)
      changeTree(to, seed + 9000)
      const second = await transfer('mirror', at('from'), to, { archive: true, options })
      expect(second.failures).to.deep.equal([])
      expect(second.error).to.equal(undefined)
      expect(rsyncDifferences(at('from'), to)).to.equal('')

      const before = snapshot(to, { untouched: true })
      const third = await transfer('mirror', at('from'), to, { archive: true, options })
      expect(third.actions, 'nothing is left to do').to.deep.equal([])
      expect(filesOf(snapshot(to, { untouched: true }))).to.deep.equal(filesOf(before))
    })
  }
})

/** Directories get their times again when they may have attributes. */
function filesOf(tree: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(tree).filter(([, line]) => !line.startsWith('4')))
}
