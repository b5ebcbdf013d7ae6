import type { Caller } from '../access/local-access.js'
import { DiskEndpoint } from '@blit/disk'
import { BlitError, displayPath, type Endpoint } from '@blit/core'
import type { ModuleSettings, Settings } from '../config/settings.js'
import type { Log } from '../log/create-log.js'
import type { Metrics } from '../metrics/metrics.js'
import { gone, ModuleRoots, replaced, type Access } from './module-roots.js'

/** Modules open at a time, in all calls together: each holds descriptors. */
const MAX_OPEN = 256

/** What the calls of a daemon share. */
export interface ServingOptions {
  readonly settings: Settings
  readonly log: Log
  readonly metrics: Metrics
  /** Fires with a `BlitError` when the daemon stops. */
  readonly stopping: AbortSignal
  /** Rejects with `E_UNAUTHORISED` who may not call (S17). */
  readonly authorise: (caller: Caller) => Promise<void>
  /** The port this daemon listens on. */
  readonly dataPort: () => number
}

/** A module, opened for one call. */
export interface OpenModule {
  readonly settings: ModuleSettings
  /** Its root is the module's. */
  readonly endpoint: Endpoint
}

/** The modules of a daemon, and who gets at them (S19). Every call goes through here. */
export class Serving {
  private readonly roots: ModuleRoots
  private open = 0

  constructor(readonly options: ServingOptions) {
    this.roots = new ModuleRoots(options.settings.modules.values())
  }

  /**
   * A module by name. Throws `E_NO_MODULE`; for a change of a read-only one `E_READ_ONLY`; and `E_DESTINATION` or
   * `E_SOURCE_UNREADABLE` where another directory is in its place now.
   */
  module(name: string, access: Access): ModuleSettings {
    const found = this.options.settings.modules.get(name)
    if (found === undefined)
      throw new BlitError('E_NO_MODULE', `there is no module '${displayPath(name.slice(0, 64))}'`)
    if (access === 'change' && found.read_only)
      throw new BlitError('E_READ_ONLY', `module ${name} is read-only`, {
        hint: 'choose a module that may be changed',
      })
    if (!this.roots.isStill(found)) throw replaced(name, access)
    return found
  }

  /**
   * Does something in a module. Nothing is done where its directory is gone: what is there instead may be the
   * empty place on which it was mounted (S2).
   */
  async within<T>(
    name: string,
    access: Access,
    signal: AbortSignal,
    work: (opened: OpenModule) => Promise<T>,
  ): Promise<T> {
    const opened = await this.openModule(name, access, signal)
    try {
      return await work(opened)
    } finally {
      await opened.close()
    }
  }

  /** The same for a caller that closes it. */
  async openModule(
    name: string,
    access: Access,
    signal: AbortSignal,
  ): Promise<OpenModule & { readonly close: () => Promise<void> }> {
    const settings = this.module(name, access)
    if (this.open >= MAX_OPEN)
      throw new BlitError('E_UNREACHABLE', 'the daemon is busy', { hint: 'try again later' })
    this.open++
    const endpoint = new DiskEndpoint({ root: settings.path, label: name })
    const close = async (): Promise<void> => {
      this.open--
      await endpoint.close()
    }

    try {
      const root = await endpoint.stat('', { signal, follow: true })
      if (root?.type !== 'directory') throw gone(name, access)
      return { settings, endpoint, close }
    } catch (error) {
      await close()
      throw error
    }
  }
}
