import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readJson } from './project.js'

/** The licences of what was bundled go along with it. @param {string} folder @param {string[]} inputs */
export function writeLicenses(folder, inputs) {
  const packages = new Set(
    inputs
      .map((input) => /^(?:lazy:)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1])
      .filter(Boolean),
  )
  const texts = [...packages].sort().map((path) => {
    const { name, version, license } = readJson(join(path, 'package.json'))
    const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry))
    const text = file === undefined ? '' : `\n\n${readFileSync(join(path, file), 'utf8').trim()}`
    return `${name} ${version} (${license})${text}\n`
  })
  if (texts.length > 0)
    writeFileSync(join(folder, 'dist/THIRD-PARTY-LICENSES.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`))
}
