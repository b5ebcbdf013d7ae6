// Made from proto/blit.proto by `npm run proto`. Do not edit.
// sha256 6abc4377e86a8adee60df6273dce2f9d30af27dd00655a696db6caa222cb0e05, protoc
'use strict';
var grpc = require('@grpc/grpc-js');
var blit_pb = require('./blit_pb.js');

function serialize_blit_v2_ChangeRequest(arg) {
  if (!(arg instanceof blit_pb.ChangeRequest)) {
    throw new Error('Expected argument of type blit.v2.ChangeRequest');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_ChangeRequest(buffer_arg) {
  return blit_pb.ChangeRequest.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_ChangeResponse(arg) {
  if (!(arg instanceof blit_pb.ChangeResponse)) {
    throw new Error('Expected argument of type blit.v2.ChangeResponse');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_ChangeResponse(buffer_arg) {
  return blit_pb.ChangeResponse.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_ClientPullRequest(arg) {
  if (!(arg instanceof blit_pb.ClientPullRequest)) {
    throw new Error('Expected argument of type blit.v2.ClientPullRequest');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_ClientPullRequest(buffer_arg) {
  return blit_pb.ClientPullRequest.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_ClientPushRequest(arg) {
  if (!(arg instanceof blit_pb.ClientPushRequest)) {
    throw new Error('Expected argument of type blit.v2.ClientPushRequest');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_ClientPushRequest(buffer_arg) {
  return blit_pb.ClientPushRequest.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_HashRequest(arg) {
  if (!(arg instanceof blit_pb.HashRequest)) {
    throw new Error('Expected argument of type blit.v2.HashRequest');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_HashRequest(buffer_arg) {
  return blit_pb.HashRequest.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_HashResponse(arg) {
  if (!(arg instanceof blit_pb.HashResponse)) {
    throw new Error('Expected argument of type blit.v2.HashResponse');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_HashResponse(buffer_arg) {
  return blit_pb.HashResponse.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_IdentityRequest(arg) {
  if (!(arg instanceof blit_pb.IdentityRequest)) {
    throw new Error('Expected argument of type blit.v2.IdentityRequest');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_IdentityRequest(buffer_arg) {
  return blit_pb.IdentityRequest.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_IdentityResponse(arg) {
  if (!(arg instanceof blit_pb.IdentityResponse)) {
    throw new Error('Expected argument of type blit.v2.IdentityResponse');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_IdentityResponse(buffer_arg) {
  return blit_pb.IdentityResponse.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_ListRequest(arg) {
  if (!(arg instanceof blit_pb.ListRequest)) {
    throw new Error('Expected argument of type blit.v2.ListRequest');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_ListRequest(buffer_arg) {
  return blit_pb.ListRequest.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_ListResponse(arg) {
  if (!(arg instanceof blit_pb.ListResponse)) {
    throw new Error('Expected argument of type blit.v2.ListResponse');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_ListResponse(buffer_arg) {
  return blit_pb.ListResponse.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_ModulesRequest(arg) {
  if (!(arg instanceof blit_pb.ModulesRequest)) {
    throw new Error('Expected argument of type blit.v2.ModulesRequest');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_ModulesRequest(buffer_arg) {
  return blit_pb.ModulesRequest.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_ModulesResponse(arg) {
  if (!(arg instanceof blit_pb.ModulesResponse)) {
    throw new Error('Expected argument of type blit.v2.ModulesResponse');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_ModulesResponse(buffer_arg) {
  return blit_pb.ModulesResponse.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_PingRequest(arg) {
  if (!(arg instanceof blit_pb.PingRequest)) {
    throw new Error('Expected argument of type blit.v2.PingRequest');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_PingRequest(buffer_arg) {
  return blit_pb.PingRequest.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_PingResponse(arg) {
  if (!(arg instanceof blit_pb.PingResponse)) {
    throw new Error('Expected argument of type blit.v2.PingResponse');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_PingResponse(buffer_arg) {
  return blit_pb.PingResponse.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_PullChunk(arg) {
  if (!(arg instanceof blit_pb.PullChunk)) {
    throw new Error('Expected argument of type blit.v2.PullChunk');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_PullChunk(buffer_arg) {
  return blit_pb.PullChunk.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_PullRequest(arg) {
  if (!(arg instanceof blit_pb.PullRequest)) {
    throw new Error('Expected argument of type blit.v2.PullRequest');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_PullRequest(buffer_arg) {
  return blit_pb.PullRequest.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_PurgeRequest(arg) {
  if (!(arg instanceof blit_pb.PurgeRequest)) {
    throw new Error('Expected argument of type blit.v2.PurgeRequest');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_PurgeRequest(buffer_arg) {
  return blit_pb.PurgeRequest.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_PurgeResponse(arg) {
  if (!(arg instanceof blit_pb.PurgeResponse)) {
    throw new Error('Expected argument of type blit.v2.PurgeResponse');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_PurgeResponse(buffer_arg) {
  return blit_pb.PurgeResponse.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_ScanRequest(arg) {
  if (!(arg instanceof blit_pb.ScanRequest)) {
    throw new Error('Expected argument of type blit.v2.ScanRequest');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_ScanRequest(buffer_arg) {
  return blit_pb.ScanRequest.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_ScanResponse(arg) {
  if (!(arg instanceof blit_pb.ScanResponse)) {
    throw new Error('Expected argument of type blit.v2.ScanResponse');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_ScanResponse(buffer_arg) {
  return blit_pb.ScanResponse.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_ServerPullResponse(arg) {
  if (!(arg instanceof blit_pb.ServerPullResponse)) {
    throw new Error('Expected argument of type blit.v2.ServerPullResponse');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_ServerPullResponse(buffer_arg) {
  return blit_pb.ServerPullResponse.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_ServerPushResponse(arg) {
  if (!(arg instanceof blit_pb.ServerPushResponse)) {
    throw new Error('Expected argument of type blit.v2.ServerPushResponse');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_ServerPushResponse(buffer_arg) {
  return blit_pb.ServerPushResponse.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_SpaceRequest(arg) {
  if (!(arg instanceof blit_pb.SpaceRequest)) {
    throw new Error('Expected argument of type blit.v2.SpaceRequest');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_SpaceRequest(buffer_arg) {
  return blit_pb.SpaceRequest.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_SpaceResponse(arg) {
  if (!(arg instanceof blit_pb.SpaceResponse)) {
    throw new Error('Expected argument of type blit.v2.SpaceResponse');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_SpaceResponse(buffer_arg) {
  return blit_pb.SpaceResponse.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_StatRequest(arg) {
  if (!(arg instanceof blit_pb.StatRequest)) {
    throw new Error('Expected argument of type blit.v2.StatRequest');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_StatRequest(buffer_arg) {
  return blit_pb.StatRequest.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_StatResponse(arg) {
  if (!(arg instanceof blit_pb.StatResponse)) {
    throw new Error('Expected argument of type blit.v2.StatResponse');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_StatResponse(buffer_arg) {
  return blit_pb.StatResponse.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_WriteRequest(arg) {
  if (!(arg instanceof blit_pb.WriteRequest)) {
    throw new Error('Expected argument of type blit.v2.WriteRequest');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_WriteRequest(buffer_arg) {
  return blit_pb.WriteRequest.deserializeBinary(new Uint8Array(buffer_arg));
}

function serialize_blit_v2_WriteResponse(arg) {
  if (!(arg instanceof blit_pb.WriteResponse)) {
    throw new Error('Expected argument of type blit.v2.WriteResponse');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_blit_v2_WriteResponse(buffer_arg) {
  return blit_pb.WriteResponse.deserializeBinary(new Uint8Array(buffer_arg));
}

var BlitService = exports.BlitService = {
  push: {
    path: '/blit.v2.Blit/Push',
    requestStream: true,
    responseStream: true,
    requestType: blit_pb.ClientPushRequest,
    responseType: blit_pb.ServerPushResponse,
    requestSerialize: serialize_blit_v2_ClientPushRequest,
    requestDeserialize: deserialize_blit_v2_ClientPushRequest,
    responseSerialize: serialize_blit_v2_ServerPushResponse,
    responseDeserialize: deserialize_blit_v2_ServerPushResponse,
  },
  pull: {
    path: '/blit.v2.Blit/Pull',
    requestStream: false,
    responseStream: true,
    requestType: blit_pb.PullRequest,
    responseType: blit_pb.PullChunk,
    requestSerialize: serialize_blit_v2_PullRequest,
    requestDeserialize: deserialize_blit_v2_PullRequest,
    responseSerialize: serialize_blit_v2_PullChunk,
    responseDeserialize: deserialize_blit_v2_PullChunk,
  },
  list: {
    path: '/blit.v2.Blit/List',
    requestStream: false,
    responseStream: false,
    requestType: blit_pb.ListRequest,
    responseType: blit_pb.ListResponse,
    requestSerialize: serialize_blit_v2_ListRequest,
    requestDeserialize: deserialize_blit_v2_ListRequest,
    responseSerialize: serialize_blit_v2_ListResponse,
    responseDeserialize: deserialize_blit_v2_ListResponse,
  },
  purge: {
    path: '/blit.v2.Blit/Purge',
    requestStream: false,
    responseStream: false,
    requestType: blit_pb.PurgeRequest,
    responseType: blit_pb.PurgeResponse,
    requestSerialize: serialize_blit_v2_PurgeRequest,
    requestDeserialize: deserialize_blit_v2_PurgeRequest,
    responseSerialize: serialize_blit_v2_PurgeResponse,
    responseDeserialize: deserialize_blit_v2_PurgeResponse,
  },
  ping: {
    path: '/blit.v2.Blit/Ping',
    requestStream: false,
    responseStream: false,
    requestType: blit_pb.PingRequest,
    responseType: blit_pb.PingResponse,
    requestSerialize: serialize_blit_v2_PingRequest,
    requestDeserialize: deserialize_blit_v2_PingRequest,
    responseSerialize: serialize_blit_v2_PingResponse,
    responseDeserialize: deserialize_blit_v2_PingResponse,
  },
  pullSession: {
    path: '/blit.v2.Blit/PullSession',
    requestStream: true,
    responseStream: true,
    requestType: blit_pb.ClientPullRequest,
    responseType: blit_pb.ServerPullResponse,
    requestSerialize: serialize_blit_v2_ClientPullRequest,
    requestDeserialize: deserialize_blit_v2_ClientPullRequest,
    responseSerialize: serialize_blit_v2_ServerPullResponse,
    responseDeserialize: deserialize_blit_v2_ServerPullResponse,
  },
  modules: {
    path: '/blit.v2.Blit/Modules',
    requestStream: false,
    responseStream: false,
    requestType: blit_pb.ModulesRequest,
    responseType: blit_pb.ModulesResponse,
    requestSerialize: serialize_blit_v2_ModulesRequest,
    requestDeserialize: deserialize_blit_v2_ModulesRequest,
    responseSerialize: serialize_blit_v2_ModulesResponse,
    responseDeserialize: deserialize_blit_v2_ModulesResponse,
  },
  stat: {
    path: '/blit.v2.Blit/Stat',
    requestStream: false,
    responseStream: false,
    requestType: blit_pb.StatRequest,
    responseType: blit_pb.StatResponse,
    requestSerialize: serialize_blit_v2_StatRequest,
    requestDeserialize: deserialize_blit_v2_StatRequest,
    responseSerialize: serialize_blit_v2_StatResponse,
    responseDeserialize: deserialize_blit_v2_StatResponse,
  },
  scan: {
    path: '/blit.v2.Blit/Scan',
    requestStream: false,
    responseStream: true,
    requestType: blit_pb.ScanRequest,
    responseType: blit_pb.ScanResponse,
    requestSerialize: serialize_blit_v2_ScanRequest,
    requestDeserialize: deserialize_blit_v2_ScanRequest,
    responseSerialize: serialize_blit_v2_ScanResponse,
    responseDeserialize: deserialize_blit_v2_ScanResponse,
  },
  hash: {
    path: '/blit.v2.Blit/Hash',
    requestStream: true,
    responseStream: true,
    requestType: blit_pb.HashRequest,
    responseType: blit_pb.HashResponse,
    requestSerialize: serialize_blit_v2_HashRequest,
    requestDeserialize: deserialize_blit_v2_HashRequest,
    responseSerialize: serialize_blit_v2_HashResponse,
    responseDeserialize: deserialize_blit_v2_HashResponse,
  },
  space: {
    path: '/blit.v2.Blit/Space',
    requestStream: false,
    responseStream: false,
    requestType: blit_pb.SpaceRequest,
    responseType: blit_pb.SpaceResponse,
    requestSerialize: serialize_blit_v2_SpaceRequest,
    requestDeserialize: deserialize_blit_v2_SpaceRequest,
    responseSerialize: serialize_blit_v2_SpaceResponse,
    responseDeserialize: deserialize_blit_v2_SpaceResponse,
  },
  identity: {
    path: '/blit.v2.Blit/Identity',
    requestStream: false,
    responseStream: false,
    requestType: blit_pb.IdentityRequest,
    responseType: blit_pb.IdentityResponse,
    requestSerialize: serialize_blit_v2_IdentityRequest,
    requestDeserialize: deserialize_blit_v2_IdentityRequest,
    responseSerialize: serialize_blit_v2_IdentityResponse,
    responseDeserialize: deserialize_blit_v2_IdentityResponse,
  },
  change: {
    path: '/blit.v2.Blit/Change',
    requestStream: false,
    responseStream: false,
    requestType: blit_pb.ChangeRequest,
    responseType: blit_pb.ChangeResponse,
    requestSerialize: serialize_blit_v2_ChangeRequest,
    requestDeserialize: deserialize_blit_v2_ChangeRequest,
    responseSerialize: serialize_blit_v2_ChangeResponse,
    responseDeserialize: deserialize_blit_v2_ChangeResponse,
  },
  write: {
    path: '/blit.v2.Blit/Write',
    requestStream: true,
    responseStream: true,
    requestType: blit_pb.WriteRequest,
    responseType: blit_pb.WriteResponse,
    requestSerialize: serialize_blit_v2_WriteRequest,
    requestDeserialize: deserialize_blit_v2_WriteRequest,
    responseSerialize: serialize_blit_v2_WriteResponse,
    responseDeserialize: deserialize_blit_v2_WriteResponse,
  },
};

exports.BlitClient = grpc.makeGenericClientConstructor(BlitService, 'Blit');
