import { expect } from 'chai'
import { displayPath, fromBytes } from '../../dist/index.js'
import { Random } from '../random.js'

describe('displayPath', () => {
  it('leaves ordinary names as they are', () => {
    for (const text of ['', 'a b', 'äöü', '語', '😀', '👩‍👩‍👧', 'C:\\x', "it's", '-rf', '…'])
      expect(displayPath(text)).to.equal(text)
  })

  it('S21: escapes controls, bidi marks, line separators and bytes that are not UTF-8', () => {
    const shown: Record<string, string> = {
      'a\nb\r\t': 'a\\nb\\r\\t',
      '\u001B[31m\u0007\0': '\\x1b[31m\\x07\\x00',
      '\u007F\u0085\u009B': '\\x7f\\u0085\\u009b',
      'a\u202Egpj.exe': 'a\\u202egpj.exe',
      '\u061C\u200E\u200F\u2066\u2069': '\\u061c\\u200e\\u200f\\u2066\\u2069',
      '\u2028\u2029\uFEFF': '\\u2028\\u2029\\ufeff',
      '\uDCFFx\uDC80': '\\xffx\\x80',
      '😀\uDC80': '😀\\x80',
      '\uD83D': '\\ud83d',
    }
    for (const [text, escaped] of Object.entries(shown)) expect(displayPath(text)).to.equal(escaped)
  })

  it('S21: leaves nothing that moves the cursor or cannot be encoded, of any bytes', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const random = new Random(seed)
      const bytes = Uint8Array.from({ length: random.below(40) }, () => random.below(256))
      const shown = displayPath(fromBytes(bytes))
      expect(shown, `seed ${seed}`).to.match(/^[^\u0000-\u001F\u007F-\u009F]*$/u)
      expect(Buffer.from(shown, 'utf8').toString('utf8'), `seed ${seed}`).to.equal(shown)
    }
  })
})
