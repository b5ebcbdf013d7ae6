/**
 * Names of inodes that have several, at the destination of a session.
 *
 * 1. All of them are gathered until the source has listed everything: which one is up to date is only known then.
 * 2. One of each inode leads: it stays, or is asked for as any file. If that fails, the next one takes its place.
 * 3. When everything has landed the others become links to it.
 */
import { linkSync } from 'node:fs'

import { joinPath, toFsPath, type Entry, type Inode } from '@blit/core'

import { statEntry } from '../directory/list-directory.js'
import { addContent, emptyPlan } from '../engine/classify.js'
import { commit } from '../engine/commit.js'
import { inLinkOrder, isSameInode, withOwnLinks } from '../engine/links-task.js'
import type { FileWork, LinkMember } from '../engine/messages.js'
import type { Place } from '../engine/place.js'
import { rehearseBackup, rehearseContent } from '../engine/rehearse.js'
import { removeTemp } from '../engine/take-name.js'
import { compareContents, updateMetadata } from '../engine/update-files.js'
import type { WorkerContext } from '../engine/worker-context.js'
import type { IndexStates } from './index-states.js'
import { NOWHERE } from './incoming-setup.js'

interface Member extends LinkMember {
  readonly index: number
}

interface Group {
  members: Member[]
  /** Those that may lead, in their order; undefined before anybody was asked. */
  next: Member[] | undefined
  /** It leads, if what was asked for has landed. */
  leader: Member | undefined
}

/** Asks for the content of a file. */
type Request = (member: LinkMember, file: FileWork) => void

export class LinkGroups {
  /** By the index of the name that was listed first. */
  private readonly groups = new Map<number, Group>()
  /** Which group an index is in. */
  private readonly keys = new Map<number, number>()

  constructor(
    private readonly context: WorkerContext,
    private readonly states: IndexStates,
    private readonly request: Request,
  ) {}

  /** Another name of the inode of the entry `leader`, or that entry itself. False for one of an entry that was not said to have several. */
  join(index: number, leader: number): boolean {
    const key = index === leader ? index : this.keys.get(leader)
    if (key === undefined) return false
    this.keys.set(index, key)
    return true
  }

  /** Whether an entry is in a group. */
  has(index: number): boolean {
    return this.keys.has(index)
  }

  /** What is to be done about a name that has joined. */
  add(index: number, member: LinkMember): void {
    const key = this.keys.get(index)
    if (key === undefined) throw new RangeError(`${index} has not joined`)
    const group = this.groups.get(key)
    const joined = { ...member, index }
    group?.members.push(joined)
    group?.next?.push(joined)
    if (group === undefined) this.groups.set(key, { members: [joined], next: undefined, leader: undefined })
  }

  /** Chooses who leads where nobody does, and asks for content. To be called again when that has landed or failed. */
  lead(): void {
    for (const group of this.groups.values()) {
      if (this.context.cancelled) return
      if (group.leader !== undefined && this.states.hasFailed(group.leader.index)) {
        const { leader } = group
        group.members = group.members.filter((member) => member !== leader)
        group.leader = undefined
      }

      group.next ??= inLinkOrder(group.members).sort(
        (a, b) => Number(a.blocked ?? false) - Number(b.blocked ?? false),
      )
      while (group.leader === undefined && group.next.length > 0 && !this.context.cancelled) {
        const member = group.next.shift() as Member
        if (this.tryLeader(withOwnLinks(member, group.members))) group.leader = member
        else group.members = group.members.filter((other) => other !== member)
      }
    }
  }

  /** Links the others to those that lead; what waits until something was deleted only if it was (`cleared`). To be called once without, once with. */
  link(cleared: boolean): void {
    for (const group of this.groups.values()) {
      const { leader, members } = group
      if (leader === undefined || this.states.hasFailed(leader.index)) continue
      const mayLand = (member: Member): boolean =>
        cleared || (member.blocked !== true && leader.blocked !== true)
      const followers = members.filter((member) => member !== leader && mayLand(member))
      if (followers.length === 0) continue
      const followed = new Set(followers)
      group.members = members.filter((member) => !followed.has(member))
      const inode = this.inodeOf(leader)
      for (const member of inLinkOrder(followers)) {
        if (this.context.cancelled) return
        this.follow(leader, inode, member)
      }
    }
  }

  /** False if it failed, which is reported. */
  private tryLeader(member: Member): boolean {
    const { context } = this
    const { file, index } = member
    const label = context.label(0, joinPath(member.path, file.entry.name))
    const failures = context.failures
    try {
      const plan = emptyPlan()
      const place = this.placeOf(member)
      if (place !== undefined && file.metadataOnly === true) {
        context.count('filesSkipped')
        plan.metadata.push(file)
        updateMetadata(context, member, NOWHERE, place, plan)
        if (plan.small.length + plan.large.length === 0 && context.failures === failures)
          this.states.landed(index)
      } else if (place !== undefined && file.checksum === true) {
        // Of what is compared in a dry run the answer comes as content would.
        plan.checksum.push(file)
        compareContents(context, member, NOWHERE, place, plan)
      } else addContent(context, plan, file)

      for (const work of [...plan.small, ...plan.large]) {
        if (!context.options.dryRun) this.request(member, work)
        else {
          rehearseContent(context, member, work)
          this.states.differs(index)
          this.states.landed(index)
        }
      }
    } catch (error) {
      context.fail(label, error, 'destination')
    }

    return context.failures === failures
  }

  /** Undefined in a dry run that has not made the directory. */
  private placeOf({ absent, path }: LinkMember): Place | undefined {
    if (absent === true) return undefined
    return { directory: this.context.destination.open(path), path, staged: false }
  }

  /** Undefined in a dry run for what would be made. */
  private inodeOf(leader: Member): Inode | undefined {
    const { context, states } = this
    const { file, index } = leader
    if (context.options.dryRun) return states.hasDiffered(index) ? undefined : file.existing?.inode
    return lookAt(context, leader)?.inode
  }

  private follow(leader: Member, inode: Inode | undefined, member: Member): void {
    const { context } = this
    const { entry } = member.file
    const label = context.label(0, joinPath(member.path, entry.name))
    try {
      const existing = context.options.dryRun ? member.file.existing : lookAt(context, member)
      if (isSameInode(existing?.inode, inode)) context.count('filesSkipped')
      else {
        if (context.options.dryRun) rehearseBackup(context, member, member.file)
        else link(context, leader, member, existing)
        context.count('linksCreated')
        context.action('hardlink', label)
      }

      this.states.landed(member.index)
    } catch (error) {
      context.fail(label, error, 'destination')
    }
  }
}

function lookAt(context: WorkerContext, { file, path }: LinkMember): Entry | undefined {
  return statEntry(context.access.beside(context.extras.open(path)), file.entry.name)
}

function link(
  context: WorkerContext,
  leader: LinkMember,
  { file, path }: LinkMember,
  existing: Entry | undefined,
): void {
  const { name } = file.entry
  const from = context.extras.open(leader.path)
  const place: Place = { directory: context.destination.open(path), path, staged: false }
  const prefix = context.access.beside(place.directory)
  const temp = context.temp(path)
  linkSync(toFsPath(context.access.beside(from) + leader.file.entry.name), toFsPath(prefix + temp))
  try {
    commit(context, place, prefix, { temp, name }, existing)
  } catch (error) {
    removeTemp(prefix + temp)
    throw error
  }
}
