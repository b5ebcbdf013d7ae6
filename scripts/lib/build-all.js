import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolders, ROOT } from './project.js'
import { runNode } from './spawn.js'
import { makeManifest, wantsManifest } from '../manifest.js'

/**
 * Compiles every package, then refreshes the manifests of those with commands. Quick when nothing changed.
 * @param {{ stdio?: import('node:child_process').StdioOptions }} [options]
 * @returns {Promise<boolean>} whether everything was built
 */
export async function buildAll({ stdio = 'inherit' } = {}) {
  const folders = packageFolders().map((folder) => join(ROOT, folder))
  for (const folder of folders) removeOrphans(folder)
  // Without its output a project counts as up to date for as long as its build info is there.
  const force = folders.some((folder) => existsSync(join(folder, 'src')) && !existsSync(join(folder, 'dist')))
  const args = ['node_modules/typescript/bin/tsc', '-b', ...(force ? ['--force'] : [])]
  if ((await runNode(args, { stdio })) !== 0) return false
  for (const folder of folders) await refreshManifest(folder)
  return true
}

/** Removes what was compiled from a source that is gone: oclif would still find it as a command. @param {string} folder */
function removeOrphans(folder) {
  for (const output of compiledFiles(join(folder, 'dist'))) {
    const stem = output.slice(0, -'.js'.length)
    if (existsSync(join(folder, 'src', `${stem}.ts`))) continue
    for (const ending of ['.js', '.js.map', '.d.ts'])
      rmSync(join(folder, 'dist', stem + ending), { force: true })
  }
}

/** Files below `dist` that the compiler made, relative to it. @param {string} dist */
function compiledFiles(dist) {
  if (!existsSync(dist)) return []
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  return files.filter((file) => file.endsWith('.js') && existsSync(join(dist, `${file}.map`)))
}

/** @param {string} folder */
async function refreshManifest(folder) {
  if (!wantsManifest(folder)) return
  const file = join(folder, 'oclif.manifest.json')
  const made = existsSync(file) ? statSync(file).mtimeMs : 0
  const sources = [folder, join(ROOT, 'packages/core')].flatMap((root) =>
    compiledFiles(join(root, 'dist')).map((name) => join(root, 'dist', name)),
  )
  if ([...sources, join(folder, 'package.json')].every((source) => statSync(source).mtimeMs <= made)) return
  const text = await makeManifest(folder)
  if (made > 0 && readFileSync(file, 'utf8') === text) utimesSync(file, new Date(), new Date())
  else writeFileSync(file, text)
}
