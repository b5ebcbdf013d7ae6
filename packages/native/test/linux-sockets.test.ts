import { expect } from 'chai'
import fs from 'node:fs'
import net from 'node:net'
import { once } from 'node:events'

import { linux, scratch, thrownBy } from './scratch.js'

describe('sendFile and the splices', () => {
  const native = linux()
  const dir = scratch()
  const pipes: number[] = []

  afterEach(() => {
    for (const fd of pipes.splice(0)) fs.closeSync(fd)
  })

  function pipe(sizeBytes = 65_536) {
    const ends = native.makePipe(sizeBytes)
    pipes.push(ends.readFd, ends.writeFd)
    return ends
  }

  it('send a part of a file and move no file position', () => {
    dir.write('in', 'hello world')
    const from = dir.open('in')
    const { readFd, writeFd } = pipe()
    expect(native.sendFile(writeFd, from, 6, 100)).to.equal(5)
    expect(native.sendFile(writeFd, from, 11, 100)).to.equal(0)
    expect(readText(readFd)).to.equal('world')
    expect(readText(from)).to.equal('hello world')
  })

  it('send and receive beyond 4 GiB', () => {
    const [from, to] = [dir.open('in', 'w+'), dir.open('out', 'w+')]
    const far = 2 ** 32 + 1
    fs.writeSync(from, 'far', far)
    const { readFd, writeFd } = pipe()
    expect(native.sendFile(writeFd, from, far, 100)).to.equal(3)
    expect(native.spliceFromPipe(readFd, to, 2 ** 33 + 3, 3)).to.equal(3)
    expect(fs.fstatSync(to).size).to.equal(2 ** 33 + 6)
    const bytes = Buffer.alloc(3)
    fs.readSync(to, bytes, 0, 3, 2 ** 33 + 3)
    expect(bytes.toString()).to.equal('far')
  })

  it('move what a pipe has to another, and say 0 at the end', () => {
    const [first, second] = [pipe(), native.makePipe(65_536)]
    try {
      fs.writeSync(first.writeFd, 'through')
      expect(native.spliceToPipe(first.readFd, second.writeFd, 4)).to.equal(4)
      expect(readText(second.readFd)).to.equal('thro')
      expect(native.spliceToPipe(first.readFd, second.writeFd, 4)).to.equal(3)
      fs.closeSync(second.writeFd)
      expect(native.spliceFromPipe(second.readFd, dir.open('out', 'w'), 5, 100)).to.equal(3)
      expect(native.spliceFromPipe(second.readFd, dir.open('out', 'r+'), 5, 100)).to.equal(0)
    } finally {
      fs.closeSync(second.readFd)
    }

    expect(fs.readFileSync(dir.at('out'), 'latin1')).to.equal('\0\0\0\0\0ugh')
  })

  it('have pipes of the size asked for, or the usual one', () => {
    const { readFd, writeFd } = pipe(1024 * 1024)
    dir.write('in', Buffer.alloc(2 * 1024 * 1024, 1))
    const sent = native.sendFile(writeFd, dir.open('in'), 0, 1024 * 1024)
    expect([65_536, 1024 * 1024]).to.include(sent)
    expect(readText(readFd, 2 * 1024 * 1024)).to.have.length(sent)
  })

  it('fail with a code', () => {
    dir.write('in', 'x')
    const fd = dir.open('in')
    const { readFd, writeFd } = pipe()
    expect(thrownBy(() => native.sendFile(-1, fd, 0, 1))).to.include({ code: 'EBADF', syscall: 'sendfile' })
    expect(thrownBy(() => native.spliceToPipe(fd, -1, 1))).to.include({ code: 'EBADF', syscall: 'splice' })
    expect(thrownBy(() => native.spliceFromPipe(readFd, -1, 0, 1)).code).to.equal('EBADF')
    fs.closeSync(readFd)
    pipes.splice(pipes.indexOf(readFd), 1)
    expect(thrownBy(() => native.sendFile(writeFd, fd, 0, 1)).code).to.equal('EPIPE')
  })

  function readText(fd: number, most = 100): string {
    const bytes = Buffer.alloc(most)
    return bytes.toString('latin1', 0, fs.readSync(fd, bytes))
  }
})

describe('sockets', () => {
  const native = linux()
  const server = net.createServer({ pauseOnConnect: true })
  let accepted: net.Socket
  let dialled: net.Socket
  let fd = -1

  before(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  })

  after(() => {
    server.close()
  })

  beforeEach(async () => {
    dialled = net.connect((server.address() as net.AddressInfo).port, '127.0.0.1')
    const connected = once(dialled, 'connect')
    ;[accepted] = (await once(server, 'connection')) as [net.Socket]
    await connected
    fd = native.duplicate((accepted as unknown as { _handle: { fd: number } })._handle.fd)
  })

  afterEach(() => {
    fs.closeSync(fd)
    accepted.destroy()
    dialled.destroy()
  })

  it('live on in a duplicate, which no program inherits', async () => {
    const flags = fs.readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8')
    expect(Number.parseInt(/flags:\s*(\d+)/.exec(flags)?.[1] ?? '', 8) & 0o2_000_000).to.equal(0o2_000_000)
    accepted.destroy()
    await once(accepted, 'close')
    fs.writeSync(fd, 'still here')
    expect(String((await once(dialled, 'data'))[0])).to.equal('still here')
  })

  it('wait where they did not, for as long as they may', () => {
    accepted.destroy()
    // not blocking: at once
    expect(thrownBy(() => fs.readSync(fd, Buffer.alloc(1))).code).to.equal('EAGAIN')
    native.setBlocking(fd)
    native.setSocketTimeouts(fd, 20, 1500)
    expect(nonBlocking()).to.equal(false)
    expect(thrownBy(() => fs.readSync(fd, Buffer.alloc(1))).code).to.equal('EAGAIN')
  })

  it('stop sending where nobody receives', () => {
    accepted.destroy()
    native.setBlocking(fd)
    native.setSocketTimeouts(fd, 0, 20)
    dialled.pause()
    const block = Buffer.alloc(1024 * 1024)
    const error = thrownBy(() => {
      for (let sent = 0; sent < 1024; sent++) fs.writeSync(fd, block)
    })
    expect(error.code).to.equal('EAGAIN')
  })

  it('hold no more than they are told to', () => {
    accepted.destroy()
    dialled.pause()
    const fill = (): number => {
      const block = Buffer.alloc(16 * 1024)
      for (let bytes = 0; ;)
        try {
          bytes += fs.writeSync(fd, block)
        } catch (error) {
          expect((error as NodeJS.ErrnoException).code).to.equal('EAGAIN')
          return bytes
        }
    }
    native.setSocketBuffers(fd, 8 * 1024)
    fill()
    native.setSocketBuffers(fd, 128 * 1024)
    expect(fill()).to.be.greaterThan(64 * 1024)
  })

  it('end by shutdown, also twice', async () => {
    dialled.resume()
    native.shutdown(fd)
    await once(dialled, 'end')
    await new Promise((resolve) => {
      dialled.destroy()
      dialled.once('close', resolve)
    })
    native.shutdown(fd)
    expect(fs.readSync(fd, Buffer.alloc(1))).to.equal(0)
  })

  it('fail with a code', () => {
    const missing = -1
    for (const act of [
      () => native.duplicate(missing),
      () => native.setBlocking(missing),
      () => native.setSocketBuffers(missing, 1),
      () => native.setSocketTimeouts(missing, 1, 1),
      () => native.shutdown(missing),
    ])
      expect(thrownBy(act).code).to.equal('EBADF')
  })

  function nonBlocking(): boolean {
    const flags = fs.readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8')
    return (Number.parseInt(/flags:\s*(\d+)/.exec(flags)?.[1] ?? '', 8) & fs.constants.O_NONBLOCK) !== 0
  }
})
