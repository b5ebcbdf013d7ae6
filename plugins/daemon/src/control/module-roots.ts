import { BlitError, toFsPath } from '@blit/core'
import { statSync } from 'node:fs'
import type { ModuleSettings } from '../config/settings.js'

/**
 * Which directories the modules are, from the start on, or from when they are first there. A place whose file system is gone
 * looks like an empty directory: nothing is read, written or deleted there (S2).
 */
export class ModuleRoots {
  private readonly known = new Map<string, string>()

  constructor(modules: Iterable<ModuleSettings>) {
    for (const module of modules) this.isStill(module)
  }

  /** False where another directory is in its place now. True where there is none, which is seen by who opens it. */
  isStill({ name, path }: ModuleSettings): boolean {
    const now = identityOf(path)
    if (now === undefined) return true
    const known = this.known.get(name) ?? now
    this.known.set(name, known)
    return known === now
  }
}

function identityOf(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(toFsPath(path), { bigint: true })
    return `${dev}:${ino}`
  } catch {
    return undefined
  }
}

export type Access = 'change' | 'read'

/** Nothing is done in a module whose own directory is not there. */
export function gone(name: string, access: Access): BlitError {
  return new BlitError(codeOf(access), `the directory of module ${name} is not there`, {
    hint: 'is its file system mounted?',
  })
}

/** Nor in what is in its place. */
export function replaced(name: string, access: Access): BlitError {
  return new BlitError(codeOf(access), `the directory of module ${name} is another one than before`, {
    hint: 'is its file system mounted? If it is meant to be so, start the daemon again',
  })
}

function codeOf(access: Access): 'E_DESTINATION' | 'E_SOURCE_UNREADABLE' {
  return access === 'change' ? 'E_DESTINATION' : 'E_SOURCE_UNREADABLE'
}
