import { expect } from 'chai'
import { readdirSync, readlinkSync } from 'node:fs'
import { toBytes } from '@blit/core'
import { pb } from '@blit/remote/protocol'
import { makeSandbox, until, type RunningDaemon, type Sandbox } from '../support/sandbox.js'
import { TestClient } from '../support/client.js'
import { PlanStream } from '../support/plan-client.js'
import { RawPush } from '../support/raw-push.js'

const SESSIONS = 1000
const AT_A_TIME = 8
/** Threads that wait for the next session, all kinds together. */
const KEPT_THREADS = 20
const linux = process.platform === 'linux'

describe('S20: a daemon after a thousand sessions', () => {
  let sandbox: Sandbox
  let daemon: RunningDaemon
  let client: TestClient
  let pushed = 0

  const links = (): string[] =>
    readdirSync(`/proc/${daemon.pid}/fd`).map((fd) => {
      try {
        return readlinkSync(`/proc/${daemon.pid}/fd/${fd}`)
      } catch {
        return '' // Closed meanwhile.
      }
    })
  const sockets = (): number => links().filter((link) => link.startsWith('socket:')).length
  const files = (): string[] => links().filter((link) => link.startsWith(sandbox.path))
  const threads = (): number => readdirSync(`/proc/${daemon.pid}/task`).length

  before(async () => {
    sandbox = makeSandbox()
    sandbox.fill({ 'data/pulled/file': 'pulled', 'data/pushed': null })
    daemon = await sandbox.daemon('--module', `data=${sandbox.at('data')}`, '--port', '0')
    client = new TestClient(daemon.port)
  })

  after(async () => {
    client.close()
    await sandbox.remove()
  })

  /** One small file lands, or the client is gone at one point or another. */
  async function push(number: number, way: number): Promise<void> {
    const session = new RawPush(client)
      .header('pushed')
      .entries([{ name: `${number % 100}`, size: 6, mtime: ++pushed }])
    await session.needs(1)
    if (way === 1) session.cancel()
    else {
      const stream = await session.stream(0)
      if (way === 2) {
        // Half a frame, and gone.
        stream.socket.write(Buffer.alloc(10, 1))
        session.cancel()
      } else {
        stream.batch([{ index: 0, content: Buffer.from('pushed') }])
        if (way === 3) stream.socket.resetAndDestroy()
        else stream.end()
        if (way === 3) session.cancel()
        else session.complete().dataDone(0)
      }

      const outcome = await session.outcome()
      if (way === 0) expect(outcome).to.equal('OK')
      stream.socket.destroy()
      return
    }

    await session.outcome()
  }

  /** The daemon as the source, up to its manifest or its data. */
  async function pull(way: number): Promise<void> {
    const call = client.raw.pullSession()
    const gone = new Promise<void>((resolve) => call.on('error', () => resolve()).on('end', resolve))
    const options = new pb.TransferOptions()
      .setOperation('copy')
      .setCompare('quick')
      .setModifyWindowNanos('1000')
    call.write(
      new pb.ClientPullRequest().setHeader(
        new pb.PullHeader()
          .setProtocol(new pb.Protocol().setVersion(1).setMinVersion(1))
          .setPlace(new pb.Place().setModule('data').setPath(toBytes('pulled')))
          .setOptions(options.setPreserve(new pb.Preserve()).setMaxStreams(2))
          .setTree(true),
      ),
    )
    const say = (fill: (message: pb.DestinationMessage) => void): void => {
      const message = new pb.DestinationMessage()
      fill(message)
      call.write(new pb.ClientPullRequest().setDestination(message))
    }

    let negotiation: pb.DataTransferNegotiation | undefined
    const listed = new Promise<void>((resolve) =>
      call.on('data', (response: pb.ServerPullResponse) => {
        negotiation ??= response.getNegotiation()
        if (response.getSource()?.hasManifestComplete()) resolve()
      }),
    )
    await Promise.race([listed, gone])
    if (way > 0 && negotiation !== undefined) {
      const stream = await PlanStream.open(
        daemon.port,
        {
          data_port: daemon.port,
          one_time_token: Buffer.from(negotiation.getOneTimeToken_asU8()),
          session_id: Buffer.from(negotiation.getSessionId_asU8()),
          files_to_upload: [],
          max_streams: 2,
        },
        0,
      )
      if (way === 2) {
        const came = new Promise((resolve) => stream.socket.once('data', resolve))
        say((message) => message.setNeed(new pb.Need().setIndicesList([0])))
        await came
      }

      stream.socket.destroy()
    }

    call.cancel()
    await gone
  }

  it('holds nothing of them: no descriptor, no thread, no temp, no session', async function () {
    if (!linux) this.skip()
    this.timeout(240_000)
    const run = async (count: number): Promise<void> => {
      let next = 0
      const one = async (): Promise<void> => {
        for (let number = next++; number < count; number = next++)
          await (number % 5 === 4 ? pull(next % 3) : push(number, [0, 1, 0, 2, 3][number % 7] ?? 0))
      }
      await Promise.all(Array.from({ length: AT_A_TIME }, one))
    }

    await run(40)
    await until('nothing of the first is open', () => files().length === 0)
    const before = { sockets: sockets(), threads: threads() }
    await run(SESSIONS)
    await until('its files are closed', () => files().length === 0)
    await until('its sockets are closed', () => sockets() <= before.sockets)
    await until('its threads have ended', () => threads() <= before.threads + KEPT_THREADS)
    const names = readdirSync(sandbox.at('data'), { recursive: true }).map(String)
    expect(names.filter((name) => name.includes('.blit-'))).to.deep.equal([])
    expect(
      daemon
        .stderr()
        .split('\n')
        .filter((line) => / error /.test(line)),
    ).to.deep.equal([])
    const stopped = await daemon.end()
    expect(stopped.code).to.equal(0)
  })
})
