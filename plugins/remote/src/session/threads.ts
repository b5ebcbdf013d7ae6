// What starts threads and nothing more: it loads in no time, and is one module however many bundles use it.
export { SessionThread } from './session-thread.js'
export { keepThreads } from './thread-pool.js'
export { SourceListing, type Listed, type ListedBatch, type Scanned } from './source-listing.js'
