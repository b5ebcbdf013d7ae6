import { genericRoute } from '../../dist/index.js'
import {
  describeEndpointConformance,
  describeRouteConformance,
  MemoryEndpoint,
  MemoryTree,
} from '../../dist/testing/index.js'

describeEndpointConformance('memory', async ({ rootExists }) => {
  const tree = new MemoryTree()
  const root = rootExists ? '' : 'not/there'
  return { endpoint: new MemoryEndpoint(tree, { root }), async dispose() {} }
})

describeRouteConformance('the generic route', {
  route: genericRoute,
  async makePlaces() {
    const source = new MemoryTree()
    const destination = new MemoryTree()
    return {
      openSource: async () => new MemoryEndpoint(source),
      openDestination: async () => new MemoryEndpoint(destination),
      async dispose() {},
    }
  },
})
