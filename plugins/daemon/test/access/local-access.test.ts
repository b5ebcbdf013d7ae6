import { expect } from 'chai'
import { Metadata } from '@grpc/grpc-js'
import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { localDirectories, readLocalToken, TOKEN_KEY } from '@blit/remote'
import { canBeOther } from '../../../../test/support/other-user.js'
import { LocalAccess } from '../../dist/access/local-access.js'
import { makeSandbox, type Run, type RunningDaemon, type Sandbox } from '../support/sandbox.js'
import { errorOf } from '../support/client.js'

const BLIT = fileURLToPath(new URL('../../../../bin/run.js', import.meta.url))
const OTHER = 65_534

describe('S17: who may call a daemon on loopback', () => {
  let sandbox: Sandbox
  let daemon: RunningDaemon

  before(async () => {
    sandbox = makeSandbox()
    sandbox.fill({ 'data/file': 'content', 'other/.keep': '' })
    chmodSync(sandbox.path, 0o755)
    chmodSync(sandbox.at('other'), 0o777)
    daemon = await sandbox.daemon('--module', `data=${sandbox.at('data')}`, '--port', '0')
  })

  after(async () => sandbox.remove())

  const envOf = (uid: number) => ({ PATH: process.env['PATH'], HOME: sandbox.at('other', String(uid)) })

  /** As somebody, with nothing of an environment but a home. */
  async function run(uid: number, ...args: string[]): Promise<Run> {
    return new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        [BLIT, ...args],
        { uid, gid: uid, env: envOf(uid) },
        (_, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
      )
    })
  }

  const url = (path = ''): string => `blit://127.0.0.1:${daemon.port}/data${path}`
  const self = (): number => process.getuid?.() ?? 0

  it('its own user, whatever the environment', async () => {
    expect(await run(self(), 'list', url())).to.include({ code: 0, stderr: '' })
    const push = await run(self(), 'copy', sandbox.at('data/file'), url('/copy'))
    expect(push).to.include({ code: 0, stderr: '' })
    const found = await run(self(), 'daemon', 'status', '--port', String(daemon.port))
    expect([found.code, found.stdout]).to.deep.equal([
      0,
      `127.0.0.1:${daemon.port}  process ${daemon.pid}, since ${/since (\S+),/.exec(found.stdout)?.[1]}, serves data\n`,
    ])
    expect((await run(self(), 'daemon', 'status')).code).to.equal(11)
  })

  if (canBeOther && self() === 0) {
    it('nobody else: exit 12, and nothing is touched; who asks whether it is there is answered', async () => {
      expect((await run(OTHER, 'ping', `127.0.0.1:${daemon.port}`)).code).to.equal(0)
      for (const args of [
        ['list', url()],
        ['modules', `127.0.0.1:${daemon.port}`],
        ['copy', url('/file'), sandbox.at('other/stolen')],
        ['copy', sandbox.at('other/.keep'), url('/planted')],
        ['purge', '--yes', url('/')],
      ]) {
        const { code, stderr } = await run(OTHER, ...args)
        expect([args[0], code]).to.deep.equal([args[0], 12])
        expect(stderr).to.match(/belongs to another user of this machine .*--insecure/)
      }

      expect(existsSync(sandbox.at('data/planted')) || existsSync(sandbox.at('other/stolen'))).to.equal(false)
      expect(readFileSync(sandbox.at('data/file'), 'utf8')).to.equal('content')
    })

    it('root calls the daemon of another user; a third one does not', async () => {
      mkdirSync(sandbox.at('other/data'))
      chmodSync(sandbox.at('other/data'), 0o777)
      const args = ['daemon', 'start', '--module', `data=${sandbox.at('other/data')}`, '--port', '0']
      const child = execFile(process.execPath, [BLIT, ...args], {
        uid: OTHER,
        gid: OTHER,
        env: envOf(OTHER),
      })
      const ended = new Promise((resolve) => child.once('close', resolve))
      try {
        const line = await new Promise<string>((resolve) => child.stdout?.once('data', resolve))
        const port = /:(\d+)\n/.exec(line)?.[1] ?? ''
        expect((await run(0, 'list', `blit://127.0.0.1:${port}/data`)).code).to.equal(0)
        expect((await run(OTHER, 'list', `blit://127.0.0.1:${port}/data`)).code).to.equal(0)
        expect((await run(OTHER - 1, 'list', `blit://127.0.0.1:${port}/data`)).code).to.equal(12)
      } finally {
        child.kill()
        await ended
      }
    })

    it('everybody, where it was started with --insecure, loudly', async () => {
      const open = await sandbox.daemon('--module', `data=${sandbox.at('data')}`, '--port', '0', '--insecure')
      expect(open.stderr()).to.match(/open to every user of this machine/)
      expect((await run(OTHER, 'list', `blit://127.0.0.1:${open.port}/data`)).code).to.equal(0)
      await open.end()
    })
  }

  it('whoever has the token, where the user cannot be told', async () => {
    const token = readLocalToken('127.0.0.1', daemon.port)
    expect(token).to.have.length(32)
    const access = new LocalAccess(token ?? Buffer.alloc(0), 12_345)
    const caller = (bytes?: Buffer) => {
      const metadata = new Metadata()
      if (bytes !== undefined) metadata.set(TOKEN_KEY, bytes)
      return { metadata, getPeer: () => 'unknown' }
    }
    await access.check(caller(token))
    for (const wrong of [undefined, Buffer.alloc(32), Buffer.alloc(0), Buffer.alloc(33)])
      expect(await errorOf(access.check(caller(wrong)))).to.include({ code: 'E_UNAUTHORISED', exit: 12 })
  })

  it('S18: the token is in a file that only its user can read, and goes with the daemon', async () => {
    const other = await sandbox.daemon('--module', `data=${sandbox.at('data')}`, '--port', '0')
    const path = localDirectories()
      .map((directory) => `${directory}/daemon-127.0.0.1-${other.port}.pid`)
      .find((one) => existsSync(one))
    expect(statSync(path ?? '').mode & 0o777).to.equal(0o600)
    const token = readLocalToken('127.0.0.1', other.port)?.toString('base64') ?? ''
    expect(await other.end()).to.have.property('code', 0)
    expect(other.stderr()).not.to.include(token)
    expect(existsSync(path ?? '')).to.equal(false)
  })
})
