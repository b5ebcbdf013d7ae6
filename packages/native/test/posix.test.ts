import { expect } from 'chai'
import fs from 'node:fs'

import { linux, scratch, thrownBy } from './scratch.js'

const MIB = 1024 * 1024
const { S_IFCHR, S_IFIFO } = fs.constants

describe('times', () => {
  const native = linux()
  const dir = scratch()
  const times = [
    0n,
    1n,
    -1n,
    1_700_000_000_123_456_789n,
    -1_234_567_890_123_456_789n,
    999_999_999n,
    -2_000_000_000n,
  ]

  it('are set to the nanosecond by descriptor, before 1970 too, and the access time stays', () => {
    const fd = dir.open('file', 'w')
    const { atimeNs } = fs.fstatSync(fd, { bigint: true })
    for (const time of times) {
      native.setTimes(fd, time)
      const stats = fs.fstatSync(fd, { bigint: true })
      expect(stats.mtimeNs).to.equal(time)
      expect(stats.atimeNs).to.equal(atimeNs)
    }
  })

  it('are set on a symbolic link itself, not on what it names', () => {
    const target = dir.write('target', '')
    fs.utimesSync(target, 1, 1)
    fs.symlinkSync('target', dir.at('link'))
    for (const time of times) {
      native.setLinkTimes(dir.at('link'), time)
      expect(fs.lstatSync(dir.at('link'), { bigint: true }).mtimeNs).to.equal(time)
    }

    expect(fs.statSync(target).mtimeMs).to.equal(1000)
  })

  it('fail with a code', () => {
    expect(thrownBy(() => native.setTimes(-1, 0n))).to.include({ code: 'EBADF', syscall: 'futimens' })
    const missing = dir.at('missing')
    expect(thrownBy(() => native.setLinkTimes(missing, 0n))).to.include({ code: 'ENOENT', path: missing })
  })
})

describe('seekData and seekHole', () => {
  const native = linux()
  const dir = scratch()

  it('find the data in a sparse file', function () {
    const fd = dir.open('sparse', 'w+')
    fs.ftruncateSync(fd, 8 * MIB)
    if (native.seekHole(fd, 0) !== 0) this.skip() // the file system keeps no holes
    fs.writeSync(fd, Buffer.alloc(MIB, 1), 0, MIB, 4 * MIB)
    expect(native.seekData(fd, 0)).to.equal(4 * MIB)
    expect(native.seekHole(fd, 4 * MIB)).to.equal(5 * MIB)
    expect(native.seekData(fd, 5 * MIB)).to.equal(-1)
  })

  it('answer beyond 4 GiB', function () {
    const fd = dir.open('sparse', 'w+')
    const far = 2 ** 33 + 4096
    fs.ftruncateSync(fd, far + MIB)
    if (native.seekHole(fd, 0) !== 0) this.skip() // the file system keeps no holes
    fs.writeSync(fd, 'x', far)
    expect(native.seekData(fd, 2 ** 32 + 4096)).to.equal(far)
  })

  it('say -1 beyond the end and throw what is no answer', () => {
    const fd = dir.open('empty', 'w+')
    expect(native.seekHole(fd, 10)).to.equal(-1)
    expect(native.seekData(fd, 0)).to.equal(-1)
    expect(thrownBy(() => native.seekData(-1, 0))).to.include({ code: 'EBADF', syscall: 'lseek' })
  })
})

describe('flock', () => {
  const native = linux()
  const dir = scratch()

  it('lets shared holders be many and an exclusive one be alone', () => {
    dir.write('lock', '')
    const [a, b, c] = [dir.open('lock'), dir.open('lock'), dir.open('lock')]
    expect(native.flock(a, 'shared')).to.equal(true)
    expect(native.flock(b, 'shared')).to.equal(true)
    expect(native.flock(c, 'exclusive')).to.equal(false)
    expect(native.flock(a, 'exclusive')).to.equal(false)
  })

  it('is given back by the last close', () => {
    const path = dir.write('lock', '')
    const holder = fs.openSync(path, 'r')
    const fd = dir.open('lock')
    expect(native.flock(holder, 'exclusive')).to.equal(true)
    expect(native.flock(fd, 'exclusive')).to.equal(false)
    fs.closeSync(holder)
    expect(native.flock(fd, 'exclusive')).to.equal(true)
  })

  it('throws what is not a refusal', () => {
    expect(thrownBy(() => native.flock(-1, 'shared'))).to.include({ code: 'EBADF', syscall: 'flock' })
  })
})

describe('mknod', () => {
  const native = linux()
  const dir = scratch()

  it('makes a FIFO', () => {
    native.mknod(dir.at('fifo'), S_IFIFO | 0o600, 0)
    const stats = fs.lstatSync(dir.at('fifo'))
    expect(stats.isFIFO()).to.equal(true)
    expect(stats.mode & 0o777).to.equal(0o600)
    expect(thrownBy(() => native.mknod(dir.at('fifo'), S_IFIFO | 0o600, 0)).code).to.equal('EEXIST')
  })

  it('makes a device with the number of another', function () {
    if (process.getuid?.() !== 0) this.skip() // needs root
    const { rdev } = fs.statSync('/dev/null')
    try {
      native.mknod(dir.at('null'), S_IFCHR | 0o600, rdev)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EPERM') this.skip() // root of a container without the right
      throw error
    }

    const stats = fs.lstatSync(dir.at('null'))
    expect(stats.isCharacterDevice()).to.equal(true)
    expect(stats.rdev).to.equal(rdev)
  })
})

describe('linkAt and unlinkAt', () => {
  const native = linux()
  const dir = scratch()

  it('link and remove names in directories given by descriptor', () => {
    fs.mkdirSync(dir.at('a'))
    fs.mkdirSync(dir.at('b'))
    dir.write('a/file', 'content')
    const [a, b] = [dir.open('a'), dir.open('b')]
    native.linkAt(a, 'file', b, 'again')
    expect(fs.statSync(dir.at('b/again')).ino).to.equal(fs.statSync(dir.at('a/file')).ino)
    native.unlinkAt(a, 'file', false)
    expect(fs.existsSync(dir.at('a/file'))).to.equal(false)
    native.unlinkAt(dir.open(''), 'a', true)
    expect(fs.existsSync(dir.at('a'))).to.equal(false)
  })

  it('S12: link and remove a symbolic link, never what it names', () => {
    dir.write('target', '')
    fs.symlinkSync('target', dir.at('link'))
    const fd = dir.open('')
    native.linkAt(fd, 'link', fd, 'second')
    expect(fs.lstatSync(dir.at('second')).isSymbolicLink()).to.equal(true)
    native.unlinkAt(fd, 'second', false)
    expect(fs.readdirSync(dir.at()).sort()).to.deep.equal(['link', 'target'])
  })

  it('do not take a file for a directory nor the reverse', () => {
    dir.write('file', '')
    fs.mkdirSync(dir.at('directory'))
    const fd = dir.open('')
    expect(thrownBy(() => native.unlinkAt(fd, 'file', true)).code).to.equal('ENOTDIR')
    expect(thrownBy(() => native.unlinkAt(fd, 'directory', false)).code).to.equal('EISDIR')
  })

  it('name both paths in an error', () => {
    const error = thrownBy(() => native.linkAt(native.atFdcwd, '/nowhere/a', native.atFdcwd, '/nowhere/b'))
    expect(error).to.include({ code: 'ENOENT', path: '/nowhere/a', dest: '/nowhere/b', errno: -2 })
    expect(error.message).to.equal("ENOENT: no such file or directory, linkat '/nowhere/a' -> '/nowhere/b'")
  })
})
