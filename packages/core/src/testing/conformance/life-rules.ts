import { deepEqual, equal, fail } from 'node:assert/strict'

import type { Endpoint } from '../../contract/endpoint.js'
import { BlitError } from '../../errors/blit-error.js'
import { allPaths, CALL, cut, gather, put, rejection, scanAll, textOf } from './probe.js'
import type { EndpointRule } from './rule.js'

const BAD_PATHS = ['..', '.', '/', '/a', 'a/', 'a//b', 'a/../b', '../a', './a', 'a/.', 'a\0b', 'a/..']

type Call = (endpoint: Endpoint, path: string, signal: AbortSignal) => Promise<unknown>

/** Every method, called with a path. */
const CALLS: Readonly<Record<string, Call>> = {
  scan: (endpoint, path, signal) => scanAll(endpoint, path, { signal }),
  stat: (endpoint, path, signal) => endpoint.stat(path, { signal }),
  read: (endpoint, path, signal) => gather(endpoint.read(path, { signal })),
  write: (endpoint, path, signal) =>
    endpoint.write(path, cut(Buffer.from('x'), 1), { signal, sizeBytes: 1, metadata: {} }),
  mkdir: (endpoint, path, signal) => endpoint.mkdir(path, { signal }),
  symlink: (endpoint, path, signal) => endpoint.symlink(path, 'target', { signal }),
  remove: (endpoint, path, signal) => endpoint.remove(path, { signal }),
}

export const LIFE_RULES: readonly EndpointRule[] = [
  ...Object.entries(CALLS).map(([method, call]) => ({
    says: `S12: ${method} refuses every path that is not made of names`,
    async check(endpoint: Endpoint) {
      await endpoint.mkdir('a', CALL)
      for (const path of BAD_PATHS) {
        await rejection(call(endpoint, path, CALL.signal)).catch((error: unknown) =>
          fail(`${JSON.stringify(path)}: ${String(error)}`),
        )
      }

      deepEqual(await allPaths(endpoint), ['a'])
    },
  })),
  ...Object.entries(CALLS).map(([method, call]) => ({
    says: `${method} rejects with the reason of a signal that has fired, and does nothing`,
    async check(endpoint: Endpoint) {
      for (const path of ['file', 'fresh']) {
        if (path === 'file') await put(endpoint, 'file', 'old')
        const reason = new BlitError('E_INTERRUPTED', 'stop')
        equal(await rejection(call(endpoint, path, AbortSignal.abort(reason))), reason)
      }

      deepEqual(await allPaths(endpoint), ['file'])
      equal(await textOf(endpoint, 'file'), 'old')
    },
  })),
  {
    says: 'leaves nothing half-made when a write is cancelled',
    async check(endpoint) {
      await put(endpoint, 'file', 'old')
      for (const path of ['file', 'new']) {
        const controller = new AbortController()
        const reason = new BlitError('E_INTERRUPTED', 'stop')
        async function* content(): AsyncGenerator<Uint8Array> {
          yield Buffer.from('part')
          controller.abort(reason)
          yield Buffer.from('part')
        }

        const writing = endpoint.write(path, content(), {
          signal: controller.signal,
          sizeBytes: 8,
          metadata: {},
        })
        equal(await rejection(writing), reason)
      }

      deepEqual(await allPaths(endpoint), ['file'])
      equal(await textOf(endpoint, 'file'), 'old')
    },
  },
  {
    says: 'stops a read and a scan when they are cancelled',
    async check(endpoint) {
      for (const path of ['a', 'b']) await endpoint.mkdir(path, CALL)
      await put(endpoint, 'file', Buffer.alloc(3_000_000))
      const reason = new BlitError('E_INTERRUPTED', 'stop')
      const starts = [
        (signal: AbortSignal) => endpoint.read('file', { signal }),
        (signal: AbortSignal) => endpoint.scan('', { signal, recursive: true }),
      ]
      for (const start of starts) {
        const controller = new AbortController()
        const items = start(controller.signal)[Symbol.asyncIterator]()
        await items.next()
        controller.abort(reason)
        equal(await rejection(drain(items)), reason)
      }
    },
  },
  {
    says: 'can be closed twice, and rejects every call after that',
    async check(endpoint) {
      await put(endpoint, 'file', 'x')
      await endpoint.close()
      await endpoint.close()
      for (const [method, call] of Object.entries(CALLS)) {
        await rejection(call(endpoint, 'file', CALL.signal)).catch((error: unknown) =>
          fail(`${method}: ${String(error)}`),
        )
      }
    },
  },
  {
    says: 'tells of nothing where its root does not exist',
    missingRoot: true,
    async check(endpoint) {
      equal(await endpoint.stat('', CALL), undefined)
      equal(await endpoint.stat('file', CALL), undefined)
      await endpoint.remove('file', CALL)
      await rejection(scanAll(endpoint), 'E_NOT_FOUND')
      await rejection(gather(endpoint.read('file', CALL)), 'E_NOT_FOUND')
      equal(await endpoint.stat('', CALL), undefined)
    },
  },
  {
    says: 'makes a root that does not exist, with its parents, when it is told to',
    missingRoot: true,
    async check(endpoint) {
      await endpoint.mkdir('', CALL)
      equal((await endpoint.stat('', CALL))?.type, 'directory')
      deepEqual(await allPaths(endpoint), [])
    },
  },
  {
    says: 'makes a root that does not exist when something is written below it',
    missingRoot: true,
    async check(endpoint) {
      await put(endpoint, 'file', 'content')
      equal(await textOf(endpoint, 'file'), 'content')
    },
  },
]

async function drain(items: AsyncIterator<unknown>): Promise<void> {
  while ((await items.next()).done !== true);
}
