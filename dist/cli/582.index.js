export const id = 582;
export const ids = [582];
export const modules = {

/***/ 9735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KT: () => (/* binding */ parseHits),
/* harmony export */   P8: () => (/* binding */ parseLineNumber),
/* harmony export */   Sf: () => (/* binding */ CoverageCollector),
/* harmony export */   cG: () => (/* binding */ addLine),
/* harmony export */   oI: () => (/* binding */ addHits),
/* harmony export */   uO: () => (/* binding */ addFunction),
/* harmony export */   ys: () => (/* binding */ addBranch)
/* harmony export */ });
/** Gathers a report's files; one that appears in several records is one file. */
class CoverageCollector {
    #files = new Map();
    file(path) {
        const known = this.#files.get(path);
        if (known !== undefined)
            return known;
        const made = { path, lines: new Map(), branches: new Map(), functions: new Map() };
        this.#files.set(path, made);
        return made;
    }
    files() {
        return [...this.#files.values()];
    }
}
function addLine(file, line, hits) {
    file.lines.set(line, addHits(file.lines.get(line) ?? 0, hits));
}
function addBranch(file, line, key, covered) {
    let arms = file.branches.get(line);
    if (arms === undefined) {
        arms = new Map();
        file.branches.set(line, arms);
    }
    arms.set(key, (arms.get(key) ?? false) || covered);
}
function addFunction(file, line, name, covered) {
    const key = `${line} ${name}`;
    const known = file.functions.get(key);
    if (known === undefined)
        file.functions.set(key, { line, name, covered });
    else
        known.covered ||= covered;
}
/** The sum, as large as an exact integer can be. */
function addHits(a, b) {
    return Math.min(Number.MAX_SAFE_INTEGER, a + b);
}
/**
 * A count of hits as tools write them: negative ones (counters that ran over) are none, floats and numbers
 * beyond 2^53 are clamped to an integer that is above 0 where they are. Undefined for what is no number.
 */
function parseHits(text) {
    const plain = digits(text);
    if (plain !== undefined)
        return plain;
    const trimmed = text.trim();
    if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(trimmed))
        return undefined;
    const value = Number(trimmed);
    if (Number.isNaN(value))
        return undefined;
    return Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, Math.ceil(value)));
}
/** A line's number, from 1. Undefined for what is none. */
function parseLineNumber(text) {
    const value = text.length > 9 ? undefined : digits(text);
    return value === 0 ? undefined : value;
}
/** A number of at most 15 digits: nearly all there are, and reports have millions. */
function digits(text) {
    const { length } = text;
    if (length === 0 || length > 15)
        return undefined;
    let value = 0;
    for (let index = 0; index < length; index++) {
        const digit = text.charCodeAt(index) - 48;
        if (digit < 0 || digit > 9)
            return undefined;
        value = value * 10 + digit;
    }
    return value;
}
//# sourceMappingURL=report.js.map

/***/ }),

/***/ 5825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ diskReportFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4006);
/* harmony import */ var _catalog_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8538);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3786);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9088);







/** Reports on disk. Links are never followed: a report could otherwise be any file of the machine. */
/** A glob that looks at more entries than this is a mistake. */
const ENTRY_LIMIT = 500_000;
/** Folders that hold no reports and are large; a glob that names one looks into it. */
const SKIPPED = new Set([".git", "node_modules"]);
/** The files below `directory`, the repository. */
function diskReportFiles(directory) {
    return {
        find: async (folder, globs) => {
            const found = new Map();
            for (const glob of globs)
                for (const file of await findFiles(directory, folder, glob))
                    found.set(file.path, file);
            return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
        },
        open: (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, path), { highWaterMark: 1024 * 1024 }),
        lineCount: (path) => countLines((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, path)),
    };
}
async function findFiles(directory, folder, glob) {
    const clean = glob.replace(/^\.\//, "");
    if (clean === "" || clean.length > _catalog_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .GLOB_LIMIT */ .xv) {
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo("report-glob", `${(0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(glob)} is no glob of reports`, {
            hint: `Write a path such as reports/*.xml, of at most ${_catalog_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .GLOB_LIMIT */ .xv} characters.`,
        });
    }
    if (clean.startsWith("/") ||
        /(^|\/)\.\.(\/|$)/.test(clean) ||
        /^[A-Za-z]:/.test(clean) ||
        clean.includes("\0")) {
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo("report-glob", `'${glob}' leads out of the service's folder`, {
            hint: "Globs of reports are relative to the service; let the tool write its reports there.",
        });
    }
    const matches = picomatch__WEBPACK_IMPORTED_MODULE_6__(clean, { dot: true });
    const { base } = picomatch__WEBPACK_IMPORTED_MODULE_6__.scan(clean);
    const start = [folder, ...base.split("/")].filter((each) => each !== "" && each !== ".").join("/");
    const files = [];
    let entries = 0;
    const relative = (path) => (folder === "." ? path : path.slice(folder.length + 1));
    const visit = async (path) => {
        if (++entries > ENTRY_LIMIT) {
            throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo("report-glob", `'${glob}' looks at more than ${ENTRY_LIMIT} files`, {
                hint: "Name the folder that the reports are written to.",
            });
        }
        // lstat: a link is neither a file nor a folder.
        const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, path)).catch(() => undefined);
        if (stat?.isFile() === true) {
            if (matches(relative(path)))
                files.push({ path, modified: stat.mtimeMs });
            return;
        }
        if (stat?.isDirectory() !== true)
            return;
        for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, path), { withFileTypes: true })) {
            if (entry.isDirectory() && SKIPPED.has(entry.name))
                continue;
            await visit(path === "." ? entry.name : `${path}/${entry.name}`);
        }
    };
    if (!(await leadsThroughLink(directory, start)))
        await visit(start === "" ? "." : start);
    return files;
}
/** Whether a folder on the way to `path` is a link. */
async function leadsThroughLink(directory, path) {
    let current = directory;
    for (const segment of path.split("/")) {
        current = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(current, segment);
        const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(current).catch(() => undefined);
        if (stat?.isSymbolicLink() === true)
            return true;
    }
    return false;
}
/** Lines as an editor numbers them; a line feed at the end begins no new one. */
async function countLines(path) {
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path).catch(() => undefined);
    if (stat?.isFile() !== true)
        return undefined;
    let count = 0;
    let last = 0x0a;
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path)) {
        for (let index = chunk.indexOf(0x0a); index >= 0; index = chunk.indexOf(0x0a, index + 1))
            count++;
        last = chunk.at(-1) ?? last;
    }
    return last === 0x0a ? count : count + 1;
}
//# sourceMappingURL=disk.js.map

/***/ }),

/***/ 5309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TX: () => (/* binding */ EVIDENCE_FOLDER),
/* harmony export */   jU: () => (/* binding */ evidenceSchema),
/* harmony export */   tL: () => (/* binding */ IMAGE_FOLDER),
/* harmony export */   x_: () => (/* binding */ evidenceFileName)
/* harmony export */ });
/* unused harmony exports notableTestSchema, testCountsSchema, fileCoverageSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5491);

/**
 * `evidence.v1`: what one leg of one test level of one service (or its build) left behind, written by `run`,
 * uploaded, and read by the gate. Readers ignore keys they do not know.
 */
/** One test that did not simply pass. Passed tests are only counted: their names would make gigabytes. */
const notableTestSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** `class > name`, or the bare name where there is no class. */
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** The class alone: what follows it and ` > ` in `name` is the bare name. */
    class: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["failed", "error", "skipped", "flaky"]),
    /** The failure's type and message, cut at 4 KiB; never the test's output. */
    type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
});
const testCountsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** total = passed + failed + errors + skipped; flaky ones are among the passed. */
    total: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0),
    passed: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0),
    failed: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0),
    errors: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0),
    skipped: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0),
    flaky: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0),
});
/** Coverage of one file: hits by line, and branches and functions where the format has them. */
const fileCoverageSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** Repository path. */
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Pairs of line and hits, ascending by line. */
    lines: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(), zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0)])),
    /** [line, key, covered]: a key tells arms of one line apart; null where the format has no branches. */
    branches: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()])).nullable(),
    /** [line, name, covered]; null where the format has no functions. */
    functions: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()])).nullable(),
});
const evidenceSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("evidence.v1"),
    service: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** A test level, or `build`. */
    level: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    leg: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** How many legs this job's matrix has for this level, where the runner says so; else null. */
    legs: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().nullable(),
    commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB; null in a terminal. */
    run: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    attempt: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(),
    job: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    outcome: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["passed", "failed", "infrastructure"]),
    /** Why, in one line. */
    reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    exitCode: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nullable(),
    /** The version that the command was given. */
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    /** sha256:... or sha512:..., of a build. */
    digest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/)
        .nullable(),
    /** Whether the level declares results and coverage; without results the command's exit is the evidence. */
    declares: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ results: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), coverage: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() }),
    tests: testCountsSchema.nullable(),
    /** Failed, erroneous, flaky and skipped tests, failed ones first, at most 1,000. */
    notable: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(notableTestSchema),
    /** How many notable tests are not listed. */
    notableLeft: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0),
    coverage: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        files: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(fileCoverageSchema),
        /** Paths in reports that are no file of the repository. */
        unmatched: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    })
        .nullable(),
    /** The last lines of output, at most 4 KiB; only of a level that declares no results. */
    output: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
});
/** The folder that evidence is written to; never a dot folder, since upload-artifact leaves hidden files out. */
const EVIDENCE_FOLDER = "sluice-evidence";
/** Where a build leaves an OCI layout, one folder per service: not hidden, so that it can be uploaded. */
const IMAGE_FOLDER = "sluice-image";
/** `<service>.<level>.<leg>.a<attempt>.json` (CONTRACT). `leg` holds only letters, digits, `-` and `_`. */
function evidenceFileName(evidence) {
    return `${evidence.service}.${evidence.level}.${evidence.leg}.a${evidence.attempt}.json`;
}
//# sourceMappingURL=evidence.js.map

/***/ }),

/***/ 8195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ ratioText),
/* harmony export */   D: () => (/* binding */ meets),
/* harmony export */   fL: () => (/* binding */ percentText),
/* harmony export */   u5: () => (/* binding */ figures)
/* harmony export */ });
/** The sums over files. Percentages of files are never averaged. */
function figures(files) {
    const lines = { covered: 0, total: 0 };
    let branches = null;
    let functions = null;
    for (const file of files) {
        for (const [, hits] of file.lines)
            count(lines, hits > 0);
        if (file.branches !== null) {
            branches ??= { covered: 0, total: 0 };
            const ofFile = branchRatio(file.branches);
            branches.covered += ofFile.covered;
            branches.total += ofFile.total;
        }
        if (file.functions !== null) {
            functions ??= { covered: 0, total: 0 };
            for (const [, , covered] of file.functions)
                count(functions, covered);
        }
    }
    return { files: files.length, lines, branches, functions };
}
function count(ratio, covered) {
    ratio.total++;
    if (covered)
        ratio.covered++;
}
/**
 * Arms of one line whose keys are of different kinds come from different formats, which number the same arms
 * differently: they must not be added. The kind that shows the largest part taken counts, since all that it
 * shows was taken.
 */
function branchRatio(arms) {
    const byLine = new Map();
    for (const [line, key, covered] of arms) {
        let kinds = byLine.get(line);
        if (kinds === undefined) {
            kinds = new Map();
            byLine.set(line, kinds);
        }
        const kind = armKind(key);
        let ratio = kinds.get(kind);
        if (ratio === undefined) {
            ratio = { covered: 0, total: 0 };
            kinds.set(kind, ratio);
        }
        count(ratio, covered);
    }
    const sum = { covered: 0, total: 0 };
    for (const kinds of byLine.values()) {
        const best = [...kinds.values()].reduce((a, b) => {
            const difference = b.covered * a.total - a.covered * b.total;
            return difference > 0 || (difference === 0 && b.total > a.total) ? b : a;
        });
        sum.covered += best.covered;
        sum.total += best.total;
    }
    return sum;
}
/** `~0` (numbered by Cobertura's count), `~0.1` (its conditions), or named by the tool (lcov). */
function armKind(key) {
    if (!key.startsWith("~"))
        return "named";
    return key.includes(".") ? "condition" : "number";
}
/**
 * Whether a ratio reaches a bar in percent (decimals allowed), in integers: 79.996 % is not 80. A ratio of
 * nothing (0 of 0) reaches every bar; that a bar can't be measured at all is the caller's to say.
 */
function meets(ratio, percent) {
    if (ratio.total === 0)
        return true;
    const { digits, scale } = decimal(percent);
    return BigInt(ratio.covered) * 100n * scale >= digits * BigInt(ratio.total);
}
/** The decimal number that is written, not the binary one that is held: 0.1 is 1/10. */
function decimal(value) {
    const match = /^(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(value));
    if (match === null)
        throw new RangeError(`no percentage: ${value}`);
    const fraction = match[2] ?? "";
    const exponent = Number(match[3] ?? 0) - fraction.length;
    const digits = BigInt(`${match[1] ?? ""}${fraction}`);
    return exponent >= 0
        ? { digits: digits * 10n ** BigInt(exponent), scale: 1n }
        : { digits, scale: 10n ** BigInt(-exponent) };
}
/** Two decimals, rounded down, so that nothing below a bar looks like it: `79.99`. `-` for a ratio of nothing. */
function percentText(ratio) {
    if (ratio.total === 0)
        return "-";
    const hundredths = (BigInt(ratio.covered) * 10000n) / BigInt(ratio.total);
    return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
}
/** `79.99 % (3999 of 5000)`, or `nothing to cover`. */
function ratioText(ratio) {
    return ratio.total === 0
        ? "nothing to cover"
        : `${percentText(ratio)} % (${ratio.covered} of ${ratio.total})`;
}
//# sourceMappingURL=figures.js.map

/***/ }),

/***/ 5586:
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
var wildcard = __webpack_require__(4478);
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

/***/ 6830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ mergeCounts),
/* harmony export */   P: () => (/* binding */ mergeCoverage)
/* harmony export */ });
/* harmony import */ var _coverage_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9735);

/**
 * The union of what shards and legs say. Order and grouping make no difference, and nothing that one shard
 * has covered is lost because another has not seen it. Pure.
 */
/** The union by file, line, arm and function; hits are added. Sorted. */
function mergeCoverage(parts) {
    const merged = new Map();
    for (const files of parts) {
        for (const file of files) {
            const held = merged.get(file.path) ?? { lines: new Map(), branches: null, functions: null };
            merged.set(file.path, held);
            for (const [line, hits] of file.lines)
                held.lines.set(line, (0,_coverage_report_js__WEBPACK_IMPORTED_MODULE_0__/* .addHits */ .oI)(held.lines.get(line) ?? 0, hits));
            held.branches = unite(held.branches, file.branches);
            held.functions = unite(held.functions, file.functions);
        }
    }
    return [...merged]
        .map(([path, held]) => ({
        path,
        lines: [...held.lines].sort((a, b) => a[0] - b[0]),
        branches: marks(held.branches),
        functions: marks(held.functions),
    }))
        .sort((a, b) => (a.path < b.path ? -1 : 1));
}
function unite(held, more) {
    if (more === null)
        return held;
    const united = held ?? new Map();
    for (const [line, name, covered] of more) {
        const key = `${line} ${name}`;
        united.set(key, [line, name, covered || united.get(key)?.[2] === true]);
    }
    return united;
}
function marks(held) {
    if (held === null)
        return null;
    return [...held.values()].sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0));
}
/** The sums: different shards and legs are different runs, and a failure in any of them fails. */
function mergeCounts(parts) {
    const sum = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };
    for (const part of parts) {
        sum.total += part.total;
        sum.passed += part.passed;
        sum.failed += part.failed;
        sum.errors += part.errors;
        sum.skipped += part.skipped;
        sum.flaky += part.flaky;
    }
    return sum;
}
//# sourceMappingURL=merge.js.map

/***/ }),

/***/ 3508:
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

/***/ 4762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ RepositoryPaths)
/* harmony export */ });
/**
 * From the paths that reports write (relative to the repository, to the service or to a source folder,
 * absolute on this machine or on another, with either slash) to files of the repository. Pure.
 */
/** Folders of installed packages: what lies in them is never a file of the repository by its ending alone. */
const PACKAGES = new Set(["node_modules", "site-packages", "dist-packages"]);
/** The files of a repository, ready for many questions. */
class RepositoryPaths {
    #files;
    #byName = new Map();
    constructor(files) {
        this.#files = new Set(files);
        for (const file of this.#files) {
            const name = lastSegment(file);
            const same = this.#byName.get(name);
            if (same === undefined)
                this.#byName.set(name, [file]);
            else
                same.push(file);
        }
    }
    /**
     * The file that a report's path means. In this order: below a `<source>`, relative to the service (that is
     * where its commands run), relative to the repository, and then the longest ending that the path shares
     * with exactly one file, where a file of the service goes before others.
     */
    resolve(written, context) {
        if (written === "" || written.includes("\0"))
            return { kind: "none" };
        const path = normalise(written);
        const found = this.#exact(path, context);
        if (found.length > 1)
            return { kind: "ambiguous", candidates: found };
        if (found[0] !== undefined)
            return { kind: "file", path: found[0] };
        return this.#byEnding(path, context);
    }
    #exact(path, context) {
        const root = normalise(context.root);
        const inRepository = (absolute) => {
            if (isAbsolute(absolute))
                return absolute.startsWith(`${root}/`) ? this.#known(absolute.slice(root.length + 1)) : undefined;
            return this.#known(join(context.service, absolute)) ?? this.#known(absolute);
        };
        if (isAbsolute(path)) {
            const file = inRepository(path);
            return file === undefined ? [] : [file];
        }
        const below = new Set();
        for (const source of context.sources) {
            const file = inRepository(join(normalise(source), path));
            if (file !== undefined)
                below.add(file);
        }
        if (below.size > 0)
            return [...below].sort();
        const file = inRepository(path);
        return file === undefined ? [] : [file];
    }
    #known(path) {
        return path !== undefined && this.#files.has(path) ? path : undefined;
    }
    #byEnding(path, context) {
        const segments = path
            .split("/")
            .filter((each) => each !== "" && each !== ".." && !/^[A-Za-z]:$/.test(each));
        if (segments.some((each) => PACKAGES.has(each)))
            return { kind: "none" };
        const prefix = context.service === "." ? "" : `${context.service}/`;
        const foreign = isAbsolute(path) || path.startsWith("../");
        const wanted = `/${segments.join("/")}`;
        let best = 0;
        let fits = [];
        for (const file of this.#byName.get(lastSegment(path)) ?? []) {
            const own = prefix !== "" && file.startsWith(prefix) ? file.slice(prefix.length) : undefined;
            const fit = 
            // The report names a part of the file's path, or (from another machine) more than it.
            `/${file}`.endsWith(wanted)
                ? segments.length
                : foreign && wanted.endsWith(`/${file}`)
                    ? depth(file)
                    : foreign && own !== undefined && wanted.endsWith(`/${own}`)
                        ? depth(own)
                        : 0;
            if (fit === 0 || fit < best)
                continue;
            if (fit > best)
                fits = [];
            best = fit;
            fits.push(file);
        }
        const ofService = prefix === "" ? fits : fits.filter((file) => file.startsWith(prefix));
        const candidates = (ofService.length > 0 ? ofService : fits).sort();
        const [only, ...others] = candidates;
        if (only === undefined)
            return { kind: "none" };
        return others.length === 0 ? { kind: "file", path: only } : { kind: "ambiguous", candidates };
    }
}
/** `/` only, without empty, `.` and (where they can be resolved) `..` segments. Absolute paths keep their begin. */
function normalise(written) {
    const slashed = written.replaceAll("\\", "/");
    const begin = /^(?:[A-Za-z]:)?\//.exec(slashed)?.[0] ?? "";
    const segments = [];
    for (const each of slashed.slice(begin.length).split("/")) {
        if (each === "" || each === ".")
            continue;
        if (each === ".." && segments.length > 0 && segments.at(-1) !== "..")
            segments.pop();
        else if (each !== ".." || begin === "")
            segments.push(each);
    }
    return begin + segments.join("/");
}
function isAbsolute(path) {
    return /^(?:[A-Za-z]:)?\//.test(path);
}
/** A relative path below a folder; undefined would be a path that leaves it, which then is no file. */
function join(folder, path) {
    return normalise(folder === "." || folder === "" ? path : `${folder}/${path}`);
}
function lastSegment(path) {
    return path.slice(path.lastIndexOf("/") + 1);
}
function depth(path) {
    return path.split("/").length;
}
//# sourceMappingURL=paths.js.map

/***/ }),

/***/ 1732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readQuarantine)
/* harmony export */ });
/* harmony import */ var _runner_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1806);
/* harmony import */ var _wildcard_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4478);


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
            problems.push((0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)("warning", flaw.code, `The quarantine of '${entry.test.slice(0, 200)}' ${flaw.text}: its test counts`, {
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
                own.find((each) => names.some((name) => (0,_wildcard_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesWildcard */ ._)(each.test, name))));
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
            text: `ends on '${entry.until.slice(0, 40)}', which is no day`,
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

/***/ 5550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ readReports)
});

// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(3786);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem.js
var problem = __webpack_require__(1806);
// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __webpack_require__(9800);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/sections.js
/**
 * Test reports hold whole logs in CDATA sections (half a gigabyte has been seen), and the XML parser keeps a
 * section until its end. So a section, a comment and a processing instruction are cut on the way to it.
 */
const OPENINGS = [
    ["<![CDATA[", "]]>"],
    ["<!--", "-->"],
    ["<?", "?>"],
];
const LONGEST_OPENING = "<![CDATA[".length;
/** Keeps at most `limit` characters of each section. Line ends stay, so that later positions are true. */
function trimSections(limit) {
    /** The mark that ends the section which is open. */
    let mark;
    let length = 0;
    let held = "";
    const inside = (text) => {
        const room = Math.max(0, limit - length);
        length += text.length;
        if (text.length <= room)
            return text;
        return text.slice(0, room) + text.slice(room).replace(/[^\n]+/g, "");
    };
    return {
        write: (chunk) => {
            const text = held + chunk;
            let out = "";
            let position = 0;
            for (;;) {
                if (mark === undefined) {
                    const opening = nextOpening(text, position);
                    if (opening === undefined) {
                        const cut = openEnd(text, position);
                        held = text.slice(cut);
                        return out + text.slice(position, cut);
                    }
                    out += text.slice(position, opening.end);
                    position = opening.end;
                    mark = opening.mark;
                    length = 0;
                }
                const index = text.indexOf(mark, position);
                if (index < 0) {
                    const cut = Math.max(position, text.length - mark.length + 1);
                    held = text.slice(cut);
                    return out + inside(text.slice(position, cut));
                }
                out += inside(text.slice(position, index)) + mark;
                position = index + mark.length;
                mark = undefined;
            }
        },
        end: () => {
            const rest = held;
            held = "";
            return rest;
        },
    };
}
function nextOpening(text, from) {
    for (let index = text.indexOf("<", from); index >= 0; index = text.indexOf("<", index + 1)) {
        // Most elements begin with a letter; only these two are worth a closer look.
        const next = text.charCodeAt(index + 1);
        if (next !== 0x21 && next !== 0x3f)
            continue;
        for (const [opening, mark] of OPENINGS)
            if (text.startsWith(opening, index))
                return { end: index + opening.length, mark };
    }
    return undefined;
}
/** Where the text's end may be the begin of an opening, else its length. */
function openEnd(text, from) {
    const index = text.lastIndexOf("<");
    if (index < from || text.length - index >= LONGEST_OPENING)
        return text.length;
    return OPENINGS.some(([opening]) => opening.startsWith(text.slice(index))) ? index : text.length;
}
//# sourceMappingURL=sections.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/text.js

/** Bytes of a report as text: a byte order mark, UTF-16 and an XML declaration's encoding are honoured. Pure. */
/** As much of a file's begin as recognising its format may need, in bytes. */
const HEAD_BYTES = 64 * 1024;
/** The longest line of a text report, in characters. */
const LINE_LIMIT = 1024 * 1024;
/** Reads up to HEAD_BYTES ahead. */
async function peek(source) {
    const iterator = source[Symbol.asyncIterator]();
    const held = [];
    let size = 0;
    while (size < HEAD_BYTES) {
        const next = await iterator.next();
        if (next.done === true)
            break;
        held.push(next.value);
        size += next.value.length;
    }
    async function* all() {
        try {
            yield* held;
            for (;;) {
                const next = await iterator.next();
                if (next.done === true)
                    return;
                yield next.value;
            }
        }
        finally {
            await iterator.return?.();
        }
    }
    return { head: Buffer.concat(held).subarray(0, HEAD_BYTES), all: all() };
}
/** The encoding's label: by byte order mark, by the XML declaration, else UTF-8. */
function encodingOf(head) {
    if (head[0] === 0xff && head[1] === 0xfe)
        return "utf-16le";
    if (head[0] === 0xfe && head[1] === 0xff)
        return "utf-16be";
    if (head[0] === 0x3c && head[1] === 0 && head[2] === 0x3f)
        return "utf-16le";
    if (head[0] === 0 && head[1] === 0x3c && head[2] === 0)
        return "utf-16be";
    const begin = Buffer.from(head.subarray(0, 256)).toString("latin1");
    return (/^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(begin)?.[1] ??
        "utf-8");
}
function decoderOf(label, file) {
    try {
        return new TextDecoder(label, { fatal: true });
    }
    catch (cause) {
        throw new errors/* UserError */.yo("report-encoding", `${file} is written in the encoding '${label}', which is not known`, {
            file,
            cause,
            hint: "Write reports in UTF-8.",
        });
    }
}
/** The text of the head, for recognising a format; a character that is cut at its end is left out. */
function headText(head, file) {
    const label = encodingOf(head);
    decoderOf(label, file);
    return new TextDecoder(label).decode(head, { stream: true });
}
/** The text of a file in chunks. Bytes that the encoding does not allow are a UserError. */
async function* decode(source, file) {
    const { head, all } = await peek(source);
    const label = encodingOf(head);
    const decoder = decoderOf(label, file);
    let bytes = 0;
    const step = (chunk) => {
        try {
            return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
        }
        catch (cause) {
            throw new errors/* UserError */.yo("report-encoding", `${file} is not valid ${label}, at or after byte ${bytes}`, {
                file,
                cause,
                hint: "The file is damaged, or was written in another encoding than it says. Write reports in UTF-8.",
            });
        }
    };
    for await (const chunk of all) {
        const text = step(chunk);
        bytes += chunk.length;
        if (text !== "")
            yield text;
    }
    const rest = step(undefined);
    if (rest !== "")
        yield rest;
}
/** The lines of a text file without their ends (LF or CRLF), as many at once as a chunk of it holds. */
async function* readLines(source, file) {
    let rest = "";
    let line = 0;
    for await (const chunk of decode(source, file)) {
        const lines = (rest + chunk).split("\n");
        rest = lines.pop() ?? "";
        line += lines.length;
        if (rest.length > LINE_LIMIT) {
            throw new errors/* UserError */.yo("report-line-too-long", `A line of ${file} is longer than ${LINE_LIMIT} characters`, { file, line: line + 1, hint: "This is no report that Sluice reads, or it is damaged." });
        }
        yield lines.map(withoutReturn);
    }
    if (rest !== "")
        yield [withoutReturn(rest)];
}
function withoutReturn(line) {
    return line.endsWith("\r") ? line.slice(0, -1) : line;
}
//# sourceMappingURL=text.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/xml.js




/**
 * XML as a stream of elements. No DTD is read and no entity resolved but XML's own five and character
 * references; depth, names and attributes have limits, so a hostile file costs no more than its size.
 * Pure: bytes come from the caller.
 */
const DEPTH_LIMIT = 256;
const ATTRIBUTE_LIMIT = 256;
/** Messages of failures stand in attributes, and diffs of large values make them long. In characters. */
const ATTRIBUTE_LENGTH_LIMIT = 16 * 1024 * 1024;
const NAME_LIMIT = 256;
/** How much text of one element is handed over, in characters. */
const TEXT_LIMIT = 64 * 1024;
/**
 * Characters that XML forbids are common in real reports (terminal colours in messages) and change no
 * structure, so they alone are let through.
 */
const HARMLESS = /: (disallowed character|malformed character entity)\.$/;
/** Reads a whole file. A file that is cut off, malformed or over a limit is a UserError with its line and column. */
async function readXml(source, file, handler) {
    const parser = new saxes/* SaxesParser */.wT({});
    const place = () => ({ file, line: parser.line, column: Math.max(1, parser.column) });
    const limit = (what) => new errors/* UserError */.yo("report-limit", `${file} has ${what}`, {
        ...place(),
        hint: "This is more than any known tool writes: the file is damaged or hostile.",
    });
    let ending = false;
    let depth = 0;
    let last = "";
    /** By depth: the text that is gathered, where it is wanted. */
    const wanted = [];
    const onText = (text) => {
        const held = wanted[depth];
        if (held !== undefined && held.length < TEXT_LIMIT)
            wanted[depth] = (held + text).slice(0, TEXT_LIMIT);
    };
    const listen = () => {
        // Without a listener the parser keeps no text, whatever its size.
        if (wanted[depth] === undefined)
            parser.off("text");
        else
            parser.on("text", onText);
    };
    parser.on("error", (error) => {
        if (HARMLESS.test(error.message))
            return;
        const message = error.message.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
        if (ending) {
            throw new errors/* UserError */.yo("report-truncated", `${file} is cut off${last === "" ? "" : ` after <${last}>`}: ${message}`, {
                ...place(),
                hint: "The tool that writes it did not finish, or the file was copied while it was written.",
            });
        }
        throw new errors/* UserError */.yo("report-malformed", `${file} is not well-formed XML: ${message}`, {
            ...place(),
            hint: "Look at that place: the tool that writes the file, or something after it, has damaged it.",
        });
    });
    parser.on("cdata", (text) => onText(text));
    parser.on("opentag", (tag) => {
        depth++;
        if (depth > DEPTH_LIMIT)
            throw limit(`elements more than ${DEPTH_LIMIT} deep`);
        if (tag.name.length > NAME_LIMIT)
            throw limit(`an element's name longer than ${NAME_LIMIT} characters`);
        const { attributes } = tag;
        let count = 0;
        for (const name in attributes) {
            if (++count > ATTRIBUTE_LIMIT)
                throw limit(`an element with more than ${ATTRIBUTE_LIMIT} attributes`);
            if ((attributes[name]?.length ?? 0) > ATTRIBUTE_LENGTH_LIMIT || name.length > NAME_LIMIT)
                throw limit(`an attribute that is too long`);
        }
        last = tag.name;
        const colon = tag.name.indexOf(":");
        const wants = handler.open({
            name: colon < 0 ? tag.name : tag.name.slice(colon + 1),
            attribute: (name) => (Object.hasOwn(attributes, name) ? attributes[name] : undefined),
            line: parser.line,
            column: Math.max(1, parser.column),
        });
        wanted[depth] = wants === true ? "" : undefined;
        listen();
    });
    parser.on("closetag", (tag) => {
        const colon = tag.name.indexOf(":");
        const text = wanted[depth];
        wanted[depth] = undefined;
        depth--;
        listen();
        handler.close(colon < 0 ? tag.name : tag.name.slice(colon + 1), text);
    });
    const trim = trimSections(TEXT_LIMIT);
    try {
        for await (const chunk of decode(source, file))
            parser.write(trim.write(chunk));
        parser.write(trim.end());
        ending = true;
        parser.close();
    }
    catch (thrown) {
        // V8 refuses a string of more than half a gigabyte: a name, an attribute or an entity without an end.
        if (thrown instanceof RangeError) {
            throw new errors/* UserError */.yo("report-limit", `${file} has a part that is too long: ${(0,errors/* errorMessage */.gJ)(thrown)}`, {
                ...place(),
                cause: thrown,
                hint: "The file is damaged or hostile.",
            });
        }
        throw thrown;
    }
}
//# sourceMappingURL=xml.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/coverage/report.js
var coverage_report = __webpack_require__(9735);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/cobertura.js



/** Reads one report. What is malformed or cut off is a UserError with line and column. */
async function readCobertura(source, file) {
    const collector = new coverage_report/* CoverageCollector */.Sf();
    const report = {
        format: "cobertura",
        files: [],
        sources: [],
        hasBranches: false,
        hasFunctions: false,
        problems: [],
    };
    const path = [];
    let current;
    let method;
    let line;
    const malformed = (element, what) => new errors/* UserError */.yo("report-malformed", `${file}: ${what}`, {
        file,
        line: element.line,
        column: element.column,
        hint: "The file is damaged, or its tool writes a form of Cobertura that Sluice does not know.",
    });
    const openLine = (element, target) => {
        const text = element.attribute("number") ?? "";
        const number = (0,coverage_report/* parseLineNumber */.P8)(text);
        const hits = (0,coverage_report/* parseHits */.KT)(element.attribute("hits") ?? "");
        if (number === undefined)
            throw malformed(element, `a <line> has the number '${text.slice(0, 60)}'`);
        if (hits === undefined)
            throw malformed(element, `line ${number} of ${target.path.slice(0, 200)} has no hits`);
        if (path.at(-2) === "method") {
            if (method === undefined)
                return;
            method.line = Math.min(method.line ?? number, number);
            method.covered ||= hits > 0;
            return;
        }
        (0,coverage_report/* addLine */.cG)(target, number, hits);
        if (element.attribute("branch")?.toLowerCase() !== "true")
            return;
        const match = /\((\d{1,9})\/(\d{1,9})\)/.exec(element.attribute("condition-coverage") ?? "");
        if (match === null)
            return;
        const total = Number(match[2]);
        line = { number, taken: Math.min(Number(match[1]), total), total, conditions: [] };
    };
    await readXml(source, file, {
        open: (element) => {
            const { name } = element;
            const parent = path.at(-1);
            if (parent === undefined && name !== "coverage")
                throw malformed(element, `the root element is <${name}>, not <coverage>`);
            if (name === "coverage" && parent === undefined) {
                report.hasBranches = ((0,coverage_report/* parseHits */.KT)(element.attribute("branches-valid") ?? "") ?? 0) > 0;
            }
            else if (name === "class") {
                current = collector.file(element.attribute("filename") ?? "");
            }
            else if (name === "method" && parent === "methods") {
                const signature = element.attribute("signature") ?? "";
                method = { name: `${element.attribute("name") ?? ""}${signature}`, line: undefined, covered: false };
            }
            else if (name === "line" && parent === "lines" && current !== undefined) {
                openLine(element, current);
            }
            else if (name === "condition" && line !== undefined) {
                line.conditions.push({
                    number: element.attribute("number") ?? "",
                    type: element.attribute("type") ?? "",
                    percent: Number.parseFloat(element.attribute("coverage") ?? ""),
                });
            }
            path.push(name);
            return name === "source";
        },
        close: (name, text) => {
            path.pop();
            if (name === "source" && text !== undefined && text.trim() !== "")
                report.sources.push(text.trim());
            else if (name === "line" && line !== undefined && current !== undefined) {
                if (line.total > 0)
                    report.hasBranches = true;
                addArms(current, line);
                line = undefined;
            }
            else if (name === "method" && method !== undefined) {
                if (method.line !== undefined && current !== undefined) {
                    report.hasFunctions = true;
                    (0,coverage_report/* addFunction */.uO)(current, method.line, method.name, method.covered);
                }
                method = undefined;
            }
            else if (name === "class")
                current = undefined;
        },
    });
    report.files = collector.files();
    return report;
}
/**
 * The arms of a line. Conditions that are jumps have two arms each and a number of their own, so that
 * reports can be united condition by condition. Where only `1/2` is known, the arms get numbers from 0, the
 * taken ones first: uniting two reports then takes the larger count of each side and never adds them, since
 * both may mean the same arm. Within a condition the same holds.
 */
function addArms(file, line) {
    const { conditions, total } = line;
    const jumps = conditions.length > 0 &&
        conditions.length * 2 === total &&
        new Set(conditions.map((each) => each.number)).size === conditions.length &&
        conditions.every((each) => each.type === "jump" && [0, 50, 100].includes(each.percent)) &&
        conditions.reduce((sum, each) => sum + each.percent / 50, 0) === line.taken;
    if (jumps) {
        for (const each of conditions) {
            (0,coverage_report/* addBranch */.ys)(file, line.number, `~${each.number}.0`, each.percent > 0);
            (0,coverage_report/* addBranch */.ys)(file, line.number, `~${each.number}.1`, each.percent === 100);
        }
        return;
    }
    // More arms than any line has: a number that would only cost memory.
    for (let arm = 0; arm < Math.min(total, 10_000); arm++)
        (0,coverage_report/* addBranch */.ys)(file, line.number, `~${arm}`, arm < line.taken);
}
//# sourceMappingURL=cobertura.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/lcov.js




/** Reads one tracefile. What is malformed or cut off is a UserError with its line. */
async function readLcov(source, file) {
    const collector = new coverage_report/* CoverageCollector */.Sf();
    const report = {
        format: "lcov",
        files: [],
        sources: [],
        hasBranches: false,
        hasFunctions: false,
        problems: [],
    };
    let record;
    let number = 0;
    let nowhere = 0;
    const malformed = (what) => new errors/* UserError */.yo("report-malformed", `${file}: ${what}`, {
        file,
        line: number,
        hint: "The file is damaged, or its tool writes a form of lcov that Sluice does not know.",
    });
    const integer = (value, what) => {
        if (value === undefined)
            throw malformed(what);
        return value;
    };
    const readLine = (raw) => {
        number++;
        const text = (number === 1 ? raw.replace(/^\ufeff/, "") : raw).trimEnd();
        if (text === "" || text.startsWith("#"))
            return;
        if (text === "end_of_record") {
            if (record === undefined)
                throw malformed("end_of_record without a record");
            endRecord(record, file);
            record = undefined;
            return;
        }
        const colon = text.indexOf(":");
        const key = text.slice(0, colon);
        const value = text.slice(colon + 1);
        if (colon < 0)
            throw malformed(`'${text.slice(0, 60)}' is no line of a tracefile`);
        if (key === "TN")
            return;
        if (key === "SF") {
            if (record !== undefined)
                throw malformed("a record begins before the one above has ended");
            record = {
                file: collector.file(value),
                line: number,
                lines: 0,
                branches: 0,
                functions: new Map(),
                indexed: new Map(),
                totals: new Map(),
            };
            return;
        }
        if (record === undefined)
            throw malformed(`'${text.slice(0, 60)}' stands outside of a record`);
        switch (key) {
            case "DA": {
                const comma = value.indexOf(",");
                const line = comma < 0 ? value : value.slice(0, comma);
                const end = value.indexOf(",", comma + 1);
                const hits = comma < 0 ? "" : value.slice(comma + 1, end < 0 ? value.length : end);
                const count = (0,coverage_report/* parseHits */.KT)(hits);
                if (count === undefined)
                    throw malformed(`DA:${value.slice(0, 60)} has no count of hits`);
                const at = (0,coverage_report/* parseLineNumber */.P8)(line);
                // Old versions of istanbul write lines 0 and undefined for code that has no place.
                if (at === undefined && line !== "0" && line !== "undefined")
                    throw malformed(`DA:${value.slice(0, 60)} has no line number`);
                if (at === undefined)
                    nowhere++;
                else
                    (0,coverage_report/* addLine */.cG)(record.file, at, count);
                record.lines++;
                break;
            }
            case "BRDA":
                report.hasBranches = true;
                record.branches++;
                readBranch(record.file, value, malformed);
                break;
            case "FN": {
                report.hasFunctions = true;
                const match = /^(\d+),(?:(\d+),)?(.*)$/.exec(value);
                const line = integer(match?.[1], `FN:${value.slice(0, 60)} has no line number`);
                named(record, match?.[3] ?? "").places.push({ line: Number(line), hits: 0 });
                break;
            }
            case "FNDA": {
                report.hasFunctions = true;
                const comma = value.indexOf(",");
                const hits = integer(comma < 0 ? undefined : (0,coverage_report/* parseHits */.KT)(value.slice(0, comma)), `FNDA:${value.slice(0, 60)} has no count of hits`);
                addCount(named(record, value.slice(comma + 1)), hits);
                break;
            }
            case "FNL": {
                report.hasFunctions = true;
                const [index = "", line = ""] = value.split(",");
                const at = integer((0,coverage_report/* parseLineNumber */.P8)(line), `FNL:${value.slice(0, 60)} has no line number`);
                record.indexed.set(index, { line: at, name: undefined, covered: false });
                break;
            }
            case "FNA": {
                const match = /^([^,]*),([^,]*),(.*)$/.exec(value);
                const known = integer(match === null ? undefined : record.indexed.get(match[1] ?? ""), `FNA:${value.slice(0, 60)} belongs to no FNL`);
                const hits = integer((0,coverage_report/* parseHits */.KT)(match?.[2] ?? ""), `FNA:${value.slice(0, 60)} has no count of hits`);
                known.name ??= match?.[3];
                known.covered ||= hits > 0;
                break;
            }
            case "LF":
            case "FNF":
            case "BRF":
                if (key === "BRF")
                    report.hasBranches = true;
                if (key === "FNF")
                    report.hasFunctions = true;
                record.totals.set(key, (0,coverage_report/* parseHits */.KT)(value) ?? 0);
                break;
            default:
                // LH, FNH, BRH, VER, MCDC and what later versions add say nothing that is counted here.
                if (!/^[A-Z]{2,8}$/.test(key))
                    throw malformed(`'${text.slice(0, 60)}' is no line of a tracefile`);
        }
    };
    for await (const lines of readLines(source, file))
        for (const raw of lines)
            readLine(raw);
    if (record !== undefined) {
        throw new errors/* UserError */.yo("report-truncated", `${file} is cut off: the record of ${JSON.stringify(record.file.path.slice(0, 200))} that begins in line ${record.line} has no end_of_record`, {
            file,
            line: number,
            column: 1,
            hint: "The tool that writes it did not finish, or the file was copied while it was written.",
        });
    }
    if (nowhere > 0) {
        report.problems.push((0,problem/* problem */.CC)("warning", "coverage-without-line", `${file}: ${nowhere} DA lines have no line number and count nothing`, {
            file,
        }));
    }
    report.files = collector.files();
    return report;
}
function named(record, name) {
    const known = record.functions.get(name);
    if (known !== undefined)
        return known;
    const made = { places: [], counted: 0 };
    record.functions.set(name, made);
    return made;
}
/** A name that is counted more often than it has places counts for its last place, or for one without a line. */
function addCount(functions, hits) {
    const place = functions.places[functions.counted] ?? functions.places.at(-1);
    functions.counted++;
    if (place === undefined)
        functions.places.push({ line: 0, hits });
    else
        place.hits = Math.max(place.hits, hits);
}
/** `BRDA:line,[e|f][U]block,branch,taken`, in which branch may be text with commas. */
function readBranch(file, value, malformed) {
    const match = /^(\d+),([ef]?)(U?)([^,]*),(.*),([^,]*)$/.exec(value);
    const line = (0,coverage_report/* parseLineNumber */.P8)(match?.[1] ?? "");
    if (match === null || line === undefined)
        throw malformed(`BRDA:${value.slice(0, 60)} is no branch`);
    const [, , kind = "", unreachable, block = "", branch = "", taken = ""] = match;
    const hits = taken === "-" ? 0 : (0,coverage_report/* parseHits */.KT)(taken);
    if (hits === undefined)
        throw malformed(`BRDA:${value.slice(0, 60)} has no count`);
    // A branch that can't be reached is not one to be covered.
    if (unreachable === "U")
        return;
    (0,coverage_report/* addBranch */.ys)(file, line, `${kind}${block},${branch}`, hits > 0);
}
function endRecord(record, file) {
    const counted = [
        ["LF", record.lines, "lines (DA)"],
        ["BRF", record.branches, "branches (BRDA)"],
        ["FNF", record.functions.size + record.indexed.size, "functions (FN)"],
    ];
    for (const [key, found, what] of counted) {
        const total = record.totals.get(key) ?? 0;
        if (total === 0 || found > 0)
            continue;
        throw new errors/* UserError */.yo("coverage-totals-only", `${file}: the record of ${JSON.stringify(record.file.path.slice(0, 200))} has a total (${key}:${total}) and no ${what}`, {
            file,
            line: record.line,
            hint: "Totals can't be merged or compared with a change: let the tool write the whole report (cargo llvm-cov without --summary-only).",
        });
    }
    for (const [name, { places }] of record.functions)
        for (const each of places)
            (0,coverage_report/* addFunction */.uO)(record.file, each.line, name, each.hits > 0);
    for (const each of record.indexed.values())
        (0,coverage_report/* addFunction */.uO)(record.file, each.line, each.name ?? "(no name)", each.covered);
}
//# sourceMappingURL=lcov.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/formats.js

const SUPPORTED = "Supported are JUnit XML for tests, and lcov and Cobertura XML for coverage.";
/** What other formats look like, so that the error can name them. */
const OTHER_ROOTS = new Map([
    ["report", "a JaCoCo report"],
    ["TestRun", "a TRX report"],
    ["test-run", "an NUnit 3 report"],
    ["test-results", "an NUnit 2 report"],
    ["assemblies", "an xUnit.net report"],
    ["assembly", "an xUnit.net report"],
    ["CoverageSession", "an OpenCover report"],
    ["failsafe-summary", "Failsafe's summary, which lists no tests"],
]);
/** The format of a file that begins with this text; a UserError that says what it looks like instead. */
function recognise(begin, file) {
    const text = begin.replace(/^\ufeff/, "").trimStart();
    if (text === "") {
        throw new errors/* UserError */.yo("report-empty", `${file} is empty`, {
            file,
            hint: "The tool that should write it did not finish, or writes elsewhere.",
        });
    }
    if (text.startsWith("<"))
        return recogniseXml(text, file);
    const first = text.split(/\r?\n/).find((line) => line.trim() !== "" && !line.startsWith("#"));
    if (first !== undefined && /^(TN|SF):/.test(first))
        return "lcov";
    throw unsupported(file, otherText(text, first));
}
function recogniseXml(text, file) {
    const root = rootOf(text);
    const name = root?.name.replace(/^.*:/, "");
    if (root === undefined || name === undefined)
        throw unsupported(file, "is XML whose first element is not found in its first 64 KiB");
    if (name === "testsuites" || name === "testsuite")
        return "junit";
    if (name === "coverage") {
        if (/\s(clover|generated)\s*=/.test(root.tag))
            throw unsupported(file, "looks like a Clover report");
        if (/\sline-rate\s*=/.test(root.tag) || /<(packages|sources)\b/.test(root.rest))
            return "cobertura";
    }
    const known = OTHER_ROOTS.get(name);
    throw unsupported(file, known === undefined
        ? `is XML with the root element <${name.slice(0, 60)}>, which no supported format has`
        : `looks like ${known}`);
}
/** The root element's start tag, past declarations, comments and a DOCTYPE. */
function rootOf(text) {
    let position = 0;
    const skip = (mark) => {
        const end = text.indexOf(mark, position);
        position = end < 0 ? text.length : end + mark.length;
    };
    for (;;) {
        position = text.indexOf("<", position);
        if (position < 0)
            return undefined;
        if (text.startsWith("<!--", position))
            skip("-->");
        else if (text.startsWith("<?", position))
            skip("?>");
        else if (text.startsWith("<!", position)) {
            const bracket = text.indexOf("[", position);
            const end = text.indexOf(">", position);
            if (bracket >= 0 && bracket < end)
                skip("]");
            skip(">");
        }
        else {
            const end = text.indexOf(">", position);
            const tag = text.slice(position, end < 0 ? text.length : end);
            const name = /^<([^\s/>]+)/.exec(tag)?.[1];
            return name === undefined ? undefined : { name, tag, rest: text.slice(position + tag.length) };
        }
    }
}
function otherText(text, first) {
    if (/^mode: (set|count|atomic)/.test(text))
        return "looks like a Go coverage profile";
    if (/^TAP version /.test(text) || /^1\.\.\d+/.test(text))
        return "looks like TAP";
    if (/^[{[]/.test(text))
        return "looks like JSON";
    return `begins with ${JSON.stringify((first ?? text).slice(0, 60))}, which no supported format does`;
}
function unsupported(file, what) {
    return new errors/* UserError */.yo("report-format", `${file} ${what}`, { file, hint: SUPPORTED });
}
//# sourceMappingURL=formats.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/merge.js
var merge = __webpack_require__(6830);
// EXTERNAL MODULE: ./.cache/bundles/evidence/tests/report.js
var report = __webpack_require__(8680);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/junit.js




/** Words in `status` and `result` of a case that say what no child element says. */
const FAILED_WORDS = new Set(["failed", "failure", "fail", "error", "errored", "broken"]);
const SKIPPED_WORDS = new Set(["disabled", "notrun", "ignored", "skipped", "suppressed", "pending"]);
/** Reads one report into the collector. A file that is no JUnit XML or is cut off is a UserError with its place. */
async function readJunit(source, file, collector) {
    const frames = [];
    let differs = false;
    const suiteStart = (element) => ({
        kind: "suite",
        name: element.attribute("name") ?? "",
        tests: count(element, "tests"),
        failures: count(element, "failures"),
        errors: count(element, "errors"),
        skips: count(element, "skipped") + count(element, "disabled"),
        counted: 0,
        failing: 0,
        reruns: false,
        pending: undefined,
    });
    /** The innermost suite or case: an element that is not known hides nothing that is inside of it. */
    const enclosing = () => frames.findLast((frame) => frame.kind !== "other");
    const settle = (suite) => {
        const { pending } = suite;
        suite.pending = undefined;
        if (pending !== undefined)
            addCase(pending, collector);
    };
    const endCase = (test, suite) => {
        suite.counted++;
        if (test.failure !== undefined || test.error !== undefined)
            suite.failing++;
        if (test.rerun !== undefined)
            suite.reruns = true;
        const before = suite.pending;
        // pytest-rerunfailures writes one empty case for each try that failed, and the last try as it ended.
        // Only a try leaves an empty case of the same name: names are unique in pytest.
        if (before !== undefined && sameTest(before, test) && isBare(before)) {
            suite.pending = undefined;
            suite.reruns = true;
            test.rerun ??= { type: undefined, message: undefined };
        }
        else
            settle(suite);
        if (suite.name === "pytest")
            suite.pending = test;
        else
            addCase(test, collector);
    };
    const endSuite = (suite) => {
        settle(suite);
        const said = suite.failures + suite.errors;
        if (suite.counted === 0) {
            const total = Math.max(suite.tests, said + suite.skips);
            if (total > 0)
                addSuiteNumbers(suite, total, collector);
            suite.counted = total;
            suite.failing = said;
        }
        else if (said > suite.failing && !suite.reruns && !differs) {
            differs = true;
            collector.problems.push((0,problem/* problem */.CC)("warning", "report-counts-differ", `${file}: suite '${suite.name.slice(0, 200)}' says ${said} failures and lists ${suite.failing}`, {
                file,
                hint: "The cases are what counts. A case that is missing shows only in the command's exit code.",
            }));
        }
        const parent = enclosing();
        if (parent?.kind !== "suite")
            return;
        parent.counted += suite.counted;
        parent.failing += suite.failing;
        parent.reruns ||= suite.reruns;
    };
    await readXml(source, file, {
        open: (element) => {
            const parent = frames.at(-1);
            const { name } = element;
            if (parent === undefined && name !== "testsuite" && name !== "testsuites") {
                throw new errors/* UserError */.yo("report-format", `${file} is no JUnit XML: its root element is <${name}>`, {
                    file,
                    line: element.line,
                    column: element.column,
                });
            }
            if ((name === "testsuite" || name === "testsuites") && enclosing()?.kind !== "case")
                frames.push(suiteStart(element));
            else if (name === "testcase" && enclosing()?.kind === "suite")
                frames.push(caseStart(element));
            else {
                if (parent?.kind === "case")
                    childOfCase(parent, element);
                else if (parent?.kind === "suite" && (name === "failure" || name === "error")) {
                    parent.counted++;
                    parent.failing++;
                    collector.add(name === "error" ? "error" : "failed", {
                        name: parent.name === "" ? "(suite)" : parent.name,
                        ...told(failureOf(element)),
                    });
                }
                frames.push({ kind: "other" });
            }
            return undefined;
        },
        close: () => {
            const frame = frames.pop();
            const parent = enclosing();
            if (frame?.kind === "case" && parent?.kind === "suite")
                endCase(frame, parent);
            else if (frame?.kind === "suite")
                endSuite(frame);
        },
    });
}
function caseStart(element) {
    const words = [element.attribute("status"), element.attribute("result")].map((each) => each?.toLowerCase());
    const line = Number(element.attribute("line"));
    const className = element.attribute("classname") ?? element.attribute("class");
    const failed = words.some((each) => each !== undefined && FAILED_WORDS.has(each));
    return {
        kind: "case",
        name: element.attribute("name") ?? "",
        className: className === "" ? undefined : className,
        file: element.attribute("file"),
        line: Number.isSafeInteger(line) && line > 0 ? line : undefined,
        failure: failed ? { type: undefined, message: undefined } : undefined,
        error: undefined,
        rerun: undefined,
        skipped: words.some((each) => each !== undefined && SKIPPED_WORDS.has(each)),
        todo: false,
        message: undefined,
    };
}
function childOfCase(test, element) {
    const failure = failureOf(element);
    switch (element.name) {
        case "failure":
            if (test.failure?.message === undefined)
                test.failure = failure;
            break;
        case "error":
            test.error ??= failure;
            break;
        case "skipped":
        case "ignored":
            test.skipped = true;
            // Node's runner runs a test that is marked as to be done, and its failure fails nothing.
            if (failure.type === "todo")
                test.todo = true;
            test.message ??= failure.message;
            break;
        case "flakyFailure":
        case "flakyError":
        case "rerunFailure":
        case "rerunError":
            test.rerun ??= failure;
            break;
    }
}
function failureOf(element) {
    return { type: element.attribute("type"), message: element.attribute("message") };
}
function statusOf(test) {
    if (test.todo)
        return "skipped";
    if (test.failure !== undefined)
        return "failed";
    if (test.error !== undefined)
        return "error";
    if (test.skipped)
        return "skipped";
    return test.rerun === undefined ? "passed" : "flaky";
}
function addCase(test, collector) {
    const status = statusOf(test);
    const failure = status === "skipped"
        ? { type: undefined, message: test.message }
        : (test.failure ?? test.error ?? test.rerun);
    const name = test.className === undefined ? test.name : `${test.className} > ${test.name}`;
    collector.add(status, {
        name: name === "" ? "(no name)" : name,
        ...(test.className === undefined ? {} : { class: test.className }),
        ...told(failure),
        ...(test.file === undefined || test.file === "" ? {} : { file: test.file }),
        ...(test.line === undefined ? {} : { line: test.line }),
    });
}
/** A suite that lists nothing: it could not be loaded, or its tool writes numbers only. */
function addSuiteNumbers(suite, total, collector) {
    const name = suite.name === "" ? "(suite)" : suite.name;
    const one = (status, times) => {
        for (let index = 0; index < Math.min(times, 100); index++)
            collector.add(status, { name, message: "The suite says that it failed and lists no test" });
    };
    one("failed", suite.failures);
    one("error", suite.errors);
    const skipped = Math.min(suite.skips, total - suite.failures - suite.errors);
    collector.addCounts({
        passed: total - suite.failures - suite.errors - skipped,
        failed: suite.failures - Math.min(suite.failures, 100),
        errors: suite.errors - Math.min(suite.errors, 100),
        skipped,
        flaky: 0,
    });
}
function told(failure) {
    return {
        ...(failure?.type === undefined || failure.type === "" ? {} : { type: failure.type.slice(0, 300) }),
        ...(failure?.message === undefined || failure.message === ""
            ? {}
            : { message: failure.message.slice(0, report/* MESSAGE_LIMIT */.Gy) }),
    };
}
function sameTest(a, b) {
    return a.name === b.name && a.className === b.className && a.file === b.file;
}
/** No child says anything: passed, or a try that pytest-rerunfailures leaves empty. */
function isBare(test) {
    return test.failure === undefined && test.error === undefined && !test.skipped;
}
/** Some tools write `1,234`; what is no number is none. */
function count(element, name) {
    const value = Number(element.attribute(name)?.replaceAll(",", "").trim());
    return Number.isSafeInteger(value) && value > 0 ? value : 0;
}
//# sourceMappingURL=junit.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/read.js









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
        const collector = new report/* TestCollector */.gl(request.asked);
        for (const path of await find("results", request.results)) {
            const { format, source } = await read_open(files, path);
            if (format !== "junit")
                throw otherKind(path, "results", `a coverage report (${format})`);
            await readJunit(source, path, collector);
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
        const parts = [];
        const unmatched = new Set();
        for (const path of await find("coverage", request.coverage)) {
            const report = await readCoverage(files, path);
            reports.problems.push(...report.problems);
            const matched = matchFiles(report, path, request);
            for (const each of matched.unmatched)
                unmatched.add(each);
            await refuseOtherCommit(files, matched.files, path);
            parts.push(matched.files);
        }
        if (parts.length > 0) {
            if (unmatched.size > UNMATCHED_LIMIT) {
                reports.problems.push((0,problem/* problem */.CC)("notice", "coverage-unmatched", `${unmatched.size} paths in reports are no files of the repository`, {
                    hint: `The first ${UNMATCHED_LIMIT} are listed.`,
                }));
            }
            reports.coverage = {
                files: (0,merge/* mergeCoverage */.P)(parts),
                unmatched: [...unmatched].sort().slice(0, UNMATCHED_LIMIT),
            };
        }
    }
    return reports;
}
async function read_open(files, path) {
    const { head, all } = await peek(files.open(path));
    return { format: recognise(headText(head, path), path), source: all };
}
async function readCoverage(files, path) {
    const { format, source } = await read_open(files, path);
    if (format === "junit")
        throw otherKind(path, "coverage", "a test report (JUnit XML)");
    return format === "lcov" ? readLcov(source, path) : readCobertura(source, path);
}
function refuseTracked(path, tracked) {
    if (!tracked.has(path))
        return;
    throw new errors/* UserError */.yo("report-tracked", `${path} is a report that git tracks, so it may be of another run`, {
        file: path,
        hint: `Remove it from the repository (git rm --cached) and add it to .gitignore.`,
    });
}
function otherKind(path, declared, is) {
    return new errors/* UserError */.yo("report-kind", `${path} is declared under '${declared}' and is ${is}`, {
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
        });
        if (answer.kind === "ambiguous") {
            const { candidates } = answer;
            const shown = candidates.slice(0, 5).join(", ") + (candidates.length > 5 ? ", …" : "");
            throw new errors/* UserError */.yo("coverage-path-ambiguous", `${file} names '${raw.path.slice(0, 300)}', which may be any of ${candidates.length} files: ${shown}`, { file, hint: "Let the tool write paths relative to the service or to the repository." });
        }
        if (answer.kind === "none")
            unmatched.push(raw.path.slice(0, 500));
        else
            matched.push(fileCoverage(raw, answer.path, report));
    }
    return { files: (0,merge/* mergeCoverage */.P)([matched]), unmatched };
}
function fileCoverage(raw, path, report) {
    return {
        path,
        lines: [...raw.lines].sort((a, b) => a[0] - b[0]),
        branches: report.hasBranches
            ? [...raw.branches].flatMap(([line, arms]) => [...arms].map(([key, covered]) => [line, key, covered]))
            : null,
        functions: report.hasFunctions
            ? [...raw.functions.values()].map((each) => [
                each.line,
                each.name,
                each.covered,
            ])
            : null,
    };
}
/** A line past a file's end shows that the report was made from another state of it. */
async function refuseOtherCommit(files, covered, report) {
    for (const each of covered) {
        const last = each.lines.at(-1)?.[0];
        if (last === undefined)
            continue;
        const count = await files.lineCount(each.path);
        if (count === undefined || last <= count)
            continue;
        throw new errors/* UserError */.yo("report-of-another-commit", `${report} names line ${last} of ${each.path}, which has ${count}: it belongs to another commit`, { file: report, hint: "Run the tests again on this commit, and read only reports that they write." });
    }
}
//# sourceMappingURL=read.js.map

/***/ }),

/***/ 8680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gy: () => (/* binding */ MESSAGE_LIMIT),
/* harmony export */   gl: () => (/* binding */ TestCollector),
/* harmony export */   kq: () => (/* binding */ NOTABLE_LIMIT)
/* harmony export */ });
/** What a test report says, in the same form for every format. Pure. */
/** How many tests of each kind are listed (evidence.v1). */
const NOTABLE_LIMIT = 1000;
/** The most of a failure's message that is kept, in characters. */
const MESSAGE_LIMIT = 4096;
/** From good to bad. */
const ORDER = ["passed", "flaky", "skipped", "failed", "error"];
/** Gathers tests one by one, holding no more than the notable ones. */
class TestCollector {
    counts = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };
    problems = [];
    #failing = [];
    #flaky = [];
    #skipped = [];
    #asked;
    #statuses = new Map();
    /** `asked` holds names (`class > name`) whose status is wanted, however good it is. */
    constructor(asked = new Set()) {
        this.#asked = asked;
    }
    /** Counts one test. */
    add(status, test) {
        this.counts.total++;
        if (status === "failed")
            this.counts.failed++;
        else if (status === "error")
            this.counts.errors++;
        else if (status === "skipped")
            this.counts.skipped++;
        else
            this.counts.passed++;
        if (status === "flaky")
            this.counts.flaky++;
        if (this.#asked.has(test.name)) {
            const before = this.#statuses.get(test.name);
            if (before === undefined || ORDER.indexOf(status) > ORDER.indexOf(before))
                this.#statuses.set(test.name, status);
        }
        if (status === "passed")
            return;
        const list = status === "flaky" ? this.#flaky : status === "skipped" ? this.#skipped : this.#failing;
        if (list.length < NOTABLE_LIMIT)
            list.push({ ...test, status });
    }
    /** Counts tests of which only the numbers are known. */
    addCounts(counts) {
        this.counts.passed += counts.passed;
        this.counts.failed += counts.failed;
        this.counts.errors += counts.errors;
        this.counts.skipped += counts.skipped;
        this.counts.flaky += counts.flaky;
        this.counts.total += counts.passed + counts.failed + counts.errors + counts.skipped;
    }
    /** Everything so far. */
    report() {
        const all = [...this.#failing, ...this.#flaky, ...this.#skipped];
        const notable = all.slice(0, NOTABLE_LIMIT);
        const { failed, errors, flaky, skipped } = this.counts;
        const failing = notable.filter((each) => each.status === "failed" || each.status === "error").length;
        return {
            counts: { ...this.counts },
            notable,
            notableLeft: failed + errors + flaky + skipped - notable.length,
            failedLeft: failed + errors - failing,
            statuses: this.#statuses,
            problems: this.problems,
        };
    }
}
//# sourceMappingURL=report.js.map

/***/ }),

/***/ 4478:
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

/***/ })

};
