import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads'

import { darwinNative } from './darwin.js'
import { fallbackNative } from './fallback.js'
import { linuxNative } from './linux.js'
import type { Native } from './native.js'

export type {
  DarwinNative,
  LinuxNative,
  Native,
  NativePath,
  PortableNative,
  SystemError,
  XattrName,
} from './native.js'

/** Tells workers, which inherit it, that this very module has loaded on the main thread. */
const LOADED = `blit.native ${import.meta.url}`

let loaded: { native: Native | undefined } | undefined

/**
 * The binding, loaded at the first call on each thread; undefined where the platform or ffi-rs does not work, or
 * the environment has BLIT_NO_NATIVE.
 *
 * Call it on the main thread before starting a worker that calls it: a worker started earlier gets undefined. (Node
 * crashes at the end of a worker that was the first to load ffi-rs, and workers must find its tables filled.)
 */
export function loadNative(): Native | undefined {
  if (process.env['BLIT_NO_NATIVE']) return undefined
  loaded ??= { native: load() }
  return loaded.native
}

function load(): Native | undefined {
  if (!isMainThread && getEnvironmentData(LOADED) !== true) return undefined
  try {
    const native = openNative()
    if (isMainThread) setEnvironmentData(LOADED, true)
    return native
  } catch {
    // no prebuilt addon, a sandbox that forbids it, a libc without a function: `fs` does everything then
    return undefined
  }
}

function openNative(): Native | undefined {
  switch (`${process.platform}-${process.arch}`) {
    case 'linux-arm64':
    case 'linux-x64': {
      return linuxNative()
    }

    case 'darwin-arm64':
    case 'darwin-x64': {
      return darwinNative()
    }

    default: {
      return fallbackNative()
    }
  }
}
