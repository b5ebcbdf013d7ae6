import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  linkSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { fileURLToPath } from 'node:url'

import { expect } from 'chai'

import { ARCHIVE_PRESERVE, DEFAULT_PRESERVE } from '@blit/core'
import { loadNative } from '@blit/native'

import {
  closeRoot,
  mainThreadAccess,
  openRoot,
  OutgoingFiles,
  type OpenDirectory,
  type OutgoingFilesSetup,
} from '../../dist/outgoing/index.js'
import { scanRoot, type Scanned, type ScanRequest } from '../support/scan.js'
import { scratch } from '../support/scratch.js'
import { makeTree } from '../support/tree.js'

/** What can happen to a file after it was listed, and how it shows. */
const CHANGES: Record<string, { readonly change: (path: string) => void }> = {
  grows: { change: (path) => appendFileSync(path, 'more') },
  shrinks: { change: (path) => truncateSync(path, 3) },
  'is emptied': { change: (path) => truncateSync(path, 0) },
  'is rewritten with equal size': { change: (path) => writeFileSync(path, 'ANOTHER') },
  'is replaced by a file of equal size and time': {
    change(path) {
      const { atime, mtime } = lstatSync(path)
      writeFileSync(`${path}.new`, 'ANOTHER')
      lutimesSync(`${path}.new`, atime, mtime)
      renameSync(`${path}.new`, path)
    },
  },
  vanishes: { change: (path) => rmSync(path) },
  'becomes a directory': {
    change(path) {
      rmSync(path)
      mkdirSync(path)
    },
  },
  'becomes a symlink': {
    change(path) {
      rmSync(path)
      symlinkSync('other', path)
    },
  },
  'becomes a FIFO': {
    change(path) {
      rmSync(path)
      execFileSync('mkfifo', [path])
    },
  },
}

describe('the files of a source', () => {
  const { at, elsewhere } = scratch({ atEnd: closeAll })
  const opened: Array<() => void> = []

  function closeAll(): void {
    for (const close of opened.splice(0)) close()
  }

  function openSource(
    path: string,
    setup: Partial<OutgoingFilesSetup> = {},
    request: ScanRequest = {},
  ): { readonly files: OutgoingFiles; readonly scanned: Scanned; readonly root: OpenDirectory } {
    const root = openRoot(path)
    const { copyLinks = false, confine, preserve = DEFAULT_PRESERVE } = setup
    const scanned = scanRoot(root, {
      ...request,
      ...(confine === undefined ? {} : { confine }),
      options: { copyLinks, preserve },
    })
    const { manifest } = scanned
    const access = mainThreadAccess()
    const files = new OutgoingFiles({
      root,
      access,
      manifest,
      native: loadNative(),
      ...setup,
      copyLinks,
      preserve,
    })
    opened.push(
      () => files.close(),
      () => closeRoot(root),
    )
    return { files, scanned, root }
  }

  it('reads small files whole, wherever they are', () => {
    const deep = new Array(300).fill('deep-and-deeper').join('/')
    execFileSync('python3', [
      '-c',
      `import os, sys
os.makedirs(sys.argv[1]); os.chdir(sys.argv[1])
for i in range(300):
    os.mkdir('deep-and-deeper'); os.chdir('deep-and-deeper')
open('bottom', 'w').write('bottom')`,
      at('from'),
    ])
    makeTree(at('from'), { a: 'aaa', 'b/c': 'cc', 'b/d': '', e: Buffer.alloc(256 * 1024, 'e') })
    writeFileSync(Buffer.concat([Buffer.from(at('from/b/')), Buffer.from([0xff])]), 'odd')
    const { files, scanned } = openSource(at('from'))
    const buffer = Buffer.alloc(300_000)
    const content = (path: string): string => {
      const read = files.readSmall(scanned.indices[path] ?? -1, buffer, 10, buffer.length - 10)
      return read.status === 'ok' ? buffer.toString('latin1', 10, 10 + read.size) : read.failure.message
    }
    expect(
      ['a', 'b/c', `${deep}/bottom`, 'b/d', 'b/\uDCFF', 'b/c'].map((path) => content(path)),
    ).to.deep.equal(['aaa', 'cc', 'bottom', '', 'odd', 'cc'])
    expect(content('e')).to.equal('e'.repeat(256 * 1024))
    expect(() => files.readSmall(scanned.indices['a'] ?? -1, buffer, 0, 3)).to.throw(RangeError)
  })

  for (const [what, { change }] of Object.entries(CHANGES)) {
    it(`S6: takes nothing of a file that ${what} after it was listed, and names it`, () => {
      makeTree(at('from'), { 'd/f': { file: 'content', mtime: 1_000_000_000 }, 'd/other': 'other' })
      const { files, scanned } = openSource(at('from'), { prefix: 'from' })
      change(at('from/d/f'))
      const index = scanned.indices['d/f'] ?? -1
      const buffer = Buffer.alloc(100)
      for (const read of [files.readSmall(index, buffer, 0, 100), files.openLarge(index)]) {
        expect(read.status).to.equal('changed')
        if (read.status === 'ok') return
        expect(read.failure.path).to.equal('from/d/f')
        expect(read.failure.code).to.equal('E_CHANGED')
        expect(read.failure.message).to.match(/^from\/d\/f: /)
      }

      expect(files.readSmall(scanned.indices['d/other'] ?? -1, buffer, 0, 100).status).to.equal('ok')
    })
  }

  it('S6: takes a file that got another name: its content has not changed', () => {
    makeTree(at('from'), { f: 'content' })
    const { files, scanned } = openSource(at('from'))
    linkSync(at('from/f'), at('from/g'))
    expect(files.readSmall(scanned.indices['f'] ?? -1, Buffer.alloc(10), 0, 10)).to.deep.equal({
      status: 'ok',
      size: 7,
    })
  })

  it('S6: tells that a file was written to, also where its time was put back', () => {
    makeTree(at('from'), { small: 'content', large: Buffer.alloc(1_000_000, 'l') })
    const { files, scanned } = openSource(at('from'))
    const large = files.openLarge(scanned.indices['large'] ?? -1)
    if (large.status !== 'ok') throw new Error(large.failure.message)
    for (const [name, bytes] of [
      ['small', 'another'],
      ['large', Buffer.alloc(1_000_000, 'm')],
    ] as const) {
      const { mtimeNs } = statSync(at(`from/${name}`), { bigint: true })
      writeFileSync(at(`from/${name}`), bytes)
      execFileSync('touch', [
        '-d',
        `@${mtimeNs / 1_000_000_000n}.${String(mtimeNs % 1_000_000_000n).padStart(9, '0')}`,
        at(`from/${name}`),
      ])
      expect(statSync(at(`from/${name}`), { bigint: true }).mtimeNs).to.equal(mtimeNs)
    }

    expect(large.check()).to.equal('changed')
    large.close()
    const small = files.readSmall(scanned.indices['small'] ?? -1, Buffer.alloc(10), 0, 10)
    expect(small.status).to.equal('changed')
  })

  it('S6: tells whether a large file was the same all the time that it was read', () => {
    makeTree(at('from'), { large: Buffer.alloc(1_000_000, 'l'), same: Buffer.alloc(1_000_000, 's') })
    const { files, scanned } = openSource(at('from'))
    for (const name of ['large', 'same']) {
      const large = files.openLarge(scanned.indices[name] ?? -1)
      if (large.status !== 'ok') throw new Error(large.failure.message)
      expect(large.size).to.equal(1_000_000)
      const buffer = Buffer.alloc(1000)
      readSync(large.fd, buffer, 0, 1000, 500_000)
      expect(buffer.toString()).to.equal(name.slice(0, 1).repeat(1000))
      expect(large.check()).to.equal('ok')
      if (name === 'large') appendFileSync(at('from/large'), 'x')
      expect(large.check()).to.equal(name === 'large' ? 'changed' : 'ok')
      large.close()
    }
  })

  it('S13: refuses an index that is no file of the manifest', () => {
    makeTree(at('from'), { 'd/f': 'x', link: { link: 'd/f' } })
    const { files, scanned } = openSource(at('from'))
    for (const index of [scanned.indices['d'], scanned.indices['link'], 99, -1, 1.5]) {
      expect(() => files.readSmall(index ?? 0, Buffer.alloc(10), 0, 10), String(index)).to.throw(/no file/)
      expect(() => files.openLarge(index ?? 0), String(index)).to.throw(/no file/)
    }
  })

  it('S12: reads nothing through a directory that became a symlink', () => {
    makeTree(at('from'), { 'd/e/f': 'content' })
    makeTree(at('other'), { f: 'secret!', 'e/f': 'secret!' })
    for (const swapped of ['d', 'd/e']) {
      const { files, scanned } = openSource(at('from'))
      renameSync(at('from', swapped), at('aside'))
      symlinkSync(at('other'), at('from', swapped))
      const buffer = Buffer.alloc(100)
      expect(files.readSmall(scanned.indices['d/e/f'] ?? -1, buffer, 0, 100).status).to.equal('changed')
      expect(buffer.toString()).not.to.include('secret')
      closeAll()
      rmSync(at('from', swapped))
      renameSync(at('aside'), at('from', swapped))
    }
  })

  it('S12: reads the tree and nothing else while a directory and a symlink change places', async () => {
    makeTree(elsewhere('from'), { 'd/f': 'content', l: { link: elsewhere('other') } })
    makeTree(elsewhere('other'), { f: 'secret!' })
    const { root, scanned } = openSource(elsewhere('from'))
    const script = fileURLToPath(new URL('../support/exchange.js', import.meta.url))
    const child = spawn(process.execPath, [script, elsewhere('from/d'), elsewhere('from/l')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    try {
      const seen = new Set<string>()
      const buffer = Buffer.alloc(100)
      for (let i = 0; i < 5000; i++) {
        // Each time a new one, which has to find its way.
        const files = new OutgoingFiles({
          root,
          access: mainThreadAccess(),
          manifest: scanned.manifest,
          native: undefined,
          copyLinks: false,
          preserve: DEFAULT_PRESERVE,
        })
        buffer.fill(0)
        const { status } = files.readSmall(scanned.indices['d/f'] ?? -1, buffer, 0, 100)
        seen.add(`${status} ${buffer.toString('latin1', 0, 7)}`)
        files.close()
      }

      expect([...seen].sort()).to.deep.equal([`changed ${'\0'.repeat(7)}`, 'ok content'])
    } finally {
      child.kill('SIGKILL')
      await once(child, 'close')
    }
  })

  it('S12: reads what links lead to, but not out of what it is confined to', () => {
    makeTree(at('module/from'), { near: { link: '../f' }, d: { link: '../shared' } })
    makeTree(at('module'), { f: 'near', 'shared/g': 'shared' })
    makeTree(at('other'), { f: 'secret', g: 'secret' })
    const confine = openRoot(at('module'))
    opened.push(() => closeRoot(confine))
    const { files, scanned } = openSource(at('module/from'), { copyLinks: true, confine })
    const buffer = Buffer.alloc(100)
    const statusOf = (path: string): string =>
      files.readSmall(scanned.indices[path] ?? -1, buffer, 0, 100).status
    expect([statusOf('near'), statusOf('d/g')]).to.deep.equal(['ok', 'ok'])
    // The very inode that was listed, by a way that leads out and back, or with its home moved out.
    renameSync(at('module/f'), at('other/f'))
    symlinkSync('../other/f', at('module/f'))
    renameSync(at('module/shared'), at('other/shared'))
    symlinkSync('../other/shared', at('module/shared'))
    const { indices, manifest } = scanned
    const fresh = new OutgoingFiles({
      root: openRootOnce(at('module/from')),
      access: mainThreadAccess(),
      manifest,
      native: undefined,
      copyLinks: true,
      preserve: DEFAULT_PRESERVE,
      confine,
    })
    opened.push(() => fresh.close())
    expect(fresh.readSmall(indices['near'] ?? -1, buffer, 0, 100).status).to.equal('failed')
    expect(fresh.openLarge(indices['near'] ?? -1).status).to.equal('failed')
    expect(fresh.readSmall(indices['d/g'] ?? -1, buffer, 0, 100).status).to.equal('failed')
  })

  it('reads the attributes that are kept, of files and directories', function () {
    const native = loadNative()
    if (native === undefined) this.skip()
    makeTree(elsewhere('from'), { 'd/f': 'x', bare: 'x', link: { link: 'bare' } })
    try {
      native.lsetXattr(elsewhere('from/d/f'), 'user.of', Buffer.from('file'))
      native.lsetXattr(elsewhere('from/d'), 'user.of', Buffer.from([0, 1, 255]))
    } catch {
      this.skip()
    }

    const { files, scanned } = openSource(elsewhere('from'), { preserve: ARCHIVE_PRESERVE })
    const xattrs = (path: string): unknown => {
      const read = files.readXattrs(scanned.indices[path] ?? -1)
      return read.status === 'ok' ? Object.fromEntries(read.xattrs) : read.failure.code
    }
    expect(xattrs('d/f')).to.deep.equal({ 'user.of': Buffer.from('file') })
    expect(xattrs('d')).to.deep.equal({ 'user.of': Buffer.from([0, 1, 255]) })
    expect([xattrs('bare'), xattrs('link')]).to.deep.equal([{}, {}])
    rmSync(elsewhere('from/bare'))
    expect(xattrs('bare')).to.equal('E_CHANGED')
    const plain = openSource(elsewhere('from'))
    expect(plain.files.readXattrs(plain.scanned.indices['d/f'] ?? -1)).to.deep.equal({
      status: 'ok',
      xattrs: new Map(),
    })
  })

  it('leaves no handle open', () => {
    makeTree(at('from'), { 'a/b/c/f': 'x', 'd/e': 'x' })
    const count = (): number => readdirSync('/proc/self/fd').length
    const before = count()
    const { files, scanned } = openSource(at('from'))
    const index = scanned.indices['a/b/c/f'] ?? -1
    files.readSmall(index, Buffer.alloc(10), 0, 10)
    rmSync(at('from/d/e'))
    files.openLarge(scanned.indices['d/e'] ?? -1)
    writeFileSync(at('from/a/b/c/f'), 'yy')
    files.openLarge(index)
    files.readXattrs(index)
    closeAll()
    expect(count()).to.equal(before)
  })

  function openRootOnce(path: string): OpenDirectory {
    const root = openRoot(path)
    opened.push(() => closeRoot(root))
    return root
  }
})
