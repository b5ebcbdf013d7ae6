import { readSettings, type SettingsRequest } from '../config/settings.js'
import { formatAddress } from '../listen/address.js'
import { createLog } from '../log/create-log.js'
import { sessionService } from '../sessions/session-service.js'
import { startDaemon } from '../start-daemon.js'
import { checkReach } from './check-reach.js'
import { writePidFile } from './pid-file.js'
import { stateDirectories } from './state-directory.js'

export interface RunRequest {
  readonly request: SettingsRequest
  /** The log is JSON lines. */
  readonly json: boolean
  readonly warn: (message: string) => void
  /** Ends the daemon. */
  readonly signal: AbortSignal
}

/** After this long the process ends, whatever still holds it; 5 seconds are promised. */
const LAST_RESORT_MS = 4500

/** Runs a daemon until the signal fires; resolves when everything has ended. */
export async function runDaemon({ json, request, signal, warn }: RunRequest): Promise<void> {
  const settings = readSettings(request)
  const warning = checkReach(settings)
  if (warning !== undefined) warn(warning)
  const log = createLog(settings.log_level, json)
  const daemon = await startDaemon({ settings, log, sessions: sessionService })
  let removePidFile = (): void => {}
  try {
    const [directory = ''] = stateDirectories()
    removePidFile = writePidFile(directory, daemon.address, [...settings.modules.keys()])
    process.stdout.write(`listening on ${formatAddress(daemon.address)}\n`)
    log.info({ address: formatAddress(daemon.address), modules: [...settings.modules.keys()] }, 'serving')
    await fired(signal)
    log.info('stopping')
    setTimeout(() => process.exit(), LAST_RESORT_MS).unref()
  } finally {
    await daemon.stop()
    removePidFile()
  }

  log.info('stopped')
}

async function fired(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
