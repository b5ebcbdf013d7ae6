import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { readJson, ROOT } from './project.js'

/** Modules that run in a worker thread, where the bundled code looks for them. */
const WORKERS = {
  'packages/disk': { 'worker-thread': 'engine/worker-thread.ts' },
  'plugins/remote': {
    'session/hash-thread': 'session/hash-thread.ts',
    'session/receive-thread': 'session/receive-thread.ts',
    'session/scan-thread': 'session/scan-thread.ts',
    'session/send-thread': 'session/send-thread.ts',
    'session/tree-thread': 'session/tree-thread.ts',
  },
}

/** Whether this entry runs in a thread of its own. @param {string} folder @param {string} name */
export function isWorker(folder, name) {
  return name in (WORKERS[relative(ROOT, folder)] ?? {})
}

/** Entries of a package, by the path of their output in `dist` without extension. @param {string} folder */
export function entriesOf(folder) {
  const { exports: exported = {}, imports: own = {}, oclif = {} } = readJson(join(folder, 'package.json'))
  const outputs = [
    ...[...Object.values(exported), ...Object.values(own)].map((entry) => entry.default ?? entry),
    ...Object.values(oclif.hooks ?? {}).flat(),
    ...commandsOf(folder, oclif.commands),
    ...(folder === ROOT ? ['./dist/main.js'] : []),
  ].filter((output) => /^\.\/dist\/[^*]*\.js$/.test(output))
  const entries = outputs.map((output) => output.slice('./dist/'.length, -'.js'.length))
  const workers = Object.entries(WORKERS[relative(ROOT, folder)] ?? {})
  const found = [
    ...entries.map((name) => [name, join(folder, 'src', `${name}.ts`)]),
    ...workers.map(([name, source]) => [name, join(folder, 'src', source)]),
  ]
  return Object.fromEntries(found.filter(([, source]) => existsSync(source)))
}

function commandsOf(folder, commands) {
  const target = typeof commands === 'string' ? commands : commands?.target
  if (target === undefined) return []
  const source = join(folder, target.replace(/^\.\/dist/, 'src'))
  if (!existsSync(source)) return []
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${target}/${file.replaceAll('\\', '/').slice(0, -'.ts'.length)}.js`)
}
