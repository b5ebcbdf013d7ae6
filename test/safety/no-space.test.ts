import { execFileSync } from 'node:child_process'
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'

import { isRoot, scratch } from '../../packages/disk/test/support/scratch.js'
import { leftovers, paths, snapshot } from '../../packages/disk/test/support/snapshot.js'
import { transfer } from '../../packages/disk/test/support/transfer.js'
import { makeTree } from '../../packages/disk/test/support/tree.js'

const MIB = 1024 * 1024

describe('a destination that takes no more', () => {
  const { elsewhere: at } = scratch()
  let mounted: string[] = []

  before(function () {
    if (!isRoot) this.skip()
  })

  afterEach(() => {
    for (const path of mounted) {
      execFileSync('umount', [path])
      rmdirSync(path)
    }

    mounted = []
  })

  /** A small file system of its own. */
  function mount(options: string): string {
    const path = mkdtempSync(join(tmpdir(), 'blit-mount-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'none', path], { stdio: 'ignore' })
    mounted.push(path)
    return path
  }

  it('S7: a large file that does not fit ends the transfer, and its temp is removed', async () => {
    const to = mount('size=20m')
    makeTree(at('from'), { large: Buffer.alloc(40 * MIB, 'x') })
    const { error, failures } = await transfer('copy', at('from'), to)
    expect(error?.code).to.equal('E_NO_SPACE')
    expect(error?.exit).to.equal(5)
    expect(error?.path).to.equal('large')
    expect(error?.message).to.equal('large: cannot write: no space left on the device')
    expect(failures).to.deep.equal([])
    expect(paths(to)).to.deep.equal([])
  })

  it('S7: is said to be full, whichever worker meets the end of the disk first', async () => {
    const to = mount('size=60m')
    makeTree(at('from'), { other: Buffer.alloc(30 * MIB, 'y'), shared: Buffer.alloc(96 * MIB, 'x') })
    for (let round = 0; round < 6; round++) {
      const { error, failures } = await transfer('copy', at('from'), to, {
        options: { workers: 2 + (round % 3) },
      })
      expect(error?.code, JSON.stringify(failures)).to.equal('E_NO_SPACE')
      expect(failures).to.deep.equal([])
      expect(leftovers(to)).to.deep.equal([])
      rmSync(`${to}/other`, { force: true })
    }
  })

  it('S7: small files land whole or not at all', async () => {
    const to = mount('size=2m')
    const nodes: Record<string, Buffer> = {}
    for (let i = 0; i < 600; i++) nodes[`d${i % 5}/f${i}`] = Buffer.alloc(3000 + i, String(i % 10))
    makeTree(at('from'), nodes)
    const { error, tally } = await transfer('copy', at('from'), to)
    expect(error?.code).to.equal('E_NO_SPACE')
    const [is, was] = [snapshot(to), snapshot(at('from'))]
    const files = Object.entries(is).filter(([, line]) => line.startsWith('1'))
    for (const [path, line] of files) expect(line, path).to.equal(was[path])
    expect(files.length).to.equal(tally.filesCopied)
    expect(leftovers(to)).to.deep.equal([])
  })

  it('S7: without an inode left it ends as well', async () => {
    const to = mount('size=20m,nr_inodes=20')
    const nodes: Record<string, string> = {}
    for (let i = 0; i < 60; i++) nodes[`f${i}`] = 'x'
    makeTree(at('from'), nodes)
    const { error } = await transfer('copy', at('from'), to)
    expect(error?.code).to.equal('E_NO_SPACE')
    expect(leftovers(to)).to.deep.equal([])
  })

  it('S7: a mirror deletes nothing, though that would make room', async () => {
    const to = mount('size=20m')
    makeTree(to, { 'extra/file': Buffer.alloc(8 * MIB, 'e') })
    makeTree(at('from'), { large: Buffer.alloc(16 * MIB, 'x') })
    const { error, plans, tally } = await transfer('mirror', at('from'), to)
    expect(error?.code).to.equal('E_NO_SPACE')
    expect(plans).to.deep.equal([])
    expect(tally.filesDeleted).to.equal(0)
    expect(paths(to)).to.deep.equal(['extra', 'extra/file'])
  })

  it('S7: a file that is replaced stays as it was', async () => {
    const to = mount('size=20m')
    makeTree(to, { large: Buffer.alloc(12 * MIB, 'o') })
    makeTree(at('from'), { large: Buffer.alloc(12 * MIB, 'n') })
    const { error } = await transfer('copy', at('from'), to)
    expect(error?.code).to.equal('E_NO_SPACE')
    expect(readFileSync(`${to}/large`).equals(Buffer.alloc(12 * MIB, 'o'))).to.equal(true)
    expect(leftovers(to)).to.deep.equal([])
  })

  it('S7: S4: a move keeps every source', async () => {
    const to = mount('size=4m')
    makeTree(at('from'), { 'a/large': Buffer.alloc(8 * MIB, 'x'), 'b/small': 'small' })
    const before = snapshot(at('from'))
    const { error, tally } = await transfer('move', at('from'), `${to}/moved`)
    expect(error?.code).to.equal('E_NO_SPACE')
    expect(tally.sourcesRemoved).to.equal(0)
    expect(snapshot(at('from'))).to.deep.equal(before)
  })

  it('S7: a disk that is full from the start is said to be so', async () => {
    const to = mount('size=64k')
    fillUp(`${to}/filler`)
    makeTree(at('from'), { file: 'x'.repeat(10_000) })
    const { error } = await transfer('copy', at('from'), to)
    expect(error?.code).to.equal('E_NO_SPACE')
    expect(error?.exit).to.equal(5)
    expect(paths(to)).to.deep.equal(['filler'])
  })

  it('S7: a backup that does not fit keeps what it is of', async () => {
    const to = mount('size=4m')
    makeTree(at('from'), { file: 'new' })
    makeTree(at('to'), { file: Buffer.alloc(8 * MIB, 'o') })
    const { error } = await transfer('copy', at('from'), at('to'), { options: { backupDir: to } })
    expect(error?.code).to.equal('E_NO_SPACE')
    expect(readFileSync(at('to', 'file')).length).to.equal(8 * MIB)
    expect(leftovers(at('to'))).to.deep.equal([])
    expect(paths(to)).to.deep.equal([])
  })

  it('S7: a read-only destination is refused by name, and left alone where nothing is to do', async () => {
    const to = mount('size=4m')
    makeTree(at('from'), { 'd/file': 'x' })
    expect((await transfer('copy', at('from'), to)).error).to.equal(undefined)
    execFileSync('mount', ['-o', 'remount,ro', to])
    const again = await transfer('mirror', at('from'), to)
    expect(again.error).to.equal(undefined)
    expect(again.failures).to.deep.equal([])

    writeFileSync(at('from', 'd/file'), 'changed')
    for (const operation of ['copy', 'mirror'] as const) {
      const { error } = await transfer(operation, at('from'), to)
      expect(error?.code).to.equal('E_READ_ONLY')
      expect(error?.exit).to.equal(5)
    }

    const { error } = await transfer('copy', at('from'), `${to}/new`)
    expect(error?.code).to.equal('E_READ_ONLY')
  })

  it('S7: S4: a move out of a read-only source names what stays', async () => {
    const from = mount('size=4m')
    makeTree(from, { 'd/file': 'x' })
    execFileSync('mount', ['-o', 'remount,ro', from])
    const { failed } = await transfer('move', from, at('to'))
    expect(Object.keys(failed)).to.include('d/file')
    expect(readFileSync(`${from}/d/file`, 'utf8')).to.equal('x')
    expect(readFileSync(at('to', 'd/file'), 'utf8')).to.equal('x')
  })
})

/** Writes until nothing goes in any more. */
function fillUp(path: string): void {
  const fd = openSync(path, 'w')
  try {
    for (;;) writeSync(fd, Buffer.alloc(4096))
  } catch {
    // Full.
  } finally {
    closeSync(fd)
  }
}
