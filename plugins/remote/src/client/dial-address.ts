import { lookup } from 'node:dns/promises'
import { connect, isIP, type LookupFunction } from 'node:net'
import { BlitError, type HostAndPort, type OpenOptions } from '@blit/core'
import { DEFAULT_PORT } from '../protocol/limits.js'
import { daemonName } from './daemon-name.js'
import { isLoopback } from './is-loopback.js'
import { unreachable } from './unreachable.js'
import { untilAborted } from './until-aborted.js'

/** Where a daemon is: both planes are dialled at this very address. */
export interface DaemonAddress {
  /** What the user called it, with the port. */
  readonly name: string
  /** Numeric; IPv6 without brackets. */
  readonly address: string
  readonly port: number
}

/**
 * The address of a host. A name is looked up once, so that what was judged is what is dialled; of several addresses the
 * first that answers counts. Rejects with `E_UNREACHABLE`, and beyond loopback with `E_UNAUTHORISED` unless `insecure` (S17).
 * `signal` bounds it in time.
 */
export async function dialAddress(host: HostAndPort, options: OpenOptions): Promise<DaemonAddress> {
  const { signal } = options
  const name = daemonName(host)
  const port = host.port ?? DEFAULT_PORT
  const addresses = await untilAborted(addressesOf(host.host, name), signal)
  if (!addresses.every((address) => isLoopback(address))) guardClear(name, options)
  const [only] = addresses
  if (only !== undefined && addresses.length === 1) return { name, address: only, port }
  return { name, address: await untilAborted(firstToAnswer(addresses, { name, port }, signal), signal), port }
}

async function addressesOf(host: string, name: string): Promise<string[]> {
  if (isIP(host) !== 0) return [host]
  try {
    const found = await lookup(host, { all: true })
    return [...new Set(found.map(({ address }) => address))]
  } catch (error) {
    throw unreachable(name, error)
  }
}

/** Nothing is encrypted yet: who wants that beyond this machine has to say so, on both sides. */
function guardClear(name: string, { insecure, warn }: OpenOptions): void {
  if (!insecure) {
    throw new BlitError('E_UNAUTHORISED', `${name} is another machine: everything would travel in clear`, {
      hint: 'in a network that nobody else can reach, pass --insecure here and to its daemon',
    })
  }

  warn?.(
    `--insecure: files, names and commands travel in clear between here and ${name}, and anybody on the way can read and change them`,
  )
}

async function firstToAnswer(
  addresses: readonly string[],
  { name, port }: { readonly name: string; readonly port: number },
  signal: AbortSignal,
): Promise<string> {
  const known: LookupFunction = (_, __, answer) =>
    answer(
      null,
      addresses.map((address) => ({ address, family: isIP(address) })),
    )
  return new Promise((resolve, reject) => {
    const socket = connect({ host: name, port, autoSelectFamily: true, lookup: known })
    const stop = (): void => void socket.destroy()
    signal.addEventListener('abort', stop, { once: true })
    socket.once('close', () => signal.removeEventListener('abort', stop))
    socket.once('error', (error) => reject(unreachable(name, error)))
    socket.once('connect', () => {
      const { remoteAddress } = socket
      socket.destroy()
      if (remoteAddress === undefined) reject(unreachable(name, new Error('it hung up')))
      else resolve(remoteAddress)
    })
  })
}
