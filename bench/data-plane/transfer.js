import { fork } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/**
 * One transfer over one data connection between two processes, without anything around it; seconds of wall time, and of processor time at each
 * end.
 * @param {{ sender: string, receiver: string, hashed: boolean, source: string, target: string, bytes: number }} task ways as in ways.js
 */
export async function transfer({ sender, receiver, hashed, source, target, bytes }) {
  const accepting = start({ role: 'receive', way: receiver, hashed, path: target, bytes })
  const [{ port }] = await once(accepting, 'message')
  const dialling = start({ role: 'send', way: sender, hashed, path: source, bytes, port })
  const [[sent], [received]] = await Promise.all([once(dialling, 'message'), once(accepting, 'message')])
  return { seconds: received.seconds, sent: sent.cpuSeconds, received: received.cpuSeconds }
}

function start(task) {
  const env = { ...process.env, ...(task.way === 'blit by streams' ? { BLIT_NO_NATIVE: '1' } : {}) }
  const child = fork(fileURLToPath(new URL('end.js', import.meta.url)), [JSON.stringify(task)], { env })
  child.once('exit', (code) => {
    if (code === 0) return
    console.error(`${JSON.stringify(task)} ended with ${code}`)
    process.exit(1)
  })
  return child
}
