export const id = 4614;
export const ids = [4614,4931];
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

/***/ 73541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OM: () => (/* binding */ entryNamed),
/* harmony export */   Pu: () => (/* binding */ withUnnamed),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   el: () => (/* binding */ withName),
/* harmony export */   u_: () => (/* binding */ withoutName),
/* harmony export */   w5: () => (/* binding */ REF_NAME)
/* harmony export */ });
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

/***/ }),

/***/ 74614:
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
// EXTERNAL MODULE: ./.cache/bundles/registry/layout-index.js
var layout_index = __webpack_require__(73541);
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
    const name = entry.annotations?.[layout_index/* REF_NAME */.w5];
    const colon = name?.lastIndexOf(":") ?? -1;
    return name !== undefined && colon > name.lastIndexOf("/") ? name.slice(colon + 1) : name;
}
function entriesNamed(top, tag, of = imageNameOf) {
    const exact = top.filter((entry) => entry.annotations?.[layout_index/* REF_NAME */.w5] === tag);
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

/***/ }),

/***/ 14931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RV: () => (/* binding */ verifyBytes),
/* harmony export */   eH: () => (/* binding */ DigestProgress),
/* harmony export */   oP: () => (/* binding */ verifyingStream)
/* harmony export */ });
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
