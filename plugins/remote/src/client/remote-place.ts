import { BlitError, isBlitError, checkRelativePath, joinPath, toBytes, type CallOptions } from '@blit/core'
import type { MethodDefinition } from '@grpc/grpc-js'
import { encodePlace, type pb } from '../protocol/index.js'
import type { CallBounds, DaemonConnection } from './daemon-connection.js'
import { listenByMany } from './listen-by-many.js'

/** For an answer that takes the daemon a look at a disk, which may have to spin up first. */
const ANSWER_TIMEOUT_MS = 60_000

export interface RemotePlaceOptions {
  readonly connection: DaemonConnection
  readonly module: string
  /** Beneath the module's root; '' is that root. A byte string. */
  readonly root: string
  /** What the user calls it. */
  readonly label: string
}

/** A place in a module of a daemon, and the calls about what is in it. */
export class RemotePlace {
  readonly connection: DaemonConnection
  readonly module: string
  readonly root: string
  readonly label: string
  private followed: string | undefined
  private isClosed = false

  constructor({ connection, module, root, label }: RemotePlaceOptions) {
    this.connection = connection
    this.module = module
    this.root = root
    this.label = label
  }

  /** The `Place` of a path relative to the root. Rejects with `E_BAD_NAME` what is none (S12). */
  at(path: string): pb.Place {
    return encodePlace({ module: this.module, path: this.beneathModule(path) })
  }

  /** The `Place` of the root itself, which is a symlink if it was one. */
  atItself(): pb.Place {
    return encodePlace({ module: this.module, path: this.root })
  }

  /**
   * From here on the root is found through the symlinks on the way to it, as a shell would: it is the directory at this
   * path beneath the module's root. A daemon follows none of itself.
   */
  follow(path: string): void {
    this.followed = path
  }

  /** A path relative to the root, as it is called beneath the module's root. */
  bytesOf(path: string): Uint8Array {
    return toBytes(this.beneathModule(path))
  }

  /** Asks for something that takes no longer than a look. */
  async look<Request, Answer>(
    method: MethodDefinition<Request, Answer>,
    request: Request,
    { signal }: CallOptions,
  ): Promise<Answer> {
    return this.ask(method, request, { signal, deadlineMs: Date.now() + ANSWER_TIMEOUT_MS })
  }

  /** Asks for something that takes as long as it takes. */
  async ask<Request, Answer>(
    method: MethodDefinition<Request, Answer>,
    request: Request,
    bounds: CallBounds,
  ): Promise<Answer> {
    this.begin(bounds)
    try {
      return await this.connection.ask(method, request, bounds)
    } catch (error) {
      throw isBlitError(error) && error.code === 'E_NO_MODULE' ? this.noModule(error) : error
    }
  }

  /** What every call starts with. */
  begin({ signal }: CallOptions): void {
    signal.throwIfAborted()
    listenByMany(signal)
    if (this.isClosed) throw new BlitError('E_UNEXPECTED', `${this.label}: the endpoint is closed`)
  }

  close(): void {
    this.isClosed = true
  }

  /** The daemon does not know by which name it is called here. */
  private noModule({ message, cause }: BlitError): BlitError {
    const hint = `see what there is with \`blit modules ${this.connection.at.name}\``
    return new BlitError('E_NO_MODULE', message, { path: this.label, hint, cause })
  }

  private beneathModule(path: string): string {
    checkRelativePath(path)
    return joinPath(this.followed ?? this.root, path)
  }
}
