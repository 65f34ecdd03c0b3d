export const id = 8504;
export const ids = [8504];
export const modules = {

/***/ 5133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sz: () => (/* binding */ isSameEvidence),
/* harmony export */   ld: () => (/* binding */ readHeldEvidence),
/* harmony export */   rS: () => (/* binding */ evidenceText)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55309);
/* harmony import */ var _held_bytes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61461);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51491);
/* harmony import */ var _merge_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41257);
/* harmony import */ var _written_coverage_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52376);






/**
 * The text of evidence piece by piece.
 * @throws UserError `evidence-too-large` where a reader could not take it
 */
function* evidenceText({ coverage, ...rest }) {
    const text = JSON.stringify({ ...rest, coverage: null });
    if (coverage === null) {
        yield `${text}\n`;
        return;
    }
    yield `${text.slice(0, -"null}".length)}{"files":[`;
    for (const [index, file] of coverage.files.entries()) {
        // A line takes six characters at least; what is far too large is no text at all.
        const piece = file.lines.size * 6 > _held_bytes_js__WEBPACK_IMPORTED_MODULE_5__/* .HELD_LIMIT */ .e ? undefined : JSON.stringify((0,_written_coverage_js__WEBPACK_IMPORTED_MODULE_4__/* .writtenFile */ .Iy)(file));
        if (piece === undefined || Buffer.byteLength(piece) > _held_bytes_js__WEBPACK_IMPORTED_MODULE_5__/* .HELD_LIMIT */ .e) {
            throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("evidence-too-large", `The coverage of ${file.path.slice(0, 300)} alone takes more than ${_held_bytes_js__WEBPACK_IMPORTED_MODULE_5__/* .HELD_LIMIT */ .e / 1024 / 1024} MiB`, { file: file.path, hint: "Leave generated files out of the coverage report." });
        }
        yield index === 0 ? piece : `,${piece}`;
    }
    yield `],"unmatched":${JSON.stringify(coverage.unmatched)}}}\n`;
}
/** Whether two pieces of evidence say the same. */
function isSameEvidence(a, b) {
    const others = evidenceText(b);
    for (const piece of evidenceText(a))
        if (others.next().value !== piece)
            return false;
    return others.next().done === true;
}
/** Evidence from its text, or why it is none: what is cut off, or of a form that is not known. */
async function readHeldEvidence(source, file) {
    /** Everything but coverage; a Map, for keys may be any text. */
    const fields = new Map();
    const union = new _merge_js__WEBPACK_IMPORTED_MODULE_3__/* .CoverageUnion */ .sc();
    let covered = false;
    let hasCoverage = false;
    let hasFiles = false;
    let unmatched;
    let wrong;
    /** Coverage that is there and not read would be missing where the gate counts on it. */
    const openCoverage = (kind) => {
        if (hasCoverage)
            wrong ??= "coverage: stands twice";
        hasCoverage = true;
        covered = kind === "object";
        if (kind === "array")
            wrong ??= "coverage: is a list";
        return kind === "array" ? "skip" : kind === "plain";
    };
    const openFiles = (kind) => {
        if (kind !== "array")
            wrong ??= "coverage.files: is no list";
        if (hasFiles)
            wrong ??= "coverage.files: stands twice";
        hasFiles = true;
        return kind === "array" ? false : "skip";
    };
    try {
        await (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readJson */ .V)(source, file, {
            pick: ([top, key, index, ...deeper], kind) => {
                if (top === undefined)
                    return false;
                if (top !== "coverage")
                    return true;
                if (key === undefined)
                    return openCoverage(kind);
                if (key === "unmatched")
                    return true;
                if (key !== "files" || deeper.length > 0)
                    return "skip";
                return index === undefined ? openFiles(kind) : true;
            },
            repeated: (path) => {
                wrong ??= `${path.join(".").slice(0, 60)}: a key stands twice`;
            },
            take: ([top, key, index], value) => {
                if (top !== "coverage") {
                    // Which of the two holds is a guess, and one of them may be the failure.
                    if (fields.has(String(top)))
                        wrong ??= `${String(top).slice(0, 60)}: stands twice`;
                    fields.set(String(top), value);
                }
                else if (key === undefined) {
                    if (value !== null)
                        wrong ??= "coverage: is neither an object nor null";
                }
                else if (key === "unmatched") {
                    if (unmatched !== undefined)
                        wrong ??= "coverage.unmatched: stands twice";
                    unmatched = value;
                }
                else if (isFileCoverage(value))
                    union.addWritten(value);
                else
                    wrong ??= issueOf(_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .fileCoverageSchema */ .EE.safeParse(value), ["coverage", "files", String(index)]);
            },
        });
    }
    catch (thrown) {
        if (!(thrown instanceof _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
            throw thrown;
        if (thrown.code === "report-of-another-commit")
            return { why: thrown.message };
        return { why: `it is no whole JSON (${thrown.message.slice(0, 300)})` };
    }
    const schema = fields.get("schema");
    if (schema !== "evidence.v1") {
        return {
            why: typeof schema === "string"
                ? `its form is ${JSON.stringify(schema.slice(0, 60))}, and evidence.v1 is known`
                : "it is no evidence",
        };
    }
    const parsed = _evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .evidenceSchema */ .jU.safeParse({
        ...Object.fromEntries(fields),
        coverage: covered ? { files: [], unmatched } : null,
    });
    if (!parsed.success)
        return { why: issueOf(parsed) ?? "it has another form" };
    if (!hasCoverage)
        wrong ??= "coverage: is missing";
    if (covered && !hasFiles)
        wrong ??= "coverage.files: is missing";
    if (wrong !== undefined)
        return { why: wrong };
    const { coverage } = parsed.data;
    return {
        evidence: {
            ...parsed.data,
            coverage: coverage === null ? null : { files: union.files(), unmatched: coverage.unmatched },
        },
    };
}
function issueOf(parsed, path = []) {
    if (parsed.success)
        return undefined;
    const issue = parsed.error.issues[0];
    const where = [...path, ...(issue?.path ?? [])].join(".");
    return `${where || "it"}: ${issue?.message ?? "has another form"}`;
}
/** The schema asks as much of millions of tuples one by one, and takes many times as long. */
function isFileCoverage(value) {
    const file = value;
    if (typeof file !== "object" || file === null || typeof file.path !== "string")
        return false;
    const isList = (list, isItem) => Array.isArray(list) && list.every((item) => Array.isArray(item) && isItem(item));
    const isMark = (first) => (item) => item.length === 3 &&
        isCount(item[0], first) &&
        typeof item[1] === "string" &&
        typeof item[2] === "boolean";
    if (!isList(file.lines, (item) => item.length === 2 && isCount(item[0], 1) && isCount(item[1], 0)))
        return false;
    if (file.branches !== null && !isList(file.branches, isMark(1)))
        return false;
    if (file.functions !== null && !isList(file.functions, isMark(0)))
        return false;
    const { statements } = file;
    const isStatement = (item) => item.length === 3 && typeof item[0] === "string" && isCount(item[1], 0) && typeof item[2] === "boolean";
    if (statements != null && !isList(statements, isStatement))
        return false;
    if (file.state != null && !_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .fileCoverageSchema */ .EE.shape.state.safeParse(file.state).success)
        return false;
    return file.totals == null || _evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .fileCoverageSchema */ .EE.shape.totals.safeParse(file.totals).success;
}
function isCount(value, least) {
    return Number.isSafeInteger(value) && value >= least;
}
//# sourceMappingURL=held-evidence.js.map

/***/ }),

/***/ 85586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RE: () => (/* binding */ INSIDE_LEVELS),
  rl: () => (/* binding */ causeOf),
  yO: () => (/* binding */ causeOfOutput)
});

;// CONCATENATED MODULE: ./.cache/bundles/evidence/hosts.js
/** Hosts that a failure's message names, and whether they are of the outside world. Pure. */
/** Endings of names that no public DNS gives out, or that mean the same machine or cluster. */
const LOCAL_ENDINGS = [
    "localhost",
    "local",
    "localdomain",
    "internal",
    "intranet",
    "lan",
    "home",
    "corp",
    "private",
    "test",
    "invalid",
    "svc",
    "home.arpa",
    "cluster.local",
];
/** RFC 1918, 1122, 3927, 6598, and what is no unicast address of the internet. */
const PRIVATE_V4 = [
    /^0\./,
    /^10\./,
    /^127\./,
    /^169\.254\./,
    /^172\.(1[6-9]|2\d|3[01])\./,
    /^192\.168\./,
    /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
    /^(22[4-9]|2[3-5]\d)\./,
];
const NAME = "[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9_])?";
/** Where messages name a host. The first group is the host. */
const NAMED = [
    new RegExp(`[A-Za-z][A-Za-z0-9+.-]{0,20}://(?:[^\\s/@'"]{0,200}@)?(${NAME}|\\[[0-9a-fA-F:.]{2,45}\\])`, "g"),
    new RegExp(`\\b(?:ENOTFOUND|EAI_AGAIN|ENODATA)[ :]+(?!getaddrinfo)(${NAME})`, "g"),
    new RegExp(`\\b(?:ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH)[ :]+([0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}|${NAME})`, "g"),
    new RegExp(`\\b[Cc]ould not resolve host:? +(${NAME})`, "g"),
    new RegExp(`\\blookup (${NAME})(?: on [^ ]+)?: `, "g"),
    new RegExp(`\\bUnknownHostException: +(${NAME})`, "g"),
    new RegExp(`\\b[Ff]ailed to (?:resolve|connect to) ['"]?(${NAME})`, "g"),
    new RegExp(`\\b[Tt]emporary failure in name resolution: +(${NAME})`, "g"),
    new RegExp(`\\bname resolution for ['"]?(${NAME})`, "g"),
    new RegExp(`\\b[Cc]onnect(?:ion)? to ['"]?(${NAME})(?::\\d+|/| |$)`, "g"),
    new RegExp(`\\bhost=['"](${NAME})['"]`, "g"),
    new RegExp(`\\bdial (?:tcp|udp)[46]?:? (\\[[0-9a-fA-F:]{2,45}\\]|${NAME}):`, "g"),
];
/**
 * What only looks like a host: `client.test.js:12` is a file and its line. Such a word never makes a failure
 * the outside world's, it can only keep it from being so.
 */
const MAYBE = [
    new RegExp(`(?<![\\w./\\\\-])(${NAME}):\\d{2,5}\\b(?!:\\d)`, "g"),
    /(?<![\w.-])(localhost|\[?::1\]?)(?![\w-])/g,
];
/** Words of error messages that stand where a host may. */
const NO_HOST = new Set([
    ..."a an the host server error remote connect connection getaddrinfo timed socket request line code errno".split(" "),
]);
/** The hosts that a text is about, and the words beside them that may be hosts. Lower case, without brackets. */
function hostsIn(message) {
    // Go names the resolver that it asked, which is often on this machine, beside the host that it asked for.
    const text = message.replace(/(\blookup [^ ]{1,253}) on [^ ]{1,60}:53:/g, "$1:");
    const named = hostsOf(text, NAMED);
    return {
        named: [...named],
        maybe: [...hostsOf(text, MAYBE)].filter((each) => !named.has(each) && !CODE_FILE.test(each)),
    };
}
const CODE_FILE = /\.(c|h|cc|cpp|cs|cjs|cts|ex|exs|go|java|js|jsx|kt|mjs|mts|php|py|rb|rs|scala|swift|ts|tsx)$/;
function hostsOf(text, patterns) {
    const hosts = new Set();
    for (const pattern of patterns) {
        for (const [, match] of text.matchAll(pattern)) {
            const host = match
                ?.toLowerCase()
                .replace(/^\[|\]$/g, "")
                .replace(/\.$/, "");
            if (host !== undefined && !NO_HOST.has(host))
                hosts.add(host);
        }
    }
    return hosts;
}
/**
 * Whether a host is of the outside world: its name has a dot, it is no private or loopback address, and none
 * of `ours` (services of the catalogue and doubles, also as the first label: `cart.shop.svc`).
 */
function isPublicHost(host, ours) {
    const name = host.toLowerCase();
    if (!name.includes(".") || name.includes(":"))
        return false;
    if (/^\d{1,3}(\.\d{1,3}){3}$/.test(name)) {
        return (!PRIVATE_V4.some((each) => each.test(name)) && name.split(".").every((each) => Number(each) <= 255));
    }
    if (LOCAL_ENDINGS.some((each) => name.endsWith(`.${each}`)))
        return false;
    return !ours.has(name) && !ours.has(name.split(".")[0] ?? "");
}
//# sourceMappingURL=hosts.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/wildcard.js
var wildcard = __webpack_require__(34478);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/infrastructure.js


/** Levels whose failures are never the outside world's: they need nothing of it. */
const INSIDE_LEVELS = new Set(["unit", "component"]);
/** Signs that count only where every host of the message is a public one. */
const ABOUT_HOSTS = [
    [
        "name-resolution",
        /\b(ENOTFOUND|EAI_AGAIN|getaddrinfo|UnknownHostException)\b|name resolution|name or service not known|could not resolve host|no such host|nodename nor servname|failed to resolve/i,
    ],
    [
        "connection",
        /\b(ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectTimeoutError|ConnectTimeout)\b|connection refused|connection timed out|connect timed out|connect timeout|connection to .{1,260} timed out|dial tcp .{1,260} i\/o timeout/i,
    ],
    [
        "tls",
        /\b(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|ERR_TLS_CERT_ALTNAME_INVALID|CERTIFICATE_VERIFY_FAILED|SSLHandshakeException|EPROTO)\b|certificate has expired|x509: certificate|TLS handshake timeout|SSL certificate problem/i,
    ],
];
/** Registries of packages and images: their rate limits and errors of their own are nobody's change. */
const REGISTRIES = new Set([
    "registry.npmjs.org",
    "registry.yarnpkg.com",
    "pypi.org",
    "files.pythonhosted.org",
    "repo.maven.apache.org",
    "repo1.maven.org",
    "plugins.gradle.org",
    "services.gradle.org",
    "proxy.golang.org",
    "sum.golang.org",
    "rubygems.org",
    "index.crates.io",
    "static.crates.io",
    "crates.io",
    "api.nuget.org",
    "repo.packagist.org",
    "packagist.org",
    "deb.debian.org",
    "archive.ubuntu.com",
    "security.ubuntu.com",
    "dl-cdn.alpinelinux.org",
    "docker.io",
    "index.docker.io",
    "registry-1.docker.io",
    "auth.docker.io",
    "ghcr.io",
    "quay.io",
    "gcr.io",
    "mcr.microsoft.com",
    "public.ecr.aws",
    "registry.k8s.io",
]);
const REGISTRY_ERROR = /\b(E?429|E?50[0234])\b|too many requests|rate limit|service unavailable|bad gateway|gateway time-?out|internal server error/i;
const WITHOUT_HOST = [
    ["registry", /\btoomanyrequests\b|you have reached your (unauthenticated )?pull rate limit/i],
    [
        "container-engine",
        /could not find a valid docker environment|previous attempts to find a docker environment failed|cannot connect to the docker daemon/i,
    ],
    ["disk", /\bno space left on device\b|\bENOSPC\b/i],
];
/** More of a message is not looked at: evidence keeps no more either. */
const TEXT_LIMIT = 4096 + 512;
/** Whether a failure with this type and message is the outside world's. */
function causeOf(failure, world) {
    const text = [failure.type, failure.message]
        .filter((each) => each !== undefined)
        .join(": ")
        .slice(0, TEXT_LIMIT);
    if (text === "")
        return { outside: false };
    const { named: hosts, maybe } = hostsIn(text);
    const outside = (signature) => ({ outside: true, signature, hosts });
    for (const pattern of world.patterns)
        if ((0,wildcard/* matchesWildcard */._)(`*${pattern.slice(0, 500)}*`, text))
            return outside("pattern");
    for (const [signature, sign] of WITHOUT_HOST)
        if (sign.test(text))
            return outside(signature);
    if (hosts.length === 0 || ![...hosts, ...maybe].every((host) => isPublicHost(host, world.ours)))
        return { outside: false };
    if (hosts.some((host) => REGISTRIES.has(host)) && REGISTRY_ERROR.test(text))
        return outside("registry");
    for (const [signature, sign] of ABOUT_HOSTS)
        if (sign.test(text))
            return outside(signature);
    return { outside: false };
}
/**
 * The same for a command whose only evidence is its exit: one of the last lines of output must say it. The
 * exit codes of commands are no sign: 137 is the product's memory as often as the machine's.
 */
function causeOfOutput(output, world) {
    const lines = output.split(/\r?\n/).filter((line) => line.trim() !== "");
    for (const line of lines.slice(-LAST_LINES).reverse()) {
        const cause = causeOf({ message: line }, world);
        if (cause.outside)
            return cause;
    }
    return { outside: false };
}
/** So many lines stand between a tool's reason and its end. */
const LAST_LINES = 10;
//# sourceMappingURL=infrastructure.js.map

/***/ }),

/***/ 99838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ judgeLevelRun),
/* harmony export */   r: () => (/* binding */ testsText)
/* harmony export */ });
/* harmony import */ var _infrastructure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85586);

function judgeLevelRun(question) {
    return question.results || question.tests !== undefined ? judgeReport(question) : judgeExit(question);
}
/** A level without declared results: the command's exit is its evidence, and counts as one test against the caps. */
function judgeExit({ level, exitCode, ended, flaw, output, excuses, caps }) {
    const judged = (outcome, why) => ({
        outcome,
        why,
        failures: [],
        counts: undefined,
    });
    if (exitCode === 0) {
        return flaw === undefined
            ? judged("passed", "the command ended with 0; there is no report")
            : judged("failed", flaw);
    }
    const outside = !_infrastructure_js__WEBPACK_IMPORTED_MODULE_0__/* .INSIDE_LEVELS */ .RE.has(level) && exitCode !== null && output !== null && excuses.outsideOutput(output);
    if (!outside)
        return judged("failed", ended);
    const beyond = beyondCaps(1, 1, caps);
    return beyond === undefined
        ? judged("infrastructure", `${ended}, and its last lines name the outside world`)
        : judged("failed", `${ended}; ${beyond}`);
}
function judgeReport(question) {
    const { level, exitCode, ended, excuses, caps, flaw } = question;
    const counts = question.tests?.counts;
    const failures = (question.tests?.notable ?? [])
        .filter((test) => test.status === "failed" || test.status === "error")
        .map((test) => ({ test, excuse: excuseOf(test, level, excuses) }));
    const judged = (outcome, why) => ({ outcome, why, failures, counts });
    if (counts === undefined)
        return judged("missing", question.withoutReport);
    const red = counts.failed + counts.errors;
    if (failures.length > red)
        return judged("failed", `the evidence lists ${failures.length} failures and counts ${red}`);
    if (counts.total !== counts.passed + red + counts.skipped)
        return judged("failed", "the evidence's counts of tests do not add up");
    // Failures beyond the list can't be looked at, so nothing excuses them.
    const plain = failures.filter(({ excuse }) => excuse === "none").length + red - failures.length;
    if (plain > 0)
        return judged("failed", `${testsText(plain)} failed`);
    const ran = counts.total - counts.skipped;
    if (ran === 0)
        return judged("missing", counts.total === 0 ? "no test ran" : "all tests were skipped");
    const outside = failures.filter(({ excuse }) => excuse === "outside").length;
    if (outside > 0) {
        const beyond = exitCode === null ? ended : beyondCaps(outside, ran, caps);
        return beyond === undefined
            ? judged("infrastructure", `${testsText(outside)} failed through the outside world`)
            : judged("failed", beyond);
    }
    if (red > 0 && exitCode !== null && flaw === undefined)
        return judged("passed", `${testsText(red)} failed and ${red === 1 ? "is" : "are"} quarantined`);
    if (exitCode !== 0 || red > 0 || flaw !== undefined)
        return judged("failed", `no test failed${red > 0 ? " that is not quarantined" : ""}, but ${flaw ?? ended}`);
    return judged("passed", `${testsText(ran)} ran`);
}
function beyondCaps(outside, ran, { maxShare, maxCount }) {
    if (maxCount !== undefined && outside > maxCount)
        return `${testsText(outside)} failed through the outside world, and ${maxCount} may`;
    if (outside > maxShare * ran)
        return `${outside} of ${testsText(ran)} failed through the outside world, which is too large a share`;
    return undefined;
}
function excuseOf(test, level, excuses) {
    if (excuses.quarantined(test))
        return "quarantined";
    if (!_infrastructure_js__WEBPACK_IMPORTED_MODULE_0__/* .INSIDE_LEVELS */ .RE.has(level) && excuses.outside(test))
        return "outside";
    return "none";
}
function testsText(count) {
    return count === 1 ? "1 test" : `${count} tests`;
}
//# sourceMappingURL=outcome.js.map

/***/ }),

/***/ 93508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ ownHosts)
/* harmony export */ });
/** Names under which tests reach what is ours: services of the catalogue, and what a double stands in for. */
function ownHosts(catalogue) {
    const names = catalogue.services.flatMap((service) => [
        service.name,
        ...service.uses.flatMap((use) => (use.double === undefined ? [] : [use.name])),
        ...service.provides.map((each) => each.name),
    ]);
    return new Set(names.map((name) => name.toLowerCase()));
}
//# sourceMappingURL=own-hosts.js.map

/***/ }),

/***/ 61732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readQuarantine)
/* harmony export */ });
/* harmony import */ var _runner_cut_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75733);
/* harmony import */ var _runner_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61806);
/* harmony import */ var _wildcard_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34478);



/**
 * The entries that hold on a day (`2027-01-31`, UTC; `until` includes its day). One that has expired, or has no
 * owner or no date, is void: its test counts again.
 */
function readQuarantine(entries, today, file = "sluice.yaml") {
    const valid = [];
    const problems = [];
    for (const entry of entries ?? []) {
        const flaw = flawOf(entry, today);
        if (flaw === undefined)
            valid.push(entry);
        else {
            problems.push((0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .C)("warning", flaw.code, `The quarantine of '${(0,_runner_cut_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cutText */ .I)(entry.test, 200)}' ${flaw.text}: its test counts`, {
                file,
                hint: flaw.hint,
            }));
        }
    }
    return {
        problems,
        find: (test, service, level) => {
            const own = valid.filter((each) => (each.service === undefined || each.service === service) &&
                (each.level === undefined || each.level === level));
            const names = testNames(test);
            return (own.find((each) => names.includes(each.test)) ??
                own.find((each) => names.some((name) => (0,_wildcard_js__WEBPACK_IMPORTED_MODULE_2__/* .matchesWildcard */ ._)(each.test, name))));
        },
    };
}
/** `class > name` and the bare name. */
function testNames(test) {
    if (test.class === undefined || !test.name.startsWith(`${test.class} > `))
        return [test.name];
    return [test.name, test.name.slice(test.class.length + 3)];
}
function flawOf(entry, today) {
    if (entry.owner === undefined || entry.owner.trim() === "")
        return { code: "quarantine-void", text: "has no owner", hint: "Add 'owner': who mends the test." };
    if (entry.until === undefined)
        return { code: "quarantine-void", text: "has no end", hint: "Add 'until', a day such as 2027-01-31." };
    if (!isDay(entry.until)) {
        return {
            code: "quarantine-void",
            text: `ends on '${(0,_runner_cut_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cutText */ .I)(entry.until, 40)}', which is no day`,
            hint: "Write 'until' as year, month and day: 2027-01-31.",
        };
    }
    if (entry.until < today) {
        return {
            code: "quarantine-expired",
            text: `has expired on ${entry.until}`,
            hint: "Mend the test, or give the entry a new day.",
        };
    }
    return undefined;
}
function isDay(text) {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    if (match === null)
        return false;
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    const lengths = [
        31,
        year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
        31,
        30,
        31,
        30,
        31,
        31,
        30,
        31,
        30,
        31,
    ];
    return day >= 1 && day <= (lengths[month - 1] ?? 0);
}
//# sourceMappingURL=quarantine.js.map

/***/ }),

/***/ 89320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ readReports)
/* harmony export */ });
/* harmony import */ var _runner_cut_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(75733);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);
/* harmony import */ var _runner_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61806);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16792);
/* harmony import */ var _merge_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41257);
/* harmony import */ var _other_commit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11868);
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47983);
/* harmony import */ var _tests_report_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(28680);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35108);









/** Lists of foreign paths end here: a report of installed packages names tens of thousands. */
const UNMATCHED_LIMIT = 1000;
/**
 * Reads everything that the globs match. A report that is malformed, cut off, of another kind than it is
 * declared as, tracked by git, or of another commit is a UserError that says where.
 */
async function readReports(files, request) {
    const reports = { tests: null, coverage: null, read: [], stale: [], missing: [], problems: [] };
    const find = async (kind, globs) => {
        const found = await files.find(request.service, globs);
        const fresh = found.filter((each) => request.since === undefined || each.modified >= request.since);
        reports.stale.push(...found.filter((each) => !fresh.includes(each)).map((each) => each.path));
        if (fresh.length === 0)
            reports.missing.push({ kind, globs });
        for (const { path } of fresh)
            refuseTracked(path, request.tracked);
        reports.read.push(...fresh.map((each) => each.path));
        return fresh.map((each) => each.path);
    };
    if (request.results.length > 0) {
        const collector = new _tests_report_js__WEBPACK_IMPORTED_MODULE_7__/* .TestCollector */ .gl(request.asked);
        for (const path of await find("results", request.results)) {
            const { format, source } = await open(files, path);
            const reader = (0,_formats_js__WEBPACK_IMPORTED_MODULE_2__/* .isTestFormat */ .Gb)(format) ? _readers_js__WEBPACK_IMPORTED_MODULE_5__/* .TEST_READERS */ .K[format] : undefined;
            if (reader === undefined)
                throw otherKind(path, "results", `a coverage report (${format})`);
            await reader(source, path, collector);
        }
        const tests = collector.report();
        for (const test of tests.notable) {
            if (test.file === undefined)
                continue;
            const answer = request.repository.resolve(test.file, {
                service: request.service,
                sources: [],
                root: request.root,
            });
            if (answer.kind === "file")
                test.file = answer.path;
            else
                delete test.file;
            if (answer.kind !== "file")
                delete test.line;
        }
        reports.problems.push(...tests.problems);
        reports.tests = tests;
    }
    if (request.coverage.length > 0) {
        const union = new _merge_js__WEBPACK_IMPORTED_MODULE_3__/* .CoverageUnion */ .sc();
        let reported = false;
        const unmatched = new Set();
        for (const path of await find("coverage", request.coverage)) {
            const report = await readCoverage(files, path);
            reports.problems.push(...report.problems);
            const matched = matchFiles(report, path, request);
            for (const each of matched.unmatched)
                unmatched.add(each);
            await (0,_other_commit_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseOtherCommit */ .kh)(files, matched.files, path, report.format);
            for (const [own, raw] of matched.files)
                union.take(own, raw, report, path);
            reported = true;
        }
        if (reported) {
            if (unmatched.size > UNMATCHED_LIMIT) {
                reports.problems.push((0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("notice", "coverage-unmatched", `${unmatched.size} paths in reports are no files of the repository`, {
                    hint: `The first ${UNMATCHED_LIMIT} are listed.`,
                }));
            }
            reports.coverage = {
                files: union.files(),
                unmatched: [...unmatched].sort().slice(0, UNMATCHED_LIMIT),
            };
        }
    }
    return reports;
}
async function open(files, path) {
    const { head, all } = await (0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .peek */ .se)(files.open(path));
    return { format: (0,_formats_js__WEBPACK_IMPORTED_MODULE_2__/* .recogniseBytes */ .dM)(head, path), source: all };
}
async function readCoverage(files, path) {
    const { format, source } = await open(files, path);
    const reader = (0,_formats_js__WEBPACK_IMPORTED_MODULE_2__/* .isTestFormat */ .Gb)(format) ? undefined : _readers_js__WEBPACK_IMPORTED_MODULE_5__/* .COVERAGE_READERS */ .g[format];
    if (reader === undefined)
        throw otherKind(path, "coverage", `a test report (${format})`);
    return reader(source, path);
}
function refuseTracked(path, tracked) {
    if (!tracked.has(path))
        return;
    throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("report-tracked", `${path} is a report that git tracks, so it may be of another run`, {
        file: path,
        hint: `Remove it from the repository (git rm --cached) and add it to .gitignore.`,
    });
}
function otherKind(path, declared, is) {
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("report-kind", `${path} is declared under '${declared}' and is ${is}`, {
        file: path,
        hint: "Correct 'results' and 'coverage' of the level, or narrow their globs.",
    });
}
function matchFiles(report, file, request) {
    const matched = [];
    const unmatched = [];
    for (const raw of report.files) {
        const answer = request.repository.resolve(raw.path, {
            service: request.service,
            sources: report.sources,
            root: request.root,
            module: raw.module,
        });
        if (answer.kind === "ambiguous") {
            const { candidates } = answer;
            const shown = candidates.slice(0, 5).join(", ") + (candidates.length > 5 ? ", …" : "");
            throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("coverage-path-ambiguous", `${file} names '${(0,_runner_cut_text_js__WEBPACK_IMPORTED_MODULE_8__/* .cutText */ .I)(raw.path, 300)}', which may be any of ${candidates.length} files: ${shown}`, { file, hint: "Let the tool write paths relative to the service or to the repository." });
        }
        if (answer.kind === "none")
            unmatched.push((0,_runner_cut_text_js__WEBPACK_IMPORTED_MODULE_8__/* .cutText */ .I)(raw.path, 500));
        else
            matched.push([answer.path, raw]);
    }
    return { files: matched, unmatched };
}
//# sourceMappingURL=read.js.map

/***/ }),

/***/ 34478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ matchesWildcard)
/* harmony export */ });
/**
 * Patterns in which `*` is any text and `?` any character, and nothing else is special: no regular
 * expression, so no pattern can take exponential time. Pure.
 */
function matchesWildcard(pattern, text) {
    let p = 0;
    let t = 0;
    let star = -1;
    let mark = 0;
    while (t < text.length) {
        const each = pattern[p];
        if (each === "*") {
            star = p++;
            mark = t;
        }
        else if (each !== undefined && (each === "?" || each === text[t])) {
            p++;
            t++;
        }
        else if (star >= 0) {
            // The last star takes one character more.
            p = star + 1;
            t = ++mark;
        }
        else
            return false;
    }
    while (pattern[p] === "*")
        p++;
    return p === pattern.length;
}
//# sourceMappingURL=wildcard.js.map

/***/ }),

/***/ 72595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ve: () => (/* binding */ inWorkspace)
/* harmony export */ });
/* unused harmony exports OUTPUT_LIMIT, fitOutputs */
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61806);

/**
 * All outputs of one action together stay below 48 kB as JSON: a runner hands `toJSON(needs)` on as one
 * environment string, and Linux refuses one of 128 KiB (MAX_ARG_STRLEN) before the action starts.
 */
const OUTPUT_LIMIT = 48_000;
/**
 * The outputs that fit. What does not fit is never cut: the largest outputs are left empty, one by one,
 * until the rest fits, and a problem names each of them.
 */
function fitOutputs(outputs) {
    const fitted = new Map(Object.entries(outputs));
    const problems = [];
    while (jsonBytes(fitted) > OUTPUT_LIMIT) {
        const [name, value] = [...fitted].reduce((a, b) => (b[1].length > a[1].length ? b : a));
        if (value === "")
            break;
        fitted.set(name, "");
        problems.push(problem("warning", "output-too-large", `Output '${name}' has ${Buffer.byteLength(value)} bytes and is left empty`, {
            hint: `All outputs of a step together must stay below ${OUTPUT_LIMIT} bytes. Read it from the file of 'result-file', which can be uploaded as an artifact.`,
        }));
    }
    return { outputs: fitted, problems };
}
function jsonBytes(outputs) {
    return Buffer.byteLength(JSON.stringify(Object.fromEntries(outputs)));
}
/** A path of the working directory as other actions need it: they know only the workspace. */
function inWorkspace(path, workingDirectory) {
    const folder = workingDirectory.replace(/\/+$/, "");
    return folder === "." || folder === "" ? path : `${folder}/${path}`;
}
//# sourceMappingURL=outputs.js.map

/***/ }),

/***/ 51458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ ownFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33786);



/** A folder of the suite's own in the working directory, which git is told to ignore. */
async function ownFolder(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { recursive: true }).catch((cause) => {
        if (cause.code !== "EEXIST")
            throw cause;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("folder-is-file", `${path} is a file`, {
            cause,
            hint: "Remove it, or give it another name: Sluice needs a folder there.",
        });
    });
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path)).isSymbolicLink()) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("folder-is-link", `${path} is a link`, {
            hint: "Remove it: what is written there must stay in the working directory.",
        });
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, ".gitignore"), "*\n", { flag: "wx" }).catch((error) => {
        if (error.code !== "EEXIST")
            throw error;
    });
    return path;
}
//# sourceMappingURL=own-folder.js.map

/***/ })

};
