import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { run } from './spawn.js'

/** Programs that tests run, and the Debian package of each. */
const TOOLS = {
  rsync: 'rsync',
  setfacl: 'acl',
  setfattr: 'attr',
  tmux: 'tmux',
  unshare: 'util-linux',
  mount: 'mount',
  strace: 'strace',
  script: 'bsdutils',
  git: 'git',
  ip: 'iproute2',
  'mkfs.btrfs': 'btrfs-progs',
}

const SYSTEM_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin']

/** @param {string} program */
export function findProgram(program) {
  const folders = [...(process.env.PATH ?? '').split(':').filter(Boolean), ...SYSTEM_FOLDERS]
  return folders
    .map((folder) => join(folder, program))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK)
        return true
      } catch {
        return false // Not in this folder.
      }
    })
}

/** @param {Record<string, string>} tools program to package */
const missing = (tools) => Object.keys(tools).filter((program) => !findProgram(program))

/**
 * Installs what is missing of `tools`, where it can: as root on a system with apt-get. Elsewhere on Linux it says
 * what to install, as the tests that need it will fail. Other systems have other tests.
 * @param {Record<string, string>} [tools] program to package
 * @returns {Promise<boolean>} whether all of them are there
 */
export async function ensureTools(tools = TOOLS) {
  if (process.platform !== 'linux') return true
  const packages = [...new Set(missing(tools).map((program) => tools[program]))]
  if (packages.length === 0) return true
  if (process.getuid?.() === 0 && findProgram('apt-get')) {
    const options = {
      stdio: /** @type {const} */ (['ignore', 2, 2]),
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }
    const patience = ['-q', '-o', 'Acquire::Retries=2', '-o', 'Acquire::http::Timeout=30']
    await run('apt-get', [...patience, 'update'], options)
    await run('apt-get', [...patience, 'install', '-y', '--no-install-recommends', ...packages], options)
  }

  const left = missing(tools)
  if (left.length > 0) {
    console.error(
      `missing: ${left.join(' ')}. Tests that need them fail. As root: apt-get install ${packages.join(' ')}`,
    )
  }

  return left.length === 0
}
