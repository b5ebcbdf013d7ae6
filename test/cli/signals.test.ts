import { expect } from 'chai'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { makeSandbox, until, type Sandbox } from './blit.js'

describe('signals', () => {
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('src'))
    writeFileSync(sandbox.at('src/large'), Buffer.alloc(64 * 1024 * 1024, 7))
  })

  afterEach(() => sandbox.remove())

  // At 1 MiB a second the copy takes a minute; it is interrupted once it has begun.
  function startSlowCopy(...flags: string[]): ReturnType<Sandbox['start']> {
    return sandbox.start(['copy', '--bwlimit', '1Mi', ...flags, 'src', 'dst'])
  }

  const hasBegun = (): boolean => existsSync(sandbox.at('dst')) && readdirSync(sandbox.at('dst')).length > 0

  for (const [signal, exit] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    it(`${signal} ends a transfer cleanly with ${exit} and a summary`, async () => {
      const { child, done } = startSlowCopy()
      await until('the copy has begun', hasBegun)
      child.kill(signal)
      const { code, stdout, stderr } = await done
      expect(code).to.equal(exit)
      expect(stderr).to.include(`blit: interrupted by ${signal}`)
      expect(stdout).to.match(/^copied \d+ files?/)
    })

    it(`${signal} does so with --json: counts and error`, async () => {
      const { child, done } = startSlowCopy('--json')
      await until('the copy has begun', hasBegun)
      child.kill(signal)
      const { code, stdout } = await done
      expect(code).to.equal(exit)
      const report = JSON.parse(stdout) as { operation: string; error: unknown }
      expect(report.operation).to.equal('copy')
      expect(report.error).to.include({ code: 'E_INTERRUPTED', exit })
    })
  }

  it('S1: leaves no half file under its name, and the next run goes on', async () => {
    const { child, done } = startSlowCopy()
    await until('the copy has begun', hasBegun)
    child.kill('SIGINT')
    await done
    expect(existsSync(sandbox.at('dst/large'))).to.equal(false)
    const { code } = await sandbox.run(['copy', 'src', 'dst'])
    expect(code).to.equal(0)
    expect(readdirSync(sandbox.at('dst'))).to.deep.equal(['large'])
    expect(readFileSync(sandbox.at('dst/large')).equals(readFileSync(sandbox.at('src/large')))).to.equal(true)
  })

  it('SIGINT is heard among small files, too', async () => {
    for (let i = 0; i < 40; i++) writeFileSync(sandbox.at('src', `${i}`), Buffer.alloc(256 * 1024))
    const { child, done } = startSlowCopy('--exclude', 'large')
    // A new directory is filled under another name first.
    await until('the copy has begun', () =>
      readdirSync(sandbox.path).some((name) => /^(dst|\.blit-.*)$/.test(name)),
    )
    child.kill('SIGINT')
    const { code, stdout } = await done
    expect(code).to.equal(130)
    expect(Number(/^copied (\d+) file/.exec(stdout)?.[1])).to.be.below(40)
  })

  it('the second signal ends it at once', async () => {
    const { child, done } = startSlowCopy()
    await until('the copy has begun', hasBegun)
    child.kill('SIGINT')
    child.kill('SIGINT')
    const { code, signal } = await done
    expect(signal === 'SIGINT' || code === 130).to.equal(true)
  })
})
