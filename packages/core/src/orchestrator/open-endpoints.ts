import type { Endpoint } from '../contract/endpoint.js'
import type { Location, OpenOptions } from '../contract/transport.js'
import type { Transports } from './orchestrator-deps.js'

/** The endpoints of one transfer: one for each place, however often it is asked for. */
export class OpenEndpoints {
  private readonly opened = new Map<string, Promise<Endpoint>>()

  constructor(
    private readonly registry: Transports,
    private readonly options: OpenOptions,
  ) {}

  /** The endpoint whose root is the location. Rejects when it cannot be reached. */
  open(location: Location): Promise<Endpoint> {
    const { scheme, host = '', port = '', path } = location
    const key = JSON.stringify([scheme, host, port, path])
    const known = this.opened.get(key)
    if (known !== undefined) return known
    const opening = this.openNew(location)
    this.opened.set(key, opening)
    return opening
  }

  /** Closes them all. What cannot be closed has nothing more to say about the transfer. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.opened.values()].map(async (opening) => (await opening).close()))
  }

  private async openNew(location: Location): Promise<Endpoint> {
    const transport = await this.registry.transport(location.scheme)
    return transport.open(location, this.options)
  }
}
