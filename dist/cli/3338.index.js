export const id = 3338;
export const ids = [3338];
export const modules = {

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

/***/ 60957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   signStatement: () => (/* binding */ signStatement)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33786);
/* harmony import */ var _bundle_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42470);
/* harmony import */ var _public_key_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(275);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15995);





/** Milliseconds, and attempts after the first one. */
const TIMEOUT = 30_000;
const RETRIES = 2;
/**
 * The bundle of a signed statement, as JSON.
 * @throws UserError `no-signer`, `signing-failed`
 */
async function signStatement(statement, signing) {
    const { bundleToJSON } = await Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(1040)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19));
    const { DSSEBundleBuilder, FulcioSigner, RekorWitness, TSAWitness } = await Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4463), __webpack_require__.e(2830), __webpack_require__.e(5179)]).then(__webpack_require__.t.bind(__webpack_require__, 15179, 19));
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
            type: _statement_js__WEBPACK_IMPORTED_MODULE_4__/* .PAYLOAD_TYPE */ .Uc,
        });
        const { content } = bundle.verificationMaterial;
        if (signing.key !== undefined && content.$case === "publicKey")
            content.publicKey.hint = (0,_public_key_js__WEBPACK_IMPORTED_MODULE_3__/* .keyHint */ .p4)((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(signing.key.publicKey));
        const bytes = Buffer.from(JSON.stringify(bundleToJSON(bundle)));
        if (bytes.length <= _bundle_format_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_BUNDLE_SIZE */ ._1)
            return bytes;
    }
    catch (thrown) {
        throw failed(thrown);
    }
    throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("signing-failed", `The signed statement has more than ${_bundle_format_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_BUNDLE_SIZE */ ._1} bytes`, {
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
            signature: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(algorithm, data, privateKey),
        }),
    };
}
function noSigner() {
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("no-signer", "There is neither a key nor an identity to sign with", {
        hint: "Give the job `permissions: id-token: write`, or the input 'signing-key'.",
    });
}
function noAuthority() {
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("no-signer", "Input 'sigstore' names no fulcio, and there is no 'signing-key'", {
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
    const why = cause === undefined || code === "IDENTITY_TOKEN_PARSE_ERROR" ? "" : `: ${(0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(cause)}`;
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("signing-failed", `${doing ?? `The statement can't be signed: ${(0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(thrown)}`}${doing === undefined ? "" : why}`, {
        fault: "outside",
        ...(code === "IDENTITY_TOKEN_PARSE_ERROR" ? {} : { cause: thrown }),
        hint: "Run it again; look at the instance's status, and at 'sigstore' if it is your own.",
    });
}
//# sourceMappingURL=sign.js.map

/***/ })

};
