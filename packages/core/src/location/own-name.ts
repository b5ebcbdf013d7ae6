import type { Location } from '../contract/transport.js'
import { localName } from './local-path.js'

/**
 * The name of the thing a location is about, or undefined where it has none of its own: '/', '.', '..', a
 * bucket.
 */
export function ownName(
  location: Location,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  if (location.scheme === 'file') return localName(location.path, platform)
  const name = location.path.slice(location.path.lastIndexOf('/') + 1)
  return name === '' ? undefined : name
}

/** Whether the operand ended in a separator: for destinations, where '.' and 'x/.' are just directories. */
export function endsInSlash(location: Location): boolean {
  return location.trailingSlash && !/(?:^|[\\/])\.$/.test(location.text)
}
