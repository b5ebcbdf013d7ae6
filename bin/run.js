#!/usr/bin/env node
// CommonJS (see bin/package.json): it starts 5 ms sooner than a module, and `--version` needs nothing else.
const argument = process.argv[2]
if (argument === '--version' || argument === '-v') {
  // eslint-disable-next-line n/no-unpublished-require -- npm publishes every package.json
  const { name, version } = require('../package.json')
  process.stdout.write(`${name}/${version} ${process.platform}-${process.arch} node-${process.version}\n`)
} else {
  require('node:module').enableCompileCache?.()
  if (process.env.BLIT_DEBUG) process.setSourceMapsEnabled(true)
  import('../dist/main.js').then(({ main }) => main(process.argv.slice(2)))
}
