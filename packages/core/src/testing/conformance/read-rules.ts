import { deepEqual, equal, ok } from 'node:assert/strict'

import { CALL, gather, put, rejection, textOf } from './probe.js'
import type { EndpointRule } from './rule.js'

const LARGE = Buffer.alloc(3 * 1024 * 1024 + 7, 'some content, ')

export const READ_RULES: readonly EndpointRule[] = [
  {
    says: 'reads a large file in chunks of at most 1 MiB',
    async check(endpoint) {
      await put(endpoint, 'large', LARGE)
      const lengths: number[] = []
      const whole: Uint8Array[] = []
      for await (const chunk of endpoint.read('large', CALL)) {
        lengths.push(chunk.length)
        whole.push(Buffer.from(chunk))
      }

      ok(Buffer.concat(whole).equals(LARGE))
      ok(Math.max(...lengths) <= 1024 * 1024)
    },
  },
  {
    says: 'reads an empty file',
    async check(endpoint) {
      await put(endpoint, 'empty', '')
      equal(await textOf(endpoint, 'empty'), '')
    },
  },
  {
    says: 'reads a part',
    async check(endpoint) {
      await put(endpoint, 'file', '0123456789')
      const part = async (offset?: number, length?: number): Promise<string> => {
        const options = {
          ...CALL,
          ...(offset !== undefined && { offset }),
          ...(length !== undefined && { length }),
        }
        return (await gather(endpoint.read('file', options))).toString()
      }
      deepEqual(
        [
          await part(3, 4),
          await part(8),
          await part(undefined, 2),
          await part(9, 50),
          await part(10),
          await part(2, 0),
        ],
        ['3456', '89', '01', '9', '', ''],
      )
    },
  },
  {
    says: 'rejects reading what does not exist, and what is no regular file',
    async check(endpoint) {
      await endpoint.mkdir('dir', CALL)
      await put(endpoint, 'file', 'x')
      await endpoint.symlink('link', 'file', CALL)
      await rejection(gather(endpoint.read('gone', CALL)), 'E_NOT_FOUND')
      await rejection(gather(endpoint.read('dir', CALL)))
      await rejection(gather(endpoint.read('link', CALL)))
    },
  },
  {
    says: 'follows symlinks when it is told to, at the end and on the way',
    async check(endpoint) {
      await endpoint.mkdir('dir', CALL)
      await put(endpoint, 'dir/file', 'content')
      await endpoint.symlink('link', 'dir', CALL)
      await endpoint.symlink('direct', 'dir/file', CALL)
      for (const path of ['link/file', 'direct']) {
        equal((await gather(endpoint.read(path, { ...CALL, follow: true }))).toString(), 'content', path)
      }

      await rejection(gather(endpoint.read('link/file', CALL)))
    },
  },
  {
    says: 'S6: reads what was expected, and rejects anything else',
    async check(endpoint) {
      await put(endpoint, 'file', 'first', { mtimeNs: 1_000_000_000n })
      const expect = await endpoint.stat('file', CALL)
      if (expect === undefined) throw new TypeError('no entry')
      equal((await gather(endpoint.read('file', { ...CALL, expect }))).toString(), 'first')
      await put(endpoint, 'file', 'other', { mtimeNs: 2_000_000_000n })
      await rejection(gather(endpoint.read('file', { ...CALL, expect })), 'E_CHANGED')
      await put(endpoint, 'file', 'longer than that', { mtimeNs: 1_000_000_000n })
      await rejection(gather(endpoint.read('file', { ...CALL, expect })), 'E_CHANGED')
    },
  },
  {
    says: 'S6: notices that a file changed while it was read',
    async check(endpoint) {
      const { setMetadata } = endpoint.features
      if (setMetadata === undefined) return
      await put(endpoint, 'file', LARGE, { mtimeNs: 1_000_000_000n })
      const expect = await endpoint.stat('file', CALL)
      if (expect === undefined) throw new TypeError('no entry')
      const chunks = endpoint.read('file', { ...CALL, expect })[Symbol.asyncIterator]()
      await chunks.next()
      await setMetadata('file', { mtimeNs: 2_000_000_000n }, CALL)
      await rejection(gather({ [Symbol.asyncIterator]: () => chunks }), 'E_CHANGED')
    },
  },
  {
    says: 'S6: reads one version of a file that is replaced meanwhile, or says that it changed',
    async check(endpoint) {
      await put(endpoint, 'file', LARGE)
      const expect = await endpoint.stat('file', CALL)
      if (expect === undefined) throw new TypeError('no entry')
      const chunks = endpoint.read('file', { ...CALL, expect })[Symbol.asyncIterator]()
      const first = await chunks.next()
      const start = Buffer.from(first.done === true ? '' : first.value)
      await put(endpoint, 'file', Buffer.alloc(LARGE.length, 'something else'))
      const rest = gather({ [Symbol.asyncIterator]: () => chunks })
      const whole = await rest.then(
        (bytes) => Buffer.concat([start, bytes]),
        () => LARGE,
      )
      ok(whole.equals(LARGE), 'it is a mixture')
    },
  },
]
