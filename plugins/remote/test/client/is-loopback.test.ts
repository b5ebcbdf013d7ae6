import { expect } from 'chai'
import { isLoopback } from '../../dist/client/is-loopback.js'

describe('isLoopback', () => {
  for (const address of ['127.0.0.1', '127.255.0.9', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1']) {
    it(`S17: takes ${address} for this machine`, () => {
      expect(isLoopback(address)).to.equal(true)
    })
  }

  for (const address of [
    '10.0.0.1',
    '128.0.0.1',
    '0.0.0.0',
    '::',
    '::2',
    'fe80::1%eth0',
    '::ffff:10.0.0.1',
    'localhost',
    '127.0.0.1.example',
    '',
  ]) {
    it(`S17: takes '${address}' for another one`, () => {
      expect(isLoopback(address)).to.equal(false)
    })
  }
})
