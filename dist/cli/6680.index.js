export const id = 6680;
export const ids = [6680];
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _registry_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54726);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);



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
const statementSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    _type: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n([STATEMENT_V1, STATEMENT_V01]),
    subject: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(), digest: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()) }))
        .min(1)
        .max(MAX_SUBJECTS),
    predicateType: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    /** A cosign signature has none. */
    predicate: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional(),
});
/** The bytes of a statement about one image, ready to be signed. */
function statementOf(subject, predicateType, predicate) {
    const { algorithm, hex } = (0,_registry_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDigest */ .m)(subject.digest) ?? wrongDigest(subject.digest);
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
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("statement-invalid", "its payload is not JSON", { fault: "refused", cause });
    }
    const parsed = statementSchema.safeParse(value);
    if (!parsed.success) {
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("statement-invalid", "its payload is no in-toto statement", {
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
    const { algorithm, hex } = (0,_registry_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDigest */ .m)(digest) ?? wrongDigest(digest);
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

/***/ 24616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aR: () => (/* binding */ repositoryName),
/* harmony export */   je: () => (/* binding */ undeclaredService)
/* harmony export */ });
/* unused harmony exports nameFromRemote, fitServiceName */
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33429);

/**
 * `owner/name`: GITHUB_REPOSITORY, else the end of origin's URL on a server; else only the name of a remote on this
 * machine, or of the folder.
 */
async function repositoryName(context, git) {
    return context.repository ?? nameFromRemote(await git.remote()) ?? lastPart(git.directory);
}
/** The name in a remote's URL, in any of git's forms; undefined where it has none. */
function nameFromRemote(url) {
    if (url === undefined)
        return undefined;
    const bare = url.replace(/[/\\]+$/, "").replace(/\.git$/, "");
    const onServer = /^(?:(?:https?|ssh|git):\/\/[^/]+\/|(?:[^/@:]+@)?[^/@:\\]{2,}:(?!\/\/))(.*)$/.exec(bare)?.[1];
    if (onServer === undefined)
        return lastPart(bare);
    const parts = onServer.split("/").filter((part) => part !== "");
    return parts.length === 0 ? undefined : parts.slice(-2).join("/");
}
function lastPart(path) {
    const last = path.split(/[/\\]/).findLast((part) => part !== "");
    return last === undefined || last === "." || last === ".." ? undefined : last;
}
/** A name fitted to the rule for services: lower case, other characters as `-`, at most 63. */
function fitServiceName(text) {
    const fitted = text
        .toLowerCase()
        .replace(/[^a-z0-9._-]+/g, "-")
        .replace(/^[^a-z0-9]+/, "")
        .slice(0, 63)
        .replace(/[^a-z0-9]+$/, "");
    return fitted === "" ? "x" : fitted;
}
/** The one service in `.` of a repository without manifests (CONTRACT, "Common to all actions"). */
function undeclaredService(repository) {
    const owned = repository?.includes("/") === true;
    return {
        name: fitServiceName(repository?.split("/").at(-1) ?? "repository"),
        path: ".",
        manifest: undefined,
        owner: undefined,
        image: owned ? `ghcr.io/${repository.toLowerCase()}` : undefined,
        inputs: [],
        buildsFrom: [],
        ignore: _service_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_IGNORE */ .p,
        build: undefined,
        levels: [],
        thresholds: {},
        deploy: undefined,
        promote: { tags: undefined, moveTags: undefined },
        start: undefined,
        provides: [],
        uses: [],
        data: [],
    };
}
//# sourceMappingURL=repository.js.map

/***/ }),

/***/ 33429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ BEHIND_THE_GATE),
/* harmony export */   p: () => (/* binding */ DEFAULT_IGNORE)
/* harmony export */ });
/** `gitignore` patterns of a service that declares none (CONTRACT). */
const DEFAULT_IGNORE = ["/*.md", "/docs/"];
/** The level that the gate stands before: it runs in a job of its own, and is due only where it is required. */
const BEHIND_THE_GATE = "e2e";
//# sourceMappingURL=service.js.map

/***/ }),

/***/ 95394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ runUrl),
/* harmony export */   w: () => (/* binding */ parseEvent)
/* harmony export */ });
/**
 * The event that started a run, from the runner's variables and the payload. Names come from here (branch,
 * pull request, queue); the commit that counts is always the one that is checked out. Pure.
 */
/** Events whose names (branch, tag) belong to the commit in GITHUB_SHA. */
const BRANCH_EVENTS = new Set(["push", "schedule", "workflow_dispatch", "repository_dispatch", "release"]);
const NO_COMMIT = /^0+$/;
/** The context from the runner's variables and the parsed payload. Unknown shapes leave fields undefined. */
function parseEvent(environment, payload) {
    const given = (name) => {
        const value = environment[name];
        return value === undefined || value === "" ? undefined : value;
    };
    const event = given("GITHUB_EVENT_NAME");
    const ref = given("GITHUB_REF");
    const sha = given("GITHUB_SHA");
    const named = event !== undefined && BRANCH_EVENTS.has(event);
    const attempt = Number(given("GITHUB_RUN_ATTEMPT") ?? "1");
    const before = event === "push" ? text(payload, "before") : undefined;
    return {
        event,
        ref,
        sha,
        branch: named ? after(ref, "refs/heads/") : undefined,
        tag: named ? after(ref, "refs/tags/") : undefined,
        pullRequest: event === "pull_request" || event === "pull_request_target" ? pullRequest(payload, sha) : undefined,
        mergeGroup: event === "merge_group" ? mergeGroup(payload) : undefined,
        before: before === undefined || NO_COMMIT.test(before) ? undefined : before,
        defaultBranch: text(payload, "repository", "default_branch"),
        repository: given("GITHUB_REPOSITORY"),
        isPublic: isPublic(payload),
        serverUrl: given("GITHUB_SERVER_URL"),
        run: given("GITHUB_RUN_ID"),
        attempt: Number.isSafeInteger(attempt) && attempt > 0 ? attempt : 1,
        job: given("GITHUB_JOB"),
        workflowFile: workflowFile(given("GITHUB_WORKFLOW_REF"), given("GITHUB_REPOSITORY")),
        actionRepository: given("GITHUB_ACTION_REPOSITORY"),
    };
}
/** The page of a run's attempt; undefined in a terminal. */
function runUrl({ serverUrl, repository, run, attempt }) {
    if (serverUrl === undefined || repository === undefined || run === undefined)
        return undefined;
    return `${serverUrl}/${repository}/actions/runs/${run}/attempts/${attempt}`;
}
/** Internal repositories are private ones in the payload. */
function isPublic(payload) {
    const value = field(payload, "repository", "private");
    return typeof value === "boolean" ? !value : undefined;
}
function pullRequest(payload, sha) {
    const number = field(payload, "pull_request", "number");
    const headRef = text(payload, "pull_request", "head", "ref");
    const headSha = text(payload, "pull_request", "head", "sha");
    const baseRef = text(payload, "pull_request", "base", "ref");
    const baseSha = text(payload, "pull_request", "base", "sha");
    if (!isNumber(number) || headRef === undefined || headSha === undefined)
        return undefined;
    if (baseRef === undefined || baseSha === undefined)
        return undefined;
    const head = text(payload, "pull_request", "head", "repo", "full_name");
    const base = text(payload, "pull_request", "base", "repo", "full_name");
    return {
        number,
        headRef,
        headSha,
        baseRef,
        baseSha,
        fork: head === undefined || head !== base,
        mergeSha: sha,
    };
}
function mergeGroup(payload) {
    const baseRef = text(payload, "merge_group", "base_ref");
    const baseSha = text(payload, "merge_group", "base_sha");
    const headRef = text(payload, "merge_group", "head_ref");
    const headSha = text(payload, "merge_group", "head_sha");
    if (baseRef === undefined || baseSha === undefined || headRef === undefined || headSha === undefined)
        return undefined;
    const number = Number(/\/pr-(\d+)-[0-9a-f]{40,64}$/.exec(headRef)?.[1]);
    return {
        baseRef: after(baseRef, "refs/heads/") ?? baseRef,
        baseSha,
        headRef,
        headSha,
        number: isNumber(number) ? number : undefined,
    };
}
/** The number of a pull request: one that is written with its digits alone, since versions hold it. */
function isNumber(value) {
    return typeof value === "number" && Number.isSafeInteger(value) && value > 0;
}
/** `owner/name/.github/workflows/ci.yml@refs/heads/main` gives the path, where it is of this repository. */
function workflowFile(workflowRef, repository) {
    if (workflowRef === undefined || repository === undefined)
        return undefined;
    const path = workflowRef.split("@")[0] ?? "";
    return after(path, `${repository}/`);
}
function after(value, prefix) {
    return value?.startsWith(prefix) === true ? value.slice(prefix.length) : undefined;
}
function field(value, ...keys) {
    let current = value;
    for (const key of keys) {
        if (typeof current !== "object" || current === null || !Object.hasOwn(current, key))
            return undefined;
        current = current[key];
    }
    return current;
}
function text(value, ...keys) {
    const found = field(value, ...keys);
    return typeof found === "string" && found !== "" ? found : undefined;
}
//# sourceMappingURL=event.js.map

/***/ }),

/***/ 6396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33786);
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95394);



/** Reads the event's payload from GITHUB_EVENT_PATH, where there is one, and makes the context of it. */
async function readEvent(environment) {
    const path = environment.GITHUB_EVENT_PATH;
    if (path === undefined || path === "")
        return (0,_event_js__WEBPACK_IMPORTED_MODULE_2__/* .parseEvent */ .w)(environment, undefined);
    try {
        return (0,_event_js__WEBPACK_IMPORTED_MODULE_2__/* .parseEvent */ .w)(environment, JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8")));
    }
    catch (cause) {
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("event-unreadable", `The event's payload can't be read: ${(0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(cause)}`, {
            file: path,
            cause,
            hint: "GITHUB_EVENT_PATH must name the JSON file that the runner writes.",
        });
    }
}
//# sourceMappingURL=read.js.map

/***/ }),

/***/ 84601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   cQ: () => (/* binding */ graphOf),
/* harmony export */   gT: () => (/* binding */ edgesBy)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _catalog_consistency_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62338);


/** The graph of what the manifests declare. What they name that does not exist makes no edge. */
function graphOf(catalogue) {
    const { services } = catalogue;
    const names = new Set(services.map(({ name }) => name));
    const providers = new Map();
    const owners = new Map();
    for (const service of services) {
        for (const each of service.provides) {
            const key = subjectKey(each);
            const list = providers.get(key) ?? [];
            providers.set(key, list);
            list.push({ service: service.name, version: each.version });
        }
        for (const data of service.data)
            if (data.access === "owner")
                owners.set((0,_catalog_consistency_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaName */ .l)(data), service.name);
    }
    const edges = new Map();
    const add = (edge) => {
        const key = JSON.stringify([edge.from, edge.to, edge.kind, edge.via]);
        const known = edges.get(key);
        if (edge.from === edge.to)
            return;
        // Declared twice, for two ranges: needed where either needs it, doubled where each has a double.
        if (known === undefined)
            edges.set(key, edge);
        else
            edges.set(key, merged(known, edge));
    };
    for (const service of services) {
        const from = service.name;
        const source = service.manifest ?? "";
        for (const use of service.uses) {
            for (const to of providersOf(use, providers)) {
                const edge = { from, to, kind: use.kind, via: use.name, optional: use.optional, source };
                add(use.double === undefined ? edge : { ...edge, double: use.double });
            }
        }
        for (const data of service.data) {
            const to = owners.get((0,_catalog_consistency_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaName */ .l)(data));
            if (to !== undefined)
                add({ from, to, kind: "data", via: (0,_catalog_consistency_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaName */ .l)(data), optional: false, source });
        }
        for (const to of service.buildsFrom) {
            if (names.has(to))
                add({ from, to, kind: "build", via: "builds-from", optional: false, source });
        }
    }
    return {
        services: services
            .map(({ name, path, owner, provides }) => ({
            name,
            path,
            ...(owner === undefined ? {} : { owner }),
            provides: provides.map(({ kind, name: of, version }) => ({ kind, name: of, version })),
        }))
            .sort((a, b) => compare(a.name, b.name) || compare(a.path, b.path)),
        edges: [...edges.values()].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.kind, b.kind) || compare(a.via, b.via)),
    };
}
/** Those whose version is in the range; where none is, which is an error elsewhere, all that provide it. */
function providersOf(use, providers) {
    const all = providers.get(subjectKey(use)) ?? [];
    const fitting = all.filter(({ version }) => semver__WEBPACK_IMPORTED_MODULE_0__.satisfies(version, use.range));
    return new Set((fitting.length > 0 ? fitting : all).map(({ service }) => service));
}
function merged(a, b) {
    const { double, ...edge } = a;
    const both = double !== undefined && b.double !== undefined;
    return { ...edge, optional: a.optional && b.optional, ...(both ? { double } : {}) };
}
function subjectKey(of) {
    return `${of.kind} ${of.name}`;
}
/** By code units, so that an order is the same on every machine. */
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
/** Edges by one of their ends, for walks. */
function edgesBy(graph, end) {
    const map = new Map();
    for (const edge of graph.edges) {
        const list = map.get(edge[end]);
        if (list === undefined)
            map.set(edge[end], [edge]);
        else
            list.push(edge);
    }
    return map;
}
//# sourceMappingURL=graph.js.map

/***/ }),

/***/ 54726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   _Q: () => (/* binding */ isDigestOf),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
const DIGEST = /^(?:(sha256):([0-9a-f]{64})|(sha512):([0-9a-f]{128}))$/;
/** The parts of `sha256:<64 hex>` or `sha512:<128 hex>`, or undefined for anything else. */
function parseDigest(text) {
    const match = DIGEST.exec(text);
    if (match === null)
        return undefined;
    if (match[1] !== undefined && match[2] !== undefined)
        return { algorithm: "sha256", hex: match[2] };
    if (match[3] !== undefined && match[4] !== undefined)
        return { algorithm: "sha512", hex: match[4] };
    return undefined;
}
/** Whether this is a digest that we can verify. */
function isDigest(text) {
    return DIGEST.test(text);
}
/**
 * The digest of some bytes, `sha256:<hex>` unless another algorithm is named. node:crypto is loaded when it is used:
 * names of images are read where nothing is hashed.
 */
function digestOf(bytes, algorithm = "sha256") {
    return `${algorithm}:${process.getBuiltinModule("node:crypto").hash(algorithm, bytes)}`;
}
/** Whether a digest, of whatever algorithm, is that of these bytes. */
function isDigestOf(digest, bytes) {
    const parsed = parseDigest(digest);
    return parsed !== undefined && digestOf(bytes, parsed.algorithm) === digest;
}
/** The algorithm and 12 digits: enough for people to compare. */
function shortDigest(digest) {
    return digest.replace(/^(sha\d+:.{12}).*$/, "$1");
}
//# sourceMappingURL=digest.js.map

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

/***/ 79025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ layoutRepository),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   G2: () => (/* binding */ parseDestination),
/* harmony export */   PJ: () => (/* binding */ parseSource),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   j2: () => (/* binding */ formatSource),
/* harmony export */   l5: () => (/* binding */ parseRegistry),
/* harmony export */   nW: () => (/* binding */ isLayout),
/* harmony export */   nz: () => (/* binding */ apiHost)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33786);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54726);



/** What stands for a registry where the repository is an OCI layout. */
const LAYOUT = "oci-layout";
const LAYOUT_PREFIX = `${LAYOUT}:`;
const HOST_LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
const REGISTRY = new RegExp(`^(?:${HOST_LABEL}(?:\\.${HOST_LABEL})*|\\[[0-9a-fA-F:]+\\])(?::([0-9]{1,5}))?$`);
const SEGMENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
/** Docker's limit, and what registries' databases are made for. */
const MAX_REPOSITORY_LENGTH = 255;
const MAX_NAME_LENGTH = 1024;
const DOCKER_HUB = "docker.io";
const DOCKER_HUB_NAMES = new Set([
    "docker.io",
    "index.docker.io",
    "registry-1.docker.io",
]);
const DOCKER_HUB_API = "registry-1.docker.io";
const RIGHT_FORM = "Write HOST/REPOSITORY:TAG or HOST/REPOSITORY@sha256:DIGEST, for example ghcr.io/acme/shop:1.2.3.";
const LAYOUT_FORM = "Write oci-layout:FOLDER, oci-layout:FOLDER:TAG or oci-layout:FOLDER@sha256:DIGEST.";
/**
 * A name in a registry, by Docker's rules: without a host it is Docker Hub's, and there `debian` is
 * `library/debian`. `input` names the action's input for the error.
 * @throws UserError `invalid-image-name`
 */
function parseReference(text, input) {
    if (text.startsWith(LAYOUT_PREFIX)) {
        throw invalid(text, "an OCI layout cannot stand here, only a name in a registry", RIGHT_FORM, input);
    }
    const wrong = (reason) => invalid(text, reason, RIGHT_FORM, input);
    checkText(text, wrong);
    if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(text))
        throw wrong("it starts with a scheme (such as https://)");
    const { rest, digest } = splitDigest(text, wrong);
    const { name, tag } = splitTag(rest, wrong);
    const { registry, repository } = splitRegistry(name, wrong);
    checkRepository(repository, wrong);
    const reference = { registry, repository };
    if (tag !== undefined)
        reference.tag = tag;
    if (digest !== undefined)
        reference.digest = digest;
    return reference;
}
/**
 * What an image is read from: a name in a registry, or `oci-layout:PATH[:tag]`, `oci-layout:PATH@digest`.
 * @throws UserError `invalid-image-name`
 */
function parseSource(text, input) {
    if (!text.startsWith(LAYOUT_PREFIX))
        return { kind: "registry", ...parseReference(text, input) };
    return { kind: "layout", ...parseLayout(text, input) };
}
/**
 * What an image is written to: a name in a registry, or `oci-layout:PATH[:tag]`.
 * @throws UserError `invalid-image-name`
 */
function parseDestination(text, input) {
    if (!text.startsWith(LAYOUT_PREFIX))
        return parseReference(text, input);
    const { path, ...rest } = parseLayout(text, input);
    return { ...layoutRepository(path), ...rest };
}
/** An OCI layout as something that is written to. Two spellings of one path are one; links are not followed. */
function layoutRepository(path) {
    const normal = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path);
    return { registry: LAYOUT, repository: normal.length > 1 ? normal.replace(/\/$/, "") : normal };
}
/** Whether this is an OCI layout and not a repository of a registry. */
function isLayout({ registry }) {
    return registry === LAYOUT;
}
function parseLayout(text, input) {
    const wrong = (reason) => invalid(text, reason, LAYOUT_FORM, input);
    checkText(text, wrong);
    const { rest, digest } = splitDigest(text.slice(LAYOUT_PREFIX.length), wrong);
    const { name: path, tag } = splitTag(rest, wrong);
    if (path === "")
        throw wrong("the folder is missing");
    const reference = { path };
    if (tag !== undefined)
        reference.tag = tag;
    if (digest !== undefined)
        reference.digest = digest;
    return reference;
}
/**
 * A repository, without tag and digest.
 * @throws UserError `invalid-image-name`
 */
function parseRepository(text, input) {
    const { registry, repository, tag, digest } = parseReference(text, input);
    if (tag !== undefined || digest !== undefined) {
        const form = "Write HOST/REPOSITORY, for example ghcr.io/acme/shop.";
        throw invalid(text, `only a repository can stand here, without a ${tag === undefined ? "digest" : "tag"}`, form, input);
    }
    return { registry, repository };
}
/**
 * A registry, `host[:port]`. What people copy from `docker login` is taken too: a scheme, a trailing slash,
 * Docker Hub's `https://index.docker.io/v1/`. Undefined if it is none.
 */
function parseRegistry(text) {
    const host = text.replace(/^https?:\/\//, "").replace(/\/(?:v[12]\/?)?$/, "");
    return isRegistry(host) ? canonicalRegistry(host) : undefined;
}
/** Whether this can be a tag: 1 to 128 of letters, digits, `_`, `.` and `-`, no `.` or `-` first. */
function isTag(text) {
    return TAG.test(text);
}
/** The name in full, with registry; what `parseDestination` reads back as the same. */
function formatReference(reference) {
    const { registry, repository, tag, digest } = reference;
    const between = isLayout(reference) ? ":" : "/";
    return `${registry}${between}${repository}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}
/** The source as people write it. */
function formatSource(reference) {
    if (reference.kind === "registry")
        return formatReference(reference);
    const { path, tag, digest } = reference;
    return `${LAYOUT_PREFIX}${path}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}
/** The `host[:port]` whose API answers for a registry: Docker Hub's is not `docker.io`. */
function apiHost(registry) {
    return registry === DOCKER_HUB ? DOCKER_HUB_API : registry;
}
function splitDigest(text, wrong) {
    const at = text.indexOf("@");
    if (at < 0)
        return { rest: text, digest: undefined };
    const digest = text.slice(at + 1);
    if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDigest */ .m)(digest) === undefined) {
        throw wrong("after @ must come sha256: and 64, or sha512: and 128 lower-case hexadecimal digits");
    }
    return { rest: text.slice(0, at), digest };
}
/** A colon after the last slash starts a tag; one before it belongs to a port or a folder. */
function splitTag(text, wrong) {
    const colon = text.lastIndexOf(":");
    if (colon < 0 || colon < text.lastIndexOf("/"))
        return { name: text, tag: undefined };
    const tag = text.slice(colon + 1);
    if (tag === "")
        throw wrong("the tag after the colon is missing");
    if (!TAG.test(tag)) {
        throw wrong("a tag has at most 128 letters, digits, _, . and -, and does not start with . or -");
    }
    return { name: text.slice(0, colon), tag };
}
function splitRegistry(name, wrong) {
    const slash = name.indexOf("/");
    const first = slash < 0 ? "" : name.slice(0, slash);
    const isHost = /[.:]/.test(first) || first === "localhost" || first !== first.toLowerCase();
    if (!isHost) {
        return { registry: DOCKER_HUB, repository: slash < 0 ? `library/${name}` : name };
    }
    if (!isRegistry(first))
        throw wrong(`${quote(first)} is not a host with an optional port`);
    const registry = canonicalRegistry(first);
    const path = name.slice(slash + 1);
    return { registry, repository: registry === DOCKER_HUB && !path.includes("/") ? `library/${path}` : path };
}
function checkRepository(repository, wrong) {
    const path = repository.replace(/^library\//, "");
    if (path === "")
        throw wrong("the repository is missing");
    if (repository.length > MAX_REPOSITORY_LENGTH) {
        throw wrong(`the repository is longer than ${MAX_REPOSITORY_LENGTH} characters`);
    }
    if (path !== path.toLowerCase())
        throw wrong("a repository is lower-case");
    // Docker takes 64 hexadecimal digits for the identifier of a local image.
    if (/^[0-9a-f]{64}$/.test(path))
        throw wrong("64 hexadecimal digits alone are an image's identifier, not its name");
    for (const segment of path.split("/")) {
        if (segment === "")
            throw wrong("a part between slashes is empty");
        if (!SEGMENT.test(segment)) {
            throw wrong(`${quote(segment)} may only have a-z and 0-9, separated by one ., one or two _, or any number of -`);
        }
    }
}
function isRegistry(host) {
    const match = REGISTRY.exec(host);
    if (match === null || host.length > MAX_REPOSITORY_LENGTH)
        return false;
    if (match[1] === undefined)
        return true;
    const port = Number(match[1]);
    return port > 0 && port < 65536;
}
function canonicalRegistry(host) {
    const lower = host.toLowerCase();
    return DOCKER_HUB_NAMES.has(lower) ? DOCKER_HUB : lower;
}
function checkText(text, wrong) {
    if (text === "")
        throw wrong("it is empty");
    if (text.length > MAX_NAME_LENGTH)
        throw wrong(`it is longer than ${MAX_NAME_LENGTH} characters`);
    if (/\s/.test(text))
        throw wrong("it contains white space");
    if (/\p{C}/u.test(text))
        throw wrong("it contains a control character");
}
function invalid(text, reason, form, input) {
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("invalid-image-name", `The image name ${quote(text)} cannot be read: ${reason}.`, {
        hint: form,
        input,
    });
}
function quote(text) {
    const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
    return JSON.stringify(shown);
}
//# sourceMappingURL=name.js.map

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
