import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  lchownSync,
  linkSync,
  lstatSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'

import { expect } from 'chai'

import { DEFAULT_PRESERVE } from '@blit/core'
import { loadNative } from '@blit/native'

import { isRoot, scratch } from '../support/scratch.js'
import { snapshot } from '../support/snapshot.js'
import { transfer } from '../support/transfer.js'
import { makeTree } from '../support/tree.js'

describe('what is kept', () => {
  const { at, elsewhere } = scratch()

  it('is mode, time and links by default, and nothing of owners, bits and attributes', async () => {
    makeTree(at('from'), {
      tool: { file: 'x', mode: 0o6755, mtime: 1_234_567_890.123_456 },
      'd/f': 'f',
      d: { dir: true, mode: 0o1777, mtime: 99 },
      link: { link: 'tool', mtime: 7 },
      pipe: { fifo: true },
    })
    loadNative()?.lsetXattr(at('from', 'tool'), 'user.note', Buffer.from('x'))
    if (isRoot) chownSync(at('from', 'd/f'), 1234, 1234)
    const { failures, warnings } = await transfer('copy', at('from'), at('to'))
    expect(failures).to.deep.equal([])
    expect(warnings).to.deep.equal(['pipe: skipped: it is a fifo; --archive copies it'])
    const is = snapshot(at('to'))
    expect(is['tool']).to.match(/^100755 mtime 1234567890123456 /)
    expect(is['d']).to.equal('40777 mtime 99000000')
    expect(is['link']).to.equal('120777 mtime 7000000 -> tool')
    expect(statSync(at('to', 'd/f')).uid).to.equal(process.getuid?.())
    expect(loadNative()?.llistXattrs(at('to', 'tool'))).to.deep.equal([])
  })

  it('is everything with --archive: attributes, lists of access, bits, owners, holes, specials', async function () {
    if (!isRoot) this.skip()
    makeTree(at('from'), {
      acl: 'x',
      bits: { file: 'x', mode: 0o6755 },
      'd/inside': 'x',
      hole: { hole: 1_000_000 },
      pipe: { fifo: true },
      link: { link: 'acl' },
    })
    execFileSync('setfacl', ['-m', 'u:1234:rw,g:77:-', at('from', 'acl')])
    execFileSync('setfacl', ['-d', '-m', 'u:1234:rx', at('from', 'd')])
    execFileSync('mknod', [at('from', 'null'), 'c', '1', '3'])
    execFileSync('mknod', [at('from', 'disk'), 'b', '7', '99'])
    execFileSync('python3', [
      '-c',
      `import socket;socket.socket(socket.AF_UNIX).bind('${at('from', 'socket')}')`,
    ])
    loadNative()?.lsetXattr(at('from', 'bits'), 'user.binary', Buffer.from([0, 255, 10]))
    loadNative()?.lsetXattr(at('from', 'bits'), 'user.empty', Buffer.alloc(0))
    loadNative()?.lsetXattr(at('from', 'bits'), 'trusted.note', Buffer.alloc(3000, 'x'))
    loadNative()?.lsetXattr(at('from', 'd'), 'user.of-directory', Buffer.from('d'))
    chownSync(at('from', 'd'), 5, 6)
    lchownSync(at('from', 'link'), 7, 8)
    chownSync(at('from', 'pipe'), 9, 10)
    for (const to of [at('to'), elsewhere('to')]) {
      const { failures, warnings } = await transfer('copy', at('from'), to, { archive: true })
      expect(failures).to.deep.equal([])
      expect(warnings).to.deep.equal([])
      expect(snapshot(to, { archive: true })).to.deep.equal(snapshot(at('from'), { archive: true }))
    }
  })

  it('follows when only attributes change, without copying content', async function () {
    if (!isRoot) this.skip()
    makeTree(at('from'), {
      acl: 'x',
      gone: 'x',
      large: Buffer.alloc(300_000),
      link: { link: 'x' },
      mode: 'x',
      owner: 'x',
      pipe: { fifo: true },
      'd/x': 'x',
    })
    loadNative()?.lsetXattr(at('from', 'gone'), 'user.gone', Buffer.from('x'))
    await transfer('copy', at('from'), at('to'), { archive: true })
    const inodes = () =>
      Object.values(snapshot(at('to'), { untouched: true })).map((line) => /inode \d+/.exec(line)?.[0])
    const before = inodes()
    execFileSync('setfacl', ['-m', 'u:1:r', at('from', 'acl')])
    loadNative()?.lremoveXattr(at('from', 'gone'), 'user.gone')
    loadNative()?.lsetXattr(at('from', 'large'), 'user.new', Buffer.from('new'))
    lchownSync(at('from', 'link'), 3, 3)
    chmodSync(at('from', 'mode'), 0o4711)
    chownSync(at('from', 'owner'), 4, 4)
    chmodSync(at('from', 'd'), 0o3775)
    const { actions, failures, tally } = await transfer('mirror', at('from'), at('to'), { archive: true })
    expect(failures).to.deep.equal([])
    expect(actions.map(({ kind, path }) => `${kind} ${path}`).sort()).to.deep.equal(
      ['acl', 'd', 'gone', 'large', 'link', 'mode', 'owner'].map((path) => `metadata ${path}`),
    )
    expect(tally.bytesCopied).to.equal(0)
    expect(inodes()).to.deep.equal(before)
    expect(snapshot(at('to'), { archive: true })).to.deep.equal(snapshot(at('from'), { archive: true }))
  })

  it('is exact to the microsecond, long ago and far ahead', async () => {
    const times = [
      -2_000_000_000.999_999,
      -1.000_001,
      -0.5,
      0,
      0.000_001,
      1,
      1e9 + 0.123_457,
      4_294_967_295.999_999,
      5e9 + 0.111_111,
      9e9 + 0.000_001,
    ]
    for (const [i, time] of times.entries()) {
      makeTree(elsewhere('from'), {
        [`d${i}/f`]: 'x',
        [`d${i}/large`]: Buffer.alloc(300_000),
        [`d${i}/link`]: { link: 'x' },
      })
      const ns = BigInt(Math.round(time * 1e6)) * 1000n
      for (const name of ['f', 'large', 'link', '.'])
        loadNative()?.setLinkTimes(elsewhere('from', `d${i}`, name), ns)
    }

    for (const archive of [false, true]) {
      const to = elsewhere(`to-${archive}`)
      const { failures } = await transfer('copy', elsewhere('from'), to, { archive })
      expect(failures).to.deep.equal([])
      expect(snapshot(to)).to.deep.equal(snapshot(elsewhere('from')))
      const again = await transfer('copy', elsewhere('from'), to, { archive })
      expect(again.actions).to.deep.equal([])
    }
  })

  it('is each by itself, as the rules say', async function () {
    if (!isRoot) this.skip()
    makeTree(at('from'), {
      a: { file: 'x', mode: 0o4755 },
      b: { same: 'a' },
      hole: { hole: 1_000_000 },
      pipe: { fifo: true },
    })
    chownSync(at('from', 'a'), 1, 2)
    chmodSync(at('from', 'a'), 0o4755)
    loadNative()?.lsetXattr(at('from', 'a'), 'user.x', Buffer.from('x'))
    const only = async (rule: keyof typeof DEFAULT_PRESERVE): Promise<string> => {
      const to = at(`only-${rule}`)
      const { failures } = await transfer('copy', at('from'), to, {
        options: { preserve: { ...DEFAULT_PRESERVE, [rule]: true } },
      })
      expect(failures).to.deep.equal([])
      return to
    }

    expect(statSync(`${await only('owner')}/a`)).to.include({ uid: 1, gid: 2, mode: 0o10_0755, nlink: 1 })
    expect(statSync(`${await only('hardLinks')}/a`)).to.include({ uid: 0, nlink: 2 })
    expect(statSync(`${await only('setuid')}/a`)).to.include({ uid: 0, mode: 0o10_4755 })
    expect(statSync(`${await only('sparse')}/hole`).blocks).to.equal(0)
    expect(lstatSync(`${await only('specials')}/pipe`).isFIFO()).to.equal(true)
    expect(loadNative()?.llistXattrs(`${await only('xattrs')}/a`)).to.deep.equal(['user.x'])
  })
})

describe('hard links that are kept', () => {
  const { at } = scratch()

  /** Which names of a tree are one inode. */
  function groups(root: string): string[] {
    return Object.values(snapshot(root, { archive: true, timeless: true }))
      .map((line) => line.split(' = ')[1] ?? '')
      .filter((group, i, all) => group !== '' && all.indexOf(group) === i)
      .sort()
  }

  it('are links again, across directories and in every direction of change', async () => {
    makeTree(at('from'), {
      'a/1': 'one',
      'b/1': { same: 'a/1' },
      top: { same: 'a/1' },
      'a/2': 'two',
      'b/2': { same: 'a/2' },
      single: 'single',
    })
    const first = await transfer('copy', at('from'), at('to'), { archive: true })
    expect(first.failures).to.deep.equal([])
    expect(first.tally).to.include({ filesCopied: 3, linksCreated: 3 })
    expect(groups(at('to'))).to.deep.equal(['a/1, b/1, top', 'a/2, b/2'])

    // Split, joined, and regrouped.
    rmSync(at('from', 'b/1'))
    linkSync(at('from', 'a/2'), at('from', 'b/1'))
    rmSync(at('from', 'single'))
    linkSync(at('from', 'a/1'), at('from', 'single'))
    rmSync(at('from', 'b/2'))
    writeFileSync(at('from', 'b/2'), 'alone now')
    const second = await transfer('mirror', at('from'), at('to'), { archive: true })
    expect(second.failures).to.deep.equal([])
    expect(groups(at('to'))).to.deep.equal(groups(at('from')))
    expect(snapshot(at('to'), { archive: true })).to.deep.equal(snapshot(at('from'), { archive: true }))
    const third = await transfer('mirror', at('from'), at('to'), { archive: true })
    expect(third.actions).to.deep.equal([])
  })

  it('are linked to the next when the first cannot land, never to what stood in its place', async () => {
    makeTree(at('from'), { a: { file: 'new!', mtime: 9 }, b: { same: 'a' }, c: { same: 'a' } })
    makeTree(at('to'), { 'a/full': 'x', b: { file: 'old!', mtime: 5 }, 'c/full': 'x' })
    const { failed } = await transfer('copy', at('from'), at('to'), { archive: true })
    expect(failed).to.deep.equal({ a: 'E_NOT_EMPTY', c: 'E_NOT_EMPTY' })
    expect(readFileSync(at('to', 'b'), 'utf8')).to.equal('new!')
  })

  it('do not lead to what is left alone by --ignore-existing', async () => {
    makeTree(at('from'), { a: 'new', b: { same: 'a' } })
    makeTree(at('to'), { a: 'old' })
    const compare = { mode: 'quick' as const, ignoreExisting: true, update: false, modifyWindowNs: 1000n }
    const { failures } = await transfer('copy', at('from'), at('to'), { archive: true, options: { compare } })
    expect(failures).to.deep.equal([])
    expect(readFileSync(at('to', 'a'), 'utf8')).to.equal('old')
    expect(readFileSync(at('to', 'b'), 'utf8')).to.equal('new')
  })

  it('never alter a name that is not theirs: of a snapshot beside the destination', async () => {
    for (const archive of [false, true]) {
      const [from, to, kept] = [at(`from${archive}`), at(`to${archive}`), at(`snapshot${archive}`)]
      makeTree(from, { content: 'x', linked: 'y', linked2: { same: 'linked' }, mode: 'z', time: 'w' })
      await transfer('copy', from, to, { archive })
      execFileSync('cp', ['-al', to, kept])
      const before = snapshot(kept, { archive: true })
      writeFileSync(`${from}/content`, 'X')
      chmodSync(`${from}/mode`, 0o600)
      chmodSync(`${from}/linked`, 0o700)
      utimesSync(`${from}/time`, 1, 1)
      const { failures } = await transfer('mirror', from, to, { archive })
      expect(failures).to.deep.equal([])
      expect(snapshot(to)).to.deep.equal(snapshot(from))
      expect(snapshot(kept, { archive: true }), 'the snapshot').to.deep.equal(before)
    }
  })

  it('give each file its own attributes where the destination had joined them', async () => {
    makeTree(at('from'), {
      a: { file: 'same', mode: 0o644, mtime: 5 },
      b: { file: 'same', mode: 0o600, mtime: 5 },
    })
    makeTree(at('to'), { a: { file: 'same', mode: 0o640, mtime: 5 }, b: { same: 'a' } })
    const { failures } = await transfer('copy', at('from'), at('to'), { archive: true })
    expect(failures).to.deep.equal([])
    expect(snapshot(at('to'))).to.include({ a: snapshot(at('from'))['a'], b: snapshot(at('from'))['b'] })
    const again = await transfer('copy', at('from'), at('to'), { archive: true })
    expect(again.actions).to.deep.equal([])
  })
})
