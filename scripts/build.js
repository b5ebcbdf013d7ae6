// `npm run build`
import process from 'node:process'
import { buildAll } from './lib/build-all.js'

process.exitCode = (await buildAll()) ? 0 : 1
