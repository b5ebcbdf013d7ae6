import { BlitError } from '@blit/core'

import { HANDSHAKE_MS } from './session-route.js'

/** What the first messages of a call bring, if they come in time; else rejects with `E_UNREACHABLE`. */
export async function inTime<T>(message: Promise<T>, name: string, timeoutMs = HANDSHAKE_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new BlitError('E_UNREACHABLE', `${name} said nothing for ${timeoutMs / 1000} s`)),
      timeoutMs,
    )
  })
  try {
    return await Promise.race([message, late])
  } finally {
    clearTimeout(timer)
  }
}
