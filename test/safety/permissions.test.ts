import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, lchownSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'

import { expect } from 'chai'

import { transferIn, type ChildRequest } from '../../packages/disk/test/support/child.js'
import { isRoot, scratch } from '../../packages/disk/test/support/scratch.js'
import { canBeOther } from '../support/other-user.js'
import { paths, snapshot } from '../../packages/disk/test/support/snapshot.js'
import { makeTree } from '../../packages/disk/test/support/tree.js'

/** Who may not read what root has closed. */
const NOBODY = 65_534

describe('a transfer by a user who may not do everything', () => {
  const { elsewhere: at } = scratch()

  before(function () {
    if (!isRoot || !canBeOther) this.skip()
  })

  beforeEach(() => {
    mkdirSync(at('to'), { recursive: true })
    chmodSync(at(), 0o755)
    chownSync(at('to'), NOBODY, NOBODY)
  })

  const asNobody = (request: ChildRequest) => transferIn({ uid: NOBODY }, request)

  function makeSource(): void {
    makeTree(at('from'), {
      'a/file': 'a',
      closed: { dir: true, mode: 0o700 },
      'closed/inside': 'never seen',
      private: { file: 'secret', mode: 0o600 },
      'z/file': 'z',
    })
  }

  it('S2: a copy names an unreadable file and an unreadable directory, and goes on', async () => {
    makeSource()
    const { failed, failures, error, tally } = await asNobody({
      operation: 'copy',
      from: at('from'),
      to: at('to'),
    })
    expect(failed).to.deep.equal({ closed: 'E_SCAN', private: 'E_READ' })
    expect(failures.map(({ message }) => message).sort()).to.deep.equal([
      'closed: cannot list: permission denied',
      'private: cannot read: permission denied',
    ])
    expect(error).to.equal(undefined)
    expect(tally.filesCopied).to.equal(2)
    expect(paths(at('to'))).to.deep.equal(['a', 'a/file', 'z', 'z/file'])
  })

  it('S2: a mirror with an unreadable directory deletes nothing at all', async () => {
    makeSource()
    makeTree(at('to'), { 'closed/inside': 'of an earlier run', extra: 'extra', 'a/extra': 'extra' })
    const { failed, error, tally } = await asNobody({ operation: 'mirror', from: at('from'), to: at('to') })
    expect(failed).to.include({ closed: 'E_SCAN' })
    expect(error?.code).to.equal('E_INCOMPLETE')
    expect(tally.filesDeleted + tally.dirsDeleted).to.equal(0)
    expect(paths(at('to'))).to.include.members(['a/extra', 'closed/inside', 'extra'])
  })

  it('S2: a mirror with an unreadable file deletes nothing at all', async () => {
    makeTree(at('from'), { good: 'good', private: { file: 'secret', mode: 0o600 } })
    makeTree(at('to'), { extra: 'extra' })
    const { failed, error } = await asNobody({ operation: 'mirror', from: at('from'), to: at('to') })
    expect(failed).to.deep.equal({ private: 'E_READ' })
    expect(error?.code).to.equal('E_INCOMPLETE')
    expect(paths(at('to'))).to.deep.equal(['extra', 'good'])
  })

  it('S2: a mirror deletes nothing when what only the destination has cannot be listed', async () => {
    makeTree(at('from'), { good: 'good' })
    makeTree(at('to'), { extra: 'extra', 'old/inside': 'x' })
    chmodSync(at('to', 'old'), 0o700)
    const { error, failed } = await asNobody({ operation: 'mirror', from: at('from'), to: at('to') })
    expect(failed).to.deep.equal({ old: 'E_SCAN' })
    expect(error?.code).to.equal('E_INCOMPLETE')
    expect(paths(at('to'))).to.deep.equal(['extra', 'good', 'old', 'old/inside'])
  })

  it('S2: names what of a destination cannot be written, and goes on', async () => {
    makeTree(at('from'), { 'locked/new': 'new', 'open/new': 'new' })
    makeTree(at('to'), { 'locked/old': 'old' })
    chmodSync(at('to', 'locked'), 0o755)
    const { failed, error } = await asNobody({ operation: 'copy', from: at('from'), to: at('to') })
    expect(failed).to.deep.equal({ locked: 'E_METADATA', 'locked/new': 'E_WRITE' })
    expect(error).to.equal(undefined)
    expect(readFileSync(at('to', 'open/new'), 'utf8')).to.equal('new')
  })

  it('S4: a move keeps what could not be copied, and what could not be removed', async () => {
    makeSource()
    mkdirSync(at('from', 'mine'))
    writeFileSync(at('from', 'mine', 'file'), 'mine')
    chownSync(at('from', 'mine'), NOBODY, NOBODY)
    const { failed } = await asNobody({ operation: 'move', from: at('from'), to: at('to') })
    expect(failed).to.include({ closed: 'E_SCAN' })
    expect(Object.keys(failed)).to.include.members(['a/file', 'private', 'z/file'])
    for (const name of ['a/file', 'closed/inside', 'private', 'z/file'])
      expect(paths(at('from'))).to.include(name)
    expect(paths(at('from'))).not.to.include('mine/file')
    expect(readFileSync(at('to', 'mine/file'), 'utf8')).to.equal('mine')
  })

  it('S21: says of a move out of a directory that may not be changed which side it is', async () => {
    makeTree(at('from'), { file: 'file' })
    chmodSync(at('from'), 0o755)
    const { failed, failures } = await asNobody({ operation: 'move', from: at('from'), to: at('to', 'new') })
    expect(failed).to.include({ file: 'E_DELETE' })
    expect(failures[0]?.message).to.equal('file: cannot remove: permission denied')
  })

  it('a dry run of what may not begin fails as the real run does', async () => {
    makeTree(at('from'), { file: 'file' })
    chmodSync(at(), 0o755)
    for (const to of [at(), at('new/place')]) {
      const request = { operation: 'copy', from: at('from'), to } as const
      const dry = await asNobody({ ...request, options: { dryRun: true } })
      const wet = await asNobody(request)
      expect(dry.error?.code).to.equal('E_DESTINATION')
      expect(wet.error?.code).to.equal('E_DESTINATION')
    }

    // Nothing would be written there.
    makeTree(at('same'), {})
    makeTree(at('nothing'), {})
    const { error } = await asNobody({
      operation: 'copy',
      from: at('nothing'),
      to: at('same'),
      options: { dryRun: true },
    })
    expect(error).to.equal(undefined)
  })

  it('keeps modes that shut out their owner, and mirrors into them again', async () => {
    makeTree(at('from'), {
      'ro/file': 'one',
      ro: { dir: true, mode: 0o555 },
      'ro/deep/file': 'two',
      'ro/deep': { dir: true, mode: 0o500 },
      secret: { file: 'write only', mode: 0o444 },
    })
    chmodSync(at('from', 'ro/deep'), 0o555)
    const first = await asNobody({ operation: 'copy', from: at('from'), to: at('to') })
    expect(first.failed).to.deep.equal({})
    expect(snapshot(at('to'))).to.deep.equal(snapshot(at('from')))
    writeFileSync(at('from', 'ro/deep/file'), 'changed')
    writeFileSync(at('from', 'ro/deep/more'), 'more')
    const second = await asNobody({ operation: 'mirror', from: at('from'), to: at('to') })
    expect(second.failed).to.deep.equal({})
    expect(second.error).to.equal(undefined)
    expect(snapshot(at('to'))).to.deep.equal(snapshot(at('from')))
  })

  it('S14: keeps no owner it may not give, and no setuid bit of another', async () => {
    makeTree(at('from'), { tool: { file: 'tool', mode: 0o4755 }, link: { link: 'tool' } })
    lchownSync(at('from', 'link'), 1000, 1000)
    const { failed, error } = await asNobody({
      operation: 'copy',
      from: at('from'),
      to: at('to'),
      archive: true,
    })
    expect(failed).to.deep.equal({})
    expect(error).to.equal(undefined)
    const { mode, uid } = statSync(at('to', 'tool'))
    expect([(mode & 0o7777).toString(8), uid]).to.deep.equal(['755', NOBODY])
  })

  it('names devices that only root can make', async () => {
    makeTree(at('from'), { file: 'file' })
    execFileSync('mknod', [at('from', 'null'), 'c', '1', '3'])
    const { failed } = await asNobody({ operation: 'copy', from: at('from'), to: at('to'), archive: true })
    expect(failed).to.deep.equal({ null: 'E_SPECIAL' })
    expect(paths(at('to'))).to.deep.equal(['file'])
  })
})
