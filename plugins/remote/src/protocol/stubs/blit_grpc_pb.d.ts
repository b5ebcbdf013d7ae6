// Made from proto/blit.proto by `npm run proto`. Do not edit.
// sha256 6abc4377e86a8adee60df6273dce2f9d30af27dd00655a696db6caa222cb0e05, protoc
import type * as grpc from '@grpc/grpc-js'
import type * as pb from './blit_pb.js'

export declare const BlitService: {
  readonly push: grpc.MethodDefinition<pb.ClientPushRequest, pb.ServerPushResponse>
  readonly pull: grpc.MethodDefinition<pb.PullRequest, pb.PullChunk>
  readonly list: grpc.MethodDefinition<pb.ListRequest, pb.ListResponse>
  readonly purge: grpc.MethodDefinition<pb.PurgeRequest, pb.PurgeResponse>
  readonly ping: grpc.MethodDefinition<pb.PingRequest, pb.PingResponse>
  readonly pullSession: grpc.MethodDefinition<pb.ClientPullRequest, pb.ServerPullResponse>
  readonly modules: grpc.MethodDefinition<pb.ModulesRequest, pb.ModulesResponse>
  readonly stat: grpc.MethodDefinition<pb.StatRequest, pb.StatResponse>
  readonly scan: grpc.MethodDefinition<pb.ScanRequest, pb.ScanResponse>
  readonly hash: grpc.MethodDefinition<pb.HashRequest, pb.HashResponse>
  readonly space: grpc.MethodDefinition<pb.SpaceRequest, pb.SpaceResponse>
  readonly identity: grpc.MethodDefinition<pb.IdentityRequest, pb.IdentityResponse>
  readonly change: grpc.MethodDefinition<pb.ChangeRequest, pb.ChangeResponse>
  readonly write: grpc.MethodDefinition<pb.WriteRequest, pb.WriteResponse>
}

export interface BlitHandlers extends grpc.UntypedServiceImplementation {
  push: grpc.handleBidiStreamingCall<pb.ClientPushRequest, pb.ServerPushResponse>
  pull: grpc.handleServerStreamingCall<pb.PullRequest, pb.PullChunk>
  list: grpc.handleUnaryCall<pb.ListRequest, pb.ListResponse>
  purge: grpc.handleUnaryCall<pb.PurgeRequest, pb.PurgeResponse>
  ping: grpc.handleUnaryCall<pb.PingRequest, pb.PingResponse>
  pullSession: grpc.handleBidiStreamingCall<pb.ClientPullRequest, pb.ServerPullResponse>
  modules: grpc.handleUnaryCall<pb.ModulesRequest, pb.ModulesResponse>
  stat: grpc.handleUnaryCall<pb.StatRequest, pb.StatResponse>
  scan: grpc.handleServerStreamingCall<pb.ScanRequest, pb.ScanResponse>
  hash: grpc.handleBidiStreamingCall<pb.HashRequest, pb.HashResponse>
  space: grpc.handleUnaryCall<pb.SpaceRequest, pb.SpaceResponse>
  identity: grpc.handleUnaryCall<pb.IdentityRequest, pb.IdentityResponse>
  change: grpc.handleUnaryCall<pb.ChangeRequest, pb.ChangeResponse>
  write: grpc.handleBidiStreamingCall<pb.WriteRequest, pb.WriteResponse>
}

export declare class BlitClient extends grpc.Client {
  constructor(address: string, credentials: grpc.ChannelCredentials, options?: Partial<grpc.ClientOptions>)
  push(options?: Partial<grpc.CallOptions>): grpc.ClientDuplexStream<pb.ClientPushRequest, pb.ServerPushResponse>
  push(metadata: grpc.Metadata, options?: Partial<grpc.CallOptions>): grpc.ClientDuplexStream<pb.ClientPushRequest, pb.ServerPushResponse>
  pull(request: pb.PullRequest, options?: Partial<grpc.CallOptions>): grpc.ClientReadableStream<pb.PullChunk>
  pull(request: pb.PullRequest, metadata: grpc.Metadata, options?: Partial<grpc.CallOptions>): grpc.ClientReadableStream<pb.PullChunk>
  list(request: pb.ListRequest, callback: (error: grpc.ServiceError | null, response: pb.ListResponse) => void): grpc.ClientUnaryCall
  list(request: pb.ListRequest, metadata: grpc.Metadata, callback: (error: grpc.ServiceError | null, response: pb.ListResponse) => void): grpc.ClientUnaryCall
  list(request: pb.ListRequest, metadata: grpc.Metadata, options: Partial<grpc.CallOptions>, callback: (error: grpc.ServiceError | null, response: pb.ListResponse) => void): grpc.ClientUnaryCall
  purge(request: pb.PurgeRequest, callback: (error: grpc.ServiceError | null, response: pb.PurgeResponse) => void): grpc.ClientUnaryCall
  purge(request: pb.PurgeRequest, metadata: grpc.Metadata, callback: (error: grpc.ServiceError | null, response: pb.PurgeResponse) => void): grpc.ClientUnaryCall
  purge(request: pb.PurgeRequest, metadata: grpc.Metadata, options: Partial<grpc.CallOptions>, callback: (error: grpc.ServiceError | null, response: pb.PurgeResponse) => void): grpc.ClientUnaryCall
  ping(request: pb.PingRequest, callback: (error: grpc.ServiceError | null, response: pb.PingResponse) => void): grpc.ClientUnaryCall
  ping(request: pb.PingRequest, metadata: grpc.Metadata, callback: (error: grpc.ServiceError | null, response: pb.PingResponse) => void): grpc.ClientUnaryCall
  ping(request: pb.PingRequest, metadata: grpc.Metadata, options: Partial<grpc.CallOptions>, callback: (error: grpc.ServiceError | null, response: pb.PingResponse) => void): grpc.ClientUnaryCall
  pullSession(options?: Partial<grpc.CallOptions>): grpc.ClientDuplexStream<pb.ClientPullRequest, pb.ServerPullResponse>
  pullSession(metadata: grpc.Metadata, options?: Partial<grpc.CallOptions>): grpc.ClientDuplexStream<pb.ClientPullRequest, pb.ServerPullResponse>
  modules(request: pb.ModulesRequest, callback: (error: grpc.ServiceError | null, response: pb.ModulesResponse) => void): grpc.ClientUnaryCall
  modules(request: pb.ModulesRequest, metadata: grpc.Metadata, callback: (error: grpc.ServiceError | null, response: pb.ModulesResponse) => void): grpc.ClientUnaryCall
  modules(request: pb.ModulesRequest, metadata: grpc.Metadata, options: Partial<grpc.CallOptions>, callback: (error: grpc.ServiceError | null, response: pb.ModulesResponse) => void): grpc.ClientUnaryCall
  stat(request: pb.StatRequest, callback: (error: grpc.ServiceError | null, response: pb.StatResponse) => void): grpc.ClientUnaryCall
  stat(request: pb.StatRequest, metadata: grpc.Metadata, callback: (error: grpc.ServiceError | null, response: pb.StatResponse) => void): grpc.ClientUnaryCall
  stat(request: pb.StatRequest, metadata: grpc.Metadata, options: Partial<grpc.CallOptions>, callback: (error: grpc.ServiceError | null, response: pb.StatResponse) => void): grpc.ClientUnaryCall
  scan(request: pb.ScanRequest, options?: Partial<grpc.CallOptions>): grpc.ClientReadableStream<pb.ScanResponse>
  scan(request: pb.ScanRequest, metadata: grpc.Metadata, options?: Partial<grpc.CallOptions>): grpc.ClientReadableStream<pb.ScanResponse>
  hash(options?: Partial<grpc.CallOptions>): grpc.ClientDuplexStream<pb.HashRequest, pb.HashResponse>
  hash(metadata: grpc.Metadata, options?: Partial<grpc.CallOptions>): grpc.ClientDuplexStream<pb.HashRequest, pb.HashResponse>
  space(request: pb.SpaceRequest, callback: (error: grpc.ServiceError | null, response: pb.SpaceResponse) => void): grpc.ClientUnaryCall
  space(request: pb.SpaceRequest, metadata: grpc.Metadata, callback: (error: grpc.ServiceError | null, response: pb.SpaceResponse) => void): grpc.ClientUnaryCall
  space(request: pb.SpaceRequest, metadata: grpc.Metadata, options: Partial<grpc.CallOptions>, callback: (error: grpc.ServiceError | null, response: pb.SpaceResponse) => void): grpc.ClientUnaryCall
  identity(request: pb.IdentityRequest, callback: (error: grpc.ServiceError | null, response: pb.IdentityResponse) => void): grpc.ClientUnaryCall
  identity(request: pb.IdentityRequest, metadata: grpc.Metadata, callback: (error: grpc.ServiceError | null, response: pb.IdentityResponse) => void): grpc.ClientUnaryCall
  identity(request: pb.IdentityRequest, metadata: grpc.Metadata, options: Partial<grpc.CallOptions>, callback: (error: grpc.ServiceError | null, response: pb.IdentityResponse) => void): grpc.ClientUnaryCall
  change(request: pb.ChangeRequest, callback: (error: grpc.ServiceError | null, response: pb.ChangeResponse) => void): grpc.ClientUnaryCall
  change(request: pb.ChangeRequest, metadata: grpc.Metadata, callback: (error: grpc.ServiceError | null, response: pb.ChangeResponse) => void): grpc.ClientUnaryCall
  change(request: pb.ChangeRequest, metadata: grpc.Metadata, options: Partial<grpc.CallOptions>, callback: (error: grpc.ServiceError | null, response: pb.ChangeResponse) => void): grpc.ClientUnaryCall
  write(options?: Partial<grpc.CallOptions>): grpc.ClientDuplexStream<pb.WriteRequest, pb.WriteResponse>
  write(metadata: grpc.Metadata, options?: Partial<grpc.CallOptions>): grpc.ClientDuplexStream<pb.WriteRequest, pb.WriteResponse>
}
