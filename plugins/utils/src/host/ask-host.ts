import { BlitError, displayPath, parseHost, type ModuleInfo, type PingAnswer } from '@blit/core'
import type { Reach } from '../place/open-place.js'

/** Asks the daemon of a HOST operand whether it is there. Rejects with `E_UNREACHABLE` when it is not. */
export async function pingHost(operand: string, reach: Reach): Promise<PingAnswer> {
  const { registry, ...options } = reach
  const host = parseHost(operand)
  const transport = await registry.transport('blit')
  if (transport.ping === undefined) throw cannot('ping', operand)
  return transport.ping(host, options)
}

/** The modules that the daemon of a HOST operand offers, by name. */
export async function modulesOf(operand: string, reach: Reach): Promise<readonly ModuleInfo[]> {
  const { registry, ...options } = reach
  const host = parseHost(operand)
  const transport = await registry.transport('blit')
  if (transport.modules === undefined) throw cannot('modules', operand)
  return transport.modules(host, options)
}

function cannot(command: string, operand: string): BlitError {
  return new BlitError('E_USAGE', `no ${command} of '${displayPath(operand)}'`, {
    path: operand,
    hint: 'the plugin for blit:// does not offer it',
  })
}
