import { expect } from 'chai'
import { isBlitError } from '@blit/core'
import { exampleConfig } from '../../dist/config/example-config.js'
import { parseConfig } from '../../dist/config/parse-config.js'

const MODULE = '[[module]]\nname = "a"\npath = "/srv/a"\n'

/** A config, the line that is wrong in it, what is said, and what is hinted at. */
const BAD: ReadonlyArray<readonly [string, string, number | undefined, RegExp, RegExp]> = [
  ['no TOML', 'port = = 1\n', 1, /it is not TOML/, /key = value/],
  ['no TOML, further down', `${MODULE}\nbind = \n`, 5, /it is not TOML/, /key = value/],
  [
    'an unknown table',
    `${MODULE}[server]\nport = 1\n`,
    4,
    /unknown key server/,
    /\[daemon\] and \[\[module\]\]/,
  ],
  [
    'an unknown table of modules',
    `${MODULE}[[modul]]\nname = "b"\n`,
    4,
    /unknown key modul/,
    /\[\[module\]\]/,
  ],
  ['an unknown key of the daemon', '[daemon]\nport = 1\nprot = 2\n', 3, /unknown key prot/, /bind, port/],
  [
    'an unknown key of the second module',
    `${MODULE}\n${MODULE}readonly = true\n`,
    8,
    /unknown key readonly/,
    /read_only/,
  ],
  ['a key outside of tables', 'port = 9031\n', 1, /unknown key port/, /\[daemon\]/],
  [
    'a port that is a text',
    '[daemon]\nport = "9031"\n',
    2,
    /port has to be a whole number from 0 to 65535/,
    /port = 9031/,
  ],
  ['a port that is none', '[daemon]\n# said\nport = 70000\n', 3, /port has to be/, /port = /],
  [
    'an address that is a name',
    '[daemon]\nbind = "example.org"\n',
    2,
    /bind has to be an IP address/,
    /bind = /,
  ],
  [
    'a level that is none',
    '[daemon]\nlog_level = "chatty"\n',
    2,
    /log_level has to be one of trace/,
    /"info"/,
  ],
  [
    'metrics for all the world',
    '[daemon]\nmetrics = "0.0.0.0:9032"\n',
    2,
    /metrics has to be a loopback/,
    /127\.0\.0\.1:9032/,
  ],
  ['no streams', '[daemon]\nmax_streams = 0\n', 2, /max_streams has to be a whole number from 1 to 16/, /16/],
  [
    'a module without a path',
    '\n[[module]]\nname = "a"\n',
    2,
    /path has to be the path of a directory/,
    /path = /,
  ],
  ['a module without a name', '[[module]]\npath = "/srv"\n', 1, /name has to be/, /name = /],
  [
    'a module with the name of a path',
    '[[module]]\npath = "/srv"\nname = "a/b"\n',
    3,
    /name has to be letters/,
    /"backup"/,
  ],
  ['a module that is no table', 'module = "a"\n', 1, /module has to be a table/, /\[\[module\]\]/],
  ['a yes', `${MODULE}read_only = "yes"\n`, 4, /read_only has to be true or false/, /read_only = true/],
  [
    'a key behind a text of several lines',
    `[daemon]\nlog_level = """\nbind = 1\n"""\nprt = 1\n`,
    2,
    /log_level has to be/,
    /info/,
  ],
]

describe('a config', () => {
  for (const [what, text, line, said, hinted] of BAD) {
    it(`with ${what} is refused, with file, line and remedy`, () => {
      try {
        parseConfig(text, '/etc/daemon.toml')
      } catch (error) {
        if (!isBlitError(error)) throw error
        expect([error.code, error.exit]).to.deep.equal(['E_CONFIG', 2])
        expect(error.message).to.match(said)
        expect(error.message).to.include(`/etc/daemon.toml, line ${line}: `)
        expect(error.hint).to.match(hinted)
        return
      }

      expect.fail('it was taken')
    })
  }

  it('says what it says, and nothing else', () => {
    const { daemon, modules } = parseConfig(`[daemon]\nport = 0\n${MODULE}allow_owner = true\n`, 'x')
    expect(daemon).to.deep.equal({ port: 0 })
    expect(modules).to.deep.equal([{ name: 'a', path: '/srv/a', allow_owner: true }])
  })

  it('S21: is quoted without its control characters', () => {
    expect(() => parseConfig('[daemon]\n"\\u001b[2J" = 1\n', 'x')).to.throw(String.raw`unknown key \x1b[2J`)
  })

  it('as an example takes every key, where its comments are removed', () => {
    const text = exampleConfig()
    expect(parseConfig(text, 'x')).to.deep.include({ daemon: {}, modules: [] })
    const { daemon, modules } = parseConfig(text.replaceAll(/^#(?! )/gm, ''), 'x')
    expect(Object.keys(daemon)).to.have.length(9)
    expect(modules.map((one) => Object.keys(one).length)).to.deep.equal([7])
  })
})
