/** The part of mocha's, or vitest's, or node:test's interface that a suite needs. */
export interface SuiteRunner {
  describe(name: string, body: () => void): void
  it(name: string, body: () => Promise<void>): void
}

/** The `describe` and `it` that the test runner put among the globals. */
export function globalRunner(): SuiteRunner {
  const { describe, it } = globalThis as unknown as Partial<SuiteRunner>
  if (describe === undefined || it === undefined) {
    throw new TypeError('no describe and it among the globals: hand over a runner')
  }

  return { describe: (name, body) => describe(name, body), it: (name, body) => it(name, body) }
}
