// `npm run proto`: makes the stubs from proto/blit.proto anew.
import process from 'node:process'
import { findMakers, generateStubs, STUBS } from './proto/generate.js'

const [maker] = findMakers()
if (maker === undefined) {
  console.error('neither grpc-tools nor protoc is installed: run `npm ci`')
  process.exitCode = 1
} else {
  await generateStubs(STUBS, maker)
  console.error(`made with ${maker}`)
}
