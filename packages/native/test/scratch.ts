import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { type LinuxNative, loadNative } from '../dist/index.js'

/** The binding, for tests of what only Linux has. */
export function linux(): LinuxNative {
  const native = loadNative()
  if (native?.platform !== 'linux') throw new Error('no binding: these tests run on Linux, x64 or arm64')
  return native
}

/** A directory of its own for each test of the calling suite; `open` closes what it opened. */
export function scratch() {
  let directory = ''
  let opened: number[] = []

  beforeEach(() => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), 'blit-native-'))
  })

  afterEach(() => {
    for (const fd of opened) fs.closeSync(fd)
    opened = []
    fs.rmSync(directory, { recursive: true })
  })

  return {
    at: (name = '') => path.join(directory, name),
    write(name: string, content: Buffer | string): string {
      fs.writeFileSync(path.join(directory, name), content)
      return path.join(directory, name)
    },
    open(name: string, flags: number | string = 'r'): number {
      const fd = fs.openSync(path.join(directory, name), flags)
      opened.push(fd)
      return fd
    },
  }
}

/** The error that `act` throws. */
export function thrownBy(act: () => unknown): NodeJS.ErrnoException {
  try {
    act()
  } catch (error) {
    return error as NodeJS.ErrnoException
  }

  throw new Error('nothing was thrown')
}
