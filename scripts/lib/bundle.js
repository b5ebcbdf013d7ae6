import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { entriesOf, isWorker } from './entries.js'
import { writeLicenses } from './licenses.js'
import { ROOT } from './project.js'

/**
 * What oclif's core brings and a plain command line never uses: help, spinners, the search for commands where there
 * is no manifest. It stays outside the bundle and is loaded at its first use.
 */
const LAZY = new Set([
  'ansi-escapes',
  'clean-stack',
  'cli-spinners',
  'ejs',
  'indent-string',
  'lilconfig',
  'string-width',
  'supports-color',
  'tinyglobby',
  'widest-line',
  'wrap-ansi',
])

/** Text of modules that stand for packages oclif's core uses at every start, for next to nothing. */
const STAND_INS = {
  // The package looks at five files.
  'wsl-utils': `
    exports.isWsl = process.platform === 'linux' && /microsoft/i.test(require('node:os').release())
    exports.powerShellPath = async () => 'powershell.exe'`,
  // Asked for each plugin's name against each.
  minimatch: `
    exports.minimatch = (text, pattern, options) =>
      /[^\\w@/.-]/.test(pattern) ? ofOclif('minimatch').minimatch(text, pattern, options) : text === pattern`,
  // Nobody listens, unless told to.
  debug: `
    const silent = Object.assign(() => {}, { enabled: false, extend: () => silent })
    module.exports = process.env.DEBUG ? ofOclif('debug') : () => silent`,
}

/**
 * Makes one file of each entry of a package: what it exports, its oclif hooks and commands, its worker threads.
 * Starting is mostly loading, and loading costs by the file. Written over what the compiler made of the entries;
 * the other modules stay beside them, for tests. oclif's core is bundled into `@blit/core/command`, from where
 * all commands have it; other packages stay outside.
 * @param {string} folder absolute
 */
export async function bundlePackage(folder) {
  const inputs = new Set()
  for (const [name, source] of Object.entries(entriesOf(folder))) {
    const { metafile } = await build({
      entryPoints: { [name]: source },
      outdir: join(folder, 'dist'),
      allowOverwrite: true,
      bundle: true,
      // What is imported when it is needed stays a file of its own.
      splitting: true,
      chunkNames: '[name]-[hash]',
      format: 'esm',
      platform: 'node',
      target: 'node20.18',
      // Less to read and to compile; with BLIT_DEBUG stacks are in terms of the sources.
      minify: true,
      sourcemap: true,
      legalComments: 'none',
      metafile: true,
      logLevel: 'warning',
      banner: { js: HEAD.trim() },
      plugins: [
        ...(isWorker(folder, name) ? [ownCore()] : []),
        byRequire(folder),
        externals(folder),
        sharedIndex(folder, name),
        lazyPackages(),
      ],
    })
    for (const input of Object.keys(metafile.inputs)) inputs.add(input)
  }

  writeLicenses(folder, [...inputs])
}

// At the head of each file. `require` is for the CommonJS in it; `ofOclif` finds packages as oclif's core would.
const HEAD = `
import {createRequire as makeRequire} from 'node:module'
const require = makeRequire(import.meta.url)
const ofOclif = (name) => makeRequire(require.resolve('@oclif/core/package.json'))(name)
`

/** A thread has modules of its own, and needs little of the core and the engine: it gets that little in its one file. */
function ownCore() {
  return {
    name: 'own-core',
    setup(bundler) {
      // The very module that the main thread has loaded: another copy of it would not know, and do without the binding.
      bundler.onResolve({ filter: /^@blit\/native$/ }, ({ path }) => ({ path, external: true }))
      bundler.onResolve({ filter: /^@blit\/core$/ }, () => ({
        path: join(ROOT, 'packages/core/src/index.ts'),
        sideEffects: false,
      }))
      bundler.onResolve({ filter: /^@blit\/disk\/(?:incoming|outgoing)$/ }, ({ path }) => ({
        path: join(ROOT, 'packages/disk/src', path.slice('@blit/disk/'.length), 'index.ts'),
        sideEffects: false,
      }))
      // Packages the core loads when it needs them are its own, not this package's: they come along.
      bundler.onResolve({ filter: /^[^./@]/ }, ({ path, importer, kind }) => {
        if (path.startsWith('node:')) return { path, external: true, sideEffects: false }
        const isOfCore = kind !== 'entry-point' && importer.startsWith(join(ROOT, 'packages/core'))
        if (isOfCore) return bundler.resolve(path, { kind, resolveDir: dirname(importer) })
      })
    },
  }
}

/**
 * CommonJS packages, and our stubs, are had by `require`: an import of them is preceded by a search for the names they
 * export, in all of their text, which takes as long as loading them.
 */
function byRequire(folder) {
  return {
    name: 'by-require',
    setup(bundler) {
      bundler.onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
        const isOurs = kind === 'import-statement' && importer.startsWith(join(folder, 'src'))
        return isOurs && isCommonJs(path) ? { path, namespace: 'by-require', sideEffects: false } : undefined
      })
      bundler.onResolve({ filter: /./, namespace: 'by-require' }, ({ path }) => ({ path, external: true }))
      bundler.onLoad({ filter: /./, namespace: 'by-require' }, ({ path }) => ({
        contents: `module.exports = require(${JSON.stringify(path)})`,
      }))
    },
  }
}

/** @param {string} path as in an import */
function isCommonJs(path) {
  return /^(?:#stubs\/|@grpc\/|google-protobuf$|grpc-health-check$|ffi-rs$|@node-rs\/)/.test(path)
}

/** Keeps every package outside but oclif's core, with what that brings. */
function externals(folder) {
  return {
    name: 'externals',
    setup(bundler) {
      bundler.onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
        if (kind === 'entry-point') return
        const isOurs = importer.startsWith(join(folder, 'src'))
        const isWanted = isOurs ? path.startsWith('@oclif/core/') : path !== 'typescript'
        return isWanted && !path.startsWith('node:') ? undefined : { path, external: true }
      })
    },
  }
}

/**
 * In the entries of @blit/core beside `index`: what `index` exports they have from there, so that a process that
 * needs both loads, and has, it once.
 */
function sharedIndex(folder, name) {
  const index = join(folder, 'src/index.ts')
  const applies = folder.endsWith('packages/core') && name !== 'index'
  const shared = applies ? starExports(index) : new Set()
  return {
    name: 'shared-index',
    setup(bundler) {
      bundler.onResolve({ filter: /^\.\.?\// }, ({ path: wanted, resolveDir }) => {
        const source = join(resolveDir, wanted.replace(/\.js$/, '.ts'))
        return shared.has(source) ? { path: '@blit/core', external: true } : undefined
      })
    },
  }
}

/** Modules whose every export a module exports. @param {string} file */
function starExports(file) {
  const found = readFileSync(file, 'utf8').matchAll(/^export \* from '(.+)\.js'$/gm)
  return new Set([...found].map(([, path]) => join(dirname(file), `${path}.ts`)))
}

function lazyPackages() {
  return {
    name: 'lazy-packages',
    setup(bundler) {
      bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
        kind === 'require-call' && (LAZY.has(path) || path in STAND_INS)
          ? { path, namespace: 'lazy' }
          : undefined,
      )
      bundler.onLoad({ filter: /./, namespace: 'lazy' }, ({ path }) => ({
        contents: STAND_INS[path] ?? lazyModule(path),
      }))
      // To sort a handful of ids does not need the rules of a language, which take 5 ms to load.
      bundler.onLoad({ filter: /@oclif\/core\/lib\/config\/plugin\.js$/ }, async ({ path }) => ({
        contents: (await readFile(path, 'utf8')).replaceAll(
          'a.id.localeCompare(b.id)',
          '(a.id < b.id ? -1 : 1)',
        ),
      }))
      // A dynamic import would become a file of its own.
      bundler.onLoad({ filter: /@oclif\/core\/lib\/util\/os\.js$/ }, async ({ path }) => ({
        contents: (await readFile(path, 'utf8')).replaceAll("import('wsl-utils')", "require('wsl-utils')"),
      }))
    },
  }
}

/** A module that is another one, from the moment it is used. None of the lazy ones calls itself an ES module. */
function lazyModule(name) {
  return `
    const load = () => ofOclif('${name}')
    module.exports = new Proxy(function () {}, {
      get: (_, key) => (key === '__esModule' ? undefined : load()[key]),
      apply: (_, that, args) => Reflect.apply(load(), that, args),
    })`
}
