import type { TransferJob, TransferOptions } from '@blit/core'

import type { Task, WorkerJob } from './messages.js'
import { splitPath } from '../directory/split-path.js'
import type { ReachedPlace } from './reach-place.js'
import { wantedTree } from './wanted.js'

export interface PlannedJobs {
  readonly jobs: readonly WorkerJob[]
  readonly tasks: readonly Task[]
}

/** Jobs and first tasks of a transfer. `reach` tells what is at the place that a tree goes to. */
export function planJobs(
  transferJobs: readonly TransferJob[],
  options: TransferOptions,
  reach: (destinationPath: string) => Omit<ReachedPlace, 'made'>,
): PlannedJobs {
  const jobs: WorkerJob[] = []
  const tasks: Task[] = []
  const singles = new Map<string, { readonly job: number; readonly names: SingleName[] }>()
  for (const job of transferJobs) {
    if (job.kind === 'tree') {
      jobs.push({
        source: job.sourcePath,
        destination: job.destinationPath,
        prefix: job.prefix,
        ...(options.filesFrom === undefined ? {} : { wanted: wantedTree(options.filesFrom) }),
      })
      tasks.push({ kind: 'directory', job: jobs.length - 1, path: '', ...reach(job.destinationPath) })
      continue
    }

    const [source, name] = splitPath(job.sourcePath)
    const [destination, landAs] = splitPath(job.destinationPath)
    const key = `${source}\0${destination}`
    let single = singles.get(key)
    if (single === undefined) {
      single = { job: jobs.length, names: [] }
      singles.set(key, single)
      jobs.push({ source, destination, prefix: '' })
    }

    single.names.push({ name, landAs, label: job.prefix === '' ? name : job.prefix })
  }

  for (const { job, names } of singles.values()) tasks.push({ kind: 'entries', job, names })
  return { jobs, tasks }
}

interface SingleName {
  readonly name: string
  readonly landAs: string
  readonly label: string
}
