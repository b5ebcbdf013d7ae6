import { execFile } from 'node:child_process'
import { BlitError } from '@blit/core'

const NOT_THERE = /^(\S+) does not exist in the registry\.$/
const NPM_FAILED = /npm\S* .*exited with code (\d+)$/

/**
 * What is true about a failed `blit plugins`. Its library takes every trouble with a registry for a package that
 * does not exist: npm is asked again what it was.
 */
export async function explainPluginsFailure(thrown: unknown, registry: string | undefined): Promise<unknown> {
  const message = thrown instanceof Error ? thrown.message : ''
  const [, name] = NOT_THERE.exec(message) ?? []
  if (name !== undefined) return explainMissing(name, registry, thrown)
  const [, exit] = NPM_FAILED.exec(message) ?? []
  if (exit === undefined) return thrown
  return new BlitError('E_NO_PLUGIN', `npm failed with exit code ${exit}`, {
    hint: 'what it said is above',
    cause: thrown,
  })
}

async function explainMissing(
  name: string,
  registry: string | undefined,
  cause: unknown,
): Promise<BlitError> {
  const code = await askNpm(name, registry)
  if (code === undefined || code === 'E404') {
    return new BlitError('E_NO_PLUGIN', `${name} is not in the registry`, { hint: 'check its name', cause })
  }

  return new BlitError('E_UNREACHABLE', `the registry ${registry ?? 'of npm'} cannot be reached: ${code}`, {
    hint: 'check the network, the settings of npm and BLIT_NPM_REGISTRY',
    cause,
  })
}

/** The code of npm's error about a package; undefined when there is none. */
async function askNpm(name: string, registry: string | undefined): Promise<string | undefined> {
  const args = ['view', name, 'name', '--json', ...(registry === undefined ? [] : [`--registry=${registry}`])]
  return new Promise((resolve) => {
    execFile('npm', args, { shell: process.platform === 'win32' }, (error, stdout) => {
      resolve(error === null ? undefined : (codeIn(stdout) ?? String(error.code)))
    })
  })
}

function codeIn(output: string): string | undefined {
  try {
    const { error } = JSON.parse(output) as { error?: { code?: string } }
    return error?.code
  } catch {
    return undefined // npm was too broken to answer in JSON.
  }
}
