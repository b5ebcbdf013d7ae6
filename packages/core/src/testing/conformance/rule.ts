import type { Endpoint } from '../../contract/endpoint.js'

/** One rule of the contract as a test. */
export interface EndpointRule {
  /** A sentence about the endpoint. */
  readonly says: string
  /** Of an endpoint whose root is empty, or with `missingRoot` does not exist. */
  readonly check: (endpoint: Endpoint) => Promise<void>
  readonly missingRoot?: boolean
}
