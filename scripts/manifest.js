import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readJson } from './lib/project.js'

/** Whether the package in this folder has commands, so that oclif wants a manifest. @param {string} folder */
export function wantsManifest(folder) {
  const { commands } = readJson(join(folder, 'package.json')).oclif ?? {}
  const target = typeof commands === 'string' ? commands : commands?.target
  return target !== undefined && existsSync(join(folder, target))
}

/**
 * The text of oclif.manifest.json for the built package in a folder: what oclif reads at start instead of
 * loading every command. The same on every machine.
 * @param {string} folder absolute
 */
export async function makeManifest(folder) {
  const { Plugin } = await import('@oclif/core')
  const plugin = new Plugin({
    root: folder,
    type: 'core',
    ignoreManifest: true,
    errorOnManifestCreate: true,
    respectNoCacheDefault: true,
  })
  await plugin.load()
  const { commands, version } = plugin.manifest
  const sorted = Object.fromEntries(Object.entries(commands).sort(([a], [b]) => (a < b ? -1 : 1)))
  return `${JSON.stringify({ commands: sorted, version }, undefined, 2)}\n`
}
