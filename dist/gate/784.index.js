export const id = 784;
export const ids = [784];
export const modules = {

/***/ 87784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  attachToLayout: () => (/* binding */ attachToLayout)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/bundles/registry/digest.js
var digest = __webpack_require__(54726);
// EXTERNAL MODULE: ./.cache/bundles/registry/layout.js + 2 modules
var registry_layout = __webpack_require__(75243);
// EXTERNAL MODULE: ./.cache/bundles/registry/layout-referrer.js + 3 modules
var layout_referrer = __webpack_require__(51156);
// EXTERNAL MODULE: ./.cache/bundles/registry/blobs.js
var blobs = __webpack_require__(33584);
// EXTERNAL MODULE: ./.cache/bundles/registry/limit.js
var registry_limit = __webpack_require__(95987);
// EXTERNAL MODULE: ./.cache/bundles/registry/manifest.js
var registry_manifest = __webpack_require__(89723);
// EXTERNAL MODULE: ./.cache/bundles/registry/registry-error.js + 1 modules
var registry_error = __webpack_require__(19751);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/attest/bundle-format.js
var bundle_format = __webpack_require__(42470);
;// CONCATENATED MODULE: ./.cache/bundles/attest/attached.js






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
    const limit = (0,registry_limit/* createLimit */.K)(AT_ONCE);
    let bytes = 0;
    const read = async (referrer) => {
        const { digest: own } = referrer;
        try {
            signal.throwIfAborted();
            if (bytes > MAX_BYTES)
                throw tooMany(source, "bundles of more than 64 MB");
            const manifest = await source.manifest(own);
            const parsed = (0,registry_manifest/* parseManifest */.Ng)(manifest.body, manifest.mediaType, `The referrer ${own}`);
            if (parsed.kind !== "image")
                return undefined;
            const [layer, ...others] = parsed.layers;
            if (layer === undefined || !(0,bundle_format/* isBundleType */.Jo)(layer.mediaType))
                return undefined;
            if (parsed.subject?.digest !== digest)
                return { digest: own, kind: "broken", why: "it is attached to another image" };
            if (others.length > 0)
                return { digest: own, kind: "broken", why: "it has more than one layer" };
            if (layer.size > bundle_format/* MAX_BUNDLE_SIZE */._1)
                return { digest: own, kind: "broken", why: `it has more than ${bundle_format/* MAX_BUNDLE_SIZE */._1} bytes` };
            const stream = await source.blob(layer.digest, layer.size, { signal });
            const body = await (0,blobs/* readBlob */.gm)(stream, bundle_format/* MAX_BUNDLE_SIZE */._1, `The bundle ${layer.digest}`);
            bytes += body.length;
            return { digest: own, kind: "bundle", bytes: body };
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* UserError */.yo))
                throw thrown;
            if (thrown.code === "invalid-manifest" || thrown.code === "unsupported-manifest")
                return { digest: own, kind: "broken", why: thrown.message };
            // A list may name what was deleted since.
            if (thrown instanceof registry_error/* RegistryError */.gl && thrown.status === 404)
                return { digest: own, kind: "broken", why: "it is listed and does not exist" };
            return { digest: own, kind: "unread", error: thrown };
        }
    };
    const all = await Promise.all(listed.map((each) => limit(() => read(each))));
    return all.filter((each) => each !== undefined);
}
/** Lists that clients keep under the fallback tag may lack the type. */
function mayBeBundle({ artifactType }) {
    return artifactType === undefined || artifactType === bundle_format/* EMPTY_MEDIA_TYPE */.ST || (0,bundle_format/* isBundleType */.Jo)(artifactType);
}
function tooMany(source, what) {
    return new errors/* UserError */.yo("too-many-bundles", `${what} are attached to ${source.describe()}`, {
        fault: "refused",
        hint: "Remove those that are not needed: an image has a handful.",
    });
}
//# sourceMappingURL=attached.js.map
;// CONCATENATED MODULE: ./.cache/bundles/attest/attach-to-layout.js






/**
 * Attaches a bundle of a signed statement to an image in an OCI layout, of which only index.json need be there.
 * One of the same statement by the same signer gives way to it: nothing is verified here, so an older one that is
 * kept might be a forged one. Returns the digest of what was attached.
 * @throws UserError `broken-layout`, `layout-unwritable`, `too-many-bundles`
 */
async function attachToLayout(layout, folder, bundle, now, signal) {
    const subject = await (0,layout_referrer.layoutSubject)(layout, folder);
    const source = (0,registry_layout/* openLayout */.B)(layout, folder, { partial: true });
    const said = await saidBy(bundle.bytes);
    const replaces = [];
    for (const each of await attachedBundles(source, subject.digest, signal)) {
        if (each.kind === "unread")
            throw each.error;
        if (each.kind === "bundle" && said !== undefined && (await saidBy(each.bytes)) === said)
            replaces.push(each.digest);
    }
    const blobs = [bundle_format/* EMPTY_BLOB */.u, bundle.bytes].map((bytes) => bytes.toString("utf8"));
    const descriptor = (bytes, mediaType) => ({
        mediaType,
        digest: (0,digest/* digestOf */.ol)(bytes),
        size: bytes.length,
    });
    const config = descriptor(bundle_format/* EMPTY_BLOB */.u, bundle_format/* EMPTY_MEDIA_TYPE */.ST);
    const layer = descriptor(bundle.bytes, bundle_format/* BUNDLE_MEDIA_TYPE */.NV);
    const manifest = (0,bundle_format/* bundleManifest */.Q7)(subject, { config, layer, predicateType: bundle.predicateType }, now);
    return (0,layout_referrer/* addLayoutReferrer */.F)(layout, folder, { manifest, blobs, replaces });
}
/** What is said, and in whose name; undefined where that can't be read. */
async function saidBy(bytes) {
    const { bundleFromJSON } = await __webpack_require__.e(/* import() */ 40).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19));
    try {
        const { content, verificationMaterial } = bundleFromJSON(JSON.parse(bytes.toString("utf8")));
        if (content.$case !== "dsseEnvelope")
            return undefined;
        const { payload, payloadType } = content.dsseEnvelope;
        const material = verificationMaterial.content;
        if (material.$case === "publicKey")
            return JSON.stringify([payloadType, (0,digest/* digestOf */.ol)(payload), "key", material.publicKey.hint]);
        const certificate = material.$case === "certificate"
            ? material.certificate.rawBytes
            : material.x509CertificateChain.certificates[0]?.rawBytes;
        if (certificate === undefined)
            return undefined;
        const { subjectAltName } = new external_node_crypto_.X509Certificate(certificate);
        return JSON.stringify([payloadType, (0,digest/* digestOf */.ol)(payload), "workflow", subjectAltName]);
    }
    catch {
        // A broken bundle says nothing, and stays.
        return undefined;
    }
}
//# sourceMappingURL=attach-to-layout.js.map

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

/***/ })

};
