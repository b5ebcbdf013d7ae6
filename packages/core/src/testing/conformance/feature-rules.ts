import { deepEqual, equal, notDeepEqual, notEqual, ok } from 'node:assert/strict'

import { allPaths, CALL, put, rejection, sameTime, textOf } from './probe.js'
import type { EndpointRule } from './rule.js'

const SALT = new Uint8Array(32).fill(7)

/** Each holds where the feature is there, and says nothing where it is not. */
export const FEATURE_RULES: readonly EndpointRule[] = [
  {
    says: 'hash: tells equal contents by 128 bits of hex, and different ones apart',
    async check(endpoint) {
      const { hash } = endpoint.features
      if (hash === undefined) return
      const large = Buffer.alloc(2_000_000, 'large')
      await put(endpoint, 'a', large)
      await put(endpoint, 'b', large, { mode: 0o600, mtimeNs: 0n })
      large[1_999_999] = 0
      await put(endpoint, 'c', large)
      await put(endpoint, 'empty', '')
      const [a, b, c, empty] = await Promise.all(
        ['a', 'b', 'c', 'empty'].map((path) => hash(path, 'xxh3-64x2', CALL)),
      )
      equal(a, b)
      equal(new Set([a, c, empty]).size, 3)
      for (const value of [a, c, empty]) ok(/^[\da-f]{32}$/.test(value ?? ''), value)
      await rejection(hash('gone', 'xxh3-64x2', CALL), 'E_NOT_FOUND')
    },
  },
  {
    says: 'rename: gives a thing another name, in the place of a file or symlink',
    async check(endpoint) {
      const { rename } = endpoint.features
      if (rename === undefined) return
      await endpoint.mkdir('dir', CALL)
      await put(endpoint, 'from', 'content')
      await put(endpoint, 'target', 'precious')
      await put(endpoint, 'dir/file', 'old')
      await endpoint.symlink('link', 'target', CALL)
      await rename('from', 'dir/file', CALL)
      await rename('dir/file', 'link', CALL)
      await rename('dir', 'other', CALL)
      deepEqual(await allPaths(endpoint), ['link', 'other', 'target'])
      deepEqual([await textOf(endpoint, 'link'), await textOf(endpoint, 'target')], ['content', 'precious'])
      await rejection(rename('gone', 'new', CALL), 'E_NOT_FOUND')
      await rejection(rename('target', 'link', { ...CALL, keep: true }))
      deepEqual([await textOf(endpoint, 'link'), await textOf(endpoint, 'target')], ['content', 'precious'])
      await rename('target', 'free', { ...CALL, keep: true })
      deepEqual(await allPaths(endpoint), ['free', 'link', 'other'])
    },
  },
  {
    says: 'setMetadata: sets what is present on files and directories, the root among them, and nothing else',
    async check(endpoint) {
      const { setMetadata } = endpoint.features
      if (setMetadata === undefined) return
      await endpoint.mkdir('dir', CALL)
      await put(endpoint, 'file', 'content', { mode: 0o644, mtimeNs: 5_000_000_000n })
      for (const path of ['file', 'dir', '']) {
        await setMetadata(path, { mtimeNs: 1_333_333_333_123_456_000n }, CALL)
        const { mode } = (await endpoint.stat(path, CALL)) ?? {}
        await setMetadata(path, { mode: 0o750 }, CALL)
        const entry = await endpoint.stat(path, CALL)
        ok(
          sameTime(endpoint, entry?.mtimeNs, 1_333_333_333_123_456_000n),
          `the time of '${path}' is ${entry?.mtimeNs}`,
        )
        if (mode !== undefined) deepEqual([mode === 0o750, entry?.mode], [false, 0o750])
      }

      equal(await textOf(endpoint, 'file'), 'content')
      await rejection(setMetadata('gone', { mode: 0o600 }, CALL))
    },
  },
  {
    says: 'S3: setMetadata: sets the time of a symlink itself',
    async check(endpoint) {
      const { setMetadata } = endpoint.features
      if (setMetadata === undefined) return
      await put(endpoint, 'target', 'x', { mode: 0o644, mtimeNs: 5_000_000_000n })
      await endpoint.symlink('link', 'target', CALL)
      const before = await endpoint.stat('target', CALL)
      await setMetadata('link', { mtimeNs: 9_000_000_000n, mode: 0o777 }, CALL)
      ok(sameTime(endpoint, (await endpoint.stat('link', CALL))?.mtimeNs, 9_000_000_000n))
      deepEqual(await endpoint.stat('target', CALL), before)
    },
  },
  {
    says: 'readXattrs: gives the attributes that were set, which are all there are',
    async check(endpoint) {
      const { readXattrs, setMetadata } = endpoint.features
      if (readXattrs === undefined || setMetadata === undefined) return
      const first = new Map([
        ['user.one', Buffer.from([0, 255])],
        ['user.two', Buffer.from('')],
      ])
      await endpoint.write('file', (async function* () {})(), {
        ...CALL,
        sizeBytes: 0,
        metadata: { xattrs: first },
      })
      const found = await readXattrs('file', CALL)
      // Not every file system has them.
      if (found.size === 0) return
      deepEqual(
        [...found].sort().map(([name, value]) => [name, [...value]]),
        [
          ['user.one', [0, 255]],
          ['user.two', []],
        ],
      )
      await setMetadata('file', { xattrs: new Map([['user.two', Buffer.from('2')]]) }, CALL)
      await setMetadata('file', { mode: 0o600 }, CALL)
      deepEqual(
        [...(await readXattrs('file', CALL))].map(([name, value]) => [name, [...value]]),
        [['user.two', [50]]],
      )
    },
  },
  {
    says: 'hardLink: makes another name of the same file, in the place of a file or symlink',
    async check(endpoint) {
      const { hardLink } = endpoint.features
      if (hardLink === undefined) return
      await endpoint.mkdir('dir', CALL)
      await put(endpoint, 'file', 'content')
      await put(endpoint, 'target', 'precious')
      await put(endpoint, 'dir/old', 'old')
      await endpoint.symlink('link', 'target', CALL)
      for (const path of ['new', 'dir/old', 'link', 'new']) await hardLink('file', path, CALL)
      const entries = await Promise.all(
        ['file', 'new', 'dir/old', 'link'].map((path) => endpoint.stat(path, CALL)),
      )
      for (const entry of entries) {
        deepEqual([entry?.type, entry?.linkCount, entry?.inode?.ino], ['file', 4, entries[0]?.inode?.ino])
      }

      equal(await textOf(endpoint, 'target'), 'precious')
      deepEqual(await allPaths(endpoint), ['dir', 'dir/old', 'file', 'link', 'new', 'target'])
      await rejection(hardLink('gone', 'x', CALL))
    },
  },
  {
    says: 'makeSpecial: makes a FIFO, in the place of a file',
    async check(endpoint) {
      const { makeSpecial } = endpoint.features
      if (makeSpecial === undefined) return
      await put(endpoint, 'pipe', 'x')
      await makeSpecial('pipe', { name: 'pipe', type: 'fifo', sizeBytes: 0, mtimeNs: 0n, mode: 0o600 }, CALL)
      const entry = await endpoint.stat('pipe', CALL)
      deepEqual([entry?.type, entry?.sizeBytes], ['fifo', 0])
      deepEqual(await allPaths(endpoint), ['pipe'])
    },
  },
  {
    says: 'space: tells of room that can be',
    async check(endpoint) {
      const space = await endpoint.features.space?.(CALL)
      if (space === undefined) return
      ok(space.availableBytes <= space.totalBytes && space.freeBytes <= space.totalBytes)
      ok(space.availableBytes >= 0 && space.freeInodes <= space.totalInodes)
    },
  },
  {
    says: 'identity: names a place the same whenever it is asked, and with everything it is inside of',
    async check(endpoint) {
      const { identity } = endpoint.features
      if (identity === undefined) return
      for (const path of ['a', 'a/b', 'c']) await endpoint.mkdir(path, CALL)
      const [root, a, b, c, again] = await Promise.all(
        ['', 'a', 'a/b', 'c', 'a'].map((path) => identity(path, { ...CALL, salt: SALT })),
      )
      deepEqual(a, again)
      if (a?.salted === true)
        notDeepEqual((await identity('a', { ...CALL, salt: SALT.map((byte) => ~byte) })).self, a.self)
      for (const place of [root, a, b, c]) ok(place?.self.every((name) => place.ancestors.includes(name)))
      ok(
        a?.self.every((name) => b?.ancestors.includes(name)),
        'a/b is not inside a',
      )
      ok(
        root?.self.every((name) => b?.ancestors.includes(name)),
        'a/b is not inside the root',
      )
      ok(
        a?.self.every((name) => !c?.ancestors.includes(name)),
        'c is inside a',
      )
    },
  },
  {
    says: 'identity: names a place that does not exist by where it would be',
    async check(endpoint) {
      const { identity } = endpoint.features
      if (identity === undefined) return
      await endpoint.mkdir('a', CALL)
      const [a, missing, below, beside] = await Promise.all(
        ['a', 'a/new', 'a/new/deep', 'a/other'].map((path) => identity(path, { ...CALL, salt: SALT })),
      )
      ok(a?.self.every((name) => missing?.ancestors.includes(name)))
      ok(missing?.self.every((name) => below?.ancestors.includes(name)))
      notEqual(missing?.self.join('\n'), beside?.self.join('\n'))
      notEqual(missing?.self.join('\n'), a?.self.join('\n'))
    },
  },
  {
    says: 'sync: resolves',
    async check(endpoint) {
      await put(endpoint, 'file', 'x')
      await endpoint.features.sync?.(CALL)
    },
  },
]
