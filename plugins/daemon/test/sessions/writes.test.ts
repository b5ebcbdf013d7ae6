import { expect } from 'chai'
import type { ClientDuplexStream } from '@grpc/grpc-js'
import { toBytes } from '@blit/core'
import { dialSocket, PieceSender } from '@blit/remote/data-plane'
import { decodeError, pb } from '@blit/remote/protocol'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { Socket } from 'node:net'
import { TestClient } from '../support/client.js'
import { makeSandbox, until, type RunningDaemon, type Sandbox } from '../support/sandbox.js'

/** A client of `Write`, by hand. */
class Writer {
  readonly call: ClientDuplexStream<pb.WriteRequest, pb.WriteResponse>
  readonly ended: Promise<string>
  private readonly answers: pb.WriteResponse[] = []
  private wake: () => void = () => {}
  offer: pb.DataTransferNegotiation | undefined

  constructor(
    private readonly client: TestClient,
    module = 'data',
  ) {
    this.call = client.raw.write()
    this.ended = new Promise((resolve) => {
      this.call.once('error', (error) => resolve(decodeError(error, 'daemon').code))
      this.call.once('end', () => resolve('OK'))
    })
    this.call.on('data', (answer: pb.WriteResponse) => {
      this.answers.push(answer)
      this.wake()
    })
    const protocol = new pb.Protocol().setVersion(1).setMinVersion(1)
    const header = new pb.WriteHeader().setProtocol(protocol).setModule(module)
    this.call.write(new pb.WriteRequest().setHeader(header))
  }

  async next(): Promise<pb.WriteResponse> {
    while (this.answers.length === 0) await new Promise<void>((resolve) => (this.wake = resolve))
    return this.answers.shift() as pb.WriteResponse
  }

  async connect(changed = 0n): Promise<{ readonly sender: PieceSender; readonly socket: Socket }> {
    const offer = (await this.next()).getNegotiation() ?? new pb.DataTransferNegotiation()
    this.offer = offer
    const socket = await dialSocket({
      host: '127.0.0.1',
      // 0: that of the control plane
      port: offer.getDataPort() || this.client.port,
      sessionId: offer.getSessionId_asU8(),
      token: offer.getOneTimeToken_asU8(),
      stream: 0,
      handshakeTimeoutMs: 5000,
      stallTimeoutMs: 5000,
    })
    socket.on('error', () => {}).resume()
    const sender = new PieceSender(socket, {
      a: BigInt(offer.getSeedA()) ^ changed,
      b: BigInt(offer.getSeedB()),
    })
    return { sender, socket }
  }

  begin(index: number, path: string, size: number, metadata = new pb.SetMetadata()): void {
    const file = new pb.WriteFile().setIndex(index).setPath(toBytes(path)).setSize(size)
    this.call.write(new pb.WriteRequest().setFile(file.setMetadata(metadata)))
  }
}

describe('files that a client writes one by one', () => {
  let sandbox: Sandbox
  let daemon: RunningDaemon
  let client: TestClient

  before(async () => {
    sandbox = makeSandbox()
    sandbox.fill({ 'data/dir': null, 'other/file': 'x' })
    daemon = await sandbox.daemon(
      '--port',
      '0',
      '--module',
      `data=${sandbox.at('data')}`,
      '--module',
      `ro=${sandbox.at('other')}:ro`,
    )
    client = new TestClient(daemon.port)
  })

  beforeEach(() => sandbox.fill({ 'data/old': 'old' }))

  afterEach(async () => {
    await until('nothing is left of it', () =>
      readdirSync(sandbox.at('data')).every((name) => ['.blit-sessions', 'dir', 'old'].includes(name)),
    )
    expect(readFileSync(sandbox.at('data', 'old'), 'utf8')).to.equal('old')
  })

  after(async () => {
    client.close()
    await sandbox.remove()
  })

  it('land when they are whole, each for itself; S14: what the module does not allow fails alone', async () => {
    const writer = new Writer(client)
    const { sender } = await writer.connect()
    writer.begin(0, 'dir/bad', 1, new pb.SetMetadata().setMode(0o4755))
    expect((await writer.next()).getWritten()?.getFailure()?.getCode()).to.equal('E_METADATA')
    writer.begin(1, 'dir/good', 10, new pb.SetMetadata().setMode(0o640))
    expect((await writer.next()).getReady()?.getIndex()).to.equal(1)
    await sender.piece(1, 0, Buffer.from('hello '))
    expect(readdirSync(sandbox.at('data/dir')).filter((name) => name === 'good')).to.deep.equal([])
    await sender.piece(1, 6, Buffer.from('all!'))
    sender.fileEnd(1, 10, 'ok')
    const written = (await writer.next()).getWritten()
    expect([written?.getIndex(), written?.getFailure()]).to.deep.equal([1, undefined])
    expect(readFileSync(sandbox.at('data/dir/good'), 'utf8')).to.equal('hello all!')
    expect(statSync(sandbox.at('data/dir/good')).mode & 0o7777).to.equal(0o640)
    sender.end()
    writer.call.end()
    expect(await writer.ended).to.equal('OK')
  })

  const WRONG: ReadonlyArray<readonly [string, (sender: PieceSender) => Promise<unknown>]> = [
    ['of a file that was not begun', (sender) => sender.piece(7, 0, Buffer.from('x'))],
    ['out of order', (sender) => sender.piece(0, 2, Buffer.from('x'))],
    ['beyond the end', (sender) => sender.piece(0, 0, Buffer.from('too long'))],
    [
      'after the end',
      async (sender) => {
        sender.fileEnd(0, 0, 'failed')
        await sender.piece(0, 0, Buffer.from('x'))
      },
    ],
  ]
  for (const [what, send] of WRONG) {
    it(`S13: bytes ${what} end the call`, async () => {
      const writer = new Writer(client)
      const { sender } = await writer.connect()
      writer.begin(0, 'old', 4)
      await writer.next()
      await send(sender)
      expect(await writer.ended).to.equal('E_PROTOCOL')
    })
  }

  it('S20: bytes with another hash end the call', async () => {
    const writer = new Writer(client)
    const { sender } = await writer.connect(1n)
    writer.begin(0, 'old', 4)
    await writer.next()
    await sender.piece(0, 0, Buffer.from('evil'))
    expect(await writer.ended).to.equal('E_UNREACHABLE')
  })

  it('S11: no more than 64 are open at a time', async () => {
    const writer = new Writer(client)
    await writer.connect()
    for (let index = 0; index < 65; index++) writer.begin(index, `file-${index}`, 1)
    expect(await writer.ended).to.equal('E_PROTOCOL')
  })

  it('S1: nothing is left of one whose client goes away, on either plane', async () => {
    for (const plane of ['control', 'data']) {
      const writer = new Writer(client)
      const { sender, socket } = await writer.connect()
      writer.begin(0, 'old', 100)
      writer.begin(1, 'new', 100)
      await writer.next()
      await sender.piece(0, 0, Buffer.from('half'))
      if (plane === 'control') writer.call.cancel()
      else socket.destroy()
      await writer.ended
    }
  })

  it('S15: a second connection of the same number is not admitted', async () => {
    const writer = new Writer(client)
    const { sender } = await writer.connect()
    const { offer } = writer
    const again = dialSocket({
      host: '127.0.0.1',
      port: daemon.port,
      sessionId: offer?.getSessionId_asU8() ?? new Uint8Array(),
      token: offer?.getOneTimeToken_asU8() ?? new Uint8Array(),
      stream: 0,
      handshakeTimeoutMs: 5000,
      stallTimeoutMs: 5000,
    })
    expect(
      await again.then(
        () => 'admitted',
        () => 'refused',
      ),
    ).to.equal('refused')
    writer.begin(0, 'dir/good', 1)
    await writer.next()
    await sender.piece(0, 0, Buffer.from('x'))
    sender.fileEnd(0, 1, 'ok')
    expect((await writer.next()).getWritten()?.getFailure()).to.equal(undefined)
    writer.call.end()
    expect(await writer.ended).to.equal('OK')
  })

  it('S19: are refused where nothing may be changed, and where there is no module', async () => {
    expect(await new Writer(client, 'ro').ended).to.equal('E_READ_ONLY')
    expect(await new Writer(client, 'none').ended).to.equal('E_NO_MODULE')
  })
})
