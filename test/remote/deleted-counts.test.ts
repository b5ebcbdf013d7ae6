import { expect } from 'chai'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'

import { makeSandbox, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

const DELETED = 'deleted 1 file, 2 other entries and 1 directory'

describe('what was deleted', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess

  beforeEach(async () => {
    sandbox = makeSandbox()
    for (const root of ['here', 'm/there']) {
      mkdirSync(sandbox.at(root, 'to/extra'), { recursive: true })
      writeFileSync(sandbox.at(root, 'to/extra/file'), 'x')
      symlinkSync('file', sandbox.at(root, 'to/extra/link'))
      symlinkSync('nowhere', sandbox.at(root, 'to/broken'))
      mkdirSync(sandbox.at(root, 'from'))
      writeFileSync(sandbox.at(root, 'from/kept'), 'x')
    }

    daemon = await startDaemonProcess([`m=${sandbox.at('m')}`])
  })

  afterEach(async () => {
    await daemon.stop()
    sandbox.remove()
  })

  const places = (): Readonly<Record<'here' | 'there', string>> => ({
    here: 'here',
    there: `blit://127.0.0.1:${daemon.port}/m/there`,
  })

  for (const [way, from, to] of [
    ['local', 'here', 'here'],
    ['push', 'here', 'there'],
    ['pull', 'there', 'here'],
    ['relay', 'there', 'there'],
  ] as const)
    it(`counts regular files as such, and names the others beside them (mirror, ${way})`, async () => {
      const command = ['mirror', `${places()[from]}/from`, `${places()[to]}/to`, '-y']
      const dry = await sandbox.run([...command, '-n'])
      expect(dry.stdout).to.include('delete 1 file, 2 other entries and 1 directory')
      const counts = JSON.parse((await sandbox.run([...command, '-n', '--json'])).stdout) as object
      expect(counts).to.include({ filesDeleted: 1, dirsDeleted: 1 }).and.not.have.property('othersDeleted')
      expect((await sandbox.run(command)).stdout).to.include(DELETED)
    })

  for (const where of ['here', 'there'] as const)
    it(`counts regular files as such, and names the others beside them (purge, ${where})`, async () => {
      const run = await sandbox.run(['purge', `${places()[where]}/to/`, '-y'])
      expect(run.stdout).to.include(DELETED)
    })
})
