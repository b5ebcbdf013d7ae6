import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { makeSandbox, type Run, type RunOptions, type Sandbox } from './blit.js'
import { startRegistry, type Registry } from './registry.js'

const CORE = fileURLToPath(new URL('../../packages/core', import.meta.url))

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))

describe('plugins of strangers', () => {
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('src/sub'), { recursive: true })
    writeFileSync(sandbox.at('src/a'), 'aaa')
    writeFileSync(sandbox.at('src/sub/b'), 'bbb')
    symlinkSync('a', sandbox.at('src/link'))
  })

  afterEach(() => sandbox.remove())

  async function succeed(args: readonly string[], options?: RunOptions): Promise<Run> {
    const run = await sandbox.run(args, options)
    expect(run, `${args.join(' ')}: ${run.stderr}`).to.include({ code: 0 })
    return run
  }

  /** Links a fixture, which finds @blit/core beside itself as an installed plugin would. */
  async function link(name: string): Promise<void> {
    const folder = sandbox.at('plugins', name)
    cpSync(fixture(name), folder, { recursive: true })
    mkdirSync(`${folder}/node_modules/@blit`, { recursive: true })
    symlinkSync(CORE, `${folder}/node_modules/@blit/core`)
    await succeed(['plugins', 'link', folder])
  }

  /** Copies there and back, and lists what is there. */
  async function useJsonfs(): Promise<void> {
    const place = `jsonfs://${sandbox.at('tree.json')}`
    const { stdout } = await succeed(['copy', '--json', 'src', place])
    expect(JSON.parse(stdout)).to.include({
      route: 'generic',
      filesCopied: 2,
      linksCreated: 1,
      bytesCopied: 6,
    })
    const list = await succeed(['list', '-r', '--json', place])
    const { entries } = JSON.parse(list.stdout) as { entries: Array<{ path: string }> }
    expect(entries.map(({ path }) => path)).to.deep.equal(['a', 'link', 'sub', 'sub/b'])
    await succeed(['copy', `${place}/sub`, 'back'])
    expect(readFileSync(sandbox.at('back/b'), 'utf8')).to.equal('bbb')
    const again = await succeed(['copy', '--json', 'src', place])
    expect(JSON.parse(again.stdout)).to.include({ filesCopied: 0, filesSkipped: 2 })
    await succeed(['mirror', '-y', 'src/sub/', place])
    expect((await succeed(['list', place])).stdout).to.match(/^-.* b\n$/)
  }

  it('linked, serve their scheme: copies to and from local paths, lists, mirrors', async () => {
    await link('jsonfs')
    await useJsonfs()
  })

  it('are gone when unlinked', async () => {
    await link('jsonfs')
    await succeed(['plugins', 'unlink', 'blit-plugin-jsonfs'])
    const { code, stderr } = await sandbox.run(['list', `jsonfs://${sandbox.at('tree.json')}`])
    expect(stderr).to.include('no plugin for jsonfs://')
    expect(code).to.equal(10)
  })

  it('built for another contract are refused with exit 10 and the remedy, while local copies go on', async () => {
    await link('outdated')
    const refused = await sandbox.run(['copy', 'src', 'outdated://x'])
    expect(refused.stderr).to.match(
      /^blit: the plugin blit-plugin-outdated .*blit plugins install blit-plugin-outdated@/,
    )
    expect(refused.code).to.equal(10)
    const json = await sandbox.run(['copy', '--json', 'src', 'outdated://x'])
    expect(JSON.parse(json.stdout)).to.have.nested.property('error.code', 'E_PLUGIN_VERSION')
    expect(json.code).to.equal(10)
    expect((await succeed(['copy', 'src', 'dst'])).stderr).to.equal('')
    expect(readFileSync(sandbox.at('dst/sub/b'), 'utf8')).to.equal('bbb')
  })

  it('whose hook fails are named, and the others go on', async () => {
    await link('broken')
    await link('jsonfs')
    const { stderr } = await succeed(['copy', 'src', `jsonfs://${sandbox.at('tree.json')}`])
    expect(stderr).to.match(/^blit: warning: the plugin blit-plugin-broken failed: .*settings/)
    expect(stderr).not.to.include('\u001B')
  })

  it('that the user installed serve a scheme before those that came along', async () => {
    await link('jsonfs')
    writeFileSync(
      sandbox.at('plugins/jsonfs/src/hook.js'),
      readFileSync(fixture('jsonfs/src/hook.js'), 'utf8').replace("['jsonfs']", "['file']"),
    )
    const { code, stderr } = await sandbox.run(['list', 'src'])
    expect(stderr).to.include('names no .json file')
    expect(code).to.equal(2)
  })

  describe('from a registry', () => {
    let registry: Registry
    let env: NodeJS.ProcessEnv

    before(async () => {
      registry = await startRegistry()
      // What a plugin uses of @blit/core, its root entry, needs no other package.
      await registry.publish(CORE, { dependencies: {} })
      await registry.publish(fixture('jsonfs'))
    })

    after(() => registry.close())

    beforeEach(() => {
      env = { BLIT_NPM_REGISTRY: registry.url }
    })

    it('are installed, used and uninstalled', async () => {
      await succeed(['plugins', 'install', 'blit-plugin-jsonfs'], { env })
      expect((await succeed(['plugins'])).stdout).to.include('blit-plugin-jsonfs 1.0.0')
      await useJsonfs()
      await succeed(['plugins', 'uninstall', 'blit-plugin-jsonfs'], { env })
      const { code } = await sandbox.run(['list', `jsonfs://${sandbox.at('tree.json')}`])
      expect(code).to.equal(10)
    })

    it('are installed from a tarball in this directory', async () => {
      execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', sandbox.path], {
        cwd: fixture('jsonfs'),
        stdio: 'ignore',
      })
      const tarball = readdirSync(sandbox.path).find((name) => name.endsWith('.tgz'))
      await succeed(['plugins', 'install', `./${tarball}`], { env })
      await useJsonfs()
    })

    it('that it does not have are refused with exit 10', async () => {
      const { code, stderr } = await sandbox.run(['plugins', 'install', 'blit-plugin-missing'], { env })
      expect(stderr).to.match(/^blit: .*blit-plugin-missing is not in the registry/m)
      expect(code).to.equal(10)
    })

    it('that does not answer: exit 11, and what is true', async () => {
      const { code, stderr } = await sandbox.run(['plugins', 'install', 'blit-plugin-jsonfs'], {
        env: { BLIT_NPM_REGISTRY: `http://127.0.0.1:${await closedPort()}` },
      })
      expect(stderr).to.match(/^blit: the registry .* cannot be reached/m)
      expect(code).to.equal(11)
      expect(existsSync(sandbox.at('.home/data/node_modules/blit-plugin-jsonfs'))).to.equal(false)
    })
  })
})

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => {
    server.close(resolve)
  })
  return port
}
