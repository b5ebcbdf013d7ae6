import { expect } from 'chai'
import { type BlitError, parseHost } from '../../dist/index.js'

describe('parseHost', () => {
  it('reads host, port and URL', () => {
    expect(parseHost('h')).to.deep.equal({ host: 'h' })
    expect(parseHost('h.example:9031')).to.deep.equal({ host: 'h.example', port: 9031 })
    expect(parseHost('127.0.0.1')).to.deep.equal({ host: '127.0.0.1' })
    expect(parseHost('[::1]')).to.deep.equal({ host: '::1' })
    expect(parseHost('[::1]:1')).to.deep.equal({ host: '::1', port: 1 })
    expect(parseHost('blit://h:1')).to.deep.equal({ host: 'h', port: 1 })
    expect(parseHost('BLIT://[::1]/')).to.deep.equal({ host: '::1' })
  })

  it('refuses everything else as usage', () => {
    for (const text of [
      '',
      'blit://',
      'blit://h/m',
      'h/m',
      'h:/m',
      'h:',
      'h:0',
      '::1',
      'me@h',
      'http://h',
      'h h',
      '-h',
      'h\n',
      '\uDCFF',
    ]) {
      try {
        parseHost(text)
        expect.fail(`accepted '${text}'`)
      } catch (error) {
        expect((error as BlitError).code, text).to.equal('E_USAGE')
      }
    }
  })
})
