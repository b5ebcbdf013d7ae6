import { displayPath, toBytes } from '@blit/core'
import { protocolError } from './protocol-error.js'
import { pb } from './stubs.js'
import { checkWirePath } from './wire-path.js'

const MAX_MODULE_NAME = 255

/** Something beneath a module of a daemon. */
export interface ModulePath {
  readonly module: string
  /** A byte string; '' is the module's root. */
  readonly path: string
}

export function encodePlace({ module, path }: ModulePath): pb.Place {
  return new pb.Place().setModule(module).setPath(toBytes(path))
}

/** Throws `E_PROTOCOL` for no place, and for a path by the rules of {@link checkWirePath}. */
export function decodePlace(place: pb.Place | undefined): ModulePath {
  if (place === undefined) throw protocolError('no place')
  const module = place.getModule()
  if (module.length > MAX_MODULE_NAME)
    throw protocolError(`a module '${displayPath(module.slice(0, 20))}...'`)
  return { module, path: checkWirePath(place.getPath_asU8()) }
}
