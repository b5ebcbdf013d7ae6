import { Metadata, status, type ServiceError } from '@grpc/grpc-js'
import { expect } from 'chai'
import { BlitError, CATALOGUE, fromBytes, type ErrorCode } from '@blit/core'
import { decodeError, encodeError, ERROR_KEY } from '../../dist/protocol/error-status.js'

function asReceived({ code, details, metadata }: ReturnType<typeof encodeError>): ServiceError {
  return Object.assign(new Error(details), { code, details, metadata: metadata ?? new Metadata() })
}

function withTrailer(trailer: unknown): ServiceError {
  const metadata = new Metadata()
  metadata.set(ERROR_KEY, Buffer.from(typeof trailer === 'string' ? trailer : JSON.stringify(trailer)))
  return asReceived({ code: status.INTERNAL, details: 'told', metadata })
}

describe('an error as the status of a call', () => {
  for (const code of Object.keys(CATALOGUE) as ErrorCode[]) {
    it(`${code} arrives as it was sent`, () => {
      const path = `a/${fromBytes(Buffer.of(0xff, 0x62))}`
      const sent = new BlitError(code, 'what happened', { exit: 77, hint: 'what to do', path })
      const {
        message,
        exit,
        hint,
        path: arrived,
        code: same,
      } = decodeError(asReceived(encodeError(sent)), 'host')
      expect({ code: same, message, exit, hint, path: arrived }).to.deep.equal({
        code,
        message: 'what happened',
        exit: 77,
        hint: 'what to do',
        path,
      })
    })
  }

  it('never is OK', () => {
    for (const code of Object.keys(CATALOGUE) as ErrorCode[])
      expect(encodeError(new BlitError(code, '')).code).to.be.greaterThan(status.OK)
  })

  it('keeps to itself what nobody foresaw', () => {
    const { details } = encodeError(new Error('secret of /etc/shadow'))
    expect(details).to.equal('the other side failed unexpectedly')
  })

  it('S11: is cut to what headers may hold, a path left out rather than halved', () => {
    const long = 'x'.repeat(60_000)
    const sent = encodeError(new BlitError('E_READ', long, { path: long, hint: long }))
    const [raw] = sent.metadata?.get(ERROR_KEY) ?? []
    expect((raw as Buffer).length).to.be.lessThan(4096)
    expect(decodeError(asReceived(sent), 'host').path).to.equal(undefined)
  })

  for (const errno of ['ECONNABORTED', 'EHOSTUNREACH', 'EPIPE'])
    it(`is a lost connection where the socket says ${errno}`, () => {
      const details = `Received RST_STREAM with code 2 triggered by internal client error: read ${errno}`
      const metadata = new Metadata()
      expect(decodeError(asReceived({ code: status.INTERNAL, details, metadata }), 'host').code).to.equal(
        'E_UNREACHABLE',
      )
    })

  it('S21: has no control characters in what it says', () => {
    const { message } = decodeError(
      withTrailer({ code: 'E_READ', exit: 3, message: '\u001B[2Jgone' }),
      'host',
    )
    expect(message).to.equal(String.raw`\x1b[2Jgone`)
  })

  it('of a code that this side does not know keeps exit and message', () => {
    const error = decodeError(withTrailer({ code: 'E_OF_TOMORROW', exit: 5, message: 'new' }), 'host')
    expect([error.code, error.exit, error.message]).to.deep.equal(['E_PROTOCOL', 5, 'new'])
  })

  for (const trailer of [
    '',
    '{',
    'null',
    '[]',
    { code: 1 },
    { code: 'E_READ', exit: 0, message: '' },
    { code: 'E_READ', exit: 3.5, message: '' },
  ]) {
    it(`S20: with the trailer ${JSON.stringify(trailer)} is taken for one without`, () => {
      const error = decodeError(withTrailer(trailer), 'host')
      expect([error.code, error.message]).to.deep.equal(['E_PROTOCOL', 'host: told'])
    })
  }

  for (const [code, meaning] of [
    [status.UNAVAILABLE, 'E_UNREACHABLE'],
    [status.UNIMPLEMENTED, 'E_VERSION'],
    [status.UNAUTHENTICATED, 'E_UNAUTHORISED'],
    [status.RESOURCE_EXHAUSTED, 'E_PROTOCOL'],
  ] as const) {
    it(`of gRPC itself, ${status[code]}, means ${meaning}`, () => {
      const error = decodeError(asReceived({ code, details: 'why', metadata: new Metadata() }), 'host')
      expect(error.code).to.equal(meaning)
    })
  }

  it('stays what it is where it is none of a call', () => {
    const error = new BlitError('E_DECLINED', 'no')
    expect(decodeError(error, 'host')).to.equal(error)
    expect(decodeError(new TypeError('bug'), 'host').code).to.equal('E_UNEXPECTED')
  })
})
