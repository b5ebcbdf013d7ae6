import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A directory for each test of the calling suite. */
export function scratch() {
  let directory = ''

  beforeEach(() => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), 'blit-data-plane-'))
  })

  afterEach(() => {
    fs.rmSync(directory, { recursive: true })
  })

  return {
    at: (name: string) => path.join(directory, name),
    write(name: string, content: Uint8Array): string {
      fs.writeFileSync(path.join(directory, name), content)
      return path.join(directory, name)
    },
  }
}
