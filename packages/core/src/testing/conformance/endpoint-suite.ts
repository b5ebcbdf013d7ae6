import type { Endpoint } from '../../contract/endpoint.js'
import { globalRunner, type SuiteRunner } from '../suite-runner.js'
import { CHANGE_RULES } from './change-rules.js'
import { FEATURE_RULES } from './feature-rules.js'
import { LIFE_RULES } from './life-rules.js'
import { READ_RULES } from './read-rules.js'
import type { EndpointRule } from './rule.js'
import { SCAN_RULES } from './scan-rules.js'
import { STAT_RULES } from './stat-rules.js'
import { WRITE_RULES } from './write-rules.js'

/** An endpoint that a rule is checked on, and how to get rid of its place. */
export interface EndpointUnderTest {
  readonly endpoint: Endpoint
  dispose(): Promise<void>
}

/** Makes an endpoint at a place of its own: an empty directory, or one that does not exist and neither does its parent. */
export type MakeEndpoint = (options: { readonly rootExists: boolean }) => Promise<EndpointUnderTest>

const GROUPS: Readonly<Record<string, readonly EndpointRule[]>> = {
  stat: STAT_RULES,
  scan: SCAN_RULES,
  read: READ_RULES,
  write: WRITE_RULES,
  'mkdir, symlink and remove': CHANGE_RULES,
  features: FEATURE_RULES,
  'paths, signals and life': LIFE_RULES,
}

/**
 * The rules of {@link Endpoint} as tests: every endpoint must pass them. Without a runner, the `describe` and `it` of
 * the test runner's globals are used.
 */
export function describeEndpointConformance(
  name: string,
  makeEndpoint: MakeEndpoint,
  runner: SuiteRunner = globalRunner(),
): void {
  runner.describe(`${name} as an endpoint`, () => {
    for (const [group, rules] of Object.entries(GROUPS)) {
      runner.describe(group, () => {
        for (const rule of rules) runner.it(rule.says, () => checkRule(rule, makeEndpoint))
      })
    }
  })
}

async function checkRule(rule: EndpointRule, makeEndpoint: MakeEndpoint): Promise<void> {
  const made = await makeEndpoint({ rootExists: rule.missingRoot !== true })
  try {
    await rule.check(made.endpoint)
  } finally {
    await made.endpoint.close()
    await made.dispose()
  }
}
