import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  closeSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { fileURLToPath } from 'node:url'

import { expect } from 'chai'

import { DEFAULT_PRESERVE, fromBytes, type TransferOptions } from '@blit/core'
import { loadNative } from '@blit/native'

import { closeRoot, openRoot } from '../../dist/outgoing/index.js'
import { scanRoot, scanTree } from '../support/scan.js'
import { isRoot, scratch } from '../support/scratch.js'
import { makeTree } from '../support/tree.js'

const HARD_LINKS: Partial<TransferOptions> = { preserve: { ...DEFAULT_PRESERVE, hardLinks: true } }
const USER = 1000

interface ChildScan {
  readonly access: string
  readonly types: Record<string, string>
  readonly failures: ReadonlyArray<{ readonly path: string; readonly code: string }>
  readonly incomplete: number[]
  readonly complete: boolean
}

/** Lists a tree as a worker thread would, as a user who is not root. */
function scanAsUser(path: string): ChildScan {
  const script = fileURLToPath(new URL('../support/scan-child.js', import.meta.url))
  const user = isRoot ? { uid: USER, gid: USER } : {}
  return JSON.parse(
    execFileSync(process.execPath, [script, path], { encoding: 'utf8', cwd: '/', ...user }),
  ) as ChildScan
}

describe('the scan of a source', () => {
  const { at, elsewhere } = scratch()

  it('gives parents before what is in them, and each directory as one run', () => {
    makeTree(at('from'), { 'a/b/c/f': '', 'a/b/g': '', 'a/d/h': '', 'e/i': '', j: '', empty: { dir: true } })
    for (const maxRows of [1, 2, 3, 1000]) {
      const { batches, complete, counts, incomplete, manifest, types, whole } = scanTree(at('from'), {
        maxRows,
      })
      expect(types).to.deep.equal({
        a: 'directory',
        'a/b': 'directory',
        'a/b/c': 'directory',
        'a/b/c/f': 'file',
        'a/b/g': 'file',
        'a/d': 'directory',
        'a/d/h': 'file',
        e: 'directory',
        'e/i': 'file',
        empty: 'directory',
        j: 'file',
      })
      expect([...complete].sort()).to.deep.equal(['', 'a', 'a/b', 'a/b/c', 'a/d', 'e', 'empty'])
      expect(incomplete).to.deep.equal([])
      expect(whole).to.equal(true)
      expect(counts).to.deep.equal({ entries: 11, directories: 6 })
      const runs: number[] = []
      for (let index = 0; index < manifest.count; index++) {
        const found = manifest.find(index)
        const directory = found?.columns.directories[found.row] ?? -1
        expect(directory).to.be.at.most(index)
        if (runs.at(-1) !== directory) runs.push(directory)
      }

      expect(new Set(runs).size).to.equal(runs.length)
      for (const { columns } of batches) expect(columns.count).to.be.at.most(maxRows)
    }
  })

  it('says exactly what lstat says', () => {
    makeTree(at('from'), {
      file: { file: 'content', mode: 0o640 },
      old: { file: '', mtime: -1.5 },
      older: { file: 'x', mtime: -3_000_000_000.25 },
      late: { file: 'x', mtime: 4_500_000_000.123_456 },
      link: { link: 'to/nowhere' },
      fifo: { fifo: true },
      d: { dir: true, mode: 0o1777 },
    })
    const { manifest, indices } = scanTree(at('from'))
    for (const [path, index] of Object.entries(indices)) {
      const stats = lstatSync(at('from', path), { bigint: true })
      const found = manifest.find(index)
      if (found === undefined) throw new Error('no row')
      const { columns, row } = found
      expect(columns.mtimeNs(row), path).to.equal(stats.mtimeNs)
      expect(columns.mtimeNanos[row], path).to.be.below(1e9)
      expect(columns.inodes[row], path).to.equal(stats.ino)
      expect(columns.devices[row], path).to.equal(stats.dev)
      expect(columns.ctimes[row], path).to.equal(stats.ctimeNs)
      expect(columns.modes[row], path).to.equal(Number(stats.mode) & 0o7777)
      expect(columns.sizes[row], path).to.equal(stats.isFile() ? Number(stats.size) : 0)
      expect(columns.uids[row], path).to.equal(Number(stats.uid))
    }

    const link = manifest.find(indices['link'] ?? -1)
    expect(link?.columns.target(link.row)).to.equal('to/nowhere')
  })

  it('gives times to the nanosecond, where a number of nanoseconds would round', function () {
    const native = loadNative()
    if (native === undefined) this.skip()
    mkdirSync(elsewhere('from'))
    const wanted = new Map<string, bigint>()
    for (let i = 0; i < 300; i++) {
      // The last ones are after 2116, where also whole seconds are rounded.
      const base = i < 150 ? 1_700_000_000n : 6_704_942_685n
      const second = (i % 2 === 0 ? 1n : -1n) * (base + BigInt(i) * 1_234_567n)
      const name = `f${i}`
      const fd = openSync(elsewhere('from', name), 'w')
      native.setTimes(fd, second * 1_000_000_000n + ([0n, 1n, -1n][i % 3] ?? 0n))
      closeSync(fd)
      wanted.set(name, lstatSync(elsewhere('from', name), { bigint: true }).mtimeNs)
    }

    expect(new Set([...wanted.values()].map((time) => time % 1_000_000_000n)).size).to.be.above(4)
    const { indices, manifest } = scanTree(elsewhere('from'))
    for (const [name, time] of wanted) {
      const found = manifest.find(indices[name] ?? -1)
      expect(found?.columns.mtimeNs(found.row), name).to.equal(time)
      expect(found?.columns.mtimeNanos[found.row]).to.be.below(1e9)
    }
  })

  it('S8: gives names of any bytes', () => {
    const raw = [
      Buffer.from([0xff, 0xfe, 0x41]),
      Buffer.from('h\ni\t\u001B[2J'),
      Buffer.from('je\u0301'),
      Buffer.from('jé'),
      Buffer.from('-rf'),
      Buffer.from('\u{1F600}'),
      Buffer.alloc(255, 'k'),
      Buffer.from([0xed, 0xb2, 0x80]),
    ]
    mkdirSync(at('from'))
    for (const name of raw) writeFileSync(Buffer.concat([Buffer.from(at('from', '/')), name]), '')
    const inner = Buffer.concat([Buffer.from(at('from', '/')), Buffer.from([0x64, 0xe9])])
    mkdirSync(inner)
    writeFileSync(Buffer.concat([inner, Buffer.from([0x2f, 0xc3])]), '')
    const { manifest, types } = scanTree(at('from'))
    const expected = [...raw, Buffer.from([0x64, 0xe9])].map((name) => fromBytes(name))
    expect(Object.keys(types).sort()).to.deep.equal(
      [...expected, `${fromBytes(Buffer.from([0x64, 0xe9]))}/${fromBytes(Buffer.from([0xc3]))}`].sort(),
    )
    const bytes = Array.from({ length: manifest.count }, (_, index) => {
      const found = manifest.find(index)
      return Buffer.from(found?.columns.nameBytes(found.row) ?? []).toString('hex')
    })
    expect(bytes).to.include.members(raw.map((name) => name.toString('hex')))
  })

  it('S8: S11: goes below 4096 bytes of path, down to 4096 parts and not further', () => {
    const root = elsewhere('from')
    const script = `import os, sys
os.makedirs(sys.argv[1]); os.chdir(sys.argv[1])
for i in range(4098):
    os.mkdir('dir'); os.chdir('dir')
`
    execFileSync('python3', ['-c', script, root])
    const { failures, incomplete, manifest, whole } = scanTree(root)
    expect(manifest.count).to.equal(4096)
    expect(manifest.directoryPath(4096)).to.equal(new Array(4096).fill('dir').join('/'))
    expect(failures.map(({ code }) => code)).to.deep.equal(['E_NAME_TOO_LONG'])
    expect(incomplete).to.deep.equal([new Array(4096).fill('dir').join('/')])
    expect(whole).to.equal(false)
  })

  it('S10: gives 100,000 names of one directory in bounded batches', () => {
    mkdirSync(elsewhere('from/d'), { recursive: true })
    for (let i = 0; i < 100_000; i++) writeFileSync(elsewhere('from/d', `name-${i}`), '')
    const { batches, complete, manifest } = scanTree(elsewhere('from'), { maxRows: 4096 })
    expect(manifest.count).to.equal(100_001)
    expect(batches.length).to.equal(25)
    for (const { columns } of batches) expect(columns.buffer.byteLength).to.be.below(1024 * 1024)
    const names = new Set<string>()
    for (let index = 1; index < manifest.count; index++) {
      const found = manifest.find(index)
      names.add(found?.columns.name(found.row) ?? '')
    }

    expect(names.size).to.equal(100_000)
    expect(names.has('name-99999')).to.equal(true)
    expect(complete).to.deep.equal(['', 'd'])
    // Complete in the batch with its last name.
    expect(batches.at(-1)?.complete).to.deep.equal([1])
  })

  it('ends a batch early where names and targets are long', () => {
    mkdirSync(at('from'))
    for (let i = 0; i < 400; i++) symlinkSync('t'.repeat(4000), at('from', `${i}${'n'.repeat(240)}`))
    const { batches, manifest } = scanTree(at('from'), { maxRows: 4096 })
    expect(manifest.count).to.equal(400)
    for (const { columns } of batches) expect(columns.buffer.byteLength).to.be.below(700 * 1024)
    const last = manifest.find(399)
    expect(last?.columns.target(last.row)).to.equal('t'.repeat(4000))
  })

  it('S2: tells that a directory could not be read, by name, and goes on', () => {
    makeTree(elsewhere('from'), { 'closed/hidden': 'x', 'blind/inside': 'x', 'open/f': 'x', g: 'x' })
    chmodSync(elsewhere('from/closed'), 0o000)
    // Its names can be read, and nothing else.
    chmodSync(elsewhere('from/blind'), 0o444)
    for (const path of ['from/closed', 'from/blind']) if (isRoot) chownSync(elsewhere(path), USER, USER)
    chmodSync(elsewhere(), 0o755)
    const { access, complete, failures, incomplete, types } = scanAsUser(elsewhere('from'))
    expect(access).to.be.oneOf(['cwd', 'proc'])
    expect(types).to.deep.equal({
      '/closed': 'directory',
      '/blind': 'directory',
      '/open': 'directory',
      '/g': 'file',
      'open/f': 'file',
    })
    expect(Object.fromEntries(failures.map(({ code, path }) => [path, code]))).to.deep.equal({
      closed: 'E_SCAN',
      blind: 'E_SCAN',
    })
    expect(incomplete.length).to.equal(2)
    expect(complete).to.equal(false)
    chmodSync(elsewhere('from/closed'), 0o755)
    chmodSync(elsewhere('from/blind'), 0o755)
  })

  it('gives what a filter hides by name, and does not enter it', () => {
    makeTree(at('from'), {
      'node_modules/x': 'x',
      'a.log': 'x',
      large: 'x'.repeat(100),
      'd/b.log': 'x',
      'd/c': 'x',
    })
    const { batches, complete, indices, manifest, types, whole } = scanTree(at('from'), {
      options: {
        filter: {
          rules: [
            { action: 'exclude', pattern: '*.log' },
            { action: 'exclude', pattern: '/node_modules/' },
          ],
          maxSizeBytes: 50,
        },
      },
    })
    expect(types).to.deep.equal({
      node_modules: 'skipped',
      'a.log': 'skipped',
      large: 'skipped',
      d: 'directory',
      'd/b.log': 'skipped',
      'd/c': 'file',
    })
    expect(complete).to.deep.equal(['', 'd'])
    expect(whole).to.equal(true)
    expect(batches.flatMap(({ failures }) => failures)).to.deep.equal([])
    const skipped = manifest.find(indices['large'] ?? -1)
    expect([skipped?.columns.sizes[skipped.row], skipped?.columns.inodes[skipped.row]]).to.deep.equal([0, 0n])
  })

  it('gives the listed paths, those that are missing by name', () => {
    makeTree(at('from'), { 'a/b/f': 'x', 'a/b/g': 'x', 'a/c': 'x', 'd/e': 'x', h: 'x' })
    const { complete, failed, incomplete, types } = scanTree(at('from'), {
      options: { filesFrom: ['a/b/f', 'd', 'gone/there', 'h/below'] },
    })
    expect(types).to.deep.equal({
      a: 'directory',
      'a/b': 'directory',
      'a/b/f': 'file',
      d: 'directory',
      'd/e': 'file',
      gone: 'skipped',
      h: 'skipped',
    })
    expect(failed).to.deep.equal({ 'gone/there': 'E_NOT_FOUND', 'h/below': 'E_NOT_FOUND' })
    expect([...complete].sort()).to.deep.equal(['', 'a', 'a/b', 'd'])
    expect([...incomplete].sort()).to.deep.equal(['', 'a', 'a/b'])
  })

  it('gives single things of a directory, which is then not complete', () => {
    makeTree(at('from'), { f: 'x', g: 'x', 'd/e': 'x' })
    const { complete, failed, types } = scanTree(at('from'), { names: ['f', 'd', 'gone'], prefix: 'from' })
    expect(types).to.deep.equal({ f: 'file', d: 'directory', gone: 'skipped', 'd/e': 'file' })
    expect(failed).to.deep.equal({ 'from/gone': 'E_CHANGED' })
    expect(complete).to.deep.equal(['d'])
  })

  it('S12: refuses names and listed paths that lead elsewhere', () => {
    makeTree(at('from'), { f: 'x' })
    for (const name of ['..', '', 'a/b', '.', '/etc', 'a\0'])
      expect(() => scanTree(at('from'), { names: [name] }), name).to.throw(/bad name/)
    for (const path of ['../x', '/etc', 'a//b'])
      expect(() => scanTree(at('from'), { options: { filesFrom: [path] } }), path).to.throw(/bad name/)
  })

  it('does not give what sessions have in a directory while they are at work', () => {
    const [here, above] = ['0123456789abcdef', 'fedcba9876543210']
    makeTree(at('.blit-sessions'), { [above]: '' })
    makeTree(at('from'), {
      [`.blit-sessions/${here}`]: '',
      [`.blit-${here}-0`]: 'unfinished',
      // Of a session that has begun where the root was not yet.
      [`d/.blit-${above}-17`]: 'unfinished',
      'd/.blit-1111111111111111-1': 'of a user',
      '.blit-notes': 'of a user',
      'd/.blit-sessions/mine': 'of a user',
    })
    const { types } = scanTree(at('from'))
    expect(types).to.deep.equal({
      d: 'directory',
      '.blit-notes': 'file',
      'd/.blit-1111111111111111-1': 'file',
      'd/.blit-sessions': 'directory',
      'd/.blit-sessions/mine': 'file',
    })
  })

  it('names the leader of each name of an inode with several', () => {
    makeTree(at('from'), { 'a/one': 'x', single: 'x' })
    for (const name of ['a/two', 'three']) linkSync(at('from/a/one'), at('from', name))
    const { indices, links } = scanTree(at('from'), { options: HARD_LINKS })
    const names = ['a/one', 'a/two', 'three'].sort((a, b) => (indices[a] ?? 0) - (indices[b] ?? 0))
    expect(links).to.deep.equal(Object.fromEntries(names.map((name) => [name, names[0]])))
    expect(scanTree(at('from')).links).to.deep.equal({})
  })

  it('gives links as what they lead to, and names those that lead nowhere or back', () => {
    makeTree(at('from'), {
      'd/f': 'content',
      toFile: { link: 'd/f' },
      toDirectory: { link: 'd' },
      outside: { link: at('other') },
      broken: { link: 'nothing' },
      itself: { link: 'itself' },
      'd/back': { link: '..' },
    })
    makeTree(at('other'), { secret: 'x' })
    const { failed, incomplete, manifest, indices, types } = scanTree(at('from'), {
      options: { copyLinks: true },
    })
    expect(types).to.deep.equal({
      d: 'directory',
      'd/f': 'file',
      'd/back': 'skipped',
      toFile: 'file',
      toDirectory: 'directory',
      'toDirectory/f': 'file',
      'toDirectory/back': 'skipped',
      outside: 'directory',
      'outside/secret': 'file',
      broken: 'skipped',
      itself: 'skipped',
    })
    expect(failed).to.deep.equal({
      broken: 'E_READ',
      itself: 'E_READ',
      'd/back': 'E_SCAN',
      'toDirectory/back': 'E_SCAN',
    })
    expect([...incomplete].sort()).to.deep.equal(['d', 'toDirectory'])
    const file = manifest.find(indices['toFile'] ?? -1)
    expect(file?.columns.sizes[file.row]).to.equal(7)
  })

  it('S12: follows links within what it is confined to, and none that leads out of that', () => {
    makeTree(at('module/from'), {
      near: { link: '../shared' },
      out: { link: at('other') },
      toSecret: { link: at('other/secret') },
      toShared: { link: '../shared/f' },
      broken: { link: 'nothing' },
      twin: { link: `${at('module')}-twin` },
    })
    makeTree(at('module/shared'), { f: 'x', further: { link: at('other') } })
    makeTree(at('other'), { secret: 'x' })
    makeTree(at('module-twin'), { secret: 'x' })
    const confine = openRoot(at('module'))
    try {
      const { failed, types } = scanTree(at('module/from'), { confine, options: { copyLinks: true } })
      expect(types).to.deep.equal({
        near: 'directory',
        'near/f': 'file',
        'near/further': 'skipped',
        out: 'skipped',
        toSecret: 'skipped',
        toShared: 'file',
        broken: 'skipped',
        twin: 'skipped',
      })
      expect(failed).to.deep.equal({
        'near/further': 'E_READ',
        out: 'E_READ',
        toSecret: 'E_READ',
        broken: 'E_READ',
        twin: 'E_READ',
      })
    } finally {
      closeRoot(confine)
    }
  })

  it('S12: does not enter a directory that became a symlink after it was listed', () => {
    makeTree(at('from'), { 'd/e/f': 'x' })
    makeTree(at('other'), { 'e/secret': 'x', secret: 'x' })
    for (const swapped of ['d', 'd/e']) {
      const { failed, incomplete, types } = scanTree(at('from'), {
        maxRows: 2,
        before(part) {
          if (part !== (swapped === 'd' ? 1 : 2)) return
          renameSync(at('from', swapped), at('aside'))
          symlinkSync(at('other'), at('from', swapped))
        },
      })
      expect(Object.keys(types).join(' ')).not.to.include('secret')
      expect(failed).to.deep.equal({ [swapped]: 'E_SCAN' })
      expect(incomplete).to.deep.equal([swapped])
      rmSync(at('from', swapped))
      renameSync(at('aside'), at('from', swapped))
    }
  })

  it('S12: never leaves the tree while a directory and a symlink change places', async () => {
    makeTree(elsewhere('from'), { 'd/e/f': 'x', l: { link: elsewhere('other') } })
    makeTree(elsewhere('other'), { 'e/secret': 'x', secret: 'x' })
    const script = fileURLToPath(new URL('../support/exchange.js', import.meta.url))
    const child = spawn(process.execPath, [script, elsewhere('from/d'), elsewhere('from/l')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    const root = openRoot(elsewhere('from'))
    try {
      const seen = new Set<string>()
      for (let i = 0; i < 1000; i++)
        for (const path of Object.keys(scanRoot(root, { maxRows: 1 + (i % 4) }).types)) seen.add(path)
      // It was met on both names.
      expect([...seen]).to.include.members(['d/e/f', 'l/e/f'])
      expect([...seen].filter((path) => path.includes('secret'))).to.deep.equal([])
    } finally {
      closeRoot(root)
      child.kill('SIGKILL')
      await once(child, 'close')
    }
  })

  it('S2: gives what vanishes between its listing and the look at it as skipped', () => {
    makeTree(at('from'), { a: 'x', b: 'x', c: 'x' })
    const order = readdirSync(at('from'))
    const { failed, types, whole } = scanTree(at('from'), {
      maxRows: 2,
      before: (part) => part === 1 && rmSync(at('from', order[2] ?? '')),
    })
    expect(types[order[2] ?? '']).to.equal('skipped')
    expect(failed).to.deep.equal({})
    expect(whole).to.equal(true)
  })

  it('S6: gives files that have changed again, as what they are now', () => {
    makeTree(at('from'), { 'd/f': 'old', 'd/gone': 'x', 'd/dir': 'x', same: 'x' })
    const root = openRoot(at('from'))
    try {
      const before = scanRoot(root)
      writeFileSync(at('from/d/f'), 'new content')
      rmSync(at('from/d/gone'))
      rmSync(at('from/d/dir'))
      mkdirSync(at('from/d/dir'))
      const indices = ['d/f', 'd/gone', 'd/dir'].map((path) => before.indices[path] ?? -1)
      const again = before.again(indices)
      expect(again.columns.first).to.equal(before.manifest.count)
      expect(again.columns.count).to.equal(1)
      expect(again.columns.name(0)).to.equal('f')
      expect(again.columns.sizes[0]).to.equal(11)
      expect(again.columns.directories[0]).to.equal((before.indices['d'] ?? -1) + 1)
      expect(again.supersedes).to.deep.equal([indices[0]])
      expect(again.failures.map(({ code, path }) => `${code} ${path}`)).to.deep.equal([
        'E_CHANGED d/gone',
        'E_CHANGED d/dir',
      ])
      expect(again.failed).to.deep.equal(indices.slice(1))
      expect(() => before.again([before.indices['d'] ?? -1])).to.throw(/no file/)
      expect(() => before.again([99])).to.throw(/no file/)
    } finally {
      closeRoot(root)
    }
  })

  it('S2: says so when the root itself cannot be listed', () => {
    mkdirSync(at('from'))
    // As if the disk had gone from under the handle.
    const { failed, incomplete, whole } = scanRoot({ fd: 999_999, path: at('from') })
    expect(failed).to.deep.equal({ '': 'E_SCAN' })
    expect(incomplete).to.deep.equal([''])
    expect(whole).to.equal(false)
  })
})
