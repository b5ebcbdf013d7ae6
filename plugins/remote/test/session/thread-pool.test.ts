import { expect } from 'chai'
import { readdirSync, readlinkSync } from 'node:fs'

import { loadNative } from '@blit/native'

import { SessionThread } from '../../dist/session/session-thread.js'
import { keepThreads } from '../../dist/session/thread-pool.js'

const ENTRY = new URL('fixtures/echo-thread.js', import.meta.url)

type Echo = { readonly said: string; readonly threadId: number; readonly sessions: number }

async function session(word: string): Promise<Echo> {
  const thread = new SessionThread<string, Echo>(ENTRY, word, (message) => message as Echo)
  const answer = await thread.ask('say')
  thread.tell('end')
  expect(await thread.ended()).to.equal(undefined)
  return answer
}

const directories = (): string[] =>
  readdirSync('/proc/self/task').map((id) => readlinkSync(`/proc/self/task/${id}/cwd`))

describe('threads of sessions', () => {
  let end: (() => void) | undefined

  before(() => void loadNative())

  afterEach(() => {
    end?.()
    end = undefined
  })

  it('are started for each session, where none are kept', async () => {
    const [first, second] = [await session('a'), await session('b')]
    expect(second.threadId).to.not.equal(first.threadId)
  })

  it('work for the next session, where they are kept', async () => {
    end = keepThreads(1)
    const [first, second] = [await session('a'), await session('b')]
    expect([first.said, second.said]).to.deep.equal(['a', 'b'])
    expect([second.threadId, second.sessions]).to.deep.equal([first.threadId, 2])
  })

  it('do not live for ever: what they hold on to is given back', async () => {
    end = keepThreads(1)
    const ids = new Set<number>()
    for (let i = 0; i < 40; i++) ids.add((await session('a')).threadId)
    expect(ids.size).to.equal(2)
  })

  it('wait nowhere: what a session has worked in can be unmounted', async function () {
    if (process.platform !== 'linux') this.skip()
    end = keepThreads(1)
    await session('/proc')
    expect(directories()).to.not.include('/proc')
  })

  it('do not come back when they have crashed', async () => {
    end = keepThreads(1)
    const { threadId } = await session('a')
    const thread = new SessionThread<string, Echo>(ENTRY, 'b', (message) => message as Echo)
    const answer = thread.ask('crash')
    expect(await answer.catch((error: unknown) => error)).to.be.an('error')
    expect(await thread.ended()).to.have.property('message', 'as asked')
    expect((await session('c')).threadId).to.not.equal(threadId)
  })
})
