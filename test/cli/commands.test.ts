import { expect } from 'chai'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { makeSandbox, type Sandbox } from './blit.js'

const SNAPSHOT = fileURLToPath(new URL('commands.snapshot.json', import.meta.url))
const MANIFEST = fileURLToPath(new URL('../../oclif.manifest.json', import.meta.url))

interface Flag {
  readonly type: string
  readonly char?: string
  readonly multiple?: boolean
  readonly allowNo?: boolean
  readonly aliases?: readonly string[]
}

interface Command {
  readonly aliases: readonly string[]
  readonly args: Readonly<Record<string, unknown>>
  readonly flags: Readonly<Record<string, Flag>>
  readonly summary?: string
  readonly description?: string
  readonly examples?: readonly unknown[]
}

const { commands } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as {
  commands: Readonly<Record<string, Command>>
}

describe('the commands of the host', () => {
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
  })

  afterEach(() => sandbox.remove())

  // Scripts rely on every name. A change is made on purpose: delete the file, run this test, read the difference.
  it('have the names, flags and aliases that they had', () => {
    const current = Object.fromEntries(
      Object.entries(commands).map(([id, { aliases, args, flags }]) => [
        id,
        { aliases, args: Object.keys(args), flags: Object.entries(flags).map(spell).sort() },
      ]),
    )
    if (!existsSync(SNAPSHOT)) writeFileSync(SNAPSHOT, `${JSON.stringify(current, undefined, 2)}\n`)
    expect(current).to.deep.equal(JSON.parse(readFileSync(SNAPSHOT, 'utf8')))
  })

  for (const [id, command] of Object.entries(commands)) {
    it(`${id} is explained with examples, in fragments without capitals`, async () => {
      expect(command.summary).to.match(/^[a-z].*[^.]$/)
      expect(command.description).to.match(/^[a-z]/)
      expect(command.examples).not.to.be.empty
      const { stdout } = await sandbox.run([id, '--help'])
      expect(stdout).to.include('EXAMPLES').and.include(`$ blit ${id} `)
    })
  }

  it('are completed by the shell', async () => {
    await sandbox.run(['autocomplete', '--refresh-cache'])
    const { stdout, code } = await sandbox.run(['autocomplete', 'script', 'bash'])
    expect(stdout).to.include('BLIT_AC_BASH_SETUP_PATH')
    expect(code).to.equal(0)
    const functions = sandbox.at('.home/cache/autocomplete/functions/bash/blit.bash')
    expect(readFileSync(functions, 'utf8')).to.match(/^copy .*--archive/m)
  })
})

function spell([name, flag]: [string, Flag]): string {
  const names = [name, ...(flag.aliases ?? [])].map((one) => `--${flag.allowNo ? '[no-]' : ''}${one}`)
  const value = flag.type === 'option' ? ` VALUE${flag.multiple ? ' (repeatable)' : ''}` : ''
  return `${names.join(', ')}${flag.char === undefined ? '' : `, -${flag.char}`}${value}`
}
