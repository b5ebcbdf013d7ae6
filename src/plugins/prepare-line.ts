import { resolve } from 'node:path'

/**
 * The command line of `blit plugins` as oclif's plugin understands it: a short name becomes its package, a tarball
 * on disk `file:/abs/x.tgz` (`./x.tgz` would be taken for a repository). npm is told to give up on a registry
 * that does not answer after seconds, not minutes.
 */
export function preparePluginsLine(
  line: readonly string[],
  aliases: Readonly<Record<string, string | null>>,
): string[] {
  process.env['npm_config_fetch_retries'] ??= '1'
  process.env['npm_config_fetch_retry_mintimeout'] ??= '500'
  process.env['npm_config_fetch_retry_maxtimeout'] ??= '1000'
  return line.map((argument, index) => (index === 0 ? argument : (aliases[argument] ?? tarball(argument))))
}

function tarball(argument: string): string {
  const isPath = /^(\.{0,2}\/|[a-zA-Z]:[\\/]|[^/@:][^/:]*$)/.test(argument)
  return isPath && /\.(tgz|tar\.gz)$/.test(argument) ? `file:${resolve(argument)}` : argument
}
