import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from '../project.js'

/** The tables of all keys of the daemon's config, made from what it checks them by. The project must be built. */
export async function configReference() {
  const file = join(ROOT, 'plugins/daemon/dist/config/config-keys.js')
  const { DAEMON_KEYS, MODULE_KEYS } = await import(pathToFileURL(file).href)
  return [
    `### \`[daemon]\`\n\n${table(DAEMON_KEYS)}`,
    `### \`[[module]]\`, once for each\n\n${table(MODULE_KEYS)}`,
  ].join('\n\n')
}

function table(keys) {
  const rows = Object.entries(keys).map(
    ([name, { about, expected, preset }]) =>
      `| \`${name}\` | ${expected} | ${preset === undefined ? 'has to be there' : `\`${JSON.stringify(preset)}\``} | ${about} |`,
  )
  return ['| key | takes | by default | |', '| --- | --- | --- | --- |', ...rows].join('\n')
}
