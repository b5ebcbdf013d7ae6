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
import { ROOT } from './project.js'
import { runNode } from './spawn.js'

/**
 * Mirrors a small tree twice, the second time after a few changes, in a folder of its own that it removes.
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
    return await mirror(source, destination)
  } finally {
    rmSync(folder, { recursive: true, force: true })
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
