import { joinPath, ownName, type Endpoint, type Entry, type Failure } from '@blit/core'
import { openPlace, type Reach } from '../place/open-place.js'
import { operandError } from '../place/operand-error.js'
import { compileTests, type FindJudge, type FindTests } from './find-tests.js'

export interface FindRequest {
  /** Operand as a byte string. */
  readonly target: string
  readonly tests: FindTests
  /** Levels below the target to look at, 1 or more. */
  readonly depth: number
}

/** Something found. The path is relative to the target; of a single file it is its name. */
export interface Found {
  readonly path: string
  readonly entry: Entry
}

/** A part of what was found, or a directory that could not be read. */
export interface FoundPart {
  readonly found: readonly Found[]
  readonly failure?: Failure
}

/**
 * What is below a target and passes all tests, in the order of a scan; with `empty`, a directory comes when the scan
 * has looked into it. Of a target that is no directory, itself. Holds no more than a batch.
 */
export async function* findEntries(request: FindRequest, reach: Reach): AsyncGenerator<FoundPart> {
  const { target, tests } = request
  const judge = compileTests(tests)
  const { endpoint, entry, location } = await openPlace(target, 'source', reach)
  try {
    if (entry.type === 'directory') yield* findBelow(endpoint, judge, request, reach.signal)
    else {
      const path = ownName(location) ?? target
      if (judge(path, entry)) yield { found: [{ path, entry }] }
    }
  } catch (error) {
    throw operandError(error, target, 'source')
  } finally {
    await endpoint.close()
  }
}

async function* findBelow(
  endpoint: Endpoint,
  judge: FindJudge,
  { depth, tests }: FindRequest,
  signal: AbortSignal,
): AsyncGenerator<FoundPart> {
  // Whether a directory is empty only a look into it can tell.
  const enterUpTo = tests.empty ? depth : depth - 1
  const enter = (path: string): boolean => depthOf(path) <= enterUpTo
  const unsure = new Map<string, Entry>()
  for await (const { complete, directory, entries, failure } of endpoint.scan('', {
    recursive: depth > 1 || tests.empty,
    enter,
    signal,
  })) {
    const found: Found[] = []
    const self = unsure.get(directory)
    unsure.delete(directory)
    if (self !== undefined && complete && entries.length === 0 && failure === undefined)
      found.push({ path: directory, entry: self })
    for (const entry of entries) {
      const path = joinPath(directory, entry.name)
      if (depthOf(path) > depth || !judge(path, entry)) continue
      if (tests.empty && entry.type === 'directory') unsure.set(path, entry)
      else found.push({ path, entry })
    }

    yield { found, ...(failure !== undefined && { failure }) }
  }
}

/** Levels below the root: 1 for what is in it. */
function depthOf(path: string): number {
  let depth = 1
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) depth++
  return depth
}
