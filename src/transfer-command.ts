import type {
  DeleteAnswer,
  Operation,
  TransferObserver,
  TransferOrchestrator,
  TransferReport,
  TransferResult,
} from '@blit/core'
import {
  BlitCommand,
  actionLine,
  createView,
  errorLine,
  hasTerminal,
  openLogFile,
  statsLines,
  summaryLine,
  tell,
  transferOptions,
  type ParsedLine,
  type SayFlagValues,
  type TransferFlagValues,
} from '@blit/core/command'
import { joinObservers } from './join-observers.js'
import { transferOperands } from './operands.js'

/** The flags by which a verb that changes things is watched and answered. */
export interface WatchFlags extends SayFlagValues {
  readonly 'dry-run'?: boolean
  readonly yes?: boolean
}

/** A verb that the orchestrator carries out. */
export abstract class TransferCommand extends BlitCommand {
  /** A copy, mirror or move, from its command line to its report. */
  protected async transfer(
    operation: Operation,
    line: ParsedLine<TransferFlagValues>,
  ): Promise<TransferReport> {
    const { flags, operands, tokens } = line
    const options = transferOptions(operation, flags, tokens)
    const { sources, destination } = await transferOperands(operation, operands, this.signal)
    return this.carryOut(operation, flags, async (orchestrator, reportActions) =>
      orchestrator.transfer({
        operation,
        sources,
        destination,
        options: { ...options, reportActions },
        insecure: flags.insecure ?? false,
      }),
    )
  }

  /**
   * Has the orchestrator do the work under the view that fits the flags, prints what came of it and sets the exit
   * code. `work` is told whether paths are to be reported.
   */
  protected async carryOut(
    operation: TransferReport['operation'],
    flags: WatchFlags,
    work: (orchestrator: TransferOrchestrator, reportActions: boolean) => Promise<TransferResult>,
  ): Promise<TransferReport> {
    const { json = false, quiet = false } = flags
    const scrolls = Boolean(flags.verbose || flags['dry-run']) && !json && !quiet
    const log = flags['log-file'] === undefined ? undefined : openLogFile(flags['log-file'])
    try {
      const { TransferOrchestrator } = await import('@blit/core')
      const view = await createView(flags, { operation, scrolls, signal: this.signal })
      const scroll: TransferObserver = {
        actions: (actions) =>
          process.stdout.write(actions.map((action) => `${actionLine(action)}\n`).join('')),
      }
      const orchestrator = new TransferOrchestrator({
        registry: await this.transports(),
        observer: joinObservers([view.observer, scrolls && scroll, log?.observer]),
        canAsk: Boolean(flags.yes) || hasTerminal(),
        confirm: flags.yes ? async (): Promise<DeleteAnswer> => 'yes' : view.ask,
        signal: this.signal,
      })
      const result = await view.show(() => work(orchestrator, scrolls || log !== undefined))
      log?.line(summaryLine(result))
      return this.conclude(result, flags)
    } catch (error) {
      log?.line(`failed: ${(error as Error).message}`)
      throw error
    } finally {
      log?.close()
    }
  }

  private conclude(result: TransferResult, flags: WatchFlags): TransferReport {
    const { error, exit, report } = result
    this.answer(exit)
    if (!flags.quiet)
      for (const line of flags.stats ? statsLines(result) : [summaryLine(result)]) this.print(line)
    if (error !== undefined && !flags.json) tell(errorLine(error))
    return report
  }
}
