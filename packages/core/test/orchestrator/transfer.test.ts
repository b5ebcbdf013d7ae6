import { expect } from 'chai'
import {
  BlitError,
  CATALOGUE,
  defineTransport,
  EMPTY_TALLY,
  type Progress,
  type Route,
  type RouteSession,
  type TransferObserver,
  type TransportDescriptor,
} from '../../dist/index.js'
import { MemoryEndpoint, MemoryTree } from '../../dist/testing/index.js'
import { bench, rejection } from './orchestrate.js'

/** A transport that reaches a tree as from another machine. */
function far(tree: () => MemoryTree): TransportDescriptor {
  return defineTransport({
    plugin: 'far',
    schemes: ['far'],
    routes: [],
    load: async () => ({
      open: async ({ path, text }) =>
        new MemoryEndpoint(tree(), { root: path, scheme: 'far', label: text, salted: true }),
    }),
  })
}

describe('a transfer', () => {
  it('reports exactly the keys of the JSON object, in their order', async () => {
    const { run, tree } = bench()
    tree.putFile('src/a', '12')
    const { report, exit, error } = await run('copy', ['memory://m/src'], 'memory://m/dst')
    expect(Object.keys(report)).to.deep.equal([
      'operation',
      'source',
      'sources',
      'destination',
      'dryRun',
      'route',
      'dataPlane',
      'streams',
      'filesScanned',
      'filesCopied',
      'filesSkipped',
      'filesDeleted',
      'dirsCreated',
      'dirsDeleted',
      'linksCreated',
      'sourcesRemoved',
      'bytesCopied',
      'bytesResumed',
      'durationMs',
      'failures',
    ])
    expect(report).to.deep.include({
      operation: 'copy',
      source: 'memory://m/src',
      sources: ['memory://m/src'],
      destination: 'memory://m/dst',
      dryRun: false,
      route: 'generic',
      dataPlane: 'stream',
      filesCopied: 1,
      bytesCopied: 2,
      failures: [],
    })
    expect(report.durationMs).to.satisfy(Number.isInteger)
    expect([exit, error]).to.deep.equal([0, undefined])
  })

  describe('lands', () => {
    const cases: Array<[string, string[], string, string[]]> = [
      [
        'a directory at what becomes its copy',
        ['memory://m/src'],
        'memory://m/dst',
        ['dst', 'dst/a', 'dst/d', 'dst/d/b'],
      ],
      [
        'a directory below what ends in a slash',
        ['memory://m/src'],
        'memory://m/dst/',
        ['dst', 'dst/src', 'dst/src/a', 'dst/src/d', 'dst/src/d/b'],
      ],
      [
        'the contents of what ends in a slash',
        ['memory://m/src/'],
        'memory://m/dst/',
        ['dst', 'dst/a', 'dst/d', 'dst/d/b'],
      ],
      ['a file at a name', ['memory://m/src/a'], 'memory://m/dst', ['dst']],
      ['a file below what ends in a slash', ['memory://m/src/a'], 'memory://m/dst/', ['dst', 'dst/a']],
      [
        'several at their names',
        ['memory://m/src/a', 'memory://m/src/d', 'memory://m/more/'],
        'memory://m/dst',
        ['dst', 'dst/a', 'dst/d', 'dst/d/b', 'dst/x'],
      ],
    ]
    for (const [what, sources, destination, expected] of cases) {
      it(what, async () => {
        const { run, tree, transport } = bench()
        tree.putFile('src/a', '1')
        tree.putFile('src/d/b', '2')
        tree.putFile('more/x', '3')
        const { exit } = await run('copy', sources, destination)
        expect(exit).to.equal(0)
        expect(tree.paths().filter((path) => path.startsWith('dst'))).to.deep.equal(expected)
        expect(transport.openEndpoints()).to.equal(0)
      })
    }

    it('a file inside a directory that exists, and over a file that exists', async () => {
      const { run, tree } = bench()
      tree.putFile('a', 'new')
      tree.putDirectory('dir')
      tree.putFile('file', 'old')
      await run('copy', ['memory://m/a'], 'memory://m/dir')
      await run('copy', ['memory://m/a'], 'memory://m/file')
      expect([tree.text('dir/a'), tree.text('file')]).to.deep.equal(['new', 'new'])
    })

    it('a symlink as a symlink, and as what it leads to with a slash or -L', async () => {
      const { run, tree } = bench()
      tree.putFile('real/a', '1')
      tree.putSymlink('link', 'real')
      await run('copy', ['memory://m/link'], 'memory://m/as-link')
      await run('copy', ['memory://m/link/'], 'memory://m/as-tree')
      await run('copy', ['memory://m/link'], 'memory://m/followed', { copyLinks: true })
      expect(tree.nodeAt('as-link')?.target).to.equal('real')
      expect(tree.text('as-tree/a')).to.equal('1')
      expect(tree.text('followed/a')).to.equal('1')
    })

    it('two of one name as a failure by name, and the others all the same', async () => {
      const { run, tree } = bench()
      tree.putFile('x/a', '1')
      tree.putFile('y/a', '2')
      tree.putFile('b', '3')
      const { exit, report } = await run(
        'copy',
        ['memory://m/x/a', 'memory://m/y/a', 'memory://m/b'],
        'memory://m/dst',
      )
      expect(exit).to.equal(3)
      expect(report.failures.map(({ path, code }) => `${path} ${code}`)).to.deep.equal(['a E_NAME_COLLISION'])
      expect(tree.paths('dst')).to.deep.equal(['dst/a', 'dst/b'])
      expect(tree.text('dst/a')).to.equal('1')
    })
  })

  it('names the source in the paths it tells, where there are several', async () => {
    const paths: string[] = []
    const observer = {
      actions: (some: readonly { path: string }[]) => paths.push(...some.map(({ path }) => path)),
    }
    const { run, tree } = bench({ deps: { observer } })
    tree.putFile('x/a', '1')
    tree.putFile('b', '2')
    await run('copy', ['memory://m/x', 'memory://m/b'], 'memory://m/dst', { reportActions: true })
    expect(paths).to.have.members(['x', 'x/a', 'b'])
  })

  it('works between two kinds of endpoint', async () => {
    const one = bench()
    const two = bench({ scheme: 'other', others: [one.transport.descriptor] })
    one.tree.putFile('src/a', '1')
    await two.run('copy', ['memory://m/src'], 'other://m/dst')
    expect(two.tree.text('dst/a')).to.equal('1')
  })

  describe('is refused before anything is touched', () => {
    const cases: Array<[string, 'copy' | 'mirror' | 'move', string[], string, string]> = [
      ['without a source', 'copy', ['memory://m/gone'], 'memory://m/dst', 'E_SOURCE_MISSING'],
      [
        'when a later source is missing',
        'copy',
        ['memory://m/src', 'memory://m/gone'],
        'memory://m/dst',
        'E_SOURCE_MISSING',
      ],
      [
        'when a file is written like a directory',
        'copy',
        ['memory://m/file/'],
        'memory://m/dst',
        'E_SOURCE_UNREADABLE',
      ],
      [
        'when a directory would land on a file',
        'copy',
        ['memory://m/src'],
        'memory://m/file',
        'E_DESTINATION',
      ],
      ['as a mirror of a file', 'mirror', ['memory://m/file'], 'memory://m/dst', 'E_USAGE'],
      [
        'as a mirror of several',
        'mirror',
        ['memory://m/src', 'memory://m/src/d'],
        'memory://m/dst',
        'E_USAGE',
      ],
      ['to a scheme of no plugin', 'copy', ['memory://m/src'], 'nothing://m/dst', 'E_NO_PLUGIN'],
      ['S4: onto itself', 'move', ['memory://m/src'], 'memory://m/src', 'E_OVERLAP'],
      ['S4: onto itself, spelled otherwise', 'copy', ['memory://m/src'], 'memory://m/link/', 'E_OVERLAP'],
      ['S4: of a file onto itself', 'copy', ['memory://m/file'], 'memory://m/', 'E_OVERLAP'],
      ['S4: into itself', 'copy', ['memory://m/src'], 'memory://m/src/d/new', 'E_OVERLAP'],
      [
        'S4: out of a destination that a mirror would empty',
        'mirror',
        ['memory://m/src/d'],
        'memory://m/src',
        'E_OVERLAP',
      ],
      [
        'S4: out of a destination that it would write onto itself',
        'copy',
        ['memory://m/src/d'],
        'memory://m/src',
        'E_OVERLAP',
      ],
    ]
    for (const [what, operation, sources, destination, code] of cases) {
      it(what, async () => {
        const { run, tree, transport } = bench()
        tree.putFile('src/a', '1')
        tree.putFile('src/d/d/b', '2')
        tree.putFile('file', '3')
        tree.putSymlink('link', '.')
        const before = tree.paths()
        const target = destination === 'memory://m/link/' ? 'memory://m/link/src' : destination
        const error = await rejection(run(operation, sources, target))
        expect(error.code).to.equal(code)
        expect(error.exit).to.equal(CATALOGUE[code as keyof typeof CATALOGUE].exit)
        expect(tree.paths()).to.deep.equal(before)
        expect(transport.openEndpoints()).to.equal(0)
      })
    }

    it('S4: onto what it reads, where a side tells its identity only salted', async () => {
      const near = bench({ others: [far(() => near.tree)] })
      const { run, tree } = near
      tree.putFile('src/a', '1')
      const before = tree.paths()
      for (const [source, destination] of [
        ['memory://m/src', 'far://m/src'],
        ['far://m/src', 'memory://m/src'],
        ['far://m/src', 'far://m/src/below'],
      ] as const) {
        const error = await rejection(run('copy', [source], destination))
        expect(error.code, `${source} ${destination}`).to.equal('E_OVERLAP')
        expect(tree.paths()).to.deep.equal(before)
      }

      expect((await run('copy', ['far://m/src'], 'memory://m/dst')).exit).to.equal(0)
    })

    it('of a module that is not there: exit 4 as source, 5 as destination', async () => {
      const without = defineTransport({
        plugin: 'nowhere',
        schemes: ['nowhere'],
        routes: [],
        load: async () => ({
          open: async ({ text }) =>
            new MemoryEndpoint(new MemoryTree(), {
              scheme: 'nowhere',
              label: text,
              intercept() {
                throw new BlitError('E_NO_MODULE', 'no such module')
              },
            }),
        }),
      })
      const { run, tree } = bench({ others: [without] })
      tree.putFile('src/a', '1')
      const asSource = await rejection(run('copy', ['nowhere://h/m'], 'memory://m/dst'))
      const asDestination = await rejection(run('copy', ['memory://m/src'], 'nowhere://h/m'))
      expect([asSource.exit, asDestination.exit]).to.deep.equal([4, 5])
      expect([asSource.code, asDestination.code]).to.deep.equal(['E_NO_MODULE', 'E_NO_MODULE'])
    })

    it('when a mirror cannot ask, exit 7; but a dry run needs no answer', async () => {
      const { run, tree } = bench({ deps: { canAsk: false } })
      tree.putFile('src/a', '1')
      const error = await rejection(run('mirror', ['memory://m/src'], 'memory://m/dst'))
      expect(error).to.deep.include({ code: 'E_DECLINED', exit: 7 })
      expect(tree.paths()).to.deep.equal(['src', 'src/a'])
      expect((await run('mirror', ['memory://m/src'], 'memory://m/dst', { dryRun: true })).exit).to.equal(0)
    })

    it('with a bad filter, a list for a mirror or for a file, and a backup elsewhere', async () => {
      const { run, tree } = bench()
      tree.putFile('src/a', '1')
      const mirror = run('mirror', ['memory://m/src'], 'memory://m/dst', { filesFrom: ['a'] })
      const file = run('copy', ['memory://m/src/a'], 'memory://m/dst', { filesFrom: ['a'] })
      const glob = run('copy', ['memory://m/src'], 'memory://m/dst', {
        filter: { rules: [{ action: 'exclude', pattern: '[' }] },
      })
      const backup = run('copy', ['memory://m/src'], 'memory://m/dst', { backupDir: '../x' })
      for (const refused of [mirror, file, glob, backup])
        expect((await rejection(refused)).code).to.equal('E_USAGE')
      expect(tree.paths()).to.deep.equal(['src', 'src/a'])
    })

    it('when it was interrupted before', async () => {
      const reason = new BlitError('E_INTERRUPTED', 'stop', { exit: 143 })
      const { run } = bench({ deps: { signal: AbortSignal.abort(reason) } })
      expect(await rejection(run('copy', ['memory://m/src'], 'memory://m/dst'))).to.equal(reason)
    })

    it('S2: when the source of a mirror is empty', async () => {
      const { run, tree } = bench()
      tree.putDirectory('src')
      tree.putFile('dst/a', '1')
      const error = await rejection(run('mirror', ['memory://m/src'], 'memory://m/dst'))
      expect(error).to.deep.include({ code: 'E_EMPTY_SOURCE', exit: 8 })
    })
  })

  it('permits a copy out of its destination that does not touch its source', async () => {
    const { run, tree } = bench()
    tree.putFile('top/sub/a', '1')
    expect((await run('copy', ['memory://m/top/sub'], 'memory://m/top')).exit).to.equal(0)
    expect(tree.text('top/a')).to.equal('1')
  })

  describe('of a mirror', () => {
    function mirror(options: Parameters<typeof bench>[0] = {}) {
      const made = bench(options)
      made.tree.putFile('src/a', '1')
      made.tree.putFile('dst/old', '22')
      made.tree.putFile('dst/older', '333')
      return made
    }

    it('asks once, with what it will delete and where', async () => {
      const { questions, run, tree } = mirror()
      const { report } = await run('mirror', ['memory://m/src'], 'memory://m/dst')
      expect(questions).to.have.length(1)
      expect(questions[0]).to.deep.include({ operation: 'mirror', target: 'memory://m/dst' })
      expect(questions[0]?.plan).to.deep.include({ entries: 2, bytes: 5 })
      expect(report.filesDeleted).to.equal(2)
      expect(tree.paths('dst')).to.deep.equal(['dst/a'])
    })

    for (const answer of ['no', 'cannot-ask'] as const) {
      it(`S2: answers ${answer} with exit 7, the counts and the error`, async () => {
        const { run, tree } = mirror({ answer })
        const { exit, error, report } = await run('mirror', ['memory://m/src'], 'memory://m/dst')
        expect(exit).to.equal(7)
        expect(error?.code).to.equal('E_DECLINED')
        expect(report.filesCopied).to.equal(1)
        expect(report.error).to.deep.include({ code: 'E_DECLINED', exit: 7 })
        expect(report.error?.message).to.be.a('string')
        expect(tree.paths('dst')).to.have.length(3)
      })
    }

    it('S2: refuses more than --max-delete before it asks, in a dry run too', async () => {
      for (const dryRun of [false, true]) {
        const { questions, run, tree } = mirror()
        const { exit } = await run('mirror', ['memory://m/src'], 'memory://m/dst', { maxDelete: 1, dryRun })
        expect([exit, questions.length]).to.deep.equal([8, 0])
        expect(tree.paths('dst')).to.include.members(['dst/old', 'dst/older'])
      }

      const { run } = mirror()
      expect((await run('mirror', ['memory://m/src'], 'memory://m/dst', { maxDelete: 2 })).exit).to.equal(0)
    })

    it('S2: rejects with the refusal where nothing else was done', async () => {
      const { run, tree } = mirror({ answer: 'no' })
      tree.putFile('dst/a', '1', { mtimeNs: tree.nodeAt('src/a')?.mtimeNs ?? 0n })
      Object.assign(tree.nodeAt('dst') ?? {}, { mtimeNs: tree.nodeAt('src')?.mtimeNs })
      expect((await rejection(run('mirror', ['memory://m/src'], 'memory://m/dst'))).code).to.equal(
        'E_DECLINED',
      )
    })

    it('does not wait for an answer when it is interrupted', async () => {
      const controller = new AbortController()
      const { run, tree } = mirror({
        deps: {
          signal: controller.signal,
          confirm() {
            controller.abort(new BlitError('E_INTERRUPTED', 'stop', { exit: 130 }))
            return new Promise(() => {})
          },
        },
      })
      const { exit, report } = await run('mirror', ['memory://m/src'], 'memory://m/dst')
      expect([exit, report.filesCopied]).to.deep.equal([130, 1])
      expect(tree.paths('dst')).to.have.length(3)
    })
  })

  it('keeps its counts when it is interrupted', async () => {
    const controller = new AbortController()
    let commits = 0
    const { run, tree, transport } = bench({
      deps: { signal: controller.signal },
      endpoint: {
        intercept({ method }) {
          if (method === 'commit' && ++commits === 20)
            controller.abort(new BlitError('E_INTERRUPTED', 'stop', { exit: 143 }))
        },
      },
    })
    for (let i = 0; i < 100; i++) tree.putFile(`src/f${i}`, 'x')
    const { exit, report, error } = await run('copy', ['memory://m/src'], 'memory://m/dst')
    expect([exit, error?.code]).to.deep.equal([143, 'E_INTERRUPTED'])
    expect(report.filesCopied).to.be.within(1, 30)
    expect(report.filesCopied).to.equal(tree.paths('dst').length)
    expect(transport.openEndpoints()).to.equal(0)
  })

  it('answers failures with 3, and with 6 where contents differ', async () => {
    const { run, tree } = bench({
      endpoint: {
        intercept({ method, path }) {
          if (method === 'read' && path === 'bad') throw new BlitError('E_READ', 'bad: no')
        },
      },
    })
    tree.putFile('src/bad', '1')
    tree.putFile('src/good', '1')
    expect((await run('copy', ['memory://m/src'], 'memory://m/dst')).exit).to.equal(3)

    const spoiled = bench({
      endpoint: {
        intercept({ method, tree: place }) {
          const node = place.nodeAt('dst/a')
          if (method === 'read' && node !== undefined) node.content = Buffer.from('wrong')
        },
      },
    })
    spoiled.tree.putFile('src/a', 'right')
    expect((await spoiled.run('copy', ['memory://m/src'], 'memory://m/dst', { verify: true })).exit).to.equal(
      6,
    )
  })

  it('moves a directory as a whole, the contents of a directory without it, and single files', async () => {
    const { run, tree } = bench()
    tree.putFile('one/a', '1')
    tree.putFile('two/b', '2')
    tree.putFile('c', '3')
    await run('move', ['memory://m/one', 'memory://m/two/', 'memory://m/c'], 'memory://m/dst')
    expect(tree.paths()).to.deep.equal(['dst', 'dst/b', 'dst/c', 'dst/one', 'dst/one/a', 'two'])
  })

  describe('over the route of a plugin', () => {
    function withRoute(
      run: (session: RouteSession) => ReturnType<Route['run']>,
      more: Partial<Route> = {},
      observer: TransferObserver = {},
    ) {
      const route: Route = { name: 'local', run, ...more }
      const inner = bench()
      const { descriptor } = inner.transport
      const registry = {
        transport: async () => descriptor.load(),
        route: async () => route,
      }
      return { ...bench({ deps: { observer, registry } }), tree: inner.tree }
    }

    const nothing = { tally: EMPTY_TALLY, failures: [], dataPlane: 'kernel', streams: 0 } as const

    it('hands it sessions with one pair of endpoints each, and adds up what it answers', async () => {
      const sessions: RouteSession[] = []
      const { run, tree } = withRoute(async (session) => {
        sessions.push(session)
        return {
          ...nothing,
          tally: { ...EMPTY_TALLY, filesCopied: session.jobs.length, bytesCopied: 10 },
          streams: 2,
        }
      })
      tree.putFile('x/a', '1')
      tree.putFile('x/b', '1')
      tree.putFile('y/c', '1')
      const { report } = await run(
        'copy',
        ['memory://m/x/a', 'memory://m/x/b', 'memory://m/y'],
        'memory://m/dst',
      )
      expect(
        sessions.map(({ jobs }) =>
          jobs.map(({ kind, sourcePath, destinationPath }) => [kind, sourcePath, destinationPath]),
        ),
      ).to.deep.equal([
        [
          ['entry', 'a', 'a'],
          ['entry', 'b', 'b'],
        ],
        [['tree', '', '']],
      ])
      expect(report).to.deep.include({
        route: 'local',
        dataPlane: 'kernel',
        streams: 2,
        filesCopied: 3,
        bytesCopied: 20,
      })
    })

    it('tells the progress of all sessions together, whose totals are known with the last', async () => {
      const told: Progress[] = []
      const counts = (files: number) => ({ ...EMPTY_TALLY, filesScanned: files, filesCopied: files })
      const { run, tree } = withRoute(
        async ({ observer }) => {
          const known = { phase: 'transfer', filesTotal: 3, bytesTotal: 30, totalKnown: true } as const
          observer.progress?.({ ...known, tally: counts(1), bytesDone: 10 })
          observer.progress?.({ ...known, phase: 'finish', tally: counts(2), bytesDone: 20 })
          return { ...nothing, tally: { ...counts(3), bytesCopied: 30 } }
        },
        {},
        { progress: (progress) => told.push(progress) },
      )
      tree.putFile('x/a', '1')
      tree.putFile('y/b', '1')
      await run('copy', ['memory://m/x', 'memory://m/y'], 'memory://m/dst')
      const said = told.map(({ bytesDone, bytesTotal, filesTotal, phase, tally, totalKnown }) =>
        [phase, tally.filesCopied, tally.filesScanned, filesTotal, bytesDone, bytesTotal, totalKnown].join(
          ' ',
        ),
      )
      expect(said).to.deep.equal([
        'transfer 1 1 3 10 30 false',
        'transfer 2 2 3 20 30 false',
        'transfer 4 4 6 40 60 true',
        'finish 5 5 6 50 60 true',
        'finish 6 6 6 60 60 true',
      ])
    })

    it('begins nothing else after an error', async () => {
      let runs = 0
      const { run, tree } = withRoute(async () => {
        runs++
        const error = new BlitError('E_NO_SPACE', 'full')
        return { ...nothing, tally: { ...EMPTY_TALLY, filesCopied: 1 }, error }
      })
      tree.putFile('x/a', '1')
      tree.putFile('y/b', '1')
      const { exit } = await run('copy', ['memory://m/x', 'memory://m/y'], 'memory://m/dst')
      expect([exit, runs]).to.deep.equal([5, 1])
    })

    describe('that can begin to read before the destination was reached', () => {
      function withHeadStart() {
        const events: string[] = []
        const given = { close: async () => void events.push('closed') }
        const inner = withRoute(
          async ({ headStart }) => {
            events.push(headStart === given ? 'ran with it' : 'ran without')
            return nothing
          },
          {
            anticipate({ operation, options, source }) {
              events.push(`${operation} of ${source.label}${options.copyLinks ? ', -L' : ''}`)
              return given
            },
          },
        )
        return { ...inner, events }
      }

      it('hands on what it has begun for a single directory, and closes it', async () => {
        const { events, run, tree } = withHeadStart()
        tree.putFile('x/a', '1')
        await run('copy', ['memory://m/x/'], 'memory://m/dst', { copyLinks: true })
        expect(events).to.deep.equal(['copy of memory://m/x/, -L', 'ran with it', 'closed'])
      })

      it('closes what it has begun where the transfer is refused', async () => {
        const { events, run, tree } = withHeadStart()
        tree.putFile('x/a', '1')
        const { code } = await rejection(run('mirror', ['memory://m/x'], 'memory://m/x/y'))
        expect([code, ...events]).to.deep.equal(['E_OVERLAP', 'mirror of memory://m/x', 'closed'])
      })

      it('begins nothing for a file, for what is not there, and for several sources', async () => {
        const { events, run, tree } = withHeadStart()
        tree.putFile('x/a', '1')
        tree.putFile('y/b', '1')
        await run('copy', ['memory://m/x/a'], 'memory://m/dst')
        await rejection(run('copy', ['memory://m/none'], 'memory://m/dst'))
        await run('copy', ['memory://m/x', 'memory://m/y'], 'memory://m/dst')
        expect(events).to.deep.equal(['ran without', 'ran without', 'ran without'])
      })
    })

    it('closes its endpoints even if it throws', async () => {
      const { run, tree, transport } = withRoute(async () => {
        throw new TypeError('a bug')
      })
      tree.putFile('x/a', '1')
      expect((await rejection(run('copy', ['memory://m/x'], 'memory://m/dst'))).message).to.equal('a bug')
      expect(transport.openEndpoints()).to.equal(0)
    })
  })

  it('says which plugin is missing for a route as for an endpoint', async () => {
    const outdated = {
      ...defineTransport({
        plugin: 'old',
        schemes: ['old'],
        routes: [],
        load: async () => ({
          open: async () => {
            throw new Error('no')
          },
        }),
      }),
      apiVersion: 0,
    }
    const { run, tree } = bench({ others: [outdated] })
    tree.putFile('a', '1')
    expect(await rejection(run('copy', ['memory://m/a'], 'old://x/'))).to.deep.include({
      code: 'E_PLUGIN_VERSION',
      exit: 10,
    })
  })
})
