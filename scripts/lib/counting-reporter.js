import { writeFileSync } from 'node:fs'
import process from 'node:process'
import Mocha from 'mocha'

/** How long the process may need to end by itself after the last test. */
const GRACE_MS = 15_000

/** Mocha's `spec`, which also leaves the counts in a file, and does not let a forgotten handle keep the run alive. */
export default class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    const { countsFile } = options.reporterOptions
    const { stats } = this
    const save = (extra = 0) => {
      const counts = { passed: stats.passes, failed: stats.failures + extra, skipped: stats.pending }
      writeFileSync(countsFile, JSON.stringify(counts))
    }

    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      save()
      setTimeout(() => {
        console.error(
          'The tests are over, but something keeps their process alive:',
          process.getActiveResourcesInfo(),
        )
        save(1)
        process.exit(1)
      }, GRACE_MS).unref()
    })
  }
}
