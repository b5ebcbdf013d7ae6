import { rmdirSync, unlinkSync } from 'node:fs'

import {
  BlitError,
  deletedCount,
  displayPath,
  joinPath,
  toFsPath,
  type DeletePlan,
  type Entry,
  type EntryType,
} from '@blit/core'

import { failureOf } from '../directory/failure-of.js'
import { listNames, statEntry } from '../directory/list-directory.js'
import { isTemp } from '../session/content-names.js'
import { looksLikeOurs, SESSIONS_DIRECTORY } from '../session/session-names.js'
import { moveToBackup } from './backup.js'
import type { Place } from './place.js'
import { isSessionsDirectory } from '../session/sessions-directory.js'
import type { WorkerContext } from './worker-context.js'

const SAMPLE = 20

interface Doomed {
  readonly name: string
  readonly type: EntryType
  readonly ino: bigint
  readonly dev: bigint
}

interface Group {
  readonly job: number
  /** Directory relative to the job. */
  readonly path: string
  readonly entries: Doomed[]
}

/**
 * What a worker has found that only the destination has. Nothing is deleted before the plans of all workers were
 * added up and permitted; then each inode is deleted only if it is still the one that was listed (S3).
 */
export class DeleteList {
  private readonly groups: Group[] = []
  private readonly plan = { entries: 0, bytes: 0, sample: [] as string[] }

  constructor(private readonly context: WorkerContext) {}

  get summary(): DeletePlan {
    return this.plan
  }

  /**
   * Adds an entry of the directory `path` with all that is in it. What the filter hides stays, and so do
   * the directories that lead to it: then the answer is false.
   */
  add(job: number, path: string, entry: Entry): boolean {
    const group: Group = { job, path, entries: [] }
    const all = this.addTo(group, entry)
    this.close(group)
    return all
  }

  /** Adds several of one directory. */
  addAll(job: number, path: string, entries: readonly Entry[]): void {
    const group: Group = { job, path, entries: [] }
    for (const entry of entries) this.addTo(group, entry)
    this.close(group)
  }

  /** A directory's group stands behind those of what is in it: they are worked off in this order. */
  private close(group: Group): void {
    if (group.entries.length > 0) this.groups.push(group)
  }

  private addTo(group: Group, entry: Entry): boolean {
    const { context } = this
    const path = joinPath(group.path, entry.name)
    const directory = entry.type === 'directory'
    // Of a session that is at work.
    if (looksLikeOurs(entry.name) && isTemp(entry.name, this.prefixOf(group))) return false
    if (!context.options.deleteExcluded && !context.filter.empty && context.filter.hides(path, directory))
      return false
    if (this.isBackup(group.job, path)) return false
    if (directory && !this.addContent(group.job, path)) return false
    group.entries.push({
      name: entry.name,
      type: entry.type,
      ino: entry.inode?.ino ?? 0n,
      dev: entry.inode?.dev ?? 0n,
    })
    this.plan.entries++
    this.plan.bytes += entry.sizeBytes
    if (this.plan.sample.length < SAMPLE) this.plan.sample.push(context.label(group.job, path))
    return true
  }

  private prefixOf({ job, path }: Group): string {
    const { access, extras } = this.context
    return access.beside(extras.open(joinPath(this.context.job(job).destination, path)))
  }

  private addContent(job: number, path: string): boolean {
    const { context } = this
    try {
      const directory = context.extras.open(joinPath(context.job(job).destination, path))
      const prefix = context.access.beside(directory)
      const group: Group = { job, path, entries: [] }
      const directories: Entry[] = []
      let all = true
      for (const name of listNames(prefix)) {
        const entry = statEntry(prefix, name)
        if (entry?.type === 'directory') directories.push(entry)
        else if (entry !== undefined && !this.addTo(group, entry)) all = false
      }

      // Last, because the handle of this directory may be closed on the way down.
      for (const entry of directories) if (!this.addTo(group, entry)) all = false

      this.close(group)
      return all
    } catch (error) {
      // What cannot be listed cannot be judged: nothing of this mirror is deleted.
      context.incomplete = true
      context.addFailure(failureOf(error, context.label(job, path), 'scan'))
      return false
    }
  }

  private isBackup(job: number, path: string): boolean {
    const inside = this.context.setup.backup?.inside
    const placed = joinPath(this.context.job(job).destination, path)
    return inside !== undefined && (placed === inside || placed.startsWith(`${inside}/`))
  }

  /** Deletes everything in the list; with `--dry-run` only says so. */
  run(): void {
    for (const group of this.groups) {
      if (this.context.cancelled) return
      this.runGroup(group)
    }
  }

  private runGroup(group: Group): void {
    const { context } = this
    const path = joinPath(context.job(group.job).destination, group.path)
    let place: Place
    let prefix: string
    try {
      const directory = context.extras.open(path)
      place = { directory, path, staged: false }
      prefix = context.access.beside(directory)
    } catch (error) {
      context.addFailure(failureOf(error, context.label(group.job, group.path), 'destination'))
      return
    }

    for (const doomed of group.entries) {
      if (context.cancelled) return
      const label = context.label(group.job, joinPath(group.path, doomed.name))
      try {
        if (context.options.dryRun) this.rehearseBackup(group, doomed)
        else if (!this.remove(place, prefix, doomed, label)) continue
      } catch (error) {
        const isKept = doomed.type !== 'directory' && context.options.backupDir !== undefined
        context.fail(label, error, isKept ? 'destination' : 'deletion')
        continue
      }

      context.count(deletedCount(doomed.type))
      context.action('delete', label)
    }
  }

  private rehearseBackup(group: Group, doomed: Doomed): void {
    if (doomed.type === 'directory' || this.context.options.backupDir === undefined) return
    this.context.action('backup', this.context.label(group.job, joinPath(group.path, doomed.name)))
  }

  private remove(place: Place, prefix: string, doomed: Doomed, label: string): boolean {
    const { context } = this
    const now = statEntry(prefix, doomed.name)
    if (now === undefined) return true
    if (
      now.inode?.ino !== doomed.ino ||
      now.inode.dev !== doomed.dev ||
      (now.type === 'directory') !== (doomed.type === 'directory')
    ) {
      const message = `${displayPath(label)}: it is not what was listed any more, so it stays`
      context.failWith(new BlitError('E_DELETE', message, { path: label }), label)
      return false
    }

    const target = toFsPath(prefix + doomed.name)
    if (doomed.type === 'directory') {
      context.extras.forget(joinPath(place.path, doomed.name))
      rmdirSync(target)
    } else if (!moveToBackup(context, place, doomed.name)) unlinkSync(target)
    return true
  }
}

/** Entries of a destination directory that the source does not have; ours and hidden ones are not among them. */
export function extraEntries(
  prefix: string,
  names: Iterable<string>,
  known: (name: string) => boolean,
): Entry[] {
  const extras: Entry[] = []
  for (const name of names) {
    if (known(name)) continue
    if (name === SESSIONS_DIRECTORY && isSessionsDirectory(prefix)) continue
    const entry = statEntry(prefix, name)
    if (entry !== undefined) extras.push(entry)
  }

  return extras
}
