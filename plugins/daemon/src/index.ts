export { DEFAULT_PORT } from '@blit/remote'
