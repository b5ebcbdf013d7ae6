import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

const RUN = fileURLToPath(new URL('../../bin/run.js', import.meta.url))

describe('contents of several sources', () => {
  let place: string

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'blit-merging-'))
    for (const name of ['p/d', 'q/d']) mkdirSync(join(place, name), { recursive: true })
    writeFileSync(join(place, 'p/d/f'), 'one')
  })

  afterEach(() => {
    rmSync(place, { recursive: true, force: true })
  })

  const blit = (...args: string[]) =>
    spawnSync(process.execPath, [RUN, ...args], { cwd: place, encoding: 'utf8' })

  it('S8: that meet on one name are refused by that name, and nothing is touched', () => {
    writeFileSync(join(place, 'q/d/f'), 'two')
    for (const verb of ['copy', 'move']) {
      const { status, stderr } = blit(verb, 'p/', 'q/', 'out')
      expect([status, stderr]).to.satisfy(
        ([code, text]: [number, string]) => code === 3 && text.includes("'d/f'"),
      )
      expect(existsSync(join(place, 'out'))).to.equal(false)
    }

    expect(readFileSync(join(place, 'p/d/f'), 'utf8')).to.equal('one')
    expect(readFileSync(join(place, 'q/d/f'), 'utf8')).to.equal('two')
  })

  it('that meet in directories only are merged', () => {
    writeFileSync(join(place, 'q/d/g'), 'two')
    expect(blit('copy', 'p/', 'q/', 'out').status).to.equal(0)
    expect(execFileSync('ls', [join(place, 'out/d')], { encoding: 'utf8' })).to.equal('f\ng\n')
  })
})
