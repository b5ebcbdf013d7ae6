import { expect } from 'chai'
import { formatAddress, isLoopback, parseAddress } from '../../dist/listen/address.js'

describe('an address', () => {
  for (const text of ['127.0.0.1:9031', '[::1]:9031', '[fe80::1]:0']) {
    it(`${text} is read and written alike`, () => {
      expect(formatAddress(parseAddress(text) ?? { host: '', port: 0 })).to.equal(text)
    })
  }

  for (const text of [
    '',
    '127.0.0.1',
    '::1:9031',
    'localhost:1',
    '127.0.0.1:70000',
    '[127.0.0.1]:1',
    '1.2.3:4',
  ]) {
    it(`${JSON.stringify(text)} is none`, () => expect(parseAddress(text)).to.equal(undefined))
  }

  it('S17: is of this machine alone in 127.0.0.0/8 and as ::1', () => {
    const hosts = ['127.0.0.1', '127.9.9.9', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1']
    const others = ['0.0.0.0', '::', '10.0.0.1', '::ffff:10.0.0.1', '128.0.0.1', 'localhost', '1::1', '']
    expect(hosts.filter((host) => !isLoopback(host))).to.deep.equal([])
    expect(others.filter((host) => isLoopback(host))).to.deep.equal([])
  })
})
