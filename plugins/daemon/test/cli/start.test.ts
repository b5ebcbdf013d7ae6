import { expect } from 'chai'
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { makeSandbox, type Sandbox } from '../support/sandbox.js'
import { all, TestClient } from '../support/client.js'

describe('blit daemon start', () => {
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    sandbox.fill({ 'data/a': 'a' })
  })

  afterEach(async () => sandbox.remove())

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`says in one line where it listens, and ends with exit 0 on ${signal}`, async () => {
      const daemon = await sandbox.daemon('--module', 'data=data', '--port', '0')
      expect(daemon.line).to.match(/^listening on 127\.0\.0\.1:[1-9]\d*\n$/)
      const { code, stdout } = await daemon.end(signal)
      expect([code, stdout]).to.deep.equal([0, daemon.line])
    })
  }

  it('writes IPv6 in brackets', async () => {
    const daemon = await sandbox.daemon('--module', 'data=data', '--port', '0', '--bind', '::1')
    expect(daemon.line).to.match(/^listening on \[::1\]:\d+\n$/)
    const client = new TestClient(daemon.port, '[::1]')
    expect(
      await client.codeOf('ping', new (await import('@blit/remote/protocol')).pb.PingRequest()),
    ).to.equal('OK')
    client.close()
  })

  it('logs lines for people, or JSON lines', async () => {
    const plain = await sandbox.daemon('--module', 'data=data', '--port', '0')
    expect((await plain.end()).stderr).to.match(/^\S+Z info {2}serving address=127\S+ modules=\["data"\]\n/)
    const json = await sandbox.daemon('--module', 'data=data', '--port', '0', '--json')
    const lines = (await json.end()).stderr.trim().split('\n')
    const [first] = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(first).to.include({ level: 'info', msg: 'serving' })
  })

  it('takes a config from the config directory, with paths relative to it', async () => {
    sandbox.fill({
      '.home/config/daemon.toml':
        '[daemon]\nport = 0\n[[module]]\nname = "there"\npath = "../../data"\nread_only = true\n',
    })
    const daemon = await sandbox.daemon()
    const { stdout } = await sandbox.run('daemon', 'status', '--json')
    expect((JSON.parse(stdout) as { daemons: unknown[] }).daemons).to.deep.include.members([
      {
        address: `127.0.0.1:${daemon.port}`,
        port: daemon.port,
        pid: daemon.pid,
        modules: ['there'],
        since: (JSON.parse(stdout) as { daemons: Array<{ since: string }> }).daemons[0]?.since,
      },
    ])
  })

  const refusals: ReadonlyArray<readonly [string, readonly string[], RegExp]> = [
    ['no modules', [], /there are no modules/],
    ['a module that is not there', ['--module', 'x=missing'], /module x: '.*missing' does not exist/],
    ['a module that is a file', ['--module', 'x=data/a'], /is not a directory/],
    ['a module that is no NAME=PATH', ['--module', 'data'], /it is not NAME=PATH/],
    ['a module with a bad name', ['--module', '../x=data'], /is no name/],
    ['two modules of one name', ['--module', 'x=data', '--module', 'x=data'], /two modules are called x/],
    ['a config that is not there', ['--config', 'none.toml'], /none\.toml: there is no such file/],
    ['an address of nobody', ['--module', 'x=data', '--bind', 'example.org'], /has to be an IP address/],
    ['a port of nobody', ['--module', 'x=data', '--port', '70000'], /--port/],
    ['an operand', ['--module', 'x=data', 'y'], /takes no operand/],
    [
      'S17: an address beyond loopback',
      ['--module', 'x=data', '--bind', '0.0.0.0'],
      /TLS and credentials are not there yet.*--insecure/,
    ],
  ]
  for (const [what, args, said] of refusals) {
    it(`refuses ${what}, exit 2`, async () => {
      const { code, stderr, stdout } = await sandbox.run('daemon', 'start', '--port', '0', ...args)
      expect(stderr)
        .to.match(said)
        .and.match(/^blit: .*\n$/)
      expect([code, stdout]).to.deep.equal([2, ''])
    })
  }

  const modules: ReadonlyArray<readonly [string, string, RegExp]> = [
    [
      'two modules of one name',
      '[[module]]\nname = "x"\npath = "data"\n\n[[module]]\npath = "data"\nname = "x"\n',
      /^blit: bad\.toml, line 7: two modules are called x/,
    ],
    [
      'a module that is not there',
      '[[module]]\nname = "x"\npath = "data/none"\n',
      /^blit: bad\.toml, line 3: module x: .* does not exist/,
    ],
  ]
  for (const [what, text, said] of modules) {
    it(`refuses ${what} in a config, and names the line`, async () => {
      writeFileSync(sandbox.at('bad.toml'), text)
      const { code, stderr } = await sandbox.run('daemon', 'start', '--port', '0', '--config', 'bad.toml')
      expect(stderr).to.match(said)
      expect(code).to.equal(2)
    })
  }

  it('refuses with --json as an object', async () => {
    const { code, stdout } = await sandbox.run('daemon', 'start', '--json')
    expect((JSON.parse(stdout) as { error: unknown }).error).to.include({ code: 'E_CONFIG', exit: 2 })
    expect(code).to.equal(2)
  })

  it('S17: listens beyond loopback with --insecure, and warns', async () => {
    const daemon = await sandbox.daemon(
      '--module',
      'x=data',
      '--bind',
      '0.0.0.0',
      '--port',
      '0',
      '--insecure',
    )
    expect(daemon.stderr()).to.match(/blit: warning: --insecure: 0\.0\.0\.0:0 is open to everybody/)
  })

  for (const mode of [0o666, 0o664]) {
    it(`S18: refuses a config of mode ${mode.toString(8)}, which others can write`, async () => {
      sandbox.fill({ 'c.toml': '[[module]]\nname = "a"\npath = "data"\n' })
      chmodSync(sandbox.at('c.toml'), mode)
      const { code, stderr } = await sandbox.run('daemon', 'start', '--config', 'c.toml', '--port', '0')
      expect(stderr).to.match(/c\.toml: others can write it \(chmod go-w c\.toml\)/)
      expect(code).to.equal(2)
    })
  }

  it('refuses a port that is taken, exit 2', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const { code, stderr } = await sandbox.run(
      'daemon',
      'start',
      '--module',
      'x=data',
      '--port',
      String(port),
    )
    other.close()
    expect(stderr).to.equal(
      `blit: cannot listen on 127.0.0.1:${port}: something else listens there (choose another address or port)\n`,
    )
    expect(code).to.equal(2)
  })

  it('refuses an address that this machine does not have, exit 2', async () => {
    const { code, stderr } = await sandbox.run(
      ...['daemon', 'start', '--module', 'x=data', '--bind', '203.0.113.7', '--insecure', '--port', '0'],
    )
    expect(stderr).to.include('this machine has no such address')
    expect(code).to.equal(2)
  })

  it('ends cleanly in the middle of calls', async () => {
    for (let i = 0; i < 300; i++) writeFileSync(sandbox.at('data', `f${i}`), 'x'.repeat(20_000))
    const daemon = await sandbox.daemon('--module', 'data=data', '--port', '0')
    const { pb } = await import('@blit/remote/protocol')
    const client = new TestClient(daemon.port)
    const pull = client.raw.pull(new pb.PullRequest().setModule('data'))
    // Nobody reads on: it waits for room.
    await new Promise((resolve) => pull.once('readable', resolve))
    const hash = client.raw.hash()
    const ended = Promise.allSettled([all(pull), all(hash)])
    const { code, stderr } = await daemon.end()
    expect([code, stderr]).to.satisfy(
      ([exit, log]: [number, string]) => exit === 0 && log.includes('stopped'),
    )
    expect((await ended).map(({ status }) => status)).to.deep.equal(['rejected', 'rejected'])
    client.close()
  })

  it('keeps a pid file that only its user reads, and removes it', async () => {
    const daemon = await sandbox.daemon('--module', 'data=data', '--port', '0')
    const directory = sandbox.at('.home/run/blit')
    const [name = ''] = readdirSync(directory)
    expect(statSync(`${directory}/${name}`).mode & 0o777).to.equal(0o600)
    expect(statSync(directory).mode & 0o777).to.equal(0o700)
    await daemon.end()
    expect(readdirSync(directory)).to.deep.equal([])
  })
})
