import { deepEqual, equal, ok } from 'node:assert/strict'

import { CALL, pathsOf, put, rejection, scanAll } from './probe.js'
import type { EndpointRule } from './rule.js'

/** In the order of UTF-16 code units, which is not that of code points. */
const SORTED = [' ', '-', 'B', 'a', 'a b', 'a-b', 'a.b', 'ab', 'b', '\u{1F600}', '\uFB01']

export const SCAN_RULES: readonly EndpointRule[] = [
  {
    says: 'lists an empty directory as one complete batch',
    async check(endpoint) {
      deepEqual(await scanAll(endpoint), [{ directory: '', entries: [], complete: true }])
    },
  },
  {
    says: 'lists the names of a directory in the order of UTF-16 code units',
    async check(endpoint) {
      const names = endpoint.limits.caseInsensitive ? SORTED.filter((name) => name !== 'B') : SORTED
      for (const name of [...names].reverse()) await put(endpoint, name, 'x')
      deepEqual(pathsOf(await scanAll(endpoint)), names)
    },
  },
  {
    says: 'lists each directory in full before what is in its subdirectories, which come in the same order, depth first',
    async check(endpoint) {
      for (const path of ['b', 'b/y', 'a', 'a/x', 'a/x/deep', 'c']) await endpoint.mkdir(path, CALL)
      for (const path of ['a/file', 'a/x/deep/file', 'b/y/file', 'z']) await put(endpoint, path, 'x')
      const batches = await scanAll(endpoint)
      const complete = batches.filter((batch) => batch.complete).map(({ directory }) => directory)
      deepEqual(complete, ['', 'a', 'a/x', 'a/x/deep', 'b', 'b/y', 'c'])
      deepEqual(
        batches.map(({ directory }) => directory).filter((directory, i, all) => directory !== all[i - 1]),
        complete,
        'batches of several directories are mixed',
      )
    },
  },
  {
    says: 'lists large directories completely, the last batch alone being complete',
    async check(endpoint) {
      const names = Array.from({ length: 2500 }, (_, i) => `file-${String(i).padStart(4, '0')}`)
      await endpoint.mkdir('many', CALL)
      for (const name of names) await put(endpoint, `many/${name}`, '')
      const batches = await scanAll(endpoint, 'many')
      deepEqual(
        pathsOf(batches),
        names.map((name) => `many/${name}`),
      )
      ok(batches.every(({ complete }, i) => complete === (i === batches.length - 1)))
    },
  },
  {
    says: 'lists one directory alone when it is not to go deeper',
    async check(endpoint) {
      await endpoint.mkdir('a', CALL)
      await endpoint.mkdir('a/b', CALL)
      await put(endpoint, 'a/b/c', 'x')
      deepEqual(pathsOf(await scanAll(endpoint, 'a', { recursive: false })), ['a/b'])
    },
  },
  {
    says: 'asks before it enters a directory, and lists one it does not enter',
    async check(endpoint) {
      for (const path of ['in', 'in/deep', 'out', 'out/deep']) await endpoint.mkdir(path, CALL)
      const asked: string[] = []
      const enter = (path: string): boolean => {
        asked.push(path)
        return path !== 'out'
      }
      deepEqual(pathsOf(await scanAll(endpoint, '', { enter })), ['in', 'out', 'in/deep'])
      deepEqual([...asked].sort(), ['in', 'in/deep', 'out'])
    },
  },
  {
    says: 'tells the same of an entry as stat does',
    async check(endpoint) {
      await endpoint.mkdir('dir', CALL)
      await put(endpoint, 'dir/file', 'content', { mode: 0o600, mtimeNs: 5_000_000_000n })
      await endpoint.symlink('dir/link', 'any where', { ...CALL, mtimeNs: 6_000_000_000n })
      for (const { directory, entries } of await scanAll(endpoint)) {
        for (const entry of entries) {
          const path = directory === '' ? entry.name : `${directory}/${entry.name}`
          deepEqual(entry, await endpoint.stat(path, CALL), path)
        }
      }
    },
  },
  {
    says: 'S12: does not enter symlinks',
    async check(endpoint) {
      await endpoint.mkdir('dir', CALL)
      await put(endpoint, 'dir/file', 'x')
      await endpoint.symlink('link', 'dir', CALL)
      deepEqual(pathsOf(await scanAll(endpoint)), ['dir', 'link', 'dir/file'])
      await rejection(scanAll(endpoint, 'link'))
    },
  },
  {
    says: 'follows symlinks when it is told to, and lists one that leads nowhere as a symlink',
    async check(endpoint) {
      await endpoint.mkdir('dir', CALL)
      await put(endpoint, 'dir/file', 'content')
      await endpoint.symlink('link', 'dir', CALL)
      await endpoint.symlink('broken', 'gone', CALL)
      const batches = await scanAll(endpoint, '', { followLinks: true })
      deepEqual(pathsOf(batches), ['broken', 'dir', 'link', 'dir/file', 'link/file'])
      deepEqual(
        batches[0]?.entries.map(({ type }) => type),
        ['symlink', 'directory', 'directory'],
      )
      equal(batches.at(-1)?.entries[0]?.sizeBytes, 7)
    },
  },
  {
    says: 'reports a loop of symlinks as a failure, and lists everything else',
    async check(endpoint) {
      await endpoint.mkdir('dir', CALL)
      await endpoint.symlink('dir/up', '..', CALL)
      await put(endpoint, 'dir/file', 'x')
      const batches = await scanAll(endpoint, '', { followLinks: true })
      ok(
        batches.some(({ failure }) => failure !== undefined),
        'no failure',
      )
      ok(
        batches.every(({ complete, failure }) => complete || failure === undefined),
        'a failure without an end',
      )
      ok(pathsOf(batches).includes('dir/file'))
      ok(batches.length < 10, `it went round ${batches.length} times`)
    },
  },
  {
    says: 'rejects the scan of what does not exist, or is no directory',
    async check(endpoint) {
      await put(endpoint, 'file', 'x')
      await rejection(scanAll(endpoint, 'gone'), 'E_NOT_FOUND')
      await rejection(scanAll(endpoint, 'file'))
    },
  },
  {
    says: 'stops a scan whose consumer has had enough',
    async check(endpoint) {
      for (const path of ['a', 'b', 'c']) await endpoint.mkdir(path, CALL)
      const scan = endpoint.scan('', { ...CALL, recursive: true })[Symbol.asyncIterator]()
      await scan.next()
      await scan.return?.()
      equal((await scan.next()).done, true)
      deepEqual(pathsOf(await scanAll(endpoint)), ['a', 'b', 'c'])
    },
  },
]
