import { expect } from 'chai'
import fs from 'node:fs'
import os from 'node:os'

import { systemError } from '../dist/system-error.js'
import { thrownBy } from './scratch.js'

describe('systemError', () => {
  it('is what fs throws, word for word', () => {
    const theirs = thrownBy(() => fs.linkSync('/nowhere/a', '/nowhere/b'))
    const ours = systemError(os.constants.errno.ENOENT, 'link', '/nowhere/a', '/nowhere/b')
    expect(ours.message).to.equal(theirs.message)
    expect({ ...ours }).to.deep.equal({ ...theirs })
  })

  it('prefers the names fs uses where one number has two', () => {
    expect(systemError(os.constants.errno.EOPNOTSUPP, 'x').code).to.equal('ENOTSUP')
    expect(systemError(os.constants.errno.EWOULDBLOCK, 'x').code).to.equal('EAGAIN')
  })

  it('has a code for numbers libuv does not know', () => {
    expect(systemError(os.constants.errno.EDQUOT, 'x').code).to.equal('EDQUOT')
    expect(systemError(4000, 'x').code).to.equal('UNKNOWN')
  })
})
