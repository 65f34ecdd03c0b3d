export const id = 1229;
export const ids = [1229];
export const modules = {

/***/ 79546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   attachToLayout: () => (/* binding */ attachToLayout)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _registry_digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54726);
/* harmony import */ var _registry_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74614);
/* harmony import */ var _registry_layout_referrer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5654);
/* harmony import */ var _attached_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25472);
/* harmony import */ var _bundle_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42470);






/**
 * Attaches a bundle of a signed statement to an image in an OCI layout, of which only index.json need be there.
 * One of the same statement by the same signer gives way to it: nothing is verified here, so an older one that is
 * kept might be a forged one. Returns the digest of what was attached.
 * @throws UserError `broken-layout`, `layout-unwritable`, `too-many-bundles`
 */
async function attachToLayout(layout, folder, bundle, now, signal) {
    const subject = await (0,_registry_layout_referrer_js__WEBPACK_IMPORTED_MODULE_2__.layoutSubject)(layout, folder);
    const source = (0,_registry_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .openLayout */ .B)(layout, folder, { partial: true });
    const said = await saidBy(bundle.bytes);
    const replaces = [];
    for (const each of await (0,_attached_js__WEBPACK_IMPORTED_MODULE_3__/* .attachedBundles */ .S)(source, subject.digest, signal)) {
        if (each.kind === "unread")
            throw each.error;
        if (each.kind === "bundle" && said !== undefined && (await saidBy(each.bytes)) === said)
            replaces.push(each.digest);
    }
    const blobs = [_bundle_format_js__WEBPACK_IMPORTED_MODULE_4__/* .EMPTY_BLOB */ .u, bundle.bytes].map((bytes) => bytes.toString("utf8"));
    const descriptor = (bytes, mediaType) => ({
        mediaType,
        digest: (0,_registry_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .digestOf */ .ol)(bytes),
        size: bytes.length,
    });
    const config = descriptor(_bundle_format_js__WEBPACK_IMPORTED_MODULE_4__/* .EMPTY_BLOB */ .u, _bundle_format_js__WEBPACK_IMPORTED_MODULE_4__/* .EMPTY_MEDIA_TYPE */ .ST);
    const layer = descriptor(bundle.bytes, _bundle_format_js__WEBPACK_IMPORTED_MODULE_4__/* .BUNDLE_MEDIA_TYPE */ .NV);
    const manifest = (0,_bundle_format_js__WEBPACK_IMPORTED_MODULE_4__/* .bundleManifest */ .Q7)(subject, { config, layer, predicateType: bundle.predicateType }, now);
    return (0,_registry_layout_referrer_js__WEBPACK_IMPORTED_MODULE_2__/* .addLayoutReferrer */ .F)(layout, folder, { manifest, blobs, replaces });
}
/** What is said, and in whose name; undefined where that can't be read. */
async function saidBy(bytes) {
    const { bundleFromJSON } = await Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(1040)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19));
    try {
        const { content, verificationMaterial } = bundleFromJSON(JSON.parse(bytes.toString("utf8")));
        if (content.$case !== "dsseEnvelope")
            return undefined;
        const { payload, payloadType } = content.dsseEnvelope;
        const material = verificationMaterial.content;
        if (material.$case === "publicKey")
            return JSON.stringify([payloadType, (0,_registry_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .digestOf */ .ol)(payload), "key", material.publicKey.hint]);
        const certificate = material.$case === "certificate"
            ? material.certificate.rawBytes
            : material.x509CertificateChain.certificates[0]?.rawBytes;
        if (certificate === undefined)
            return undefined;
        const { subjectAltName } = new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(certificate);
        return JSON.stringify([payloadType, (0,_registry_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .digestOf */ .ol)(payload), "workflow", subjectAltName]);
    }
    catch {
        // A broken bundle says nothing, and stays.
        return undefined;
    }
}
//# sourceMappingURL=attach-to-layout.js.map

/***/ }),

/***/ 33584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gm: () => (/* binding */ readBlob),
/* harmony export */   is: () => (/* binding */ hasBlob),
/* harmony export */   ti: () => (/* binding */ mountBlob)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58764);
/* harmony import */ var _redirect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35362);
/* harmony import */ var _registry_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15014);
/* harmony import */ var _scope_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84064);
/* harmony import */ var _uploads_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46014);






/**
 * Whether a repository has a blob. A redirect to storage says yes: addresses that are signed for GET refuse HEAD.
 * One of another size counts as absent.
 */
async function hasBlob(c, from, digest, size) {
    const response = await c.call({
        repository: from,
        method: "HEAD",
        path: `blobs/${digest}`,
        actions: ["pull"],
        accept: [200, 301, 302, 303, 307, 308, 404],
        follow: "own",
        doing: `look for the blob ${digest}`,
    });
    await (0,_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .discard */ .vf)(response);
    if ((0,_redirect_js__WEBPACK_IMPORTED_MODULE_2__/* .isRedirect */ .N6)(response))
        return true;
    const stated = response.header("content-length");
    return response.status === 200 && (size === undefined || stated === undefined || Number(stated) === size);
}
/** How the registry names a refusal that is about this blob, and not about mounting. */
const OF_THE_BLOB = ["BLOB_UNKNOWN", "DIGEST_INVALID", "SIZE_INVALID", "BLOB_UPLOAD_INVALID"];
/**
 * Asks a registry to take a blob from another of its repositories, without moving it. Whatever the registry
 * has against it (Harbor answers 401 for an unknown project, Docker Hub 400), an upload is the way then, and
 * between these two repositories it is not asked again. The first asks alone, so that it costs one request.
 */
async function mountBlob(c, to, digest, fromRepository) {
    const trait = c.mountTrait(to, fromRepository);
    if (trait.first !== undefined)
        await trait.first;
    if (trait.refused)
        return { mounted: false, asked: false, session: undefined };
    const asked = askToMount(c, trait, to, digest, fromRepository);
    trait.first ??= asked.then(() => undefined, () => undefined);
    return asked;
}
async function askToMount(c, trait, to, digest, fromRepository) {
    try {
        const response = await c.call({
            repository: to,
            method: "POST",
            path: "blobs/uploads/",
            query: { mount: digest, from: fromRepository },
            actions: ["pull", "push"],
            otherScopes: [(0,_scope_js__WEBPACK_IMPORTED_MODULE_5__/* .repositoryScope */ .F7)(fromRepository, "pull")],
            accept: [201, 202],
            doing: `mount the blob ${digest} from ${fromRepository}`,
        });
        await (0,_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .discard */ .vf)(response);
        if (response.status === 201)
            return { mounted: true };
        return { mounted: false, asked: true, session: (0,_uploads_js__WEBPACK_IMPORTED_MODULE_4__/* .uploadOf */ .n$)(response, c.insecure) };
    }
    catch (error) {
        const { status } = error instanceof _registry_error_js__WEBPACK_IMPORTED_MODULE_3__/* .RegistryError */ .gl ? error : { status: undefined };
        if (status === undefined || status < 400 || status >= 500 || status === 429)
            throw error;
        trait.refused ||= !(0,_registry_error_js__WEBPACK_IMPORTED_MODULE_3__/* .hasRegistryCode */ .Nc)(error, ...OF_THE_BLOB);
        return { mounted: false, asked: true, session: undefined };
    }
}
/**
 * The whole blob in memory, for small documents.
 * @throws UserError `blob-too-large` above `limit` bytes; and as `getBlob`
 */
async function readBlob(stream, limit, what) {
    const chunks = [];
    let size = 0;
    for await (const chunk of stream) {
        size += chunk.length;
        if (size > limit)
            throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("blob-too-large", `${what} has more than ${limit} bytes.`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
//# sourceMappingURL=blobs.js.map

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

/***/ 46014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GZ: () => (/* binding */ uploadStatus),
/* harmony export */   To: () => (/* binding */ laterSession),
/* harmony export */   Ww: () => (/* binding */ checkStored),
/* harmony export */   aH: () => (/* binding */ startUpload),
/* harmony export */   n$: () => (/* binding */ uploadOf),
/* harmony export */   tj: () => (/* binding */ receivedOf),
/* harmony export */   wM: () => (/* binding */ cancelUpload)
/* harmony export */ });
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58764);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54726);
/* harmony import */ var _redirect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35362);
/* harmony import */ var _registry_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15014);
/* harmony import */ var _unreachable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83058);





/** A chunk is in memory, so a registry that asks for larger ones does not get them. Bytes. */
const MOST_CHUNK = 64 * 1024 * 1024;
/** For giving up what is not wanted any more, in milliseconds. */
const LAST_PATIENCE = 1000;
/** Opens an upload. Also the cheapest proof that one may write there. */
async function startUpload(c, to) {
    const response = await c.call({
        repository: to,
        method: "POST",
        path: "blobs/uploads/",
        actions: ["pull", "push"],
        accept: [202],
        doing: "start an upload",
    });
    await (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .discard */ .vf)(response);
    return sessionOf(response, c.insecure);
}
/**
 * How much of an upload the registry has; undefined where it does not say, `silent` where it does not answer within
 * the time limit. Never an error: it is a question. `retry` as in a call.
 */
async function uploadStatus(c, to, session, retry = true) {
    try {
        const response = await c.call({
            repository: to,
            method: "GET",
            path: session.url,
            actions: ["pull", "push"],
            accept: [200, 202, 204],
            doing: "ask for the state of an upload",
            retry,
        });
        await (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .discard */ .vf)(response);
        const received = receivedOf(response);
        if (received === undefined)
            return undefined;
        return { session: laterSession(response, session, c.insecure), received };
    }
    catch (error) {
        if (error instanceof _registry_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl)
            return (0,_unreachable_js__WEBPACK_IMPORTED_MODULE_3__/* .isSilence */ .or)(error) ? "silent" : undefined;
        throw error;
    }
}
/**
 * Gives an upload up. Registries that cannot do it drop it by themselves later, so failures are no matter, and where
 * `hurry` is set nobody waits longer than a second for it: a busy host may ask for a minute.
 */
async function cancelUpload(c, to, session, hurry = false) {
    const signal = hurry ? AbortSignal.timeout(LAST_PATIENCE) : undefined;
    try {
        const response = await c.call({
            repository: to,
            method: "DELETE",
            path: session.url,
            actions: ["pull", "push"],
            accept: [200, 202, 204, 404],
            doing: "cancel an upload",
            retry: false,
            signal,
        });
        await (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .discard */ .vf)(response);
    }
    catch (error) {
        if (!(error instanceof _registry_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl) && signal?.aborted !== true)
            throw error;
    }
}
/** The digest that a registry states once a blob is complete must be the blob's. @throws RegistryError `digest-mismatch` */
function checkStored(response, to, blob) {
    const stored = response.header("docker-content-digest");
    if (stored === undefined || stored === blob.digest)
        return;
    if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .parseDigest */ .m)(stored)?.algorithm !== (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .parseDigest */ .m)(blob.digest)?.algorithm)
        return;
    const message = `${to.registry}/${to.repository}: the registry stored ${stored} instead of the blob ${blob.digest}.`;
    throw new _registry_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl("digest-mismatch", message, {}, { hint: "Look at what stands before the registry." });
}
/**
 * The upload that an answer has opened beside what it was asked for; undefined where it names none, so that one has
 * to be opened.
 */
function uploadOf(response, insecure) {
    return response.header("location") === undefined ? undefined : sessionOf(response, insecure);
}
function sessionOf(response, insecure) {
    const least = Number(response.header("oci-chunk-min-length") ?? 0);
    return {
        url: (0,_redirect_js__WEBPACK_IMPORTED_MODULE_1__/* .locationOf */ .hD)(response, insecure),
        leastChunk: Number.isSafeInteger(least) && least > 0 ? Math.min(least, MOST_CHUNK) : undefined,
    };
}
/** The upload after a chunk: its address may be another. */
function laterSession(response, before, insecure) {
    if (response.header("location") === undefined)
        return before;
    return { url: (0,_redirect_js__WEBPACK_IMPORTED_MODULE_1__/* .locationOf */ .hD)(response, insecure), leastChunk: before.leastChunk };
}
/** The bytes of an upload that the registry has. `0-0` is what registries say for none. */
function receivedOf(response) {
    const end = /^(?:bytes=)?0-(\d{1,15})$/.exec(response.header("range")?.trim() ?? "")?.[1];
    if (end === undefined)
        return undefined;
    return end === "0" ? 0 : Number(end) + 1;
}
//# sourceMappingURL=uploads.js.map

/***/ })

};
