import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const PATIENCE_MS = 15_000

/**
 * A server that the peers of a scenario talk to, on loopback; it ends with the workplace.
 * @typedef {object} Server
 * @property {number} pid
 * @property {number} port
 * @property {() => void} stop
 */

/** `blit daemon start`, with one module `m`. @returns {Promise<Server>} */
export async function startBlit({ blit, folder, module, workplace }) {
  const home = `${folder}/blit-home`
  mkdirSync(home, { recursive: true })
  const command = [...blit, 'daemon', 'start', '--port', '0', '--module', `m=${module}`]
  const env = { HOME: home, XDG_RUNTIME_DIR: home }
  const server = start(command, { workplace, env })
  const line = await Promise.race([firstLine(server.child), server.failed])
  return { pid: server.pid, port: Number(/:(\d+)$/.exec(line)?.[1]), stop: server.stop }
}

/** rsync's daemon, with one module `m`. @returns {Promise<Server>} */
export async function startRsync({ folder, module, workplace }) {
  const port = await freePort()
  const config = `${folder}/rsyncd.conf`
  const root = process.getuid?.() === 0 ? 'uid = root\ngid = root\n' : ''
  writeFileSync(
    config,
    `address = 127.0.0.1\nport = ${port}\nreverse lookup = no\nuse chroot = no\n${root}[m]\npath = ${module}\nread only = no\n`,
  )
  const server = start(['rsync', '--daemon', '--no-detach', `--config=${config}`], { workplace })
  await Promise.race([listening(port), server.failed])
  return { pid: server.pid, port, stop: server.stop }
}

/**
 * rclone's WebDAV server: in clear as the others. It believes for minutes what it has seen, also that a copy is there that was
 * removed, and so `restart` is due after that.
 * @returns {Promise<Server & { restart: () => Promise<void> }>}
 */
export async function startRclone({ module, workplace }) {
  const port = await freePort()
  const command = ['rclone', 'serve', 'webdav', '--addr', `127.0.0.1:${port}`, '--config', '', module]
  const served = { pid: 0, port, stop() {}, restart }
  async function restart() {
    served.stop()
    const server = start(command, { workplace })
    await Promise.race([listening(port), server.failed])
    Object.assign(served, { pid: server.pid, stop: server.stop })
  }

  await restart()
  return served
}

/** A proxy to `port` that delivers everything `delayMs` later, both ways. @returns {Promise<Server>} */
export async function startDelay({ port, delayMs, workplace }) {
  const script = fileURLToPath(new URL('delay-proxy.js', import.meta.url))
  const server = start([process.execPath, script, String(port), String(delayMs)], { workplace })
  const line = await Promise.race([firstLine(server.child), server.failed])
  return { pid: server.pid, port: Number(line), stop: server.stop }
}

function start([program, ...args], { workplace, env = {} }) {
  const child = spawn(program, args, {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: undefined, NODE_OPTIONS: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (said = (said + chunk).slice(-2000)))
  const failed = new Promise((_, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}: ${said}`)))
  })
  failed.catch(() => {})
  const stop = () => void child.kill('SIGKILL')
  workplace.atEnd(stop)
  return { child, pid: child.pid ?? 0, failed, stop }
}

const firstLine = async (child) => (await once(createInterface({ input: child.stdout }), 'line'))[0]

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

async function listening(port) {
  for (const deadlineMs = Date.now() + PATIENCE_MS; Date.now() < deadlineMs; await sleep(20))
    if (await answers(port)) return
  throw new Error(`nobody listens on ${port}`)
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const settle = (isThere) => {
      socket.destroy()
      resolve(isThere)
    }
    socket.once('connect', () => settle(true)).once('error', () => settle(false))
  })
}
