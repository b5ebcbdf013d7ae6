import type { Endpoint } from '../contract/endpoint.js'
import type { HeadStart, Route } from '../contract/route.js'
import type { Transports } from './orchestrator-deps.js'
import type { Operands, PlanContext, PlannedSession } from './plan-sessions.js'

/**
 * A route that reads the one source of a transfer already while the destination is reached and asked: both take their time, and
 * for a directory nothing that is found there changes what is read.
 */
export class Anticipation {
  private constructor(
    private readonly route: Route | undefined,
    private readonly source: Endpoint | undefined,
    private readonly start: HeadStart | undefined,
  ) {}

  static async begin(
    registry: Transports,
    { endpoints, request }: PlanContext,
    { destination, sources }: Operands,
  ): Promise<Anticipation> {
    const [only] = sources
    if (only?.entry?.type !== 'directory' || sources.length > 1)
      return new Anticipation(undefined, undefined, undefined)
    const route = await registry.route(only.location.scheme, destination.scheme)
    const source = await endpoints.open(only.location)
    const { operation, options } = request
    return new Anticipation(route, source, route?.anticipate?.({ operation, options, source }))
  }

  /** For a session that turned out as it was expected. */
  for(route: Route, { hiddenPaths, jobs, source }: PlannedSession): HeadStart | undefined {
    const isAll = jobs.length === 1 && jobs[0]?.kind === 'tree' && (hiddenPaths?.size ?? 0) === 0
    return isAll && route === this.route && source === this.source ? this.start : undefined
  }

  async close(): Promise<void> {
    await this.start?.close()
  }
}
