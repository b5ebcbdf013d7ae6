import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MODULE = new URL('../../src/last-resort.ts', import.meta.url)

describe('a run that waits for what never comes', () => {
  const run = (after: string, json = false): { status: number | null; stdout: string; stderr: string } => {
    const script = `import { installLastResort } from ${JSON.stringify(fileURLToPath(MODULE))}
const done = installLastResort(${json})
${after}`
    return spawnSync(process.execPath, ['--import=tsx', '--input-type=module', '-e', script], {
      encoding: 'utf8',
    })
  }

  it('is no success', () => {
    const { status, stdout, stderr } = run("void new Promise(() => {}).then(() => console.log('copied'))")
    expect([status, stdout]).to.deep.equal([1, ''])
    expect(stderr).to.contain('blit: all came to a standstill before it was done')
  })

  it('is no success with --json either', () => {
    const { status, stdout } = run('void new Promise(() => {})', true)
    expect(status).to.equal(1)
    expect(JSON.parse(stdout)).to.have.nested.property('error.code', 'E_UNEXPECTED')
  })

  it('is one when it came to its end', () => {
    expect(run('done()')).to.include({ status: 0, stdout: '', stderr: '' })
  })
})
