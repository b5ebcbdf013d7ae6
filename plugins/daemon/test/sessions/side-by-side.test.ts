import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { TestClient } from '../support/client.js'
import { RawPush } from '../support/raw-push.js'
import { makeSandbox, type RunningDaemon, type Sandbox } from '../support/sandbox.js'

const HELD_OPEN = 3

describe('pushes side by side', () => {
  let sandbox: Sandbox
  let daemon: RunningDaemon
  const clients: TestClient[] = []

  before(async () => {
    sandbox = makeSandbox()
    sandbox.fill({
      data: null,
      'c.toml': `
[daemon]
port = 0
max_sessions = ${HELD_OPEN + 2}
max_streams = 2
[[module]]
name = "data"
path = "data"
`,
    })
    daemon = await sandbox.daemon('--config', 'c.toml')
  })

  after(async () => {
    for (const client of clients) client.close()
    await sandbox.remove()
  })

  function connect(): TestClient {
    const client = new TestClient(daemon.port)
    clients.push(client)
    return client
  }

  it('do not wait for one another: small ones end while others are in the midst of theirs, each with all its streams', async () => {
    const client = connect()
    const held = []
    for (let i = 0; i < HELD_OPEN; i++) {
      const push = new RawPush(i === 0 ? client : connect())
        .header(`big${i}`)
        .entries([{ name: 'f', size: 3 }])
      expect((await push.negotiation()).max_streams).to.equal(2)
      await push.needs(1)
      const streams = [await push.stream(0), await push.stream(1)]
      // The middle of a frame's header.
      streams[1]?.socket.write(Buffer.alloc(10, 4))
      held.push({ push, streams })
    }

    for (let i = 0; i < 3; i++) {
      const small = new RawPush(client).header(`small${i}`).entries([{ name: 'f', size: 3 }])
      const stream = await small.stream(0)
      stream.batch([{ index: 0, content: Buffer.from('abc') }])
      stream.end()
      expect(await small.complete().dataDone(0).outcome()).to.equal('OK')
      expect(readFileSync(sandbox.at(`data/small${i}/f`), 'utf8')).to.equal('abc')
    }

    // None of these was over before.
    for (const { push, streams } of held) {
      expect(push.answers.some((answer) => answer.getDestination()?.hasSummary())).to.equal(false)
      push.cancel()
      for (const { socket } of streams) socket.destroy()
      expect(await push.outcome()).to.not.equal('OK')
    }
  })
})
