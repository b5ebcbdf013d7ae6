import { expect } from 'chai'
import { BlitError } from '../../dist/errors/blit-error.js'
import { errorLine } from '../../dist/command/print-error.js'
import { silentExit, toBlitError } from '../../dist/command/to-blit-error.js'

/** What oclif throws, as far as blit looks at it. */
function oclifError(message: string, exit: number | undefined = 2): Error {
  return Object.assign(new Error(message), { oclif: { exit } })
}

describe('toBlitError', () => {
  it('leaves an error of blit as it is', () => {
    const error = new BlitError('E_NO_SPACE', 'full')
    expect(toBlitError(error)).to.equal(error)
  })

  it('makes one line of what the parser says', () => {
    const messages = {
      'Nonexistent flag: --frob\nSee more help with --help': 'unknown flag --frob',
      'Nonexistent flags: --a, --b\nSee more help with --help': 'unknown flag --a, --b',
      "Parsing --min-size \n\t'x' is no size: write it\nSee more help with --help":
        "--min-size: 'x' is no size: write it",
      'Unexpected argument: x\nSee more help with --help': 'Unexpected argument: x',
      'The following error occurred:\n  \u001B[2m--b=true cannot also be provided when using --a\u001B[22m\nSee more help with --help':
        '--b cannot also be provided when using --a',
    }
    for (const [message, tidy] of Object.entries(messages)) {
      expect(toBlitError(oclifError(message))).to.include({ code: 'E_USAGE', exit: 2, message: tidy })
    }
  })

  it('keeps code and hint of an error that a flag threw, without what the parser wrote around it', () => {
    const error = new BlitError('E_USAGE', 'no size', { hint: 'write one' })
    error.message = `Parsing --min-size \n\t${error.message}\nSee more help with --help`
    expect(toBlitError(error)).to.include({
      code: 'E_USAGE',
      message: '--min-size: no size',
      hint: 'write one',
    })
  })

  it('answers 2 to the exit codes of refusals that oclif and its plugins use', () => {
    for (const exit of [1, 2, 127, undefined]) expect(toBlitError(oclifError('x', exit)).exit).to.equal(2)
    expect(toBlitError(oclifError('x', 5)).exit).to.equal(5)
  })

  it('takes an abort for what the signal was given', () => {
    const reason = new BlitError('E_INTERRUPTED', 'interrupted by SIGTERM', { exit: 143 })
    const abort = Object.assign(new Error('The operation was aborted'), { name: 'AbortError' })
    expect(toBlitError(abort, AbortSignal.abort(reason))).to.equal(reason)
    expect(toBlitError(abort)).to.include({ code: 'E_UNEXPECTED', exit: 1 })
  })

  it('takes a Ctrl-C at a question for an interruption', () => {
    const error = Object.assign(new Error('User force closed the prompt'), { name: 'ExitPromptError' })
    expect(toBlitError(error)).to.include({ code: 'E_INTERRUPTED', exit: 130 })
  })

  it('says of everything else that nobody foresaw it, in a line', () => {
    expect(toBlitError(new TypeError('x is undefined\n    at y'))).to.include({
      exit: 1,
      message: 'x is undefined',
    })
    expect(toBlitError('text')).to.include({ code: 'E_UNEXPECTED', message: 'text' })
    expect(toBlitError(Object.assign(new RangeError('x'), { message: '' }))).to.include({
      message: 'RangeError',
    })
  })
})

describe('silentExit', () => {
  it('is the code of an early end, and undefined for an error', () => {
    expect(silentExit(Object.assign(new Error('EEXIT: 0'), { code: 'EEXIT', oclif: { exit: 0 } }))).to.equal(
      0,
    )
    expect(silentExit(new Error('x'))).to.equal(undefined)
    expect(silentExit(undefined)).to.equal(undefined)
  })
})

describe('errorLine', () => {
  it('S21: is one line that names path, cause and remedy, escaped', () => {
    const path = 'a\u001B[2J\n'
    const error = new BlitError('E_READ', 'permission denied', { path, hint: 'check it' })
    expect(errorLine(error)).to.equal(String.raw`blit: a\x1b[2J\n: permission denied (check it)`)
  })

  it('names the path once', () => {
    const error = new BlitError('E_READ', 'file: permission denied', { path: 'file' })
    expect(errorLine(error)).to.equal('blit: file: permission denied')
  })
})
