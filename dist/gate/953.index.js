export const id = 953;
export const ids = [953];
export const modules = {

/***/ 45403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ streamed)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78877);
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30714);


/** Bytes between two collections: few enough to stay in the processor's cache, many enough to cost little. */
const STEP = 8 * 1024 * 1024;
let collect = "unknown";
let since = 0;
/**
 * Counts streamed bytes, and has what they lay in collected every few MiB. A chunk is a small object to the
 * collector, which by itself lets hundreds of them wait, each with 64 KiB outside its heap: a long copy then holds
 * 100 MB more, and slower memory. A collection of young objects alone takes less than a millisecond.
 */
function streamed(bytes) {
    since += bytes;
    if (since < STEP)
        return;
    since = 0;
    if (collect === "unknown")
        collect = findCollect();
    collect?.({ type: "minor" });
}
/** Node shows its collector only behind a flag, which a program can set while it runs. */
function findCollect() {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)("--expose-gc");
    const found = (0,node_vm__WEBPACK_IMPORTED_MODULE_1__.runInNewContext)("globalThis.gc");
    return typeof found === "function" ? found : undefined;
}
//# sourceMappingURL=chunk-garbage.js.map

/***/ }),

/***/ 89723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L7: () => (/* binding */ MAX_MANIFEST_SIZE),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   sM: () => (/* binding */ detectMediaType),
/* harmony export */   xQ: () => (/* binding */ checkMediaType),
/* harmony export */   xh: () => (/* binding */ referrerDescriptor)
/* harmony export */ });
/* unused harmony export parseDescriptor */
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54726);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53280);



/** The limit of distribution-spec 1.1 ("Pushing Manifests"), above which registries refuse. 4 MiB. */
const MAX_MANIFEST_SIZE = 4 * 1024 * 1024;
const MAX_ENTRIES = 20_000;
const MAX_SIZE = Number.MAX_SAFE_INTEGER;
/**
 * Reads a manifest. `what` names it in errors, `mediaType` is what its origin says it is, which must be what
 * it says itself: one document that two readers take for different things is refused (CVE-2021-41190).
 * @throws UserError `invalid-manifest`, `unsupported-manifest`
 */
function parseManifest(body, mediaType, what) {
    const root = parseObject(body, what);
    checkType(root, mediaType, what);
    const common = {
        subject: root.subject === undefined ? undefined : parseDescriptor(root.subject, `${what}: subject`),
        artifactType: text(root.artifactType),
        annotations: parseAnnotations(root.annotations, what),
    };
    if ((0,_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .isIndexType */ .$U)(mediaType))
        return { kind: "index", manifests: list(root.manifests, "manifests", what), ...common };
    return {
        kind: "image",
        config: parseDescriptor(root.config, `${what}: config`),
        layers: list(root.layers, "layers", what),
        ...common,
    };
}
/**
 * The media type of a manifest whose origin does not say it (an OCI manifest need not name its own type).
 * @throws UserError `invalid-manifest`, `unsupported-manifest`
 */
function detectMediaType(body, what) {
    const root = parseObject(body, what);
    const stated = text(root.mediaType);
    if (stated !== undefined)
        return stated;
    if (root.schemaVersion === 1)
        throw unsupported("Docker schema 1", what);
    if (Array.isArray(root.manifests))
        return _media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .OCI_INDEX */ .$p;
    if (root.config !== undefined)
        return _media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .OCI_MANIFEST */ .EG;
    throw invalid(what, "does not say what it is");
}
/**
 * A manifest's media type without parameters such as `charset`, checked to be one that we can copy.
 * @throws UserError `unsupported-manifest`
 */
function checkMediaType(stated, what) {
    const mediaType = (0,_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .bareMediaType */ .ZX)(stated);
    const refused = (0,_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .refusedFormat */ .mm)(mediaType);
    if (refused !== undefined)
        throw unsupported(refused, what);
    if (!(0,_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .isManifestType */ .Q3)(mediaType))
        throw unsupported(`the media type ${JSON.stringify(mediaType.slice(0, 100))}`, what);
    return mediaType;
}
/**
 * Reads a descriptor. Keys that nothing here needs are left out.
 * @throws UserError `invalid-manifest`
 */
function parseDescriptor(value, what) {
    if (!isRecord(value))
        throw invalid(what, "is not a descriptor");
    const { mediaType, digest, size } = value;
    if (typeof mediaType !== "string" || mediaType === "")
        throw invalid(what, "has no media type");
    if (typeof digest !== "string" || !(0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest))
        throw invalid(what, "has no sha256 or sha512 digest");
    if (typeof size !== "number" || !Number.isInteger(size) || size < 0 || size > MAX_SIZE) {
        throw invalid(what, "has no size");
    }
    const descriptor = { mediaType, digest, size };
    const artifactType = text(value.artifactType);
    if (artifactType !== undefined)
        descriptor.artifactType = artifactType;
    const annotations = parseAnnotations(value.annotations, what);
    if (annotations !== undefined)
        descriptor.annotations = annotations;
    const platform = parsePlatform(value.platform);
    if (platform !== undefined)
        descriptor.platform = platform;
    return descriptor;
}
/** What a manifest is listed as among its subject's referrers (image-spec, `artifactType`; distribution-spec, "Listing Referrers"). */
function referrerDescriptor(manifest, parsed) {
    const own = parsed.artifactType ?? (parsed.kind === "image" ? parsed.config.mediaType : undefined);
    const descriptor = {
        mediaType: manifest.mediaType,
        digest: manifest.digest,
        size: manifest.size,
    };
    if (own !== undefined)
        descriptor.artifactType = own;
    if (parsed.annotations !== undefined)
        descriptor.annotations = parsed.annotations;
    return descriptor;
}
function checkType(root, mediaType, what) {
    const refused = (0,_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .refusedFormat */ .mm)(mediaType);
    if (refused !== undefined)
        throw unsupported(refused, what);
    if (root.schemaVersion === 1)
        throw unsupported("Docker schema 1", what);
    if (!(0,_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .isIndexType */ .$U)(mediaType) && !(0,_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .isImageType */ .G1)(mediaType)) {
        throw unsupported(`the media type ${JSON.stringify(mediaType.slice(0, 100))}`, what);
    }
    const stated = text(root.mediaType);
    if (stated !== undefined && stated !== mediaType) {
        throw invalid(what, `says it is ${JSON.stringify(stated.slice(0, 100))}, but came as ${mediaType}`);
    }
    const both = root.manifests !== undefined && (root.layers !== undefined || root.config !== undefined);
    if (both)
        throw invalid(what, "is an index and an image at once");
}
function parseObject(body, what) {
    let value;
    try {
        value = JSON.parse(Buffer.from(body).toString("utf8"));
    }
    catch (error) {
        throw invalid(what, "is not JSON", error);
    }
    if (!isRecord(value))
        throw invalid(what, "is not a JSON object");
    return value;
}
function list(value, key, what) {
    if (!Array.isArray(value))
        throw invalid(what, `has no list ${key}`);
    if (value.length > MAX_ENTRIES)
        throw invalid(what, `has more than ${MAX_ENTRIES} ${key}`);
    return value.map((entry, at) => parseDescriptor(entry, `${what}: ${key}[${at}]`));
}
function parseAnnotations(value, what) {
    if (value === undefined || value === null)
        return undefined;
    if (!isRecord(value) || !Object.values(value).every((each) => typeof each === "string")) {
        throw invalid(what, "has annotations that are not texts");
    }
    return value;
}
function parsePlatform(value) {
    if (!isRecord(value))
        return undefined;
    const { architecture, os } = value;
    if (typeof architecture !== "string" || typeof os !== "string")
        return undefined;
    const platform = { architecture, os };
    const variant = text(value.variant);
    if (variant !== undefined)
        platform.variant = variant;
    const osVersion = text(value["os.version"]);
    if (osVersion !== undefined)
        platform.osVersion = osVersion;
    return platform;
}
function text(value) {
    return typeof value === "string" && value !== "" ? value : undefined;
}
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function invalid(what, reason, cause) {
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("invalid-manifest", `${what} ${reason}.`, {
        hint: "The image is broken where it stands: build or push it anew.",
        cause,
    });
}
function unsupported(format, what) {
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("unsupported-manifest", `${what} is ${format}, which is not supported.`, {
        hint: "Push the image anew with a current tool, as an OCI manifest or index, or Docker schema 2.",
    });
}
//# sourceMappingURL=manifest.js.map

/***/ }),

/***/ 53280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ isIndexType),
/* harmony export */   $p: () => (/* binding */ OCI_INDEX),
/* harmony export */   EG: () => (/* binding */ OCI_MANIFEST),
/* harmony export */   G1: () => (/* binding */ isImageType),
/* harmony export */   Q3: () => (/* binding */ isManifestType),
/* harmony export */   ZX: () => (/* binding */ bareMediaType),
/* harmony export */   mm: () => (/* binding */ refusedFormat),
/* harmony export */   qO: () => (/* binding */ ACCEPT_MANIFESTS)
/* harmony export */ });
/* unused harmony exports DOCKER_MANIFEST, DOCKER_LIST, isNonDistributable */
/**
 * The media types that a registry client must tell apart.
 * Sources: OCI image-spec 1.1 `media-types.md`, Docker's "Image Manifest V 2, Schema 2".
 */
const OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
const OCI_INDEX = "application/vnd.oci.image.index.v1+json";
const DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
const DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
/** What is asked for with every manifest. A registry may convert to schema 1 when the OCI types are missing. */
const ACCEPT_MANIFESTS = [OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST].join(", ");
const INDEXES = new Set([OCI_INDEX, DOCKER_LIST]);
const IMAGES = new Set([OCI_MANIFEST, DOCKER_MANIFEST]);
/** Manifest formats of the past. They have a digest, but no client of today can copy them faithfully. */
const REFUSED = new Map([
    ["application/vnd.docker.distribution.manifest.v1+json", "Docker schema 1"],
    ["application/vnd.docker.distribution.manifest.v1+prettyjws", "Docker schema 1"],
    ["application/vnd.oci.artifact.manifest.v1+json", "the withdrawn OCI artifact manifest"],
]);
/** Layers that only their author may distribute: registries hold their descriptor, not their bytes. */
const NON_DISTRIBUTABLE = (/* unused pure expression or super */ null && ([
    "application/vnd.docker.image.rootfs.foreign.diff.tar",
    "application/vnd.oci.image.layer.nondistributable.v1.tar",
]));
/** A media type as it stands in Content-Type, without its parameters. */
function bareMediaType(stated) {
    return (stated.split(";")[0] ?? "").trim().toLowerCase();
}
/** An index (OCI) or a manifest list (Docker). */
function isIndexType(mediaType) {
    return INDEXES.has(mediaType);
}
/** A manifest of one image or artifact. */
function isImageType(mediaType) {
    return IMAGES.has(mediaType);
}
/** Anything that is fetched from `manifests/`, refused formats included. */
function isManifestType(mediaType) {
    return INDEXES.has(mediaType) || IMAGES.has(mediaType) || REFUSED.has(mediaType);
}
/** The name of a manifest format that is refused, or undefined. */
function refusedFormat(mediaType) {
    return REFUSED.get(mediaType);
}
/** A layer that is not copied because its licence forbids to (its bytes are not in the registry). */
function isNonDistributable(mediaType) {
    return NON_DISTRIBUTABLE.some((prefix) => mediaType.startsWith(prefix));
}
//# sourceMappingURL=media-types.js.map

/***/ }),

/***/ 29960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ ReceiveBuffers),
  E: () => (/* binding */ isLent)
});

// EXTERNAL MODULE: ./.cache/bundles/registry/chunk-garbage.js
var chunk_garbage = __webpack_require__(45403);
;// CONCATENATED MODULE: ./.cache/bundles/registry/gathering.js
/** Bytes of a record of TLS, at most (RFC 8446, section 5.1). Bytes that go on rarely come in shorter ones. */
const RECORD = 16 * 1024;
/**
 * What one socket has read and not handed on. Records that come in one turn of the event loop are handed on
 * together, and so are those that come while nobody takes what was handed on before: Node would join pieces that
 * wait, and copy them for it.
 */
class Gathering {
    #socket;
    #push;
    #chunkOf;
    #piece;
    #later;
    /**
     * The stream has asked for bytes (`_read`) since it last got some, as it does before the first come. Until it
     * gets them it does not ask again, even when all that waits in it is taken.
     */
    #asked = true;
    /** `chunkOf` makes of a piece what the socket's readers get. */
    constructor(socket, chunkOf) {
        this.#socket = socket;
        this.#chunkOf = chunkOf;
        const push = socket.push.bind(socket);
        this.#push = push;
        socket.push = (chunk, encoding) => {
            // What is still here belongs before the end of the stream.
            if (chunk === null)
                this.handOn();
            return push(chunk, encoding);
        };
        const read = socket._read.bind(socket);
        socket._read = (size) => {
            this.#asked = true;
            // Asked for in the middle of a read, which would join what came at once with what it is about to give.
            if (this.#piece !== undefined && this.#later === undefined)
                process.nextTick(() => this.handOn());
            read(size);
        };
        const write = socket._write.bind(socket);
        socket._write = (chunk, encoding, done) => {
            // At an empty one Node reads on at once: amid a read, over the bytes that this has just brought.
            if (chunk.length === 0)
                done();
            else
                write(chunk, encoding, done);
        };
    }
    /** `readsOn`: the next bytes will lie behind these. */
    add(buffer, start, length, readsOn) {
        this.#piece ??= { buffer, start, length: 0, readsOn };
        this.#piece.length += length;
        this.#piece.readsOn = readsOn;
        // What ends before a record could is an answer, or the end of one. It may be the last word before the connection
        // breaks, so it does not wait.
        if (!readsOn || length < RECORD)
            this.handOn();
        else
            this.#later ??= setImmediate(() => {
                this.#later = undefined;
                if (this.#asked)
                    this.handOn();
            });
    }
    /** Hands on what is there. */
    handOn() {
        clearImmediate(this.#later);
        this.#later = undefined;
        const piece = this.#piece;
        this.#piece = undefined;
        if (piece === undefined || this.#socket.destroyed)
            return;
        // Before: who gets the bytes may ask for more at once.
        this.#asked = false;
        this.#push(this.#chunkOf(piece));
    }
}
//# sourceMappingURL=gathering.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/receive-buffers.js


/**
 * Bytes of one buffer. Each read costs the same work in JavaScript however much it brings: with half of this a
 * copy of 1 GB takes about a twentieth more of the processor, and with twice as much no less.
 */
const SIZE = 512 * 1024;
/** Reads below this are copied, so that a short answer does not hold a whole buffer. */
const WORTH_LENDING = 32 * 1024;
/**
 * Buffers that are kept for the next reads: as many as sixteen streams have on the way. What finds no place here is
 * garbage that the collector lets wait, while others are made.
 */
const MOST_FREE = 64;
const loans = new WeakMap();
/** Whether these bytes lie in a buffer that is used again. */
function isLent({ buffer }) {
    return loans.has(buffer);
}
/**
 * Buffers that sockets read into and that are used again once another socket has sent what stands in them. Node
 * gives each read a buffer of its own otherwise: a copy then spends its time in getting memory and giving it back.
 * What is never sent is left to the garbage collector.
 */
class ReceiveBuffers {
    #free = [];
    /** For the options of a socket that is made (`net.connect`). */
    reading() {
        let isKept = false;
        return {
            // Asked for when a socket is made, and right after each read: without a new one Node goes on with what it has.
            buffer: () => {
                const kept = isKept;
                isKept = false;
                return kept ? undefined : new Uint8Array(this.#next());
            },
            callback: callbackOf((socket, length, { buffer }) => {
                const readsOn = length < WORTH_LENDING;
                const goOn = socket.push(chunkOf({ buffer, start: 0, length, readsOn }));
                // Not before: who gets the bytes may make another socket, which asks for a buffer too.
                isKept = readsOn;
                return goOn;
            }),
        };
    }
    /**
     * For the options of a socket that speaks TLS (`tls.connect`), of which Node reads no more than a record at a
     * time: records are gathered, since each piece costs the same work however small it is.
     */
    gathering() {
        const gatherings = new WeakMap();
        let rest;
        return {
            // Asked for when a socket is made, and right after each read.
            buffer: () => {
                const next = rest ?? new Uint8Array(this.#next());
                rest = undefined;
                return next;
            },
            callback: callbackOf((socket, length, { buffer, byteOffset }) => {
                const gathering = gatherings.get(socket) ?? new Gathering(socket, chunkOf);
                gatherings.set(socket, gathering);
                const end = byteOffset + length;
                const readsOn = buffer.byteLength - end >= RECORD;
                gathering.add(buffer, byteOffset, length, readsOn);
                // Not before, as in `reading`.
                if (readsOn)
                    rest = new Uint8Array(buffer, end);
                return socket.readableLength < socket.readableHighWaterMark;
            }),
        };
    }
    /** Has a buffer come back when this socket has sent all that was read into it. */
    comeBackFrom(socket) {
        const write = socket.write.bind(socket);
        socket.write = (...args) => {
            const [chunk] = args;
            // A part of what was read: the rest of it may still be needed.
            if (args.length > 1 || !(chunk instanceof Uint8Array) || !isWhole(chunk))
                return write(...args);
            // What could not be sent may be tried on another socket.
            return write(chunk, (error) => {
                if (!error)
                    this.#takeBack(chunk);
            });
        };
    }
    /** What nobody gives back is garbage sooner or later, so it is counted when it is made. */
    #next() {
        const free = this.#free.pop();
        if (free !== undefined)
            return free;
        (0,chunk_garbage/* streamed */.I)(SIZE);
        return new ArrayBuffer(SIZE);
    }
    #takeBack(chunk) {
        const { buffer, byteOffset } = chunk;
        const loan = loans.get(buffer);
        if (loan === undefined || !isWhole(chunk))
            return;
        loan.parts.delete(byteOffset);
        if (loan.readsOn || loan.parts.size > 0)
            return;
        loans.delete(buffer);
        if (this.#free.length < MOST_FREE && buffer instanceof ArrayBuffer)
            this.#free.push(buffer);
    }
}
/** The bytes of a piece: lent where there are many of them, else a copy. */
function chunkOf({ buffer, start, length, readsOn }) {
    const chunk = Buffer.from(buffer, start, length);
    const isWorth = length >= WORTH_LENDING;
    const loan = loans.get(buffer) ?? { parts: new Map(), readsOn };
    // Also where the piece is copied: it may be the last of its buffer.
    loan.readsOn = readsOn;
    if (!isWorth)
        return Buffer.from(chunk);
    loan.parts.set(start, length);
    loans.set(buffer, loan);
    return chunk;
}
function isWhole({ buffer, byteOffset, byteLength }) {
    return loans.get(buffer)?.parts.get(byteOffset) === byteLength;
}
/** Node calls it as a method of the socket, which its types do not say. */
function callbackOf(work) {
    return function (length, buffer) {
        return work(this, length, buffer);
    };
}
//# sourceMappingURL=receive-buffers.js.map

/***/ }),

/***/ 14931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RV: () => (/* binding */ verifyBytes),
/* harmony export */   oP: () => (/* binding */ verifyingStream)
/* harmony export */ });
/* unused harmony export DigestProgress */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33786);
/* harmony import */ var _chunk_garbage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45403);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54726);
/* harmony import */ var _receive_buffers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29960);






/**
 * Checks bytes that were fetched by digest. `what` names them and their origin in the error.
 * @throws UserError `digest-mismatch`, `digest-unsupported`
 */
function verifyBytes(bytes, digest, what) {
    const found = (0,_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .digestOf */ .ol)(bytes, algorithmOf(digest, what));
    if (found !== digest)
        throw digestMismatch(what, digest, found);
}
/** Bytes between two states that are kept. A state has a few hundred bytes. */
const CHECKPOINT_STEP = (/* unused pure expression or super */ null && (8 * 1024 * 1024));
/**
 * How far a blob was hashed, in steps: what was begun can be gone on with from the middle, and is verified as a
 * whole all the same. One object serves one blob, for all attempts at moving it.
 */
class DigestProgress {
    #states = [];
    /** The farthest place up to `offset` bytes from which hashing can go on; 0 when there is none. */
    before(offset) {
        return this.#farthest(offset)?.at ?? 0;
    }
    /** The state at a place that `before` gave. */
    resume(at, algorithm) {
        const state = this.#farthest(at);
        return state?.at === at ? state.hash.copy() : createHash(algorithm);
    }
    /** Called after every chunk. */
    keep(at, hash) {
        if (at >= (this.#states.at(-1)?.at ?? 0) + CHECKPOINT_STEP)
            this.#states.push({ at, hash: hash.copy() });
    }
    #farthest(offset) {
        return this.#states.findLast(({ at }) => at <= offset);
    }
}
/**
 * A stream that lets through exactly the bytes of `digest` and breaks otherwise: as soon as there are more
 * bytes than `size`, and at the end if there are fewer or their digest is another. The chunk that completes it
 * (without a size: the last so far) is held back until all is verified, so whoever reads to the end has read verified bytes, and a wrong blob is
 * never completed at a destination.
 * @throws UserError `digest-mismatch`, `size-mismatch`, `digest-unsupported`
 */
function verifyingStream(digest, size, what, { progress, start = 0, from = start, count } = {}) {
    const algorithm = algorithmOf(digest, what);
    const hash = progress === undefined || start === 0 ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm) : progress.resume(start, algorithm);
    let seen = start;
    let held;
    return new node_stream__WEBPACK_IMPORTED_MODULE_1__.Transform({
        transform(chunk, _encoding, done) {
            const skipped = Math.min(chunk.length, Math.max(0, from - seen));
            seen += chunk.length;
            if (size !== undefined && seen > size) {
                done(sizeMismatch(what, size, `more than ${size}`));
                return;
            }
            hash.update(chunk);
            progress?.keep(seen, hash);
            if (!(0,_receive_buffers_js__WEBPACK_IMPORTED_MODULE_4__/* .isLent */ .E)(chunk))
                (0,_chunk_garbage_js__WEBPACK_IMPORTED_MODULE_3__/* .streamed */ .I)(chunk.length);
            const wanted = skipped === 0 ? chunk : chunk.subarray(skipped);
            if (wanted.length === 0) {
                done();
                return;
            }
            count?.(wanted.length);
            // What is sent on at once is still in the processor's cache.
            const ready = held;
            const isLast = size === undefined || seen === size;
            held = isLast ? wanted : undefined;
            if (isLast)
                done(null, ready);
            else
                done(null, wanted);
        },
        flush(done) {
            if (size !== undefined && seen !== size) {
                done(sizeMismatch(what, size, `${seen}`));
                return;
            }
            const found = `${algorithm}:${hash.digest("hex")}`;
            if (found !== digest) {
                done(digestMismatch(what, digest, found));
                return;
            }
            done(null, held);
        },
    });
}
function algorithmOf(digest, what) {
    const parsed = (0,_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDigest */ .m)(digest);
    if (parsed !== undefined)
        return parsed.algorithm;
    throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("digest-unsupported", `${what} has a digest that cannot be verified.`, {
        hint: "Only sha256 and sha512 digests are known.",
    });
}
function digestMismatch(what, expected, found) {
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("digest-mismatch", `${what} is not what its digest says: expected ${expected}, got ${found}.`, {
        hint: "The content is damaged or was exchanged. Nothing of it was used; push it anew, or look at what stands between.",
        fault: "outside",
    });
}
function sizeMismatch(what, expected, found) {
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("size-mismatch", `${what} should have ${expected} bytes and has ${found}.`, {
        hint: "The content is damaged or was cut off. Nothing of it was used; push it anew, or look at what stands between.",
        fault: "outside",
    });
}
//# sourceMappingURL=verifying.js.map

/***/ })

};
