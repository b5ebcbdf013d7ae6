import { randomFillSync } from 'node:crypto'
import { closeSync, mkdirSync, openSync, utimesSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Files of one size, spread evenly over folders; each is different and none can be compressed.
 * @param {string} root
 * @param {{ files: number, folders: number, sizeBytes: number }} shape `folders: 0` is one flat folder
 */
export function makeFiles(root, { files, folders, sizeBytes }) {
  const noise = randomFillSync(Buffer.allocUnsafe(sizeBytes))
  mkdirSync(root, { recursive: true })
  for (let folder = 0; folder < folders; folder++) mkdirSync(join(root, folderName(folder)))
  for (let file = 0; file < files; file++) {
    noise.writeUInt32LE(file, 0)
    writeFileSync(filePath(root, folders, file), noise)
  }
}

/**
 * Makes every 20th file of `makeFiles` an older version of itself.
 * @param {string} root
 * @param {{ files: number, folders: number, sizeBytes: number }} shape
 */
export function makeOlder(root, { files, folders, sizeBytes }) {
  const noise = randomFillSync(Buffer.allocUnsafe(sizeBytes))
  for (let file = 0; file < files; file += 20) {
    const path = filePath(root, folders, file)
    writeFileSync(path, noise)
    utimesSync(path, 1_000_000_000, 1_000_000_000)
  }
}

/** One file of noise that repeats itself only after 64 MiB. @param {string} path @param {number} sizeBytes */
export function makeLargeFile(path, sizeBytes) {
  const noise = randomFillSync(Buffer.allocUnsafe(Math.ceil(Math.min(sizeBytes, 64 * 2 ** 20))))
  const fd = openSync(path, 'w')
  for (let left = Math.round(sizeBytes); left > 0;)
    left -= writeSync(fd, noise, 0, Math.min(left, noise.length))
  closeSync(fd)
}

/** @param {number} folder */
const folderName = (folder) => `folder-${String(folder).padStart(5, '0')}`

/** @param {string} root @param {number} folders @param {number} file */
const filePath = (root, folders, file) =>
  join(root, folders > 0 ? folderName(file % folders) : '', `file-${String(file).padStart(7, '0')}.dat`)
