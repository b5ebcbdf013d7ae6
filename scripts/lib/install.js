import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { readJson, ROOT } from './project.js'
import { run, runNode } from './spawn.js'

/**
 * Runs `npm ci` unless node_modules holds what package-lock.json asks for. Versions are compared, not
 * file times: a checkout touches the lock. Says everything on stderr.
 * @returns {Promise<boolean>} whether the dependencies are there
 */
export async function ensureInstalled() {
  if (isInstalled()) return true
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
  const options = { stdio: /** @type {const} */ (['ignore', 2, 2]) }
  const npm = process.env.npm_execpath
  const code = npm ? await runNode([npm, ...args], options) : await run('npm', args, options)
  if (code !== 0) console.error('npm ci failed: the dependencies are not installed.')
  return code === 0
}

function isInstalled() {
  const listing = join(ROOT, 'node_modules/.package-lock.json')
  if (!existsSync(listing)) return false
  const installed = readJson(listing).packages
  const locked = Object.entries(readJson(join(ROOT, 'package-lock.json')).packages)
  return locked.every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.optional || entry.devOptional) return true
    return entry.link ? existsSync(join(ROOT, path)) : installed[path]?.version === entry.version
  })
}
