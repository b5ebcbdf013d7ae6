import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { TransferOrchestrator, type Endpoint, type Operation, type TransferOptions } from '@blit/core'
import { transport as localTransport } from '../../../plugins/local/dist/transport.js'
import { createTransport } from '../../../plugins/remote/dist/client/transport.js'
import { startDaemonProcess, type DaemonProcess } from '../../support/daemon-process.js'

export type Way = 'local' | 'push' | 'pull' | 'relay'

/** What a transfer said. */
export interface Said {
  /** All that has to be alike, whichever way it went. */
  readonly report: Record<string, unknown>
  readonly actions: readonly string[]
  readonly exit: number
}

export interface Wanted {
  readonly way: Way
  readonly operation: Operation
  /** Relative to the bench; a trailing '/' means what it means to a user. */
  readonly sources: readonly string[]
  readonly destination: string
  readonly options: TransferOptions
}

/** A daemon and a directory that it serves, in which the same transfer can be made each way. */
export interface Bench {
  at(...names: string[]): string
  transfer(wanted: Wanted): Promise<Said>
  stop(): Promise<void>
}

const OF_THE_WAY = new Set([
  'route',
  'dataPlane',
  'streams',
  'durationMs',
  'source',
  'sources',
  'destination',
])

export async function startBench(): Promise<Bench> {
  const root = mkdtempSync(join(tmpdir(), 'blit-bench-'))
  mkdirSync(join(root, 'm'))
  const daemon: DaemonProcess = await startDaemonProcess([`m=${root}/m`])
  const remote = createTransport()
  const { signal } = new AbortController()
  const options = { signal, insecure: false }
  const port = daemon.port
  const top = { scheme: 'blit', host: '127.0.0.1', port, path: 'm', trailingSlash: false, text: 'm' }
  // Keeps the connection for all of them.
  const kept: Endpoint = await remote.open(top, options)
  const registry = {
    transport: async (scheme: string) => (scheme === 'file' ? localTransport : remote),
    route: async (from: string, to: string) =>
      (from === 'file' && to === 'file' ? localTransport : remote).route?.(from, to),
  }
  const operand = (path: string, isRemote: boolean): string =>
    isRemote ? `blit://127.0.0.1:${port}/m/${encodeURI(path)}` : `${root}/m/${path}`
  return {
    at: (...names) => join(root, 'm', ...names),
    async transfer({ destination, operation, options: how, sources, way }) {
      const actions: string[] = []
      const orchestrator = new TransferOrchestrator({
        registry,
        observer: { actions: (some) => actions.push(...some.map(({ kind, path }) => `${kind} ${path}`)) },
        canAsk: true,
        confirm: async () => 'yes',
        signal,
      })
      const ran = await orchestrator
        .transfer({
          operation,
          sources: sources.map((path) => operand(path, way === 'pull' || way === 'relay')),
          destination: operand(destination, way === 'push' || way === 'relay'),
          options: how,
          insecure: false,
        })
        .catch((error: unknown) => ({ refusal: error as { code: string; exit: number } }))
      if ('refusal' in ran)
        return { report: { refused: ran.refusal.code }, actions: actions.sort(), exit: ran.refusal.exit }
      const { report } = ran
      const alike = Object.entries(report).filter(([name]) => !OF_THE_WAY.has(name))
      const said = {
        ...Object.fromEntries(alike),
        failures: report.failures.map(({ code, path }) => `${code} ${path}`).sort(),
        ...(report.error !== undefined && { error: report.error.code }),
      }
      return { report: said, actions: actions.sort(), exit: ran.exit }
    },
    async stop() {
      await kept.close()
      await daemon.stop()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
