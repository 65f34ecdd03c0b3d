export const id = 856;
export const ids = [856];
export const modules = {

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

/***/ 55856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  signStatement: () => (/* binding */ signStatement)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/attest/bundle-format.js
var bundle_format = __webpack_require__(42470);
;// CONCATENATED MODULE: ./.cache/bundles/attest/public-key.js


/** Public keys of `trust`. Pure. */
/** The largest file of a key that is read, in bytes. */
const KEY_LIMIT = (/* unused pure expression or super */ null && (64 * 1024));
const MIN_RSA_BITS = 2048;
/** Reads a public key in PEM. @throws UserError `invalid-trust-key` */
function parsePublicKey(pem, where) {
    const wrong = (why, cause) => new UserError("invalid-trust-key", `${where} is no public key that can be used: ${why}`, {
        input: "trust",
        cause,
        hint: "Give the public key in PEM (-----BEGIN PUBLIC KEY-----), ECDSA, Ed25519 or RSA.",
    });
    // Node would take the public half of a private key, and nobody would notice that it lies about.
    if (pem.includes("PRIVATE KEY"))
        throw wrong("it is a private key");
    let key;
    try {
        key = createPublicKey(pem);
    }
    catch (cause) {
        throw wrong("it is not PEM", cause);
    }
    const type = key.asymmetricKeyType ?? "unknown";
    if (type === "rsa" && (key.asymmetricKeyDetails?.modulusLength ?? 0) < MIN_RSA_BITS)
        throw wrong(`it has fewer than ${MIN_RSA_BITS} bits`);
    if (!["ec", "ed25519", "rsa"].includes(type))
        throw wrong(`its type is ${type}`);
    return key;
}
/** What a bundle names its key by, as cosign does: the hash of the public key. A reader with several finds the one. */
function keyHint(key) {
    return (0,external_node_crypto_.createHash)("sha256")
        .update(key.export({ type: "spki", format: "der" }))
        .digest("base64");
}
//# sourceMappingURL=public-key.js.map
// EXTERNAL MODULE: ./.cache/bundles/attest/statement.js
var attest_statement = __webpack_require__(15995);
;// CONCATENATED MODULE: ./.cache/bundles/attest/sign.js





/** Milliseconds, and attempts after the first one. */
const TIMEOUT = 30_000;
const RETRIES = 2;
/**
 * The bundle of a signed statement, as JSON.
 * @throws UserError `no-signer`, `signing-failed`
 */
async function signStatement(statement, signing) {
    const { bundleToJSON } = await __webpack_require__.e(/* import() */ 40).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19));
    const { DSSEBundleBuilder, FulcioSigner, RekorWitness, TSAWitness } = await Promise.all(/* import() */[__webpack_require__.e(40), __webpack_require__.e(179)]).then(__webpack_require__.t.bind(__webpack_require__, 15179, 19));
    const { fulcio, rekor, timestamp } = signing.instance;
    const http = { timeout: TIMEOUT, retry: { retries: RETRIES } };
    const witnesses = [];
    if (rekor !== undefined)
        witnesses.push(new RekorWitness({ rekorBaseURL: rekor, entryType: "dsse", ...http }));
    if (timestamp !== undefined)
        witnesses.push(new TSAWitness({ tsaBaseURL: timestamp, ...http }));
    let signer;
    if (signing.key !== undefined)
        signer = keySigner(signing.key);
    else {
        const { identityToken } = signing;
        if (identityToken === undefined)
            throw noSigner();
        if (fulcio === undefined)
            throw noAuthority();
        // Asked for outside of the library, whose errors may quote the token.
        const token = await identityToken();
        signer = new FulcioSigner({
            fulcioBaseURL: fulcio,
            identityProvider: { getToken: async () => token },
            ...http,
        });
    }
    try {
        const bundle = await new DSSEBundleBuilder({ signer, witnesses }).create({
            data: statement,
            type: attest_statement/* PAYLOAD_TYPE */.Uc,
        });
        const { content } = bundle.verificationMaterial;
        if (signing.key !== undefined && content.$case === "publicKey")
            content.publicKey.hint = keyHint((0,external_node_crypto_.createPublicKey)(signing.key.publicKey));
        const bytes = Buffer.from(JSON.stringify(bundleToJSON(bundle)));
        if (bytes.length <= bundle_format/* MAX_BUNDLE_SIZE */._1)
            return bytes;
    }
    catch (thrown) {
        throw failed(thrown);
    }
    throw new errors/* UserError */.yo("signing-failed", `The signed statement has more than ${bundle_format/* MAX_BUNDLE_SIZE */._1} bytes`, {
        fault: "refused",
        hint: "Split the set: a statement names each service and level.",
    });
}
/**
 * The library would put a hint into the envelope too, as the key's id; cosign then takes the signature for that of
 * a key which it does not have. So the hint is added to the bundle alone, afterwards.
 */
function keySigner({ privateKey, publicKey }) {
    const algorithm = privateKey.asymmetricKeyType === "ed25519" ? null : "sha256";
    return {
        sign: async (data) => ({
            key: { $case: "publicKey", publicKey },
            signature: (0,external_node_crypto_.sign)(algorithm, data, privateKey),
        }),
    };
}
function noSigner() {
    return new errors/* UserError */.yo("no-signer", "There is neither a key nor an identity to sign with", {
        hint: "Give the job `permissions: id-token: write`, or the input 'signing-key'.",
    });
}
function noAuthority() {
    return new errors/* UserError */.yo("no-signer", "Input 'sigstore' names no fulcio, and there is no 'signing-key'", {
        input: "sigstore",
        hint: "Add fulcio: URL to 'sigstore', or give 'signing-key'.",
    });
}
const DOING = {
    CA_CREATE_SIGNING_CERTIFICATE_ERROR: "The certificate authority (Fulcio) gave no certificate",
    TLOG_CREATE_ENTRY_ERROR: "The transparency log (Rekor) took no entry",
    TLOG_FETCH_ENTRY_ERROR: "The transparency log (Rekor) gave no entry",
    TSA_CREATE_TIMESTAMP_ERROR: "The timestamp authority gave no timestamp",
    IDENTITY_TOKEN_PARSE_ERROR: "The runner's OIDC token can't be read",
    IDENTITY_TOKEN_READ_ERROR: "The runner gave no OIDC token",
};
/** The library's own text of an unreadable token holds the token, so only its code is used there. */
function failed(thrown) {
    const { code, cause } = thrown;
    const doing = typeof code === "string" ? DOING[code] : undefined;
    const why = cause === undefined || code === "IDENTITY_TOKEN_PARSE_ERROR" ? "" : `: ${(0,errors/* errorMessage */.gJ)(cause)}`;
    return new errors/* UserError */.yo("signing-failed", `${doing ?? `The statement can't be signed: ${(0,errors/* errorMessage */.gJ)(thrown)}`}${doing === undefined ? "" : why}`, {
        fault: "outside",
        ...(code === "IDENTITY_TOKEN_PARSE_ERROR" ? {} : { cause: thrown }),
        hint: "Run it again; look at the instance's status, and at 'sigstore' if it is your own.",
    });
}
//# sourceMappingURL=sign.js.map

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
