import { readFileSync } from 'node:fs'

/**
 * What tells a process from a later one with the same number: boot and start time, from /proc (proc_pid_stat(5), field
 * 22). Empty where there is no /proc; undefined where the process is gone.
 */
export function processMark(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()
    // The name of the program, in parentheses, may hold anything.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
    return `${boot}:${stat[19] ?? ''}`
  } catch {
    return isAlive(pid) ? '' : undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
