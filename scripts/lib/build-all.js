import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { entriesOf } from './entries.js'
import { packageFolders, ROOT } from './project.js'
import { runNode } from './spawn.js'
import { makeManifest, wantsManifest } from '../manifest.js'

/** Its time is that of the last build. */
const STAMP = join(ROOT, 'dist/.built')

/**
 * Compiles every package, refreshes the manifests of those with commands, and bundles what is loaded at start. Does
 * nothing when nothing changed since.
 * @param {{ stdio?: import('node:child_process').StdioOptions }} [options]
 * @returns {Promise<boolean>} whether everything was built
 */
export async function buildAll({ stdio = 'inherit' } = {}) {
  const folders = packageFolders().map((folder) => join(ROOT, folder))
  if (isUpToDate(folders)) return true
  for (const folder of folders) removeOrphans(folder)
  for (const folder of folders) copyStubs(folder)
  // Without its output a project counts as up to date for as long as its build info is there.
  const force = folders.some((folder) => existsSync(join(folder, 'src')) && !existsSync(join(folder, 'dist')))
  const args = ['node_modules/typescript/bin/tsc', '-b', ...(force ? ['--force'] : [])]
  if ((await runNode(args, { stdio })) !== 0) return false
  for (const folder of folders) await refreshManifest(folder)
  // Not before: on a fresh clone what it imports is installed just before the build.
  const { bundlePackage } = await import('./bundle.js')
  for (const folder of folders) await bundlePackage(folder)
  // The compiler must not take the bundles for its own output: then `tsc -b` would leave them as they are.
  for (const folder of folders) for (const file of BUILD_INFO) rmSync(join(folder, file), { force: true })
  writeFileSync(STAMP, '')
  return true
}

/** Code that a generator made, which the compiler only looks at. @param {string} folder */
function copyStubs(folder) {
  const stubs = 'protocol/stubs'
  const source = join(folder, 'src', stubs)
  if (existsSync(source)) cpSync(source, join(folder, 'dist', stubs), { recursive: true })
}

/** Where the compiler keeps what it knows of its last run. */
const BUILD_INFO = ['tsconfig.tsbuildinfo', 'dist/.tsbuildinfo']

/** Whether no source is newer than the last build, nor an entry, which the compiler alone would have made. */
function isUpToDate(folders) {
  if (!existsSync(STAMP)) return false
  const builtMs = statSync(STAMP).mtimeMs
  const inputs = [ROOT, ...folders].flatMap((folder) => [
    ...['package.json', 'tsconfig.json', 'tsconfig.base.json'].map((name) => join(folder, name)),
    ...filesBelow(join(folder, folder === ROOT ? 'scripts' : 'src')),
  ])
  const outputs = folders.flatMap((folder) =>
    Object.keys(entriesOf(folder)).map((name) => join(folder, 'dist', `${name}.js`)),
  )
  return (
    outputs.every((file) => existsSync(file)) &&
    [...inputs, ...filesBelow(join(ROOT, 'src')), ...outputs].every(
      (file) => !existsSync(file) || statSync(file).mtimeMs <= builtMs,
    )
  )
}

/** Files and folders below a folder, and itself. @param {string} folder */
function filesBelow(folder) {
  if (!existsSync(folder)) return []
  return [
    folder,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  ]
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
  const text = await makeManifest(folder)
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
}
