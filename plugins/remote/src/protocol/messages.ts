// Made from proto/blit.proto by `npm run proto`. Do not edit.
// sha256 6abc4377e86a8adee60df6273dce2f9d30af27dd00655a696db6caa222cb0e05, protoc
import pb from '#stubs/blit_pb.js'

export const {
  EntryType,
  Protocol,
  Place,
  EntryColumns,
  Failure,
  SourceMessage,
  DestinationMessage,
  EntryBatch,
  Xattrs,
  Need,
  Held,
  NeedComplete,
  DataDone,
  StreamLost,
  Progress,
  Failures,
  Warning,
  Action,
  Actions,
  Committed,
  Removed,
  DeletePlan,
  DeleteConfirm,
  Summary,
  TransferOptions,
  FilesFrom,
  FilterRule,
  Preserve,
  ClientPushRequest,
  ServerPushResponse,
  Alive,
  PushHeader,
  Welcome,
  Limits,
  FileHeader,
  ManifestComplete,
  DataTransferNegotiation,
  PushSummary,
  PullRequest,
  PullChunk,
  ClientPullRequest,
  ServerPullResponse,
  PullHeader,
  PingRequest,
  PingResponse,
  ModulesRequest,
  ModulesResponse,
  Module,
  ListRequest,
  ListResponse,
  FileInfo,
  StatRequest,
  StatResponse,
  ScanRequest,
  ScanResponse,
  HashRequest,
  HashResponse,
  SpaceRequest,
  SpaceResponse,
  IdentityRequest,
  IdentityResponse,
  PurgeRequest,
  PurgeResponse,
  ChangeRequest,
  ChangeResponse,
  MakeDirectory,
  MakeSymlink,
  Remove,
  Rename,
  SetMetadata,
  MakeHardLink,
  MakeSpecial,
  Sync,
  WriteRequest,
  WriteHeader,
  WriteFile,
  WriteResponse,
  WriteReady,
  Written,
} = pb
export type EntryType = pb.EntryType
export type Protocol = pb.Protocol
export type Place = pb.Place
export type EntryColumns = pb.EntryColumns
export type Failure = pb.Failure
export type SourceMessage = pb.SourceMessage
export type DestinationMessage = pb.DestinationMessage
export type EntryBatch = pb.EntryBatch
export type Xattrs = pb.Xattrs
export type Need = pb.Need
export type Held = pb.Held
export type NeedComplete = pb.NeedComplete
export type DataDone = pb.DataDone
export type StreamLost = pb.StreamLost
export type Progress = pb.Progress
export type Failures = pb.Failures
export type Warning = pb.Warning
export type Action = pb.Action
export type Actions = pb.Actions
export type Committed = pb.Committed
export type Removed = pb.Removed
export type DeletePlan = pb.DeletePlan
export type DeleteConfirm = pb.DeleteConfirm
export type Summary = pb.Summary
export type TransferOptions = pb.TransferOptions
export type FilesFrom = pb.FilesFrom
export type FilterRule = pb.FilterRule
export type Preserve = pb.Preserve
export type ClientPushRequest = pb.ClientPushRequest
export type ServerPushResponse = pb.ServerPushResponse
export type Alive = pb.Alive
export type PushHeader = pb.PushHeader
export type Welcome = pb.Welcome
export type Limits = pb.Limits
export type FileHeader = pb.FileHeader
export type ManifestComplete = pb.ManifestComplete
export type DataTransferNegotiation = pb.DataTransferNegotiation
export type PushSummary = pb.PushSummary
export type PullRequest = pb.PullRequest
export type PullChunk = pb.PullChunk
export type ClientPullRequest = pb.ClientPullRequest
export type ServerPullResponse = pb.ServerPullResponse
export type PullHeader = pb.PullHeader
export type PingRequest = pb.PingRequest
export type PingResponse = pb.PingResponse
export type ModulesRequest = pb.ModulesRequest
export type ModulesResponse = pb.ModulesResponse
export type Module = pb.Module
export type ListRequest = pb.ListRequest
export type ListResponse = pb.ListResponse
export type FileInfo = pb.FileInfo
export type StatRequest = pb.StatRequest
export type StatResponse = pb.StatResponse
export type ScanRequest = pb.ScanRequest
export type ScanResponse = pb.ScanResponse
export type HashRequest = pb.HashRequest
export type HashResponse = pb.HashResponse
export type SpaceRequest = pb.SpaceRequest
export type SpaceResponse = pb.SpaceResponse
export type IdentityRequest = pb.IdentityRequest
export type IdentityResponse = pb.IdentityResponse
export type PurgeRequest = pb.PurgeRequest
export type PurgeResponse = pb.PurgeResponse
export type ChangeRequest = pb.ChangeRequest
export type ChangeResponse = pb.ChangeResponse
export type MakeDirectory = pb.MakeDirectory
export type MakeSymlink = pb.MakeSymlink
export type Remove = pb.Remove
export type Rename = pb.Rename
export type SetMetadata = pb.SetMetadata
export type MakeHardLink = pb.MakeHardLink
export type MakeSpecial = pb.MakeSpecial
export type Sync = pb.Sync
export type WriteRequest = pb.WriteRequest
export type WriteHeader = pb.WriteHeader
export type WriteFile = pb.WriteFile
export type WriteResponse = pb.WriteResponse
export type WriteReady = pb.WriteReady
export type Written = pb.Written
