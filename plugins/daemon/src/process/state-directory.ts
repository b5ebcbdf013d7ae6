import { existsSync } from 'node:fs'
import { localDirectories } from '@blit/remote'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where daemons of this user may have written that they run, the preferred place first: the runtime directory, which
 * is gone after a reboot, else the state directory (XDG Base Directory Specification).
 */
export function stateDirectories(env: NodeJS.ProcessEnv = process.env): string[] {
  const runtime = env['XDG_RUNTIME_DIR']
  const state = env['XDG_STATE_HOME']
  const home = env['HOME'] ?? homedir()
  const isUsable = runtime !== undefined && runtime.startsWith('/') && existsSync(runtime)
  return [
    ...(isUsable ? [join(runtime, 'blit')] : []),
    join(state?.startsWith('/') ? state : join(home, '.local/state'), 'blit'),
  ]
}

/**
 * Where to look for daemons: with a port, also where those of this user have written so whatever their environment was. Without
 * one, only those of this environment are meant: whoever has set up one of their own does not want others to stop.
 */
export function searchedDirectories(port: number | undefined): string[] {
  return [...new Set([...stateDirectories(), ...(port === undefined ? [] : localDirectories())])]
}
