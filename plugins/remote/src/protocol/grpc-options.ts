import type { ChannelOptions, ServerOptions } from '@grpc/grpc-js'
import {
  KEEPALIVE_INTERVAL_MS,
  MAX_CALLS,
  MAX_MESSAGE_BYTES,
  SESSION_MEMORY_MB,
  WINDOW_BYTES,
} from './limits.js'

/** Of both ends: messages as docs/wire.md allows them, and signs of life while a call is open. */
const BOTH = {
  'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
  'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
  'grpc.keepalive_time_ms': KEEPALIVE_INTERVAL_MS,
  'grpc.keepalive_timeout_ms': KEEPALIVE_INTERVAL_MS,
  'grpc.enable_channelz': 0,
  'grpc-node.max_session_memory': SESSION_MEMORY_MB,
}

/** For the channel to a daemon: directly, never by a proxy from the environment; one try, as calls change things. */
export function clientOptions(): ChannelOptions {
  return {
    ...BOTH,
    'grpc-node.flow_control_window': WINDOW_BYTES,
    'grpc.enable_http_proxy': 0,
    'grpc.enable_retries': 0,
    'grpc.service_config_disable_resolution': 1,
    'grpc.use_local_subchannel_pool': 1,
  }
}

/** For a server, whose windows {@link widenWindows} sets. */
export function serverOptions(): ServerOptions {
  return { ...BOTH, 'grpc.max_concurrent_streams': MAX_CALLS, 'grpc.max_metadata_size': 16 * 1024 }
}
