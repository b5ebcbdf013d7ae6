import { execFileSync } from 'node:child_process'
import { closeSync, constants, openSync } from 'node:fs'
import { BLIT, until, type Sandbox } from './blit.js'

/** A terminal in which blit runs, as a person would use it. */
export interface Terminal {
  /** What is on the screen, and what has scrolled off it. */
  screen(): string
  /** Waits until the screen shows it. */
  shows(text: RegExp | string): Promise<void>
  /** Types text or a key by tmux's name for it (`Enter`, `C-c`). */
  type(...keys: string[]): void
  /** Gives the terminal so many columns, while blit stands still: what it draws meanwhile would be for the other width. */
  resize(columns: number): Promise<void>
  /** Waits until blit has ended; gives its exit code. */
  exit(): Promise<number>
  close(): void
}

// A server that is ending still holds its socket.
let opened = 0

/** Opens a terminal in the sandbox and runs blit in it. A tmux server of its own, which `close` ends. */
export function openTerminal(sandbox: Sandbox, args: readonly string[]): Terminal {
  const socket = sandbox.at(`.home/tmux-${opened++}`)
  const tmux = (...words: string[]): string =>
    execFileSync('tmux', ['-S', socket, '-f', '/dev/null', ...words], {
      cwd: sandbox.path,
      env: { ...sandbox.env, SHELL: '/bin/sh' },
      encoding: 'utf8',
    })
  const command = [process.execPath, BLIT, ...args]
    .map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`)
    .join(' ')
  tmux(
    'new-session',
    '-d',
    '-x',
    '100',
    '-y',
    '40',
    `seq 9; trap : INT; ${command}; echo "exit=$?"; exec cat`,
  )

  const screen = (): string => tmux('capture-pane', '-p', '-J', '-S', '-', '-t', '0')

  async function shows(text: RegExp | string): Promise<void> {
    const found = (): boolean => (typeof text === 'string' ? screen().includes(text) : text.test(screen()))
    await until(`${text} on the screen`, found).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${screen()}`)
    })
  }

  return {
    screen,
    shows,
    type: (...keys) => void tmux('send-keys', '-t', '0', ...keys),
    async resize(columns) {
      const [shell = '', tty = ''] = tmux('display', '-p', '-t', '0', '#{pane_pid} #{pane_tty}')
        .trim()
        .split(' ')
      const pid = Number(execFileSync('pgrep', ['-P', shell], { encoding: 'utf8' }))
      const input = openSync(tty, constants.O_RDONLY | constants.O_NOCTTY)
      process.kill(pid, 'SIGSTOP')
      try {
        tmux('resize-window', '-t', '0', '-x', String(columns))
        const size = (): string =>
          execFileSync('stty', ['size'], { stdio: [input, 'pipe'], encoding: 'utf8' })
        await until(`${columns} columns`, () => size().endsWith(` ${columns}\n`))
      } finally {
        process.kill(pid, 'SIGCONT')
        closeSync(input)
      }
    },
    async exit() {
      await shows(/^exit=\d+$/m)
      return Number(/^exit=(\d+)$/m.exec(screen())?.[1])
    },
    close: () => void tmux('kill-server'),
  }
}
