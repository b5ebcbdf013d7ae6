import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeEndpointConformance } from '@blit/core/testing'
import { Connections } from '../../dist/client/connections.js'
import { fileBytes } from '../../dist/client/file-bytes.js'
import { RemoteEndpoint } from '../../dist/client/remote-endpoint.js'
import { startDaemonProcess, type DaemonProcess } from '../../../../test/support/daemon-process.js'

describe('a place at a daemon', () => {
  const connections = new Connections(10_000)
  let scratch: string
  let daemon: DaemonProcess
  let count = 0

  before(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'blit-remote-'))
    daemon = await startDaemonProcess([`scratch=${scratch}`])
  })

  after(async () => {
    await daemon.stop()
    rmSync(scratch, { recursive: true, force: true })
  })

  describeEndpointConformance('blit', async ({ rootExists }) => {
    const top = `place-${count++}`
    const root = rootExists ? top : `${top}/not/there`
    if (rootExists) mkdirSync(join(scratch, top))
    const { connection, release } = await connections.use(
      { host: '127.0.0.1', port: daemon.port },
      { signal: new AbortController().signal, insecure: false },
    )
    const endpoint = new RemoteEndpoint({
      connection,
      module: 'scratch',
      root,
      label: `blit://127.0.0.1:${daemon.port}/scratch/${root}`,
      bytes: fileBytes,
      release,
    })
    return {
      endpoint,
      async dispose() {
        rmSync(join(scratch, top), { recursive: true, force: true })
      },
    }
  })
})
