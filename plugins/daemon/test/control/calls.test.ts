import { expect } from 'chai'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { decodeEntries, decodeEntry, encodeEntry, pb } from '@blit/remote/protocol'
import { fromBytes, saltIdentity, toBytes } from '@blit/core'
import { DiskEndpoint } from '@blit/disk'
import { makeSandbox, type RunningDaemon, type Sandbox } from '../support/sandbox.js'
import { all, errorOf, place, TestClient } from '../support/client.js'

const text = (bytes: Uint8Array): string => fromBytes(bytes)
const { signal } = new AbortController()

describe('the control plane of a daemon', () => {
  let sandbox: Sandbox
  let daemon: RunningDaemon
  let client: TestClient

  before(async () => {
    sandbox = makeSandbox()
    sandbox.fill({
      'data/a.txt': 'hello',
      'data/sub/b.bin': 'x'.repeat(100_000),
      'data/sub/deep/c': '',
      'secret/s': 'secret',
      ro: null,
      tight: null,
      'ro/f': 'f',
    })
    symlinkSync('../secret', sandbox.at('data/out'))
    symlinkSync('/etc', sandbox.at('data/absolute'))
    symlinkSync('sub', sandbox.at('data/in'))
    symlinkSync('..', sandbox.at('data/sub/up'))
    daemon = await sandbox.daemon(
      ...['--module', 'data=data', '--module', 'ro=ro:ro', '--module', 'tight=tight', '--port', '0'],
    )
    client = new TestClient(daemon.port)
  })

  after(async () => {
    client.close()
    await sandbox.remove()
  })

  const change = (path: string, module?: string) => new pb.ChangeRequest().setPlace(place(path, module))

  describe('Ping', () => {
    it('says which versions of the wire it speaks, what it is, and its port', async () => {
      const answer = await client.ask<pb.PingRequest, pb.PingResponse>('ping', new pb.PingRequest())
      expect(answer.getProtocol()?.toObject()).to.include({ version: 1, minVersion: 1 })
      expect(answer.getProtocol()?.getSoftware()).to.match(/^blit\/\d/)
      expect(answer.getDataPort()).to.equal(daemon.port)
    })

    it('tells a client that is too new which side to upgrade', async () => {
      const protocol = new pb.Protocol().setVersion(9).setMinVersion(8)
      const error = await errorOf(client.ask('ping', new pb.PingRequest().setProtocol(protocol)))
      expect([error.code, error.hint]).to.deep.equal(['E_VERSION', 'upgrade blit: this daemon is too old'])
    })
  })

  it('Modules are listed by name', async () => {
    const answer = await client.ask<pb.ModulesRequest, pb.ModulesResponse>('modules', new pb.ModulesRequest())
    expect(answer.getModulesList().map((one) => [one.getName(), one.getReadOnly()])).to.deep.equal([
      ['data', false],
      ['ro', true],
      ['tight', false],
    ])
  })

  describe('Stat', () => {
    const stat = async (path: string, follow = false) =>
      client.ask<pb.StatRequest, pb.StatResponse>(
        'stat',
        new pb.StatRequest().setPlace(place(path)).setFollow(follow),
      )

    it('gives the entry as the disk has it, and what the place can hold', async () => {
      const answer = await stat('a.txt')
      const endpoint = new DiskEndpoint({ root: sandbox.at('data'), label: 'x' })
      expect(decodeEntry(answer.getEntry() ?? new pb.EntryColumns())).to.deep.include({
        name: 'a.txt',
        type: 'file',
        sizeBytes: 5,
        mtimeNs: (await endpoint.stat('a.txt', { signal }))?.mtimeNs,
      })
      expect(answer.getLimits()?.getMaxNameBytes()).to.equal(255)
      await endpoint.close()
    })

    it('says that there is nothing', async () =>
      expect((await stat('none/at/all')).getFound()).to.equal(false))

    it('follows symlinks beneath the root if asked to', async () => {
      expect((await stat('in')).getEntry()?.getTypes_asU8()).to.deep.equal(Uint8Array.of(3))
      expect((await stat('in/up/in/b.bin', true)).getEntry()?.getSizesList()).to.deep.equal([100_000])
      expect((await stat('in/b.bin')).getFound()).to.equal(false)
    })
  })

  describe('S12: no path leads out of a module', () => {
    for (const path of [
      '..',
      '../secret/s',
      'sub/../../secret',
      '/etc/passwd',
      'sub//b.bin',
      './a.txt',
      'a\0b',
      'sub/',
    ]) {
      it(`${JSON.stringify(path)} is refused`, async () => {
        const codes = [
          await client.codeOf('stat', new pb.StatRequest().setPlace(place(path))),
          await client.codeOf('list', new pb.ListRequest().setPlace(place(path))),
          await client.codeOf('list', new pb.ListRequest().setModule('data').setPath(path)),
          await client.codeOf('purge', new pb.PurgeRequest().setPlace(place(path))),
          await client.codeOf('purge', new pb.PurgeRequest().setModule('data').setPathsToDeleteList([path])),
          await client.codeOf('change', change(path).setMakeDirectory(new pb.MakeDirectory())),
          await client.codeOf('change', change('a.txt').setRename(new pb.Rename().setTo(toBytes(path)))),
          (await errorOf(all(client.raw.scan(new pb.ScanRequest().setPlace(place(path)))))).code,
          (await errorOf(all(client.raw.pull(new pb.PullRequest().setModule('data').setPath(path))))).code,
        ]
        expect(new Set(codes)).to.deep.equal(new Set(['E_PROTOCOL']))
      })
    }

    for (const link of ['out', 'absolute']) {
      it(`the symlink ${link} is followed by nothing`, async () => {
        const inside = `${link}/${link === 'out' ? 's' : 'passwd'}`
        for (const path of [link, inside]) {
          const at = place(path)
          expect(await client.codeOf('stat', new pb.StatRequest().setPlace(at).setFollow(true))).to.equal(
            'E_READ',
          )
          for (const follow of [true, false]) {
            const pull = client.raw.pull(new pb.PullRequest().setPlace(at).setFollow(follow))
            expect((await errorOf(all(pull))).code).to.be.oneOf(['E_READ', 'E_CHANGED', 'E_NOT_FOUND'])
            const scan = client.raw.scan(new pb.ScanRequest().setPlace(at).setFollowLinks(follow))
            expect((await errorOf(all(scan))).code).to.be.oneOf(['E_READ', 'E_SCAN', 'E_NOT_FOUND'])
          }

          expect(await client.codeOf('list', new pb.ListRequest().setPlace(at))).not.to.equal('OK')
          const salt = Buffer.alloc(32)
          const identity = await client.ask<pb.IdentityRequest, pb.IdentityResponse>(
            'identity',
            new pb.IdentityRequest().setPlace(at).setSalt(salt),
          )
          expect([identity.getSelfList(), identity.getAncestorsList()]).to.deep.equal([[], []])
        }

        for (const arm of [
          change(`${link}/new`).setMakeDirectory(new pb.MakeDirectory().setParents(true)),
          change(`${link}/new`).setMakeSymlink(new pb.MakeSymlink().setTarget(Buffer.from('x'))),
          change(`${link}/new`).setMakeHardLink(new pb.MakeHardLink().setExisting(toBytes('a.txt'))),
          change('stolen').setMakeHardLink(new pb.MakeHardLink().setExisting(toBytes(inside))),
          change(inside).setRename(new pb.Rename().setTo(toBytes('stolen'))),
          change('a.txt').setRename(new pb.Rename().setTo(toBytes(`${link}/new`))),
          change(inside).setSetMetadata(new pb.SetMetadata().setMode(0o600)),
        ])
          expect(await client.codeOf('change', arm)).not.to.equal('OK')
        await client.codeOf('change', change(inside).setRemove(new pb.Remove()))
        expect(await client.codeOf('purge', new pb.PurgeRequest().setPlace(place(inside)))).not.to.equal('OK')
        expect(readdirSync(sandbox.at('secret'))).to.deep.equal(['s'])
        expect(existsSync(sandbox.at('data/stolen'))).to.equal(false)
      })
    }
  })

  describe('Scan', () => {
    const scan = async (request: pb.ScanRequest) => {
      const batches = await all<pb.ScanResponse>(client.raw.scan(request))
      return batches.flatMap((batch) =>
        decodeEntries(batch.getEntries_asU8()).map(({ name, type }) =>
          [text(batch.getDirectory_asU8()), name, type].join(' '),
        ),
      )
    }

    it('lists a tree, depth first, each directory sorted', async () => {
      expect(await scan(new pb.ScanRequest().setPlace(place('sub')).setRecursive(true))).to.deep.equal([
        ' b.bin file',
        ' deep directory',
        ' up symlink',
        'deep c file',
      ])
    })

    it('does not enter what the rules hide', async () => {
      const rules = [new pb.FilterRule().setPattern(Buffer.from('deep'))]
      const request = new pb.ScanRequest().setPlace(place('sub')).setRecursive(true).setRulesList(rules)
      expect(await scan(request)).to.deep.equal([' b.bin file', ' deep directory', ' up symlink'])
    })

    it('follows symlinks beneath the root, reports loops, and lists what leads out as the link it is', async () => {
      const request = new pb.ScanRequest().setPlace(place('')).setRecursive(true).setFollowLinks(true)
      const batches = await all<pb.ScanResponse>(client.raw.scan(request))
      const failures = batches.flatMap((batch) => batch.getFailure()?.getMessage() ?? [])
      expect(failures).to.include('in/up/in: a symlink leads back to a directory above it')
      expect(await scan(request)).to.include.members([
        ' absolute symlink',
        ' out symlink',
        ' in directory',
        'in b.bin file',
      ])
    })

    it('S11: refuses more rules than there may be', async () => {
      const rules = Array.from({ length: 1001 }, () => new pb.FilterRule().setPattern(Buffer.from('x')))
      const call = client.raw.scan(new pb.ScanRequest().setPlace(place('')).setRulesList(rules))
      expect((await errorOf(all(call))).code).to.equal('E_PROTOCOL')
    })

    it('S8: gives names as bytes', async function () {
      if (process.platform !== 'linux') this.skip()
      const name = Buffer.from([0x66, 0xff, 0x0a])
      writeFileSync(Buffer.concat([Buffer.from(`${sandbox.at('ro')}/`), name]), '')
      const found = await scan(new pb.ScanRequest().setPlace(place('', 'ro')))
      expect(found.map((line) => line.split(' ')[1])).to.include(fromBytes(name))
    })

    it('waits for a client that reads slowly, and ends when it is gone', async () => {
      mkdirSync(sandbox.at('data/many'))
      for (let i = 0; i < 3000; i++) writeFileSync(sandbox.at('data/many', `${'n'.repeat(200)}${i}`), '')
      const call = client.raw.scan(new pb.ScanRequest().setPlace(place('many')))
      const error = errorOf(all(call))
      call.cancel()
      expect((await error).code).to.equal('E_UNREACHABLE')
      expect(await scan(new pb.ScanRequest().setPlace(place('many')))).to.have.length(3000)
    })
  })

  describe('List', () => {
    it('gives one directory, to a client of the first plan too', async () => {
      const answer = await client.ask<pb.ListRequest, pb.ListResponse>(
        'list',
        new pb.ListRequest().setModule('data').setPath('sub'),
      )
      expect(
        answer.getEntriesList().map((one) => [one.getName(), one.getIsDir(), one.getSize()]),
      ).to.deep.equal([
        ['b.bin', false, 100_000],
        ['deep', true, 0],
        ['up', false, 0],
      ])
    })

    it('S11: stops at 10,000 entries, and says so', async () => {
      mkdirSync(sandbox.at('ro/flat'))
      for (let i = 0; i < 10_001; i++) writeFileSync(sandbox.at('ro/flat', String(i)), '')
      const request = new pb.ListRequest().setPlace(place('flat', 'ro'))
      const answer = await client.ask<pb.ListRequest, pb.ListResponse>('list', request)
      expect([answer.getEntriesList().length, answer.getTruncated()]).to.deep.equal([10_000, true])
    })
  })

  it('Hash answers each question in its order, failures among them', async () => {
    const call = client.raw.hash()
    for (const path of ['a.txt', 'none', 'sub', 'sub/b.bin'])
      call.write(new pb.HashRequest().setPlace(place(path)).setAlgorithm('xxh3-64x2'))
    call.end()
    const answers = await all<pb.HashResponse>(call)
    const endpoint = new DiskEndpoint({ root: sandbox.at('data'), label: 'x' })
    const hash = async (path: string) => endpoint.features.hash?.(path, 'xxh3-64x2', { signal })
    expect(answers.map((one) => one.getHash())).to.deep.equal([
      await hash('a.txt'),
      '',
      '',
      await hash('sub/b.bin'),
    ])
    expect(answers[1]?.getFailure()?.getCode()).to.equal('E_NOT_FOUND')
    await endpoint.close()
  })

  it('Space is that of the file system', async () => {
    const answer = await client.ask<pb.SpaceRequest, pb.SpaceResponse>(
      'space',
      new pb.SpaceRequest().setPlace(place('')),
    )
    expect(answer.getTotalBytes()).to.be.greaterThan(answer.getFreeBytes())
  })

  describe('Identity', () => {
    it('is that of the place, by the salt of who asks', async () => {
      const salt = Buffer.alloc(32, 7)
      const answer = await client.ask<pb.IdentityRequest, pb.IdentityResponse>(
        'identity',
        new pb.IdentityRequest().setPlace(place('sub')).setSalt(salt),
      )
      const endpoint = new DiskEndpoint({ root: sandbox.at('data/sub'), label: 'x' })
      const own = await endpoint.features.identity?.('', { signal })
      const salted = own && saltIdentity(own, salt)
      expect(answer.getSelfList_asU8().map((name) => Buffer.from(name).toString('hex'))).to.deep.equal(
        salted?.self,
      )
      expect(answer.getAncestorsList()).to.have.length(salted?.ancestors.length ?? 0)
      await endpoint.close()
    })

    it('is not told by a salt that tables exist for', async () => {
      const request = new pb.IdentityRequest().setPlace(place('')).setSalt(Buffer.from('ab'))
      expect(await client.codeOf('identity', request)).to.equal('E_PROTOCOL')
    })
  })

  describe('Change', () => {
    const make = async (path: string, parents = false) =>
      client.ask('change', change(path).setMakeDirectory(new pb.MakeDirectory().setParents(parents)))

    it('makes directories, with those above them if asked to', async () => {
      expect((await errorOf(make('new/er/est'))).code).to.equal('E_NOT_FOUND')
      await make('new/er/est', true)
      await make('new/er/est')
      expect(lstatSync(sandbox.at('data/new/er/est')).isDirectory()).to.equal(true)
    })

    it('makes symlinks wherever they lead, hard links, FIFOs, and renames', async () => {
      const target = Buffer.from('../../nowhere')
      const link = new pb.MakeSymlink().setTarget(target).setMtimeSeconds(1000).setMtimeNanos(5000)
      await client.ask('change', change('link').setMakeSymlink(link))
      expect(lstatSync(sandbox.at('data/link')).mtimeMs).to.be.closeTo(1_000_000, 1)
      await client.ask(
        'change',
        change('hard').setMakeHardLink(new pb.MakeHardLink().setExisting(toBytes('a.txt'))),
      )
      expect(lstatSync(sandbox.at('data/hard')).ino).to.equal(lstatSync(sandbox.at('data/a.txt')).ino)
      await client.ask('change', change('hard').setRename(new pb.Rename().setTo(toBytes('sub/hard'))))
      expect(readFileSync(sandbox.at('data/sub/hard'), 'utf8')).to.equal('hello')
      if (process.platform !== 'linux') return
      const entry = encodeEntry({ name: 'pipe', type: 'fifo', sizeBytes: 0, mtimeNs: 0n, mode: 0o600 })
      await client.ask('change', change('pipe').setMakeSpecial(new pb.MakeSpecial().setEntry(entry)))
      expect(lstatSync(sandbox.at('data/pipe')).isFIFO()).to.equal(true)
      expect(readdirSync(sandbox.at('data')).filter((name) => name.startsWith('.blit'))).to.deep.equal([])
    })

    it('S3: removes only what is still the inode that was listed', async () => {
      sandbox.fill({ 'data/gone': '1' })
      const request = new pb.StatRequest().setPlace(place('gone'))
      const seen = (await client.ask<pb.StatRequest, pb.StatResponse>('stat', request)).getEntry()
      sandbox.fill({ 'data/gone': 'another' })
      const remove = change('gone').setRemove(new pb.Remove().setExpect(seen))
      expect(await client.codeOf('change', remove)).to.equal('E_CHANGED')
      expect(await client.codeOf('change', change('gone').setRemove(new pb.Remove()))).to.equal('OK')
      expect(existsSync(sandbox.at('data/gone'))).to.equal(false)
    })

    it('sets mode and times', async () => {
      sandbox.fill({ 'data/m': '' })
      const metadata = new pb.SetMetadata().setMode(0o640).setMtimeSeconds(2000).setMtimeNanos(0)
      await client.ask('change', change('m').setSetMetadata(metadata))
      const { mode, mtimeMs } = lstatSync(sandbox.at('data/m'))
      expect([mode & 0o7777, Math.round(mtimeMs)]).to.deep.equal([0o640, 2_000_000])
    })

    it('S14: gives nobody privileges that the module does not', async () => {
      sandbox.fill({ 'tight/f': '' })
      const attributes = new pb.Xattrs()
        .setNamesList([Buffer.from('security.capability')])
        .setValuesList([Buffer.from('x')])
      const refused = [
        new pb.SetMetadata().setMode(0o4755),
        new pb.SetMetadata().setMode(0o2755),
        new pb.SetMetadata().setUid(0).setGid(0),
        new pb.SetMetadata().setHasXattrs(true).setXattrs(attributes),
      ]
      for (const metadata of refused) {
        const error = await errorOf(client.ask('change', change('f', 'tight').setSetMetadata(metadata)))
        expect(error.code).to.equal('E_METADATA')
        expect(error.hint).to.match(/^allow_(owner|setuid) = true in the daemon's config permits it$/)
      }

      expect(lstatSync(sandbox.at('tight/f')).mode & 0o7777).to.equal(0o644)
      const device = encodeEntry({ name: 'n', type: 'char-device', sizeBytes: 0, mtimeNs: 0n, rdev: 259 })
      const special = new pb.MakeSpecial().setEntry(device)
      expect(await client.codeOf('change', change('n', 'tight').setMakeSpecial(special))).to.equal(
        'E_METADATA',
      )
    })

    it("leaves a module's root what it is", async () => {
      for (const arm of [
        change('').setRemove(new pb.Remove()),
        change('').setRename(new pb.Rename().setTo(toBytes('x'))),
        change('').setMakeSymlink(new pb.MakeSymlink().setTarget(Buffer.from('x'))),
        change('sub').setRename(new pb.Rename().setTo(new Uint8Array())),
      ])
        expect(await client.codeOf('change', arm)).to.equal('E_USAGE')
      const { mode } = lstatSync(sandbox.at('data'))
      await client.ask('change', change('').setSetMetadata(new pb.SetMetadata().setMode(0)))
      expect(lstatSync(sandbox.at('data')).mode).to.equal(mode)
    })

    it('without an arm that it knows is no change', async () => {
      expect(await client.codeOf('change', change('x'))).to.equal('E_PROTOCOL')
    })

    it('S2: does nothing where the directory of the module is gone', async () => {
      const other = makeSandbox()
      other.fill({ 'm/f': 'f' })
      const { port } = await other.daemon('--module', 'data=m', '--port', '0')
      const at = new TestClient(port)
      const { renameSync } = await import('node:fs')
      renameSync(other.at('m'), other.at('away'))
      const directory = change('d').setMakeDirectory(new pb.MakeDirectory().setParents(true))
      expect((await errorOf(at.ask('change', directory))).exit).to.equal(5)
      expect((await errorOf(at.ask('stat', new pb.StatRequest().setPlace(place(''))))).exit).to.equal(4)
      expect(existsSync(other.at('m'))).to.equal(false)
      at.close()
      await other.remove()
    })
  })

  describe('S19: access', () => {
    const answers: ReadonlyArray<readonly [string, (name: string) => Promise<string>]> = [
      ['Change', async (name) => client.codeOf('change', change('f', name).setRemove(new pb.Remove()))],
      ['Sync', async (name) => client.codeOf('change', change('', name).setSync(new pb.Sync()))],
      ['Purge', async (name) => client.codeOf('purge', new pb.PurgeRequest().setPlace(place('f', name)))],
      [
        'Purge of the first plan',
        async (name) =>
          client.codeOf('purge', new pb.PurgeRequest().setModule(name).setPathsToDeleteList(['f'])),
      ],
    ]
    for (const [what, ask] of answers) {
      it(`of ${what} is refused in a read-only module, and in one that is not there`, async () => {
        expect([await ask('ro'), await ask('none')]).to.deep.equal(['E_READ_ONLY', 'E_NO_MODULE'])
        expect(existsSync(sandbox.at('ro/f'))).to.equal(true)
      })
    }

    it('of reading calls is refused in a module that is not there', async () => {
      const at = place('', 'none')
      const hash = client.raw.hash()
      const hashed = errorOf(all(hash))
      hash.write(new pb.HashRequest().setPlace(at))
      const codes = [
        await client.codeOf('stat', new pb.StatRequest().setPlace(at)),
        await client.codeOf('list', new pb.ListRequest().setPlace(at)),
        await client.codeOf('space', new pb.SpaceRequest().setPlace(at)),
        await client.codeOf('identity', new pb.IdentityRequest().setPlace(at).setSalt(Buffer.alloc(32))),
        (await errorOf(all(client.raw.scan(new pb.ScanRequest().setPlace(at))))).code,
        (await errorOf(all(client.raw.pull(new pb.PullRequest().setPlace(at))))).code,
        (await hashed).code,
      ]
      expect(new Set(codes)).to.deep.equal(new Set(['E_NO_MODULE']))
    })
  })

  describe('Pull', () => {
    it('sends a tree as headers and data', async () => {
      const chunks = await all<pb.PullChunk>(
        client.raw.pull(new pb.PullRequest().setModule('data').setPath('sub')),
      )
      const files = new Map<string, Buffer>()
      let name = ''
      for (const chunk of chunks) {
        const header = chunk.getFileHeader()
        if (header !== undefined) name = header.getRelativePath()
        const before = files.get(name) ?? Buffer.alloc(0)
        files.set(name, Buffer.concat([before, chunk.getData_asU8()]))
      }

      const expected = { 'b.bin': 'x'.repeat(100_000), hard: 'hello', 'deep/c': '' }
      expect(
        Object.fromEntries([...files].map(([path, content]) => [path, content.toString()])),
      ).to.deep.equal(expected)
    })

    it('sends a part of one file as data alone', async () => {
      const request = new pb.PullRequest().setPlace(place('a.txt')).setOffset(1).setLength(3)
      const chunks = await all<pb.PullChunk>(client.raw.pull(request))
      expect(Buffer.concat(chunks.map((chunk) => chunk.getData_asU8())).toString()).to.equal('ell')
      expect(chunks.some((chunk) => chunk.hasFileHeader())).to.equal(false)
    })

    it('S6: refuses a file that is not what was expected', async () => {
      const expect_ = encodeEntry({ name: 'a.txt', type: 'file', sizeBytes: 5, mtimeNs: 1n })
      const call = client.raw.pull(new pb.PullRequest().setPlace(place('a.txt')).setExpect(expect_))
      expect((await errorOf(all(call))).code).to.equal('E_CHANGED')
    })

    it('of what is not there is refused', async () => {
      const call = client.raw.pull(new pb.PullRequest().setModule('data').setPath('none'))
      expect((await errorOf(all(call))).exit).to.equal(4)
    })
  })

  describe('Purge', () => {
    const purge = async (request: pb.PurgeRequest) =>
      client.ask<pb.PurgeRequest, pb.PurgeResponse>('purge', request)
    const counts = (answer: pb.PurgeResponse) => [
      answer.getFilesDeleted(),
      answer.getDirsDeleted(),
      answer.getBytesDeleted(),
      answer.getEntries(),
    ]

    beforeEach(() => sandbox.fill({ 'data/p/one': '1', 'data/p/two.log': '22', 'data/p/q/three': '333' }))

    it('in a dry run says what it would delete, and deletes nothing', async () => {
      const answer = await purge(new pb.PurgeRequest().setPlace(place('p')).setDryRun(true))
      expect(counts(answer)).to.deep.equal([3, 2, 6, 5])
      expect(answer.getSampleList_asU8().map((path) => text(path))).to.include.members(['p', 'p/q/three'])
      expect(existsSync(sandbox.at('data/p/q/three'))).to.equal(true)
    })

    it('S3: deletes nothing where there is by now something else than was agreed to', async () => {
      for (const [entries, bytes] of [
        [4, 6],
        [6, 6],
        [5, 7],
      ] as const) {
        const request = new pb.PurgeRequest().setPlace(place('p'))
        request.setAgreedEntries(entries).setAgreedBytes(bytes)
        expect(await client.codeOf('purge', request)).to.equal('E_CHANGED')
      }

      expect(existsSync(sandbox.at('data/p/q/three'))).to.equal(true)
      const agreed = new pb.PurgeRequest().setPlace(place('p')).setAgreedEntries(5).setAgreedBytes(6)
      expect(counts(await purge(agreed))).to.deep.equal([3, 2, 6, 5])
    })

    it('deletes a tree, or only what is in it', async () => {
      expect(
        counts(await purge(new pb.PurgeRequest().setPlace(place('p')).setContentsOnly(true))),
      ).to.deep.equal([3, 1, 6, 4])
      expect(readdirSync(sandbox.at('data/p'))).to.deep.equal([])
      expect(counts(await purge(new pb.PurgeRequest().setPlace(place('p'))))).to.deep.equal([0, 1, 0, 1])
      expect(await client.codeOf('purge', new pb.PurgeRequest().setPlace(place('p')))).to.equal(
        'E_SOURCE_MISSING',
      )
    })

    it('deletes only what the filters choose', async () => {
      const rules = [
        new pb.FilterRule().setInclude(true).setPattern(Buffer.from('*.log')),
        new pb.FilterRule().setPattern(Buffer.from('*')),
      ]
      await purge(new pb.PurgeRequest().setPlace(place('p')).setContentsOnly(true).setRulesList(rules))
      expect(readdirSync(sandbox.at('data/p')).sort()).to.deep.equal(['one', 'q'])
    })

    it('S2: deletes nothing where more would go than may', async () => {
      const error = await errorOf(purge(new pb.PurgeRequest().setPlace(place('p')).setMaxDelete(4)))
      expect([error.code, error.exit]).to.deep.equal(['E_MAX_DELETE', 8])
      expect(existsSync(sandbox.at('data/p/q/three'))).to.equal(true)
    })

    it("S3: removes symlinks and never follows them, and a module's root stays", async () => {
      sandbox.fill({ 'tight/d/f': 'f' })
      symlinkSync('../secret', sandbox.at('tight/link'))
      await purge(new pb.PurgeRequest().setPlace(place('', 'tight')))
      expect(readdirSync(sandbox.at('tight'))).to.deep.equal([])
      expect(readFileSync(sandbox.at('secret/s'), 'utf8')).to.equal('secret')
    })

    it('of a client of the first plan takes paths', async () => {
      const answer = await purge(
        new pb.PurgeRequest().setModule('data').setPathsToDeleteList(['p/one', 'p/q']),
      )
      expect(counts(answer)).to.deep.equal([2, 1, 4, 3])
      expect(readdirSync(sandbox.at('data/p'))).to.deep.equal(['two.log'])
    })
  })
})
