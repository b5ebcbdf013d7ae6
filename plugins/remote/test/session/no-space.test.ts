import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { runSession } from './run-session.js'

const MIB = 1024 * 1024

describe('a session whose destination is full', () => {
  let place: string
  const at = (path: string): string => join(place, path)

  before(function () {
    if (process.getuid?.() !== 0) this.skip()
  })

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'blit-full-'))
    for (const name of ['from', 'to']) mkdirSync(at(name))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'none', at('to')], { stdio: 'ignore' })
    // Pieces for both streams, and none of them a hole.
    writeFileSync(at('from/large'), Buffer.alloc(20 * MIB, 'large'))
  })

  afterEach(() => {
    execFileSync('umount', [at('to')])
    rmdirSync(at('to'))
    rmSync(place, { recursive: true, force: true })
  })

  it('S7: says so, and not that it was interrupted, whichever thread is heard first', async () => {
    for (let run = 0; run < 10; run++) {
      const { landed } = await runSession(at('from'), at('to'), {})
      expect(landed.error).to.include({ code: 'E_NO_SPACE', exit: 5, path: 'large' })
      expect(readdirSync(at('to'))).to.deep.equal([])
    }
  })
})
