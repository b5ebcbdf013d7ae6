import { fromBytes, isBlitError } from '@blit/core'
import { expect } from 'chai'
import { checkWireName, checkWirePath } from '../../dist/protocol/index.js'

function codeOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (isBlitError(error)) return error.code
    throw error
  }

  return 'accepted'
}

const bytes = (text: string) => Buffer.from(text, 'latin1')

describe('S12: a path from a peer', () => {
  for (const text of [
    '',
    'a',
    'a/b',
    '...',
    'a..b/..c',
    ' ',
    'a\\b',
    'C:',
    '\xff\xfe/x',
    '%2e%2e/x',
    'a:b',
    '~',
    '-rf',
  ]) {
    it(`may be ${JSON.stringify(text)}`, () => {
      expect(checkWirePath(bytes(text), 'linux')).to.equal(fromBytes(bytes(text)))
    })
  }

  for (const text of [
    '/',
    '/a',
    'a/',
    'a//b',
    '.',
    '..',
    'a/..',
    '../a',
    'a/./b',
    'a/../../b',
    'a\0b',
    '\0',
    '//a',
  ]) {
    it(`may not be ${JSON.stringify(text)}`, () => {
      expect(codeOf(() => checkWirePath(bytes(text), 'linux'))).to.equal('E_PROTOCOL')
      expect(codeOf(() => checkWirePath(bytes(text), 'win32'))).to.equal('E_PROTOCOL')
    })
  }

  for (const text of ['C:', 'c:/x', 'a/C:x', 'a\\b', '..\\..\\x', '\\\\server\\share', 'a/b\\..\\..\\c']) {
    it(`may not be ${JSON.stringify(text)} on Windows`, () => {
      expect(codeOf(() => checkWirePath(bytes(text), 'win32'))).to.equal('E_PROTOCOL')
      expect(codeOf(() => checkWirePath(bytes(text), 'linux'))).to.equal('accepted')
    })
  }

  it('is made of the bytes themselves: an overlong dot or slash stays what it is', () => {
    const overlong = Buffer.of(0xc0, 0xae, 0xc0, 0xae, 0xc0, 0xaf, 0x61)
    expect(checkWirePath(overlong, 'linux')).to.equal(fromBytes(overlong)).and.not.contain('/')
  })

  it('S11: has at most 64 KiB and 4,096 parts', () => {
    expect(codeOf(() => checkWirePath(bytes('x'.repeat(65_536))))).to.equal('accepted')
    expect(codeOf(() => checkWirePath(bytes('x'.repeat(65_537))))).to.equal('E_PROTOCOL')
    expect(codeOf(() => checkWirePath(bytes(new Array(4096).fill('x').join('/'))))).to.equal('accepted')
    expect(codeOf(() => checkWirePath(bytes(new Array(4097).fill('x').join('/'))))).to.equal('E_PROTOCOL')
  })
})

describe('S12: a name from a peer', () => {
  it('is one part', () => {
    expect(checkWireName(bytes('a\\b'), 'linux')).to.equal('a\\b')
    for (const text of ['', '.', '..', 'a/b', '/', 'a\0', 'x'.repeat(65_537)])
      expect(
        codeOf(() => checkWireName(bytes(text), 'linux')),
        JSON.stringify(text),
      ).to.equal('E_PROTOCOL')
    for (const text of ['a\\b', 'C:', '..\\x'])
      expect(
        codeOf(() => checkWireName(bytes(text), 'win32')),
        text,
      ).to.equal('E_PROTOCOL')
  })
})
