import { execFileSync, spawnSync, type ExecFileSyncOptionsWithStringEncoding } from 'node:child_process'

/** One of two hosts: a network namespace, with one end of a cable. */
export interface Host {
  readonly ipv4: string
  readonly ipv6: string
  /** What a command is started by, to run on this host. */
  readonly prefix: readonly string[]
  /** Runs a command on this host to its end; gives its stdout. */
  run(program: string, ...args: readonly string[]): string
  /** Unplugs the cable at this end, or plugs it in again. */
  setLink(state: 'down' | 'up'): void
}

/** Two hosts that are joined by a cable, and by nothing else. */
export interface TwoHosts {
  readonly server: Host
  readonly client: Host
  /** Gives it up; safe at any time. */
  remove(): void
}

const QUIET: ExecFileSyncOptionsWithStringEncoding = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }
const CABLE = 'cable'

/** Why there cannot be two hosts here; undefined where there can. */
export function whyNotTwoHosts(): string | undefined {
  if (process.platform !== 'linux') return 'network namespaces are those of Linux'
  if (process.getuid?.() !== 0) return 'only root may make network namespaces'
  const probe = `blit-probe-${process.pid}`
  const { error, status, stderr } = spawnSync('ip', ['netns', 'add', probe], { encoding: 'utf8' })
  if (status === 0) spawnSync('ip', ['netns', 'del', probe])
  return status === 0 ? undefined : (error?.message ?? stderr).trim()
}

export function makeTwoHosts(): TwoHosts {
  const names = { server: `blit-${process.pid}-server`, client: `blit-${process.pid}-client` }
  const remove = (): void => {
    // The cable goes with them.
    for (const name of Object.values(names)) spawnSync('ip', ['netns', 'del', name], { stdio: 'ignore' })
  }

  remove()
  try {
    for (const name of Object.values(names)) execFileSync('ip', ['netns', 'add', name], QUIET)
    const far = ['peer', 'name', CABLE, 'netns', names.client]
    execFileSync('ip', ['-n', names.server, 'link', 'add', CABLE, 'type', 'veth', ...far], QUIET)
    return { server: host(names.server, 1), client: host(names.client, 2), remove }
  } catch (error) {
    remove()
    throw error
  }
}

/** The addresses are those for documentation (RFC 5737, RFC 3849): nowhere else are they in use. */
function host(name: string, number: number): Host {
  const [ipv4, ipv6] = [`192.0.2.${number}`, `2001:db8::${number}`]
  const ip = (...args: readonly string[]): string => execFileSync('ip', ['-n', name, ...args], QUIET)
  ip('addr', 'add', `${ipv4}/24`, 'dev', CABLE)
  ip('addr', 'add', `${ipv6}/64`, 'dev', CABLE, 'nodad')
  ip('link', 'set', 'lo', 'up')
  ip('link', 'set', CABLE, 'up')
  const prefix = ['ip', 'netns', 'exec', name]
  return {
    ipv4,
    ipv6,
    prefix,
    run: (program, ...args) => execFileSync('ip', ['netns', 'exec', name, program, ...args], QUIET),
    setLink: (state) => void ip('link', 'set', CABLE, state),
  }
}
