import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { readJson, ROOT } from '../scripts/lib/project.js'
import { peerVersions } from './peers.js'

const FOLDER = join(ROOT, 'bench/results')

/** Keeps a result with the machine and the versions that it belongs to. */
export function saveResult(result) {
  mkdirSync(FOLDER, { recursive: true })
  const text = JSON.stringify({ ...result, conditions: conditions() }, undefined, 2)
  writeFileSync(join(FOLDER, `${result.id}.json`), `${text}\n`)
}

/** The kept results by id. */
export function loadResults() {
  if (!existsSync(FOLDER)) return new Map()
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
  return new Map(files.map((name) => readJson(join(FOLDER, name))).map((result) => [result.id, result]))
}

function conditions() {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim()
  const system = /PRETTY_NAME="(.*)"/.exec(readFileSync('/etc/os-release', 'utf8'))?.[1]
  return {
    date: new Date().toISOString().slice(0, 10),
    blit: `${readJson(join(ROOT, 'package.json')).version}, commit ${git('rev-parse', '--short', 'HEAD')}`,
    machine: `${cpus().length} x ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, ${system}`,
    node: process.version,
    peers: peerVersions(),
  }
}
