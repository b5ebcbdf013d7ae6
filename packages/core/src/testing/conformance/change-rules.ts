import { deepEqual, equal, ok } from 'node:assert/strict'

import { allPaths, CALL, put, rejection, sameTime, textOf } from './probe.js'
import type { EndpointRule } from './rule.js'

export const CHANGE_RULES: readonly EndpointRule[] = [
  {
    says: 'makes a directory, and leaves one that exists as it is',
    async check(endpoint) {
      await endpoint.mkdir('dir', CALL)
      await put(endpoint, 'dir/file', 'x')
      const before = await endpoint.stat('dir', CALL)
      await endpoint.mkdir('dir', CALL)
      await endpoint.mkdir('', CALL)
      deepEqual(await endpoint.stat('dir', CALL), before)
      equal(await textOf(endpoint, 'dir/file'), 'x')
      await rejection(endpoint.mkdir('gone/dir', CALL), 'E_NOT_FOUND')
    },
  },
  {
    says: 'S5: makes a directory in the place of a file or of a symlink, not of what that leads to',
    async check(endpoint) {
      await put(endpoint, 'file', 'x')
      await endpoint.mkdir('target', CALL)
      await endpoint.symlink('link', 'target', CALL)
      for (const path of ['file', 'link']) {
        await endpoint.mkdir(path, CALL)
        equal((await endpoint.stat(path, CALL))?.type, 'directory', path)
        await put(endpoint, `${path}/in`, 'x')
      }

      deepEqual(await allPaths(endpoint), ['file', 'file/in', 'link', 'link/in', 'target'])
    },
  },
  {
    says: 'makes directories that can be filled at once',
    async check(endpoint) {
      await endpoint.mkdir('dir', CALL)
      const mode = (await endpoint.stat('dir', CALL))?.mode
      if (mode !== undefined) equal(mode & 0o700, 0o700)
      await put(endpoint, 'dir/file', 'x')
    },
  },
  {
    says: 'keeps the target of a symlink as it is, and its time',
    async check(endpoint) {
      for (const target of ['file', '../up', '/absolute', 'gone', ' ', 'a\nb', 'x'.repeat(1000)]) {
        await endpoint.symlink('link', target, { ...CALL, mtimeNs: 1_222_333_444_000_000_000n })
        const entry = await endpoint.stat('link', CALL)
        equal(entry?.target, target)
        ok(sameTime(endpoint, entry.mtimeNs, 1_222_333_444_000_000_000n), `its time is ${entry.mtimeNs}`)
      }

      deepEqual(await allPaths(endpoint), ['link'])
    },
  },
  {
    says: 'S5: makes a symlink in the place of a file, a symlink or an empty directory, and never of one with content',
    async check(endpoint) {
      await put(endpoint, 'file', 'x')
      await endpoint.symlink('link', 'old', CALL)
      for (const path of ['empty', 'full']) await endpoint.mkdir(path, CALL)
      await put(endpoint, 'full/file', 'precious')
      for (const path of ['file', 'link', 'empty']) {
        await endpoint.symlink(path, 'new', CALL)
        equal((await endpoint.stat(path, CALL))?.target, 'new', path)
      }

      await rejection(endpoint.symlink('full', 'new', CALL), 'E_NOT_EMPTY')
      deepEqual(await allPaths(endpoint), ['empty', 'file', 'full', 'full/file', 'link'])
    },
  },
  {
    says: 'S3: removes files, empty directories and symlinks, never what those lead to, nor directories with content',
    async check(endpoint) {
      for (const path of ['empty', 'full']) await endpoint.mkdir(path, CALL)
      await put(endpoint, 'file', 'x')
      await put(endpoint, 'full/in', 'x')
      await endpoint.symlink('link', 'full', CALL)
      for (const path of ['empty', 'file', 'link', 'gone', 'gone/deeper']) await endpoint.remove(path, CALL)
      await rejection(endpoint.remove('full', CALL), 'E_NOT_EMPTY')
      deepEqual(await allPaths(endpoint), ['full', 'full/in'])
    },
  },
  {
    says: 'S12: removes nothing through a symlink on the way',
    async check(endpoint) {
      await endpoint.mkdir('dir', CALL)
      await put(endpoint, 'dir/file', 'precious')
      await endpoint.symlink('link', 'dir', CALL)
      await endpoint.remove('link/file', CALL).catch(() => {})
      equal(await textOf(endpoint, 'dir/file'), 'precious')
    },
  },
  {
    says: 'S3: removes only what was expected',
    async check(endpoint) {
      await put(endpoint, 'file', 'first', { mtimeNs: 1_000_000_000n })
      const first = await endpoint.stat('file', CALL)
      await put(endpoint, 'file', 'other', { mtimeNs: 2_000_000_000n })
      const other = await endpoint.stat('file', CALL)
      if (first === undefined || other === undefined) throw new TypeError('no entry')
      await rejection(endpoint.remove('file', { ...CALL, expect: first }), 'E_CHANGED')
      equal(await textOf(endpoint, 'file'), 'other')
      await endpoint.remove('file', { ...CALL, expect: other })
      deepEqual(await allPaths(endpoint), [])
    },
  },
  {
    says: 'S4: does not remove a file that was changed in its place',
    async check(endpoint) {
      const { setMetadata } = endpoint.features
      if (setMetadata === undefined) return
      await put(endpoint, 'file', 'x', { mtimeNs: 1_000_000_000n })
      const expect = await endpoint.stat('file', CALL)
      if (expect === undefined) throw new TypeError('no entry')
      await setMetadata('file', { mtimeNs: 2_000_000_000n }, CALL)
      await rejection(endpoint.remove('file', { ...CALL, expect }), 'E_CHANGED')
    },
  },
  {
    says: 'S3: removes a directory that was expected, even though its content went first',
    async check(endpoint) {
      await endpoint.mkdir('dir', CALL)
      await put(endpoint, 'dir/file', 'x')
      const expect = await endpoint.stat('dir', CALL)
      if (expect === undefined) throw new TypeError('no entry')
      await endpoint.remove('dir/file', CALL)
      await endpoint.remove('dir', { ...CALL, expect })
      deepEqual(await allPaths(endpoint), [])
    },
  },
  {
    says: 'S3: does not take another kind of thing for what was expected',
    async check(endpoint) {
      await endpoint.mkdir('thing', CALL)
      const expect = await endpoint.stat('thing', CALL)
      if (expect === undefined) throw new TypeError('no entry')
      await put(endpoint, 'thing', 'now a file')
      await rejection(endpoint.remove('thing', { ...CALL, expect }), 'E_CHANGED')
      equal(await textOf(endpoint, 'thing'), 'now a file')
    },
  },
]
