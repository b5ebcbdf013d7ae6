import { expect } from 'chai'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { makeDirectories } from '../../dist/index.js'

describe('makeDirectories', () => {
  let place: string

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'blit-make-'))
  })

  afterEach(() => {
    rmSync(place, { recursive: true, force: true })
  })

  const errno = (path: string): string | undefined => {
    try {
      makeDirectories(path, 0o700)
    } catch (error) {
      return (error as NodeJS.ErrnoException).code
    }

    return undefined
  }

  it('makes what is missing, and counts it', () => {
    expect(makeDirectories(`${place}/a/b//c/`, 0o700)).to.equal(3)
    expect(statSync(join(place, 'a/b/c')).mode & 0o777).to.equal(0o700)
    expect(makeDirectories(`${place}/a/b/c`, 0o700)).to.equal(0)
    expect(makeDirectories('/', 0o700)).to.equal(0)
  })

  it('throws where a file is in the way', () => {
    writeFileSync(join(place, 'file'), '')
    expect(errno(`${place}/file`)).to.equal('EEXIST')
    expect(errno(`${place}/file/below`)).to.equal('ENOTDIR')
  })

  it('throws where a directory says that there is nothing, however often it is asked', function () {
    if (process.platform !== 'linux') this.skip()
    expect(errno('/proc/blit/below/it')).to.equal('ENOENT')
  })
})
