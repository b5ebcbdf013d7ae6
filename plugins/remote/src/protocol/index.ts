/** The control plane: messages, service, and what they mean in terms of the core. */
export * from './messages.js'
export * from './stubs.js'
export * from './limits.js'
export * from './error-status.js'
export * from './protocol-error.js'
export * from './times.js'
export * from './entries.js'
