export { DEFAULT_PORT, PROTOCOL_VERSION } from './protocol/limits.js'
export {
  daemonFile,
  isOwn,
  LOCAL_TOKEN_BYTES,
  localDirectories,
  readLocalToken,
  TOKEN_KEY,
} from './local-daemon.js'
