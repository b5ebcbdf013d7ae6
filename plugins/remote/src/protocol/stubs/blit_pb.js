// Made from proto/blit.proto by `npm run proto`. Do not edit.
// sha256 6abc4377e86a8adee60df6273dce2f9d30af27dd00655a696db6caa222cb0e05, protoc
var jspb = require('google-protobuf');
var goog = jspb;
var global = { proto: {} };
var proto = global.proto;

goog.exportSymbol('proto.blit.v2.Action', null, global);
goog.exportSymbol('proto.blit.v2.Actions', null, global);
goog.exportSymbol('proto.blit.v2.Alive', null, global);
goog.exportSymbol('proto.blit.v2.ChangeRequest', null, global);
goog.exportSymbol('proto.blit.v2.ChangeRequest.ChangeCase', null, global);
goog.exportSymbol('proto.blit.v2.ChangeResponse', null, global);
goog.exportSymbol('proto.blit.v2.ClientPullRequest', null, global);
goog.exportSymbol('proto.blit.v2.ClientPullRequest.PayloadCase', null, global);
goog.exportSymbol('proto.blit.v2.ClientPushRequest', null, global);
goog.exportSymbol('proto.blit.v2.ClientPushRequest.PayloadCase', null, global);
goog.exportSymbol('proto.blit.v2.Committed', null, global);
goog.exportSymbol('proto.blit.v2.DataDone', null, global);
goog.exportSymbol('proto.blit.v2.DataTransferNegotiation', null, global);
goog.exportSymbol('proto.blit.v2.DeleteConfirm', null, global);
goog.exportSymbol('proto.blit.v2.DeletePlan', null, global);
goog.exportSymbol('proto.blit.v2.DestinationMessage', null, global);
goog.exportSymbol('proto.blit.v2.DestinationMessage.PayloadCase', null, global);
goog.exportSymbol('proto.blit.v2.EntryBatch', null, global);
goog.exportSymbol('proto.blit.v2.EntryColumns', null, global);
goog.exportSymbol('proto.blit.v2.EntryType', null, global);
goog.exportSymbol('proto.blit.v2.Failure', null, global);
goog.exportSymbol('proto.blit.v2.Failures', null, global);
goog.exportSymbol('proto.blit.v2.FileHeader', null, global);
goog.exportSymbol('proto.blit.v2.FileInfo', null, global);
goog.exportSymbol('proto.blit.v2.FilesFrom', null, global);
goog.exportSymbol('proto.blit.v2.FilterRule', null, global);
goog.exportSymbol('proto.blit.v2.HashRequest', null, global);
goog.exportSymbol('proto.blit.v2.HashResponse', null, global);
goog.exportSymbol('proto.blit.v2.Held', null, global);
goog.exportSymbol('proto.blit.v2.IdentityRequest', null, global);
goog.exportSymbol('proto.blit.v2.IdentityResponse', null, global);
goog.exportSymbol('proto.blit.v2.Limits', null, global);
goog.exportSymbol('proto.blit.v2.ListRequest', null, global);
goog.exportSymbol('proto.blit.v2.ListResponse', null, global);
goog.exportSymbol('proto.blit.v2.MakeDirectory', null, global);
goog.exportSymbol('proto.blit.v2.MakeHardLink', null, global);
goog.exportSymbol('proto.blit.v2.MakeSpecial', null, global);
goog.exportSymbol('proto.blit.v2.MakeSymlink', null, global);
goog.exportSymbol('proto.blit.v2.ManifestComplete', null, global);
goog.exportSymbol('proto.blit.v2.Module', null, global);
goog.exportSymbol('proto.blit.v2.ModulesRequest', null, global);
goog.exportSymbol('proto.blit.v2.ModulesResponse', null, global);
goog.exportSymbol('proto.blit.v2.Need', null, global);
goog.exportSymbol('proto.blit.v2.NeedComplete', null, global);
goog.exportSymbol('proto.blit.v2.PingRequest', null, global);
goog.exportSymbol('proto.blit.v2.PingResponse', null, global);
goog.exportSymbol('proto.blit.v2.Place', null, global);
goog.exportSymbol('proto.blit.v2.Preserve', null, global);
goog.exportSymbol('proto.blit.v2.Progress', null, global);
goog.exportSymbol('proto.blit.v2.Protocol', null, global);
goog.exportSymbol('proto.blit.v2.PullChunk', null, global);
goog.exportSymbol('proto.blit.v2.PullChunk.PayloadCase', null, global);
goog.exportSymbol('proto.blit.v2.PullHeader', null, global);
goog.exportSymbol('proto.blit.v2.PullRequest', null, global);
goog.exportSymbol('proto.blit.v2.PurgeRequest', null, global);
goog.exportSymbol('proto.blit.v2.PurgeResponse', null, global);
goog.exportSymbol('proto.blit.v2.PushHeader', null, global);
goog.exportSymbol('proto.blit.v2.PushSummary', null, global);
goog.exportSymbol('proto.blit.v2.Remove', null, global);
goog.exportSymbol('proto.blit.v2.Removed', null, global);
goog.exportSymbol('proto.blit.v2.Rename', null, global);
goog.exportSymbol('proto.blit.v2.ScanRequest', null, global);
goog.exportSymbol('proto.blit.v2.ScanResponse', null, global);
goog.exportSymbol('proto.blit.v2.ServerPullResponse', null, global);
goog.exportSymbol('proto.blit.v2.ServerPullResponse.PayloadCase', null, global);
goog.exportSymbol('proto.blit.v2.ServerPushResponse', null, global);
goog.exportSymbol('proto.blit.v2.ServerPushResponse.PayloadCase', null, global);
goog.exportSymbol('proto.blit.v2.SetMetadata', null, global);
goog.exportSymbol('proto.blit.v2.SourceMessage', null, global);
goog.exportSymbol('proto.blit.v2.SourceMessage.PayloadCase', null, global);
goog.exportSymbol('proto.blit.v2.SpaceRequest', null, global);
goog.exportSymbol('proto.blit.v2.SpaceResponse', null, global);
goog.exportSymbol('proto.blit.v2.StatRequest', null, global);
goog.exportSymbol('proto.blit.v2.StatResponse', null, global);
goog.exportSymbol('proto.blit.v2.StreamLost', null, global);
goog.exportSymbol('proto.blit.v2.Summary', null, global);
goog.exportSymbol('proto.blit.v2.Sync', null, global);
goog.exportSymbol('proto.blit.v2.TransferOptions', null, global);
goog.exportSymbol('proto.blit.v2.Warning', null, global);
goog.exportSymbol('proto.blit.v2.Welcome', null, global);
goog.exportSymbol('proto.blit.v2.WriteFile', null, global);
goog.exportSymbol('proto.blit.v2.WriteHeader', null, global);
goog.exportSymbol('proto.blit.v2.WriteReady', null, global);
goog.exportSymbol('proto.blit.v2.WriteRequest', null, global);
goog.exportSymbol('proto.blit.v2.WriteRequest.PayloadCase', null, global);
goog.exportSymbol('proto.blit.v2.WriteResponse', null, global);
goog.exportSymbol('proto.blit.v2.WriteResponse.PayloadCase', null, global);
goog.exportSymbol('proto.blit.v2.Written', null, global);
goog.exportSymbol('proto.blit.v2.Xattrs', null, global);
proto.blit.v2.Protocol = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.Protocol.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.Protocol, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Protocol.displayName = 'proto.blit.v2.Protocol';
}
proto.blit.v2.Place = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.Place, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Place.displayName = 'proto.blit.v2.Place';
}
proto.blit.v2.EntryColumns = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.EntryColumns.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.EntryColumns, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.EntryColumns.displayName = 'proto.blit.v2.EntryColumns';
}
proto.blit.v2.Failure = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.Failure, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Failure.displayName = 'proto.blit.v2.Failure';
}
proto.blit.v2.SourceMessage = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, proto.blit.v2.SourceMessage.oneofGroups_);
};
goog.inherits(proto.blit.v2.SourceMessage, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.SourceMessage.displayName = 'proto.blit.v2.SourceMessage';
}
proto.blit.v2.DestinationMessage = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, proto.blit.v2.DestinationMessage.oneofGroups_);
};
goog.inherits(proto.blit.v2.DestinationMessage, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.DestinationMessage.displayName = 'proto.blit.v2.DestinationMessage';
}
proto.blit.v2.EntryBatch = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.EntryBatch.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.EntryBatch, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.EntryBatch.displayName = 'proto.blit.v2.EntryBatch';
}
proto.blit.v2.Xattrs = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.Xattrs.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.Xattrs, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Xattrs.displayName = 'proto.blit.v2.Xattrs';
}
proto.blit.v2.Need = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.Need.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.Need, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Need.displayName = 'proto.blit.v2.Need';
}
proto.blit.v2.Held = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.Held, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Held.displayName = 'proto.blit.v2.Held';
}
proto.blit.v2.NeedComplete = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.NeedComplete, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.NeedComplete.displayName = 'proto.blit.v2.NeedComplete';
}
proto.blit.v2.DataDone = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.DataDone.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.DataDone, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.DataDone.displayName = 'proto.blit.v2.DataDone';
}
proto.blit.v2.StreamLost = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.StreamLost, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.StreamLost.displayName = 'proto.blit.v2.StreamLost';
}
proto.blit.v2.Progress = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.Progress, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Progress.displayName = 'proto.blit.v2.Progress';
}
proto.blit.v2.Failures = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.Failures.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.Failures, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Failures.displayName = 'proto.blit.v2.Failures';
}
proto.blit.v2.Warning = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.Warning, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Warning.displayName = 'proto.blit.v2.Warning';
}
proto.blit.v2.Action = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.Action, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Action.displayName = 'proto.blit.v2.Action';
}
proto.blit.v2.Actions = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.Actions.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.Actions, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Actions.displayName = 'proto.blit.v2.Actions';
}
proto.blit.v2.Committed = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.Committed.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.Committed, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Committed.displayName = 'proto.blit.v2.Committed';
}
proto.blit.v2.Removed = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.Removed.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.Removed, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Removed.displayName = 'proto.blit.v2.Removed';
}
proto.blit.v2.DeletePlan = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.DeletePlan.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.DeletePlan, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.DeletePlan.displayName = 'proto.blit.v2.DeletePlan';
}
proto.blit.v2.DeleteConfirm = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.DeleteConfirm, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.DeleteConfirm.displayName = 'proto.blit.v2.DeleteConfirm';
}
proto.blit.v2.Summary = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.Summary, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Summary.displayName = 'proto.blit.v2.Summary';
}
proto.blit.v2.TransferOptions = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.TransferOptions.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.TransferOptions, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.TransferOptions.displayName = 'proto.blit.v2.TransferOptions';
}
proto.blit.v2.FilesFrom = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.FilesFrom.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.FilesFrom, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.FilesFrom.displayName = 'proto.blit.v2.FilesFrom';
}
proto.blit.v2.FilterRule = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.FilterRule, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.FilterRule.displayName = 'proto.blit.v2.FilterRule';
}
proto.blit.v2.Preserve = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.Preserve, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Preserve.displayName = 'proto.blit.v2.Preserve';
}
proto.blit.v2.ClientPushRequest = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, proto.blit.v2.ClientPushRequest.oneofGroups_);
};
goog.inherits(proto.blit.v2.ClientPushRequest, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.ClientPushRequest.displayName = 'proto.blit.v2.ClientPushRequest';
}
proto.blit.v2.ServerPushResponse = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, proto.blit.v2.ServerPushResponse.oneofGroups_);
};
goog.inherits(proto.blit.v2.ServerPushResponse, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.ServerPushResponse.displayName = 'proto.blit.v2.ServerPushResponse';
}
proto.blit.v2.Alive = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.Alive, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Alive.displayName = 'proto.blit.v2.Alive';
}
proto.blit.v2.PushHeader = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.PushHeader, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.PushHeader.displayName = 'proto.blit.v2.PushHeader';
}
proto.blit.v2.Welcome = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.Welcome, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Welcome.displayName = 'proto.blit.v2.Welcome';
}
proto.blit.v2.Limits = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.Limits, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Limits.displayName = 'proto.blit.v2.Limits';
}
proto.blit.v2.FileHeader = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.FileHeader, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.FileHeader.displayName = 'proto.blit.v2.FileHeader';
}
proto.blit.v2.ManifestComplete = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.ManifestComplete, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.ManifestComplete.displayName = 'proto.blit.v2.ManifestComplete';
}
proto.blit.v2.DataTransferNegotiation = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.DataTransferNegotiation.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.DataTransferNegotiation, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.DataTransferNegotiation.displayName = 'proto.blit.v2.DataTransferNegotiation';
}
proto.blit.v2.PushSummary = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.PushSummary, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.PushSummary.displayName = 'proto.blit.v2.PushSummary';
}
proto.blit.v2.PullRequest = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.PullRequest, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.PullRequest.displayName = 'proto.blit.v2.PullRequest';
}
proto.blit.v2.PullChunk = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, proto.blit.v2.PullChunk.oneofGroups_);
};
goog.inherits(proto.blit.v2.PullChunk, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.PullChunk.displayName = 'proto.blit.v2.PullChunk';
}
proto.blit.v2.ClientPullRequest = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, proto.blit.v2.ClientPullRequest.oneofGroups_);
};
goog.inherits(proto.blit.v2.ClientPullRequest, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.ClientPullRequest.displayName = 'proto.blit.v2.ClientPullRequest';
}
proto.blit.v2.ServerPullResponse = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, proto.blit.v2.ServerPullResponse.oneofGroups_);
};
goog.inherits(proto.blit.v2.ServerPullResponse, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.ServerPullResponse.displayName = 'proto.blit.v2.ServerPullResponse';
}
proto.blit.v2.PullHeader = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.PullHeader.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.PullHeader, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.PullHeader.displayName = 'proto.blit.v2.PullHeader';
}
proto.blit.v2.PingRequest = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.PingRequest, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.PingRequest.displayName = 'proto.blit.v2.PingRequest';
}
proto.blit.v2.PingResponse = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.PingResponse, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.PingResponse.displayName = 'proto.blit.v2.PingResponse';
}
proto.blit.v2.ModulesRequest = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.ModulesRequest, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.ModulesRequest.displayName = 'proto.blit.v2.ModulesRequest';
}
proto.blit.v2.ModulesResponse = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.ModulesResponse.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.ModulesResponse, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.ModulesResponse.displayName = 'proto.blit.v2.ModulesResponse';
}
proto.blit.v2.Module = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.Module, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Module.displayName = 'proto.blit.v2.Module';
}
proto.blit.v2.ListRequest = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.ListRequest, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.ListRequest.displayName = 'proto.blit.v2.ListRequest';
}
proto.blit.v2.ListResponse = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.ListResponse.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.ListResponse, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.ListResponse.displayName = 'proto.blit.v2.ListResponse';
}
proto.blit.v2.FileInfo = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.FileInfo, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.FileInfo.displayName = 'proto.blit.v2.FileInfo';
}
proto.blit.v2.StatRequest = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.StatRequest, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.StatRequest.displayName = 'proto.blit.v2.StatRequest';
}
proto.blit.v2.StatResponse = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.StatResponse, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.StatResponse.displayName = 'proto.blit.v2.StatResponse';
}
proto.blit.v2.ScanRequest = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.ScanRequest.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.ScanRequest, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.ScanRequest.displayName = 'proto.blit.v2.ScanRequest';
}
proto.blit.v2.ScanResponse = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.ScanResponse, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.ScanResponse.displayName = 'proto.blit.v2.ScanResponse';
}
proto.blit.v2.HashRequest = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.HashRequest, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.HashRequest.displayName = 'proto.blit.v2.HashRequest';
}
proto.blit.v2.HashResponse = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.HashResponse, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.HashResponse.displayName = 'proto.blit.v2.HashResponse';
}
proto.blit.v2.SpaceRequest = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.SpaceRequest, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.SpaceRequest.displayName = 'proto.blit.v2.SpaceRequest';
}
proto.blit.v2.SpaceResponse = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.SpaceResponse, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.SpaceResponse.displayName = 'proto.blit.v2.SpaceResponse';
}
proto.blit.v2.IdentityRequest = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.IdentityRequest, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.IdentityRequest.displayName = 'proto.blit.v2.IdentityRequest';
}
proto.blit.v2.IdentityResponse = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.IdentityResponse.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.IdentityResponse, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.IdentityResponse.displayName = 'proto.blit.v2.IdentityResponse';
}
proto.blit.v2.PurgeRequest = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.PurgeRequest.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.PurgeRequest, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.PurgeRequest.displayName = 'proto.blit.v2.PurgeRequest';
}
proto.blit.v2.PurgeResponse = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, proto.blit.v2.PurgeResponse.repeatedFields_, null);
};
goog.inherits(proto.blit.v2.PurgeResponse, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.PurgeResponse.displayName = 'proto.blit.v2.PurgeResponse';
}
proto.blit.v2.ChangeRequest = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, proto.blit.v2.ChangeRequest.oneofGroups_);
};
goog.inherits(proto.blit.v2.ChangeRequest, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.ChangeRequest.displayName = 'proto.blit.v2.ChangeRequest';
}
proto.blit.v2.ChangeResponse = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.ChangeResponse, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.ChangeResponse.displayName = 'proto.blit.v2.ChangeResponse';
}
proto.blit.v2.MakeDirectory = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.MakeDirectory, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.MakeDirectory.displayName = 'proto.blit.v2.MakeDirectory';
}
proto.blit.v2.MakeSymlink = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.MakeSymlink, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.MakeSymlink.displayName = 'proto.blit.v2.MakeSymlink';
}
proto.blit.v2.Remove = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.Remove, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Remove.displayName = 'proto.blit.v2.Remove';
}
proto.blit.v2.Rename = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.Rename, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Rename.displayName = 'proto.blit.v2.Rename';
}
proto.blit.v2.SetMetadata = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.SetMetadata, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.SetMetadata.displayName = 'proto.blit.v2.SetMetadata';
}
proto.blit.v2.MakeHardLink = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.MakeHardLink, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.MakeHardLink.displayName = 'proto.blit.v2.MakeHardLink';
}
proto.blit.v2.MakeSpecial = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.MakeSpecial, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.MakeSpecial.displayName = 'proto.blit.v2.MakeSpecial';
}
proto.blit.v2.Sync = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.Sync, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Sync.displayName = 'proto.blit.v2.Sync';
}
proto.blit.v2.WriteRequest = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, proto.blit.v2.WriteRequest.oneofGroups_);
};
goog.inherits(proto.blit.v2.WriteRequest, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.WriteRequest.displayName = 'proto.blit.v2.WriteRequest';
}
proto.blit.v2.WriteHeader = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.WriteHeader, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.WriteHeader.displayName = 'proto.blit.v2.WriteHeader';
}
proto.blit.v2.WriteFile = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.WriteFile, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.WriteFile.displayName = 'proto.blit.v2.WriteFile';
}
proto.blit.v2.WriteResponse = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, proto.blit.v2.WriteResponse.oneofGroups_);
};
goog.inherits(proto.blit.v2.WriteResponse, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.WriteResponse.displayName = 'proto.blit.v2.WriteResponse';
}
proto.blit.v2.WriteReady = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.WriteReady, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.WriteReady.displayName = 'proto.blit.v2.WriteReady';
}
proto.blit.v2.Written = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, null, null);
};
goog.inherits(proto.blit.v2.Written, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  proto.blit.v2.Written.displayName = 'proto.blit.v2.Written';
}
proto.blit.v2.Protocol.repeatedFields_ = [3];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Protocol.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Protocol.toObject(opt_includeInstance, this);
};
proto.blit.v2.Protocol.toObject = function(includeInstance, msg) {
  var f, obj = {
    version: jspb.Message.getFieldWithDefault(msg, 1, 0),
    minVersion: jspb.Message.getFieldWithDefault(msg, 2, 0),
    featuresList: (f = jspb.Message.getRepeatedField(msg, 3)) == null ? undefined : f,
    software: jspb.Message.getFieldWithDefault(msg, 4, "")
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Protocol.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Protocol;
  return proto.blit.v2.Protocol.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Protocol.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readUint32());
      msg.setVersion(value);
      break;
    case 2:
      var value =  (reader.readUint32());
      msg.setMinVersion(value);
      break;
    case 3:
      var value =  (reader.readString());
      msg.addFeatures(value);
      break;
    case 4:
      var value =  (reader.readString());
      msg.setSoftware(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Protocol.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Protocol.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Protocol.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getVersion();
  if (f !== 0) {
    writer.writeUint32(
      1,
      f
    );
  }
  f = message.getMinVersion();
  if (f !== 0) {
    writer.writeUint32(
      2,
      f
    );
  }
  f = message.getFeaturesList();
  if (f.length > 0) {
    writer.writeRepeatedString(
      3,
      f
    );
  }
  f = message.getSoftware();
  if (f.length > 0) {
    writer.writeString(
      4,
      f
    );
  }
};
proto.blit.v2.Protocol.prototype.getVersion = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, 0));
};
proto.blit.v2.Protocol.prototype.setVersion = function(value) {
  return jspb.Message.setProto3IntField(this, 1, value);
};
proto.blit.v2.Protocol.prototype.getMinVersion = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, 0));
};
proto.blit.v2.Protocol.prototype.setMinVersion = function(value) {
  return jspb.Message.setProto3IntField(this, 2, value);
};
proto.blit.v2.Protocol.prototype.getFeaturesList = function() {
  return  (jspb.Message.getRepeatedField(this, 3));
};
proto.blit.v2.Protocol.prototype.setFeaturesList = function(value) {
  return jspb.Message.setField(this, 3, value || []);
};
proto.blit.v2.Protocol.prototype.addFeatures = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 3, value, opt_index);
};
proto.blit.v2.Protocol.prototype.clearFeaturesList = function() {
  return this.setFeaturesList([]);
};
proto.blit.v2.Protocol.prototype.getSoftware = function() {
  return  (jspb.Message.getFieldWithDefault(this, 4, ""));
};
proto.blit.v2.Protocol.prototype.setSoftware = function(value) {
  return jspb.Message.setProto3StringField(this, 4, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Place.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Place.toObject(opt_includeInstance, this);
};
proto.blit.v2.Place.toObject = function(includeInstance, msg) {
  var f, obj = {
    module: jspb.Message.getFieldWithDefault(msg, 1, ""),
    path: msg.getPath_asB64()
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Place.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Place;
  return proto.blit.v2.Place.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Place.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readString());
      msg.setModule(value);
      break;
    case 2:
      var value =  (reader.readBytes());
      msg.setPath(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Place.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Place.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Place.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getModule();
  if (f.length > 0) {
    writer.writeString(
      1,
      f
    );
  }
  f = message.getPath_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      2,
      f
    );
  }
};
proto.blit.v2.Place.prototype.getModule = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, ""));
};
proto.blit.v2.Place.prototype.setModule = function(value) {
  return jspb.Message.setProto3StringField(this, 1, value);
};
proto.blit.v2.Place.prototype.getPath = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, ""));
};
proto.blit.v2.Place.prototype.getPath_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getPath()));
};
proto.blit.v2.Place.prototype.getPath_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getPath()));
};
proto.blit.v2.Place.prototype.setPath = function(value) {
  return jspb.Message.setProto3BytesField(this, 2, value);
};
proto.blit.v2.EntryColumns.repeatedFields_ = [3,4,5,6,7,8,9,10,14];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.EntryColumns.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.EntryColumns.toObject(opt_includeInstance, this);
};
proto.blit.v2.EntryColumns.toObject = function(includeInstance, msg) {
  var f, obj = {
    names: msg.getNames_asB64(),
    types: msg.getTypes_asB64(),
    sizesList: (f = jspb.Message.getRepeatedField(msg, 3)) == null ? undefined : f,
    mtimeSecondsList: (f = jspb.Message.getRepeatedField(msg, 4)) == null ? undefined : f,
    mtimeNanosList: (f = jspb.Message.getRepeatedField(msg, 5)) == null ? undefined : f,
    modesList: (f = jspb.Message.getRepeatedField(msg, 6)) == null ? undefined : f,
    uidsList: (f = jspb.Message.getRepeatedField(msg, 7)) == null ? undefined : f,
    gidsList: (f = jspb.Message.getRepeatedField(msg, 8)) == null ? undefined : f,
    rdevsList: (f = jspb.Message.getRepeatedField(msg, 9)) == null ? undefined : f,
    linkCountsList: (f = jspb.Message.getRepeatedField(msg, 10)) == null ? undefined : f,
    devices: msg.getDevices_asB64(),
    inodes: msg.getInodes_asB64(),
    ctimeNanos: msg.getCtimeNanos_asB64(),
    allocatedList: (f = jspb.Message.getRepeatedField(msg, 14)) == null ? undefined : f,
    targets: msg.getTargets_asB64()
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.EntryColumns.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.EntryColumns;
  return proto.blit.v2.EntryColumns.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.EntryColumns.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readBytes());
      msg.setNames(value);
      break;
    case 2:
      var value =  (reader.readBytes());
      msg.setTypes(value);
      break;
    case 3:
      var values =  (reader.isDelimited() ? reader.readPackedUint64() : [reader.readUint64()]);
      for (var i = 0; i < values.length; i++) {
        msg.addSizes(values[i]);
      }
      break;
    case 4:
      var values =  (reader.isDelimited() ? reader.readPackedSint64() : [reader.readSint64()]);
      for (var i = 0; i < values.length; i++) {
        msg.addMtimeSeconds(values[i]);
      }
      break;
    case 5:
      var values =  (reader.isDelimited() ? reader.readPackedUint32() : [reader.readUint32()]);
      for (var i = 0; i < values.length; i++) {
        msg.addMtimeNanos(values[i]);
      }
      break;
    case 6:
      var values =  (reader.isDelimited() ? reader.readPackedUint32() : [reader.readUint32()]);
      for (var i = 0; i < values.length; i++) {
        msg.addModes(values[i]);
      }
      break;
    case 7:
      var values =  (reader.isDelimited() ? reader.readPackedUint32() : [reader.readUint32()]);
      for (var i = 0; i < values.length; i++) {
        msg.addUids(values[i]);
      }
      break;
    case 8:
      var values =  (reader.isDelimited() ? reader.readPackedUint32() : [reader.readUint32()]);
      for (var i = 0; i < values.length; i++) {
        msg.addGids(values[i]);
      }
      break;
    case 9:
      var values =  (reader.isDelimited() ? reader.readPackedUint64() : [reader.readUint64()]);
      for (var i = 0; i < values.length; i++) {
        msg.addRdevs(values[i]);
      }
      break;
    case 10:
      var values =  (reader.isDelimited() ? reader.readPackedUint32() : [reader.readUint32()]);
      for (var i = 0; i < values.length; i++) {
        msg.addLinkCounts(values[i]);
      }
      break;
    case 11:
      var value =  (reader.readBytes());
      msg.setDevices(value);
      break;
    case 12:
      var value =  (reader.readBytes());
      msg.setInodes(value);
      break;
    case 13:
      var value =  (reader.readBytes());
      msg.setCtimeNanos(value);
      break;
    case 14:
      var values =  (reader.isDelimited() ? reader.readPackedUint64() : [reader.readUint64()]);
      for (var i = 0; i < values.length; i++) {
        msg.addAllocated(values[i]);
      }
      break;
    case 15:
      var value =  (reader.readBytes());
      msg.setTargets(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.EntryColumns.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.EntryColumns.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.EntryColumns.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getNames_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      1,
      f
    );
  }
  f = message.getTypes_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      2,
      f
    );
  }
  f = message.getSizesList();
  if (f.length > 0) {
    writer.writePackedUint64(
      3,
      f
    );
  }
  f = message.getMtimeSecondsList();
  if (f.length > 0) {
    writer.writePackedSint64(
      4,
      f
    );
  }
  f = message.getMtimeNanosList();
  if (f.length > 0) {
    writer.writePackedUint32(
      5,
      f
    );
  }
  f = message.getModesList();
  if (f.length > 0) {
    writer.writePackedUint32(
      6,
      f
    );
  }
  f = message.getUidsList();
  if (f.length > 0) {
    writer.writePackedUint32(
      7,
      f
    );
  }
  f = message.getGidsList();
  if (f.length > 0) {
    writer.writePackedUint32(
      8,
      f
    );
  }
  f = message.getRdevsList();
  if (f.length > 0) {
    writer.writePackedUint64(
      9,
      f
    );
  }
  f = message.getLinkCountsList();
  if (f.length > 0) {
    writer.writePackedUint32(
      10,
      f
    );
  }
  f = message.getDevices_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      11,
      f
    );
  }
  f = message.getInodes_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      12,
      f
    );
  }
  f = message.getCtimeNanos_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      13,
      f
    );
  }
  f = message.getAllocatedList();
  if (f.length > 0) {
    writer.writePackedUint64(
      14,
      f
    );
  }
  f = message.getTargets_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      15,
      f
    );
  }
};
proto.blit.v2.EntryColumns.prototype.getNames = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, ""));
};
proto.blit.v2.EntryColumns.prototype.getNames_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getNames()));
};
proto.blit.v2.EntryColumns.prototype.getNames_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getNames()));
};
proto.blit.v2.EntryColumns.prototype.setNames = function(value) {
  return jspb.Message.setProto3BytesField(this, 1, value);
};
proto.blit.v2.EntryColumns.prototype.getTypes = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, ""));
};
proto.blit.v2.EntryColumns.prototype.getTypes_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getTypes()));
};
proto.blit.v2.EntryColumns.prototype.getTypes_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getTypes()));
};
proto.blit.v2.EntryColumns.prototype.setTypes = function(value) {
  return jspb.Message.setProto3BytesField(this, 2, value);
};
proto.blit.v2.EntryColumns.prototype.getSizesList = function() {
  return  (jspb.Message.getRepeatedField(this, 3));
};
proto.blit.v2.EntryColumns.prototype.setSizesList = function(value) {
  return jspb.Message.setField(this, 3, value || []);
};
proto.blit.v2.EntryColumns.prototype.addSizes = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 3, value, opt_index);
};
proto.blit.v2.EntryColumns.prototype.clearSizesList = function() {
  return this.setSizesList([]);
};
proto.blit.v2.EntryColumns.prototype.getMtimeSecondsList = function() {
  return  (jspb.Message.getRepeatedField(this, 4));
};
proto.blit.v2.EntryColumns.prototype.setMtimeSecondsList = function(value) {
  return jspb.Message.setField(this, 4, value || []);
};
proto.blit.v2.EntryColumns.prototype.addMtimeSeconds = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 4, value, opt_index);
};
proto.blit.v2.EntryColumns.prototype.clearMtimeSecondsList = function() {
  return this.setMtimeSecondsList([]);
};
proto.blit.v2.EntryColumns.prototype.getMtimeNanosList = function() {
  return  (jspb.Message.getRepeatedField(this, 5));
};
proto.blit.v2.EntryColumns.prototype.setMtimeNanosList = function(value) {
  return jspb.Message.setField(this, 5, value || []);
};
proto.blit.v2.EntryColumns.prototype.addMtimeNanos = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 5, value, opt_index);
};
proto.blit.v2.EntryColumns.prototype.clearMtimeNanosList = function() {
  return this.setMtimeNanosList([]);
};
proto.blit.v2.EntryColumns.prototype.getModesList = function() {
  return  (jspb.Message.getRepeatedField(this, 6));
};
proto.blit.v2.EntryColumns.prototype.setModesList = function(value) {
  return jspb.Message.setField(this, 6, value || []);
};
proto.blit.v2.EntryColumns.prototype.addModes = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 6, value, opt_index);
};
proto.blit.v2.EntryColumns.prototype.clearModesList = function() {
  return this.setModesList([]);
};
proto.blit.v2.EntryColumns.prototype.getUidsList = function() {
  return  (jspb.Message.getRepeatedField(this, 7));
};
proto.blit.v2.EntryColumns.prototype.setUidsList = function(value) {
  return jspb.Message.setField(this, 7, value || []);
};
proto.blit.v2.EntryColumns.prototype.addUids = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 7, value, opt_index);
};
proto.blit.v2.EntryColumns.prototype.clearUidsList = function() {
  return this.setUidsList([]);
};
proto.blit.v2.EntryColumns.prototype.getGidsList = function() {
  return  (jspb.Message.getRepeatedField(this, 8));
};
proto.blit.v2.EntryColumns.prototype.setGidsList = function(value) {
  return jspb.Message.setField(this, 8, value || []);
};
proto.blit.v2.EntryColumns.prototype.addGids = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 8, value, opt_index);
};
proto.blit.v2.EntryColumns.prototype.clearGidsList = function() {
  return this.setGidsList([]);
};
proto.blit.v2.EntryColumns.prototype.getRdevsList = function() {
  return  (jspb.Message.getRepeatedField(this, 9));
};
proto.blit.v2.EntryColumns.prototype.setRdevsList = function(value) {
  return jspb.Message.setField(this, 9, value || []);
};
proto.blit.v2.EntryColumns.prototype.addRdevs = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 9, value, opt_index);
};
proto.blit.v2.EntryColumns.prototype.clearRdevsList = function() {
  return this.setRdevsList([]);
};
proto.blit.v2.EntryColumns.prototype.getLinkCountsList = function() {
  return  (jspb.Message.getRepeatedField(this, 10));
};
proto.blit.v2.EntryColumns.prototype.setLinkCountsList = function(value) {
  return jspb.Message.setField(this, 10, value || []);
};
proto.blit.v2.EntryColumns.prototype.addLinkCounts = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 10, value, opt_index);
};
proto.blit.v2.EntryColumns.prototype.clearLinkCountsList = function() {
  return this.setLinkCountsList([]);
};
proto.blit.v2.EntryColumns.prototype.getDevices = function() {
  return  (jspb.Message.getFieldWithDefault(this, 11, ""));
};
proto.blit.v2.EntryColumns.prototype.getDevices_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getDevices()));
};
proto.blit.v2.EntryColumns.prototype.getDevices_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getDevices()));
};
proto.blit.v2.EntryColumns.prototype.setDevices = function(value) {
  return jspb.Message.setProto3BytesField(this, 11, value);
};
proto.blit.v2.EntryColumns.prototype.getInodes = function() {
  return  (jspb.Message.getFieldWithDefault(this, 12, ""));
};
proto.blit.v2.EntryColumns.prototype.getInodes_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getInodes()));
};
proto.blit.v2.EntryColumns.prototype.getInodes_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getInodes()));
};
proto.blit.v2.EntryColumns.prototype.setInodes = function(value) {
  return jspb.Message.setProto3BytesField(this, 12, value);
};
proto.blit.v2.EntryColumns.prototype.getCtimeNanos = function() {
  return  (jspb.Message.getFieldWithDefault(this, 13, ""));
};
proto.blit.v2.EntryColumns.prototype.getCtimeNanos_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getCtimeNanos()));
};
proto.blit.v2.EntryColumns.prototype.getCtimeNanos_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getCtimeNanos()));
};
proto.blit.v2.EntryColumns.prototype.setCtimeNanos = function(value) {
  return jspb.Message.setProto3BytesField(this, 13, value);
};
proto.blit.v2.EntryColumns.prototype.getAllocatedList = function() {
  return  (jspb.Message.getRepeatedField(this, 14));
};
proto.blit.v2.EntryColumns.prototype.setAllocatedList = function(value) {
  return jspb.Message.setField(this, 14, value || []);
};
proto.blit.v2.EntryColumns.prototype.addAllocated = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 14, value, opt_index);
};
proto.blit.v2.EntryColumns.prototype.clearAllocatedList = function() {
  return this.setAllocatedList([]);
};
proto.blit.v2.EntryColumns.prototype.getTargets = function() {
  return  (jspb.Message.getFieldWithDefault(this, 15, ""));
};
proto.blit.v2.EntryColumns.prototype.getTargets_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getTargets()));
};
proto.blit.v2.EntryColumns.prototype.getTargets_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getTargets()));
};
proto.blit.v2.EntryColumns.prototype.setTargets = function(value) {
  return jspb.Message.setProto3BytesField(this, 15, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Failure.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Failure.toObject(opt_includeInstance, this);
};
proto.blit.v2.Failure.toObject = function(includeInstance, msg) {
  var f, obj = {
    path: msg.getPath_asB64(),
    code: jspb.Message.getFieldWithDefault(msg, 2, ""),
    message: jspb.Message.getFieldWithDefault(msg, 3, ""),
    hint: jspb.Message.getFieldWithDefault(msg, 4, ""),
    exit: jspb.Message.getFieldWithDefault(msg, 5, 0)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Failure.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Failure;
  return proto.blit.v2.Failure.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Failure.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readBytes());
      msg.setPath(value);
      break;
    case 2:
      var value =  (reader.readString());
      msg.setCode(value);
      break;
    case 3:
      var value =  (reader.readString());
      msg.setMessage(value);
      break;
    case 4:
      var value =  (reader.readString());
      msg.setHint(value);
      break;
    case 5:
      var value =  (reader.readUint32());
      msg.setExit(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Failure.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Failure.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Failure.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getPath_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      1,
      f
    );
  }
  f = message.getCode();
  if (f.length > 0) {
    writer.writeString(
      2,
      f
    );
  }
  f = message.getMessage();
  if (f.length > 0) {
    writer.writeString(
      3,
      f
    );
  }
  f = message.getHint();
  if (f.length > 0) {
    writer.writeString(
      4,
      f
    );
  }
  f = message.getExit();
  if (f !== 0) {
    writer.writeUint32(
      5,
      f
    );
  }
};
proto.blit.v2.Failure.prototype.getPath = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, ""));
};
proto.blit.v2.Failure.prototype.getPath_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getPath()));
};
proto.blit.v2.Failure.prototype.getPath_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getPath()));
};
proto.blit.v2.Failure.prototype.setPath = function(value) {
  return jspb.Message.setProto3BytesField(this, 1, value);
};
proto.blit.v2.Failure.prototype.getCode = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, ""));
};
proto.blit.v2.Failure.prototype.setCode = function(value) {
  return jspb.Message.setProto3StringField(this, 2, value);
};
proto.blit.v2.Failure.prototype.getMessage = function() {
  return  (jspb.Message.getFieldWithDefault(this, 3, ""));
};
proto.blit.v2.Failure.prototype.setMessage = function(value) {
  return jspb.Message.setProto3StringField(this, 3, value);
};
proto.blit.v2.Failure.prototype.getHint = function() {
  return  (jspb.Message.getFieldWithDefault(this, 4, ""));
};
proto.blit.v2.Failure.prototype.setHint = function(value) {
  return jspb.Message.setProto3StringField(this, 4, value);
};
proto.blit.v2.Failure.prototype.getExit = function() {
  return  (jspb.Message.getFieldWithDefault(this, 5, 0));
};
proto.blit.v2.Failure.prototype.setExit = function(value) {
  return jspb.Message.setProto3IntField(this, 5, value);
};
proto.blit.v2.SourceMessage.oneofGroups_ = [[1,2,3,4,5,6]];
proto.blit.v2.SourceMessage.PayloadCase = {
  PAYLOAD_NOT_SET: 0,
  ENTRIES: 1,
  MANIFEST_COMPLETE: 2,
  DATA_DONE: 3,
  FAILURES: 4,
  DELETE_CONFIRM: 5,
  REMOVED: 6
};
proto.blit.v2.SourceMessage.prototype.getPayloadCase = function() {
  return (jspb.Message.computeOneofCase(this, proto.blit.v2.SourceMessage.oneofGroups_[0]));
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.SourceMessage.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.SourceMessage.toObject(opt_includeInstance, this);
};
proto.blit.v2.SourceMessage.toObject = function(includeInstance, msg) {
  var f, obj = {
    entries: (f = msg.getEntries()) && proto.blit.v2.EntryBatch.toObject(includeInstance, f),
    manifestComplete: (f = msg.getManifestComplete()) && proto.blit.v2.ManifestComplete.toObject(includeInstance, f),
    dataDone: (f = msg.getDataDone()) && proto.blit.v2.DataDone.toObject(includeInstance, f),
    failures: (f = msg.getFailures()) && proto.blit.v2.Failures.toObject(includeInstance, f),
    deleteConfirm: (f = msg.getDeleteConfirm()) && proto.blit.v2.DeleteConfirm.toObject(includeInstance, f),
    removed: (f = msg.getRemoved()) && proto.blit.v2.Removed.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.SourceMessage.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.SourceMessage;
  return proto.blit.v2.SourceMessage.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.SourceMessage.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.EntryBatch;
      reader.readMessage(value,proto.blit.v2.EntryBatch.deserializeBinaryFromReader);
      msg.setEntries(value);
      break;
    case 2:
      var value = new proto.blit.v2.ManifestComplete;
      reader.readMessage(value,proto.blit.v2.ManifestComplete.deserializeBinaryFromReader);
      msg.setManifestComplete(value);
      break;
    case 3:
      var value = new proto.blit.v2.DataDone;
      reader.readMessage(value,proto.blit.v2.DataDone.deserializeBinaryFromReader);
      msg.setDataDone(value);
      break;
    case 4:
      var value = new proto.blit.v2.Failures;
      reader.readMessage(value,proto.blit.v2.Failures.deserializeBinaryFromReader);
      msg.setFailures(value);
      break;
    case 5:
      var value = new proto.blit.v2.DeleteConfirm;
      reader.readMessage(value,proto.blit.v2.DeleteConfirm.deserializeBinaryFromReader);
      msg.setDeleteConfirm(value);
      break;
    case 6:
      var value = new proto.blit.v2.Removed;
      reader.readMessage(value,proto.blit.v2.Removed.deserializeBinaryFromReader);
      msg.setRemoved(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.SourceMessage.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.SourceMessage.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.SourceMessage.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getEntries();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.EntryBatch.serializeBinaryToWriter
    );
  }
  f = message.getManifestComplete();
  if (f != null) {
    writer.writeMessage(
      2,
      f,
      proto.blit.v2.ManifestComplete.serializeBinaryToWriter
    );
  }
  f = message.getDataDone();
  if (f != null) {
    writer.writeMessage(
      3,
      f,
      proto.blit.v2.DataDone.serializeBinaryToWriter
    );
  }
  f = message.getFailures();
  if (f != null) {
    writer.writeMessage(
      4,
      f,
      proto.blit.v2.Failures.serializeBinaryToWriter
    );
  }
  f = message.getDeleteConfirm();
  if (f != null) {
    writer.writeMessage(
      5,
      f,
      proto.blit.v2.DeleteConfirm.serializeBinaryToWriter
    );
  }
  f = message.getRemoved();
  if (f != null) {
    writer.writeMessage(
      6,
      f,
      proto.blit.v2.Removed.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.SourceMessage.prototype.getEntries = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.EntryBatch, 1));
};
proto.blit.v2.SourceMessage.prototype.setEntries = function(value) {
  return jspb.Message.setOneofWrapperField(this, 1, proto.blit.v2.SourceMessage.oneofGroups_[0], value);
};
proto.blit.v2.SourceMessage.prototype.clearEntries = function() {
  return this.setEntries(undefined);
};
proto.blit.v2.SourceMessage.prototype.hasEntries = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.SourceMessage.prototype.getManifestComplete = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.ManifestComplete, 2));
};
proto.blit.v2.SourceMessage.prototype.setManifestComplete = function(value) {
  return jspb.Message.setOneofWrapperField(this, 2, proto.blit.v2.SourceMessage.oneofGroups_[0], value);
};
proto.blit.v2.SourceMessage.prototype.clearManifestComplete = function() {
  return this.setManifestComplete(undefined);
};
proto.blit.v2.SourceMessage.prototype.hasManifestComplete = function() {
  return jspb.Message.getField(this, 2) != null;
};
proto.blit.v2.SourceMessage.prototype.getDataDone = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.DataDone, 3));
};
proto.blit.v2.SourceMessage.prototype.setDataDone = function(value) {
  return jspb.Message.setOneofWrapperField(this, 3, proto.blit.v2.SourceMessage.oneofGroups_[0], value);
};
proto.blit.v2.SourceMessage.prototype.clearDataDone = function() {
  return this.setDataDone(undefined);
};
proto.blit.v2.SourceMessage.prototype.hasDataDone = function() {
  return jspb.Message.getField(this, 3) != null;
};
proto.blit.v2.SourceMessage.prototype.getFailures = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Failures, 4));
};
proto.blit.v2.SourceMessage.prototype.setFailures = function(value) {
  return jspb.Message.setOneofWrapperField(this, 4, proto.blit.v2.SourceMessage.oneofGroups_[0], value);
};
proto.blit.v2.SourceMessage.prototype.clearFailures = function() {
  return this.setFailures(undefined);
};
proto.blit.v2.SourceMessage.prototype.hasFailures = function() {
  return jspb.Message.getField(this, 4) != null;
};
proto.blit.v2.SourceMessage.prototype.getDeleteConfirm = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.DeleteConfirm, 5));
};
proto.blit.v2.SourceMessage.prototype.setDeleteConfirm = function(value) {
  return jspb.Message.setOneofWrapperField(this, 5, proto.blit.v2.SourceMessage.oneofGroups_[0], value);
};
proto.blit.v2.SourceMessage.prototype.clearDeleteConfirm = function() {
  return this.setDeleteConfirm(undefined);
};
proto.blit.v2.SourceMessage.prototype.hasDeleteConfirm = function() {
  return jspb.Message.getField(this, 5) != null;
};
proto.blit.v2.SourceMessage.prototype.getRemoved = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Removed, 6));
};
proto.blit.v2.SourceMessage.prototype.setRemoved = function(value) {
  return jspb.Message.setOneofWrapperField(this, 6, proto.blit.v2.SourceMessage.oneofGroups_[0], value);
};
proto.blit.v2.SourceMessage.prototype.clearRemoved = function() {
  return this.setRemoved(undefined);
};
proto.blit.v2.SourceMessage.prototype.hasRemoved = function() {
  return jspb.Message.getField(this, 6) != null;
};
proto.blit.v2.DestinationMessage.oneofGroups_ = [[1,2,3,4,5,6,7,8,9,10,11]];
proto.blit.v2.DestinationMessage.PayloadCase = {
  PAYLOAD_NOT_SET: 0,
  NEGOTIATION: 1,
  NEED: 2,
  NEED_COMPLETE: 3,
  PROGRESS: 4,
  FAILURES: 5,
  ACTIONS: 6,
  COMMITTED: 7,
  DELETE_PLAN: 8,
  SUMMARY: 9,
  STREAM_LOST: 10,
  WARNING: 11
};
proto.blit.v2.DestinationMessage.prototype.getPayloadCase = function() {
  return (jspb.Message.computeOneofCase(this, proto.blit.v2.DestinationMessage.oneofGroups_[0]));
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.DestinationMessage.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.DestinationMessage.toObject(opt_includeInstance, this);
};
proto.blit.v2.DestinationMessage.toObject = function(includeInstance, msg) {
  var f, obj = {
    negotiation: (f = msg.getNegotiation()) && proto.blit.v2.DataTransferNegotiation.toObject(includeInstance, f),
    need: (f = msg.getNeed()) && proto.blit.v2.Need.toObject(includeInstance, f),
    needComplete: (f = msg.getNeedComplete()) && proto.blit.v2.NeedComplete.toObject(includeInstance, f),
    progress: (f = msg.getProgress()) && proto.blit.v2.Progress.toObject(includeInstance, f),
    failures: (f = msg.getFailures()) && proto.blit.v2.Failures.toObject(includeInstance, f),
    actions: (f = msg.getActions()) && proto.blit.v2.Actions.toObject(includeInstance, f),
    committed: (f = msg.getCommitted()) && proto.blit.v2.Committed.toObject(includeInstance, f),
    deletePlan: (f = msg.getDeletePlan()) && proto.blit.v2.DeletePlan.toObject(includeInstance, f),
    summary: (f = msg.getSummary()) && proto.blit.v2.Summary.toObject(includeInstance, f),
    streamLost: (f = msg.getStreamLost()) && proto.blit.v2.StreamLost.toObject(includeInstance, f),
    warning: (f = msg.getWarning()) && proto.blit.v2.Warning.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.DestinationMessage.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.DestinationMessage;
  return proto.blit.v2.DestinationMessage.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.DestinationMessage.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.DataTransferNegotiation;
      reader.readMessage(value,proto.blit.v2.DataTransferNegotiation.deserializeBinaryFromReader);
      msg.setNegotiation(value);
      break;
    case 2:
      var value = new proto.blit.v2.Need;
      reader.readMessage(value,proto.blit.v2.Need.deserializeBinaryFromReader);
      msg.setNeed(value);
      break;
    case 3:
      var value = new proto.blit.v2.NeedComplete;
      reader.readMessage(value,proto.blit.v2.NeedComplete.deserializeBinaryFromReader);
      msg.setNeedComplete(value);
      break;
    case 4:
      var value = new proto.blit.v2.Progress;
      reader.readMessage(value,proto.blit.v2.Progress.deserializeBinaryFromReader);
      msg.setProgress(value);
      break;
    case 5:
      var value = new proto.blit.v2.Failures;
      reader.readMessage(value,proto.blit.v2.Failures.deserializeBinaryFromReader);
      msg.setFailures(value);
      break;
    case 6:
      var value = new proto.blit.v2.Actions;
      reader.readMessage(value,proto.blit.v2.Actions.deserializeBinaryFromReader);
      msg.setActions(value);
      break;
    case 7:
      var value = new proto.blit.v2.Committed;
      reader.readMessage(value,proto.blit.v2.Committed.deserializeBinaryFromReader);
      msg.setCommitted(value);
      break;
    case 8:
      var value = new proto.blit.v2.DeletePlan;
      reader.readMessage(value,proto.blit.v2.DeletePlan.deserializeBinaryFromReader);
      msg.setDeletePlan(value);
      break;
    case 9:
      var value = new proto.blit.v2.Summary;
      reader.readMessage(value,proto.blit.v2.Summary.deserializeBinaryFromReader);
      msg.setSummary(value);
      break;
    case 10:
      var value = new proto.blit.v2.StreamLost;
      reader.readMessage(value,proto.blit.v2.StreamLost.deserializeBinaryFromReader);
      msg.setStreamLost(value);
      break;
    case 11:
      var value = new proto.blit.v2.Warning;
      reader.readMessage(value,proto.blit.v2.Warning.deserializeBinaryFromReader);
      msg.setWarning(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.DestinationMessage.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.DestinationMessage.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.DestinationMessage.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getNegotiation();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.DataTransferNegotiation.serializeBinaryToWriter
    );
  }
  f = message.getNeed();
  if (f != null) {
    writer.writeMessage(
      2,
      f,
      proto.blit.v2.Need.serializeBinaryToWriter
    );
  }
  f = message.getNeedComplete();
  if (f != null) {
    writer.writeMessage(
      3,
      f,
      proto.blit.v2.NeedComplete.serializeBinaryToWriter
    );
  }
  f = message.getProgress();
  if (f != null) {
    writer.writeMessage(
      4,
      f,
      proto.blit.v2.Progress.serializeBinaryToWriter
    );
  }
  f = message.getFailures();
  if (f != null) {
    writer.writeMessage(
      5,
      f,
      proto.blit.v2.Failures.serializeBinaryToWriter
    );
  }
  f = message.getActions();
  if (f != null) {
    writer.writeMessage(
      6,
      f,
      proto.blit.v2.Actions.serializeBinaryToWriter
    );
  }
  f = message.getCommitted();
  if (f != null) {
    writer.writeMessage(
      7,
      f,
      proto.blit.v2.Committed.serializeBinaryToWriter
    );
  }
  f = message.getDeletePlan();
  if (f != null) {
    writer.writeMessage(
      8,
      f,
      proto.blit.v2.DeletePlan.serializeBinaryToWriter
    );
  }
  f = message.getSummary();
  if (f != null) {
    writer.writeMessage(
      9,
      f,
      proto.blit.v2.Summary.serializeBinaryToWriter
    );
  }
  f = message.getStreamLost();
  if (f != null) {
    writer.writeMessage(
      10,
      f,
      proto.blit.v2.StreamLost.serializeBinaryToWriter
    );
  }
  f = message.getWarning();
  if (f != null) {
    writer.writeMessage(
      11,
      f,
      proto.blit.v2.Warning.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.DestinationMessage.prototype.getNegotiation = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.DataTransferNegotiation, 1));
};
proto.blit.v2.DestinationMessage.prototype.setNegotiation = function(value) {
  return jspb.Message.setOneofWrapperField(this, 1, proto.blit.v2.DestinationMessage.oneofGroups_[0], value);
};
proto.blit.v2.DestinationMessage.prototype.clearNegotiation = function() {
  return this.setNegotiation(undefined);
};
proto.blit.v2.DestinationMessage.prototype.hasNegotiation = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.DestinationMessage.prototype.getNeed = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Need, 2));
};
proto.blit.v2.DestinationMessage.prototype.setNeed = function(value) {
  return jspb.Message.setOneofWrapperField(this, 2, proto.blit.v2.DestinationMessage.oneofGroups_[0], value);
};
proto.blit.v2.DestinationMessage.prototype.clearNeed = function() {
  return this.setNeed(undefined);
};
proto.blit.v2.DestinationMessage.prototype.hasNeed = function() {
  return jspb.Message.getField(this, 2) != null;
};
proto.blit.v2.DestinationMessage.prototype.getNeedComplete = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.NeedComplete, 3));
};
proto.blit.v2.DestinationMessage.prototype.setNeedComplete = function(value) {
  return jspb.Message.setOneofWrapperField(this, 3, proto.blit.v2.DestinationMessage.oneofGroups_[0], value);
};
proto.blit.v2.DestinationMessage.prototype.clearNeedComplete = function() {
  return this.setNeedComplete(undefined);
};
proto.blit.v2.DestinationMessage.prototype.hasNeedComplete = function() {
  return jspb.Message.getField(this, 3) != null;
};
proto.blit.v2.DestinationMessage.prototype.getProgress = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Progress, 4));
};
proto.blit.v2.DestinationMessage.prototype.setProgress = function(value) {
  return jspb.Message.setOneofWrapperField(this, 4, proto.blit.v2.DestinationMessage.oneofGroups_[0], value);
};
proto.blit.v2.DestinationMessage.prototype.clearProgress = function() {
  return this.setProgress(undefined);
};
proto.blit.v2.DestinationMessage.prototype.hasProgress = function() {
  return jspb.Message.getField(this, 4) != null;
};
proto.blit.v2.DestinationMessage.prototype.getFailures = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Failures, 5));
};
proto.blit.v2.DestinationMessage.prototype.setFailures = function(value) {
  return jspb.Message.setOneofWrapperField(this, 5, proto.blit.v2.DestinationMessage.oneofGroups_[0], value);
};
proto.blit.v2.DestinationMessage.prototype.clearFailures = function() {
  return this.setFailures(undefined);
};
proto.blit.v2.DestinationMessage.prototype.hasFailures = function() {
  return jspb.Message.getField(this, 5) != null;
};
proto.blit.v2.DestinationMessage.prototype.getActions = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Actions, 6));
};
proto.blit.v2.DestinationMessage.prototype.setActions = function(value) {
  return jspb.Message.setOneofWrapperField(this, 6, proto.blit.v2.DestinationMessage.oneofGroups_[0], value);
};
proto.blit.v2.DestinationMessage.prototype.clearActions = function() {
  return this.setActions(undefined);
};
proto.blit.v2.DestinationMessage.prototype.hasActions = function() {
  return jspb.Message.getField(this, 6) != null;
};
proto.blit.v2.DestinationMessage.prototype.getCommitted = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Committed, 7));
};
proto.blit.v2.DestinationMessage.prototype.setCommitted = function(value) {
  return jspb.Message.setOneofWrapperField(this, 7, proto.blit.v2.DestinationMessage.oneofGroups_[0], value);
};
proto.blit.v2.DestinationMessage.prototype.clearCommitted = function() {
  return this.setCommitted(undefined);
};
proto.blit.v2.DestinationMessage.prototype.hasCommitted = function() {
  return jspb.Message.getField(this, 7) != null;
};
proto.blit.v2.DestinationMessage.prototype.getDeletePlan = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.DeletePlan, 8));
};
proto.blit.v2.DestinationMessage.prototype.setDeletePlan = function(value) {
  return jspb.Message.setOneofWrapperField(this, 8, proto.blit.v2.DestinationMessage.oneofGroups_[0], value);
};
proto.blit.v2.DestinationMessage.prototype.clearDeletePlan = function() {
  return this.setDeletePlan(undefined);
};
proto.blit.v2.DestinationMessage.prototype.hasDeletePlan = function() {
  return jspb.Message.getField(this, 8) != null;
};
proto.blit.v2.DestinationMessage.prototype.getSummary = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Summary, 9));
};
proto.blit.v2.DestinationMessage.prototype.setSummary = function(value) {
  return jspb.Message.setOneofWrapperField(this, 9, proto.blit.v2.DestinationMessage.oneofGroups_[0], value);
};
proto.blit.v2.DestinationMessage.prototype.clearSummary = function() {
  return this.setSummary(undefined);
};
proto.blit.v2.DestinationMessage.prototype.hasSummary = function() {
  return jspb.Message.getField(this, 9) != null;
};
proto.blit.v2.DestinationMessage.prototype.getStreamLost = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.StreamLost, 10));
};
proto.blit.v2.DestinationMessage.prototype.setStreamLost = function(value) {
  return jspb.Message.setOneofWrapperField(this, 10, proto.blit.v2.DestinationMessage.oneofGroups_[0], value);
};
proto.blit.v2.DestinationMessage.prototype.clearStreamLost = function() {
  return this.setStreamLost(undefined);
};
proto.blit.v2.DestinationMessage.prototype.hasStreamLost = function() {
  return jspb.Message.getField(this, 10) != null;
};
proto.blit.v2.DestinationMessage.prototype.getWarning = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Warning, 11));
};
proto.blit.v2.DestinationMessage.prototype.setWarning = function(value) {
  return jspb.Message.setOneofWrapperField(this, 11, proto.blit.v2.DestinationMessage.oneofGroups_[0], value);
};
proto.blit.v2.DestinationMessage.prototype.clearWarning = function() {
  return this.setWarning(undefined);
};
proto.blit.v2.DestinationMessage.prototype.hasWarning = function() {
  return jspb.Message.getField(this, 11) != null;
};
proto.blit.v2.EntryBatch.repeatedFields_ = [3,4,5,6,7,8,9,10,11];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.EntryBatch.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.EntryBatch.toObject(opt_includeInstance, this);
};
proto.blit.v2.EntryBatch.toObject = function(includeInstance, msg) {
  var f, obj = {
    firstIndex: jspb.Message.getFieldWithDefault(msg, 1, 0),
    columns: msg.getColumns_asB64(),
    directoriesList: (f = jspb.Message.getRepeatedField(msg, 3)) == null ? undefined : f,
    countsList: (f = jspb.Message.getRepeatedField(msg, 4)) == null ? undefined : f,
    completeList: (f = jspb.Message.getRepeatedField(msg, 5)) == null ? undefined : f,
    incompleteList: (f = jspb.Message.getRepeatedField(msg, 6)) == null ? undefined : f,
    linksList: (f = jspb.Message.getRepeatedField(msg, 7)) == null ? undefined : f,
    leadersList: (f = jspb.Message.getRepeatedField(msg, 8)) == null ? undefined : f,
    supersedesList: (f = jspb.Message.getRepeatedField(msg, 9)) == null ? undefined : f,
    xattrsList: jspb.Message.toObjectList(msg.getXattrsList(),
    proto.blit.v2.Xattrs.toObject, includeInstance),
    unreadXattrsList: (f = jspb.Message.getRepeatedField(msg, 11)) == null ? undefined : f
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.EntryBatch.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.EntryBatch;
  return proto.blit.v2.EntryBatch.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.EntryBatch.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readUint32());
      msg.setFirstIndex(value);
      break;
    case 2:
      var value =  (reader.readBytes());
      msg.setColumns(value);
      break;
    case 3:
      var values =  (reader.isDelimited() ? reader.readPackedUint32() : [reader.readUint32()]);
      for (var i = 0; i < values.length; i++) {
        msg.addDirectories(values[i]);
      }
      break;
    case 4:
      var values =  (reader.isDelimited() ? reader.readPackedUint32() : [reader.readUint32()]);
      for (var i = 0; i < values.length; i++) {
        msg.addCounts(values[i]);
      }
      break;
    case 5:
      var values =  (reader.isDelimited() ? reader.readPackedUint32() : [reader.readUint32()]);
      for (var i = 0; i < values.length; i++) {
        msg.addComplete(values[i]);
      }
      break;
    case 6:
      var values =  (reader.isDelimited() ? reader.readPackedUint32() : [reader.readUint32()]);
      for (var i = 0; i < values.length; i++) {
        msg.addIncomplete(values[i]);
      }
      break;
    case 7:
      var values =  (reader.isDelimited() ? reader.readPackedUint32() : [reader.readUint32()]);
      for (var i = 0; i < values.length; i++) {
        msg.addLinks(values[i]);
      }
      break;
    case 8:
      var values =  (reader.isDelimited() ? reader.readPackedUint32() : [reader.readUint32()]);
      for (var i = 0; i < values.length; i++) {
        msg.addLeaders(values[i]);
      }
      break;
    case 9:
      var values =  (reader.isDelimited() ? reader.readPackedUint32() : [reader.readUint32()]);
      for (var i = 0; i < values.length; i++) {
        msg.addSupersedes(values[i]);
      }
      break;
    case 10:
      var value = new proto.blit.v2.Xattrs;
      reader.readMessage(value,proto.blit.v2.Xattrs.deserializeBinaryFromReader);
      msg.addXattrs(value);
      break;
    case 11:
      var values =  (reader.isDelimited() ? reader.readPackedUint32() : [reader.readUint32()]);
      for (var i = 0; i < values.length; i++) {
        msg.addUnreadXattrs(values[i]);
      }
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.EntryBatch.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.EntryBatch.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.EntryBatch.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getFirstIndex();
  if (f !== 0) {
    writer.writeUint32(
      1,
      f
    );
  }
  f = message.getColumns_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      2,
      f
    );
  }
  f = message.getDirectoriesList();
  if (f.length > 0) {
    writer.writePackedUint32(
      3,
      f
    );
  }
  f = message.getCountsList();
  if (f.length > 0) {
    writer.writePackedUint32(
      4,
      f
    );
  }
  f = message.getCompleteList();
  if (f.length > 0) {
    writer.writePackedUint32(
      5,
      f
    );
  }
  f = message.getIncompleteList();
  if (f.length > 0) {
    writer.writePackedUint32(
      6,
      f
    );
  }
  f = message.getLinksList();
  if (f.length > 0) {
    writer.writePackedUint32(
      7,
      f
    );
  }
  f = message.getLeadersList();
  if (f.length > 0) {
    writer.writePackedUint32(
      8,
      f
    );
  }
  f = message.getSupersedesList();
  if (f.length > 0) {
    writer.writePackedUint32(
      9,
      f
    );
  }
  f = message.getXattrsList();
  if (f.length > 0) {
    writer.writeRepeatedMessage(
      10,
      f,
      proto.blit.v2.Xattrs.serializeBinaryToWriter
    );
  }
  f = message.getUnreadXattrsList();
  if (f.length > 0) {
    writer.writePackedUint32(
      11,
      f
    );
  }
};
proto.blit.v2.EntryBatch.prototype.getFirstIndex = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, 0));
};
proto.blit.v2.EntryBatch.prototype.setFirstIndex = function(value) {
  return jspb.Message.setProto3IntField(this, 1, value);
};
proto.blit.v2.EntryBatch.prototype.getColumns = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, ""));
};
proto.blit.v2.EntryBatch.prototype.getColumns_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getColumns()));
};
proto.blit.v2.EntryBatch.prototype.getColumns_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getColumns()));
};
proto.blit.v2.EntryBatch.prototype.setColumns = function(value) {
  return jspb.Message.setProto3BytesField(this, 2, value);
};
proto.blit.v2.EntryBatch.prototype.getDirectoriesList = function() {
  return  (jspb.Message.getRepeatedField(this, 3));
};
proto.blit.v2.EntryBatch.prototype.setDirectoriesList = function(value) {
  return jspb.Message.setField(this, 3, value || []);
};
proto.blit.v2.EntryBatch.prototype.addDirectories = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 3, value, opt_index);
};
proto.blit.v2.EntryBatch.prototype.clearDirectoriesList = function() {
  return this.setDirectoriesList([]);
};
proto.blit.v2.EntryBatch.prototype.getCountsList = function() {
  return  (jspb.Message.getRepeatedField(this, 4));
};
proto.blit.v2.EntryBatch.prototype.setCountsList = function(value) {
  return jspb.Message.setField(this, 4, value || []);
};
proto.blit.v2.EntryBatch.prototype.addCounts = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 4, value, opt_index);
};
proto.blit.v2.EntryBatch.prototype.clearCountsList = function() {
  return this.setCountsList([]);
};
proto.blit.v2.EntryBatch.prototype.getCompleteList = function() {
  return  (jspb.Message.getRepeatedField(this, 5));
};
proto.blit.v2.EntryBatch.prototype.setCompleteList = function(value) {
  return jspb.Message.setField(this, 5, value || []);
};
proto.blit.v2.EntryBatch.prototype.addComplete = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 5, value, opt_index);
};
proto.blit.v2.EntryBatch.prototype.clearCompleteList = function() {
  return this.setCompleteList([]);
};
proto.blit.v2.EntryBatch.prototype.getIncompleteList = function() {
  return  (jspb.Message.getRepeatedField(this, 6));
};
proto.blit.v2.EntryBatch.prototype.setIncompleteList = function(value) {
  return jspb.Message.setField(this, 6, value || []);
};
proto.blit.v2.EntryBatch.prototype.addIncomplete = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 6, value, opt_index);
};
proto.blit.v2.EntryBatch.prototype.clearIncompleteList = function() {
  return this.setIncompleteList([]);
};
proto.blit.v2.EntryBatch.prototype.getLinksList = function() {
  return  (jspb.Message.getRepeatedField(this, 7));
};
proto.blit.v2.EntryBatch.prototype.setLinksList = function(value) {
  return jspb.Message.setField(this, 7, value || []);
};
proto.blit.v2.EntryBatch.prototype.addLinks = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 7, value, opt_index);
};
proto.blit.v2.EntryBatch.prototype.clearLinksList = function() {
  return this.setLinksList([]);
};
proto.blit.v2.EntryBatch.prototype.getLeadersList = function() {
  return  (jspb.Message.getRepeatedField(this, 8));
};
proto.blit.v2.EntryBatch.prototype.setLeadersList = function(value) {
  return jspb.Message.setField(this, 8, value || []);
};
proto.blit.v2.EntryBatch.prototype.addLeaders = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 8, value, opt_index);
};
proto.blit.v2.EntryBatch.prototype.clearLeadersList = function() {
  return this.setLeadersList([]);
};
proto.blit.v2.EntryBatch.prototype.getSupersedesList = function() {
  return  (jspb.Message.getRepeatedField(this, 9));
};
proto.blit.v2.EntryBatch.prototype.setSupersedesList = function(value) {
  return jspb.Message.setField(this, 9, value || []);
};
proto.blit.v2.EntryBatch.prototype.addSupersedes = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 9, value, opt_index);
};
proto.blit.v2.EntryBatch.prototype.clearSupersedesList = function() {
  return this.setSupersedesList([]);
};
proto.blit.v2.EntryBatch.prototype.getXattrsList = function() {
  return  (
    jspb.Message.getRepeatedWrapperField(this, proto.blit.v2.Xattrs, 10));
};
proto.blit.v2.EntryBatch.prototype.setXattrsList = function(value) {
  return jspb.Message.setRepeatedWrapperField(this, 10, value);
};
proto.blit.v2.EntryBatch.prototype.addXattrs = function(opt_value, opt_index) {
  return jspb.Message.addToRepeatedWrapperField(this, 10, opt_value, proto.blit.v2.Xattrs, opt_index);
};
proto.blit.v2.EntryBatch.prototype.clearXattrsList = function() {
  return this.setXattrsList([]);
};
proto.blit.v2.EntryBatch.prototype.getUnreadXattrsList = function() {
  return  (jspb.Message.getRepeatedField(this, 11));
};
proto.blit.v2.EntryBatch.prototype.setUnreadXattrsList = function(value) {
  return jspb.Message.setField(this, 11, value || []);
};
proto.blit.v2.EntryBatch.prototype.addUnreadXattrs = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 11, value, opt_index);
};
proto.blit.v2.EntryBatch.prototype.clearUnreadXattrsList = function() {
  return this.setUnreadXattrsList([]);
};
proto.blit.v2.Xattrs.repeatedFields_ = [2,3];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Xattrs.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Xattrs.toObject(opt_includeInstance, this);
};
proto.blit.v2.Xattrs.toObject = function(includeInstance, msg) {
  var f, obj = {
    index: jspb.Message.getFieldWithDefault(msg, 1, 0),
    namesList: msg.getNamesList_asB64(),
    valuesList: msg.getValuesList_asB64()
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Xattrs.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Xattrs;
  return proto.blit.v2.Xattrs.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Xattrs.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readUint32());
      msg.setIndex(value);
      break;
    case 2:
      var value =  (reader.readBytes());
      msg.addNames(value);
      break;
    case 3:
      var value =  (reader.readBytes());
      msg.addValues(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Xattrs.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Xattrs.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Xattrs.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getIndex();
  if (f !== 0) {
    writer.writeUint32(
      1,
      f
    );
  }
  f = message.getNamesList_asU8();
  if (f.length > 0) {
    writer.writeRepeatedBytes(
      2,
      f
    );
  }
  f = message.getValuesList_asU8();
  if (f.length > 0) {
    writer.writeRepeatedBytes(
      3,
      f
    );
  }
};
proto.blit.v2.Xattrs.prototype.getIndex = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, 0));
};
proto.blit.v2.Xattrs.prototype.setIndex = function(value) {
  return jspb.Message.setProto3IntField(this, 1, value);
};
proto.blit.v2.Xattrs.prototype.getNamesList = function() {
  return  (jspb.Message.getRepeatedField(this, 2));
};
proto.blit.v2.Xattrs.prototype.getNamesList_asB64 = function() {
  return  (jspb.Message.bytesListAsB64(
      this.getNamesList()));
};
proto.blit.v2.Xattrs.prototype.getNamesList_asU8 = function() {
  return  (jspb.Message.bytesListAsU8(
      this.getNamesList()));
};
proto.blit.v2.Xattrs.prototype.setNamesList = function(value) {
  return jspb.Message.setField(this, 2, value || []);
};
proto.blit.v2.Xattrs.prototype.addNames = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 2, value, opt_index);
};
proto.blit.v2.Xattrs.prototype.clearNamesList = function() {
  return this.setNamesList([]);
};
proto.blit.v2.Xattrs.prototype.getValuesList = function() {
  return  (jspb.Message.getRepeatedField(this, 3));
};
proto.blit.v2.Xattrs.prototype.getValuesList_asB64 = function() {
  return  (jspb.Message.bytesListAsB64(
      this.getValuesList()));
};
proto.blit.v2.Xattrs.prototype.getValuesList_asU8 = function() {
  return  (jspb.Message.bytesListAsU8(
      this.getValuesList()));
};
proto.blit.v2.Xattrs.prototype.setValuesList = function(value) {
  return jspb.Message.setField(this, 3, value || []);
};
proto.blit.v2.Xattrs.prototype.addValues = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 3, value, opt_index);
};
proto.blit.v2.Xattrs.prototype.clearValuesList = function() {
  return this.setValuesList([]);
};
proto.blit.v2.Need.repeatedFields_ = [1,2];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Need.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Need.toObject(opt_includeInstance, this);
};
proto.blit.v2.Need.toObject = function(includeInstance, msg) {
  var f, obj = {
    indicesList: (f = jspb.Message.getRepeatedField(msg, 1)) == null ? undefined : f,
    heldList: jspb.Message.toObjectList(msg.getHeldList(),
    proto.blit.v2.Held.toObject, includeInstance)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Need.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Need;
  return proto.blit.v2.Need.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Need.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var values =  (reader.isDelimited() ? reader.readPackedUint32() : [reader.readUint32()]);
      for (var i = 0; i < values.length; i++) {
        msg.addIndices(values[i]);
      }
      break;
    case 2:
      var value = new proto.blit.v2.Held;
      reader.readMessage(value,proto.blit.v2.Held.deserializeBinaryFromReader);
      msg.addHeld(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Need.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Need.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Need.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getIndicesList();
  if (f.length > 0) {
    writer.writePackedUint32(
      1,
      f
    );
  }
  f = message.getHeldList();
  if (f.length > 0) {
    writer.writeRepeatedMessage(
      2,
      f,
      proto.blit.v2.Held.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.Need.prototype.getIndicesList = function() {
  return  (jspb.Message.getRepeatedField(this, 1));
};
proto.blit.v2.Need.prototype.setIndicesList = function(value) {
  return jspb.Message.setField(this, 1, value || []);
};
proto.blit.v2.Need.prototype.addIndices = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 1, value, opt_index);
};
proto.blit.v2.Need.prototype.clearIndicesList = function() {
  return this.setIndicesList([]);
};
proto.blit.v2.Need.prototype.getHeldList = function() {
  return  (
    jspb.Message.getRepeatedWrapperField(this, proto.blit.v2.Held, 2));
};
proto.blit.v2.Need.prototype.setHeldList = function(value) {
  return jspb.Message.setRepeatedWrapperField(this, 2, value);
};
proto.blit.v2.Need.prototype.addHeld = function(opt_value, opt_index) {
  return jspb.Message.addToRepeatedWrapperField(this, 2, opt_value, proto.blit.v2.Held, opt_index);
};
proto.blit.v2.Need.prototype.clearHeldList = function() {
  return this.setHeldList([]);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Held.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Held.toObject(opt_includeInstance, this);
};
proto.blit.v2.Held.toObject = function(includeInstance, msg) {
  var f, obj = {
    index: jspb.Message.getFieldWithDefault(msg, 1, 0),
    hashes: msg.getHashes_asB64(),
    attempt: jspb.Message.getFieldWithDefault(msg, 3, 0),
    existing: jspb.Message.getBooleanFieldWithDefault(msg, 4, false)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Held.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Held;
  return proto.blit.v2.Held.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Held.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readUint32());
      msg.setIndex(value);
      break;
    case 2:
      var value =  (reader.readBytes());
      msg.setHashes(value);
      break;
    case 3:
      var value =  (reader.readUint32());
      msg.setAttempt(value);
      break;
    case 4:
      var value =  (reader.readBool());
      msg.setExisting(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Held.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Held.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Held.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getIndex();
  if (f !== 0) {
    writer.writeUint32(
      1,
      f
    );
  }
  f = message.getHashes_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      2,
      f
    );
  }
  f = message.getAttempt();
  if (f !== 0) {
    writer.writeUint32(
      3,
      f
    );
  }
  f = message.getExisting();
  if (f) {
    writer.writeBool(
      4,
      f
    );
  }
};
proto.blit.v2.Held.prototype.getIndex = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, 0));
};
proto.blit.v2.Held.prototype.setIndex = function(value) {
  return jspb.Message.setProto3IntField(this, 1, value);
};
proto.blit.v2.Held.prototype.getHashes = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, ""));
};
proto.blit.v2.Held.prototype.getHashes_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getHashes()));
};
proto.blit.v2.Held.prototype.getHashes_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getHashes()));
};
proto.blit.v2.Held.prototype.setHashes = function(value) {
  return jspb.Message.setProto3BytesField(this, 2, value);
};
proto.blit.v2.Held.prototype.getAttempt = function() {
  return  (jspb.Message.getFieldWithDefault(this, 3, 0));
};
proto.blit.v2.Held.prototype.setAttempt = function(value) {
  return jspb.Message.setProto3IntField(this, 3, value);
};
proto.blit.v2.Held.prototype.getExisting = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 4, false));
};
proto.blit.v2.Held.prototype.setExisting = function(value) {
  return jspb.Message.setProto3BooleanField(this, 4, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.NeedComplete.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.NeedComplete.toObject(opt_includeInstance, this);
};
proto.blit.v2.NeedComplete.toObject = function(includeInstance, msg) {
  var f, obj = {
    files: jspb.Message.getFieldWithDefault(msg, 1, 0),
    streams: jspb.Message.getFieldWithDefault(msg, 2, 0)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.NeedComplete.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.NeedComplete;
  return proto.blit.v2.NeedComplete.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.NeedComplete.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readUint32());
      msg.setFiles(value);
      break;
    case 2:
      var value =  (reader.readUint32());
      msg.setStreams(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.NeedComplete.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.NeedComplete.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.NeedComplete.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getFiles();
  if (f !== 0) {
    writer.writeUint32(
      1,
      f
    );
  }
  f = message.getStreams();
  if (f !== 0) {
    writer.writeUint32(
      2,
      f
    );
  }
};
proto.blit.v2.NeedComplete.prototype.getFiles = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, 0));
};
proto.blit.v2.NeedComplete.prototype.setFiles = function(value) {
  return jspb.Message.setProto3IntField(this, 1, value);
};
proto.blit.v2.NeedComplete.prototype.getStreams = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, 0));
};
proto.blit.v2.NeedComplete.prototype.setStreams = function(value) {
  return jspb.Message.setProto3IntField(this, 2, value);
};
proto.blit.v2.DataDone.repeatedFields_ = [1];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.DataDone.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.DataDone.toObject(opt_includeInstance, this);
};
proto.blit.v2.DataDone.toObject = function(includeInstance, msg) {
  var f, obj = {
    streamsList: (f = jspb.Message.getRepeatedField(msg, 1)) == null ? undefined : f
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.DataDone.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.DataDone;
  return proto.blit.v2.DataDone.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.DataDone.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var values =  (reader.isDelimited() ? reader.readPackedUint32() : [reader.readUint32()]);
      for (var i = 0; i < values.length; i++) {
        msg.addStreams(values[i]);
      }
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.DataDone.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.DataDone.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.DataDone.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getStreamsList();
  if (f.length > 0) {
    writer.writePackedUint32(
      1,
      f
    );
  }
};
proto.blit.v2.DataDone.prototype.getStreamsList = function() {
  return  (jspb.Message.getRepeatedField(this, 1));
};
proto.blit.v2.DataDone.prototype.setStreamsList = function(value) {
  return jspb.Message.setField(this, 1, value || []);
};
proto.blit.v2.DataDone.prototype.addStreams = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 1, value, opt_index);
};
proto.blit.v2.DataDone.prototype.clearStreamsList = function() {
  return this.setStreamsList([]);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.StreamLost.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.StreamLost.toObject(opt_includeInstance, this);
};
proto.blit.v2.StreamLost.toObject = function(includeInstance, msg) {
  var f, obj = {
    stream: jspb.Message.getFieldWithDefault(msg, 1, 0),
    frames: jspb.Message.getFieldWithDefault(msg, 2, 0)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.StreamLost.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.StreamLost;
  return proto.blit.v2.StreamLost.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.StreamLost.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readUint32());
      msg.setStream(value);
      break;
    case 2:
      var value =  (reader.readUint64());
      msg.setFrames(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.StreamLost.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.StreamLost.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.StreamLost.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getStream();
  if (f !== 0) {
    writer.writeUint32(
      1,
      f
    );
  }
  f = message.getFrames();
  if (f !== 0) {
    writer.writeUint64(
      2,
      f
    );
  }
};
proto.blit.v2.StreamLost.prototype.getStream = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, 0));
};
proto.blit.v2.StreamLost.prototype.setStream = function(value) {
  return jspb.Message.setProto3IntField(this, 1, value);
};
proto.blit.v2.StreamLost.prototype.getFrames = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, 0));
};
proto.blit.v2.StreamLost.prototype.setFrames = function(value) {
  return jspb.Message.setProto3IntField(this, 2, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Progress.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Progress.toObject(opt_includeInstance, this);
};
proto.blit.v2.Progress.toObject = function(includeInstance, msg) {
  var f, obj = {
    filesTotal: jspb.Message.getFieldWithDefault(msg, 1, 0),
    bytesTotal: jspb.Message.getFieldWithDefault(msg, 2, 0),
    filesDone: jspb.Message.getFieldWithDefault(msg, 3, 0),
    bytesDone: jspb.Message.getFieldWithDefault(msg, 4, 0),
    current: msg.getCurrent_asB64(),
    soFar: (f = msg.getSoFar()) && proto.blit.v2.Summary.toObject(includeInstance, f),
    totalKnown: jspb.Message.getBooleanFieldWithDefault(msg, 7, false)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Progress.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Progress;
  return proto.blit.v2.Progress.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Progress.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readUint64());
      msg.setFilesTotal(value);
      break;
    case 2:
      var value =  (reader.readUint64());
      msg.setBytesTotal(value);
      break;
    case 3:
      var value =  (reader.readUint64());
      msg.setFilesDone(value);
      break;
    case 4:
      var value =  (reader.readUint64());
      msg.setBytesDone(value);
      break;
    case 5:
      var value =  (reader.readBytes());
      msg.setCurrent(value);
      break;
    case 6:
      var value = new proto.blit.v2.Summary;
      reader.readMessage(value,proto.blit.v2.Summary.deserializeBinaryFromReader);
      msg.setSoFar(value);
      break;
    case 7:
      var value =  (reader.readBool());
      msg.setTotalKnown(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Progress.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Progress.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Progress.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getFilesTotal();
  if (f !== 0) {
    writer.writeUint64(
      1,
      f
    );
  }
  f = message.getBytesTotal();
  if (f !== 0) {
    writer.writeUint64(
      2,
      f
    );
  }
  f = message.getFilesDone();
  if (f !== 0) {
    writer.writeUint64(
      3,
      f
    );
  }
  f = message.getBytesDone();
  if (f !== 0) {
    writer.writeUint64(
      4,
      f
    );
  }
  f = message.getCurrent_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      5,
      f
    );
  }
  f = message.getSoFar();
  if (f != null) {
    writer.writeMessage(
      6,
      f,
      proto.blit.v2.Summary.serializeBinaryToWriter
    );
  }
  f = message.getTotalKnown();
  if (f) {
    writer.writeBool(
      7,
      f
    );
  }
};
proto.blit.v2.Progress.prototype.getFilesTotal = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, 0));
};
proto.blit.v2.Progress.prototype.setFilesTotal = function(value) {
  return jspb.Message.setProto3IntField(this, 1, value);
};
proto.blit.v2.Progress.prototype.getBytesTotal = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, 0));
};
proto.blit.v2.Progress.prototype.setBytesTotal = function(value) {
  return jspb.Message.setProto3IntField(this, 2, value);
};
proto.blit.v2.Progress.prototype.getFilesDone = function() {
  return  (jspb.Message.getFieldWithDefault(this, 3, 0));
};
proto.blit.v2.Progress.prototype.setFilesDone = function(value) {
  return jspb.Message.setProto3IntField(this, 3, value);
};
proto.blit.v2.Progress.prototype.getBytesDone = function() {
  return  (jspb.Message.getFieldWithDefault(this, 4, 0));
};
proto.blit.v2.Progress.prototype.setBytesDone = function(value) {
  return jspb.Message.setProto3IntField(this, 4, value);
};
proto.blit.v2.Progress.prototype.getCurrent = function() {
  return  (jspb.Message.getFieldWithDefault(this, 5, ""));
};
proto.blit.v2.Progress.prototype.getCurrent_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getCurrent()));
};
proto.blit.v2.Progress.prototype.getCurrent_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getCurrent()));
};
proto.blit.v2.Progress.prototype.setCurrent = function(value) {
  return jspb.Message.setProto3BytesField(this, 5, value);
};
proto.blit.v2.Progress.prototype.getSoFar = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Summary, 6));
};
proto.blit.v2.Progress.prototype.setSoFar = function(value) {
  return jspb.Message.setWrapperField(this, 6, value);
};
proto.blit.v2.Progress.prototype.clearSoFar = function() {
  return this.setSoFar(undefined);
};
proto.blit.v2.Progress.prototype.hasSoFar = function() {
  return jspb.Message.getField(this, 6) != null;
};
proto.blit.v2.Progress.prototype.getTotalKnown = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 7, false));
};
proto.blit.v2.Progress.prototype.setTotalKnown = function(value) {
  return jspb.Message.setProto3BooleanField(this, 7, value);
};
proto.blit.v2.Failures.repeatedFields_ = [1,2];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Failures.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Failures.toObject(opt_includeInstance, this);
};
proto.blit.v2.Failures.toObject = function(includeInstance, msg) {
  var f, obj = {
    failuresList: jspb.Message.toObjectList(msg.getFailuresList(),
    proto.blit.v2.Failure.toObject, includeInstance),
    indicesList: (f = jspb.Message.getRepeatedField(msg, 2)) == null ? undefined : f
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Failures.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Failures;
  return proto.blit.v2.Failures.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Failures.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.Failure;
      reader.readMessage(value,proto.blit.v2.Failure.deserializeBinaryFromReader);
      msg.addFailures(value);
      break;
    case 2:
      var values =  (reader.isDelimited() ? reader.readPackedUint32() : [reader.readUint32()]);
      for (var i = 0; i < values.length; i++) {
        msg.addIndices(values[i]);
      }
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Failures.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Failures.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Failures.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getFailuresList();
  if (f.length > 0) {
    writer.writeRepeatedMessage(
      1,
      f,
      proto.blit.v2.Failure.serializeBinaryToWriter
    );
  }
  f = message.getIndicesList();
  if (f.length > 0) {
    writer.writePackedUint32(
      2,
      f
    );
  }
};
proto.blit.v2.Failures.prototype.getFailuresList = function() {
  return  (
    jspb.Message.getRepeatedWrapperField(this, proto.blit.v2.Failure, 1));
};
proto.blit.v2.Failures.prototype.setFailuresList = function(value) {
  return jspb.Message.setRepeatedWrapperField(this, 1, value);
};
proto.blit.v2.Failures.prototype.addFailures = function(opt_value, opt_index) {
  return jspb.Message.addToRepeatedWrapperField(this, 1, opt_value, proto.blit.v2.Failure, opt_index);
};
proto.blit.v2.Failures.prototype.clearFailuresList = function() {
  return this.setFailuresList([]);
};
proto.blit.v2.Failures.prototype.getIndicesList = function() {
  return  (jspb.Message.getRepeatedField(this, 2));
};
proto.blit.v2.Failures.prototype.setIndicesList = function(value) {
  return jspb.Message.setField(this, 2, value || []);
};
proto.blit.v2.Failures.prototype.addIndices = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 2, value, opt_index);
};
proto.blit.v2.Failures.prototype.clearIndicesList = function() {
  return this.setIndicesList([]);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Warning.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Warning.toObject(opt_includeInstance, this);
};
proto.blit.v2.Warning.toObject = function(includeInstance, msg) {
  var f, obj = {
    path: msg.getPath_asB64(),
    message: jspb.Message.getFieldWithDefault(msg, 2, "")
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Warning.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Warning;
  return proto.blit.v2.Warning.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Warning.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readBytes());
      msg.setPath(value);
      break;
    case 2:
      var value =  (reader.readString());
      msg.setMessage(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Warning.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Warning.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Warning.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getPath_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      1,
      f
    );
  }
  f = message.getMessage();
  if (f.length > 0) {
    writer.writeString(
      2,
      f
    );
  }
};
proto.blit.v2.Warning.prototype.getPath = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, ""));
};
proto.blit.v2.Warning.prototype.getPath_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getPath()));
};
proto.blit.v2.Warning.prototype.getPath_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getPath()));
};
proto.blit.v2.Warning.prototype.setPath = function(value) {
  return jspb.Message.setProto3BytesField(this, 1, value);
};
proto.blit.v2.Warning.prototype.getMessage = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, ""));
};
proto.blit.v2.Warning.prototype.setMessage = function(value) {
  return jspb.Message.setProto3StringField(this, 2, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Action.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Action.toObject(opt_includeInstance, this);
};
proto.blit.v2.Action.toObject = function(includeInstance, msg) {
  var f, obj = {
    kind: jspb.Message.getFieldWithDefault(msg, 1, ""),
    path: msg.getPath_asB64(),
    size: jspb.Message.getFieldWithDefault(msg, 3, 0)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Action.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Action;
  return proto.blit.v2.Action.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Action.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readString());
      msg.setKind(value);
      break;
    case 2:
      var value =  (reader.readBytes());
      msg.setPath(value);
      break;
    case 3:
      var value =  (reader.readUint64());
      msg.setSize(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Action.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Action.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Action.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getKind();
  if (f.length > 0) {
    writer.writeString(
      1,
      f
    );
  }
  f = message.getPath_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      2,
      f
    );
  }
  f = message.getSize();
  if (f !== 0) {
    writer.writeUint64(
      3,
      f
    );
  }
};
proto.blit.v2.Action.prototype.getKind = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, ""));
};
proto.blit.v2.Action.prototype.setKind = function(value) {
  return jspb.Message.setProto3StringField(this, 1, value);
};
proto.blit.v2.Action.prototype.getPath = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, ""));
};
proto.blit.v2.Action.prototype.getPath_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getPath()));
};
proto.blit.v2.Action.prototype.getPath_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getPath()));
};
proto.blit.v2.Action.prototype.setPath = function(value) {
  return jspb.Message.setProto3BytesField(this, 2, value);
};
proto.blit.v2.Action.prototype.getSize = function() {
  return  (jspb.Message.getFieldWithDefault(this, 3, 0));
};
proto.blit.v2.Action.prototype.setSize = function(value) {
  return jspb.Message.setProto3IntField(this, 3, value);
};
proto.blit.v2.Actions.repeatedFields_ = [1];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Actions.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Actions.toObject(opt_includeInstance, this);
};
proto.blit.v2.Actions.toObject = function(includeInstance, msg) {
  var f, obj = {
    actionsList: jspb.Message.toObjectList(msg.getActionsList(),
    proto.blit.v2.Action.toObject, includeInstance)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Actions.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Actions;
  return proto.blit.v2.Actions.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Actions.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.Action;
      reader.readMessage(value,proto.blit.v2.Action.deserializeBinaryFromReader);
      msg.addActions(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Actions.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Actions.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Actions.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getActionsList();
  if (f.length > 0) {
    writer.writeRepeatedMessage(
      1,
      f,
      proto.blit.v2.Action.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.Actions.prototype.getActionsList = function() {
  return  (
    jspb.Message.getRepeatedWrapperField(this, proto.blit.v2.Action, 1));
};
proto.blit.v2.Actions.prototype.setActionsList = function(value) {
  return jspb.Message.setRepeatedWrapperField(this, 1, value);
};
proto.blit.v2.Actions.prototype.addActions = function(opt_value, opt_index) {
  return jspb.Message.addToRepeatedWrapperField(this, 1, opt_value, proto.blit.v2.Action, opt_index);
};
proto.blit.v2.Actions.prototype.clearActionsList = function() {
  return this.setActionsList([]);
};
proto.blit.v2.Committed.repeatedFields_ = [1];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Committed.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Committed.toObject(opt_includeInstance, this);
};
proto.blit.v2.Committed.toObject = function(includeInstance, msg) {
  var f, obj = {
    runsList: (f = jspb.Message.getRepeatedField(msg, 1)) == null ? undefined : f,
    last: jspb.Message.getBooleanFieldWithDefault(msg, 2, false)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Committed.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Committed;
  return proto.blit.v2.Committed.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Committed.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var values =  (reader.isDelimited() ? reader.readPackedUint32() : [reader.readUint32()]);
      for (var i = 0; i < values.length; i++) {
        msg.addRuns(values[i]);
      }
      break;
    case 2:
      var value =  (reader.readBool());
      msg.setLast(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Committed.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Committed.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Committed.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getRunsList();
  if (f.length > 0) {
    writer.writePackedUint32(
      1,
      f
    );
  }
  f = message.getLast();
  if (f) {
    writer.writeBool(
      2,
      f
    );
  }
};
proto.blit.v2.Committed.prototype.getRunsList = function() {
  return  (jspb.Message.getRepeatedField(this, 1));
};
proto.blit.v2.Committed.prototype.setRunsList = function(value) {
  return jspb.Message.setField(this, 1, value || []);
};
proto.blit.v2.Committed.prototype.addRuns = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 1, value, opt_index);
};
proto.blit.v2.Committed.prototype.clearRunsList = function() {
  return this.setRunsList([]);
};
proto.blit.v2.Committed.prototype.getLast = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 2, false));
};
proto.blit.v2.Committed.prototype.setLast = function(value) {
  return jspb.Message.setProto3BooleanField(this, 2, value);
};
proto.blit.v2.Removed.repeatedFields_ = [1];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Removed.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Removed.toObject(opt_includeInstance, this);
};
proto.blit.v2.Removed.toObject = function(includeInstance, msg) {
  var f, obj = {
    runsList: (f = jspb.Message.getRepeatedField(msg, 1)) == null ? undefined : f,
    root: jspb.Message.getBooleanFieldWithDefault(msg, 2, false),
    more: jspb.Message.getBooleanFieldWithDefault(msg, 3, false)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Removed.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Removed;
  return proto.blit.v2.Removed.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Removed.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var values =  (reader.isDelimited() ? reader.readPackedUint32() : [reader.readUint32()]);
      for (var i = 0; i < values.length; i++) {
        msg.addRuns(values[i]);
      }
      break;
    case 2:
      var value =  (reader.readBool());
      msg.setRoot(value);
      break;
    case 3:
      var value =  (reader.readBool());
      msg.setMore(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Removed.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Removed.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Removed.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getRunsList();
  if (f.length > 0) {
    writer.writePackedUint32(
      1,
      f
    );
  }
  f = message.getRoot();
  if (f) {
    writer.writeBool(
      2,
      f
    );
  }
  f = message.getMore();
  if (f) {
    writer.writeBool(
      3,
      f
    );
  }
};
proto.blit.v2.Removed.prototype.getRunsList = function() {
  return  (jspb.Message.getRepeatedField(this, 1));
};
proto.blit.v2.Removed.prototype.setRunsList = function(value) {
  return jspb.Message.setField(this, 1, value || []);
};
proto.blit.v2.Removed.prototype.addRuns = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 1, value, opt_index);
};
proto.blit.v2.Removed.prototype.clearRunsList = function() {
  return this.setRunsList([]);
};
proto.blit.v2.Removed.prototype.getRoot = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 2, false));
};
proto.blit.v2.Removed.prototype.setRoot = function(value) {
  return jspb.Message.setProto3BooleanField(this, 2, value);
};
proto.blit.v2.Removed.prototype.getMore = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 3, false));
};
proto.blit.v2.Removed.prototype.setMore = function(value) {
  return jspb.Message.setProto3BooleanField(this, 3, value);
};
proto.blit.v2.DeletePlan.repeatedFields_ = [3];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.DeletePlan.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.DeletePlan.toObject(opt_includeInstance, this);
};
proto.blit.v2.DeletePlan.toObject = function(includeInstance, msg) {
  var f, obj = {
    entries: jspb.Message.getFieldWithDefault(msg, 1, 0),
    bytes: jspb.Message.getFieldWithDefault(msg, 2, 0),
    sampleList: msg.getSampleList_asB64(),
    id: jspb.Message.getFieldWithDefault(msg, 4, 0)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.DeletePlan.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.DeletePlan;
  return proto.blit.v2.DeletePlan.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.DeletePlan.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readUint64());
      msg.setEntries(value);
      break;
    case 2:
      var value =  (reader.readUint64());
      msg.setBytes(value);
      break;
    case 3:
      var value =  (reader.readBytes());
      msg.addSample(value);
      break;
    case 4:
      var value =  (reader.readUint32());
      msg.setId(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.DeletePlan.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.DeletePlan.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.DeletePlan.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getEntries();
  if (f !== 0) {
    writer.writeUint64(
      1,
      f
    );
  }
  f = message.getBytes();
  if (f !== 0) {
    writer.writeUint64(
      2,
      f
    );
  }
  f = message.getSampleList_asU8();
  if (f.length > 0) {
    writer.writeRepeatedBytes(
      3,
      f
    );
  }
  f = message.getId();
  if (f !== 0) {
    writer.writeUint32(
      4,
      f
    );
  }
};
proto.blit.v2.DeletePlan.prototype.getEntries = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, 0));
};
proto.blit.v2.DeletePlan.prototype.setEntries = function(value) {
  return jspb.Message.setProto3IntField(this, 1, value);
};
proto.blit.v2.DeletePlan.prototype.getBytes = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, 0));
};
proto.blit.v2.DeletePlan.prototype.setBytes = function(value) {
  return jspb.Message.setProto3IntField(this, 2, value);
};
proto.blit.v2.DeletePlan.prototype.getSampleList = function() {
  return  (jspb.Message.getRepeatedField(this, 3));
};
proto.blit.v2.DeletePlan.prototype.getSampleList_asB64 = function() {
  return  (jspb.Message.bytesListAsB64(
      this.getSampleList()));
};
proto.blit.v2.DeletePlan.prototype.getSampleList_asU8 = function() {
  return  (jspb.Message.bytesListAsU8(
      this.getSampleList()));
};
proto.blit.v2.DeletePlan.prototype.setSampleList = function(value) {
  return jspb.Message.setField(this, 3, value || []);
};
proto.blit.v2.DeletePlan.prototype.addSample = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 3, value, opt_index);
};
proto.blit.v2.DeletePlan.prototype.clearSampleList = function() {
  return this.setSampleList([]);
};
proto.blit.v2.DeletePlan.prototype.getId = function() {
  return  (jspb.Message.getFieldWithDefault(this, 4, 0));
};
proto.blit.v2.DeletePlan.prototype.setId = function(value) {
  return jspb.Message.setProto3IntField(this, 4, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.DeleteConfirm.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.DeleteConfirm.toObject(opt_includeInstance, this);
};
proto.blit.v2.DeleteConfirm.toObject = function(includeInstance, msg) {
  var f, obj = {
    id: jspb.Message.getFieldWithDefault(msg, 1, 0),
    refusal: (f = msg.getRefusal()) && proto.blit.v2.Failure.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.DeleteConfirm.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.DeleteConfirm;
  return proto.blit.v2.DeleteConfirm.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.DeleteConfirm.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readUint32());
      msg.setId(value);
      break;
    case 2:
      var value = new proto.blit.v2.Failure;
      reader.readMessage(value,proto.blit.v2.Failure.deserializeBinaryFromReader);
      msg.setRefusal(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.DeleteConfirm.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.DeleteConfirm.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.DeleteConfirm.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getId();
  if (f !== 0) {
    writer.writeUint32(
      1,
      f
    );
  }
  f = message.getRefusal();
  if (f != null) {
    writer.writeMessage(
      2,
      f,
      proto.blit.v2.Failure.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.DeleteConfirm.prototype.getId = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, 0));
};
proto.blit.v2.DeleteConfirm.prototype.setId = function(value) {
  return jspb.Message.setProto3IntField(this, 1, value);
};
proto.blit.v2.DeleteConfirm.prototype.getRefusal = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Failure, 2));
};
proto.blit.v2.DeleteConfirm.prototype.setRefusal = function(value) {
  return jspb.Message.setWrapperField(this, 2, value);
};
proto.blit.v2.DeleteConfirm.prototype.clearRefusal = function() {
  return this.setRefusal(undefined);
};
proto.blit.v2.DeleteConfirm.prototype.hasRefusal = function() {
  return jspb.Message.getField(this, 2) != null;
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Summary.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Summary.toObject(opt_includeInstance, this);
};
proto.blit.v2.Summary.toObject = function(includeInstance, msg) {
  var f, obj = {
    filesScanned: jspb.Message.getFieldWithDefault(msg, 1, 0),
    filesCopied: jspb.Message.getFieldWithDefault(msg, 2, 0),
    filesSkipped: jspb.Message.getFieldWithDefault(msg, 3, 0),
    filesDeleted: jspb.Message.getFieldWithDefault(msg, 4, 0),
    dirsCreated: jspb.Message.getFieldWithDefault(msg, 5, 0),
    dirsDeleted: jspb.Message.getFieldWithDefault(msg, 6, 0),
    linksCreated: jspb.Message.getFieldWithDefault(msg, 7, 0),
    sourcesRemoved: jspb.Message.getFieldWithDefault(msg, 8, 0),
    bytesCopied: jspb.Message.getFieldWithDefault(msg, 9, 0),
    bytesResumed: jspb.Message.getFieldWithDefault(msg, 10, 0),
    streams: jspb.Message.getFieldWithDefault(msg, 11, 0),
    dataPlane: jspb.Message.getFieldWithDefault(msg, 12, ""),
    error: (f = msg.getError()) && proto.blit.v2.Failure.toObject(includeInstance, f),
    othersDeleted: jspb.Message.getFieldWithDefault(msg, 14, 0)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Summary.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Summary;
  return proto.blit.v2.Summary.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Summary.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readUint64());
      msg.setFilesScanned(value);
      break;
    case 2:
      var value =  (reader.readUint64());
      msg.setFilesCopied(value);
      break;
    case 3:
      var value =  (reader.readUint64());
      msg.setFilesSkipped(value);
      break;
    case 4:
      var value =  (reader.readUint64());
      msg.setFilesDeleted(value);
      break;
    case 5:
      var value =  (reader.readUint64());
      msg.setDirsCreated(value);
      break;
    case 6:
      var value =  (reader.readUint64());
      msg.setDirsDeleted(value);
      break;
    case 7:
      var value =  (reader.readUint64());
      msg.setLinksCreated(value);
      break;
    case 8:
      var value =  (reader.readUint64());
      msg.setSourcesRemoved(value);
      break;
    case 9:
      var value =  (reader.readUint64());
      msg.setBytesCopied(value);
      break;
    case 10:
      var value =  (reader.readUint64());
      msg.setBytesResumed(value);
      break;
    case 11:
      var value =  (reader.readUint32());
      msg.setStreams(value);
      break;
    case 12:
      var value =  (reader.readString());
      msg.setDataPlane(value);
      break;
    case 13:
      var value = new proto.blit.v2.Failure;
      reader.readMessage(value,proto.blit.v2.Failure.deserializeBinaryFromReader);
      msg.setError(value);
      break;
    case 14:
      var value =  (reader.readUint64());
      msg.setOthersDeleted(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Summary.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Summary.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Summary.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getFilesScanned();
  if (f !== 0) {
    writer.writeUint64(
      1,
      f
    );
  }
  f = message.getFilesCopied();
  if (f !== 0) {
    writer.writeUint64(
      2,
      f
    );
  }
  f = message.getFilesSkipped();
  if (f !== 0) {
    writer.writeUint64(
      3,
      f
    );
  }
  f = message.getFilesDeleted();
  if (f !== 0) {
    writer.writeUint64(
      4,
      f
    );
  }
  f = message.getDirsCreated();
  if (f !== 0) {
    writer.writeUint64(
      5,
      f
    );
  }
  f = message.getDirsDeleted();
  if (f !== 0) {
    writer.writeUint64(
      6,
      f
    );
  }
  f = message.getLinksCreated();
  if (f !== 0) {
    writer.writeUint64(
      7,
      f
    );
  }
  f = message.getSourcesRemoved();
  if (f !== 0) {
    writer.writeUint64(
      8,
      f
    );
  }
  f = message.getBytesCopied();
  if (f !== 0) {
    writer.writeUint64(
      9,
      f
    );
  }
  f = message.getBytesResumed();
  if (f !== 0) {
    writer.writeUint64(
      10,
      f
    );
  }
  f = message.getStreams();
  if (f !== 0) {
    writer.writeUint32(
      11,
      f
    );
  }
  f = message.getDataPlane();
  if (f.length > 0) {
    writer.writeString(
      12,
      f
    );
  }
  f = message.getError();
  if (f != null) {
    writer.writeMessage(
      13,
      f,
      proto.blit.v2.Failure.serializeBinaryToWriter
    );
  }
  f = message.getOthersDeleted();
  if (f !== 0) {
    writer.writeUint64(
      14,
      f
    );
  }
};
proto.blit.v2.Summary.prototype.getFilesScanned = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, 0));
};
proto.blit.v2.Summary.prototype.setFilesScanned = function(value) {
  return jspb.Message.setProto3IntField(this, 1, value);
};
proto.blit.v2.Summary.prototype.getFilesCopied = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, 0));
};
proto.blit.v2.Summary.prototype.setFilesCopied = function(value) {
  return jspb.Message.setProto3IntField(this, 2, value);
};
proto.blit.v2.Summary.prototype.getFilesSkipped = function() {
  return  (jspb.Message.getFieldWithDefault(this, 3, 0));
};
proto.blit.v2.Summary.prototype.setFilesSkipped = function(value) {
  return jspb.Message.setProto3IntField(this, 3, value);
};
proto.blit.v2.Summary.prototype.getFilesDeleted = function() {
  return  (jspb.Message.getFieldWithDefault(this, 4, 0));
};
proto.blit.v2.Summary.prototype.setFilesDeleted = function(value) {
  return jspb.Message.setProto3IntField(this, 4, value);
};
proto.blit.v2.Summary.prototype.getDirsCreated = function() {
  return  (jspb.Message.getFieldWithDefault(this, 5, 0));
};
proto.blit.v2.Summary.prototype.setDirsCreated = function(value) {
  return jspb.Message.setProto3IntField(this, 5, value);
};
proto.blit.v2.Summary.prototype.getDirsDeleted = function() {
  return  (jspb.Message.getFieldWithDefault(this, 6, 0));
};
proto.blit.v2.Summary.prototype.setDirsDeleted = function(value) {
  return jspb.Message.setProto3IntField(this, 6, value);
};
proto.blit.v2.Summary.prototype.getLinksCreated = function() {
  return  (jspb.Message.getFieldWithDefault(this, 7, 0));
};
proto.blit.v2.Summary.prototype.setLinksCreated = function(value) {
  return jspb.Message.setProto3IntField(this, 7, value);
};
proto.blit.v2.Summary.prototype.getSourcesRemoved = function() {
  return  (jspb.Message.getFieldWithDefault(this, 8, 0));
};
proto.blit.v2.Summary.prototype.setSourcesRemoved = function(value) {
  return jspb.Message.setProto3IntField(this, 8, value);
};
proto.blit.v2.Summary.prototype.getBytesCopied = function() {
  return  (jspb.Message.getFieldWithDefault(this, 9, 0));
};
proto.blit.v2.Summary.prototype.setBytesCopied = function(value) {
  return jspb.Message.setProto3IntField(this, 9, value);
};
proto.blit.v2.Summary.prototype.getBytesResumed = function() {
  return  (jspb.Message.getFieldWithDefault(this, 10, 0));
};
proto.blit.v2.Summary.prototype.setBytesResumed = function(value) {
  return jspb.Message.setProto3IntField(this, 10, value);
};
proto.blit.v2.Summary.prototype.getStreams = function() {
  return  (jspb.Message.getFieldWithDefault(this, 11, 0));
};
proto.blit.v2.Summary.prototype.setStreams = function(value) {
  return jspb.Message.setProto3IntField(this, 11, value);
};
proto.blit.v2.Summary.prototype.getDataPlane = function() {
  return  (jspb.Message.getFieldWithDefault(this, 12, ""));
};
proto.blit.v2.Summary.prototype.setDataPlane = function(value) {
  return jspb.Message.setProto3StringField(this, 12, value);
};
proto.blit.v2.Summary.prototype.getError = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Failure, 13));
};
proto.blit.v2.Summary.prototype.setError = function(value) {
  return jspb.Message.setWrapperField(this, 13, value);
};
proto.blit.v2.Summary.prototype.clearError = function() {
  return this.setError(undefined);
};
proto.blit.v2.Summary.prototype.hasError = function() {
  return jspb.Message.getField(this, 13) != null;
};
proto.blit.v2.Summary.prototype.getOthersDeleted = function() {
  return  (jspb.Message.getFieldWithDefault(this, 14, 0));
};
proto.blit.v2.Summary.prototype.setOthersDeleted = function(value) {
  return jspb.Message.setProto3IntField(this, 14, value);
};
proto.blit.v2.TransferOptions.repeatedFields_ = [7,28];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.TransferOptions.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.TransferOptions.toObject(opt_includeInstance, this);
};
proto.blit.v2.TransferOptions.toObject = function(includeInstance, msg) {
  var f, obj = {
    operation: jspb.Message.getFieldWithDefault(msg, 1, ""),
    dryRun: jspb.Message.getBooleanFieldWithDefault(msg, 2, false),
    compare: jspb.Message.getFieldWithDefault(msg, 3, ""),
    ignoreExisting: jspb.Message.getBooleanFieldWithDefault(msg, 4, false),
    update: jspb.Message.getBooleanFieldWithDefault(msg, 5, false),
    modifyWindowNanos: jspb.Message.getFieldWithDefault(msg, 6, "0"),
    rulesList: jspb.Message.toObjectList(msg.getRulesList(),
    proto.blit.v2.FilterRule.toObject, includeInstance),
    minSize: jspb.Message.getFieldWithDefault(msg, 8, 0),
    maxSize: jspb.Message.getFieldWithDefault(msg, 9, 0),
    modifiedAfterNanos: jspb.Message.getFieldWithDefault(msg, 10, "0"),
    modifiedBeforeNanos: jspb.Message.getFieldWithDefault(msg, 11, "0"),
    preserve: (f = msg.getPreserve()) && proto.blit.v2.Preserve.toObject(includeInstance, f),
    copyLinks: jspb.Message.getBooleanFieldWithDefault(msg, 13, false),
    maxDelete: jspb.Message.getFieldWithDefault(msg, 14, 0),
    allowEmptySource: jspb.Message.getBooleanFieldWithDefault(msg, 15, false),
    deleteExcluded: jspb.Message.getBooleanFieldWithDefault(msg, 16, false),
    backupDir: msg.getBackupDir_asB64(),
    fsync: jspb.Message.getBooleanFieldWithDefault(msg, 18, false),
    resume: jspb.Message.getBooleanFieldWithDefault(msg, 19, false),
    inplace: jspb.Message.getBooleanFieldWithDefault(msg, 20, false),
    retries: jspb.Message.getFieldWithDefault(msg, 21, 0),
    hashed: jspb.Message.getBooleanFieldWithDefault(msg, 22, false),
    verify: jspb.Message.getBooleanFieldWithDefault(msg, 23, false),
    maxStreams: jspb.Message.getFieldWithDefault(msg, 24, 0),
    reportActions: jspb.Message.getBooleanFieldWithDefault(msg, 25, false),
    confirmDeletes: jspb.Message.getBooleanFieldWithDefault(msg, 26, false),
    filesFrom: (f = msg.getFilesFrom()) && proto.blit.v2.FilesFrom.toObject(includeInstance, f),
    hiddenPathsList: msg.getHiddenPathsList_asB64(),
    bwlimitBytesPerSecond: jspb.Message.getFieldWithDefault(msg, 29, 0),
    compress: jspb.Message.getBooleanFieldWithDefault(msg, 30, false)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.TransferOptions.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.TransferOptions;
  return proto.blit.v2.TransferOptions.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.TransferOptions.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readString());
      msg.setOperation(value);
      break;
    case 2:
      var value =  (reader.readBool());
      msg.setDryRun(value);
      break;
    case 3:
      var value =  (reader.readString());
      msg.setCompare(value);
      break;
    case 4:
      var value =  (reader.readBool());
      msg.setIgnoreExisting(value);
      break;
    case 5:
      var value =  (reader.readBool());
      msg.setUpdate(value);
      break;
    case 6:
      var value =  (reader.readUint64String());
      msg.setModifyWindowNanos(value);
      break;
    case 7:
      var value = new proto.blit.v2.FilterRule;
      reader.readMessage(value,proto.blit.v2.FilterRule.deserializeBinaryFromReader);
      msg.addRules(value);
      break;
    case 8:
      var value =  (reader.readUint64());
      msg.setMinSize(value);
      break;
    case 9:
      var value =  (reader.readUint64());
      msg.setMaxSize(value);
      break;
    case 10:
      var value =  (reader.readSfixed64String());
      msg.setModifiedAfterNanos(value);
      break;
    case 11:
      var value =  (reader.readSfixed64String());
      msg.setModifiedBeforeNanos(value);
      break;
    case 12:
      var value = new proto.blit.v2.Preserve;
      reader.readMessage(value,proto.blit.v2.Preserve.deserializeBinaryFromReader);
      msg.setPreserve(value);
      break;
    case 13:
      var value =  (reader.readBool());
      msg.setCopyLinks(value);
      break;
    case 14:
      var value =  (reader.readUint64());
      msg.setMaxDelete(value);
      break;
    case 15:
      var value =  (reader.readBool());
      msg.setAllowEmptySource(value);
      break;
    case 16:
      var value =  (reader.readBool());
      msg.setDeleteExcluded(value);
      break;
    case 17:
      var value =  (reader.readBytes());
      msg.setBackupDir(value);
      break;
    case 18:
      var value =  (reader.readBool());
      msg.setFsync(value);
      break;
    case 19:
      var value =  (reader.readBool());
      msg.setResume(value);
      break;
    case 20:
      var value =  (reader.readBool());
      msg.setInplace(value);
      break;
    case 21:
      var value =  (reader.readUint32());
      msg.setRetries(value);
      break;
    case 22:
      var value =  (reader.readBool());
      msg.setHashed(value);
      break;
    case 23:
      var value =  (reader.readBool());
      msg.setVerify(value);
      break;
    case 24:
      var value =  (reader.readUint32());
      msg.setMaxStreams(value);
      break;
    case 25:
      var value =  (reader.readBool());
      msg.setReportActions(value);
      break;
    case 26:
      var value =  (reader.readBool());
      msg.setConfirmDeletes(value);
      break;
    case 27:
      var value = new proto.blit.v2.FilesFrom;
      reader.readMessage(value,proto.blit.v2.FilesFrom.deserializeBinaryFromReader);
      msg.setFilesFrom(value);
      break;
    case 28:
      var value =  (reader.readBytes());
      msg.addHiddenPaths(value);
      break;
    case 29:
      var value =  (reader.readUint64());
      msg.setBwlimitBytesPerSecond(value);
      break;
    case 30:
      var value =  (reader.readBool());
      msg.setCompress(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.TransferOptions.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.TransferOptions.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.TransferOptions.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getOperation();
  if (f.length > 0) {
    writer.writeString(
      1,
      f
    );
  }
  f = message.getDryRun();
  if (f) {
    writer.writeBool(
      2,
      f
    );
  }
  f = message.getCompare();
  if (f.length > 0) {
    writer.writeString(
      3,
      f
    );
  }
  f = message.getIgnoreExisting();
  if (f) {
    writer.writeBool(
      4,
      f
    );
  }
  f = message.getUpdate();
  if (f) {
    writer.writeBool(
      5,
      f
    );
  }
  f = message.getModifyWindowNanos();
  if (parseInt(f, 10) !== 0) {
    writer.writeUint64String(
      6,
      f
    );
  }
  f = message.getRulesList();
  if (f.length > 0) {
    writer.writeRepeatedMessage(
      7,
      f,
      proto.blit.v2.FilterRule.serializeBinaryToWriter
    );
  }
  f =  (jspb.Message.getField(message, 8));
  if (f != null) {
    writer.writeUint64(
      8,
      f
    );
  }
  f =  (jspb.Message.getField(message, 9));
  if (f != null) {
    writer.writeUint64(
      9,
      f
    );
  }
  f =  (jspb.Message.getField(message, 10));
  if (f != null) {
    writer.writeSfixed64String(
      10,
      f
    );
  }
  f =  (jspb.Message.getField(message, 11));
  if (f != null) {
    writer.writeSfixed64String(
      11,
      f
    );
  }
  f = message.getPreserve();
  if (f != null) {
    writer.writeMessage(
      12,
      f,
      proto.blit.v2.Preserve.serializeBinaryToWriter
    );
  }
  f = message.getCopyLinks();
  if (f) {
    writer.writeBool(
      13,
      f
    );
  }
  f =  (jspb.Message.getField(message, 14));
  if (f != null) {
    writer.writeUint64(
      14,
      f
    );
  }
  f = message.getAllowEmptySource();
  if (f) {
    writer.writeBool(
      15,
      f
    );
  }
  f = message.getDeleteExcluded();
  if (f) {
    writer.writeBool(
      16,
      f
    );
  }
  f = message.getBackupDir_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      17,
      f
    );
  }
  f = message.getFsync();
  if (f) {
    writer.writeBool(
      18,
      f
    );
  }
  f = message.getResume();
  if (f) {
    writer.writeBool(
      19,
      f
    );
  }
  f = message.getInplace();
  if (f) {
    writer.writeBool(
      20,
      f
    );
  }
  f = message.getRetries();
  if (f !== 0) {
    writer.writeUint32(
      21,
      f
    );
  }
  f = message.getHashed();
  if (f) {
    writer.writeBool(
      22,
      f
    );
  }
  f = message.getVerify();
  if (f) {
    writer.writeBool(
      23,
      f
    );
  }
  f = message.getMaxStreams();
  if (f !== 0) {
    writer.writeUint32(
      24,
      f
    );
  }
  f = message.getReportActions();
  if (f) {
    writer.writeBool(
      25,
      f
    );
  }
  f = message.getConfirmDeletes();
  if (f) {
    writer.writeBool(
      26,
      f
    );
  }
  f = message.getFilesFrom();
  if (f != null) {
    writer.writeMessage(
      27,
      f,
      proto.blit.v2.FilesFrom.serializeBinaryToWriter
    );
  }
  f = message.getHiddenPathsList_asU8();
  if (f.length > 0) {
    writer.writeRepeatedBytes(
      28,
      f
    );
  }
  f =  (jspb.Message.getField(message, 29));
  if (f != null) {
    writer.writeUint64(
      29,
      f
    );
  }
  f = message.getCompress();
  if (f) {
    writer.writeBool(
      30,
      f
    );
  }
};
proto.blit.v2.TransferOptions.prototype.getOperation = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, ""));
};
proto.blit.v2.TransferOptions.prototype.setOperation = function(value) {
  return jspb.Message.setProto3StringField(this, 1, value);
};
proto.blit.v2.TransferOptions.prototype.getDryRun = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 2, false));
};
proto.blit.v2.TransferOptions.prototype.setDryRun = function(value) {
  return jspb.Message.setProto3BooleanField(this, 2, value);
};
proto.blit.v2.TransferOptions.prototype.getCompare = function() {
  return  (jspb.Message.getFieldWithDefault(this, 3, ""));
};
proto.blit.v2.TransferOptions.prototype.setCompare = function(value) {
  return jspb.Message.setProto3StringField(this, 3, value);
};
proto.blit.v2.TransferOptions.prototype.getIgnoreExisting = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 4, false));
};
proto.blit.v2.TransferOptions.prototype.setIgnoreExisting = function(value) {
  return jspb.Message.setProto3BooleanField(this, 4, value);
};
proto.blit.v2.TransferOptions.prototype.getUpdate = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 5, false));
};
proto.blit.v2.TransferOptions.prototype.setUpdate = function(value) {
  return jspb.Message.setProto3BooleanField(this, 5, value);
};
proto.blit.v2.TransferOptions.prototype.getModifyWindowNanos = function() {
  return  (jspb.Message.getFieldWithDefault(this, 6, "0"));
};
proto.blit.v2.TransferOptions.prototype.setModifyWindowNanos = function(value) {
  return jspb.Message.setProto3StringIntField(this, 6, value);
};
proto.blit.v2.TransferOptions.prototype.getRulesList = function() {
  return  (
    jspb.Message.getRepeatedWrapperField(this, proto.blit.v2.FilterRule, 7));
};
proto.blit.v2.TransferOptions.prototype.setRulesList = function(value) {
  return jspb.Message.setRepeatedWrapperField(this, 7, value);
};
proto.blit.v2.TransferOptions.prototype.addRules = function(opt_value, opt_index) {
  return jspb.Message.addToRepeatedWrapperField(this, 7, opt_value, proto.blit.v2.FilterRule, opt_index);
};
proto.blit.v2.TransferOptions.prototype.clearRulesList = function() {
  return this.setRulesList([]);
};
proto.blit.v2.TransferOptions.prototype.getMinSize = function() {
  return  (jspb.Message.getFieldWithDefault(this, 8, 0));
};
proto.blit.v2.TransferOptions.prototype.setMinSize = function(value) {
  return jspb.Message.setField(this, 8, value);
};
proto.blit.v2.TransferOptions.prototype.clearMinSize = function() {
  return jspb.Message.setField(this, 8, undefined);
};
proto.blit.v2.TransferOptions.prototype.hasMinSize = function() {
  return jspb.Message.getField(this, 8) != null;
};
proto.blit.v2.TransferOptions.prototype.getMaxSize = function() {
  return  (jspb.Message.getFieldWithDefault(this, 9, 0));
};
proto.blit.v2.TransferOptions.prototype.setMaxSize = function(value) {
  return jspb.Message.setField(this, 9, value);
};
proto.blit.v2.TransferOptions.prototype.clearMaxSize = function() {
  return jspb.Message.setField(this, 9, undefined);
};
proto.blit.v2.TransferOptions.prototype.hasMaxSize = function() {
  return jspb.Message.getField(this, 9) != null;
};
proto.blit.v2.TransferOptions.prototype.getModifiedAfterNanos = function() {
  return  (jspb.Message.getFieldWithDefault(this, 10, "0"));
};
proto.blit.v2.TransferOptions.prototype.setModifiedAfterNanos = function(value) {
  return jspb.Message.setField(this, 10, value);
};
proto.blit.v2.TransferOptions.prototype.clearModifiedAfterNanos = function() {
  return jspb.Message.setField(this, 10, undefined);
};
proto.blit.v2.TransferOptions.prototype.hasModifiedAfterNanos = function() {
  return jspb.Message.getField(this, 10) != null;
};
proto.blit.v2.TransferOptions.prototype.getModifiedBeforeNanos = function() {
  return  (jspb.Message.getFieldWithDefault(this, 11, "0"));
};
proto.blit.v2.TransferOptions.prototype.setModifiedBeforeNanos = function(value) {
  return jspb.Message.setField(this, 11, value);
};
proto.blit.v2.TransferOptions.prototype.clearModifiedBeforeNanos = function() {
  return jspb.Message.setField(this, 11, undefined);
};
proto.blit.v2.TransferOptions.prototype.hasModifiedBeforeNanos = function() {
  return jspb.Message.getField(this, 11) != null;
};
proto.blit.v2.TransferOptions.prototype.getPreserve = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Preserve, 12));
};
proto.blit.v2.TransferOptions.prototype.setPreserve = function(value) {
  return jspb.Message.setWrapperField(this, 12, value);
};
proto.blit.v2.TransferOptions.prototype.clearPreserve = function() {
  return this.setPreserve(undefined);
};
proto.blit.v2.TransferOptions.prototype.hasPreserve = function() {
  return jspb.Message.getField(this, 12) != null;
};
proto.blit.v2.TransferOptions.prototype.getCopyLinks = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 13, false));
};
proto.blit.v2.TransferOptions.prototype.setCopyLinks = function(value) {
  return jspb.Message.setProto3BooleanField(this, 13, value);
};
proto.blit.v2.TransferOptions.prototype.getMaxDelete = function() {
  return  (jspb.Message.getFieldWithDefault(this, 14, 0));
};
proto.blit.v2.TransferOptions.prototype.setMaxDelete = function(value) {
  return jspb.Message.setField(this, 14, value);
};
proto.blit.v2.TransferOptions.prototype.clearMaxDelete = function() {
  return jspb.Message.setField(this, 14, undefined);
};
proto.blit.v2.TransferOptions.prototype.hasMaxDelete = function() {
  return jspb.Message.getField(this, 14) != null;
};
proto.blit.v2.TransferOptions.prototype.getAllowEmptySource = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 15, false));
};
proto.blit.v2.TransferOptions.prototype.setAllowEmptySource = function(value) {
  return jspb.Message.setProto3BooleanField(this, 15, value);
};
proto.blit.v2.TransferOptions.prototype.getDeleteExcluded = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 16, false));
};
proto.blit.v2.TransferOptions.prototype.setDeleteExcluded = function(value) {
  return jspb.Message.setProto3BooleanField(this, 16, value);
};
proto.blit.v2.TransferOptions.prototype.getBackupDir = function() {
  return  (jspb.Message.getFieldWithDefault(this, 17, ""));
};
proto.blit.v2.TransferOptions.prototype.getBackupDir_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getBackupDir()));
};
proto.blit.v2.TransferOptions.prototype.getBackupDir_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getBackupDir()));
};
proto.blit.v2.TransferOptions.prototype.setBackupDir = function(value) {
  return jspb.Message.setProto3BytesField(this, 17, value);
};
proto.blit.v2.TransferOptions.prototype.getFsync = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 18, false));
};
proto.blit.v2.TransferOptions.prototype.setFsync = function(value) {
  return jspb.Message.setProto3BooleanField(this, 18, value);
};
proto.blit.v2.TransferOptions.prototype.getResume = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 19, false));
};
proto.blit.v2.TransferOptions.prototype.setResume = function(value) {
  return jspb.Message.setProto3BooleanField(this, 19, value);
};
proto.blit.v2.TransferOptions.prototype.getInplace = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 20, false));
};
proto.blit.v2.TransferOptions.prototype.setInplace = function(value) {
  return jspb.Message.setProto3BooleanField(this, 20, value);
};
proto.blit.v2.TransferOptions.prototype.getRetries = function() {
  return  (jspb.Message.getFieldWithDefault(this, 21, 0));
};
proto.blit.v2.TransferOptions.prototype.setRetries = function(value) {
  return jspb.Message.setProto3IntField(this, 21, value);
};
proto.blit.v2.TransferOptions.prototype.getHashed = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 22, false));
};
proto.blit.v2.TransferOptions.prototype.setHashed = function(value) {
  return jspb.Message.setProto3BooleanField(this, 22, value);
};
proto.blit.v2.TransferOptions.prototype.getVerify = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 23, false));
};
proto.blit.v2.TransferOptions.prototype.setVerify = function(value) {
  return jspb.Message.setProto3BooleanField(this, 23, value);
};
proto.blit.v2.TransferOptions.prototype.getMaxStreams = function() {
  return  (jspb.Message.getFieldWithDefault(this, 24, 0));
};
proto.blit.v2.TransferOptions.prototype.setMaxStreams = function(value) {
  return jspb.Message.setProto3IntField(this, 24, value);
};
proto.blit.v2.TransferOptions.prototype.getReportActions = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 25, false));
};
proto.blit.v2.TransferOptions.prototype.setReportActions = function(value) {
  return jspb.Message.setProto3BooleanField(this, 25, value);
};
proto.blit.v2.TransferOptions.prototype.getConfirmDeletes = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 26, false));
};
proto.blit.v2.TransferOptions.prototype.setConfirmDeletes = function(value) {
  return jspb.Message.setProto3BooleanField(this, 26, value);
};
proto.blit.v2.TransferOptions.prototype.getFilesFrom = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.FilesFrom, 27));
};
proto.blit.v2.TransferOptions.prototype.setFilesFrom = function(value) {
  return jspb.Message.setWrapperField(this, 27, value);
};
proto.blit.v2.TransferOptions.prototype.clearFilesFrom = function() {
  return this.setFilesFrom(undefined);
};
proto.blit.v2.TransferOptions.prototype.hasFilesFrom = function() {
  return jspb.Message.getField(this, 27) != null;
};
proto.blit.v2.TransferOptions.prototype.getHiddenPathsList = function() {
  return  (jspb.Message.getRepeatedField(this, 28));
};
proto.blit.v2.TransferOptions.prototype.getHiddenPathsList_asB64 = function() {
  return  (jspb.Message.bytesListAsB64(
      this.getHiddenPathsList()));
};
proto.blit.v2.TransferOptions.prototype.getHiddenPathsList_asU8 = function() {
  return  (jspb.Message.bytesListAsU8(
      this.getHiddenPathsList()));
};
proto.blit.v2.TransferOptions.prototype.setHiddenPathsList = function(value) {
  return jspb.Message.setField(this, 28, value || []);
};
proto.blit.v2.TransferOptions.prototype.addHiddenPaths = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 28, value, opt_index);
};
proto.blit.v2.TransferOptions.prototype.clearHiddenPathsList = function() {
  return this.setHiddenPathsList([]);
};
proto.blit.v2.TransferOptions.prototype.getBwlimitBytesPerSecond = function() {
  return  (jspb.Message.getFieldWithDefault(this, 29, 0));
};
proto.blit.v2.TransferOptions.prototype.setBwlimitBytesPerSecond = function(value) {
  return jspb.Message.setField(this, 29, value);
};
proto.blit.v2.TransferOptions.prototype.clearBwlimitBytesPerSecond = function() {
  return jspb.Message.setField(this, 29, undefined);
};
proto.blit.v2.TransferOptions.prototype.hasBwlimitBytesPerSecond = function() {
  return jspb.Message.getField(this, 29) != null;
};
proto.blit.v2.TransferOptions.prototype.getCompress = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 30, false));
};
proto.blit.v2.TransferOptions.prototype.setCompress = function(value) {
  return jspb.Message.setProto3BooleanField(this, 30, value);
};
proto.blit.v2.FilesFrom.repeatedFields_ = [1];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.FilesFrom.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.FilesFrom.toObject(opt_includeInstance, this);
};
proto.blit.v2.FilesFrom.toObject = function(includeInstance, msg) {
  var f, obj = {
    pathsList: msg.getPathsList_asB64()
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.FilesFrom.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.FilesFrom;
  return proto.blit.v2.FilesFrom.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.FilesFrom.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readBytes());
      msg.addPaths(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.FilesFrom.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.FilesFrom.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.FilesFrom.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getPathsList_asU8();
  if (f.length > 0) {
    writer.writeRepeatedBytes(
      1,
      f
    );
  }
};
proto.blit.v2.FilesFrom.prototype.getPathsList = function() {
  return  (jspb.Message.getRepeatedField(this, 1));
};
proto.blit.v2.FilesFrom.prototype.getPathsList_asB64 = function() {
  return  (jspb.Message.bytesListAsB64(
      this.getPathsList()));
};
proto.blit.v2.FilesFrom.prototype.getPathsList_asU8 = function() {
  return  (jspb.Message.bytesListAsU8(
      this.getPathsList()));
};
proto.blit.v2.FilesFrom.prototype.setPathsList = function(value) {
  return jspb.Message.setField(this, 1, value || []);
};
proto.blit.v2.FilesFrom.prototype.addPaths = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 1, value, opt_index);
};
proto.blit.v2.FilesFrom.prototype.clearPathsList = function() {
  return this.setPathsList([]);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.FilterRule.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.FilterRule.toObject(opt_includeInstance, this);
};
proto.blit.v2.FilterRule.toObject = function(includeInstance, msg) {
  var f, obj = {
    include: jspb.Message.getBooleanFieldWithDefault(msg, 1, false),
    pattern: msg.getPattern_asB64()
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.FilterRule.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.FilterRule;
  return proto.blit.v2.FilterRule.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.FilterRule.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readBool());
      msg.setInclude(value);
      break;
    case 2:
      var value =  (reader.readBytes());
      msg.setPattern(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.FilterRule.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.FilterRule.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.FilterRule.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getInclude();
  if (f) {
    writer.writeBool(
      1,
      f
    );
  }
  f = message.getPattern_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      2,
      f
    );
  }
};
proto.blit.v2.FilterRule.prototype.getInclude = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 1, false));
};
proto.blit.v2.FilterRule.prototype.setInclude = function(value) {
  return jspb.Message.setProto3BooleanField(this, 1, value);
};
proto.blit.v2.FilterRule.prototype.getPattern = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, ""));
};
proto.blit.v2.FilterRule.prototype.getPattern_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getPattern()));
};
proto.blit.v2.FilterRule.prototype.getPattern_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getPattern()));
};
proto.blit.v2.FilterRule.prototype.setPattern = function(value) {
  return jspb.Message.setProto3BytesField(this, 2, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Preserve.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Preserve.toObject(opt_includeInstance, this);
};
proto.blit.v2.Preserve.toObject = function(includeInstance, msg) {
  var f, obj = {
    owner: jspb.Message.getBooleanFieldWithDefault(msg, 1, false),
    hardLinks: jspb.Message.getBooleanFieldWithDefault(msg, 2, false),
    xattrs: jspb.Message.getBooleanFieldWithDefault(msg, 3, false),
    acls: jspb.Message.getBooleanFieldWithDefault(msg, 4, false),
    setuid: jspb.Message.getBooleanFieldWithDefault(msg, 5, false),
    sparse: jspb.Message.getBooleanFieldWithDefault(msg, 6, false),
    devices: jspb.Message.getBooleanFieldWithDefault(msg, 7, false),
    specials: jspb.Message.getBooleanFieldWithDefault(msg, 8, false)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Preserve.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Preserve;
  return proto.blit.v2.Preserve.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Preserve.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readBool());
      msg.setOwner(value);
      break;
    case 2:
      var value =  (reader.readBool());
      msg.setHardLinks(value);
      break;
    case 3:
      var value =  (reader.readBool());
      msg.setXattrs(value);
      break;
    case 4:
      var value =  (reader.readBool());
      msg.setAcls(value);
      break;
    case 5:
      var value =  (reader.readBool());
      msg.setSetuid(value);
      break;
    case 6:
      var value =  (reader.readBool());
      msg.setSparse(value);
      break;
    case 7:
      var value =  (reader.readBool());
      msg.setDevices(value);
      break;
    case 8:
      var value =  (reader.readBool());
      msg.setSpecials(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Preserve.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Preserve.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Preserve.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getOwner();
  if (f) {
    writer.writeBool(
      1,
      f
    );
  }
  f = message.getHardLinks();
  if (f) {
    writer.writeBool(
      2,
      f
    );
  }
  f = message.getXattrs();
  if (f) {
    writer.writeBool(
      3,
      f
    );
  }
  f = message.getAcls();
  if (f) {
    writer.writeBool(
      4,
      f
    );
  }
  f = message.getSetuid();
  if (f) {
    writer.writeBool(
      5,
      f
    );
  }
  f = message.getSparse();
  if (f) {
    writer.writeBool(
      6,
      f
    );
  }
  f = message.getDevices();
  if (f) {
    writer.writeBool(
      7,
      f
    );
  }
  f = message.getSpecials();
  if (f) {
    writer.writeBool(
      8,
      f
    );
  }
};
proto.blit.v2.Preserve.prototype.getOwner = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 1, false));
};
proto.blit.v2.Preserve.prototype.setOwner = function(value) {
  return jspb.Message.setProto3BooleanField(this, 1, value);
};
proto.blit.v2.Preserve.prototype.getHardLinks = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 2, false));
};
proto.blit.v2.Preserve.prototype.setHardLinks = function(value) {
  return jspb.Message.setProto3BooleanField(this, 2, value);
};
proto.blit.v2.Preserve.prototype.getXattrs = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 3, false));
};
proto.blit.v2.Preserve.prototype.setXattrs = function(value) {
  return jspb.Message.setProto3BooleanField(this, 3, value);
};
proto.blit.v2.Preserve.prototype.getAcls = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 4, false));
};
proto.blit.v2.Preserve.prototype.setAcls = function(value) {
  return jspb.Message.setProto3BooleanField(this, 4, value);
};
proto.blit.v2.Preserve.prototype.getSetuid = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 5, false));
};
proto.blit.v2.Preserve.prototype.setSetuid = function(value) {
  return jspb.Message.setProto3BooleanField(this, 5, value);
};
proto.blit.v2.Preserve.prototype.getSparse = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 6, false));
};
proto.blit.v2.Preserve.prototype.setSparse = function(value) {
  return jspb.Message.setProto3BooleanField(this, 6, value);
};
proto.blit.v2.Preserve.prototype.getDevices = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 7, false));
};
proto.blit.v2.Preserve.prototype.setDevices = function(value) {
  return jspb.Message.setProto3BooleanField(this, 7, value);
};
proto.blit.v2.Preserve.prototype.getSpecials = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 8, false));
};
proto.blit.v2.Preserve.prototype.setSpecials = function(value) {
  return jspb.Message.setProto3BooleanField(this, 8, value);
};
proto.blit.v2.ClientPushRequest.oneofGroups_ = [[1,2,3,4,5]];
proto.blit.v2.ClientPushRequest.PayloadCase = {
  PAYLOAD_NOT_SET: 0,
  HEADER: 1,
  FILE_MANIFEST: 2,
  MANIFEST_COMPLETE: 3,
  SOURCE: 4,
  ALIVE: 5
};
proto.blit.v2.ClientPushRequest.prototype.getPayloadCase = function() {
  return (jspb.Message.computeOneofCase(this, proto.blit.v2.ClientPushRequest.oneofGroups_[0]));
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.ClientPushRequest.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.ClientPushRequest.toObject(opt_includeInstance, this);
};
proto.blit.v2.ClientPushRequest.toObject = function(includeInstance, msg) {
  var f, obj = {
    header: (f = msg.getHeader()) && proto.blit.v2.PushHeader.toObject(includeInstance, f),
    fileManifest: (f = msg.getFileManifest()) && proto.blit.v2.FileHeader.toObject(includeInstance, f),
    manifestComplete: (f = msg.getManifestComplete()) && proto.blit.v2.ManifestComplete.toObject(includeInstance, f),
    source: (f = msg.getSource()) && proto.blit.v2.SourceMessage.toObject(includeInstance, f),
    alive: (f = msg.getAlive()) && proto.blit.v2.Alive.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.ClientPushRequest.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.ClientPushRequest;
  return proto.blit.v2.ClientPushRequest.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.ClientPushRequest.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.PushHeader;
      reader.readMessage(value,proto.blit.v2.PushHeader.deserializeBinaryFromReader);
      msg.setHeader(value);
      break;
    case 2:
      var value = new proto.blit.v2.FileHeader;
      reader.readMessage(value,proto.blit.v2.FileHeader.deserializeBinaryFromReader);
      msg.setFileManifest(value);
      break;
    case 3:
      var value = new proto.blit.v2.ManifestComplete;
      reader.readMessage(value,proto.blit.v2.ManifestComplete.deserializeBinaryFromReader);
      msg.setManifestComplete(value);
      break;
    case 4:
      var value = new proto.blit.v2.SourceMessage;
      reader.readMessage(value,proto.blit.v2.SourceMessage.deserializeBinaryFromReader);
      msg.setSource(value);
      break;
    case 5:
      var value = new proto.blit.v2.Alive;
      reader.readMessage(value,proto.blit.v2.Alive.deserializeBinaryFromReader);
      msg.setAlive(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.ClientPushRequest.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.ClientPushRequest.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.ClientPushRequest.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getHeader();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.PushHeader.serializeBinaryToWriter
    );
  }
  f = message.getFileManifest();
  if (f != null) {
    writer.writeMessage(
      2,
      f,
      proto.blit.v2.FileHeader.serializeBinaryToWriter
    );
  }
  f = message.getManifestComplete();
  if (f != null) {
    writer.writeMessage(
      3,
      f,
      proto.blit.v2.ManifestComplete.serializeBinaryToWriter
    );
  }
  f = message.getSource();
  if (f != null) {
    writer.writeMessage(
      4,
      f,
      proto.blit.v2.SourceMessage.serializeBinaryToWriter
    );
  }
  f = message.getAlive();
  if (f != null) {
    writer.writeMessage(
      5,
      f,
      proto.blit.v2.Alive.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.ClientPushRequest.prototype.getHeader = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.PushHeader, 1));
};
proto.blit.v2.ClientPushRequest.prototype.setHeader = function(value) {
  return jspb.Message.setOneofWrapperField(this, 1, proto.blit.v2.ClientPushRequest.oneofGroups_[0], value);
};
proto.blit.v2.ClientPushRequest.prototype.clearHeader = function() {
  return this.setHeader(undefined);
};
proto.blit.v2.ClientPushRequest.prototype.hasHeader = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.ClientPushRequest.prototype.getFileManifest = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.FileHeader, 2));
};
proto.blit.v2.ClientPushRequest.prototype.setFileManifest = function(value) {
  return jspb.Message.setOneofWrapperField(this, 2, proto.blit.v2.ClientPushRequest.oneofGroups_[0], value);
};
proto.blit.v2.ClientPushRequest.prototype.clearFileManifest = function() {
  return this.setFileManifest(undefined);
};
proto.blit.v2.ClientPushRequest.prototype.hasFileManifest = function() {
  return jspb.Message.getField(this, 2) != null;
};
proto.blit.v2.ClientPushRequest.prototype.getManifestComplete = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.ManifestComplete, 3));
};
proto.blit.v2.ClientPushRequest.prototype.setManifestComplete = function(value) {
  return jspb.Message.setOneofWrapperField(this, 3, proto.blit.v2.ClientPushRequest.oneofGroups_[0], value);
};
proto.blit.v2.ClientPushRequest.prototype.clearManifestComplete = function() {
  return this.setManifestComplete(undefined);
};
proto.blit.v2.ClientPushRequest.prototype.hasManifestComplete = function() {
  return jspb.Message.getField(this, 3) != null;
};
proto.blit.v2.ClientPushRequest.prototype.getSource = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.SourceMessage, 4));
};
proto.blit.v2.ClientPushRequest.prototype.setSource = function(value) {
  return jspb.Message.setOneofWrapperField(this, 4, proto.blit.v2.ClientPushRequest.oneofGroups_[0], value);
};
proto.blit.v2.ClientPushRequest.prototype.clearSource = function() {
  return this.setSource(undefined);
};
proto.blit.v2.ClientPushRequest.prototype.hasSource = function() {
  return jspb.Message.getField(this, 4) != null;
};
proto.blit.v2.ClientPushRequest.prototype.getAlive = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Alive, 5));
};
proto.blit.v2.ClientPushRequest.prototype.setAlive = function(value) {
  return jspb.Message.setOneofWrapperField(this, 5, proto.blit.v2.ClientPushRequest.oneofGroups_[0], value);
};
proto.blit.v2.ClientPushRequest.prototype.clearAlive = function() {
  return this.setAlive(undefined);
};
proto.blit.v2.ClientPushRequest.prototype.hasAlive = function() {
  return jspb.Message.getField(this, 5) != null;
};
proto.blit.v2.ServerPushResponse.oneofGroups_ = [[1,2,3,4,5]];
proto.blit.v2.ServerPushResponse.PayloadCase = {
  PAYLOAD_NOT_SET: 0,
  TRANSFER_NEGOTIATION: 1,
  SUMMARY: 2,
  DESTINATION: 3,
  WELCOME: 4,
  ALIVE: 5
};
proto.blit.v2.ServerPushResponse.prototype.getPayloadCase = function() {
  return (jspb.Message.computeOneofCase(this, proto.blit.v2.ServerPushResponse.oneofGroups_[0]));
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.ServerPushResponse.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.ServerPushResponse.toObject(opt_includeInstance, this);
};
proto.blit.v2.ServerPushResponse.toObject = function(includeInstance, msg) {
  var f, obj = {
    transferNegotiation: (f = msg.getTransferNegotiation()) && proto.blit.v2.DataTransferNegotiation.toObject(includeInstance, f),
    summary: (f = msg.getSummary()) && proto.blit.v2.PushSummary.toObject(includeInstance, f),
    destination: (f = msg.getDestination()) && proto.blit.v2.DestinationMessage.toObject(includeInstance, f),
    welcome: (f = msg.getWelcome()) && proto.blit.v2.Welcome.toObject(includeInstance, f),
    alive: (f = msg.getAlive()) && proto.blit.v2.Alive.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.ServerPushResponse.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.ServerPushResponse;
  return proto.blit.v2.ServerPushResponse.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.ServerPushResponse.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.DataTransferNegotiation;
      reader.readMessage(value,proto.blit.v2.DataTransferNegotiation.deserializeBinaryFromReader);
      msg.setTransferNegotiation(value);
      break;
    case 2:
      var value = new proto.blit.v2.PushSummary;
      reader.readMessage(value,proto.blit.v2.PushSummary.deserializeBinaryFromReader);
      msg.setSummary(value);
      break;
    case 3:
      var value = new proto.blit.v2.DestinationMessage;
      reader.readMessage(value,proto.blit.v2.DestinationMessage.deserializeBinaryFromReader);
      msg.setDestination(value);
      break;
    case 4:
      var value = new proto.blit.v2.Welcome;
      reader.readMessage(value,proto.blit.v2.Welcome.deserializeBinaryFromReader);
      msg.setWelcome(value);
      break;
    case 5:
      var value = new proto.blit.v2.Alive;
      reader.readMessage(value,proto.blit.v2.Alive.deserializeBinaryFromReader);
      msg.setAlive(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.ServerPushResponse.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.ServerPushResponse.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.ServerPushResponse.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getTransferNegotiation();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.DataTransferNegotiation.serializeBinaryToWriter
    );
  }
  f = message.getSummary();
  if (f != null) {
    writer.writeMessage(
      2,
      f,
      proto.blit.v2.PushSummary.serializeBinaryToWriter
    );
  }
  f = message.getDestination();
  if (f != null) {
    writer.writeMessage(
      3,
      f,
      proto.blit.v2.DestinationMessage.serializeBinaryToWriter
    );
  }
  f = message.getWelcome();
  if (f != null) {
    writer.writeMessage(
      4,
      f,
      proto.blit.v2.Welcome.serializeBinaryToWriter
    );
  }
  f = message.getAlive();
  if (f != null) {
    writer.writeMessage(
      5,
      f,
      proto.blit.v2.Alive.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.ServerPushResponse.prototype.getTransferNegotiation = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.DataTransferNegotiation, 1));
};
proto.blit.v2.ServerPushResponse.prototype.setTransferNegotiation = function(value) {
  return jspb.Message.setOneofWrapperField(this, 1, proto.blit.v2.ServerPushResponse.oneofGroups_[0], value);
};
proto.blit.v2.ServerPushResponse.prototype.clearTransferNegotiation = function() {
  return this.setTransferNegotiation(undefined);
};
proto.blit.v2.ServerPushResponse.prototype.hasTransferNegotiation = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.ServerPushResponse.prototype.getSummary = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.PushSummary, 2));
};
proto.blit.v2.ServerPushResponse.prototype.setSummary = function(value) {
  return jspb.Message.setOneofWrapperField(this, 2, proto.blit.v2.ServerPushResponse.oneofGroups_[0], value);
};
proto.blit.v2.ServerPushResponse.prototype.clearSummary = function() {
  return this.setSummary(undefined);
};
proto.blit.v2.ServerPushResponse.prototype.hasSummary = function() {
  return jspb.Message.getField(this, 2) != null;
};
proto.blit.v2.ServerPushResponse.prototype.getDestination = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.DestinationMessage, 3));
};
proto.blit.v2.ServerPushResponse.prototype.setDestination = function(value) {
  return jspb.Message.setOneofWrapperField(this, 3, proto.blit.v2.ServerPushResponse.oneofGroups_[0], value);
};
proto.blit.v2.ServerPushResponse.prototype.clearDestination = function() {
  return this.setDestination(undefined);
};
proto.blit.v2.ServerPushResponse.prototype.hasDestination = function() {
  return jspb.Message.getField(this, 3) != null;
};
proto.blit.v2.ServerPushResponse.prototype.getWelcome = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Welcome, 4));
};
proto.blit.v2.ServerPushResponse.prototype.setWelcome = function(value) {
  return jspb.Message.setOneofWrapperField(this, 4, proto.blit.v2.ServerPushResponse.oneofGroups_[0], value);
};
proto.blit.v2.ServerPushResponse.prototype.clearWelcome = function() {
  return this.setWelcome(undefined);
};
proto.blit.v2.ServerPushResponse.prototype.hasWelcome = function() {
  return jspb.Message.getField(this, 4) != null;
};
proto.blit.v2.ServerPushResponse.prototype.getAlive = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Alive, 5));
};
proto.blit.v2.ServerPushResponse.prototype.setAlive = function(value) {
  return jspb.Message.setOneofWrapperField(this, 5, proto.blit.v2.ServerPushResponse.oneofGroups_[0], value);
};
proto.blit.v2.ServerPushResponse.prototype.clearAlive = function() {
  return this.setAlive(undefined);
};
proto.blit.v2.ServerPushResponse.prototype.hasAlive = function() {
  return jspb.Message.getField(this, 5) != null;
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Alive.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Alive.toObject(opt_includeInstance, this);
};
proto.blit.v2.Alive.toObject = function(includeInstance, msg) {
  var f, obj = {
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Alive.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Alive;
  return proto.blit.v2.Alive.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Alive.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Alive.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Alive.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Alive.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.PushHeader.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.PushHeader.toObject(opt_includeInstance, this);
};
proto.blit.v2.PushHeader.toObject = function(includeInstance, msg) {
  var f, obj = {
    module: jspb.Message.getFieldWithDefault(msg, 1, ""),
    mirrorMode: jspb.Message.getBooleanFieldWithDefault(msg, 2, false),
    destinationPath: jspb.Message.getFieldWithDefault(msg, 3, ""),
    protocol: (f = msg.getProtocol()) && proto.blit.v2.Protocol.toObject(includeInstance, f),
    place: (f = msg.getPlace()) && proto.blit.v2.Place.toObject(includeInstance, f),
    options: (f = msg.getOptions()) && proto.blit.v2.TransferOptions.toObject(includeInstance, f),
    tree: jspb.Message.getBooleanFieldWithDefault(msg, 7, false),
    root: (f = msg.getRoot()) && proto.blit.v2.EntryColumns.toObject(includeInstance, f),
    seedA: jspb.Message.getFieldWithDefault(msg, 11, "0"),
    seedB: jspb.Message.getFieldWithDefault(msg, 12, "0"),
    rootXattrs: (f = msg.getRootXattrs()) && proto.blit.v2.Xattrs.toObject(includeInstance, f),
    backupPart: msg.getBackupPart_asB64()
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.PushHeader.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.PushHeader;
  return proto.blit.v2.PushHeader.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.PushHeader.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readString());
      msg.setModule(value);
      break;
    case 2:
      var value =  (reader.readBool());
      msg.setMirrorMode(value);
      break;
    case 3:
      var value =  (reader.readString());
      msg.setDestinationPath(value);
      break;
    case 4:
      var value = new proto.blit.v2.Protocol;
      reader.readMessage(value,proto.blit.v2.Protocol.deserializeBinaryFromReader);
      msg.setProtocol(value);
      break;
    case 5:
      var value = new proto.blit.v2.Place;
      reader.readMessage(value,proto.blit.v2.Place.deserializeBinaryFromReader);
      msg.setPlace(value);
      break;
    case 6:
      var value = new proto.blit.v2.TransferOptions;
      reader.readMessage(value,proto.blit.v2.TransferOptions.deserializeBinaryFromReader);
      msg.setOptions(value);
      break;
    case 7:
      var value =  (reader.readBool());
      msg.setTree(value);
      break;
    case 10:
      var value = new proto.blit.v2.EntryColumns;
      reader.readMessage(value,proto.blit.v2.EntryColumns.deserializeBinaryFromReader);
      msg.setRoot(value);
      break;
    case 11:
      var value =  (reader.readFixed64String());
      msg.setSeedA(value);
      break;
    case 12:
      var value =  (reader.readFixed64String());
      msg.setSeedB(value);
      break;
    case 13:
      var value = new proto.blit.v2.Xattrs;
      reader.readMessage(value,proto.blit.v2.Xattrs.deserializeBinaryFromReader);
      msg.setRootXattrs(value);
      break;
    case 14:
      var value =  (reader.readBytes());
      msg.setBackupPart(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.PushHeader.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.PushHeader.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.PushHeader.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getModule();
  if (f.length > 0) {
    writer.writeString(
      1,
      f
    );
  }
  f = message.getMirrorMode();
  if (f) {
    writer.writeBool(
      2,
      f
    );
  }
  f = message.getDestinationPath();
  if (f.length > 0) {
    writer.writeString(
      3,
      f
    );
  }
  f = message.getProtocol();
  if (f != null) {
    writer.writeMessage(
      4,
      f,
      proto.blit.v2.Protocol.serializeBinaryToWriter
    );
  }
  f = message.getPlace();
  if (f != null) {
    writer.writeMessage(
      5,
      f,
      proto.blit.v2.Place.serializeBinaryToWriter
    );
  }
  f = message.getOptions();
  if (f != null) {
    writer.writeMessage(
      6,
      f,
      proto.blit.v2.TransferOptions.serializeBinaryToWriter
    );
  }
  f = message.getTree();
  if (f) {
    writer.writeBool(
      7,
      f
    );
  }
  f = message.getRoot();
  if (f != null) {
    writer.writeMessage(
      10,
      f,
      proto.blit.v2.EntryColumns.serializeBinaryToWriter
    );
  }
  f =  (jspb.Message.getField(message, 11));
  if (f != null) {
    writer.writeFixed64String(
      11,
      f
    );
  }
  f =  (jspb.Message.getField(message, 12));
  if (f != null) {
    writer.writeFixed64String(
      12,
      f
    );
  }
  f = message.getRootXattrs();
  if (f != null) {
    writer.writeMessage(
      13,
      f,
      proto.blit.v2.Xattrs.serializeBinaryToWriter
    );
  }
  f = message.getBackupPart_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      14,
      f
    );
  }
};
proto.blit.v2.PushHeader.prototype.getModule = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, ""));
};
proto.blit.v2.PushHeader.prototype.setModule = function(value) {
  return jspb.Message.setProto3StringField(this, 1, value);
};
proto.blit.v2.PushHeader.prototype.getMirrorMode = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 2, false));
};
proto.blit.v2.PushHeader.prototype.setMirrorMode = function(value) {
  return jspb.Message.setProto3BooleanField(this, 2, value);
};
proto.blit.v2.PushHeader.prototype.getDestinationPath = function() {
  return  (jspb.Message.getFieldWithDefault(this, 3, ""));
};
proto.blit.v2.PushHeader.prototype.setDestinationPath = function(value) {
  return jspb.Message.setProto3StringField(this, 3, value);
};
proto.blit.v2.PushHeader.prototype.getProtocol = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Protocol, 4));
};
proto.blit.v2.PushHeader.prototype.setProtocol = function(value) {
  return jspb.Message.setWrapperField(this, 4, value);
};
proto.blit.v2.PushHeader.prototype.clearProtocol = function() {
  return this.setProtocol(undefined);
};
proto.blit.v2.PushHeader.prototype.hasProtocol = function() {
  return jspb.Message.getField(this, 4) != null;
};
proto.blit.v2.PushHeader.prototype.getPlace = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Place, 5));
};
proto.blit.v2.PushHeader.prototype.setPlace = function(value) {
  return jspb.Message.setWrapperField(this, 5, value);
};
proto.blit.v2.PushHeader.prototype.clearPlace = function() {
  return this.setPlace(undefined);
};
proto.blit.v2.PushHeader.prototype.hasPlace = function() {
  return jspb.Message.getField(this, 5) != null;
};
proto.blit.v2.PushHeader.prototype.getOptions = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.TransferOptions, 6));
};
proto.blit.v2.PushHeader.prototype.setOptions = function(value) {
  return jspb.Message.setWrapperField(this, 6, value);
};
proto.blit.v2.PushHeader.prototype.clearOptions = function() {
  return this.setOptions(undefined);
};
proto.blit.v2.PushHeader.prototype.hasOptions = function() {
  return jspb.Message.getField(this, 6) != null;
};
proto.blit.v2.PushHeader.prototype.getTree = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 7, false));
};
proto.blit.v2.PushHeader.prototype.setTree = function(value) {
  return jspb.Message.setProto3BooleanField(this, 7, value);
};
proto.blit.v2.PushHeader.prototype.getRoot = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.EntryColumns, 10));
};
proto.blit.v2.PushHeader.prototype.setRoot = function(value) {
  return jspb.Message.setWrapperField(this, 10, value);
};
proto.blit.v2.PushHeader.prototype.clearRoot = function() {
  return this.setRoot(undefined);
};
proto.blit.v2.PushHeader.prototype.hasRoot = function() {
  return jspb.Message.getField(this, 10) != null;
};
proto.blit.v2.PushHeader.prototype.getSeedA = function() {
  return  (jspb.Message.getFieldWithDefault(this, 11, "0"));
};
proto.blit.v2.PushHeader.prototype.setSeedA = function(value) {
  return jspb.Message.setField(this, 11, value);
};
proto.blit.v2.PushHeader.prototype.clearSeedA = function() {
  return jspb.Message.setField(this, 11, undefined);
};
proto.blit.v2.PushHeader.prototype.hasSeedA = function() {
  return jspb.Message.getField(this, 11) != null;
};
proto.blit.v2.PushHeader.prototype.getSeedB = function() {
  return  (jspb.Message.getFieldWithDefault(this, 12, "0"));
};
proto.blit.v2.PushHeader.prototype.setSeedB = function(value) {
  return jspb.Message.setField(this, 12, value);
};
proto.blit.v2.PushHeader.prototype.clearSeedB = function() {
  return jspb.Message.setField(this, 12, undefined);
};
proto.blit.v2.PushHeader.prototype.hasSeedB = function() {
  return jspb.Message.getField(this, 12) != null;
};
proto.blit.v2.PushHeader.prototype.getRootXattrs = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Xattrs, 13));
};
proto.blit.v2.PushHeader.prototype.setRootXattrs = function(value) {
  return jspb.Message.setWrapperField(this, 13, value);
};
proto.blit.v2.PushHeader.prototype.clearRootXattrs = function() {
  return this.setRootXattrs(undefined);
};
proto.blit.v2.PushHeader.prototype.hasRootXattrs = function() {
  return jspb.Message.getField(this, 13) != null;
};
proto.blit.v2.PushHeader.prototype.getBackupPart = function() {
  return  (jspb.Message.getFieldWithDefault(this, 14, ""));
};
proto.blit.v2.PushHeader.prototype.getBackupPart_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getBackupPart()));
};
proto.blit.v2.PushHeader.prototype.getBackupPart_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getBackupPart()));
};
proto.blit.v2.PushHeader.prototype.setBackupPart = function(value) {
  return jspb.Message.setProto3BytesField(this, 14, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Welcome.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Welcome.toObject(opt_includeInstance, this);
};
proto.blit.v2.Welcome.toObject = function(includeInstance, msg) {
  var f, obj = {
    protocol: (f = msg.getProtocol()) && proto.blit.v2.Protocol.toObject(includeInstance, f),
    sessionId: msg.getSessionId_asB64(),
    limits: (f = msg.getLimits()) && proto.blit.v2.Limits.toObject(includeInstance, f),
    exists: jspb.Message.getBooleanFieldWithDefault(msg, 4, false),
    root: (f = msg.getRoot()) && proto.blit.v2.EntryColumns.toObject(includeInstance, f),
    maxStreams: jspb.Message.getFieldWithDefault(msg, 6, 0),
    made: jspb.Message.getFieldWithDefault(msg, 7, 0),
    rootXattrs: (f = msg.getRootXattrs()) && proto.blit.v2.Xattrs.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Welcome.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Welcome;
  return proto.blit.v2.Welcome.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Welcome.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.Protocol;
      reader.readMessage(value,proto.blit.v2.Protocol.deserializeBinaryFromReader);
      msg.setProtocol(value);
      break;
    case 2:
      var value =  (reader.readBytes());
      msg.setSessionId(value);
      break;
    case 3:
      var value = new proto.blit.v2.Limits;
      reader.readMessage(value,proto.blit.v2.Limits.deserializeBinaryFromReader);
      msg.setLimits(value);
      break;
    case 4:
      var value =  (reader.readBool());
      msg.setExists(value);
      break;
    case 5:
      var value = new proto.blit.v2.EntryColumns;
      reader.readMessage(value,proto.blit.v2.EntryColumns.deserializeBinaryFromReader);
      msg.setRoot(value);
      break;
    case 6:
      var value =  (reader.readUint32());
      msg.setMaxStreams(value);
      break;
    case 7:
      var value =  (reader.readUint32());
      msg.setMade(value);
      break;
    case 8:
      var value = new proto.blit.v2.Xattrs;
      reader.readMessage(value,proto.blit.v2.Xattrs.deserializeBinaryFromReader);
      msg.setRootXattrs(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Welcome.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Welcome.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Welcome.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getProtocol();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.Protocol.serializeBinaryToWriter
    );
  }
  f = message.getSessionId_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      2,
      f
    );
  }
  f = message.getLimits();
  if (f != null) {
    writer.writeMessage(
      3,
      f,
      proto.blit.v2.Limits.serializeBinaryToWriter
    );
  }
  f = message.getExists();
  if (f) {
    writer.writeBool(
      4,
      f
    );
  }
  f = message.getRoot();
  if (f != null) {
    writer.writeMessage(
      5,
      f,
      proto.blit.v2.EntryColumns.serializeBinaryToWriter
    );
  }
  f = message.getMaxStreams();
  if (f !== 0) {
    writer.writeUint32(
      6,
      f
    );
  }
  f = message.getMade();
  if (f !== 0) {
    writer.writeUint32(
      7,
      f
    );
  }
  f = message.getRootXattrs();
  if (f != null) {
    writer.writeMessage(
      8,
      f,
      proto.blit.v2.Xattrs.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.Welcome.prototype.getProtocol = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Protocol, 1));
};
proto.blit.v2.Welcome.prototype.setProtocol = function(value) {
  return jspb.Message.setWrapperField(this, 1, value);
};
proto.blit.v2.Welcome.prototype.clearProtocol = function() {
  return this.setProtocol(undefined);
};
proto.blit.v2.Welcome.prototype.hasProtocol = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.Welcome.prototype.getSessionId = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, ""));
};
proto.blit.v2.Welcome.prototype.getSessionId_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getSessionId()));
};
proto.blit.v2.Welcome.prototype.getSessionId_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getSessionId()));
};
proto.blit.v2.Welcome.prototype.setSessionId = function(value) {
  return jspb.Message.setProto3BytesField(this, 2, value);
};
proto.blit.v2.Welcome.prototype.getLimits = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Limits, 3));
};
proto.blit.v2.Welcome.prototype.setLimits = function(value) {
  return jspb.Message.setWrapperField(this, 3, value);
};
proto.blit.v2.Welcome.prototype.clearLimits = function() {
  return this.setLimits(undefined);
};
proto.blit.v2.Welcome.prototype.hasLimits = function() {
  return jspb.Message.getField(this, 3) != null;
};
proto.blit.v2.Welcome.prototype.getExists = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 4, false));
};
proto.blit.v2.Welcome.prototype.setExists = function(value) {
  return jspb.Message.setProto3BooleanField(this, 4, value);
};
proto.blit.v2.Welcome.prototype.getRoot = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.EntryColumns, 5));
};
proto.blit.v2.Welcome.prototype.setRoot = function(value) {
  return jspb.Message.setWrapperField(this, 5, value);
};
proto.blit.v2.Welcome.prototype.clearRoot = function() {
  return this.setRoot(undefined);
};
proto.blit.v2.Welcome.prototype.hasRoot = function() {
  return jspb.Message.getField(this, 5) != null;
};
proto.blit.v2.Welcome.prototype.getMaxStreams = function() {
  return  (jspb.Message.getFieldWithDefault(this, 6, 0));
};
proto.blit.v2.Welcome.prototype.setMaxStreams = function(value) {
  return jspb.Message.setProto3IntField(this, 6, value);
};
proto.blit.v2.Welcome.prototype.getMade = function() {
  return  (jspb.Message.getFieldWithDefault(this, 7, 0));
};
proto.blit.v2.Welcome.prototype.setMade = function(value) {
  return jspb.Message.setProto3IntField(this, 7, value);
};
proto.blit.v2.Welcome.prototype.getRootXattrs = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Xattrs, 8));
};
proto.blit.v2.Welcome.prototype.setRootXattrs = function(value) {
  return jspb.Message.setWrapperField(this, 8, value);
};
proto.blit.v2.Welcome.prototype.clearRootXattrs = function() {
  return this.setRootXattrs(undefined);
};
proto.blit.v2.Welcome.prototype.hasRootXattrs = function() {
  return jspb.Message.getField(this, 8) != null;
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Limits.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Limits.toObject(opt_includeInstance, this);
};
proto.blit.v2.Limits.toObject = function(includeInstance, msg) {
  var f, obj = {
    caseInsensitive: jspb.Message.getBooleanFieldWithDefault(msg, 1, false),
    normalizes: jspb.Message.getBooleanFieldWithDefault(msg, 2, false),
    windowsNames: jspb.Message.getBooleanFieldWithDefault(msg, 3, false),
    maxNameBytes: jspb.Message.getFieldWithDefault(msg, 4, 0),
    mtimeGrainNanos: jspb.Message.getFieldWithDefault(msg, 5, "0")
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Limits.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Limits;
  return proto.blit.v2.Limits.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Limits.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readBool());
      msg.setCaseInsensitive(value);
      break;
    case 2:
      var value =  (reader.readBool());
      msg.setNormalizes(value);
      break;
    case 3:
      var value =  (reader.readBool());
      msg.setWindowsNames(value);
      break;
    case 4:
      var value =  (reader.readUint32());
      msg.setMaxNameBytes(value);
      break;
    case 5:
      var value =  (reader.readUint64String());
      msg.setMtimeGrainNanos(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Limits.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Limits.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Limits.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getCaseInsensitive();
  if (f) {
    writer.writeBool(
      1,
      f
    );
  }
  f = message.getNormalizes();
  if (f) {
    writer.writeBool(
      2,
      f
    );
  }
  f = message.getWindowsNames();
  if (f) {
    writer.writeBool(
      3,
      f
    );
  }
  f = message.getMaxNameBytes();
  if (f !== 0) {
    writer.writeUint32(
      4,
      f
    );
  }
  f = message.getMtimeGrainNanos();
  if (parseInt(f, 10) !== 0) {
    writer.writeUint64String(
      5,
      f
    );
  }
};
proto.blit.v2.Limits.prototype.getCaseInsensitive = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 1, false));
};
proto.blit.v2.Limits.prototype.setCaseInsensitive = function(value) {
  return jspb.Message.setProto3BooleanField(this, 1, value);
};
proto.blit.v2.Limits.prototype.getNormalizes = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 2, false));
};
proto.blit.v2.Limits.prototype.setNormalizes = function(value) {
  return jspb.Message.setProto3BooleanField(this, 2, value);
};
proto.blit.v2.Limits.prototype.getWindowsNames = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 3, false));
};
proto.blit.v2.Limits.prototype.setWindowsNames = function(value) {
  return jspb.Message.setProto3BooleanField(this, 3, value);
};
proto.blit.v2.Limits.prototype.getMaxNameBytes = function() {
  return  (jspb.Message.getFieldWithDefault(this, 4, 0));
};
proto.blit.v2.Limits.prototype.setMaxNameBytes = function(value) {
  return jspb.Message.setProto3IntField(this, 4, value);
};
proto.blit.v2.Limits.prototype.getMtimeGrainNanos = function() {
  return  (jspb.Message.getFieldWithDefault(this, 5, "0"));
};
proto.blit.v2.Limits.prototype.setMtimeGrainNanos = function(value) {
  return jspb.Message.setProto3StringIntField(this, 5, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.FileHeader.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.FileHeader.toObject(opt_includeInstance, this);
};
proto.blit.v2.FileHeader.toObject = function(includeInstance, msg) {
  var f, obj = {
    relativePath: jspb.Message.getFieldWithDefault(msg, 1, ""),
    size: jspb.Message.getFieldWithDefault(msg, 2, 0),
    mtimeSeconds: jspb.Message.getFieldWithDefault(msg, 3, 0),
    permissions: jspb.Message.getFieldWithDefault(msg, 4, 0)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.FileHeader.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.FileHeader;
  return proto.blit.v2.FileHeader.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.FileHeader.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readString());
      msg.setRelativePath(value);
      break;
    case 2:
      var value =  (reader.readUint64());
      msg.setSize(value);
      break;
    case 3:
      var value =  (reader.readInt64());
      msg.setMtimeSeconds(value);
      break;
    case 4:
      var value =  (reader.readUint32());
      msg.setPermissions(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.FileHeader.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.FileHeader.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.FileHeader.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getRelativePath();
  if (f.length > 0) {
    writer.writeString(
      1,
      f
    );
  }
  f = message.getSize();
  if (f !== 0) {
    writer.writeUint64(
      2,
      f
    );
  }
  f = message.getMtimeSeconds();
  if (f !== 0) {
    writer.writeInt64(
      3,
      f
    );
  }
  f = message.getPermissions();
  if (f !== 0) {
    writer.writeUint32(
      4,
      f
    );
  }
};
proto.blit.v2.FileHeader.prototype.getRelativePath = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, ""));
};
proto.blit.v2.FileHeader.prototype.setRelativePath = function(value) {
  return jspb.Message.setProto3StringField(this, 1, value);
};
proto.blit.v2.FileHeader.prototype.getSize = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, 0));
};
proto.blit.v2.FileHeader.prototype.setSize = function(value) {
  return jspb.Message.setProto3IntField(this, 2, value);
};
proto.blit.v2.FileHeader.prototype.getMtimeSeconds = function() {
  return  (jspb.Message.getFieldWithDefault(this, 3, 0));
};
proto.blit.v2.FileHeader.prototype.setMtimeSeconds = function(value) {
  return jspb.Message.setProto3IntField(this, 3, value);
};
proto.blit.v2.FileHeader.prototype.getPermissions = function() {
  return  (jspb.Message.getFieldWithDefault(this, 4, 0));
};
proto.blit.v2.FileHeader.prototype.setPermissions = function(value) {
  return jspb.Message.setProto3IntField(this, 4, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.ManifestComplete.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.ManifestComplete.toObject(opt_includeInstance, this);
};
proto.blit.v2.ManifestComplete.toObject = function(includeInstance, msg) {
  var f, obj = {
    entries: jspb.Message.getFieldWithDefault(msg, 1, 0),
    dirs: jspb.Message.getFieldWithDefault(msg, 2, 0),
    scanComplete: jspb.Message.getBooleanFieldWithDefault(msg, 3, false)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.ManifestComplete.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.ManifestComplete;
  return proto.blit.v2.ManifestComplete.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.ManifestComplete.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readUint32());
      msg.setEntries(value);
      break;
    case 2:
      var value =  (reader.readUint32());
      msg.setDirs(value);
      break;
    case 3:
      var value =  (reader.readBool());
      msg.setScanComplete(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.ManifestComplete.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.ManifestComplete.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.ManifestComplete.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getEntries();
  if (f !== 0) {
    writer.writeUint32(
      1,
      f
    );
  }
  f = message.getDirs();
  if (f !== 0) {
    writer.writeUint32(
      2,
      f
    );
  }
  f = message.getScanComplete();
  if (f) {
    writer.writeBool(
      3,
      f
    );
  }
};
proto.blit.v2.ManifestComplete.prototype.getEntries = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, 0));
};
proto.blit.v2.ManifestComplete.prototype.setEntries = function(value) {
  return jspb.Message.setProto3IntField(this, 1, value);
};
proto.blit.v2.ManifestComplete.prototype.getDirs = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, 0));
};
proto.blit.v2.ManifestComplete.prototype.setDirs = function(value) {
  return jspb.Message.setProto3IntField(this, 2, value);
};
proto.blit.v2.ManifestComplete.prototype.getScanComplete = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 3, false));
};
proto.blit.v2.ManifestComplete.prototype.setScanComplete = function(value) {
  return jspb.Message.setProto3BooleanField(this, 3, value);
};
proto.blit.v2.DataTransferNegotiation.repeatedFields_ = [3];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.DataTransferNegotiation.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.DataTransferNegotiation.toObject(opt_includeInstance, this);
};
proto.blit.v2.DataTransferNegotiation.toObject = function(includeInstance, msg) {
  var f, obj = {
    dataPort: jspb.Message.getFieldWithDefault(msg, 1, 0),
    oneTimeToken: msg.getOneTimeToken_asB64(),
    filesToUploadList: (f = jspb.Message.getRepeatedField(msg, 3)) == null ? undefined : f,
    sessionId: msg.getSessionId_asB64(),
    maxStreams: jspb.Message.getFieldWithDefault(msg, 5, 0),
    seedA: jspb.Message.getFieldWithDefault(msg, 6, "0"),
    seedB: jspb.Message.getFieldWithDefault(msg, 7, "0")
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.DataTransferNegotiation.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.DataTransferNegotiation;
  return proto.blit.v2.DataTransferNegotiation.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.DataTransferNegotiation.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readUint32());
      msg.setDataPort(value);
      break;
    case 2:
      var value =  (reader.readBytes());
      msg.setOneTimeToken(value);
      break;
    case 3:
      var value =  (reader.readString());
      msg.addFilesToUpload(value);
      break;
    case 4:
      var value =  (reader.readBytes());
      msg.setSessionId(value);
      break;
    case 5:
      var value =  (reader.readUint32());
      msg.setMaxStreams(value);
      break;
    case 6:
      var value =  (reader.readFixed64String());
      msg.setSeedA(value);
      break;
    case 7:
      var value =  (reader.readFixed64String());
      msg.setSeedB(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.DataTransferNegotiation.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.DataTransferNegotiation.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.DataTransferNegotiation.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getDataPort();
  if (f !== 0) {
    writer.writeUint32(
      1,
      f
    );
  }
  f = message.getOneTimeToken_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      2,
      f
    );
  }
  f = message.getFilesToUploadList();
  if (f.length > 0) {
    writer.writeRepeatedString(
      3,
      f
    );
  }
  f = message.getSessionId_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      4,
      f
    );
  }
  f = message.getMaxStreams();
  if (f !== 0) {
    writer.writeUint32(
      5,
      f
    );
  }
  f = message.getSeedA();
  if (parseInt(f, 10) !== 0) {
    writer.writeFixed64String(
      6,
      f
    );
  }
  f = message.getSeedB();
  if (parseInt(f, 10) !== 0) {
    writer.writeFixed64String(
      7,
      f
    );
  }
};
proto.blit.v2.DataTransferNegotiation.prototype.getDataPort = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, 0));
};
proto.blit.v2.DataTransferNegotiation.prototype.setDataPort = function(value) {
  return jspb.Message.setProto3IntField(this, 1, value);
};
proto.blit.v2.DataTransferNegotiation.prototype.getOneTimeToken = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, ""));
};
proto.blit.v2.DataTransferNegotiation.prototype.getOneTimeToken_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getOneTimeToken()));
};
proto.blit.v2.DataTransferNegotiation.prototype.getOneTimeToken_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getOneTimeToken()));
};
proto.blit.v2.DataTransferNegotiation.prototype.setOneTimeToken = function(value) {
  return jspb.Message.setProto3BytesField(this, 2, value);
};
proto.blit.v2.DataTransferNegotiation.prototype.getFilesToUploadList = function() {
  return  (jspb.Message.getRepeatedField(this, 3));
};
proto.blit.v2.DataTransferNegotiation.prototype.setFilesToUploadList = function(value) {
  return jspb.Message.setField(this, 3, value || []);
};
proto.blit.v2.DataTransferNegotiation.prototype.addFilesToUpload = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 3, value, opt_index);
};
proto.blit.v2.DataTransferNegotiation.prototype.clearFilesToUploadList = function() {
  return this.setFilesToUploadList([]);
};
proto.blit.v2.DataTransferNegotiation.prototype.getSessionId = function() {
  return  (jspb.Message.getFieldWithDefault(this, 4, ""));
};
proto.blit.v2.DataTransferNegotiation.prototype.getSessionId_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getSessionId()));
};
proto.blit.v2.DataTransferNegotiation.prototype.getSessionId_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getSessionId()));
};
proto.blit.v2.DataTransferNegotiation.prototype.setSessionId = function(value) {
  return jspb.Message.setProto3BytesField(this, 4, value);
};
proto.blit.v2.DataTransferNegotiation.prototype.getMaxStreams = function() {
  return  (jspb.Message.getFieldWithDefault(this, 5, 0));
};
proto.blit.v2.DataTransferNegotiation.prototype.setMaxStreams = function(value) {
  return jspb.Message.setProto3IntField(this, 5, value);
};
proto.blit.v2.DataTransferNegotiation.prototype.getSeedA = function() {
  return  (jspb.Message.getFieldWithDefault(this, 6, "0"));
};
proto.blit.v2.DataTransferNegotiation.prototype.setSeedA = function(value) {
  return jspb.Message.setProto3StringIntField(this, 6, value);
};
proto.blit.v2.DataTransferNegotiation.prototype.getSeedB = function() {
  return  (jspb.Message.getFieldWithDefault(this, 7, "0"));
};
proto.blit.v2.DataTransferNegotiation.prototype.setSeedB = function(value) {
  return jspb.Message.setProto3StringIntField(this, 7, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.PushSummary.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.PushSummary.toObject(opt_includeInstance, this);
};
proto.blit.v2.PushSummary.toObject = function(includeInstance, msg) {
  var f, obj = {
    filesTransferred: jspb.Message.getFieldWithDefault(msg, 1, 0),
    bytesTransferred: jspb.Message.getFieldWithDefault(msg, 2, 0),
    summary: (f = msg.getSummary()) && proto.blit.v2.Summary.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.PushSummary.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.PushSummary;
  return proto.blit.v2.PushSummary.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.PushSummary.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readUint64());
      msg.setFilesTransferred(value);
      break;
    case 2:
      var value =  (reader.readUint64());
      msg.setBytesTransferred(value);
      break;
    case 3:
      var value = new proto.blit.v2.Summary;
      reader.readMessage(value,proto.blit.v2.Summary.deserializeBinaryFromReader);
      msg.setSummary(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.PushSummary.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.PushSummary.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.PushSummary.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getFilesTransferred();
  if (f !== 0) {
    writer.writeUint64(
      1,
      f
    );
  }
  f = message.getBytesTransferred();
  if (f !== 0) {
    writer.writeUint64(
      2,
      f
    );
  }
  f = message.getSummary();
  if (f != null) {
    writer.writeMessage(
      3,
      f,
      proto.blit.v2.Summary.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.PushSummary.prototype.getFilesTransferred = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, 0));
};
proto.blit.v2.PushSummary.prototype.setFilesTransferred = function(value) {
  return jspb.Message.setProto3IntField(this, 1, value);
};
proto.blit.v2.PushSummary.prototype.getBytesTransferred = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, 0));
};
proto.blit.v2.PushSummary.prototype.setBytesTransferred = function(value) {
  return jspb.Message.setProto3IntField(this, 2, value);
};
proto.blit.v2.PushSummary.prototype.getSummary = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Summary, 3));
};
proto.blit.v2.PushSummary.prototype.setSummary = function(value) {
  return jspb.Message.setWrapperField(this, 3, value);
};
proto.blit.v2.PushSummary.prototype.clearSummary = function() {
  return this.setSummary(undefined);
};
proto.blit.v2.PushSummary.prototype.hasSummary = function() {
  return jspb.Message.getField(this, 3) != null;
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.PullRequest.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.PullRequest.toObject(opt_includeInstance, this);
};
proto.blit.v2.PullRequest.toObject = function(includeInstance, msg) {
  var f, obj = {
    module: jspb.Message.getFieldWithDefault(msg, 1, ""),
    path: jspb.Message.getFieldWithDefault(msg, 2, ""),
    place: (f = msg.getPlace()) && proto.blit.v2.Place.toObject(includeInstance, f),
    offset: jspb.Message.getFieldWithDefault(msg, 4, 0),
    length: jspb.Message.getFieldWithDefault(msg, 5, 0),
    expect: (f = msg.getExpect()) && proto.blit.v2.EntryColumns.toObject(includeInstance, f),
    follow: jspb.Message.getBooleanFieldWithDefault(msg, 7, false)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.PullRequest.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.PullRequest;
  return proto.blit.v2.PullRequest.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.PullRequest.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readString());
      msg.setModule(value);
      break;
    case 2:
      var value =  (reader.readString());
      msg.setPath(value);
      break;
    case 3:
      var value = new proto.blit.v2.Place;
      reader.readMessage(value,proto.blit.v2.Place.deserializeBinaryFromReader);
      msg.setPlace(value);
      break;
    case 4:
      var value =  (reader.readUint64());
      msg.setOffset(value);
      break;
    case 5:
      var value =  (reader.readUint64());
      msg.setLength(value);
      break;
    case 6:
      var value = new proto.blit.v2.EntryColumns;
      reader.readMessage(value,proto.blit.v2.EntryColumns.deserializeBinaryFromReader);
      msg.setExpect(value);
      break;
    case 7:
      var value =  (reader.readBool());
      msg.setFollow(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.PullRequest.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.PullRequest.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.PullRequest.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getModule();
  if (f.length > 0) {
    writer.writeString(
      1,
      f
    );
  }
  f = message.getPath();
  if (f.length > 0) {
    writer.writeString(
      2,
      f
    );
  }
  f = message.getPlace();
  if (f != null) {
    writer.writeMessage(
      3,
      f,
      proto.blit.v2.Place.serializeBinaryToWriter
    );
  }
  f = message.getOffset();
  if (f !== 0) {
    writer.writeUint64(
      4,
      f
    );
  }
  f =  (jspb.Message.getField(message, 5));
  if (f != null) {
    writer.writeUint64(
      5,
      f
    );
  }
  f = message.getExpect();
  if (f != null) {
    writer.writeMessage(
      6,
      f,
      proto.blit.v2.EntryColumns.serializeBinaryToWriter
    );
  }
  f = message.getFollow();
  if (f) {
    writer.writeBool(
      7,
      f
    );
  }
};
proto.blit.v2.PullRequest.prototype.getModule = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, ""));
};
proto.blit.v2.PullRequest.prototype.setModule = function(value) {
  return jspb.Message.setProto3StringField(this, 1, value);
};
proto.blit.v2.PullRequest.prototype.getPath = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, ""));
};
proto.blit.v2.PullRequest.prototype.setPath = function(value) {
  return jspb.Message.setProto3StringField(this, 2, value);
};
proto.blit.v2.PullRequest.prototype.getPlace = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Place, 3));
};
proto.blit.v2.PullRequest.prototype.setPlace = function(value) {
  return jspb.Message.setWrapperField(this, 3, value);
};
proto.blit.v2.PullRequest.prototype.clearPlace = function() {
  return this.setPlace(undefined);
};
proto.blit.v2.PullRequest.prototype.hasPlace = function() {
  return jspb.Message.getField(this, 3) != null;
};
proto.blit.v2.PullRequest.prototype.getOffset = function() {
  return  (jspb.Message.getFieldWithDefault(this, 4, 0));
};
proto.blit.v2.PullRequest.prototype.setOffset = function(value) {
  return jspb.Message.setProto3IntField(this, 4, value);
};
proto.blit.v2.PullRequest.prototype.getLength = function() {
  return  (jspb.Message.getFieldWithDefault(this, 5, 0));
};
proto.blit.v2.PullRequest.prototype.setLength = function(value) {
  return jspb.Message.setField(this, 5, value);
};
proto.blit.v2.PullRequest.prototype.clearLength = function() {
  return jspb.Message.setField(this, 5, undefined);
};
proto.blit.v2.PullRequest.prototype.hasLength = function() {
  return jspb.Message.getField(this, 5) != null;
};
proto.blit.v2.PullRequest.prototype.getExpect = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.EntryColumns, 6));
};
proto.blit.v2.PullRequest.prototype.setExpect = function(value) {
  return jspb.Message.setWrapperField(this, 6, value);
};
proto.blit.v2.PullRequest.prototype.clearExpect = function() {
  return this.setExpect(undefined);
};
proto.blit.v2.PullRequest.prototype.hasExpect = function() {
  return jspb.Message.getField(this, 6) != null;
};
proto.blit.v2.PullRequest.prototype.getFollow = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 7, false));
};
proto.blit.v2.PullRequest.prototype.setFollow = function(value) {
  return jspb.Message.setProto3BooleanField(this, 7, value);
};
proto.blit.v2.PullChunk.oneofGroups_ = [[1,2,3]];
proto.blit.v2.PullChunk.PayloadCase = {
  PAYLOAD_NOT_SET: 0,
  FILE_HEADER: 1,
  DATA: 2,
  ALIVE: 3
};
proto.blit.v2.PullChunk.prototype.getPayloadCase = function() {
  return (jspb.Message.computeOneofCase(this, proto.blit.v2.PullChunk.oneofGroups_[0]));
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.PullChunk.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.PullChunk.toObject(opt_includeInstance, this);
};
proto.blit.v2.PullChunk.toObject = function(includeInstance, msg) {
  var f, obj = {
    fileHeader: (f = msg.getFileHeader()) && proto.blit.v2.FileHeader.toObject(includeInstance, f),
    data: msg.getData_asB64(),
    alive: (f = msg.getAlive()) && proto.blit.v2.Alive.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.PullChunk.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.PullChunk;
  return proto.blit.v2.PullChunk.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.PullChunk.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.FileHeader;
      reader.readMessage(value,proto.blit.v2.FileHeader.deserializeBinaryFromReader);
      msg.setFileHeader(value);
      break;
    case 2:
      var value =  (reader.readBytes());
      msg.setData(value);
      break;
    case 3:
      var value = new proto.blit.v2.Alive;
      reader.readMessage(value,proto.blit.v2.Alive.deserializeBinaryFromReader);
      msg.setAlive(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.PullChunk.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.PullChunk.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.PullChunk.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getFileHeader();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.FileHeader.serializeBinaryToWriter
    );
  }
  f =  (jspb.Message.getField(message, 2));
  if (f != null) {
    writer.writeBytes(
      2,
      f
    );
  }
  f = message.getAlive();
  if (f != null) {
    writer.writeMessage(
      3,
      f,
      proto.blit.v2.Alive.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.PullChunk.prototype.getFileHeader = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.FileHeader, 1));
};
proto.blit.v2.PullChunk.prototype.setFileHeader = function(value) {
  return jspb.Message.setOneofWrapperField(this, 1, proto.blit.v2.PullChunk.oneofGroups_[0], value);
};
proto.blit.v2.PullChunk.prototype.clearFileHeader = function() {
  return this.setFileHeader(undefined);
};
proto.blit.v2.PullChunk.prototype.hasFileHeader = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.PullChunk.prototype.getData = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, ""));
};
proto.blit.v2.PullChunk.prototype.getData_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getData()));
};
proto.blit.v2.PullChunk.prototype.getData_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getData()));
};
proto.blit.v2.PullChunk.prototype.setData = function(value) {
  return jspb.Message.setOneofField(this, 2, proto.blit.v2.PullChunk.oneofGroups_[0], value);
};
proto.blit.v2.PullChunk.prototype.clearData = function() {
  return jspb.Message.setOneofField(this, 2, proto.blit.v2.PullChunk.oneofGroups_[0], undefined);
};
proto.blit.v2.PullChunk.prototype.hasData = function() {
  return jspb.Message.getField(this, 2) != null;
};
proto.blit.v2.PullChunk.prototype.getAlive = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Alive, 3));
};
proto.blit.v2.PullChunk.prototype.setAlive = function(value) {
  return jspb.Message.setOneofWrapperField(this, 3, proto.blit.v2.PullChunk.oneofGroups_[0], value);
};
proto.blit.v2.PullChunk.prototype.clearAlive = function() {
  return this.setAlive(undefined);
};
proto.blit.v2.PullChunk.prototype.hasAlive = function() {
  return jspb.Message.getField(this, 3) != null;
};
proto.blit.v2.ClientPullRequest.oneofGroups_ = [[1,2,3]];
proto.blit.v2.ClientPullRequest.PayloadCase = {
  PAYLOAD_NOT_SET: 0,
  HEADER: 1,
  DESTINATION: 2,
  ALIVE: 3
};
proto.blit.v2.ClientPullRequest.prototype.getPayloadCase = function() {
  return (jspb.Message.computeOneofCase(this, proto.blit.v2.ClientPullRequest.oneofGroups_[0]));
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.ClientPullRequest.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.ClientPullRequest.toObject(opt_includeInstance, this);
};
proto.blit.v2.ClientPullRequest.toObject = function(includeInstance, msg) {
  var f, obj = {
    header: (f = msg.getHeader()) && proto.blit.v2.PullHeader.toObject(includeInstance, f),
    destination: (f = msg.getDestination()) && proto.blit.v2.DestinationMessage.toObject(includeInstance, f),
    alive: (f = msg.getAlive()) && proto.blit.v2.Alive.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.ClientPullRequest.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.ClientPullRequest;
  return proto.blit.v2.ClientPullRequest.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.ClientPullRequest.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.PullHeader;
      reader.readMessage(value,proto.blit.v2.PullHeader.deserializeBinaryFromReader);
      msg.setHeader(value);
      break;
    case 2:
      var value = new proto.blit.v2.DestinationMessage;
      reader.readMessage(value,proto.blit.v2.DestinationMessage.deserializeBinaryFromReader);
      msg.setDestination(value);
      break;
    case 3:
      var value = new proto.blit.v2.Alive;
      reader.readMessage(value,proto.blit.v2.Alive.deserializeBinaryFromReader);
      msg.setAlive(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.ClientPullRequest.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.ClientPullRequest.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.ClientPullRequest.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getHeader();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.PullHeader.serializeBinaryToWriter
    );
  }
  f = message.getDestination();
  if (f != null) {
    writer.writeMessage(
      2,
      f,
      proto.blit.v2.DestinationMessage.serializeBinaryToWriter
    );
  }
  f = message.getAlive();
  if (f != null) {
    writer.writeMessage(
      3,
      f,
      proto.blit.v2.Alive.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.ClientPullRequest.prototype.getHeader = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.PullHeader, 1));
};
proto.blit.v2.ClientPullRequest.prototype.setHeader = function(value) {
  return jspb.Message.setOneofWrapperField(this, 1, proto.blit.v2.ClientPullRequest.oneofGroups_[0], value);
};
proto.blit.v2.ClientPullRequest.prototype.clearHeader = function() {
  return this.setHeader(undefined);
};
proto.blit.v2.ClientPullRequest.prototype.hasHeader = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.ClientPullRequest.prototype.getDestination = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.DestinationMessage, 2));
};
proto.blit.v2.ClientPullRequest.prototype.setDestination = function(value) {
  return jspb.Message.setOneofWrapperField(this, 2, proto.blit.v2.ClientPullRequest.oneofGroups_[0], value);
};
proto.blit.v2.ClientPullRequest.prototype.clearDestination = function() {
  return this.setDestination(undefined);
};
proto.blit.v2.ClientPullRequest.prototype.hasDestination = function() {
  return jspb.Message.getField(this, 2) != null;
};
proto.blit.v2.ClientPullRequest.prototype.getAlive = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Alive, 3));
};
proto.blit.v2.ClientPullRequest.prototype.setAlive = function(value) {
  return jspb.Message.setOneofWrapperField(this, 3, proto.blit.v2.ClientPullRequest.oneofGroups_[0], value);
};
proto.blit.v2.ClientPullRequest.prototype.clearAlive = function() {
  return this.setAlive(undefined);
};
proto.blit.v2.ClientPullRequest.prototype.hasAlive = function() {
  return jspb.Message.getField(this, 3) != null;
};
proto.blit.v2.ServerPullResponse.oneofGroups_ = [[1,2,3,4]];
proto.blit.v2.ServerPullResponse.PayloadCase = {
  PAYLOAD_NOT_SET: 0,
  WELCOME: 1,
  SOURCE: 2,
  NEGOTIATION: 3,
  ALIVE: 4
};
proto.blit.v2.ServerPullResponse.prototype.getPayloadCase = function() {
  return (jspb.Message.computeOneofCase(this, proto.blit.v2.ServerPullResponse.oneofGroups_[0]));
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.ServerPullResponse.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.ServerPullResponse.toObject(opt_includeInstance, this);
};
proto.blit.v2.ServerPullResponse.toObject = function(includeInstance, msg) {
  var f, obj = {
    welcome: (f = msg.getWelcome()) && proto.blit.v2.Welcome.toObject(includeInstance, f),
    source: (f = msg.getSource()) && proto.blit.v2.SourceMessage.toObject(includeInstance, f),
    negotiation: (f = msg.getNegotiation()) && proto.blit.v2.DataTransferNegotiation.toObject(includeInstance, f),
    alive: (f = msg.getAlive()) && proto.blit.v2.Alive.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.ServerPullResponse.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.ServerPullResponse;
  return proto.blit.v2.ServerPullResponse.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.ServerPullResponse.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.Welcome;
      reader.readMessage(value,proto.blit.v2.Welcome.deserializeBinaryFromReader);
      msg.setWelcome(value);
      break;
    case 2:
      var value = new proto.blit.v2.SourceMessage;
      reader.readMessage(value,proto.blit.v2.SourceMessage.deserializeBinaryFromReader);
      msg.setSource(value);
      break;
    case 3:
      var value = new proto.blit.v2.DataTransferNegotiation;
      reader.readMessage(value,proto.blit.v2.DataTransferNegotiation.deserializeBinaryFromReader);
      msg.setNegotiation(value);
      break;
    case 4:
      var value = new proto.blit.v2.Alive;
      reader.readMessage(value,proto.blit.v2.Alive.deserializeBinaryFromReader);
      msg.setAlive(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.ServerPullResponse.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.ServerPullResponse.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.ServerPullResponse.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getWelcome();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.Welcome.serializeBinaryToWriter
    );
  }
  f = message.getSource();
  if (f != null) {
    writer.writeMessage(
      2,
      f,
      proto.blit.v2.SourceMessage.serializeBinaryToWriter
    );
  }
  f = message.getNegotiation();
  if (f != null) {
    writer.writeMessage(
      3,
      f,
      proto.blit.v2.DataTransferNegotiation.serializeBinaryToWriter
    );
  }
  f = message.getAlive();
  if (f != null) {
    writer.writeMessage(
      4,
      f,
      proto.blit.v2.Alive.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.ServerPullResponse.prototype.getWelcome = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Welcome, 1));
};
proto.blit.v2.ServerPullResponse.prototype.setWelcome = function(value) {
  return jspb.Message.setOneofWrapperField(this, 1, proto.blit.v2.ServerPullResponse.oneofGroups_[0], value);
};
proto.blit.v2.ServerPullResponse.prototype.clearWelcome = function() {
  return this.setWelcome(undefined);
};
proto.blit.v2.ServerPullResponse.prototype.hasWelcome = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.ServerPullResponse.prototype.getSource = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.SourceMessage, 2));
};
proto.blit.v2.ServerPullResponse.prototype.setSource = function(value) {
  return jspb.Message.setOneofWrapperField(this, 2, proto.blit.v2.ServerPullResponse.oneofGroups_[0], value);
};
proto.blit.v2.ServerPullResponse.prototype.clearSource = function() {
  return this.setSource(undefined);
};
proto.blit.v2.ServerPullResponse.prototype.hasSource = function() {
  return jspb.Message.getField(this, 2) != null;
};
proto.blit.v2.ServerPullResponse.prototype.getNegotiation = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.DataTransferNegotiation, 3));
};
proto.blit.v2.ServerPullResponse.prototype.setNegotiation = function(value) {
  return jspb.Message.setOneofWrapperField(this, 3, proto.blit.v2.ServerPullResponse.oneofGroups_[0], value);
};
proto.blit.v2.ServerPullResponse.prototype.clearNegotiation = function() {
  return this.setNegotiation(undefined);
};
proto.blit.v2.ServerPullResponse.prototype.hasNegotiation = function() {
  return jspb.Message.getField(this, 3) != null;
};
proto.blit.v2.ServerPullResponse.prototype.getAlive = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Alive, 4));
};
proto.blit.v2.ServerPullResponse.prototype.setAlive = function(value) {
  return jspb.Message.setOneofWrapperField(this, 4, proto.blit.v2.ServerPullResponse.oneofGroups_[0], value);
};
proto.blit.v2.ServerPullResponse.prototype.clearAlive = function() {
  return this.setAlive(undefined);
};
proto.blit.v2.ServerPullResponse.prototype.hasAlive = function() {
  return jspb.Message.getField(this, 4) != null;
};
proto.blit.v2.PullHeader.repeatedFields_ = [7,8];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.PullHeader.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.PullHeader.toObject(opt_includeInstance, this);
};
proto.blit.v2.PullHeader.toObject = function(includeInstance, msg) {
  var f, obj = {
    protocol: (f = msg.getProtocol()) && proto.blit.v2.Protocol.toObject(includeInstance, f),
    place: (f = msg.getPlace()) && proto.blit.v2.Place.toObject(includeInstance, f),
    options: (f = msg.getOptions()) && proto.blit.v2.TransferOptions.toObject(includeInstance, f),
    tree: jspb.Message.getBooleanFieldWithDefault(msg, 4, false),
    namesList: msg.getNamesList_asB64(),
    landAsList: msg.getLandAsList_asB64(),
    seedA: jspb.Message.getFieldWithDefault(msg, 9, "0"),
    seedB: jspb.Message.getFieldWithDefault(msg, 10, "0"),
    contentsOnly: jspb.Message.getBooleanFieldWithDefault(msg, 11, false)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.PullHeader.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.PullHeader;
  return proto.blit.v2.PullHeader.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.PullHeader.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.Protocol;
      reader.readMessage(value,proto.blit.v2.Protocol.deserializeBinaryFromReader);
      msg.setProtocol(value);
      break;
    case 2:
      var value = new proto.blit.v2.Place;
      reader.readMessage(value,proto.blit.v2.Place.deserializeBinaryFromReader);
      msg.setPlace(value);
      break;
    case 3:
      var value = new proto.blit.v2.TransferOptions;
      reader.readMessage(value,proto.blit.v2.TransferOptions.deserializeBinaryFromReader);
      msg.setOptions(value);
      break;
    case 4:
      var value =  (reader.readBool());
      msg.setTree(value);
      break;
    case 7:
      var value =  (reader.readBytes());
      msg.addNames(value);
      break;
    case 8:
      var value =  (reader.readBytes());
      msg.addLandAs(value);
      break;
    case 9:
      var value =  (reader.readFixed64String());
      msg.setSeedA(value);
      break;
    case 10:
      var value =  (reader.readFixed64String());
      msg.setSeedB(value);
      break;
    case 11:
      var value =  (reader.readBool());
      msg.setContentsOnly(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.PullHeader.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.PullHeader.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.PullHeader.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getProtocol();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.Protocol.serializeBinaryToWriter
    );
  }
  f = message.getPlace();
  if (f != null) {
    writer.writeMessage(
      2,
      f,
      proto.blit.v2.Place.serializeBinaryToWriter
    );
  }
  f = message.getOptions();
  if (f != null) {
    writer.writeMessage(
      3,
      f,
      proto.blit.v2.TransferOptions.serializeBinaryToWriter
    );
  }
  f = message.getTree();
  if (f) {
    writer.writeBool(
      4,
      f
    );
  }
  f = message.getNamesList_asU8();
  if (f.length > 0) {
    writer.writeRepeatedBytes(
      7,
      f
    );
  }
  f = message.getLandAsList_asU8();
  if (f.length > 0) {
    writer.writeRepeatedBytes(
      8,
      f
    );
  }
  f =  (jspb.Message.getField(message, 9));
  if (f != null) {
    writer.writeFixed64String(
      9,
      f
    );
  }
  f =  (jspb.Message.getField(message, 10));
  if (f != null) {
    writer.writeFixed64String(
      10,
      f
    );
  }
  f = message.getContentsOnly();
  if (f) {
    writer.writeBool(
      11,
      f
    );
  }
};
proto.blit.v2.PullHeader.prototype.getProtocol = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Protocol, 1));
};
proto.blit.v2.PullHeader.prototype.setProtocol = function(value) {
  return jspb.Message.setWrapperField(this, 1, value);
};
proto.blit.v2.PullHeader.prototype.clearProtocol = function() {
  return this.setProtocol(undefined);
};
proto.blit.v2.PullHeader.prototype.hasProtocol = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.PullHeader.prototype.getPlace = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Place, 2));
};
proto.blit.v2.PullHeader.prototype.setPlace = function(value) {
  return jspb.Message.setWrapperField(this, 2, value);
};
proto.blit.v2.PullHeader.prototype.clearPlace = function() {
  return this.setPlace(undefined);
};
proto.blit.v2.PullHeader.prototype.hasPlace = function() {
  return jspb.Message.getField(this, 2) != null;
};
proto.blit.v2.PullHeader.prototype.getOptions = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.TransferOptions, 3));
};
proto.blit.v2.PullHeader.prototype.setOptions = function(value) {
  return jspb.Message.setWrapperField(this, 3, value);
};
proto.blit.v2.PullHeader.prototype.clearOptions = function() {
  return this.setOptions(undefined);
};
proto.blit.v2.PullHeader.prototype.hasOptions = function() {
  return jspb.Message.getField(this, 3) != null;
};
proto.blit.v2.PullHeader.prototype.getTree = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 4, false));
};
proto.blit.v2.PullHeader.prototype.setTree = function(value) {
  return jspb.Message.setProto3BooleanField(this, 4, value);
};
proto.blit.v2.PullHeader.prototype.getNamesList = function() {
  return  (jspb.Message.getRepeatedField(this, 7));
};
proto.blit.v2.PullHeader.prototype.getNamesList_asB64 = function() {
  return  (jspb.Message.bytesListAsB64(
      this.getNamesList()));
};
proto.blit.v2.PullHeader.prototype.getNamesList_asU8 = function() {
  return  (jspb.Message.bytesListAsU8(
      this.getNamesList()));
};
proto.blit.v2.PullHeader.prototype.setNamesList = function(value) {
  return jspb.Message.setField(this, 7, value || []);
};
proto.blit.v2.PullHeader.prototype.addNames = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 7, value, opt_index);
};
proto.blit.v2.PullHeader.prototype.clearNamesList = function() {
  return this.setNamesList([]);
};
proto.blit.v2.PullHeader.prototype.getLandAsList = function() {
  return  (jspb.Message.getRepeatedField(this, 8));
};
proto.blit.v2.PullHeader.prototype.getLandAsList_asB64 = function() {
  return  (jspb.Message.bytesListAsB64(
      this.getLandAsList()));
};
proto.blit.v2.PullHeader.prototype.getLandAsList_asU8 = function() {
  return  (jspb.Message.bytesListAsU8(
      this.getLandAsList()));
};
proto.blit.v2.PullHeader.prototype.setLandAsList = function(value) {
  return jspb.Message.setField(this, 8, value || []);
};
proto.blit.v2.PullHeader.prototype.addLandAs = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 8, value, opt_index);
};
proto.blit.v2.PullHeader.prototype.clearLandAsList = function() {
  return this.setLandAsList([]);
};
proto.blit.v2.PullHeader.prototype.getSeedA = function() {
  return  (jspb.Message.getFieldWithDefault(this, 9, "0"));
};
proto.blit.v2.PullHeader.prototype.setSeedA = function(value) {
  return jspb.Message.setField(this, 9, value);
};
proto.blit.v2.PullHeader.prototype.clearSeedA = function() {
  return jspb.Message.setField(this, 9, undefined);
};
proto.blit.v2.PullHeader.prototype.hasSeedA = function() {
  return jspb.Message.getField(this, 9) != null;
};
proto.blit.v2.PullHeader.prototype.getSeedB = function() {
  return  (jspb.Message.getFieldWithDefault(this, 10, "0"));
};
proto.blit.v2.PullHeader.prototype.setSeedB = function(value) {
  return jspb.Message.setField(this, 10, value);
};
proto.blit.v2.PullHeader.prototype.clearSeedB = function() {
  return jspb.Message.setField(this, 10, undefined);
};
proto.blit.v2.PullHeader.prototype.hasSeedB = function() {
  return jspb.Message.getField(this, 10) != null;
};
proto.blit.v2.PullHeader.prototype.getContentsOnly = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 11, false));
};
proto.blit.v2.PullHeader.prototype.setContentsOnly = function(value) {
  return jspb.Message.setProto3BooleanField(this, 11, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.PingRequest.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.PingRequest.toObject(opt_includeInstance, this);
};
proto.blit.v2.PingRequest.toObject = function(includeInstance, msg) {
  var f, obj = {
    protocol: (f = msg.getProtocol()) && proto.blit.v2.Protocol.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.PingRequest.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.PingRequest;
  return proto.blit.v2.PingRequest.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.PingRequest.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.Protocol;
      reader.readMessage(value,proto.blit.v2.Protocol.deserializeBinaryFromReader);
      msg.setProtocol(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.PingRequest.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.PingRequest.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.PingRequest.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getProtocol();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.Protocol.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.PingRequest.prototype.getProtocol = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Protocol, 1));
};
proto.blit.v2.PingRequest.prototype.setProtocol = function(value) {
  return jspb.Message.setWrapperField(this, 1, value);
};
proto.blit.v2.PingRequest.prototype.clearProtocol = function() {
  return this.setProtocol(undefined);
};
proto.blit.v2.PingRequest.prototype.hasProtocol = function() {
  return jspb.Message.getField(this, 1) != null;
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.PingResponse.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.PingResponse.toObject(opt_includeInstance, this);
};
proto.blit.v2.PingResponse.toObject = function(includeInstance, msg) {
  var f, obj = {
    protocol: (f = msg.getProtocol()) && proto.blit.v2.Protocol.toObject(includeInstance, f),
    dataPort: jspb.Message.getFieldWithDefault(msg, 2, 0)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.PingResponse.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.PingResponse;
  return proto.blit.v2.PingResponse.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.PingResponse.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.Protocol;
      reader.readMessage(value,proto.blit.v2.Protocol.deserializeBinaryFromReader);
      msg.setProtocol(value);
      break;
    case 2:
      var value =  (reader.readUint32());
      msg.setDataPort(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.PingResponse.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.PingResponse.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.PingResponse.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getProtocol();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.Protocol.serializeBinaryToWriter
    );
  }
  f = message.getDataPort();
  if (f !== 0) {
    writer.writeUint32(
      2,
      f
    );
  }
};
proto.blit.v2.PingResponse.prototype.getProtocol = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Protocol, 1));
};
proto.blit.v2.PingResponse.prototype.setProtocol = function(value) {
  return jspb.Message.setWrapperField(this, 1, value);
};
proto.blit.v2.PingResponse.prototype.clearProtocol = function() {
  return this.setProtocol(undefined);
};
proto.blit.v2.PingResponse.prototype.hasProtocol = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.PingResponse.prototype.getDataPort = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, 0));
};
proto.blit.v2.PingResponse.prototype.setDataPort = function(value) {
  return jspb.Message.setProto3IntField(this, 2, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.ModulesRequest.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.ModulesRequest.toObject(opt_includeInstance, this);
};
proto.blit.v2.ModulesRequest.toObject = function(includeInstance, msg) {
  var f, obj = {
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.ModulesRequest.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.ModulesRequest;
  return proto.blit.v2.ModulesRequest.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.ModulesRequest.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.ModulesRequest.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.ModulesRequest.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.ModulesRequest.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
};
proto.blit.v2.ModulesResponse.repeatedFields_ = [1];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.ModulesResponse.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.ModulesResponse.toObject(opt_includeInstance, this);
};
proto.blit.v2.ModulesResponse.toObject = function(includeInstance, msg) {
  var f, obj = {
    modulesList: jspb.Message.toObjectList(msg.getModulesList(),
    proto.blit.v2.Module.toObject, includeInstance)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.ModulesResponse.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.ModulesResponse;
  return proto.blit.v2.ModulesResponse.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.ModulesResponse.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.Module;
      reader.readMessage(value,proto.blit.v2.Module.deserializeBinaryFromReader);
      msg.addModules(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.ModulesResponse.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.ModulesResponse.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.ModulesResponse.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getModulesList();
  if (f.length > 0) {
    writer.writeRepeatedMessage(
      1,
      f,
      proto.blit.v2.Module.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.ModulesResponse.prototype.getModulesList = function() {
  return  (
    jspb.Message.getRepeatedWrapperField(this, proto.blit.v2.Module, 1));
};
proto.blit.v2.ModulesResponse.prototype.setModulesList = function(value) {
  return jspb.Message.setRepeatedWrapperField(this, 1, value);
};
proto.blit.v2.ModulesResponse.prototype.addModules = function(opt_value, opt_index) {
  return jspb.Message.addToRepeatedWrapperField(this, 1, opt_value, proto.blit.v2.Module, opt_index);
};
proto.blit.v2.ModulesResponse.prototype.clearModulesList = function() {
  return this.setModulesList([]);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Module.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Module.toObject(opt_includeInstance, this);
};
proto.blit.v2.Module.toObject = function(includeInstance, msg) {
  var f, obj = {
    name: jspb.Message.getFieldWithDefault(msg, 1, ""),
    readOnly: jspb.Message.getBooleanFieldWithDefault(msg, 2, false),
    comment: jspb.Message.getFieldWithDefault(msg, 3, "")
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Module.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Module;
  return proto.blit.v2.Module.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Module.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readString());
      msg.setName(value);
      break;
    case 2:
      var value =  (reader.readBool());
      msg.setReadOnly(value);
      break;
    case 3:
      var value =  (reader.readString());
      msg.setComment(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Module.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Module.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Module.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getName();
  if (f.length > 0) {
    writer.writeString(
      1,
      f
    );
  }
  f = message.getReadOnly();
  if (f) {
    writer.writeBool(
      2,
      f
    );
  }
  f = message.getComment();
  if (f.length > 0) {
    writer.writeString(
      3,
      f
    );
  }
};
proto.blit.v2.Module.prototype.getName = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, ""));
};
proto.blit.v2.Module.prototype.setName = function(value) {
  return jspb.Message.setProto3StringField(this, 1, value);
};
proto.blit.v2.Module.prototype.getReadOnly = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 2, false));
};
proto.blit.v2.Module.prototype.setReadOnly = function(value) {
  return jspb.Message.setProto3BooleanField(this, 2, value);
};
proto.blit.v2.Module.prototype.getComment = function() {
  return  (jspb.Message.getFieldWithDefault(this, 3, ""));
};
proto.blit.v2.Module.prototype.setComment = function(value) {
  return jspb.Message.setProto3StringField(this, 3, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.ListRequest.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.ListRequest.toObject(opt_includeInstance, this);
};
proto.blit.v2.ListRequest.toObject = function(includeInstance, msg) {
  var f, obj = {
    module: jspb.Message.getFieldWithDefault(msg, 1, ""),
    path: jspb.Message.getFieldWithDefault(msg, 2, ""),
    place: (f = msg.getPlace()) && proto.blit.v2.Place.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.ListRequest.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.ListRequest;
  return proto.blit.v2.ListRequest.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.ListRequest.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readString());
      msg.setModule(value);
      break;
    case 2:
      var value =  (reader.readString());
      msg.setPath(value);
      break;
    case 3:
      var value = new proto.blit.v2.Place;
      reader.readMessage(value,proto.blit.v2.Place.deserializeBinaryFromReader);
      msg.setPlace(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.ListRequest.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.ListRequest.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.ListRequest.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getModule();
  if (f.length > 0) {
    writer.writeString(
      1,
      f
    );
  }
  f = message.getPath();
  if (f.length > 0) {
    writer.writeString(
      2,
      f
    );
  }
  f = message.getPlace();
  if (f != null) {
    writer.writeMessage(
      3,
      f,
      proto.blit.v2.Place.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.ListRequest.prototype.getModule = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, ""));
};
proto.blit.v2.ListRequest.prototype.setModule = function(value) {
  return jspb.Message.setProto3StringField(this, 1, value);
};
proto.blit.v2.ListRequest.prototype.getPath = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, ""));
};
proto.blit.v2.ListRequest.prototype.setPath = function(value) {
  return jspb.Message.setProto3StringField(this, 2, value);
};
proto.blit.v2.ListRequest.prototype.getPlace = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Place, 3));
};
proto.blit.v2.ListRequest.prototype.setPlace = function(value) {
  return jspb.Message.setWrapperField(this, 3, value);
};
proto.blit.v2.ListRequest.prototype.clearPlace = function() {
  return this.setPlace(undefined);
};
proto.blit.v2.ListRequest.prototype.hasPlace = function() {
  return jspb.Message.getField(this, 3) != null;
};
proto.blit.v2.ListResponse.repeatedFields_ = [1];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.ListResponse.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.ListResponse.toObject(opt_includeInstance, this);
};
proto.blit.v2.ListResponse.toObject = function(includeInstance, msg) {
  var f, obj = {
    entriesList: jspb.Message.toObjectList(msg.getEntriesList(),
    proto.blit.v2.FileInfo.toObject, includeInstance),
    truncated: jspb.Message.getBooleanFieldWithDefault(msg, 2, false)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.ListResponse.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.ListResponse;
  return proto.blit.v2.ListResponse.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.ListResponse.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.FileInfo;
      reader.readMessage(value,proto.blit.v2.FileInfo.deserializeBinaryFromReader);
      msg.addEntries(value);
      break;
    case 2:
      var value =  (reader.readBool());
      msg.setTruncated(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.ListResponse.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.ListResponse.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.ListResponse.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getEntriesList();
  if (f.length > 0) {
    writer.writeRepeatedMessage(
      1,
      f,
      proto.blit.v2.FileInfo.serializeBinaryToWriter
    );
  }
  f = message.getTruncated();
  if (f) {
    writer.writeBool(
      2,
      f
    );
  }
};
proto.blit.v2.ListResponse.prototype.getEntriesList = function() {
  return  (
    jspb.Message.getRepeatedWrapperField(this, proto.blit.v2.FileInfo, 1));
};
proto.blit.v2.ListResponse.prototype.setEntriesList = function(value) {
  return jspb.Message.setRepeatedWrapperField(this, 1, value);
};
proto.blit.v2.ListResponse.prototype.addEntries = function(opt_value, opt_index) {
  return jspb.Message.addToRepeatedWrapperField(this, 1, opt_value, proto.blit.v2.FileInfo, opt_index);
};
proto.blit.v2.ListResponse.prototype.clearEntriesList = function() {
  return this.setEntriesList([]);
};
proto.blit.v2.ListResponse.prototype.getTruncated = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 2, false));
};
proto.blit.v2.ListResponse.prototype.setTruncated = function(value) {
  return jspb.Message.setProto3BooleanField(this, 2, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.FileInfo.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.FileInfo.toObject(opt_includeInstance, this);
};
proto.blit.v2.FileInfo.toObject = function(includeInstance, msg) {
  var f, obj = {
    name: jspb.Message.getFieldWithDefault(msg, 1, ""),
    isDir: jspb.Message.getBooleanFieldWithDefault(msg, 2, false),
    size: jspb.Message.getFieldWithDefault(msg, 3, 0),
    mtimeSeconds: jspb.Message.getFieldWithDefault(msg, 4, 0)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.FileInfo.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.FileInfo;
  return proto.blit.v2.FileInfo.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.FileInfo.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readString());
      msg.setName(value);
      break;
    case 2:
      var value =  (reader.readBool());
      msg.setIsDir(value);
      break;
    case 3:
      var value =  (reader.readUint64());
      msg.setSize(value);
      break;
    case 4:
      var value =  (reader.readInt64());
      msg.setMtimeSeconds(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.FileInfo.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.FileInfo.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.FileInfo.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getName();
  if (f.length > 0) {
    writer.writeString(
      1,
      f
    );
  }
  f = message.getIsDir();
  if (f) {
    writer.writeBool(
      2,
      f
    );
  }
  f = message.getSize();
  if (f !== 0) {
    writer.writeUint64(
      3,
      f
    );
  }
  f = message.getMtimeSeconds();
  if (f !== 0) {
    writer.writeInt64(
      4,
      f
    );
  }
};
proto.blit.v2.FileInfo.prototype.getName = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, ""));
};
proto.blit.v2.FileInfo.prototype.setName = function(value) {
  return jspb.Message.setProto3StringField(this, 1, value);
};
proto.blit.v2.FileInfo.prototype.getIsDir = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 2, false));
};
proto.blit.v2.FileInfo.prototype.setIsDir = function(value) {
  return jspb.Message.setProto3BooleanField(this, 2, value);
};
proto.blit.v2.FileInfo.prototype.getSize = function() {
  return  (jspb.Message.getFieldWithDefault(this, 3, 0));
};
proto.blit.v2.FileInfo.prototype.setSize = function(value) {
  return jspb.Message.setProto3IntField(this, 3, value);
};
proto.blit.v2.FileInfo.prototype.getMtimeSeconds = function() {
  return  (jspb.Message.getFieldWithDefault(this, 4, 0));
};
proto.blit.v2.FileInfo.prototype.setMtimeSeconds = function(value) {
  return jspb.Message.setProto3IntField(this, 4, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.StatRequest.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.StatRequest.toObject(opt_includeInstance, this);
};
proto.blit.v2.StatRequest.toObject = function(includeInstance, msg) {
  var f, obj = {
    place: (f = msg.getPlace()) && proto.blit.v2.Place.toObject(includeInstance, f),
    follow: jspb.Message.getBooleanFieldWithDefault(msg, 2, false),
    xattrs: jspb.Message.getBooleanFieldWithDefault(msg, 3, false)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.StatRequest.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.StatRequest;
  return proto.blit.v2.StatRequest.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.StatRequest.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.Place;
      reader.readMessage(value,proto.blit.v2.Place.deserializeBinaryFromReader);
      msg.setPlace(value);
      break;
    case 2:
      var value =  (reader.readBool());
      msg.setFollow(value);
      break;
    case 3:
      var value =  (reader.readBool());
      msg.setXattrs(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.StatRequest.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.StatRequest.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.StatRequest.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getPlace();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.Place.serializeBinaryToWriter
    );
  }
  f = message.getFollow();
  if (f) {
    writer.writeBool(
      2,
      f
    );
  }
  f = message.getXattrs();
  if (f) {
    writer.writeBool(
      3,
      f
    );
  }
};
proto.blit.v2.StatRequest.prototype.getPlace = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Place, 1));
};
proto.blit.v2.StatRequest.prototype.setPlace = function(value) {
  return jspb.Message.setWrapperField(this, 1, value);
};
proto.blit.v2.StatRequest.prototype.clearPlace = function() {
  return this.setPlace(undefined);
};
proto.blit.v2.StatRequest.prototype.hasPlace = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.StatRequest.prototype.getFollow = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 2, false));
};
proto.blit.v2.StatRequest.prototype.setFollow = function(value) {
  return jspb.Message.setProto3BooleanField(this, 2, value);
};
proto.blit.v2.StatRequest.prototype.getXattrs = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 3, false));
};
proto.blit.v2.StatRequest.prototype.setXattrs = function(value) {
  return jspb.Message.setProto3BooleanField(this, 3, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.StatResponse.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.StatResponse.toObject(opt_includeInstance, this);
};
proto.blit.v2.StatResponse.toObject = function(includeInstance, msg) {
  var f, obj = {
    entry: (f = msg.getEntry()) && proto.blit.v2.EntryColumns.toObject(includeInstance, f),
    found: jspb.Message.getBooleanFieldWithDefault(msg, 2, false),
    limits: (f = msg.getLimits()) && proto.blit.v2.Limits.toObject(includeInstance, f),
    readOnly: jspb.Message.getBooleanFieldWithDefault(msg, 4, false),
    xattrs: (f = msg.getXattrs()) && proto.blit.v2.Xattrs.toObject(includeInstance, f),
    followed: msg.getFollowed_asB64()
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.StatResponse.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.StatResponse;
  return proto.blit.v2.StatResponse.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.StatResponse.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.EntryColumns;
      reader.readMessage(value,proto.blit.v2.EntryColumns.deserializeBinaryFromReader);
      msg.setEntry(value);
      break;
    case 2:
      var value =  (reader.readBool());
      msg.setFound(value);
      break;
    case 3:
      var value = new proto.blit.v2.Limits;
      reader.readMessage(value,proto.blit.v2.Limits.deserializeBinaryFromReader);
      msg.setLimits(value);
      break;
    case 4:
      var value =  (reader.readBool());
      msg.setReadOnly(value);
      break;
    case 5:
      var value = new proto.blit.v2.Xattrs;
      reader.readMessage(value,proto.blit.v2.Xattrs.deserializeBinaryFromReader);
      msg.setXattrs(value);
      break;
    case 6:
      var value =  (reader.readBytes());
      msg.setFollowed(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.StatResponse.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.StatResponse.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.StatResponse.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getEntry();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.EntryColumns.serializeBinaryToWriter
    );
  }
  f = message.getFound();
  if (f) {
    writer.writeBool(
      2,
      f
    );
  }
  f = message.getLimits();
  if (f != null) {
    writer.writeMessage(
      3,
      f,
      proto.blit.v2.Limits.serializeBinaryToWriter
    );
  }
  f = message.getReadOnly();
  if (f) {
    writer.writeBool(
      4,
      f
    );
  }
  f = message.getXattrs();
  if (f != null) {
    writer.writeMessage(
      5,
      f,
      proto.blit.v2.Xattrs.serializeBinaryToWriter
    );
  }
  f =  (jspb.Message.getField(message, 6));
  if (f != null) {
    writer.writeBytes(
      6,
      f
    );
  }
};
proto.blit.v2.StatResponse.prototype.getEntry = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.EntryColumns, 1));
};
proto.blit.v2.StatResponse.prototype.setEntry = function(value) {
  return jspb.Message.setWrapperField(this, 1, value);
};
proto.blit.v2.StatResponse.prototype.clearEntry = function() {
  return this.setEntry(undefined);
};
proto.blit.v2.StatResponse.prototype.hasEntry = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.StatResponse.prototype.getFound = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 2, false));
};
proto.blit.v2.StatResponse.prototype.setFound = function(value) {
  return jspb.Message.setProto3BooleanField(this, 2, value);
};
proto.blit.v2.StatResponse.prototype.getLimits = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Limits, 3));
};
proto.blit.v2.StatResponse.prototype.setLimits = function(value) {
  return jspb.Message.setWrapperField(this, 3, value);
};
proto.blit.v2.StatResponse.prototype.clearLimits = function() {
  return this.setLimits(undefined);
};
proto.blit.v2.StatResponse.prototype.hasLimits = function() {
  return jspb.Message.getField(this, 3) != null;
};
proto.blit.v2.StatResponse.prototype.getReadOnly = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 4, false));
};
proto.blit.v2.StatResponse.prototype.setReadOnly = function(value) {
  return jspb.Message.setProto3BooleanField(this, 4, value);
};
proto.blit.v2.StatResponse.prototype.getXattrs = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Xattrs, 5));
};
proto.blit.v2.StatResponse.prototype.setXattrs = function(value) {
  return jspb.Message.setWrapperField(this, 5, value);
};
proto.blit.v2.StatResponse.prototype.clearXattrs = function() {
  return this.setXattrs(undefined);
};
proto.blit.v2.StatResponse.prototype.hasXattrs = function() {
  return jspb.Message.getField(this, 5) != null;
};
proto.blit.v2.StatResponse.prototype.getFollowed = function() {
  return  (jspb.Message.getFieldWithDefault(this, 6, ""));
};
proto.blit.v2.StatResponse.prototype.getFollowed_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getFollowed()));
};
proto.blit.v2.StatResponse.prototype.getFollowed_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getFollowed()));
};
proto.blit.v2.StatResponse.prototype.setFollowed = function(value) {
  return jspb.Message.setField(this, 6, value);
};
proto.blit.v2.StatResponse.prototype.clearFollowed = function() {
  return jspb.Message.setField(this, 6, undefined);
};
proto.blit.v2.StatResponse.prototype.hasFollowed = function() {
  return jspb.Message.getField(this, 6) != null;
};
proto.blit.v2.ScanRequest.repeatedFields_ = [4];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.ScanRequest.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.ScanRequest.toObject(opt_includeInstance, this);
};
proto.blit.v2.ScanRequest.toObject = function(includeInstance, msg) {
  var f, obj = {
    place: (f = msg.getPlace()) && proto.blit.v2.Place.toObject(includeInstance, f),
    recursive: jspb.Message.getBooleanFieldWithDefault(msg, 2, false),
    followLinks: jspb.Message.getBooleanFieldWithDefault(msg, 3, false),
    rulesList: jspb.Message.toObjectList(msg.getRulesList(),
    proto.blit.v2.FilterRule.toObject, includeInstance)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.ScanRequest.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.ScanRequest;
  return proto.blit.v2.ScanRequest.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.ScanRequest.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.Place;
      reader.readMessage(value,proto.blit.v2.Place.deserializeBinaryFromReader);
      msg.setPlace(value);
      break;
    case 2:
      var value =  (reader.readBool());
      msg.setRecursive(value);
      break;
    case 3:
      var value =  (reader.readBool());
      msg.setFollowLinks(value);
      break;
    case 4:
      var value = new proto.blit.v2.FilterRule;
      reader.readMessage(value,proto.blit.v2.FilterRule.deserializeBinaryFromReader);
      msg.addRules(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.ScanRequest.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.ScanRequest.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.ScanRequest.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getPlace();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.Place.serializeBinaryToWriter
    );
  }
  f = message.getRecursive();
  if (f) {
    writer.writeBool(
      2,
      f
    );
  }
  f = message.getFollowLinks();
  if (f) {
    writer.writeBool(
      3,
      f
    );
  }
  f = message.getRulesList();
  if (f.length > 0) {
    writer.writeRepeatedMessage(
      4,
      f,
      proto.blit.v2.FilterRule.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.ScanRequest.prototype.getPlace = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Place, 1));
};
proto.blit.v2.ScanRequest.prototype.setPlace = function(value) {
  return jspb.Message.setWrapperField(this, 1, value);
};
proto.blit.v2.ScanRequest.prototype.clearPlace = function() {
  return this.setPlace(undefined);
};
proto.blit.v2.ScanRequest.prototype.hasPlace = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.ScanRequest.prototype.getRecursive = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 2, false));
};
proto.blit.v2.ScanRequest.prototype.setRecursive = function(value) {
  return jspb.Message.setProto3BooleanField(this, 2, value);
};
proto.blit.v2.ScanRequest.prototype.getFollowLinks = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 3, false));
};
proto.blit.v2.ScanRequest.prototype.setFollowLinks = function(value) {
  return jspb.Message.setProto3BooleanField(this, 3, value);
};
proto.blit.v2.ScanRequest.prototype.getRulesList = function() {
  return  (
    jspb.Message.getRepeatedWrapperField(this, proto.blit.v2.FilterRule, 4));
};
proto.blit.v2.ScanRequest.prototype.setRulesList = function(value) {
  return jspb.Message.setRepeatedWrapperField(this, 4, value);
};
proto.blit.v2.ScanRequest.prototype.addRules = function(opt_value, opt_index) {
  return jspb.Message.addToRepeatedWrapperField(this, 4, opt_value, proto.blit.v2.FilterRule, opt_index);
};
proto.blit.v2.ScanRequest.prototype.clearRulesList = function() {
  return this.setRulesList([]);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.ScanResponse.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.ScanResponse.toObject(opt_includeInstance, this);
};
proto.blit.v2.ScanResponse.toObject = function(includeInstance, msg) {
  var f, obj = {
    directory: msg.getDirectory_asB64(),
    entries: msg.getEntries_asB64(),
    complete: jspb.Message.getBooleanFieldWithDefault(msg, 3, false),
    failure: (f = msg.getFailure()) && proto.blit.v2.Failure.toObject(includeInstance, f),
    alive: (f = msg.getAlive()) && proto.blit.v2.Alive.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.ScanResponse.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.ScanResponse;
  return proto.blit.v2.ScanResponse.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.ScanResponse.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readBytes());
      msg.setDirectory(value);
      break;
    case 2:
      var value =  (reader.readBytes());
      msg.setEntries(value);
      break;
    case 3:
      var value =  (reader.readBool());
      msg.setComplete(value);
      break;
    case 4:
      var value = new proto.blit.v2.Failure;
      reader.readMessage(value,proto.blit.v2.Failure.deserializeBinaryFromReader);
      msg.setFailure(value);
      break;
    case 5:
      var value = new proto.blit.v2.Alive;
      reader.readMessage(value,proto.blit.v2.Alive.deserializeBinaryFromReader);
      msg.setAlive(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.ScanResponse.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.ScanResponse.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.ScanResponse.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getDirectory_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      1,
      f
    );
  }
  f = message.getEntries_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      2,
      f
    );
  }
  f = message.getComplete();
  if (f) {
    writer.writeBool(
      3,
      f
    );
  }
  f = message.getFailure();
  if (f != null) {
    writer.writeMessage(
      4,
      f,
      proto.blit.v2.Failure.serializeBinaryToWriter
    );
  }
  f = message.getAlive();
  if (f != null) {
    writer.writeMessage(
      5,
      f,
      proto.blit.v2.Alive.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.ScanResponse.prototype.getDirectory = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, ""));
};
proto.blit.v2.ScanResponse.prototype.getDirectory_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getDirectory()));
};
proto.blit.v2.ScanResponse.prototype.getDirectory_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getDirectory()));
};
proto.blit.v2.ScanResponse.prototype.setDirectory = function(value) {
  return jspb.Message.setProto3BytesField(this, 1, value);
};
proto.blit.v2.ScanResponse.prototype.getEntries = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, ""));
};
proto.blit.v2.ScanResponse.prototype.getEntries_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getEntries()));
};
proto.blit.v2.ScanResponse.prototype.getEntries_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getEntries()));
};
proto.blit.v2.ScanResponse.prototype.setEntries = function(value) {
  return jspb.Message.setProto3BytesField(this, 2, value);
};
proto.blit.v2.ScanResponse.prototype.getComplete = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 3, false));
};
proto.blit.v2.ScanResponse.prototype.setComplete = function(value) {
  return jspb.Message.setProto3BooleanField(this, 3, value);
};
proto.blit.v2.ScanResponse.prototype.getFailure = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Failure, 4));
};
proto.blit.v2.ScanResponse.prototype.setFailure = function(value) {
  return jspb.Message.setWrapperField(this, 4, value);
};
proto.blit.v2.ScanResponse.prototype.clearFailure = function() {
  return this.setFailure(undefined);
};
proto.blit.v2.ScanResponse.prototype.hasFailure = function() {
  return jspb.Message.getField(this, 4) != null;
};
proto.blit.v2.ScanResponse.prototype.getAlive = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Alive, 5));
};
proto.blit.v2.ScanResponse.prototype.setAlive = function(value) {
  return jspb.Message.setWrapperField(this, 5, value);
};
proto.blit.v2.ScanResponse.prototype.clearAlive = function() {
  return this.setAlive(undefined);
};
proto.blit.v2.ScanResponse.prototype.hasAlive = function() {
  return jspb.Message.getField(this, 5) != null;
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.HashRequest.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.HashRequest.toObject(opt_includeInstance, this);
};
proto.blit.v2.HashRequest.toObject = function(includeInstance, msg) {
  var f, obj = {
    place: (f = msg.getPlace()) && proto.blit.v2.Place.toObject(includeInstance, f),
    algorithm: jspb.Message.getFieldWithDefault(msg, 2, "")
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.HashRequest.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.HashRequest;
  return proto.blit.v2.HashRequest.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.HashRequest.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.Place;
      reader.readMessage(value,proto.blit.v2.Place.deserializeBinaryFromReader);
      msg.setPlace(value);
      break;
    case 2:
      var value =  (reader.readString());
      msg.setAlgorithm(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.HashRequest.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.HashRequest.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.HashRequest.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getPlace();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.Place.serializeBinaryToWriter
    );
  }
  f = message.getAlgorithm();
  if (f.length > 0) {
    writer.writeString(
      2,
      f
    );
  }
};
proto.blit.v2.HashRequest.prototype.getPlace = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Place, 1));
};
proto.blit.v2.HashRequest.prototype.setPlace = function(value) {
  return jspb.Message.setWrapperField(this, 1, value);
};
proto.blit.v2.HashRequest.prototype.clearPlace = function() {
  return this.setPlace(undefined);
};
proto.blit.v2.HashRequest.prototype.hasPlace = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.HashRequest.prototype.getAlgorithm = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, ""));
};
proto.blit.v2.HashRequest.prototype.setAlgorithm = function(value) {
  return jspb.Message.setProto3StringField(this, 2, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.HashResponse.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.HashResponse.toObject(opt_includeInstance, this);
};
proto.blit.v2.HashResponse.toObject = function(includeInstance, msg) {
  var f, obj = {
    hash: jspb.Message.getFieldWithDefault(msg, 1, ""),
    failure: (f = msg.getFailure()) && proto.blit.v2.Failure.toObject(includeInstance, f),
    alive: (f = msg.getAlive()) && proto.blit.v2.Alive.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.HashResponse.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.HashResponse;
  return proto.blit.v2.HashResponse.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.HashResponse.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readString());
      msg.setHash(value);
      break;
    case 2:
      var value = new proto.blit.v2.Failure;
      reader.readMessage(value,proto.blit.v2.Failure.deserializeBinaryFromReader);
      msg.setFailure(value);
      break;
    case 3:
      var value = new proto.blit.v2.Alive;
      reader.readMessage(value,proto.blit.v2.Alive.deserializeBinaryFromReader);
      msg.setAlive(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.HashResponse.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.HashResponse.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.HashResponse.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getHash();
  if (f.length > 0) {
    writer.writeString(
      1,
      f
    );
  }
  f = message.getFailure();
  if (f != null) {
    writer.writeMessage(
      2,
      f,
      proto.blit.v2.Failure.serializeBinaryToWriter
    );
  }
  f = message.getAlive();
  if (f != null) {
    writer.writeMessage(
      3,
      f,
      proto.blit.v2.Alive.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.HashResponse.prototype.getHash = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, ""));
};
proto.blit.v2.HashResponse.prototype.setHash = function(value) {
  return jspb.Message.setProto3StringField(this, 1, value);
};
proto.blit.v2.HashResponse.prototype.getFailure = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Failure, 2));
};
proto.blit.v2.HashResponse.prototype.setFailure = function(value) {
  return jspb.Message.setWrapperField(this, 2, value);
};
proto.blit.v2.HashResponse.prototype.clearFailure = function() {
  return this.setFailure(undefined);
};
proto.blit.v2.HashResponse.prototype.hasFailure = function() {
  return jspb.Message.getField(this, 2) != null;
};
proto.blit.v2.HashResponse.prototype.getAlive = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Alive, 3));
};
proto.blit.v2.HashResponse.prototype.setAlive = function(value) {
  return jspb.Message.setWrapperField(this, 3, value);
};
proto.blit.v2.HashResponse.prototype.clearAlive = function() {
  return this.setAlive(undefined);
};
proto.blit.v2.HashResponse.prototype.hasAlive = function() {
  return jspb.Message.getField(this, 3) != null;
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.SpaceRequest.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.SpaceRequest.toObject(opt_includeInstance, this);
};
proto.blit.v2.SpaceRequest.toObject = function(includeInstance, msg) {
  var f, obj = {
    place: (f = msg.getPlace()) && proto.blit.v2.Place.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.SpaceRequest.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.SpaceRequest;
  return proto.blit.v2.SpaceRequest.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.SpaceRequest.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.Place;
      reader.readMessage(value,proto.blit.v2.Place.deserializeBinaryFromReader);
      msg.setPlace(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.SpaceRequest.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.SpaceRequest.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.SpaceRequest.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getPlace();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.Place.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.SpaceRequest.prototype.getPlace = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Place, 1));
};
proto.blit.v2.SpaceRequest.prototype.setPlace = function(value) {
  return jspb.Message.setWrapperField(this, 1, value);
};
proto.blit.v2.SpaceRequest.prototype.clearPlace = function() {
  return this.setPlace(undefined);
};
proto.blit.v2.SpaceRequest.prototype.hasPlace = function() {
  return jspb.Message.getField(this, 1) != null;
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.SpaceResponse.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.SpaceResponse.toObject(opt_includeInstance, this);
};
proto.blit.v2.SpaceResponse.toObject = function(includeInstance, msg) {
  var f, obj = {
    totalBytes: jspb.Message.getFieldWithDefault(msg, 1, 0),
    freeBytes: jspb.Message.getFieldWithDefault(msg, 2, 0),
    availableBytes: jspb.Message.getFieldWithDefault(msg, 3, 0),
    totalInodes: jspb.Message.getFieldWithDefault(msg, 4, 0),
    freeInodes: jspb.Message.getFieldWithDefault(msg, 5, 0)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.SpaceResponse.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.SpaceResponse;
  return proto.blit.v2.SpaceResponse.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.SpaceResponse.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readUint64());
      msg.setTotalBytes(value);
      break;
    case 2:
      var value =  (reader.readUint64());
      msg.setFreeBytes(value);
      break;
    case 3:
      var value =  (reader.readUint64());
      msg.setAvailableBytes(value);
      break;
    case 4:
      var value =  (reader.readUint64());
      msg.setTotalInodes(value);
      break;
    case 5:
      var value =  (reader.readUint64());
      msg.setFreeInodes(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.SpaceResponse.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.SpaceResponse.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.SpaceResponse.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getTotalBytes();
  if (f !== 0) {
    writer.writeUint64(
      1,
      f
    );
  }
  f = message.getFreeBytes();
  if (f !== 0) {
    writer.writeUint64(
      2,
      f
    );
  }
  f = message.getAvailableBytes();
  if (f !== 0) {
    writer.writeUint64(
      3,
      f
    );
  }
  f = message.getTotalInodes();
  if (f !== 0) {
    writer.writeUint64(
      4,
      f
    );
  }
  f = message.getFreeInodes();
  if (f !== 0) {
    writer.writeUint64(
      5,
      f
    );
  }
};
proto.blit.v2.SpaceResponse.prototype.getTotalBytes = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, 0));
};
proto.blit.v2.SpaceResponse.prototype.setTotalBytes = function(value) {
  return jspb.Message.setProto3IntField(this, 1, value);
};
proto.blit.v2.SpaceResponse.prototype.getFreeBytes = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, 0));
};
proto.blit.v2.SpaceResponse.prototype.setFreeBytes = function(value) {
  return jspb.Message.setProto3IntField(this, 2, value);
};
proto.blit.v2.SpaceResponse.prototype.getAvailableBytes = function() {
  return  (jspb.Message.getFieldWithDefault(this, 3, 0));
};
proto.blit.v2.SpaceResponse.prototype.setAvailableBytes = function(value) {
  return jspb.Message.setProto3IntField(this, 3, value);
};
proto.blit.v2.SpaceResponse.prototype.getTotalInodes = function() {
  return  (jspb.Message.getFieldWithDefault(this, 4, 0));
};
proto.blit.v2.SpaceResponse.prototype.setTotalInodes = function(value) {
  return jspb.Message.setProto3IntField(this, 4, value);
};
proto.blit.v2.SpaceResponse.prototype.getFreeInodes = function() {
  return  (jspb.Message.getFieldWithDefault(this, 5, 0));
};
proto.blit.v2.SpaceResponse.prototype.setFreeInodes = function(value) {
  return jspb.Message.setProto3IntField(this, 5, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.IdentityRequest.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.IdentityRequest.toObject(opt_includeInstance, this);
};
proto.blit.v2.IdentityRequest.toObject = function(includeInstance, msg) {
  var f, obj = {
    place: (f = msg.getPlace()) && proto.blit.v2.Place.toObject(includeInstance, f),
    salt: msg.getSalt_asB64()
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.IdentityRequest.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.IdentityRequest;
  return proto.blit.v2.IdentityRequest.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.IdentityRequest.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.Place;
      reader.readMessage(value,proto.blit.v2.Place.deserializeBinaryFromReader);
      msg.setPlace(value);
      break;
    case 2:
      var value =  (reader.readBytes());
      msg.setSalt(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.IdentityRequest.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.IdentityRequest.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.IdentityRequest.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getPlace();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.Place.serializeBinaryToWriter
    );
  }
  f = message.getSalt_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      2,
      f
    );
  }
};
proto.blit.v2.IdentityRequest.prototype.getPlace = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Place, 1));
};
proto.blit.v2.IdentityRequest.prototype.setPlace = function(value) {
  return jspb.Message.setWrapperField(this, 1, value);
};
proto.blit.v2.IdentityRequest.prototype.clearPlace = function() {
  return this.setPlace(undefined);
};
proto.blit.v2.IdentityRequest.prototype.hasPlace = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.IdentityRequest.prototype.getSalt = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, ""));
};
proto.blit.v2.IdentityRequest.prototype.getSalt_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getSalt()));
};
proto.blit.v2.IdentityRequest.prototype.getSalt_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getSalt()));
};
proto.blit.v2.IdentityRequest.prototype.setSalt = function(value) {
  return jspb.Message.setProto3BytesField(this, 2, value);
};
proto.blit.v2.IdentityResponse.repeatedFields_ = [1,2,3];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.IdentityResponse.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.IdentityResponse.toObject(opt_includeInstance, this);
};
proto.blit.v2.IdentityResponse.toObject = function(includeInstance, msg) {
  var f, obj = {
    selfList: msg.getSelfList_asB64(),
    ancestorsList: msg.getAncestorsList_asB64(),
    mountedList: jspb.Message.toObjectList(msg.getMountedList(),
    proto.blit.v2.IdentityResponse.toObject, includeInstance)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.IdentityResponse.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.IdentityResponse;
  return proto.blit.v2.IdentityResponse.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.IdentityResponse.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readBytes());
      msg.addSelf(value);
      break;
    case 2:
      var value =  (reader.readBytes());
      msg.addAncestors(value);
      break;
    case 3:
      var value = new proto.blit.v2.IdentityResponse;
      reader.readMessage(value,proto.blit.v2.IdentityResponse.deserializeBinaryFromReader);
      msg.addMounted(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.IdentityResponse.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.IdentityResponse.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.IdentityResponse.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getSelfList_asU8();
  if (f.length > 0) {
    writer.writeRepeatedBytes(
      1,
      f
    );
  }
  f = message.getAncestorsList_asU8();
  if (f.length > 0) {
    writer.writeRepeatedBytes(
      2,
      f
    );
  }
  f = message.getMountedList();
  if (f.length > 0) {
    writer.writeRepeatedMessage(
      3,
      f,
      proto.blit.v2.IdentityResponse.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.IdentityResponse.prototype.getSelfList = function() {
  return  (jspb.Message.getRepeatedField(this, 1));
};
proto.blit.v2.IdentityResponse.prototype.getSelfList_asB64 = function() {
  return  (jspb.Message.bytesListAsB64(
      this.getSelfList()));
};
proto.blit.v2.IdentityResponse.prototype.getSelfList_asU8 = function() {
  return  (jspb.Message.bytesListAsU8(
      this.getSelfList()));
};
proto.blit.v2.IdentityResponse.prototype.setSelfList = function(value) {
  return jspb.Message.setField(this, 1, value || []);
};
proto.blit.v2.IdentityResponse.prototype.addSelf = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 1, value, opt_index);
};
proto.blit.v2.IdentityResponse.prototype.clearSelfList = function() {
  return this.setSelfList([]);
};
proto.blit.v2.IdentityResponse.prototype.getAncestorsList = function() {
  return  (jspb.Message.getRepeatedField(this, 2));
};
proto.blit.v2.IdentityResponse.prototype.getAncestorsList_asB64 = function() {
  return  (jspb.Message.bytesListAsB64(
      this.getAncestorsList()));
};
proto.blit.v2.IdentityResponse.prototype.getAncestorsList_asU8 = function() {
  return  (jspb.Message.bytesListAsU8(
      this.getAncestorsList()));
};
proto.blit.v2.IdentityResponse.prototype.setAncestorsList = function(value) {
  return jspb.Message.setField(this, 2, value || []);
};
proto.blit.v2.IdentityResponse.prototype.addAncestors = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 2, value, opt_index);
};
proto.blit.v2.IdentityResponse.prototype.clearAncestorsList = function() {
  return this.setAncestorsList([]);
};
proto.blit.v2.IdentityResponse.prototype.getMountedList = function() {
  return  (
    jspb.Message.getRepeatedWrapperField(this, proto.blit.v2.IdentityResponse, 3));
};
proto.blit.v2.IdentityResponse.prototype.setMountedList = function(value) {
  return jspb.Message.setRepeatedWrapperField(this, 3, value);
};
proto.blit.v2.IdentityResponse.prototype.addMounted = function(opt_value, opt_index) {
  return jspb.Message.addToRepeatedWrapperField(this, 3, opt_value, proto.blit.v2.IdentityResponse, opt_index);
};
proto.blit.v2.IdentityResponse.prototype.clearMountedList = function() {
  return this.setMountedList([]);
};
proto.blit.v2.PurgeRequest.repeatedFields_ = [2,6];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.PurgeRequest.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.PurgeRequest.toObject(opt_includeInstance, this);
};
proto.blit.v2.PurgeRequest.toObject = function(includeInstance, msg) {
  var f, obj = {
    module: jspb.Message.getFieldWithDefault(msg, 1, ""),
    pathsToDeleteList: (f = jspb.Message.getRepeatedField(msg, 2)) == null ? undefined : f,
    protocol: (f = msg.getProtocol()) && proto.blit.v2.Protocol.toObject(includeInstance, f),
    place: (f = msg.getPlace()) && proto.blit.v2.Place.toObject(includeInstance, f),
    contentsOnly: jspb.Message.getBooleanFieldWithDefault(msg, 5, false),
    rulesList: jspb.Message.toObjectList(msg.getRulesList(),
    proto.blit.v2.FilterRule.toObject, includeInstance),
    minSize: jspb.Message.getFieldWithDefault(msg, 7, 0),
    maxSize: jspb.Message.getFieldWithDefault(msg, 8, 0),
    modifiedAfterNanos: jspb.Message.getFieldWithDefault(msg, 9, "0"),
    modifiedBeforeNanos: jspb.Message.getFieldWithDefault(msg, 10, "0"),
    dryRun: jspb.Message.getBooleanFieldWithDefault(msg, 11, false),
    maxDelete: jspb.Message.getFieldWithDefault(msg, 12, 0),
    agreedEntries: jspb.Message.getFieldWithDefault(msg, 13, 0),
    agreedBytes: jspb.Message.getFieldWithDefault(msg, 14, 0)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.PurgeRequest.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.PurgeRequest;
  return proto.blit.v2.PurgeRequest.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.PurgeRequest.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readString());
      msg.setModule(value);
      break;
    case 2:
      var value =  (reader.readString());
      msg.addPathsToDelete(value);
      break;
    case 3:
      var value = new proto.blit.v2.Protocol;
      reader.readMessage(value,proto.blit.v2.Protocol.deserializeBinaryFromReader);
      msg.setProtocol(value);
      break;
    case 4:
      var value = new proto.blit.v2.Place;
      reader.readMessage(value,proto.blit.v2.Place.deserializeBinaryFromReader);
      msg.setPlace(value);
      break;
    case 5:
      var value =  (reader.readBool());
      msg.setContentsOnly(value);
      break;
    case 6:
      var value = new proto.blit.v2.FilterRule;
      reader.readMessage(value,proto.blit.v2.FilterRule.deserializeBinaryFromReader);
      msg.addRules(value);
      break;
    case 7:
      var value =  (reader.readUint64());
      msg.setMinSize(value);
      break;
    case 8:
      var value =  (reader.readUint64());
      msg.setMaxSize(value);
      break;
    case 9:
      var value =  (reader.readSfixed64String());
      msg.setModifiedAfterNanos(value);
      break;
    case 10:
      var value =  (reader.readSfixed64String());
      msg.setModifiedBeforeNanos(value);
      break;
    case 11:
      var value =  (reader.readBool());
      msg.setDryRun(value);
      break;
    case 12:
      var value =  (reader.readUint64());
      msg.setMaxDelete(value);
      break;
    case 13:
      var value =  (reader.readUint64());
      msg.setAgreedEntries(value);
      break;
    case 14:
      var value =  (reader.readUint64());
      msg.setAgreedBytes(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.PurgeRequest.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.PurgeRequest.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.PurgeRequest.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getModule();
  if (f.length > 0) {
    writer.writeString(
      1,
      f
    );
  }
  f = message.getPathsToDeleteList();
  if (f.length > 0) {
    writer.writeRepeatedString(
      2,
      f
    );
  }
  f = message.getProtocol();
  if (f != null) {
    writer.writeMessage(
      3,
      f,
      proto.blit.v2.Protocol.serializeBinaryToWriter
    );
  }
  f = message.getPlace();
  if (f != null) {
    writer.writeMessage(
      4,
      f,
      proto.blit.v2.Place.serializeBinaryToWriter
    );
  }
  f = message.getContentsOnly();
  if (f) {
    writer.writeBool(
      5,
      f
    );
  }
  f = message.getRulesList();
  if (f.length > 0) {
    writer.writeRepeatedMessage(
      6,
      f,
      proto.blit.v2.FilterRule.serializeBinaryToWriter
    );
  }
  f =  (jspb.Message.getField(message, 7));
  if (f != null) {
    writer.writeUint64(
      7,
      f
    );
  }
  f =  (jspb.Message.getField(message, 8));
  if (f != null) {
    writer.writeUint64(
      8,
      f
    );
  }
  f =  (jspb.Message.getField(message, 9));
  if (f != null) {
    writer.writeSfixed64String(
      9,
      f
    );
  }
  f =  (jspb.Message.getField(message, 10));
  if (f != null) {
    writer.writeSfixed64String(
      10,
      f
    );
  }
  f = message.getDryRun();
  if (f) {
    writer.writeBool(
      11,
      f
    );
  }
  f =  (jspb.Message.getField(message, 12));
  if (f != null) {
    writer.writeUint64(
      12,
      f
    );
  }
  f =  (jspb.Message.getField(message, 13));
  if (f != null) {
    writer.writeUint64(
      13,
      f
    );
  }
  f =  (jspb.Message.getField(message, 14));
  if (f != null) {
    writer.writeUint64(
      14,
      f
    );
  }
};
proto.blit.v2.PurgeRequest.prototype.getModule = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, ""));
};
proto.blit.v2.PurgeRequest.prototype.setModule = function(value) {
  return jspb.Message.setProto3StringField(this, 1, value);
};
proto.blit.v2.PurgeRequest.prototype.getPathsToDeleteList = function() {
  return  (jspb.Message.getRepeatedField(this, 2));
};
proto.blit.v2.PurgeRequest.prototype.setPathsToDeleteList = function(value) {
  return jspb.Message.setField(this, 2, value || []);
};
proto.blit.v2.PurgeRequest.prototype.addPathsToDelete = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 2, value, opt_index);
};
proto.blit.v2.PurgeRequest.prototype.clearPathsToDeleteList = function() {
  return this.setPathsToDeleteList([]);
};
proto.blit.v2.PurgeRequest.prototype.getProtocol = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Protocol, 3));
};
proto.blit.v2.PurgeRequest.prototype.setProtocol = function(value) {
  return jspb.Message.setWrapperField(this, 3, value);
};
proto.blit.v2.PurgeRequest.prototype.clearProtocol = function() {
  return this.setProtocol(undefined);
};
proto.blit.v2.PurgeRequest.prototype.hasProtocol = function() {
  return jspb.Message.getField(this, 3) != null;
};
proto.blit.v2.PurgeRequest.prototype.getPlace = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Place, 4));
};
proto.blit.v2.PurgeRequest.prototype.setPlace = function(value) {
  return jspb.Message.setWrapperField(this, 4, value);
};
proto.blit.v2.PurgeRequest.prototype.clearPlace = function() {
  return this.setPlace(undefined);
};
proto.blit.v2.PurgeRequest.prototype.hasPlace = function() {
  return jspb.Message.getField(this, 4) != null;
};
proto.blit.v2.PurgeRequest.prototype.getContentsOnly = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 5, false));
};
proto.blit.v2.PurgeRequest.prototype.setContentsOnly = function(value) {
  return jspb.Message.setProto3BooleanField(this, 5, value);
};
proto.blit.v2.PurgeRequest.prototype.getRulesList = function() {
  return  (
    jspb.Message.getRepeatedWrapperField(this, proto.blit.v2.FilterRule, 6));
};
proto.blit.v2.PurgeRequest.prototype.setRulesList = function(value) {
  return jspb.Message.setRepeatedWrapperField(this, 6, value);
};
proto.blit.v2.PurgeRequest.prototype.addRules = function(opt_value, opt_index) {
  return jspb.Message.addToRepeatedWrapperField(this, 6, opt_value, proto.blit.v2.FilterRule, opt_index);
};
proto.blit.v2.PurgeRequest.prototype.clearRulesList = function() {
  return this.setRulesList([]);
};
proto.blit.v2.PurgeRequest.prototype.getMinSize = function() {
  return  (jspb.Message.getFieldWithDefault(this, 7, 0));
};
proto.blit.v2.PurgeRequest.prototype.setMinSize = function(value) {
  return jspb.Message.setField(this, 7, value);
};
proto.blit.v2.PurgeRequest.prototype.clearMinSize = function() {
  return jspb.Message.setField(this, 7, undefined);
};
proto.blit.v2.PurgeRequest.prototype.hasMinSize = function() {
  return jspb.Message.getField(this, 7) != null;
};
proto.blit.v2.PurgeRequest.prototype.getMaxSize = function() {
  return  (jspb.Message.getFieldWithDefault(this, 8, 0));
};
proto.blit.v2.PurgeRequest.prototype.setMaxSize = function(value) {
  return jspb.Message.setField(this, 8, value);
};
proto.blit.v2.PurgeRequest.prototype.clearMaxSize = function() {
  return jspb.Message.setField(this, 8, undefined);
};
proto.blit.v2.PurgeRequest.prototype.hasMaxSize = function() {
  return jspb.Message.getField(this, 8) != null;
};
proto.blit.v2.PurgeRequest.prototype.getModifiedAfterNanos = function() {
  return  (jspb.Message.getFieldWithDefault(this, 9, "0"));
};
proto.blit.v2.PurgeRequest.prototype.setModifiedAfterNanos = function(value) {
  return jspb.Message.setField(this, 9, value);
};
proto.blit.v2.PurgeRequest.prototype.clearModifiedAfterNanos = function() {
  return jspb.Message.setField(this, 9, undefined);
};
proto.blit.v2.PurgeRequest.prototype.hasModifiedAfterNanos = function() {
  return jspb.Message.getField(this, 9) != null;
};
proto.blit.v2.PurgeRequest.prototype.getModifiedBeforeNanos = function() {
  return  (jspb.Message.getFieldWithDefault(this, 10, "0"));
};
proto.blit.v2.PurgeRequest.prototype.setModifiedBeforeNanos = function(value) {
  return jspb.Message.setField(this, 10, value);
};
proto.blit.v2.PurgeRequest.prototype.clearModifiedBeforeNanos = function() {
  return jspb.Message.setField(this, 10, undefined);
};
proto.blit.v2.PurgeRequest.prototype.hasModifiedBeforeNanos = function() {
  return jspb.Message.getField(this, 10) != null;
};
proto.blit.v2.PurgeRequest.prototype.getDryRun = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 11, false));
};
proto.blit.v2.PurgeRequest.prototype.setDryRun = function(value) {
  return jspb.Message.setProto3BooleanField(this, 11, value);
};
proto.blit.v2.PurgeRequest.prototype.getMaxDelete = function() {
  return  (jspb.Message.getFieldWithDefault(this, 12, 0));
};
proto.blit.v2.PurgeRequest.prototype.setMaxDelete = function(value) {
  return jspb.Message.setField(this, 12, value);
};
proto.blit.v2.PurgeRequest.prototype.clearMaxDelete = function() {
  return jspb.Message.setField(this, 12, undefined);
};
proto.blit.v2.PurgeRequest.prototype.hasMaxDelete = function() {
  return jspb.Message.getField(this, 12) != null;
};
proto.blit.v2.PurgeRequest.prototype.getAgreedEntries = function() {
  return  (jspb.Message.getFieldWithDefault(this, 13, 0));
};
proto.blit.v2.PurgeRequest.prototype.setAgreedEntries = function(value) {
  return jspb.Message.setField(this, 13, value);
};
proto.blit.v2.PurgeRequest.prototype.clearAgreedEntries = function() {
  return jspb.Message.setField(this, 13, undefined);
};
proto.blit.v2.PurgeRequest.prototype.hasAgreedEntries = function() {
  return jspb.Message.getField(this, 13) != null;
};
proto.blit.v2.PurgeRequest.prototype.getAgreedBytes = function() {
  return  (jspb.Message.getFieldWithDefault(this, 14, 0));
};
proto.blit.v2.PurgeRequest.prototype.setAgreedBytes = function(value) {
  return jspb.Message.setField(this, 14, value);
};
proto.blit.v2.PurgeRequest.prototype.clearAgreedBytes = function() {
  return jspb.Message.setField(this, 14, undefined);
};
proto.blit.v2.PurgeRequest.prototype.hasAgreedBytes = function() {
  return jspb.Message.getField(this, 14) != null;
};
proto.blit.v2.PurgeResponse.repeatedFields_ = [5,6];
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.PurgeResponse.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.PurgeResponse.toObject(opt_includeInstance, this);
};
proto.blit.v2.PurgeResponse.toObject = function(includeInstance, msg) {
  var f, obj = {
    filesDeleted: jspb.Message.getFieldWithDefault(msg, 1, 0),
    dirsDeleted: jspb.Message.getFieldWithDefault(msg, 2, 0),
    bytesDeleted: jspb.Message.getFieldWithDefault(msg, 3, 0),
    entries: jspb.Message.getFieldWithDefault(msg, 4, 0),
    sampleList: msg.getSampleList_asB64(),
    failuresList: jspb.Message.toObjectList(msg.getFailuresList(),
    proto.blit.v2.Failure.toObject, includeInstance),
    error: (f = msg.getError()) && proto.blit.v2.Failure.toObject(includeInstance, f),
    othersDeleted: jspb.Message.getFieldWithDefault(msg, 8, 0)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.PurgeResponse.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.PurgeResponse;
  return proto.blit.v2.PurgeResponse.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.PurgeResponse.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readUint64());
      msg.setFilesDeleted(value);
      break;
    case 2:
      var value =  (reader.readUint64());
      msg.setDirsDeleted(value);
      break;
    case 3:
      var value =  (reader.readUint64());
      msg.setBytesDeleted(value);
      break;
    case 4:
      var value =  (reader.readUint64());
      msg.setEntries(value);
      break;
    case 5:
      var value =  (reader.readBytes());
      msg.addSample(value);
      break;
    case 6:
      var value = new proto.blit.v2.Failure;
      reader.readMessage(value,proto.blit.v2.Failure.deserializeBinaryFromReader);
      msg.addFailures(value);
      break;
    case 7:
      var value = new proto.blit.v2.Failure;
      reader.readMessage(value,proto.blit.v2.Failure.deserializeBinaryFromReader);
      msg.setError(value);
      break;
    case 8:
      var value =  (reader.readUint64());
      msg.setOthersDeleted(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.PurgeResponse.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.PurgeResponse.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.PurgeResponse.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getFilesDeleted();
  if (f !== 0) {
    writer.writeUint64(
      1,
      f
    );
  }
  f = message.getDirsDeleted();
  if (f !== 0) {
    writer.writeUint64(
      2,
      f
    );
  }
  f = message.getBytesDeleted();
  if (f !== 0) {
    writer.writeUint64(
      3,
      f
    );
  }
  f = message.getEntries();
  if (f !== 0) {
    writer.writeUint64(
      4,
      f
    );
  }
  f = message.getSampleList_asU8();
  if (f.length > 0) {
    writer.writeRepeatedBytes(
      5,
      f
    );
  }
  f = message.getFailuresList();
  if (f.length > 0) {
    writer.writeRepeatedMessage(
      6,
      f,
      proto.blit.v2.Failure.serializeBinaryToWriter
    );
  }
  f = message.getError();
  if (f != null) {
    writer.writeMessage(
      7,
      f,
      proto.blit.v2.Failure.serializeBinaryToWriter
    );
  }
  f = message.getOthersDeleted();
  if (f !== 0) {
    writer.writeUint64(
      8,
      f
    );
  }
};
proto.blit.v2.PurgeResponse.prototype.getFilesDeleted = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, 0));
};
proto.blit.v2.PurgeResponse.prototype.setFilesDeleted = function(value) {
  return jspb.Message.setProto3IntField(this, 1, value);
};
proto.blit.v2.PurgeResponse.prototype.getDirsDeleted = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, 0));
};
proto.blit.v2.PurgeResponse.prototype.setDirsDeleted = function(value) {
  return jspb.Message.setProto3IntField(this, 2, value);
};
proto.blit.v2.PurgeResponse.prototype.getBytesDeleted = function() {
  return  (jspb.Message.getFieldWithDefault(this, 3, 0));
};
proto.blit.v2.PurgeResponse.prototype.setBytesDeleted = function(value) {
  return jspb.Message.setProto3IntField(this, 3, value);
};
proto.blit.v2.PurgeResponse.prototype.getEntries = function() {
  return  (jspb.Message.getFieldWithDefault(this, 4, 0));
};
proto.blit.v2.PurgeResponse.prototype.setEntries = function(value) {
  return jspb.Message.setProto3IntField(this, 4, value);
};
proto.blit.v2.PurgeResponse.prototype.getSampleList = function() {
  return  (jspb.Message.getRepeatedField(this, 5));
};
proto.blit.v2.PurgeResponse.prototype.getSampleList_asB64 = function() {
  return  (jspb.Message.bytesListAsB64(
      this.getSampleList()));
};
proto.blit.v2.PurgeResponse.prototype.getSampleList_asU8 = function() {
  return  (jspb.Message.bytesListAsU8(
      this.getSampleList()));
};
proto.blit.v2.PurgeResponse.prototype.setSampleList = function(value) {
  return jspb.Message.setField(this, 5, value || []);
};
proto.blit.v2.PurgeResponse.prototype.addSample = function(value, opt_index) {
  return jspb.Message.addToRepeatedField(this, 5, value, opt_index);
};
proto.blit.v2.PurgeResponse.prototype.clearSampleList = function() {
  return this.setSampleList([]);
};
proto.blit.v2.PurgeResponse.prototype.getFailuresList = function() {
  return  (
    jspb.Message.getRepeatedWrapperField(this, proto.blit.v2.Failure, 6));
};
proto.blit.v2.PurgeResponse.prototype.setFailuresList = function(value) {
  return jspb.Message.setRepeatedWrapperField(this, 6, value);
};
proto.blit.v2.PurgeResponse.prototype.addFailures = function(opt_value, opt_index) {
  return jspb.Message.addToRepeatedWrapperField(this, 6, opt_value, proto.blit.v2.Failure, opt_index);
};
proto.blit.v2.PurgeResponse.prototype.clearFailuresList = function() {
  return this.setFailuresList([]);
};
proto.blit.v2.PurgeResponse.prototype.getError = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Failure, 7));
};
proto.blit.v2.PurgeResponse.prototype.setError = function(value) {
  return jspb.Message.setWrapperField(this, 7, value);
};
proto.blit.v2.PurgeResponse.prototype.clearError = function() {
  return this.setError(undefined);
};
proto.blit.v2.PurgeResponse.prototype.hasError = function() {
  return jspb.Message.getField(this, 7) != null;
};
proto.blit.v2.PurgeResponse.prototype.getOthersDeleted = function() {
  return  (jspb.Message.getFieldWithDefault(this, 8, 0));
};
proto.blit.v2.PurgeResponse.prototype.setOthersDeleted = function(value) {
  return jspb.Message.setProto3IntField(this, 8, value);
};
proto.blit.v2.ChangeRequest.oneofGroups_ = [[2,3,4,5,6,7,8,9]];
proto.blit.v2.ChangeRequest.ChangeCase = {
  CHANGE_NOT_SET: 0,
  MAKE_DIRECTORY: 2,
  MAKE_SYMLINK: 3,
  REMOVE: 4,
  RENAME: 5,
  SET_METADATA: 6,
  MAKE_HARD_LINK: 7,
  MAKE_SPECIAL: 8,
  SYNC: 9
};
proto.blit.v2.ChangeRequest.prototype.getChangeCase = function() {
  return (jspb.Message.computeOneofCase(this, proto.blit.v2.ChangeRequest.oneofGroups_[0]));
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.ChangeRequest.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.ChangeRequest.toObject(opt_includeInstance, this);
};
proto.blit.v2.ChangeRequest.toObject = function(includeInstance, msg) {
  var f, obj = {
    place: (f = msg.getPlace()) && proto.blit.v2.Place.toObject(includeInstance, f),
    makeDirectory: (f = msg.getMakeDirectory()) && proto.blit.v2.MakeDirectory.toObject(includeInstance, f),
    makeSymlink: (f = msg.getMakeSymlink()) && proto.blit.v2.MakeSymlink.toObject(includeInstance, f),
    remove: (f = msg.getRemove()) && proto.blit.v2.Remove.toObject(includeInstance, f),
    rename: (f = msg.getRename()) && proto.blit.v2.Rename.toObject(includeInstance, f),
    setMetadata: (f = msg.getSetMetadata()) && proto.blit.v2.SetMetadata.toObject(includeInstance, f),
    makeHardLink: (f = msg.getMakeHardLink()) && proto.blit.v2.MakeHardLink.toObject(includeInstance, f),
    makeSpecial: (f = msg.getMakeSpecial()) && proto.blit.v2.MakeSpecial.toObject(includeInstance, f),
    sync: (f = msg.getSync()) && proto.blit.v2.Sync.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.ChangeRequest.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.ChangeRequest;
  return proto.blit.v2.ChangeRequest.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.ChangeRequest.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.Place;
      reader.readMessage(value,proto.blit.v2.Place.deserializeBinaryFromReader);
      msg.setPlace(value);
      break;
    case 2:
      var value = new proto.blit.v2.MakeDirectory;
      reader.readMessage(value,proto.blit.v2.MakeDirectory.deserializeBinaryFromReader);
      msg.setMakeDirectory(value);
      break;
    case 3:
      var value = new proto.blit.v2.MakeSymlink;
      reader.readMessage(value,proto.blit.v2.MakeSymlink.deserializeBinaryFromReader);
      msg.setMakeSymlink(value);
      break;
    case 4:
      var value = new proto.blit.v2.Remove;
      reader.readMessage(value,proto.blit.v2.Remove.deserializeBinaryFromReader);
      msg.setRemove(value);
      break;
    case 5:
      var value = new proto.blit.v2.Rename;
      reader.readMessage(value,proto.blit.v2.Rename.deserializeBinaryFromReader);
      msg.setRename(value);
      break;
    case 6:
      var value = new proto.blit.v2.SetMetadata;
      reader.readMessage(value,proto.blit.v2.SetMetadata.deserializeBinaryFromReader);
      msg.setSetMetadata(value);
      break;
    case 7:
      var value = new proto.blit.v2.MakeHardLink;
      reader.readMessage(value,proto.blit.v2.MakeHardLink.deserializeBinaryFromReader);
      msg.setMakeHardLink(value);
      break;
    case 8:
      var value = new proto.blit.v2.MakeSpecial;
      reader.readMessage(value,proto.blit.v2.MakeSpecial.deserializeBinaryFromReader);
      msg.setMakeSpecial(value);
      break;
    case 9:
      var value = new proto.blit.v2.Sync;
      reader.readMessage(value,proto.blit.v2.Sync.deserializeBinaryFromReader);
      msg.setSync(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.ChangeRequest.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.ChangeRequest.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.ChangeRequest.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getPlace();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.Place.serializeBinaryToWriter
    );
  }
  f = message.getMakeDirectory();
  if (f != null) {
    writer.writeMessage(
      2,
      f,
      proto.blit.v2.MakeDirectory.serializeBinaryToWriter
    );
  }
  f = message.getMakeSymlink();
  if (f != null) {
    writer.writeMessage(
      3,
      f,
      proto.blit.v2.MakeSymlink.serializeBinaryToWriter
    );
  }
  f = message.getRemove();
  if (f != null) {
    writer.writeMessage(
      4,
      f,
      proto.blit.v2.Remove.serializeBinaryToWriter
    );
  }
  f = message.getRename();
  if (f != null) {
    writer.writeMessage(
      5,
      f,
      proto.blit.v2.Rename.serializeBinaryToWriter
    );
  }
  f = message.getSetMetadata();
  if (f != null) {
    writer.writeMessage(
      6,
      f,
      proto.blit.v2.SetMetadata.serializeBinaryToWriter
    );
  }
  f = message.getMakeHardLink();
  if (f != null) {
    writer.writeMessage(
      7,
      f,
      proto.blit.v2.MakeHardLink.serializeBinaryToWriter
    );
  }
  f = message.getMakeSpecial();
  if (f != null) {
    writer.writeMessage(
      8,
      f,
      proto.blit.v2.MakeSpecial.serializeBinaryToWriter
    );
  }
  f = message.getSync();
  if (f != null) {
    writer.writeMessage(
      9,
      f,
      proto.blit.v2.Sync.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.ChangeRequest.prototype.getPlace = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Place, 1));
};
proto.blit.v2.ChangeRequest.prototype.setPlace = function(value) {
  return jspb.Message.setWrapperField(this, 1, value);
};
proto.blit.v2.ChangeRequest.prototype.clearPlace = function() {
  return this.setPlace(undefined);
};
proto.blit.v2.ChangeRequest.prototype.hasPlace = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.ChangeRequest.prototype.getMakeDirectory = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.MakeDirectory, 2));
};
proto.blit.v2.ChangeRequest.prototype.setMakeDirectory = function(value) {
  return jspb.Message.setOneofWrapperField(this, 2, proto.blit.v2.ChangeRequest.oneofGroups_[0], value);
};
proto.blit.v2.ChangeRequest.prototype.clearMakeDirectory = function() {
  return this.setMakeDirectory(undefined);
};
proto.blit.v2.ChangeRequest.prototype.hasMakeDirectory = function() {
  return jspb.Message.getField(this, 2) != null;
};
proto.blit.v2.ChangeRequest.prototype.getMakeSymlink = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.MakeSymlink, 3));
};
proto.blit.v2.ChangeRequest.prototype.setMakeSymlink = function(value) {
  return jspb.Message.setOneofWrapperField(this, 3, proto.blit.v2.ChangeRequest.oneofGroups_[0], value);
};
proto.blit.v2.ChangeRequest.prototype.clearMakeSymlink = function() {
  return this.setMakeSymlink(undefined);
};
proto.blit.v2.ChangeRequest.prototype.hasMakeSymlink = function() {
  return jspb.Message.getField(this, 3) != null;
};
proto.blit.v2.ChangeRequest.prototype.getRemove = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Remove, 4));
};
proto.blit.v2.ChangeRequest.prototype.setRemove = function(value) {
  return jspb.Message.setOneofWrapperField(this, 4, proto.blit.v2.ChangeRequest.oneofGroups_[0], value);
};
proto.blit.v2.ChangeRequest.prototype.clearRemove = function() {
  return this.setRemove(undefined);
};
proto.blit.v2.ChangeRequest.prototype.hasRemove = function() {
  return jspb.Message.getField(this, 4) != null;
};
proto.blit.v2.ChangeRequest.prototype.getRename = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Rename, 5));
};
proto.blit.v2.ChangeRequest.prototype.setRename = function(value) {
  return jspb.Message.setOneofWrapperField(this, 5, proto.blit.v2.ChangeRequest.oneofGroups_[0], value);
};
proto.blit.v2.ChangeRequest.prototype.clearRename = function() {
  return this.setRename(undefined);
};
proto.blit.v2.ChangeRequest.prototype.hasRename = function() {
  return jspb.Message.getField(this, 5) != null;
};
proto.blit.v2.ChangeRequest.prototype.getSetMetadata = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.SetMetadata, 6));
};
proto.blit.v2.ChangeRequest.prototype.setSetMetadata = function(value) {
  return jspb.Message.setOneofWrapperField(this, 6, proto.blit.v2.ChangeRequest.oneofGroups_[0], value);
};
proto.blit.v2.ChangeRequest.prototype.clearSetMetadata = function() {
  return this.setSetMetadata(undefined);
};
proto.blit.v2.ChangeRequest.prototype.hasSetMetadata = function() {
  return jspb.Message.getField(this, 6) != null;
};
proto.blit.v2.ChangeRequest.prototype.getMakeHardLink = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.MakeHardLink, 7));
};
proto.blit.v2.ChangeRequest.prototype.setMakeHardLink = function(value) {
  return jspb.Message.setOneofWrapperField(this, 7, proto.blit.v2.ChangeRequest.oneofGroups_[0], value);
};
proto.blit.v2.ChangeRequest.prototype.clearMakeHardLink = function() {
  return this.setMakeHardLink(undefined);
};
proto.blit.v2.ChangeRequest.prototype.hasMakeHardLink = function() {
  return jspb.Message.getField(this, 7) != null;
};
proto.blit.v2.ChangeRequest.prototype.getMakeSpecial = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.MakeSpecial, 8));
};
proto.blit.v2.ChangeRequest.prototype.setMakeSpecial = function(value) {
  return jspb.Message.setOneofWrapperField(this, 8, proto.blit.v2.ChangeRequest.oneofGroups_[0], value);
};
proto.blit.v2.ChangeRequest.prototype.clearMakeSpecial = function() {
  return this.setMakeSpecial(undefined);
};
proto.blit.v2.ChangeRequest.prototype.hasMakeSpecial = function() {
  return jspb.Message.getField(this, 8) != null;
};
proto.blit.v2.ChangeRequest.prototype.getSync = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Sync, 9));
};
proto.blit.v2.ChangeRequest.prototype.setSync = function(value) {
  return jspb.Message.setOneofWrapperField(this, 9, proto.blit.v2.ChangeRequest.oneofGroups_[0], value);
};
proto.blit.v2.ChangeRequest.prototype.clearSync = function() {
  return this.setSync(undefined);
};
proto.blit.v2.ChangeRequest.prototype.hasSync = function() {
  return jspb.Message.getField(this, 9) != null;
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.ChangeResponse.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.ChangeResponse.toObject(opt_includeInstance, this);
};
proto.blit.v2.ChangeResponse.toObject = function(includeInstance, msg) {
  var f, obj = {
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.ChangeResponse.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.ChangeResponse;
  return proto.blit.v2.ChangeResponse.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.ChangeResponse.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.ChangeResponse.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.ChangeResponse.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.ChangeResponse.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.MakeDirectory.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.MakeDirectory.toObject(opt_includeInstance, this);
};
proto.blit.v2.MakeDirectory.toObject = function(includeInstance, msg) {
  var f, obj = {
    parents: jspb.Message.getBooleanFieldWithDefault(msg, 1, false)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.MakeDirectory.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.MakeDirectory;
  return proto.blit.v2.MakeDirectory.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.MakeDirectory.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readBool());
      msg.setParents(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.MakeDirectory.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.MakeDirectory.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.MakeDirectory.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getParents();
  if (f) {
    writer.writeBool(
      1,
      f
    );
  }
};
proto.blit.v2.MakeDirectory.prototype.getParents = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 1, false));
};
proto.blit.v2.MakeDirectory.prototype.setParents = function(value) {
  return jspb.Message.setProto3BooleanField(this, 1, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.MakeSymlink.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.MakeSymlink.toObject(opt_includeInstance, this);
};
proto.blit.v2.MakeSymlink.toObject = function(includeInstance, msg) {
  var f, obj = {
    target: msg.getTarget_asB64(),
    mtimeSeconds: jspb.Message.getFieldWithDefault(msg, 2, 0),
    mtimeNanos: jspb.Message.getFieldWithDefault(msg, 3, 0)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.MakeSymlink.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.MakeSymlink;
  return proto.blit.v2.MakeSymlink.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.MakeSymlink.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readBytes());
      msg.setTarget(value);
      break;
    case 2:
      var value =  (reader.readSint64());
      msg.setMtimeSeconds(value);
      break;
    case 3:
      var value =  (reader.readUint32());
      msg.setMtimeNanos(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.MakeSymlink.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.MakeSymlink.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.MakeSymlink.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getTarget_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      1,
      f
    );
  }
  f =  (jspb.Message.getField(message, 2));
  if (f != null) {
    writer.writeSint64(
      2,
      f
    );
  }
  f = message.getMtimeNanos();
  if (f !== 0) {
    writer.writeUint32(
      3,
      f
    );
  }
};
proto.blit.v2.MakeSymlink.prototype.getTarget = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, ""));
};
proto.blit.v2.MakeSymlink.prototype.getTarget_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getTarget()));
};
proto.blit.v2.MakeSymlink.prototype.getTarget_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getTarget()));
};
proto.blit.v2.MakeSymlink.prototype.setTarget = function(value) {
  return jspb.Message.setProto3BytesField(this, 1, value);
};
proto.blit.v2.MakeSymlink.prototype.getMtimeSeconds = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, 0));
};
proto.blit.v2.MakeSymlink.prototype.setMtimeSeconds = function(value) {
  return jspb.Message.setField(this, 2, value);
};
proto.blit.v2.MakeSymlink.prototype.clearMtimeSeconds = function() {
  return jspb.Message.setField(this, 2, undefined);
};
proto.blit.v2.MakeSymlink.prototype.hasMtimeSeconds = function() {
  return jspb.Message.getField(this, 2) != null;
};
proto.blit.v2.MakeSymlink.prototype.getMtimeNanos = function() {
  return  (jspb.Message.getFieldWithDefault(this, 3, 0));
};
proto.blit.v2.MakeSymlink.prototype.setMtimeNanos = function(value) {
  return jspb.Message.setProto3IntField(this, 3, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Remove.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Remove.toObject(opt_includeInstance, this);
};
proto.blit.v2.Remove.toObject = function(includeInstance, msg) {
  var f, obj = {
    expect: (f = msg.getExpect()) && proto.blit.v2.EntryColumns.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Remove.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Remove;
  return proto.blit.v2.Remove.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Remove.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.EntryColumns;
      reader.readMessage(value,proto.blit.v2.EntryColumns.deserializeBinaryFromReader);
      msg.setExpect(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Remove.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Remove.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Remove.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getExpect();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.EntryColumns.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.Remove.prototype.getExpect = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.EntryColumns, 1));
};
proto.blit.v2.Remove.prototype.setExpect = function(value) {
  return jspb.Message.setWrapperField(this, 1, value);
};
proto.blit.v2.Remove.prototype.clearExpect = function() {
  return this.setExpect(undefined);
};
proto.blit.v2.Remove.prototype.hasExpect = function() {
  return jspb.Message.getField(this, 1) != null;
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Rename.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Rename.toObject(opt_includeInstance, this);
};
proto.blit.v2.Rename.toObject = function(includeInstance, msg) {
  var f, obj = {
    to: msg.getTo_asB64(),
    keep: jspb.Message.getBooleanFieldWithDefault(msg, 2, false)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Rename.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Rename;
  return proto.blit.v2.Rename.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Rename.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readBytes());
      msg.setTo(value);
      break;
    case 2:
      var value =  (reader.readBool());
      msg.setKeep(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Rename.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Rename.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Rename.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getTo_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      1,
      f
    );
  }
  f = message.getKeep();
  if (f) {
    writer.writeBool(
      2,
      f
    );
  }
};
proto.blit.v2.Rename.prototype.getTo = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, ""));
};
proto.blit.v2.Rename.prototype.getTo_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getTo()));
};
proto.blit.v2.Rename.prototype.getTo_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getTo()));
};
proto.blit.v2.Rename.prototype.setTo = function(value) {
  return jspb.Message.setProto3BytesField(this, 1, value);
};
proto.blit.v2.Rename.prototype.getKeep = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 2, false));
};
proto.blit.v2.Rename.prototype.setKeep = function(value) {
  return jspb.Message.setProto3BooleanField(this, 2, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.SetMetadata.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.SetMetadata.toObject(opt_includeInstance, this);
};
proto.blit.v2.SetMetadata.toObject = function(includeInstance, msg) {
  var f, obj = {
    mode: jspb.Message.getFieldWithDefault(msg, 1, 0),
    mtimeSeconds: jspb.Message.getFieldWithDefault(msg, 2, 0),
    mtimeNanos: jspb.Message.getFieldWithDefault(msg, 3, 0),
    uid: jspb.Message.getFieldWithDefault(msg, 4, 0),
    gid: jspb.Message.getFieldWithDefault(msg, 5, 0),
    hasXattrs: jspb.Message.getBooleanFieldWithDefault(msg, 6, false),
    xattrs: (f = msg.getXattrs()) && proto.blit.v2.Xattrs.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.SetMetadata.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.SetMetadata;
  return proto.blit.v2.SetMetadata.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.SetMetadata.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readUint32());
      msg.setMode(value);
      break;
    case 2:
      var value =  (reader.readSint64());
      msg.setMtimeSeconds(value);
      break;
    case 3:
      var value =  (reader.readUint32());
      msg.setMtimeNanos(value);
      break;
    case 4:
      var value =  (reader.readUint32());
      msg.setUid(value);
      break;
    case 5:
      var value =  (reader.readUint32());
      msg.setGid(value);
      break;
    case 6:
      var value =  (reader.readBool());
      msg.setHasXattrs(value);
      break;
    case 7:
      var value = new proto.blit.v2.Xattrs;
      reader.readMessage(value,proto.blit.v2.Xattrs.deserializeBinaryFromReader);
      msg.setXattrs(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.SetMetadata.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.SetMetadata.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.SetMetadata.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f =  (jspb.Message.getField(message, 1));
  if (f != null) {
    writer.writeUint32(
      1,
      f
    );
  }
  f =  (jspb.Message.getField(message, 2));
  if (f != null) {
    writer.writeSint64(
      2,
      f
    );
  }
  f = message.getMtimeNanos();
  if (f !== 0) {
    writer.writeUint32(
      3,
      f
    );
  }
  f =  (jspb.Message.getField(message, 4));
  if (f != null) {
    writer.writeUint32(
      4,
      f
    );
  }
  f =  (jspb.Message.getField(message, 5));
  if (f != null) {
    writer.writeUint32(
      5,
      f
    );
  }
  f = message.getHasXattrs();
  if (f) {
    writer.writeBool(
      6,
      f
    );
  }
  f = message.getXattrs();
  if (f != null) {
    writer.writeMessage(
      7,
      f,
      proto.blit.v2.Xattrs.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.SetMetadata.prototype.getMode = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, 0));
};
proto.blit.v2.SetMetadata.prototype.setMode = function(value) {
  return jspb.Message.setField(this, 1, value);
};
proto.blit.v2.SetMetadata.prototype.clearMode = function() {
  return jspb.Message.setField(this, 1, undefined);
};
proto.blit.v2.SetMetadata.prototype.hasMode = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.SetMetadata.prototype.getMtimeSeconds = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, 0));
};
proto.blit.v2.SetMetadata.prototype.setMtimeSeconds = function(value) {
  return jspb.Message.setField(this, 2, value);
};
proto.blit.v2.SetMetadata.prototype.clearMtimeSeconds = function() {
  return jspb.Message.setField(this, 2, undefined);
};
proto.blit.v2.SetMetadata.prototype.hasMtimeSeconds = function() {
  return jspb.Message.getField(this, 2) != null;
};
proto.blit.v2.SetMetadata.prototype.getMtimeNanos = function() {
  return  (jspb.Message.getFieldWithDefault(this, 3, 0));
};
proto.blit.v2.SetMetadata.prototype.setMtimeNanos = function(value) {
  return jspb.Message.setProto3IntField(this, 3, value);
};
proto.blit.v2.SetMetadata.prototype.getUid = function() {
  return  (jspb.Message.getFieldWithDefault(this, 4, 0));
};
proto.blit.v2.SetMetadata.prototype.setUid = function(value) {
  return jspb.Message.setField(this, 4, value);
};
proto.blit.v2.SetMetadata.prototype.clearUid = function() {
  return jspb.Message.setField(this, 4, undefined);
};
proto.blit.v2.SetMetadata.prototype.hasUid = function() {
  return jspb.Message.getField(this, 4) != null;
};
proto.blit.v2.SetMetadata.prototype.getGid = function() {
  return  (jspb.Message.getFieldWithDefault(this, 5, 0));
};
proto.blit.v2.SetMetadata.prototype.setGid = function(value) {
  return jspb.Message.setField(this, 5, value);
};
proto.blit.v2.SetMetadata.prototype.clearGid = function() {
  return jspb.Message.setField(this, 5, undefined);
};
proto.blit.v2.SetMetadata.prototype.hasGid = function() {
  return jspb.Message.getField(this, 5) != null;
};
proto.blit.v2.SetMetadata.prototype.getHasXattrs = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 6, false));
};
proto.blit.v2.SetMetadata.prototype.setHasXattrs = function(value) {
  return jspb.Message.setProto3BooleanField(this, 6, value);
};
proto.blit.v2.SetMetadata.prototype.getXattrs = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Xattrs, 7));
};
proto.blit.v2.SetMetadata.prototype.setXattrs = function(value) {
  return jspb.Message.setWrapperField(this, 7, value);
};
proto.blit.v2.SetMetadata.prototype.clearXattrs = function() {
  return this.setXattrs(undefined);
};
proto.blit.v2.SetMetadata.prototype.hasXattrs = function() {
  return jspb.Message.getField(this, 7) != null;
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.MakeHardLink.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.MakeHardLink.toObject(opt_includeInstance, this);
};
proto.blit.v2.MakeHardLink.toObject = function(includeInstance, msg) {
  var f, obj = {
    existing: msg.getExisting_asB64()
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.MakeHardLink.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.MakeHardLink;
  return proto.blit.v2.MakeHardLink.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.MakeHardLink.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readBytes());
      msg.setExisting(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.MakeHardLink.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.MakeHardLink.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.MakeHardLink.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getExisting_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      1,
      f
    );
  }
};
proto.blit.v2.MakeHardLink.prototype.getExisting = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, ""));
};
proto.blit.v2.MakeHardLink.prototype.getExisting_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getExisting()));
};
proto.blit.v2.MakeHardLink.prototype.getExisting_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getExisting()));
};
proto.blit.v2.MakeHardLink.prototype.setExisting = function(value) {
  return jspb.Message.setProto3BytesField(this, 1, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.MakeSpecial.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.MakeSpecial.toObject(opt_includeInstance, this);
};
proto.blit.v2.MakeSpecial.toObject = function(includeInstance, msg) {
  var f, obj = {
    entry: (f = msg.getEntry()) && proto.blit.v2.EntryColumns.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.MakeSpecial.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.MakeSpecial;
  return proto.blit.v2.MakeSpecial.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.MakeSpecial.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.EntryColumns;
      reader.readMessage(value,proto.blit.v2.EntryColumns.deserializeBinaryFromReader);
      msg.setEntry(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.MakeSpecial.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.MakeSpecial.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.MakeSpecial.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getEntry();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.EntryColumns.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.MakeSpecial.prototype.getEntry = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.EntryColumns, 1));
};
proto.blit.v2.MakeSpecial.prototype.setEntry = function(value) {
  return jspb.Message.setWrapperField(this, 1, value);
};
proto.blit.v2.MakeSpecial.prototype.clearEntry = function() {
  return this.setEntry(undefined);
};
proto.blit.v2.MakeSpecial.prototype.hasEntry = function() {
  return jspb.Message.getField(this, 1) != null;
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Sync.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Sync.toObject(opt_includeInstance, this);
};
proto.blit.v2.Sync.toObject = function(includeInstance, msg) {
  var f, obj = {
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Sync.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Sync;
  return proto.blit.v2.Sync.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Sync.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Sync.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Sync.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Sync.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
};
proto.blit.v2.WriteRequest.oneofGroups_ = [[1,2]];
proto.blit.v2.WriteRequest.PayloadCase = {
  PAYLOAD_NOT_SET: 0,
  HEADER: 1,
  FILE: 2
};
proto.blit.v2.WriteRequest.prototype.getPayloadCase = function() {
  return (jspb.Message.computeOneofCase(this, proto.blit.v2.WriteRequest.oneofGroups_[0]));
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.WriteRequest.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.WriteRequest.toObject(opt_includeInstance, this);
};
proto.blit.v2.WriteRequest.toObject = function(includeInstance, msg) {
  var f, obj = {
    header: (f = msg.getHeader()) && proto.blit.v2.WriteHeader.toObject(includeInstance, f),
    file: (f = msg.getFile()) && proto.blit.v2.WriteFile.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.WriteRequest.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.WriteRequest;
  return proto.blit.v2.WriteRequest.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.WriteRequest.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.WriteHeader;
      reader.readMessage(value,proto.blit.v2.WriteHeader.deserializeBinaryFromReader);
      msg.setHeader(value);
      break;
    case 2:
      var value = new proto.blit.v2.WriteFile;
      reader.readMessage(value,proto.blit.v2.WriteFile.deserializeBinaryFromReader);
      msg.setFile(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.WriteRequest.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.WriteRequest.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.WriteRequest.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getHeader();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.WriteHeader.serializeBinaryToWriter
    );
  }
  f = message.getFile();
  if (f != null) {
    writer.writeMessage(
      2,
      f,
      proto.blit.v2.WriteFile.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.WriteRequest.prototype.getHeader = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.WriteHeader, 1));
};
proto.blit.v2.WriteRequest.prototype.setHeader = function(value) {
  return jspb.Message.setOneofWrapperField(this, 1, proto.blit.v2.WriteRequest.oneofGroups_[0], value);
};
proto.blit.v2.WriteRequest.prototype.clearHeader = function() {
  return this.setHeader(undefined);
};
proto.blit.v2.WriteRequest.prototype.hasHeader = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.WriteRequest.prototype.getFile = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.WriteFile, 2));
};
proto.blit.v2.WriteRequest.prototype.setFile = function(value) {
  return jspb.Message.setOneofWrapperField(this, 2, proto.blit.v2.WriteRequest.oneofGroups_[0], value);
};
proto.blit.v2.WriteRequest.prototype.clearFile = function() {
  return this.setFile(undefined);
};
proto.blit.v2.WriteRequest.prototype.hasFile = function() {
  return jspb.Message.getField(this, 2) != null;
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.WriteHeader.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.WriteHeader.toObject(opt_includeInstance, this);
};
proto.blit.v2.WriteHeader.toObject = function(includeInstance, msg) {
  var f, obj = {
    protocol: (f = msg.getProtocol()) && proto.blit.v2.Protocol.toObject(includeInstance, f),
    module: jspb.Message.getFieldWithDefault(msg, 2, "")
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.WriteHeader.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.WriteHeader;
  return proto.blit.v2.WriteHeader.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.WriteHeader.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.Protocol;
      reader.readMessage(value,proto.blit.v2.Protocol.deserializeBinaryFromReader);
      msg.setProtocol(value);
      break;
    case 2:
      var value =  (reader.readString());
      msg.setModule(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.WriteHeader.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.WriteHeader.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.WriteHeader.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getProtocol();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.Protocol.serializeBinaryToWriter
    );
  }
  f = message.getModule();
  if (f.length > 0) {
    writer.writeString(
      2,
      f
    );
  }
};
proto.blit.v2.WriteHeader.prototype.getProtocol = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Protocol, 1));
};
proto.blit.v2.WriteHeader.prototype.setProtocol = function(value) {
  return jspb.Message.setWrapperField(this, 1, value);
};
proto.blit.v2.WriteHeader.prototype.clearProtocol = function() {
  return this.setProtocol(undefined);
};
proto.blit.v2.WriteHeader.prototype.hasProtocol = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.WriteHeader.prototype.getModule = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, ""));
};
proto.blit.v2.WriteHeader.prototype.setModule = function(value) {
  return jspb.Message.setProto3StringField(this, 2, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.WriteFile.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.WriteFile.toObject(opt_includeInstance, this);
};
proto.blit.v2.WriteFile.toObject = function(includeInstance, msg) {
  var f, obj = {
    index: jspb.Message.getFieldWithDefault(msg, 1, 0),
    path: msg.getPath_asB64(),
    size: jspb.Message.getFieldWithDefault(msg, 3, 0),
    metadata: (f = msg.getMetadata()) && proto.blit.v2.SetMetadata.toObject(includeInstance, f),
    fsync: jspb.Message.getBooleanFieldWithDefault(msg, 5, false)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.WriteFile.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.WriteFile;
  return proto.blit.v2.WriteFile.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.WriteFile.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readUint32());
      msg.setIndex(value);
      break;
    case 2:
      var value =  (reader.readBytes());
      msg.setPath(value);
      break;
    case 3:
      var value =  (reader.readUint64());
      msg.setSize(value);
      break;
    case 4:
      var value = new proto.blit.v2.SetMetadata;
      reader.readMessage(value,proto.blit.v2.SetMetadata.deserializeBinaryFromReader);
      msg.setMetadata(value);
      break;
    case 5:
      var value =  (reader.readBool());
      msg.setFsync(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.WriteFile.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.WriteFile.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.WriteFile.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getIndex();
  if (f !== 0) {
    writer.writeUint32(
      1,
      f
    );
  }
  f = message.getPath_asU8();
  if (f.length > 0) {
    writer.writeBytes(
      2,
      f
    );
  }
  f = message.getSize();
  if (f !== 0) {
    writer.writeUint64(
      3,
      f
    );
  }
  f = message.getMetadata();
  if (f != null) {
    writer.writeMessage(
      4,
      f,
      proto.blit.v2.SetMetadata.serializeBinaryToWriter
    );
  }
  f = message.getFsync();
  if (f) {
    writer.writeBool(
      5,
      f
    );
  }
};
proto.blit.v2.WriteFile.prototype.getIndex = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, 0));
};
proto.blit.v2.WriteFile.prototype.setIndex = function(value) {
  return jspb.Message.setProto3IntField(this, 1, value);
};
proto.blit.v2.WriteFile.prototype.getPath = function() {
  return  (jspb.Message.getFieldWithDefault(this, 2, ""));
};
proto.blit.v2.WriteFile.prototype.getPath_asB64 = function() {
  return  (jspb.Message.bytesAsB64(
      this.getPath()));
};
proto.blit.v2.WriteFile.prototype.getPath_asU8 = function() {
  return  (jspb.Message.bytesAsU8(
      this.getPath()));
};
proto.blit.v2.WriteFile.prototype.setPath = function(value) {
  return jspb.Message.setProto3BytesField(this, 2, value);
};
proto.blit.v2.WriteFile.prototype.getSize = function() {
  return  (jspb.Message.getFieldWithDefault(this, 3, 0));
};
proto.blit.v2.WriteFile.prototype.setSize = function(value) {
  return jspb.Message.setProto3IntField(this, 3, value);
};
proto.blit.v2.WriteFile.prototype.getMetadata = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.SetMetadata, 4));
};
proto.blit.v2.WriteFile.prototype.setMetadata = function(value) {
  return jspb.Message.setWrapperField(this, 4, value);
};
proto.blit.v2.WriteFile.prototype.clearMetadata = function() {
  return this.setMetadata(undefined);
};
proto.blit.v2.WriteFile.prototype.hasMetadata = function() {
  return jspb.Message.getField(this, 4) != null;
};
proto.blit.v2.WriteFile.prototype.getFsync = function() {
  return  (jspb.Message.getBooleanFieldWithDefault(this, 5, false));
};
proto.blit.v2.WriteFile.prototype.setFsync = function(value) {
  return jspb.Message.setProto3BooleanField(this, 5, value);
};
proto.blit.v2.WriteResponse.oneofGroups_ = [[1,2,3,4]];
proto.blit.v2.WriteResponse.PayloadCase = {
  PAYLOAD_NOT_SET: 0,
  NEGOTIATION: 1,
  READY: 2,
  WRITTEN: 3,
  ALIVE: 4
};
proto.blit.v2.WriteResponse.prototype.getPayloadCase = function() {
  return (jspb.Message.computeOneofCase(this, proto.blit.v2.WriteResponse.oneofGroups_[0]));
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.WriteResponse.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.WriteResponse.toObject(opt_includeInstance, this);
};
proto.blit.v2.WriteResponse.toObject = function(includeInstance, msg) {
  var f, obj = {
    negotiation: (f = msg.getNegotiation()) && proto.blit.v2.DataTransferNegotiation.toObject(includeInstance, f),
    ready: (f = msg.getReady()) && proto.blit.v2.WriteReady.toObject(includeInstance, f),
    written: (f = msg.getWritten()) && proto.blit.v2.Written.toObject(includeInstance, f),
    alive: (f = msg.getAlive()) && proto.blit.v2.Alive.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.WriteResponse.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.WriteResponse;
  return proto.blit.v2.WriteResponse.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.WriteResponse.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value = new proto.blit.v2.DataTransferNegotiation;
      reader.readMessage(value,proto.blit.v2.DataTransferNegotiation.deserializeBinaryFromReader);
      msg.setNegotiation(value);
      break;
    case 2:
      var value = new proto.blit.v2.WriteReady;
      reader.readMessage(value,proto.blit.v2.WriteReady.deserializeBinaryFromReader);
      msg.setReady(value);
      break;
    case 3:
      var value = new proto.blit.v2.Written;
      reader.readMessage(value,proto.blit.v2.Written.deserializeBinaryFromReader);
      msg.setWritten(value);
      break;
    case 4:
      var value = new proto.blit.v2.Alive;
      reader.readMessage(value,proto.blit.v2.Alive.deserializeBinaryFromReader);
      msg.setAlive(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.WriteResponse.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.WriteResponse.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.WriteResponse.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getNegotiation();
  if (f != null) {
    writer.writeMessage(
      1,
      f,
      proto.blit.v2.DataTransferNegotiation.serializeBinaryToWriter
    );
  }
  f = message.getReady();
  if (f != null) {
    writer.writeMessage(
      2,
      f,
      proto.blit.v2.WriteReady.serializeBinaryToWriter
    );
  }
  f = message.getWritten();
  if (f != null) {
    writer.writeMessage(
      3,
      f,
      proto.blit.v2.Written.serializeBinaryToWriter
    );
  }
  f = message.getAlive();
  if (f != null) {
    writer.writeMessage(
      4,
      f,
      proto.blit.v2.Alive.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.WriteResponse.prototype.getNegotiation = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.DataTransferNegotiation, 1));
};
proto.blit.v2.WriteResponse.prototype.setNegotiation = function(value) {
  return jspb.Message.setOneofWrapperField(this, 1, proto.blit.v2.WriteResponse.oneofGroups_[0], value);
};
proto.blit.v2.WriteResponse.prototype.clearNegotiation = function() {
  return this.setNegotiation(undefined);
};
proto.blit.v2.WriteResponse.prototype.hasNegotiation = function() {
  return jspb.Message.getField(this, 1) != null;
};
proto.blit.v2.WriteResponse.prototype.getReady = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.WriteReady, 2));
};
proto.blit.v2.WriteResponse.prototype.setReady = function(value) {
  return jspb.Message.setOneofWrapperField(this, 2, proto.blit.v2.WriteResponse.oneofGroups_[0], value);
};
proto.blit.v2.WriteResponse.prototype.clearReady = function() {
  return this.setReady(undefined);
};
proto.blit.v2.WriteResponse.prototype.hasReady = function() {
  return jspb.Message.getField(this, 2) != null;
};
proto.blit.v2.WriteResponse.prototype.getWritten = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Written, 3));
};
proto.blit.v2.WriteResponse.prototype.setWritten = function(value) {
  return jspb.Message.setOneofWrapperField(this, 3, proto.blit.v2.WriteResponse.oneofGroups_[0], value);
};
proto.blit.v2.WriteResponse.prototype.clearWritten = function() {
  return this.setWritten(undefined);
};
proto.blit.v2.WriteResponse.prototype.hasWritten = function() {
  return jspb.Message.getField(this, 3) != null;
};
proto.blit.v2.WriteResponse.prototype.getAlive = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Alive, 4));
};
proto.blit.v2.WriteResponse.prototype.setAlive = function(value) {
  return jspb.Message.setOneofWrapperField(this, 4, proto.blit.v2.WriteResponse.oneofGroups_[0], value);
};
proto.blit.v2.WriteResponse.prototype.clearAlive = function() {
  return this.setAlive(undefined);
};
proto.blit.v2.WriteResponse.prototype.hasAlive = function() {
  return jspb.Message.getField(this, 4) != null;
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.WriteReady.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.WriteReady.toObject(opt_includeInstance, this);
};
proto.blit.v2.WriteReady.toObject = function(includeInstance, msg) {
  var f, obj = {
    index: jspb.Message.getFieldWithDefault(msg, 1, 0)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.WriteReady.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.WriteReady;
  return proto.blit.v2.WriteReady.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.WriteReady.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readUint32());
      msg.setIndex(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.WriteReady.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.WriteReady.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.WriteReady.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getIndex();
  if (f !== 0) {
    writer.writeUint32(
      1,
      f
    );
  }
};
proto.blit.v2.WriteReady.prototype.getIndex = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, 0));
};
proto.blit.v2.WriteReady.prototype.setIndex = function(value) {
  return jspb.Message.setProto3IntField(this, 1, value);
};
if (jspb.Message.GENERATE_TO_OBJECT) {
proto.blit.v2.Written.prototype.toObject = function(opt_includeInstance) {
  return proto.blit.v2.Written.toObject(opt_includeInstance, this);
};
proto.blit.v2.Written.toObject = function(includeInstance, msg) {
  var f, obj = {
    index: jspb.Message.getFieldWithDefault(msg, 1, 0),
    failure: (f = msg.getFailure()) && proto.blit.v2.Failure.toObject(includeInstance, f)
  };
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}
proto.blit.v2.Written.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new proto.blit.v2.Written;
  return proto.blit.v2.Written.deserializeBinaryFromReader(msg, reader);
};
proto.blit.v2.Written.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
    case 1:
      var value =  (reader.readUint32());
      msg.setIndex(value);
      break;
    case 2:
      var value = new proto.blit.v2.Failure;
      reader.readMessage(value,proto.blit.v2.Failure.deserializeBinaryFromReader);
      msg.setFailure(value);
      break;
    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};
proto.blit.v2.Written.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  proto.blit.v2.Written.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
proto.blit.v2.Written.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
  f = message.getIndex();
  if (f !== 0) {
    writer.writeUint32(
      1,
      f
    );
  }
  f = message.getFailure();
  if (f != null) {
    writer.writeMessage(
      2,
      f,
      proto.blit.v2.Failure.serializeBinaryToWriter
    );
  }
};
proto.blit.v2.Written.prototype.getIndex = function() {
  return  (jspb.Message.getFieldWithDefault(this, 1, 0));
};
proto.blit.v2.Written.prototype.setIndex = function(value) {
  return jspb.Message.setProto3IntField(this, 1, value);
};
proto.blit.v2.Written.prototype.getFailure = function() {
  return  (
    jspb.Message.getWrapperField(this, proto.blit.v2.Failure, 2));
};
proto.blit.v2.Written.prototype.setFailure = function(value) {
  return jspb.Message.setWrapperField(this, 2, value);
};
proto.blit.v2.Written.prototype.clearFailure = function() {
  return this.setFailure(undefined);
};
proto.blit.v2.Written.prototype.hasFailure = function() {
  return jspb.Message.getField(this, 2) != null;
};
proto.blit.v2.EntryType = {
  ENTRY_TYPE_UNSPECIFIED: 0,
  ENTRY_TYPE_FILE: 1,
  ENTRY_TYPE_DIRECTORY: 2,
  ENTRY_TYPE_SYMLINK: 3,
  ENTRY_TYPE_FIFO: 4,
  ENTRY_TYPE_SOCKET: 5,
  ENTRY_TYPE_CHAR_DEVICE: 6,
  ENTRY_TYPE_BLOCK_DEVICE: 7,
  ENTRY_TYPE_SKIPPED: 8
};
goog.object.extend(exports, proto.blit.v2);
