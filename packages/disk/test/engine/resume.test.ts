import { randomBytes } from 'node:crypto'
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

import { appears } from '../support/appears.js'
import { TransferChild } from '../support/child.js'
import { scratch } from '../support/scratch.js'
import { leftovers, snapshot } from '../support/snapshot.js'
import { transfer } from '../support/transfer.js'
import { makeTree } from '../support/tree.js'

const MIB = 1024 * 1024

describe('what an ended run has left', () => {
  const { elsewhere: at } = scratch()

  /** A run that was killed after it had copied some of `large`. Returns the path of its temp. */
  async function interrupted(sizeBytes = 24 * MIB): Promise<string> {
    makeTree(at('from'), { large: randomBytes(sizeBytes), small: 'small' })
    mkdirSync(at('to'), { recursive: true })
    const options = { bwlimitBytesPerSec: 20 * MIB }
    const child = new TransferChild({ operation: 'copy', from: at('from'), to: at('to'), options })
    // Tens of MiB.
    await child.says(/^bytes \d{8}/)
    expect(await child.kill()).to.equal(true)
    const temp = tempOf(at('to'))
    expect(temp, 'the temp of a killed run').to.be.a('string')
    return join(at('to'), temp ?? '')
  }

  it('S1: is resumed: a large file goes on where it was', async () => {
    await interrupted()
    const { failures, tally } = await transfer('copy', at('from'), at('to'))
    expect(failures).to.deep.equal([])
    expect(tally.bytesResumed).to.be.above(5 * MIB)
    expect(tally.bytesCopied + tally.bytesResumed).to.be.within(24 * MIB, 24 * MIB + 5)
    expect(snapshot(at('to'))).to.deep.equal(snapshot(at('from')))
    expect(leftovers(at('to'))).to.deep.equal([])
  })

  it('S1: is resumed after any number of killed runs, of which one temp is left', async () => {
    await interrupted()
    const options = { bwlimitBytesPerSec: 20 * MIB }
    for (let run = 0; run < 3; run++) {
      const child = new TransferChild({ operation: 'copy', from: at('from'), to: at('to'), options })
      await child.says(/^bytes \d{8}/)
      expect(await child.kill()).to.equal(true)
      expect(leftovers(at('to')).filter((name) => /-\d+$/.test(name))).to.have.length(1)
    }

    const { tally } = await transfer('copy', at('from'), at('to'))
    expect(tally.bytesResumed).to.be.above(5 * MIB)
    expect(leftovers(at('to'))).to.deep.equal([])
  })

  it('S9: is hashed, not believed: a temp that was changed meanwhile', async () => {
    const temp = await interrupted()
    const fd = openSync(temp, 'r+')
    writeSync(fd, 'something else', 1000)
    writeSync(fd, 'something else', 5 * MIB)
    closeSync(fd)
    const { failures, tally } = await transfer('copy', at('from'), at('to'))
    expect(failures).to.deep.equal([])
    expect(tally.bytesResumed).to.be.above(MIB)
    expect(snapshot(at('to'))).to.deep.equal(snapshot(at('from')))
  })

  it('S9: is cut or filled where it has another length than the source', async () => {
    for (const length of [100, 30 * MIB]) {
      const temp = await interrupted()
      const fd = openSync(temp, 'r+')
      ftruncateSync(fd, length)
      closeSync(fd)
      await transfer('copy', at('from'), at('to'))
      expect(snapshot(at('to'))).to.deep.equal(snapshot(at('from')))
      renameSync(at('to'), at(`to${length}`))
    }
  })

  it('S9: is never joined with another version of the source', async () => {
    await interrupted()
    const changed = randomBytes(24 * MIB)
    writeFileSync(at('from', 'large'), changed)
    const { failures } = await transfer('copy', at('from'), at('to'))
    expect(failures).to.deep.equal([])
    expect(readFileSync(at('to', 'large')).equals(changed)).to.equal(true)
  })

  it('S9: does not become another file of the same name', async () => {
    await interrupted()
    makeTree(at('other'), { large: 'not so large' })
    const { tally } = await transfer('mirror', at('other'), at('to'))
    expect(tally.bytesResumed).to.equal(0)
    expect(snapshot(at('to'))).to.deep.equal(snapshot(at('other')))
    expect(leftovers(at('to'))).to.deep.equal([])
  })

  it('S1: is removed by --no-resume', async () => {
    await interrupted()
    const { tally } = await transfer('copy', at('from'), at('to'), { options: { resume: false } })
    expect(tally.bytesResumed).to.equal(0)
    expect(snapshot(at('to'))).to.deep.equal(snapshot(at('from')))
    expect(leftovers(at('to'))).to.deep.equal([])
  })

  it('S1: is removed when the file is gone from the source', async () => {
    await interrupted()
    makeTree(at('other'), { small: 'small' })
    const { failures } = await transfer('copy', at('other'), at('to'))
    expect(failures).to.deep.equal([])
    expect(leftovers(at('to'))).to.deep.equal([])
  })

  it('S1: is found beside a destination that the killed run has made', async () => {
    makeTree(at('from'), { large: randomBytes(24 * MIB), 'd/small': 'small' })
    mkdirSync(at('new'))
    const options = { bwlimitBytesPerSec: 10 * MIB }
    const child = new TransferChild({ operation: 'copy', from: at('from'), to: at('new', 'to'), options })
    await Promise.race([appears(at('new', 'to')), child.outcome()])
    expect(await child.kill()).to.equal(true)
    expect(leftovers(at('new'))).not.to.deep.equal([])
    const { failures, tally } = await transfer('copy', at('from'), at('new', 'to'))
    expect(failures).to.deep.equal([])
    expect(tally.bytesResumed).to.be.above(MIB)
    expect(snapshot(at('new', 'to'))).to.deep.equal(snapshot(at('from')))
    expect(leftovers(at('new'))).to.deep.equal([])
  })

  it('S1: is not touched while its run is alive, by any other run', async () => {
    makeTree(at('from'), { large: randomBytes(24 * MIB) })
    makeTree(at('other'), { other: 'other' })
    mkdirSync(at('to'))
    const options = { bwlimitBytesPerSec: 2 * MIB }
    const child = new TransferChild({ operation: 'copy', from: at('from'), to: at('to'), options })
    await child.says(/^bytes \d{6}/)
    const temp = tempOf(at('to')) ?? ''
    const inode = statSync(at('to', temp)).ino
    const copied = await transfer('copy', at('other'), at('to'))
    const mirrored = await transfer('mirror', at('other'), at('to'))
    expect([...copied.failures, ...mirrored.failures]).to.deep.equal([])
    expect(statSync(at('to', temp)).ino).to.equal(inode)
    expect(mirrored.tally.filesDeleted, 'a temp of others is no extra file').to.equal(0)

    const away = await transfer('copy', at('to'), at('away'))
    expect(away.failures).to.deep.equal([])
    expect(Object.keys(snapshot(at('away')))).to.deep.equal(['.', 'other'])
    expect(await child.kill(), 'it was still at it').to.equal(true)
    const { failures } = await transfer('copy', at('from'), at('to'))
    expect(failures).to.deep.equal([])
    expect(readFileSync(at('to', 'large')).equals(readFileSync(at('from', 'large')))).to.equal(true)
    expect(leftovers(at('to'))).to.deep.equal([])
  })

  it('S1: is told from files of users that look like it', async () => {
    const names = [
      '.blit-0123456789abcdef-7',
      '.blit-sessions-of-mine',
      '.blit-x',
      'd/.blit-ffffffffffffffff-0',
    ]
    makeTree(at('from'), Object.fromEntries(names.map((name) => [name, `user's ${name}`])))
    makeTree(at('to'), {
      '.blit-1111111111111111-3': 'also of a user',
      'e/.blit-2222222222222222-3': 'and this',
    })
    await interrupted()
    const { failures } = await transfer('copy', at('from'), at('to'))
    expect(failures).to.deep.equal([])
    expect(readFileSync(at('to', '.blit-1111111111111111-3'), 'utf8')).to.equal('also of a user')
    expect(readFileSync(at('to', 'e/.blit-2222222222222222-3'), 'utf8')).to.equal('and this')
    for (const name of names) expect(readFileSync(at('to', name), 'utf8')).to.equal(`user's ${name}`)
  })

  it("S1: is told from a user's own directory with the name of the sessions", async () => {
    makeTree(at('from'), { '.blit-sessions/notes': 'mine', 'x/.blit-sessions': 'a file' })
    const { failures } = await transfer('copy', at('from'), at('to'))
    expect(failures).to.deep.equal([])
    expect(snapshot(at('to'))).to.deep.equal(snapshot(at('from')))
  })

  it('S1: is not taken for content when its tree is copied elsewhere', async () => {
    await interrupted()
    const { failures } = await transfer('copy', at('to'), at('away'))
    expect(failures).to.deep.equal([])
    expect(leftovers(at('away'))).to.deep.equal([])
  })
})

function tempOf(directory: string): string | undefined {
  return readdirSync(directory).find((name) => /^\.blit-[0-9a-f]{16}-\d+$/.test(name))
}
