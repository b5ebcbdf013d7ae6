import {
  BlitError,
  displayPath,
  EXIT,
  isBlitError,
  joinPath,
  parseOperand,
  type Endpoint,
  type Entry,
  type Failure,
  type OpenOptions,
  type ScanBatch,
  type TransportRegistry,
} from '@blit/core'

/** Entries of one directory, with the paths they are shown under, or what could not be read. */
export interface ListingPart {
  readonly entries: ReadonlyArray<{ readonly path: string; readonly entry: Entry }>
  readonly failure?: Failure
}

export interface ListingRequest extends OpenOptions {
  /** Operand as a byte string. */
  readonly target: string
  readonly recursive: boolean
  readonly registry: TransportRegistry
}

/**
 * What is at a place: a directory's entries, or the one thing that is there. A symlink is followed where it is the
 * target itself. Rejects with `E_SOURCE_MISSING` when there is nothing, with `E_SOURCE_UNREADABLE` when the target itself
 * cannot be read.
 */
export async function* listing(request: ListingRequest): AsyncGenerator<ListingPart> {
  const { registry, target, recursive, ...options } = request
  const { signal } = options
  const location = parseOperand(target)
  const transport = await registry.transport(location.scheme)
  const endpoint = await transport.open(location, options)
  try {
    const entry = await endpoint.stat('', { signal, follow: true })
    if (entry === undefined)
      throw new BlitError('E_SOURCE_MISSING', `there is no '${displayPath(target)}'`, { path: target })
    if (entry.type === 'directory') yield* directory(endpoint, recursive, signal)
    else yield { entries: [{ path: await ownNameOf(endpoint, entry, location.path, signal), entry }] }
  } catch (error) {
    if (!isBlitError(error) || error.exit !== EXIT.partial) throw error
    const { hint, message } = error
    throw new BlitError('E_SOURCE_UNREADABLE', message, { path: target, cause: error, ...(hint && { hint }) })
  } finally {
    await endpoint.close()
  }
}

async function* directory(
  endpoint: Endpoint,
  recursive: boolean,
  signal: AbortSignal,
): AsyncGenerator<ListingPart> {
  for await (const batch of endpoint.scan('', { recursive, signal })) yield partOf(batch)
}

function partOf({ directory, entries, failure }: ScanBatch): ListingPart {
  return {
    entries: entries.map((entry) => ({ path: joinPath(directory, entry.name), entry })),
    ...(failure !== undefined && { failure }),
  }
}

// The root of an endpoint has no name; what the user wrote ends in it.
async function ownNameOf(
  endpoint: Endpoint,
  entry: Entry,
  path: string,
  signal: AbortSignal,
): Promise<string> {
  const self = await endpoint.stat('', { signal })
  return self?.name || entry.name || (path.split('/').findLast((part) => part !== '') ?? path)
}
