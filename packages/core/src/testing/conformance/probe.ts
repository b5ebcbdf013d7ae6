import { deepEqual, fail } from 'node:assert/strict'

import type { Endpoint, Metadata, ScanBatch, ScanOptions } from '../../contract/endpoint.js'
import type { CallOptions } from '../../contract/call-options.js'
import { isBlitError, type BlitError } from '../../errors/blit-error.js'
import type { ErrorCode } from '../../errors/catalogue.js'
import { joinPath } from '../../paths/check-name.js'

/** A signal that never fires. */
export const CALL: CallOptions = { signal: new AbortController().signal }

/** Writes a file from text or bytes. */
export async function put(
  endpoint: Endpoint,
  path: string,
  content: Uint8Array | string,
  metadata: Metadata = {},
): Promise<void> {
  const bytes = Buffer.from(content)
  await endpoint.write(path, cut(bytes, 100_000), { ...CALL, sizeBytes: bytes.length, metadata })
}

/** The content in chunks of this size. */
export async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

/** Everything a stream gives. */
export async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

export async function textOf(endpoint: Endpoint, path: string): Promise<string> {
  return (await gather(endpoint.read(path, CALL))).toString()
}

/** All batches of a scan. */
export async function scanAll(
  endpoint: Endpoint,
  path = '',
  options: Partial<ScanOptions> = {},
): Promise<ScanBatch[]> {
  const batches: ScanBatch[] = []
  for await (const batch of endpoint.scan(path, { ...CALL, recursive: true, ...options })) batches.push(batch)
  return batches
}

/** The paths a scan lists, in its order. */
export function pathsOf(batches: readonly ScanBatch[]): string[] {
  return batches.flatMap(({ directory, entries }) => entries.map((entry) => joinPath(directory, entry.name)))
}

/** Every path there is, sorted. */
export async function allPaths(endpoint: Endpoint): Promise<string[]> {
  return pathsOf(await scanAll(endpoint)).sort()
}

/** What a promise rejects with. Fails unless that is a `BlitError`, of this code if one is given. */
export async function rejection(promise: Promise<unknown>, code?: ErrorCode): Promise<BlitError> {
  try {
    await promise
  } catch (error) {
    if (!isBlitError(error)) fail(`it rejected with ${String(error)}, which is no BlitError`)
    if (code !== undefined) deepEqual(error.code, code, error.message)
    return error
  }

  return fail(`it did not reject${code === undefined ? '' : ` with ${code}`}`)
}

/** The grain of times to be expected: what the endpoint says, but microseconds are always fine enough. */
export function sameTime(endpoint: Endpoint, actual: bigint | undefined, expected: bigint): boolean {
  if (actual === undefined) return false
  const difference = actual > expected ? actual - expected : expected - actual
  const grain = endpoint.limits.mtimeGrainNs
  return difference < (grain > 1000n ? grain : 1000n)
}
