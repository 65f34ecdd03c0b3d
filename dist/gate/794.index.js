export const id = 794;
export const ids = [794];
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

/***/ })

};
