import type { Task } from './messages.js'

/** What the main thread does itself, before it starts threads: less than it takes to start one. */
export const LITTLE = { files: 256, bytes: 4 * 1024 * 1024, tasks: 64, ms: 50 }

/** Whether a task is more than the main thread should do, after what it has done already. */
export function isMuch(task: Task, scanned: number, done: number): boolean {
  if (scanned > LITTLE.files || done > LITTLE.tasks) return true
  if (task.kind === 'file') return task.file.entry.sizeBytes > LITTLE.bytes
  if (task.kind === 'names') return true
  return task.kind === 'links' || (task.kind === 'entries' && task.names.length > LITTLE.files)
}
