import { BlitError, displayPath, isBlitError, type TransferOptions } from '@blit/core'
import { openBeneath, rootErrorOf, type OpenedBeneath } from '@blit/disk/incoming'
import { pb } from '@blit/remote/protocol'
import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import type { DataListener } from '@blit/remote/data-plane'
import type { ModuleSettings } from '../config/settings.js'
import { agreedVersion, ownProtocol } from '../control/protocol-version.js'
import type { SessionEnvironment } from '../control/sessions.js'

/** What sessions of a daemon share. */
export interface SessionHost {
  readonly listener: DataListener
  readonly environment: SessionEnvironment
  /** How long a data connection may be without a byte, and a session without one while it waits for some. */
  readonly stallMs: number
}

/** Data connections go where the control plane went: what this daemon calls its port is another one behind a tunnel. */
export const SAME_PORT = 0

/** Opens a place in a module, part by part (S12). The module's own directory is never made (S2). */
export function openPlace(
  module: ModuleSettings,
  path: string,
  make: boolean,
  code: 'E_DESTINATION' | 'E_SOURCE_UNREADABLE',
): OpenedBeneath {
  if (statSync(module.path, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new BlitError(code, `the directory of module ${module.name} is not there`, {
      hint: 'is its file system mounted?',
    })
  try {
    return openBeneath(module.path, path, make)
  } catch (error) {
    if (isBlitError(error)) throw error
    const side = code === 'E_DESTINATION' ? 'destination' : 'source'
    const { cause, code: known, message } = rootErrorOf(error, `${module.name}/${path}`, side)
    throw new BlitError(known, message, { path, cause })
  }
}

/** An error as the client may know it: by the module's name, not by where that is on this machine. */
export function seenFromOutside(error: BlitError, module: ModuleSettings): BlitError {
  const { cause, code, exit, hint, path = '' } = error
  if (!path.startsWith('/')) return error
  const message = error.message.replaceAll(displayPath(module.path), module.name)
  const within = path.startsWith(`${module.path}/`) ? path.slice(module.path.length + 1) : ''
  return new BlitError(code, message, { cause, exit, hint, path: within })
}

/** What a module lets a client keep (S14). */
export function permitted(options: TransferOptions, module: ModuleSettings): TransferOptions {
  const { preserve } = options
  return {
    ...options,
    copyLinks: false,
    preserve: {
      ...preserve,
      owner: preserve.owner && module.allow_owner,
      setuid: preserve.setuid && module.allow_setuid,
      devices: preserve.devices && module.allow_devices,
      // Others, `security.capability` for one, are as good as a setuid bit.
      harmlessXattrs: !module.allow_setuid,
    },
  }
}

/** Of what a client wants to keep, what the module does not let it: a warning, if there is any. */
export function forbidden({ preserve }: TransferOptions, module: ModuleSettings): string | undefined {
  const all = [
    ['owners', preserve.owner, 'allow_owner'],
    ['setuid bits', preserve.setuid, 'allow_setuid'],
    ['devices', preserve.devices, 'allow_devices'],
  ] as const
  const lost = all.filter(([, isWanted, key]) => isWanted && !module[key])
  if (lost.length === 0) return undefined
  const [what, keys] = [0, 2].map((column) => lost.map((one) => one[column]).join(', '))
  return `module ${module.name} keeps no ${what} (${keys} in its daemon's config)`
}

/** What the daemon says of itself to this client. Throws `E_VERSION`, also for one of the first plan, which can only push. */
export function greet(protocol: pb.Protocol | undefined): pb.Protocol {
  if (agreedVersion(protocol) === 0)
    throw new BlitError('E_VERSION', 'a client of the first plan pulls with Pull', {
      hint: 'use blit 2 on the other side',
    })
  return ownProtocol('blit daemon')
}

/** Secrets of one session. */
export interface SessionKeys {
  readonly sessionId: Buffer
  readonly token: Buffer
  readonly seeds: { readonly a: bigint; readonly b: bigint }
}

/** Of seeds those that the client has chosen, if it has. */
export function newKeys(header?: pb.PullHeader | pb.PushHeader): SessionKeys {
  const seeds = randomBytes(16)
  const hasChosen = header?.hasSeedA() === true && header.hasSeedB()
  return {
    sessionId: randomBytes(16),
    token: randomBytes(32),
    seeds: hasChosen
      ? { a: BigInt(header.getSeedA()), b: BigInt(header.getSeedB()) }
      : { a: seeds.readBigUInt64LE(0), b: seeds.readBigUInt64LE(8) },
  }
}

/** Tells the client how to open data connections. */
export function negotiation(
  { seeds, sessionId, token }: SessionKeys,
  dataPort: number,
  streams: number,
): pb.DataTransferNegotiation {
  return new pb.DataTransferNegotiation()
    .setDataPort(dataPort)
    .setOneTimeToken(token)
    .setSessionId(sessionId)
    .setMaxStreams(streams)
    .setSeedA(String(seeds.a))
    .setSeedB(String(seeds.b))
}
