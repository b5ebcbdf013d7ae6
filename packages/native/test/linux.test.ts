import { expect } from 'chai'
import fs from 'node:fs'

import { linux, scratch, thrownBy } from './scratch.js'
import { runWorker } from './run-worker.js'

describe('unshareFs and fchdir', () => {
  linux()
  const dir = scratch()

  it('give a worker a working directory of its own', async () => {
    fs.mkdirSync(dir.at('a'))
    fs.mkdirSync(dir.at('b'))
    const before = fs.realpathSync('.')
    const results = await Promise.all([
      runWorker('bare-names', { directory: dir.at('a') }),
      runWorker('bare-names', { directory: dir.at('b') }),
    ])
    expect(results).to.deep.equal([100, 100])
    for (const name of ['a', 'b']) expect(fs.readdirSync(dir.at(name))).to.have.length(100)
    expect(fs.realpathSync('.')).to.equal(before)
  })

  it('fail with a code', () => {
    dir.write('file', '')
    const native = linux()
    expect(thrownBy(() => native.fchdir(dir.open('file')))).to.include({ code: 'ENOTDIR', syscall: 'fchdir' })
    expect(thrownBy(() => native.fchdir(-1))).to.include({ code: 'EBADF', errno: -9 })
  })
})

describe('renameAt', () => {
  const native = linux()
  const dir = scratch()

  it('replaces, refuses to replace, or exchanges', () => {
    dir.write('a', 'A')
    dir.write('b', 'B')
    const fd = dir.open('')
    const error = thrownBy(() => native.renameAt(fd, 'a', fd, 'b', 'no-replace'))
    expect(error).to.include({ code: 'EEXIST', path: 'a', dest: 'b' })
    native.renameAt(fd, 'a', fd, 'b', 'exchange')
    expect([read('a'), read('b')]).to.deep.equal(['B', 'A'])
    native.renameAt(fd, 'a', fd, 'b', 'replace')
    expect(fs.readdirSync(dir.at())).to.deep.equal(['b'])
    expect(read('b')).to.equal('B')
    native.renameAt(fd, 'b', fd, 'c', 'no-replace')
    expect(fs.readdirSync(dir.at())).to.deep.equal(['c'])
  })

  it('goes from one directory to another', () => {
    fs.mkdirSync(dir.at('from'))
    fs.mkdirSync(dir.at('to'))
    dir.write('from/x', 'x')
    dir.write('from/y', 'y')
    native.renameAt(dir.open('from'), 'x', dir.open('to'), 'x', 'replace')
    native.renameAt(dir.open('from'), 'y', dir.open('to'), 'y', 'no-replace')
    expect(fs.readdirSync(dir.at('to'))).to.deep.equal(['x', 'y'])
  })

  it('fails with a code', () => {
    const fd = dir.open('')
    expect(thrownBy(() => native.renameAt(fd, 'none', fd, 'b', 'replace')).code).to.equal('ENOENT')
    expect(thrownBy(() => native.renameAt(fd, 'none', fd, 'b', 'exchange')).code).to.equal('ENOENT')
  })

  function read(name: string): string {
    return fs.readFileSync(dir.at(name), 'utf8')
  }
})

describe('linkFd', () => {
  const native = linux()
  const dir = scratch()
  const O_TMPFILE = 0o20_000_000 | fs.constants.O_DIRECTORY

  it('gives a name to a file that had none, and never replaces one', function () {
    let fd: number
    try {
      fd = dir.open('', O_TMPFILE | fs.constants.O_RDWR)
    } catch {
      return this.skip() // the file system has no O_TMPFILE
    }

    fs.writeSync(fd, 'late')
    native.linkFd(fd, dir.open(''), 'named')
    expect(fs.readFileSync(dir.at('named'), 'utf8')).to.equal('late')
    expect(thrownBy(() => native.linkFd(fd, dir.open(''), 'named')).code).to.equal('EEXIST')
  })
})

describe('syncfs and fallocate', () => {
  const native = linux()
  const dir = scratch()
  const FALLOC_FL_KEEP_SIZE = 1

  it('sync a file system', () => {
    native.syncfs(dir.open(''))
    expect(thrownBy(() => native.syncfs(-1))).to.include({ code: 'EBADF', syscall: 'syncfs' })
  })

  it('reserve space', function () {
    const fd = dir.open('file', 'w')
    try {
      native.fallocate(fd, FALLOC_FL_KEEP_SIZE, 0, 1024 * 1024)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOTSUP') this.skip() // the file system cannot
      throw error
    }

    const { blocks, size } = fs.fstatSync(fd)
    expect(size).to.equal(0)
    expect(blocks * 512).to.be.at.least(1024 * 1024)
    native.fallocate(fd, 0, 4096, 4096)
    expect(fs.fstatSync(fd).size).to.equal(8192)
    expect(thrownBy(() => native.fallocate(fd, 0, 0, 0)).code).to.equal('EINVAL')
  })
})
