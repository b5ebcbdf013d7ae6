import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { ROOT } from './project.js'
import { runNode } from './spawn.js'

/**
 * Mirrors a small tree twice, the second time after a few changes, then pushes it to a daemon and pulls it back; in a
 * folder of its own that it removes.
 * @returns {Promise<number>} an exit code
 */
export async function demonstrate() {
  const folder = mkdtempSync(join(tmpdir(), 'blit-start-'))
  const source = join(folder, 'sample')
  const destination = join(folder, 'mirror')
  try {
    makeSample(source)
    const first = await mirror(source, destination)
    if (first !== 0) return first
    showTree(destination)
    changeSample(source)
    console.log('\nThree changes in the sample, and once more:')
    const second = await mirror(source, destination)
    if (second !== 0) return second
    return await demonstrateDaemon(folder, source)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Starts a daemon, pushes the sample to it and pulls it back.
 * @param {string} folder
 * @param {string} source
 */
async function demonstrateDaemon(folder, source) {
  const served = join(folder, 'served')
  mkdirSync(served)
  console.log(
    `\nA daemon hosts a folder; the sample goes there and comes back:\n\n$ blit daemon start --module m=${served} --port 0`,
  )
  const env = { ...process.env, XDG_RUNTIME_DIR: folder }
  const daemon = spawn(
    process.execPath,
    [join(ROOT, 'bin/run.js'), 'daemon', 'start', '--module', `m=${served}`, '--port', '0'],
    {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const gone = once(daemon, 'exit')
  try {
    const [line] = await Promise.race([once(createInterface({ input: daemon.stdout }), 'line'), gone])
    const port = /:(\d+)$/.exec(String(line))?.[1]
    if (port === undefined) return 1
    console.log(line)
    const place = `blit://127.0.0.1:${port}/m/sample`
    const pushed = await mirror(source, place)
    if (pushed !== 0) return pushed
    const back = join(folder, 'back')
    const pulled = await mirror(place, back)
    if (pulled !== 0) return pulled
    console.log(`\n$ blit check ${source} ${back}`)
    return await runNode([join(ROOT, 'bin/run.js'), 'check', source, back])
  } finally {
    daemon.kill()
    await gone
  }
}

/** @param {string} source @param {string} destination */
async function mirror(source, destination) {
  console.log(`\n$ blit mirror ${source} ${destination} --yes --stats`)
  return runNode([join(ROOT, 'bin/run.js'), 'mirror', source, destination, '--yes', '--stats'])
}

/** Files small and large, links, an empty folder and names that need care. @param {string} source */
function makeSample(source) {
  for (const folder of ['photos/2024', 'notes', 'empty']) mkdirSync(join(source, folder), { recursive: true })
  for (let number = 1; number <= 200; number++) {
    writeFileSync(join(source, 'photos/2024', `picture-${number}.jpg`), Buffer.alloc(1000 * number, number))
  }

  writeFileSync(join(source, 'film.bin'), Buffer.alloc(64 * 1024 * 1024, 'blit'))
  for (const name of ['grün & schön.txt', '-starts-with-a-dash', 'two  spaces', '日本語.md', '.hidden']) {
    writeFileSync(join(source, 'notes', name), `${name}\n`)
  }

  symlinkSync('photos/2024/picture-1.jpg', join(source, 'favourite'))
  symlinkSync('nowhere', join(source, 'dangling'))
}

/** @param {string} source */
function changeSample(source) {
  writeFileSync(join(source, 'notes', '.hidden'), 'longer than before\n')
  writeFileSync(join(source, 'new.txt'), 'new\n')
  rmSync(join(source, 'photos/2024/picture-1.jpg'))
}

/** @param {string} folder */
function showTree(folder, indent = '  ') {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const [index, entry] of entries.entries()) {
    const path = join(folder, entry.name)
    if (index === 6) {
      console.log(`${indent}... and ${entries.length - index} more`)
      return
    }

    if (entry.isDirectory()) console.log(`${indent}${entry.name}/`)
    else if (entry.isSymbolicLink()) console.log(`${indent}${entry.name} -> ${readlinkSync(path)}`)
    else console.log(`${indent}${entry.name}  ${statSync(path).size} bytes`)
    if (entry.isDirectory()) showTree(path, `${indent}  `)
  }
}
