import { expect } from 'chai'
import fs from 'node:fs'

import { linux, scratch, thrownBy } from './scratch.js'

describe('extended attributes', () => {
  const native = linux()
  const dir = scratch()

  beforeEach(function () {
    dir.write('file', '')
    try {
      native.lsetXattr(dir.at('file'), 'user.probe', Buffer.of())
      native.lremoveXattr(dir.at('file'), 'user.probe')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOTSUP') this.skip() // the file system has none
      throw error
    }
  })

  it('are written, listed, read and removed by descriptor', () => {
    const fd = dir.open('file')
    const value = Buffer.from([0, 255, 10, 0])
    native.setXattr(fd, 'user.a', value)
    native.setXattr(fd, 'user.empty', Buffer.of())
    expect(names(native.listXattrs(fd))).to.deep.equal(['user.a', 'user.empty'])
    expect(native.getXattr(fd, 'user.a')).to.deep.equal(value)
    expect(native.getXattr(fd, 'user.empty')).to.have.length(0)
    native.removeXattr(fd, 'user.a')
    expect(names(native.listXattrs(fd))).to.deep.equal(['user.empty'])
  })

  it('are written, listed, read and removed by path', () => {
    const path = dir.at('file')
    native.lsetXattr(path, 'user.a', Buffer.from('one'))
    native.lsetXattr(Buffer.from(path), 'user.a', Buffer.from('two'))
    expect(names(native.llistXattrs(path))).to.deep.equal(['user.a'])
    expect(native.lgetXattr(path, 'user.a').toString()).to.equal('two')
    native.lremoveXattr(path, 'user.a')
    expect(names(native.llistXattrs(path))).to.deep.equal([])
  })

  it('S12: are never those of what a symbolic link names', () => {
    native.lsetXattr(dir.at('file'), 'user.a', Buffer.from('x'))
    fs.symlinkSync('file', dir.at('link'))
    expect(names(native.llistXattrs(dir.at('link')))).to.deep.equal([])
    expect(thrownBy(() => native.lsetXattr(dir.at('link'), 'user.b', Buffer.of())).code).to.equal('EPERM')
  })

  it('keep names of any bytes', () => {
    const fd = dir.open('file')
    const raw = Buffer.from('user.\u00FF', 'latin1')
    native.setXattr(fd, raw, Buffer.from('raw'))
    native.setXattr(fd, 'user.\u00FF', Buffer.from('text'))
    const listed = native.listXattrs(fd)
    expect(listed).to.deep.include(raw)
    expect(listed).to.include('user.\u00FF')
    expect(native.getXattr(fd, raw).toString()).to.equal('raw')
    expect(native.getXattr(fd, 'user.\u00FF').toString()).to.equal('text')
  })

  it('give a value of its own each time', () => {
    const fd = dir.open('file')
    native.setXattr(fd, 'user.a', Buffer.from('first'))
    const first = native.getXattr(fd, 'user.a')
    native.setXattr(fd, 'user.a', Buffer.from('other'))
    expect(first.toString()).to.equal('first')
  })

  it('fail with a code', () => {
    const fd = dir.open('file')
    expect(thrownBy(() => native.getXattr(fd, 'user.none'))).to.include({
      code: 'ENODATA',
      syscall: 'fgetxattr',
    })
    expect(thrownBy(() => native.removeXattr(fd, 'user.none')).code).to.equal('ENODATA')
    expect(thrownBy(() => native.setXattr(fd, 'user.big', Buffer.alloc(65_537))).code).to.equal('E2BIG')
    expect(thrownBy(() => native.listXattrs(-1)).code).to.equal('EBADF')
    const missing = dir.at('missing')
    expect(thrownBy(() => native.llistXattrs(missing))).to.include({ code: 'ENOENT', path: missing })
  })

  function names(list: ReadonlyArray<Buffer | string>): string[] {
    const text = list.map((name) => name.toString())
    // what the system itself adds, such as a security label
    return text.filter((name) => name.startsWith('user.')).sort()
  }
})

describe('listXattrs', () => {
  it('is empty where the file system has no extended attributes', () => {
    const native = linux()
    const fd = fs.openSync('/proc/self/stat', 'r')
    try {
      expect(native.listXattrs(fd).filter((name) => name.toString().startsWith('user.'))).to.deep.equal([])
    } finally {
      fs.closeSync(fd)
    }
  })
})
