import { expect } from 'chai'
import { EventEmitter } from 'node:events'

import { pushCall, type PushCall } from '../../dist/client/session-call.js'
import type { DaemonConnection } from '../../dist/client/daemon-connection.js'
import { pb } from '../../dist/protocol/index.js'
import { rejection } from './scripted-daemon.js'

const alive = (): pb.ServerPushResponse => new pb.ServerPushResponse().setAlive(new pb.Alive())
const welcome = (): pb.ServerPushResponse => new pb.ServerPushResponse().setWelcome(new pb.Welcome())

describe('the call of a session', () => {
  const { signal } = new AbortController()

  /** Says these, and then nothing more. */
  function call(messages: readonly pb.ServerPushResponse[], silenceMs: number): PushCall {
    async function* say(): AsyncGenerator<pb.ServerPushResponse> {
      yield* messages
      await new Promise(() => {})
    }

    const stream = Object.assign(new EventEmitter(), { [Symbol.asyncIterator]: say })
    const connection = { at: { name: 'host' }, converse: () => stream } as unknown as DaemonConnection
    return pushCall(connection, signal, silenceMs)
  }

  it('gives what is said, and not that the daemon is alive', async () => {
    const said = call([alive(), alive(), welcome(), alive(), welcome()], 10_000)
    for (let i = 0; i < 2; i++) expect((await said.next())?.hasWelcome()).to.equal(true)
  })

  it('S16: gives a daemon up that says nothing, whatever it has said before', async () => {
    const error = await rejection(call([alive()], 20).next())
    expect(error).to.include({ code: 'E_UNREACHABLE', message: 'host said nothing for 0.02 s' })
  })
})
