import type { Metadata } from '@grpc/grpc-js'
import { BlitError } from '@blit/core'
import { TOKEN_KEY } from '@blit/remote'
import { timingSafeEqual } from 'node:crypto'
import type { Socket } from 'node:net'
import { peerOwner } from './peer-owner.js'

/** Who calls: what of a call is looked at. */
export interface Caller {
  readonly metadata: Metadata
  getPeer(): string
}

/**
 * Who may call a daemon that only this machine reaches: its own user and root, by the owner of the socket at the other end, and
 * whoever has the token that only they can read (S17). Where the owner cannot be told, it takes the token.
 */
export class LocalAccess {
  /** By the name that a call has for its peer. */
  private readonly owners = new Map<string, () => Promise<number | undefined>>()

  constructor(
    private readonly token: Uint8Array,
    private readonly uid: number | undefined = process.getuid?.(),
  ) {}

  /** To be told of each connection of the control plane. */
  watch(socket: Socket): void {
    const { localAddress = '', localPort = 0, remoteAddress = '', remotePort = 0 } = socket
    const peer = `${remoteAddress}:${remotePort}`
    let owner: Promise<number | undefined> | undefined
    const find = async (): Promise<number | undefined> =>
      (owner ??= peerOwner({
        local: { address: remoteAddress, port: remotePort },
        remote: { address: localAddress, port: localPort },
      }))
    this.owners.set(peer, find)
    socket.once('close', () => {
      if (this.owners.get(peer) === find) this.owners.delete(peer)
    })
  }

  /** Rejects with `E_UNAUTHORISED`. */
  async check(call: Caller): Promise<void> {
    if (this.proves(call.metadata)) return
    const owner = await this.owners.get(call.getPeer())?.()
    if (owner !== undefined && (owner === 0 || owner === this.uid)) return
    throw new BlitError('E_UNAUTHORISED', 'this daemon belongs to another user of this machine', {
      hint: 'run blit as that user, or as root; started with --insecure it is open to everybody here',
    })
  }

  private proves(metadata: Metadata): boolean {
    const [given] = metadata.get(TOKEN_KEY)
    const { token } = this
    return given instanceof Buffer && given.length === token.length && timingSafeEqual(given, token)
  }
}
