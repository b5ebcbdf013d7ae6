import { closeSync, openSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'

export type Ffi = typeof import('ffi-rs')
export type Pointer = import('ffi-rs').JsExternal

/**
 * Loads ffi-rs. It chooses its addon by `process.report.getReport()`, which takes 4 ms on each thread and may wait
 * for a name server about open sockets; where node's own file tells the libc, that is its answer meanwhile.
 */
export function requireFfi(): Ffi {
  const require = createRequire(import.meta.url)
  const report = process.report as { getReport: () => unknown } | undefined
  const libc = process.platform === 'linux' ? libcOfNode() : undefined
  if (!report || !libc) return require('ffi-rs') as Ffi

  const { getReport } = report
  report.getReport = () => ({ header: libc === 'glibc' ? { glibcVersionRuntime: libc } : {} })
  try {
    return require('ffi-rs') as Ffi
  } finally {
    report.getReport = getReport
  }
}

/** By the name of the loader that the ELF file asks for, which is near its beginning. */
function libcOfNode(): 'glibc' | 'musl' | undefined {
  const head = Buffer.alloc(4096)
  try {
    const fd = openSync(process.execPath, 'r')
    try {
      readSync(fd, head, 0, head.length, 0)
    } finally {
      closeSync(fd)
    }
  } catch {
    return undefined
  }

  if (head.includes('/ld-musl-')) return 'musl'
  return head.includes('/ld-linux') ? 'glibc' : undefined
}
