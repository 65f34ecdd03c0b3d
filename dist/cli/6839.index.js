export const id = 6839;
export const ids = [6839];
export const modules = {

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

/***/ 96839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   graphCommand: () => (/* binding */ graphCommand)
/* harmony export */ });
/* harmony import */ var _catalog_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47882);
/* harmony import */ var _catalog_repository_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(24616);
/* harmony import */ var _context_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95394);
/* harmony import */ var _git_git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29907);
/* harmony import */ var _graph_graph_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84601);
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47203);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33786);
/* harmony import */ var _runner_problem_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(61806);








/** `sluice graph`: the declared services and what they use, from the working tree. */
const QUESTIONS = [
    "dependents-of",
    "dependencies-of",
    "why",
    "users-of",
    "owners-of",
    "cycles",
    "drift",
    "coupling",
];
const INPUTS = [
    ..._runner_action_js__WEBPACK_IMPORTED_MODULE_4__/* .COMMON_INPUTS */ .s.filter((spec) => spec.name !== "summary"),
    { name: "format", description: "json: {services, edges}.", default: "json" },
    ...QUESTIONS.map((name) => ({ name, description: "A question of the graph.", later: true })),
];
const graphCommand = {
    name: "graph",
    description: "The declared services and what they use.",
    inputs: INPUTS,
    outputs: [],
    examples: ["sluice graph --format json", "sluice graph --format json --working-directory shop"],
    parse: (inputs) => {
        const format = inputs.choice("format", ["json", "mermaid", "dot", "table"]);
        if (format !== "json") {
            throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo("input-not-supported", `--format ${format} is not supported yet`, {
                input: "format",
                hint: "Use --format json.",
            });
        }
        return { configFile: inputs.required("config-file") };
    },
    ports: (host) => ({
        catalogue: async (configFile) => {
            const git = (0,_git_git_js__WEBPACK_IMPORTED_MODULE_2__/* .openGit */ .z)(host);
            const name = await (0,_catalog_repository_js__WEBPACK_IMPORTED_MODULE_7__/* .repositoryName */ .aR)((0,_context_event_js__WEBPACK_IMPORTED_MODULE_1__/* .parseEvent */ .w)(host.environment, undefined), git);
            return (0,_catalog_load_js__WEBPACK_IMPORTED_MODULE_0__.loadCatalogue)(git.workingTree(), { configFile, repositoryName: name });
        },
    }),
    run: async ({ configFile }, ports) => {
        const catalogue = await ports.catalogue(configFile);
        const error = (0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .problemsAsError */ .z)(catalogue.problems);
        if (error !== undefined)
            throw error;
        return { schema: "graph.v1", graph: (0,_graph_graph_js__WEBPACK_IMPORTED_MODULE_3__/* .graphOf */ .cQ)(catalogue), problems: warnings(catalogue.problems) };
    },
    report: (result) => ({
        headline: `${result.graph.services.length} services, ${result.graph.edges.length} edges`,
        markdown: JSON.stringify(result.graph, null, "\t"),
        outputs: {},
        exitCode: 0,
    }),
    print: (result) => result.graph,
    jsonOnly: true,
};
function warnings(problems) {
    return problems.filter((each) => each.severity !== "error");
}
//# sourceMappingURL=graph.js.map

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

/***/ })

};
