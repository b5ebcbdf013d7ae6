// Made from proto/blit.proto by `npm run proto`. Do not edit.
// sha256 6abc4377e86a8adee60df6273dce2f9d30af27dd00655a696db6caa222cb0e05, protoc
/** Reads and writes itself as bytes. */
export declare abstract class Message {
  serializeBinary(): Uint8Array
  toObject(includeInstance?: boolean): object
  cloneMessage(): this
}

export declare const EntryType: {
  readonly ENTRY_TYPE_UNSPECIFIED: 0
  readonly ENTRY_TYPE_FILE: 1
  readonly ENTRY_TYPE_DIRECTORY: 2
  readonly ENTRY_TYPE_SYMLINK: 3
  readonly ENTRY_TYPE_FIFO: 4
  readonly ENTRY_TYPE_SOCKET: 5
  readonly ENTRY_TYPE_CHAR_DEVICE: 6
  readonly ENTRY_TYPE_BLOCK_DEVICE: 7
  readonly ENTRY_TYPE_SKIPPED: 8
}
export type EntryType = (typeof EntryType)[keyof typeof EntryType]

export declare class Protocol extends Message {
  static deserializeBinary(bytes: Uint8Array): Protocol
  getVersion(): number
  setVersion(value: number): this
  getMinVersion(): number
  setMinVersion(value: number): this
  getFeaturesList(): Array<string>
  setFeaturesList(value: Array<string>): this
  addFeatures(value: string, index?: number): this
  clearFeaturesList(): this
  getSoftware(): string
  setSoftware(value: string): this
}

export declare class Place extends Message {
  static deserializeBinary(bytes: Uint8Array): Place
  getModule(): string
  setModule(value: string): this
  getPath(): Uint8Array | string
  getPath_asU8(): Uint8Array
  getPath_asB64(): string
  setPath(value: Uint8Array | string): this
}

export declare class EntryColumns extends Message {
  static deserializeBinary(bytes: Uint8Array): EntryColumns
  getNames(): Uint8Array | string
  getNames_asU8(): Uint8Array
  getNames_asB64(): string
  setNames(value: Uint8Array | string): this
  getTypes(): Uint8Array | string
  getTypes_asU8(): Uint8Array
  getTypes_asB64(): string
  setTypes(value: Uint8Array | string): this
  getSizesList(): Array<number>
  setSizesList(value: Array<number>): this
  addSizes(value: number, index?: number): this
  clearSizesList(): this
  getMtimeSecondsList(): Array<number>
  setMtimeSecondsList(value: Array<number>): this
  addMtimeSeconds(value: number, index?: number): this
  clearMtimeSecondsList(): this
  getMtimeNanosList(): Array<number>
  setMtimeNanosList(value: Array<number>): this
  addMtimeNanos(value: number, index?: number): this
  clearMtimeNanosList(): this
  getModesList(): Array<number>
  setModesList(value: Array<number>): this
  addModes(value: number, index?: number): this
  clearModesList(): this
  getUidsList(): Array<number>
  setUidsList(value: Array<number>): this
  addUids(value: number, index?: number): this
  clearUidsList(): this
  getGidsList(): Array<number>
  setGidsList(value: Array<number>): this
  addGids(value: number, index?: number): this
  clearGidsList(): this
  getRdevsList(): Array<number>
  setRdevsList(value: Array<number>): this
  addRdevs(value: number, index?: number): this
  clearRdevsList(): this
  getLinkCountsList(): Array<number>
  setLinkCountsList(value: Array<number>): this
  addLinkCounts(value: number, index?: number): this
  clearLinkCountsList(): this
  getDevices(): Uint8Array | string
  getDevices_asU8(): Uint8Array
  getDevices_asB64(): string
  setDevices(value: Uint8Array | string): this
  getInodes(): Uint8Array | string
  getInodes_asU8(): Uint8Array
  getInodes_asB64(): string
  setInodes(value: Uint8Array | string): this
  getCtimeNanos(): Uint8Array | string
  getCtimeNanos_asU8(): Uint8Array
  getCtimeNanos_asB64(): string
  setCtimeNanos(value: Uint8Array | string): this
  getAllocatedList(): Array<number>
  setAllocatedList(value: Array<number>): this
  addAllocated(value: number, index?: number): this
  clearAllocatedList(): this
  getTargets(): Uint8Array | string
  getTargets_asU8(): Uint8Array
  getTargets_asB64(): string
  setTargets(value: Uint8Array | string): this
}

export declare class Failure extends Message {
  static deserializeBinary(bytes: Uint8Array): Failure
  getPath(): Uint8Array | string
  getPath_asU8(): Uint8Array
  getPath_asB64(): string
  setPath(value: Uint8Array | string): this
  getCode(): string
  setCode(value: string): this
  getMessage(): string
  setMessage(value: string): this
  getHint(): string
  setHint(value: string): this
  getExit(): number
  setExit(value: number): this
}

export declare class SourceMessage extends Message {
  static deserializeBinary(bytes: Uint8Array): SourceMessage
  static readonly PayloadCase: {
    readonly PAYLOAD_NOT_SET: 0
    readonly ENTRIES: 1
    readonly MANIFEST_COMPLETE: 2
    readonly DATA_DONE: 3
    readonly FAILURES: 4
    readonly DELETE_CONFIRM: 5
    readonly REMOVED: 6
  }
  getPayloadCase(): 0 | 1 | 2 | 3 | 4 | 5 | 6
  getEntries(): EntryBatch | undefined
  setEntries(value?: EntryBatch): this
  clearEntries(): this
  hasEntries(): boolean
  getManifestComplete(): ManifestComplete | undefined
  setManifestComplete(value?: ManifestComplete): this
  clearManifestComplete(): this
  hasManifestComplete(): boolean
  getDataDone(): DataDone | undefined
  setDataDone(value?: DataDone): this
  clearDataDone(): this
  hasDataDone(): boolean
  getFailures(): Failures | undefined
  setFailures(value?: Failures): this
  clearFailures(): this
  hasFailures(): boolean
  getDeleteConfirm(): DeleteConfirm | undefined
  setDeleteConfirm(value?: DeleteConfirm): this
  clearDeleteConfirm(): this
  hasDeleteConfirm(): boolean
  getRemoved(): Removed | undefined
  setRemoved(value?: Removed): this
  clearRemoved(): this
  hasRemoved(): boolean
}

export declare class DestinationMessage extends Message {
  static deserializeBinary(bytes: Uint8Array): DestinationMessage
  static readonly PayloadCase: {
    readonly PAYLOAD_NOT_SET: 0
    readonly NEGOTIATION: 1
    readonly NEED: 2
    readonly NEED_COMPLETE: 3
    readonly PROGRESS: 4
    readonly FAILURES: 5
    readonly ACTIONS: 6
    readonly COMMITTED: 7
    readonly DELETE_PLAN: 8
    readonly SUMMARY: 9
    readonly STREAM_LOST: 10
    readonly WARNING: 11
  }
  getPayloadCase(): 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11
  getNegotiation(): DataTransferNegotiation | undefined
  setNegotiation(value?: DataTransferNegotiation): this
  clearNegotiation(): this
  hasNegotiation(): boolean
  getNeed(): Need | undefined
  setNeed(value?: Need): this
  clearNeed(): this
  hasNeed(): boolean
  getNeedComplete(): NeedComplete | undefined
  setNeedComplete(value?: NeedComplete): this
  clearNeedComplete(): this
  hasNeedComplete(): boolean
  getProgress(): Progress | undefined
  setProgress(value?: Progress): this
  clearProgress(): this
  hasProgress(): boolean
  getFailures(): Failures | undefined
  setFailures(value?: Failures): this
  clearFailures(): this
  hasFailures(): boolean
  getActions(): Actions | undefined
  setActions(value?: Actions): this
  clearActions(): this
  hasActions(): boolean
  getCommitted(): Committed | undefined
  setCommitted(value?: Committed): this
  clearCommitted(): this
  hasCommitted(): boolean
  getDeletePlan(): DeletePlan | undefined
  setDeletePlan(value?: DeletePlan): this
  clearDeletePlan(): this
  hasDeletePlan(): boolean
  getSummary(): Summary | undefined
  setSummary(value?: Summary): this
  clearSummary(): this
  hasSummary(): boolean
  getStreamLost(): StreamLost | undefined
  setStreamLost(value?: StreamLost): this
  clearStreamLost(): this
  hasStreamLost(): boolean
  getWarning(): Warning | undefined
  setWarning(value?: Warning): this
  clearWarning(): this
  hasWarning(): boolean
}

export declare class EntryBatch extends Message {
  static deserializeBinary(bytes: Uint8Array): EntryBatch
  getFirstIndex(): number
  setFirstIndex(value: number): this
  getColumns(): Uint8Array | string
  getColumns_asU8(): Uint8Array
  getColumns_asB64(): string
  setColumns(value: Uint8Array | string): this
  getDirectoriesList(): Array<number>
  setDirectoriesList(value: Array<number>): this
  addDirectories(value: number, index?: number): this
  clearDirectoriesList(): this
  getCountsList(): Array<number>
  setCountsList(value: Array<number>): this
  addCounts(value: number, index?: number): this
  clearCountsList(): this
  getCompleteList(): Array<number>
  setCompleteList(value: Array<number>): this
  addComplete(value: number, index?: number): this
  clearCompleteList(): this
  getIncompleteList(): Array<number>
  setIncompleteList(value: Array<number>): this
  addIncomplete(value: number, index?: number): this
  clearIncompleteList(): this
  getLinksList(): Array<number>
  setLinksList(value: Array<number>): this
  addLinks(value: number, index?: number): this
  clearLinksList(): this
  getLeadersList(): Array<number>
  setLeadersList(value: Array<number>): this
  addLeaders(value: number, index?: number): this
  clearLeadersList(): this
  getSupersedesList(): Array<number>
  setSupersedesList(value: Array<number>): this
  addSupersedes(value: number, index?: number): this
  clearSupersedesList(): this
  getXattrsList(): Array<Xattrs>
  setXattrsList(value: Array<Xattrs>): this
  addXattrs(value?: Xattrs, index?: number): Xattrs
  clearXattrsList(): this
  getUnreadXattrsList(): Array<number>
  setUnreadXattrsList(value: Array<number>): this
  addUnreadXattrs(value: number, index?: number): this
  clearUnreadXattrsList(): this
}

export declare class Xattrs extends Message {
  static deserializeBinary(bytes: Uint8Array): Xattrs
  getIndex(): number
  setIndex(value: number): this
  getNamesList(): Array<Uint8Array | string>
  getNamesList_asU8(): Array<Uint8Array>
  getNamesList_asB64(): Array<string>
  setNamesList(value: Array<Uint8Array | string>): this
  addNames(value: Uint8Array | string, index?: number): this
  clearNamesList(): this
  getValuesList(): Array<Uint8Array | string>
  getValuesList_asU8(): Array<Uint8Array>
  getValuesList_asB64(): Array<string>
  setValuesList(value: Array<Uint8Array | string>): this
  addValues(value: Uint8Array | string, index?: number): this
  clearValuesList(): this
}

export declare class Need extends Message {
  static deserializeBinary(bytes: Uint8Array): Need
  getIndicesList(): Array<number>
  setIndicesList(value: Array<number>): this
  addIndices(value: number, index?: number): this
  clearIndicesList(): this
  getHeldList(): Array<Held>
  setHeldList(value: Array<Held>): this
  addHeld(value?: Held, index?: number): Held
  clearHeldList(): this
}

export declare class Held extends Message {
  static deserializeBinary(bytes: Uint8Array): Held
  getIndex(): number
  setIndex(value: number): this
  getHashes(): Uint8Array | string
  getHashes_asU8(): Uint8Array
  getHashes_asB64(): string
  setHashes(value: Uint8Array | string): this
  getAttempt(): number
  setAttempt(value: number): this
  getExisting(): boolean
  setExisting(value: boolean): this
}

export declare class NeedComplete extends Message {
  static deserializeBinary(bytes: Uint8Array): NeedComplete
  getFiles(): number
  setFiles(value: number): this
  getStreams(): number
  setStreams(value: number): this
}

export declare class DataDone extends Message {
  static deserializeBinary(bytes: Uint8Array): DataDone
  getStreamsList(): Array<number>
  setStreamsList(value: Array<number>): this
  addStreams(value: number, index?: number): this
  clearStreamsList(): this
}

export declare class StreamLost extends Message {
  static deserializeBinary(bytes: Uint8Array): StreamLost
  getStream(): number
  setStream(value: number): this
  getFrames(): number
  setFrames(value: number): this
}

export declare class Progress extends Message {
  static deserializeBinary(bytes: Uint8Array): Progress
  getFilesTotal(): number
  setFilesTotal(value: number): this
  getBytesTotal(): number
  setBytesTotal(value: number): this
  getFilesDone(): number
  setFilesDone(value: number): this
  getBytesDone(): number
  setBytesDone(value: number): this
  getCurrent(): Uint8Array | string
  getCurrent_asU8(): Uint8Array
  getCurrent_asB64(): string
  setCurrent(value: Uint8Array | string): this
  getSoFar(): Summary | undefined
  setSoFar(value?: Summary): this
  clearSoFar(): this
  hasSoFar(): boolean
  getTotalKnown(): boolean
  setTotalKnown(value: boolean): this
}

export declare class Failures extends Message {
  static deserializeBinary(bytes: Uint8Array): Failures
  getFailuresList(): Array<Failure>
  setFailuresList(value: Array<Failure>): this
  addFailures(value?: Failure, index?: number): Failure
  clearFailuresList(): this
  getIndicesList(): Array<number>
  setIndicesList(value: Array<number>): this
  addIndices(value: number, index?: number): this
  clearIndicesList(): this
}

export declare class Warning extends Message {
  static deserializeBinary(bytes: Uint8Array): Warning
  getPath(): Uint8Array | string
  getPath_asU8(): Uint8Array
  getPath_asB64(): string
  setPath(value: Uint8Array | string): this
  getMessage(): string
  setMessage(value: string): this
}

export declare class Action extends Message {
  static deserializeBinary(bytes: Uint8Array): Action
  getKind(): string
  setKind(value: string): this
  getPath(): Uint8Array | string
  getPath_asU8(): Uint8Array
  getPath_asB64(): string
  setPath(value: Uint8Array | string): this
  getSize(): number
  setSize(value: number): this
}

export declare class Actions extends Message {
  static deserializeBinary(bytes: Uint8Array): Actions
  getActionsList(): Array<Action>
  setActionsList(value: Array<Action>): this
  addActions(value?: Action, index?: number): Action
  clearActionsList(): this
}

export declare class Committed extends Message {
  static deserializeBinary(bytes: Uint8Array): Committed
  getRunsList(): Array<number>
  setRunsList(value: Array<number>): this
  addRuns(value: number, index?: number): this
  clearRunsList(): this
  getLast(): boolean
  setLast(value: boolean): this
}

export declare class Removed extends Message {
  static deserializeBinary(bytes: Uint8Array): Removed
  getRunsList(): Array<number>
  setRunsList(value: Array<number>): this
  addRuns(value: number, index?: number): this
  clearRunsList(): this
  getRoot(): boolean
  setRoot(value: boolean): this
  getMore(): boolean
  setMore(value: boolean): this
}

export declare class DeletePlan extends Message {
  static deserializeBinary(bytes: Uint8Array): DeletePlan
  getEntries(): number
  setEntries(value: number): this
  getBytes(): number
  setBytes(value: number): this
  getSampleList(): Array<Uint8Array | string>
  getSampleList_asU8(): Array<Uint8Array>
  getSampleList_asB64(): Array<string>
  setSampleList(value: Array<Uint8Array | string>): this
  addSample(value: Uint8Array | string, index?: number): this
  clearSampleList(): this
  getId(): number
  setId(value: number): this
}

export declare class DeleteConfirm extends Message {
  static deserializeBinary(bytes: Uint8Array): DeleteConfirm
  getId(): number
  setId(value: number): this
  getRefusal(): Failure | undefined
  setRefusal(value?: Failure): this
  clearRefusal(): this
  hasRefusal(): boolean
}

export declare class Summary extends Message {
  static deserializeBinary(bytes: Uint8Array): Summary
  getFilesScanned(): number
  setFilesScanned(value: number): this
  getFilesCopied(): number
  setFilesCopied(value: number): this
  getFilesSkipped(): number
  setFilesSkipped(value: number): this
  getFilesDeleted(): number
  setFilesDeleted(value: number): this
  getDirsCreated(): number
  setDirsCreated(value: number): this
  getDirsDeleted(): number
  setDirsDeleted(value: number): this
  getLinksCreated(): number
  setLinksCreated(value: number): this
  getSourcesRemoved(): number
  setSourcesRemoved(value: number): this
  getBytesCopied(): number
  setBytesCopied(value: number): this
  getBytesResumed(): number
  setBytesResumed(value: number): this
  getStreams(): number
  setStreams(value: number): this
  getDataPlane(): string
  setDataPlane(value: string): this
  getError(): Failure | undefined
  setError(value?: Failure): this
  clearError(): this
  hasError(): boolean
  getOthersDeleted(): number
  setOthersDeleted(value: number): this
}

export declare class TransferOptions extends Message {
  static deserializeBinary(bytes: Uint8Array): TransferOptions
  getOperation(): string
  setOperation(value: string): this
  getDryRun(): boolean
  setDryRun(value: boolean): this
  getCompare(): string
  setCompare(value: string): this
  getIgnoreExisting(): boolean
  setIgnoreExisting(value: boolean): this
  getUpdate(): boolean
  setUpdate(value: boolean): this
  getModifyWindowNanos(): string
  setModifyWindowNanos(value: string): this
  getRulesList(): Array<FilterRule>
  setRulesList(value: Array<FilterRule>): this
  addRules(value?: FilterRule, index?: number): FilterRule
  clearRulesList(): this
  getMinSize(): number
  setMinSize(value: number): this
  clearMinSize(): this
  hasMinSize(): boolean
  getMaxSize(): number
  setMaxSize(value: number): this
  clearMaxSize(): this
  hasMaxSize(): boolean
  getModifiedAfterNanos(): string
  setModifiedAfterNanos(value: string): this
  clearModifiedAfterNanos(): this
  hasModifiedAfterNanos(): boolean
  getModifiedBeforeNanos(): string
  setModifiedBeforeNanos(value: string): this
  clearModifiedBeforeNanos(): this
  hasModifiedBeforeNanos(): boolean
  getPreserve(): Preserve | undefined
  setPreserve(value?: Preserve): this
  clearPreserve(): this
  hasPreserve(): boolean
  getCopyLinks(): boolean
  setCopyLinks(value: boolean): this
  getMaxDelete(): number
  setMaxDelete(value: number): this
  clearMaxDelete(): this
  hasMaxDelete(): boolean
  getAllowEmptySource(): boolean
  setAllowEmptySource(value: boolean): this
  getDeleteExcluded(): boolean
  setDeleteExcluded(value: boolean): this
  getBackupDir(): Uint8Array | string
  getBackupDir_asU8(): Uint8Array
  getBackupDir_asB64(): string
  setBackupDir(value: Uint8Array | string): this
  getFsync(): boolean
  setFsync(value: boolean): this
  getResume(): boolean
  setResume(value: boolean): this
  getInplace(): boolean
  setInplace(value: boolean): this
  getRetries(): number
  setRetries(value: number): this
  getHashed(): boolean
  setHashed(value: boolean): this
  getVerify(): boolean
  setVerify(value: boolean): this
  getMaxStreams(): number
  setMaxStreams(value: number): this
  getReportActions(): boolean
  setReportActions(value: boolean): this
  getConfirmDeletes(): boolean
  setConfirmDeletes(value: boolean): this
  getFilesFrom(): FilesFrom | undefined
  setFilesFrom(value?: FilesFrom): this
  clearFilesFrom(): this
  hasFilesFrom(): boolean
  getHiddenPathsList(): Array<Uint8Array | string>
  getHiddenPathsList_asU8(): Array<Uint8Array>
  getHiddenPathsList_asB64(): Array<string>
  setHiddenPathsList(value: Array<Uint8Array | string>): this
  addHiddenPaths(value: Uint8Array | string, index?: number): this
  clearHiddenPathsList(): this
  getBwlimitBytesPerSecond(): number
  setBwlimitBytesPerSecond(value: number): this
  clearBwlimitBytesPerSecond(): this
  hasBwlimitBytesPerSecond(): boolean
  getCompress(): boolean
  setCompress(value: boolean): this
}

export declare class FilesFrom extends Message {
  static deserializeBinary(bytes: Uint8Array): FilesFrom
  getPathsList(): Array<Uint8Array | string>
  getPathsList_asU8(): Array<Uint8Array>
  getPathsList_asB64(): Array<string>
  setPathsList(value: Array<Uint8Array | string>): this
  addPaths(value: Uint8Array | string, index?: number): this
  clearPathsList(): this
}

export declare class FilterRule extends Message {
  static deserializeBinary(bytes: Uint8Array): FilterRule
  getInclude(): boolean
  setInclude(value: boolean): this
  getPattern(): Uint8Array | string
  getPattern_asU8(): Uint8Array
  getPattern_asB64(): string
  setPattern(value: Uint8Array | string): this
}

export declare class Preserve extends Message {
  static deserializeBinary(bytes: Uint8Array): Preserve
  getOwner(): boolean
  setOwner(value: boolean): this
  getHardLinks(): boolean
  setHardLinks(value: boolean): this
  getXattrs(): boolean
  setXattrs(value: boolean): this
  getAcls(): boolean
  setAcls(value: boolean): this
  getSetuid(): boolean
  setSetuid(value: boolean): this
  getSparse(): boolean
  setSparse(value: boolean): this
  getDevices(): boolean
  setDevices(value: boolean): this
  getSpecials(): boolean
  setSpecials(value: boolean): this
}

export declare class ClientPushRequest extends Message {
  static deserializeBinary(bytes: Uint8Array): ClientPushRequest
  static readonly PayloadCase: {
    readonly PAYLOAD_NOT_SET: 0
    readonly HEADER: 1
    readonly FILE_MANIFEST: 2
    readonly MANIFEST_COMPLETE: 3
    readonly SOURCE: 4
    readonly ALIVE: 5
  }
  getPayloadCase(): 0 | 1 | 2 | 3 | 4 | 5
  getHeader(): PushHeader | undefined
  setHeader(value?: PushHeader): this
  clearHeader(): this
  hasHeader(): boolean
  getFileManifest(): FileHeader | undefined
  setFileManifest(value?: FileHeader): this
  clearFileManifest(): this
  hasFileManifest(): boolean
  getManifestComplete(): ManifestComplete | undefined
  setManifestComplete(value?: ManifestComplete): this
  clearManifestComplete(): this
  hasManifestComplete(): boolean
  getSource(): SourceMessage | undefined
  setSource(value?: SourceMessage): this
  clearSource(): this
  hasSource(): boolean
  getAlive(): Alive | undefined
  setAlive(value?: Alive): this
  clearAlive(): this
  hasAlive(): boolean
}

export declare class ServerPushResponse extends Message {
  static deserializeBinary(bytes: Uint8Array): ServerPushResponse
  static readonly PayloadCase: {
    readonly PAYLOAD_NOT_SET: 0
    readonly TRANSFER_NEGOTIATION: 1
    readonly SUMMARY: 2
    readonly DESTINATION: 3
    readonly WELCOME: 4
    readonly ALIVE: 5
  }
  getPayloadCase(): 0 | 1 | 2 | 3 | 4 | 5
  getTransferNegotiation(): DataTransferNegotiation | undefined
  setTransferNegotiation(value?: DataTransferNegotiation): this
  clearTransferNegotiation(): this
  hasTransferNegotiation(): boolean
  getSummary(): PushSummary | undefined
  setSummary(value?: PushSummary): this
  clearSummary(): this
  hasSummary(): boolean
  getDestination(): DestinationMessage | undefined
  setDestination(value?: DestinationMessage): this
  clearDestination(): this
  hasDestination(): boolean
  getWelcome(): Welcome | undefined
  setWelcome(value?: Welcome): this
  clearWelcome(): this
  hasWelcome(): boolean
  getAlive(): Alive | undefined
  setAlive(value?: Alive): this
  clearAlive(): this
  hasAlive(): boolean
}

export declare class Alive extends Message {
  static deserializeBinary(bytes: Uint8Array): Alive
}

export declare class PushHeader extends Message {
  static deserializeBinary(bytes: Uint8Array): PushHeader
  getModule(): string
  setModule(value: string): this
  getMirrorMode(): boolean
  setMirrorMode(value: boolean): this
  getDestinationPath(): string
  setDestinationPath(value: string): this
  getProtocol(): Protocol | undefined
  setProtocol(value?: Protocol): this
  clearProtocol(): this
  hasProtocol(): boolean
  getPlace(): Place | undefined
  setPlace(value?: Place): this
  clearPlace(): this
  hasPlace(): boolean
  getOptions(): TransferOptions | undefined
  setOptions(value?: TransferOptions): this
  clearOptions(): this
  hasOptions(): boolean
  getTree(): boolean
  setTree(value: boolean): this
  getRoot(): EntryColumns | undefined
  setRoot(value?: EntryColumns): this
  clearRoot(): this
  hasRoot(): boolean
  getSeedA(): string
  setSeedA(value: string): this
  clearSeedA(): this
  hasSeedA(): boolean
  getSeedB(): string
  setSeedB(value: string): this
  clearSeedB(): this
  hasSeedB(): boolean
  getRootXattrs(): Xattrs | undefined
  setRootXattrs(value?: Xattrs): this
  clearRootXattrs(): this
  hasRootXattrs(): boolean
  getBackupPart(): Uint8Array | string
  getBackupPart_asU8(): Uint8Array
  getBackupPart_asB64(): string
  setBackupPart(value: Uint8Array | string): this
}

export declare class Welcome extends Message {
  static deserializeBinary(bytes: Uint8Array): Welcome
  getProtocol(): Protocol | undefined
  setProtocol(value?: Protocol): this
  clearProtocol(): this
  hasProtocol(): boolean
  getSessionId(): Uint8Array | string
  getSessionId_asU8(): Uint8Array
  getSessionId_asB64(): string
  setSessionId(value: Uint8Array | string): this
  getLimits(): Limits | undefined
  setLimits(value?: Limits): this
  clearLimits(): this
  hasLimits(): boolean
  getExists(): boolean
  setExists(value: boolean): this
  getRoot(): EntryColumns | undefined
  setRoot(value?: EntryColumns): this
  clearRoot(): this
  hasRoot(): boolean
  getMaxStreams(): number
  setMaxStreams(value: number): this
  getMade(): number
  setMade(value: number): this
  getRootXattrs(): Xattrs | undefined
  setRootXattrs(value?: Xattrs): this
  clearRootXattrs(): this
  hasRootXattrs(): boolean
}

export declare class Limits extends Message {
  static deserializeBinary(bytes: Uint8Array): Limits
  getCaseInsensitive(): boolean
  setCaseInsensitive(value: boolean): this
  getNormalizes(): boolean
  setNormalizes(value: boolean): this
  getWindowsNames(): boolean
  setWindowsNames(value: boolean): this
  getMaxNameBytes(): number
  setMaxNameBytes(value: number): this
  getMtimeGrainNanos(): string
  setMtimeGrainNanos(value: string): this
}

export declare class FileHeader extends Message {
  static deserializeBinary(bytes: Uint8Array): FileHeader
  getRelativePath(): string
  setRelativePath(value: string): this
  getSize(): number
  setSize(value: number): this
  getMtimeSeconds(): number
  setMtimeSeconds(value: number): this
  getPermissions(): number
  setPermissions(value: number): this
}

export declare class ManifestComplete extends Message {
  static deserializeBinary(bytes: Uint8Array): ManifestComplete
  getEntries(): number
  setEntries(value: number): this
  getDirs(): number
  setDirs(value: number): this
  getScanComplete(): boolean
  setScanComplete(value: boolean): this
}

export declare class DataTransferNegotiation extends Message {
  static deserializeBinary(bytes: Uint8Array): DataTransferNegotiation
  getDataPort(): number
  setDataPort(value: number): this
  getOneTimeToken(): Uint8Array | string
  getOneTimeToken_asU8(): Uint8Array
  getOneTimeToken_asB64(): string
  setOneTimeToken(value: Uint8Array | string): this
  getFilesToUploadList(): Array<string>
  setFilesToUploadList(value: Array<string>): this
  addFilesToUpload(value: string, index?: number): this
  clearFilesToUploadList(): this
  getSessionId(): Uint8Array | string
  getSessionId_asU8(): Uint8Array
  getSessionId_asB64(): string
  setSessionId(value: Uint8Array | string): this
  getMaxStreams(): number
  setMaxStreams(value: number): this
  getSeedA(): string
  setSeedA(value: string): this
  getSeedB(): string
  setSeedB(value: string): this
}

export declare class PushSummary extends Message {
  static deserializeBinary(bytes: Uint8Array): PushSummary
  getFilesTransferred(): number
  setFilesTransferred(value: number): this
  getBytesTransferred(): number
  setBytesTransferred(value: number): this
  getSummary(): Summary | undefined
  setSummary(value?: Summary): this
  clearSummary(): this
  hasSummary(): boolean
}

export declare class PullRequest extends Message {
  static deserializeBinary(bytes: Uint8Array): PullRequest
  getModule(): string
  setModule(value: string): this
  getPath(): string
  setPath(value: string): this
  getPlace(): Place | undefined
  setPlace(value?: Place): this
  clearPlace(): this
  hasPlace(): boolean
  getOffset(): number
  setOffset(value: number): this
  getLength(): number
  setLength(value: number): this
  clearLength(): this
  hasLength(): boolean
  getExpect(): EntryColumns | undefined
  setExpect(value?: EntryColumns): this
  clearExpect(): this
  hasExpect(): boolean
  getFollow(): boolean
  setFollow(value: boolean): this
}

export declare class PullChunk extends Message {
  static deserializeBinary(bytes: Uint8Array): PullChunk
  static readonly PayloadCase: {
    readonly PAYLOAD_NOT_SET: 0
    readonly FILE_HEADER: 1
    readonly DATA: 2
    readonly ALIVE: 3
  }
  getPayloadCase(): 0 | 1 | 2 | 3
  getFileHeader(): FileHeader | undefined
  setFileHeader(value?: FileHeader): this
  clearFileHeader(): this
  hasFileHeader(): boolean
  getData(): Uint8Array | string
  getData_asU8(): Uint8Array
  getData_asB64(): string
  setData(value: Uint8Array | string): this
  clearData(): this
  hasData(): boolean
  getAlive(): Alive | undefined
  setAlive(value?: Alive): this
  clearAlive(): this
  hasAlive(): boolean
}

export declare class ClientPullRequest extends Message {
  static deserializeBinary(bytes: Uint8Array): ClientPullRequest
  static readonly PayloadCase: {
    readonly PAYLOAD_NOT_SET: 0
    readonly HEADER: 1
    readonly DESTINATION: 2
    readonly ALIVE: 3
  }
  getPayloadCase(): 0 | 1 | 2 | 3
  getHeader(): PullHeader | undefined
  setHeader(value?: PullHeader): this
  clearHeader(): this
  hasHeader(): boolean
  getDestination(): DestinationMessage | undefined
  setDestination(value?: DestinationMessage): this
  clearDestination(): this
  hasDestination(): boolean
  getAlive(): Alive | undefined
  setAlive(value?: Alive): this
  clearAlive(): this
  hasAlive(): boolean
}

export declare class ServerPullResponse extends Message {
  static deserializeBinary(bytes: Uint8Array): ServerPullResponse
  static readonly PayloadCase: {
    readonly PAYLOAD_NOT_SET: 0
    readonly WELCOME: 1
    readonly SOURCE: 2
    readonly NEGOTIATION: 3
    readonly ALIVE: 4
  }
  getPayloadCase(): 0 | 1 | 2 | 3 | 4
  getWelcome(): Welcome | undefined
  setWelcome(value?: Welcome): this
  clearWelcome(): this
  hasWelcome(): boolean
  getSource(): SourceMessage | undefined
  setSource(value?: SourceMessage): this
  clearSource(): this
  hasSource(): boolean
  getNegotiation(): DataTransferNegotiation | undefined
  setNegotiation(value?: DataTransferNegotiation): this
  clearNegotiation(): this
  hasNegotiation(): boolean
  getAlive(): Alive | undefined
  setAlive(value?: Alive): this
  clearAlive(): this
  hasAlive(): boolean
}

export declare class PullHeader extends Message {
  static deserializeBinary(bytes: Uint8Array): PullHeader
  getProtocol(): Protocol | undefined
  setProtocol(value?: Protocol): this
  clearProtocol(): this
  hasProtocol(): boolean
  getPlace(): Place | undefined
  setPlace(value?: Place): this
  clearPlace(): this
  hasPlace(): boolean
  getOptions(): TransferOptions | undefined
  setOptions(value?: TransferOptions): this
  clearOptions(): this
  hasOptions(): boolean
  getTree(): boolean
  setTree(value: boolean): this
  getNamesList(): Array<Uint8Array | string>
  getNamesList_asU8(): Array<Uint8Array>
  getNamesList_asB64(): Array<string>
  setNamesList(value: Array<Uint8Array | string>): this
  addNames(value: Uint8Array | string, index?: number): this
  clearNamesList(): this
  getLandAsList(): Array<Uint8Array | string>
  getLandAsList_asU8(): Array<Uint8Array>
  getLandAsList_asB64(): Array<string>
  setLandAsList(value: Array<Uint8Array | string>): this
  addLandAs(value: Uint8Array | string, index?: number): this
  clearLandAsList(): this
  getSeedA(): string
  setSeedA(value: string): this
  clearSeedA(): this
  hasSeedA(): boolean
  getSeedB(): string
  setSeedB(value: string): this
  clearSeedB(): this
  hasSeedB(): boolean
  getContentsOnly(): boolean
  setContentsOnly(value: boolean): this
}

export declare class PingRequest extends Message {
  static deserializeBinary(bytes: Uint8Array): PingRequest
  getProtocol(): Protocol | undefined
  setProtocol(value?: Protocol): this
  clearProtocol(): this
  hasProtocol(): boolean
}

export declare class PingResponse extends Message {
  static deserializeBinary(bytes: Uint8Array): PingResponse
  getProtocol(): Protocol | undefined
  setProtocol(value?: Protocol): this
  clearProtocol(): this
  hasProtocol(): boolean
  getDataPort(): number
  setDataPort(value: number): this
}

export declare class ModulesRequest extends Message {
  static deserializeBinary(bytes: Uint8Array): ModulesRequest
}

export declare class ModulesResponse extends Message {
  static deserializeBinary(bytes: Uint8Array): ModulesResponse
  getModulesList(): Array<Module>
  setModulesList(value: Array<Module>): this
  addModules(value?: Module, index?: number): Module
  clearModulesList(): this
}

export declare class Module extends Message {
  static deserializeBinary(bytes: Uint8Array): Module
  getName(): string
  setName(value: string): this
  getReadOnly(): boolean
  setReadOnly(value: boolean): this
  getComment(): string
  setComment(value: string): this
}

export declare class ListRequest extends Message {
  static deserializeBinary(bytes: Uint8Array): ListRequest
  getModule(): string
  setModule(value: string): this
  getPath(): string
  setPath(value: string): this
  getPlace(): Place | undefined
  setPlace(value?: Place): this
  clearPlace(): this
  hasPlace(): boolean
}

export declare class ListResponse extends Message {
  static deserializeBinary(bytes: Uint8Array): ListResponse
  getEntriesList(): Array<FileInfo>
  setEntriesList(value: Array<FileInfo>): this
  addEntries(value?: FileInfo, index?: number): FileInfo
  clearEntriesList(): this
  getTruncated(): boolean
  setTruncated(value: boolean): this
}

export declare class FileInfo extends Message {
  static deserializeBinary(bytes: Uint8Array): FileInfo
  getName(): string
  setName(value: string): this
  getIsDir(): boolean
  setIsDir(value: boolean): this
  getSize(): number
  setSize(value: number): this
  getMtimeSeconds(): number
  setMtimeSeconds(value: number): this
}

export declare class StatRequest extends Message {
  static deserializeBinary(bytes: Uint8Array): StatRequest
  getPlace(): Place | undefined
  setPlace(value?: Place): this
  clearPlace(): this
  hasPlace(): boolean
  getFollow(): boolean
  setFollow(value: boolean): this
  getXattrs(): boolean
  setXattrs(value: boolean): this
}

export declare class StatResponse extends Message {
  static deserializeBinary(bytes: Uint8Array): StatResponse
  getEntry(): EntryColumns | undefined
  setEntry(value?: EntryColumns): this
  clearEntry(): this
  hasEntry(): boolean
  getFound(): boolean
  setFound(value: boolean): this
  getLimits(): Limits | undefined
  setLimits(value?: Limits): this
  clearLimits(): this
  hasLimits(): boolean
  getReadOnly(): boolean
  setReadOnly(value: boolean): this
  getXattrs(): Xattrs | undefined
  setXattrs(value?: Xattrs): this
  clearXattrs(): this
  hasXattrs(): boolean
  getFollowed(): Uint8Array | string
  getFollowed_asU8(): Uint8Array
  getFollowed_asB64(): string
  setFollowed(value: Uint8Array | string): this
  clearFollowed(): this
  hasFollowed(): boolean
}

export declare class ScanRequest extends Message {
  static deserializeBinary(bytes: Uint8Array): ScanRequest
  getPlace(): Place | undefined
  setPlace(value?: Place): this
  clearPlace(): this
  hasPlace(): boolean
  getRecursive(): boolean
  setRecursive(value: boolean): this
  getFollowLinks(): boolean
  setFollowLinks(value: boolean): this
  getRulesList(): Array<FilterRule>
  setRulesList(value: Array<FilterRule>): this
  addRules(value?: FilterRule, index?: number): FilterRule
  clearRulesList(): this
}

export declare class ScanResponse extends Message {
  static deserializeBinary(bytes: Uint8Array): ScanResponse
  getDirectory(): Uint8Array | string
  getDirectory_asU8(): Uint8Array
  getDirectory_asB64(): string
  setDirectory(value: Uint8Array | string): this
  getEntries(): Uint8Array | string
  getEntries_asU8(): Uint8Array
  getEntries_asB64(): string
  setEntries(value: Uint8Array | string): this
  getComplete(): boolean
  setComplete(value: boolean): this
  getFailure(): Failure | undefined
  setFailure(value?: Failure): this
  clearFailure(): this
  hasFailure(): boolean
  getAlive(): Alive | undefined
  setAlive(value?: Alive): this
  clearAlive(): this
  hasAlive(): boolean
}

export declare class HashRequest extends Message {
  static deserializeBinary(bytes: Uint8Array): HashRequest
  getPlace(): Place | undefined
  setPlace(value?: Place): this
  clearPlace(): this
  hasPlace(): boolean
  getAlgorithm(): string
  setAlgorithm(value: string): this
}

export declare class HashResponse extends Message {
  static deserializeBinary(bytes: Uint8Array): HashResponse
  getHash(): string
  setHash(value: string): this
  getFailure(): Failure | undefined
  setFailure(value?: Failure): this
  clearFailure(): this
  hasFailure(): boolean
  getAlive(): Alive | undefined
  setAlive(value?: Alive): this
  clearAlive(): this
  hasAlive(): boolean
}

export declare class SpaceRequest extends Message {
  static deserializeBinary(bytes: Uint8Array): SpaceRequest
  getPlace(): Place | undefined
  setPlace(value?: Place): this
  clearPlace(): this
  hasPlace(): boolean
}

export declare class SpaceResponse extends Message {
  static deserializeBinary(bytes: Uint8Array): SpaceResponse
  getTotalBytes(): number
  setTotalBytes(value: number): this
  getFreeBytes(): number
  setFreeBytes(value: number): this
  getAvailableBytes(): number
  setAvailableBytes(value: number): this
  getTotalInodes(): number
  setTotalInodes(value: number): this
  getFreeInodes(): number
  setFreeInodes(value: number): this
}

export declare class IdentityRequest extends Message {
  static deserializeBinary(bytes: Uint8Array): IdentityRequest
  getPlace(): Place | undefined
  setPlace(value?: Place): this
  clearPlace(): this
  hasPlace(): boolean
  getSalt(): Uint8Array | string
  getSalt_asU8(): Uint8Array
  getSalt_asB64(): string
  setSalt(value: Uint8Array | string): this
}

export declare class IdentityResponse extends Message {
  static deserializeBinary(bytes: Uint8Array): IdentityResponse
  getSelfList(): Array<Uint8Array | string>
  getSelfList_asU8(): Array<Uint8Array>
  getSelfList_asB64(): Array<string>
  setSelfList(value: Array<Uint8Array | string>): this
  addSelf(value: Uint8Array | string, index?: number): this
  clearSelfList(): this
  getAncestorsList(): Array<Uint8Array | string>
  getAncestorsList_asU8(): Array<Uint8Array>
  getAncestorsList_asB64(): Array<string>
  setAncestorsList(value: Array<Uint8Array | string>): this
  addAncestors(value: Uint8Array | string, index?: number): this
  clearAncestorsList(): this
  getMountedList(): Array<IdentityResponse>
  setMountedList(value: Array<IdentityResponse>): this
  addMounted(value?: IdentityResponse, index?: number): IdentityResponse
  clearMountedList(): this
}

export declare class PurgeRequest extends Message {
  static deserializeBinary(bytes: Uint8Array): PurgeRequest
  getModule(): string
  setModule(value: string): this
  getPathsToDeleteList(): Array<string>
  setPathsToDeleteList(value: Array<string>): this
  addPathsToDelete(value: string, index?: number): this
  clearPathsToDeleteList(): this
  getProtocol(): Protocol | undefined
  setProtocol(value?: Protocol): this
  clearProtocol(): this
  hasProtocol(): boolean
  getPlace(): Place | undefined
  setPlace(value?: Place): this
  clearPlace(): this
  hasPlace(): boolean
  getContentsOnly(): boolean
  setContentsOnly(value: boolean): this
  getRulesList(): Array<FilterRule>
  setRulesList(value: Array<FilterRule>): this
  addRules(value?: FilterRule, index?: number): FilterRule
  clearRulesList(): this
  getMinSize(): number
  setMinSize(value: number): this
  clearMinSize(): this
  hasMinSize(): boolean
  getMaxSize(): number
  setMaxSize(value: number): this
  clearMaxSize(): this
  hasMaxSize(): boolean
  getModifiedAfterNanos(): string
  setModifiedAfterNanos(value: string): this
  clearModifiedAfterNanos(): this
  hasModifiedAfterNanos(): boolean
  getModifiedBeforeNanos(): string
  setModifiedBeforeNanos(value: string): this
  clearModifiedBeforeNanos(): this
  hasModifiedBeforeNanos(): boolean
  getDryRun(): boolean
  setDryRun(value: boolean): this
  getMaxDelete(): number
  setMaxDelete(value: number): this
  clearMaxDelete(): this
  hasMaxDelete(): boolean
  getAgreedEntries(): number
  setAgreedEntries(value: number): this
  clearAgreedEntries(): this
  hasAgreedEntries(): boolean
  getAgreedBytes(): number
  setAgreedBytes(value: number): this
  clearAgreedBytes(): this
  hasAgreedBytes(): boolean
}

export declare class PurgeResponse extends Message {
  static deserializeBinary(bytes: Uint8Array): PurgeResponse
  getFilesDeleted(): number
  setFilesDeleted(value: number): this
  getDirsDeleted(): number
  setDirsDeleted(value: number): this
  getBytesDeleted(): number
  setBytesDeleted(value: number): this
  getEntries(): number
  setEntries(value: number): this
  getSampleList(): Array<Uint8Array | string>
  getSampleList_asU8(): Array<Uint8Array>
  getSampleList_asB64(): Array<string>
  setSampleList(value: Array<Uint8Array | string>): this
  addSample(value: Uint8Array | string, index?: number): this
  clearSampleList(): this
  getFailuresList(): Array<Failure>
  setFailuresList(value: Array<Failure>): this
  addFailures(value?: Failure, index?: number): Failure
  clearFailuresList(): this
  getError(): Failure | undefined
  setError(value?: Failure): this
  clearError(): this
  hasError(): boolean
  getOthersDeleted(): number
  setOthersDeleted(value: number): this
}

export declare class ChangeRequest extends Message {
  static deserializeBinary(bytes: Uint8Array): ChangeRequest
  static readonly ChangeCase: {
    readonly CHANGE_NOT_SET: 0
    readonly MAKE_DIRECTORY: 2
    readonly MAKE_SYMLINK: 3
    readonly REMOVE: 4
    readonly RENAME: 5
    readonly SET_METADATA: 6
    readonly MAKE_HARD_LINK: 7
    readonly MAKE_SPECIAL: 8
    readonly SYNC: 9
  }
  getChangeCase(): 0 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
  getPlace(): Place | undefined
  setPlace(value?: Place): this
  clearPlace(): this
  hasPlace(): boolean
  getMakeDirectory(): MakeDirectory | undefined
  setMakeDirectory(value?: MakeDirectory): this
  clearMakeDirectory(): this
  hasMakeDirectory(): boolean
  getMakeSymlink(): MakeSymlink | undefined
  setMakeSymlink(value?: MakeSymlink): this
  clearMakeSymlink(): this
  hasMakeSymlink(): boolean
  getRemove(): Remove | undefined
  setRemove(value?: Remove): this
  clearRemove(): this
  hasRemove(): boolean
  getRename(): Rename | undefined
  setRename(value?: Rename): this
  clearRename(): this
  hasRename(): boolean
  getSetMetadata(): SetMetadata | undefined
  setSetMetadata(value?: SetMetadata): this
  clearSetMetadata(): this
  hasSetMetadata(): boolean
  getMakeHardLink(): MakeHardLink | undefined
  setMakeHardLink(value?: MakeHardLink): this
  clearMakeHardLink(): this
  hasMakeHardLink(): boolean
  getMakeSpecial(): MakeSpecial | undefined
  setMakeSpecial(value?: MakeSpecial): this
  clearMakeSpecial(): this
  hasMakeSpecial(): boolean
  getSync(): Sync | undefined
  setSync(value?: Sync): this
  clearSync(): this
  hasSync(): boolean
}

export declare class ChangeResponse extends Message {
  static deserializeBinary(bytes: Uint8Array): ChangeResponse
}

export declare class MakeDirectory extends Message {
  static deserializeBinary(bytes: Uint8Array): MakeDirectory
  getParents(): boolean
  setParents(value: boolean): this
}

export declare class MakeSymlink extends Message {
  static deserializeBinary(bytes: Uint8Array): MakeSymlink
  getTarget(): Uint8Array | string
  getTarget_asU8(): Uint8Array
  getTarget_asB64(): string
  setTarget(value: Uint8Array | string): this
  getMtimeSeconds(): number
  setMtimeSeconds(value: number): this
  clearMtimeSeconds(): this
  hasMtimeSeconds(): boolean
  getMtimeNanos(): number
  setMtimeNanos(value: number): this
}

export declare class Remove extends Message {
  static deserializeBinary(bytes: Uint8Array): Remove
  getExpect(): EntryColumns | undefined
  setExpect(value?: EntryColumns): this
  clearExpect(): this
  hasExpect(): boolean
}

export declare class Rename extends Message {
  static deserializeBinary(bytes: Uint8Array): Rename
  getTo(): Uint8Array | string
  getTo_asU8(): Uint8Array
  getTo_asB64(): string
  setTo(value: Uint8Array | string): this
  getKeep(): boolean
  setKeep(value: boolean): this
}

export declare class SetMetadata extends Message {
  static deserializeBinary(bytes: Uint8Array): SetMetadata
  getMode(): number
  setMode(value: number): this
  clearMode(): this
  hasMode(): boolean
  getMtimeSeconds(): number
  setMtimeSeconds(value: number): this
  clearMtimeSeconds(): this
  hasMtimeSeconds(): boolean
  getMtimeNanos(): number
  setMtimeNanos(value: number): this
  getUid(): number
  setUid(value: number): this
  clearUid(): this
  hasUid(): boolean
  getGid(): number
  setGid(value: number): this
  clearGid(): this
  hasGid(): boolean
  getHasXattrs(): boolean
  setHasXattrs(value: boolean): this
  getXattrs(): Xattrs | undefined
  setXattrs(value?: Xattrs): this
  clearXattrs(): this
  hasXattrs(): boolean
}

export declare class MakeHardLink extends Message {
  static deserializeBinary(bytes: Uint8Array): MakeHardLink
  getExisting(): Uint8Array | string
  getExisting_asU8(): Uint8Array
  getExisting_asB64(): string
  setExisting(value: Uint8Array | string): this
}

export declare class MakeSpecial extends Message {
  static deserializeBinary(bytes: Uint8Array): MakeSpecial
  getEntry(): EntryColumns | undefined
  setEntry(value?: EntryColumns): this
  clearEntry(): this
  hasEntry(): boolean
}

export declare class Sync extends Message {
  static deserializeBinary(bytes: Uint8Array): Sync
}

export declare class WriteRequest extends Message {
  static deserializeBinary(bytes: Uint8Array): WriteRequest
  static readonly PayloadCase: {
    readonly PAYLOAD_NOT_SET: 0
    readonly HEADER: 1
    readonly FILE: 2
  }
  getPayloadCase(): 0 | 1 | 2
  getHeader(): WriteHeader | undefined
  setHeader(value?: WriteHeader): this
  clearHeader(): this
  hasHeader(): boolean
  getFile(): WriteFile | undefined
  setFile(value?: WriteFile): this
  clearFile(): this
  hasFile(): boolean
}

export declare class WriteHeader extends Message {
  static deserializeBinary(bytes: Uint8Array): WriteHeader
  getProtocol(): Protocol | undefined
  setProtocol(value?: Protocol): this
  clearProtocol(): this
  hasProtocol(): boolean
  getModule(): string
  setModule(value: string): this
}

export declare class WriteFile extends Message {
  static deserializeBinary(bytes: Uint8Array): WriteFile
  getIndex(): number
  setIndex(value: number): this
  getPath(): Uint8Array | string
  getPath_asU8(): Uint8Array
  getPath_asB64(): string
  setPath(value: Uint8Array | string): this
  getSize(): number
  setSize(value: number): this
  getMetadata(): SetMetadata | undefined
  setMetadata(value?: SetMetadata): this
  clearMetadata(): this
  hasMetadata(): boolean
  getFsync(): boolean
  setFsync(value: boolean): this
}

export declare class WriteResponse extends Message {
  static deserializeBinary(bytes: Uint8Array): WriteResponse
  static readonly PayloadCase: {
    readonly PAYLOAD_NOT_SET: 0
    readonly NEGOTIATION: 1
    readonly READY: 2
    readonly WRITTEN: 3
    readonly ALIVE: 4
  }
  getPayloadCase(): 0 | 1 | 2 | 3 | 4
  getNegotiation(): DataTransferNegotiation | undefined
  setNegotiation(value?: DataTransferNegotiation): this
  clearNegotiation(): this
  hasNegotiation(): boolean
  getReady(): WriteReady | undefined
  setReady(value?: WriteReady): this
  clearReady(): this
  hasReady(): boolean
  getWritten(): Written | undefined
  setWritten(value?: Written): this
  clearWritten(): this
  hasWritten(): boolean
  getAlive(): Alive | undefined
  setAlive(value?: Alive): this
  clearAlive(): this
  hasAlive(): boolean
}

export declare class WriteReady extends Message {
  static deserializeBinary(bytes: Uint8Array): WriteReady
  getIndex(): number
  setIndex(value: number): this
}

export declare class Written extends Message {
  static deserializeBinary(bytes: Uint8Array): Written
  getIndex(): number
  setIndex(value: number): this
  getFailure(): Failure | undefined
  setFailure(value?: Failure): this
  clearFailure(): this
  hasFailure(): boolean
}
