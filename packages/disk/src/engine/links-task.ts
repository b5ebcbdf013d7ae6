import { linkSync } from 'node:fs'

import { joinPath, toFsPath, type Inode } from '@blit/core'

import { DirectoryChain } from '../directory/directory-chain.js'
import { statEntry } from '../directory/list-directory.js'
import { addContent, emptyPlan } from './classify.js'
import { commit } from './commit.js'
import { removeTemp } from './take-name.js'
import type { Place } from './place.js'
import { landLargeFile } from './large-file.js'
import type { FileWork, LinkMember } from './messages.js'
import { rehearseBackup, rehearseContent } from './rehearse.js'
import { copySmallFiles } from './small-files.js'
import { haveSameContent, updateMetadata } from './update-files.js'
import type { WorkerContext } from './worker-context.js'
import type { WorkerState } from './worker-state.js'

interface Leader {
  readonly directory: string
  readonly name: string
  /** Its inode at the destination; undefined in a dry run if it would be made. */
  readonly inode: Inode | undefined
}

/**
 * Lands all names of one inode: the first as a file, the others as links to it. One that is up to date comes first;
 * if the first fails, the next takes its place.
 */
export function runLinks(worker: WorkerState, members: readonly LinkMember[]): void {
  const { context } = worker
  const chain = new DirectoryChain(context.setup.destination, context.access)
  let leader: Leader | undefined
  try {
    for (const member of inLinkOrder(members)) {
      if (context.cancelled) return
      const label = context.label(member.job, joinPath(member.path, member.file.entry.name))
      try {
        if (leader === undefined) leader = landLeader(worker, withOwnLinks(member, members))
        else linkFollower(worker, chain, leader, member, label)
      } catch (error) {
        context.fail(label, error, 'destination')
      }
    }
  } finally {
    chain.close()
  }
}

/**
 * Those that are up to date first, then as a walk comes by them, all of a directory before what is below it: in whichever order
 * they were found, the same one leads.
 */
export function inLinkOrder<Member extends LinkMember>(members: readonly Member[]): Member[] {
  const sorted = members.map((member) => ({
    member,
    stale: Number(member.file.metadataOnly !== true),
    key: walkKey(member.path, member.file.entry.name),
  }))
  sorted.sort((a, b) => a.stale - b.stale || a.member.job - b.member.job || compare(a.key, b.key))
  return sorted.map(({ member }) => member)
}

/** Sorts names before directories, at each level. */
function walkKey(path: string, name: string): string {
  const above = path === '' ? [] : path.split('/')
  return `${above.map((part) => `\u0002${part}\0`).join('')}\u0001${name}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** Undefined if it failed, which is reported. */
function landLeader(worker: WorkerState, member: LinkMember): Leader | undefined {
  const { context } = worker
  const { file } = member
  const job = context.job(member.job)
  const from = context.source.open(joinPath(job.source, member.path))
  const place = member.absent === true ? undefined : placeOf(context, member)
  const plan = emptyPlan()
  const failures = context.failures
  const same =
    place !== undefined &&
    (file.metadataOnly === true || (file.checksum === true && haveSameContent(context, from, place, file)))
  if (same) {
    context.count('filesSkipped')
    plan.metadata.push(file)
    updateMetadata(context, member, from, place, plan)
  } else addContent(context, plan, file)
  const replaced = plan.small.length + plan.large.length > 0
  if (context.options.dryRun) {
    for (const work of [...plan.small, ...plan.large]) rehearseContent(context, member, work)
  } else if (place !== undefined) {
    copySmallFiles(context, { ...member, from, place, files: plan.small })
    for (const large of plan.large) landLargeFile(context, member, from, place, large)
  }

  // Another member takes its place.
  if (context.failures > failures || context.cancelled) return undefined
  const name = file.landAs ?? file.entry.name
  const leader = { directory: place?.path ?? '', name }
  if (!replaced) return { ...leader, inode: file.existing?.inode }
  if (context.options.dryRun || place === undefined) return { ...leader, inode: undefined }
  return { ...leader, inode: statEntry(context.access.beside(place.directory), name)?.inode }
}

/** Counts those names of the inode at the destination that are to be names of it: only with no others it may be altered. */
export function withOwnLinks<Member extends LinkMember>(leader: Member, members: readonly Member[]): Member {
  const inode = leader.file.existing?.inode
  const ownLinks = members.filter(({ file }) => isSameInode(file.existing?.inode, inode)).length
  return { ...leader, file: { ...leader.file, ownLinks } }
}

export function isSameInode(a: Inode | undefined, b: Inode | undefined): boolean {
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev
}

function linkFollower(
  worker: WorkerState,
  chain: DirectoryChain,
  leader: Leader,
  member: LinkMember,
  label: string,
): void {
  const { context } = worker
  const { existing, entry } = member.file
  if (isSameInode(existing?.inode, leader.inode)) {
    context.count('filesSkipped')
    context.recordLanded(member.job, member.path, entry)
    return
  }

  if (context.options.dryRun) rehearseBackup(context, member, member.file)
  else link(context, chain, leader, member)
  context.count('linksCreated')
  context.action('hardlink', label)
  context.recordLanded(member.job, member.path, entry)
}

function link(
  context: WorkerContext,
  chain: DirectoryChain,
  leader: Leader,
  { file, ...member }: LinkMember,
): void {
  const place = placeOf(context, member)
  const prefix = context.access.beside(place.directory)
  const temp = context.temp(place.path)
  linkSync(
    toFsPath(context.access.beside(chain.open(leader.directory)) + leader.name),
    toFsPath(prefix + temp),
  )
  let placed = false
  try {
    commit(context, place, prefix, { temp, name: file.landAs ?? file.entry.name }, file.existing)
    placed = true
  } finally {
    if (!placed) removeTemp(prefix + temp)
  }
}

function placeOf(context: WorkerContext, member: Pick<LinkMember, 'job' | 'path'>): Place {
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
