import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { expect } from 'chai'

import { scratch } from '../support/scratch.js'

interface Measured {
  readonly entries: number
  readonly held: number
  readonly text: number
  readonly heldBytes: number
  readonly peakBytes: number
}

describe('the manifest of a source in memory', () => {
  const { elsewhere } = scratch()

  function measure(): Measured {
    const script = fileURLToPath(new URL('../support/scan-child.js', import.meta.url))
    const output = execFileSync(process.execPath, ['--expose-gc', script, elsewhere('from')], {
      encoding: 'utf8',
    })
    return JSON.parse(output) as Measured
  }

  /** A million entries: what is there once is little of that. */
  function expectLittle({ entries, held, heldBytes, peakBytes, text }: Measured, count: number): void {
    expect(entries).to.equal(count)
    expect(held).to.equal(count)
    const once = 6 * 1024 * 1024
    expect(heldBytes).to.be.above(count * 77)
    expect((heldBytes - text - once) / count, 'held').to.be.below(150)
    expect((peakBytes - once) / count, 'peak').to.be.below(250)
  }

  it('S10: takes less than 150 bytes an entry beside names, of a large flat directory', () => {
    mkdirSync(elsewhere('from'))
    for (let i = 0; i < 200_000; i++) writeFileSync(elsewhere('from', `a-name-${i}`), '')
    expectLittle(measure(), 200_000)
  })

  it('S10: takes no more of a tree that is all directories', () => {
    mkdirSync(elsewhere('from'))
    for (let i = 0; i < 300; i++) {
      // As part of each path below it must not be held for each.
      const long = `directory-${i}-${'x'.repeat(200)}`
      mkdirSync(elsewhere('from', long))
      for (let j = 0; j < 333; j++) mkdirSync(elsewhere('from', long, `one-below-${j}`))
    }

    expectLittle(measure(), 300 * 334)
  })
})
