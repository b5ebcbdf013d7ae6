import { expect } from 'chai'
import fs from 'node:fs'

import { linux, scratch, thrownBy } from './scratch.js'

describe('copyFileRange', () => {
  const native = linux()
  const dir = scratch()

  it('copies from one offset to another and moves no file position', () => {
    dir.write('in', 'hello world')
    const [from, to] = [dir.open('in'), dir.open('out', 'w+')]
    expect(native.copyFileRange(from, 6, to, 3, 100)).to.equal(5)
    expect(fs.readFileSync(dir.at('out'), 'latin1')).to.equal('\0\0\0world')
    expect(fs.readSync(from, Buffer.alloc(5))).to.equal(5)
  })

  it('copies beyond 4 GiB', () => {
    const [from, to] = [dir.open('in', 'w+'), dir.open('out', 'w+')]
    const far = 2 ** 32 + 1
    fs.writeSync(from, 'far', far)
    expect(native.copyFileRange(from, far, to, 2 ** 33 + 3, 3)).to.equal(3)
    const bytes = Buffer.alloc(3)
    fs.readSync(to, bytes, 0, 3, 2 ** 33 + 3)
    expect(bytes.toString()).to.equal('far')
  })

  it('says 0 at the end', () => {
    dir.write('in', 'x')
    expect(native.copyFileRange(dir.open('in'), 1, dir.open('out', 'w'), 0, 10)).to.equal(0)
  })

  it('fails with a code', () => {
    dir.write('in', 'x')
    const fd = dir.open('in')
    const error = thrownBy(() => native.copyFileRange(fd, 0, fd, 1, 1))
    expect(error).to.include({ code: 'EBADF', syscall: 'copy_file_range' })
  })
})

describe('cloneFile and cloneRange', () => {
  const native = linux()
  const dir = scratch()

  it('share the blocks or say that it cannot be done', () => {
    const content = Buffer.alloc(65_536, 'clone')
    dir.write('in', content)
    const [from, to] = [dir.open('in'), dir.open('out', 'w+')]
    const cloned = native.cloneFile(to, from)
    expect(fs.readFileSync(dir.at('out'))).to.deep.equal(cloned ? content : Buffer.alloc(0))
    expect(native.cloneRange(to, from, 4096, 4096, 65_536)).to.equal(cloned)
    if (cloned)
      expect(fs.readFileSync(dir.at('out')).subarray(65_536)).to.deep.equal(content.subarray(4096, 8192))
  })

  it('throw what is no matter of file systems', () => {
    dir.write('in', 'x')
    const fd = dir.open('in')
    expect(thrownBy(() => native.cloneFile(-1, fd))).to.include({ code: 'EBADF', syscall: 'ioctl(FICLONE)' })
    expect(thrownBy(() => native.cloneRange(-1, fd, 0, 0, 0)).syscall).to.equal('ioctl(FICLONERANGE)')
  })
})
