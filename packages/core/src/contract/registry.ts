import { BlitError } from '../errors/blit-error.js'
import { displayPath } from '../paths/display.js'
import { readOffer, type OfferProblem, type TransportOffer } from './offer.js'
import type { Route } from './route.js'
import { CONTRACT_VERSION, type Transport, type TransportDescriptor } from './transport.js'

/** Packages whose name is not `@blit/SCHEME`. */
const PLUGIN_OF_SCHEME: Readonly<Record<string, string>> = { blit: '@blit/remote', file: '@blit/local' }

interface Candidate {
  readonly offer: TransportOffer
  readonly descriptor: TransportDescriptor
}

/**
 * The transports of all plugins. Made from what plugins handed over, good or bad: what is wrong with one is
 * said only when one of its schemes is asked for, so that a broken plugin never stops the others.
 *
 * Which one serves a scheme that several claim does not depend on the order they came in: one built for this
 * contract before one that is not; one the user installed before a bundled one; then the first by package
 * name, code unit by code unit.
 */
export class TransportRegistry {
  /** What was handed over and is no transport, for a warning. */
  readonly problems: readonly BlitError[]
  private readonly candidates: readonly Candidate[]
  private readonly offerProblems: readonly OfferProblem[]
  private readonly loaded = new Map<TransportDescriptor, Promise<Transport>>()

  constructor(offers: Iterable<TransportOffer>) {
    const candidates: Candidate[] = []
    const problems: OfferProblem[] = []
    for (const offer of offers) {
      const { descriptors, problem } = readOffer(offer)
      if (problem !== undefined) problems.push(problem)
      for (const descriptor of descriptors) candidates.push({ offer, descriptor })
    }

    this.candidates = candidates.sort(inOrder)
    this.offerProblems = problems.sort((a, b) => (a.plugin < b.plugin ? -1 : a.plugin > b.plugin ? 1 : 0))
    this.problems = this.offerProblems.map(({ error }) => error)
  }

  /** Schemes that can be used, sorted. */
  get schemes(): readonly string[] {
    const usable = this.candidates.filter(isCompatible)
    return [...new Set(usable.flatMap(({ descriptor }) => descriptor.schemes))].sort()
  }

  /**
   * The descriptor that serves a scheme. Rejects with `E_NO_PLUGIN` when none claims it, with
   * `E_PLUGIN_VERSION` when all that do were built for another contract.
   */
  descriptorFor(scheme: string): TransportDescriptor {
    const candidate = this.candidates.find(({ descriptor }) => descriptor.schemes.includes(scheme))
    if (candidate === undefined) throw this.unknown(scheme)
    if (!isCompatible(candidate)) throw incompatible(candidate.descriptor, scheme)
    return candidate.descriptor
  }

  /**
   * The descriptor with a fast path between two schemes, if there is one. A route knows the endpoints of its own
   * plugin: where that plugin claims one of the schemes and another serves it, its route does not count.
   */
  routeDescriptor(from: string, to: string): TransportDescriptor | undefined {
    const serving = [this.descriptorFor(from), this.descriptorFor(to)]
    const offering = this.candidates.find(
      ({ descriptor }) =>
        descriptor.apiVersion === CONTRACT_VERSION &&
        descriptor.routes.some((route) => route.from === from && route.to === to) &&
        [from, to].every((scheme, i) => !descriptor.schemes.includes(scheme) || serving[i] === descriptor),
    )
    return offering?.descriptor
  }

  /** The transport of a scheme; its plugin is loaded once. Rejects like `descriptorFor`, or with `E_NO_PLUGIN` when it does not load. */
  async transport(scheme: string): Promise<Transport> {
    return this.load(this.descriptorFor(scheme))
  }

  /** The fast path between two schemes, if a plugin brings one. */
  async route(from: string, to: string): Promise<Route | undefined> {
    const descriptor = this.routeDescriptor(from, to)
    if (descriptor === undefined) return undefined
    const transport = await this.load(descriptor)
    return transport.route?.(from, to)
  }

  private load(descriptor: TransportDescriptor): Promise<Transport> {
    const known = this.loaded.get(descriptor)
    if (known !== undefined) return known
    const loading = loadTransport(descriptor)
    this.loaded.set(descriptor, loading)
    return loading
  }

  private unknown(scheme: string): BlitError {
    const shown = displayPath(scheme)
    const [broken] = this.offerProblems
    const also = broken === undefined ? '' : ` (${broken.error.message})`
    const plugin = Object.hasOwn(PLUGIN_OF_SCHEME, scheme) ? PLUGIN_OF_SCHEME[scheme] : `@blit/${shown}`
    return new BlitError('E_NO_PLUGIN', `no plugin for ${shown}://${also}`, {
      hint: `try \`blit plugins install ${plugin}\`; a local path with '://' in it is written ./${shown}://...`,
    })
  }
}

function isCompatible({ descriptor }: Candidate): boolean {
  return descriptor.apiVersion === CONTRACT_VERSION
}

function inOrder(a: Candidate, b: Candidate): number {
  const byRank = rank(a) - rank(b)
  if (byRank !== 0) return byRank
  return a.descriptor.plugin < b.descriptor.plugin ? -1 : a.descriptor.plugin > b.descriptor.plugin ? 1 : 0
}

function rank(candidate: Candidate): number {
  return (isCompatible(candidate) ? 0 : 2) + (candidate.offer.bundled ? 1 : 0)
}

function incompatible({ plugin, apiVersion }: TransportDescriptor, scheme: string): BlitError {
  const name = displayPath(plugin)
  const older = apiVersion < CONTRACT_VERSION
  return new BlitError(
    'E_PLUGIN_VERSION',
    `the plugin ${name} for ${displayPath(scheme)}:// speaks version ${apiVersion} of blit's contract, this blit version ${CONTRACT_VERSION}`,
    {
      hint: older
        ? `upgrade the plugin: blit plugins install ${name}@latest`
        : `upgrade blit, or install an older version of ${name}: blit plugins install ${name}@VERSION`,
    },
  )
}

async function loadTransport(descriptor: TransportDescriptor): Promise<Transport> {
  const name = displayPath(descriptor.plugin)
  let transport: unknown
  try {
    transport = await descriptor.load()
  } catch (error) {
    throw doesNotLoad(name, error instanceof Error ? displayPath(error.message) : 'it says not why', error)
  }

  if (isTransport(transport)) return transport
  throw doesNotLoad(name, 'what it loads is no transport')
}

function isTransport(value: unknown): value is Transport {
  return typeof value === 'object' && value !== null && 'open' in value && typeof value.open === 'function'
}

function doesNotLoad(plugin: string, why: string, cause?: unknown): BlitError {
  return new BlitError('E_NO_PLUGIN', `the plugin ${plugin} does not load: ${why}`, {
    hint: `install it again: blit plugins install ${plugin}`,
    cause,
  })
}
