import { expect } from 'chai'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { EXIT } from '@blit/core'
import { shellCommands } from '../scripts/lib/docs/code-blocks.js'
import { documentationFiles } from '../scripts/lib/docs/files.js'
import { makePages } from '../scripts/lib/docs/make-pages.js'
import { runPage } from '../scripts/lib/docs/sessions.js'
import { packageFolders, readJson, ROOT } from '../scripts/lib/project.js'
import { brokenLinks } from './docs/links.js'
import { wrongFlags } from './docs/flags-used.js'

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

describe('the documentation', () => {
  const pages = documentationFiles()

  it('is found', () => {
    expect(pages).to.include.members(['README.md', 'CONTRIBUTING.md', 'docs/cli.md', 'docs/safety.md'])
    for (const folder of packageFolders()) expect(pages).to.include(join(folder, 'README.md'))
  })

  it('is fresh where it is made from the program: if not, run `node scripts/docs.js`', async () => {
    for (const { path, text } of await makePages()) expect(read(path), path).to.equal(text)
  })

  it('has no link that leads nowhere', () => {
    expect(pages.flatMap((page) => brokenLinks(page))).to.deep.equal([])
  })

  it('uses only commands and flags that there are', () => {
    const lines = pages.flatMap((page) => shellCommands(read(page)))
    expect(lines.filter((line) => line.startsWith('blit ')).length).to.be.greaterThan(20)
    // Two lines of v1 are there to show that they are refused.
    const wrong = lines.flatMap((line) => wrongFlags(line))
    expect(wrong).to.deep.equal(['blit srv', 'blit mirror --ludicrous-speed'])
  })

  it('names every exit code', () => {
    const rows = [...read('docs/exit-codes.md').matchAll(/^\| (\d+) +\|/gm)].map(([, code]) => Number(code))
    expect(rows).to.deep.equal(Object.values(EXIT))
  })

  it('says why of every dependency, and of nothing else', () => {
    const named = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name)
    const wanted = packageFolders().flatMap((folder) => {
      const {
        dependencies = {},
        devDependencies = {},
        optionalDependencies = {},
      } = readJson(join(ROOT, folder, 'package.json')) as Record<string, Record<string, string>>
      return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
    })
    expect([...named].sort()).to.deep.equal(
      [...new Set(wanted)].filter((name) => !name.startsWith('@blit/')).sort(),
    )
  })

  it('has a page for each decision, and lists them', () => {
    const index = read('docs/decisions/README.md')
    const decisions = pages.filter(
      (page) => dirname(page) === 'docs/decisions' && !page.endsWith('README.md'),
    )
    expect(decisions).not.to.be.empty
    for (const page of decisions) expect(index).to.include(`(${page.slice('docs/decisions/'.length)})`)
  })

  it('of each package goes with a changelog', () => {
    for (const folder of packageFolders())
      expect(existsSync(join(ROOT, folder, 'CHANGELOG.md')), folder).to.equal(true)
  })
})

describe('what the documentation shows is what blit prints:', function () {
  this.timeout(180_000)

  for (const page of documentationFiles().filter((path) => read(path).includes('```console\n'))) {
    it(page, function () {
      if (process.platform !== 'linux') this.skip()
      const wrong = runPage(read(page)).filter(({ same }) => !same)
      expect(wrong.map(({ command, actual }) => [`$ ${command}`, ...actual])).to.deep.equal([])
    })
  }
})
