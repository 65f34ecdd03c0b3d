export const id = 216;
export const ids = [216];
export const modules = {

/***/ 13321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ resolveBase)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);
/* harmony import */ var _runner_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61806);


/** How many commits are fetched, step by step, until the histories meet; then all of them. */
const DEPTHS = [50, 500];
/** Their payloads name the base: one that does not can't be read. */
const EVENTS_WITH_BASE = new Set(["pull_request", "pull_request_target", "merge_group"]);
const HASH = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
/** What `head` is compared with. */
async function resolveBase(request, git) {
    return new Resolver(request, git).resolve();
}
class Resolver {
    #request;
    #git;
    /** What the last fetch that failed said. */
    #failure;
    constructor(request, git) {
        this.#request = request;
        this.#git = git;
    }
    async resolve() {
        const { event, head, base } = this.#request;
        if (base !== undefined)
            return this.#explicit(base);
        if (event.event === undefined)
            return this.#terminal();
        if (event.pullRequest !== undefined)
            return this.#pullRequest(event.pullRequest);
        if (event.mergeGroup !== undefined)
            return this.#exactly(event.mergeGroup.baseSha, "the base of the merge group");
        if (EVENTS_WITH_BASE.has(event.event))
            return this.#unresolved(`The payload of the ${event.event} event names no base`, "Give the input 'base'.");
        if (event.event === "push" && event.branch !== undefined) {
            if (event.sha === undefined || event.sha === head)
                return this.#push(event.branch);
            return { kind: "everything", reason: "the commit that is checked out is not that of the push" };
        }
        return { kind: "everything", reason: `${event.event} compares with nothing` };
    }
    async #pullRequest(pull) {
        const { event, head } = this.#request;
        if (event.event === "pull_request_target" && event.sha === head && head !== pull.headSha)
            return this.#push(pull.baseRef);
        if (head !== pull.headSha) {
            const [first, second] = await this.#parents(head);
            const isMerge = second !== undefined && (second === pull.headSha || head === pull.mergeSha);
            if (first !== undefined && isMerge)
                return this.#exactly(first, "the base side of the pull request's merge commit");
        }
        const compared = await this.#mergeBaseWith(pull.baseRef);
        // A pull request that was merged already: its own commits are no difference any more.
        if (compared.kind === "commit" && compared.base === head)
            return { kind: "everything", reason: `${pull.baseRef} holds the commit already` };
        return compared;
    }
    async #push(branch) {
        const { event, compare, isReleasing } = this.#request;
        const isDefault = branch === event.defaultBranch;
        if (!isDefault && !isReleasing(branch))
            return this.#mergeBaseWith(event.defaultBranch);
        if (compare === "release")
            return { kind: "release", reason: "each service's last release" };
        if (event.before !== undefined)
            return this.#exactly(event.before, "the branch before the push");
        if (isDefault)
            return { kind: "everything", reason: "the first push of the default branch" };
        return this.#mergeBaseWith(event.defaultBranch);
    }
    async #terminal() {
        const names = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];
        for (const name of names) {
            const ref = name.startsWith("origin/") ? `refs/remotes/${name}` : `refs/heads/${name}`;
            const tip = await this.#git.commit(ref);
            if (tip === undefined)
                continue;
            const base = await this.#git.mergeBase(this.#request.head, tip);
            if (base !== undefined)
                return { kind: "commit", base, reason: `the merge base with ${name}` };
        }
        return this.#unresolved("No default branch is known here", "Name one with --base.");
    }
    async #explicit(revision) {
        const { event, head } = this.#request;
        if (/^0+$/.test(revision))
            return { kind: "everything", reason: "there was no commit before" };
        const local = (await this.#git.commit(revision)) ?? (await this.#git.commit(`refs/remotes/origin/${revision}`));
        if (local === undefined && event.event === undefined) {
            throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("base-unknown", `There is no revision ${JSON.stringify(revision)} here`, {
                input: "base",
                hint: "Name a branch, a tag or a commit, and fetch it first.",
            });
        }
        const commit = local ?? (await this.#fetched(revision));
        if (commit === undefined)
            return this.#unresolved(`The base ${JSON.stringify(revision)} is not to be found`, "Check the input 'base'.");
        const base = await this.#git.mergeBase(head, commit);
        if (base !== undefined)
            return { kind: "commit", base, reason: "the input 'base'" };
        // Named, and without a history that meets the head's: then the trees are what is compared.
        return { kind: "commit", base: commit, reason: "the input 'base'" };
    }
    /** That very commit, fetched where it is not here. */
    async #exactly(revision, reason) {
        const base = (await this.#git.commit(revision)) ?? (await this.#fetched(revision));
        if (base !== undefined)
            return { kind: "commit", base, reason };
        return this.#unresolved(`${revision.slice(0, 12)}, ${reason}, can't be fetched`, undefined);
    }
    async #mergeBaseWith(branch) {
        if (branch === undefined)
            return this.#unresolved("The event names no default branch", "Give the input 'base'.");
        const { head } = this.#request;
        const ref = `refs/remotes/origin/${branch}`;
        const refspec = `+refs/heads/${branch}:${ref}`;
        const reason = `the merge base with ${branch}`;
        let tip = await this.#git.commit(ref);
        if (tip === undefined) {
            await this.#fetch([refspec], (await this.#git.isShallow()) ? { depth: 1 } : {});
            tip = await this.#git.commit(ref);
        }
        if (tip === undefined)
            return this.#unresolved(`The branch ${branch} can't be fetched`, undefined);
        for (const options of [undefined, ...DEPTHS.map((depth) => ({ depth })), { unshallow: true }]) {
            if (options !== undefined) {
                if (!(await this.#git.isShallow()))
                    break;
                if (!(await this.#fetch([head, refspec], options)))
                    break;
            }
            const base = await this.#git.mergeBase(head, tip);
            if (base !== undefined)
                return { kind: "commit", base, reason };
        }
        return this.#unresolved(`The commit and ${branch} have no common history here`, undefined);
    }
    /** The parents, also where a shallow checkout hides them. */
    async #parents(commit) {
        const parents = await this.#git.parents(commit);
        if (parents.length > 1 || !(await this.#git.isShallow()))
            return parents;
        await this.#fetch([commit], { depth: 2 });
        return this.#git.parents(commit);
    }
    async #fetched(revision) {
        const depth = (await this.#git.isShallow()) ? { depth: 1 } : {};
        if (HASH.test(revision)) {
            await this.#fetch([revision], depth);
            return this.#git.commit(revision);
        }
        if (!/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(revision))
            return undefined;
        const branch = revision.replace(/^origin\//, "").replace(/^refs\/heads\//, "");
        await this.#fetch([`+refs/heads/${branch}:refs/remotes/origin/${branch}`], depth);
        return this.#git.commit(`refs/remotes/origin/${branch}`);
    }
    async #fetch(refspecs, options) {
        try {
            await this.#git.fetch(refspecs, options);
            return true;
        }
        catch (thrown) {
            this.#failure = (0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown).split("\n").slice(0, 3).join(" ");
            return false;
        }
    }
    #unresolved(reason, hint) {
        const failure = this.#failure === undefined ? "" : ` (${this.#failure})`;
        return {
            kind: "unresolved",
            reason,
            problem: (0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("warning", "base-unresolved", `${reason}${failure}, so every service is taken as changed`, {
                hint: hint ??
                    "Check out with fetch-depth: 0, or give the input 'token' the right to read the repository.",
            }),
        };
    }
}
//# sourceMappingURL=base.js.map

/***/ }),

/***/ 50679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ dueServices)
});

// EXTERNAL MODULE: ./.cache/bundles/catalog/discover.js
var discover = __webpack_require__(28835);
// EXTERNAL MODULE: ./.cache/bundles/catalog/load.js + 5 modules
var load = __webpack_require__(47882);
// EXTERNAL MODULE: ./.cache/bundles/catalog/paths.js
var paths = __webpack_require__(48538);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem.js
var problem = __webpack_require__(61806);
// EXTERNAL MODULE: ./.cache/bundles/catalog/consistency.js
var consistency = __webpack_require__(62338);
// EXTERNAL MODULE: ./.cache/bundles/catalog/ownership.js
var ownership = __webpack_require__(51943);
// EXTERNAL MODULE: ./.cache/bundles/catalog/path-index.js
var path_index = __webpack_require__(3726);
// EXTERNAL MODULE: ./.cache/bundles/catalog/service.js
var service = __webpack_require__(33429);
// EXTERNAL MODULE: ./.cache/bundles/graph/graph.js
var graph_graph = __webpack_require__(84601);
;// CONCATENATED MODULE: ./.cache/bundles/graph/closure.js

/**
 * What a change affects: one walk from the changed services to those that use them, with the number of steps
 * and a shortest way as its explanation. Pure.
 */
/**
 * What a change of a service is, from least to most. `docs`: only ignored files. `contract`: the description of
 * an API or topic; as descriptions are not compared yet, each such change is taken for the worst, a new MAJOR.
 * `schema`: migrations of a database that others use. `none`: not changed itself, only affected.
 */
const CHANGE_CLASSES = ["none", "docs", "internal", "contract", "schema"];
/**
 * Every service that a set of changes affects, by name. From new contents the walk goes on to all that build
 * from them, and to the direct consumers of each; a changed schema reaches all of its users. Changes below
 * `internal` reach nobody. More changes never take a service out, nor raise its distance.
 */
function affectedBy(graph, changes, depth) {
    const incoming = (0,graph_graph/* edgesBy */.gT)(graph, "to");
    const users = schemaUsers(graph);
    const steps = new Map();
    const queue = [];
    const visit = (step) => {
        const key = `${step.stage} ${step.service}`;
        if (steps.has(key))
            return;
        steps.set(key, step);
        queue.push(step);
    };
    for (const service of [...changes.keys()].sort(graph_graph/* compare */.UD)) {
        if (isEffective(changes.get(service)))
            visit({ service, stage: "rebuilt", distance: 0, from: undefined });
    }
    // The queue is walked while it grows.
    for (const at of queue) {
        const next = (service, stage) => visit({ service, stage, distance: at.distance + 1, from: at });
        for (const edge of incoming.get(at.service) ?? []) {
            const stage = stageAfter(at, edge, depth);
            if (stage !== undefined)
                next(edge.from, stage);
        }
        if (at.distance > 0)
            continue;
        for (const schema of changes.get(at.service)?.schemas ?? []) {
            for (const user of users.get(schema) ?? [])
                if (user !== at.service)
                    next(user, "retested");
        }
    }
    return collect(steps, changes);
}
function isEffective(change) {
    return change !== undefined && change.change !== "none" && change.change !== "docs";
}
function stageAfter(at, edge, depth) {
    if (edge.kind === "data")
        return undefined;
    if (at.stage === "rebuilt")
        return edge.kind === "build" ? "rebuilt" : "retested";
    return depth === "all" ? "retested" : undefined;
}
/** The owner and all others of each schema. */
function schemaUsers(graph) {
    const users = new Map();
    for (const { kind, via, from, to } of graph.edges) {
        if (kind !== "data")
            continue;
        const known = users.get(via) ?? new Set();
        users.set(via, known.add(to).add(from));
    }
    return users;
}
function collect(steps, changes) {
    const nearest = new Map();
    const rebuilt = new Set();
    for (const step of steps.values()) {
        if (step.stage === "rebuilt")
            rebuilt.add(step.service);
        const known = nearest.get(step.service);
        if (known === undefined || step.distance < known.distance)
            nearest.set(step.service, step);
    }
    return [...nearest.values()]
        .sort((a, b) => (0,graph_graph/* compare */.UD)(a.service, b.service))
        .map((step) => ({
        service: step.service,
        change: ownChange(changes.get(step.service), rebuilt.has(step.service)),
        distance: step.distance,
        because: way(step),
        rebuilt: rebuilt.has(step.service),
    }));
}
function ownChange(change, rebuilt) {
    if (isEffective(change))
        return change?.change ?? "none";
    return rebuilt ? "internal" : (change?.change ?? "none");
}
function way(step) {
    const names = [];
    for (let at = step; at !== undefined; at = at.from)
        names.unshift(at.service);
    return names;
}
//# sourceMappingURL=closure.js.map
;// CONCATENATED MODULE: ./.cache/bundles/graph/changes.js






function classifierOf(sides) {
    const { head, base = [] } = sides;
    const byPath = new Map(head.map((service) => [service.path, service.name]));
    const names = new Set(head.map(({ name }) => name));
    const renamed = new Map();
    const deleted = [];
    for (const service of base) {
        // A service is its folder.
        const known = byPath.get(service.path) ?? (names.has(service.name) ? service.name : undefined);
        const remains = known === undefined && sides.remains(service.path);
        if (remains)
            deleted.push(service);
        renamed.set(service.name, known ?? (remains ? service.name : undefined));
    }
    const all = [sideOf(head, (name) => name)];
    if (sides.base !== undefined)
        all.push(sideOf(base, (name) => renamed.get(name)));
    const users = changes_schemaUsers([...head, ...deleted]);
    const isRootDocument = (0,ownership/* ignoring */.O)(service/* DEFAULT_IGNORE */.p);
    return {
        deleted,
        classify: (files) => {
            const found = new Found();
            const unowned = new Set();
            const paths = new Set(files.flatMap(({ path, from, status }) => from === undefined || status === "copied" ? [path] : [path, from]));
            for (const path of [...paths].sort(graph_graph/* compare */.UD)) {
                const owned = readPath(path, all, users, found);
                const ofAll = path === sides.settingsFile && head.length > 1;
                if (ofAll || (!owned && !isRootDocument(path)))
                    unowned.add(path);
            }
            return { changes: found.changes, unowned: [...unowned] };
        },
    };
}
function sideOf(services, nameOf) {
    const specs = new path_index/* PathIndex */.E();
    const migrations = new path_index/* PathIndex */.E();
    for (const service of services) {
        for (const { spec } of service.provides)
            if (spec !== undefined)
                specs.add(spec, service.name);
        for (const data of service.data) {
            for (const path of data.migrations)
                migrations.add(path, (0,consistency/* schemaName */.l)(data));
        }
    }
    return { ownership: (0,ownership/* ownershipOf */.V)(services), specs, migrations, nameOf };
}
function changes_schemaUsers(services) {
    const owner = new Map();
    const uses = new Set();
    for (const { name, data } of services) {
        for (const each of data) {
            uses.add(JSON.stringify([name, (0,consistency/* schemaName */.l)(each)]));
            if (each.access === "owner")
                owner.set((0,consistency/* schemaName */.l)(each), name);
        }
    }
    return { owner, uses: (service, schema) => uses.has(JSON.stringify([service, schema])) };
}
/** Notes what one path changes; true where it belongs to any service. */
function readPath(path, sides, users, found) {
    const touched = new Map();
    let owned = false;
    for (const side of sides) {
        for (const touch of side.ownership.touches(path)) {
            owned = true;
            const name = touch.through === "own" ? side.nameOf(touch.service) : undefined;
            // Ignored counts only where every side that knows the path says so.
            if (name !== undefined)
                touched.set(name, touch.ignored && (touched.get(name) ?? true));
        }
    }
    for (const [name, ignored] of touched)
        found.add(name, ignored ? "docs" : "internal", path);
    for (const side of sides) {
        for (const provider of side.specs.find(path)) {
            owned = true;
            const name = side.nameOf(provider);
            if (name !== undefined)
                found.add(name, "contract", path);
        }
        for (const schema of side.migrations.find(path)) {
            owned = true;
            const near = [...touched.keys()].filter((name) => users.uses(name, schema));
            const owner = users.owner.get(schema);
            const changed = near.length > 0 || owner === undefined ? near : [owner];
            for (const name of changed)
                found.add(name, "schema", path, schema);
        }
    }
    return owned;
}
class Found {
    changes = new Map();
    add(service, change, file, schema) {
        const known = this.changes.get(service);
        const schemas = schema === undefined || known?.schemas.includes(schema) === true ? [] : [schema];
        if (known === undefined)
            this.changes.set(service, { change, schemas, file });
        else {
            known.schemas.push(...schemas);
            if (CHANGE_CLASSES.indexOf(change) <= CHANGE_CLASSES.indexOf(known.change))
                return;
            known.change = change;
            known.file = file;
        }
    }
}
//# sourceMappingURL=changes.js.map
;// CONCATENATED MODULE: ./.cache/bundles/graph/due.js







/** How many differences are asked for at a time. */
const CONCURRENCY = 4;
/** How many paths one message names. */
const NAMED_PATHS = 10;
async function dueServices(request, ports) {
    const { catalogue, comparison } = request;
    const graph = (0,graph_graph/* graphOf */.cQ)(catalogue);
    const problems = [];
    if (comparison.kind === "unresolved")
        problems.push(comparison.problem);
    const to = request.workingTree ? "working-tree" : request.head;
    const changed = comparison.kind === "commit" ? await ports.git.changedFiles(comparison.base, to) : [];
    const base = comparison.kind === "commit" && changed.some((file) => isPolicy(file, request.configFile))
        ? await baseCatalogue(request, comparison.base, ports, problems)
        : undefined;
    const files = new paths/* FileList */.$c(request.files);
    const classifier = classifierOf({
        head: catalogue.services,
        base: base?.services,
        settingsFile: request.configFile,
        remains: (folder) => files.isFolder(folder),
    });
    const policy = strictest([catalogue, ...(base === undefined ? [] : [base])]);
    const { seeds, unowned, releases } = await findSeeds(request, changed, ports, classifier, policy);
    problems.push(...unownedProblems(unowned, policy));
    const outOfReach = comparison.kind === "release"
        ? catalogue.services.map(({ name }) => name).filter((name) => !releases.has(name))
        : [];
    if (outOfReach.length > 0)
        problems.push(outOfReachProblem(outOfReach));
    const services = new Map([...classifier.deleted, ...catalogue.services].map((each) => [each.name, each]));
    const affected = affectedBy(graph, seeds, request.depth);
    const head = new Set(catalogue.services.map(({ name }) => name));
    const direct = request.depth === "direct" ? affected : affectedBy(graph, seeds, "direct");
    const atRisk = new Set(direct.map(({ service }) => service));
    const due = affected.map((each) => ({
        ...each,
        because: explained(each, seeds),
        path: services.get(each.service)?.path ?? ".",
        release: releases.get(each.service),
        atRisk: atRisk.has(each.service),
        declared: head.has(each.service),
    }));
    for (const each of due) {
        if (each.declared)
            continue;
        problems.push((0,problem/* problem */.C)("warning", "manifest-deleted", `The manifest of ${each.service} is deleted, and files of ${each.path} remain`, {
            hint: "It stays due in this change. Delete the folder too, or move its files to another service.",
        }));
    }
    const dueNames = new Set(due.map(({ service }) => service));
    return {
        services: due,
        ignored: [...seeds.keys()].filter((name) => !dueNames.has(name)).sort(graph_graph/* compare */.UD),
        unowned: [...unowned].sort(graph_graph/* compare */.UD),
        baseResolved: comparison.kind !== "unresolved" && outOfReach.length === 0,
        graph,
        problems,
    };
}
/** The way with its beginning: the file, or the reason why there is no base. */
function explained({ because }, seeds) {
    const reason = seeds.get(because[0] ?? "")?.file;
    return reason === undefined ? because : [reason, ...because];
}
/** Whether a file can make the base's catalogue another one than the head's. */
function isPolicy({ path, from }, configFile) {
    return [path, from].some((each) => each !== undefined && ((0,discover/* isManifest */.Yh)(each) || each === (0,paths/* repositoryPath */.SH)(".", configFile)));
}
/** The base's services, where it has manifests: a change can't take a service out of its own gate. */
async function baseCatalogue(request, base, ports, problems) {
    const { configFile, repositoryName } = request;
    const catalogue = await (0,load.loadCatalogue)(ports.git.tree(base), { configFile, repositoryName });
    if (catalogue.problems.some(({ code, severity }) => severity === "error" && code !== "config-file-missing")) {
        problems.push((0,problem/* problem */.C)("notice", "base-manifests-invalid", `The manifests of the base (${base.slice(0, 12)}) have errors; what can be read of them counts`));
    }
    return catalogue.declared ? catalogue : undefined;
}
/** `all` where either side says so: a change can't loosen its own gate. */
function strictest(sides) {
    const values = sides.map(({ settings }) => settings.unowned ?? "all");
    return values.includes("all") ? "all" : values.includes("warn") ? "warn" : "none";
}
async function findSeeds(request, changed, ports, classifier, policy) {
    const { catalogue, comparison } = request;
    const names = catalogue.services.map(({ name }) => name);
    const seeds = new Map();
    const unowned = new Set();
    const to = request.workingTree ? "working-tree" : request.head;
    if (comparison.kind === "commit") {
        const found = classifier.classify(changed);
        for (const [name, change] of found.changes)
            seeds.set(name, change);
        addUnowned(found.unowned, names, policy, seeds, unowned);
        return { seeds, unowned, releases: new Map() };
    }
    if (comparison.kind !== "release") {
        for (const name of names)
            seeds.set(name, { change: "internal", schemas: [], file: comparison.reason });
        return { seeds, unowned, releases: new Map() };
    }
    const releases = await ports.lastReleases(catalogue, request.head);
    const groups = new Map();
    for (const name of names) {
        const release = releases.get(name);
        if (!releases.has(name))
            seeds.set(name, { change: "internal", schemas: [], file: "its last release is out of reach" });
        else if (release === undefined)
            seeds.set(name, { change: "internal", schemas: [], file: "never released" });
        else
            groups.set(release.commit, [...(groups.get(release.commit) ?? []), name]);
    }
    const waiting = [...groups].sort(([a], [b]) => (0,graph_graph/* compare */.UD)(a, b));
    const work = async () => {
        for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
            const [commit, members] = next;
            const found = classifier.classify(await ports.git.changedFiles(commit, to));
            for (const name of members) {
                const change = found.changes.get(name);
                if (change !== undefined)
                    seeds.set(name, change);
            }
            addUnowned(found.unowned, members, policy, seeds, unowned);
        }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, work));
    return { seeds, unowned, releases };
}
/** With `all` a file that no service owns changes each of the services. */
function addUnowned(files, services, policy, seeds, unowned) {
    for (const file of files)
        unowned.add(file);
    const [first] = files;
    if (policy !== "all" || first === undefined)
        return;
    for (const name of services) {
        const known = seeds.get(name);
        if (known === undefined || known.change === "docs")
            seeds.set(name, { change: "internal", schemas: [], file: first });
    }
}
function outOfReachProblem(services) {
    const named = services.slice(0, NAMED_PATHS).join(", ");
    const more = services.length > NAMED_PATHS ? ` and ${services.length - NAMED_PATHS} more` : "";
    return (0,problem/* problem */.C)("warning", "base-unresolved", `The last releases of ${named}${more} can't be reached from here, so these services are taken as changed`, { hint: "Check out with fetch-depth: 0, and give the input 'token' the right to read the repository." });
}
function unownedProblems(unowned, policy) {
    if (unowned.size === 0)
        return [];
    const paths = [...unowned].sort(graph_graph/* compare */.UD);
    const named = paths.slice(0, NAMED_PATHS).join(", ");
    const more = paths.length > NAMED_PATHS ? ` and ${paths.length - NAMED_PATHS} more` : "";
    const consequence = policy === "all" ? "so every service is due" : "and makes none due";
    return [
        (0,problem/* problem */.C)(policy === "warn" ? "warning" : "notice", "unowned-files", `What changed belongs to no service, ${consequence}: ${named}${more}`, {
            hint: "Name such files in the `inputs` of the services that use them, or set `unowned` in the settings.",
        }),
    ];
}
//# sourceMappingURL=due.js.map

/***/ }),

/***/ 5534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ releasePort)
});

// EXTERNAL MODULE: ./.cache/bundles/runner/annotations.js
var annotations = __webpack_require__(3387);
// EXTERNAL MODULE: ./.cache/bundles/git/state.js
var git_state = __webpack_require__(87616);
// EXTERNAL MODULE: ./.cache/bundles/versions/deepen.js
var deepen = __webpack_require__(53877);
// EXTERNAL MODULE: ./.cache/bundles/versions/release-tags.js + 2 modules
var release_tags = __webpack_require__(1542);
;// CONCATENATED MODULE: ./.cache/bundles/versions/last-releases.js



/**
 * The last release of every service, for "what changed since": fetches history where a shallow clone lacks it, with
 * its files, which are compared next.
 */
async function lastReleases(request) {
    const { git, catalogue, head, actions } = request;
    let state = await (0,git_state/* repositoryState */.O)(git);
    const tags = await (0,release_tags/* readReleaseTags */.JZ)(git, catalogue, { state, actions, releasing: false });
    let { bases, reached } = await (0,release_tags/* basesOf */.cF)(git, tags.services, head);
    const deepening = new deepen/* Deepening */.k(git, head, { files: true });
    // Where a higher release is not met, it may lie beyond what a shallow clone holds: then the base is not known.
    const beyond = (name) => {
        if (bases.get(name)?.carried !== undefined)
            return undefined;
        const releases = tags.services.get(name)?.releases ?? [];
        const highest = releases.find(({ commit }) => !deepening.ruledOut.has(commit));
        return highest === undefined || reached.has(highest.commit) ? undefined : highest;
    };
    const outOfReach = () => [...tags.services.keys()].filter((name) => beyond(name) !== undefined);
    while (state.boundary.size > 0) {
        const wanted = outOfReach().flatMap((name) => beyond(name) ?? []);
        if (wanted.length === 0 || !(await deepening.next(wanted, false)))
            break;
        ({ bases, reached } = await (0,release_tags/* basesOf */.cF)(git, tags.services, head));
        state = await (0,git_state/* repositoryState */.O)(git);
    }
    const silent = tags.remote?.reachable === false && state.origin !== undefined;
    const hidden = state.boundary.size > 0 ? new Set(outOfReach()) : new Set();
    const releases = [];
    for (const [name, { base }] of bases) {
        if (hidden.has(name))
            continue;
        if (base !== undefined)
            releases.push([name, { tag: base.tag, commit: base.commit }]);
        else if (!silent)
            releases.push([name, undefined]);
    }
    return { releases: new Map(releases), problems: tags.problems };
}
//# sourceMappingURL=last-releases.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/release-port.js


/** `lastReleases` as a port of an action: what can't be told of the tags goes to the log. */
function releasePort(from) {
    const { git, actions, log } = from;
    return async (catalogue, head) => {
        const { releases, problems } = await lastReleases({ git, catalogue, head, actions });
        for (const each of problems)
            log.warning((0,annotations/* problemText */.fI)(each));
        return releases;
    };
}
//# sourceMappingURL=release-port.js.map

/***/ })

};
