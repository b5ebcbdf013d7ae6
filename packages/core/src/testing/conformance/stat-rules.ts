import { deepEqual, equal, ok } from 'node:assert/strict'

import { CALL, put, sameTime } from './probe.js'
import type { EndpointRule } from './rule.js'

const TIME = 1_234_567_890_123_456_000n

export const STAT_RULES: readonly EndpointRule[] = [
  {
    says: 'tells of its root as a directory without a name',
    async check(endpoint) {
      const entry = await endpoint.stat('', CALL)
      deepEqual([entry?.type, entry?.name, entry?.sizeBytes], ['directory', '', 0])
    },
  },
  {
    says: 'tells of nothing where there is nothing',
    async check(endpoint) {
      await put(endpoint, 'file', 'x')
      for (const path of ['gone', 'gone/deeper', 'file/below'])
        equal(await endpoint.stat(path, CALL), undefined, path)
    },
  },
  {
    says: 'tells name, size, time and mode of a file',
    async check(endpoint) {
      await put(endpoint, 'file', 'twelve bytes', { mode: 0o640, mtimeNs: TIME })
      const entry = await endpoint.stat('file', CALL)
      deepEqual([entry?.type, entry?.name, entry?.sizeBytes], ['file', 'file', 12])
      ok(sameTime(endpoint, entry?.mtimeNs, TIME), `its time is ${entry?.mtimeNs}`)
      if (entry?.mode !== undefined) equal(entry.mode, 0o640)
    },
  },
  {
    says: 'keeps times before 1970',
    async check(endpoint) {
      await put(endpoint, 'old', 'x', { mtimeNs: -86_400_000_001_000n })
      const entry = await endpoint.stat('old', CALL)
      ok(sameTime(endpoint, entry?.mtimeNs, -86_400_000_001_000n), `its time is ${entry?.mtimeNs}`)
    },
  },
  {
    says: 'tells of a symlink itself, and with follow of what it leads to',
    async check(endpoint) {
      await put(endpoint, 'file', 'content')
      await endpoint.symlink('link', 'file', CALL)
      await endpoint.symlink('broken', 'gone', CALL)
      const entry = await endpoint.stat('link', CALL)
      deepEqual([entry?.type, entry?.target, entry?.sizeBytes], ['symlink', 'file', 0])
      const followed = await endpoint.stat('link', { ...CALL, follow: true })
      deepEqual([followed?.type, followed?.sizeBytes], ['file', 7])
      equal(await endpoint.stat('broken', { ...CALL, follow: true }), undefined)
    },
  },
  {
    says: 'S12: leads nobody through a symlink on the way, unless asked to follow',
    async check(endpoint) {
      await endpoint.mkdir('dir', CALL)
      await put(endpoint, 'dir/file', 'x')
      await endpoint.symlink('link', 'dir', CALL)
      equal(await endpoint.stat('link/file', CALL).catch(() => undefined), undefined)
      equal((await endpoint.stat('link/file', { ...CALL, follow: true }))?.type, 'file')
    },
  },
]
