export { startDaemon, type Daemon, type DaemonOptions } from './start-daemon.js'
export { readSettings, type ModuleSettings, type Settings, type SettingsRequest } from './config/settings.js'
export type { DaemonConfig, ModuleConfig } from './config/config-keys.js'
export { createLog, type Log } from './log/create-log.js'
export type { Direction, Metrics } from './metrics/metrics.js'
export type {
  DataConnection,
  SessionContext,
  SessionEnvironment,
  SessionFactory,
  SessionService,
} from './control/sessions.js'
