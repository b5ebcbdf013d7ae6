import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { byteLength, fromBytes, hasEscapes, toBytes, toFsPath } from '../../dist/index.js'
import { Random } from '../random.js'

// The pieces that go wrong: cut sequences, overlong forms, surrogates, beyond U+10FFFF, byte order marks.
const PIECES = [
  '61',
  'c3a9',
  'e8aa9e',
  'f09f9880',
  'efbbbf',
  'ff',
  'c3',
  'e8aa',
  'f09f98',
  'c080',
  'eda080',
  'edb280',
  'edbfbf',
  'f4908080',
  '80',
  '00',
  '0a',
  '2f',
]

describe('byte strings', () => {
  it('S8: carry any bytes there and back', () => {
    for (let seed = 1; seed <= 3000; seed++) {
      const random = new Random(seed)
      const hex = random.text(random.below(8), () => random.pick(PIECES))
      const noise = Buffer.from(Array.from({ length: random.below(6) }, () => random.below(256)))
      const bytes = Buffer.concat([Buffer.from(hex, 'hex'), noise])
      const text = fromBytes(bytes)
      expect(toBytes(text).toString('hex'), `seed ${seed}`).to.equal(bytes.toString('hex'))
      expect(byteLength(text), `seed ${seed}`).to.equal(bytes.length)
      expect(hasEscapes(text), `seed ${seed}`).to.equal(!Buffer.from(bytes.toString('utf8')).equals(bytes))
    }
  })

  it('S8: keep different bytes different', () => {
    const seen = new Map<string, string>()
    for (let a = 0; a < PIECES.length; a++) {
      for (let b = 0; b < PIECES.length; b++) {
        for (let c = 0; c < PIECES.length; c++) {
          const hex = `${PIECES[a]}${PIECES[b]}${PIECES[c]}`
          const text = fromBytes(Buffer.from(hex, 'hex'))
          expect(seen.get(text) ?? hex).to.equal(hex)
          seen.set(text, hex)
        }
      }
    }
  })

  it('are the text itself where the bytes are UTF-8', () => {
    for (const text of ['', 'a', 'é', 'e\u0301', '語', '😀', '\uFEFFx', '\u{10FFFF}', '\uD7FF\uE000']) {
      expect(fromBytes(Buffer.from(text))).to.equal(text)
      expect(hasEscapes(text)).to.equal(false)
      expect(toFsPath(text)).to.equal(text)
    }
  })

  it('keep text as text beside bytes that are not UTF-8', () => {
    for (const text of [
      'a',
      'é',
      '語',
      '😀',
      '\uFEFF',
      '\u0080',
      '\u07FF',
      '\u0800',
      '\uFFFF',
      '\u{10000}',
      '\u{10FFFF}',
    ]) {
      const bytes = Buffer.concat([Buffer.of(0xff), Buffer.from(text), Buffer.of(0x80)])
      expect(fromBytes(bytes)).to.equal(`\uDCFF${text}\uDC80`)
    }
  })

  it('make one unit of each byte that is not UTF-8', () => {
    expect(fromBytes(Buffer.from([0x61, 0xff, 0xc3, 0x28]))).to.equal('a\uDCFF\uDCC3(')
    expect(fromBytes(Buffer.from([0xed, 0xb2, 0x80]))).to.equal('\uDCED\uDCB2\uDC80')
    expect(hasEscapes('\u{1F480}')).to.equal(false)
    expect(hasEscapes('\u{1F480}\uDC80')).to.equal(true)
  })

  it('S8: name real files', function () {
    const directory = mkdtempSync(path.join(tmpdir(), 'blit-bytes-'))
    const name = fromBytes(Buffer.from([0x78, 0xff, 0x0a, 0xc3]))
    try {
      try {
        writeFileSync(toFsPath(`${directory}/${name}`), '')
      } catch (error) {
        // macOS and Windows have no such names.
        if (process.platform === 'linux') throw error
        this.skip()
      }

      expect(readdirSync(directory, { encoding: 'buffer' }).map((bytes) => fromBytes(bytes))).to.deep.equal([
        name,
      ])
    } finally {
      rmSync(directory, { recursive: true })
    }
  })
})
