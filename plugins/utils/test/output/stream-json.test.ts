import { BlitError } from '@blit/core'
import { expect } from 'chai'
import { Writable } from 'node:stream'
import { Output } from '../../dist/output/output.js'
import { streamJson } from '../../dist/output/stream-json.js'
import { rejection } from '../memory-reach.js'

class Sink extends Writable {
  readonly pieces: string[] = []

  constructor(private readonly refuse?: NodeJS.ErrnoException) {
    super({ decodeStrings: false, autoDestroy: false })
  }

  override _write(chunk: string, _encoding: string, done: (error?: Error) => void): void {
    if (this.refuse === undefined) this.pieces.push(chunk)
    done(this.refuse)
  }

  get json(): unknown {
    return JSON.parse(this.pieces.join(''))
  }
}

function errno(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`write ${code}`), { code })
}

async function* groups(...given: Array<readonly unknown[] | Error>): AsyncGenerator<readonly unknown[]> {
  for (const group of given) {
    if (group instanceof Error) throw group
    yield group
  }
}

async function print(sink: Sink, items: AsyncGenerator<readonly unknown[]>): Promise<BlitError | undefined> {
  return streamJson({
    head: { operation: 'test' },
    name: 'items',
    groups: items,
    tail: () => ({ count: 3 }),
    signal: new AbortController().signal,
    output: new Output(sink),
  })
}

describe('JSON in pieces', () => {
  it('is one object on one line, in as many pieces as there are groups', async () => {
    const sink = new Sink()
    expect(await print(sink, groups([1, { two: '\uDC80\n' }], [], [3]))).to.equal(undefined)
    expect(sink.json).to.deep.equal({ operation: 'test', items: [1, { two: '\uDC80\n' }, 3], count: 3 })
    expect(sink.pieces).to.have.length(3)
    expect(sink.pieces.join('').indexOf('\n')).to.equal(sink.pieces.join('').length - 1)
  })

  it('has an empty array where nothing came', async () => {
    const sink = new Sink()
    await print(sink, groups())
    expect(sink.json).to.deep.equal({ operation: 'test', items: [], count: 3 })
  })

  it('prints nothing where it fails before the first element', async () => {
    const sink = new Sink()
    const error = new BlitError('E_SOURCE_MISSING', 'none')
    expect(await rejection(print(sink, groups(error)))).to.equal(error)
    expect(sink.pieces).to.deep.equal([])
  })

  it('ends with the error where it fails later', async () => {
    const sink = new Sink()
    const error = new BlitError('E_UNREACHABLE', 'gone', { path: 'x' })
    expect(await print(sink, groups([1], error))).to.equal(error)
    expect(sink.json).to.deep.equal({
      operation: 'test',
      items: [1],
      count: 3,
      error: { code: 'E_UNREACHABLE', exit: 11, message: 'gone', path: 'x' },
    })
  })

  it('stops where nobody reads any more', async () => {
    const items = groups([1], [2], new Error('asked for more'))
    expect(await print(new Sink(errno('EPIPE')), items)).to.equal(undefined)
  })
})

describe('output', () => {
  it('S7: says that what it is written to is full', async () => {
    const output = new Output(new Sink(errno('ENOSPC')))
    expect(await rejection(output.write('x'))).to.include({ code: 'E_NO_SPACE', exit: 5 })
    expect(output.isClosed).to.equal(true)
  })

  it('is closed when its reader is gone, and drops what comes then', async () => {
    const output = new Output(new Sink(errno('EPIPE')))
    expect(output.isClosed).to.equal(false)
    await output.write('x')
    expect(output.isClosed).to.equal(true)
    await output.write('y')
  })
})
