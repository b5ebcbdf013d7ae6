import { expect } from 'chai'
import {
  type BlitError,
  endsInSlash,
  fromBytes,
  type Location,
  ownName,
  parseOperand,
  toBytes,
} from '../../dist/index.js'
import { Random } from '../random.js'

const posix = (text: string) => parseOperand(text, { platform: 'linux' })
const windows = (text: string) => parseOperand(text, { platform: 'win32' })

function refusal(parse: (text: string) => Location, text: string): BlitError {
  try {
    parse(text)
  } catch (error) {
    expect((error as BlitError).code, text).to.equal('E_USAGE')
    expect((error as BlitError).exit).to.equal(2)
    return error as BlitError
  }

  throw new Error(`accepted ${text}`)
}

describe('parseOperand', () => {
  it('takes paths as they are', () => {
    for (const text of [
      'x',
      './x',
      '/x',
      '../x',
      'a/../b',
      'a//b',
      '-x',
      'a%2Fb',
      '~',
      'a\\b',
      ' ',
      'x.',
      '...',
      '.x',
      'a\nb',
      '\uDCFF',
    ]) {
      expect(posix(text), text).to.deep.equal({ scheme: 'file', path: text, trailingSlash: false, text })
    }
  })

  it('tells the thing from what is in it', () => {
    const ends: Record<string, [string, boolean]> = {
      'x/': ['x', true],
      'x///': ['x', true],
      'x/.': ['x', true],
      'x/./': ['x', true],
      'x/././/': ['x', true],
      '.': ['.', true],
      './': ['.', true],
      './.': ['.', true],
      '..': ['..', false],
      '../': ['..', true],
      '/': ['/', true],
      '//': ['/', true],
      '/.': ['/', true],
      '/x/..': ['/x/..', false],
      'x.': ['x.', false],
      'x/..': ['x/..', false],
      './x/': ['./x', true],
    }
    for (const [text, [path, trailingSlash]] of Object.entries(ends)) {
      expect(posix(text), text).to.deep.equal({ scheme: 'file', path, trailingSlash, text })
    }
  })

  it('knows drives and shares on Windows alone', () => {
    const drives: Record<string, [string, boolean]> = {
      'C:\\x': ['C:\\x', false],
      'C:\\x\\': ['C:\\x', true],
      'c:/x/': ['c:/x', true],
      'C:\\': ['C:\\', true],
      'C:/x': ['C:/x', false],
      'C://x': ['C://x', false],
      'C:x': ['C:x', false],
      'x\\.': ['x', true],
      '.\\host:\\x': ['.\\host:\\x', false],
      '\\\\server\\share\\x': ['\\\\server\\share\\x', false],
      '\\\\server\\share\\': ['\\\\server\\share', true],
      '\\\\?\\C:\\': ['\\\\?\\C:\\', true],
    }
    for (const [text, [path, trailingSlash]] of Object.entries(drives)) {
      expect(windows(text), text).to.deep.equal({ scheme: 'file', path, trailingSlash, text })
    }

    expect(posix('C:\\x\\')).to.include({ scheme: 'file', path: 'C:\\x\\', trailingSlash: false })
    expect(posix('C:/x')).to.include({ scheme: 'blit', host: 'C', path: 'x' })
    expect(windows('CC:/x')).to.include({ scheme: 'blit', host: 'CC', path: 'x' })
  })

  it('reads file URLs, decoded once', () => {
    expect(posix('file:///a%20b')).to.include({ scheme: 'file', path: '/a b', trailingSlash: false })
    expect(posix('file:///a%252F/')).to.include({ path: '/a%2F', trailingSlash: true })
    expect(posix('FILE://localhost/x')).to.include({ scheme: 'file', path: '/x' })
    expect(posix('file:///a%FF%C3%A9\uDC80')).to.include({ path: '/a\uDCFFé\uDC80' })
    expect(posix('file:///a?b#c')).to.include({ path: '/a?b#c' })
    expect(posix('file:///')).to.include({ path: '/', trailingSlash: true })
    expect(windows('file:///C:/x')).to.include({ path: 'C:/x' })
    expect(windows('file://server/share/x')).to.include({ path: '\\\\server/share/x' })
    expect(refusal(posix, 'file://host/x').hint).to.equal('write file:///path')
    refusal(posix, 'file://')
  })

  it('reads blit URLs', () => {
    const text = 'blit://Host.example:9999/module/a%20b/c'
    expect(posix(text)).to.deep.equal({
      scheme: 'blit',
      host: 'Host.example',
      port: 9999,
      path: 'module/a b/c',
      trailingSlash: false,
      text,
    })
    expect(posix('blit://h/m')).to.deep.equal({
      scheme: 'blit',
      host: 'h',
      path: 'm',
      trailingSlash: false,
      text: 'blit://h/m',
    })
    expect(posix('BLIT://[::1]:80/m/')).to.include({
      scheme: 'blit',
      host: '::1',
      port: 80,
      path: 'm',
      trailingSlash: true,
    })
    expect(posix('blit://[fe80::1%eth0]/m')).to.include({ host: 'fe80::1%eth0' })
    expect(posix('blit://h')).to.include({ path: '', trailingSlash: false })
    expect(posix('blit://h//m/./x//y/.')).to.include({ path: 'm/x/y', trailingSlash: true })
  })

  it('reads the short forms, never decoded', () => {
    expect(posix('host:/m/a%20b/')).to.include({
      scheme: 'blit',
      host: 'host',
      path: 'm/a%20b',
      trailingSlash: true,
    })
    expect(posix('host:/m')).to.not.have.property('port')
    expect(posix('host:9032:/m/x')).to.include({ host: 'host', port: 9032, path: 'm/x' })
    expect(posix('[::1]:/m')).to.include({ host: '::1', path: 'm' })
    expect(posix('[::1]:9032:/m')).to.include({ host: '::1', port: 9032 })
    expect(posix('host:/m/a%2Fb')).to.include({ path: 'm/a%2Fb' })
  })

  it('takes as a path what only resembles the short form', () => {
    for (const text of ['./host:/x', '/host:/x', 'a/b:/x', 'host:x', 'host', ':/x', 'host:x:/y', 'a:b']) {
      expect(posix(text), text).to.include({ scheme: 'file', path: text })
    }
  })

  it('gives other schemes to whichever plugin claims them', () => {
    expect(posix('s3://my_bucket/a%20b/')).to.include({
      scheme: 's3',
      host: 'my_bucket',
      path: 'a b',
      trailingSlash: true,
    })
    expect(posix('mem:///x')).to.include({ scheme: 'mem', path: 'x' }).and.not.have.property('host')
    expect(posix('sftp://me@host:22/x')).to.include({ scheme: 'sftp', host: 'me@host', port: 22 })
    expect(posix('x-y+z.1://h')).to.include({ scheme: 'x-y+z.1' })
  })

  it('refuses what would be a separator or an end only after decoding', () => {
    for (const path of ['a%2Fb', 'a%2fb', 'a%00', '%', '%4', '%zz', 'a%2']) {
      refusal(posix, `blit://h/m/${path}`)
      refusal(posix, `file:///${path}`)
    }
  })

  it("S12: refuses '..' in a remote path, however it is written", () => {
    for (const text of [
      'blit://h/m/../x',
      'blit://h/..',
      'blit://h/m/%2e%2E/x',
      'h:/m/..',
      'h:1:/../m',
      's3://b/..',
    ]) {
      expect(refusal(posix, text).message, text).to.contain("'..' in a remote path")
    }

    expect(posix('blit://h/m/...')).to.include({ path: 'm/...' })
    expect(posix('h:/m/%2e%2e')).to.include({ path: 'm/%2e%2e' })
  })

  it('refuses the empty operand, NUL, bad hosts and ports, user names and passwords', () => {
    for (const text of [
      '',
      'a\0b',
      'blit:///m',
      'blit://',
      'blit://h:0/m',
      'blit://h:65536/m',
      'blit://h:/m',
      'blit://h:x/m',
      'blit://::1/m',
      'blit://[::1/m',
      'blit://[x]/m',
      'blit://[::1]x/m',
      'blit://me@h/m',
      'me@h:/m',
      'h:99999:/m',
      'h h:/m',
      '-h:/m',
      'h\u001B:/m',
      's3://a b/c',
    ]) {
      refusal(posix, text)
    }

    expect(refusal(posix, 'h h:/m').hint).to.contain('./h h:/m')
  })

  it('S18: does not repeat a password', () => {
    for (const text of [
      'blit://me:secret@h/m',
      'sftp://me:secret@h:22/x',
      's3://:secret@b/x',
      'x://me:se:secret@h/x',
    ]) {
      const error = refusal(posix, text)
      expect(`${error.message} ${error.hint} ${error.path}`, text)
        .to.match(/password/)
        .and.not.contain('secret')
    }
  })

  it('S21: escapes what it prints', () => {
    expect(refusal(posix, 'blit://\u001B[2J/m').message).to.not.contain('\u001B')
  })

  it('S8: carries random bytes through every form', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const random = new Random(seed)
      const bytes = Uint8Array.from({ length: 1 + random.below(20) }, () => 1 + random.below(255))
      const name = fromBytes(bytes).replaceAll('/', '_')
      const want = toBytes(name)
      const percent = [...want].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
      if (name === '.' || name === '..') continue
      for (const text of [`./${name}`, `h:/m/${name}`, `blit://h/m/${percent}`, `file:///${percent}`]) {
        const found = ownName(posix(text), 'linux')
        expect(found === undefined ? undefined : toBytes(found), `seed ${seed}: ${text}`).to.deep.equal(want)
      }
    }
  })
})

describe('ownName', () => {
  it('is the last component, where there is one', () => {
    const names: Record<string, string | undefined> = {
      'a/b': 'b',
      'a/b/': 'b',
      'a/b/.': 'b',
      '/x': 'x',
      '/': undefined,
      '.': undefined,
      '..': undefined,
      'a/..': undefined,
      'h:/m': 'm',
      'h:/m/x/': 'x',
      's3://bucket': undefined,
      'a\\b': 'a\\b',
    }
    for (const [text, name] of Object.entries(names))
      expect(ownName(posix(text), 'linux'), text).to.equal(name)
    expect(ownName(windows('C:\\a\\b\\'), 'win32')).to.equal('b')
    expect(ownName(windows('C:\\'), 'win32')).to.equal(undefined)
  })
})

describe('endsInSlash', () => {
  it('is about the separator alone', () => {
    const ends: Record<string, boolean> = {
      'x/': true,
      x: false,
      '.': false,
      './': true,
      'x/.': false,
      '/': true,
      'x/./': true,
      'h:/m/': true,
    }
    for (const [text, wanted] of Object.entries(ends)) expect(endsInSlash(posix(text)), text).to.equal(wanted)
    expect(endsInSlash(windows('x\\'))).to.equal(true)
    expect(endsInSlash(windows('x\\.'))).to.equal(false)
  })
})
