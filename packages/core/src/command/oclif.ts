/**
 * What commands need of oclif, from one place: the build bundles oclif's core into this entry, which takes
 * half of its loading time, and two copies in one process would cost it again.
 */
export * as Args from '@oclif/core/args'
export * as Flags from '@oclif/core/flags'
export { run } from '@oclif/core/run'
export { settings } from '@oclif/core/settings'
