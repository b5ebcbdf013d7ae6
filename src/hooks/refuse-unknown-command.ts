import { hasTerminal } from '@blit/core/command'
import type { Hook } from '@oclif/core/interfaces'

/**
 * Answers an unknown command before oclif does: one line and exit 2, with what may have been meant. On a terminal
 * `@oclif/plugin-not-found` answers, with a question.
 */
const refuseUnknownCommand: Hook.Init = async function ({ config, id }) {
  if (id === undefined || id.startsWith('-') || config.findCommand(id) || config.findTopic(id)) return
  // With spaces between topics, oclif takes the operands for a part of the id.
  const [word = id, sub = ''] = id.split(':')
  const ofTopic = config.commandIDs.filter((known) => known.startsWith(`${word}:`))
  // Of a topic there is nothing to guess, nor to ask.
  if (ofTopic.length === 0 && hasTerminal()) return
  const { BlitError, displayPath } = await import('@blit/core')
  const { closest } = await import('../closest.js')
  const names = config.commands.flatMap((command) => [command.id, ...command.aliases])
  const meant = closest(
    word,
    names.filter((name) => !name.includes(':')),
  )
  const hint = meant === undefined ? 'see `blit help`' : `did you mean ${meant}? see \`blit help\``
  const error =
    ofTopic.length === 0
      ? new BlitError('E_USAGE', `${displayPath(word)} is not a command of blit`, { hint })
      : new BlitError('E_USAGE', `${word} has no command ${displayPath(sub)}`, {
          hint: `it has ${ofTopic.map((known) => known.slice(word.length + 1)).join(', ')}`,
        })
  // oclif passes on what a hook throws only where it carries an exit code.
  throw Object.assign(error, { oclif: { exit: error.exit } })
}

export default refuseUnknownCommand
