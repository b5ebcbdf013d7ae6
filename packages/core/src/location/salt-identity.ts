import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import type { Identity } from '../contract/endpoint.js'
import { toBytes } from '../paths/byte-string.js'

/**
 * An identity of which every name is HMAC-SHA256(`salt`, this machine + NUL + name), as hex: two that were salted alike, on
 * whatever machines, can be compared, and tell nothing else. One that is salted already stays as it is.
 */
export function saltIdentity(identity: Identity, salt: Uint8Array): Identity {
  return identity.salted === true ? identity : salted(identity, salt, thisMachine())
}

function salted({ self, ancestors, mounted }: Identity, salt: Uint8Array, machine: string): Identity {
  const hide = (name: string): string =>
    createHmac('sha256', salt)
      .update(toBytes(`${machine}\0${name}`))
      .digest('hex')
  return {
    self: self.map((name) => hide(name)),
    ancestors: ancestors.map((name) => hide(name)),
    ...(mounted !== undefined && { mounted: mounted.map((part) => salted(part, salt, machine)) }),
    salted: true,
  }
}

/** Devices and inodes have their meaning within one running kernel, which is told by its boot id (random(4)). */
function thisMachine(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    // Elsewhere no such thing: machines of one name count as one, which refuses too much rather than too little.
    return hostname()
  }
}
