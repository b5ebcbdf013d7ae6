import type { ChannelOptions } from '@grpc/grpc-js'
import { KEEPALIVE_INTERVAL_MS, MAX_MESSAGE_BYTES } from '../protocol/index.js'

/** With the default of 64 KiB one round trip moves no more than that. */
const WINDOW_BYTES = 8 * 1024 * 1024

/** How a client talks to a daemon. */
export const CHANNEL_OPTIONS: ChannelOptions = {
  // A proxy of the web has no business between two machines that share files.
  'grpc.enable_http_proxy': 0,
  'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
  'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
  // A peer that is gone without a word is noticed by this, and a call over it ends.
  'grpc.keepalive_time_ms': KEEPALIVE_INTERVAL_MS,
  'grpc.keepalive_timeout_ms': KEEPALIVE_INTERVAL_MS,
  'grpc-node.flow_control_window': WINDOW_BYTES,
  // Channels of one process to one daemon would share sockets, and outlive each other.
  'grpc.use_local_subchannel_pool': 1,
}
