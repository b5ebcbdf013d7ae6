import { expect } from 'chai'
import fs from 'node:fs'

import { linux, scratch, thrownBy } from './scratch.js'

describe('paths given to libc', () => {
  const native = linux()
  const dir = scratch()

  it('are UTF-8 if strings and untouched if bytes', () => {
    const raw = Buffer.concat([Buffer.from(`${dir.at()}/`), Buffer.of(0xff, 0xfe)])
    dir.write('\u00E9\u{1F40B}', '')
    fs.writeFileSync(raw, '')
    native.unlinkAt(native.atFdcwd, dir.at('\u00E9\u{1F40B}'), false)
    native.unlinkAt(native.atFdcwd, raw, false)
    expect(fs.readdirSync(dir.at())).to.deep.equal([])
  })

  it('end where they end, whatever longer path was there before', () => {
    dir.write('a', '')
    dir.write('a-longer-name', '')
    const fd = dir.open('')
    native.unlinkAt(fd, 'a-longer-name', false)
    native.unlinkAt(fd, Buffer.from('a'), false)
    expect(fs.readdirSync(dir.at())).to.deep.equal([])
  })

  it('may be 4095 bytes long and not one more', () => {
    const longest = '/.'.repeat(2047) + '/'
    expect(longest).to.have.length(4095)
    expect(thrownBy(() => native.unlinkAt(native.atFdcwd, longest, false)).code).to.equal('EISDIR')
    for (const path of [`${longest}/`, Buffer.from(`${longest}/`), `${'\u20AC'.repeat(1365)}x`])
      expect(thrownBy(() => native.unlinkAt(native.atFdcwd, path, false)).code).to.equal('ENAMETOOLONG')
  })

  it('are refused with a NUL inside, which would cut them short', () => {
    dir.write('victim', '')
    const fd = dir.open('')
    expect(thrownBy(() => native.unlinkAt(fd, 'victim\0.tmp', false)).code).to.equal('EINVAL')
    expect(thrownBy(() => native.unlinkAt(fd, Buffer.from('victim\0.tmp'), false)).code).to.equal('EINVAL')
    expect(fs.existsSync(dir.at('victim'))).to.equal(true)
  })

  it('are refused with a lone surrogate, which would become another name', () => {
    dir.write('x\uFFFD', '')
    expect(thrownBy(() => native.unlinkAt(dir.open(''), 'x\uDCFF', false)).code).to.equal('EILSEQ')
    expect(fs.readdirSync(dir.at())).to.have.length(1)
  })
})
