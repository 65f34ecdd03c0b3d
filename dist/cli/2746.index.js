export const id = 2746;
export const ids = [2746];
export const modules = {

/***/ 30883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ sigstoreInstance),
/* harmony export */   w: () => (/* binding */ PUBLIC_GOOD)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33786);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69088);



/** Source: sigstore's `signing_config`; everything that is signed here is public for ever. */
const PUBLIC_GOOD = {
    fulcio: "https://fulcio.sigstore.dev",
    rekor: "https://rekor.sigstore.dev",
    timestamp: undefined,
};
const INPUT = "sigstore";
const KEYS = ["fulcio", "rekor", "timestamp"];
const HINT = "Write public, github, or lines of fulcio: URL, rekor: URL, timestamp: URL.";
/**
 * The instance: as given, else by the repository. A private one never signs with the public instance unless that is
 * asked for, since its name and its workflows would stand in a public log.
 * @throws UserError `invalid-sigstore`
 */
function sigstoreInstance(text, place) {
    const word = text?.trim();
    if (word === "public")
        return PUBLIC_GOOD;
    if (word === "github")
        return gitHubInstance(place.server ?? "https://github.com");
    if (word !== undefined)
        return ownInstance(word);
    return place.isPublic === true ? PUBLIC_GOOD : gitHubInstance(place.server ?? "https://github.com");
}
/** GitHub's own instance has no log: it timestamps. Source: actions/toolkit, `packages/attest/src/endpoints.ts`. */
function gitHubInstance(server) {
    const host = new URL(server).host;
    if (host === "github.com")
        return {
            fulcio: "https://fulcio.githubapp.com",
            rekor: undefined,
            timestamp: "https://timestamp.githubapp.com",
        };
    if (host.endsWith(".ghe.com"))
        return { fulcio: `https://fulcio.${host}`, rekor: undefined, timestamp: `https://timestamp.${host}` };
    throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("invalid-sigstore", `There is no sigstore instance of GitHub for ${server}`, {
        input: INPUT,
        hint: "Give 'signing-key', or the addresses of your own instance in 'sigstore'.",
    });
}
function ownInstance(text) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { schema: "failsafe", prettyErrors: false, lineCounter: lines });
    const wrong = (what, node) => {
        const at = node?.range?.[0];
        const line = at === undefined ? undefined : lines.linePos(at).line;
        return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("invalid-sigstore", `Input '${INPUT}' ${what}`, { input: INPUT, hint: HINT, line });
    };
    const root = document.contents;
    if (document.errors.length > 0 || !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(root))
        throw wrong("is neither a name nor keys and values", root);
    const instance = { fulcio: undefined, rekor: undefined, timestamp: undefined };
    for (const { key, value } of root.items) {
        const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? String(key.value) : "";
        const known = KEYS.find((each) => each === name);
        if (known === undefined)
            throw wrong(`has the unknown key ${(0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(name)} (known: ${KEYS.join(", ")}).${(0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(name, KEYS)}`, key);
        const url = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) ? String(value.value ?? "").trim() : "";
        if (!isAddress(url))
            throw wrong(`has ${(0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(url)} for ${known}, which is no https address`, value);
        instance[known] = url.replace(/\/+$/, "");
    }
    if (instance.fulcio !== undefined && instance.rekor === undefined && instance.timestamp === undefined)
        throw wrong("has neither rekor nor timestamp: a certificate of minutes needs a proof of time", root);
    return instance;
}
/** Plain http only on this machine, as with registries. */
function isAddress(text) {
    if (!URL.canParse(text))
        return false;
    const { protocol, hostname, username, search, hash } = new URL(text);
    if (username !== "" || search !== "" || hash !== "")
        return false;
    return (protocol === "https:" ||
        (protocol === "http:" && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)));
}
//# sourceMappingURL=instance.js.map

/***/ }),

/***/ 47194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ik: () => (/* binding */ SIGNING_INPUTS),
  OH: () => (/* binding */ SIGSTORE_AUDIENCE),
  oo: () => (/* binding */ parseSigningInputs),
  fp: () => (/* binding */ signingOf)
});

// EXTERNAL MODULE: ./.cache/bundles/attest/instance.js
var attest_instance = __webpack_require__(30883);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
;// CONCATENATED MODULE: ./.cache/bundles/attest/signing-key.js


const INPUT = "signing-key";
/**
 * Reads a private key in PEM: ECDSA on P-256, or Ed25519. No part of it ever stands in an error.
 * @throws UserError `invalid-signing-key`
 */
function parseSigningKey(pem) {
    const text = pem.trim();
    if (/-----BEGIN ENCRYPTED (COSIGN|SIGSTORE) PRIVATE KEY-----/.test(text)) {
        throw wrong("is a key that cosign has encrypted, which is not supported", "Give an unencrypted one as a secret: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 makes one. Or leave it out and grant id-token: write.");
    }
    if (/-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: 4,ENCRYPTED/.test(text)) {
        throw wrong("is an encrypted key, which is not supported", "Decrypt it (openssl pkey -in FILE -out FILE) and keep it as a secret.");
    }
    let privateKey;
    try {
        privateKey = (0,external_node_crypto_.createPrivateKey)(text);
    }
    catch {
        // The parser's own message is left out: it may tell of what stands there.
        throw wrong("is no private key in PEM", "Give the whole text, from -----BEGIN to END-----.");
    }
    const type = privateKey.asymmetricKeyType;
    const curve = privateKey.asymmetricKeyDetails?.namedCurve;
    if (type !== "ed25519" && !(type === "ec" && curve === "prime256v1")) {
        throw wrong(`is a key of the type ${type ?? "unknown"}${curve === undefined ? "" : ` (${curve})`}`, "Give an ECDSA key on P-256, or an Ed25519 key.");
    }
    const publicKey = (0,external_node_crypto_.createPublicKey)(privateKey).export({ type: "spki", format: "pem" });
    return { privateKey, publicKey: String(publicKey) };
}
function wrong(what, hint) {
    return new errors/* UserError */.yo("invalid-signing-key", `Input '${INPUT}' ${what}`, { input: INPUT, hint });
}
//# sourceMappingURL=signing-key.js.map
;// CONCATENATED MODULE: ./.cache/bundles/attest/signing-inputs.js


/** The inputs of actions that sign. Pure. */
const SIGNING_INPUTS = [
    {
        name: "signing-key",
        description: "The private key that signs, in PEM: ECDSA on P-256 or Ed25519, not encrypted. Default: keyless, by the job's OIDC token (`id-token: write`).",
        secret: true,
    },
    {
        name: "sigstore",
        description: "The instance of keyless signatures: public, github, or lines of fulcio, rekor and timestamp with their addresses. Default: public for a public repository, else github. With `signing-key` nothing is asked unless it is given.",
    },
];
/** Who the OIDC token is shown to: Fulcio takes no other. */
const SIGSTORE_AUDIENCE = "sigstore";
/** @throws UserError `invalid-signing-key`, `invalid-sigstore` */
function parseSigningInputs(inputs) {
    const pem = inputs.text("signing-key");
    const sigstore = inputs.text("sigstore");
    if (sigstore !== undefined)
        (0,attest_instance/* sigstoreInstance */.K)(sigstore, { server: undefined, isPublic: undefined });
    return { key: pem === undefined ? undefined : parseSigningKey(pem), sigstore };
}
const NOTHING = { fulcio: undefined, rekor: undefined, timestamp: undefined };
/** How this run signs. @throws UserError `invalid-sigstore` */
function signingOf({ key, sigstore }, event, identityToken) {
    const place = { server: event.serverUrl, isPublic: event.isPublic };
    const instance = key !== undefined && sigstore === undefined ? NOTHING : (0,attest_instance/* sigstoreInstance */.K)(sigstore, place);
    return { key, instance, identityToken };
}
//# sourceMappingURL=signing-inputs.js.map

/***/ }),

/***/ 15995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ parseStatement),
/* harmony export */   KH: () => (/* binding */ isAbout),
/* harmony export */   T8: () => (/* binding */ statementOf),
/* harmony export */   Uc: () => (/* binding */ PAYLOAD_TYPE)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _registry_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54726);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33786);



/**
 * in-toto statements: what is said (the predicate) about what (subjects, by digest). Pure.
 * Source: in-toto attestation framework v1, `spec/v1/statement.md`; unknown keys are ignored as it asks.
 */
/** The type of a signed payload that is a statement (in-toto `spec/v1/envelope.md`). */
const PAYLOAD_TYPE = "application/vnd.in-toto+json";
const STATEMENT_V1 = "https://in-toto.io/Statement/v1";
/** What cosign and SLSA v0.2 builders write; of the same form for what is read here. */
const STATEMENT_V01 = "https://in-toto.io/Statement/v0.1";
/** GitHub allows 1,024 subjects in one attestation. */
const MAX_SUBJECTS = 10_000;
const statementSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    _type: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n([STATEMENT_V1, STATEMENT_V01]),
    subject: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(), digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) }))
        .min(1)
        .max(MAX_SUBJECTS),
    predicateType: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1),
    /** A cosign signature has none. */
    predicate: zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J().optional(),
});
/** The bytes of a statement about one image, ready to be signed. */
function statementOf(subject, predicateType, predicate) {
    const { algorithm, hex } = (0,_registry_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(subject.digest) ?? wrongDigest(subject.digest);
    return Buffer.from(JSON.stringify({
        _type: STATEMENT_V1,
        subject: [{ name: subject.name, digest: { [algorithm]: hex } }],
        predicateType,
        predicate,
    }));
}
/** Reads a payload. @throws UserError `statement-invalid` */
function parseStatement(payload) {
    let value;
    try {
        value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
    }
    catch (cause) {
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("statement-invalid", "its payload is not JSON", { fault: "refused", cause });
    }
    const parsed = statementSchema.safeParse(value);
    if (!parsed.success) {
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("statement-invalid", "its payload is no in-toto statement", {
            fault: "refused",
            cause: parsed.error,
        });
    }
    const { subject, predicateType, predicate } = parsed.data;
    return {
        subjects: subject.map(({ name, digest }) => ({ name, digest: new Map(Object.entries(digest)) })),
        predicateType,
        predicate,
    };
}
/** Whether a statement is about a digest (`sha256:...`). */
function isAbout(statement, digest) {
    const { algorithm, hex } = (0,_registry_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(digest) ?? wrongDigest(digest);
    return statement.subjects.some((subject) => subject.digest.get(algorithm) === hex);
}
function wrongDigest(digest) {
    throw new Error(`${digest} is no digest`);
}
//# sourceMappingURL=statement.js.map

/***/ }),

/***/ 17432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mo: () => (/* binding */ coveredLevels),
/* harmony export */   bo: () => (/* binding */ TEST_RESULT),
/* harmony export */   v$: () => (/* binding */ testResultOf),
/* harmony export */   w2: () => (/* binding */ whyNotOpen)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

/**
 * The gate's verdict as the in-toto predicate test-result v0.1. Only an open gate writes one. Pure.
 * Source: in-toto attestation framework, `spec/predicates/test-result.md`.
 */
const TEST_RESULT = "https://in-toto.io/attestation/test-result/v0.1";
/**
 * The name of the configuration that tells a gate's verdict from the test results of other tools: a signed report
 * of one test run is no verdict.
 */
const GATE = "sluice.gate.v1";
/** Names of tests that are read, at most. */
const MAX_TESTS = 100_000;
const names = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).max(MAX_TESTS).optional();
const testResultSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    result: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["PASSED", "WARNED", "FAILED"]),
    configuration: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional() })),
    passedTests: names,
    warnedTests: names,
    failedTests: names,
});
/** The predicate of an open gate. */
function testResultOf(verdict) {
    const passed = verdict.levels.filter(({ quarantined }) => !quarantined).map(({ level }) => level);
    const warned = verdict.levels.filter(({ quarantined }) => quarantined).map(({ level }) => level);
    const { repository, ref, commit } = verdict;
    const uri = repository === undefined ? {} : { uri: `git+${repository}${ref === undefined ? "" : `@${ref}`}` };
    return {
        result: warned.length === 0 ? "PASSED" : "WARNED",
        configuration: [{ name: GATE, ...uri, digest: { gitCommit: commit } }],
        ...(verdict.url === undefined ? {} : { url: verdict.url }),
        passedTests: passed,
        warnedTests: warned,
        failedTests: [],
    };
}
/**
 * Why a predicate is no verdict of an open gate that covers these levels (`service:level`); undefined: it is one.
 * A level under warning has passed, its failures are quarantined.
 */
function whyNotOpen(predicate, levels) {
    const parsed = testResultSchema.safeParse(predicate);
    if (!parsed.success)
        return "its predicate is no test result";
    const { result, configuration, passedTests = [], warnedTests = [], failedTests = [] } = parsed.data;
    if (!configuration.some(({ name }) => name === GATE))
        return "it is a test result, and no gate's verdict";
    if (result === "FAILED" || failedTests.length > 0)
        return "its verdict is not open";
    if (result === "PASSED" && warnedTests.length > 0)
        return "it contradicts itself: passed, with tests under warning";
    const green = new Set([...passedTests, ...warnedTests]);
    const missing = levels.filter((level) => !green.has(level));
    return missing.length === 0 ? undefined : `it does not cover ${missing.slice(0, 10).join(", ")}`;
}
/** The levels that passed, those with quarantined failures too; none where it is no test result. */
function coveredLevels(predicate) {
    const { data } = testResultSchema.safeParse(predicate);
    return [...(data?.passedTests ?? []), ...(data?.warnedTests ?? [])];
}
//# sourceMappingURL=test-result.js.map

/***/ }),

/***/ 34158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XT: () => (/* binding */ parseInsecureRegistries),
  BO: () => (/* binding */ redactUrl),
  x5: () => (/* binding */ refusal),
  VM: () => (/* binding */ registryPlace),
  NH: () => (/* binding */ registryUrl)
});

// UNUSED EXPORTS: registryScheme

// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
;// CONCATENATED MODULE: ./.cache/bundles/registry/inner-address.js
/** Names of this machine, and of what a cloud answers for it: credentials are given away there. */
const NAMES = new Set(["localhost", "metadata.google.internal", "instance-data"]);
/**
 * Where clouds answer for a machine besides link-local addresses: Azure's host, Alibaba's, Oracle's.
 * Source: the clouds' own pages about instance metadata.
 */
const SERVICES = new Set(["168.63.129.16", "100.100.100.200", "192.0.0.192"]);
/**
 * Whether a host, as `URL` spells it, is inside this machine: loopback, "this host", link-local, or the metadata
 * service of a cloud, also as IPv4 inside IPv6. By the spelling alone; names are not looked up.
 */
function isInnerAddress(hostname) {
    const name = hostname.toLowerCase().replace(/\.$/, "");
    if (NAMES.has(name) || name.endsWith(".localhost"))
        return true;
    if (!name.startsWith("["))
        return isInnerIpv4(name);
    const groups = groupsOf(name.slice(1, -1));
    const [first = 0, second = 0] = groups;
    // fe80::/10; fd00:ec2::/32 of Amazon, fd20:ce::/32 of Google.
    if ((first & 0xffc0) === 0xfe80)
        return true;
    if ((first === 0xfd00 && second === 0x0ec2) || (first === 0xfd20 && second === 0x00ce))
        return true;
    const zeros = groups.findIndex((group) => group !== 0);
    // ::ffff:0:0/96: nobody outside writes an address so.
    if (zeros === 5 && groups[5] === 0xffff)
        return true;
    const inner = innerIpv4(groups);
    return inner !== undefined && isInnerIpv4(inner);
}
function isInnerIpv4(name) {
    return /^(?:127|0)\.\d+\.\d+\.\d+$/.test(name) || /^169\.254\.\d+\.\d+$/.test(name) || SERVICES.has(name);
}
/** The IPv4 address that stands in an IPv6 one, where its prefix says so. */
function innerIpv4(groups) {
    const [first, second, third] = groups;
    const startsWithZeros = (count, from = 0) => groups.slice(from, from + count).every((group) => group === 0);
    // 6to4 (RFC 3056) names it in front.
    if (first === 0x2002)
        return ipv4Of(groups[1], groups[2]);
    // Compatible (RFC 4291, among them :: and ::1), translated (RFC 7915), NAT64 (RFC 6052, RFC 8215).
    const isLast = startsWithZeros(6) ||
        (startsWithZeros(4) && groups[4] === 0xffff && groups[5] === 0) ||
        (first === 0x64 && second === 0xff9b && (third === 1 || startsWithZeros(4, 2)));
    return isLast ? ipv4Of(groups[6], groups[7]) : undefined;
}
function ipv4Of(high = 0, low = 0) {
    return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
/** The eight groups of an IPv6 address as `URL` spells it: hexadecimal, one `::` at most. */
function groupsOf(address) {
    const [before = "", after] = address.split("::");
    const numbers = (text) => text === "" ? [] : text.split(":").map((each) => Number.parseInt(each, 16));
    const [front, back] = [numbers(before), numbers(after ?? "")];
    const gap = after === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
    return [...front, ...Array.from({ length: gap }, () => 0), ...back];
}
//# sourceMappingURL=inner-address.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/name.js
var registry_name = __webpack_require__(79025);
;// CONCATENATED MODULE: ./.cache/bundles/registry/endpoint.js



/**
 * The input `insecure-registries`, checked.
 * @throws UserError `invalid-registry`
 */
function parseInsecureRegistries(entries, input = "insecure-registries") {
    return entries.map((entry) => {
        const registry = entry.includes("/") ? undefined : (0,registry_name/* parseRegistry */.l5)(entry);
        if (registry !== undefined)
            return registry;
        throw new errors/* UserError */.yo("invalid-registry", `${JSON.stringify(entry.slice(0, 200))} is not a registry's address.`, {
            hint: "Write host or host:port, without a scheme and a path, for example registry.internal:5000.",
            input,
        });
    });
}
/** How a registry is spoken to. */
function registryScheme(registry, insecure) {
    const hostname = hostnameOf(registry);
    if (isLoopback(hostname))
        return "http";
    return insecure.includes(registry) || insecure.includes(hostname) ? "http" : "https";
}
/** The root of a registry's API, `https://ghcr.io/v2/`. */
function registryUrl(registry, insecure) {
    return new URL(`${registryScheme(registry, insecure)}://${(0,registry_name/* apiHost */.nz)(registry)}/v2/`);
}
/** Where a registry's API is, `host[:port]` without its scheme's own port: two names of one registry give the same. */
function registryPlace(registry, insecure) {
    return registryUrl(registry, insecure).host;
}
/** Why an answer from `from` may not send us to `to`; undefined if it may. */
function refusal(from, to, insecure) {
    if (to.protocol !== "https:" && to.protocol !== "http:")
        return "it is not an http address";
    if (to.username !== "" || to.password !== "")
        return "it contains a user name";
    if (to.protocol === "http:") {
        if (from.protocol === "https:")
            return "it leads from https to http";
        if (registryScheme(to.host, insecure) !== "http")
            return "it leads to http on a host that is not named insecure";
    }
    if (isInnerAddress(to.hostname) && !isInnerAddress(from.hostname))
        return "it leads to an address inside this machine";
    return undefined;
}
/** An address for people: no user name, no query (signatures and tokens stand there), no fragment. */
function redactUrl(url) {
    return `${url.protocol}//${url.host}${url.pathname}${url.search === "" ? "" : "?…"}`;
}
function hostnameOf(registry) {
    return registry.replace(/:[0-9]+$/, "");
}
function isLoopback(hostname) {
    if (hostname === "localhost" || hostname === "[::1]")
        return true;
    const parts = hostname.split(".");
    return (parts.length === 4 &&
        parts[0] === "127" &&
        parts.every((part) => /^[0-9]{1,3}$/.test(part) && Number(part) < 256));
}
//# sourceMappingURL=endpoint.js.map

/***/ }),

/***/ 1023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ identityTokens)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);

const ATTEMPTS = 3;
/** Milliseconds. */
const TIMEOUT = 15_000;
const PAUSE = 500;
const MAX_ANSWER = 64 * 1024;
/** Asks for the token; undefined where the runner gives none to this job. */
function identityTokens({ environment, audience, mask, }) {
    const address = environment.ACTIONS_ID_TOKEN_REQUEST_URL;
    const bearer = environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
    if (address === undefined || address === "" || bearer === undefined || bearer === "")
        return undefined;
    return async () => {
        mask(bearer);
        let why = "";
        for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (attempt > 1)
                await new Promise((resolve) => setTimeout(resolve, PAUSE * attempt));
            try {
                const url = new URL(address);
                url.searchParams.set("audience", audience);
                const answer = await fetch(url, {
                    headers: { authorization: `Bearer ${bearer}`, accept: "application/json" },
                    redirect: "error",
                    signal: AbortSignal.timeout(TIMEOUT),
                });
                const text = (await answer.text()).slice(0, MAX_ANSWER);
                if (answer.status === 200)
                    return tokenOf(text, mask);
                why = `it answered ${answer.status}`;
                if (answer.status < 500 && answer.status !== 429)
                    break;
            }
            catch (thrown) {
                if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
                    throw thrown;
                why = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown);
            }
        }
        throw failed(why);
    };
}
function tokenOf(text, mask) {
    let value;
    try {
        ({ value } = JSON.parse(text));
    }
    catch {
        throw failed("its answer is not JSON");
    }
    if (typeof value !== "string" || value === "")
        throw failed("its answer holds no token");
    mask(value);
    return value;
}
function failed(why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("identity-token-failed", `The runner gave no OIDC token: ${why}`, {
        fault: "outside",
        hint: "Check that the job has `permissions: id-token: write`, and run it again.",
    });
}
//# sourceMappingURL=identity-token.js.map

/***/ }),

/***/ 78503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ moreLines),
/* harmony export */   g: () => (/* binding */ problemList)
/* harmony export */ });
/* harmony import */ var _annotations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3387);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20104);


/** Problems in a summary; the result file has those that are left out. */
const LISTED = 50;
/** All problems in a folded part of a summary; what did not become an annotation can be read here. Pure. */
function problemList(problems) {
    if (problems.length === 0)
        return "";
    const lines = (0,_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .problemLines */ .pb)(problems.slice(0, LISTED)).map((line) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(line)}`);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(`Problems (${problems.length})`, [...lines, ...moreLines(problems.length - lines.length)].join("\n"));
}
/** The line that ends a list which was cut; nothing where all is there. */
function moreLines(left) {
    return left > 0 ? [`- … and ${left} more, in the result file.`] : [];
}
//# sourceMappingURL=problem-list.js.map

/***/ })

};
