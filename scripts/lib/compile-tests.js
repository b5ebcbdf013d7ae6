// Mocha loads this first, so that tests can be TypeScript. Only the main thread needs it: as a flag of node it would
// also slow down every worker that a test starts.
import { register } from 'tsx/esm/api'

register()
