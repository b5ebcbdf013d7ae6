import { BlitError } from '@blit/core'

/** What is waited for, if it comes in time; else tells so, and rejects with `E_UNREACHABLE`. `name`: who is to say it. */
export async function inTime<T>(
  message: Promise<T>,
  name: string,
  timeoutMs: number,
  onLate = (): void => {},
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      onLate()
      reject(new BlitError('E_UNREACHABLE', `${name} said nothing for ${timeoutMs / 1000} s`))
    }, timeoutMs)
  })
  try {
    return await Promise.race([message, late])
  } finally {
    clearTimeout(timer)
  }
}
