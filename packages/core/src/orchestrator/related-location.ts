import type { Location } from '../contract/transport.js'
import { splitLocalPath } from '../location/local-path.js'
import { ownName } from '../location/own-name.js'
import { joinPath } from '../paths/check-name.js'
import { directoryOf } from '../paths/split-path.js'

/** A place and the name by which its directory knows it. */
export interface NamedLocation {
  readonly directory: Location
  readonly name: string
}

/** The directory a location is in, and its name there; undefined where it has no name of its own. */
export function inDirectory(location: Location, platform: NodeJS.Platform): NamedLocation | undefined {
  const name = ownName(location, platform)
  if (name === undefined) return undefined
  const { path } = location
  if (location.scheme !== 'file')
    return { name, directory: { ...location, path: directoryOf(path), trailingSlash: true } }
  const before = splitLocalPath(path.slice(0, path.length - name.length), platform).path
  return { name, directory: { ...location, path: before === '' ? '.' : before, trailingSlash: true } }
}

/** The location of `name` in the directory at a location; '' is the directory itself. */
export function childLocation(location: Location, name: string, platform: NodeJS.Platform): Location {
  if (name === '') return location
  const isWindows = location.scheme === 'file' && platform === 'win32'
  const glue = (text: string): string => {
    if (text.endsWith('/') || (isWindows && /[\\:]$/.test(text))) return text + name
    return `${text}${isWindows ? '\\' : '/'}${name}`
  }
  const path = location.scheme === 'file' ? glue(location.path) : joinPath(location.path, name)
  return { ...location, path, trailingSlash: false, text: glue(location.text) }
}
