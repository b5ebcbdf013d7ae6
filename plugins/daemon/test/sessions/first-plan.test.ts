import { expect } from 'chai'
import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { status } from '@grpc/grpc-js'
import { makeSandbox, type RunningDaemon, type Sandbox } from '../support/sandbox.js'
import { PlanPush, PlanStream, upload, type PlanFile } from '../support/plan-client.js'

const MIB = 1024 * 1024

describe('a client of the first plan', () => {
  let sandbox: Sandbox
  let daemon: RunningDaemon
  const pushes: PlanPush[] = []
  const file = (relative_path: string, content: Buffer | string = relative_path): PlanFile => ({
    relative_path,
    content: Buffer.from(content),
  })
  const begin = (): PlanPush => {
    const push = new PlanPush(daemon.port)
    pushes.push(push)
    return push
  }

  before(async () => {
    sandbox = makeSandbox()
    sandbox.fill({ 'data/mine': 'mine', outside: null })
    daemon = await sandbox.daemon(
      '--port',
      '0',
      '--module',
      `data=${sandbox.at('data')}`,
      '--module',
      `ro=${sandbox.at('data')}:ro`,
    )
  })

  afterEach(() => {
    for (const push of pushes.splice(0)) push.close()
  })

  after(async () => sandbox.remove())

  const tree: readonly PlanFile[] = [
    { ...file('z/deep/er/script'), permissions: 0o100_755, mtime_seconds: 1_234_567_890 },
    file('a'),
    { ...file('z/plain', ''), permissions: 0 },
    file('large', Buffer.alloc(17 * MIB + 5, 'large')),
    file('z/deep/middle', Buffer.alloc(300_000, 'middle')),
    { ...file('old'), mtime_seconds: -5 },
  ]

  for (const streams of [1, 2]) {
    it(`pushes files, small and large, over ${streams} stream${streams === 1 ? '' : 's'}; again, and nothing is needed`, async () => {
      const to = `backup-${streams}`
      const push = begin()
      push.list({ module: 'data', destination_path: to }, tree)
      const negotiation = await push.negotiation()
      expect(negotiation.files_to_upload).to.deep.equal(tree.map(({ relative_path }) => relative_path))
      expect(negotiation.max_streams).to.be.at.least(2)
      await upload(negotiation.data_port, negotiation, tree, streams)
      const { bytes_transferred, files_transferred } = await push.summary()
      await push.end()
      expect(push.error).to.equal(undefined)
      const bytes = tree.reduce((sum, { content }) => sum + content.length, 0)
      expect([Number(files_transferred), Number(bytes_transferred)]).to.deep.equal([tree.length, bytes])
      for (const { content, mtime_seconds = 1_000_000_000, relative_path } of tree) {
        const path = sandbox.at('data', to, relative_path)
        expect(readFileSync(path).equals(content), relative_path).to.equal(true)
        expect(statSync(path).mtimeMs, relative_path).to.be.closeTo(mtime_seconds * 1000, 0.001)
      }

      const mode = (path: string): number => statSync(sandbox.at('data', to, path)).mode & 0o7777
      expect([mode('z/deep/er/script'), mode('a'), mode('z/plain')]).to.deep.equal([0o755, 0o644, 0o644])
      expect(readdirSync(sandbox.at('data', to)).sort()).to.deep.equal(['a', 'large', 'old', 'z'])

      const again = begin()
      again.list({ module: 'data', destination_path: `${to}/` }, tree)
      again.closeWriting()
      expect((await again.negotiation()).files_to_upload).to.deep.equal([])
      expect(Number((await again.summary()).files_transferred)).to.equal(0)
      await again.end()
      expect(again.error).to.equal(undefined)
    })
  }

  it('is asked for what is new or changed only, in the order of its list', async () => {
    const before = [file('d/one'), file('d/two'), file('d/three')]
    const first = begin()
    first.list({ module: 'data', destination_path: 'changing' }, before)
    await upload(daemon.port, await first.negotiation(), before, 1)
    await first.summary()
    const after = [file('d/new'), file('d/two'), file('d/three', 'changed since'), file('d/one')]
    const second = begin()
    second.list({ module: 'data', destination_path: 'changing' }, after)
    const negotiation = await second.negotiation()
    expect(negotiation.files_to_upload).to.deep.equal(['d/new', 'd/three'])
    await upload(daemon.port, negotiation, after, 1)
    expect(Number((await second.summary()).files_transferred)).to.equal(2)
    expect(readFileSync(sandbox.at('data/changing/d/three'), 'utf8')).to.equal('changed since')
  })

  it('may use one stream after the other', async () => {
    const files = [file('one'), file('two')]
    const push = begin()
    push.list({ module: 'data', destination_path: 'in-turn' }, files)
    const negotiation = await push.negotiation()
    for (const [index, { content }] of files.entries()) {
      const stream = await PlanStream.open(daemon.port, negotiation, index)
      stream.batch([{ index, content }])
      stream.end()
    }

    expect(Number((await push.summary()).files_transferred)).to.equal(2)
  })

  it('S3: deletes nothing, whatever its mirror_mode says; directories keep their attributes', async () => {
    sandbox.fill({ 'data/kept/d/extra': 'extra' })
    const before = statSync(sandbox.at('data/kept')).mtimeMs
    const push = begin()
    const files = [file('d/new')]
    push.list({ module: 'data', destination_path: 'kept', mirror_mode: true }, files)
    await upload(daemon.port, await push.negotiation(), files, 1)
    await push.summary()
    expect(readdirSync(sandbox.at('data/kept/d')).sort()).to.deep.equal(['extra', 'new'])
    expect(statSync(sandbox.at('data/kept/d')).mtimeMs).to.be.at.least(before)
    expect(readFileSync(sandbox.at('data/mine'), 'utf8')).to.equal('mine')
  })

  const wrongLists: Array<[what: string, paths: string[]]> = [
    ['..', ['../x']],
    ['.. within', ['a/../../x']],
    ['an absolute path', ['/etc/x']],
    ['an empty part', ['a//x']],
    ['no path', ['']],
    ['a NUL', ['a\0b']],
    ['a path twice', ['a', 'b', 'a']],
    ['a file below a file', ['a', 'a/b']],
    ['a file for a directory', ['a/b', 'a']],
    ['a path longer than 64 KiB', ['x'.repeat(65_537)]],
    ['more than 10,000 files', Array.from({ length: 10_001 }, (_, i) => `${i}`)],
    ['paths of more than 3 MiB', Array.from({ length: 60 }, (_, i) => `${i}/`.padEnd(60_000, 'ab/') + i)],
  ]
  for (const [what, paths] of wrongLists) {
    it(`S12: is refused with ${what}, and nothing is touched`, async () => {
      const push = begin()
      push.list(
        { module: 'data', destination_path: 'never' },
        paths.map((path) => file(path, 'x')),
      )
      await push.end()
      expect([push.error?.code, push.answers]).to.deep.equal([status.INVALID_ARGUMENT, []])
      expect(existsSync(sandbox.at('data/never'))).to.equal(false)
    })
  }

  const wrongHeaders: Array<[what: string, header: Record<string, unknown>, code: status]> = [
    ['no module', { destination_path: 'x' }, status.NOT_FOUND],
    ['an unknown module', { module: 'nobody', destination_path: 'x' }, status.NOT_FOUND],
    ['a read-only module', { module: 'ro', destination_path: 'x' }, status.PERMISSION_DENIED],
    ['a destination outside', { module: 'data', destination_path: '../x' }, status.INVALID_ARGUMENT],
    ['an absolute destination', { module: 'data', destination_path: '/x' }, status.INVALID_ARGUMENT],
    ['options of another version', { module: 'data', options: { dry_run: true } }, status.INVALID_ARGUMENT],
  ]
  for (const [what, header, code] of wrongHeaders) {
    it(`S19: is refused with ${what}`, async () => {
      const push = begin()
      push.list(header, [file('refused')])
      await push.end()
      expect([push.error?.code, push.answers]).to.deep.equal([code, []])
      expect(existsSync(sandbox.at('data/refused'))).to.equal(false)
    })
  }

  it('S13: is cut off when it sends what was not asked for, or twice, or for an index it has not listed', async () => {
    const files = [file('mine'), file('new')]
    mkdirSync(sandbox.at('data/strict'))
    writeFileSync(sandbox.at('data/strict/kept'), 'kept')
    for (const [index, content] of [
      [7, 'new'],
      [2 ** 32 - 1, 'new'],
      [1, 'longer than said'],
    ] as const) {
      const push = begin()
      push.list({ module: 'data', destination_path: 'strict' }, files)
      const stream = await PlanStream.open(daemon.port, await push.negotiation(), 0)
      stream.batch([{ index, content: Buffer.from(content) }])
      await push.end()
      expect(push.error?.code, `${index}`).to.equal(status.INVALID_ARGUMENT)
    }

    const push = begin()
    push.list({ module: 'data', destination_path: 'strict' }, files)
    const stream = await PlanStream.open(daemon.port, await push.negotiation(), 0)
    for (let i = 0; i < 2; i++) stream.batch([{ index: 0, content: Buffer.from('mine') }])
    await push.end()
    expect(push.error?.code).to.equal(status.INVALID_ARGUMENT)
    expect(readdirSync(sandbox.at('data/strict')).sort()).to.deep.equal(['kept', 'mine'])
  })

  it('S12: does not get out through a symlink on the way', async () => {
    symlinkSync(sandbox.at('outside'), sandbox.at('data/link'))
    const files = [file('link/x')]
    const through = begin()
    through.list({ module: 'data', destination_path: 'link' }, files)
    await through.end()
    expect(through.error?.code).to.be.a('number')
    const beneath = begin()
    beneath.list({ module: 'data' }, files)
    await upload(daemon.port, await beneath.negotiation(), files, 1)
    await beneath.end()
    expect(readdirSync(sandbox.at('outside'))).to.deep.equal([])
  })

  it('says more after its manifest at its peril', async () => {
    const push = begin()
    push.list({ module: 'data', destination_path: 'late' }, [file('a')])
    await push.negotiation()
    push.say({ file_manifest: { relative_path: 'b' } })
    await push.end()
    expect(push.error?.code).to.equal(status.INVALID_ARGUMENT)
    expect(readdirSync(sandbox.at('data/late'))).to.deep.equal([])
  })

  it('S21: is told what went wrong by the name of the module, not by where that is', async function () {
    const at = sandbox.at('data/full')
    mkdirSync(at)
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro,size=64k', 'none', at]).status !== 0) this.skip()
    try {
      const files = [file('one', Buffer.alloc(200_000))]
      const push = begin()
      push.list({ module: 'data', destination_path: 'full' }, files)
      const negotiation = await push.negotiation()
      await upload(daemon.port, negotiation, files, 1).catch(() => {
        // It may be cut off.
      })
      await push.end()
      expect(push.error?.code).to.equal(status.PERMISSION_DENIED)
      expect(push.error?.details).to.match(/^data\/full: .*read-only/)
      const { details, metadata } = push.error ?? {}
      expect([details, ...(metadata?.get('blit-error-bin') ?? [])].join(' ')).to.not.include(sandbox.at(''))
    } finally {
      execFileSync('umount', [at])
    }
  })
})
