import { expect } from 'chai'

import { openLibc } from '../dist/libc.js'
import { scratch, thrownBy } from './scratch.js'

describe('openLibc', () => {
  const dir = scratch()
  const libc = openLibc('libc.so.6', '__errno_location')

  it('throws for a function that is not there', () => {
    expect(thrownBy(() => libc.bind('blit_no_such_function', [])).message).to.include('blit_no_such_function')
  })

  it('finds a function without calling it', () => {
    const cwd = process.cwd()
    libc.bind('abort', [])
    libc.bind('chdir', ['pointer'])
    expect(process.cwd()).to.equal(cwd)
  })

  it('gives a failure as the negative errno, or throws it under the name given', () => {
    const fd = dir.open('')
    const close = libc.bind('close', ['i32'], { args: [-1], name: 'shut' })
    expect(close.attempt()).to.equal(-9)
    expect(thrownBy(() => close.must())).to.include({ code: 'EBADF', syscall: 'shut' })
    const seek = libc.bind('lseek', ['i32', 'i64', 'i32'], { result: 'i64', args: [fd, -1, 0] })
    expect(seek.attempt()).to.equal(-22)
  })

  it('calls again after EINTR', () => {
    const alarmMs = 20
    // For good: a late alarm would end the process.
    process.on('SIGALRM', () => {})
    libc.bind('ualarm', ['u32', 'u32'], { args: [alarmMs * 1000, 0] }).must()
    expect(libc.bind('usleep', ['u32'], { args: [5 * alarmMs * 1000] }).attempt()).to.equal(0)
  })
})
