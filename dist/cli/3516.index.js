export const id = 3516;
export const ids = [3516,6589];
export const modules = {

/***/ 33778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ certificateClaims),
/* harmony export */   z: () => (/* binding */ whyNotTrusted)
/* harmony export */ });
const ISSUER = "1.3.6.1.4.1.57264.1.8";
/** The extensions that are compared. */
const SOURCE_REPOSITORY = "1.3.6.1.4.1.57264.1.12";
const SOURCE_REF = "1.3.6.1.4.1.57264.1.14";
/**
 * A workflow's file and what it was run at: a full ref, whose name may hold further @ (`cart@1.2.3`), or a commit. A
 * file of workflows lies in no folder below theirs, so that its name ends before the ref's first slash.
 */
const WORKFLOW_AT_REF = /^(https:\/\/[^@]+\/\.github\/workflows\/[^@/]+)@(?:refs\/.+|[^@/]+)$/;
/** What a certificate says that nobody has verified. */
function certificateClaims(certificate) {
    const extensions = new Map();
    for (const oid of [SOURCE_REPOSITORY, SOURCE_REF]) {
        const value = certificate.extension(oid)?.value;
        if (value !== undefined)
            extensions.set(oid, value);
    }
    return {
        name: certificate.subjectAltName,
        issuer: text(certificate.extension(ISSUER)?.value),
        extensions,
    };
}
/** Why these claims are not those of a trusted workflow; undefined: they are. */
function whyNotTrusted(claims, trusted) {
    const { issuer, name } = claims;
    if (issuer !== trusted.issuer)
        return `its certificate's issuer is ${shown(issuer)}, not ${trusted.issuer}`;
    const repository = text(claims.extensions.get(SOURCE_REPOSITORY));
    if (!isSameName(repository, trusted.repository))
        return `its certificate is of the repository ${shown(repository)}, not ${trusted.repository}`;
    const workflow = WORKFLOW_AT_REF.exec(name ?? "")?.[1];
    if (workflow === undefined)
        return `its certificate names ${shown(name)}, which is no workflow`;
    if (trusted.workflow === undefined) {
        if (!workflow.toLowerCase().startsWith(`${trusted.repository.toLowerCase()}/.github/workflows/`))
            return `it was signed by ${shown(name)}, a workflow of another repository than ${trusted.repository} (name it in 'workflow' if it is trusted)`;
    }
    else if (!isSameWorkflow(workflow, trusted.workflow)) {
        return `it was signed by ${shown(name)}, not by ${trusted.workflow}`;
    }
    const source = text(claims.extensions.get(SOURCE_REF));
    if (trusted.ref !== undefined && (source === undefined || !matchesRef(source, trusted.ref)))
        return `it was signed in a run of ${shown(source)}, not of ${trusted.ref} (name it in 'ref' of 'trust' if it is trusted)`;
    return undefined;
}
/** GitHub's names of owners and repositories are one whatever their case; files are not. */
function isSameName(a, b) {
    return a?.toLowerCase() === b.toLowerCase();
}
function isSameWorkflow(a, b) {
    const at = (url) => url.indexOf("/.github/workflows/");
    if (at(a) < 0 || at(b) < 0)
        return false;
    return isSameName(a.slice(0, at(a)), b.slice(0, at(b))) && a.slice(at(a)) === b.slice(at(b));
}
function matchesRef(ref, pattern) {
    const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join("[^/]*")}$`).test(ref);
}
/** A DER UTF8String of less than 64 kB (X.690, 8.1.3); anything else is no text. */
function text(der) {
    if (der === undefined || der[0] !== 0x0c)
        return undefined;
    const first = der[1] ?? 0;
    const wide = first < 0x80 ? 0 : first - 0x80;
    if (wide > 2)
        return undefined;
    let length = wide === 0 ? first : 0;
    for (let at = 0; at < wide; at++)
        length = length * 256 + (der[2 + at] ?? 0);
    const value = der.subarray(2 + wide);
    return value.length === length ? Buffer.from(value).toString("utf8") : undefined;
}
function shown(value) {
    return value === undefined ? "not named" : JSON.stringify(value.slice(0, 200));
}
//# sourceMappingURL=identity.js.map

/***/ }),

/***/ 275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OO: () => (/* binding */ KEY_LIMIT),
/* harmony export */   ee: () => (/* binding */ parsePublicKey),
/* harmony export */   p4: () => (/* binding */ keyHint)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33786);


/** Public keys of `trust`. Pure. */
/** The largest file of a key that is read, in bytes. */
const KEY_LIMIT = 64 * 1024;
const MIN_RSA_BITS = 2048;
/** Reads a public key in PEM. @throws UserError `invalid-trust-key` */
function parsePublicKey(pem, where) {
    const wrong = (why, cause) => new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("invalid-trust-key", `${where} is no public key that can be used: ${why}`, {
        input: "trust",
        cause,
        hint: "Give the public key in PEM (-----BEGIN PUBLIC KEY-----), ECDSA, Ed25519 or RSA.",
    });
    // Node would take the public half of a private key, and nobody would notice that it lies about.
    if (pem.includes("PRIVATE KEY"))
        throw wrong("it is a private key");
    let key;
    try {
        key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(pem);
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
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256")
        .update(key.export({ type: "spki", format: "der" }))
        .digest("base64");
}
//# sourceMappingURL=public-key.js.map

/***/ }),

/***/ 93516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isRecorded: () => (/* binding */ isRecorded)
/* harmony export */ });
/* harmony import */ var _attached_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25472);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33778);
/* harmony import */ var _promotion_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81547);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15995);
/* harmony import */ var _verify_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66589);





/**
 * Whether a promotion record of an environment is attached to an image by who signs now, so that the same promotion
 * need not write another. One by a key or a workflow of before does not count: those who trust the present signer
 * alone would never find what they ask for. This only saves work, and proves nothing.
 * @throws RegistryError, UserError where what is attached can't be read
 */
async function isRecorded(source, digest, environment, { signer, signal }) {
    const { bundleFromJSON } = await Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(1040)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19));
    const isBySigner = await signedBy(signer, digest);
    for (const each of await (0,_attached_js__WEBPACK_IMPORTED_MODULE_0__/* .attachedBundles */ .S)(source, digest, signal)) {
        if (each.kind === "unread")
            throw each.error;
        if (each.kind === "broken")
            continue;
        try {
            const bundle = bundleFromJSON(JSON.parse(each.bytes.toString("utf8")));
            const { content } = bundle;
            if (content.$case !== "dsseEnvelope" || content.dsseEnvelope.payloadType !== _statement_js__WEBPACK_IMPORTED_MODULE_2__/* .PAYLOAD_TYPE */ .Uc)
                continue;
            const { predicateType, predicate } = (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStatement */ .By)(content.dsseEnvelope.payload);
            if (predicateType !== _promotion_record_js__WEBPACK_IMPORTED_MODULE_1__/* .PROMOTION_RECORD */ .mr || (0,_promotion_record_js__WEBPACK_IMPORTED_MODULE_1__/* .whyNotRecordOf */ .wM)(predicate, environment) !== undefined)
                continue;
            if (isBySigner(bundle, each.bytes))
                return true;
        }
        catch {
            // A broken bundle is no record.
        }
    }
    return false;
}
/**
 * Certificates of the public instance are verified. The root of another one is not known here: then what its
 * certificate says is compared, and that it is none of the public instance, which others trust.
 */
async function signedBy(signer, digest) {
    const { toSignedEntity } = await Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4463), __webpack_require__.e(4187)]).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19));
    if (signer.kind === "key")
        return (bundle) => {
            const { key, signature } = toSignedEntity(bundle);
            return key.$case === "public-key" && signature.verifySignature(signer.key);
        };
    const publicly = await (0,_verify_js__WEBPACK_IMPORTED_MODULE_3__.openVerifier)([signer.workflow], async () => "");
    return (bundle, bytes) => {
        const isPublic = publicly.verify(bytes, digest).trusted;
        if (signer.isPublic || isPublic)
            return signer.isPublic && isPublic;
        const { key } = toSignedEntity(bundle);
        return (key.$case === "certificate" &&
            (0,_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .whyNotTrusted */ .z)((0,_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .certificateClaims */ .L)(key.certificate), signer.workflow) === undefined);
    };
}
//# sourceMappingURL=recorded.js.map

/***/ }),

/***/ 66589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openVerifier: () => (/* binding */ openVerifier)
});

// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/attest/bundle-format.js
var bundle_format = __webpack_require__(42470);
// EXTERNAL MODULE: ./.cache/bundles/attest/identity.js
var attest_identity = __webpack_require__(33778);
// EXTERNAL MODULE: ./.cache/bundles/attest/public-key.js
var public_key = __webpack_require__(275);
// EXTERNAL MODULE: ./.cache/bundles/attest/statement.js
var attest_statement = __webpack_require__(15995);
;// CONCATENATED MODULE: ./.cache/bundles/attest/trusted-root.js

/**
 * Trusted roots: the certificate authorities, logs and timestamp authorities that verification starts from.
 * Source: sigstore protobuf-specs, `sigstore_trustroot.proto`.
 */
/** The largest file of trusted roots that is read, in bytes; GitHub's has about 40 kB. */
const TRUSTED_ROOT_LIMIT = 1024 * 1024;
const MEDIA_TYPE = /^application\/vnd\.dev\.sigstore\.trustedroot(\+json;version=0\.1|\.v0\.\d+\+json)$/;
const SEED = "https://tuf-repo-cdn.sigstore.dev";
/** The root of the public good instance, as it was when the suite was built: nothing is fetched. */
async function publicGoodRoots() {
    const { default: seeds } = await __webpack_require__.e(/* import() */ 8032).then(__webpack_require__.t.bind(__webpack_require__, 8032, 17));
    const text = Buffer.from(seeds[SEED].targets["trusted_root.json"], "base64").toString("utf8");
    return parseTrustedRoots(text, "the bundled trusted root");
}
/**
 * Reads a file of trusted roots: one, or one in each line as `gh attestation trusted-root` prints them.
 * @throws UserError `invalid-trusted-root`
 */
async function parseTrustedRoots(text, file) {
    const { TrustedRoot } = await __webpack_require__.e(/* import() */ 9654).then(__webpack_require__.t.bind(__webpack_require__, 19654, 19));
    const { toTrustMaterial } = await Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4463), __webpack_require__.e(4187)]).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19));
    const wrong = (why, cause) => new errors/* UserError */.yo("invalid-trusted-root", `${file} is no trusted root: ${why}`, {
        input: "trust",
        cause,
        hint: "Give the file that `gh attestation trusted-root` or `cosign trusted-root create` writes.",
    });
    const roots = valuesOf(text, wrong).map((value) => {
        const mediaType = value?.mediaType;
        if (typeof mediaType !== "string" || !MEDIA_TYPE.test(mediaType))
            throw wrong("its media type is another");
        try {
            const root = TrustedRoot.fromJSON(value);
            toTrustMaterial(root);
            return root;
        }
        catch (cause) {
            throw wrong((0,errors/* errorMessage */.gJ)(cause), cause);
        }
    });
    if (roots.length === 0)
        throw wrong("it is empty");
    return roots;
}
function valuesOf(text, wrong) {
    try {
        return [JSON.parse(text)];
    }
    catch {
        // One in each line, then.
    }
    try {
        return text
            .split("\n")
            .filter((line) => line.trim() !== "")
            .map((line) => JSON.parse(line));
    }
    catch (cause) {
        throw wrong("it is not JSON", cause);
    }
}
//# sourceMappingURL=trusted-root.js.map
;// CONCATENATED MODULE: ./.cache/bundles/attest/verify.js






/**
 * A verifier for the signers of `trust`. sigstore's libraries and the trusted roots are loaded here.
 * @throws UserError `invalid-trust-key`, `invalid-trusted-root`, and what `read` throws
 */
async function openVerifier(trust, read) {
    const sigstore = { ...(await Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4463), __webpack_require__.e(4187)]).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19))), ...(await Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(1040)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19))) };
    const signers = [];
    for (const each of trust) {
        const path = each.trustedRoot;
        const roots = path === undefined
            ? await publicGoodRoots()
            : await parseTrustedRoots(await read(path, TRUSTED_ROOT_LIMIT), path);
        if (each.kind === "workflow") {
            signers.push({ kind: "workflow", trusted: each, roots });
            continue;
        }
        const name = "pem" in each.key ? "the key of 'trust'" : each.key.path;
        const pem = "pem" in each.key ? each.key.pem : await read(each.key.path, public_key/* KEY_LIMIT */.OO);
        signers.push({ kind: "key", key: (0,public_key/* parsePublicKey */.ee)(pem, name), name, roots });
    }
    return { verify: (bundle, digest) => verifyBundle(sigstore, signers, bundle, digest) };
}
function verifyBundle(sigstore, signers, bytes, digest) {
    let statement;
    try {
        const bundle = parseBundle(sigstore, bytes);
        if (bundle.content.$case !== "dsseEnvelope")
            return { trusted: false, statement, why: "it signs bytes, and no statement about an image" };
        const { payload, payloadType } = bundle.content.dsseEnvelope;
        if (payloadType !== attest_statement/* PAYLOAD_TYPE */.Uc)
            return { trusted: false, statement, why: "what it signs is no in-toto statement" };
        statement = (0,attest_statement/* parseStatement */.By)(payload);
        if (!(0,attest_statement/* isAbout */.KH)(statement, digest))
            return { trusted: false, statement, why: "it is about another image" };
        const reasons = new Set();
        for (const signer of signers) {
            const why = whyNotBy(sigstore, bundle, signer);
            if (why === undefined)
                return { trusted: true, statement, signer: nameOf(signer) };
            reasons.add(why);
        }
        return { trusted: false, statement, why: [...reasons].join("; ") };
    }
    catch (thrown) {
        // Whatever a foreign document does to a parser, it is a document that does not count.
        return { trusted: false, statement, why: reasonOf(thrown) };
    }
}
function parseBundle({ bundleFromJSON }, bytes) {
    if (bytes.length > bundle_format/* MAX_BUNDLE_SIZE */._1)
        throw refused(`it has more than ${bundle_format/* MAX_BUNDLE_SIZE */._1} bytes`);
    let value;
    try {
        value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    }
    catch {
        throw refused("it is not JSON");
    }
    try {
        return bundleFromJSON(value);
    }
    catch (cause) {
        throw refused(`it is no sigstore bundle (${(0,errors/* errorMessage */.gJ)(cause)})`);
    }
}
/** Why a bundle is not signed by this signer; undefined: it is. */
function whyNotBy(sigstore, bundle, signer) {
    const byKey = bundle.verificationMaterial.content.$case === "publicKey";
    if (signer.kind === "key" && !byKey)
        return `it is signed with a certificate, not with ${signer.name}`;
    if (signer.kind === "workflow" && byKey)
        return "it is signed with a key, not by a workflow";
    let why = "there is no trusted root";
    for (const root of signer.roots) {
        try {
            const material = sigstore.toTrustMaterial(root, () => {
                if (signer.kind === "key")
                    return { publicKey: signer.key, validFor: () => true };
                throw refused("it is signed with a key");
            });
            // GitHub's own instance has no logs: its certificates are timestamped. A key has no time to prove.
            const thresholds = signer.kind === "key"
                ? { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 }
                : {
                    tlogThreshold: root.tlogs.length > 0 ? 1 : 0,
                    ctlogThreshold: root.ctlogs.length > 0 ? 1 : 0,
                    timestampThreshold: 1,
                };
            const { identity } = new sigstore.Verifier(material, thresholds).verify(sigstore.toSignedEntity(bundle));
            return signer.kind === "key" ? undefined : (0,attest_identity/* whyNotTrusted */.z)(claimsOf(identity), signer.trusted);
        }
        catch (thrown) {
            why = reasonOf(thrown);
        }
    }
    // Who signs with GitHub's own instance meets this first.
    if (signer.kind === "workflow" && signer.trusted.trustedRoot === undefined)
        why += "; only sigstore's public instance counts here, another one needs 'trusted-root' in 'trust'";
    if (signer.kind === "key" && why.includes("signature"))
        why += otherKey(bundle, signer);
    return why;
}
/** What the bundle tells of the key that has signed it. */
function otherKey(bundle, { key, name }) {
    const { content } = bundle.verificationMaterial;
    const hint = content.$case === "publicKey" ? content.publicKey.hint : "";
    // Other tools name keys in ways of their own.
    const isHash = /^[A-Za-z0-9+/]{43}=$/.test(hint);
    if (isHash && hint !== (0,public_key/* keyHint */.p4)(key))
        return `; it names another key than ${name}`;
    if (key.asymmetricKeyType !== "ed25519")
        return "";
    // cosign hashes first (Ed25519ph, RFC 8032), which Node can't verify.
    return "; if cosign has signed it, an Ed25519 key is the reason: what it signs with one can't be verified here, with an ECDSA key it can";
}
function claimsOf(identity) {
    const extensions = new Map();
    for (const { oid, value } of identity?.oids ?? []) {
        const name = oid?.id.join(".") ?? "";
        // The first one counts for whoever reads it too; a second would be a certificate that contradicts itself.
        if (!extensions.has(name))
            extensions.set(name, value);
    }
    return {
        name: identity?.subjectAlternativeName,
        issuer: identity?.extensions?.issuer,
        extensions,
    };
}
function nameOf(signer) {
    return signer.kind === "key" ? signer.name : (signer.trusted.workflow ?? signer.trusted.repository);
}
function reasonOf(thrown) {
    const text = (0,errors/* errorMessage */.gJ)(thrown).replace(/\s+/g, " ").slice(0, 300);
    return thrown instanceof errors/* UserError */.yo ? text : `it can't be verified (${text})`;
}
function refused(message) {
    return new errors/* UserError */.yo("bundle-refused", message, { fault: "refused" });
}
//# sourceMappingURL=verify.js.map

/***/ })

};
