/** Prints what a call and a load cost: `node packages/native/bench/calls.js`, after a build. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { hrtime } from 'node:process'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'

import { loadNative } from '../dist/index.js'

const ROUNDS = 15
const CALLS = 10_000

const begun = hrtime.bigint()
const native = loadNative()
const loadMs = Number(hrtime.bigint() - begun) / 1e6

if (isMainThread) await main()
else parentPort.postMessage(loadMs)

async function main() {
  const directory = fs.mkdtempSync(path.join(process.argv[2] ?? os.tmpdir(), 'blit-native-'))
  try {
    console.log(`node ${process.version}, ${directory}`)
    console.log(`loadNative, main thread: ${loadMs.toFixed(1)} ms`)
    const inWorkers = []
    for (let i = 0; i < 5; i++) inWorkers.push(await loadInWorker())
    console.log(`loadNative, worker: ${Math.min(...inWorkers).toFixed(1)} ms`)
    measureCalls(directory)
  } finally {
    fs.rmSync(directory, { recursive: true })
  }
}

function loadInWorker() {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url))
    worker.once('message', resolve).once('error', reject)
  })
}

function measureCalls(directory) {
  const dirFd = fs.openSync(directory, 'r')
  const source = fs.openSync(path.join(directory, 'source'), 'w+')
  const target = fs.openSync(path.join(directory, 'target'), 'w+')
  fs.writeSync(source, Buffer.alloc(4096, 'x'))
  native.setXattr(source, 'user.blit', Buffer.from('value'))
  const { atFdcwd } = native
  native.fchdir(dirFd)

  measure('fchdir', () => native.fchdir(dirFd))
  measure('flock', () => native.flock(source, 'exclusive'))
  measure('copyFileRange, 4 KiB', () => native.copyFileRange(source, 0, target, 0, 4096))
  measure('cloneFile, refused', () => native.cloneFile(target, source))
  measure('seekHole', () => native.seekHole(source, 0))
  measure('setTimes', () => native.setTimes(target, 1_234_567_890_123_456_789n))
  measure('linkAt + unlinkAt', () => {
    native.linkAt(atFdcwd, 'source', dirFd, 'link')
    native.unlinkAt(dirFd, 'link', false)
  })
  measure('fs.linkSync + fs.unlinkSync', () => {
    fs.linkSync('source', 'link')
    fs.unlinkSync('link')
  })
  measure('renameAt, there and back', () => {
    native.renameAt(atFdcwd, 'target', dirFd, 'renamed', 'replace')
    native.renameAt(atFdcwd, 'renamed', dirFd, 'target', 'replace')
  })
  measure('listXattrs', () => native.listXattrs(source))
  measure('getXattr', () => native.getXattr(source, 'user.blit'))
  measure('fs.fstatSync, to compare', () => fs.fstatSync(source))
}

function measure(name, call) {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const start = hrtime.bigint()
    for (let i = 0; i < CALLS; i++) call()
    best = Math.min(best, Number(hrtime.bigint() - start) / CALLS)
  }

  console.log(`${name}: ${Math.round(best)} ns`)
}
