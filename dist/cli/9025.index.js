export const id = 9025;
export const ids = [9025];
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

/***/ 54726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   RV: () => (/* binding */ verifyBytes),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   _Q: () => (/* binding */ isDigestOf),
/* harmony export */   eH: () => (/* binding */ DigestProgress),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   oP: () => (/* binding */ verifyingStream),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33786);
/* harmony import */ var _chunk_garbage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45403);
/* harmony import */ var _receive_buffers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29960);





const DIGEST = /^(?:(sha256):([0-9a-f]{64})|(sha512):([0-9a-f]{128}))$/;
/** The parts of `sha256:<64 hex>` or `sha512:<128 hex>`, or undefined for anything else. */
function parseDigest(text) {
    const match = DIGEST.exec(text);
    if (match === null)
        return undefined;
    if (match[1] !== undefined && match[2] !== undefined)
        return { algorithm: "sha256", hex: match[2] };
    if (match[3] !== undefined && match[4] !== undefined)
        return { algorithm: "sha512", hex: match[4] };
    return undefined;
}
/** Whether this is a digest that we can verify. */
function isDigest(text) {
    return DIGEST.test(text);
}
/** The digest of some bytes, `sha256:<hex>` unless another algorithm is named. */
function digestOf(bytes, algorithm = "sha256") {
    return `${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(bytes).digest("hex")}`;
}
/** Whether a digest, of whatever algorithm, is that of these bytes. */
function isDigestOf(digest, bytes) {
    const parsed = parseDigest(digest);
    return parsed !== undefined && digestOf(bytes, parsed.algorithm) === digest;
}
/**
 * Checks bytes that were fetched by digest. `what` names them and their origin in the error.
 * @throws UserError `digest-mismatch`, `digest-unsupported`
 */
function verifyBytes(bytes, digest, what) {
    const found = digestOf(bytes, algorithmOf(digest, what));
    if (found !== digest)
        throw digestMismatch(what, digest, found);
}
/** Bytes between two states that are kept. A state has a few hundred bytes. */
const CHECKPOINT_STEP = 8 * 1024 * 1024;
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
        return state?.at === at ? state.hash.copy() : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm);
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
    const parsed = parseDigest(digest);
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
/** The algorithm and 12 digits: enough for people to compare. */
function shortDigest(digest) {
    return digest.replace(/^(sha\d+:.{12}).*$/, "$1");
}
//# sourceMappingURL=digest.js.map

/***/ }),

/***/ 79025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ layoutRepository),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   G2: () => (/* binding */ parseDestination),
/* harmony export */   PJ: () => (/* binding */ parseSource),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   j2: () => (/* binding */ formatSource),
/* harmony export */   l5: () => (/* binding */ parseRegistry),
/* harmony export */   nW: () => (/* binding */ isLayout),
/* harmony export */   nz: () => (/* binding */ apiHost)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33786);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54726);



/** What stands for a registry where the repository is an OCI layout. */
const LAYOUT = "oci-layout";
const LAYOUT_PREFIX = `${LAYOUT}:`;
const HOST_LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
const REGISTRY = new RegExp(`^(?:${HOST_LABEL}(?:\\.${HOST_LABEL})*|\\[[0-9a-fA-F:]+\\])(?::([0-9]{1,5}))?$`);
const SEGMENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
/** Docker's limit, and what registries' databases are made for. */
const MAX_REPOSITORY_LENGTH = 255;
const MAX_NAME_LENGTH = 1024;
const DOCKER_HUB = "docker.io";
const DOCKER_HUB_NAMES = new Set([
    "docker.io",
    "index.docker.io",
    "registry-1.docker.io",
]);
const DOCKER_HUB_API = "registry-1.docker.io";
const RIGHT_FORM = "Write HOST/REPOSITORY:TAG or HOST/REPOSITORY@sha256:DIGEST, for example ghcr.io/acme/shop:1.2.3.";
const LAYOUT_FORM = "Write oci-layout:FOLDER, oci-layout:FOLDER:TAG or oci-layout:FOLDER@sha256:DIGEST.";
/**
 * A name in a registry, by Docker's rules: without a host it is Docker Hub's, and there `debian` is
 * `library/debian`. `input` names the action's input for the error.
 * @throws UserError `invalid-image-name`
 */
function parseReference(text, input) {
    if (text.startsWith(LAYOUT_PREFIX)) {
        throw invalid(text, "an OCI layout cannot stand here, only a name in a registry", RIGHT_FORM, input);
    }
    const wrong = (reason) => invalid(text, reason, RIGHT_FORM, input);
    checkText(text, wrong);
    if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(text))
        throw wrong("it starts with a scheme (such as https://)");
    const { rest, digest } = splitDigest(text, wrong);
    const { name, tag } = splitTag(rest, wrong);
    const { registry, repository } = splitRegistry(name, wrong);
    checkRepository(repository, wrong);
    const reference = { registry, repository };
    if (tag !== undefined)
        reference.tag = tag;
    if (digest !== undefined)
        reference.digest = digest;
    return reference;
}
/**
 * What an image is read from: a name in a registry, or `oci-layout:PATH[:tag]`, `oci-layout:PATH@digest`.
 * @throws UserError `invalid-image-name`
 */
function parseSource(text, input) {
    if (!text.startsWith(LAYOUT_PREFIX))
        return { kind: "registry", ...parseReference(text, input) };
    return { kind: "layout", ...parseLayout(text, input) };
}
/**
 * What an image is written to: a name in a registry, or `oci-layout:PATH[:tag]`.
 * @throws UserError `invalid-image-name`
 */
function parseDestination(text, input) {
    if (!text.startsWith(LAYOUT_PREFIX))
        return parseReference(text, input);
    const { path, ...rest } = parseLayout(text, input);
    return { ...layoutRepository(path), ...rest };
}
/** An OCI layout as something that is written to. Two spellings of one path are one; links are not followed. */
function layoutRepository(path) {
    const normal = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path);
    return { registry: LAYOUT, repository: normal.length > 1 ? normal.replace(/\/$/, "") : normal };
}
/** Whether this is an OCI layout and not a repository of a registry. */
function isLayout({ registry }) {
    return registry === LAYOUT;
}
function parseLayout(text, input) {
    const wrong = (reason) => invalid(text, reason, LAYOUT_FORM, input);
    checkText(text, wrong);
    const { rest, digest } = splitDigest(text.slice(LAYOUT_PREFIX.length), wrong);
    const { name: path, tag } = splitTag(rest, wrong);
    if (path === "")
        throw wrong("the folder is missing");
    const reference = { path };
    if (tag !== undefined)
        reference.tag = tag;
    if (digest !== undefined)
        reference.digest = digest;
    return reference;
}
/**
 * A repository, without tag and digest.
 * @throws UserError `invalid-image-name`
 */
function parseRepository(text, input) {
    const { registry, repository, tag, digest } = parseReference(text, input);
    if (tag !== undefined || digest !== undefined) {
        const form = "Write HOST/REPOSITORY, for example ghcr.io/acme/shop.";
        throw invalid(text, `only a repository can stand here, without a ${tag === undefined ? "digest" : "tag"}`, form, input);
    }
    return { registry, repository };
}
/**
 * A registry, `host[:port]`. What people copy from `docker login` is taken too: a scheme, a trailing slash,
 * Docker Hub's `https://index.docker.io/v1/`. Undefined if it is none.
 */
function parseRegistry(text) {
    const host = text.replace(/^https?:\/\//, "").replace(/\/(?:v[12]\/?)?$/, "");
    return isRegistry(host) ? canonicalRegistry(host) : undefined;
}
/** Whether this can be a tag: 1 to 128 of letters, digits, `_`, `.` and `-`, no `.` or `-` first. */
function isTag(text) {
    return TAG.test(text);
}
/** The name in full, with registry; what `parseDestination` reads back as the same. */
function formatReference(reference) {
    const { registry, repository, tag, digest } = reference;
    const between = isLayout(reference) ? ":" : "/";
    return `${registry}${between}${repository}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}
/** The source as people write it. */
function formatSource(reference) {
    if (reference.kind === "registry")
        return formatReference(reference);
    const { path, tag, digest } = reference;
    return `${LAYOUT_PREFIX}${path}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}
/** The `host[:port]` whose API answers for a registry: Docker Hub's is not `docker.io`. */
function apiHost(registry) {
    return registry === DOCKER_HUB ? DOCKER_HUB_API : registry;
}
function splitDigest(text, wrong) {
    const at = text.indexOf("@");
    if (at < 0)
        return { rest: text, digest: undefined };
    const digest = text.slice(at + 1);
    if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDigest */ .m)(digest) === undefined) {
        throw wrong("after @ must come sha256: and 64, or sha512: and 128 lower-case hexadecimal digits");
    }
    return { rest: text.slice(0, at), digest };
}
/** A colon after the last slash starts a tag; one before it belongs to a port or a folder. */
function splitTag(text, wrong) {
    const colon = text.lastIndexOf(":");
    if (colon < 0 || colon < text.lastIndexOf("/"))
        return { name: text, tag: undefined };
    const tag = text.slice(colon + 1);
    if (tag === "")
        throw wrong("the tag after the colon is missing");
    if (!TAG.test(tag)) {
        throw wrong("a tag has at most 128 letters, digits, _, . and -, and does not start with . or -");
    }
    return { name: text.slice(0, colon), tag };
}
function splitRegistry(name, wrong) {
    const slash = name.indexOf("/");
    const first = slash < 0 ? "" : name.slice(0, slash);
    const isHost = /[.:]/.test(first) || first === "localhost" || first !== first.toLowerCase();
    if (!isHost) {
        return { registry: DOCKER_HUB, repository: slash < 0 ? `library/${name}` : name };
    }
    if (!isRegistry(first))
        throw wrong(`${quote(first)} is not a host with an optional port`);
    const registry = canonicalRegistry(first);
    const path = name.slice(slash + 1);
    return { registry, repository: registry === DOCKER_HUB && !path.includes("/") ? `library/${path}` : path };
}
function checkRepository(repository, wrong) {
    const path = repository.replace(/^library\//, "");
    if (path === "")
        throw wrong("the repository is missing");
    if (repository.length > MAX_REPOSITORY_LENGTH) {
        throw wrong(`the repository is longer than ${MAX_REPOSITORY_LENGTH} characters`);
    }
    if (path !== path.toLowerCase())
        throw wrong("a repository is lower-case");
    // Docker takes 64 hexadecimal digits for the identifier of a local image.
    if (/^[0-9a-f]{64}$/.test(path))
        throw wrong("64 hexadecimal digits alone are an image's identifier, not its name");
    for (const segment of path.split("/")) {
        if (segment === "")
            throw wrong("a part between slashes is empty");
        if (!SEGMENT.test(segment)) {
            throw wrong(`${quote(segment)} may only have a-z and 0-9, separated by one ., one or two _, or any number of -`);
        }
    }
}
function isRegistry(host) {
    const match = REGISTRY.exec(host);
    if (match === null || host.length > MAX_REPOSITORY_LENGTH)
        return false;
    if (match[1] === undefined)
        return true;
    const port = Number(match[1]);
    return port > 0 && port < 65536;
}
function canonicalRegistry(host) {
    const lower = host.toLowerCase();
    return DOCKER_HUB_NAMES.has(lower) ? DOCKER_HUB : lower;
}
function checkText(text, wrong) {
    if (text === "")
        throw wrong("it is empty");
    if (text.length > MAX_NAME_LENGTH)
        throw wrong(`it is longer than ${MAX_NAME_LENGTH} characters`);
    if (/\s/.test(text))
        throw wrong("it contains white space");
    if (/\p{C}/u.test(text))
        throw wrong("it contains a control character");
}
function invalid(text, reason, form, input) {
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("invalid-image-name", `The image name ${quote(text)} cannot be read: ${reason}.`, {
        hint: form,
        input,
    });
}
function quote(text) {
    const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
    return JSON.stringify(shown);
}
//# sourceMappingURL=name.js.map

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

/***/ })

};
