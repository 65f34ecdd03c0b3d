export const id = 9747;
export const ids = [9747];
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

/***/ 5654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ addLayoutReferrer),
/* harmony export */   layoutSubject: () => (/* binding */ layoutSubject)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54726);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74614);
/* harmony import */ var _layout_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33550);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89723);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53280);





/**
 * Adds what refers to an image to the OCI layout that holds it, or that holds its index.json alone. The blobs come
 * first, each in one step, and index.json last, so that at any time the layout is whole, with the referrer or
 * without. The layout is foreign: nothing is written through a link.
 */
/** The manifest that a layout's name points at, by index.json. @throws UserError `broken-layout` and the like */
function layoutSubject(reference, folder) {
    return (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .openLayout */ .B)(reference, folder, { partial: true }).resolve();
}
/**
 * Writes a referrer into a layout; returns its digest.
 * @throws UserError `broken-layout`, `layout-unwritable`, `layout-contended`
 */
async function addLayoutReferrer(reference, folder, { manifest, blobs, replaces }) {
    const store = new _layout_store_js__WEBPACK_IMPORTED_MODULE_1__/* .LayoutStore */ .K(reference.path, folder);
    const body = Buffer.from(manifest);
    const digest = (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .ol)(body);
    const parsed = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(body, _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .OCI_MANIFEST */ .EG, `The referrer ${digest}`);
    const entry = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .referrerDescriptor */ .xh)({ digest, mediaType: _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .OCI_MANIFEST */ .EG, size: body.length, body }, parsed);
    for (const blob of [...blobs, manifest]) {
        const bytes = Buffer.from(blob);
        await store.writeBlob((0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .ol)(bytes), bytes);
    }
    const gone = new Set([digest, ...replaces]);
    await store.update((entries) => [
        ...entries.filter((each) => !gone.has(each.digest)),
        { ...entry },
    ]);
    return digest;
}
//# sourceMappingURL=layout-referrer.js.map

/***/ }),

/***/ 33550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ LayoutStore)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/registry/digest.js
var registry_digest = __webpack_require__(54726);
// EXTERNAL MODULE: ./.cache/bundles/registry/layout-files.js
var layout_files = __webpack_require__(94794);
;// CONCATENATED MODULE: ./.cache/bundles/registry/layout-folder.js



/** The folders of a layout that is written to. It is foreign: nothing is written through a link. */
/**
 * The layout's folder, if no link leads to it from the working directory; one outside of it may lie behind links,
 * but is none. Undefined where it does not exist and is not to be made.
 * @throws UserError `broken-layout`
 */
async function ownRoot(files, folder, make) {
    const way = (0,external_node_path_.relative)(folder, files.path);
    const inside = way !== ".." && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
    const start = inside ? folder : (0,external_node_path_.dirname)(files.path);
    if (make)
        await (0,promises_.mkdir)(start, { recursive: true });
    let path;
    try {
        path = await (0,promises_.realpath)(start);
    }
    catch (error) {
        if ((0,layout_files/* isMissing */.b2)(error))
            return undefined;
        throw error;
    }
    const names = inside ? way.split(external_node_path_.sep).filter((name) => name !== "") : [(0,external_node_path_.basename)(files.path)];
    for (const name of names) {
        path = (0,external_node_path_.join)(path, name);
        if (!(await isOwnFolder(path, make, files, "")))
            return undefined;
    }
    return path;
}
/**
 * The folder of the blobs of an algorithm, which is made.
 * @throws UserError `broken-layout`
 */
async function blobFolder(root, algorithm, files) {
    let path = root;
    for (const name of ["blobs", algorithm]) {
        path = (0,external_node_path_.join)(path, name);
        await isOwnFolder(path, true, files, (0,external_node_path_.relative)(root, path));
    }
    return path;
}
async function isOwnFolder(path, make, files, name) {
    if (make) {
        await (0,promises_.mkdir)(path).catch((error) => {
            if (error.code !== "EEXIST")
                throw error;
        });
    }
    let about;
    try {
        about = await (0,promises_.lstat)(path);
    }
    catch (error) {
        if ((0,layout_files/* isMissing */.b2)(error))
            return false;
        throw error;
    }
    if (about.isDirectory())
        return true;
    const isLink = about.isSymbolicLink();
    throw files.broken(name, isLink ? "is a symbolic link, or lies behind one" : "is no folder");
}
//# sourceMappingURL=layout-folder.js.map
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./.cache/bundles/registry/layout-lock.js






/**
 * A lock file beside index.json, for writers of this program: other tools know none, and are noticed by what they
 * have changed. It is held while index.json is read and replaced, which takes milliseconds.
 */
const LOCK_FILE = ".index.json.lock";
/** Milliseconds. */
const POLL = 25;
/** A lock that is older was left by a process that is gone, in milliseconds. */
const STALE = 60_000;
/** Longer than a lock can live. */
const PATIENCE = 90_000;
/**
 * Works while no other process of this program writes the layout's index.json.
 * @throws UserError `layout-busy`
 */
async function withLayoutLock(root, work) {
    const path = (0,external_node_path_.join)(root, LOCK_FILE);
    const owner = `${process.pid} ${(0,external_node_os_.hostname)()} ${(0,external_node_crypto_.randomUUID)()}`;
    await take(path, owner);
    try {
        return await work();
    }
    finally {
        // One that was taken for stale is another's by now.
        if ((await textOf(path)) === owner)
            await (0,promises_.rm)(path, { force: true });
    }
}
async function take(path, owner) {
    for (let waited = 0;; waited += POLL) {
        try {
            const handle = await (0,promises_.open)(path, "wx");
            try {
                await handle.writeFile(owner);
            }
            finally {
                await handle.close();
            }
            return;
        }
        catch (error) {
            if (error.code !== "EEXIST")
                throw error;
        }
        const stale = await staleOwner(path);
        if (stale !== undefined) {
            await putAway(path, stale);
            continue;
        }
        if (waited >= PATIENCE) {
            throw new errors/* UserError */.yo("layout-busy", `The OCI layout is being written by another process: ${path} stays.`, {
                fault: "outside",
                file: path,
                hint: "Wait for the other process. If there is none, remove that file.",
            });
        }
        await (0,external_node_timers_promises_.setTimeout)(POLL);
    }
}
/** Who has left a lock behind; undefined where it is held, or gone. */
async function staleOwner(path) {
    const text = await textOf(path);
    if (text === undefined)
        return undefined;
    const [pid, host] = text.split(" ");
    if (host === (0,external_node_os_.hostname)() && isGone(Number(pid)))
        return text;
    try {
        return Date.now() - (await (0,promises_.stat)(path)).mtimeMs > STALE ? text : undefined;
    }
    catch {
        return undefined;
    }
}
/** Moved first: another that found it stale may have made a lock of its own by now, which is put back. */
async function putAway(path, owner) {
    const aside = `${path}.${(0,external_node_crypto_.randomUUID)()}`;
    try {
        await (0,promises_.rename)(path, aside);
        if ((await textOf(aside)) !== owner)
            await (0,promises_.link)(aside, path);
    }
    catch {
        // Somebody else was faster: who holds it now is seen at the next look.
    }
    finally {
        await (0,promises_.rm)(aside, { force: true });
    }
}
function isGone(pid) {
    if (!Number.isInteger(pid) || pid <= 0)
        return false;
    try {
        process.kill(pid, 0);
        return false;
    }
    catch (error) {
        return error.code === "ESRCH";
    }
}
async function textOf(path) {
    try {
        return await (0,promises_.readFile)(path, "utf8");
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=layout-lock.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/manifest.js
var manifest = __webpack_require__(89723);
// EXTERNAL MODULE: ./.cache/bundles/registry/media-types.js
var media_types = __webpack_require__(53280);
// EXTERNAL MODULE: ./.cache/bundles/registry/verifying.js
var verifying = __webpack_require__(14931);
;// CONCATENATED MODULE: ./.cache/bundles/registry/layout-store.js











/**
 * An OCI layout that is written to (image-spec 1.1, `image-layout.md`). Each file comes whole: it is written beside,
 * given to the disk, and renamed. index.json is replaced under a lock, and only if it is still what was read.
 */
const DRAFT = /^\.[^/]*\.draft$/;
/** Another tool may write index.json between our reading and our writing; more often than this is no accident. */
const ATTEMPTS = 8;
const VERSION = "1.0.0";
/** A draft that nobody has written to for so long was left by a run that was killed, in milliseconds. */
const LEFT = 60 * 60 * 1000;
class LayoutStore {
    /** Absolute, as it was named. */
    path;
    #folder;
    #files;
    #made;
    #turn = Promise.resolve();
    /** `folder` is what a relative path starts from. */
    constructor(path, folder) {
        this.path = (0,external_node_path_.resolve)(folder, path);
        this.#folder = folder;
        this.#files = new layout_files/* LayoutFiles */.oo(this.path);
    }
    /**
     * Makes the layout if it is not there: what is needed to write to it. Returns its folder.
     * @throws UserError `not-a-layout`, `broken-layout`, `layout-unwritable`
     */
    make() {
        this.#made ??= this.#written(async () => {
            const root = await ownRoot(this.#files, this.#folder, true);
            if (root === undefined)
                throw this.#files.missing();
            if (!(await this.#isLayout())) {
                await this.#place(root, layout_files/* LAYOUT_FILE */.gI, JSON.stringify({ imageLayoutVersion: VERSION }));
            }
            if ((await this.#readIndex()) === undefined)
                await this.#update(root, (entries) => entries);
            await sweep(root);
            return root;
        }).catch((error) => {
            this.#made = undefined;
            throw error;
        });
        return this.#made;
    }
    /** What index.json lists now; nothing where there is no layout yet. @throws UserError `not-a-layout`, `broken-layout` */
    async entries() {
        if ((await ownRoot(this.#files, this.#folder, false)) === undefined)
            return [];
        if (!(await this.#isLayout()))
            return [];
        const body = await this.#readIndex();
        return body === undefined ? [] : this.#parse(body).entries;
    }
    /**
     * Changes index.json: `change` gets what it lists and gives what it is to list, and is asked again when another
     * tool was faster; undefined leaves it as it is.
     * @throws UserError `layout-contended`, `layout-busy`, `broken-layout`
     */
    async update(change) {
        const root = await this.make();
        const turn = this.#turn.then(() => this.#update(root, change));
        this.#turn = turn.catch(() => undefined);
        await turn;
    }
    /** A blob's file for reading; undefined where it does not exist or has another size. */
    async openBlob(digest, size) {
        if ((await ownRoot(this.#files, this.#folder, false)) === undefined)
            return undefined;
        let found;
        try {
            found = await this.#files.open(["blobs", ...partsOf(digest, this.#files)]);
        }
        catch (error) {
            if ((0,layout_files/* isMissing */.b2)(error))
                return undefined;
            throw error;
        }
        if (size === undefined || found.size === size)
            return found;
        await found.handle.close();
        return undefined;
    }
    /** A small blob whole, verified; undefined where it is not there or is not what its digest says. */
    async readBlob(digest) {
        const found = await this.openBlob(digest);
        if (found === undefined)
            return undefined;
        try {
            if (found.size > manifest/* MAX_MANIFEST_SIZE */.L7)
                return undefined;
            const body = await found.handle.readFile();
            return (0,registry_digest/* digestOf */.ol)(body, (0,registry_digest/* parseDigest */.m)(digest)?.algorithm) === digest ? body : undefined;
        }
        finally {
            await found.handle.close();
        }
    }
    /** Whether the blob's file holds the bytes of its digest. */
    async verifiesBlob(digest, size) {
        const found = await this.openBlob(digest, size);
        if (found === undefined)
            return false;
        const verifier = (0,verifying/* verifyingStream */.oP)(digest, size, digest);
        try {
            found.handle
                .createReadStream()
                .on("error", (error) => verifier.destroy(error))
                .pipe(verifier);
            for await (const _ of verifier)
                ;
            return true;
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo)
                return false;
            throw error;
        }
    }
    /** Writes a blob from verified bytes, in place of what is there. */
    async writeBlob(digest, content, signal) {
        const root = await this.make();
        const [algorithm, hex] = partsOf(digest, this.#files);
        await this.#written(async () => {
            const folder = await blobFolder(root, algorithm, this.#files);
            await this.#place(root, hex, content, { folder, signal });
        });
    }
    async #update(root, change) {
        await this.#written(() => withLayoutLock(root, async () => {
            for (let attempts = 0; attempts < ATTEMPTS; attempts += 1) {
                const before = await this.#readIndex();
                const { value, entries } = before === undefined ? EMPTY : this.#parse(before);
                const next = await change(entries);
                if (next === undefined)
                    return;
                const text = JSON.stringify({ ...value, manifests: next });
                if (Buffer.byteLength(text) > manifest/* MAX_MANIFEST_SIZE */.L7)
                    throw this.#files.broken(layout_files/* INDEX_FILE */.K$, `would have more than ${manifest/* MAX_MANIFEST_SIZE */.L7} bytes`);
                const unless = async () => !isSame(before, await this.#readIndex());
                if (await this.#place(root, layout_files/* INDEX_FILE */.K$, text, { unless }))
                    return;
            }
            throw new errors/* UserError */.yo("layout-contended", `The OCI layout ${this.path} is written by another tool at the same time.`, { fault: "outside", hint: "Let one write at a time, and run this again." });
        }));
    }
    /** False for a folder that is empty; one with anything else in it is not ours to fill. */
    async #isLayout() {
        let body;
        try {
            body = await this.#files.read(layout_files/* LAYOUT_FILE */.gI);
        }
        catch (error) {
            if (!(0,layout_files/* isMissing */.b2)(error))
                throw error;
            const held = (await (0,promises_.readdir)(this.path)).filter((name) => !DRAFT.test(name));
            if (held.length === 0)
                return false;
            throw new errors/* UserError */.yo("not-a-layout", `The folder ${this.path} is not an OCI layout: it holds ${held.length} other ${held.length === 1 ? "entry" : "entries"} and no file ${layout_files/* LAYOUT_FILE */.gI}.`, { hint: "Name a layout, an empty folder or one that does not exist.", file: this.path });
        }
        if (versionOf(body) === VERSION)
            return true;
        throw this.#files.broken(layout_files/* LAYOUT_FILE */.gI, `does not say imageLayoutVersion ${VERSION}`);
    }
    async #readIndex() {
        try {
            return await this.#files.read(layout_files/* INDEX_FILE */.K$);
        }
        catch (error) {
            if ((0,layout_files/* isMissing */.b2)(error))
                return undefined;
            throw error;
        }
    }
    #parse(body) {
        (0,manifest/* parseManifest */.Ng)(body, media_types/* OCI_INDEX */.$p, `The layout's file ${(0,external_node_path_.join)(this.path, layout_files/* INDEX_FILE */.K$)}`);
        const value = JSON.parse(body.toString("utf8"));
        return { value, entries: value.manifests };
    }
    /** The whole file, on the disk, or none. False where `unless` said so at the last moment. */
    async #place(root, name, content, how = {}) {
        const { folder = root, signal, unless } = how;
        const draft = (0,external_node_path_.join)(root, `.${(0,external_node_path_.basename)(name).slice(0, 100)}.${(0,external_node_crypto_.randomUUID)()}.draft`);
        try {
            const handle = await (0,promises_.open)(draft, "wx");
            try {
                await handle.writeFile(content, { signal });
                await handle.datasync();
            }
            finally {
                await handle.close();
            }
            if ((await unless?.()) === true)
                return false;
            await (0,promises_.rename)(draft, (0,external_node_path_.join)(folder, name));
            return true;
        }
        finally {
            // A source that is not read to its end keeps its connection.
            if (typeof content === "object" && "destroy" in content)
                content.destroy();
            await (0,promises_.rm)(draft, { force: true });
        }
    }
    /** What the disk has against it, as an error of its own. */
    async #written(work) {
        try {
            return await work();
        }
        catch (cause) {
            if (!isOfDisk(cause))
                throw cause;
            throw new errors/* UserError */.yo("layout-unwritable", `The OCI layout ${this.path} can't be written: ${(0,errors/* errorMessage */.gJ)(cause)}`, { fault: "outside", cause, hint: "Its folder must be writable, with room for the image." });
        }
    }
}
async function sweep(root) {
    for (const name of await (0,promises_.readdir)(root)) {
        if (!DRAFT.test(name))
            continue;
        const path = (0,external_node_path_.join)(root, name);
        const about = await (0,promises_.lstat)(path).catch(() => undefined);
        if (about !== undefined && Date.now() - about.mtimeMs > LEFT)
            await (0,promises_.rm)(path, { force: true });
    }
}
const EMPTY = { value: { schemaVersion: 2, mediaType: media_types/* OCI_INDEX */.$p }, entries: [] };
function partsOf(digest, files) {
    const parsed = (0,registry_digest/* parseDigest */.m)(digest);
    if (parsed === undefined)
        throw files.broken(layout_files/* INDEX_FILE */.K$, "names a digest that is none");
    return [parsed.algorithm, parsed.hex];
}
function isSame(a, b) {
    return a === undefined || b === undefined ? a === b : a.equals(b);
}
/** What a write to an open file may meet carries no path, unlike other errors of the file system. */
const DISK_CODES = new Set(["ENOSPC", "EDQUOT", "EFBIG", "EIO", "EROFS"]);
function isOfDisk(error) {
    if (!(error instanceof Error) || !("syscall" in error))
        return false;
    return "path" in error || ("code" in error && DISK_CODES.has(error.code));
}
function versionOf(body) {
    try {
        return JSON.parse(body.toString("utf8"))?.imageLayoutVersion;
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=layout-store.js.map

/***/ }),

/***/ 89723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ parseDescriptor),
/* harmony export */   L7: () => (/* binding */ MAX_MANIFEST_SIZE),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   sM: () => (/* binding */ detectMediaType),
/* harmony export */   xQ: () => (/* binding */ checkMediaType),
/* harmony export */   xh: () => (/* binding */ referrerDescriptor)
/* harmony export */ });
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
/* harmony export */   SM: () => (/* binding */ isNonDistributable),
/* harmony export */   ZX: () => (/* binding */ bareMediaType),
/* harmony export */   mm: () => (/* binding */ refusedFormat),
/* harmony export */   qO: () => (/* binding */ ACCEPT_MANIFESTS)
/* harmony export */ });
/* unused harmony exports DOCKER_MANIFEST, DOCKER_LIST */
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
const NON_DISTRIBUTABLE = [
    "application/vnd.docker.image.rootfs.foreign.diff.tar",
    "application/vnd.oci.image.layer.nondistributable.v1.tar",
];
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

/***/ })

};
