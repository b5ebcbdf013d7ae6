import { expect } from 'chai'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { toBytes, type ColumnRow } from '@blit/core'

import { PlayedSource, type PlayedStream, type PlayOptions } from './played-source.js'

const row = (name: string, more: Partial<ColumnRow> = {}): ColumnRow => ({
  type: 'file',
  name: toBytes(name),
  directory: 0,
  sizeBytes: 3,
  mtimeSeconds: 1000,
  mtimeNanos: 0,
  mode: 0o644,
  uid: 0,
  gid: 0,
  ...more,
})

describe('the destination of a session, in a second pass', () => {
  let place: string
  const at = (path: string): string => join(place, path)

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'blit-pass-'))
    mkdirSync(at('to'))
  })

  afterEach(() => {
    rmSync(place, { recursive: true, force: true })
  })

  /** A first pass in which `one` has landed and `two` has changed. */
  async function firstPass(options?: PlayOptions): Promise<{ source: PlayedSource; stream: PlayedStream }> {
    const source = new PlayedSource(at('to'), options)
    source.batch([row('one'), row('two'), row('d', { type: 'directory' })], { complete: [0, 3] })
    expect(await source.needs()).to.deep.equal([0, 1])
    const stream = await source.stream(0)
    stream.small(0, 'one')
    stream.failed(1, 'changed')
    source.complete()
    expect(await source.needs()).to.equal(undefined)
    return { source, stream }
  }

  it('takes a file as it is now', async () => {
    const { source, stream } = await firstPass()
    source.batch([row('two', { sizeBytes: 5, mtimeSeconds: 2000 })], {}, [1])
    source.complete()
    expect(await source.needs()).to.deep.equal([3])
    stream.small(3, 'later')
    stream.frames.end()
    source.dataDone(0)
    const { error, failures, tally } = await source.outcome
    expect([error, failures]).to.deep.equal([undefined, []])
    expect(tally).to.include({ filesCopied: 2, filesScanned: 2, bytesCopied: 8 })
    expect(readFileSync(at('to/two'), 'utf8')).to.equal('later')
  })

  const lies: ReadonlyArray<readonly [string, (source: PlayedSource, stream: PlayedStream) => void]> = [
    ['entries that stand for none', (source) => source.batch([row('two')])],
    ['what stands for something that was never listed', (source) => source.batch([row('two')], {}, [9])],
    ['what stands for itself', (source) => source.batch([row('two')], {}, [3])],
    ['what stands for a directory', (source) => source.batch([row('d')], {}, [2])],
    ['another name', (source) => source.batch([row('three')], {}, [1])],
    ['another directory', (source) => source.batch([row('two', { directory: 3 })], {}, [1])],
    ['no file', (source) => source.batch([row('two', { type: 'symlink', target: toBytes('x') })], {}, [1])],
    ['two things for one', (source) => source.batch([row('two'), row('two')], {}, [1, 1])],
    ['fewer than there are', (source) => source.batch([row('two'), row('two')], {}, [1])],
    ['directories that are complete', (source) => source.batch([row('two')], { complete: [0] }, [1])],
    [
      'what stands for something that has landed',
      (source, stream) => {
        source.batch([row('one')], {}, [0])
        source.complete()
        stream.frames.end()
        source.dataDone(0)
      },
    ],
    ['a second end of the manifest', (source) => source.complete()],
    [
      'the end of its data in between',
      (source) => {
        source.batch([row('two')], {}, [1])
        source.dataDone(0)
      },
    ],
    [
      'more passes than it has retries',
      (source) => {
        source.batch([row('two')], {}, [1])
        source.complete()
        source.batch([row('two')], {}, [3])
      },
    ],
  ]
  for (const [what, lie] of lies) {
    it(`S13, S20: ends with E_PROTOCOL when the source sends ${what}`, async () => {
      const { source, stream } = await firstPass()
      lie(source, stream)
      expect((await source.outcome).error?.code).to.equal('E_PROTOCOL')
    })
  }

  it('S13: supersedes nothing in the first pass', async () => {
    const source = new PlayedSource(at('to'))
    source.batch([row('one')])
    source.batch([row('one')], {}, [0])
    expect((await source.outcome).error?.code).to.equal('E_PROTOCOL')
  })
})
