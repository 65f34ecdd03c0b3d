export const id = 6563;
export const ids = [6563];
export const modules = {

/***/ 46563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gateAction: () => (/* binding */ gateAction)
});

// EXTERNAL MODULE: ./.cache/bundles/evidence/go-modules.js
var go_modules = __webpack_require__(98954);
// EXTERNAL MODULE: ./.cache/bundles/evidence/handing-on/expressible.js
var expressible = __webpack_require__(65984);
// EXTERNAL MODULE: ./.cache/bundles/evidence/paths.js + 2 modules
var paths = __webpack_require__(15293);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem.js
var problem = __webpack_require__(61806);
// EXTERNAL MODULE: ./.cache/bundles/graph/due.js + 2 modules
var graph_due = __webpack_require__(50679);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./.cache/bundles/runner/cut-text.js
var cut_text = __webpack_require__(75733);
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
        throw invalid((0,cut_text/* cutText */.I)((0,errors/* errorMessage */.gJ)(cause), 200), cause);
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
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/affected.js



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
    return (0,problem/* problem */.C)("warning", code, `${reason}, so the lines that this change adds are not known`, { hint });
}
//# sourceMappingURL=affected.js.map
// EXTERNAL MODULE: ./.cache/bundles/attest/statement.js
var statement = __webpack_require__(15995);
// EXTERNAL MODULE: ./.cache/bundles/attest/test-result.js
var test_result = __webpack_require__(17432);
// EXTERNAL MODULE: ./.cache/bundles/context/event.js
var context_event = __webpack_require__(95394);
// EXTERNAL MODULE: ./.cache/bundles/evidence/evidence.js
var evidence = __webpack_require__(55309);
// EXTERNAL MODULE: ./.cache/bundles/registry/name.js
var registry_name = __webpack_require__(79025);
// EXTERNAL MODULE: ./.cache/bundles/runner/inputs.js
var inputs = __webpack_require__(69088);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/attest.js








/** The line for all images that builds left. */
const BUILT = "built";
/**
 * The input `attest`: lines of `image@digest`, `oci-layout:PATH[:tag]` or `built`.
 * @throws UserError `attest-line`, `invalid-image-name`
 */
function parseAttestLines(lines) {
    const images = new Map();
    for (const line of lines.filter((each) => each !== BUILT)) {
        const image = parseAttestLine(line);
        images.set(nameOf(image), image);
    }
    return { images: [...images.values()], built: lines.includes(BUILT) };
}
function parseAttestLine(line) {
    const source = (0,registry_name/* parseSource */.PJ)(line, "attest");
    if (source.kind === "layout")
        return source;
    const { registry, repository, digest } = source;
    if (digest !== undefined)
        return { kind: "registry", registry, repository, digest };
    throw new errors/* UserError */.yo("attest-line", `The line ${(0,inputs/* quote */.hD)(line)} of 'attest' has no digest`, {
        input: "attest",
        hint: "Write image@sha256:DIGEST (a tag may point at another image by now), oci-layout:PATH, or built.",
    });
}
/** As it is told: with its digest, where it is an image in a registry. */
function nameOf(image) {
    return image.kind === "layout" ? (0,registry_name/* formatSource */.j2)(image) : (0,registry_name/* formatReference */.FH)(image);
}
/**
 * Signs and attaches the verdict to each image, if it is open; otherwise nothing is written. What fails is told of
 * each image, and does not keep the others from theirs.
 */
async function attestVerdict(judged, request, declared, event, port) {
    if (request.images.length === 0 && !request.built)
        return { attestations: [], problems: [] };
    if (!judged.open) {
        const message = `No image gets an attestation: the gate is ${judged.verdict}`;
        return { attestations: [], problems: [(0,problem/* problem */.C)("notice", "not-attested", message)] };
    }
    const { images, attestations, problems } = await attestedImages(request, judged.digests, declared, port);
    const predicate = (0,test_result/* testResultOf */.v$)({
        commit: judged.commit,
        repository: event.serverUrl === undefined || event.repository === undefined
            ? undefined
            : `${event.serverUrl}/${event.repository}`,
        ref: event.ref,
        url: (0,context_event/* runUrl */.V)(event),
        levels: judged.services.flatMap(({ service, levels }) => levels
            .filter(({ outcome }) => outcome === "passed")
            .map(({ level, quarantined }) => ({
            level: `${service}:${level}`,
            quarantined: quarantined > 0,
        }))),
    });
    for (const image of images) {
        const name = image.kind === "layout" ? (0,registry_name/* formatSource */.j2)(image) : (0,registry_name/* formatReference */.FH)(withoutDigest(image));
        let digest;
        try {
            digest = image.kind === "layout" ? await port.layoutDigest(image) : image.digest;
            refuseUntested(digest, judged.digests);
            const bundle = await port.sign((0,statement/* statementOf */.T8)({ name, digest }, test_result/* TEST_RESULT */.bo, predicate));
            attestations.push({
                image: name,
                digest,
                attestation: await port.attach(image, bundle, test_result/* TEST_RESULT */.bo),
            });
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* UserError */.yo))
                throw thrown;
            attestations.push({ image: name, digest: digest ?? "", attestation: null });
            const message = `The verdict is open, and ${nameOf(image)} did not get it: ${thrown.message}`;
            problems.push((0,problem/* problem */.C)("error", thrown.code, message.replace(/\.$/, ""), { hint: thrown.hint }));
        }
    }
    return { attestations, problems };
}
function withoutDigest({ registry, repository }) {
    return { registry, repository };
}
/** The images that are named, and those that builds left: in a layout, or under the name in the manifest. */
async function attestedImages({ images: named, built }, digests, declared, port) {
    const attestations = [];
    const images = new Map(named.map((image) => [nameOf(image), image]));
    const problems = [];
    for (const [service, digest] of built ? Object.entries(digests) : []) {
        // Evidence is foreign: only the name of a service may become a path.
        const own = declared.find(({ name }) => name === service);
        const layout = own === undefined ? undefined : await port.layoutOf(own.name);
        const name = own?.image;
        if (layout === undefined && name === undefined) {
            const message = `The verdict is open, and the image of ${(0,inputs/* quote */.hD)(service)} did not get it: it is in no layout, and no manifest names it`;
            const hint = `Download the build's artifact to ${evidence/* IMAGE_FOLDER */.tL}, or add 'image:' to the manifest.`;
            problems.push((0,problem/* problem */.C)("error", "attest-image-unknown", message, { hint }));
            attestations.push({ image: service, digest, attestation: null });
            continue;
        }
        const image = layout === undefined
            ? { kind: "registry", ...withoutDigest((0,registry_name/* parseReference */.F2)(name ?? "", "attest")), digest }
            : { kind: "layout", ...layout };
        images.set(nameOf(image), image);
    }
    if (built && Object.keys(digests).length === 0)
        problems.push((0,problem/* problem */.C)("notice", "nothing-built", "No build left an image that could get the verdict"));
    return { images: [...images.values()], attestations, problems };
}
/** Where builds left evidence, only what they built was tested: a verdict on another image would be a false one. */
function refuseUntested(digest, built) {
    const digests = Object.values(built);
    if (digests.length === 0 || digests.includes(digest))
        return;
    throw new errors/* UserError */.yo("attest-untested", "no build whose evidence is here left this digest", {
        input: "attest",
        hint: "Name the digests of the output 'digests': those are the images that were tested.",
    });
}
//# sourceMappingURL=attest.js.map
// EXTERNAL MODULE: ./.cache/bundles/catalog/service.js
var catalog_service = __webpack_require__(33429);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/thresholds.js


/** Bars for coverage, in percent, and which of several holds. Pure. */
const BAR_KEYS = ["lines", "branches", "functions", "patch", "file"];
/** The bars of a manifest or of the settings. */
function barsOf(thresholds) {
    const bars = {};
    if (thresholds?.ratchet !== undefined)
        bars.ratchet = thresholds.ratchet === true ? 0 : thresholds.ratchet;
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
        if (name === "ratchet") {
            if (bars.ratchet !== undefined)
                throw twice(name);
            bars.ratchet = parseRatchet(line, text);
            continue;
        }
        const key = BAR_KEYS.find((each) => each === name);
        if (key === undefined) {
            throw new errors/* UserError */.yo("threshold-unknown", `Input 'thresholds' has the line ${(0,inputs/* quote */.hD)(line)}`, {
                input: "thresholds",
                hint: `Write a line such as 'lines: 80'; keys are ${KEYS.join(", ")}.${(0,inputs/* didYouMean */.au)(name, KEYS)}`,
            });
        }
        const value = percentOf(text);
        if (!(value >= 0 && value <= 100)) {
            throw new errors/* UserError */.yo("threshold-invalid", `Input 'thresholds' has no percentage in ${(0,inputs/* quote */.hD)(line)}`, {
                input: "thresholds",
                hint: `Write a number from 0 to 100, such as '${key}: 80'.`,
            });
        }
        if (bars[key] !== undefined)
            throw twice(key);
        bars[key] = value;
    }
    return bars;
}
const KEYS = [...BAR_KEYS, "ratchet"];
function percentOf(text) {
    return /^\d{1,3}(\.\d{1,6})?\s*%?$/.test(text) ? Number.parseFloat(text) : Number.NaN;
}
function parseRatchet(line, text) {
    if (text === "true")
        return 0;
    if (text === "false")
        return false;
    const drop = percentOf(text);
    if (drop >= 0 && drop <= 100)
        return drop;
    throw new errors/* UserError */.yo("threshold-invalid", `Input 'thresholds' has no ratchet in ${(0,inputs/* quote */.hD)(line)}`, {
        input: "thresholds",
        hint: "Write 'ratchet: true', or the percentage points that it may drop, such as 'ratchet: 0.5'.",
    });
}
function twice(key) {
    return new errors/* UserError */.yo("threshold-twice", `Input 'thresholds' has '${key}' twice`, {
        input: "thresholds",
        hint: "Keep one of the two lines.",
    });
}
/** `over` where it has a bar, else `under`: a manifest's value replaces the default. */
function replaceBars(under, over) {
    return { ...under, ...over };
}
/** Of each bar the higher one; of a ratchet the smaller drop. */
function stricterBars(...all) {
    const bars = {};
    for (const each of all) {
        if (typeof each.ratchet === "number")
            bars.ratchet = Math.min(each.ratchet, typeof bars.ratchet === "number" ? bars.ratchet : 100);
        for (const key of BAR_KEYS) {
            const value = each[key];
            if (value !== undefined)
                bars[key] = Math.max(value, bars[key] ?? 0);
        }
    }
    return bars;
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
        const levels = [...service.levels.values()].filter(({ level }) => level !== catalog_service/* BEHIND_THE_GATE */.P || asked.some((each) => each.level === level));
        return {
            name: service.name,
            path: service.path,
            formerly: service.formerly,
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
        formerly: [],
        levels: [...levels.values()],
        coverage,
        bars,
    }));
}
//# sourceMappingURL=due.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/found-files.js
var found_files = __webpack_require__(43800);
// EXTERNAL MODULE: ./.cache/bundles/evidence/held-evidence.js
var held_evidence = __webpack_require__(5133);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/evidence-text.js

/** A file as evidence. What is cut off, or of a form that is not known, is unreadable. Pure. */
async function parseEvidence(file, content) {
    if ("why" in content)
        return { kind: "unreadable", file, why: content.why };
    const read = await (0,held_evidence/* readHeldEvidence */.ld)(content.bytes, file);
    return "why" in read ? { kind: "unreadable", file, why: read.why } : { kind: "read", file, ...read };
}
/** Whether a file in the folder of evidence is meant as evidence: others (logs, reports) are named and left out. */
function isEvidenceName(file) {
    return file.endsWith(".json");
}
//# sourceMappingURL=evidence-text.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/find-evidence.js



/** What the globs of an input find, read as evidence; each file once. */
async function findEvidence(globs, input, ports) {
    const paths = new Set();
    for (const glob of globs)
        for (const path of await ports.find(glob, input))
            paths.add(path);
    if (paths.size > found_files/* FILE_LIMIT */.h1) {
        throw new errors/* UserError */.yo("glob-too-wide", `Input '${input}' finds more than ${found_files/* FILE_LIMIT */.h1} files`, {
            input,
            hint: "Write narrower globs.",
        });
    }
    const files = [];
    for (const path of [...paths].sort()) {
        if (isEvidenceName(path))
            files.push(await parseEvidence(path, await ports.open(path)));
        else
            files.push({ kind: "other", file: path, why: "its name does not end in .json" });
    }
    return files;
}
//# sourceMappingURL=find-evidence.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/gate-call.js

function inputBefore(base, job, input, fallback) {
    const steps = jobOf(base, job)?.gateSteps ?? [];
    const values = steps.map((step) => step.get(input)?.trim() || fallback);
    if (values.length === 0 || values.some((value) => value.includes("${{")))
        return { kind: "unknown" };
    return { kind: "known", values };
}
/** What the change alters in the gate's own job: named, since whoever reviews it must see it. */
function gateChanges(running, base, job) {
    const [now, before] = [jobOf(running, job), jobOf(base, job)];
    if (now === undefined || before === undefined)
        return [];
    const changes = [];
    const lost = before.needs.filter((need) => !now.needs.includes(need));
    if (lost.length > 0)
        changes.push(`it no longer needs ${lost.slice(0, 10).join(", ")}`);
    const inputs = changedInputs(now, before);
    if (inputs.length > 0)
        changes.push(`the gate gets other inputs (${inputs.slice(0, 10).join(", ")})`);
    if (before.gateSteps.length > 0 && now.gateSteps.length < before.gateSteps.length)
        changes.push("a step of the gate is gone");
    if (!before.continueOnError && now.continueOnError)
        changes.push("it continues on error");
    if (changes.length === 0)
        return [];
    return [
        (0,problem/* problem */.C)("warning", "gate-changed", `This change alters the gate's own job '${job}': ${changes.join("; ")}`, {
            file: running.file,
            hint: "Review it as a change of policy.",
        }),
    ];
}
function changedInputs(now, before) {
    const names = [...now.gateSteps, ...before.gateSteps].flatMap((step) => [...step.keys()]);
    const all = (job, name) => job.gateSteps.map((step) => step.get(name) ?? "").join("\n");
    if (now.gateSteps.length === 0)
        return [];
    return [...new Set(names)].filter((name) => all(now, name) !== all(before, name)).sort();
}
function jobOf(file, job) {
    return file?.kind === "read" && job !== undefined ? file.jobs.get(job) : undefined;
}
//# sourceMappingURL=gate-call.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/figures.js
var figures = __webpack_require__(8195);
// EXTERNAL MODULE: ./.cache/bundles/evidence/merge.js + 1 modules
var merge = __webpack_require__(41257);
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
/** So many paths are named. */
const NAMED = 5;
/** What the reports of a service say about files of others, and the rate of those that are the repository's. */
function unmatchedProblems(service, unmatched, matched) {
    if (unmatched.size === 0)
        return [];
    const total = matched + unmatched.size;
    const rate = (0,figures/* percentText */.fL)({ covered: matched, total });
    const named = [...unmatched].slice(0, NAMED).map((path) => (0,cut_text/* cutText */.I)(path, 200));
    const more = unmatched.size > NAMED ? ` and ${unmatched.size - NAMED} more` : "";
    return [
        (0,problem/* problem */.C)("notice", "coverage-unmatched", `${matched} of ${total} files in the coverage reports of ${service} (${rate} %) are files of the repository; these are not: ${named.join(", ")}${more}`),
    ];
}
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
    const { ratchet } = question.bars;
    if (typeof ratchet === "number")
        bars.push(judgeRatchet(question, ratchet, sums.lines, reasons));
    return { bars, reasons };
}
function judgeRatchet(question, drop, lines, reasons) {
    const base = heldTo(question.base);
    const measured = question.coverage.length > 0 && lines.total > 0;
    const unknown = { bar: "ratchet", required: 0, covered: null, total: null };
    if (!measured || base.kind === "missing") {
        const why = base.kind === "missing" ? base.why : noCoverage(question);
        reasons.push(reason("below", measured ? "base-evidence-missing" : "bar-unmeasurable", `The bar 'ratchet' of ${question.name} can't be measured: ${why}`, measured
            ? "Download the base's evidence, of all its legs, and pass its globs as 'base-evidence'; check out with fetch-depth: 0."
            : "Declare 'coverage' for a level of its tests.", { service: question.service, file: question.file }));
        return { ...unknown, met: false };
    }
    if (base.kind === "none")
        return { ...unknown, ...lines, met: null, note: base.why };
    // Shown alone, and without the noise of binary fractions.
    const required = Math.max(0, Number((Number((0,figures/* percentText */.fL)(base.lines)) - drop).toFixed(6)));
    const met = (0,figures/* isNotBelow */.HE)(lines, base.lines, drop);
    const than = `${(0,figures/* ratioText */.B9)(base.lines)} at ${base.commit.slice(0, 12)}`;
    if (!met) {
        const allowed = drop === 0 ? "" : ` by more than ${drop} percentage points`;
        reasons.push(reason("below", "coverage-ratchet", `Coverage of lines of ${question.name} is ${(0,figures/* ratioText */.B9)(lines)}, below the base's ${than}${allowed}`, "Test what this change adds, or what it has left without a test.", { service: question.service, file: question.file }));
    }
    return { bar: "ratchet", required, ...lines, met, note: `the base has ${than}` };
}
/** What a ratchet can be held to. */
function heldTo(base) {
    if (base?.kind === "known")
        return base.lines === null
            ? { kind: "missing", why: `the evidence of ${base.commit.slice(0, 12)} tells of no coverage` }
            : { kind: "known", commit: base.commit, lines: base.lines };
    return base ?? { kind: "missing", why: "there is no evidence of the base" };
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
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/called-workflows.js

/**
 * The workflows that a workflow's jobs call (`uses`). GitHub reports a job of a called workflow that continues on
 * error as a success, and so the job that calls it. Files of the running commit are read; those of other
 * repositories can't be. Pure but for its port.
 */
/** GitHub lets a run call 50 workflows, up to ten deep: "Limitations of reusable workflows". */
const FILES = 50;
const DEPTH = 10;
/** The file with all local files that it calls, and what those say told of the jobs that call them. */
async function withCalled(root, read) {
    if (root.kind !== "read")
        return root;
    const called = new Map();
    let open = [...callsOf(root)];
    for (let depth = 1; open.length > 0 && depth < DEPTH; depth++) {
        const next = new Set();
        for (const file of open) {
            if (called.has(file) || called.size >= FILES)
                continue;
            const found = await read(file);
            called.set(file, found);
            for (const each of callsOf(found))
                next.add(each);
        }
        open = [...next];
    }
    const callees = new Callees(called);
    const jobs = new Map([...root.jobs].map(([id, job]) => [id, callees.into(job)]));
    return { ...root, jobs, called, several: callees.severalOf(root.jobs) };
}
function callsOf(workflow) {
    const jobs = workflow.kind === "read" ? [...workflow.jobs.values()] : [];
    return new Set(jobs.flatMap(({ calls }) => localFile(calls) ?? []));
}
/** `./` is the running commit's, and so is `$/` in a file of that commit. */
function localFile(calls) {
    return calls !== undefined && /^[.$]\//.test(calls) ? external_node_path_.posix.normalize(calls.slice(2)) : undefined;
}
/** What called files say, each read once, however often it is called. */
class Callees {
    #called;
    /** Undefined while it is looked at: a file that calls itself. */
    #known = new Map();
    constructor(called) {
        this.#called = called;
    }
    /** A job with what the workflow that it calls tells of it. */
    into(job) {
        if (job.calls === undefined)
            return job;
        const { continuing, steps, unread } = this.#calleeOf(job.calls);
        const all = [...new Set([...job.continuing, ...continuing])];
        const continuingSteps = [...job.continuingSteps, ...steps];
        return { ...job, unread, continuing: all, continueOnError: all.length > 0, continuingSteps };
    }
    /** Ids that more than one job has which runs. */
    severalOf(jobs) {
        const { runs } = this.#summary(jobs);
        return new Set([...runs].flatMap(([id, count]) => (count > 1 ? [id] : [])));
    }
    #calleeOf(calls) {
        const nothing = { continuing: new Set(), steps: [], runs: new Map() };
        const file = localFile(calls);
        if (file === undefined)
            return { ...nothing, unread: `'${calls}' is no file of this commit` };
        const found = this.#called.get(file);
        if (found?.kind !== "read") {
            const why = found === undefined ? "it is called too deep" : found.why;
            return { ...nothing, unread: `'${file}' can't be read: ${why}` };
        }
        if (!this.#known.has(file)) {
            this.#known.set(file, undefined);
            this.#known.set(file, this.#summary(found.jobs));
        }
        return this.#known.get(file) ?? { ...nothing, unread: `'${file}' calls itself` };
    }
    #summary(jobs) {
        const runs = new Map();
        const continuing = new Set();
        const steps = [];
        let unread;
        for (const [id, job] of jobs) {
            const whole = this.into(job);
            for (const each of whole.continuing)
                continuing.add(each);
            steps.push(...whole.continuingSteps.slice(0, STEPS));
            unread ??= whole.unread;
            const own = job.calls === undefined ? new Map([[id, 1]]) : this.#calleeOf(job.calls).runs;
            for (const [each, count] of own)
                runs.set(each, Math.min(2, (runs.get(each) ?? 0) + count));
        }
        return { continuing, steps: steps.slice(0, STEPS), unread, runs };
    }
}
/** So many steps of a called workflow are told. */
const STEPS = 20;
/**
 * Whether a job of `needs` continues on error. The gate of a called workflow stands in a file that GitHub does not
 * name: each file with a job of that name and these needs may be the one, and what any of them says counts.
 */
function continuingOf(job, needs, gateJob, workflow) {
    if (workflow.kind !== "read")
        return { kind: "unknown", why: `${workflow.file ?? "the workflow file"} can't be read: ${workflow.why}` };
    const homes = homesOf(workflow, needs, gateJob);
    const declared = (homes.length > 0 ? homes : [workflow]).flatMap(({ file, jobs }) => {
        const own = jobs.get(job);
        if (own === undefined)
            return [];
        return [file === workflow.file ? own : new Callees(workflow.called ?? new Map()).into(own)];
    });
    const continuing = declared.flatMap((each) => each.continuing);
    if (continuing.length > 0)
        return { kind: "jobs", jobs: [...new Set(continuing)] };
    if (homes.length === 0)
        return {
            kind: "unknown",
            why: `${workflow.file} has no job '${gateJob ?? ""}' that needs exactly the jobs in 'needs'`,
        };
    const unread = declared.find((each) => each.unread !== undefined)?.unread;
    return unread === undefined ? { kind: "no" } : { kind: "unknown", why: unread };
}
/** The files that may be the one of the gate's job: that of the run and what it calls. */
function homesOf(workflow, needs, gateJob) {
    if (workflow.kind !== "read")
        return [];
    return [workflow, ...(workflow.called?.values() ?? [])].filter((each) => {
        const gate = each.kind === "read" && gateJob !== undefined ? each.jobs.get(gateJob) : undefined;
        return gate !== undefined && needsExactly(gate, needs);
    });
}
/** Whether a job of the file, or of one that it calls, calls a workflow of a repository (`owner/name`). */
function callsInto(workflow, repository) {
    if (workflow.kind !== "read" || repository === undefined)
        return false;
    const prefix = `${repository}/.github/workflows/`.toLowerCase();
    return [workflow, ...(workflow.called?.values() ?? [])].some((each) => each.kind === "read" &&
        [...each.jobs.values()].some(({ calls }) => calls?.toLowerCase().startsWith(prefix) === true));
}
/** Whether a gate's job needs the jobs of `needs`, and no others: then the file is the one that runs it. */
function needsExactly({ needs: names }, needs) {
    return new Set(names).size === needs.size && names.every((name) => needs.has(name));
}
//# sourceMappingURL=called-workflows.js.map
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
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
        const parsed = job instanceof Map ? parseJob(String(id), job) : undefined;
        if (typeof id !== "string" || parsed === undefined)
            return unreadable(`job ${JSON.stringify(String(id))} has a form that is not known`);
        read.set(id, parsed);
    }
    return { kind: "read", file, jobs: read };
}
function parseJob(id, job) {
    const needs = parseJobNeeds(job.get("needs"));
    const condition = parseCondition(job);
    if (needs === undefined || condition === null)
        return undefined;
    const steps = job.get("steps");
    const name = job.get("name");
    const uses = job.get("uses");
    return {
        name: typeof name === "string" ? name : undefined,
        needs,
        condition,
        continueOnError: continues(job),
        continuing: continues(job) ? [id] : [],
        calls: typeof uses === "string" ? uses : undefined,
        unread: undefined,
        continuingSteps: Array.isArray(steps)
            ? steps.flatMap((step, index) => step instanceof Map && continues(step) ? [stepName(step, index)] : [])
            : [],
        runSteps: Array.isArray(steps) ? steps.flatMap(runStepName) : [],
        gateSteps: Array.isArray(steps) ? steps.flatMap(gateInputs) : [],
    };
}
/** Also one of another repository's copy: only which step it is matters here. */
function runStepName(step) {
    const uses = step instanceof Map ? step.get("uses") : undefined;
    if (typeof uses !== "string" || !/(^|\/)actions\/run\/?(@|$)/.test(uses))
        return [];
    const name = step instanceof Map ? step.get("name") : undefined;
    return [typeof name === "string" ? name : `Run ${uses}`];
}
/** The suite's front door is the gate too, under whatever name: its inputs tell it. */
const GATE_ALONE = ["needs", "evidence", "require", "allowed-skips", "allowed-failures"];
function gateInputs(step) {
    const uses = step instanceof Map ? step.get("uses") : undefined;
    if (!(step instanceof Map) || typeof uses !== "string")
        return [];
    const given = step.get("with");
    const inputs = given instanceof Map ? given : new Map();
    const isGate = /(^|\/)actions\/gate\/?(@|$)/.test(uses) || GATE_ALONE.some((name) => inputs.has(name));
    if (!isGate)
        return [];
    return [new Map([...inputs].map(([name, value]) => [String(name).toLowerCase(), String(value ?? "")]))];
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
/** Whether a condition names a status function, so that GitHub does not add success() over all ancestors to it. */
function hasStatusFunction(condition) {
    return condition !== undefined && /\b(always|cancelled|failure|success)\s*\(/i.test(condition);
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
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/behind.js



/**
 * The last gate of a pipeline requires `e2e` too. Where the first one was held, nobody ran these tests, and an
 * outage would close the last gate: nobody is to be blocked by the outside world. So where something is held and
 * nothing else closes, evidence of `e2e` that is not there at all is held as well, unless `needs` tells of tests that
 * ran: what they left is lost then, and that is missing. So is evidence that is there and does not count. It never
 * opens a gate. Pure.
 */
function holdWhatWasNotRun(reasons, dropped, skipped) {
    if (skipped === false)
        return [...reasons];
    const ran = ({ service, level }) => dropped.some(({ of }) => of?.service === service && of?.level === level);
    const notRun = (each) => each.code === "evidence-missing" && each.level === catalog_service/* BEHIND_THE_GATE */.P && !ran(each);
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
/**
 * Whether the jobs behind a gate were skipped: one was, and none ran by what a gate has said. Without `needs` nothing
 * tells. Where no file shows which jobs stand behind a gate, each may be one.
 */
function skippedBehindGate(needs, gateJob, workflow) {
    if (needs === undefined || needs.size === 0)
        return undefined;
    const [home, other] = homesOf(workflow, needs, gateJob);
    const jobs = home === undefined || other !== undefined ? undefined : home.jobs;
    const isBehind = (job) => {
        const ancestors = jobs === undefined ? undefined : ancestorsOf(jobs, job);
        return (ancestors === undefined || [...ancestors].some((each) => (jobs?.get(each)?.gateSteps.length ?? 0) > 0));
    };
    const behind = [...needs].filter(([job]) => isBehind(job));
    const asksTheGate = (job) => /\.outputs\b/.test(jobs?.get(job)?.condition ?? "");
    const ran = behind.some(([job, result]) => result !== "skipped" && asksTheGate(job));
    return !ran && behind.some(([, result]) => result === "skipped");
}
//# sourceMappingURL=behind.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/change.js


const NONE = { base: null, change: null, levels: new Map() };
function changeOf(base, head, legs, coverage) {
    if (base?.kind !== "known" || base.commit === head)
        return NONE;
    const levels = new Map();
    for (const [level, own] of Map.groupBy(legs, ({ leg }) => leg.evidence.level)) {
        const before = base.levels.get(level);
        if (before === undefined)
            continue;
        const counts = own.flatMap(({ outcome }) => outcome.counts ?? []);
        const now = counts.length === 0 ? null : (0,merge/* mergeCounts */.Lq)(counts).total;
        const files = own.flatMap(({ leg }) => leg.evidence.coverage === null ? [] : [leg.evidence.coverage.files]);
        const change = {
            tests: now === null || before.tests === null ? null : { now, before: before.tests },
            lines: linesOf(before.lines === null ? [] : (0,merge/* mergeCoverage */.PV)(files), before.lines),
        };
        if (change.tests !== null || change.lines !== null)
            levels.set(level, change);
    }
    const change = { tests: sumOfTests([...levels.values()]), lines: linesOf(coverage, base.lines) };
    return {
        base: base.commit,
        change: change.tests === null && change.lines === null ? null : change,
        levels,
    };
}
/** Of all services together: of coverage only where every service that has some is known in the base. */
function changeOfAll(services) {
    const changes = services.flatMap(({ change }) => change ?? []);
    const lines = changes.flatMap((change) => change.lines ?? []);
    const isWhole = services.every(({ coverage, change }) => coverage === null || change?.lines != null);
    const sum = {
        tests: sumOfTests(changes),
        lines: lines.length === 0 || !isWhole
            ? null
            : { now: sumOf(lines.map(({ now }) => now)), before: sumOf(lines.map(({ before }) => before)) },
    };
    return sum.tests === null && sum.lines === null ? null : sum;
}
function linesOf(files, before) {
    if (files.length === 0 || before === null || before.total === 0)
        return null;
    const now = (0,figures/* figures */.u5)(files).lines;
    return now.total === 0 ? null : { now, before };
}
function sumOfTests(changes) {
    const known = changes.flatMap(({ tests }) => tests ?? []);
    if (known.length === 0)
        return null;
    return {
        now: known.reduce((sum, { now }) => sum + now, 0),
        before: known.reduce((sum, { before }) => sum + before, 0),
    };
}
function sumOf(ratios) {
    return {
        covered: ratios.reduce((sum, { covered }) => sum + covered, 0),
        total: ratios.reduce((sum, { total }) => sum + total, 0),
    };
}
//# sourceMappingURL=change.js.map
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
            problems.push((0,problem/* problem */.C)("warning", "digest-ambiguous", `The builds of ${service} left ${different.size} different digests`, {
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
const LISTED_RANGES = 1000;
/** One problem for each run of added lines that no test reaches. */
function uncoveredLines(patch, below) {
    if (patch.kind !== "compared")
        return [];
    const found = [];
    for (const { path, uncovered, reported } of patch.patch.files) {
        for (const [first, last] of ranges(uncovered)) {
            if (found.length >= LISTED_RANGES)
                return found;
            const lines = first === last ? `Line ${first} is` : `Lines ${first} to ${last} are`;
            found.push((0,problem/* problem */.C)(below ? "warning" : "notice", "line-uncovered", `${lines} added and not covered by a test${reported ? "" : " (no report knows this file)"}`, { file: path, line: first, endLine: last }));
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
        .map((each) => (0,problem/* problem */.C)(each.excuse === "none" ? "error" : "notice", { none: "test-failed", quarantined: "test-quarantined", outside: "test-outside" }[each.excuse], `${each.service} ${each.level}: ${each.test}: ${(0,cut_text/* cutText */.I)(each.message, 500) || "failed"}`, { file: each.file, line: each.line }));
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
        const other = question.dropped.find(({ of }) => of?.service === service && of.level === level);
        const why = other === undefined ? "" : ` that counts: of ${(0,cut_text/* cutText */.I)(other.file, 200)}, ${other.why}`;
        reasons.push(reason("missing", "evidence-missing", `There is no evidence of ${service} ${level}${why}`, "Run the level before the gate, upload its evidence, and download it into the folder of 'evidence'.", about));
        return { outcome: "missing", why: "no evidence", reasons };
    }
    const asked = due !== undefined || !question.declared;
    for (const { leg, outcome } of legs) {
        const made = reasonOfLeg(question, leg.evidence, legs.length, outcome, asked, about);
        if (made !== undefined)
            reasons.push(made);
        if (leg.coverageRefused === true)
            continue;
        const coverageDue = asked && (due?.coverage === true || leg.evidence.declares.coverage);
        if (coverageDue && !directCoverage && (leg.evidence.coverage?.files.length ?? 0) === 0) {
            const unmatched = leg.evidence.coverage?.unmatched[0];
            const why = unmatched === undefined ? withoutCoverage(leg.evidence) : noFileMatched(unmatched);
            reasons.push(reason("missing", "coverage-missing", `${levels_nameOf(leg.evidence, legs.length)} declares coverage, and ${why}`, unmatched === undefined
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
    const name = levels_nameOf(evidence, legs);
    switch (outcome) {
        case "passed":
            return undefined;
        case "missing":
            // A run that went red and left no report closes also where it was not due.
            if (!asked && evidence.outcome === "passed" && evidence.exitCode === 0)
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
/** `run` may have found a report and refused it, which its failure's own reason tells. */
function withoutCoverage({ outcome }) {
    return outcome === "passed" ? "no report of it was found" : "no report of it counts";
}
/** The leg stands beside the level only where the level has several. */
function levels_nameOf({ service, level, leg }, legs) {
    return legs === 1 || leg === "" ? `${service} ${level}` : `${service} ${level} (${leg})`;
}
/** The most characters of a failure's message in a reason; the table of failing tests has more. */
const MESSAGE_LIMIT = 200;
/** The first failing test and its message: a reason says why. */
function firstFailure(test) {
    if (test === undefined)
        return "";
    const message = (test.message ?? test.type ?? "").split("\n")[0]?.trim() ?? "";
    const cut = message.length > MESSAGE_LIMIT ? `${(0,cut_text/* cutText */.I)(message, MESSAGE_LIMIT)}…` : message;
    return `: ${test.name}${cut === "" ? "" : ` (${cut})`}`;
}
//# sourceMappingURL=levels.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/shared-bars.js



/** Without coverage of any kind nothing tells which of these lines are code. */
function judgeUnowned(question, sums) {
    const { unowned, unownedBars } = question;
    if (unownedBars.patch === undefined || unowned.kind === "none")
        return [];
    if (unowned.kind === "compared" && unowned.patch.total === 0)
        return [];
    const judged = judgeBars({
        service: undefined,
        name: "files of no service",
        bars: { patch: unownedBars.patch },
        coverage: sums.coverage,
        unmatched: sums.unmatched,
        patch: unowned,
        file: question.settingsFile,
    });
    sums.reasons.push(...judged.reasons);
    sums.problems.push(...uncoveredLines(unowned, judged.reasons.length > 0));
    for (const { met, note } of judged.bars) {
        if (met === null)
            sums.problems.push((0,problem/* problem */.C)("notice", "patch-not-judged", `Added lines of files that no service owns are not judged: ${note}`));
    }
    return judged.bars;
}
/** `gate.total` is judged where every service is due, since only then all coverage is there. */
function judgeTotal(question, sums) {
    const { policy, due, settingsFile } = question;
    if (Object.keys(policy.total).length === 0)
        return [];
    const names = new Set(due.map(({ name }) => name));
    const judged = judgeBars({
        service: undefined,
        name: "all services",
        bars: policy.total,
        coverage: sums.coverage,
        unmatched: sums.unmatched,
        patch: { kind: "none", why: "" },
        file: settingsFile,
    });
    if (policy.services.every(({ name }) => names.has(name))) {
        sums.reasons.push(...judged.reasons);
        return judged.bars;
    }
    const why = "not every service is due";
    sums.problems.push((0,problem/* problem */.C)("notice", "total-not-judged", `The bars of 'gate.total' are not judged: ${why}`, {
        file: settingsFile,
    }));
    return judged.bars.map((bar) => ({ ...bar, met: null, note: why }));
}
//# sourceMappingURL=shared-bars.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/judge.js











function judge(question) {
    const reasons = [...question.reasons];
    const problems = [];
    const due = new Map(question.due.map((service) => [service.name, service]));
    const legs = Map.groupBy(question.legs, ({ leg }) => leg.evidence.service);
    const names = new Set([...due.keys(), ...legs.keys(), ...question.coverage.keys()]);
    const foreign = [];
    const services = [];
    const levelQuestion = {
        declared: question.policy.declared,
        onInfrastructure: question.onInfrastructure,
        dropped: question.dropped,
    };
    for (const name of [...names].sort()) {
        const service = due.get(name);
        const own = legs.get(name) ?? [];
        const coverage = question.coverage.get(name) ?? [];
        const direct = question.direct.has(name);
        const levels = judgeLevels(levelQuestion, name, service, own, direct, reasons);
        const strangers = new Set([
            ...own.flatMap(({ leg }) => leg.evidence.coverage?.unmatched ?? []),
            ...(question.unmatched.get(name) ?? []),
        ]);
        const [unmatched] = strangers;
        problems.push(...unmatchedProblems(name, strangers, coverage.length));
        if (unmatched !== undefined)
            foreign.push(unmatched);
        const refused = own.some(({ leg }) => leg.coverageRefused === true);
        if (service?.coverage === true && coverage.length === 0 && !refused) {
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
            base: question.baseFigures.get(name),
            file: service?.levels[0]?.file,
        });
        // Where evidence is missing, that there is no coverage either says nothing new.
        const missing = reasons.some((each) => each.service === name && each.kind === "missing");
        reasons.push(...bars.reasons.filter(({ code }) => !(missing && coverage.length === 0 && code === "bar-unmeasurable")));
        const required = bars.bars.some(({ bar }) => bar === "patch");
        if (required)
            problems.push(...uncoveredLines(patch, bars.bars.some(({ bar, met }) => bar === "patch" && met === false)));
        const change = changeOf(question.baseFigures.get(name), question.head, own, coverage);
        services.push({
            service: name,
            due: service !== undefined,
            verdict: "open",
            levels: levels.map((level) => ({ ...level, change: change.levels.get(level.level) ?? null })),
            coverage: coverage.length === 0 ? null : (0,figures/* figures */.u5)(coverage),
            patchCoverage: ratioOf(patch),
            base: change.base,
            change: change.change,
            thresholds: bars.bars,
        });
    }
    const all = (0,merge/* mergeCoverage */.PV)(question.coverage.values());
    const sums = { coverage: all, unmatched: foreign[0], reasons, problems };
    const unowned = judgeUnowned(question, sums);
    const total = judgeTotal(question, sums);
    reasons.push(...question.legReasons, ...question.jobs.flatMap(jobReason));
    if (!question.policy.declared && question.jobs.length + services.length + reasons.length === 0) {
        reasons.push(reason("missing", "evidence-missing", "No evidence counts, so that nothing was judged", "See which files do not count and why, and run the tests on this commit in this run."));
    }
    const ordered = orderReasons(holdWhatWasNotRun(reasons, question.dropped, question.skippedBehindGate));
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
        patchCoverage: judge_sumOf(patches),
        change: changeOfAll(services),
        services,
        total,
        unowned,
        jobs: [...question.jobs],
        digests: Object.fromEntries(built.digests),
        failures,
        failuresLeft: left,
        problems,
        merged: all,
    };
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
function judge_sumOf(ratios) {
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
                of: each.evidence,
                why: `it belongs to commit ${commit}, and the gate stands at ${own.commit.slice(0, 12)}`,
            });
        }
        else if (isOfAnother(each.evidence.repository, own.repository)) {
            const repository = (0,cut_text/* cutText */.I)(each.evidence.repository ?? "", 200);
            dropped.push({
                file: each.file,
                of: each.evidence,
                why: `it belongs to repository ${repository}`,
            });
        }
        else
            ofCommit.push({ file: each.file, evidence: each.evidence });
    }
    const run = countingRun(ofCommit.map(({ evidence }) => evidence.run), own.run);
    const ofRun = ofCommit.filter(({ file, evidence }) => {
        if (evidence.run === run)
            return true;
        dropped.push({
            file,
            of: evidence,
            why: `it belongs to ${runText(evidence.run)}, and ${runText(run ?? null)} counts`,
        });
        return false;
    });
    // An attempt above the gate's own can only be known where both are of one run.
    const current = ofRun.filter(({ file, evidence }) => {
        if (evidence.run !== own.run || own.run === undefined || evidence.attempt <= own.attempt)
            return true;
        dropped.push({
            file,
            of: evidence,
            why: `it belongs to attempt ${evidence.attempt}, and this is attempt ${own.attempt}`,
        });
        return false;
    });
    const newest = newestOfEachKey(current, dropped, reasons);
    const attempt = run === own.run && run !== undefined
        ? own.attempt
        : newest.reduce((most, { evidence }) => Math.max(most, evidence.attempt), 1);
    const legs = newest.map((each) => ({ ...each, older: each.evidence.attempt < attempt }));
    return { legs, run: run ?? undefined, attempt, dropped, reasons };
}
/** Told where the gate's own run left nothing, and that of another counts. */
function otherRun({ run, legs }, own) {
    if (own === undefined || run === own || legs.length === 0)
        return [];
    const message = `Evidence of ${runText(run ?? null)} counts: there is none of run ${own}, which is the gate's own`;
    return [(0,problem/* problem */.C)("warning", "evidence-of-another-run", message)];
}
/** A commit that two repositories share, such as that of a fork. */
function isOfAnother(repository, own) {
    return repository != null && own !== undefined && repository.toLowerCase() !== own.toLowerCase();
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
    return run === null ? "no run" : `run ${(0,cut_text/* cutText */.I)(run, 40)}`;
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
        const attempt = group.reduce((most, { evidence }) => Math.max(most, evidence.attempt), 1);
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
        for (const other of others) {
            if ((0,held_evidence/* isSameEvidence */.Sz)(first.evidence, other.evidence)) {
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
//# sourceMappingURL=match.js.map
// EXTERNAL MODULE: ./.cache/bundles/catalog/load.js + 5 modules
var load = __webpack_require__(47882);
// EXTERNAL MODULE: ./.cache/bundles/catalog/repository.js
var catalog_repository = __webpack_require__(24616);
// EXTERNAL MODULE: ./.cache/bundles/context/base.js
var base = __webpack_require__(13321);
// EXTERNAL MODULE: ./.cache/bundles/git/tree.js
var git_tree = __webpack_require__(6693);
// EXTERNAL MODULE: ./.cache/bundles/versions/line.js
var line = __webpack_require__(10882);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/policy-base.js

async function findPolicyBase(request, ports) {
    const { event, head, comparison } = request;
    if (event.event === undefined) {
        const base = comparison.kind === "commit" ? comparison.base : undefined;
        // HEAD's own too: what is not committed yet may loosen it.
        return base === undefined ? { kind: "none" } : { kind: "commit", commit: base };
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
    const { defaultBranch } = event;
    const branch = await branchOf(event, head, ports);
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
/**
 * The branch whose commit is judged. An event of main can check out anything, such as the head of a pull request that
 * a comment or a dispatch names: only what the branch holds is the branch's.
 */
async function branchOf({ branch, sha }, head, ports) {
    if (branch === undefined || sha === undefined || sha === head)
        return branch;
    const tip = await ports.tip(branch);
    return tip !== undefined && (await ports.mergeBase(head, tip)) === head ? branch : undefined;
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
    const own = {
        commit: commit ?? event.sha ?? "",
        repository: event.repository,
        run: event.run,
        attempt: event.attempt,
    };
    if (commit === undefined)
        return withoutCheckout(inputs, ports, own);
    const tree = workingTree ? git.workingTree() : git.tree(commit);
    const repository = await (0,catalog_repository/* repositoryName */.aR)(event, git);
    const catalogue = await (0,load.loadCatalogue)(tree, { configFile: inputs.configFile, repositoryName: repository });
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
        checkedOut: true,
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
async function checkedOut({ git, event, traceOfCheckout }) {
    try {
        return await git.head();
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo) || thrown.code !== "git-no-repository" || event.sha === undefined)
            throw thrown;
        const trace = await traceOfCheckout();
        if (trace === undefined)
            return undefined;
        throw new errors/* UserError */.yo("checkout-unreadable", `${trace} is here, and git reads no repository`, {
            cause: thrown,
            hint: "Run actions/checkout with git 2.18 or newer in the job's image, and name its folder as 'working-directory' where it is another.",
        });
    }
}
async function withoutCheckout(inputs, { event }, own) {
    const tree = (0,git_tree/* memoryTree */.KJ)({}, "no checkout");
    const catalogue = await (0,load.loadCatalogue)(tree, {
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
        checkedOut: false,
        tree,
        files: [],
        tracked: [],
        catalogue: { ...catalogue, problems: [...catalogue.problems, nothingCheckedOut()] },
        repository: event.repository,
        comparison,
        ofEvent: comparison,
        workingTree: false,
    };
}
/** A change of the workflow that drops the checkout must not lose the rules without a word. */
function nothingCheckedOut() {
    return (0,problem/* problem */.C)("notice", "nothing-checked-out", "Nothing is checked out, so that no manifest and no settings of the repository hold, nor those of the base", { hint: "Run actions/checkout before the gate where the repository has any." });
}
/** Errors in the files of a side stop the gate: what half of them ask for is not known. */
function refuseErrors(catalogue, base) {
    const error = (0,problem/* problemsAsError */.z)(catalogue.problems.filter(({ code }) => base === undefined || code !== "config-file-missing"));
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
/** Where manifests say which services there are, a line can name no other. */
function refuseUnknownServices(lines, names) {
    for (const { service, kind } of lines) {
        if (service === undefined || names.includes(service))
            continue;
        throw new errors/* UserError */.yo("service-unknown", `Input '${kind}' names service ${(0,inputs/* quote */.hD)(service)}, which no manifest declares`, {
            input: kind,
            hint: `Services are ${names.slice(0, 20).join(", ")}.${(0,inputs/* didYouMean */.au)(service, names)}`,
        });
    }
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
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/policy-services.js



/** The services of both sides; the names of the base's that are gone; what to tell is added to `problems`. */
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
    // A new manifest inside of a service's folder must not take new code from that folder's bars.
    const enclosing = folderOwners(of(base).map(({ path }) => ({ name: path, path })));
    const around = (service) => {
        const path = enclosing(`${service.path}/.`);
        return of(base).find((each) => each.path === path);
    };
    const merged = [];
    for (const service of of(question.head)) {
        const old = before(service);
        const bars = replaceBars(headDefaults, barsOf(service.thresholds));
        const oldBars = barsOf((old ?? around(service))?.thresholds);
        merged.push({
            name: service.name,
            path: service.path,
            manifest: service.manifest,
            levels: mergeLevels(service, old, problems),
            bars: stricterBars(bars, replaceBars(baseDefaults, oldBars)),
            formerly: old === undefined || old.name === service.name ? [] : [old.name],
            deleted: false,
        });
    }
    const gone = new Set();
    const moves = Map.groupBy(question.moves, ({ from }) => from);
    const remains = ({ path }) => question.files.some((file) => path === "." || file.startsWith(`${path}/`));
    for (const service of of(base)) {
        const own = moves.get(service.path) ?? [];
        const heirs = merged.flatMap((target, index) => target.path !== service.path && own.some(({ to }) => to === target.name) ? [{ target, index }] : []);
        for (const { target, index } of heirs) {
            merged[index] = heir(target, service, replaceBars(baseDefaults, barsOf(service.thresholds)));
            if (service.name !== target.name)
                problems.push(movedProblem(service, target));
        }
        // Where no service has the most of it, nobody answers for that.
        if (heirs.length === 0 || own.some(({ to }) => to === undefined))
            continue;
        if (!remains(service) && left.delete(service.path))
            gone.add(service.name);
    }
    for (const service of left.values()) {
        const remain = remains(service);
        const [move] = (moves.get(service.path) ?? []).toSorted((a, b) => (a.to ?? "").localeCompare(b.to ?? ""));
        if (!remain && move === undefined) {
            gone.add(service.name);
            continue;
        }
        const where = remain ? service.path : (move?.example ?? service.path);
        merged.push({
            name: service.name,
            path: service.path,
            manifest: service.manifest,
            levels: mergeLevels(undefined, service, problems),
            bars: stricterBars(headDefaults, replaceBars(baseDefaults, barsOf(service.thresholds))),
            formerly: [],
            deleted: true,
        });
        problems.push((0,problem/* problem */.C)("warning", "manifest-deleted", `This change deletes the manifest of service '${service.name}' and leaves ${remain ? `files in ${where}` : `its files elsewhere, such as ${where}`}, so that its tests are still due`, {
            file: service.manifest,
            hint: "Delete the folder too, or use 'policy-from: head' for this change.",
        }));
    }
    // Another folder may have taken the name of one that is gone.
    for (const { name } of merged)
        gone.delete(name);
    return { services: merged.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)), gone };
}
/** What took over a service's files owes what that service owed. */
function heir(target, from, bars) {
    const levels = new Map(target.levels);
    for (const { level, results, coverage } of from.levels) {
        const known = levels.get(level);
        levels.set(level, {
            level,
            results: known?.results === true || results.length > 0,
            coverage: known?.coverage === true || coverage.length > 0,
            line: known?.line,
        });
    }
    const formerly = from.name === target.name ? target.formerly : [...target.formerly, from.name];
    return { ...target, levels, bars: stricterBars(target.bars, bars), formerly };
}
function movedProblem(from, target) {
    return (0,problem/* problem */.C)("warning", "service-moved", `Files of service '${from.name}' live on in '${target.name}', which is held to the levels and bars of both`, { file: target.manifest, hint: "Use 'policy-from: head' for a change that loosens them on purpose." });
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
            problems.push((0,problem/* problem */.C)("warning", "level-removed", `This change removes level '${level}' of service '${name}', which is still due`, { ...place, hint: "Use 'policy-from: head' for a change that removes it on purpose." }));
        }
        else if (after !== undefined && before !== undefined && howItRuns(after) !== howItRuns(before)) {
            problems.push((0,problem/* problem */.C)("notice", "level-changed", `This change alters how level '${level}' of service '${name}' is run or reported`, place));
        }
    }
    return levels;
}
function howItRuns(level) {
    const env = Object.entries(level.env).sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify([level.run, level.shell, env, level.results, level.coverage]);
}
//# sourceMappingURL=policy-services.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/policy.js




/** Fewer added lines than this are not judged (gate.md). */
const PATCH_FLOOR = 5;
function makePolicy(question) {
    const { head } = question;
    const base = question.base !== undefined && hasPolicy(question.base) ? question.base : undefined;
    const sides = base === undefined ? [head] : [head, base];
    const gates = sides.map((side) => side.settings.gate ?? {});
    const defaults = gates.map((gate) => barsOf(gate.thresholds));
    const problems = [];
    if (question.base !== undefined && base === undefined && hasPolicy(head)) {
        problems.push((0,problem/* problem */.C)("notice", "first-adoption", "The base has no policy yet, so that this change is judged by its own"));
    }
    const declared = sides.some((side) => side.declared);
    return {
        declared,
        ...mergeServices(question, base, declared, defaults, problems),
        defaults: stricterBars(...defaults),
        total: stricterBars(...gates.map((gate) => barsOf(gate.total))),
        patchFloor: Math.min(...gates.map((gate) => gate["patch-floor"] ?? PATCH_FLOOR)),
        infrastructure: mergeInfrastructure(gates),
        sides: gates,
        problems,
    };
}
/** Whether there is anything to be judged by. */
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
// EXTERNAL MODULE: ./.cache/bundles/catalog/discover.js
var discover = __webpack_require__(28835);
// EXTERNAL MODULE: ./.cache/bundles/catalog/settings-file.js
var settings_file = __webpack_require__(64512);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(14006);
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
    const uncovered = [];
    let covered = 0;
    for (const line of added) {
        const count = file.lines.get(line);
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
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/texts.js

/** The texts of files, without those that are too large to be read as text (`READ_LIMIT`). Pure but for its port. */
async function readTexts(tree, paths) {
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
const BATCH = 50;
/** The same for any number of files, a few at a time: file by file, in the order of `paths`. */
async function* eachText(tree, paths) {
    for (let at = 0; at < paths.length; at += BATCH) {
        const some = paths.slice(at, at + BATCH);
        const texts = await readTexts(tree, some);
        for (const path of some)
            yield { path, text: texts.get(path) };
    }
}
//# sourceMappingURL=texts.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/added.js



async function coverageOfAdded(question, ports) {
    const { base, coverage, floor } = question;
    if (base.kind !== "commit")
        return base;
    const all = await ports.addedLines(base.commit);
    const excluded = excludedBy(question.sides);
    const reported = new Set(coverage.map(({ path }) => path));
    const added = new Map([...all].filter(([path]) => question.owns(path) && (reported.has(path) || !excluded(path))));
    // Such a file is known to the reports, and which of its lines ran is not.
    const numbersAlone = coverage.find(({ path, lines, totals }) => lines.size === 0 && (totals?.lines?.total ?? 0) > 0 && added.has(path));
    if (numbersAlone !== undefined)
        return {
            kind: "unknown",
            why: `the reports tell only totals of ${numbersAlone.path}, and not its lines`,
        };
    const request = { added, coverage, exclude: [], floor };
    const texts = await readTexts(ports.tree, unreportedFiles(request));
    return { kind: "compared", patch: patchCoverage({ ...request, texts }) };
}
/** A file is left out only where every side leaves it out. */
function excludedBy(sides) {
    const matchers = sides.map((side) => picomatch([...(side.exclude ?? DEFAULT_EXCLUDE)], { dot: true }));
    return (path) => matchers.every((matches) => matches(path));
}
//# sourceMappingURL=added.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/moved-lines.js
/**
 * Where lines that files have lost are found again. Git's renames compare whole files: code that is joined into one
 * file, or taken out of a file that stays, is no rename, and its lines tell. Pure.
 */
/** The lines of a text that can be told from others: each once, without indentation; no bare brackets. */
function tellingLines(text) {
    const lines = new Set();
    for (const line of text.split("\n")) {
        const bare = line.trim();
        if (/[\p{L}\p{N}]/u.test(bare))
            lines.add(bare);
    }
    return lines;
}
/** A line that more files have lost is counted for so many of them: each costs time. */
const FILES_OF_A_LINE = 20;
/** What some files have lost, and how much of each was seen in which place. */
class LostLines {
    /** By line: the files that have lost it. */
    #files = new Map();
    #lost = new Map();
    #found = new Map();
    /** How many lines are held. */
    get size() {
        return this.#files.size;
    }
    add(file, lines) {
        this.#lost.set(file, lines.size);
        for (const line of lines) {
            const known = this.#files.get(line);
            if (known === undefined)
                this.#files.set(line, [file]);
            else if (known.length < FILES_OF_A_LINE)
                known.push(file);
        }
    }
    /** What is seen in the files of one place: each line once. */
    see(place, lines) {
        for (const line of lines) {
            for (const file of this.#files.get(line) ?? []) {
                const found = this.#found.get(file) ?? new Map();
                this.#found.set(file, found.set(place, (found.get(place) ?? 0) + 1));
            }
        }
    }
    /**
     * Of each file that has half of what it lost elsewhere, be it in several places: the places that have a part
     * of it (a tenth at least), with the number of lines.
     */
    *found() {
        for (const [file, places] of this.#found) {
            const lost = this.#lost.get(file) ?? 0;
            const all = [...places.values()].reduce((sum, seen) => sum + seen, 0);
            if (all * 2 < lost)
                continue;
            for (const [place, lines] of places)
                if (lines * 10 >= lost)
                    yield { file, place, lines };
        }
    }
}
//# sourceMappingURL=moved-lines.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/moved-services.js





/** What is less than this, and less than half of what there was, is no move: it may be like by chance. */
const FEWEST_LINES = 5;
/** A file that can't be read as text (above 1 MiB) counts so much where git calls it renamed. */
const LARGE_FILE = 10_000;
/** So many lost lines are looked for at once. */
const LINES_AT_ONCE = 1_000_000;
/** What is no code, by name: it is counted only where a service has nothing else. */
const NO_CODE = /(^|\/)[^./]+$|(^|\/)\.[^/]*$|\.(json\w?|ya?ml|toml|ini|lock|md|rst|adoc|txt|[ct]sv|xml|svg|snap|map|log)$/i;
async function findMoves(question, ports) {
    const { filesBefore, filesNow, changed } = question;
    const there = new Set(filesNow);
    const links = changed.filter(({ status, path }) => status !== "deleted" && !there.has(path));
    const moves = [];
    const places = new Places(question);
    const tallies = [];
    for (const [from, own] of codeOf(question, filesBefore)) {
        // A link or a submodule is no file of the repository, and what was there lives on behind it.
        const behind = links.find(({ path }) => path === from || (from !== "." && isBelow(path, from)));
        if (behind !== undefined && own.every((file) => !there.has(file))) {
            moves.push({ from, to: undefined, example: behind.path });
            continue;
        }
        const tally = await tallyOf(from, own, places, ports);
        if (tally !== undefined)
            tallies.push(tally);
    }
    await search(tallies, places, ports);
    return [...moves, ...tallies.flatMap((tally) => tally.moves())];
}
class Places {
    /** By path in the base, what it is now; undefined where it is gone. Only files that differ. */
    nowAt = new Map();
    targets;
    #target;
    constructor({ before, now, filesNow, changed }) {
        const owner = folderOwners(now);
        const folder = folderOwners(before.map(({ path }) => ({ name: path, path })));
        this.#target = (path, old) => ({ path, owner: owner(path), folder: folder(path), before: old });
        const there = new Set(filesNow);
        for (const { status, path, from } of changed) {
            if (status === "added" || status === "copied")
                continue;
            this.nowAt.set(from ?? path, status !== "deleted" && there.has(path) ? path : undefined);
        }
        this.targets = changed.flatMap(({ status, path, from }) => there.has(path) && status !== "deleted"
            ? [this.#target(path, status === "modified" ? path : from)]
            : []);
    }
    /** Where a file is that has left a service's folder; undefined where it has not. */
    outside(path, from) {
        return isBelow(path, from) ? undefined : this.#target(path, undefined);
    }
}
/** Lines of one service's code: what its folder keeps, what is elsewhere, and what has to be looked for. */
class Tally {
    from;
    kept = 0;
    /** All lines of the files that differ. */
    before = 0;
    /** By file. */
    lost = new Map();
    #moved = new Map();
    constructor(from) {
        this.from = from;
    }
    move({ owner, path }, lines) {
        const known = this.#moved.get(owner);
        this.#moved.set(owner, { lines: (known?.lines ?? 0) + lines, example: known?.example ?? path });
    }
    get moved() {
        return [...this.#moved.values()].reduce((sum, { lines }) => sum + lines, 0);
    }
    /** None where the folder keeps the most. */
    moves() {
        const { from, kept, before, moved } = this;
        if (kept > moved)
            return [];
        return [...this.#moved]
            .filter(([owner, { lines }]) => {
            if (lines < FEWEST_LINES && lines * 2 < before)
                return false;
            return owner !== undefined || lines * 2 >= moved;
        })
            .toSorted(([, a], [, b]) => b.lines - a.lines)
            .map(([to, { example }]) => ({ from, to, example }));
    }
}
/** Undefined where the folder keeps the most, wherever the rest may be. */
async function tallyOf(from, own, places, ports) {
    const { nowAt, targets } = places;
    const touched = own.filter((file) => nowAt.has(file));
    if (touched.length === 0 || targets.every(({ path }) => isBelow(path, from)))
        return undefined;
    const tally = new Tally(from);
    let possible = 0;
    for await (const { path, text } of eachText(ports.before, touched)) {
        const now = nowAt.get(path);
        const target = now === undefined ? undefined : places.outside(now, from);
        const lines = text === undefined ? undefined : tellingLines(text);
        tally.before += lines?.size ?? LARGE_FILE;
        if (target !== undefined)
            tally.move(target, lines?.size ?? LARGE_FILE);
        else if (lines !== undefined) {
            const left = now === undefined ? undefined : await textOf(ports.now, now);
            const still = tellingLines(left ?? "");
            const gone = new Set([...lines].filter((line) => !still.has(line)));
            tally.kept += lines.size - gone.size;
            possible += gone.size;
            if (gone.size > 0)
                tally.lost.set(path, gone);
        }
    }
    possible += tally.moved;
    if (tally.kept > possible)
        return undefined;
    const untouched = own.filter((file) => !nowAt.has(file));
    for await (const { text } of eachText(ports.before, untouched)) {
        tally.kept += tellingLines(text ?? "").size;
        if (tally.kept > possible)
            return undefined;
    }
    return tally;
}
/** Looks for what services have lost in all that is new elsewhere. */
async function search(tallies, places, ports) {
    let lost = new LostLines();
    const by = new Map();
    const look = async () => {
        const targets = await seeTargets(lost, places.targets, ports);
        for (const { file, place, lines } of lost.found()) {
            const [target, tally] = [targets.get(place), by.get(file)];
            // All of one place lie below the same folders of the base, so that one of them tells.
            if (target !== undefined && tally !== undefined && !isBelow(target.path, tally.from))
                tally.move(target, lines);
        }
        lost = new LostLines();
    };
    for (const tally of tallies) {
        for (const [file, lines] of tally.lost) {
            by.set(file, tally);
            lost.add(file, lines);
            if (lost.size >= LINES_AT_ONCE)
                await look();
        }
    }
    if (lost.size > 0)
        await look();
}
/** Only lines that are new there: what another service had before was never taken over. By place, one of its files. */
async function seeTargets(lost, targets, ports) {
    const examples = new Map();
    for (const [place, files] of Map.groupBy(targets, ({ owner, folder }) => JSON.stringify([owner, folder]))) {
        const seen = new Set();
        const known = new Map(files.map((target) => [target.path, target]));
        for await (const { path, text } of eachText(ports.now, [...known.keys()])) {
            const target = known.get(path);
            if (target === undefined || text === undefined)
                continue;
            if (!examples.has(place))
                examples.set(place, target);
            const old = target.before === undefined ? undefined : await textOf(ports.before, target.before);
            const had = tellingLines(old ?? "");
            const fresh = new Set();
            for (const line of tellingLines(text))
                if (!had.has(line) && !seen.has(line))
                    fresh.add(line);
            for (const line of fresh)
                seen.add(line);
            lost.see(place, fresh);
        }
    }
    return examples;
}
async function textOf(tree, path) {
    return (await readTexts(tree, [path])).get(path);
}
/** The files of each service of the base that count: its code, or all of them where it has none. */
function codeOf({ before, excluded }, files) {
    const owner = folderOwners(before.map(({ path }) => ({ name: path, path })));
    const own = new Map();
    for (const file of files) {
        // Manifests look alike, and are no code.
        const path = external_node_path_.posix.basename(file) === discover/* MANIFEST */.e0 ? undefined : owner(file);
        if (path === undefined)
            continue;
        const known = own.get(path);
        if (known === undefined)
            own.set(path, [file]);
        else
            known.push(file);
    }
    for (const [path, all] of own) {
        const code = all.filter((file) => !NO_CODE.test(file) && !excluded(file));
        if (code.length > 0)
            own.set(path, code);
    }
    return own;
}
function isBelow(path, folder) {
    return folder === "." || path.startsWith(`${folder}/`);
}
//# sourceMappingURL=moved-services.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/running-workflow.js




/** The workflow file that runs, and the base's of the same name. Pure but for its ports. */
/** It lies at the repository's root, whatever folder the gate works in. */
async function runningWorkflow(inputs, ports, place) {
    const { own, tree, workingTree, checkedOut } = place;
    // Without a checkout there is no commit to ask, and in a terminal the file may have changed.
    const isHere = !checkedOut || (workingTree && (await ports.git.prefix()) === "");
    return readWorkflow(inputs, ports, isHere ? tree : ports.git.rootTree(own.commit));
}
async function readWorkflow(inputs, ports, tree) {
    const file = inputs.workflow ?? ports.event.workflowFile;
    if (file === undefined)
        return { kind: "unreadable", file, why: "its name is not known (pass the input 'workflow')" };
    const read = (each) => readFile(each, tree);
    return withCalled(await read(file), read);
}
async function readFile(file, tree) {
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
        (0,problem/* problem */.C)("error", "gate-skippable", `Job '${job}' is skipped when a job before it fails, and GitHub takes a skipped required check for passed`, { file: workflow.file, hint: `Give the job: if: \${{ !cancelled() }}` }),
    ];
}
//# sourceMappingURL=running-workflow.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/policy-side.js













async function findPolicy(inputs, ports, place) {
    const { git } = ports;
    const before = (commit) => sideBefore(inputs, ports, commit);
    const catalogueOf = async (commit) => (0,load.loadCatalogue)(git.tree(commit), {
        configFile: (await before(commit)).configFile,
        repositoryName: place.repository,
    });
    const found = inputs.policyFrom === "head" || !place.checkedOut
        ? { kind: "none" }
        : await findPolicyBase({
            event: ports.event,
            head: place.own.commit,
            comparison: place.ofEvent,
            catalogue: place.catalogue,
        }, {
            tip: (branch) => policy_side_tipOf(ports, branch),
            parents: (commit) => git.parents(commit),
            mergeBase: (a, b) => git.mergeBase(a, b),
            catalogueOf,
        });
    if (found.kind !== "commit") {
        const policy = makePolicy({ head: place.catalogue, base: undefined, files: place.files, moves: [] });
        const reasons = found.kind === "unknown" ? [unknownBase(found.why)] : [];
        const none = { base: undefined, commit: undefined, tree: undefined, workflow: undefined };
        return { policy, ...none, catalogueOf, reasons, problems: [] };
    }
    const { commit } = found;
    const side = await before(commit);
    const base = await catalogueOf(commit);
    refuseErrors(base, commit);
    const reasons = [];
    const problems = [];
    if (side.configFile !== inputs.configFile)
        problems.push(otherSettings(inputs.configFile, side.configFile));
    if (side.directory !== undefined)
        reasons.push(otherFolder(inputs, `the base's gate in '${side.directory}'`));
    else if (!hasPolicy(base) && (await hasPolicyOutside(ports, commit)))
        reasons.push(otherFolder(inputs, "the base has its policy outside of it"));
    return {
        policy: makePolicy({
            head: place.catalogue,
            base,
            files: place.files,
            moves: await movesSince(ports, place, base, commit),
        }),
        base,
        commit,
        tree: git.tree(commit),
        workflow: side.workflow,
        catalogueOf,
        reasons,
        problems,
    };
}
async function movesSince({ git }, place, base, commit) {
    if (!base.declared)
        return [];
    const head = place.workingTree ? "working-tree" : place.own.commit;
    const changed = await git.changedFiles(commit, head);
    if (changed.every(({ status }) => status === "added"))
        return [];
    const before = git.tree(commit);
    return findMoves({
        before: base.services,
        now: place.catalogue.declared ? place.catalogue.services : [],
        filesBefore: await before.list(),
        filesNow: place.files,
        changed,
        excluded: excludedBy([base.settings.gate ?? {}]),
    }, { before, now: place.tree });
}
/** How a commit's own workflow calls the gate; where that can't be told, its settings are what is there. */
async function sideBefore(inputs, ports, commit) {
    const { git, event } = ports;
    const workflow = await readWorkflow(inputs, ports, git.rootTree(commit));
    const config = inputBefore(workflow, event.job, "config-file", settings_file/* DEFAULT_CONFIG_FILE */.Cu);
    const same = (a, b) => external_node_path_.posix.normalize(a) === external_node_path_.posix.normalize(b);
    const [named] = config.kind === "known" ? config.values : [];
    let { configFile } = inputs;
    if (config.kind === "known") {
        if (named !== undefined && !config.values.some((each) => same(each, configFile)))
            configFile = named;
    }
    else {
        const there = await git.tree(commit).list();
        const has = (path) => there.some((each) => same(each, path));
        if (!has(configFile) && has(settings_file/* DEFAULT_CONFIG_FILE */.Cu))
            configFile = settings_file/* DEFAULT_CONFIG_FILE */.Cu;
    }
    const folder = inputBefore(workflow, event.job, "working-directory", ".");
    const isOther = folder.kind === "known" &&
        !folder.values.some((each) => same(`${each}/.`, `${inputs.workingDirectory}/.`));
    return { workflow, configFile, directory: isOther ? folder.values[0] : undefined };
}
function otherSettings(now, before) {
    return (0,problem/* problem */.C)("warning", "config-file-changed", `This change reads its settings from ${now}; those of the base, which hold too, are in ${before}`, { hint: "Use 'policy-from: head' for a change that moves the settings on purpose." });
}
/** A folder without policy in a repository that has some is no first adoption. */
async function hasPolicyOutside({ git }, commit) {
    const prefix = await git.prefix();
    if (prefix === "")
        return false;
    const outside = (await git.rootTree(commit).list()).filter((path) => !path.startsWith(prefix));
    return outside.some((path) => path === settings_file/* DEFAULT_CONFIG_FILE */.Cu || external_node_path_.posix.basename(path) === discover/* MANIFEST */.e0);
}
function otherFolder(inputs, before) {
    return reason("missing", "working-directory-changed", `The gate works in '${inputs.workingDirectory}', and ${before}`, "Use 'policy-from: head' for the change that moves the gate on purpose.");
}
function unknownBase(why) {
    return reason("missing", "base-unknown", `The base, whose policy holds too, is not known: ${why}`, "Check out with fetch-depth: 0, or let the token read the repository.");
}
/** The tip of a branch of origin, as the checkout has it; fetched where it has none. */
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
// EXTERNAL MODULE: ./.cache/bundles/runner/markdown.js
var runner_markdown = __webpack_require__(20104);
// EXTERNAL MODULE: ./.cache/bundles/runner/outputs.js
var outputs = __webpack_require__(72595);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem-list.js
var problem_list = __webpack_require__(78503);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/report-picture.js

/** The services and their gate as a Mermaid graph. Pure. */
/** A picture of more services can't be read. */
const PICTURED = 12;
const PICTURED_LEVELS = 6;
/** Services with their levels, and the gate they stand before. Labels hold only what means nothing to Mermaid. */
function picture(result) {
    const due = result.services.filter(({ due: isDue }) => isDue);
    if (due.length === 0 || due.length > PICTURED)
        return "";
    const nodes = due.flatMap(({ service, verdict, levels }, index) => {
        const steps = levels
            .slice(0, PICTURED_LEVELS)
            .map(({ level, outcome }, step) => `\ts${index}l${step}["${label(level)}: ${outcome}"]:::${{ passed: "open", failed: "closed", infrastructure: "held", missing: "closed" }[outcome]}`);
        const name = `\ts${index}["${label(service)}"]:::${verdict}`;
        return [
            name,
            ...steps,
            `\t${[`s${index}`, ...steps.map((_, step) => `s${index}l${step}`), "gate"].join(" --> ")}`,
        ];
    });
    const end = result.open ? "gate --> e2e" : "gate -.->|no| e2e";
    return (0,runner_markdown/* details */.zH)("Picture", [
        "```mermaid",
        "flowchart LR",
        ...nodes,
        `\tgate{"gate: ${result.verdict}"}:::${result.verdict}`,
        `\te2e["end-to-end tests"]`,
        `\t${end}`,
        "\tclassDef open fill:#dafbe1,stroke:#1a7f37,color:#1f2328",
        "\tclassDef held fill:#fff8c5,stroke:#9a6700,color:#1f2328",
        "\tclassDef closed fill:#ffebe9,stroke:#cf222e,color:#1f2328",
        "```",
    ].join("\n"));
}
function label(text) {
    return text.replace(/[^A-Za-z0-9._-]/g, "_").slice(0, 63);
}
//# sourceMappingURL=report-picture.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/report-table.js



/** The most rows of one table. */
const TABLE_ROWS = 500;
const MARK = { open: "✅", held: "⏸️", closed: "❌" };
const OUTCOME_MARK = { passed: "✅", failed: "❌", infrastructure: "⏸️", missing: "🚫" };
const BASE_COLUMN = "Against the base";
/** One row for each service and level, what is not open first, and the totals. */
function levelTable(result) {
    // What is not open comes first: in a large table nobody looks for it.
    const order = { closed: 0, held: 1, open: 2 };
    const services = result.services.toSorted((a, b) => order[a.verdict] - order[b.verdict]);
    const compared = result.services.some(({ base }) => base !== null);
    const rows = services.flatMap((service) => {
        const shown = service.levels.length === 0 ? [undefined] : service.levels;
        return shown.map((level, index) => row(service, level, index === 0));
    });
    if (rows.length === 0)
        return "";
    const shown = rows.slice(0, TABLE_ROWS);
    if (rows.length > 1 || result.total.length > 0)
        shown.push(totals(result));
    if (result.unowned.length > 0)
        shown.push(["Files of no service", "", "", "", "", "", "", result.unowned.map(barText).join("<br>")]);
    const head = ["Service", "Level", "Outcome", "Tests", "Failed", "Coverage", BASE_COLUMN, "Patch"];
    // Without figures of a base the column would be empty.
    const kept = (cells) => cells.filter((_, index) => compared || head[index] !== BASE_COLUMN);
    return [(0,runner_markdown/* table */.tp)(kept(head), shown.map(kept)), ...(0,problem_list/* moreLines */.N)(rows.length - TABLE_ROWS)].join("\n\n");
}
function totals({ tests, coverage, patchCoverage, change, services, total }) {
    const measured = (ratio) => ratio == null ? "" : `**${(0,figures/* percentText */.fL)(ratio)} %** (${ratio.covered} of ${ratio.total} lines)`;
    const flaky = tests.flaky > 0 ? `, ${tests.flaky} flaky` : "";
    return [
        `**${services.length === 1 ? "Total" : `All ${services.length}`}**`,
        "",
        "",
        `**${tests.total}**${tests.skipped > 0 ? ` (${tests.skipped} skipped${flaky})` : flaky === "" ? "" : ` (${flaky.slice(2)})`}`,
        `**${tests.failed + tests.errors}**`,
        [measured(coverage?.lines), ...total.map(barText)].filter((each) => each !== "").join("<br>"),
        changeLines(change).join("<br>"),
        measured(patchCoverage),
    ];
}
function row(service, level, first) {
    const failed = level?.tests == null ? undefined : level.tests.failed + level.tests.errors;
    const quarantined = (level?.quarantined ?? 0) > 0 ? ` (${level?.quarantined} quarantined)` : "";
    return [
        first ? (0,runner_markdown/* escapeMarkdown */.FV)(service.service) : "",
        level === undefined ? "" : (0,runner_markdown/* escapeMarkdown */.FV)(level.level),
        level === undefined
            ? `${MARK[service.verdict]} ${service.verdict}`
            : `${OUTCOME_MARK[level.outcome]} ${level.outcome}${level.due ? "" : " (not due)"}: ${(0,runner_markdown/* escapeMarkdown */.FV)(level.why)}`,
        level?.tests == null ? "" : String(level.tests.total),
        failed === undefined ? "" : `${failed}${quarantined}`,
        first
            ? bars(service, ["lines", "branches", "functions", "file", "ratchet"], service.coverage?.lines)
            : "",
        changeCell(service, level, first),
        first ? bars(service, ["patch"], service.patchCoverage) : "",
    ];
}
/** A level's own change, and in the first row that of the service where its levels do not say it already. */
function changeCell(service, level, first) {
    const own = changeLines(level?.change ?? null);
    const all = first ? changeLines(service.change).filter((line) => !own.includes(line)) : [];
    const isAlone = service.levels.length <= 1;
    return [...own, ...all.map((line) => (isAlone ? line : `all levels: ${line}`))].join("<br>");
}
/** `93.80 % → 95.00 % (+1.20)`, `117 → 120 tests (+3)`. */
function changeLines(change) {
    const lines = [];
    if (change?.lines != null) {
        const { before, now } = change.lines;
        lines.push(`${(0,figures/* percentText */.fL)(before)} % → ${(0,figures/* percentText */.fL)(now)} % (${(0,runner_markdown/* escapeMarkdown */.FV)((0,figures/* pointsText */.JA)(before, now))})`);
    }
    if (change?.tests != null) {
        const { before, now } = change.tests;
        const sign = now > before ? "+" : now < before ? "−" : "±";
        lines.push(`${before} → ${now} tests (${(0,runner_markdown/* escapeMarkdown */.FV)(`${sign}${Math.abs(now - before)}`)})`);
    }
    return lines;
}
/** What was measured against what was asked for; without a bar only what was measured. */
function bars(service, keys, measured) {
    const shown = service.thresholds.filter(({ bar }) => keys.includes(bar)).map(barText);
    if (shown.length > 0)
        return shown.join("<br>");
    return measured == null ? "" : `${(0,figures/* percentText */.fL)(measured)} %`;
}
function barText({ bar, covered, total, required, met, note }) {
    const name = bar === "lines" || bar === "patch" ? "" : `${bar} `;
    const why = note === undefined ? "" : ` (${(0,runner_markdown/* escapeMarkdown */.FV)(note)})`;
    const known = covered !== null && total !== null && total > 0;
    if (!known && met === null)
        return `${name}not judged${why}`;
    const figure = known ? `${(0,figures/* percentText */.fL)({ covered, total })} %` : "**unknown**";
    return `${name}${figure} of ${required} %${met === false && known ? " **below**" : ""}${why}`;
}
//# sourceMappingURL=report-table.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/verdict-files.js
/** The verdict as files that other tools read. Pure. */
/** Where they are written; not hidden, so that it can be uploaded. */
const VERDICT_FOLDER = "sluice-gate";
/**
 * By name: the whole result, the summary, and the failing tests as CTRF.
 * @param time milliseconds since 1970
 */
function verdictFiles(result, markdown, time) {
    return new Map([
        ["verdict.json", `${JSON.stringify(result, null, "\t")}\n`],
        ["summary.md", markdown],
        ["ctrf.json", `${JSON.stringify(ctrf(result, time), null, "\t")}\n`],
    ]);
}
/**
 * CTRF (https://ctrf.io/docs/specification): the counts of all tests in the summary, and of the tests those that
 * failed: evidence does not name the others.
 */
function ctrf(result, time) {
    const { tests, failures, failuresLeft } = result;
    return {
        reportFormat: "CTRF",
        specVersion: "0.0.0",
        generatedBy: "sluice gate",
        results: {
            tool: { name: "sluice gate" },
            summary: {
                tests: tests.total,
                passed: tests.passed,
                failed: tests.failed + tests.errors,
                pending: 0,
                skipped: tests.skipped,
                other: 0,
                flaky: tests.flaky,
                start: time,
                stop: time,
            },
            tests: failures.map((each) => ({
                name: each.test,
                status: "failed",
                duration: 0,
                suite: [each.service, each.level],
                message: each.message,
                ...(each.file === undefined ? {} : { filePath: each.file }),
                ...(each.line === undefined ? {} : { line: each.line }),
                ...(each.excuse === "none" ? {} : { tags: [each.excuse] }),
            })),
            extra: {
                verdict: result.verdict,
                reason: result.reason,
                commit: result.commit,
                notListed: failuresLeft,
            },
        },
    };
}
//# sourceMappingURL=verdict-files.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/report.js








/** The result of `gate` for people: the verdict first, one table, details folded. Pure. */
/** The most lines of each list; the whole is in the result file. */
const LISTED = 50;
/** The most ranges of lines of one file. */
const RANGES = 30;
/** Findings that have a list of their own in the summary. */
const SHOWN_ELSEWHERE = new Set([
    "line-uncovered",
    "test-failed",
    "test-quarantined",
    "test-outside",
]);
function report(result, inputs) {
    const unattested = result.attestations.filter(({ attestation }) => attestation === null).length;
    const left = unattested === 0 ? "" : ` (${unattested} of ${result.attestations.length} images not attested)`;
    const headline = `gate ${result.verdict}: ${result.reason}${left}`;
    return {
        headline,
        markdown: `${[
            `### gate: ${result.verdict} ${MARK[result.verdict]}`,
            opening(result),
            reasons(result),
            levelTable(result),
            attestations(result),
            picture(result),
            failures(result),
            uncovered(result.problems),
            jobs(result),
            checks(result),
            dropped(result),
            (0,problem_list/* problemList */.g)(result.problems.filter(({ code }) => !SHOWN_ELSEWHERE.has(code))),
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
            "verdict-folder": (0,outputs/* inWorkspace */.ve)(VERDICT_FOLDER, inputs.workingDirectory),
            digests: JSON.stringify(result.digests),
        },
        exitCode: unattested > 0 ? 3 : result.open ? 0 : 1,
        // An open verdict that did not reach its image is not done, whatever a closed one may do.
        fails: unattested > 0 || (result.verdict === "closed" && inputs.failWhenClosed),
    };
}
function opening(result) {
    const [first] = result.reasons;
    const lines = [`**${(0,runner_markdown/* escapeMarkdown */.FV)(result.reason)}**`];
    if (first !== undefined)
        lines.push((0,runner_markdown/* escapeMarkdown */.FV)(first.fix));
    const commit = `Commit ${(0,runner_markdown/* code */.aY)(result.commit.slice(0, 12))}`;
    const base = result.base === null ? "" : `, compared with ${(0,runner_markdown/* code */.aY)(result.base.slice(0, 12))}`;
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
        ...rest.map((each) => `- ${(0,runner_markdown/* escapeMarkdown */.FV)(each.message)}. ${(0,runner_markdown/* escapeMarkdown */.FV)(each.fix)}`),
        ...(0,problem_list/* moreLines */.N)(left),
    ].join("\n");
}
/** Which images got the signed verdict. */
function attestations(result) {
    if (result.attestations.length === 0)
        return "";
    const rows = result.attestations.map(({ image, digest, attestation }) => [
        (0,runner_markdown/* code */.aY)(image),
        (0,runner_markdown/* code */.aY)(digest.slice(0, 19)),
        attestation === null ? "**not attested**" : (0,runner_markdown/* code */.aY)(attestation.slice(0, 19)),
    ]);
    return [
        (0,runner_markdown/* table */.tp)(["Image", "Digest", "Attestation"], rows.slice(0, TABLE_ROWS)),
        ...(0,problem_list/* moreLines */.N)(rows.length - TABLE_ROWS),
    ].join("\n\n");
}
/** Added lines without a test, by file: the annotations show the first ten. */
function uncovered(problems) {
    const files = Map.groupBy(problems.filter(({ code }) => code === "line-uncovered"), ({ file }) => file ?? "");
    if (files.size === 0)
        return "";
    const lines = [...files].slice(0, LISTED).map(([file, found]) => {
        const ranges = found
            .slice(0, RANGES)
            .map(({ line, endLine }) => (endLine === undefined ? `${line}` : `${line}–${endLine}`));
        return `- ${(0,runner_markdown/* code */.aY)(file)}: ${ranges.join(", ")}${found.length > RANGES ? ", …" : ""}`;
    });
    return (0,runner_markdown/* details */.zH)(`Added lines without a test (${files.size === 1 ? "1 file" : `${files.size} files`})`, [...lines, ...(0,problem_list/* moreLines */.N)(files.size - lines.length)].join("\n"));
}
function checks(result) {
    if (result.checks.length === 0)
        return "";
    const rows = result.checks.map((each) => [
        (0,runner_markdown/* escapeMarkdown */.FV)(each.check),
        each.verdict,
        (0,runner_markdown/* escapeMarkdown */.FV)(each.why),
    ]);
    return (0,runner_markdown/* details */.zH)(`Checks (${rows.length})`, [
        (0,runner_markdown/* table */.tp)(["Check", "Judged", "Why"], rows.slice(0, TABLE_ROWS)),
        ...(0,problem_list/* moreLines */.N)(rows.length - TABLE_ROWS),
    ].join("\n\n"));
}
function jobs(result) {
    if (result.jobs.length === 0)
        return "";
    const rows = result.jobs.map((job) => [
        (0,runner_markdown/* escapeMarkdown */.FV)(job.job),
        job.result,
        job.verdict,
        (0,runner_markdown/* escapeMarkdown */.FV)(job.why),
    ]);
    return (0,runner_markdown/* details */.zH)(`Jobs (${result.jobs.length})`, [
        (0,runner_markdown/* table */.tp)(["Job", "Result", "Judged", "Why"], rows.slice(0, TABLE_ROWS)),
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
            : ` at ${(0,runner_markdown/* code */.aY)(`${each.file}${each.line === undefined ? "" : `:${each.line}`}`)}`;
        const excuse = { none: "", quarantined: " (quarantined)", outside: " (the outside world)" }[each.excuse];
        return `- ${(0,runner_markdown/* escapeMarkdown */.FV)(`${each.service} ${each.level}`)}: ${(0,runner_markdown/* code */.aY)(each.test)}${place}${excuse}: ${(0,runner_markdown/* escapeMarkdown */.FV)((0,cut_text/* cutText */.I)(each.message, 300))}`;
    });
    const all = result.failures.length + result.failuresLeft;
    return (0,runner_markdown/* details */.zH)(`Failing tests (${all})`, [...lines, ...(0,problem_list/* moreLines */.N)(all - shown.length)].join("\n"));
}
function dropped(result) {
    if (result.dropped.length === 0)
        return "";
    const shown = result.dropped.slice(0, LISTED);
    const lines = shown.map((each) => `- ${(0,runner_markdown/* code */.aY)(each.file)}: ${(0,runner_markdown/* escapeMarkdown */.FV)(each.why)}`);
    return (0,runner_markdown/* details */.zH)(`Evidence that does not count (${result.dropped.length})`, [...lines, ...(0,problem_list/* moreLines */.N)(result.dropped.length - shown.length)].join("\n"));
}
function percentOrEmpty(ratio) {
    return ratio == null ? "" : (0,figures/* percentText */.fL)(ratio);
}
function oneLine(text) {
    return (0,cut_text/* cutText */.I)(text.replace(/[\r\n]+/g, " "), 500);
}
//# sourceMappingURL=report.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/read.js
var read = __webpack_require__(89320);
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
            const foreign = reports.coverage?.unmatched ?? [];
            if (foreign.length > 0)
                found.unmatched.set(service, [...(found.unmatched.get(service) ?? []), ...foreign]);
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
        found.problems.push((0,problem/* problem */.C)("notice", "report-missing", what, { hint: fix }));
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
        return await (0,read/* readReports */.o)({ ...files, find: async () => own }, {
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
;// CONCATENATED MODULE: ./.cache/bundles/github/rest-failure.js

/** Why GitHub's REST API gave no answer that can be used. The message never holds the token. */
class RestFailure extends Error {
    name = "RestFailure";
    kind;
    status;
    /** `checks=read`: the permission that the server asks for. */
    permission;
    constructor(kind, message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.kind = kind;
        this.status = details.status;
        this.permission = details.permission;
    }
}
/** What a status that is no success means; a rate limit is known before. */
function failureOf(reply, api) {
    const { status } = reply;
    if ((status >= 200 && status < 300) || status === 304)
        return undefined;
    const permission = reply.header("x-accepted-github-permissions")?.slice(0, 200);
    const failed = (kind, words) => new RestFailure(kind, masked(api, `${hostOf(api)} ${words}${messageOf(reply.text)}`), {
        status,
        permission,
    });
    if (status === 401)
        return failed("forbidden", "does not accept the token (401)");
    if (status === 403)
        return failed("forbidden", "forbids it (403)");
    if (status === 404 || status === 410)
        return failed("missing", `shows no such thing to this token (${status})`);
    if (status >= 300 && status < 400)
        return redirected(api, `(${status})`);
    return failed(status >= 500 ? "passing" : "refused", `answers with status ${status}`);
}
/** A redirect that would carry the token elsewhere. */
function redirected(api, words) {
    return new RestFailure("refused", `${hostOf(api)} answers with a redirect ${words}, which is not followed`);
}
/** @param wait in milliseconds */
function rateLimited(api, wait, status) {
    const seconds = Math.ceil(wait / 1000);
    return new RestFailure("limited", `${hostOf(api)} limits the rate of requests for ${seconds} ${seconds === 1 ? "second" : "seconds"} more`, { status });
}
/** A message without the token. */
function masked(api, text) {
    return text.replaceAll(api.token, "***");
}
function hostOf(api) {
    return new URL(api.url).host;
}
/** GitHub's `{"message": ...}`, in one line. */
function messageOf(text) {
    try {
        const parsed = JSON.parse(text);
        const message = typeof parsed === "object" && parsed !== null && "message" in parsed ? parsed.message : undefined;
        return typeof message === "string" ? `: ${(0,cut_text/* cutText */.I)(message.replace(/\s+/g, " "), 300)}` : "";
    }
    catch {
        return "";
    }
}
//# sourceMappingURL=rest-failure.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/check-lines.js



function parseCheckLines(lines) {
    return [...new Set(lines)].map((text) => {
        const match = /^([A-Za-z0-9][A-Za-z0-9_.-]*):\s+(\S.*)$/.exec(text);
        return { text, app: match?.[1], name: match?.[2] ?? text };
    });
}
/** External ids of the check runs that the gate makes itself begin so, and their names end so. */
const OWN_CHECK = { id: "sluice-gate:", name: ": held" };
const GITHUB_ACTIONS = "github-actions";
/** What each line says now. `pending`: waiting may help; a failure is told at once. */
function judgeChecks(question) {
    const checks = question.lines.map((line) => judgeLine(question, line));
    const failed = checks.some(({ verdict }) => verdict === "failed" || verdict === "own");
    const open = checks.some(({ verdict }) => verdict === "pending" || verdict === "missing");
    return { checks, pending: open && !failed };
}
/** Whether the workflows' names are needed: a line may name one, or two suites have checks of one name. */
function needsWorkflows(lines, found) {
    if (lines.some(({ name }) => name.includes(" / ")))
        return true;
    const suites = new Map();
    for (const { app, name, suite, kind } of found) {
        if (kind === "status" || app !== GITHUB_ACTIONS || !lines.some((line) => line.name === name))
            continue;
        suites.set(name, (suites.get(name) ?? new Set()).add(suite));
    }
    return [...suites.values()].some(({ size }) => size > 1);
}
function judgeLine({ lines: _, ...question }, line) {
    const named = question.found.filter((check) => matches(check, line, question.workflows));
    const latest = latestOf(named.filter((check) => !tellsOfHeld(check)), question.workflows);
    const others = latest.filter((check) => !question.isOwn(check));
    if (others.length === 0) {
        return named.length > 0
            ? { check: line.text, verdict: "own", why: "it is the gate's own check run, which ends after the gate" }
            : { check: line.text, verdict: "missing", why: missingText(question.found, line) };
    }
    const bad = others.find(({ ended, state }) => ended && state !== "success");
    if (bad !== undefined)
        return { check: line.text, verdict: "failed", why: stateText(bad) };
    const open = others.find(({ ended }) => !ended);
    if (open !== undefined)
        return { check: line.text, verdict: "pending", why: `it is ${spaced(open.state)}` };
    return {
        check: line.text,
        verdict: "succeeded",
        why: others.length === 1 ? "it succeeded" : `all ${others.length} of that name succeeded`,
    };
}
/** Any app can give its check run any id: only that of the app whose token the gate has is the gate's word. */
function tellsOfHeld({ app, name, externalId }) {
    return (app === GITHUB_ACTIONS && name.endsWith(OWN_CHECK.name) && externalId?.startsWith(OWN_CHECK.id) === true);
}
function matches(check, line, workflows) {
    const workflow = check.suite === undefined ? undefined : workflows?.get(check.suite);
    const names = [check.name, ...(workflow === undefined ? [] : [`${workflow.name} / ${check.name}`])];
    if (names.includes(line.text))
        return true;
    return line.app !== undefined && check.app === line.app && names.includes(line.name);
}
/**
 * The newest attempt of each: of one workflow, event and name, where workflows are known, else of one suite and name.
 * A later attempt has a higher id, also where it has not started. Two jobs of one name in a run are no attempts.
 */
function latestOf(checks, workflows) {
    const groups = Map.groupBy(checks, (check) => {
        const workflow = check.suite === undefined ? undefined : workflows?.get(check.suite);
        const group = workflow === undefined ? check.suite : [workflow.path, workflow.event];
        return JSON.stringify([check.kind, check.commit, check.app, check.name, group]);
    });
    return [...groups.values()].flatMap((group) => {
        const newest = group.reduce((a, b) => (b.id > a.id ? b : a));
        return group.filter((check) => check === newest || ranBeside(check, newest));
    });
}
/** GitHub Actions begins another attempt only when all jobs of the run have ended. */
function ranBeside(check, newest) {
    if (check.app !== GITHUB_ACTIONS || check.suite === undefined || check.suite !== newest.suite)
        return false;
    const { completed } = check;
    return completed !== undefined && newest.started !== undefined && completed > newest.started;
}
function stateText({ state, kind }) {
    const end = `ended as ${spaced(state)}`;
    if (kind === "check run" && (state === "neutral" || state === "skipped"))
        return `${end}: GitHub takes that for passed, and it is no success`;
    return end;
}
function missingText(found, line) {
    if (found.length === 0)
        return "no check run and no status is registered for this commit";
    const other = found.find(({ name }) => name === line.name);
    if (other !== undefined && line.app !== undefined)
        return `no check of that name is app ${line.app}'s; there is one of ${other.app ?? "an unknown app"}`;
    return `no check run and no status has that name.${(0,inputs/* didYouMean */.au)(line.name, found.map(({ name }) => name))}`.replace(/\.$/, "");
}
function spaced(state) {
    return (0,cut_text/* cutText */.I)(state.replaceAll("_", " "), 50);
}
/** Why the checks close the gate. */
function checkReasons(checks, waited) {
    const after = waited === 0 ? "" : ` after ${waited} seconds`;
    return checks.flatMap(({ check, verdict, why }) => {
        const told = `Check '${check}' has not succeeded${after}: ${why}`;
        switch (verdict) {
            case "succeeded":
                return [];
            case "failed":
                return [
                    reason("failed", "check-failed", `Check '${check}' did not succeed: ${why}`, "Mend what it checks, or run it again."),
                ];
            case "pending":
                return [
                    reason("missing", "check-pending", told, "Run the gate after it, or wait longer with 'wait-timeout'."),
                ];
            case "own":
                return [reason("missing", "check-own", told, "Remove the line from 'checks'.")];
            default:
                return [
                    reason("missing", "check-missing", told, "Correct the name in 'checks', or wait with 'wait-timeout' until it is registered."),
                ];
        }
    });
}
//# sourceMappingURL=check-lines.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/name-template.js
/** A name as a workflow writes it, with expressions that GitHub fills in. Pure. */
/** Whether a name may be what a text with expressions becomes: all that stands between them is in it, in order. */
function matchesName(written, name) {
    const [first = "", ...others] = literalParts(written);
    const last = others.pop();
    if (last === undefined)
        return first === name;
    if (!name.startsWith(first))
        return false;
    let at = first.length;
    for (const part of others) {
        const found = name.indexOf(part, at);
        if (found < 0)
            return false;
        at = found + part.length;
    }
    return name.length - last.length >= at && name.endsWith(last);
}
/** Whether a text says nothing by itself: it can become any name. */
function isAnyName(written) {
    return literalParts(written).every((part) => part.trim() === "");
}
/** What stands before, between and behind the expressions. */
function literalParts(written) {
    return written.split(/\$\{\{.*?\}\}/s);
}
//# sourceMappingURL=name-template.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/checks.js




/** Between two looks, in milliseconds: the first pause, and the longest. */
const PAUSE = { first: 5_000, longest: 30_000 };
/**
 * Looks at the checks, and again until none is open or `waitTimeout` is over. An answer that can't be had or used is
 * a reason, never a success.
 */
async function awaitChecks(request, source) {
    const started = source.now();
    const end = started + request.waitTimeout * 1000;
    for (let pause = PAUSE.first;; pause = Math.min(PAUSE.longest, pause * 1.5)) {
        const looked = await look(request, source);
        const waited = Math.round((source.now() - started) / 1000);
        const left = end - source.now();
        if ("failure" in looked) {
            if (looked.failure.kind !== "passing" || left <= 0)
                return { checks: [], reasons: [unreadable(looked.failure, request)] };
        }
        else if (!looked.pending || left <= 0) {
            return {
                checks: looked.checks,
                reasons: checkReasons(looked.checks, request.waitTimeout === 0 ? 0 : waited),
            };
        }
        else {
            const open = looked.checks.filter(({ verdict }) => verdict === "pending" || verdict === "missing");
            source.tell(`Waiting for ${open.length === 1 ? `check '${open[0]?.check}'` : `${open.length} checks`}, ${Math.ceil(left / 1000)} s at most`);
        }
        await source.sleep(Math.ceil(Math.min(pause, left)));
    }
}
async function look({ lines, commits, isOwn }, source) {
    try {
        const found = [];
        for (const commit of commits)
            found.push(...(await source.checks(commit)));
        let workflows;
        if (needsWorkflows(lines, found)) {
            for (const commit of commits) {
                const known = await source.workflows(commit);
                if (known !== undefined)
                    workflows = new Map([...(workflows ?? []), ...known]);
            }
        }
        return judgeChecks({ lines, found, workflows, isOwn });
    }
    catch (thrown) {
        if (thrown instanceof RestFailure)
            return { failure: thrown };
        throw thrown;
    }
}
function unreadable(failure, { lines }) {
    const fixes = {
        forbidden: "Give the job 'permissions: checks: read, statuses: read', and a token that is valid.",
        missing: "The token must see this repository, and the commit must be pushed.",
        refused: "Check GITHUB_API_URL, and that the token is one of this repository.",
        limited: "Run the gate again later, or pass a token with a limit of its own.",
        passing: "Run the gate again, and see https://www.githubstatus.com or your server's status.",
    };
    const asked = failure.permission === undefined ? "" : ` The server asks for ${failure.permission}.`;
    return reason("missing", "checks-unreadable", `The ${lines.length === 1 ? "check is" : `${lines.length} checks are`} not known: ${failure.message}`, `${fixes[failure.kind]}${asked}`);
}
/** The commits whose checks count: the one that is judged, and of a pull request's merge commit the head. */
function checkedCommits(commit, { pullRequest }) {
    if (pullRequest === undefined || commit !== pullRequest.mergeSha)
        return [commit];
    return [...new Set([pullRequest.headSha, commit])];
}
/**
 * Knows the gate's own check run: of this run of Actions, with the name of the gate's job (also as a leg of a matrix
 * and inside a called workflow). It runs: what has ended is another job that is called alike, and counts. So does
 * a job that the file gives that very name, and what another app made: an app can write any address of a run.
 */
function ownChecks({ run, job }, workflow) {
    const jobs = workflow.kind === "read" ? workflow.jobs : new Map();
    const written = (job === undefined ? undefined : jobs.get(job)?.name) ?? job ?? "";
    const others = new Set([...jobs].flatMap(([id, { name }]) => (id === job ? [] : [name ?? id])));
    return ({ app, ended, actionsRun, name }) => {
        if (ended || app !== GITHUB_ACTIONS || run === undefined || actionsRun !== run)
            return false;
        if (isAnyName(written) || others.has(name))
            return false;
        const last = name.slice(name.lastIndexOf(" / ") < 0 ? 0 : name.lastIndexOf(" / ") + 3);
        return [name, last].some((each) => matchesName(written, each) || matchesName(written, each.replace(/ \(.*\)$/s, "")));
    };
}
//# sourceMappingURL=checks.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/required-checks.js



/** `checks` of the input, waited for, and what to say where they are not asked for. */
async function requiredChecks(inputs, ports, commit, workflow, closed) {
    const { checks: lines } = inputs;
    // A gate that is closed already is not worth the time.
    const waitTimeout = closed ? 0 : inputs.waitTimeout;
    if (lines.length === 0) {
        const problems = inputs.waitTimeout === 0
            ? []
            : [
                (0,problem/* problem */.C)("notice", "wait-without-checks", "'wait-timeout' is given without 'checks': nothing waits"),
            ];
        return { checks: [], reasons: [], problems };
    }
    if ("why" in ports.gitHub) {
        throw new errors/* UserError */.yo("checks-without-github", `Input 'checks' is given, and ${ports.gitHub.why}`, {
            input: "checks",
            hint: "Pass 'token', and run the gate for a repository on GitHub.",
        });
    }
    const commits = checkedCommits(commit, ports.event);
    const isOwn = ownChecks(ports.event, workflow);
    const judged = await awaitChecks({ lines, commits, waitTimeout, isOwn }, ports.gitHub);
    return { ...judged, problems: [] };
}
//# sourceMappingURL=required-checks.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./.cache/bundles/github/sticky.js

/** What is written once and then brought up to date: a comment or a check run, of which there is one for each key. */
const KEY_LIMIT = 150;
const HASH_LENGTH = 20;
/** A key of at most 150 characters; of a longer one the end is a hash of the whole, so that two keys stay two. */
function stickyKey(whole) {
    if (whole.length <= KEY_LIMIT)
        return whole;
    const hash = (0,external_node_crypto_.createHash)("sha256").update(whole).digest("hex").slice(0, HASH_LENGTH);
    return `${whole.slice(0, KEY_LIMIT - HASH_LENGTH - 1)}~${hash}`;
}
/** Whether a later run or attempt wrote it: its words are not replaced by an earlier one's. */
function isNewer(theirs, ours) {
    const [a, b] = [numberOf(theirs.run), numberOf(ours.run)];
    return a > b || (a === b && theirs.attempt > ours.attempt);
}
function isSameAttempt(theirs, ours) {
    return numberOf(theirs.run) === numberOf(ours.run) && theirs.attempt === ours.attempt;
}
function numberOf(run) {
    return BigInt(run !== undefined && /^\d{1,20}$/.test(run) ? run : "0");
}
//# sourceMappingURL=sticky.js.map
;// CONCATENATED MODULE: ./.cache/bundles/github/check-run.js


/** GitHub's limit of a check run's summary, in bytes. */
const CHECK_SUMMARY_LIMIT = 65_535;
const listSchema = schemas/* object */.Ikc({
    check_runs: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* int */.Whr(), name: schemas/* string */.YjP(), head_sha: schemas/* string */.YjP(), external_id: schemas/* string */.YjP().nullish() })),
});
/**
 * Writes the check run (`checks: write`), or brings the one that is there up to date.
 * @param absent whether one is made where there is none yet; one that is left absent also leaves what the same
 * attempt of the same run has said: another leg of the job, or another call of its workflow, is no later word
 * @throws RestFailure
 */
async function writeCheckRun(rest, run, absent) {
    const key = stickyKey(run.key);
    const known = await ownRun(rest, run, key);
    if (known === undefined && absent === "leave")
        return "absent";
    if (known !== undefined && isNewer(known, run))
        return "newer";
    if (known !== undefined && absent === "leave" && isSameAttempt(known, run))
        return "left";
    const body = {
        name: run.name,
        external_id: `${run.kind}:${run.run ?? ""}:${run.attempt}:${key}`,
        status: "completed",
        conclusion: run.conclusion,
        output: { title: run.title, summary: run.summary },
    };
    if (known === undefined) {
        await rest.send("POST", rest.address("/check-runs"), { ...body, head_sha: run.commit });
        return "created";
    }
    await rest.send("PATCH", rest.address(`/check-runs/${known.id}`), body);
    return "updated";
}
/** The newest of this kind and key on the commit. */
async function ownRun(rest, run, key) {
    const query = `check_name=${encodeURIComponent(run.name)}&filter=all&per_page=100`;
    const found = await rest.pages(rest.address(`/commits/${encodeURIComponent(run.commit)}/check-runs?${query}`), (json) => listSchema.safeParse(json).data?.check_runs);
    const own = found.flatMap(({ id, name, head_sha, external_id }) => {
        const about = external_id?.startsWith(`${run.kind}:`) ? external_id.slice(run.kind.length + 1) : "";
        const [, theirRun = "", attempt = "", theirKey] = /^(\d{0,20}):(\d{1,6}):(.*)$/s.exec(about) ?? [];
        if (theirKey !== key || name !== run.name || head_sha !== run.commit)
            return [];
        return [{ id, run: theirRun, attempt: Number(attempt) }];
    });
    return own.toSorted((a, b) => b.id - a.id)[0];
}
//# sourceMappingURL=check-run.js.map
;// CONCATENATED MODULE: ./.cache/bundles/github/comments.js



/** GitHub's limit of a comment's body, in characters. */
const COMMENT_LIMIT = 65_536;
const commentSchema = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    body: schemas/* string */.YjP().nullish(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullish(),
});
/**
 * Writes the comment, or brings the one that is there up to date. Only a comment of the token's own author that
 * begins with the marker is touched: anybody can write a marker.
 * @throws RestFailure
 */
async function writeComment(rest, comment) {
    const key = encodeURIComponent(comment.key.toWellFormed()).replaceAll("--", "%2D-");
    const marker = `<!-- sluice:${stickyKey(key)} `;
    const author = await viewer(rest);
    const comments = await rest.pages(rest.address(`/issues/${comment.number}/comments?per_page=100`), (json) => schemas/* array */.YOg(commentSchema).safeParse(json).data);
    const own = comments
        .filter(({ user, body }) => user?.login === author && body?.startsWith(marker) === true)
        .toSorted((a, b) => a.id - b.id)[0];
    const body = `${marker}run=${comment.run ?? 0} attempt=${comment.attempt} -->\n${comment.body}`;
    if (own === undefined) {
        await rest.send("POST", rest.address(`/issues/${comment.number}/comments`), { body });
        return "created";
    }
    if (isNewer(writerOf(own), comment))
        return "newer";
    if (own.body === body)
        return "unchanged";
    await rest.send("PATCH", rest.address(`/issues/comments/${own.id}`), { body });
    return "updated";
}
function writerOf({ body }) {
    const [, run, attempt = "0"] = /^<!-- [^>]{0,400}? run=(\d{1,20}) attempt=(\d{1,6}) -->/.exec(body ?? "") ?? [];
    return { run, attempt: Number(attempt) };
}
/** Who writes with this token: `github-actions[bot]`, an app, or a person. REST tells that only to people. */
async function viewer(rest) {
    // Enterprise Server has REST at /api/v3 and GraphQL at /api/graphql.
    const address = `${rest.api.url.replace(/\/v3$/, "")}/graphql`;
    const { json } = await rest.send("POST", address, { query: "query { viewer { login } }" });
    const found = schemas/* object */.Ikc({ data: schemas/* object */.Ikc({ viewer: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }) }) })
        .safeParse(json).data;
    if (found === undefined)
        throw new RestFailure("refused", `${hostOf(rest.api)} does not tell who writes with this token`);
    return found.data.viewer.login;
}
//# sourceMappingURL=comments.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/tell.js







/** Never changes the verdict: what can't be told is a notice. */
async function tellGitHub(telling) {
    const { comment } = telling;
    return [...(comment ? await tell_writeComment(telling) : []), ...(await keepCheckRun(telling))];
}
async function tell_writeComment({ result, markdown, event, teller }) {
    const notice = (why, hint) => [
        (0,problem/* problem */.C)("notice", "comment-not-written", `No comment is written: ${why}`, { hint }),
    ];
    const number = event.pullRequest?.number;
    if (number === undefined)
        return notice(event.mergeGroup === undefined ? "there is no pull request" : "a merge queue has no pull request");
    if ("why" in teller)
        return notice(teller.why);
    const key = `gate:${keyOf(event)}`;
    try {
        await teller.writeComment({
            number,
            key,
            run: result.run ?? undefined,
            attempt: event.attempt,
            body: (0,runner_markdown/* cutLines */.EQ)(markdown, COMMENT_LIMIT - 1000),
        });
        return [];
    }
    catch (thrown) {
        if (!(thrown instanceof RestFailure))
            throw thrown;
        return notice((0,runner_markdown/* visible */.RK)(thrown.message), event.pullRequest?.fork === true
            ? "The token of a pull request from a fork only reads."
            : "Give the job 'permissions: pull-requests: write'.");
    }
}
/** Two gates of a pipeline, and those of two workflows, have words of their own. */
function keyOf({ workflowFile, job }) {
    return `${workflowFile ?? ""}#${job ?? ""}`;
}
const CONCLUSIONS = { held: "neutral", open: "success", closed: "failure" };
/** `held` makes a check run; whatever comes after it on the same commit ends that, and makes none. */
async function keepCheckRun({ result, markdown, event, teller }) {
    // In a terminal nobody asked for it.
    if (event.event === undefined || "why" in teller)
        return [];
    try {
        const run = {
            commit: event.pullRequest?.headSha ?? result.commit,
            name: `${event.job ?? "gate"}${OWN_CHECK.name}`,
            kind: OWN_CHECK.id.slice(0, -1),
            key: keyOf(event),
            run: result.run ?? undefined,
            attempt: event.attempt,
            conclusion: CONCLUSIONS[result.verdict],
            title: (0,cut_text/* cutText */.I)(`gate ${result.verdict}: ${(0,runner_markdown/* visible */.RK)(result.reason)}`, 250),
            summary: (0,runner_markdown/* cutLines */.EQ)(markdown, CHECK_SUMMARY_LIMIT - 100),
        };
        await teller.writeCheckRun(run, result.verdict === "held" ? "make" : "leave");
        return [];
    }
    catch (thrown) {
        if (!(thrown instanceof RestFailure))
            throw thrown;
        // Most jobs do not grant it, and nobody asked for it.
        if (thrown.kind === "forbidden" || thrown.kind === "missing" || result.verdict !== "held")
            return [];
        return [
            (0,problem/* problem */.C)("notice", "check-run-not-made", `No check run tells of 'held': ${(0,runner_markdown/* visible */.RK)(thrown.message)}`),
        ];
    }
}
//# sourceMappingURL=tell.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/own-hosts.js
var own_hosts = __webpack_require__(93508);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/run-jobs.js

/**
 * The jobs of a run as GitHub's API lists them, for the keys that evidence and `needs` have. The API knows only
 * names: the key or the job's `name`, the matrix values in brackets, and the callers' names before a slash. Pure.
 */
/** Whether a leg ran in the attempt: yes where any job that may be it did; undefined where none is found. */
function ranAgain(evidence, jobs, workflow) {
    if (evidence.job === null)
        return undefined;
    const found = jobsOf(evidence.job, jobs, workflow, evidence);
    return found.length === 0 ? undefined : found.some(({ ran }) => ran);
}
/** What failed in a job besides the steps that run tests by `run`, whose failure evidence tells of. */
function otherFailedSteps(job, jobs, workflow) {
    const found = jobsOf(job, jobs, workflow).filter(({ conclusion }) => !GOOD.has(conclusion ?? "success"));
    if (found.length === 0)
        return { kind: "unknown", why: "GitHub lists no failed job of this name" };
    const declared = workflow.kind === "read" ? workflow.jobs.get(job) : undefined;
    const names = [];
    for (const each of found) {
        const failed = each.steps.filter(({ conclusion }) => !GOOD.has(conclusion ?? "success"));
        if (each.conclusion !== "failure")
            names.push(`the job itself (${each.conclusion})`);
        else if (failed.length === 0)
            return { kind: "unknown", why: "GitHub lists no failed step of it" };
        names.push(...failed.map(({ name }) => name).filter((name) => !isRun(name, declared)));
    }
    return names.length === 0 ? { kind: "none" } : { kind: "failed", names };
}
const GOOD = new Set(["success", "skipped", "neutral"]);
/** Without the workflow's file only a step that has no name of its own can be told to be `run`. */
function isRun(step, declared) {
    if (declared === undefined)
        return /^Run \S*\/actions\/run(@\S*)?$/.test(step);
    return declared.runSteps.some((name) => matchesName(name, step));
}
function jobsOf(job, jobs, workflow, evidence) {
    const declared = workflow.kind === "read" ? workflow.jobs.get(job) : undefined;
    const matrix = evidence?.legParts?.matrix ?? undefined;
    const name = withValues(declared?.name ?? job, matrix);
    const found = jobs.flatMap((each) => {
        // The last part is the job's own name: those before it are callers'.
        const own = declared === undefined ? (each.name.split(" / ").at(-1) ?? "") : each.name;
        const [, bare = own, values] = /^(.*?) \((.*)\)$/.exec(own) ?? [];
        if (matchesName(name, own))
            return [{ each, values: undefined }];
        return matchesName(name, bare) ? [{ each, values }] : [];
    });
    if (matrix === undefined)
        return found.map(({ each }) => each);
    const wanted = sortedValues(matrix.map(([, value]) => value).join(", "));
    const exact = found.filter(({ values }) => values !== undefined && sortedValues(values) === wanted);
    return (exact.length > 0 ? exact : found).map(({ each }) => each);
}
function sortedValues(list) {
    return list.split(", ").sort().join(", ");
}
/** A name as the workflow writes it, with the matrix values that are known. */
function withValues(name, matrix) {
    const values = new Map(matrix);
    return name.replace(/\$\{\{\s*matrix\.([\w.-]+)\s*\}\}/g, (written, axis) => values.get(axis) ?? written);
}
//# sourceMappingURL=run-jobs.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/attempts.js

function withoutStaleAttempts(question) {
    const dropped = [];
    const legs = question.legs.filter((leg) => {
        if (!leg.older)
            return true;
        const why = staleBecause(question, leg.evidence);
        if (why === undefined)
            return true;
        dropped.push({
            file: leg.file,
            of: leg.evidence,
            why: `it belongs to attempt ${leg.evidence.attempt}, and ${why}`,
        });
        return false;
    });
    return { legs, dropped };
}
function staleBecause(question, evidence) {
    const { needs, jobs, explained } = question;
    const { job } = evidence;
    if (job !== null && jobs?.kind === "known") {
        const ran = ranAgain(evidence, jobs.jobs, question.workflow);
        if (ran === false)
            return undefined;
        if (ran === true)
            return `its job '${job}' ran again`;
    }
    const result = job === null ? undefined : needs?.get(job);
    if (job === null || result === undefined)
        return `whether its job ran again is not known${whyNot(jobs)}`;
    if (result === "failure" && explained(job))
        return undefined;
    if (result !== "success")
        return `its job '${job}' ended with ${result} in this attempt${whyNot(jobs)}`;
    const declared = question.workflow.kind === "read" ? question.workflow.jobs.get(job) : undefined;
    if (declared === undefined || declared.unread !== undefined)
        return `the workflow file does not show whether job '${job}' continues on error${whyNot(jobs)}`;
    if (declared.continueOnError || declared.continuingSteps.length > 0)
        return `its job '${job}' continues on error, so that its success proves nothing${whyNot(jobs)}`;
    return undefined;
}
function whyNot(jobs) {
    return jobs?.kind === "unknown" ? ` (${jobs.why})` : "";
}
//# sourceMappingURL=attempts.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/legs.js


/** What is missing; where the number of legs is not known, `needs` decides. */
function missingLegs({ legs, needs }) {
    return [...jobGaps(legs), ...shardGaps(legs)]
        .filter(({ kind, job }) => kind === "missing" || job === undefined || needs?.has(job) !== true)
        .map((gap) => gap.reason);
}
/** Whether all legs of one job are there, as far as its evidence tells; unknown is no. */
function allLegsThere(legs) {
    return legs.length > 0 && jobGaps(legs).length === 0;
}
/** Whether the evidence of a job tells how many legs it has. */
function tellsItsLegs(legs) {
    return legs.length > 0 && legs.every(({ evidence }) => totalOf(evidence) !== null);
}
function totalOf({ legs, legParts }) {
    return legParts === undefined ? legs : legParts.total;
}
function jobGaps(legs) {
    const groups = new Map();
    for (const leg of legs) {
        const { job, legParts, leg: name } = leg.evidence;
        if (job === null)
            continue;
        const total = totalOf(leg.evidence);
        const key = JSON.stringify([job, total, legParts === undefined]);
        const group = groups.get(key) ?? { job, total, legs: new Map() };
        groups.set(key, group);
        const identity = legParts === undefined ? name : JSON.stringify(legParts.matrix);
        const known = group.legs.get(identity);
        if (known === undefined)
            group.legs.set(identity, [leg]);
        else
            known.push(leg);
    }
    return [...groups.values()].flatMap((group) => [...countGaps(group), ...unevenGaps(group)]);
}
function countGaps({ job, total, legs }) {
    const [first] = [...legs.values()][0] ?? [];
    const about = { file: first?.file };
    if (total === null) {
        return [
            {
                kind: "unknown",
                job,
                reason: reason("missing", "legs-unknown", `How many legs job '${job}' has is not known: its evidence does not say, and 'needs' does not hold the job`, `Pass needs: \${{ toJSON(needs) }}, or 'job-total' to the action 'run'.`, about),
            },
        ];
    }
    if (legs.size >= total)
        return [];
    return [
        {
            kind: "missing",
            job,
            reason: reason("missing", "leg-missing", `Job '${job}' has ${total} legs, and evidence of ${legs.size} is here`, "Upload the evidence of every leg, each as an artifact of its own name.", about),
        },
    ];
}
/** The most gaps of one job that are told one by one. */
const NAMED_GAPS = 20;
/** Legs that the matrix does not tell apart by service and level owe the same. */
function unevenGaps({ job, legs }) {
    if (legs.size < 2)
        return [];
    const all = [...legs.values()];
    const selecting = selectingAxes(all.flat());
    const repeats = repeatedParts(all);
    const keyOf = ({ evidence }) => {
        const { service, level, legParts } = evidence;
        const { shard, name } = legParts ?? NO_PARTS;
        return JSON.stringify([service, level, repeats.shard ? shard : null, repeats.name ? name : null]);
    };
    const buckets = Map.groupBy(all, ([leg]) => {
        const matrix = leg?.evidence.legParts?.matrix ?? [];
        return JSON.stringify(matrix.filter(([axis]) => selecting.has(axis)));
    });
    const gaps = [];
    for (const bucket of buckets.values()) {
        // Evidence of older versions does not tell its matrix: its legs are counted, and that is all.
        if (bucket.some(([leg]) => leg?.evidence.legParts === undefined))
            continue;
        const owed = new Map(bucket.flat().map((leg) => [keyOf(leg), leg]));
        for (const own of bucket) {
            const has = new Set(own.map(keyOf));
            for (const [key, other] of owed) {
                if (!has.has(key) && gaps.length < NAMED_GAPS)
                    gaps.push(unevenGap(job, own, other));
            }
        }
    }
    return gaps;
}
const NO_PARTS = { total: null, matrix: null, shard: null, name: null };
function unevenGap(job, own, other) {
    const { service, level } = other.evidence;
    const values = own[0]?.evidence.legParts?.matrix?.map(([axis, value]) => `${axis}: ${value}`) ?? [];
    const leg = (0,cut_text/* cutText */.I)(values.slice(0, 5).join(", "), 200);
    return {
        kind: "missing",
        job,
        reason: reason("missing", "leg-missing", `Leg (${leg}) of job '${job}' left no evidence of ${service} ${level}, and another leg did`, "Upload all evidence of every leg; what only some legs run belongs into a job of its own.", { service, level, file: other.file }),
    };
}
/** Axes of the matrix whose value names a service, a level or a shard of what the leg ran. */
function selectingAxes(legs) {
    const axes = new Set();
    for (const { evidence } of legs) {
        const { matrix, shard } = evidence.legParts ?? NO_PARTS;
        const shards = shard === null ? [] : [String(shard.index), `${shard.index}/${shard.count}`];
        for (const [axis, value] of matrix ?? []) {
            if (axes.has(axis))
                continue;
            if (names(value, evidence.service) || names(value, evidence.level) || shards.includes(value))
                axes.add(axis);
        }
    }
    return axes;
}
/** Whether a value is a name, or holds it as a word: `services/cart`, `cart: unit`. */
function names(value, name) {
    for (let at = value.indexOf(name); at >= 0; at = value.indexOf(name, at + 1)) {
        const around = [value[at - 1] ?? "", value[at + name.length] ?? ""];
        if (!around.some((each) => /[A-Za-z0-9]/.test(each)))
            return true;
    }
    return false;
}
/** Whether shards and names tell runs of one leg apart; else the matrix spreads them over the legs. */
function repeatedParts(legs) {
    const repeats = { shard: false, name: false };
    for (const own of legs) {
        for (const same of Map.groupBy(own, ({ evidence }) => JSON.stringify([evidence.service, evidence.level])).values()) {
            const parts = same.map(({ evidence }) => evidence.legParts ?? NO_PARTS);
            if (new Set(parts.map(({ shard }) => shard?.index)).size > 1)
                repeats.shard = true;
            if (new Set(parts.map(({ name }) => name)).size > 1)
                repeats.name = true;
        }
    }
    return repeats;
}
/** Parts of a level that are spread over legs or jobs: all of them are due. */
function shardGaps(legs) {
    const sharded = legs.flatMap((leg) => {
        const shard = leg.evidence.legParts?.shard;
        return shard == null ? [] : [{ leg, shard }];
    });
    const groups = Map.groupBy(sharded, ({ leg, shard }) => JSON.stringify([leg.evidence.service, leg.evidence.level, shard.count]));
    const gaps = [];
    for (const group of groups.values()) {
        const [first] = group;
        if (first === undefined)
            continue;
        const seen = new Set(group.map(({ shard }) => shard.index));
        const { count } = first.shard;
        if (seen.size >= count)
            continue;
        const lost = [];
        for (let index = 1; index <= count && lost.length < 5; index++)
            if (!seen.has(index))
                lost.push(index);
        const { service, level } = first.leg.evidence;
        gaps.push({
            kind: "missing",
            job: undefined,
            reason: reason("missing", "shard-missing", `${service} ${level} has ${count} shards, and evidence of ${seen.size} is here: ${lost.join(", ")}${count - seen.size > lost.length ? ", …" : ""} missing`, "Upload the evidence of every shard, each as an artifact of its own name.", { service, level, file: first.leg.file }),
        });
    }
    return gaps;
}
//# sourceMappingURL=legs.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/base-evidence.js





/** By service: what its ratchet holds to; of one without a ratchet only where there is evidence of other commits. */
async function baseFigures(question) {
    const found = new Map();
    const readable = question.files.filter((each) => each.kind === "read");
    const byService = Map.groupBy(readable, ({ evidence }) => evidence.service);
    const catalogues = remembered(question.ports.catalogueOf);
    const newest = rememberedNewest(question);
    for (const service of question.services) {
        // A service that this change renames left its evidence under the old name.
        const files = [service.name, ...service.formerly].flatMap((name) => byService.get(name) ?? []);
        const others = files.filter(({ evidence }) => evidence.commit !== question.head);
        const isHeld = hasRatchet(service);
        if (!isHeld && others.length === 0)
            continue;
        const figure = await baseFigure(question, service, isHeld ? files : others, { catalogues, newest });
        if (isHeld || figure.kind === "known")
            found.set(service.name, figure);
    }
    return found;
}
function hasRatchet({ bars }) {
    return typeof bars.ratchet === "number";
}
async function baseFigure(question, service, all, known) {
    const covering = all.filter(({ evidence }) => evidence.declares.coverage || evidence.coverage !== null);
    const files = covering.length > 0 || hasRatchet(service) ? covering : all;
    const base = question.baseOf(service.name);
    if (base.kind === "unknown")
        return { kind: "missing", why: base.why };
    const start = base.kind === "commit" ? base.commit : question.before;
    if (start === undefined)
        return { kind: "none", why: "there is no commit before this one" };
    const commit = await known.newest(start, new Set(files.map(({ evidence }) => evidence.commit)));
    if (commit === undefined) {
        const before = await known.catalogues(start);
        const introduced = before === undefined ? undefined : introducedSince(before, service, question.byInput);
        return introduced === undefined
            ? { kind: "missing", why: `no evidence of ${start.slice(0, 12)} or a commit before it is here` }
            : { kind: "none", why: introduced };
    }
    const own = files.filter(({ evidence }) => evidence.commit === commit);
    const at = commit.slice(0, 12);
    const selection = selectEvidence(own, {
        commit,
        repository: question.repository,
        run: undefined,
        attempt: 1,
    });
    const [flaw] = [...selection.reasons, ...missingLegs({ legs: selection.legs, needs: undefined })];
    if (flaw !== undefined)
        return { kind: "missing", why: `the evidence of ${at} is not whole: ${flaw.message}` };
    const lost = lostLevel(await known.catalogues(commit), service, selection.legs);
    if (lost !== undefined)
        return { kind: "missing", why: `${at} has no evidence of level '${lost}'` };
    let lines;
    try {
        ({ lines } = (0,figures/* figures */.u5)((0,merge/* mergeCoverage */.PV)(selection.legs.map(({ evidence }) => evidence.coverage?.files ?? []))));
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo) || thrown.code !== "report-of-another-commit")
            throw thrown;
        return { kind: "missing", why: `the evidence of ${at} can't be united: ${thrown.message}` };
    }
    if (lines.total === 0 && hasRatchet(service))
        return { kind: "missing", why: `the evidence of ${at} tells of no coverage` };
    const levels = levelFigures(question, commit, all);
    return { kind: "known", commit, lines: lines.total === 0 ? null : lines, levels };
}
/** What is told of a level hangs on no other: one that is not whole is left out. */
function levelFigures({ repository }, commit, all) {
    const levels = new Map();
    const own = all.filter(({ evidence }) => evidence.commit === commit);
    const { legs, reasons } = selectEvidence(own, { commit, repository, run: undefined, attempt: 1 });
    const contradicted = new Set(reasons.map(({ level }) => level));
    for (const [level, found] of Map.groupBy(legs, ({ evidence }) => evidence.level)) {
        if (contradicted.has(level) || missingLegs({ legs: found, needs: undefined }).length > 0)
            continue;
        const counts = found.flatMap(({ evidence }) => evidence.tests ?? []);
        const files = found.flatMap(({ evidence }) => evidence.coverage === null ? [] : [evidence.coverage.files]);
        levels.set(level, {
            tests: counts.length === 0 ? null : (0,merge/* mergeCounts */.Lq)(counts).total,
            lines: files.length === 0 ? null : base_evidence_linesOf(files),
        });
    }
    return levels;
}
/** Null where reports of two states of a file can't be united. */
function base_evidence_linesOf(files) {
    try {
        return (0,figures/* figures */.u5)((0,merge/* mergeCoverage */.PV)(files)).lines;
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo) || thrown.code !== "report-of-another-commit")
            throw thrown;
        return null;
    }
}
/** Why there is nothing to hold to; undefined where there should be. */
function introducedSince(before, service, byInput) {
    const old = before.declared ? serviceIn(before, service) : undefined;
    if (before.declared && old === undefined)
        return "this change introduces the service";
    if (byInput)
        return undefined;
    const ratchet = old?.thresholds?.ratchet ?? before.settings.gate?.thresholds?.ratchet;
    return ratchet === undefined || ratchet === false ? "this change introduces the ratchet" : undefined;
}
function serviceIn(catalogue, { name, path, formerly }) {
    return (catalogue.services.find((each) => each.path === path) ??
        catalogue.services.find((each) => formerly.includes(each.name)) ??
        catalogue.services.find((each) => each.name === name));
}
/** A level that declared coverage then, and of which nothing is here. */
function lostLevel(catalogue, service, legs) {
    const there = new Set(legs.map(({ evidence }) => evidence.level));
    const old = catalogue?.declared === true ? serviceIn(catalogue, service) : undefined;
    return old?.levels.find(({ level, coverage }) => coverage.length > 0 && !there.has(level))?.level;
}
/** Undefined where the files of a commit can't be read: then nothing shows that a change introduces anything. */
function remembered(catalogueOf) {
    const known = new Map();
    return (commit) => {
        const found = known.get(commit) ?? catalogueOf(commit).catch(() => undefined);
        known.set(commit, found);
        return found;
    };
}
function rememberedNewest({ ports }) {
    const known = new Map();
    return (start, wanted) => {
        if (wanted.size === 0)
            return Promise.resolve(undefined);
        const key = [start, ...[...wanted].sort()].join(" ");
        const found = known.get(key) ?? ports.newestAncestor(start, wanted);
        known.set(key, found);
        return found;
    };
}
//# sourceMappingURL=base-evidence.js.map
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
/**
 * What is missing from the releases is not known; only what is there without one was never released. Files of no
 * service are judged from the oldest of these releases on: whatever has been added since any of them is due.
 */
async function lastReleases({ due, catalogues, head, ports }) {
    const never = { kind: "none", why: "it was never released" };
    const own = new Map();
    const outOfReach = [];
    const [catalogue] = catalogues;
    if (catalogue === undefined || due.length === 0)
        return { common: never, own, outOfReach };
    const releases = await ports.lastReleases(catalogue, head);
    // Without manifests any name may be asked for: each is a part of the one service that the repository is.
    const whole = catalogue.declared ? undefined : catalogue.services[0]?.name;
    for (const { name } of due) {
        const key = releases.has(name) ? name : (whole ?? name);
        const release = releases.get(key);
        if (release !== undefined)
            own.set(name, { kind: "commit", commit: release.commit });
        else if (releases.has(key))
            own.set(name, never);
        else {
            own.set(name, { kind: "unknown", why: "its last release can't be told from here" });
            outOfReach.push(name);
        }
    }
    return { common: await oldest([...own.values()], ports.git), own, outOfReach };
}
async function oldest(bases, git) {
    const unknown = bases.find(({ kind }) => kind === "unknown");
    if (unknown !== undefined)
        return { kind: "unknown", why: "the last release of a service can't be told from here" };
    const commits = new Set(bases.flatMap((base) => (base.kind === "commit" ? [base.commit] : [])));
    let common;
    for (const commit of commits) {
        common = common === undefined ? commit : await git.mergeBase(common, commit);
        if (common === undefined)
            return { kind: "unknown", why: "the last releases have no common history here" };
    }
    return common === undefined
        ? { kind: "none", why: "no service was ever released" }
        : { kind: "commit", commit: common };
}
/** How many services one message names. */
const NAMED_SERVICES = 10;
function outOfReachProblem(services) {
    const named = services.slice(0, NAMED_SERVICES).join(", ");
    const more = services.length > NAMED_SERVICES ? ` and ${services.length - NAMED_SERVICES} more` : "";
    return (0,problem/* problem */.C)("warning", "base-unresolved", `The last releases of ${named}${more} can't be told from here, so the lines added since are not known`, {
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
var infrastructure = __webpack_require__(85586);
// EXTERNAL MODULE: ./.cache/bundles/evidence/quarantine.js
var quarantine = __webpack_require__(61732);
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
// EXTERNAL MODULE: ./.cache/bundles/evidence/other-commit.js
var other_commit = __webpack_require__(11868);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/hold-to-files.js



/**
 * Coverage of evidence held to the repository, as `run` holds reports to it: only files of the repository count,
 * and what names a line past the end of its file closes. Evidence is a file like any other, and anybody may have
 * written it. Effects come through the port.
 */
/** As many foreign paths of a piece of evidence are kept; a report of installed packages names tens of thousands. */
const UNMATCHED_LIMIT = 1000;
/** `files` are those of the repository; empty where nothing is checked out, which shows nothing. */
async function holdToFiles(legs, files, { lineCount }) {
    if (files.length === 0)
        return { legs: [...legs], reasons: [] };
    const known = new Set(files);
    const own = legs.map((leg) => withoutForeign(leg, known));
    const counts = await countLines(own, lineCount);
    const reasons = [];
    const held = own.map((leg) => {
        const { coverage, service, level } = leg.evidence;
        if (coverage === null)
            return leg;
        const stands = [];
        let first;
        for (const file of coverage.files) {
            const count = counts.get(file.path);
            const difference = count === undefined ? undefined : (0,other_commit/* otherState */.CP)(file, count);
            if (difference === undefined)
                stands.push(file);
            else
                first ??= difference;
        }
        if (first === undefined)
            return leg;
        const more = coverage.files.length - stands.length - 1;
        const others = more === 0 ? "" : `, and so with ${more} more of its files`;
        reasons.push(reason("missing", "report-of-another-commit", `Evidence ${leg.file} ${first}${others}`, other_commit/* OTHER_COMMIT_HINT */.$N, { service, level, file: leg.file }));
        return {
            ...leg,
            coverageRefused: true,
            evidence: { ...leg.evidence, coverage: { ...coverage, files: stands } },
        };
    });
    return { legs: held, reasons };
}
function withoutForeign(leg, known) {
    const { coverage } = leg.evidence;
    if (coverage === null || coverage.files.every(({ path }) => known.has(path)))
        return leg;
    const own = coverage.files.filter(({ path }) => known.has(path));
    const foreign = coverage.files.flatMap(({ path }) => (known.has(path) ? [] : [(0,cut_text/* cutText */.I)(path, 500)]));
    const unmatched = [...new Set([...coverage.unmatched, ...foreign])].slice(0, UNMATCHED_LIMIT);
    return { ...leg, evidence: { ...leg.evidence, coverage: { files: own, unmatched } } };
}
/** Each file once, however many legs cover it. */
async function countLines(legs, lineCount) {
    const paths = new Set();
    for (const { evidence } of legs)
        for (const file of evidence.coverage?.files ?? [])
            if ((0,other_commit/* lastLine */.fM)(file) > 0)
                paths.add(file.path);
    const counts = new Map();
    for (const path of paths) {
        const count = await lineCount(path);
        if (count !== undefined)
            counts.set(path, count);
    }
    return counts;
}
//# sourceMappingURL=hold-to-files.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/skips.js


function proveSkip(question) {
    const { job, gateJob, workflow, baseWorkflow } = question;
    const file = (each) => each.file ?? "the workflow file";
    if (workflow.kind === "unreadable")
        return unproven(`${file(workflow)} can't be read: ${workflow.why}`);
    if (gateJob === undefined)
        return unproven("the gate's own job is not known (GITHUB_JOB is not set)");
    const own = workflow.jobs.get(gateJob);
    if (own === undefined || !needsExactly(own, question.needs))
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
    // With a status function the job would have been asked all the same: then only its own 'if' skips it.
    if (skippedNeed && !hasStatusFunction(own.condition))
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
    const explained = (job) => {
        if (question.needs.get(job) !== "failure")
            return false;
        const evidence = question.evidenceOf(job);
        return evidence.explained && evidence.otherSteps.kind !== "failed";
    };
    const jobs = [];
    for (const [job, result] of question.needs) {
        const judged = judgeJob(question, job, result, explained);
        jobs.push({ job, result, ...judged });
        const steps = question.workflow.kind === "read" ? question.workflow.jobs.get(job)?.continuingSteps : undefined;
        if (steps !== undefined && steps.length > 0) {
            problems.push((0,problem/* problem */.C)("notice", "continuing-steps", `Job '${job}' has steps with continue-on-error: ${steps.slice(0, 5).join(", ")}`, { file: question.workflow.file, hint: "Their failure does not show in the job's result." }));
        }
    }
    return { jobs, problems: [...problems, ...unknownContinuing(question)] };
}
/** A success is good unless the file shows otherwise; where no file is read, the verdict says that. */
function unknownContinuing(question) {
    const { needs, job: gateJob, workflow } = question;
    // None of the suite's own jobs continues on error.
    if (homesOf(workflow, needs, gateJob).length === 0 && callsInto(workflow, question.actionRepository))
        return [];
    const unknown = new Map();
    for (const [job, result] of needs) {
        const continuing = result === "success" ? continuingOf(job, needs, gateJob, workflow) : undefined;
        if (continuing?.kind !== "unknown")
            continue;
        unknown.set(continuing.why, [...(unknown.get(continuing.why) ?? []), job]);
    }
    return [...unknown].slice(0, 10).map(([why, jobs]) => {
        const more = jobs.length > 5 ? ` and ${jobs.length - 5} more` : "";
        return (0,problem/* problem */.C)("notice", "continue-on-error-unknown", `Whether ${jobs.slice(0, 5).join(", ")}${more} succeeded or continued on error is not known: ${why}`, {
            hint: "The input 'workflow' names the file whose jobs these are; of another repository's nothing is read.",
        });
    });
}
function judgeJob(question, job, result, explained) {
    const { workflow, allowedSkips, allowedFailures } = question;
    switch (result) {
        case "success": {
            const continuing = continuingOf(job, question.needs, question.job, workflow);
            if (continuing.kind !== "jobs")
                return { verdict: "good", why: "succeeded" };
            const { jobs } = continuing;
            const who = jobs.length === 1 && jobs[0] === job
                ? "continues on error"
                : `calls jobs that continue on error (${jobs.slice(0, 5).join(", ")})`;
            const several = workflow.kind === "read" ? jobs.find((each) => workflow.several?.has(each)) : undefined;
            if (several === undefined && jobs.every((each) => question.evidenceOf(each).present))
                return { verdict: "good", why: `${who}; its evidence is judged` };
            if (allowedFailures.includes(job))
                return { verdict: "good", why: `${who}, and its failure is allowed` };
            return {
                verdict: "closed",
                why: `${who}, so that its success proves nothing, and ${several === undefined ? "left no evidence that tells of all its legs" : `evidence of '${several}' may be that of another job of this id`}`,
            };
        }
        case "failure":
            if (allowedFailures.includes(job))
                return { verdict: "good", why: "failed, which is allowed" };
            if (explained(job))
                return { verdict: "held", why: explainedText(question.evidenceOf(job).otherSteps) };
            if (question.evidenceOf(job).explained)
                return { verdict: "closed", why: otherStepsText(question.evidenceOf(job).otherSteps) };
            return {
                verdict: "closed",
                why: question.evidenceOf(job).present
                    ? "failed, and by its evidence not through the outside world alone"
                    : "failed, and left no evidence that tells why",
            };
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
function explainedText(others) {
    const outage = "failed, and all failures in its evidence are the outside world's";
    return others.kind === "unknown"
        ? `${outage}; whether another step of it failed is unknown (${others.why})`
        : `${outage}; no other step of it failed`;
}
function otherStepsText(others) {
    const names = others.kind === "failed" ? (0,cut_text/* cutText */.I)(others.names.slice(0, 5).join(", "), 300) : "";
    return `failed, and not only by its tests: ${names} failed too`;
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
        .map((name) => (0,problem/* problem */.C)("warning", `${input}-unknown`, `Input '${input}' names '${name}', which is no job of 'needs'`, {
        hint: `Remove the name, or correct it.${(0,inputs/* didYouMean */.au)(name, needs.keys())}`,
    }));
}
//# sourceMappingURL=needs.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/new-hosts.js


/** The most hosts that are looked for; a failure about any beyond counts as the change's. */
const HOST_LIMIT = 200;
/** Hosts that occur in a line which the change adds and in no line of the base, by service: mistyped names. */
async function findNewHosts(question, legs, ours, bases, added) {
    const hosts = hostsOfFailures(legs.map(({ evidence }) => evidence), ours);
    const answers = new Map();
    const isNew = (host, base) => {
        // With a base that is not known nothing shows that the host is an old one.
        if (base.kind !== "commit")
            return Promise.resolve(base.kind === "unknown");
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
//# sourceMappingURL=new-hosts.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/outcome.js
var outcome = __webpack_require__(99838);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/outcome.js

function judgeLeg({ evidence, results, excuses, caps }) {
    const { declares, tests, exitCode, reason } = evidence;
    const said = reason === "" ? "" : ` (${reason})`;
    const ended = exitCode === null ? "the command did not end by itself" : `the command ended with ${exitCode}`;
    return (0,outcome/* judgeLevelRun */.f)({
        level: evidence.level,
        exitCode,
        ended: `${ended}${said}`,
        results: results || declares.results,
        tests: tests === null ? undefined : { counts: tests, notable: evidence.notable },
        withoutReport: declares.results
            ? said === ""
                ? "no report was found"
                : // `run` may have found one and refused it; its word says which.
                    `no report of results counts${said}`
            : "a report of results is due, and the level left none",
        // `run` has seen more than the evidence lists: a test that a retry skipped, a report that can't be read.
        flaw: evidence.outcome === "passed" ? undefined : `${ended}${said}`,
        output: evidence.output,
        excuses: {
            quarantined: (test) => excuses.quarantined(test, evidence),
            outside: (test) => excuses.outside(test, evidence),
            outsideOutput: (output) => excuses.outsideOutput(output, evidence),
        },
        caps,
    });
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
    const judgedJobs = await weighJobs(question, outcomeOf);
    problems.push(...judgedJobs.problems);
    const held = await holdToFiles(judgedJobs.legs, question.files, ports.reports);
    const all = [
        ...held.legs.map((leg, index) => ({ leg, outcome: outcomeOf(judgedJobs.legs[index] ?? leg) })),
        ...question.reports.map((leg) => ({ leg, outcome: outcomeOf(leg) })),
    ];
    const coverageOf = coverages(all.map(({ leg }) => leg), question.directCoverage);
    const patches = await weighAdded(question, bases, added, coverageOf);
    if (question.workingTree && (await ports.git.isDirty()))
        problems.push((0,problem/* problem */.C)("notice", "working-tree", "Lines that are not committed count as changed"));
    const patchBar = Math.max(policy.defaults.patch ?? -1, question.thresholds.patch ?? -1);
    return {
        question: {
            policy,
            due,
            legs: all,
            coverage: coverageOf,
            direct: new Set([...question.directCoverage].filter(([, files]) => files.length > 0).map(([service]) => service)),
            ...patches,
            unownedBars: patchBar < 0 ? {} : { patch: patchBar },
            head: question.own.commit,
            baseFigures: await baseFigures({
                head: question.own.commit,
                services: due,
                files: question.baseEvidence,
                repository: question.own.repository,
                baseOf: (service) => baseOf(bases, service),
                before: question.before,
                byInput: typeof question.thresholds.ratchet === "number",
                ports,
            }),
            jobs: judgedJobs.jobs,
            skippedBehindGate: skippedBehindGate(question.needs, question.job, question.workflow),
            legReasons: [...missingLegs({ legs: judgedJobs.legs, needs: judgedJobs.needs }), ...held.reasons],
        },
        problems,
        dropped: judgedJobs.dropped,
    };
}
/** Which evidence of earlier attempts counts, and what the jobs of `needs` say. */
async function weighJobs(question, outcomeOf) {
    const { selection, own, workflow } = question;
    // `needs` tells of the gate's own run, and of no other.
    const isOwn = own.run !== undefined && selection.run === own.run;
    const needs = isOwn ? question.needs : undefined;
    const ofOwnRun = isOwn ? selection.legs : [];
    const explained = (job) => isExplained(ofOwnRun, job, outcomeOf);
    const failed = [...(question.needs ?? [])].some(([job, result]) => result === "failure" && explained(job));
    const asked = selection.run !== undefined && (failed || selection.legs.some(({ older }) => older));
    const answer = asked ? await question.ports.jobs(selection.run ?? "", selection.attempt) : undefined;
    const { legs, dropped } = withoutStaleAttempts({
        legs: selection.legs,
        needs,
        workflow,
        jobs: answer,
        explained,
    });
    /** How many legs a job has is known from its evidence alone where its success proves nothing. */
    const present = (job) => isOwn && tellsItsLegs(legs.filter(({ evidence }) => evidence.job === job));
    const evidenceOf = (job) => ({
        present: present(job),
        explained: explained(job),
        otherSteps: answer?.kind === "known"
            ? otherFailedSteps(job, answer.jobs, workflow)
            : { kind: "unknown", why: whyUnknown(answer) },
    });
    const judged = judgeNeeds({ ...question, needs: question.needs ?? new Map(), evidenceOf });
    return { legs, dropped, needs, ...judged };
}
function whyUnknown(answer) {
    return answer?.kind === "unknown" ? answer.why : "GitHub was not asked";
}
/** Coverage of the lines that the change adds: of each service that is due, and of what no service owns. */
async function weighAdded(question, bases, added, coverageOf) {
    const { policy } = question;
    const owner = folderOwners(policy.services);
    const figuresOf = (base, owns, coverage) => coverageOfAdded({ base, owns, coverage, sides: policy.sides, floor: policy.patchFloor }, { addedLines: added, tree: question.tree });
    const patches = new Map();
    for (const service of question.due) {
        const coverage = coverageOf.get(service.name) ?? [];
        const known = new Set(coverage.map(({ path }) => path));
        const owns = service.path === undefined
            ? (path) => known.has(path)
            : (path) => owner(path) === service.name || question.ownerBefore(path) === service.name;
        patches.set(service.name, await figuresOf(baseOf(bases, service.name), owns, coverage));
    }
    const isUnowned = (path) => owner(path) === undefined;
    const unowned = question.files.some(isUnowned)
        ? await figuresOf(bases.common, isUnowned, (0,merge/* mergeCoverage */.PV)(coverageOf.values()))
        : { kind: "none", why: "every file belongs to a service" };
    return { patches, unowned };
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
    const legs = [...question.selection.legs, ...question.reports];
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
/** Each service's coverage, united one piece of evidence after the other, so that no more than the union is held. */
function coverages(legs, direct) {
    const unions = new Map();
    const add = (service, files) => {
        const union = unions.get(service) ?? new merge/* CoverageUnion */.sc();
        unions.set(service, union);
        union.add(files);
    };
    const services = Map.groupBy(legs, ({ evidence }) => evidence.service);
    const merged = new Map();
    for (const service of new Set([...services.keys(), ...direct.keys()])) {
        for (const { evidence } of services.get(service) ?? [])
            if (evidence.coverage !== null)
                add(service, evidence.coverage.files);
        add(service, direct.get(service) ?? []);
        merged.set(service, unions.get(service)?.files() ?? []);
        unions.delete(service);
    }
    return merged;
}
//# sourceMappingURL=weigh.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/gate.js
























/** May the end-to-end tests run? */
async function run(inputs, ports) {
    const place = await findPlace(inputs, ports);
    const policySide = await findPolicy(inputs, ports, place);
    const found = {
        reasons: [...policySide.reasons],
        problems: [...place.catalogue.problems, ...policySide.policy.problems, ...policySide.problems],
    };
    const asked = await whatIsAsked(inputs, ports, place, policySide, found);
    const workflow = await workflowOf(inputs, ports, place, policySide, found);
    const base = await evidenceOfBase(inputs, ports, place, asked);
    const closed = verdictOf(found.reasons) === "closed";
    const checks = await requiredChecks(inputs, ports, place.own.commit, workflow, closed);
    found.reasons.push(...checks.reasons);
    found.problems.push(...checks.problems);
    const weighed = await weigh(await weighQuestion({ inputs, ports, place, policySide, asked, workflow, base }));
    const dropped = tellOfBases(inputs, place, asked, weighed, found);
    const { merged, ...judged } = judge({
        ...weighed.question,
        reasons: found.reasons,
        dropped,
        unmatched: asked.reports.unmatched,
        onInfrastructure: onInfrastructure(inputs, policySide.policy),
        settingsFile: inputs.configFile,
    });
    const written = merged.length === 0 ? undefined : await ports.writeCoverage(merged);
    if (written !== undefined && written.left.length > 0)
        found.problems.push((0,expressible/* leftOutProblem */.XS)(written.left));
    const { commit } = place.own;
    const { services } = place.catalogue;
    const attested = await attestVerdict({ ...judged, commit }, inputs.attest, services, ports.event, ports.attest);
    return await tell(inputs, ports, {
        schema: "gate.result.v1",
        ...judged,
        attestations: attested.attestations,
        checks: checks.checks,
        mergedCoverage: written?.folder ?? null,
        commit,
        run: place.own.run ?? null,
        base: place.comparison.kind === "commit" ? place.comparison.base : null,
        dropped: dropped.map(({ file, why }) => ({ file, why })),
        problems: [...attested.problems, ...found.problems, ...judged.problems],
    });
}
async function whatIsAsked(inputs, ports, place, { policy }, found) {
    const { own } = place;
    const services = await affectedServices(inputs, ports, place, found.problems);
    const due = whatIsDue({
        policy,
        services,
        require: inputs.require,
        reports: inputs.reports,
        thresholds: inputs.thresholds,
    });
    const evidence = await findEvidence(inputs.evidence, "evidence", ports);
    const selection = selectEvidence(evidence, own);
    const folders = new Map(policy.services.map(({ name, path }) => [name, path]));
    if (policy.declared)
        refuseUnknownServices(inputs.reports, [...folders.keys()]);
    const reports = await readReportLines({
        lines: inputs.reports,
        own,
        owner: folderOwners(policy.services),
        folder: (service) => folders.get(service),
        repository: new paths/* RepositoryPaths */.L(place.files, await (0,go_modules/* readGoModules */.i)(place.tree)),
        tracked: new Set(place.tracked),
        root: ports.directory,
        linesAreDue: (line) => !policy.declared || isUndeclared(line, policy, services),
    }, ports.reports);
    refuseNothing(inputs, policy, selection.legs.length + selection.dropped.length + selection.reasons.length);
    found.reasons.push(...selection.reasons, ...reports.reasons);
    found.problems.push(...reports.problems, ...otherRun(selection, own.run));
    return { due, evidence, selection, reports };
}
/** The workflow that runs, and what is to be told of how it calls the gate. */
async function workflowOf(inputs, ports, place, policySide, { problems }) {
    const { job } = ports.event;
    const workflow = await runningWorkflow(inputs, ports, place);
    problems.push(...gateCondition(workflow, job), ...gateChanges(workflow, policySide.workflow, job));
    if (inputs.needs?.size === 0)
        problems.push((0,problem/* problem */.C)("notice", "needs-empty", "'needs' holds no job, so that only evidence is judged"));
    return workflow;
}
async function evidenceOfBase(inputs, ports, place, { due, evidence: own }) {
    const evidence = inputs.baseEvidence.length > 0 ? await findEvidence(inputs.baseEvidence, "base-evidence", ports) : own;
    const isAskedFor = due.some(({ bars }) => typeof bars.ratchet === "number") ||
        evidence.some((each) => each.kind === "read" && each.evidence.commit !== place.own.commit);
    return { evidence, before: isAskedFor ? await commitBefore(ports, place) : undefined };
}
async function weighQuestion(given) {
    const { inputs, ports, place, policySide, asked } = given;
    const filesBefore = new Set(await policySide.tree?.list());
    return {
        policy: policySide.policy,
        due: asked.due,
        selection: asked.selection,
        baseEvidence: given.base.evidence,
        reports: asked.reports.legs,
        directCoverage: asked.reports.coverage,
        ownerBefore: ownersBefore(policySide.policy, policySide.base, filesBefore),
        needs: inputs.needs,
        job: ports.event.job,
        actionRepository: ports.event.actionRepository,
        workflow: given.workflow,
        baseWorkflow: policySide.workflow,
        allowedSkips: inputs.allowedSkips,
        allowedFailures: inputs.allowedFailures,
        thresholds: inputs.thresholds,
        catalogues: [place.catalogue, ...(policySide.base === undefined ? [] : [policySide.base])],
        settingsFile: inputs.configFile,
        comparison: place.comparison,
        policyBase: policySide.commit,
        workingTree: place.workingTree,
        own: place.own,
        before: given.base.before,
        head: place.own.commit,
        files: place.files,
        tree: place.tree,
        ports: { ...ports, catalogueOf: policySide.catalogueOf },
    };
}
/** What is to be told of the bases; evidence that does not count, without what the change is compared with. */
function tellOfBases(inputs, { own }, { selection }, weighed, { problems }) {
    // Where what is due was computed, that has told of a base which can't be found.
    const baseTold = problems.some(({ code }) => code === "base-unresolved");
    problems.push(...weighed.problems.filter(({ code }) => !baseTold || code !== "base-unresolved"));
    const bases = knownBases(weighed.question.baseFigures);
    if (inputs.baseEvidence.length > 0 && bases.size === 0)
        problems.push(unusedBase());
    return [...selection.dropped, ...weighed.dropped].filter(({ of }) => of === undefined || of.commit === own.commit || !bases.has(of.commit));
}
function onInfrastructure(inputs, policy) {
    return inputs.onInfrastructure === "close" || policy.infrastructure.action === "close" ? "close" : "hold";
}
/** Tells GitHub, and writes the verdict's files; what can't be told is a problem of the result. */
async function tell(inputs, ports, result) {
    const { markdown } = report(result, inputs);
    const { comment } = inputs;
    const told = await tellGitHub({ result, markdown, comment, event: ports.event, teller: ports.gitHub });
    const whole = { ...result, problems: [...result.problems, ...told] };
    await ports.writeVerdict(verdictFiles(whole, report(whole, inputs).markdown, ports.now()));
    return whole;
}
/** The branch before the push, else the commit's first parent. */
async function commitBefore({ git, event }, place) {
    if (!place.checkedOut)
        return undefined;
    const pushed = event.before === undefined ? undefined : await git.commit(event.before);
    return pushed ?? (await git.parents(place.own.commit))[0];
}
function knownBases(figures) {
    return new Set([...figures.values()].flatMap((each) => (each.kind === "known" ? [each.commit] : [])));
}
function unusedBase() {
    return (0,problem/* problem */.C)("notice", "base-evidence-unused", "'base-evidence' is given, and there is no evidence in it of a base of what is due");
}
/** A level that no manifest declares is due by the line alone, where anything is. */
function isUndeclared(line, policy, services) {
    if (line.kind !== "results" || services?.length === 0)
        return false;
    return policy.services.every(({ levels }) => !levels.has(line.level));
}
function refuseNothing(inputs, policy, evidence) {
    const asked = (inputs.needs?.size ?? 0) +
        inputs.require.length +
        inputs.reports.length +
        inputs.checks.length +
        evidence;
    if (policy.declared || asked > 0)
        return;
    throw new errors/* UserError */.yo("nothing-to-judge", "There is nothing to judge: no manifest, no 'needs', no 'require', no 'checks' and no evidence", {
        hint: `Pass needs: \${{ toJSON(needs) }}, or 'results' and 'coverage', or write a sluice.service.yaml.`,
    });
}
//# sourceMappingURL=gate.js.map
// EXTERNAL MODULE: ./.cache/bundles/attest/signing-inputs.js + 1 modules
var signing_inputs = __webpack_require__(47194);
// EXTERNAL MODULE: ./.cache/bundles/registry/endpoint.js + 1 modules
var endpoint = __webpack_require__(34158);
// EXTERNAL MODULE: ./.cache/bundles/runner/action.js
var action = __webpack_require__(47203);
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
        description: "Check runs or statuses of this commit that must have succeeded: lines of [app: ]name or [app: ]workflow / name. Needs checks: read and statuses: read.",
    },
    {
        name: "wait-timeout",
        description: "Seconds to wait for `checks`, in all. 0: as they are now.",
        default: "0",
    },
    {
        name: "thresholds",
        description: "Bars for coverage in percent, one per line: `lines: 80`. Keys: lines, branches, functions, patch, file; and `ratchet: true`, or the percentage points that coverage of lines may drop.",
    },
    { name: "base", description: "The revision that the change is compared with. Default: from the event." },
    {
        name: "base-evidence",
        description: "Globs of the base's evidence, for `ratchet` and for what has changed since. Default: the globs of `evidence`.",
    },
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
    {
        name: "attest",
        description: "What gets the signed verdict when the gate is open: lines of image@digest, oci-layout:PATH[:tag], or built for each image that its build left (in sluice-image, else in its registry). Only for the last gate.",
    },
    {
        name: "registry-auth",
        description: "Credentials for `attest`, as docker/login-action takes them: a YAML list of registry, username, password. Default: Docker's configuration.",
        secret: true,
    },
    {
        name: "insecure-registries",
        description: "Registries of `attest`, besides those on loopback, that are spoken to over http: host[:port].",
    },
    ...signing_inputs/* SIGNING_INPUTS */.ik,
    {
        name: "comment",
        description: "Whether to comment on the pull request, in one comment that is kept up to date. Needs pull-requests: write; without it the verdict stands.",
        default: "false",
    },
    {
        name: "token",
        description: "Fetches the base where the checkout does not hold it; reads `checks` and, with `actions: read`, which jobs ran in which attempt; writes the comment.",
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
        name: "verdict-folder",
        description: "The folder with the verdict (verdict.json), the failing tests (ctrf.json) and the summary (summary.md), relative to the workspace.",
    },
    {
        name: "digests",
        description: "The images whose builds left evidence that counts. JSON: service to digest.",
    },
    ...action/* COMMON_OUTPUTS */.h,
];
function parseInputs(inputs) {
    const needs = inputs.json("needs");
    return {
        configFile: inputs.required("config-file"),
        workingDirectory: inputs.text("working-directory") ?? ".",
        needs: needs === undefined ? undefined : parseNeeds(needs),
        workflow: inputs.text("workflow")?.trim(),
        planFile: inputs.text("plan-file"),
        evidence: inputs.list("evidence"),
        reports: [...parseResultLines(inputs.list("results")), ...parseCoverageLines(inputs.list("coverage"))],
        services: parseServices(inputs),
        require: parseRequire(inputs.list("require", { commas: true })),
        allowedSkips: inputs.list("allowed-skips", { commas: true }),
        allowedFailures: inputs.list("allowed-failures", { commas: true }),
        checks: parseCheckLines(inputs.list("checks")),
        waitTimeout: waitTimeout(inputs),
        comment: inputs.boolean("comment"),
        thresholds: parseThresholds(inputs.list("thresholds")),
        base: inputs.text("base")?.trim(),
        baseEvidence: inputs.list("base-evidence"),
        policyFrom: inputs.choice("policy-from", ["base", "head"]) ?? "base",
        onInfrastructure: inputs.choice("on-infrastructure", ["hold", "close"]) ?? "hold",
        failWhenClosed: inputs.boolean("fail-when-closed"),
        attest: parseAttestLines(inputs.list("attest")),
        registryAuth: inputs.text("registry-auth"),
        insecureRegistries: (0,endpoint/* parseInsecureRegistries */.XT)(inputs.list("insecure-registries", { commas: true })),
        signing: (0,signing_inputs/* parseSigningInputs */.oo)(inputs),
        token: inputs.text("token"),
    };
}
/** Only `[]` says that nothing is due: the output of a plan that did not run leaves blanks in a block of lines. */
function parseServices(inputs) {
    const names = inputs.list("services", { commas: true });
    const isArray = inputs.text("services")?.trimStart().startsWith("[") === true;
    return names.length > 0 || isArray ? names : undefined;
}
/** The longest that a job of GitHub Actions may run, in seconds: 5 days on a machine of one's own. */
const LONGEST_WAIT = 432_000;
function waitTimeout(inputs) {
    const seconds = inputs.integer("wait-timeout") ?? 0;
    if (seconds <= LONGEST_WAIT)
        return seconds;
    throw new errors/* UserError */.yo("input-too-large", `Input 'wait-timeout' is ${seconds} seconds`, {
        input: "wait-timeout",
        hint: `Write at most ${LONGEST_WAIT}, which is as long as a job may run.`,
    });
}
//# sourceMappingURL=inputs.js.map
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./.cache/bundles/context/read.js
var context_read = __webpack_require__(6396);
// EXTERNAL MODULE: ./.cache/bundles/evidence/disk.js
var disk = __webpack_require__(95825);
// EXTERNAL MODULE: ./.cache/bundles/runner/own-folder.js
var own_folder = __webpack_require__(51458);
// EXTERNAL MODULE: ./.cache/bundles/runner/whole-file.js
var whole_file = __webpack_require__(57777);
// EXTERNAL MODULE: ./.cache/bundles/evidence/handing-on/cobertura.js
var cobertura = __webpack_require__(27693);
// EXTERNAL MODULE: ./.cache/bundles/evidence/handing-on/lcov.js
var lcov = __webpack_require__(20442);
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
var git_git = __webpack_require__(29907);
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
;// CONCATENATED MODULE: ./.cache/bundles/git/newest-ancestor.js
/**
 * The newest of some commits that `start` contains, itself included: none of the others is built on it. Undefined
 * where it contains none, or a shallow clone does not hold them.
 */
async function newestAncestor(git, start, wanted) {
    let found;
    let rest = "";
    const take = (text) => {
        const lines = (rest + text).split("\n");
        rest = lines.pop() ?? "";
        found = lines.find((line) => wanted.has(line));
        return found === undefined;
    };
    await git.stream(["rev-list", "--topo-order", "--end-of-options", start, "--"], (chunk) => found === undefined ? take(chunk.toString("latin1")) : false);
    return found;
}
//# sourceMappingURL=newest-ancestor.js.map
;// CONCATENATED MODULE: ./.cache/bundles/github/checks.js


const checks_text = schemas/* string */.YjP().nullish();
const checkRunSchema = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    url: schemas/* string */.YjP(),
    head_sha: schemas/* string */.YjP(),
    status: schemas/* string */.YjP(),
    conclusion: checks_text,
    started_at: checks_text,
    completed_at: checks_text,
    details_url: checks_text,
    external_id: checks_text,
    app: schemas/* object */.Ikc({ slug: checks_text }).nullish(),
    check_suite: schemas/* object */.Ikc({ id: schemas/* int */.Whr() }).nullish(),
});
const checkRunsSchema = schemas/* object */.Ikc({ total_count: schemas/* int */.Whr(), check_runs: schemas/* array */.YOg(checkRunSchema) });
const statusSchema = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    url: schemas/* string */.YjP(),
    context: schemas/* string */.YjP(),
    state: schemas/* string */.YjP(),
    creator: schemas/* object */.Ikc({ login: checks_text }).nullish(),
});
const suitesSchema = schemas/* object */.Ikc({ total_count: schemas/* int */.Whr(), check_suites: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* int */.Whr() })) });
const runsSchema = schemas/* object */.Ikc({
    workflow_runs: schemas/* array */.YOg(schemas/* object */.Ikc({ check_suite_id: schemas/* int */.Whr(), name: checks_text, path: schemas/* string */.YjP(), event: schemas/* string */.YjP() })),
});
/** "If there are more than 1000 check suites on a single git reference", GitHub tells only of the newest 1000. */
const SUITE_LIMIT = 1000;
/**
 * All check runs (of every attempt) and commit statuses of a commit, all pages.
 * @param commit the whole hash
 * @throws RestFailure also where an answer tells of another commit or repository, or of fewer than it counts
 */
async function commitChecks(rest, commit) {
    const at = `/commits/${encodeURIComponent(commit)}`;
    const suites = await suiteCount(rest, at);
    const sources = suites <= SUITE_LIMIT
        ? [`${at}/check-runs`]
        : (await allSuites(rest, at)).map((suite) => `/check-suites/${suite}/check-runs`);
    const checks = [];
    const budget = rest.budget();
    const add = (found) => {
        for (const check of found)
            checks.push(check);
    };
    for (const source of sources)
        add(await checkRuns(rest, source, commit, budget));
    add(await statuses(rest, at, commit, budget));
    return checks;
}
/**
 * The workflows of a commit's check suites, by suite; undefined where the token may not read them (`actions: read`).
 * @throws RestFailure
 */
async function suiteWorkflows(rest, commit) {
    try {
        const runs = await rest.pages(rest.address(`/actions/runs?head_sha=${encodeURIComponent(commit)}&per_page=100`), (json) => runsSchema.safeParse(json).data?.workflow_runs);
        return new Map(runs.map(({ check_suite_id, name, path, event }) => [
            check_suite_id,
            { name: name ?? path, path, event },
        ]));
    }
    catch (thrown) {
        if (thrown instanceof RestFailure && (thrown.kind === "forbidden" || thrown.kind === "missing"))
            return undefined;
        throw thrown;
    }
}
async function suiteCount(rest, at) {
    const { json } = await rest.get(rest.address(`${at}/check-suites?per_page=1`));
    const known = suitesSchema.safeParse(json).data;
    if (known === undefined)
        throw unknownForm(rest);
    return known.total_count;
}
async function allSuites(rest, at) {
    let counted = 0;
    const found = await rest.pages(rest.address(`${at}/check-suites?per_page=100`), (json) => {
        const page = suitesSchema.safeParse(json).data;
        counted = page?.total_count ?? 0;
        return page?.check_suites;
    });
    const distinct = new Set(found.map(({ id }) => id));
    if (distinct.size < counted)
        throw fewer(rest, "check suites", counted, distinct.size);
    return [...distinct];
}
async function checkRuns(rest, source, commit, budget) {
    let counted = 0;
    const runs = await rest.pages(rest.address(`${source}?filter=all&per_page=100`), (json) => {
        const page = checkRunsSchema.safeParse(json).data;
        counted = page?.total_count ?? 0;
        return page?.check_runs;
    }, budget);
    const distinct = new Map(runs.map((run) => [run.id, run]));
    if (distinct.size < counted)
        throw fewer(rest, "check runs", counted, distinct.size);
    return [...distinct.values()].map((run) => {
        verify(rest, run.url, `/check-runs/${run.id}`);
        if (run.head_sha !== commit)
            throw foreign(rest);
        const ended = run.status === "completed";
        return {
            kind: "check run",
            id: run.id,
            commit,
            app: run.app?.slug ?? undefined,
            name: run.name,
            state: ended ? (run.conclusion ?? "none") : run.status,
            ended,
            started: timeOf(run.started_at),
            completed: timeOf(run.completed_at),
            suite: run.check_suite?.id,
            actionsRun: /\/actions\/runs\/(\d+)(?:\/|$)/.exec(run.details_url ?? "")?.[1],
            externalId: run.external_id ?? undefined,
        };
    });
}
async function statuses(rest, at, commit, budget) {
    const found = await rest.pages(rest.address(`${at}/statuses?per_page=100`), (json) => schemas/* array */.YOg(statusSchema).safeParse(json).data, budget);
    return found.map((status) => {
        verify(rest, status.url, `/statuses/${commit}`);
        return {
            kind: "status",
            id: status.id,
            commit,
            app: status.creator?.login?.replace(/\[bot\]$/, ""),
            name: status.context,
            state: status.state,
            ended: status.state !== "pending",
            started: undefined,
            completed: undefined,
            suite: undefined,
            actionsRun: undefined,
            externalId: undefined,
        };
    });
}
function timeOf(written) {
    const time = Date.parse(written ?? "");
    return Number.isNaN(time) ? undefined : time;
}
/** A commit can be in several repositories: what another one tells of it says nothing here. */
function verify(rest, url, end) {
    const { owner, name } = rest.api;
    const path = URL.parse(url)?.pathname.toLowerCase() ?? "";
    const expected = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}${end}`.toLowerCase();
    if (!path.endsWith(expected))
        throw foreign(rest);
}
function foreign(rest) {
    return new RestFailure("refused", `${hostOf(rest.api)} answers with the checks of another commit or repository`);
}
function fewer(rest, what, counted, given) {
    return new RestFailure("passing", `${hostOf(rest.api)} counts ${counted} ${what} and gives ${given}`);
}
function unknownForm(rest) {
    return new RestFailure("passing", `${hostOf(rest.api)} answers in a form that is not known`);
}
//# sourceMappingURL=checks.js.map
;// CONCATENATED MODULE: ./.cache/bundles/github/jobs.js



const jobsSchema = schemas/* object */.Ikc({
    total_count: schemas/* int */.Whr().min(0),
    jobs: schemas/* array */.YOg(schemas/* object */.Ikc({
        id: schemas/* int */.Whr().optional(),
        name: schemas/* string */.YjP(),
        conclusion: schemas/* string */.YjP().nullable().optional(),
        started_at: schemas/* string */.YjP().nullable().optional(),
        run_attempt: schemas/* int */.Whr().positive().optional(),
        steps: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), conclusion: schemas/* string */.YjP().nullable().optional() }))
            .nullable()
            .optional(),
    })),
});
const attemptSchema = schemas/* object */.Ikc({ run_started_at: schemas/* string */.YjP() });
/**
 * All jobs of an attempt, from all pages. A job that did not run again is listed too, with its old times: the
 * attempt's own start tells the two apart. Whatever goes wrong is an answer, never an error.
 */
async function runJobs(rest, run, attempt) {
    try {
        return { kind: "known", jobs: await allJobs(rest, run, attempt) };
    }
    catch (thrown) {
        const denied = thrown instanceof RestFailure && (thrown.kind === "forbidden" || thrown.kind === "missing");
        return {
            kind: "unknown",
            why: `${(0,errors/* errorMessage */.gJ)(thrown)}${denied ? ": the token needs 'actions: read'" : ""}`,
        };
    }
}
async function allJobs(rest, run, attempt) {
    const address = rest.address(`/actions/runs/${encodeURIComponent(run)}/attempts/${attempt}`);
    const about = attemptSchema.safeParse((await rest.get(address)).json);
    const start = about.success ? Date.parse(about.data.run_started_at) : Number.NaN;
    if (Number.isNaN(start))
        throw new Error("GitHub does not say when the attempt started");
    let counted = 0;
    const jobs = await rest.pages(`${address}/jobs?per_page=100`, (json) => {
        const page = jobsSchema.safeParse(json).data;
        counted = page?.total_count ?? 0;
        return page?.jobs;
    });
    // A page that moved while it was read repeats jobs, and leaves others out.
    const distinct = new Set(jobs.map((job, index) => job.id ?? `no id ${index}`));
    if (distinct.size < counted)
        throw new Error("GitHub's list of the attempt's jobs ends before its count");
    return jobs.map((job) => {
        const at = Date.parse(job.started_at ?? "");
        return {
            name: job.name,
            // One without a time is taken as run: evidence of an earlier attempt must not count by mistake.
            ran: (job.run_attempt ?? attempt) >= attempt && !(at < start),
            conclusion: job.conclusion ?? null,
            steps: (job.steps ?? []).map((step) => ({ name: step.name, conclusion: step.conclusion ?? null })),
        };
    });
}
//# sourceMappingURL=jobs.js.map
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(24371);
// EXTERNAL MODULE: ./.cache/bundles/github/rate-limit.js
var rate_limit = __webpack_require__(92914);
;// CONCATENATED MODULE: ./.cache/bundles/github/rest.js




const VERSION = "2022-11-28";
const MIB = 1024 * 1024;
/** A page of a hundred check runs has 0.3 MiB, and 13 MiB with the longest outputs. Parsed, JSON takes a few times as much. */
const LIMITS = { answer: 32 * MIB, list: 128 * MIB, kept: 16 * MIB };
const REDIRECTS = 3;
/** How often a request is sent at most; between two a second, then two, four, eight. */
const ATTEMPTS = 5;
/** The most pages of one list, of up to a hundred items: beyond it something is wrong. */
const PAGE_LIMIT = 100;
/**
 * GitHub's REST API for one repository. Reads are repeated while a rate limit or a broken server stands in the way,
 * until `deadline`; pages follow the Link header; what was read before is asked for with its ETag, and an answer of
 * 304 costs nothing of the rate limit. A redirect to another host is refused, so that the token goes nowhere else.
 * Source: GitHub, "Best practices for using the REST API", "Rate limits", "Using pagination".
 */
class GitHubRest {
    api;
    /** Milliseconds since 1970: nothing is repeated or waited for beyond it. */
    deadline;
    #options;
    #agent;
    #limits;
    /** The oldest first. */
    #known = new Map();
    #kept = 0;
    constructor(api, options, deadline) {
        this.api = api;
        this.deadline = deadline;
        this.#options = options;
        this.#limits = { ...LIMITS, ...options.limits };
        const { connect, answer } = options.timeouts ?? { connect: 10_000, answer: 30_000 };
        this.#agent = new undici/* Agent */.g6({
            allowH2: false,
            connect: { timeout: connect },
            headersTimeout: answer,
            bodyTimeout: answer,
        });
    }
    async [Symbol.asyncDispose]() {
        await this.#agent.destroy();
    }
    /** The address of a path below the repository: `/commits/abc/check-runs?per_page=100`. */
    address(path) {
        const { url, owner, name } = this.api;
        return `${url}/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}${path}`;
    }
    /** @throws RestFailure */
    async get(address) {
        const known = this.#known.get(address);
        const headers = known === undefined ? {} : { "if-none-match": known.etag };
        const { reply, json } = await this.#patiently(() => this.#follow(address, headers));
        if (reply.status === 304 && known !== undefined)
            return known.answer;
        const answer = {
            status: reply.status,
            json,
            next: this.#next(reply.header("link")),
            bytes: reply.bytes,
        };
        this.#keep(address, reply.header("etag"), answer);
        return answer;
    }
    #keep(address, etag, answer) {
        const forget = (each) => {
            this.#kept -= this.#known.get(each)?.answer.bytes ?? 0;
            this.#known.delete(each);
        };
        forget(address);
        if (etag === undefined || answer.bytes > this.#limits.kept)
            return;
        this.#known.set(address, { etag, answer });
        this.#kept += answer.bytes;
        for (const oldest of this.#known.keys()) {
            if (this.#kept <= this.#limits.kept)
                break;
            forget(oldest);
        }
    }
    /** For lists that are held together. */
    budget() {
        return { left: this.#limits.list };
    }
    /**
     * All pages of a list.
     * @param items takes the items of one page's JSON; undefined where it has another form
     * @throws RestFailure also where they are more than the budget allows
     */
    async pages(address, items, budget = this.budget()) {
        const all = [];
        let next = address;
        for (let page = 1; next !== undefined; page++) {
            if (page > PAGE_LIMIT)
                throw new RestFailure("refused", `${hostOf(this.api)} gives more than ${PAGE_LIMIT} pages of one list`);
            const answer = await this.get(next);
            budget.left -= answer.bytes;
            if (budget.left < 0)
                throw new RestFailure("refused", `${hostOf(this.api)} gives more of one list than is read at once`);
            const found = items(answer.json);
            if (found === undefined)
                throw new RestFailure("passing", `${hostOf(this.api)} answers in a form that is not known`);
            for (const item of found)
                all.push(item);
            next = answer.next;
        }
        return all;
    }
    /**
     * A request that changes something: sent once, and again only where a rate limit shows that nothing was done.
     * @throws RestFailure
     */
    async send(method, address, body) {
        const text = JSON.stringify(body);
        const { reply, json } = await this.#patiently(() => this.#once(method, address, {}, text), false);
        return { status: reply.status, json, next: undefined, bytes: reply.bytes };
    }
    async #patiently(call, repeat = true) {
        const { now, sleep } = this.#options;
        for (let attempt = 1;; attempt++) {
            let failure;
            let limited = false;
            let wait = 1000 * 2 ** (attempt - 1);
            try {
                const reply = await call();
                if ((0,rate_limit/* isRateLimit */.a5)(reply)) {
                    limited = true;
                    wait = (0,rate_limit/* rateLimitWait */.hD)(reply, now());
                    failure = rateLimited(this.api, wait, reply.status);
                }
                else {
                    const found = failureOf(reply, this.api);
                    if (found === undefined)
                        return { reply, json: reply.status === 304 ? undefined : this.#parse(reply) };
                    failure = found;
                    if (!repeat)
                        throw failure;
                }
            }
            catch (thrown) {
                if (!(thrown instanceof RestFailure) || thrown.kind !== "passing" || !repeat)
                    throw thrown;
                failure = thrown;
            }
            const again = limited || failure.kind === "passing";
            if (!again || attempt === ATTEMPTS || now() + wait > this.deadline)
                throw failure;
            await sleep(wait);
        }
    }
    async #follow(start, headers) {
        let address = start;
        for (let redirects = 0;; redirects++) {
            const reply = await this.#once("GET", address, headers);
            const target = /^30[1278]$/.test(String(reply.status)) ? reply.header("location") : undefined;
            if (target === undefined)
                return reply;
            const url = URL.parse(target, address);
            if (url === null || url.origin !== new URL(this.api.url).origin)
                throw redirected(this.api, "to another host");
            if (redirects === REDIRECTS)
                throw redirected(this.api, "again and again");
            address = url.href;
        }
    }
    async #once(method, address, headers, body) {
        const { signal } = this.#options;
        const left = Math.max(1000, Math.ceil(this.deadline - this.#options.now()));
        const late = AbortSignal.timeout(Math.min(left, 2 ** 31 - 1));
        try {
            const answer = await (0,undici/* request */.Em)(address, {
                dispatcher: this.#agent,
                method,
                headers: {
                    authorization: `Bearer ${this.api.token}`,
                    accept: "application/vnd.github+json",
                    "x-github-api-version": VERSION,
                    "user-agent": "sluice",
                    ...(body === undefined ? {} : { "content-type": "application/json" }),
                    ...headers,
                },
                body: body ?? null,
                signal: signal === undefined ? late : AbortSignal.any([signal, late]),
            });
            const chunks = [];
            let size = 0;
            for await (const chunk of answer.body) {
                size += chunk.length;
                if (size > this.#limits.answer)
                    throw new RestFailure("refused", `${hostOf(this.api)} answers with more than ${this.#limits.answer / MIB} MiB`);
                chunks.push(chunk);
            }
            return {
                status: answer.statusCode,
                header: (name) => [answer.headers[name]].flat()[0],
                text: Buffer.concat(chunks).toString("utf8"),
                bytes: size,
            };
        }
        catch (cause) {
            if (cause instanceof RestFailure || signal?.aborted === true)
                throw cause;
            const code = cause?.code;
            const words = late.aborted ? "the time is over" : typeof code === "string" ? code : (0,errors/* errorMessage */.gJ)(cause);
            throw new RestFailure("passing", masked(this.api, `${hostOf(this.api)} gives no whole answer (${words})`), {
                cause,
            });
        }
    }
    #parse(reply) {
        try {
            return JSON.parse(reply.text);
        }
        catch (cause) {
            throw new RestFailure("passing", `${hostOf(this.api)} gives half an answer, or none that is JSON`, {
                cause,
            });
        }
    }
    /** `<https://...&page=2>; rel="next"`, of this API alone. */
    #next(link) {
        if (link === undefined)
            return undefined;
        for (const [, address = "", parameters = ""] of link.matchAll(/<([^<>]*)>([^<]*)/g)) {
            if (!/;\s*rel\s*=\s*"?[^";,]*\bnext\b/i.test(parameters))
                continue;
            const url = URL.parse(address);
            if (url?.origin !== new URL(this.api.url).origin)
                throw new RestFailure("refused", `${hostOf(this.api)} names another host for the next page`);
            return url.href;
        }
        return undefined;
    }
}
//# sourceMappingURL=rest.js.map
// EXTERNAL MODULE: ./.cache/bundles/github/server.js
var server = __webpack_require__(96649);
// EXTERNAL MODULE: ./.cache/bundles/runner/identity-token.js
var identity_token = __webpack_require__(1023);
// EXTERNAL MODULE: ./.cache/bundles/versions/release-port.js + 1 modules
var release_port = __webpack_require__(5534);
;// CONCATENATED MODULE: ./.cache/bundles/actions/gate/ports.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});

























async function gatePorts(host, inputs) {
    const event = await (0,context_read/* readEvent */.j)(host.environment);
    const { directory, environment, log, signal } = host;
    const git = (0,git_git/* openGit */.z)({
        directory,
        environment,
        credentials: (0,git_git/* tokenCredentials */.w)(event.serverUrl, inputs.token),
        signal,
    });
    const gitHub = await gitHubPort(host, inputs, git);
    return {
        directory,
        event,
        git,
        lastReleases: (0,release_port/* releasePort */.R)({ git, actions: host.actions, log }),
        newestAncestor: (start, wanted) => newestAncestor(git, start, wanted),
        linesWith: (text, where) => linesWith(git, text, where),
        find: (glob, input) => (0,found_files/* findFiles */.lY)(directory, glob, input),
        read: (path) => (0,found_files/* readFound */.$C)(directory, path),
        open: (path) => (0,found_files/* openFound */.Bv)(directory, path),
        reports: (0,disk/* diskReportFiles */.L)(directory),
        jobs: async (run, attempt) => "why" in gitHub ? { kind: "unknown", why: gitHub.why } : gitHub.jobs(run, attempt),
        writeCoverage: (files) => writeCoverage(directory, files, Date.now()),
        writeVerdict: async (files) => {
            const folder = await (0,own_folder/* ownFolder */.v)((0,external_node_path_.join)(directory, VERDICT_FOLDER));
            for (const [name, text] of files)
                await (0,whole_file/* writeWhole */.f)((0,external_node_path_.join)(folder, name), [text]);
        },
        now: Date.now,
        gitHub,
        traceOfCheckout: () => traceOfCheckout(directory, environment.GITHUB_WORKSPACE),
        today: new Date().toISOString().slice(0, 10),
        attest: attestPort(host, inputs, event),
        log,
    };
}
/** Where git is too old, actions/checkout leaves the files alone, without a repository. */
async function traceOfCheckout(directory, workspace) {
    const isHere = async (path) => (await (0,promises_.lstat)(path).catch(() => undefined)) !== undefined;
    for (let folder = (0,external_node_path_.resolve)(directory);; folder = (0,external_node_path_.dirname)(folder)) {
        for (const name of [".git", settings_file/* DEFAULT_CONFIG_FILE */.Cu])
            if (await isHere((0,external_node_path_.join)(folder, name)))
                return (0,external_node_path_.join)(folder, name);
        if (workspace === undefined || folder === (0,external_node_path_.resolve)(workspace) || folder === (0,external_node_path_.dirname)(folder))
            break;
    }
    return (await (0,found_files/* findFiles */.lY)(directory, `**/${discover/* MANIFEST */.e0}`, "working-directory"))[0];
}
/** What signs and attaches is loaded when there is something to attest. */
function attestPort(host, inputs, event) {
    const { directory, environment, log, signal } = host;
    const mask = (secret) => log.mask(secret);
    return {
        layoutDigest: async (layout) => {
            const { layoutSubject } = await Promise.all(/* import() */[__webpack_require__.e(4614), __webpack_require__.e(9747)]).then(__webpack_require__.bind(__webpack_require__, 5654));
            return (await layoutSubject(layout, directory)).digest;
        },
        layoutOf: async (service) => {
            const { isLayoutFolder } = await __webpack_require__.e(/* import() */ 4794).then(__webpack_require__.bind(__webpack_require__, 94794));
            const path = `${evidence/* IMAGE_FOLDER */.tL}/${service}`;
            return (await isLayoutFolder((0,external_node_path_.join)(directory, path))) ? { path } : undefined;
        },
        sign: async (statement) => {
            const identityToken = (0,identity_token/* identityTokens */.z)({ environment, audience: signing_inputs/* SIGSTORE_AUDIENCE */.OH, mask });
            const { signStatement } = await __webpack_require__.e(/* import() */ 957).then(__webpack_require__.bind(__webpack_require__, 60957));
            return signStatement(statement, (0,signing_inputs/* signingOf */.fp)(inputs.signing, event, identityToken));
        },
        attach: async (image, bytes, predicateType) => {
            const bundle = { bytes, predicateType };
            if (image.kind === "layout") {
                const { attachToLayout } = await Promise.all(/* import() */[__webpack_require__.e(6530), __webpack_require__.e(4614), __webpack_require__.e(8077), __webpack_require__.e(1229)]).then(__webpack_require__.bind(__webpack_require__, 79546));
                return attachToLayout(image, directory, bundle, new Date(), signal);
            }
            const [{ createRegistryClient }, { openKeychain }, { attachBundle }, { ambientOf }, clouds] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(6530), __webpack_require__.e(3413), __webpack_require__.e(3630), __webpack_require__.e(4931)]).then(__webpack_require__.bind(__webpack_require__, 63630)),
                __webpack_require__.e(/* import() */ 1436).then(__webpack_require__.bind(__webpack_require__, 41436)),
                __webpack_require__.e(/* import() */ 7677).then(__webpack_require__.bind(__webpack_require__, 97677)),
                __webpack_require__.e(/* import() */ 639).then(__webpack_require__.bind(__webpack_require__, 20639)),
                __webpack_require__.e(/* import() */ 5865).then(__webpack_require__.bind(__webpack_require__, 5865)),
            ]);
            const credentials = openKeychain({
                registryAuth: inputs.registryAuth,
                env: environment,
                mask,
                warn: (message) => log.warning(message),
                // Google's library would make the bundle too large: its registries are logged in at by docker's file.
                ambient: ambientOf([clouds.AMAZON, clouds.AMAZON_PUBLIC, clouds.AZURE]),
            });
            const client = createRegistryClient({
                credentials,
                insecureRegistries: inputs.insecureRegistries,
                environment,
                mask,
                log,
                signal,
            });
            try {
                return await attachBundle(client, image, bundle, new Date());
            }
            finally {
                await client.close();
            }
        },
    };
}
/** What is read besides waiting, and told afterwards, may take so long, in milliseconds. */
const ALLOWANCE = 60_000;
/** What is looked for after every verdict, and seldom there, must not hold up a job while GitHub is down. */
const GLANCE = 5_000;
async function gitHubPort(host, inputs, git) {
    const { environment, log, signal } = host;
    const inTerminal = environment.GITHUB_REPOSITORY === undefined && inputs.token !== undefined;
    const known = inTerminal ? await git.remote().catch(() => undefined) : undefined;
    const api = (0,server/* gitHubApi */.a)({ environment, token: inputs.token, origin: known });
    if ("why" in api)
        return api;
    const sleep = (milliseconds) => (0,external_node_timers_promises_.setTimeout)(milliseconds, undefined, { signal });
    const open = (time) => new GitHubRest(api, { sleep, now: Date.now, signal }, Date.now() + time);
    let reader;
    /** One client for all looks, so that what has not changed costs nothing. */
    const reading = () => {
        reader ??= open(inputs.waitTimeout * 1000 + ALLOWANCE);
        return reader;
    };
    const writing = async (work, time = ALLOWANCE) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const rest = __addDisposableResource(env_1, open(time), true);
            await work(rest);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    };
    return {
        checks: (commit) => commitChecks(reading(), commit),
        workflows: (commit) => suiteWorkflows(reading(), commit),
        jobs: (run, attempt) => runJobs(reading(), run, attempt),
        sleep,
        now: Date.now,
        tell: (message) => log.info(message),
        writeComment: (comment) => writing((rest) => writeComment(rest, comment)),
        writeCheckRun: (run, absent) => writing((rest) => writeCheckRun(rest, run, absent), absent === "make" ? ALLOWANCE : GLANCE),
    };
}
//# sourceMappingURL=ports.js.map
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

/***/ 27693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ coberturaText)
/* harmony export */ });
/* harmony import */ var _arms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39555);
/* harmony import */ var _coverage_cobertura_version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77929);
/* harmony import */ var _functions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69091);
/* harmony import */ var _ratio_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33813);
/* harmony import */ var _expressible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65984);





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
        if ((0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .isWritable */ .nH)(file.path))
            return true;
        left.push({ path: file.path, what: "its path" });
        return false;
    });
    for (const file of written) {
        for (const kind of (0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .totalsLeft */ .DK)(file, ["lines", "branches", "functions"]))
            left.push({ path: file.path, what: `its ${kind}, of which only a total is known` });
        // Readers take a method's line for a line of the class where that has none.
        for (const kind of ["branches", "functions"])
            if (file.lines.size === 0 && (0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .detailOf */ .Rw)(file, kind).total > 0)
                left.push({ path: file.path, what: `its ${kind}, since it has no lines` });
    }
    const { lines, branches, functions } = shown(written);
    yield '<?xml version="1.0" encoding="UTF-8"?>\n';
    yield '<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">\n';
    yield `<coverage ${rates(lines, branches)} lines-covered="${lines.covered}" lines-valid="${lines.total}" ` +
        `branches-covered="${branches?.covered ?? 0}" branches-valid="${branches?.total ?? 0}" complexity="0" ` +
        `version="${(0,_coverage_cobertura_version_js__WEBPACK_IMPORTED_MODULE_3__/* .coberturaVersion */ .I)({ branches: branches !== null, functions: functions !== null })}" timestamp="${Math.trunc(time)}">\n`;
    yield "\t<sources>\n\t\t<source>.</source>\n\t</sources>\n\t<packages>\n";
    for (const [folder, own] of Map.groupBy(written, ({ path }) => folderOf(path))) {
        const ofPackage = shown(own);
        yield `\t\t<package name="${escapeXml(folder)}" ${rates(ofPackage.lines, ofPackage.branches)} complexity="0">\n\t\t\t<classes>\n`;
        for (const file of own)
            yield classOf(file);
        yield "\t\t\t</classes>\n\t\t</package>\n";
    }
    yield "\t</packages>\n</coverage>\n";
}
/** What is said of files: numbers alone have no place here, nor have arms and functions of a file without lines. */
function shown(files) {
    const lines = { covered: 0, total: 0 };
    const sums = { branches: null, functions: null };
    for (const file of files) {
        (0,_ratio_js__WEBPACK_IMPORTED_MODULE_4__/* .addRatio */ .V)(lines, { covered: file.lines.covered, total: file.lines.size });
        for (const kind of ["branches", "functions"]) {
            const detail = kind === "branches" ? (0,_arms_js__WEBPACK_IMPORTED_MODULE_0__/* .branchRatio */ .E)(file) : (0,_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .functionRatio */ .A)(file);
            const numbers = file.totals?.[kind];
            if (detail === undefined && numbers === undefined)
                continue;
            const said = (file.lines.size === 0 ? undefined : detail) ?? { covered: 0, total: 0 };
            // Where there is something and nothing of it can be said, "0 of 0" would not be true.
            if (said.total === 0 && Math.max(detail?.total ?? 0, numbers?.total ?? 0) > 0)
                continue;
            sums[kind] ??= { covered: 0, total: 0 };
            (0,_ratio_js__WEBPACK_IMPORTED_MODULE_4__/* .addRatio */ .V)(sums[kind], said);
        }
    }
    return { lines, ...sums };
}
function classOf(file) {
    const own = shown([file]);
    const name = file.path.slice(file.path.lastIndexOf("/") + 1);
    const text = [
        `\t\t\t\t<class name="${escapeXml(name)}" filename="${escapeXml(file.path)}" ${rates(own.lines, own.branches)} complexity="0">`,
        "\t\t\t\t\t<methods>",
    ];
    for (const { line, name: method, covered } of (0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .distinctFunctions */ .K9)(file.lines.size === 0 ? [] : (0,_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .functionsOf */ .T)(file))) {
        const rate = covered ? "1.0" : "0.0";
        // A function of which the report did not tell the line stands at the file's first one.
        const number = line > 0 ? line : (file.lines.first ?? 1);
        text.push(`\t\t\t\t\t\t<method name="${escapeXml(method)}" signature="" line-rate="${rate}" branch-rate="${rate}" complexity="0">` +
            `<lines><line number="${number}" hits="${covered ? 1 : 0}"/></lines></method>`);
    }
    text.push("\t\t\t\t\t</methods>", "\t\t\t\t\t<lines>");
    const arms = armsAtLines(file);
    file.lines.each((line, hits) => {
        const branch = arms.get(line);
        text.push(`\t\t\t\t\t\t<line number="${line}" hits="${hits}"${branch === undefined ? "" : condition(branch)}/>`);
    });
    text.push("\t\t\t\t\t</lines>", "\t\t\t\t</class>\n");
    return text.join("\n");
}
/**
 * Arms by the line that shows them. Cobertura has no branch without a line: an arm whose own line has no
 * statement belongs to the one that begins before it (else to the first), which keeps the sums right.
 */
function armsAtLines(file) {
    const ratios = new Map();
    const branches = (0,_arms_js__WEBPACK_IMPORTED_MODULE_0__/* .armsByLine */ .Z)(file);
    if (branches.size === 0)
        return ratios;
    const numbers = file.lines.pairs().map(([line]) => line);
    for (const [line, arms] of branches) {
        const at = lastAtOrBefore(numbers, line) ?? numbers[0];
        if (at === undefined)
            continue;
        const ratio = ratios.get(at) ?? { covered: 0, total: 0 };
        ratio.total += arms.length;
        ratio.covered += arms.filter(([, covered]) => covered).length;
        ratios.set(at, ratio);
    }
    return ratios;
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

/***/ 65984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DK: () => (/* binding */ totalsLeft),
/* harmony export */   K9: () => (/* binding */ distinctFunctions),
/* harmony export */   Rw: () => (/* binding */ detailOf),
/* harmony export */   XS: () => (/* binding */ leftOutProblem),
/* harmony export */   nH: () => (/* binding */ isWritable)
/* harmony export */ });
/* harmony import */ var _runner_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61806);
/* harmony import */ var _arms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39555);
/* harmony import */ var _functions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69091);



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
    if (totals === undefined)
        return [];
    return kinds.filter((kind) => {
        const detail = detailOf(file, kind);
        const { covered, total } = totals[kind] ?? detail;
        return total > detail.total || covered > detail.covered;
    });
}
/** That of which more than a number is known. */
function detailOf(file, kind) {
    const { lines } = file;
    if (kind === "lines")
        return { covered: lines.covered, total: lines.size };
    return (kind === "branches" ? (0,_arms_js__WEBPACK_IMPORTED_MODULE_1__/* .branchRatio */ .E)(file) : (0,_functions_js__WEBPACK_IMPORTED_MODULE_2__/* .functionRatio */ .A)(file)) ?? { covered: 0, total: 0 };
}
/** So many are named. */
const NAMED = 5;
/** One notice of everything that was left out, each thing once. */
function leftOutProblem(left) {
    const things = [
        ...new Set(left.map(({ path, what }) => `${JSON.stringify(path.slice(0, 200))} (${what})`)),
    ];
    const more = things.length > NAMED ? ` and ${things.length - NAMED} more` : "";
    return (0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .C)("notice", "coverage-left-out", `The merged files of coverage leave out what has no place in them: ${things.slice(0, NAMED).join(", ")}${more}`, { hint: "The figures of Sluice hold it all the same." });
}
//# sourceMappingURL=expressible.js.map

/***/ }),

/***/ 20442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ lcovText)
/* harmony export */ });
/* harmony import */ var _arms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39555);
/* harmony import */ var _functions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69091);
/* harmony import */ var _expressible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65984);



/**
 * Merged coverage as lcov's tracefile (geninfo(1)). Read back by this suite it gives the same figures for lines,
 * branches and functions; statements have no place in it. Pure.
 */
const KINDS = ["lines", "branches", "functions"];
/** The text piece by piece, so that no size needs it whole. What can't be said is added to `left`. */
function* lcovText(files, left) {
    for (const file of files) {
        if (!(0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .isWritable */ .nH)(file.path)) {
            left.push({ path: file.path, what: "its path" });
            continue;
        }
        for (const kind of (0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .totalsLeft */ .DK)(file, KINDS.filter((kind) => (0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .detailOf */ .Rw)(file, kind).total > 0)))
            left.push({ path: file.path, what: `its ${kind}, of which only a total is known` });
        yield record(file);
    }
}
function record(file) {
    const text = ["TN:", `SF:${file.path}`];
    const { lines, branches, functions: functionTotals } = numbersAlone(file);
    if (functionTotals !== undefined)
        text.push(`FNF:${functionTotals.total}`, `FNH:${functionTotals.covered}`);
    else if (file.of("functions").length > 0) {
        const functions = (0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .distinctFunctions */ .K9)((0,_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .functionsOf */ .T)(file));
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
    else if (file.of("branches").length > 0) {
        let found = 0;
        let hit = 0;
        for (const [line, arms] of (0,_arms_js__WEBPACK_IMPORTED_MODULE_0__/* .armsByLine */ .Z)(file)) {
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
    file.lines.each((line, hits) => text.push(`DA:${line},${hits}`));
    if (lines !== undefined)
        text.push(`LF:${lines.total}`, `LH:${lines.covered}`);
    else
        text.push(`LF:${file.lines.size}`, `LH:${file.lines.covered}`);
    return `${text.join("\n")}\nend_of_record\n`;
}
/** Totals of that of which there is no detail: a tracefile can say them, though lcov itself counts the detail. */
function numbersAlone(file) {
    const alone = {};
    for (const kind of KINDS) {
        const ratio = file.totals?.[kind];
        if (ratio !== undefined && (0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .detailOf */ .Rw)(file, kind).total === 0)
            alone[kind] = ratio;
    }
    return alone;
}
/** Block and branch as lcov writes them; a tool's own key of another form gets a number instead. */
function isLcovKey(key) {
    return /^[ef]?\d{1,9},./.test(key) && (0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .isWritable */ .nH)(key);
}
//# sourceMappingURL=lcov.js.map

/***/ }),

/***/ 92914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a5: () => (/* binding */ isRateLimit),
/* harmony export */   hD: () => (/* binding */ rateLimitWait)
/* harmony export */ });
/* unused harmony export UNNAMED_WAIT */
/** GitHub's rate limits, primary and secondary, as an answer tells them. Source: GitHub, "Rate limits for the REST API". Pure. */
/** What is waited where a secondary limit names no time, in milliseconds: "at least one minute". */
const UNNAMED_WAIT = 60_000;
/** Both kinds answer with 403 or 429; only a header or the message tells them from a missing permission. */
function isRateLimit(reply) {
    if (reply.status === 429)
        return true;
    if (reply.status !== 403)
        return false;
    return (reply.header("retry-after") !== undefined ||
        reply.header("x-ratelimit-remaining") === "0" ||
        /rate limit/i.test(reply.text.slice(0, 4096)));
}
/** `retry-after` in seconds, else the reset of a limit that is used up, else a minute. In milliseconds. */
function rateLimitWait(reply, now) {
    const after = Number(reply.header("retry-after"));
    if (reply.header("retry-after") !== undefined && Number.isFinite(after) && after >= 0)
        return after * 1000;
    const reset = Number(reply.header("x-ratelimit-reset"));
    // A second more: the reset is told in whole seconds.
    if (reply.header("x-ratelimit-remaining") === "0" && Number.isFinite(reset))
        return Math.max(1000, reset * 1000 - now + 1000);
    return UNNAMED_WAIT;
}
//# sourceMappingURL=rate-limit.js.map

/***/ }),

/***/ 96649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ gitHubRepository),
/* harmony export */   a: () => (/* binding */ gitHubApi)
/* harmony export */ });
/**
 * The repository of the run, where its server is known by the runner's variables, a token is given, and `origin`
 * is that very repository; undefined otherwise. The token goes to the server itself and to its `api.` host alone.
 */
function gitHubRepository(known) {
    const { environment, token, origin } = known;
    const { GITHUB_REPOSITORY: repository = "" } = environment;
    const server = parseUrl(environment.GITHUB_SERVER_URL);
    // Enterprise Server: /api/v3 and /api/graphql.
    const besideApi = `${(environment.GITHUB_API_URL ?? "").replace(/\/v3\/?$/, "")}/graphql`;
    const graphql = parseUrl(environment.GITHUB_GRAPHQL_URL || besideApi);
    const [owner, name, ...more] = repository.split("/");
    if (server === undefined || graphql === undefined || token === undefined || origin === undefined)
        return undefined;
    if (owner === undefined || owner === "" || name === undefined || name === "" || more.length > 0)
        return undefined;
    const sameServer = graphql.host === server.host || graphql.host === `api.${server.host}`;
    const protocols = graphql.protocol === "https:" || (graphql.protocol === "http:" && server.protocol === "http:");
    if (!sameServer || !protocols || !isRepository(origin, server, repository))
        return undefined;
    return { graphqlUrl: graphql.href, owner, name, token };
}
/**
 * The REST API by the runner's variables, or of github.com where `origin` is a repository there; else the reason why
 * there is none. As above, the token goes to the server itself and to its `api.` host alone.
 */
function gitHubApi(known) {
    const { environment, token, origin } = known;
    if (token === undefined)
        return { why: "no token is given" };
    const server = parseUrl(environment.GITHUB_SERVER_URL || "https://github.com");
    const repository = environment.GITHUB_REPOSITORY || repositoryOf(origin, server);
    if (server === undefined || repository === undefined)
        return { why: "the repository is none on GitHub, as far as GITHUB_REPOSITORY and origin tell" };
    const [owner = "", name = "", ...more] = repository.split("/");
    if (owner === "" || name === "" || more.length > 0)
        return { why: "GITHUB_REPOSITORY is no owner/name" };
    const fallback = server.host === "github.com" ? "https://api.github.com" : `${server.origin}/api/v3`;
    const api = parseUrl(environment.GITHUB_API_URL || fallback);
    const sameServer = api?.host === server.host || api?.host === `api.${server.host}`;
    const safe = api?.protocol === "https:" || (api?.protocol === "http:" && server.protocol === "http:");
    if (api === undefined || !sameServer || !safe)
        return { why: "GITHUB_API_URL is not the API of GITHUB_SERVER_URL, so that no token is sent there" };
    return { url: `${api.origin}${api.pathname.replace(/\/+$/, "")}`, owner, name, token };
}
/** The `owner/name` of a remote on that server. */
function repositoryOf(origin, server) {
    if (origin === undefined || server === undefined)
        return undefined;
    const path = /[:/]([^:/]+\/[^:/]+?)(?:\.git)?\/*$/.exec(origin)?.[1];
    return path !== undefined && isRepository(origin, server, path) ? path : undefined;
}
/** Whether a remote's URL, in any of git's forms, names a repository of a server. */
function isRepository(remote, server, repository) {
    const url = parseUrl(remote);
    const scp = /^(?:[^/@:]+@)?([^/@:]+):(?!\/\/)(.+)$/.exec(remote);
    const web = url?.protocol === "https:" || url?.protocol === "http:";
    const host = url === undefined ? scp?.[1] : web ? url.host : url.hostname;
    const path = url === undefined ? scp?.[2] : url.pathname;
    if (host === undefined || path === undefined)
        return false;
    const expected = web ? server.host : server.hostname;
    const name = path.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
    return host.toLowerCase() === expected && name.toLowerCase() === repository.toLowerCase();
}
function parseUrl(text) {
    if (text === undefined || !/^[a-z][a-z0-9+.-]*:\/\//i.test(text))
        return undefined;
    return URL.parse(text) ?? undefined;
}
//# sourceMappingURL=server.js.map

/***/ })

};
