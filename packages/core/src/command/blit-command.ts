import { Command } from '@oclif/core/command'
import * as Flags from '@oclif/core/flags'
import type { ArgInput, FlagInput, Input, OutputFlags } from '@oclif/core/interfaces'
import type { TransportRegistry } from '../contract/registry.js'
import type { OpenOptions } from '../contract/transport.js'
import { EXIT } from '../errors/exit-codes.js'
import { displayPath } from '../paths/display.js'
import { collectTransports } from './collect-transports.js'
import type { FlagToken } from './flags/filter-rules.js'
import { refuseSwitchValues } from './flags/refuse-switch-values.js'
import { shieldValues, unshield } from './flags/shield-values.js'
import { listenForInterrupts, type Interrupts } from './interrupts.js'
import { printError } from './print-error.js'
import { tell } from './tell.js'
import { silentExit, toBlitError } from './to-blit-error.js'

// Values of flags, or of arguments, by name.
type Values = OutputFlags<FlagInput>

/** A parsed command line. */
export interface ParsedLine<F> {
  readonly flags: F
  /** What is not a flag, in the order given, as byte strings. */
  readonly operands: readonly string[]
  /** Flags with a value, in the order given. */
  readonly tokens: readonly FlagToken[]
}

/**
 * The base of every command of blit and of its plugins. `run` returns what `--json` prints, or undefined;
 * a rejection is reported as one line, or as `{"error": ...}` with `--json`. The exit code is the same with and
 * without `--json`: that of the error, or what `answer` was given.
 */
export abstract class BlitCommand extends Command {
  static override enableJsonFlag = true
  static override baseFlags = {
    json: Flags.boolean({
      description: 'print one JSON object on stdout and nothing else',
      helpGroup: 'SAY',
    }),
  }

  static override strict = false

  private interrupts: Interrupts | undefined

  /** Fires at the first SIGINT or SIGTERM, with a `BlitError`. */
  protected get signal(): AbortSignal {
    this.interrupts ??= listenForInterrupts()
    return this.interrupts.signal
  }

  /** Transports of all plugins, those the user installed first. */
  protected async transports(): Promise<TransportRegistry> {
    return collectTransports(this.config, (message) => this.notice(message))
  }

  /** How this command reaches places: what a transport is told when it opens one, with the transports. */
  protected async reach(insecure = false): Promise<OpenOptions & { readonly registry: TransportRegistry }> {
    const registry = await this.transports()
    return { registry, insecure, signal: this.signal, warn: (message) => this.notice(message) }
  }

  /**
   * Parses the command line by the flags of a command. Operands come from the parser's tokens: oclif sorts its
   * `argv` by value. They are counted by each command, which knows better what to say about them.
   */
  protected async parseLine<F extends Values, A extends Values>({
    flags: known = {} as FlagInput<F>,
    args = {} as ArgInput<A>,
  }: Input<F, Values, A>): Promise<ParsedLine<F>> {
    const { baseFlags } = BlitCommand
    refuseSwitchValues(this.argv, { ...baseFlags, ...known })
    const line = shieldValues(this.argv, known)
    const { flags, raw } = await this.parse<F, Values, A>(
      { flags: known, baseFlags, args, strict: false },
      line,
    )
    const operands: string[] = []
    const tokens: FlagToken[] = []
    for (const token of raw) {
      if (token.type === 'arg') operands.push(token.input)
      else tokens.push({ flag: token.flag, input: unshield(token.input) })
    }

    const values = Object.entries(flags).map(([name, value]) => [name, unshield(value)])
    return { flags: Object.fromEntries(values) as F, operands, tokens }
  }

  /** Sets the exit code of a command that did not fail as a whole. */
  protected answer(exit: number): void {
    process.exitCode = exit
  }

  /** Prints a line of the result; nothing with `--json`. */
  protected print(line: string): void {
    if (!this.jsonEnabled()) process.stdout.write(`${line}\n`)
  }

  /** Prints a warning on stderr, escaped. */
  protected notice(message: string): void {
    tell(`blit: warning: ${displayPath(message)}`)
  }

  protected override async init(): Promise<void> {
    await super.init()
    this.interrupts ??= listenForInterrupts()
  }

  protected override async catch(thrown: Error): Promise<void> {
    const exit = silentExit(thrown)
    if (exit !== undefined) {
      process.exitCode ??= exit
      return
    }

    const error = toBlitError(thrown, this.interrupts?.signal)
    process.exitCode = error.exit
    printError(error, this.jsonEnabled())
  }

  protected override async finally(): Promise<void> {
    this.interrupts?.dispose()
    process.exitCode ??= EXIT.ok
  }

  /** One object, one line; never coloured, whatever the terminal. */
  override logJson(json: unknown): void {
    process.stdout.write(`${JSON.stringify(json)}\n`)
  }
}
