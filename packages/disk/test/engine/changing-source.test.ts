import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'

import { expect } from 'chai'

import { TransferChild } from '../support/child.js'
import { scratch } from '../support/scratch.js'
import { leftovers, paths } from '../support/snapshot.js'
import { transfer } from '../support/transfer.js'
import { makeTree } from '../support/tree.js'

const MIB = 1024 * 1024

/** What can happen to a file while it is read. */
const CHANGES: Record<string, (path: string) => void> = {
  grows: (path) => appendFileSync(path, 'more'),
  shrinks: (path) => truncateSync(path, 1000),
  'is emptied': (path) => truncateSync(path, 0),
  'is rewritten with equal size': (path) => writeFileSync(path, Buffer.alloc(statSync(path).size, 'n')),
  'is replaced': (path) => {
    writeFileSync(`${path}.new`, 'another one')
    renameSync(`${path}.new`, path)
  },
  vanishes: (path) => rmSync(path),
  'becomes a directory': (path) => {
    rmSync(path)
    mkdirSync(path)
  },
  'becomes a symlink': (path) => {
    rmSync(path)
    symlinkSync('/etc/passwd', path)
  },
  'becomes a FIFO': (path) => {
    rmSync(path)
    execFileSync('mkfifo', [path])
  },
}

describe('a source that changes while it is copied', () => {
  const { elsewhere: at } = scratch()

  for (const [what, change] of Object.entries(CHANGES)) {
    for (const destination of what === 'grows' || what === 'shrinks' ? ['new', 'existing'] : ['existing']) {
      it(`S6: names a large file that ${what}, and lands no mixture (${destination})`, async () => {
        makeTree(at('from'), { 'a/other': 'other', large: Buffer.alloc(2 * MIB, 'o'), 'z/other': 'other' })
        if (destination === 'existing') makeTree(at('to'), { large: { file: 'before', mtime: 1 } })
        else mkdirSync(at('to'))
        // So slow that the change comes after the first bytes and before the last.
        const options = { bwlimitBytesPerSec: 3 * MIB, retries: 0, workers: 1 }
        const child = new TransferChild({ operation: 'copy', from: at('from'), to: at('to'), options })
        await child.says(/^bytes \d{6}/)
        change(at('from', 'large'))
        const { failed, error } = await child.outcome()
        expect(error).to.equal(undefined)
        if (what === 'is replaced' || what === 'vanishes' || what.startsWith('becomes')) {
          // The handle still leads to the old file, whole: either answer is true.
          if (Object.keys(failed).length > 0) expect(failed).to.deep.equal({ large: 'E_CHANGED' })
          else expect(readFileSync(at('to', 'large')).equals(Buffer.alloc(2 * MIB, 'o'))).to.equal(true)
        } else {
          expect(failed).to.deep.equal({ large: 'E_CHANGED' })
          const there = paths(at('to')).includes('large')
            ? readFileSync(at('to', 'large'), 'latin1')
            : undefined
          expect(there).to.equal(destination === 'existing' ? 'before' : undefined)
        }

        expect(readFileSync(at('to', 'a/other'), 'utf8')).to.equal('other')
        expect(readFileSync(at('to', 'z/other'), 'utf8')).to.equal('other')
        expect(leftovers(at('to'))).to.deep.equal([])
      })
    }
  }

  it('S6: tries a file again that changed once', async () => {
    makeTree(at('from'), { large: Buffer.alloc(2 * MIB, 'o') })
    mkdirSync(at('to'))
    const options = { bwlimitBytesPerSec: 3 * MIB, workers: 1 }
    const child = new TransferChild({ operation: 'copy', from: at('from'), to: at('to'), options })
    await child.says(/^bytes \d{6}/)
    writeFileSync(at('from', 'large'), Buffer.alloc(MIB, 'n'))
    const { failed, tally } = await child.outcome()
    expect(failed).to.deep.equal({})
    expect(readFileSync(at('to', 'large')).equals(Buffer.alloc(MIB, 'n'))).to.equal(true)
    expect(tally.filesCopied).to.equal(1)
    expect(tally.bytesCopied, 'bytes of the first try do not count').to.equal(MIB)
  })

  it('S6: names small files that never rest, and lands none that is not whole', async () => {
    makeTree(at('from'), { quiet: 'quiet', 'sub/quiet': 'quiet' })
    // Every version is one letter, and as long as its letter says.
    const writer = `
      const fs = require('fs')
      for (let i = 0; ; i++) {
        const version = i % 7
        for (let file = 0; file < 8; file++) {
          const fd = fs.openSync(process.argv[1] + '/busy' + file, 'w')
          for (let chunk = 0; chunk <= version; chunk++) fs.writeSync(fd, Buffer.alloc(20000, 97 + version))
          fs.closeSync(fd)
        }
        if (i === 0) console.log('busy')
      }`
    const child = spawnNode(writer, at('from'))
    try {
      await child.ready
      for (let round = 0; round < 15; round++) {
        const to = at(`to${round % 3}`)
        const { error, failed } = await transfer('copy', at('from'), to)
        expect(error).to.equal(undefined)
        for (const [path, code] of Object.entries(failed))
          expect([path.slice(0, 4), code]).to.deep.equal(['busy', 'E_CHANGED'])
        expect(readFileSync(`${to}/quiet`, 'utf8')).to.equal('quiet')
        for (const name of paths(to).filter((path) => path.startsWith('busy'))) {
          const content = readFileSync(`${to}/${name}`)
          // A writer that truncates first is caught in the act only by its size or time; a mixture would show.
          expect(new Set(content).size, `${name} of ${content.length} bytes holds one version`).to.be.at.most(
            1,
          )
        }
      }
    } finally {
      child.stop()
    }
  })

  it('S6: reports a directory that vanishes, and goes on', async () => {
    const nodes: Record<string, string> = {}
    for (let i = 0; i < 40; i++) nodes[`d${i}/file`] = 'x'.repeat(100_000)
    makeTree(at('from'), nodes)
    mkdirSync(at('to'))
    const options = { bwlimitBytesPerSec: 8 * MIB, workers: 1 }
    const child = new TransferChild({ operation: 'copy', from: at('from'), to: at('to'), options })
    await child.says(/^bytes \d{6}/)
    for (let i = 0; i < 40; i += 2) rmSync(at('from', `d${i}`), { recursive: true })
    const { failures, error } = await child.outcome()
    expect(error).to.equal(undefined)
    for (const { path, code } of failures) {
      expect(Number(path.slice(1).split('/')[0]) % 2, path).to.equal(0)
      expect(code).to.be.oneOf(['E_SCAN', 'E_CHANGED'])
    }

    for (let i = 1; i < 40; i += 2) expect(statSync(at('to', `d${i}/file`)).size).to.equal(100_000)
  })

  it('S2: S6: deletes nothing where a file changed while it was mirrored', async () => {
    makeTree(at('from'), { large: Buffer.alloc(2 * MIB, 'o') })
    makeTree(at('to'), { extra: 'extra' })
    const options = { bwlimitBytesPerSec: 3 * MIB, retries: 0, workers: 1 }
    const child = new TransferChild({ operation: 'mirror', from: at('from'), to: at('to'), options })
    await child.says(/^bytes \d{6}/)
    appendFileSync(at('from', 'large'), 'more')
    const { error, failed } = await child.outcome()
    expect(failed).to.deep.equal({ large: 'E_CHANGED' })
    expect(error?.code).to.equal('E_INCOMPLETE')
    expect(paths(at('to'))).to.deep.equal(['extra'])
  })
})

/** A script in a process of its own; `ready` when it has printed something. */
function spawnNode(script: string, ...args: string[]) {
  const child = spawn(process.execPath, ['-e', script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  return { ready: once(child.stdout, 'data'), stop: () => child.kill('SIGKILL') }
}
