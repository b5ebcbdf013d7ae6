import { expect } from 'chai'

import { DEFAULT_TRANSFER_OPTIONS, type Operation, type TransferOptions } from '@blit/core'

import { changeTree, randomTree } from '../support/random-tree.js'
import { scratch } from '../support/scratch.js'
import { snapshot } from '../support/snapshot.js'
import { transfer, type Transferred, type TransferSetup } from '../support/transfer.js'
import { makeTree } from '../support/tree.js'

const { compare } = DEFAULT_TRANSFER_OPTIONS

describe('a dry run', () => {
  const { at, elsewhere } = scratch()

  const variants: Record<string, { options?: Partial<TransferOptions>; archive?: boolean }> = {
    'by default': {},
    'with everything kept': { archive: true },
    'by content': { options: { compare: { ...compare, mode: 'checksum' } } },
    'with backups': { archive: true, options: { backupDir: 'backup/here' } },
    'with a filter': {
      options: { filter: { rules: [{ action: 'exclude', pattern: 'a' }], maxSizeBytes: 5000 } },
    },
    'leaving what exists': { options: { compare: { ...compare, ignoreExisting: true } } },
    'leaving what is newer': { archive: true, options: { compare: { ...compare, update: true } } },
  }

  for (const operation of ['copy', 'mirror', 'move'] as const) {
    for (const [how, variant] of Object.entries(variants)) {
      it(`says what ${operation} does, ${how}, and touches nothing`, async () => {
        for (const [round, seed] of [31, 32].entries()) {
          const from = at(`from${seed}`)
          const to = (round === 1 ? elsewhere : at)(`to${seed}`)
          randomTree(from, seed)
          if (round === 0 || operation !== 'copy') {
            await transfer('copy', from, to, { archive: true })
            changeTree(to, seed + 100)
            changeTree(from, seed + 200)
          }

          await expectRehearsed(operation, from, to, variant)
        }
      })
    }
  }

  it('says what a move into a new place renames', async () => {
    makeTree(at('from'), { 'a/b': 'b', 'a/link': { link: 'b' }, 'c/d/e': 'e' })
    const { actions } = await expectRehearsed('move', at('from'), at('new', 'place'))
    expect(actions).to.deep.equal([{ kind: 'rename', path: '' }])
  })

  it('says what several trees become at one place', async () => {
    makeTree(at('from'), { 'one/a': 'a', 'two/b': 'b', three: 'c' })
    const jobs = [
      ...['one', 'two'].map((name) => ({
        kind: 'tree' as const,
        sourcePath: name,
        destinationPath: name,
        prefix: name,
      })),
      { kind: 'entry' as const, sourcePath: 'three', destinationPath: 'four', prefix: 'three' },
    ]
    makeTree(at('to'), { one: 'in the way' })
    for (const operation of ['copy', 'move'] as const)
      await expectRehearsed(operation, at('from'), at('to'), { jobs })
  })

  it('asks for the deletes that a mirror would make', async () => {
    makeTree(at('from'), { keep: 'x', swap: 'now a file' })
    makeTree(at('to'), { 'gone/a': 'x', 'swap/inside': 'x' })
    const { plans } = await expectRehearsed('mirror', at('from'), at('to'))
    expect(plans.map(({ entries }) => entries)).to.deep.equal([4])
  })

  /** The same actions, counts and failures, dry and wet; dry, nothing at all is touched. */
  async function expectRehearsed(
    operation: Operation,
    from: string,
    to: string,
    setup: TransferSetup = {},
  ): Promise<Transferred> {
    const options = { allowEmptySource: true, ...setup.options }
    // So that a time of a directory that was touched shows.
    const before = [look(from), look(to)]
    const dry = await transfer(operation, from, to, { ...setup, options: { ...options, dryRun: true } })
    expect([look(from), look(to)], 'nothing is touched').to.deep.equal(before)
    const wet = await transfer(operation, from, to, { ...setup, options })
    expect(sorted(dry)).to.deep.equal(sorted(wet))
    expect(dry.tally).to.deep.equal(wet.tally)
    expect(dry.failed).to.deep.equal(wet.failed)
    expect(dry.plans.map(({ entries, bytes }) => [entries, bytes])).to.deep.equal(
      wet.plans.map(({ entries, bytes }) => [entries, bytes]),
    )
    return wet
  }
})

function look(root: string): Record<string, string> | undefined {
  try {
    return snapshot(root, { untouched: true })
  } catch {
    // Not there.
    return undefined
  }
}

function sorted({ actions }: Transferred): string[] {
  return actions.map(({ kind, path, sizeBytes }) => `${kind} ${path} ${sizeBytes}`).sort()
}
