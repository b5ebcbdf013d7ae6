import {
  compareEntries,
  decideMove,
  findNameProblems,
  isPassedOver,
  joinPath,
  type CompareRules,
  type Entry,
  type PreserveRules,
} from '@blit/core'

import type { FileWork } from './messages.js'
import { SMALL_MAX_BYTES } from './small-files.js'
import type { WorkerContext } from './worker-context.js'

/** A source entry and the name it lands under. */
export interface Candidate {
  readonly entry: Entry
  readonly landAs?: string
}

interface Where {
  readonly job: number
  readonly path: string
}

/** What has to be done in one directory. */
export interface DirectoryPlan {
  readonly small: FileWork[]
  readonly large: FileWork[]
  readonly metadata: FileWork[]
  readonly checksum: FileWork[]
  /** Names of inodes with several; they wait until all are known. */
  readonly links: FileWork[]
  readonly symlinks: FileWork[]
  readonly specials: FileWork[]
  readonly directories: FileWork[]
  /** Of a move within one file system: everything but directories. */
  readonly renames: FileWork[]
}

/**
 * Compares the entries of one directory with what is at the destination. `existing` gives what has a name there.
 * Name problems are reported; everything else is a plan.
 */
export function classify(
  context: WorkerContext,
  where: Where,
  candidates: readonly Candidate[],
  existing: (name: string) => Entry | undefined,
): DirectoryPlan {
  const plan = emptyPlan()
  const { compare, preserve } = context.options
  const rules = windowFor(compare, context.setup.limits.mtimeGrainNs)
  const decide = context.setup.operation === 'move' ? decideMove : compareEntries
  const problems = findNameProblems(
    candidates.map((candidate) => candidate.landAs ?? candidate.entry.name),
    context.setup.limits,
  )
  for (const candidate of candidates) {
    const { entry } = candidate
    const name = candidate.landAs ?? entry.name
    const problem = problems.size === 0 ? undefined : problems.get(name)
    if (entry.type === 'file') context.count('filesScanned')
    if (problem !== undefined) {
      context.addFailure({ path: context.label(where.job, joinPath(where.path, entry.name)), ...problem })
      continue
    }

    if (!context.renames && !isKept(entry, preserve)) {
      const label = context.label(where.job, joinPath(where.path, entry.name))
      context.warn(`skipped: it is a ${entry.type.replace('-', ' ')}; --archive copies it`, label)
      continue
    }

    const there = existing(name)
    // The rules leave it as it is, whatever the source has: no attribute either, no link to it, and a move leaves the source.
    if (isPassedOver(entry, there, rules)) {
      if (entry.type === 'file') context.count('filesSkipped')
      continue
    }

    const decision = decide(entry, there, rules, preserve)
    const work: FileWork = {
      entry,
      ...(candidate.landAs === undefined ? {} : { landAs: candidate.landAs }),
      ...(there === undefined ? {} : { existing: there }),
      ...(decision.replaces === undefined ? {} : { replaces: decision.replaces }),
    }
    if (context.renames && entry.type !== 'directory') plan.renames.push(work)
    else sort(context, where, plan, work, decision.action)
  }

  return plan
}

/** Whether a copy is made of things of this type. */
function isKept({ type }: Entry, preserve: PreserveRules): boolean {
  if (type === 'fifo' || type === 'socket') return preserve.specials
  return (type !== 'char-device' && type !== 'block-device') || preserve.devices
}

function sort(
  context: WorkerContext,
  where: Where,
  plan: DirectoryPlan,
  work: FileWork,
  action: ReturnType<typeof compareEntries>['action'],
): void {
  const { entry } = work
  if (entry.type === 'directory') {
    plan.directories.push(work)
    return
  }

  const several = (entry.linkCount ?? 1) > 1
  if (entry.type === 'file' && several && context.options.preserve.hardLinks) {
    plan.links.push({
      ...work,
      metadataOnly: action === 'skip' || action === 'metadata',
      checksum: action === 'checksum',
    })
    return
  }

  switch (action) {
    case 'skip': {
      if (entry.type === 'file') context.count('filesSkipped')
      // Attributes that only reading shows may still differ.
      if (entry.type === 'file' && (context.options.preserve.xattrs || context.options.preserve.acls))
        plan.metadata.push(work)
      else context.recordLanded(where.job, where.path, entry)
      break
    }

    case 'metadata': {
      if (entry.type === 'file') context.count('filesSkipped')
      plan.metadata.push(work)
      break
    }

    case 'content': {
      addContent(context, plan, work)
      break
    }

    case 'checksum': {
      plan.checksum.push(work)
      break
    }

    case 'symlink': {
      plan.symlinks.push(work)
      break
    }

    default: {
      plan.specials.push(work)
    }
  }
}

/** Plans the content of a regular file to travel. */
export function addContent(
  context: WorkerContext,
  plan: Pick<DirectoryPlan, 'large' | 'small'>,
  work: FileWork,
): void {
  const { entry } = work
  context.count('filesTotal')
  context.count('bytesTotal', entry.sizeBytes)
  const holes = context.options.preserve.sparse && (entry.allocatedBytes ?? entry.sizeBytes) < entry.sizeBytes
  const list =
    entry.sizeBytes > SMALL_MAX_BYTES || holes || isInplace(context, work) ? plan.large : plan.small
  list.push(work)
}

/** Whether a file is written into the one that exists. Not with a backup, which is to keep that one. */
export function isInplace({ options }: WorkerContext, work: FileWork): boolean {
  return options.inplace && options.backupDir === undefined && work.existing?.type === 'file'
}

function windowFor(rules: CompareRules, grainNs: bigint): CompareRules {
  return grainNs > rules.modifyWindowNs ? { ...rules, modifyWindowNs: grainNs } : rules
}

/** A plan with nothing in it. */
export function emptyPlan(): DirectoryPlan {
  return {
    small: [],
    large: [],
    metadata: [],
    checksum: [],
    links: [],
    symlinks: [],
    specials: [],
    directories: [],
    renames: [],
  }
}
