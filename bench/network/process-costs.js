import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Of a clock tick in /proc: USER_HZ is 100 on every Linux that Node runs on. */
const TICK_MS = 10
const LOOK_MS = 25
const QUIET_LOOKS = 4
const PATIENCE_MS = 10_000

/**
 * Watches a server and the processes that it starts while something else is measured: what they cost it, and the most memory
 * that one of them had. A child that ends is seen by the times that its parent inherits, and its memory by the last look
 * at it.
 * @param {number} pid
 */
export function watchServer(pid) {
  const before = cpuMsOf(pid)
  resetPeaks(pid)
  let peakKiB = 0
  const look = () => {
    for (const one of family(pid)) peakKiB = Math.max(peakKiB, peakKiBOf(one))
  }

  const timer = setInterval(look, LOOK_MS).unref()
  return {
    /** Waits until it has nothing more to do, and tells what it was. */
    async end() {
      await quiet(pid)
      look()
      clearInterval(timer)
      return { cpuMs: cpuMsOf(pid) - before, peakMiB: Math.round(peakKiB / 102.4) / 10 }
    },
  }
}

/** The client may be gone while the server still closes files: that is its work too. */
async function quiet(pid) {
  const deadlineMs = Date.now() + PATIENCE_MS
  let last = -1
  for (let looks = 0; looks < QUIET_LOOKS && Date.now() < deadlineMs;) {
    const now = cpuMsOf(pid)
    looks = now === last && family(pid).length === 1 ? looks + 1 : 0
    last = now
    await sleep(LOOK_MS)
  }
}

/** A process and all below it. @param {number} pid @returns {number[]} */
function family(pid) {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    )
    return [pid, ...children.flatMap((child) => family(child))]
  } catch {
    return [pid] // It ended meanwhile.
  }
}

function cpuMsOf(pid) {
  return family(pid).reduce((sum, one) => sum + ownCpuMs(one), 0)
}

/** With that of the children it has waited for. */
function ownCpuMs(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program, in brackets, may have spaces in it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0) * TICK_MS
  } catch {
    return 0
  }
}

function peakKiBOf(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

function resetPeaks(pid) {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
  } catch {
    // Not permitted: then the peak is that since it started.
  }
}
