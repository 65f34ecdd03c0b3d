export const id = 156;
export const ids = [156];
export const modules = {

/***/ 94794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K$: () => (/* binding */ INDEX_FILE),
/* harmony export */   b2: () => (/* binding */ isMissing),
/* harmony export */   gI: () => (/* binding */ LAYOUT_FILE),
/* harmony export */   isLayoutFolder: () => (/* binding */ isLayoutFolder),
/* harmony export */   oo: () => (/* binding */ LayoutFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33786);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89723);





/** The files of an OCI layout (image-spec 1.1, `image-layout.md`), which are foreign: links are refused, sizes limited. */
const LAYOUT_FILE = "oci-layout";
const INDEX_FILE = "index.json";
class LayoutFiles {
    /** Absolute, as it was named. */
    path;
    #root;
    constructor(path) {
        this.path = path;
    }
    /** The folder that the path leads to. @throws UserError `broken-layout` where there is none */
    async root() {
        try {
            return await this.#realRoot();
        }
        catch (error) {
            if (isMissing(error))
                throw this.missing(error);
            throw this.broken("", "cannot be read", error);
        }
    }
    #realRoot() {
        this.#root ??= (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(this.path);
        return this.#root;
    }
    /** Opens a regular file that lies where its name says, and not where a link on the way leads. */
    async open(parts) {
        const name = parts.join("/");
        let handle;
        try {
            const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(await this.root(), ...parts);
            if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(file)) !== file)
                throw this.broken(name, "is a symbolic link, or lies behind one");
            handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
        }
        catch (error) {
            if (error instanceof _runner_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo)
                throw error;
            throw this.broken(name, isMissing(error) ? "does not exist" : "cannot be read", error);
        }
        try {
            const about = await handle.stat();
            if (about.isFile())
                return { handle, size: about.size };
            throw this.broken(name, "is not a file");
        }
        catch (error) {
            await handle.close();
            throw error;
        }
    }
    /** One of the two files beside the blobs. */
    async read(name) {
        const { handle, size } = await this.open([name]);
        try {
            if (size > _manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_MANIFEST_SIZE */ .L7)
                throw this.broken(name, `has more than ${_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_MANIFEST_SIZE */ .L7} bytes`);
            return await handle.readFile();
        }
        finally {
            await handle.close();
        }
    }
    /** Nothing is at the layout's path. */
    missing(cause) {
        return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo("broken-layout", `The OCI layout ${this.path} does not exist.`, {
            hint: "Name the folder that the build wrote, relative to the working directory, or run the build first.",
            file: this.path,
            cause,
        });
    }
    broken(name, reason, cause) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, name);
        return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo("broken-layout", `The OCI layout ${this.path} is broken: ${file} ${reason}.`, {
            hint: "Write the layout anew, for example by `docker buildx build --output type=oci,tar=false,dest=FOLDER`.",
            file,
            cause,
        });
    }
}
/** Whether a folder holds anything: that of a build that pushed its image is empty, or was not made at all. */
async function isLayoutFolder(path) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(path)).length > 0;
    }
    catch (error) {
        if (isMissing(error))
            return false;
        throw error;
    }
}
/** Whether an error, or what caused it, says that a file does not exist. */
function isMissing(error) {
    const { code, cause } = error;
    return code === "ENOENT" || cause?.code === "ENOENT";
}
//# sourceMappingURL=layout-files.js.map

/***/ }),

/***/ 51156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ addLayoutReferrer),
  layoutSubject: () => (/* binding */ layoutSubject)
});

// EXTERNAL MODULE: ./.cache/bundles/registry/digest.js
var registry_digest = __webpack_require__(54726);
// EXTERNAL MODULE: ./.cache/bundles/registry/layout.js + 2 modules
var layout = __webpack_require__(75243);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
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
var registry_manifest = __webpack_require__(89723);
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
            if (found.size > registry_manifest/* MAX_MANIFEST_SIZE */.L7)
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
                if (Buffer.byteLength(text) > registry_manifest/* MAX_MANIFEST_SIZE */.L7)
                    throw this.#files.broken(layout_files/* INDEX_FILE */.K$, `would have more than ${registry_manifest/* MAX_MANIFEST_SIZE */.L7} bytes`);
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
        (0,registry_manifest/* parseManifest */.Ng)(body, media_types/* OCI_INDEX */.$p, `The layout's file ${(0,external_node_path_.join)(this.path, layout_files/* INDEX_FILE */.K$)}`);
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
;// CONCATENATED MODULE: ./.cache/bundles/registry/layout-referrer.js





/**
 * Adds what refers to an image to the OCI layout that holds it, or that holds its index.json alone. The blobs come
 * first, each in one step, and index.json last, so that at any time the layout is whole, with the referrer or
 * without. The layout is foreign: nothing is written through a link.
 */
/** The manifest that a layout's name points at, by index.json. @throws UserError `broken-layout` and the like */
function layoutSubject(reference, folder) {
    return (0,layout/* openLayout */.B)(reference, folder, { partial: true }).resolve();
}
/**
 * Writes a referrer into a layout; returns its digest.
 * @throws UserError `broken-layout`, `layout-unwritable`, `layout-contended`
 */
async function addLayoutReferrer(reference, folder, { manifest, blobs, replaces }) {
    const store = new LayoutStore(reference.path, folder);
    const body = Buffer.from(manifest);
    const digest = (0,registry_digest/* digestOf */.ol)(body);
    const parsed = (0,registry_manifest/* parseManifest */.Ng)(body, media_types/* OCI_MANIFEST */.EG, `The referrer ${digest}`);
    const entry = (0,registry_manifest/* referrerDescriptor */.xh)({ digest, mediaType: media_types/* OCI_MANIFEST */.EG, size: body.length, body }, parsed);
    for (const blob of [...blobs, manifest]) {
        const bytes = Buffer.from(blob);
        await store.writeBlob((0,registry_digest/* digestOf */.ol)(bytes), bytes);
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

/***/ 75243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ openLayout)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/registry/digest.js
var registry_digest = __webpack_require__(54726);
;// CONCATENATED MODULE: ./.cache/bundles/registry/layout-index.js
/**
 * What index.json of a layout lists, and its changes. Entries stay as they stand there, with keys that we don't
 * know. Source: image-spec 1.1, `image-layout.md` and `annotations.md`.
 */
const REF_NAME = "org.opencontainers.image.ref.name";
/** The entries with a name, in their order. */
function namesOf(entries) {
    return entries.flatMap((entry) => nameOf(entry) ?? []);
}
/** The entry that has exactly this name; of several the first, as tools take it. */
function entryNamed(entries, name) {
    return entries.find((entry) => nameOf(entry) === name);
}
/**
 * Gives a manifest a name. What had the name stays listed without it, as a manifest stays in a registry when its tag
 * moves, but not if it is one of `ours`: what only this run has listed goes when its name goes.
 */
function withName(entries, name, descriptor, ours) {
    const rest = withoutName(entries, name, ours);
    const bare = rest.findIndex((entry) => entry.digest === descriptor.digest && nameOf(entry) === undefined);
    const known = rest[bare];
    const annotations = { ...known?.annotations, ...descriptor.annotations, [REF_NAME]: name };
    const entry = { ...known, ...descriptor, annotations };
    return known === undefined ? [...rest, entry] : rest.map((each, at) => (at === bare ? entry : each));
}
/** Takes a name away. */
function withoutName(entries, name, ours) {
    return entries.flatMap((entry, at) => {
        if (nameOf(entry) !== name)
            return [entry];
        const others = entries.some((each, other) => other !== at && each.digest === entry.digest && nameOf(each) !== name);
        return others || ours.has(entry.digest) ? [] : [bareEntry(entry)];
    });
}
/** Lists manifests without a name, those that are not listed yet. */
function withUnnamed(entries, added) {
    const known = new Set(entries.map(({ digest }) => digest));
    return [
        ...entries,
        ...added.filter(({ digest }) => !known.has(digest)).map((each) => ({ ...each })),
    ];
}
function nameOf({ annotations }) {
    return annotations?.[REF_NAME];
}
function bareEntry(entry) {
    const { annotations, ...rest } = entry;
    const { [REF_NAME]: _, ...others } = annotations ?? {};
    return Object.keys(others).length === 0 ? rest : { ...rest, annotations: others };
}
//# sourceMappingURL=layout-index.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/name.js
var registry_name = __webpack_require__(79025);
;// CONCATENATED MODULE: ./.cache/bundles/registry/layout-choice.js



/** Which of a layout's manifests a name means. Names stand in index.json, as annotations (image-spec, `annotations.md`). */
/** Names that tools give to lists of referrers, and cosign to signatures and attestations. */
const REFERRERS_NAME = /^sha(?:256|512)-[0-9a-f]+(?:\.(?:sig|att|sbom))?$/;
const MAX_SHOWN = 10;
/** `cosign save` gives no names: an annotation says which entry is the one image, and which its signatures are. */
const COSIGN_KIND = "kind";
const COSIGN_IMAGE = /^dev\.cosignproject\.cosign\/image(?:Index)?$/;
const COSIGN_ATTACHED = new Map([
    ["dev.cosignproject.cosign/sigs", "sig"],
    ["dev.cosignproject.cosign/atts", "att"],
]);
/** Whether neither the reference nor a name in the layout says which of several manifests is meant. */
function isOpenChoice({ top }, { tag, digest }) {
    if (tag !== undefined || digest !== undefined)
        return false;
    return distinct(top) > 1 && top.every((entry) => imageNameOf(entry) === undefined);
}
/**
 * The manifest that a reference means. Without a tag and a digest: the layout's only manifest, or the only one
 * with a name, or the only one that is not `attached` to another. `name` is the source as people wrote it.
 * @throws UserError `not-found`, `ambiguous-layout`, `digest-mismatch`
 */
function chooseFromLayout(entries, reference, name, attached = new Set()) {
    const { tag, digest } = reference;
    const tagged = tag === undefined ? undefined : onlyOne(entriesNamed(entries.top, tag), entries, name);
    if (digest === undefined)
        return tagged ?? onlyOne(unnamedChoice(entries.top, attached), entries, name);
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
    const names = new Set(entries.top.filter((entry) => entry.digest === digest).map(imageNameOf));
    names.delete(undefined);
    const [only, ...others] = names;
    return others.length === 0 ? only : undefined;
}
/**
 * The manifest that has this very name, alone or as the tag of an image's whole name, or that `cosign save` would
 * have had under it in a registry.
 * @throws UserError `ambiguous-layout`
 */
function namedExactly(entries, name) {
    const named = entriesNamed(entries.top, name, tagOf);
    const found = named.length > 0 ? named : savedByCosign(entries.top, name);
    return found.length === 0 ? undefined : onlyOne(found, entries, name);
}
/** What `cosign save` has put beside its one image, by the tag that it has in a registry. */
function savedByCosign(top, tag) {
    const images = top.filter((entry) => COSIGN_IMAGE.test(kindOf(entry)));
    const digest = images.length === 1 ? images[0]?.digest : undefined;
    if (digest === undefined)
        return [];
    return top.filter((entry) => `${digest.replace(":", "-")}.${COSIGN_ATTACHED.get(kindOf(entry))}` === tag);
}
function kindOf(entry) {
    return entry.annotations?.[COSIGN_KIND] ?? "";
}
/** The name of an image; undefined for the names of what belongs to one. */
function imageNameOf(entry) {
    const tag = tagOf(entry);
    return tag !== undefined && (0,registry_name/* isTag */.dz)(tag) && !REFERRERS_NAME.test(tag) ? tag : undefined;
}
/** Tools write a tag or a whole image name; of a whole name the tag counts. */
function tagOf(entry) {
    const name = entry.annotations?.[REF_NAME];
    const colon = name?.lastIndexOf(":") ?? -1;
    return name !== undefined && colon > name.lastIndexOf("/") ? name.slice(colon + 1) : name;
}
function entriesNamed(top, tag, of = imageNameOf) {
    const exact = top.filter((entry) => entry.annotations?.[REF_NAME] === tag);
    return exact.length > 0 ? exact : top.filter((entry) => of(entry) === tag);
}
function unnamedChoice(top, attached) {
    if (distinct(top) === 1)
        return [...top];
    const named = top.filter((entry) => imageNameOf(entry) !== undefined);
    if (named.length > 0)
        return named;
    return top.filter((entry) => !attached.has(entry.digest) && !belongsToAnother(entry));
}
function belongsToAnother(entry) {
    return REFERRERS_NAME.test(tagOf(entry) ?? "") || COSIGN_ATTACHED.has(kindOf(entry));
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
    const shown = top.slice(0, MAX_SHOWN).map((entry) => imageNameOf(entry) ?? entry.digest);
    const more = top.length > MAX_SHOWN ? ` and ${top.length - MAX_SHOWN} more` : "";
    return shown.join(", ") + more;
}
//# sourceMappingURL=layout-choice.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/layout-files.js
var layout_files = __webpack_require__(94794);
// EXTERNAL MODULE: ./.cache/bundles/registry/manifest.js
var registry_manifest = __webpack_require__(89723);
// EXTERNAL MODULE: ./.cache/bundles/registry/media-types.js
var media_types = __webpack_require__(53280);
// EXTERNAL MODULE: ./.cache/bundles/registry/verifying.js
var verifying = __webpack_require__(14931);
;// CONCATENATED MODULE: ./.cache/bundles/registry/layout.js









/**
 * OCI layouts: an image as a folder (image-spec 1.1, `image-layout.md`). Everything in it is foreign: names are
 * made of verified digests, symbolic links are refused, sizes and digests are verified.
 */
/** Indexes in indexes; real ones have one level. */
const MAX_DEPTH = 8;
const MAX_MANIFESTS = 10_000;
/** Bytes. */
const READ_AT_ONCE = 256 * 1024;
/** An image in a layout. `folder` is what its path starts from. Nothing is read before it is asked for. */
function openLayout(reference, folder, options = {}) {
    const path = (0,external_node_path_.resolve)(folder, reference.path);
    const name = (0,registry_name/* formatSource */.j2)({ kind: "layout", ...reference });
    const layout = new Layout(path, options.partial === true);
    let chosen;
    let referrers;
    const resolve = () => {
        chosen ??= layout.entries().then(async (entries) => {
            // An image without a name is still the only one when signatures lie beside it.
            const attached = isOpenChoice(entries, reference) ? await layout.attached() : undefined;
            return chooseFromLayout(entries, reference, name, attached);
        });
        return chosen;
    };
    return {
        describe: () => name,
        repository: undefined,
        resolve,
        tag: async () => reference.tag ?? layoutName(await layout.entries(), (await resolve()).digest),
        tagged: async (tag) => namedExactly(await layout.entries(), tag),
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
    #files;
    #partial;
    #entries;
    #types = new Map();
    constructor(path, partial) {
        this.#path = path;
        this.#files = new layout_files/* LayoutFiles */.oo(path);
        this.#partial = partial;
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
        (0,verifying/* verifyBytes */.RV)(body, digest, what);
        const mediaType = (0,registry_manifest/* checkMediaType */.xQ)(this.#types.get(digest) ?? typeOf(body), what);
        const parsed = (0,registry_manifest/* parseManifest */.Ng)(body, mediaType, what);
        if (parsed.kind === "index")
            this.#learn(parsed.manifests);
        return { digest, mediaType, size: body.length, body };
    }
    async blob(digest, size, { progress, count, from = 0 } = {}) {
        const what = `The blob ${digest} of ${this.#path}`;
        const { handle } = await this.#openBlob(digest);
        const start = progress?.before(from) ?? 0;
        const verifier = (0,verifying/* verifyingStream */.oP)(digest, size, what, { progress, start, from, count });
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
        const { all, top } = await this.entries();
        const own = new Set(top.map(({ digest }) => digest));
        for (const entry of all) {
            if (!(0,media_types/* isIndexType */.$U)(entry.mediaType) && !(0,media_types/* isImageType */.G1)(entry.mediaType))
                continue;
            // An index may list what is not there.
            const mayBeMissing = this.#partial || !own.has(entry.digest);
            const manifest = await this.#ifThere(this.manifest(entry.digest), mayBeMissing);
            if (manifest === undefined)
                continue;
            const { mediaType, body } = manifest;
            const parsed = (0,registry_manifest/* parseManifest */.Ng)(body, mediaType, `The manifest ${entry.digest} of ${this.#path}`);
            const subject = parsed.subject?.digest;
            if (subject === undefined)
                continue;
            const type = parsed.artifactType ?? (parsed.kind === "image" ? parsed.config.mediaType : undefined);
            const listed = { mediaType, digest: entry.digest, size: entry.size };
            if (type !== undefined)
                listed.artifactType = type;
            const others = found.get(subject) ?? [];
            if (!others.some(({ digest }) => digest === entry.digest))
                found.set(subject, [...others, listed]);
        }
        return found;
    }
    /** Those of index.json that refer to another manifest there. */
    async attached() {
        const { top } = await this.entries();
        const known = new Set(top.map(({ digest }) => digest));
        const found = new Set();
        for (const entry of top) {
            if (!(0,media_types/* isIndexType */.$U)(entry.mediaType) && !(0,media_types/* isImageType */.G1)(entry.mediaType))
                continue;
            // What is missing is no reason here: it is told of when it is needed.
            const manifest = await this.#ifThere(this.manifest(entry.digest), true);
            if (manifest === undefined)
                continue;
            const what = `The manifest ${entry.digest} of ${this.#path}`;
            const { subject } = (0,registry_manifest/* parseManifest */.Ng)(manifest.body, manifest.mediaType, what);
            if (subject !== undefined && known.has(subject.digest))
                found.add(entry.digest);
        }
        return found;
    }
    /** Undefined where it may be missing and is. */
    async #ifThere(read, optional) {
        try {
            return await read;
        }
        catch (error) {
            if (optional && (0,layout_files/* isMissing */.b2)(error))
                return undefined;
            throw error;
        }
    }
    async #readEntries() {
        const version = parseJson(await this.#files.read(layout_files/* LAYOUT_FILE */.gI));
        if (stringAt(version, "imageLayoutVersion") !== "1.0.0") {
            throw this.#broken(layout_files/* LAYOUT_FILE */.gI, "does not say imageLayoutVersion 1.0.0");
        }
        const index = await this.#files.read(layout_files/* INDEX_FILE */.K$);
        const top = (0,registry_manifest/* parseManifest */.Ng)(index, media_types/* OCI_INDEX */.$p, `The layout's file ${(0,external_node_path_.join)(this.#path, layout_files/* INDEX_FILE */.K$)}`);
        if (top.kind !== "index")
            throw this.#broken(layout_files/* INDEX_FILE */.K$, "is not an index");
        const all = [];
        await this.#collect(top.manifests, all, new Set(), 0);
        return { top: top.manifests, all };
    }
    /** Indexes that stand in index.json only to hold others (containerd, the referrers' fallback) are looked into. */
    async #collect(listed, all, seen, depth) {
        this.#learn(listed);
        if (depth > MAX_DEPTH)
            throw this.#broken(layout_files/* INDEX_FILE */.K$, `nests indexes more than ${MAX_DEPTH} deep`);
        for (const entry of listed) {
            all.push(entry);
            if (all.length > MAX_MANIFESTS)
                throw this.#broken(layout_files/* INDEX_FILE */.K$, `lists more than ${MAX_MANIFESTS} manifests`);
            if (!(0,media_types/* isIndexType */.$U)(entry.mediaType) || seen.has(entry.digest))
                continue;
            seen.add(entry.digest);
            const what = `The index ${entry.digest} of ${this.#path}`;
            const body = await this.#ifThere(this.#readBlob(entry.digest, what), this.#partial || depth > 0);
            if (body === undefined)
                continue;
            (0,verifying/* verifyBytes */.RV)(body, entry.digest, what);
            const parsed = (0,registry_manifest/* parseManifest */.Ng)(body, entry.mediaType, what);
            if (parsed.kind === "index")
                await this.#collect(parsed.manifests, all, seen, depth + 1);
        }
    }
    #learn(descriptors) {
        for (const { digest, mediaType } of descriptors)
            this.#types.set(digest, mediaType);
    }
    async #readBlob(digest, what) {
        const { handle, size } = await this.#openBlob(digest);
        try {
            if (size > registry_manifest/* MAX_MANIFEST_SIZE */.L7) {
                throw new errors/* UserError */.yo("manifest-too-large", `${what} has more than ${registry_manifest/* MAX_MANIFEST_SIZE */.L7} bytes.`, {
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
            throw this.#broken(layout_files/* INDEX_FILE */.K$, "names a digest that is none");
        return this.#files.open(["blobs", parsed.algorithm, parsed.hex]);
    }
    #broken(name, reason, cause) {
        return this.#files.broken(name, reason, cause);
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

/***/ })

};
