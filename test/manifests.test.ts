import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { packageFolders, ROOT } from '../scripts/lib/project.js'
import { makeManifest, wantsManifest } from '../scripts/manifest.js'

/** What git would commit: the build has just refreshed the file itself. Outside a clone, the file. */
function committed(path: string): string {
  if (!existsSync(join(ROOT, '.git'))) return readFileSync(join(ROOT, path), 'utf8')
  return execFileSync('git', ['show', `:${path}`], { cwd: ROOT, encoding: 'utf8' })
}

describe('oclif.manifest.json', () => {
  const folders = packageFolders().filter((folder) => wantsManifest(join(ROOT, folder)))

  it('exists for the host', () => {
    expect(folders).to.include('.')
  })

  for (const folder of folders) {
    it(`of ${folder} is committed as the build makes it, and the same on every machine`, async () => {
      const path = folder === '.' ? 'oclif.manifest.json' : `${folder}/oclif.manifest.json`
      const fresh = await makeManifest(join(ROOT, folder))
      expect(committed(path)).to.equal(fresh)
      expect(fresh).not.to.contain(ROOT)
      expect(fresh).not.to.contain(homedir())
    })
  }
})
