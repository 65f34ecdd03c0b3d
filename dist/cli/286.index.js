export const id = 286;
export const ids = [286];
export const modules = {

/***/ 2286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gateAction: () => (/* binding */ gateAction)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
// EXTERNAL MODULE: ./.cache/bundles/catalog/paths.js
var paths = __webpack_require__(8538);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(3786);
// EXTERNAL MODULE: ./.cache/bundles/runner/inputs.js
var inputs = __webpack_require__(9088);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/found-files.js







/**
 * Finding and reading files that others made: links are not followed, globs stay in the folder, and both the
 * size of a file and the number of files have a limit.
 */
/** The most files that globs may find. */
const FILE_LIMIT = 10_000;
/** The largest file of evidence, in bytes. */
const SIZE_LIMIT = 64 * 1024 * 1024;
/** The most entries of folders that are looked at. */
const WALK_LIMIT = 1_000_000;
/** Paths, relative to `root`, of the files that a glob matches, sorted. Links are left out. */
async function findFiles(root, glob, input) {
    const pattern = glob.replaceAll("\\", "/").replace(/^(\.\/)+/, "");
    if (pattern === "" || pattern.length > paths/* GLOB_LIMIT */.xv) {
        throw new errors/* UserError */.yo("glob-invalid", `Input '${input}' has ${(0,inputs/* quote */.hD)(glob)}, which is no glob`, {
            input,
            hint: `Write a path such as sluice-evidence/**, of at most ${paths/* GLOB_LIMIT */.xv} characters.`,
        });
    }
    const { base } = picomatch.scan(pattern);
    if (pattern.startsWith("/") || /^[A-Za-z]:/.test(pattern) || pattern.split("/").includes("..")) {
        throw new errors/* UserError */.yo("glob-outside", `Input '${input}' has the glob ${(0,inputs/* quote */.hD)(glob)}, which leaves the working directory`, {
            input,
            hint: "Write a path that is relative to the working directory and has no '..'.",
        });
    }
    // Without a special character the whole pattern is its base: a file, or nothing.
    const start = picomatch.scan(pattern).glob === "" ? folderOf(pattern) : base;
    if (!(await isPlainFolder(root, start)))
        return [];
    const matches = picomatch(pattern);
    const found = [];
    const open = [start === "" ? "." : start];
    let seen = 0;
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
        for (const entry of await (0,promises_.readdir)((0,external_node_path_.join)(root, folder), { withFileTypes: true })) {
            if (++seen > WALK_LIMIT)
                throw tooMany(input, glob, `more than ${WALK_LIMIT} entries below ${folder}`);
            const path = folder === "." ? entry.name : `${folder}/${entry.name}`;
            if (entry.isDirectory() && entry.name !== ".git")
                open.push(path);
            else if (entry.isFile() && matches(path))
                found.push(path);
            if (found.length > FILE_LIMIT)
                throw tooMany(input, glob, `more than ${FILE_LIMIT} files`);
        }
    }
    return found.sort();
}
function folderOf(path) {
    const slash = path.lastIndexOf("/");
    return slash < 0 ? "" : path.slice(0, slash);
}
/** A folder that is reached without a link. */
async function isPlainFolder(root, folder) {
    const path = (0,external_node_path_.join)(root, folder);
    const stat = await (0,promises_.lstat)(path).catch(() => undefined);
    if (stat?.isDirectory() !== true)
        return false;
    return (await (0,promises_.realpath)(path)) === (0,external_node_path_.join)(await (0,promises_.realpath)(root), folder);
}
function tooMany(input, glob, what) {
    return new errors/* UserError */.yo("glob-too-wide", `Input '${input}' has the glob ${(0,inputs/* quote */.hD)(glob)}, which finds ${what}`, {
        input,
        hint: "Write a narrower glob.",
    });
}
/** The text of a file that `findFiles` found, or why it can't be had. */
async function readFound(root, path) {
    let handle;
    try {
        handle = await (0,promises_.open)((0,external_node_path_.join)(root, path), external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW);
    }
    catch (cause) {
        return { why: (0,errors/* errorMessage */.gJ)(cause) };
    }
    try {
        const stat = await handle.stat();
        if (!stat.isFile())
            return { why: "it is no file" };
        if (stat.size > SIZE_LIMIT)
            return { why: `it is larger than ${SIZE_LIMIT / 1024 / 1024} MiB` };
        const bytes = await handle.readFile();
        return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
    }
    catch (cause) {
        return { why: (0,errors/* errorMessage */.gJ)(cause) };
    }
    finally {
        await handle.close();
    }
}
//# sourceMappingURL=found-files.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/go-modules.js
var go_modules = __webpack_require__(8954);
// EXTERNAL MODULE: ./.cache/bundles/evidence/handing-on/expressible.js
var expressible = __webpack_require__(5984);
// EXTERNAL MODULE: ./.cache/bundles/evidence/paths.js + 2 modules
var evidence_paths = __webpack_require__(5293);
// EXTERNAL MODULE: ./.cache/bundles/graph/due.js + 2 modules
var graph_due = __webpack_require__(679);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem.js
var problem = __webpack_require__(1806);
// EXTERNAL MODULE: ./.cache/bundles/catalog/service.js
var catalog_service = __webpack_require__(3429);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/thresholds.js


/** Bars for coverage, in percent, and which of several holds. Pure. */
const BAR_KEYS = ["lines", "branches", "functions", "patch", "file"];
/** The bars of a manifest or of the settings. `ratchet` is a UserError: it would be a bar that nobody keeps. */
function barsOf(thresholds, file) {
    if (thresholds?.ratchet !== undefined && thresholds.ratchet !== false)
        throw ratchetNotSupported({ file });
    const bars = {};
    for (const key of BAR_KEYS) {
        const value = thresholds?.[key];
        if (value !== undefined)
            bars[key] = value;
    }
    return bars;
}
/** The lines `key: percent` of the input `thresholds`. */
function parseThresholds(lines) {
    const bars = {};
    for (const line of lines) {
        const [, name = "", text = ""] = /^([A-Za-z-]+)\s*:\s*(.*)$/.exec(line) ?? [];
        if (name === "ratchet")
            throw ratchetNotSupported({ input: "thresholds" });
        const key = BAR_KEYS.find((each) => each === name);
        if (key === undefined) {
            throw new errors/* UserError */.yo("threshold-unknown", `Input 'thresholds' has the line ${(0,inputs/* quote */.hD)(line)}`, {
                input: "thresholds",
                hint: `Write a line such as 'lines: 80'; keys are ${BAR_KEYS.join(", ")}.${(0,inputs/* didYouMean */.au)(name, BAR_KEYS)}`,
            });
        }
        const value = /^\d{1,3}(\.\d{1,6})?\s*%?$/.test(text) ? Number.parseFloat(text) : Number.NaN;
        if (!(value >= 0 && value <= 100)) {
            throw new errors/* UserError */.yo("threshold-invalid", `Input 'thresholds' has no percentage in ${(0,inputs/* quote */.hD)(line)}`, {
                input: "thresholds",
                hint: `Write a number from 0 to 100, such as '${key}: 80'.`,
            });
        }
        if (bars[key] !== undefined) {
            throw new errors/* UserError */.yo("threshold-twice", `Input 'thresholds' has '${key}' twice`, {
                input: "thresholds",
                hint: "Keep one of the two lines.",
            });
        }
        bars[key] = value;
    }
    return bars;
}
/** `over` where it has a bar, else `under`: a manifest's value replaces the default. */
function replaceBars(under, over) {
    return { ...under, ...over };
}
/** Of each bar the higher one. */
function stricterBars(...all) {
    const bars = {};
    for (const each of all) {
        for (const key of BAR_KEYS) {
            const value = each[key];
            if (value !== undefined)
                bars[key] = Math.max(value, bars[key] ?? 0);
        }
    }
    return bars;
}
function ratchetNotSupported(place) {
    return new errors/* UserError */.yo("ratchet-not-supported", "The threshold 'ratchet' is not supported yet", {
        ...place,
        hint: "Remove 'ratchet', and use 'lines' and 'patch' until it is.",
    });
}
//# sourceMappingURL=thresholds.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/due.js




function parseRequire(lines) {
    return lines.map((line) => {
        const match = /^(?:([^\s:]+)\s*:\s*)?([A-Za-z0-9][\w.-]*)$/.exec(line);
        if (match?.[2] !== undefined)
            return { service: match[1], level: match[2] };
        throw new errors/* UserError */.yo("require-invalid", `Input 'require' has the line ${(0,inputs/* quote */.hD)(line)}`, {
            input: "require",
            hint: "Write a level (unit), coverage, or service:level (cart:unit).",
        });
    });
}
/** All that is due, sorted by service. A request that no manifest can meet is a UserError. */
function whatIsDue(question) {
    const due = question.policy.declared ? dueByManifests(question) : dueByRequest(question);
    return due.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
function dueByManifests({ policy, services, require, thresholds }) {
    const known = new Map(policy.services.map((service) => [service.name, service]));
    const due = new Map();
    const find = (name, input) => {
        const service = known.get(name);
        if (service !== undefined)
            return service;
        throw new errors/* UserError */.yo("service-unknown", `Input '${input}' names service ${(0,inputs/* quote */.hD)(name)}, which no manifest declares`, {
            input,
            hint: `Services are ${[...known.keys()].slice(0, 20).join(", ")}.${(0,inputs/* didYouMean */.au)(name, known.keys())}`,
        });
    };
    for (const name of services ?? known.keys()) {
        if (!policy.gone.has(name))
            due.set(name, find(name, "services"));
    }
    for (const service of policy.services)
        if (service.deleted)
            due.set(service.name, service);
    for (const each of require) {
        if (each.service !== undefined)
            due.set(each.service, find(each.service, "require"));
        checkDeclared(each, policy.services);
    }
    return [...due.values()].map((service) => {
        const asked = require.filter((each) => each.service === undefined || each.service === service.name);
        const levels = [...service.levels.values()].filter(({ level }) => level !== catalog_service/* BEHIND_THE_GATE */.Pr || asked.some((each) => each.level === level));
        return {
            name: service.name,
            path: service.path,
            levels: levels.map(({ level, results, coverage, line }) => ({
                level,
                results,
                coverage,
                file: service.manifest,
                line,
            })),
            coverage: asked.some((each) => each.level === "coverage"),
            bars: stricterBars(service.bars, thresholds),
        };
    });
}
function checkDeclared(each, services) {
    if (each.level === "coverage")
        return;
    const asked = services.filter(({ name }) => each.service === undefined || each.service === name);
    if (asked.some(({ levels }) => levels.has(each.level)))
        return;
    const levels = new Set(asked.flatMap(({ levels }) => [...levels.keys()]));
    const who = each.service === undefined ? "no manifest declares" : `service '${each.service}' does not declare`;
    throw new errors/* UserError */.yo("level-unknown", `Input 'require' names level ${(0,inputs/* quote */.hD)(each.level)}, which ${who}`, {
        input: "require",
        hint: `Declared are ${[...levels].join(", ") || "none"}.${(0,inputs/* didYouMean */.au)(each.level, levels)}`,
    });
}
/** Without manifests whatever is asked for is due, under any name. */
function dueByRequest({ policy, services, require, reports, thresholds }) {
    const own = policy.services[0];
    const bars = stricterBars(policy.defaults, own?.bars ?? {}, thresholds);
    const due = new Map();
    const service = (name) => {
        const found = due.get(name) ?? { levels: new Map(), coverage: false };
        due.set(name, found);
        return found;
    };
    const names = services ?? (own === undefined ? [] : [own.name]);
    const ask = (name, level, results) => {
        if (level === "coverage")
            service(name).coverage = true;
        else if (service(name).levels.get(level)?.results !== true)
            service(name).levels.set(level, { level, results, coverage: false, file: undefined, line: undefined });
    };
    for (const each of require) {
        for (const name of each.service === undefined ? names : [each.service])
            ask(name, each.level, false);
    }
    for (const line of reports) {
        const name = line.service ?? own?.name;
        if (name !== undefined)
            ask(name, line.kind === "coverage" ? "coverage" : line.level, true);
    }
    if (services !== undefined)
        for (const name of services)
            service(name);
    else if (own !== undefined && Object.keys(bars).length > 0)
        service(own.name);
    return [...due].map(([name, { levels, coverage }]) => ({
        name,
        path: name === own?.name ? own.path : undefined,
        levels: [...levels.values()],
        coverage,
        bars,
    }));
}
//# sourceMappingURL=due.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/evidence.js
var evidence = __webpack_require__(5309);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/evidence-text.js


/** The text of a file as evidence. What is cut off, or of a form that is not known, is unreadable. Pure. */
function parseEvidence(file, content) {
    const unreadable = (why) => ({ kind: "unreadable", file, why });
    if ("why" in content)
        return unreadable(content.why);
    let value;
    try {
        value = JSON.parse(content.text);
    }
    catch (cause) {
        return unreadable(`it is no whole JSON (${(0,errors/* errorMessage */.gJ)(cause).slice(0, 200)})`);
    }
    const schema = typeof value === "object" && value !== null ? value.schema : undefined;
    if (schema !== "evidence.v1") {
        return unreadable(typeof schema === "string"
            ? `its form is ${JSON.stringify(schema.slice(0, 60))}, and evidence.v1 is known`
            : "it is no evidence");
    }
    const parsed = evidence/* evidenceSchema */.jU.safeParse(value);
    if (parsed.success)
        return { kind: "read", file, evidence: parsed.data };
    const issue = parsed.error.issues[0];
    return unreadable(`${issue?.path.join(".") || "it"}: ${issue?.message ?? "has another form"}`);
}
/** Whether a file in the folder of evidence is meant as evidence: others (logs, reports) are named and left out. */
function isEvidenceName(file) {
    return file.endsWith(".json");
}
//# sourceMappingURL=evidence-text.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/figures.js
var figures = __webpack_require__(8195);
// EXTERNAL MODULE: ./.cache/bundles/evidence/merge.js
var merge = __webpack_require__(6830);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/reason.js
/** Why a gate is not open: what stands in the way, of which service and level, and how to mend it. Pure. */
/** What is to be mended first comes first (gate.md): missing, failed, below a bar, then the rest. */
const RANK = { missing: 0, failed: 1, below: 2, other: 3 };
function reason(kind, code, message, fix, about = {}) {
    return {
        kind,
        verdict: about.verdict ?? "closed",
        code,
        service: about.service,
        level: about.level,
        message,
        file: about.file,
        line: about.line,
        fix,
    };
}
/** What closes stands before what only holds; the order among equals is kept. */
function orderReasons(reasons) {
    const rank = (each) => (each.verdict === "closed" ? 0 : 10) + RANK[each.kind];
    return reasons.toSorted((a, b) => rank(a) - rank(b));
}
function verdictOf(reasons) {
    if (reasons.some((each) => each.verdict === "closed"))
        return "closed";
    return reasons.length > 0 ? "held" : "open";
}
//# sourceMappingURL=reason.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/unmatched.js

/** Coverage that was read and tells of no file of the repository: another finding than no coverage. Pure. */
/** What stands in a message, with one of the paths that the reports name. */
function noFileMatched(path) {
    return `no file of the coverage reports is a file of the repository (they name ${(0,inputs/* quote */.hD)(path)})`;
}
/** The smallest step that mends it. */
const MATCH_FIX = "Check out the commit that was tested, and let the tool write paths relative to the repository or the service.";
//# sourceMappingURL=unmatched.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/bars.js




/** The most files that are named one by one when they are below the bar for each file. */
const NAMED_FILES = 20;
function judgeBars(question) {
    const reasons = [];
    const sums = (0,figures/* figures */.u5)(question.coverage);
    const bars = [];
    for (const key of BAR_KEYS) {
        const required = question.bars[key];
        if (required === undefined)
            continue;
        if (key === "patch")
            bars.push(judgePatch(question, required, reasons));
        else if (key === "file")
            bars.push(judgeFiles(question, required, reasons));
        else
            bars.push(judgeSum(question, key, required, sums, reasons));
    }
    return { bars, reasons };
}
function judgeSum(question, key, required, sums, reasons) {
    const ratio = question.coverage.length === 0 ? null : sums[key];
    if (ratio === null || (key === "lines" && ratio.total === 0)) {
        reasons.push(unmeasurable(question, key, required, question.coverage.length === 0 ? noCoverage(question) : `no report tells of ${key}`));
        return { bar: key, required, covered: null, total: null, met: false };
    }
    const met = (0,figures/* meets */.D)(ratio, required);
    if (!met) {
        reasons.push(reason("below", `coverage-${key}`, `Coverage of ${key} of ${question.name} is ${(0,figures/* ratioText */.B9)(ratio)}, below ${required} %`, `Test ${lacking(ratio, required)} more of them.`, { service: question.service, file: question.file }));
    }
    return { bar: key, required, ...ratio, met };
}
function judgeFiles(question, required, reasons) {
    if (question.coverage.length === 0) {
        reasons.push(unmeasurable(question, "file", required, noCoverage(question)));
        return { bar: "file", required, covered: null, total: null, met: false };
    }
    const each = question.coverage.map((file) => ({ path: file.path, ratio: (0,figures/* figures */.u5)([file]).lines }));
    const below = each.filter(({ ratio }) => !(0,figures/* meets */.D)(ratio, required));
    for (const { path, ratio } of below.slice(0, NAMED_FILES)) {
        reasons.push(reason("below", "coverage-file", `Coverage of ${path} is ${(0,figures/* ratioText */.B9)(ratio)}, below ${required} % for each file`, `Test ${lacking(ratio, required)} more of its lines.`, { service: question.service, file: path }));
    }
    const worst = each
        .map(({ ratio }) => ratio)
        .filter(({ total }) => total > 0)
        .reduce((a, b) => a === undefined || BigInt(b.covered) * BigInt(a.total) < BigInt(a.covered) * BigInt(b.total) ? b : a, undefined);
    const result = {
        bar: "file",
        required,
        covered: worst?.covered ?? 0,
        total: worst?.total ?? 0,
        met: below.length === 0,
    };
    if (below.length > 0)
        result.note = `${below.length} of ${each.length} files`;
    return result;
}
function judgePatch(question, required, reasons) {
    const { patch: known } = question;
    if (known.kind === "none")
        return { bar: "patch", required, covered: null, total: null, met: null, note: known.why };
    if (known.kind === "unknown") {
        reasons.push(unmeasurable(question, "patch", required, known.why));
        return { bar: "patch", required, covered: null, total: null, met: false };
    }
    const { patch } = known;
    if (patch.total === 0 && question.coverage.length === 0) {
        reasons.push(unmeasurable(question, "patch", required, noCoverage(question)));
        return { bar: "patch", required, covered: null, total: null, met: false };
    }
    const { covered, total } = patch;
    if (!patch.judged) {
        const note = total === 0 ? "no added line counts" : `${total} added lines count, fewer than ${patch.floor}`;
        return { bar: "patch", required, covered, total, met: null, note };
    }
    const met = (0,figures/* meets */.D)(patch, required);
    if (!met) {
        const [first] = patch.files.filter(({ uncovered }) => uncovered.length > 0);
        reasons.push(reason("below", "coverage-patch", `Of the lines that this change adds to ${question.name}, ${(0,figures/* ratioText */.B9)(patch)} are covered, below ${required} %`, `Test ${lacking(patch, required)} more of the added lines.`, { service: question.service, file: first?.path, line: first?.uncovered[0] }));
    }
    return { bar: "patch", required, covered, total, met };
}
function noCoverage({ unmatched }) {
    return unmatched === undefined ? "there is no coverage report" : noFileMatched(unmatched);
}
function unmeasurable(question, key, required, why) {
    const isForeign = question.unmatched !== undefined && why === noFileMatched(question.unmatched);
    return reason("below", "bar-unmeasurable", `The bar '${key}: ${required}' of ${question.name} can't be measured: ${why}`, isForeign
        ? MATCH_FIX
        : key === "patch"
            ? "Check out the history (fetch-depth: 0), and declare 'coverage' for a level of its tests."
            : "Declare 'coverage' for a level of its tests, in a format that tells of it, or remove the bar.", { service: question.service, file: question.file });
}
/** How many more must be covered to reach the bar. */
function lacking(ratio, required) {
    let missing = Math.max(1, Math.ceil((required * ratio.total) / 100) - ratio.covered);
    // The division above is not exact; the answer is.
    while (missing > 1 && (0,figures/* meets */.D)({ covered: ratio.covered + missing - 1, total: ratio.total }, required))
        missing--;
    return missing;
}
//# sourceMappingURL=bars.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/behind.js

/**
 * The last gate of a pipeline requires `e2e` too. Where the first one was held, nobody ran these tests, and an
 * outage would close the last gate: nobody is to be blocked by the outside world. So where something is held and
 * nothing else closes, evidence of `e2e` that is not there at all is held as well. It never opens a gate. Pure.
 */
function holdWhatWasNotRun(reasons) {
    const notRun = (each) => each.code === "evidence-missing" && each.level === catalog_service/* BEHIND_THE_GATE */.Pr;
    const held = reasons.some(({ verdict }) => verdict === "held");
    const closed = reasons.some((each) => each.verdict === "closed" && !notRun(each));
    if (!held || closed)
        return [...reasons];
    return reasons.map((each) => notRun(each)
        ? {
            ...each,
            kind: "other",
            verdict: "held",
            code: "not-run-behind-held-gate",
            message: `${each.service} ${each.level} did not run: the gate before it was held`,
            fix: "Run the failed jobs again when the outage is over.",
        }
        : each);
}
//# sourceMappingURL=behind.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/digests.js

/** The images that builds left: what was tested is named by its digest. Pure. */
function builtDigests(legs) {
    const found = Map.groupBy(legs.filter(({ leg, outcome }) => leg.evidence.level === "build" && outcome.outcome === "passed"), ({ leg }) => leg.evidence.service);
    const digests = new Map();
    const problems = [];
    for (const [service, own] of found) {
        const different = new Set(own.flatMap(({ leg }) => leg.evidence.digest ?? []));
        const [digest] = different;
        if (digest === undefined)
            continue;
        if (different.size === 1)
            digests.set(service, digest);
        else
            problems.push((0,problem/* problem */.CC)("warning", "digest-ambiguous", `The builds of ${service} left ${different.size} different digests`, {
                hint: "Make one index of them in a job of its own, and build that as the service's image.",
            }));
    }
    return { digests, problems };
}
//# sourceMappingURL=digests.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/findings.js

/** What becomes an annotation beside the verdict: failing tests and added lines that no test reaches. Pure. */
const LISTED_FAILURES = 1000;
const ANNOTATED_FAILURES = 50;
const ANNOTATED_LINES = 100;
/** One problem for each run of added lines that no test reaches. */
function uncoveredLines(patch, below) {
    if (patch.kind !== "compared")
        return [];
    const found = [];
    for (const { path, uncovered, reported } of patch.patch.files) {
        for (const [first, last] of ranges(uncovered)) {
            if (found.length >= ANNOTATED_LINES)
                return found;
            const lines = first === last ? `Line ${first} is` : `Lines ${first} to ${last} are`;
            found.push((0,problem/* problem */.CC)(below ? "warning" : "notice", "line-uncovered", `${lines} added and not covered by a test${reported ? "" : " (no report knows this file)"}`, { file: path, line: first }));
        }
    }
    return found;
}
function* ranges(lines) {
    let start;
    let last = 0;
    for (const line of lines) {
        if (start !== undefined && line === last + 1) {
            last = line;
            continue;
        }
        if (start !== undefined)
            yield [start, last];
        start = line;
        last = line;
    }
    if (start !== undefined)
        yield [start, last];
}
/** Failing tests, those without an excuse first, and how many are not listed. */
function listFailures(legs) {
    const all = legs.flatMap(({ leg, outcome }) => outcome.failures.map(({ test, excuse }) => ({ evidence: leg.evidence, test, excuse })));
    const order = { none: 0, outside: 1, quarantined: 2 };
    const sorted = all.toSorted((a, b) => order[a.excuse] - order[b.excuse]);
    const red = legs.reduce((sum, { outcome }) => sum + (outcome.counts?.failed ?? 0) + (outcome.counts?.errors ?? 0), 0);
    const failures = sorted.slice(0, LISTED_FAILURES).map(({ evidence, test, excuse }) => ({
        service: evidence.service,
        level: evidence.level,
        test: test.name,
        message: [test.type, test.message].filter((part) => part !== undefined && part !== "").join(": "),
        ...(test.file === undefined ? {} : { file: test.file }),
        ...(test.line === undefined ? {} : { line: test.line }),
        excuse,
    }));
    return { failures, left: Math.max(0, red - failures.length) };
}
function failureProblems(failures) {
    return failures
        .slice(0, ANNOTATED_FAILURES)
        .map((each) => (0,problem/* problem */.CC)(each.excuse === "none" ? "error" : "notice", { none: "test-failed", quarantined: "test-quarantined", outside: "test-outside" }[each.excuse], `${each.service} ${each.level}: ${each.test}: ${each.message.slice(0, 500) || "failed"}`, { file: each.file, line: each.line }));
}
//# sourceMappingURL=findings.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/levels.js



/** The levels of one service that are due or have evidence, worst leg first; reasons are added to `reasons`. */
function judgeLevels(question, name, service, legs, directCoverage, reasons) {
    const due = new Map(service?.levels.map((level) => [level.level, level]));
    const byLevel = Map.groupBy(legs, ({ leg }) => leg.evidence.level);
    if (!question.declared &&
        service !== undefined &&
        due.size + byLevel.size === 0 &&
        !directCoverage &&
        !service.coverage) {
        reasons.push(reason("missing", "evidence-missing", `There is no evidence of ${name}`, "Run its tests before the gate.", {
            service: name,
        }));
    }
    return [...new Set([...due.keys(), ...byLevel.keys()])].map((level) => {
        const declared = due.get(level);
        const own = byLevel.get(level) ?? [];
        const found = reasonsOfLevel(question, name, level, declared, own, directCoverage);
        reasons.push(...found.reasons);
        const counts = own.flatMap(({ outcome }) => outcome.counts ?? []);
        return {
            level,
            due: declared !== undefined,
            outcome: found.outcome,
            why: found.why,
            legs: own.length,
            tests: counts.length === 0 ? null : (0,merge/* mergeCounts */.Lq)(counts),
            quarantined: own
                .flatMap(({ outcome }) => outcome.failures)
                .filter(({ excuse }) => excuse === "quarantined").length,
        };
    });
}
/** From the worst: what failed is said before what is missing. */
const WORST = ["failed", "missing", "infrastructure", "passed"];
function reasonsOfLevel(question, service, level, due, legs, directCoverage) {
    const about = { service, level, file: due?.file, line: due?.line };
    const reasons = [];
    if (legs.length === 0) {
        reasons.push(reason("missing", "evidence-missing", `There is no evidence of ${service} ${level}`, "Run the level before the gate, upload its evidence, and download it into the folder of 'evidence'.", about));
        return { outcome: "missing", why: "no evidence", reasons };
    }
    const asked = due !== undefined || !question.declared;
    for (const { leg, outcome } of legs) {
        const made = reasonOfLeg(question, leg.evidence, legs.length, outcome, asked, about);
        if (made !== undefined)
            reasons.push(made);
        const coverageDue = asked && (due?.coverage === true || leg.evidence.declares.coverage);
        if (coverageDue && !directCoverage && (leg.evidence.coverage?.files.length ?? 0) === 0) {
            const unmatched = leg.evidence.coverage?.unmatched[0];
            const why = unmatched === undefined ? "no report of it was found" : noFileMatched(unmatched);
            reasons.push(reason("missing", "coverage-missing", `${nameOf(leg.evidence, legs.length)} declares coverage, and ${why}`, unmatched === undefined
                ? "Correct the glob of 'coverage', or mend what should write the report."
                : MATCH_FIX, about));
        }
    }
    const worst = legs.reduce((a, b) => WORST.indexOf(b.outcome.outcome) < WORST.indexOf(a.outcome.outcome) ? b : a).outcome;
    const missing = worst.outcome === "passed" && reasons.length > 0;
    return missing
        ? { outcome: "missing", why: "no report of coverage", reasons }
        : { outcome: worst.outcome, why: worst.why, reasons };
}
function reasonOfLeg(question, evidence, legs, { outcome, why, failures }, asked, about) {
    const name = nameOf(evidence, legs);
    switch (outcome) {
        case "passed":
            return undefined;
        case "missing":
            if (!asked)
                return undefined;
            return reason("missing", "report-missing", `${name}: ${why}`, "Mend what should write the report, and run it again.", about);
        case "failed": {
            const first = failures.find(({ excuse }) => excuse === "none")?.test;
            return reason("failed", "tests-failed", `${name}: ${why}${firstFailure(first)}`, "Mend the failing tests.", {
                ...about,
                ...(first?.file === undefined ? {} : { file: first.file, line: first.line }),
            });
        }
        case "infrastructure":
            if (question.onInfrastructure === "close") {
                return reason("failed", "infrastructure", `${name}: ${why}, which closes here`, "Run the level again, or use 'on-infrastructure: hold'.", about);
            }
            return reason("other", "infrastructure", `${name}: ${why}${firstFailure(failures.find(({ excuse }) => excuse === "outside")?.test)}`, "Run the level again when the outage is over.", {
                ...about,
                verdict: "held",
            });
    }
}
/** The leg stands beside the level only where the level has several. */
function nameOf({ service, level, leg }, legs) {
    return legs === 1 || leg === "" ? `${service} ${level}` : `${service} ${level} (${leg})`;
}
/** The most characters of a failure's message in a reason; the table of failing tests has more. */
const MESSAGE_LIMIT = 200;
/** The first failing test and its message: a reason says why. */
function firstFailure(test) {
    if (test === undefined)
        return "";
    const message = (test.message ?? test.type ?? "").split("\n")[0]?.trim() ?? "";
    const cut = message.length > MESSAGE_LIMIT ? `${message.slice(0, MESSAGE_LIMIT)}…` : message;
    return `: ${test.name}${cut === "" ? "" : ` (${cut})`}`;
}
//# sourceMappingURL=levels.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/judge.js










function judge(question) {
    const reasons = [...question.reasons];
    const problems = [];
    const due = new Map(question.due.map((service) => [service.name, service]));
    const legs = Map.groupBy(question.legs, ({ leg }) => leg.evidence.service);
    const names = new Set([...due.keys(), ...legs.keys(), ...question.coverage.keys()]);
    const coverages = new Map();
    const foreign = [];
    const services = [];
    const levelQuestion = {
        declared: question.policy.declared,
        onInfrastructure: question.onInfrastructure,
    };
    for (const name of [...names].sort()) {
        const service = due.get(name);
        const own = legs.get(name) ?? [];
        const direct = question.coverage.get(name) ?? [];
        const levels = judgeLevels(levelQuestion, name, service, own, direct.length > 0, reasons);
        const coverage = (0,merge/* mergeCoverage */.PV)([...own.map(({ leg }) => leg.evidence.coverage?.files ?? []), direct]);
        coverages.set(name, coverage);
        const unmatched = own.flatMap(({ leg }) => leg.evidence.coverage?.unmatched ?? [])[0] ?? question.unmatched.get(name);
        if (unmatched !== undefined)
            foreign.push(unmatched);
        if (service?.coverage === true && coverage.length === 0) {
            reasons.push(reason("missing", "coverage-missing", `Coverage of ${name} is required, and ${unmatched === undefined ? "there is none" : noFileMatched(unmatched)}`, unmatched === undefined
                ? "Declare 'coverage' for a level of its tests, or pass the input 'coverage'."
                : MATCH_FIX, { service: name }));
        }
        const patch = question.patches.get(name) ?? { kind: "none", why: "it is not due" };
        const bars = judgeBars({
            service: name,
            name,
            bars: service?.bars ?? {},
            coverage,
            unmatched,
            patch,
            file: service?.levels[0]?.file,
        });
        // Where evidence is missing, that there is no coverage either says nothing new.
        const missing = reasons.some((each) => each.service === name && each.kind === "missing");
        reasons.push(...bars.reasons.filter(({ code }) => !(missing && coverage.length === 0 && code === "bar-unmeasurable")));
        const required = bars.bars.some(({ bar }) => bar === "patch");
        if (required)
            problems.push(...uncoveredLines(patch, bars.bars.some(({ bar, met }) => bar === "patch" && met === false)));
        services.push({
            service: name,
            due: service !== undefined,
            verdict: "open",
            levels,
            coverage: coverage.length === 0 ? null : (0,figures/* figures */.u5)(coverage),
            patchCoverage: ratioOf(patch),
            thresholds: bars.bars,
        });
    }
    judgeUnowned(question, reasons, problems, [...coverages.values()], foreign[0]);
    const all = (0,merge/* mergeCoverage */.PV)(coverages.values());
    judgeTotal(question, all, reasons, problems, foreign[0]);
    reasons.push(...question.legReasons, ...question.jobs.flatMap(jobReason));
    if (!question.policy.declared && question.jobs.length + services.length + reasons.length === 0) {
        reasons.push(reason("missing", "evidence-missing", "No evidence counts, so that nothing was judged", "See which files do not count and why, and run the tests on this commit in this run."));
    }
    const ordered = orderReasons(holdWhatWasNotRun(reasons));
    for (const service of services)
        service.verdict = verdictOf(ordered.filter((each) => each.service === service.service));
    const { failures, left } = listFailures(question.legs);
    problems.push(...failureProblems(failures));
    const verdict = verdictOf(ordered);
    const built = builtDigests(question.legs);
    problems.push(...built.problems);
    const patches = [...services.map(({ patchCoverage }) => patchCoverage), ratioOf(question.unowned)];
    return {
        verdict,
        open: verdict === "open",
        reason: ordered[0]?.message ?? openReason(question, services),
        reasons: ordered.map(toResult),
        tests: (0,merge/* mergeCounts */.Lq)(question.legs.flatMap(({ outcome }) => outcome.counts ?? [])),
        coverage: all.length === 0 ? null : (0,figures/* figures */.u5)(all),
        patchCoverage: sumOf(patches),
        services,
        jobs: [...question.jobs],
        digests: Object.fromEntries(built.digests),
        failures,
        failuresLeft: left,
        problems,
        merged: all,
    };
}
function judgeUnowned(question, reasons, problems, coverages, unmatched) {
    const { unowned, unownedBars } = question;
    if (unownedBars.patch === undefined || unowned.kind !== "compared" || unowned.patch.total === 0)
        return;
    const judged = judgeBars({
        service: undefined,
        name: "files of no service",
        bars: { patch: unownedBars.patch },
        coverage: coverages.flat(),
        unmatched,
        patch: unowned,
        file: question.settingsFile,
    });
    reasons.push(...judged.reasons);
    problems.push(...uncoveredLines(unowned, judged.reasons.length > 0));
}
/** `gate.total` is judged where every service is due, since only then all coverage is there. */
function judgeTotal(question, coverage, reasons, problems, unmatched) {
    const { policy, due } = question;
    if (Object.keys(policy.total).length === 0)
        return;
    const names = new Set(due.map(({ name }) => name));
    const judged = judgeBars({
        service: undefined,
        name: "all services",
        bars: policy.total,
        coverage,
        unmatched,
        patch: { kind: "none", why: "" },
        file: question.settingsFile,
    });
    if (policy.services.every(({ name }) => names.has(name)))
        reasons.push(...judged.reasons);
    else
        problems.push((0,problem/* problem */.CC)("notice", "total-not-judged", "The bars of 'gate.total' are not judged: not every service is due", {
            file: question.settingsFile,
        }));
}
function jobReason(job) {
    if (job.verdict === "good")
        return [];
    const message = `Job '${job.job}' ${job.why}`;
    if (job.verdict === "held")
        return [
            reason("other", "job-held", message, "Run the failed jobs again when the outage is over.", {
                verdict: "held",
            }),
        ];
    const fix = {
        success: "Let its level leave evidence, or name the job in 'allowed-failures'.",
        failure: "Mend what failed in it.",
        cancelled: "Run it again.",
        skipped: "Mend the job that failed before it, or name it in 'allowed-skips' where its skip is innocent.",
    }[job.result];
    return [reason("failed", `job-${job.result}`, message, fix)];
}
function openReason({ legs, due, jobs, policy }, services) {
    if (due.length === 0 && policy.declared)
        return "No service is due";
    if (services.length === 0)
        return `${jobs.length === 1 ? "The job is" : `All ${jobs.length} jobs are`} good; no report was read`;
    const levels = services.reduce((sum, service) => sum + service.levels.filter(({ outcome }) => outcome === "passed").length, 0);
    const total = legs.reduce((sum, { outcome }) => sum + (outcome.counts?.total ?? 0), 0);
    const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
    return `All that is required is there and passed: ${count(levels, "level")} of ${count(services.length, "service")}, ${count(total, "test")}`;
}
function toResult({ verdict, code, service, level, message, file, line, fix, }) {
    return {
        verdict,
        code,
        ...(service === undefined ? {} : { service }),
        ...(level === undefined ? {} : { level }),
        message,
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
        fix,
    };
}
function ratioOf(patch) {
    if (patch.kind !== "compared" || patch.patch.total === 0)
        return null;
    return { covered: patch.patch.covered, total: patch.patch.total };
}
function sumOf(ratios) {
    const known = ratios.filter((each) => each !== null);
    if (known.length === 0)
        return null;
    return {
        covered: known.reduce((sum, { covered }) => sum + covered, 0),
        total: known.reduce((sum, { total }) => sum + total, 0),
    };
}
//# sourceMappingURL=judge.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/match.js

/** The evidence of this commit and run, of each key the newest attempt. */
function selectEvidence(files, own) {
    const dropped = [];
    const reasons = [];
    const ofCommit = [];
    for (const each of files) {
        if (each.kind === "other")
            dropped.push({ file: each.file, why: each.why });
        else if (each.kind === "unreadable") {
            reasons.push(reason("missing", "evidence-unreadable", `Evidence ${each.file} can't be read: ${each.why}`, "Run the level again, and upload the file whole.", { file: each.file }));
        }
        else if (each.evidence.commit !== own.commit) {
            const commit = each.evidence.commit.slice(0, 12);
            dropped.push({
                file: each.file,
                why: `it belongs to commit ${commit}, and the gate stands at ${own.commit.slice(0, 12)}`,
            });
        }
        else
            ofCommit.push({ file: each.file, evidence: each.evidence });
    }
    const run = countingRun(ofCommit.map(({ evidence }) => evidence.run), own.run);
    const ofRun = ofCommit.filter(({ file, evidence }) => {
        if (evidence.run === run)
            return true;
        dropped.push({ file, why: `it belongs to ${runText(evidence.run)}, and ${runText(run ?? null)} counts` });
        return false;
    });
    // An attempt above the gate's own can only be known where both are of one run.
    const current = ofRun.filter(({ file, evidence }) => {
        if (evidence.run !== own.run || own.run === undefined || evidence.attempt <= own.attempt)
            return true;
        dropped.push({
            file,
            why: `it belongs to attempt ${evidence.attempt}, and this is attempt ${own.attempt}`,
        });
        return false;
    });
    const legs = newestOfEachKey(current, dropped, reasons).map((each) => ({
        ...each,
        older: own.run !== undefined && each.evidence.run === own.run && each.evidence.attempt < own.attempt,
    }));
    return { legs, dropped, reasons };
}
/** The gate's own run, else the highest run id that is there; in a terminal evidence without a run comes first. */
function countingRun(runs, own) {
    if (runs.includes(own ?? null))
        return own ?? null;
    const ids = runs.filter((run) => run !== null);
    return ids.reduce((best, run) => (best === undefined || higher(run, best) ? run : best), undefined);
}
/** Run ids are whole numbers, whose text grows with them. */
function higher(a, b) {
    return a.length === b.length ? a > b : a.length > b.length;
}
function runText(run) {
    return run === null ? "no run" : `run ${run.slice(0, 40)}`;
}
function newestOfEachKey(files, dropped, reasons) {
    const keys = new Map();
    for (const each of files) {
        const { service, level, leg } = each.evidence;
        const key = JSON.stringify([service, level, leg]);
        const group = keys.get(key);
        if (group === undefined)
            keys.set(key, [each]);
        else
            group.push(each);
    }
    const newest = [];
    for (const group of keys.values()) {
        const attempt = Math.max(...group.map(({ evidence }) => evidence.attempt));
        const last = group.filter(({ evidence }) => evidence.attempt === attempt);
        for (const each of group) {
            if (each.evidence.attempt < attempt)
                dropped.push({ file: each.file, why: `attempt ${attempt} of the same leg is there` });
        }
        const [first, ...others] = last;
        if (first === undefined)
            continue;
        newest.push(first);
        if (others.length === 0)
            continue;
        const text = JSON.stringify(first.evidence);
        for (const other of others) {
            if (JSON.stringify(other.evidence) === text) {
                dropped.push({ file: other.file, why: `it is the same as ${first.file}` });
                continue;
            }
            // Both are judged: whichever is red is shown as such.
            newest.push(other);
            const { service, level, leg } = first.evidence;
            reasons.push(reason("missing", "evidence-contradicts", `Two files say different things about ${service} ${level}${leg === "" ? "" : ` (${leg})`}: ${first.file} and ${other.file}`, "Give each of the two runs a 'leg' of its own, and download artifacts into folders of their own.", { service, level, file: other.file }));
        }
    }
    return newest;
}
/**
 * Evidence of an earlier attempt counts only where its job did not run in this one ("Re-run failed jobs" leaves
 * green legs behind), or where its job's failure is explained; otherwise it is missing.
 */
function withoutStaleAttempts(question) {
    const dropped = [];
    const legs = question.legs.filter((leg) => {
        if (!leg.older)
            return true;
        const why = staleBecause(question, leg.evidence);
        if (why === undefined)
            return true;
        dropped.push({ file: leg.file, why: `it belongs to attempt ${leg.evidence.attempt}, and ${why}` });
        return false;
    });
    return { legs, dropped };
}
function staleBecause({ needs, workflow, explained }, evidence) {
    const { job } = evidence;
    const result = job === null ? undefined : needs?.get(job);
    if (job === null || result === undefined)
        return "whether its job ran again is not known";
    if (result === "failure" && explained(job))
        return undefined;
    if (result !== "success")
        return `its job '${job}' ended with ${result} in this attempt`;
    const declared = workflow.kind === "read" ? workflow.jobs.get(job) : undefined;
    if (declared === undefined)
        return `the workflow file does not show whether job '${job}' continues on error`;
    if (declared.continueOnError || declared.continuingSteps.length > 0)
        return `its job '${job}' continues on error, so that its success proves nothing`;
    return undefined;
}
/** Legs of a job's matrix: all that its evidence tells of must be there. */
function missingLegs(legs, needs) {
    const jobs = new Map();
    for (const { evidence, file } of legs) {
        if (evidence.job === null)
            continue;
        const job = jobs.get(evidence.job) ?? { expected: undefined, unknown: false, seen: new Set(), file };
        jobs.set(evidence.job, job);
        if (evidence.legs === null)
            job.unknown = true;
        else {
            job.seen.add(evidence.leg);
            job.expected = Math.max(job.expected ?? 0, evidence.legs);
        }
    }
    const reasons = [];
    for (const [job, { expected, unknown, seen, file }] of jobs) {
        if (expected !== undefined && seen.size < expected) {
            reasons.push(reason("missing", "leg-missing", `Job '${job}' has ${expected} legs, and evidence of ${seen.size} is here`, "Upload the evidence of every leg, each as an artifact of its own name.", { file }));
        }
        else if (unknown && needs?.has(job) !== true) {
            reasons.push(reason("missing", "legs-unknown", `How many legs job '${job}' has is not known: its evidence does not say, and 'needs' does not hold the job`, `Pass needs: \${{ toJSON(needs) }}, or 'job-total' to the action 'run'.`, { file }));
        }
    }
    return reasons;
}
/** Whether all legs of a job are there, as far as its evidence tells; unknown is no. */
function allLegsThere(legs) {
    const expected = legs.map(({ evidence }) => evidence.legs);
    if (expected.length === 0 || expected.includes(null))
        return false;
    return (new Set(legs.map(({ evidence }) => evidence.leg)).size >= Math.max(...expected.map((each) => each ?? 0)));
}
//# sourceMappingURL=match.js.map
// EXTERNAL MODULE: ./.cache/bundles/catalog/load.js + 3 modules
var load = __webpack_require__(6729);
// EXTERNAL MODULE: ./.cache/bundles/catalog/repository.js
var catalog_repository = __webpack_require__(4616);
// EXTERNAL MODULE: ./.cache/bundles/context/base.js
var base = __webpack_require__(3321);
// EXTERNAL MODULE: ./.cache/bundles/git/tree.js
var git_tree = __webpack_require__(6693);
// EXTERNAL MODULE: ./.cache/bundles/versions/line.js
var line = __webpack_require__(882);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/policy-base.js

async function findPolicyBase(request, ports) {
    const { event, head, comparison } = request;
    if (event.event === undefined) {
        const base = comparison.kind === "commit" ? comparison.base : undefined;
        return base === undefined || base === head ? { kind: "none" } : { kind: "commit", commit: base };
    }
    if (event.mergeGroup !== undefined)
        return ofComparison(comparison);
    if (event.pullRequest !== undefined) {
        if (event.event === "pull_request_target" && event.sha === head && head !== event.pullRequest.headSha)
            return { kind: "none" };
        const parents = await ports.parents(head);
        if (comparison.kind === "commit" && head !== event.pullRequest.headSha && parents[0] === comparison.base)
            return { kind: "commit", commit: comparison.base };
        return tipOf(event.pullRequest.baseRef, ports);
    }
    const { branch, defaultBranch } = event;
    if (branch !== undefined && branch === defaultBranch)
        return { kind: "none" };
    if (defaultBranch === undefined) {
        if (branch !== undefined && releases(branch, request.catalogue))
            return { kind: "none" };
        return { kind: "unknown", why: "the event names no default branch" };
    }
    const base = await tipOf(defaultBranch, ports);
    if (base.kind !== "commit" || branch === undefined)
        return base;
    // Both sides must call it a release branch: a change could else name its own branch one.
    const own = releases(branch, request.catalogue) && releases(branch, await ports.catalogueOf(base.commit));
    return own ? { kind: "none" } : base;
}
async function tipOf(branch, ports) {
    const commit = await ports.tip(branch);
    return commit === undefined
        ? { kind: "unknown", why: `the tip of ${branch} can't be fetched` }
        : { kind: "commit", commit };
}
function ofComparison(comparison) {
    return comparison.kind === "commit"
        ? { kind: "commit", commit: comparison.base }
        : { kind: "unknown", why: comparison.reason };
}
/** Whether the settings call a branch main or a release branch. */
function releases(branch, catalogue) {
    const names = catalogue.services.map(({ name }) => name);
    const { kind } = (0,line/* branchRole */.vr)(branch, catalogue.settings, names);
    return kind === "main" || kind === "release";
}
//# sourceMappingURL=policy-base.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/place.js







async function findPlace(inputs, ports) {
    const { git, event } = ports;
    const workingTree = event.event === undefined;
    const commit = await checkedOut(ports);
    const own = { commit: commit ?? event.sha ?? "", run: event.run, attempt: event.attempt };
    if (commit === undefined)
        return withoutCheckout(inputs, ports, own);
    const tree = workingTree ? git.workingTree() : git.tree(commit);
    const repository = await (0,catalog_repository/* repositoryName */.aR)(event, git);
    const catalogue = await (0,load/* loadCatalogue */.O)(tree, { configFile: inputs.configFile, repositoryName: repository });
    refuseErrors(catalogue, undefined);
    const request = {
        event,
        head: commit,
        compare: "release",
        isReleasing: (branch) => releases(branch, catalogue),
    };
    const comparison = await (0,base/* resolveBase */.g)({ ...request, base: inputs.base }, git);
    const ofEvent = inputs.base === undefined || workingTree
        ? comparison
        : await (0,base/* resolveBase */.g)({ ...request, base: undefined }, git);
    return {
        own,
        tree,
        files: await tree.list(),
        tracked: await git.tree(commit).list(),
        catalogue,
        repository,
        comparison,
        ofEvent,
        workingTree,
    };
}
/** The commit that is checked out; undefined where nothing is, which is fair when the run names one. */
async function checkedOut({ git, event }) {
    try {
        return await git.head();
    }
    catch (thrown) {
        if (thrown instanceof errors/* UserError */.yo && thrown.code === "git-no-repository" && event.sha !== undefined)
            return undefined;
        throw thrown;
    }
}
async function withoutCheckout(inputs, { event }, own) {
    const tree = (0,git_tree/* memoryTree */.KJ)({}, "no checkout");
    const catalogue = await (0,load/* loadCatalogue */.O)(tree, {
        configFile: "sluice.yaml",
        repositoryName: event.repository,
    });
    const comparison = { kind: "everything", reason: "nothing is checked out" };
    if (inputs.base !== undefined) {
        throw new errors/* UserError */.yo("base-without-checkout", "Input 'base' is given, and nothing is checked out", {
            input: "base",
            hint: "Run actions/checkout before the gate, or remove 'base'.",
        });
    }
    return {
        own,
        tree,
        files: [],
        tracked: [],
        catalogue,
        repository: event.repository,
        comparison,
        ofEvent: comparison,
        workingTree: false,
    };
}
/** Errors in the files of a side stop the gate: what half of them ask for is not known. */
function refuseErrors(catalogue, base) {
    const error = (0,problem/* problemsAsError */.zh)(catalogue.problems.filter(({ code }) => base === undefined || code !== "config-file-missing"));
    if (error === undefined)
        return;
    if (base === undefined)
        throw error;
    throw new errors/* UserError */.yo("base-policy-invalid", `The policy of the base ${base.slice(0, 12)} can't be read: ${error.message}`, {
        file: error.place.file,
        line: error.place.line,
        cause: error,
        hint: "Mend the files of the base branch first, or use 'policy-from: head' for the change that mends them.",
    });
}
//# sourceMappingURL=place.js.map
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 13 modules
var schemas = __webpack_require__(5491);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/planned.js


/** Whose evidence is due by the caller's word: the input `services`, or the result file of `plan`. */
/** What is read of a plan: within v1 fields are only added, so others may be there. */
const planSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz("plan.result.v1"),
    head: schemas/* string */.YjP(),
    services: schemas/* array */.YOg(schemas/* object */.Ikc({ service: schemas/* string */.YjP() })),
});
/** The names, or undefined where neither is given. A plan of another commit is a UserError. */
async function plannedServices(inputs, ports, commit) {
    const { services, planFile } = inputs;
    if (planFile === undefined)
        return services;
    const planned = await readPlan(planFile, ports, commit);
    if (services === undefined)
        return planned;
    const different = [
        ...services.filter((name) => !planned.includes(name)),
        ...planned.filter((name) => !services.includes(name)),
    ];
    if (different.length > 0) {
        throw new errors/* UserError */.yo("services-contradict", `Inputs 'services' and 'plan-file' name different services: ${different.slice(0, 10).join(", ")}`, { input: "services", hint: "Give only one of the two, or take both from the same plan." });
    }
    return services;
}
async function readPlan(file, ports, commit) {
    const invalid = (why, cause) => new errors/* UserError */.yo("plan-file-invalid", `The plan in ${file} can't be read: ${why}`, {
        input: "plan-file",
        file,
        cause,
        hint: "Pass the 'result-file' of the action 'plan', downloaded whole.",
    });
    const content = await ports.read(file);
    if ("why" in content)
        throw invalid(content.why);
    let value;
    try {
        value = JSON.parse(content.text);
    }
    catch (cause) {
        throw invalid((0,errors/* errorMessage */.gJ)(cause).slice(0, 200), cause);
    }
    const plan = planSchema.safeParse(value);
    if (!plan.success)
        throw invalid("it is no plan.result.v1");
    if (plan.data.head !== commit) {
        throw new errors/* UserError */.yo("plan-file-stale", `The plan in ${file} is of commit ${plan.data.head.slice(0, 12)}, and the gate stands at ${commit.slice(0, 12)}`, { input: "plan-file", file, hint: "Plan this commit in the same run." });
    }
    return plan.data.services.map(({ service }) => service);
}
//# sourceMappingURL=planned.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/report-lines.js


const SERVICE = /^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/;
const LEVEL = /^[A-Za-z0-9][\w.-]*$/;
/** `[service:]level=glob`. */
function parseResultLines(lines) {
    return lines.map((line) => {
        const equals = line.indexOf("=");
        const left = line.slice(0, Math.max(equals, 0)).trim();
        const glob = line.slice(equals + 1).trim();
        const parts = left.split(":").map((part) => part.trim());
        const level = parts.at(-1) ?? "";
        const service = parts.length === 2 ? parts[0] : undefined;
        if (equals < 0 || glob === "" || parts.length > 2 || !LEVEL.test(level) || !isService(service)) {
            throw new errors/* UserError */.yo("results-invalid", `Input 'results' has the line ${(0,inputs/* quote */.hD)(line)}`, {
                input: "results",
                hint: "Write level=glob (unit=reports/*.xml) or service:level=glob (cart:unit=cart/reports/*.xml).",
            });
        }
        return { kind: "results", service, level, glob };
    });
}
/** `[service=]glob`. */
function parseCoverageLines(lines) {
    return lines.map((line) => {
        const equals = line.indexOf("=");
        const service = equals < 0 ? undefined : line.slice(0, equals).trim();
        const glob = line.slice(equals + 1).trim();
        if (glob === "" || !isService(service)) {
            throw new errors/* UserError */.yo("coverage-invalid", `Input 'coverage' has the line ${(0,inputs/* quote */.hD)(line)}`, {
                input: "coverage",
                hint: "Write a glob (coverage/lcov.info) or service=glob (cart=cart/coverage/lcov.info).",
            });
        }
        return { kind: "coverage", service, glob };
    });
}
function isService(name) {
    return name === undefined || SERVICE.test(name);
}
/** Tells the service in whose folder a path lies: the nearest folder wins, and `.` owns all the rest. */
function folderOwners(services) {
    const byPath = new Map(services.map(({ name, path }) => [path, name]));
    return (path) => {
        for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
            const owner = byPath.get(path.slice(0, end));
            if (owner !== undefined)
                return owner;
        }
        return byPath.get(".");
    };
}
//# sourceMappingURL=report-lines.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/policy.js



/** Fewer added lines than this are not judged (gate.md). */
const PATCH_FLOOR = 5;
function makePolicy(question) {
    const { head, settingsFile } = question;
    const base = question.base !== undefined && hasPolicy(question.base) ? question.base : undefined;
    const sides = base === undefined ? [head] : [head, base];
    const gates = sides.map((side) => side.settings.gate ?? {});
    const defaults = gates.map((gate) => barsOf(gate.thresholds, settingsFile));
    const problems = [];
    if (question.base !== undefined && base === undefined && hasPolicy(head)) {
        problems.push((0,problem/* problem */.CC)("notice", "first-adoption", "The base has no policy yet, so that this change is judged by its own"));
    }
    const declared = sides.some((side) => side.declared);
    return {
        declared,
        ...mergeServices(question, base, declared, defaults, problems),
        defaults: stricterBars(...defaults),
        total: stricterBars(...gates.map((gate) => barsOf(gate.total, settingsFile))),
        patchFloor: Math.min(...gates.map((gate) => gate["patch-floor"] ?? PATCH_FLOOR)),
        infrastructure: mergeInfrastructure(gates),
        sides: gates,
        problems,
    };
}
function hasPolicy(catalogue) {
    return catalogue.declared || catalogue.settings.gate !== undefined;
}
function mergeInfrastructure(gates) {
    const each = gates.map((gate) => gate.infrastructure ?? {});
    const counts = each.flatMap((side) => side["max-count"] ?? []);
    return {
        action: each.some((side) => side.action === "close") ? "close" : "hold",
        maxShare: Math.min(...each.map((side) => side["max-share"] ?? 1)),
        maxCount: counts.length === 0 ? undefined : Math.min(...counts),
    };
}
function mergeServices(question, base, declared, defaults, problems) {
    const of = (side) => side === undefined || (declared && !side.declared) ? [] : side.services;
    const [headDefaults = {}, baseDefaults = {}] = defaults;
    const left = new Map(of(base).map((service) => [service.path, service]));
    const take = (found) => {
        if (found !== undefined)
            left.delete(found.path);
        return found;
    };
    const headPaths = new Set(of(question.head).map((service) => service.path));
    // By folder, or by name where the folder moved.
    const before = (service) => take(left.get(service.path) ??
        [...left.values()].find((each) => each.name === service.name && !headPaths.has(each.path)));
    const merged = [];
    for (const service of of(question.head)) {
        const old = before(service);
        const bars = replaceBars(headDefaults, barsOf(service.thresholds, service.manifest));
        const oldBars = old === undefined ? {} : barsOf(old.thresholds, old.manifest);
        merged.push({
            name: service.name,
            path: service.path,
            manifest: service.manifest,
            levels: mergeLevels(service, old, problems),
            bars: stricterBars(bars, replaceBars(baseDefaults, oldBars)),
            deleted: false,
        });
    }
    const gone = new Set();
    for (const service of left.values()) {
        if (!question.files.some((file) => service.path === "." || file.startsWith(`${service.path}/`))) {
            gone.add(service.name);
            continue;
        }
        merged.push({
            name: service.name,
            path: service.path,
            manifest: service.manifest,
            levels: mergeLevels(undefined, service, problems),
            bars: stricterBars(headDefaults, replaceBars(baseDefaults, barsOf(service.thresholds, service.manifest))),
            deleted: true,
        });
        problems.push((0,problem/* problem */.CC)("warning", "manifest-deleted", `This change deletes the manifest of service '${service.name}' and leaves files in ${service.path}, so that its tests are still due`, {
            file: service.manifest,
            hint: "Delete the folder too, or use 'policy-from: head' for this change.",
        }));
    }
    return { services: merged.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)), gone };
}
function mergeLevels(head, base, problems) {
    const levels = new Map();
    const old = new Map(base?.levels.map((level) => [level.level, level]));
    const now = new Map(head?.levels.map((level) => [level.level, level]));
    const name = head?.name ?? base?.name ?? "";
    for (const level of new Set([...now.keys(), ...old.keys()])) {
        const [after, before] = [now.get(level), old.get(level)];
        levels.set(level, {
            level,
            results: (after?.results.length ?? 0) > 0 || (before?.results.length ?? 0) > 0,
            coverage: (after?.coverage.length ?? 0) > 0 || (before?.coverage.length ?? 0) > 0,
            line: after?.line,
        });
        const place = { file: head?.manifest, line: after?.line };
        if (head !== undefined && after === undefined) {
            problems.push((0,problem/* problem */.CC)("warning", "level-removed", `This change removes level '${level}' of service '${name}', which is still due`, { ...place, hint: "Use 'policy-from: head' for a change that removes it on purpose." }));
        }
        else if (after !== undefined && before !== undefined && howItRuns(after) !== howItRuns(before)) {
            problems.push((0,problem/* problem */.CC)("notice", "level-changed", `This change alters how level '${level}' of service '${name}' is run or reported`, place));
        }
    }
    return levels;
}
function howItRuns(level) {
    const env = Object.entries(level.env).sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify([level.run, level.shell, env, level.results, level.coverage]);
}
/**
 * Tells the service that had a file in the base: a change that puts a manifest into a folder of a service doesn't
 * take the files that are there from that service's bars.
 */
function ownersBefore(policy, base, files) {
    if (base?.declared !== true)
        return () => undefined;
    const now = (service) => policy.services.find(({ path }) => path === service.path) ??
        policy.services.find(({ name }) => name === service.name);
    const owner = folderOwners(base.services.flatMap((service) => {
        const name = now(service)?.name;
        return name === undefined ? [] : [{ name, path: service.path }];
    }));
    return (path) => (files.has(path) ? owner(path) : undefined);
}
//# sourceMappingURL=policy.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/policy-side.js





async function findPolicy(inputs, ports, place) {
    const { git } = ports;
    const catalogueOf = (commit) => (0,load/* loadCatalogue */.O)(git.tree(commit), { configFile: inputs.configFile, repositoryName: place.repository });
    const found = inputs.policyFrom === "head" || place.files.length === 0
        ? { kind: "none" }
        : await findPolicyBase({
            event: ports.event,
            head: place.own.commit,
            comparison: place.ofEvent,
            catalogue: place.catalogue,
        }, { tip: (branch) => policy_side_tipOf(ports, branch), parents: (commit) => git.parents(commit), catalogueOf });
    const base = found.kind === "commit" ? await catalogueOf(found.commit) : undefined;
    if (base !== undefined && found.kind === "commit")
        refuseErrors(base, found.commit);
    const policy = makePolicy({
        head: place.catalogue,
        base,
        files: place.files,
        settingsFile: inputs.configFile,
    });
    const reasons = found.kind === "unknown"
        ? [
            reason("missing", "base-unknown", `The base, whose policy holds too, is not known: ${found.why}`, "Check out with fetch-depth: 0, or let the token read the repository."),
        ]
        : [];
    const commit = found.kind === "commit" ? found.commit : undefined;
    return { policy, base, commit, tree: commit === undefined ? undefined : git.tree(commit), reasons };
}
/** The tip of a branch of origin. It is asked for, since the checkout's own may be old; then what is here counts. */
async function policy_side_tipOf({ git }, branch) {
    const ref = `refs/remotes/origin/${branch}`;
    const known = await git.commit(ref);
    if (known !== undefined)
        return known;
    const depth = (await git.isShallow()) ? { depth: 1 } : {};
    await git.fetch([`+refs/heads/${branch}:${ref}`], depth).catch(() => undefined);
    return git.commit(ref);
}
//# sourceMappingURL=policy-side.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/read.js
var read = __webpack_require__(9320);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/report-evidence.js




async function readReportLines(request, files) {
    const found = {
        legs: [],
        coverage: new Map(),
        unmatched: new Map(),
        reasons: [],
        problems: [],
    };
    for (const [index, line] of request.lines.entries()) {
        const paths = await files.find(".", [line.glob]);
        if (paths.length === 0)
            nothingFound(request, line, found);
        for (const [service, own] of byService(request, line, paths)) {
            const reports = await readOf(request, line, service, own, files, found.reasons);
            if (reports === undefined)
                continue;
            found.problems.push(...reports.problems);
            found.reasons.push(...unlistedFailures(line, service, reports));
            if (line.kind === "results") {
                found.legs.push(legOf(request, line.level, service, index, reports));
                continue;
            }
            found.coverage.set(service, [
                ...(found.coverage.get(service) ?? []),
                ...(reports.coverage?.files ?? []),
            ]);
            const foreign = reports.coverage?.unmatched[0];
            if (foreign !== undefined && !found.unmatched.has(service))
                found.unmatched.set(service, foreign);
        }
    }
    return found;
}
function nothingFound(request, line, found) {
    const what = `No file matches '${line.glob}' of the input '${line.kind}'`;
    const fix = "Check the glob, and that the reports were made or downloaded before this step.";
    if (request.linesAreDue(line)) {
        found.reasons.push(reason("missing", "report-missing", what, fix, {
            service: line.service,
            level: line.kind === "results" ? line.level : undefined,
        }));
    }
    else
        found.problems.push((0,problem/* problem */.CC)("notice", "report-missing", what, { hint: fix }));
}
function byService(request, line, files) {
    const groups = new Map();
    for (const file of files) {
        const service = line.service ?? request.owner(file.path);
        if (service === undefined) {
            const longer = line.kind === "results" ? `SERVICE:${line.level}=${line.glob}` : `SERVICE=${line.glob}`;
            throw new errors/* UserError */.yo("report-unowned", `${file.path} of the input '${line.kind}' lies in no service's folder`, {
                input: line.kind,
                file: file.path,
                hint: `Name its service: ${longer}`,
            });
        }
        const group = groups.get(service);
        if (group === undefined)
            groups.set(service, [file]);
        else
            group.push(file);
    }
    return groups;
}
/** A report that can't be read is a reason, so that all the others are still judged and told. */
async function readOf(request, line, service, own, files, reasons) {
    const globs = [line.glob];
    try {
        return await (0,read/* readReports */.oh)({ ...files, find: async () => own }, {
            service: request.folder(service) ?? ".",
            results: line.kind === "results" ? globs : [],
            coverage: line.kind === "coverage" ? globs : [],
            tracked: request.tracked,
            repository: request.repository,
            root: request.root,
        });
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        reasons.push(reason("missing", thrown.code, thrown.message, thrown.hint ?? "Make the report again.", {
            service,
            level: line.kind === "results" ? line.level : undefined,
            file: thrown.place.file,
            line: thrown.place.line,
        }));
        return undefined;
    }
}
/**
 * A suite that says it failed and lists no failing case: with `run` the command's exit shows it, and here nothing
 * else does.
 */
function unlistedFailures(line, service, { tests, problems }) {
    const differs = problems.find(({ code }) => code === "report-counts-differ");
    if (line.kind !== "results" || tests === null || differs === undefined)
        return [];
    if (tests.counts.failed + tests.counts.errors > 0)
        return [];
    return [
        reason("failed", differs.code, differs.message, "Mend what failed outside of the listed tests.", {
            service,
            level: line.level,
            file: differs.file,
        }),
    ];
}
function legOf(request, level, service, index, reports) {
    const { tests } = reports;
    const evidence = {
        schema: "evidence.v1",
        service,
        level,
        leg: `results-${index + 1}`,
        legs: null,
        commit: request.own.commit,
        run: request.own.run ?? null,
        attempt: request.own.attempt,
        job: null,
        outcome: "passed",
        reason: "",
        exitCode: 0,
        version: null,
        digest: null,
        declares: { results: true, coverage: false },
        tests: tests === null ? null : tests.counts,
        notable: tests?.notable ?? [],
        notableLeft: tests?.notableLeft ?? 0,
        coverage: null,
        output: null,
    };
    return { file: reports.read[0] ?? "", evidence, older: false };
}
//# sourceMappingURL=report-evidence.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/own-hosts.js
var own_hosts = __webpack_require__(3508);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/patch.js

/** Coverage of the lines that a change adds. Pure. */
/** `gate.exclude` where it is not set: the usual folders and names of tests. */
const DEFAULT_EXCLUDE = [
    "**/{test,tests,__tests__,spec,specs,e2e,testdata,fixtures,__mocks__}/**",
    "**/src/{test,testFixtures,integrationTest}/**",
    "**/*.{test,spec}.*",
    "**/*_test.*",
    "**/test_*.py",
    "**/conftest.py",
    "**/*{Test,Tests,IT}.{java,kt,scala,groovy,cs}",
    "**/*_spec.rb",
];
/** Fewer lines than this are not judged (gate.md). */
const DEFAULT_PATCH_FLOOR = 5;
/** Extensions that stand for one language. */
const LANGUAGES = [
    [".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts"],
    [".c", ".h", ".cc", ".cpp", ".cxx", ".hh", ".hpp", ".hxx"],
    [".py", ".pyw"],
    [".kt", ".kts"],
];
/** Which files no report knows, so that the caller reads only their texts. */
function unreportedFiles(request) {
    const reported = new Set(request.coverage.map((each) => each.path));
    const languages = new Set(request.coverage.map((each) => languageOf(each.path)));
    languages.delete(undefined);
    const excluded = picomatch([...(request.exclude ?? DEFAULT_EXCLUDE)], { dot: true });
    return [...request.added.keys()].filter((path) => !reported.has(path) && languages.has(languageOf(path)) && !excluded(path));
}
/** Added lines that a report instruments, and those of files that the reports should know and don't. */
function patchCoverage(request) {
    const files = [];
    const byPath = new Map(request.coverage.map((each) => [each.path, each]));
    for (const [path, added] of request.added) {
        const known = byPath.get(path);
        if (known !== undefined)
            files.push(reportedFile(known, added));
    }
    for (const path of unreportedFiles(request)) {
        const lines = (request.texts.get(path) ?? "").split("\n");
        const uncovered = (request.added.get(path) ?? []).filter((line) => {
            const text = lines[line - 1];
            // Where the text is not known a line counts: it can't be shown to be blank.
            return !request.texts.has(path) || (text !== undefined && text.trim() !== "");
        });
        files.push({ path, reported: false, covered: 0, total: uncovered.length, uncovered });
    }
    const counting = files.filter((each) => each.total > 0).sort((a, b) => (a.path < b.path ? -1 : 1));
    const total = counting.reduce((sum, each) => sum + each.total, 0);
    const floor = request.floor ?? DEFAULT_PATCH_FLOOR;
    return {
        covered: counting.reduce((sum, each) => sum + each.covered, 0),
        total,
        files: counting,
        judged: total > 0 && total >= floor,
        floor,
    };
}
function reportedFile(file, added) {
    const wanted = new Set(added);
    const hits = new Map();
    for (const [line, count] of file.lines)
        if (wanted.has(line))
            hits.set(line, count);
    const uncovered = [];
    let covered = 0;
    for (const line of added) {
        const count = hits.get(line);
        if (count === undefined)
            continue;
        if (count > 0)
            covered++;
        else
            uncovered.push(line);
    }
    return { path: file.path, reported: true, covered, total: covered + uncovered.length, uncovered };
}
/** A language's first extension; a file without an extension has none. */
function languageOf(path) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const dot = name.lastIndexOf(".");
    if (dot <= 0)
        return undefined;
    const extension = name.slice(dot).toLowerCase();
    return LANGUAGES.find((each) => each.includes(extension))?.[0] ?? extension;
}
//# sourceMappingURL=patch.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/added.js



async function coverageOfAdded(question, ports) {
    const { base, coverage, floor } = question;
    if (base.kind !== "commit")
        return base;
    const all = await ports.addedLines(base.commit);
    const excluded = excludedBy(question.sides);
    const reported = new Set(coverage.map(({ path }) => path));
    const added = new Map([...all].filter(([path]) => question.owns(path) && (reported.has(path) || !excluded(path))));
    const request = { added, coverage, exclude: [], floor };
    const texts = await readAll(ports.tree, unreportedFiles(request));
    return { kind: "compared", patch: patchCoverage({ ...request, texts }) };
}
/** A file is left out only where every side leaves it out. */
function excludedBy(sides) {
    const matchers = sides.map((side) => picomatch([...(side.exclude ?? DEFAULT_EXCLUDE)], { dot: true }));
    return (path) => matchers.every((matches) => matches(path));
}
/** A file that is too large to be read as text keeps none: then all of its added lines count. */
async function readAll(tree, paths) {
    try {
        return await tree.read(paths);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
    }
    const texts = new Map();
    for (const path of paths) {
        try {
            for (const [file, text] of await tree.read([path]))
                texts.set(file, text);
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* UserError */.yo))
                throw thrown;
        }
    }
    return texts;
}
//# sourceMappingURL=added.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/bases.js

/** What the added lines are added to: one commit, or each service's last release. */
async function findBases(question) {
    const { comparison } = question;
    const shared = { own: new Map(), outOfReach: [] };
    switch (comparison.kind) {
        case "commit":
            return { common: { kind: "commit", commit: comparison.base }, ...shared };
        case "everything":
            return { common: await baseByPolicy(question, comparison.reason), ...shared };
        case "unresolved":
            return { common: { kind: "unknown", why: comparison.reason }, ...shared };
        case "release":
            return lastReleases(question);
    }
}
/** What is missing from the releases is not known; only what is there without one was never released. */
async function lastReleases({ due, catalogues, head, ports }) {
    const common = { kind: "none", why: "it was never released" };
    const own = new Map();
    const outOfReach = [];
    const [catalogue] = catalogues;
    if (catalogue === undefined || due.length === 0)
        return { common, own, outOfReach };
    const releases = await ports.lastReleases(catalogue, head);
    // Without manifests any name may be asked for: each is a part of the one service that the repository is.
    const whole = catalogue.declared ? undefined : catalogue.services[0]?.name;
    for (const { name } of due) {
        const key = releases.has(name) ? name : (whole ?? name);
        const release = releases.get(key);
        if (release !== undefined)
            own.set(name, { kind: "commit", commit: release.commit });
        else if (!releases.has(key)) {
            own.set(name, { kind: "unknown", why: "its last release can't be told from here" });
            outOfReach.push(name);
        }
    }
    return { common, own, outOfReach };
}
/** How many services one message names. */
const NAMED_SERVICES = 10;
function outOfReachProblem(services) {
    const named = services.slice(0, NAMED_SERVICES).join(", ");
    const more = services.length > NAMED_SERVICES ? ` and ${services.length - NAMED_SERVICES} more` : "";
    return (0,problem/* problem */.CC)("warning", "base-unresolved", `The last releases of ${named}${more} can't be told from here, so the lines added since are not known`, {
        hint: "Check out with fetch-depth: 0 and fetch-tags: true, and give the input 'token' the right to read the repository.",
    });
}
/**
 * An event that names no base, such as a dispatch, compares with nothing on main; on any other branch, where the
 * default branch's policy holds too, it must not be a way around the bar for added lines.
 */
async function baseByPolicy({ policyBase, head, ports }, why) {
    if (policyBase === undefined)
        return { kind: "none", why };
    const commit = await ports.git.mergeBase(policyBase, head);
    if (commit !== undefined)
        return { kind: "commit", commit };
    return { kind: "unknown", why: `no common history with the base ${policyBase.slice(0, 12)} is here` };
}
function baseOf(bases, service) {
    return bases.own.get(service) ?? bases.common;
}
//# sourceMappingURL=bases.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/infrastructure.js + 1 modules
var infrastructure = __webpack_require__(5586);
// EXTERNAL MODULE: ./.cache/bundles/evidence/quarantine.js
var quarantine = __webpack_require__(1732);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/excuses.js


function makeExcuses(question) {
    const { sides, today, settingsFile } = question;
    const quarantines = sides.map((side) => (0,quarantine/* readQuarantine */.D)(side.quarantine, today, settingsFile));
    const causes = (evidence, causeIn) => sides.every((side) => {
        const cause = causeIn(side);
        if (!cause.outside)
            return false;
        const brought = question.newHosts(evidence.service);
        return !cause.hosts.some((host) => brought.has(host));
    });
    return {
        problems: quarantines[0]?.problems ?? [],
        excuses: {
            quarantined: (test, { service, level }) => quarantines.every((each) => each.find(test, service, level) !== undefined),
            outside: (test, evidence) => causes(evidence, (side) => (0,infrastructure/* causeOf */.rl)(test, worldOf(side, question.ours))),
            outsideOutput: (output, evidence) => causes(evidence, (side) => (0,infrastructure/* causeOfOutput */.yO)(output, worldOf(side, question.ours))),
        },
    };
}
function worldOf(side, ours) {
    return { ours, patterns: side.infrastructure?.patterns ?? [] };
}
/** Hosts that failures of the evidence are about, by service: to be looked for in what the change adds. */
function hostsOfFailures(evidence, ours) {
    const hosts = new Map();
    const add = (service, cause) => {
        if (!cause.outside)
            return;
        const known = hosts.get(service) ?? new Set();
        hosts.set(service, known);
        for (const host of cause.hosts)
            known.add(host);
    };
    // Every pattern is the outside world's here: the hosts of all failures are asked for, excused or not.
    const world = { ours, patterns: ["*"] };
    const failing = (test) => test.status === "failed" || test.status === "error";
    for (const each of evidence) {
        for (const test of each.notable)
            if (failing(test))
                add(each.service, (0,infrastructure/* causeOf */.rl)(test, world));
        if (each.output !== null && each.outcome !== "passed") {
            for (const line of each.output.split(/\r?\n/).slice(-20))
                add(each.service, (0,infrastructure/* causeOf */.rl)({ message: line }, world));
        }
    }
    return hosts;
}
//# sourceMappingURL=excuses.js.map
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/workflow-file.js

/** Reads a workflow. Anything that is not exactly understood makes it unreadable, and so it proves nothing. */
function parseWorkflow(file, text) {
    const unreadable = (why) => ({ kind: "unreadable", file, why });
    let root;
    try {
        const document = (0,dist/* parseDocument */.Tp)(text, { uniqueKeys: true, version: "1.2", prettyErrors: false });
        const error = document.errors[0];
        if (error !== undefined)
            return unreadable(`it is no valid YAML (${error.message.split("\n")[0] ?? ""})`);
        root = document.toJS({ mapAsMap: true, maxAliasCount: 100 });
    }
    catch {
        return unreadable("it is nested too deeply or has too many aliases");
    }
    const jobs = root instanceof Map ? root.get("jobs") : undefined;
    if (!(jobs instanceof Map))
        return unreadable("it has no jobs");
    const read = new Map();
    for (const [id, job] of jobs) {
        const parsed = job instanceof Map ? parseJob(job) : undefined;
        if (typeof id !== "string" || parsed === undefined)
            return unreadable(`job ${JSON.stringify(String(id))} has a form that is not known`);
        read.set(id, parsed);
    }
    return { kind: "read", file, jobs: read };
}
function parseJob(job) {
    const needs = parseJobNeeds(job.get("needs"));
    const condition = parseCondition(job);
    if (needs === undefined || condition === null)
        return undefined;
    const steps = job.get("steps");
    return {
        needs,
        condition,
        continueOnError: continues(job),
        continuingSteps: Array.isArray(steps)
            ? steps.flatMap((step, index) => step instanceof Map && continues(step) ? [stepName(step, index)] : [])
            : [],
    };
}
function parseJobNeeds(value) {
    if (value === undefined || value === null)
        return [];
    if (typeof value === "string")
        return [value];
    if (Array.isArray(value) && value.every((each) => typeof each === "string"))
        return value;
    return undefined;
}
/** null where there is an `if` of a form that is not known. */
function parseCondition(job) {
    if (!job.has("if"))
        return undefined;
    const value = job.get("if");
    if (typeof value === "string" && value.trim() !== "")
        return value.trim();
    if (typeof value === "boolean")
        return String(value);
    return null;
}
function continues(part) {
    const value = part.get("continue-on-error");
    return value !== undefined && value !== null && value !== false && value !== "false";
}
function stepName(step, index) {
    for (const key of ["name", "id", "uses"]) {
        const value = step.get(key);
        if (typeof value === "string")
            return value;
    }
    return `step ${index + 1}`;
}
/**
 * Whether a condition lets the job run when a need has failed: GitHub adds success() over all ancestors to a
 * condition without a status function, and takes a skipped required check for passed.
 */
function runsAfterFailure(condition) {
    return condition !== undefined && /\balways\s*\(\s*\)|!\s*cancelled\s*\(\s*\)/i.test(condition);
}
/** All ancestors of a job, without itself; undefined where a need is no job of the file. */
function ancestorsOf(jobs, job) {
    const found = new Set();
    const open = [...(jobs.get(job)?.needs ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (found.has(next))
            continue;
        const each = jobs.get(next);
        if (each === undefined)
            return undefined;
        found.add(next);
        open.push(...each.needs);
    }
    return found.has(job) ? undefined : found;
}
//# sourceMappingURL=workflow-file.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/skips.js

function proveSkip(question) {
    const { job, gateJob, workflow, baseWorkflow } = question;
    const file = (each) => each.file ?? "the workflow file";
    if (workflow.kind === "unreadable")
        return unproven(`${file(workflow)} can't be read: ${workflow.why}`);
    if (gateJob === undefined)
        return unproven("the gate's own job is not known (GITHUB_JOB is not set)");
    const own = workflow.jobs.get(gateJob);
    if (own === undefined || !sameNames(own.needs, question.needs))
        return unproven(`job '${gateJob}' of ${file(workflow)} does not need exactly the jobs in 'needs' (a reusable workflow names its skips in 'allowed-skips')`);
    const head = prove(question, workflow.jobs, workflow.jobs, job, new Map());
    if (head.kind === "unproven" || baseWorkflow === undefined)
        return head;
    if (baseWorkflow.kind === "unreadable")
        return unproven(`the base's ${file(baseWorkflow)} can't be read: ${baseWorkflow.why}`);
    if (baseWorkflow.jobs.get(gateJob)?.needs.includes(job) !== true)
        return unproven(`the gate of the base's ${file(baseWorkflow)} does not know the job yet`);
    const base = prove(question, baseWorkflow.jobs, workflow.jobs, job, new Map());
    if (base.kind === "unproven")
        return unproven(`by the base's workflow file, ${base.why}`);
    return base.kind === "behind-outage" ? base : head;
}
/**
 * The proof by the graph of `jobs`. `running` is the file that ran: a condition counts only where both files
 * have the same one, and a skipped job only where it stands before the job in both, so that a change can't skip
 * a job by a condition or a need of its own.
 */
function prove(question, jobs, running, job, known) {
    const proof = known.get(job) ?? proveAnew(question, jobs, running, job, known);
    known.set(job, proof);
    return proof;
}
function proveAnew(question, jobs, running, job, known) {
    const own = jobs.get(job);
    // Undefined also for a job that needs itself, so that the recursion ends.
    const ancestors = ancestorsOf(jobs, job);
    if (own === undefined || ancestors === undefined)
        return unproven(`the needs of '${job}' can't be followed`);
    let outage = false;
    let skippedNeed = false;
    for (const ancestor of ancestors) {
        const result = question.needs.get(ancestor);
        if (result === undefined && !provenByDescendant(question.needs, jobs, running, ancestor))
            return unproven(`the result of '${ancestor}', which stands before it, is not known`);
        if (result === "success" || result === undefined) {
            if (running.get(ancestor)?.continueOnError !== true)
                continue;
            return unproven(`'${ancestor}', which stands before it, continues on error, so that its success proves nothing`);
        }
        if (result === "failure" && question.explained(ancestor)) {
            outage = true;
            continue;
        }
        if (result !== "skipped")
            return unproven(`'${ancestor}', which stands before it, ended with ${result}`);
        const proof = prove(question, jobs, running, ancestor, known);
        if (proof.kind === "unproven")
            return unproven(`'${ancestor}', which stands before it, was skipped: ${proof.why}`);
        if (proof.kind === "behind-outage")
            outage = true;
        else if (own.needs.includes(ancestor))
            skippedNeed = true;
    }
    if (outage)
        return { kind: "behind-outage" };
    for (const added of ancestorsOf(running, job) ?? []) {
        if (question.needs.get(added) === "skipped" && !ancestors.has(added))
            return unproven(`this change puts '${added}', which was skipped, before it`);
    }
    if (skippedNeed)
        return { kind: "innocent" };
    if (own.condition === undefined)
        return unproven("it has neither an 'if' nor a need that was skipped");
    if (own.condition !== running.get(job)?.condition)
        return unproven("this change alters its 'if'");
    return { kind: "innocent" };
}
/** A job without an `if` runs only when all its ancestors have succeeded. */
function provenByDescendant(needs, jobs, running, ancestor) {
    for (const [job, result] of needs) {
        if (result !== "success" || jobs.get(job)?.condition !== undefined)
            continue;
        if (running.get(job) === undefined || running.get(job)?.condition !== undefined)
            continue;
        if (ancestorsOf(jobs, job)?.has(ancestor) === true && ancestorsOf(running, job)?.has(ancestor) === true)
            return true;
    }
    return false;
}
function sameNames(names, needs) {
    return new Set(names).size === needs.size && names.every((name) => needs.has(name));
}
function unproven(why) {
    return { kind: "unproven", why };
}
//# sourceMappingURL=skips.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/needs.js




const RESULTS = ["success", "failure", "cancelled", "skipped"];
/** Reads `toJSON(needs)`. A UserError names what has another form. */
function parseNeeds(value) {
    const wrong = (what) => new errors/* UserError */.yo("needs-invalid", `Input 'needs' ${what}`, {
        input: "needs",
        hint: `Pass it as needs: \${{ toJSON(needs) }}.`,
    });
    if (typeof value !== "object" || value === null || Array.isArray(value))
        throw wrong("is no JSON object of jobs");
    const needs = new Map();
    for (const [job, entry] of Object.entries(value)) {
        const result = typeof entry === "object" && entry !== null && Object.hasOwn(entry, "result")
            ? entry.result
            : undefined;
        if (typeof result !== "string" || !RESULTS.includes(result))
            throw wrong(`has no result that is known for job ${(0,inputs/* quote */.hD)(job)}`);
        needs.set(job, result);
    }
    return needs;
}
/** Judges every job of `needs`. The problems are told and do not change the verdict. */
function judgeNeeds(question) {
    const problems = [
        ...unknownNames("allowed-skips", question.allowedSkips, question.needs),
        ...unknownNames("allowed-failures", question.allowedFailures, question.needs),
    ];
    const explained = (job) => question.needs.get(job) === "failure" && question.evidenceOf(job).explained;
    const jobs = [];
    for (const [job, result] of question.needs) {
        const judged = judgeJob(question, job, result, explained);
        jobs.push({ job, result, ...judged });
        const steps = question.workflow.kind === "read" ? question.workflow.jobs.get(job)?.continuingSteps : undefined;
        if (steps !== undefined && steps.length > 0) {
            problems.push((0,problem/* problem */.CC)("notice", "continuing-steps", `Job '${job}' has steps with continue-on-error: ${steps.slice(0, 5).join(", ")}`, { file: question.workflow.file, hint: "Their failure does not show in the job's result." }));
        }
    }
    return { jobs, problems };
}
function judgeJob(question, job, result, explained) {
    const { workflow, allowedSkips, allowedFailures } = question;
    switch (result) {
        case "success": {
            const continues = workflow.kind === "read" && workflow.jobs.get(job)?.continueOnError === true;
            if (!continues)
                return { verdict: "good", why: "succeeded" };
            if (question.evidenceOf(job).present)
                return { verdict: "good", why: "continues on error; its evidence is judged" };
            if (allowedFailures.includes(job))
                return { verdict: "good", why: "continues on error, and its failure is allowed" };
            return {
                verdict: "closed",
                why: "continues on error, so that its success proves nothing, and left no evidence that tells of all its legs",
            };
        }
        case "failure":
            if (allowedFailures.includes(job))
                return { verdict: "good", why: "failed, which is allowed" };
            if (explained(job))
                return {
                    verdict: "held",
                    why: "failed, and all failures in its evidence are the outside world's; whether another step of it failed is unknown",
                };
            return { verdict: "closed", why: "failed, and its evidence does not explain it" };
        case "cancelled":
            return { verdict: "closed", why: "was cancelled" };
        case "skipped":
            if (allowedSkips.includes(job))
                return { verdict: "good", why: "skipped, which is allowed" };
            return toldSkip(proveSkip({
                job,
                needs: question.needs,
                gateJob: question.job,
                workflow,
                baseWorkflow: question.baseWorkflow,
                explained,
            }));
    }
}
function toldSkip(proof) {
    switch (proof.kind) {
        case "innocent":
            return { verdict: "good", why: "skipped by a condition, and no job before it failed" };
        case "behind-outage":
            return { verdict: "held", why: "skipped behind a job that failed only through the outside world" };
        case "unproven":
            return { verdict: "closed", why: `was skipped, and nothing proves that innocent: ${proof.why}` };
    }
}
function unknownNames(input, names, needs) {
    return names
        .filter((name) => !needs.has(name))
        .map((name) => (0,problem/* problem */.CC)("warning", `${input}-unknown`, `Input '${input}' names '${name}', which is no job of 'needs'`, {
        hint: `Remove the name, or correct it.${(0,inputs/* didYouMean */.au)(name, needs.keys())}`,
    }));
}
//# sourceMappingURL=needs.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/outcome.js
/** No excuse reaches below these levels: there is no outside world in them. */
const INNER_LEVELS = new Set(["unit", "component"]);
function judgeLeg(question) {
    const { evidence, excuses } = question;
    if (question.results || evidence.declares.results || evidence.tests !== null)
        return judgeReport(question);
    const judged = (outcome, why) => ({
        outcome,
        why,
        failures: [],
        counts: undefined,
    });
    if (evidence.outcome === "passed" && evidence.exitCode === 0)
        return judged("passed", "the command ended with 0; there is no report");
    const ended = evidence.exitCode === null ? "the command did not end by itself" : exitText(evidence.exitCode);
    const outside = !INNER_LEVELS.has(evidence.level) &&
        evidence.exitCode !== null &&
        evidence.output !== null &&
        excuses.outsideOutput(evidence.output, evidence);
    return outside
        ? judged("infrastructure", `${ended}, and its output names the outside world`)
        : judged("failed", `${ended}${evidence.reason === "" ? "" : ` (${evidence.reason})`}`);
}
function judgeReport({ evidence, excuses, caps }) {
    const counts = evidence.tests ?? undefined;
    const failures = evidence.notable
        .filter((test) => test.status === "failed" || test.status === "error")
        .map((test) => ({ test, excuse: excuseOf(test, evidence, excuses) }));
    const judged = (outcome, why) => ({ outcome, why, failures, counts });
    if (counts === undefined) {
        return judged("missing", evidence.declares.results
            ? `no report was found${evidence.reason === "" ? "" : ` (${evidence.reason})`}`
            : "a report of results is due, and the level left none");
    }
    const red = counts.failed + counts.errors;
    if (failures.length > red)
        return judged("failed", `the evidence lists ${failures.length} failures and counts ${red}`);
    if (counts.total !== counts.passed + red + counts.skipped)
        return judged("failed", "the evidence's counts of tests do not add up");
    const plain = failures.filter(({ excuse }) => excuse === "none").length;
    // Failures beyond the list can't be looked at, so nothing excuses them.
    const unlisted = Math.max(0, red - failures.length);
    if (plain + unlisted > 0)
        return judged("failed", `${tests(plain + unlisted)} failed`);
    const ran = counts.total - counts.skipped;
    if (ran === 0)
        return judged("missing", counts.total === 0 ? "no test ran" : "all tests were skipped");
    const outside = failures.filter(({ excuse }) => excuse === "outside").length;
    if (outside > 0) {
        if (evidence.exitCode === null)
            return judged("failed", "the command did not end by itself");
        if (caps.maxCount !== undefined && outside > caps.maxCount)
            return judged("failed", `${tests(outside)} failed through the outside world, and ${caps.maxCount} may`);
        if (outside > caps.maxShare * ran)
            return judged("failed", `${outside} of ${tests(ran)} failed through the outside world, which is too large a share`);
        return judged("infrastructure", `${tests(outside)} failed through the outside world`);
    }
    if (red > 0 && evidence.exitCode !== null)
        return judged("passed", `${tests(red)} failed and ${red === 1 ? "is" : "are"} quarantined`);
    if (red > 0)
        return judged("failed", "the command did not end by itself");
    if (evidence.outcome !== "passed" || evidence.exitCode !== 0) {
        const ended = evidence.exitCode === null ? "the command did not end by itself" : exitText(evidence.exitCode);
        return judged("failed", `no test failed, but ${ended}${evidence.reason === "" ? "" : ` (${evidence.reason})`}`);
    }
    return judged("passed", `${tests(ran)} ran`);
}
function excuseOf(test, evidence, excuses) {
    if (excuses.quarantined(test, evidence))
        return "quarantined";
    if (!INNER_LEVELS.has(evidence.level) && excuses.outside(test, evidence))
        return "outside";
    return "none";
}
function exitText(code) {
    return `the command ended with ${code}`;
}
function tests(count) {
    return count === 1 ? "1 test" : `${count} tests`;
}
//# sourceMappingURL=outcome.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/weigh.js










async function weigh(question) {
    const { policy, due, ports } = question;
    const bases = await findBases(question);
    const problems = bases.outOfReach.length === 0 ? [] : [outOfReachProblem(bases.outOfReach)];
    const added = rememberAdded(question);
    const outcomes = await judgeLegs(question, bases, added, problems);
    const outcomeOf = (leg) => {
        const outcome = outcomes.get(leg);
        if (outcome === undefined)
            throw new Error(`no outcome of ${leg.file}`);
        return outcome;
    };
    const explained = (job) => isExplained(question.own, job, outcomeOf);
    const { legs, dropped } = withoutStaleAttempts({
        legs: question.own,
        needs: question.needs,
        workflow: question.workflow,
        explained,
    });
    /** How many legs a job has is known from its evidence alone where its success proves nothing. */
    const present = (job) => {
        const own = legs.filter(({ evidence }) => evidence.job === job);
        return own.length > 0 && own.every(({ evidence }) => evidence.legs !== null);
    };
    const judgedNeeds = judgeNeeds({
        ...question,
        needs: question.needs ?? new Map(),
        evidenceOf: (job) => ({ present: present(job), explained: explained(job) }),
    });
    problems.push(...judgedNeeds.problems);
    const all = [...legs, ...question.reports];
    const coverageOf = coverages(all, question.directCoverage);
    const owner = folderOwners(policy.services);
    const patches = new Map();
    const sides = policy.sides;
    const figuresOf = (base, owns, coverage) => coverageOfAdded({ base, owns, coverage, sides, floor: policy.patchFloor }, { addedLines: added, tree: question.tree });
    for (const service of due) {
        const coverage = coverageOf.get(service.name) ?? [];
        const known = new Set(coverage.map(({ path }) => path));
        const owns = service.path === undefined
            ? (path) => known.has(path)
            : (path) => owner(path) === service.name || question.ownerBefore(path) === service.name;
        patches.set(service.name, await figuresOf(baseOf(bases, service.name), owns, coverage));
    }
    const unownedBase = bases.common;
    const unowned = await figuresOf(unownedBase, (path) => owner(path) === undefined, (0,merge/* mergeCoverage */.PV)(coverageOf.values()));
    if (question.workingTree && (await ports.git.isDirty()))
        problems.push((0,problem/* problem */.CC)("notice", "working-tree", "Lines that are not committed count as changed"));
    const patchBar = Math.max(policy.defaults.patch ?? -1, question.thresholds.patch ?? -1);
    return {
        question: {
            policy,
            due,
            legs: all.map((leg) => ({ leg, outcome: outcomeOf(leg) })),
            coverage: question.directCoverage,
            patches,
            unowned,
            unownedBars: patchBar < 0 ? {} : { patch: patchBar },
            jobs: judgedNeeds.jobs,
            legReasons: missingLegs(legs, question.needs),
        },
        problems,
        dropped,
    };
}
/** Many services share a base: each difference is asked for once. */
function rememberAdded({ ports, head, workingTree }) {
    const known = new Map();
    return (base) => {
        const added = known.get(base) ?? ports.git.addedLines(base, workingTree ? "working-tree" : head);
        known.set(base, added);
        return added;
    };
}
async function judgeLegs(question, bases, added, problems) {
    const { policy, due } = question;
    const legs = [...question.own, ...question.reports];
    const ours = new Set(question.catalogues.flatMap((catalogue) => [...(0,own_hosts/* ownHosts */.u)(catalogue)]));
    const brought = await findNewHosts(question, legs, ours, bases, added);
    const none = new Set();
    const made = makeExcuses({
        sides: policy.sides,
        ours,
        today: question.ports.today,
        settingsFile: question.settingsFile,
        newHosts: (service) => brought.get(service) ?? none,
    });
    problems.push(...made.problems);
    const levels = new Map(due.map((service) => [service.name, new Map(service.levels.map((each) => [each.level, each]))]));
    return new Map(legs.map((leg) => [
        leg,
        judgeLeg({
            evidence: leg.evidence,
            results: levels.get(leg.evidence.service)?.get(leg.evidence.level)?.results === true,
            excuses: made.excuses,
            caps: policy.infrastructure,
        }),
    ]));
}
/** The most hosts that are looked for; a failure about any beyond counts as the change's. */
const HOST_LIMIT = 200;
/** Hosts that occur in a line which the change adds and in no line of the base, by service: mistyped names. */
async function findNewHosts(question, legs, ours, bases, added) {
    const hosts = hostsOfFailures(legs.map(({ evidence }) => evidence), ours);
    const answers = new Map();
    const isNew = (host, base) => {
        if (base.kind !== "commit")
            return Promise.resolve(false);
        const key = `${base.commit} ${host}`;
        const answer = answers.get(key) ?? (answers.size >= HOST_LIMIT ? Promise.resolve(true) : ask(host, base.commit));
        answers.set(key, answer);
        return answer;
    };
    const ask = async (host, base) => {
        const lines = await added(base);
        const now = await question.ports.linesWith(host, question.workingTree ? "working-tree" : question.head);
        if (!now.some(({ path, line }) => lines.get(path)?.includes(line) === true))
            return false;
        return (await question.ports.linesWith(host, base)).length === 0;
    };
    const found = new Map();
    for (const [service, named] of hosts) {
        for (const host of named) {
            if (!(await isNew(host, baseOf(bases, service))))
                continue;
            const set = found.get(service) ?? new Set();
            found.set(service, set.add(host));
        }
    }
    return found;
}
/**
 * A job's failure is explained where the evidence of all its legs is there and all that failed is the outside
 * world's. A leg that failed ran again in this attempt, so only green legs of an earlier one count.
 */
function isExplained(legs, job, outcomeOf) {
    const own = legs.filter(({ evidence }) => evidence.job === job);
    if (!allLegsThere(own))
        return false;
    const outages = own.filter((leg) => !leg.older && outcomeOf(leg).outcome === "infrastructure");
    return (outages.length > 0 && own.every((leg) => outages.includes(leg) || outcomeOf(leg).outcome === "passed"));
}
function coverages(legs, direct) {
    const parts = new Map();
    const add = (service, files) => {
        const known = parts.get(service);
        if (known === undefined)
            parts.set(service, [files]);
        else
            known.push(files);
    };
    for (const { evidence } of legs)
        if (evidence.coverage !== null)
            add(evidence.service, evidence.coverage.files);
    for (const [service, files] of direct)
        add(service, files);
    return new Map([...parts].map(([service, files]) => [service, (0,merge/* mergeCoverage */.PV)(files)]));
}
//# sourceMappingURL=weigh.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/gate.js



















/** May the end-to-end tests run? */
async function run(inputs, ports) {
    const place = await findPlace(inputs, ports);
    const policySide = await findPolicy(inputs, ports, place);
    const { policy } = policySide;
    const problems = [...place.catalogue.problems, ...policy.problems];
    const reasons = [...policySide.reasons];
    const services = await affectedServices(inputs, ports, place, problems);
    const due = whatIsDue({
        policy,
        services,
        require: inputs.require,
        reports: inputs.reports,
        thresholds: inputs.thresholds,
    });
    const { own } = place;
    const selection = selectEvidence(await readEvidence(inputs, ports), own);
    const folders = new Map(policy.services.map(({ name, path }) => [name, path]));
    const reports = await readReportLines({
        lines: inputs.reports,
        own,
        owner: folderOwners(policy.services),
        folder: (service) => folders.get(service),
        repository: new evidence_paths/* RepositoryPaths */.L(place.files, await (0,go_modules/* readGoModules */.i)(place.tree)),
        tracked: new Set(place.tracked),
        root: ports.directory,
        linesAreDue: (line) => !policy.declared || isUndeclared(line, policy, services),
    }, ports.reports);
    refuseNothing(inputs, policy, selection.legs.length + selection.dropped.length + selection.reasons.length);
    reasons.push(...selection.reasons, ...reports.reasons);
    problems.push(...reports.problems);
    const workflow = await readWorkflow(inputs, ports, place.tree);
    const baseWorkflow = policySide.tree === undefined ? undefined : await readWorkflow(inputs, ports, policySide.tree);
    problems.push(...gateCondition(workflow, ports.event.job));
    if (inputs.needs?.size === 0)
        problems.push((0,problem/* problem */.CC)("notice", "needs-empty", "'needs' holds no job, so that only evidence is judged"));
    const weighed = await weigh({
        policy,
        due,
        own: selection.legs,
        reports: reports.legs,
        directCoverage: reports.coverage,
        ownerBefore: ownersBefore(policy, policySide.base, new Set(await policySide.tree?.list())),
        needs: inputs.needs,
        job: ports.event.job,
        workflow,
        baseWorkflow,
        allowedSkips: inputs.allowedSkips,
        allowedFailures: inputs.allowedFailures,
        thresholds: inputs.thresholds,
        catalogues: [place.catalogue, ...(policySide.base === undefined ? [] : [policySide.base])],
        settingsFile: inputs.configFile,
        comparison: place.comparison,
        policyBase: policySide.commit,
        workingTree: place.workingTree,
        head: own.commit,
        tree: place.tree,
        ports,
    });
    // Where what is due was computed, that has told of a base which can't be found.
    const told = problems.some(({ code }) => code === "base-unresolved");
    problems.push(...weighed.problems.filter(({ code }) => !told || code !== "base-unresolved"));
    const { merged, ...judged } = judge({
        ...weighed.question,
        reasons,
        unmatched: reports.unmatched,
        onInfrastructure: inputs.onInfrastructure === "close" || policy.infrastructure.action === "close" ? "close" : "hold",
        settingsFile: inputs.configFile,
    });
    const written = merged.length === 0 ? undefined : await ports.writeCoverage(merged);
    if (written !== undefined && written.left.length > 0)
        problems.push((0,expressible/* leftOutProblem */.XS)(written.left));
    return {
        schema: "gate.result.v1",
        ...judged,
        mergedCoverage: written?.folder ?? null,
        commit: own.commit,
        run: own.run ?? null,
        base: place.comparison.kind === "commit" ? place.comparison.base : null,
        dropped: [...selection.dropped, ...weighed.dropped],
        problems: [...problems, ...judged.problems],
    };
}
/** Whose evidence is due: as it is given, as the plan says, or computed as plan does; undefined: everybody's. */
async function affectedServices(inputs, ports, place, problems) {
    const given = await plannedServices(inputs, ports, place.own.commit);
    if (given !== undefined) {
        if (place.comparison.kind === "unresolved")
            problems.push(linesUnknown(place.comparison));
        return given;
    }
    if (!place.catalogue.declared) {
        if (place.comparison.kind === "unresolved")
            problems.push(place.comparison.problem);
        return undefined;
    }
    const due = await (0,graph_due/* dueServices */.R)({
        catalogue: place.catalogue,
        files: place.files,
        head: place.own.commit,
        workingTree: place.workingTree,
        comparison: place.comparison,
        depth: "direct",
        configFile: inputs.configFile,
        repositoryName: place.repository,
    }, ports);
    problems.push(...due.problems.filter(({ code }) => code !== "manifest-deleted"));
    return due.services.map(({ service }) => service);
}
/** What is due does not hang on the base where it is given; what the change adds does. */
function linesUnknown({ reason, problem: { code, hint } }) {
    return (0,problem/* problem */.CC)("warning", code, `${reason}, so the lines that this change adds are not known`, { hint });
}
async function readEvidence(inputs, ports) {
    const paths = new Set();
    for (const glob of inputs.evidence)
        for (const path of await ports.find(glob, "evidence"))
            paths.add(path);
    if (paths.size > FILE_LIMIT) {
        throw new errors/* UserError */.yo("glob-too-wide", `Input 'evidence' finds more than ${FILE_LIMIT} files`, {
            input: "evidence",
            hint: "Write narrower globs.",
        });
    }
    const files = [];
    for (const path of [...paths].sort()) {
        if (isEvidenceName(path))
            files.push(parseEvidence(path, await ports.read(path)));
        else
            files.push({ kind: "other", file: path, why: "its name does not end in .json" });
    }
    return files;
}
/** A level that no manifest declares is due by the line alone, where anything is. */
function isUndeclared(line, policy, services) {
    if (line.kind !== "results" || services?.length === 0)
        return false;
    return policy.services.every(({ levels }) => !levels.has(line.level));
}
function refuseNothing(inputs, policy, evidence) {
    const asked = (inputs.needs?.size ?? 0) + inputs.require.length + inputs.reports.length + evidence;
    if (policy.declared || asked > 0)
        return;
    throw new errors/* UserError */.yo("nothing-to-judge", "There is nothing to judge: no manifest, no 'needs', no 'require' and no evidence", {
        hint: `Pass needs: \${{ toJSON(needs) }}, or 'results' and 'coverage', or write a sluice.service.yaml.`,
    });
}
async function readWorkflow(inputs, ports, tree) {
    const file = inputs.workflow ?? ports.event.workflowFile;
    if (file === undefined)
        return { kind: "unreadable", file, why: "its name is not known (pass the input 'workflow')" };
    try {
        const text = (await tree.read([file])).get(file);
        return text === undefined
            ? { kind: "unreadable", file, why: `it is not in ${tree.name}` }
            : parseWorkflow(file, text);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        return { kind: "unreadable", file, why: thrown.message };
    }
}
/** Told, and no part of the verdict: a gate that is skipped can't tell it. */
function gateCondition(workflow, job) {
    const own = workflow.kind === "read" && job !== undefined ? workflow.jobs.get(job) : undefined;
    if (own === undefined || own.needs.length === 0 || runsAfterFailure(own.condition))
        return [];
    return [
        (0,problem/* problem */.CC)("error", "gate-skippable", `Job '${job}' is skipped when a job before it fails, and GitHub takes a skipped required check for passed`, { file: workflow.file, hint: `Give the job: if: \${{ !cancelled() }}` }),
    ];
}
//# sourceMappingURL=gate.js.map
// EXTERNAL MODULE: ./.cache/bundles/runner/action.js
var action = __webpack_require__(7203);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/inputs.js







/** The inputs and outputs of `gate` (CONTRACT). */
const INPUTS = [
    ...action/* COMMON_INPUTS */.s,
    {
        name: "needs",
        description: "The results of the jobs before the gate, as the expression toJSON(needs) gives them.",
    },
    {
        name: "workflow",
        description: "The workflow's file, which tells an innocent skip from a hidden failure. Default: from the run.",
    },
    {
        name: "plan-file",
        description: "The result file of `plan`: its services are those whose evidence is due.",
    },
    {
        name: "evidence",
        description: "Globs of evidence files, one per line.",
        default: `${evidence/* EVIDENCE_FOLDER */.TX}/**`,
    },
    {
        name: "results",
        description: "Test reports that were made without `run`: lines of [service:]level=glob.",
    },
    {
        name: "coverage",
        description: "Coverage reports that were made without `run`: lines of [service=]glob.",
    },
    {
        name: "services",
        description: "Names of the services whose evidence is due: the array of `plan`. [] means that nothing is due. Default: computed when there are manifests.",
    },
    {
        name: "require",
        description: "What is due besides what the manifests declare: a level (unit), coverage, or service:level, one per line.",
    },
    { name: "allowed-skips", description: "Jobs of `needs` that may be skipped." },
    { name: "allowed-failures", description: "Jobs of `needs` that may fail. Cancelled ones never pass." },
    {
        name: "checks",
        description: "Check runs or statuses of this commit that must have succeeded.",
        later: true,
    },
    {
        name: "wait-timeout",
        description: "Seconds to wait for `checks`. Not supported yet: anything but 0 is refused.",
        default: "0",
    },
    {
        name: "thresholds",
        description: "Bars for coverage in percent, one per line: `lines: 80`. Keys: lines, branches, functions, patch, file.",
    },
    { name: "base", description: "The revision that the change is compared with. Default: from the event." },
    { name: "base-evidence", description: "Globs of the base's evidence, for `ratchet`.", later: true },
    {
        name: "policy-from",
        description: "Whose manifests and settings hold: those of base and head together (base), or the head's alone (head).",
        default: "base",
    },
    {
        name: "on-infrastructure",
        description: "What failures of the outside world do: hold or close. The stricter of this and the policy holds.",
        default: "hold",
    },
    {
        name: "fail-when-closed",
        description: "Whether the step fails when the gate is closed.",
        default: "true",
    },
    { name: "attest", description: "Lines of image@digest that get the signed verdict.", later: true },
    { name: "registry-auth", description: "Credentials for `attest`.", secret: true, later: true },
    { name: "signing-key", description: "The key that signs the verdict.", secret: true, later: true },
    {
        name: "comment",
        description: "Whether to comment on the pull request. Not supported yet: true is refused.",
        default: "false",
    },
    {
        name: "token",
        description: "Fetches the base where the checkout does not hold it.",
        expression: `\${{ github.token }}`,
        secret: true,
    },
];
const OUTPUTS = [
    { name: "open", description: "true when everything required is there and passed, else false." },
    { name: "verdict", description: "open, held or closed." },
    { name: "reason", description: "The first reason, in one line." },
    { name: "coverage", description: "Line coverage of all that was judged, in percent, rounded down." },
    {
        name: "patch-coverage",
        description: "Coverage of the lines that this change adds, in percent, rounded down.",
    },
    { name: "tests", description: "How many tests there are in the evidence." },
    { name: "failed", description: "How many of them failed." },
    { name: "flaky", description: "How many of them passed only when they were repeated." },
    {
        name: "merged-coverage",
        description: "The folder with the merged coverage (lcov.info and cobertura.xml), relative to the workspace; empty where there is none.",
    },
    {
        name: "digests",
        description: "The images whose builds left evidence that counts. JSON: service to digest.",
    },
    ...action/* COMMON_OUTPUTS */.h,
];
function parseInputs(inputs) {
    refuseLater(inputs);
    const needs = inputs.json("needs");
    return {
        configFile: inputs.required("config-file"),
        workingDirectory: inputs.text("working-directory") ?? ".",
        needs: needs === undefined ? undefined : parseNeeds(needs),
        workflow: inputs.text("workflow")?.trim(),
        planFile: inputs.text("plan-file"),
        evidence: inputs.list("evidence"),
        reports: [...parseResultLines(inputs.list("results")), ...parseCoverageLines(inputs.list("coverage"))],
        services: inputs.given("services") ? inputs.list("services", { commas: true }) : undefined,
        require: parseRequire(inputs.list("require", { commas: true })),
        allowedSkips: inputs.list("allowed-skips", { commas: true }),
        allowedFailures: inputs.list("allowed-failures", { commas: true }),
        thresholds: parseThresholds(inputs.list("thresholds")),
        base: inputs.text("base")?.trim(),
        policyFrom: inputs.choice("policy-from", ["base", "head"]) ?? "base",
        onInfrastructure: inputs.choice("on-infrastructure", ["hold", "close"]) ?? "hold",
        failWhenClosed: inputs.boolean("fail-when-closed"),
        token: inputs.text("token"),
    };
}
/** What has a default and still can't be done: any other value is refused, so that nobody relies on it. */
function refuseLater(inputs) {
    for (const [name, is] of [
        ["wait-timeout", inputs.integer("wait-timeout") === 0],
        ["comment", !inputs.boolean("comment")],
    ]) {
        if (is)
            continue;
        throw new errors/* UserError */.yo("input-not-supported", `Input '${name}' is not supported yet`, {
            input: name,
            hint: `Remove '${name}': leaving it out is safer than having it ignored.`,
        });
    }
}
//# sourceMappingURL=inputs.js.map
// EXTERNAL MODULE: ./.cache/bundles/context/read.js
var context_read = __webpack_require__(6396);
// EXTERNAL MODULE: ./.cache/bundles/evidence/disk.js
var disk = __webpack_require__(5825);
// EXTERNAL MODULE: ./.cache/bundles/runner/own-folder.js
var own_folder = __webpack_require__(1458);
// EXTERNAL MODULE: ./.cache/bundles/runner/whole-file.js
var whole_file = __webpack_require__(7777);
// EXTERNAL MODULE: ./.cache/bundles/evidence/handing-on/cobertura.js
var cobertura = __webpack_require__(7693);
// EXTERNAL MODULE: ./.cache/bundles/evidence/handing-on/lcov.js
var lcov = __webpack_require__(442);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/handing-on/folder.js






/**
 * Writes the merged coverage to `sluice-coverage/lcov.info` and `sluice-coverage/cobertura.xml` of a folder.
 * @param time milliseconds since 1970, which Cobertura tells
 */
async function writeCoverage(directory, files, time) {
    const folder = await (0,own_folder/* ownFolder */.v)((0,external_node_path_.join)(directory, evidence/* COVERAGE_FOLDER */.eU));
    const left = [];
    await (0,whole_file/* writeWhole */.f)((0,external_node_path_.join)(folder, "lcov.info"), (0,lcov/* lcovText */.I)(files, left));
    await (0,whole_file/* writeWhole */.f)((0,external_node_path_.join)(folder, "cobertura.xml"), (0,cobertura/* coberturaText */.D)(files, time, left));
    return { folder: evidence/* COVERAGE_FOLDER */.eU, left };
}
//# sourceMappingURL=folder.js.map
// EXTERNAL MODULE: ./.cache/bundles/git/git.js + 5 modules
var git_git = __webpack_require__(9907);
;// CONCATENATED MODULE: ./.cache/bundles/git/grep.js
/**
 * Where a literal text (in any case) stands in the files of a commit, or of the working tree with untracked files.
 * Every file counts as text: a change could else hide a line by .gitattributes.
 */
async function linesWith(git, text, where) {
    const { stdout } = await git.run([
        ...["-c", "grep.fullName=false", "-c", "grep.column=false"],
        ...["grep", "--text", "--only-matching", "-n", "-z", "-F", "-i", "--no-color", "--threads=1"],
        ...(where === "working-tree" ? ["--untracked", "-e", text] : ["-e", text, where]),
        "--",
    ], { allowed: [1] });
    const prefix = where === "working-tree" ? "" : `${where}:`;
    const found = [];
    for (const record of stdout.toString("utf8").split("\n")) {
        const match = /^([^\0]+)\0(\d+)[\0:]/.exec(record);
        if (match?.[1]?.startsWith(prefix) !== true)
            continue;
        found.push({ path: match[1].slice(prefix.length), line: Number(match[2]) });
    }
    return found;
}
//# sourceMappingURL=grep.js.map
// EXTERNAL MODULE: ./.cache/bundles/versions/release-port.js + 1 modules
var release_port = __webpack_require__(5534);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/ports.js







async function gatePorts(host, inputs) {
    const event = await (0,context_read/* readEvent */.j)(host.environment);
    const { directory, environment, log } = host;
    const git = (0,git_git/* openGit */.z)({
        directory,
        environment,
        credentials: (0,git_git/* tokenCredentials */.w)(event.serverUrl, inputs.token),
    });
    return {
        directory,
        event,
        git,
        lastReleases: (0,release_port/* releasePort */.R)({ git, actions: host.actions, log }),
        linesWith: (text, where) => linesWith(git, text, where),
        find: (glob, input) => findFiles(directory, glob, input),
        read: (path) => readFound(directory, path),
        reports: (0,disk/* diskReportFiles */.L)(directory),
        writeCoverage: (files) => writeCoverage(directory, files, Date.now()),
        today: new Date().toISOString().slice(0, 10),
        log,
    };
}
//# sourceMappingURL=ports.js.map
// EXTERNAL MODULE: ./.cache/bundles/runner/markdown.js
var markdown = __webpack_require__(104);
// EXTERNAL MODULE: ./.cache/bundles/runner/outputs.js
var outputs = __webpack_require__(2595);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem-list.js
var problem_list = __webpack_require__(8503);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/report.js




/** The most lines of each list; the whole is in the result file. */
const LISTED = 50;
const TABLE_ROWS = 500;
/** A picture of more services can't be read. */
const PICTURED = 12;
function report(result, inputs) {
    const headline = `gate ${result.verdict}: ${result.reason}`;
    return {
        headline,
        markdown: `${[
            `### ${(0,markdown/* escapeMarkdown */.FV)(`gate: ${result.verdict}`)}`,
            opening(result),
            reasons(result),
            levels(result),
            picture(result),
            jobs(result),
            failures(result),
            dropped(result),
            (0,problem_list/* problemList */.g)(result.problems),
        ]
            .filter((part) => part !== "")
            .join("\n\n")}\n`,
        outputs: {
            open: String(result.open),
            verdict: result.verdict,
            reason: oneLine(result.reason),
            coverage: percentOrEmpty(result.coverage?.lines),
            "patch-coverage": percentOrEmpty(result.patchCoverage),
            tests: String(result.tests.total),
            failed: String(result.tests.failed + result.tests.errors),
            flaky: String(result.tests.flaky),
            "merged-coverage": result.mergedCoverage === null ? "" : (0,outputs/* inWorkspace */.ve)(result.mergedCoverage, inputs.workingDirectory),
            digests: JSON.stringify(result.digests),
        },
        exitCode: result.open ? 0 : 1,
        fails: result.verdict === "closed" && inputs.failWhenClosed,
    };
}
function opening(result) {
    const [first] = result.reasons;
    const lines = [`**${(0,markdown/* escapeMarkdown */.FV)(result.reason)}**`];
    if (first !== undefined)
        lines.push((0,markdown/* escapeMarkdown */.FV)(first.fix));
    const commit = `Commit ${(0,markdown/* code */.aY)(result.commit.slice(0, 12))}`;
    const base = result.base === null ? "" : `, compared with ${(0,markdown/* code */.aY)(result.base.slice(0, 12))}`;
    lines.push(`${commit}${base}.`);
    return lines.join("  \n");
}
function reasons(result) {
    const rest = result.reasons.slice(1, LISTED);
    if (rest.length === 0)
        return "";
    const left = result.reasons.length - 1 - rest.length;
    return [
        "Also:",
        "",
        ...rest.map((each) => `- ${(0,markdown/* escapeMarkdown */.FV)(each.message)}. ${(0,markdown/* escapeMarkdown */.FV)(each.fix)}`),
        ...(0,problem_list/* moreLines */.N)(left),
    ].join("\n");
}
function levels(result) {
    const rows = result.services.flatMap((service) => {
        const shown = service.levels.length === 0 ? [undefined] : service.levels;
        return shown.map((level, index) => row(service, level, index === 0));
    });
    if (rows.length === 0)
        return "";
    const head = ["Service", "Level", "Outcome", "Tests", "Failed", "Coverage", "Patch"];
    return [(0,markdown/* table */.tp)(head, rows.slice(0, TABLE_ROWS)), ...(0,problem_list/* moreLines */.N)(rows.length - TABLE_ROWS)].join("\n\n");
}
function row(service, level, first) {
    const failed = level?.tests == null ? undefined : level.tests.failed + level.tests.errors;
    const quarantined = (level?.quarantined ?? 0) > 0 ? ` (${level?.quarantined} quarantined)` : "";
    return [
        first ? (0,markdown/* escapeMarkdown */.FV)(service.service) : "",
        level === undefined ? "" : (0,markdown/* escapeMarkdown */.FV)(level.level),
        level === undefined
            ? service.verdict
            : `${level.outcome}${level.due ? "" : " (not due)"}: ${(0,markdown/* escapeMarkdown */.FV)(level.why)}`,
        level?.tests == null ? "" : String(level.tests.total),
        failed === undefined ? "" : `${failed}${quarantined}`,
        first ? bars(service, ["lines", "branches", "functions", "file"], service.coverage?.lines) : "",
        first ? bars(service, ["patch"], service.patchCoverage) : "",
    ];
}
/** What was measured against what was asked for; without a bar only what was measured. */
function bars(service, keys, measured) {
    const shown = service.thresholds.filter(({ bar }) => keys.includes(bar)).map(barText);
    if (shown.length > 0)
        return shown.join("<br>");
    return measured == null ? "" : `${(0,figures/* percentText */.fL)(measured)} %`;
}
function barText(bar) {
    const name = bar.bar === "lines" || bar.bar === "patch" ? "" : `${bar.bar} `;
    const figure = bar.covered === null || bar.total === null
        ? "**unknown**"
        : `${(0,figures/* percentText */.fL)({ covered: bar.covered, total: bar.total })} %`;
    const note = bar.note === undefined ? "" : ` (${(0,markdown/* escapeMarkdown */.FV)(bar.note)})`;
    return `${name}${figure} of ${bar.required} %${bar.met === false && bar.total !== null ? " **below**" : ""}${note}`;
}
/** Services and the gate. Labels hold only characters that mean nothing to Mermaid. */
function picture(result) {
    const shown = result.services.filter(({ due }) => due);
    if (shown.length === 0 || shown.length > PICTURED)
        return "";
    const nodes = shown.flatMap(({ service, verdict }, index) => {
        const label = service.replace(/[^A-Za-z0-9._-]/g, "_").slice(0, 63);
        return [`\ts${index}["${label}: ${verdict}"] --> gate`];
    });
    const end = result.open ? "\tgate --> e2e[end-to-end tests]" : "\tgate -. no .-> e2e[end-to-end tests]";
    return (0,markdown/* details */.zH)("Picture", ["```mermaid", "flowchart LR", ...nodes, `\tgate{"gate: ${result.verdict}"}`, end, "```"].join("\n"));
}
function jobs(result) {
    if (result.jobs.length === 0)
        return "";
    const rows = result.jobs.map((job) => [
        (0,markdown/* escapeMarkdown */.FV)(job.job),
        job.result,
        job.verdict,
        (0,markdown/* escapeMarkdown */.FV)(job.why),
    ]);
    return (0,markdown/* details */.zH)(`Jobs (${result.jobs.length})`, [
        (0,markdown/* table */.tp)(["Job", "Result", "Judged", "Why"], rows.slice(0, TABLE_ROWS)),
        ...(0,problem_list/* moreLines */.N)(rows.length - TABLE_ROWS),
    ].join("\n\n"));
}
function failures(result) {
    if (result.failures.length === 0)
        return "";
    const shown = result.failures.slice(0, LISTED);
    const lines = shown.map((each) => {
        const place = each.file === undefined
            ? ""
            : ` at ${(0,markdown/* code */.aY)(`${each.file}${each.line === undefined ? "" : `:${each.line}`}`)}`;
        const excuse = { none: "", quarantined: " (quarantined)", outside: " (the outside world)" }[each.excuse];
        return `- ${(0,markdown/* escapeMarkdown */.FV)(`${each.service} ${each.level}`)}: ${(0,markdown/* code */.aY)(each.test)}${place}${excuse}: ${(0,markdown/* escapeMarkdown */.FV)(each.message.slice(0, 300))}`;
    });
    const all = result.failures.length + result.failuresLeft;
    return (0,markdown/* details */.zH)(`Failing tests (${all})`, [...lines, ...(0,problem_list/* moreLines */.N)(all - shown.length)].join("\n"));
}
function dropped(result) {
    if (result.dropped.length === 0)
        return "";
    const shown = result.dropped.slice(0, LISTED);
    const lines = shown.map((each) => `- ${(0,markdown/* code */.aY)(each.file)}: ${(0,markdown/* escapeMarkdown */.FV)(each.why)}`);
    return (0,markdown/* details */.zH)(`Evidence that does not count (${result.dropped.length})`, [...lines, ...(0,problem_list/* moreLines */.N)(result.dropped.length - shown.length)].join("\n"));
}
function percentOrEmpty(ratio) {
    return ratio == null ? "" : (0,figures/* percentText */.fL)(ratio);
}
function oneLine(text) {
    return text.replace(/[\r\n]+/g, " ").slice(0, 500);
}
//# sourceMappingURL=report.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/action.js




/** `gate`: may the end-to-end tests run? Also the suite's front door. */
const gateAction = {
    name: "gate",
    description: "May the end-to-end tests run? One verdict from test reports, coverage and the jobs before.",
    inputs: INPUTS,
    outputs: OUTPUTS,
    examples: [
        "sluice gate",
        "sluice gate --services catalog,checkout --require e2e",
        "sluice gate --results unit=reports/*.xml --coverage coverage/lcov.info --thresholds 'lines: 80'",
    ],
    parse: parseInputs,
    ports: gatePorts,
    run: run,
    report: report,
};
//# sourceMappingURL=action.js.map

/***/ }),

/***/ 7693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ coberturaText)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8195);
/* harmony import */ var _expressible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5984);


/**
 * Merged coverage as Cobertura XML (coverage-04.dtd). Read back by this suite it gives the same figures for
 * lines, branches and functions; statements have no place in it. Pure.
 */
/**
 * The text piece by piece, so that no size needs it whole. What can't be said is added to `left`.
 * @param time milliseconds since 1970: services refuse reports that seem old
 */
function* coberturaText(files, time, left) {
    const written = files.filter((file) => {
        if ((0,_expressible_js__WEBPACK_IMPORTED_MODULE_0__/* .isWritable */ .nH)(file.path))
            return true;
        left.push({ path: file.path, what: "its path" });
        return false;
    });
    for (const file of written) {
        for (const kind of (0,_expressible_js__WEBPACK_IMPORTED_MODULE_0__/* .totalsLeft */ .DK)(file, ["lines", "branches", "functions"]))
            left.push({ path: file.path, what: `its ${kind}, of which only a total is known` });
        // Readers take a method's line for a line of the class where that has none.
        for (const kind of ["branches", "functions"])
            if (file.lines.length === 0 && (file[kind] ?? []).length > 0)
                left.push({ path: file.path, what: `its ${kind}, since it has no lines` });
    }
    const { lines, branches } = (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .figures */ .u5)(written.map(withoutTotals));
    yield '<?xml version="1.0" encoding="UTF-8"?>\n';
    yield '<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">\n';
    yield `<coverage ${rates(lines, branches)} lines-covered="${lines.covered}" lines-valid="${lines.total}" ` +
        `branches-covered="${branches?.covered ?? 0}" branches-valid="${branches?.total ?? 0}" complexity="0" ` +
        `version="sluice" timestamp="${Math.trunc(time)}">\n`;
    yield "\t<sources>\n\t\t<source>.</source>\n\t</sources>\n\t<packages>\n";
    for (const [folder, own] of Map.groupBy(written, ({ path }) => folderOf(path))) {
        const ofPackage = (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .figures */ .u5)(own.map(withoutTotals));
        yield `\t\t<package name="${escapeXml(folder)}" ${rates(ofPackage.lines, ofPackage.branches)} complexity="0">\n\t\t\t<classes>\n`;
        for (const file of own)
            yield classOf(file);
        yield "\t\t\t</classes>\n\t\t</package>\n";
    }
    yield "\t</packages>\n</coverage>\n";
}
function withoutTotals({ totals: _, ...file }) {
    return file;
}
function classOf(file) {
    const own = (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .figures */ .u5)([withoutTotals(file)]);
    const name = file.path.slice(file.path.lastIndexOf("/") + 1);
    const text = [
        `\t\t\t\t<class name="${escapeXml(name)}" filename="${escapeXml(file.path)}" ${rates(own.lines, own.branches)} complexity="0">`,
        "\t\t\t\t\t<methods>",
    ];
    for (const { line, name: method, covered } of (0,_expressible_js__WEBPACK_IMPORTED_MODULE_0__/* .distinctFunctions */ .K9)(file.lines.length === 0 ? [] : (file.functions ?? []))) {
        const rate = covered ? "1.0" : "0.0";
        // A function of which the report did not tell the line stands at the file's first one.
        const number = line > 0 ? line : (file.lines[0]?.[0] ?? 1);
        text.push(`\t\t\t\t\t\t<method name="${escapeXml(method)}" signature="" line-rate="${rate}" branch-rate="${rate}" complexity="0">` +
            `<lines><line number="${number}" hits="${covered ? 1 : 0}"/></lines></method>`);
    }
    text.push("\t\t\t\t\t</methods>", "\t\t\t\t\t<lines>");
    const arms = armsAtLines(file);
    for (const [line, hits] of file.lines) {
        const branch = arms.get(line);
        text.push(`\t\t\t\t\t\t<line number="${line}" hits="${hits}"${branch === undefined ? "" : condition(branch)}/>`);
    }
    text.push("\t\t\t\t\t</lines>", "\t\t\t\t</class>\n");
    return text.join("\n");
}
/**
 * Arms by the line that shows them. Cobertura has no branch without a line: an arm whose own line has no
 * statement belongs to the one that begins before it (else to the first), which keeps the sums right.
 */
function armsAtLines(file) {
    const shown = new Map();
    const numbers = file.lines.map(([line]) => line);
    for (const [line, arms] of (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .armsByLine */ .Zy)(file.branches ?? [])) {
        const at = lastAtOrBefore(numbers, line) ?? numbers[0];
        if (at === undefined)
            continue;
        const ratio = shown.get(at) ?? { covered: 0, total: 0 };
        ratio.total += arms.length;
        ratio.covered += arms.filter(([, covered]) => covered).length;
        shown.set(at, ratio);
    }
    return shown;
}
function lastAtOrBefore(ascending, wanted) {
    let low = 0;
    let high = ascending.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((ascending[middle] ?? 0) <= wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return ascending[low - 1];
}
/** How many arms were taken; which ones they are can't be told between formats, so no conditions are written. */
function condition({ covered, total }) {
    return ` branch="true" condition-coverage="${Math.floor((covered * 100) / total)}% (${covered}/${total})"`;
}
function rates(lines, branches) {
    return `line-rate="${rate(lines)}" branch-rate="${rate(branches)}"`;
}
/** Four decimals, rounded down; nothing to cover is all of it. */
function rate(ratio) {
    if (ratio === null || ratio.total === 0)
        return "1.0";
    return String(Number((BigInt(ratio.covered) * 10000n) / BigInt(ratio.total)) / 10_000);
}
function folderOf(path) {
    const slash = path.lastIndexOf("/");
    return slash < 0 ? "." : path.slice(0, slash);
}
function escapeXml(text) {
    return text
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;");
}
//# sourceMappingURL=cobertura.js.map

/***/ }),

/***/ 5984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DK: () => (/* binding */ totalsLeft),
/* harmony export */   K9: () => (/* binding */ distinctFunctions),
/* harmony export */   XS: () => (/* binding */ leftOutProblem),
/* harmony export */   nH: () => (/* binding */ isWritable)
/* harmony export */ });
/* unused harmony export writableName */
/* harmony import */ var _runner_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1806);

/** Control characters, ends of lines, and what XML forbids. */
const BREAKING = /[\p{Cc}\u2028\u2029\ufffe\uffff]/gu;
/** Whether nothing in a text breaks a line or XML, and no reader trims it. */
function isWritable(text) {
    return text !== "" && text.isWellFormed() && writableName(text) === text;
}
/** Names are for people: what would break a line or XML becomes a space. */
function writableName(name) {
    return name.toWellFormed().replace(BREAKING, " ").trim();
}
/**
 * Functions under names that are different for each: tools take two functions of one name in one file for one.
 * The later ones get their line, and a number where that is not enough.
 */
function distinctFunctions(functions) {
    const taken = new Set();
    return functions.map(([line, written, covered]) => {
        const plain = writableName(written) || "(no name)";
        let name = plain;
        for (let number = 1; taken.has(name); number++)
            name = `${plain}:${line}${number === 1 ? "" : `.${number}`}`;
        taken.add(name);
        return { line, name, covered };
    });
}
/** What numbers alone say beyond the detail, which no format for handing on has a place for beside it. */
function totalsLeft(file, kinds) {
    const { totals } = file;
    if (totals == null)
        return [];
    const detail = {
        lines: file.lines.length,
        branches: file.branches?.length ?? 0,
        functions: file.functions?.length ?? 0,
    };
    return kinds.filter((kind) => (totals[kind]?.total ?? 0) > detail[kind]);
}
/** So many are named. */
const NAMED = 5;
/** One notice of everything that was left out, each thing once. */
function leftOutProblem(left) {
    const things = [
        ...new Set(left.map(({ path, what }) => `${JSON.stringify(path.slice(0, 200))} (${what})`)),
    ];
    const more = things.length > NAMED ? ` and ${things.length - NAMED} more` : "";
    return (0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)("notice", "coverage-left-out", `The merged files of coverage leave out what they have no form for: ${things.slice(0, NAMED).join(", ")}${more}`, { hint: "The figures of Sluice hold it all the same." });
}
//# sourceMappingURL=expressible.js.map

/***/ }),

/***/ 442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ lcovText)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8195);
/* harmony import */ var _expressible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5984);


/**
 * Merged coverage as lcov's tracefile (geninfo(1)). Read back by this suite it gives the same figures for lines,
 * branches and functions; statements have no place in it. Pure.
 */
const KINDS = ["lines", "branches", "functions"];
/** The text piece by piece, so that no size needs it whole. What can't be said is added to `left`. */
function* lcovText(files, left) {
    for (const file of files) {
        if (!(0,_expressible_js__WEBPACK_IMPORTED_MODULE_0__/* .isWritable */ .nH)(file.path)) {
            left.push({ path: file.path, what: "its path" });
            continue;
        }
        for (const kind of (0,_expressible_js__WEBPACK_IMPORTED_MODULE_0__/* .totalsLeft */ .DK)(file, KINDS.filter((kind) => (file[kind] ?? []).length > 0)))
            left.push({ path: file.path, what: `its ${kind}, of which only a total is known` });
        yield record(file);
    }
}
function record(file) {
    const text = ["TN:", `SF:${file.path}`];
    const { lines, branches, functions: functionTotals } = numbersAlone(file);
    if (functionTotals !== undefined)
        text.push(`FNF:${functionTotals.total}`, `FNH:${functionTotals.covered}`);
    else if (file.functions !== null) {
        const functions = (0,_expressible_js__WEBPACK_IMPORTED_MODULE_0__/* .distinctFunctions */ .K9)(file.functions);
        // A function of which the report did not tell the line has no FN.
        // A name that begins like a line number would be read as the function's last line.
        for (const { line, name } of functions)
            if (line > 0)
                text.push(`FN:${line},${/^\d+,/.test(name) ? `${line},` : ""}${name}`);
        for (const { name, covered } of functions)
            text.push(`FNDA:${covered ? 1 : 0},${name}`);
        text.push(`FNF:${functions.length}`, `FNH:${functions.filter(({ covered }) => covered).length}`);
    }
    if (branches !== undefined)
        text.push(`BRF:${branches.total}`, `BRH:${branches.covered}`);
    else if (file.branches !== null) {
        let found = 0;
        let hit = 0;
        for (const [line, arms] of [...(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .armsByLine */ .Zy)(file.branches)].sort((a, b) => a[0] - b[0])) {
            const keep = arms.every(([key]) => isLcovKey(key));
            for (const [index, [key, covered]] of arms.entries()) {
                text.push(`BRDA:${line},${keep ? key : `0,${index}`},${covered ? 1 : 0}`);
                found++;
                if (covered)
                    hit++;
            }
        }
        text.push(`BRF:${found}`, `BRH:${hit}`);
    }
    for (const [line, hits] of file.lines)
        text.push(`DA:${line},${hits}`);
    if (lines !== undefined)
        text.push(`LF:${lines.total}`, `LH:${lines.covered}`);
    else
        text.push(`LF:${file.lines.length}`, `LH:${file.lines.filter(([, hits]) => hits > 0).length}`);
    return `${text.join("\n")}\nend_of_record\n`;
}
/** Totals of that of which there is no detail: a tracefile can say them, though lcov itself counts the detail. */
function numbersAlone(file) {
    const alone = {};
    for (const kind of KINDS) {
        const ratio = file.totals?.[kind];
        if (ratio !== undefined && ratio.total > 0 && (file[kind] ?? []).length === 0)
            alone[kind] = ratio;
    }
    return alone;
}
/** Block and branch as lcov writes them; a tool's own key of another form gets a number instead. */
function isLcovKey(key) {
    return /^[ef]?\d{1,9},./.test(key) && (0,_expressible_js__WEBPACK_IMPORTED_MODULE_0__/* .isWritable */ .nH)(key);
}
//# sourceMappingURL=lcov.js.map

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

/***/ }),

/***/ 2595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ve: () => (/* binding */ inWorkspace)
/* harmony export */ });
/* unused harmony exports OUTPUT_LIMIT, fitOutputs */
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1806);

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

/***/ 1458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ ownFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3786);



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

/***/ }),

/***/ 8503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ moreLines),
/* harmony export */   g: () => (/* binding */ problemList)
/* harmony export */ });
/* harmony import */ var _annotations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3387);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(104);


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

/***/ }),

/***/ 7777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ writeWhole)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



/** So much text is gathered before it is written, in characters. */
const CHUNK = 256 * 1024;
/**
 * Writes a file that is there whole or not at all: what was there before stays until the new text is complete.
 * The text comes in pieces and is never held whole.
 */
async function writeWhole(path, pieces) {
    const draft = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path).slice(0, 100)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.draft`);
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(draft, "wx");
    try {
        try {
            let held = "";
            for (const piece of pieces) {
                held += piece;
                if (held.length < CHUNK)
                    continue;
                await handle.writeFile(held);
                held = "";
            }
            await handle.writeFile(held);
        }
        finally {
            await handle.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(draft, path);
    }
    catch (thrown) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(draft, { force: true });
        throw thrown;
    }
}
//# sourceMappingURL=whole-file.js.map

/***/ })

};
