export const id = 6530;
export const ids = [6530];
export const modules = {

/***/ 68954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ adviceFor)
/* harmony export */ });
/* harmony import */ var _auth_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57772);

/** `host` knows registries by their names, without the port 443. */
const KNOWN = [
    {
        host: /^ghcr\.io$|^containers\.[^.]+\.ghe\.com$/,
        product: "GitHub's container registry",
        credentials: "any user name, and the workflow's github.token as password",
        pull: "the job needs `permissions: packages: read`, and a package of another repository must give this one read access (package settings, Manage Actions access)",
        push: "the job needs `permissions: packages: write`, and an existing package must give this repository the role Write (package settings, Manage Actions access)",
    },
    {
        host: /^docker\.io$/,
        product: "Docker Hub",
        credentials: "your user name and an access token",
        pull: "an access token with the scope Read; without an account the limit of pulls is low",
        push: "an access token with the scope Read & Write of an account that may write to the repository",
    },
    {
        host: { test: (host) => (0,_auth_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEcrHost */ .w)(host) !== undefined },
        product: "Amazon ECR",
        credentials: "aws-actions/configure-aws-credentials before this step",
        pull: "ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer",
        push: "besides those for reading ecr:BatchCheckLayerAvailability, ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload and ecr:PutImage; the repository must exist, ECR makes none by itself",
        absent: "Amazon ECR makes none by a push, unless a creation template of the registry says so: make it before (`aws ecr create-repository --repository-name NAME`)",
    },
    {
        host: { test: _auth_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__/* .isEcrPublic */ .M },
        product: "Amazon ECR Public",
        credentials: "aws-actions/configure-aws-credentials before this step",
        pull: "nothing; with ecr-public:GetAuthorizationToken and sts:GetServiceBearerToken the limits are higher",
        push: "ecr-public:GetAuthorizationToken, sts:GetServiceBearerToken, ecr-public:BatchCheckLayerAvailability, ecr-public:InitiateLayerUpload, ecr-public:UploadLayerPart, ecr-public:CompleteLayerUpload and ecr-public:PutImage; the repository must exist",
        absent: "Amazon ECR Public makes none by a push: make it before (`aws ecr-public create-repository --repository-name NAME`, region us-east-1)",
    },
    {
        host: /\.pkg\.dev$|(?:^|\.)gcr\.io$/,
        product: "Google Artifact Registry",
        credentials: "google-github-actions/auth before this step",
        pull: "the role Artifact Registry Reader",
        push: "the role Artifact Registry Writer; the repository must exist",
        absent: "Artifact Registry makes none by a push: make it before (`gcloud artifacts repositories create NAME --repository-format=docker --location=LOCATION`; NAME is what follows the project in the image's name)",
    },
    {
        host: /\.azurecr\.(?:io|cn|us)$/,
        product: "Azure Container Registry",
        credentials: "`az acr login` before this step, or AZURE_TENANT_ID, AZURE_CLIENT_ID and a secret or a federated token",
        pull: "the role AcrPull",
        push: "the role AcrPush",
    },
    {
        host: /^quay\.io$/,
        product: "Quay",
        credentials: "a robot account",
        pull: "a robot account with the permission Read on the repository",
        push: "a robot account with the permission Write on the repository; a new repository is made only for one with Creator in the organisation",
    },
    {
        host: /^registry\.gitlab\.com$/,
        product: "GitLab's container registry",
        credentials: "a deploy token or a project access token",
        pull: "the scope read_registry",
        push: "the scopes read_registry and write_registry and the role Developer",
    },
    {
        host: /^image-registry\.openshift-image-registry\.svc(?::\d+)?$|^default-route-openshift-image-registry\./,
        product: "OpenShift's internal registry",
        credentials: "any user name and the token of a service account (`oc whoami -t`)",
        pull: "the role system:image-puller in the project",
        push: "the role system:image-builder in the project",
    },
];
/** What is known of a registry (`host[:port]`); undefined for one without a product's own name. */
function adviceFor(registry) {
    const name = registry.replace(/:443$/, "");
    return KNOWN.find(({ host }) => host.test(name));
}
//# sourceMappingURL=advice.js.map

/***/ }),

/***/ 58764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P$: () => (/* binding */ encodingOf),
/* harmony export */   lR: () => (/* binding */ responseOf),
/* harmony export */   vf: () => (/* binding */ discard),
/* harmony export */   x8: () => (/* binding */ readBody)
/* harmony export */ });
/* harmony import */ var _unreachable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83058);

/** An answer of undici, whose body may take `patience` milliseconds where it is read whole. */
function responseOf(answer, url, patience) {
    // Without a listener a connection that breaks while nobody reads would end the process.
    answer.body.on("error", () => undefined);
    const headers = (name) => {
        const value = answer.headers[name];
        return value === undefined ? [] : Array.isArray(value) ? value : [value];
    };
    const { statusCode: status, body } = answer;
    return { status, header: (name) => headers(name)[0], headers, body, url, patience };
}
/** What to say of an answer that was compressed on the way, behind its name: digest and size cannot be right then. */
function encodingOf(response) {
    const encoding = response.header("content-encoding")?.trim().toLowerCase() ?? "";
    if (encoding === "" || encoding === "identity")
        return "";
    return ` (it came with Content-Encoding: ${encoding.replace(/[^a-z0-9, -]/g, "?").slice(0, 40)})`;
}
/** Throws an answer's body away so that its connection is free again. */
async function discard(response) {
    const stop = stopSlow(response);
    try {
        await response.body.dump({ limit: 64 * 1024 });
    }
    catch {
        // The connection broke; nothing of the answer is wanted.
    }
    finally {
        stop();
    }
}
/**
 * An answer's whole body, if it has at most `limit` bytes; otherwise undefined, and the connection is closed.
 * @throws RegistryError `registry-unreachable` when the connection breaks
 */
async function readBody(response, limit) {
    if (Number(response.header("content-length") ?? 0) > limit) {
        response.body.destroy();
        return undefined;
    }
    const chunks = [];
    let size = 0;
    const stop = stopSlow(response);
    try {
        for await (const chunk of response.body) {
            size += chunk.length;
            if (size > limit)
                return undefined;
            chunks.push(chunk);
        }
    }
    catch (error) {
        throw (0,_unreachable_js__WEBPACK_IMPORTED_MODULE_0__/* .brokenAnswer */ .KF)(response.url, error);
    }
    finally {
        stop();
    }
    return Buffer.concat(chunks);
}
/** Breaks an answer's connection when it takes too long. Returns what takes the limit away. */
function stopSlow({ body, patience }) {
    const slow = () => body.destroy(Object.assign(new Error("slow answer"), { code: _unreachable_js__WEBPACK_IMPORTED_MODULE_0__/* .SLOW_ANSWER */ .V1 }));
    const timer = setTimeout(slow, patience);
    return () => clearTimeout(timer);
}
//# sourceMappingURL=answer.js.map

/***/ }),

/***/ 57772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ isEcrPublic),
/* harmony export */   w: () => (/* binding */ parseEcrHost)
/* harmony export */ });
/**
 * `<account>.dkr.ecr[-fips].<region>.amazonaws.com[.cn]`, or `<account>.dkr-ecr[-fips].<region>.on.aws` (dual
 * stack). Source: Amazon ECR user guide, "Private registries" and "Making requests over IPv6".
 */
function parseEcrHost(host) {
    const match = /^(\d{12})\.dkr\.ecr(-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?(?::443)?$/.exec(host) ??
        /^(\d{12})\.dkr-ecr(-fips)?\.([a-z0-9-]+)\.on\.(?:aws|amazonwebservices\.com\.cn)(?::443)?$/.exec(host);
    if (match === null)
        return undefined;
    const [, account = "", fips, region = ""] = match;
    return { account, region, fips: fips !== undefined };
}
/** Whether a registry is Amazon ECR Public, which has one host. */
function isEcrPublic(host) {
    return /^public\.ecr\.aws(?::443)?$/.test(host);
}
//# sourceMappingURL=ecr-host.js.map

/***/ }),

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

/***/ 95987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ createAdaptiveLimit),
/* harmony export */   K: () => (/* binding */ createLimit)
/* harmony export */ });
/** A limit of `most` pieces of work at once, at least one. */
function createLimit(most) {
    return createAdaptiveLimit(most).run;
}
/** An adaptive limit that starts, and ends, at `most` pieces of work at once, at least one. */
function createAdaptiveLimit(most) {
    const widest = Math.max(1, Math.floor(most));
    let width = widest;
    let running = 0;
    let good = 0;
    /** Answers that were under way when the limit was halved say nothing about the new width. */
    let stale = 0;
    const waiting = [];
    function start() {
        while (running < width) {
            const next = waiting.shift();
            if (next === undefined)
                return;
            running += 1;
            next();
        }
    }
    return {
        async run(work) {
            if (running < width)
                running += 1;
            else
                await new Promise((resolve) => waiting.push(resolve));
            try {
                return await work();
            }
            catch (error) {
                // It brings no answer that could be stale any more.
                if (stale > 0)
                    stale -= 1;
                throw error;
            }
            finally {
                running -= 1;
                start();
            }
        },
        busy() {
            good = 0;
            if (stale > 0) {
                stale -= 1;
                return;
            }
            stale = running;
            width = Math.max(1, Math.floor(width / 2));
        },
        answered() {
            if (stale > 0) {
                stale -= 1;
                return;
            }
            if (width === widest)
                return;
            good += 1;
            if (good < width)
                return;
            good = 0;
            width += 1;
            start();
        },
        width: () => width,
    };
}
//# sourceMappingURL=limit.js.map

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

/***/ }),

/***/ 35362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N6: () => (/* binding */ isRedirect),
/* harmony export */   eH: () => (/* binding */ sendFollowing),
/* harmony export */   hD: () => (/* binding */ locationOf)
/* harmony export */ });
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58764);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34158);
/* harmony import */ var _registry_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15014);



const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MAX_REDIRECTS = 5;
/** Whether an answer sends us elsewhere. */
function isRedirect(response) {
    return REDIRECTS.has(response.status) && response.header("location") !== undefined;
}
/**
 * Sends a request and follows redirects by hand. `authorization` goes to the request's own origin and, once a
 * redirect has left that, to nobody any more, not even back to it.
 * @throws RegistryError `unsafe-redirect`, `too-many-redirects`, `registry-unreachable`
 */
async function sendFollowing(transport, request, authorization, insecure, mode) {
    let url = request.url;
    let left = false;
    for (let redirects = 0;; redirects += 1) {
        const secret = authorization === undefined || left ? {} : { authorization };
        const response = await transport.send({ ...request, url, headers: { ...request.headers, ...secret } });
        if (!isRedirect(response) || mode === "no")
            return response;
        const target = locationOf(response, insecure);
        if (mode === "own" && target.origin !== url.origin)
            return response;
        await (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .discard */ .vf)(response);
        if (redirects === MAX_REDIRECTS) {
            const message = `${request.url.host} redirects more than ${MAX_REDIRECTS} times (${(0,_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .redactUrl */ .BO)(target)}).`;
            throw new _registry_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl("too-many-redirects", message, {}, { hint: "Look into the registry's settings." });
        }
        left ||= target.origin !== request.url.origin;
        url = target;
    }
}
/**
 * The address of an answer's Location, absolute or relative, its query kept. A proxy before a registry may have told
 * it neither that we spoke https nor to which port: where it names its own host so, what was asked is meant.
 * @throws RegistryError `unsafe-redirect`
 */
function locationOf(response, insecure) {
    const location = response.header("location") ?? "";
    const from = response.url;
    const unsafe = (reason) => new _registry_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl("unsafe-redirect", `${from.host} sends us to an address that is not safe: ${reason}.`, {}, {
        hint: "Look into the registry's settings: its own address, and that of the storage behind it.",
    });
    const parsed = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
    if (location === "" || parsed === undefined)
        throw unsafe("it cannot be read");
    if (isOurs(from, parsed)) {
        parsed.protocol = from.protocol;
        parsed.port = from.port;
    }
    const reason = (0,_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .refusal */ .x5)(from, parsed, insecure);
    if (reason !== undefined)
        throw unsafe(`${reason} (${(0,_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .redactUrl */ .BO)(parsed)})`);
    return parsed;
}
/**
 * Whether an address is that of the registry itself, with http for https or without its port. Storage may well be on
 * the same host at the port that needs no naming, so that a port alone is missed only below the API's own path.
 */
function isOurs(from, to) {
    if (to.hostname !== from.hostname || (to.port !== "" && to.port !== from.port))
        return false;
    if (from.protocol === "https:" && to.protocol === "http:")
        return true;
    return to.protocol === from.protocol && to.pathname.startsWith("/v2/");
}
//# sourceMappingURL=redirect.js.map

/***/ }),

/***/ 15014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nc: () => (/* binding */ hasRegistryCode),
/* harmony export */   PS: () => (/* binding */ saysImmutable),
/* harmony export */   gl: () => (/* binding */ RegistryError),
/* harmony export */   kW: () => (/* binding */ parseErrorBody),
/* harmony export */   sl: () => (/* binding */ refusedRequest)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68954);


/** A failure at a registry. Its code is one of ours (`registry-denied`); `codes` are the registry's. */
class RegistryError extends _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    status;
    codes;
    passing;
    retryAfter;
    constructor(code, message, failure, details = {}) {
        super(code, message, { fault: "outside", ...details });
        this.status = failure.status;
        this.codes = failure.codes ?? [];
        this.passing = failure.passing ?? false;
        this.retryAfter = failure.retryAfter;
    }
}
/** Whether the registry named one of these codes of its own. */
function hasRegistryCode(error, ...codes) {
    return error instanceof RegistryError && error.codes.some((code) => codes.includes(code));
}
const MAX_ERRORS = 5;
const MAX_MESSAGE_LENGTH = 300;
/**
 * Reads an error's body (distribution-spec, "Error Codes"; also the `details` of token services). Anything
 * else, such as a proxy's HTML page, says nothing.
 */
function parseErrorBody(body) {
    const found = { codes: [], messages: [] };
    let value;
    try {
        value = JSON.parse(body);
    }
    catch {
        return found;
    }
    if (!isRecord(value))
        return found;
    const errors = Array.isArray(value.errors) ? value.errors : [value];
    for (const error of errors.slice(0, MAX_ERRORS)) {
        if (!isRecord(error))
            continue;
        if (typeof error.code === "string")
            found.codes.push(printable(error.code));
        const message = [error.message, error.details, error.error_description].find((text) => typeof text === "string" && text !== "");
        if (typeof message === "string")
            found.messages.push(printable(message));
    }
    return found;
}
/**
 * The error for an answer that says no.
 * Codes: `registry-unauthorized`, `registry-denied`, `not-found`, `rate-limited`, `tag-immutable`,
 * `content-too-large`, `registry-unsupported`, `registry-failed`, `registry-refused`.
 */
function refusedRequest(request) {
    const { registry, repository, doing, status } = request;
    const { codes, messages } = parseErrorBody(request.body);
    const said = messages.length > 0 ? messages.join("; ") : codes.join(", ");
    const where = repository === "" ? registry : `${registry}/${repository}`;
    const tail = said === "" ? `(HTTP ${status})` : `(HTTP ${status}: ${said})`;
    const { code, hint, fault } = classify(request, codes, messages);
    const failure = { status, codes, retryAfter: request.retryAfter };
    const message = `${where}: could not ${doing}: ${SUMMARY.get(code) ?? "the registry refused"} ${tail}.`;
    return new RegistryError(code, message, failure, { hint, ...(fault === undefined ? {} : { fault }) });
}
const SUMMARY = new Map([
    ["registry-unauthorized", "the registry does not accept who we are"],
    ["registry-denied", "the registry denies access"],
    ["not-found", "the registry does not have it"],
    ["rate-limited", "the registry's rate limit is used up"],
    ["tag-immutable", "the tag is immutable there"],
    ["content-too-large", "it is too large for the registry or a proxy before it"],
    ["registry-unsupported", "the registry does not support it"],
    ["registry-failed", "the registry failed"],
]);
function classify(request, codes, messages) {
    const { registry, status } = request;
    const used = request.credentials === undefined
        ? `No credentials for ${registry} were found, so it was asked anonymously.`
        : `The credentials from ${request.credentials} were used.`;
    const advice = (0,_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .adviceFor */ .c)(registry);
    const how = advice === undefined ? "" : ` (${advice.product}: ${advice.credentials})`;
    const giveThem = `Give them in the input registry-auth${how}, or with \`docker login ${registry}\`.`;
    if (isImmutable(status, codes, messages)) {
        return { code: "tag-immutable", hint: "Choose a new tag: this registry never moves one that exists." };
    }
    if (status === 401) {
        const correct = request.credentials === undefined ? giveThem : `Check user name, password and expiry. ${giveThem}`;
        return { code: "registry-unauthorized", hint: `${used} ${correct}` };
    }
    if (status === 403) {
        const missing = advice === undefined
            ? "That account needs the right to read, or for a destination to write, in this repository."
            : `To read: ${advice.pull}. To write: ${advice.push}.`;
        const correct = request.credentials === undefined ? giveThem : missing;
        const absent = request.reads === true ? "what does not exist" : "a repository that does not exist";
        return {
            code: "registry-denied",
            hint: `${used} ${correct} Some registries also answer so for ${absent}.`,
        };
    }
    if (status === 404) {
        const hint = advice?.absent !== undefined && codes.includes("NAME_UNKNOWN")
            ? `The repository is missing, and ${advice.absent}.`
            : "Check the name, and that it was pushed. Many registries also answer so where the account may not read.";
        return { code: "not-found", hint: `${hint} ${used}`, fault: "request" };
    }
    if (status === 429) {
        return {
            code: "rate-limited",
            hint: `Wait, lower the input concurrency, or use an account with a higher limit. ${used}`,
        };
    }
    if (status === 413)
        return {
            code: "content-too-large",
            hint: "Raise the size limit of the registry or of the proxy before it.",
        };
    if (status === 405 || status === 501 || codes.includes("UNSUPPORTED")) {
        return {
            code: "registry-unsupported",
            hint: "Look into the registry's settings: it may be read-only or forbid this.",
        };
    }
    if (status >= 500) {
        const later = "Run it again later; if it stays, look into the registry's own log.";
        const absent = request.reads === true ? " Some registries also answer so for what does not exist." : "";
        return { code: "registry-failed", hint: later + absent };
    }
    return { code: "registry-refused", hint: "The registry's own words say why; its log says more." };
}
/**
 * Whether an answer to who sets a tag says that this tag never moves. There is no code for it in the specification:
 * ECR answers 400 TAG_INVALID, Google 400 MANIFEST_INVALID, Harbor 412 PRECONDITION, others 403 or 409.
 */
function saysImmutable(status, body) {
    const { codes, messages } = parseErrorBody(body);
    return isImmutable(status, codes, messages);
}
/** Sentences, not the word alone: it also stands in refusals for want of a right ("lacks the immutability role"). */
const IMMUTABLE = /\b(?:is|are|as) immutable\b|\bcannot be overwritten\b|\b(?:has|enabled) tag immutability\b|\btag immutability (?:is )?enabled\b/i;
function isImmutable(status, codes, messages) {
    if (status === 412 && codes.includes("PRECONDITION"))
        return true;
    return [400, 403, 405, 409, 412].includes(status) && messages.some((message) => IMMUTABLE.test(message));
}
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function printable(text) {
    const clean = text.replace(/[\p{C}\s]+/gu, " ").trim();
    return clean.length > MAX_MESSAGE_LENGTH ? `${clean.slice(0, MAX_MESSAGE_LENGTH)}…` : clean;
}
//# sourceMappingURL=registry-error.js.map

/***/ }),

/***/ 84064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bn: () => (/* binding */ scopesCover),
/* harmony export */   F7: () => (/* binding */ repositoryScope),
/* harmony export */   yc: () => (/* binding */ joinScopes)
/* harmony export */ });
/**
 * Scopes of bearer tokens: `repository:acme/shop:pull,push`.
 * Source: distribution's "Token Scope Documentation".
 */
/** The scope of some actions on one repository. */
function repositoryScope(repository, ...actions) {
    return `repository:${repository}:${actions.join(",")}`;
}
/** Whether a token for `held` can be used where `wanted` is needed. */
function scopesCover(held, wanted) {
    return wanted.every((scope) => held.some((each) => covers(each, scope)));
}
/**
 * Both lists as one without repetitions. The registry's own demand stands first: some token services look
 * at the first scope only.
 */
function joinScopes(demanded, wanted) {
    const joined = [...new Set(demanded)];
    for (const scope of wanted)
        if (!scopesCover(joined, [scope]))
            joined.push(scope);
    return joined;
}
function covers(held, wanted) {
    if (held === wanted)
        return true;
    const [heldName, heldActions] = split(held);
    const [wantedName, wantedActions] = split(wanted);
    return heldName === wantedName && wantedActions.every((action) => heldActions.includes(action));
}
function split(scope) {
    const colon = scope.lastIndexOf(":");
    return [scope.slice(0, colon), scope.slice(colon + 1).split(",")];
}
//# sourceMappingURL=scope.js.map

/***/ }),

/***/ 83058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   KF: () => (/* binding */ brokenAnswer),
/* harmony export */   Nz: () => (/* binding */ finalFailure),
/* harmony export */   V1: () => (/* binding */ SLOW_ANSWER),
/* harmony export */   bW: () => (/* binding */ givenUp),
/* harmony export */   or: () => (/* binding */ isSilence)
/* harmony export */ });
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34158);
/* harmony import */ var _registry_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15014);


const UNREACHABLE_HINT = "Check the address, the network and whether the registry runs, then run it again.";
/** The error for a connection that broke while an answer was read: starting anew may succeed. */
function brokenAnswer(url, cause) {
    const message = `${url.host}: the connection broke while the answer was read (${reasonOf(cause)}).`;
    return new _registry_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl("registry-unreachable", message, { passing: true }, { hint: UNREACHABLE_HINT, cause });
}
/** Failures of TLS and of names don't pass by themselves. */
const LASTING = /^(?:ENOTFOUND|EPROTO|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/;
/** The error for a request that got no answer. */
function unreachable(message, cause) {
    const codes = codesOf(cause);
    const lasting = codes.find((code) => LASTING.test(code));
    const text = `${message.url.host} cannot be reached: ${reasonOf(cause)} (${message.method} ${(0,_endpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrl */ .BO)(message.url)}).`;
    const hint = lasting === undefined
        ? UNREACHABLE_HINT
        : lasting === "ENOTFOUND"
            ? "There is no host of this name: check its spelling and the network."
            : "TLS failed. Trust its certificate by NODE_EXTRA_CA_CERTS; a registry that speaks http belongs in insecure-registries.";
    return new _registry_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl("registry-unreachable", text, { passing: lasting === undefined }, { hint, cause });
}
/** Nobody waits or tries again: the process is about to be killed. */
function givenUp({ url, method }, cause) {
    const text = `${url.host} gave no answer, and the run was cancelled meanwhile (${method} ${(0,_endpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrl */ .BO)(url)}).`;
    return new _registry_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl("registry-unreachable", text, {}, { hint: "Run it again: it goes on from what is there.", cause });
}
/** The same failure once the attempts are used up: nobody above shall begin anew. */
function finalFailure(error) {
    return new _registry_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl(error.code, error.message, {}, { hint: error.hint, cause: error.cause });
}
/** The code of an answer that was not whole within the time limit. */
const SLOW_ANSWER = "SLOW_ANSWER";
/** What says that the other side is there, perhaps, but keeps us waiting. */
const SILENCES = new Set([
    "UND_ERR_HEADERS_TIMEOUT",
    "UND_ERR_BODY_TIMEOUT",
    SLOW_ANSWER,
]);
/** Whether a request failed because nothing, or no more, came within the time limit. */
function isSilence(error) {
    return codesOf(error).some((code) => SILENCES.has(code));
}
const REASONS = new Map([
    ["ECONNREFUSED", "nothing listens there"],
    ["ECONNRESET", "the connection was reset"],
    ["EPIPE", "the connection was closed"],
    ["UND_ERR_SOCKET", "the connection was closed"],
    ["ENOTFOUND", "the host name is unknown"],
    ["EAI_AGAIN", "the name service does not answer"],
    ["EHOSTUNREACH", "there is no route to it"],
    ["ENETUNREACH", "there is no route to it"],
    ["UND_ERR_CONNECT_TIMEOUT", "no connection within the time limit"],
    ["UND_ERR_HEADERS_TIMEOUT", "no answer within the time limit"],
    ["UND_ERR_BODY_TIMEOUT", "the answer stopped for longer than the time limit"],
    [SLOW_ANSWER, "the whole answer did not come within the time limit"],
    ["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", "the answer was cut off"],
]);
function reasonOf(cause) {
    const codes = codesOf(cause);
    const known = codes.find((code) => REASONS.has(code));
    if (known !== undefined)
        return REASONS.get(known) ?? known;
    return codes[0] ?? (cause instanceof Error ? cause.name : "the connection failed");
}
/** The codes of an error and of what is behind it (all addresses of a host were tried). */
function codesOf(error, depth = 0) {
    if (!(error instanceof Error) || depth > 4)
        return [];
    const own = error.code;
    const inner = error instanceof AggregateError ? error.errors : [error.cause];
    return [...(typeof own === "string" ? [own] : []), ...inner.flatMap((each) => codesOf(each, depth + 1))];
}
//# sourceMappingURL=unreachable.js.map

/***/ })

};
