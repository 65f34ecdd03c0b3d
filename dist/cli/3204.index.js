export const id = 3204;
export const ids = [3204];
export const modules = {

/***/ 53204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   layoutDigest: () => (/* binding */ layoutDigest),
/* harmony export */   pushedDigest: () => (/* binding */ pushedDigest)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15146);
/* harmony import */ var _keychain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41436);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74614);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79025);




/** What a build left: an image in a registry or in an OCI layout. One module, so that it is loaded as a whole or not. */
/** The digest that a name has in its registry, or undefined where it has none. Throws RegistryError. */
async function pushedDigest(reference, from) {
    const mask = (secret) => from.log.mask(secret);
    const client = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__.createRegistryClient)({
        credentials: (0,_keychain_js__WEBPACK_IMPORTED_MODULE_1__.openKeychain)({ env: from.environment, mask }),
        environment: from.environment,
        mask,
        log: from.log,
    });
    try {
        return (await client.headManifest((0,_name_js__WEBPACK_IMPORTED_MODULE_3__/* .parseReference */ .F2)(reference)))?.digest;
    }
    finally {
        await client.close();
    }
}
/** The digest of the one image that an OCI layout holds, its manifest verified. Throws UserError for a broken layout. */
async function layoutDigest(folder, directory) {
    const image = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .openLayout */ .B)({ path: folder }, directory);
    const { digest } = await image.resolve();
    await image.manifest(digest);
    return digest;
}
//# sourceMappingURL=built-image.js.map

/***/ }),

/***/ 71594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eH: () => (/* binding */ DigestProgress),
  ol: () => (/* binding */ digestOf),
  Bc: () => (/* binding */ isDigest),
  m: () => (/* binding */ parseDigest),
  RV: () => (/* binding */ verifyBytes),
  oP: () => (/* binding */ verifyingStream)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(78877);
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(30714);
;// CONCATENATED MODULE: ./.cache/bundles/registry/chunk-garbage.js


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
    (0,external_node_v8_.setFlagsFromString)("--expose-gc");
    const found = (0,external_node_vm_.runInNewContext)("globalThis.gc");
    return typeof found === "function" ? found : undefined;
}
//# sourceMappingURL=chunk-garbage.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/digest.js




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
    return `${algorithm}:${(0,external_node_crypto_.createHash)(algorithm).update(bytes).digest("hex")}`;
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
        return state?.at === at ? state.hash.copy() : (0,external_node_crypto_.createHash)(algorithm);
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
 * bytes than `size`, and at the end if there are fewer or their digest is another. The last chunk is held
 * back until all is verified, so whoever reads to the end has read verified bytes, and a wrong blob is
 * never completed at a destination.
 * @throws UserError `digest-mismatch`, `size-mismatch`, `digest-unsupported`
 */
function verifyingStream(digest, size, what, { progress, start = 0, from = start, count } = {}) {
    const algorithm = algorithmOf(digest, what);
    const hash = progress === undefined || start === 0 ? (0,external_node_crypto_.createHash)(algorithm) : progress.resume(start, algorithm);
    let seen = start;
    let held;
    return new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            const skipped = Math.min(chunk.length, Math.max(0, from - seen));
            seen += chunk.length;
            if (size !== undefined && seen > size) {
                done(sizeMismatch(what, size, `more than ${size}`));
                return;
            }
            hash.update(chunk);
            progress?.keep(seen, hash);
            streamed(chunk.length);
            const wanted = skipped === 0 ? chunk : chunk.subarray(skipped);
            if (wanted.length === 0) {
                done();
                return;
            }
            count?.(wanted.length);
            const ready = held;
            held = wanted;
            done(null, ready);
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
    throw new errors/* UserError */.yo("digest-unsupported", `${what} has a digest that cannot be verified.`, {
        hint: "Only sha256 and sha512 digests are known.",
    });
}
function digestMismatch(what, expected, found) {
    return new errors/* UserError */.yo("digest-mismatch", `${what} is not what its digest says: expected ${expected}, got ${found}.`, {
        hint: "The content is damaged or was exchanged. Nothing of it was used; push it anew, or look at what stands between.",
        fault: "outside",
    });
}
function sizeMismatch(what, expected, found) {
    return new errors/* UserError */.yo("size-mismatch", `${what} should have ${expected} bytes and has ${found}.`, {
        hint: "The content is damaged or was cut off. Nothing of it was used; push it anew, or look at what stands between.",
        fault: "outside",
    });
}
//# sourceMappingURL=digest.js.map

/***/ }),

/***/ 74614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ openLayout)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/registry/digest.js + 1 modules
var registry_digest = __webpack_require__(71594);
// EXTERNAL MODULE: ./.cache/bundles/registry/name.js
var registry_name = __webpack_require__(79025);
;// CONCATENATED MODULE: ./.cache/bundles/registry/layout-choice.js


/** Which of a layout's manifests a name means. Names stand in index.json, as annotations (image-spec, `annotations.md`). */
const REF_NAME = "org.opencontainers.image.ref.name";
/** Names that tools give to lists of referrers. */
const REFERRERS_NAME = /^sha(?:256|512)-[0-9a-f]+$/;
const MAX_SHOWN = 10;
/**
 * The manifest that a reference means. Without a tag and a digest: the layout's only manifest, or the only one
 * with a name. `name` is the source as people wrote it.
 * @throws UserError `not-found`, `ambiguous-layout`, `digest-mismatch`
 */
function chooseFromLayout(entries, reference, name) {
    const { tag, digest } = reference;
    const tagged = tag === undefined ? undefined : onlyOne(withName(entries.top, tag), entries, name);
    if (digest === undefined)
        return tagged ?? onlyOne(unnamedChoice(entries.top), entries, name);
    const found = entries.all.find((entry) => entry.digest === digest);
    if (found === undefined)
        throw notFound(entries, name);
    if (tagged !== undefined && tagged.digest !== digest) {
        throw new errors/* UserError */.yo("digest-mismatch", `In ${name} the name ${tag} is ${tagged.digest}, another digest.`, {
            hint: "Leave out the tag or the digest.",
        });
    }
    return found;
}
/** The only name of a manifest in a layout, as a tag; undefined when it has none or several. */
function layoutName(entries, digest) {
    const names = new Set(entries.top.filter((entry) => entry.digest === digest).map(nameOf));
    names.delete(undefined);
    const [only, ...others] = names;
    return others.length === 0 ? only : undefined;
}
/** Tools write a tag or a whole image name; of a whole name the tag counts. */
function nameOf(entry) {
    const name = entry.annotations?.[REF_NAME];
    if (name === undefined || REFERRERS_NAME.test(name))
        return undefined;
    const colon = name.lastIndexOf(":");
    const tag = colon > name.lastIndexOf("/") ? name.slice(colon + 1) : name;
    return (0,registry_name/* isTag */.dz)(tag) ? tag : undefined;
}
function withName(top, tag) {
    const exact = top.filter((entry) => entry.annotations?.[REF_NAME] === tag);
    return exact.length > 0 ? exact : top.filter((entry) => nameOf(entry) === tag);
}
function unnamedChoice(top) {
    const named = top.filter((entry) => nameOf(entry) !== undefined);
    return distinct(top) === 1 || named.length === 0 ? [...top] : named;
}
function onlyOne(candidates, entries, name) {
    const first = candidates[0];
    if (first === undefined)
        throw notFound(entries, name);
    if (distinct(candidates) === 1)
        return first;
    throw new errors/* UserError */.yo("ambiguous-layout", `${name} can mean several images: the layout holds ${inventory(entries)}.`, {
        hint: "Name one, as oci-layout:FOLDER:TAG or oci-layout:FOLDER@sha256:DIGEST.",
    });
}
function notFound(entries, name) {
    return new errors/* UserError */.yo("not-found", `${name} does not exist: the layout holds ${inventory(entries)}.`, {
        hint: "Name one of these, as oci-layout:FOLDER:TAG or oci-layout:FOLDER@sha256:DIGEST.",
    });
}
function distinct(entries) {
    return new Set(entries.map(({ digest }) => digest)).size;
}
function inventory({ top }) {
    if (top.length === 0)
        return "nothing";
    const shown = top.slice(0, MAX_SHOWN).map((entry) => nameOf(entry) ?? entry.digest);
    const more = top.length > MAX_SHOWN ? ` and ${top.length - MAX_SHOWN} more` : "";
    return shown.join(", ") + more;
}
//# sourceMappingURL=layout-choice.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/manifest.js
var manifest = __webpack_require__(89723);
// EXTERNAL MODULE: ./.cache/bundles/registry/media-types.js
var media_types = __webpack_require__(53280);
;// CONCATENATED MODULE: ./.cache/bundles/registry/layout.js









/**
 * OCI layouts: an image as a folder (image-spec 1.1, `image-layout.md`). Everything in it is foreign: names are
 * made of verified digests, symbolic links are refused, sizes and digests are verified.
 */
const LAYOUT_FILE = "oci-layout";
const INDEX_FILE = "index.json";
/** Indexes in indexes; real ones have one level. */
const MAX_DEPTH = 8;
const MAX_MANIFESTS = 10_000;
/** Bytes. */
const READ_AT_ONCE = 256 * 1024;
/** An image in a layout. `folder` is what its path starts from. Nothing is read before it is asked for. */
function openLayout(reference, folder) {
    const path = (0,external_node_path_.resolve)(folder, reference.path);
    const name = (0,registry_name/* formatSource */.j2)({ kind: "layout", ...reference });
    const layout = new Layout(path);
    let chosen;
    let referrers;
    const resolve = () => {
        chosen ??= layout.entries().then((entries) => chooseFromLayout(entries, reference, name));
        return chosen;
    };
    return {
        describe: () => name,
        repository: undefined,
        resolve,
        tag: async () => reference.tag ?? layoutName(await layout.entries(), (await resolve()).digest),
        manifest: (digest) => layout.manifest(digest),
        blob: (digest, size, options) => layout.blob(digest, size, options),
        async referrers(digest) {
            referrers ??= layout.referrers();
            return (await referrers).get(digest) ?? [];
        },
    };
}
class Layout {
    #path;
    #root;
    #entries;
    #types = new Map();
    constructor(path) {
        this.#path = path;
    }
    /** The manifests that index.json lists, and those of indexes in it. */
    entries() {
        this.#entries ??= this.#readEntries();
        return this.#entries;
    }
    async manifest(digest) {
        await this.entries();
        const what = `The manifest ${digest} of ${this.#path}`;
        const body = await this.#readBlob(digest, what);
        (0,registry_digest/* verifyBytes */.RV)(body, digest, what);
        const mediaType = (0,manifest/* checkMediaType */.xQ)(this.#types.get(digest) ?? typeOf(body), what);
        const parsed = (0,manifest/* parseManifest */.Ng)(body, mediaType, what);
        if (parsed.kind === "index")
            this.#learn(parsed.manifests);
        return { digest, mediaType, size: body.length, body };
    }
    async blob(digest, size, { progress, count, from = 0 } = {}) {
        const what = `The blob ${digest} of ${this.#path}`;
        const { handle } = await this.#openBlob(digest);
        const start = progress?.before(from) ?? 0;
        const verifier = (0,registry_digest/* verifyingStream */.oP)(digest, size, what, { progress, start, from, count });
        const stream = handle.createReadStream({ start, highWaterMark: READ_AT_ONCE });
        stream.on("error", (error) => verifier.destroy(this.#broken(blobPath(digest), "cannot be read", error)));
        verifier.on("close", () => stream.destroy());
        verifier.on("error", () => undefined);
        stream.pipe(verifier);
        return verifier;
    }
    /** By subject, as the manifests themselves say. Tools list them in index.json, or in an index there. */
    async referrers() {
        const found = new Map();
        for (const entry of (await this.entries()).all) {
            if (!(0,media_types/* isIndexType */.$U)(entry.mediaType) && !(0,media_types/* isImageType */.G1)(entry.mediaType))
                continue;
            const { mediaType, body } = await this.manifest(entry.digest);
            const parsed = (0,manifest/* parseManifest */.Ng)(body, mediaType, `The manifest ${entry.digest} of ${this.#path}`);
            const subject = parsed.subject?.digest;
            if (subject === undefined)
                continue;
            const own = parsed.artifactType ?? (parsed.kind === "image" ? parsed.config.mediaType : undefined);
            const listed = { mediaType, digest: entry.digest, size: entry.size };
            if (own !== undefined)
                listed.artifactType = own;
            const others = found.get(subject) ?? [];
            if (!others.some(({ digest }) => digest === entry.digest))
                found.set(subject, [...others, listed]);
        }
        return found;
    }
    async #readEntries() {
        const version = parseJson(await this.#readFile(LAYOUT_FILE));
        if (stringAt(version, "imageLayoutVersion") !== "1.0.0") {
            throw this.#broken(LAYOUT_FILE, "does not say imageLayoutVersion 1.0.0");
        }
        const index = await this.#readFile(INDEX_FILE);
        const top = (0,manifest/* parseManifest */.Ng)(index, media_types/* OCI_INDEX */.$p, `The layout's file ${(0,external_node_path_.join)(this.#path, INDEX_FILE)}`);
        if (top.kind !== "index")
            throw this.#broken(INDEX_FILE, "is not an index");
        const all = [];
        await this.#collect(top.manifests, all, new Set(), 0);
        return { top: top.manifests, all };
    }
    /** Indexes that stand in index.json only to hold others (containerd, the referrers' fallback) are looked into. */
    async #collect(listed, all, seen, depth) {
        this.#learn(listed);
        if (depth > MAX_DEPTH)
            throw this.#broken(INDEX_FILE, `nests indexes more than ${MAX_DEPTH} deep`);
        for (const entry of listed) {
            all.push(entry);
            if (all.length > MAX_MANIFESTS)
                throw this.#broken(INDEX_FILE, `lists more than ${MAX_MANIFESTS} manifests`);
            if (!(0,media_types/* isIndexType */.$U)(entry.mediaType) || seen.has(entry.digest))
                continue;
            seen.add(entry.digest);
            const what = `The index ${entry.digest} of ${this.#path}`;
            const body = await this.#readBlob(entry.digest, what);
            (0,registry_digest/* verifyBytes */.RV)(body, entry.digest, what);
            const parsed = (0,manifest/* parseManifest */.Ng)(body, entry.mediaType, what);
            if (parsed.kind === "index")
                await this.#collect(parsed.manifests, all, seen, depth + 1);
        }
    }
    #learn(descriptors) {
        for (const { digest, mediaType } of descriptors)
            this.#types.set(digest, mediaType);
    }
    async #readFile(name) {
        const { handle, size } = await this.#open([name]);
        try {
            if (size > manifest/* MAX_MANIFEST_SIZE */.L7)
                throw this.#broken(name, `has more than ${manifest/* MAX_MANIFEST_SIZE */.L7} bytes`);
            return await handle.readFile();
        }
        finally {
            await handle.close();
        }
    }
    async #readBlob(digest, what) {
        const { handle, size } = await this.#openBlob(digest);
        try {
            if (size > manifest/* MAX_MANIFEST_SIZE */.L7) {
                throw new errors/* UserError */.yo("manifest-too-large", `${what} has more than ${manifest/* MAX_MANIFEST_SIZE */.L7} bytes.`, {
                    hint: "Registries refuse such manifests. Split the index, or put large annotations into a blob.",
                });
            }
            return await handle.readFile();
        }
        finally {
            await handle.close();
        }
    }
    #openBlob(digest) {
        const parsed = (0,registry_digest/* parseDigest */.m)(digest);
        if (parsed === undefined)
            throw this.#broken(INDEX_FILE, "names a digest that is none");
        return this.#open(["blobs", parsed.algorithm, parsed.hex]);
    }
    /** Opens a regular file that lies where its name says, and not where a link on the way leads. */
    async #open(parts) {
        const name = parts.join("/");
        this.#root ??= (0,promises_.realpath)(this.#path);
        let handle;
        try {
            const root = await this.#root;
            const file = (0,external_node_path_.join)(root, ...parts);
            if ((await (0,promises_.realpath)(file)) !== file)
                throw this.#broken(name, "is a symbolic link, or lies behind one");
            handle = await (0,promises_.open)(file, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo)
                throw error;
            const missing = error.code === "ENOENT";
            throw this.#broken(name, missing ? "does not exist" : "cannot be read", error);
        }
        const about = await handle.stat();
        if (about.isFile())
            return { handle, size: about.size };
        await handle.close();
        throw this.#broken(name, "is not a file");
    }
    #broken(name, reason, cause) {
        const file = (0,external_node_path_.join)(this.#path, name);
        return new errors/* UserError */.yo("broken-layout", `The OCI layout ${this.#path} is broken: ${file} ${reason}.`, {
            hint: "Write the layout anew, for example by `docker buildx build --output type=oci,tar=false,dest=FOLDER`.",
            file,
            cause,
        });
    }
}
function blobPath(digest) {
    return `blobs/${digest.replace(":", "/")}`;
}
function typeOf(body) {
    return stringAt(parseJson(body), "mediaType") ?? "";
}
function parseJson(body) {
    try {
        return JSON.parse(body.toString("utf8"));
    }
    catch {
        return undefined;
    }
}
function stringAt(value, key) {
    if (typeof value !== "object" || value === null)
        return undefined;
    const found = new Map(Object.entries(value)).get(key);
    return typeof found === "string" ? found : undefined;
}
//# sourceMappingURL=layout.js.map

/***/ }),

/***/ 79025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   PJ: () => (/* binding */ parseSource),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   j2: () => (/* binding */ formatSource),
/* harmony export */   l5: () => (/* binding */ parseRegistry),
/* harmony export */   nz: () => (/* binding */ apiHost)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71594);


const LAYOUT_PREFIX = "oci-layout:";
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
    const wrong = (reason) => invalid(text, reason, LAYOUT_FORM, input);
    checkText(text, wrong);
    const { rest, digest } = splitDigest(text.slice(LAYOUT_PREFIX.length), wrong);
    const { name: path, tag } = splitTag(rest, wrong);
    if (path === "")
        throw wrong("the folder is missing");
    const reference = { kind: "layout", path };
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
/** The name in full, with registry; what `parseReference` reads back as the same. */
function formatReference(reference) {
    const { registry, repository, tag, digest } = reference;
    return `${registry}/${repository}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
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
    if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDigest */ .m)(digest) === undefined) {
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
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("invalid-image-name", `The image name ${quote(text)} cannot be read: ${reason}.`, {
        hint: form,
        input,
    });
}
function quote(text) {
    const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
    return JSON.stringify(shown);
}
//# sourceMappingURL=name.js.map

/***/ })

};
