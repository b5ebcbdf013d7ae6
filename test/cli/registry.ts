import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { ConfigBuilder, runServer } from 'verdaccio'

/** A package registry on this machine, with what a test publishes and nothing else. */
export interface Registry {
  readonly url: string
  /** Packs a folder as npm would and publishes it; with changes to its package.json, if any. */
  publish(folder: string, changes?: Readonly<Record<string, unknown>>): Promise<void>
  close(): Promise<void>
}

export async function startRegistry(): Promise<Registry> {
  const home = mkdtempSync(join(tmpdir(), 'blit-registry-'))
  const everybody = { access: '$all', publish: '$all', unpublish: '$all' }
  const config = ConfigBuilder.build({ storage: join(home, 'storage') } as never)
    .addPackageAccess('**', everybody)
    .addLogger({ type: 'stdout', format: 'pretty', level: 'fatal' })
    .getConfig()
  const server = (await runServer({ ...config, configPath: home, self_path: home } as never)) as Server
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function publish(folder: string, changes: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const work = mkdtempSync(join(home, 'pack-'))
    const copy = join(work, basename(folder))
    cpSync(folder, copy, { recursive: true, filter: (path) => !/node_modules|tsbuildinfo$/.test(path) })
    const json = {
      ...(JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')) as PackageJson),
      ...changes,
    }
    writeFileSync(join(copy, 'package.json'), JSON.stringify(json))
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work], {
        cwd: copy,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as Array<{ filename: string }>
    const tarball = readFileSync(join(work, packed?.filename ?? ''))
    const response = await fetch(`${url}/${encodeURIComponent(json.name)}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(publication(json, tarball, url)),
    })
    if (!response.ok)
      throw new Error(`cannot publish ${json.name}: ${response.status} ${await response.text()}`)
  }

  return {
    url,
    publish,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
      rmSync(home, { recursive: true, force: true })
    },
  }
}

interface PackageJson {
  readonly name: string
  readonly version: string
}

// The document that `npm publish` puts; see the registry API of npm.
function publication(json: PackageJson, tarball: Buffer, url: string): unknown {
  const { name, version } = json
  const file = `${name}-${version}.tgz`
  const dist = {
    integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
    shasum: createHash('sha1').update(tarball).digest('hex'),
    tarball: `${url}/${name}/-/${file}`,
  }
  return {
    _id: name,
    name,
    'dist-tags': { latest: version },
    versions: { [version]: { ...json, _id: `${name}@${version}`, dist } },
    _attachments: {
      [file]: {
        content_type: 'application/octet-stream',
        data: tarball.toString('base64'),
        length: tarball.length,
      },
    },
  }
}
