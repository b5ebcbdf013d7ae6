import { expect } from 'chai'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { credentials, type ClientReadableStream } from '@grpc/grpc-js'
import { BlitClient, pb } from '@blit/remote/protocol'
import { makeSandbox, until, type RunningDaemon, type Sandbox } from '../support/sandbox.js'
import { place, TestClient } from '../support/client.js'

const MIB = 1024 * 1024
/** Fewer than what a daemon has open at a time. */
const CALLS = 100
const CONNECTIONS = 1

type Scan = ClientReadableStream<pb.ScanResponse>

describe('S20: a daemon whose answers nobody reads', () => {
  let sandbox: Sandbox
  let daemon: RunningDaemon
  let client: TestClient
  let fdsBefore = 0
  const channels: BlitClient[] = []

  const fds = (): number => readdirSync(`/proc/${daemon.pid}/fd`).length
  const residentBytes = (): number =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${daemon.pid}/status`, 'utf8'))?.[1]) * 1024
  const answers = async (): Promise<string> =>
    client.codeOf('stat', new pb.StatRequest().setPlace(place('many')))

  before(async function () {
    if (process.platform !== 'linux') this.skip()
    sandbox = makeSandbox()
    sandbox.fill({
      'c.toml': `[daemon]
port = 0
[[module]]
name = "data"
path = "data"
`,
    })
    mkdirSync(sandbox.at('data/many'), { recursive: true })
    for (let i = 0; i < 1000; i++) writeFileSync(sandbox.at('data/many', `${'n'.repeat(200)}${i}`), '')
    writeFileSync(sandbox.at('data/large'), Buffer.alloc(20 * MIB))
    daemon = await sandbox.daemon('--config', 'c.toml')
    client = new TestClient(daemon.port)
    expect(await answers()).to.equal('OK')
    fdsBefore = fds()
  })

  afterEach(async () => {
    for (const channel of channels.splice(0)) channel.close()
    expect(await answers()).to.equal('OK')
    await until('its descriptors are back', () => fds() <= fdsBefore)
  })

  after(async () => {
    client?.close()
    await sandbox?.remove()
  })

  function channel(): BlitClient {
    const made = new BlitClient(`127.0.0.1:${daemon.port}`, credentials.createInsecure(), {
      'grpc.use_local_subchannel_pool': 1,
    })
    channels.push(made)
    return made
  }

  const scan = (at: BlitClient): Scan =>
    at.scan(new pb.ScanRequest().setPlace(place('')).setRecursive(true)) as Scan
  const pull = (at: BlitClient): Scan =>
    at.pull(new pb.PullRequest().setPlace(place('large'))) as unknown as Scan

  for (const [what, open] of Object.entries({ scan, pull }))
    it(`holds little of each ${what}, and answers others`, async () => {
      const before = residentBytes()
      const calls: Scan[] = []
      for (let i = 0; i < CONNECTIONS; i++) {
        const at = channel()
        for (let j = 0; j < CALLS; j++) {
          const call = open(at)
          call.on('error', () => {})
          calls.push(call)
        }
      }

      // An answer to each is under way, or it was refused: then the daemon waits.
      await Promise.all(
        calls.map(
          async (call) =>
            new Promise<void>((resolve) => {
              call.once('metadata', () => resolve())
              call.once('error', () => resolve())
            }),
        ),
      )
      for (let i = 0; i < 5; i++) expect(await answers()).to.equal('OK')
      const grown = residentBytes() - before
      expect(grown).to.be.below(CONNECTIONS * CALLS * 5 * MIB)
      for (const call of calls) call.cancel()
    })
})
