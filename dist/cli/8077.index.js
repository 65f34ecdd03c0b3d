export const id = 8077;
export const ids = [8077];
export const modules = {

/***/ 25472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ attachedBundles)
/* harmony export */ });
/* harmony import */ var _registry_blobs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33584);
/* harmony import */ var _registry_limit_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95987);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89723);
/* harmony import */ var _registry_registry_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15014);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33786);
/* harmony import */ var _bundle_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42470);






/** Who may write to a repository may attach what he likes: more than this is not looked through. */
const MAX_BUNDLES = 500;
/** Some 10 kB each are usual, so this is only reached on purpose. */
const MAX_BYTES = 64 * 1024 * 1024;
const AT_ONCE = 8;
/**
 * Reads all bundles that refer to a manifest. One that is broken or can't be read does not hide the others.
 * @throws RegistryError where they can't be listed; UserError `too-many-bundles`
 */
async function attachedBundles(source, digest, signal) {
    const listed = (await source.referrers(digest)).filter(mayBeBundle);
    if (listed.length > MAX_BUNDLES)
        throw tooMany(source, `${listed.length} bundles`);
    const limit = (0,_registry_limit_js__WEBPACK_IMPORTED_MODULE_5__/* .createLimit */ .K)(AT_ONCE);
    let bytes = 0;
    const read = async (referrer) => {
        const { digest: own } = referrer;
        try {
            signal.throwIfAborted();
            if (bytes > MAX_BYTES)
                throw tooMany(source, "bundles of more than 64 MB");
            const manifest = await source.manifest(own);
            const parsed = (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .Ng)(manifest.body, manifest.mediaType, `The referrer ${own}`);
            if (parsed.kind !== "image")
                return undefined;
            const [layer, ...others] = parsed.layers;
            if (layer === undefined || !(0,_bundle_format_js__WEBPACK_IMPORTED_MODULE_4__/* .isBundleType */ .Jo)(layer.mediaType))
                return undefined;
            if (parsed.subject?.digest !== digest)
                return { digest: own, kind: "broken", why: "it is attached to another image" };
            if (others.length > 0)
                return { digest: own, kind: "broken", why: "it has more than one layer" };
            if (layer.size > _bundle_format_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_BUNDLE_SIZE */ ._1)
                return { digest: own, kind: "broken", why: `it has more than ${_bundle_format_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_BUNDLE_SIZE */ ._1} bytes` };
            const stream = await source.blob(layer.digest, layer.size, { signal });
            const body = await (0,_registry_blobs_js__WEBPACK_IMPORTED_MODULE_0__/* .readBlob */ .gm)(stream, _bundle_format_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_BUNDLE_SIZE */ ._1, `The bundle ${layer.digest}`);
            bytes += body.length;
            return { digest: own, kind: "bundle", bytes: body };
        }
        catch (thrown) {
            if (!(thrown instanceof _runner_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo))
                throw thrown;
            if (thrown.code === "invalid-manifest" || thrown.code === "unsupported-manifest")
                return { digest: own, kind: "broken", why: thrown.message };
            // A list may name what was deleted since.
            if (thrown instanceof _registry_registry_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl && thrown.status === 404)
                return { digest: own, kind: "broken", why: "it is listed and does not exist" };
            return { digest: own, kind: "unread", error: thrown };
        }
    };
    const all = await Promise.all(listed.map((each) => limit(() => read(each))));
    return all.filter((each) => each !== undefined);
}
/** Lists that clients keep under the fallback tag may lack the type. */
function mayBeBundle({ artifactType }) {
    return artifactType === undefined || artifactType === _bundle_format_js__WEBPACK_IMPORTED_MODULE_4__/* .EMPTY_MEDIA_TYPE */ .ST || (0,_bundle_format_js__WEBPACK_IMPORTED_MODULE_4__/* .isBundleType */ .Jo)(artifactType);
}
function tooMany(source, what) {
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo("too-many-bundles", `${what} are attached to ${source.describe()}`, {
        fault: "refused",
        hint: "Remove those that are not needed: an image has a handful.",
    });
}
//# sourceMappingURL=attached.js.map

/***/ }),

/***/ 42470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jo: () => (/* binding */ isBundleType),
/* harmony export */   NV: () => (/* binding */ BUNDLE_MEDIA_TYPE),
/* harmony export */   Q7: () => (/* binding */ bundleManifest),
/* harmony export */   ST: () => (/* binding */ EMPTY_MEDIA_TYPE),
/* harmony export */   _1: () => (/* binding */ MAX_BUNDLE_SIZE),
/* harmony export */   u: () => (/* binding */ EMPTY_BLOB)
/* harmony export */ });
/* harmony import */ var _registry_media_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53280);

/**
 * How sigstore bundles lie in a registry. Pure.
 * Source: cosign, `specs/BUNDLE_SPEC.md`; OCI image-spec 1.1, "Guidance for an Empty Descriptor".
 */
/** What is written. */
const BUNDLE_MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
/** The largest bundle that is read or written, in bytes: provenance with its logs has some 10 kB. */
const MAX_BUNDLE_SIZE = 4 * 1024 * 1024;
const PREDICATE_TYPE_ANNOTATION = "dev.sigstore.bundle.predicateType";
const CONTENT_ANNOTATION = "dev.sigstore.bundle.content";
const CREATED_ANNOTATION = "org.opencontainers.image.created";
const EMPTY_MEDIA_TYPE = "application/vnd.oci.empty.v1+json";
const EMPTY_BLOB = Buffer.from("{}");
/** The manifest that attaches a bundle, the blob `layer`, to an image; `config` is the empty blob. */
function bundleManifest(subject, bundle, now) {
    const { mediaType, digest, size } = subject;
    return JSON.stringify({
        schemaVersion: 2,
        mediaType: _registry_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .OCI_MANIFEST */ .EG,
        artifactType: BUNDLE_MEDIA_TYPE,
        config: bundle.config,
        layers: [bundle.layer],
        subject: { mediaType, digest, size },
        annotations: {
            [CREATED_ANNOTATION]: now.toISOString(),
            [CONTENT_ANNOTATION]: "dsse-envelope",
            [PREDICATE_TYPE_ANNOTATION]: bundle.predicateType,
        },
    });
}
const BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle(\.v\d+\.\d+\+json|\+json(;\s*version=\d+\.\d+)?)$/;
/** Whether a media type is that of a bundle, of any version. */
function isBundleType(mediaType) {
    return BUNDLE.test(mediaType);
}
//# sourceMappingURL=bundle-format.js.map

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

/***/ })

};
