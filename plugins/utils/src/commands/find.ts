import { Args, BlitCommand, filterSpec, reachFlags } from '@blit/core/command'
import { findFlags, typesOf } from '../find/find-flags.js'
import { takeOperands } from '../place/take-operands.js'

export default class Find extends BlitCommand {
  static override summary = 'find what matches in a tree'
  static override description = `prints the paths below TARGET that pass every test, relative to TARGET; without a test, all of them

Symlinks are not followed. Control characters in names are escaped; with --print0 names are their very bytes, for xargs -0 and for --files-from.`
  static override usage = 'find TARGET [FLAGS]'
  static override examples = [
    { description: 'all images', command: "<%= config.bin %> find photos --name '*.jpg' --name '*.png'" },
    {
      description: 'what is large and old',
      command: '<%= config.bin %> find /var --type f --min-size 100M --min-age 30d --long',
    },
    {
      description: 'copy what changed today',
      command:
        '<%= config.bin %> find src --type f --max-age 1d -0 | <%= config.bin %> copy --files-from - src dst',
    },
  ]
  static override args = { target: Args.string({ description: 'directory', ignoreStdin: true }) }
  static override flags = { ...findFlags, ...reachFlags }

  async run(): Promise<void> {
    const { flags, operands } = await this.parseLine(Find)
    const [target] = takeOperands('find', operands, ['TARGET'])
    const { findEntries } = await import('../find/find-entries.js')
    const { printFound, printFoundJson } = await import('../find/print-found.js')
    const { rules: _, ...limits } = filterSpec(flags, [])
    const tests = {
      names: flags.name ?? [],
      paths: flags.path ?? [],
      types: typesOf(flags.type ?? []),
      limits,
      empty: flags.empty,
    }
    const reach = await this.reach(flags.insecure)
    const parts = findEntries({ target, tests, depth: flags.depth ?? Number.POSITIVE_INFINITY }, reach)
    const format = flags.print0 ? 'nul' : flags.long ? 'long' : 'lines'
    this.answer(
      await (this.jsonEnabled() ? printFoundJson(target, parts, this.signal) : printFound(parts, format)),
    )
  }
}
