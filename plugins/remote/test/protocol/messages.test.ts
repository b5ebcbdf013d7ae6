import { fromBytes, POSIX_LIMITS, type EndpointLimits, type Failure } from '@blit/core'
import { expect } from 'chai'
import {
  decodeFailure,
  decodeLimits,
  decodePlace,
  encodeFailure,
  encodeLimits,
  encodePlace,
  pb,
} from '../../dist/protocol/index.js'

describe('a place on the wire', () => {
  it('comes back as it was', () => {
    const place = { module: 'tank', path: fromBytes(Buffer.from([0x61, 0x2f, 0xff])) }
    expect(decodePlace(encodePlace(place))).to.deep.equal(place)
    expect(decodePlace(new pb.Place())).to.deep.equal({ module: '', path: '' })
  })

  it('is there, and its path is one', () => {
    expect(() => decodePlace(undefined)).to.throw('no place')
    expect(() => decodePlace(new pb.Place().setPath(Buffer.from('../x')))).to.throw("'..' is not a name")
    expect(() => decodePlace(new pb.Place().setModule('m'.repeat(256)))).to.throw('a module')
  })
})

describe('a failure on the wire', () => {
  it('comes back as it was, with what can be done about it', () => {
    const failure: Failure = { path: 'a/b', code: 'E_CHANGED', message: "'a/b' changed" }
    const message = encodeFailure(failure)
    expect(message.getHint()).to.contain('run again')
    expect(decodeFailure(message, 'E_READ')).to.deep.equal(failure)
  })

  it('has a code of this side, and S21: a message that can be printed', () => {
    const message = new pb.Failure().setCode('E_TOMORROW').setMessage('\u001B[2J\u202Eevil'.repeat(1000))
    const { code, message: text } = decodeFailure(message, 'E_SCAN')
    expect(code).to.equal('E_SCAN')
    expect(text).to.match(/^\\x1b\[2J\\u202eevil/)
    expect(text).not.to.match(/[\u001B\u202E]/)
    expect(decodeFailure(new pb.Failure().setCode('constructor'), 'E_READ').code).to.equal('E_READ')
  })

  it('names a path', () => {
    expect(() => decodeFailure(new pb.Failure().setPath(Buffer.from('/etc')), 'E_READ')).to.throw('absolute')
  })
})

describe('limits of an end on the wire', () => {
  it('come back as they were', () => {
    const fat: EndpointLimits = {
      caseInsensitive: true,
      normalizes: true,
      windowsNames: true,
      maxNameBytes: 765,
      mtimeGrainNs: 2_000_000_000n,
    }
    for (const limits of [POSIX_LIMITS, fat]) expect(decodeLimits(encodeLimits(limits))).to.deep.equal(limits)
  })

  it('are some that an end can have', () => {
    const changed = (change: (limits: pb.Limits) => unknown) => {
      const limits = encodeLimits(POSIX_LIMITS)
      change(limits)
      return () => decodeLimits(limits)
    }
    expect(changed((limits) => limits.setMaxNameBytes(0))).to.throw('names of up to 0 bytes')
    expect(changed((limits) => limits.setMaxNameBytes(65_537))).to.throw('names of up to 65537 bytes')
    expect(changed((limits) => limits.setMtimeGrainNanos('0'))).to.throw('in steps of 0 ns')
    expect(changed((limits) => limits.setMtimeGrainNanos('18446744073709551615'))).to.throw('in steps of')
  })
})
