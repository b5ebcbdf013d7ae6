import { deepEqual, equal, ok } from 'node:assert/strict'

import type { Endpoint } from '../../contract/endpoint.js'
import { allPaths, CALL, cut, put, rejection, sameTime, textOf } from './probe.js'
import type { EndpointRule } from './rule.js'

async function write(
  endpoint: Endpoint,
  path: string,
  content: AsyncIterable<Uint8Array>,
  sizeBytes: number,
): Promise<void> {
  await endpoint.write(path, content, { ...CALL, sizeBytes, metadata: {} })
}

export const WRITE_RULES: readonly EndpointRule[] = [
  {
    says: 'writes what it is given, however it is cut, with mode and time',
    async check(endpoint) {
      const bytes = Buffer.alloc(2_500_000, 'abcdefg')
      for (const size of [1_000_000, 4096, 1_500_000]) {
        await endpoint.write('file', cut(bytes, size), {
          ...CALL,
          sizeBytes: bytes.length,
          metadata: { mode: 0o600, mtimeNs: 1_111_111_111_000_000_000n },
        })
        ok(Buffer.from(await textOf(endpoint, 'file')).equals(bytes))
      }

      const entry = await endpoint.stat('file', CALL)
      ok(entry !== undefined)
      ok(sameTime(endpoint, entry.mtimeNs, 1_111_111_111_000_000_000n), `its time is ${entry.mtimeNs}`)
      if (entry.mode !== undefined) equal(entry.mode, 0o600)
    },
  },
  {
    says: 'S1: shows the old file, whole, until the new one is',
    async check(endpoint) {
      await put(endpoint, 'file', 'old content')
      const seen: string[] = []
      async function* slow(): AsyncGenerator<Uint8Array> {
        for (const part of ['new', ' and ', 'longer content']) {
          seen.push(await textOf(endpoint, 'file'))
          yield Buffer.from(part)
        }

        seen.push(await textOf(endpoint, 'file'))
      }

      await write(endpoint, 'file', slow(), 22)
      deepEqual([...new Set(seen)], ['old content'])
      equal(await textOf(endpoint, 'file'), 'new and longer content')
    },
  },
  {
    says: 'S1: shows nothing of a new file before it is whole',
    async check(endpoint) {
      async function* slow(): AsyncGenerator<Uint8Array> {
        yield Buffer.from('half')
        equal(await endpoint.stat('file', CALL), undefined)
      }

      await write(endpoint, 'file', slow(), 4)
      equal(await textOf(endpoint, 'file'), 'half')
    },
  },
  ...[
    { what: 'too short', content: 'short' },
    { what: 'too long', content: 'this is too long' },
    { what: 'empty', content: '' },
  ].map(({ content, what }) => ({
    says: `S6: refuses content that is ${what}, keeps the old file and leaves nothing behind`,
    async check(endpoint: Endpoint) {
      await put(endpoint, 'file', 'old')
      await rejection(write(endpoint, 'file', cut(Buffer.from(content), 3), 10), 'E_CHANGED')
      await rejection(write(endpoint, 'new', cut(Buffer.from(content), 3), 10), 'E_CHANGED')
      equal(await textOf(endpoint, 'file'), 'old')
      deepEqual(await allPaths(endpoint), ['file'])
    },
  })),
  {
    says: 'rejects with what the content rejects with, keeps the old file and leaves nothing behind',
    async check(endpoint) {
      await put(endpoint, 'file', 'old')
      const reason = await rejection(endpoint.mkdir('gone/dir', CALL))
      async function* broken(): AsyncGenerator<Uint8Array> {
        yield Buffer.from('part')
        throw reason
      }

      for (const path of ['file', 'new']) equal(await rejection(write(endpoint, path, broken(), 10)), reason)
      equal(await textOf(endpoint, 'file'), 'old')
      deepEqual(await allPaths(endpoint), ['file'])
    },
  },
  {
    says: 'S3: replaces a symlink itself, not what it leads to',
    async check(endpoint) {
      await put(endpoint, 'target', 'precious')
      await endpoint.symlink('link', 'target', CALL)
      await put(endpoint, 'link', 'new')
      equal((await endpoint.stat('link', CALL))?.type, 'file')
      deepEqual([await textOf(endpoint, 'link'), await textOf(endpoint, 'target')], ['new', 'precious'])
    },
  },
  {
    says: 'S5: replaces an empty directory, and never one with content',
    async check(endpoint) {
      for (const path of ['empty', 'full']) await endpoint.mkdir(path, CALL)
      await put(endpoint, 'full/file', 'precious')
      await put(endpoint, 'empty', 'now a file')
      await rejection(put(endpoint, 'full', 'x'), 'E_NOT_EMPTY')
      equal(await textOf(endpoint, 'empty'), 'now a file')
      deepEqual(await allPaths(endpoint), ['empty', 'full', 'full/file'])
    },
  },
  {
    says: 'S12: writes through no symlink on the way',
    async check(endpoint) {
      await endpoint.mkdir('dir', CALL)
      await endpoint.symlink('link', 'dir', CALL)
      await rejection(put(endpoint, 'link/file', 'x'))
      deepEqual(await allPaths(endpoint), ['dir', 'link'])
    },
  },
  {
    says: 'writes many files at once',
    async check(endpoint) {
      const names = Array.from({ length: 30 }, (_, i) => `file-${i}`)
      await Promise.all(names.map((name) => put(endpoint, name, name.repeat(5000))))
      for (const name of names) equal(await textOf(endpoint, name), name.repeat(5000))
      deepEqual(await allPaths(endpoint), [...names].sort())
    },
  },
  {
    says: 'S8: keeps names of any bytes, as long as it says that it can',
    async check(endpoint) {
      const { maxNameBytes, normalizes, windowsNames } = endpoint.limits
      if (windowsNames || normalizes) return
      const names = [
        '\uDC80\uDCFFx',
        'new\nline',
        '-rf',
        'cafe\u0301',
        'caf\u00E9',
        '\\',
        ' ',
        '.blit',
        'n'.repeat(maxNameBytes),
      ]
      for (const name of names) await put(endpoint, name, JSON.stringify(name))
      await endpoint.mkdir('dir\uDCFE', CALL)
      await endpoint.symlink('dir\uDCFE/link', 'to\uDCFD', CALL)
      for (const name of names) equal(await textOf(endpoint, name), JSON.stringify(name))
      equal((await endpoint.stat('dir\uDCFE/link', CALL))?.target, 'to\uDCFD')
      deepEqual(await allPaths(endpoint), [...names, 'dir\uDCFE', 'dir\uDCFE/link'].sort())
    },
  },
]
