import { LOCAL_TOKEN_BYTES } from '@blit/remote'
import { randomBytes } from 'node:crypto'
import { readSettings, type SettingsRequest } from '../config/settings.js'
import { formatAddress } from '../listen/address.js'
import { createLog } from '../log/create-log.js'
import { sessionService } from '../sessions/session-service.js'
import { startDaemon } from '../start-daemon.js'
import { checkReach } from './check-reach.js'
import { announce } from './announce.js'

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
  const token = randomBytes(LOCAL_TOKEN_BYTES)
  const daemon = await startDaemon({ settings, log, sessions: sessionService, token })
  let takeBack = (): void => {}
  try {
    takeBack = announce(daemon.address, { modules: [...settings.modules.keys()], token }, log)
    process.stdout.write(`listening on ${formatAddress(daemon.address)}\n`)
    log.info({ address: formatAddress(daemon.address), modules: [...settings.modules.keys()] }, 'serving')
    await fired(signal)
    log.info('stopping')
    setTimeout(() => process.exit(), LAST_RESORT_MS).unref()
  } finally {
    await daemon.stop()
    takeBack()
  }

  log.info('stopped')
}

async function fired(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
