import { expect } from 'chai'
import { closeSync, fstatSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { setModificationTime, toFutimes } from '../../dist/metadata/set-attributes.js'

const SECONDS = [0n, 1000n, 999_999_999n, 1_764_000_000n, 4_294_966_000n]
const MICROS = [0n, 1n, 999n, 123_456n, 500_000n, 699_991n, 999_999n]

describe('the modification time of a file', () => {
  let place: string
  let fd: number

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'blit-mtime-'))
    fd = openSync(join(place, 'file'), 'w')
  })

  afterEach(() => {
    closeSync(fd)
    rmSync(place, { recursive: true })
  })

  for (const seconds of SECONDS)
    it(`is right to the microsecond, and hardly beyond, around ${seconds} s`, () => {
      for (let at = 0n; at < 400n; at++)
        for (const micros of MICROS) {
          const mtimeNs = (seconds + at) * 1_000_000_000n + micros * 1000n
          setModificationTime(fd, mtimeNs + 700n, undefined)
          const beyond = fstatSync(fd, { bigint: true }).mtimeNs - mtimeNs
          expect(beyond >= 0n && beyond < 480n, `${mtimeNs} ${beyond}`).to.equal(true)
        }
    })

  it('is a whole second where it should be', () => {
    expect(toFutimes(1_764_000_000_000_000_000n)).to.equal(1_764_000_000)
  })

  it('comes to an end before 1970, too', () => {
    expect(toFutimes(-1_500_000_000n)).to.equal(-1.5)
  })
})
