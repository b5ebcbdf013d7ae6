import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Whether a test may run blit as a user without privileges: by being one, or by root becoming another. That one has to get at the
 * checkout, which is not so below a private home.
 */
export const canBeOther = process.getuid !== undefined && (process.getuid() !== 0 || isOpenToAll())

function isOpenToAll(): boolean {
  let place = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    if ((statSync(place).mode & 0o001) === 0) return false
    if (place === dirname(place)) return true
    place = dirname(place)
  }
}
