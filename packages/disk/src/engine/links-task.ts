import { linkSync } from 'node:fs'

import { joinPath, toFsPath, type Entry } from '@blit/core'

import { DirectoryChain } from '../directory/directory-chain.js'
import { statEntry } from '../directory/list-directory.js'
import { addContent, emptyPlan } from './classify.js'
import { commit, removeTemp, type Place } from './commit.js'
import type { EngineWorker } from './engine-worker.js'
import type { FileWork, LinkMember } from './messages.js'
import { copySmallFiles } from './small-files.js'
import { haveSameContent, updateMetadata } from './update-files.js'
import type { WorkerContext } from './worker-context.js'

interface Leader {
  readonly directory: string
  readonly name: string
  readonly entry: Entry
}

/**
 * Lands all names of one inode: the first as a file, the others as links to it. One that is up to date comes first;
 * if the first fails, the next takes its place.
 */
export function runLinks(worker: EngineWorker, members: readonly LinkMember[]): void {
  const { context } = worker
  const chain = new DirectoryChain(context.setup.destination, context.access)
  const upToDateFirst = [...members].sort((a, b) => Number(b.file.metadataOnly === true) - Number(a.file.metadataOnly === true))
  let leader: Leader | undefined
  try {
    for (const member of upToDateFirst) {
      if (context.cancelled) return
      const label = context.label(member.job, joinPath(member.path, member.file.entry.name))
      try {
        if (leader === undefined) leader = landLeader(worker, member)
        else linkFollower(worker, chain, leader, member, label)
      } catch (error) {
        context.fail(label, error, 'destination')
      }
    }
  } finally {
    chain.close()
  }
}

function landLeader(worker: EngineWorker, member: LinkMember): Leader | undefined {
  const { context } = worker
  const { file } = member
  const job = context.job(member.job)
  const from = context.source.open(joinPath(job.source, member.path))
  const place = placeOf(context, member)
  const plan = emptyPlan()
  if (file.metadataOnly === true || (file.checksum === true && haveSameContent(context, from, place, file))) {
    context.count('filesSkipped')
    plan.metadata.push(file)
  } else addContent(context, plan, file)
  updateMetadata(context, member, from, place, plan)
  copySmallFiles(context, { ...member, from, place, files: plan.small })
  for (const large of plan.large) worker.landLarge(member.job, member.path, from, place, large)
  const name = file.landAs ?? file.entry.name
  const entry = statEntry(context.access.beside(place.directory), name)
  // Its failure is reported; another member takes its place.
  const landed = entry?.type === 'file' && entry.sizeBytes === file.entry.sizeBytes
  return landed ? { directory: place.path, name, entry } : undefined
}

function linkFollower(
  worker: EngineWorker,
  chain: DirectoryChain,
  leader: Leader,
  member: LinkMember,
  label: string,
): void {
  const { context } = worker
  const { existing, entry } = member.file
  if (existing?.inode?.ino === leader.entry.inode?.ino && existing?.inode?.dev === leader.entry.inode?.dev) {
    context.count('filesSkipped')
    return
  }

  const place = placeOf(context, member)
  const prefix = context.access.beside(place.directory)
  const temp = context.temp(place.path)
  linkSync(toFsPath(context.access.beside(chain.open(leader.directory)) + leader.name), toFsPath(prefix + temp))
  let placed = false
  try {
    commit(context, place, prefix, { temp, name: member.file.landAs ?? entry.name }, existing)
    placed = true
  } finally {
    if (!placed) removeTemp(prefix + temp)
  }

  context.count('linksCreated')
  context.action('hardlink', label)
  context.recordLanded(member.job, member.path, entry)
}

function placeOf(context: WorkerContext, member: LinkMember): Place {
  const path = joinPath(context.job(member.job).destination, member.path)
  return { directory: context.destination.open(path), path, staged: false }
}

/** Members of one inode belong together. */
export function groupLinks(members: readonly LinkMember[]): LinkMember[][] {
  const groups = new Map<string, LinkMember[]>()
  for (const member of members) {
    const { inode } = (member.file satisfies FileWork).entry
    const key = `${inode?.dev}:${inode?.ino}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [member])
    else group.push(member)
  }

  return [...groups.values()]
}
