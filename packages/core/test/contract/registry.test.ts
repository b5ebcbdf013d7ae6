import { expect } from 'chai'
import {
  type BlitError,
  CONTRACT_VERSION,
  defineTransport,
  type Route,
  type Transport,
  type TransportDescriptor,
  type TransportOffer,
  TransportRegistry,
} from '../../dist/index.js'

const TRANSPORT: Transport = {
  async open() {
    throw new Error('not opened here')
  },
}

function descriptor(
  plugin: string,
  schemes: string[],
  more: Partial<TransportDescriptor> = {},
): TransportDescriptor {
  return { ...defineTransport({ plugin, schemes, routes: [], load: async () => TRANSPORT }), ...more }
}

function offer(value: unknown, bundled = true): TransportOffer {
  const named =
    typeof value === 'object' && value !== null && 'plugin' in value ? String(value.plugin) : 'stranger'
  return { plugin: named, bundled, value }
}

async function errorOf(work: () => unknown): Promise<BlitError> {
  try {
    await work()
  } catch (error) {
    return error as BlitError
  }

  throw new Error('did not throw')
}

describe('TransportRegistry', () => {
  it('finds the descriptor of a scheme', () => {
    const local = descriptor('@blit/local', ['file'])
    const memory = descriptor('memory', ['mem', 'ram'])
    const registry = new TransportRegistry([offer(local), offer([memory]), offer(undefined)])
    expect(registry.descriptorFor('file')).to.equal(local)
    expect(registry.descriptorFor('ram')).to.equal(memory)
    expect(registry.schemes).to.deep.equal(['file', 'mem', 'ram'])
    expect(registry.problems).to.deep.equal([])
  })

  it('says which plugin to install for a scheme nobody claims, exit 10', async () => {
    const registry = new TransportRegistry([])
    for (const [scheme, plugin] of Object.entries({
      s3: '@blit/s3',
      blit: '@blit/remote',
      constructor: '@blit/constructor',
    })) {
      const error = await errorOf(() => registry.transport(scheme))
      expect(error).to.include({ code: 'E_NO_PLUGIN', exit: 10 })
      expect(error.message).to.contain(`${scheme}://`)
      expect(error.hint).to.contain(`blit plugins install ${plugin}`)
    }
  })

  it('refuses a plugin built for another contract only when it is used, naming it and the remedy', async () => {
    const older = descriptor('old-plugin', ['old'], { apiVersion: CONTRACT_VERSION - 1 })
    const newer = descriptor('new-plugin', ['new'], { apiVersion: CONTRACT_VERSION + 1 })
    const local = descriptor('@blit/local', ['file'])
    const registry = new TransportRegistry([offer(older, false), offer(newer, false), offer(local)])
    expect(registry.descriptorFor('file')).to.equal(local)
    const onOld = await errorOf(() => registry.transport('old'))
    expect(onOld).to.include({ code: 'E_PLUGIN_VERSION', exit: 10 })
    expect(onOld.message)
      .to.contain('old-plugin')
      .and.to.contain(`version ${CONTRACT_VERSION - 1}`)
    expect(onOld.hint).to.contain('blit plugins install old-plugin@latest')
    expect((await errorOf(() => registry.transport('new'))).hint).to.match(/^upgrade blit/)
    expect(registry.schemes).to.deep.equal(['file'])
  })

  it('never lets a plugin that cannot be used take a scheme from one that can', () => {
    const local = descriptor('@blit/local', ['file'])
    const broken = descriptor('broken', ['file'], { apiVersion: 99 })
    expect(new TransportRegistry([offer(broken, false), offer(local)]).descriptorFor('file')).to.equal(local)
  })

  it('goes on without what is no transport, and says so', async () => {
    const local = descriptor('@blit/local', ['file'])
    const { load, ...withoutLoad } = descriptor('half', ['half'])
    const bad: unknown[] = [
      5,
      'x',
      {},
      { ...descriptor('unbranded', ['u']), [Symbol.for('@blit/transport')]: undefined },
      { ...withoutLoad, load: 'no' },
      descriptor('half', ['half'], { schemes: 'half' as unknown as string[] }),
      descriptor('half', ['half'], { routes: [{ from: 'a' }] as unknown as [] }),
    ]
    expect(load).to.be.a('function')
    for (const value of bad) {
      const registry = new TransportRegistry([offer(value, false), offer(local)])
      expect(registry.descriptorFor('file')).to.equal(local)
      expect(registry.problems.map((problem) => problem.code)).to.deep.equal(['E_PLUGIN_VERSION'])
    }

    const thrown = new TransportRegistry([
      { plugin: 'thrower', bundled: false, value: undefined, error: new Error('bo\u001Bom') },
      offer([5, local]),
    ])
    expect(thrown.descriptorFor('file')).to.equal(local)
    expect(thrown.problems[1]?.message).to.equal('the plugin thrower failed: bo\\x1bom')
    expect((await errorOf(() => thrown.transport('x'))).message).to.contain('no transport')
  })

  it('chooses one of several for a scheme whatever order they came in', () => {
    const bundled = descriptor('a-bundled', ['file'])
    const mine = descriptor('z-mine', ['file'])
    const other = descriptor('zz-other', ['file'])
    const offers = [offer(bundled), offer(mine, false), offer(other, false)]
    for (const order of [offers, [...offers].reverse()]) {
      expect(new TransportRegistry(order).descriptorFor('file')).to.equal(mine)
    }
  })

  it('loads a plugin once, and only when it is used', async () => {
    let loads = 0
    const load = async () => {
      loads++
      return TRANSPORT
    }
    const registry = new TransportRegistry([offer(descriptor('m', ['mem', 'ram'], { load }))])
    registry.descriptorFor('mem')
    expect(loads).to.equal(0)
    const both = await Promise.all([
      registry.transport('mem'),
      registry.transport('ram'),
      registry.transport('mem'),
    ])
    expect(new Set(both)).to.deep.equal(new Set([TRANSPORT]))
    expect(loads).to.equal(1)
  })

  it('reports a plugin that does not load by name, exit 10', async () => {
    const cause = new Error('no such module')
    const failing = descriptor('failing', ['f'], { load: () => Promise.reject(cause) })
    const empty = descriptor('empty', ['e'], { load: async () => ({}) as Transport })
    const registry = new TransportRegistry([offer(failing), offer(empty)])
    const error = await errorOf(() => registry.transport('f'))
    expect(error).to.include({ code: 'E_NO_PLUGIN', exit: 10, cause })
    expect(error.message).to.contain('failing').and.to.contain('no such module')
    expect((await errorOf(() => registry.transport('e'))).message).to.contain('empty')
  })

  it('finds a route, of a third plugin too, and none for other pairs', async () => {
    const route: Route = { name: 'push', run: () => Promise.reject(new Error('not run')) }
    const bridge = descriptor('bridge', [], {
      routes: [{ from: 'file', to: 'mem' }],
      load: async () => ({ ...TRANSPORT, route: async () => route }),
    })
    const registry = new TransportRegistry([
      offer(bridge),
      offer(descriptor('l', ['file'])),
      offer(descriptor('m', ['mem'])),
    ])
    expect(await registry.route('file', 'mem')).to.equal(route)
    expect(await registry.route('mem', 'file')).to.equal(undefined)
    expect(await registry.route('file', 'file')).to.equal(undefined)
  })

  it('does not use the route of a plugin whose endpoints are not used', async () => {
    const routes = [{ from: 'file', to: 'file' }]
    const bundled = descriptor('@blit/local', ['file'], { routes })
    const mine = descriptor('mine', ['file'])
    expect(new TransportRegistry([offer(bundled)]).routeDescriptor('file', 'file')).to.equal(bundled)
    expect(
      new TransportRegistry([offer(bundled), offer(mine, false)]).routeDescriptor('file', 'file'),
    ).to.equal(undefined)
  })
})
