import { expect } from 'chai'
import type { BlitError } from '../../dist/index.js'
import { rawArgv } from '../../dist/command/raw-argv.js'

const cmdline = (...parts: Array<Buffer | string>): Buffer =>
  Buffer.concat(parts.flatMap((part) => [Buffer.from(part), Buffer.of(0)]))

describe('rawArgv', () => {
  it('leaves arguments alone that are all text, without a look at their bytes', () => {
    const argv = ['copy', 'ä\u{1F600}', '']
    expect(
      rawArgv(argv, () => {
        throw new Error('looked')
      }),
    ).to.deep.equal(argv)
  })

  it('S8: gives the bytes of all where one may not be UTF-8, whatever stands before them', () => {
    const bytes = cmdline('node', '--no-warnings', '/bin/run.js', 'copy', Buffer.from([0x61, 0xff]), '')
    expect(rawArgv(['copy', 'a\uFFFD', ''], () => bytes)).to.deep.equal(['copy', 'a\uDCFF', ''])
  })

  it('keeps a replacement character that somebody wrote', () => {
    expect(rawArgv(['\uFFFD'], () => cmdline('node', 'run.js', '\uFFFD'))).to.deep.equal(['\uFFFD'])
  })

  it('rejects with E_USAGE where the bytes cannot be had', () => {
    const error = caught(() => rawArgv(['\uFFFD'], () => cmdline()))
    expect(error).to.include({ code: 'E_USAGE', exit: 2 })
    expect(error.hint).to.include('--files-from')
  })
})

function caught(act: () => unknown): BlitError {
  try {
    act()
  } catch (error) {
    return error as BlitError
  }

  throw new Error('nothing was thrown')
}
