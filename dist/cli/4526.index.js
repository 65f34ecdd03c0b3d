export const id = 4526;
export const ids = [4526];
export const modules = {

/***/ 54526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planAction: () => (/* binding */ planAction)
});

// EXTERNAL MODULE: ./.cache/bundles/runner/action.js
var action = __webpack_require__(47203);
;// CONCATENATED MODULE: ./.cache/bundles/actions/plan/inputs.js

/** The inputs and outputs of `plan` (CONTRACT). */
const INPUTS = [
    ...action/* COMMON_INPUTS */.s,
    {
        name: "base",
        description: "The revision to compare with. Default: from the event; in a terminal the merge base with the default branch.",
    },
    {
        name: "head",
        description: "The revision to look at. Default: the commit that is checked out; in a terminal the working tree.",
    },
    {
        name: "compare",
        description: "What a push to main or a release branch is compared with: each service's last release (release), or the branch before the push (before).",
        default: "release",
    },
    {
        name: "depth",
        description: "How far a change reaches: to those that use what changed (direct), or also to those that use these, and so on (all).",
        default: "direct",
    },
    { name: "services", description: "Only these services, by name. Default: all." },
    {
        name: "token",
        description: "Fetches the base where the checkout does not hold it.",
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of a workflow
        expression: "${{ github.token }}",
        secret: true,
    },
];
const OUTPUTS = [
    { name: "services", description: "The services that are due: a JSON array of names." },
    {
        name: "matrix",
        description: '{"include": [{"service", "path", "level"}]}: an entry for each due service and declared level except e2e. Empty above 256 entries: see shards.',
    },
    { name: "has-services", description: "true when any service is due, else false." },
    { name: "count", description: "How many services are due." },
    {
        name: "shards",
        description: "The matrix in parts of at most 256 entries, GitHub's limit for one matrix: a JSON array of matrices.",
    },
    {
        name: "e2e-matrix",
        description: "The same as matrix for the end-to-end level, whose job runs behind the gate.",
    },
    { name: "real", description: "The services that an end-to-end run must start: a JSON array of names." },
    {
        name: "doubles",
        description: "What stands in for the other services that they use: a JSON array of {service, consumer, via, double}.",
    },
    {
        name: "base-resolved",
        description: "false when the base could not be found, so that every service is due; else true.",
    },
    ...action/* COMMON_OUTPUTS */.h,
];
function parseInputs(inputs) {
    return {
        configFile: inputs.required("config-file"),
        base: inputs.text("base")?.trim() || undefined,
        head: inputs.text("head")?.trim() || undefined,
        compare: inputs.choice("compare", ["release", "before"]) ?? "release",
        depth: inputs.choice("depth", ["direct", "all"]) ?? "direct",
        services: inputs.given("services") ? inputs.list("services", { commas: true }) : undefined,
        token: inputs.text("token"),
    };
}
//# sourceMappingURL=inputs.js.map
// EXTERNAL MODULE: ./.cache/bundles/catalog/load.js + 5 modules
var load = __webpack_require__(47882);
// EXTERNAL MODULE: ./.cache/bundles/catalog/repository.js
var catalog_repository = __webpack_require__(24616);
// EXTERNAL MODULE: ./.cache/bundles/context/base.js
var base = __webpack_require__(13321);
// EXTERNAL MODULE: ./.cache/bundles/graph/due.js + 2 modules
var graph_due = __webpack_require__(50679);
// EXTERNAL MODULE: ./.cache/bundles/graph/graph.js
var graph_graph = __webpack_require__(84601);
;// CONCATENATED MODULE: ./.cache/bundles/graph/subset.js

/**
 * The smallest set of services that an end-to-end run needs: the required ones, and what they use, unless every
 * real consumer has a double for it. Nothing is both real and doubled, and every provider of a real service is
 * one of the two. One walk, so the set is unique: more required services never take one out. What a service is
 * built from, and the owner of a schema, need not run: the database is made by migrations. Pure.
 */
function smallestSet(graph, required) {
    const outgoing = (0,graph_graph/* edgesBy */.gT)(graph, "from");
    const real = new Set([...required].sort(graph_graph/* compare */.UD));
    const boundary = [];
    // A Set is walked in the order in which it grows.
    for (const consumer of real) {
        for (const edge of outgoing.get(consumer) ?? []) {
            if (edge.kind === "build" || edge.kind === "data")
                continue;
            if (edge.double === undefined)
                real.add(edge.to);
            else
                boundary.push({ service: edge.to, consumer, via: edge.via, double: edge.double });
        }
    }
    return {
        real: [...real].sort(graph_graph/* compare */.UD),
        doubles: boundary
            .filter(({ service }) => !real.has(service))
            .sort((a, b) => (0,graph_graph/* compare */.UD)(a.service, b.service) || (0,graph_graph/* compare */.UD)(a.consumer, b.consumer) || (0,graph_graph/* compare */.UD)(a.via, b.via)),
    };
}
//# sourceMappingURL=subset.js.map
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/runner/inputs.js
var inputs = __webpack_require__(69088);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem.js
var problem = __webpack_require__(61806);
// EXTERNAL MODULE: ./.cache/bundles/versions/line.js
var line = __webpack_require__(10882);
// EXTERNAL MODULE: ./.cache/bundles/catalog/service.js
var service = __webpack_require__(33429);
;// CONCATENATED MODULE: ./.cache/bundles/actions/plan/matrix.js

/** What a workflow fans out over. Pure. */
/** GitHub runs at most 256 jobs of one matrix (docs.github.com, Actions limits). */
const MATRIX_LIMIT = 256;
/** An entry for each service and declared level but `e2e`, in the services' and the manifests' order. */
function matrixEntries(services) {
    return entriesOf(services, (level) => level !== service/* BEHIND_THE_GATE */.P);
}
/** The entries of the job behind the gate. */
function endToEndEntries(services) {
    return entriesOf(services, (level) => level === service/* BEHIND_THE_GATE */.P);
}
function entriesOf(services, wanted) {
    return services.flatMap(({ name, path, levels }) => levels.filter(({ level }) => wanted(level)).map(({ level }) => ({ service: name, path, level })));
}
/** The entries in parts that GitHub takes as one matrix each; no part where there is no entry. */
function shardsOf(entries, limit = MATRIX_LIMIT) {
    const shards = [];
    for (let start = 0; start < entries.length; start += limit)
        shards.push({ include: entries.slice(start, start + limit) });
    return shards;
}
//# sourceMappingURL=matrix.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/plan/plan.js










/** Which services a change affects, and what must run. */
async function run(inputs, ports) {
    const { git, event } = ports;
    const head = await findHead(inputs, ports);
    // A runner's working tree holds what earlier steps made; a person's is what the question is about.
    const workingTree = inputs.head === undefined && event.event === undefined;
    const tree = workingTree ? git.workingTree() : git.tree(head);
    const repository = await (0,catalog_repository/* repositoryName */.aR)(event, git);
    const options = { configFile: inputs.configFile, repositoryName: repository };
    const catalogue = await (0,load.loadCatalogue)(tree, options);
    refuseErrors(catalogue);
    const comparison = await (0,base/* resolveBase */.g)({
        event,
        head,
        base: inputs.base,
        compare: inputs.compare,
        isReleasing: (branch) => isReleasing(branch, catalogue),
    }, git);
    const due = await (0,graph_due/* dueServices */.R)({
        catalogue,
        files: await tree.list(),
        head,
        workingTree,
        comparison,
        depth: inputs.depth,
        configFile: inputs.configFile,
        repositoryName: repository,
    }, ports);
    return makeResult(inputs, { catalogue, comparison, due, head, workingTree });
}
async function findHead(inputs, { git }) {
    // First, since it tells a folder without a repository or without commits from an unknown revision.
    const checkedOut = await git.head();
    if (inputs.head === undefined)
        return checkedOut;
    const head = await git.commit(inputs.head);
    if (head !== undefined)
        return head;
    throw new errors/* UserError */.yo("head-unknown", `There is no revision ${JSON.stringify(inputs.head)} here`, {
        input: "head",
        hint: "Name a branch, a tag or a commit that the checkout holds (fetch-depth: 0 holds all).",
    });
}
/** Errors in the files stop everything: a plan from half of the manifests would leave services out. */
function refuseErrors(catalogue) {
    const error = (0,problem/* problemsAsError */.z)(catalogue.problems);
    if (error !== undefined)
        throw error;
}
function isReleasing(branch, catalogue) {
    const names = catalogue.services.map(({ name }) => name);
    const { kind } = (0,line/* branchRole */.vr)(branch, catalogue.settings, names);
    return kind === "main" || kind === "release";
}
function makeResult(inputs, facts) {
    const { catalogue, comparison, due } = facts;
    const problems = [...catalogue.problems, ...due.problems];
    const chosen = chooseServices(inputs.services, catalogue, due);
    const names = new Set(chosen.map(({ service }) => service));
    const planned = catalogue.services.filter(({ name }) => names.has(name));
    const entries = matrixEntries(planned);
    if (entries.length > MATRIX_LIMIT) {
        problems.push((0,problem/* problem */.C)("warning", "matrix-too-large", `${entries.length} entries are more than the ${MATRIX_LIMIT} that one matrix may have, so 'matrix' is empty`, {
            hint: "Call a reusable workflow in a matrix over fromJSON(needs.<job>.outputs.shards), and fan out over one shard in it.",
        }));
    }
    else if (entries.length === 0 && chosen.length > 0) {
        problems.push((0,problem/* problem */.C)("notice", "matrix-empty", "No service that is due declares a level before the gate, so 'matrix' has no entry", {
            hint: "GitHub refuses a job with an empty matrix: give it an `if` that looks at 'matrix'.",
        }));
    }
    const required = chosen.filter(({ atRisk, declared }) => atRisk && declared);
    const subset = smallestSet(due.graph, new Set(required.map(({ service }) => service)));
    return {
        schema: "plan.result.v1",
        base: comparison.kind === "commit" ? comparison.base : null,
        head: facts.head,
        workingTree: facts.workingTree,
        comparison: comparison.kind,
        comparedWith: comparison.reason,
        baseResolved: due.baseResolved,
        total: catalogue.services.length,
        services: chosen.map(({ service, path, change, distance, because, release }) => ({
            service,
            path,
            change,
            distance,
            because: [...because],
            base: release === undefined ? null : { tag: release.tag, commit: release.commit },
        })),
        ignored: [...due.ignored],
        unowned: [...due.unowned],
        real: [...subset.real],
        doubles: [...subset.doubles],
        shards: shardsOf(entries),
        e2e: endToEndEntries(planned),
        edges: due.graph.edges
            .filter(({ from, to }) => names.has(from) && names.has(to))
            .map(({ from, to, kind, via }) => ({ from, to, kind, via })),
        problems,
    };
}
function chooseServices(only, catalogue, due) {
    if (only === undefined)
        return due.services;
    const known = new Set([
        ...catalogue.services.map(({ name }) => name),
        ...due.services.map(({ service }) => service),
    ]);
    for (const name of only) {
        if (known.has(name))
            continue;
        throw new errors/* UserError */.yo("service-unknown", `There is no service ${JSON.stringify(name)}`, {
            input: "services",
            hint: `Services: ${[...known].slice(0, 20).join(", ")}.${(0,inputs/* didYouMean */.au)(name, known)}`,
        });
    }
    const names = new Set(only);
    return due.services.filter(({ service }) => names.has(service));
}
//# sourceMappingURL=plan.js.map
// EXTERNAL MODULE: ./.cache/bundles/context/read.js
var read = __webpack_require__(6396);
// EXTERNAL MODULE: ./.cache/bundles/git/git.js + 5 modules
var git_git = __webpack_require__(29907);
// EXTERNAL MODULE: ./.cache/bundles/versions/release-port.js + 1 modules
var release_port = __webpack_require__(5534);
;// CONCATENATED MODULE: ./.cache/bundles/actions/plan/ports.js



async function planPorts(host, inputs) {
    const event = await (0,read/* readEvent */.j)(host.environment);
    const git = (0,git_git/* openGit */.z)({
        directory: host.directory,
        environment: host.environment,
        credentials: (0,git_git/* tokenCredentials */.w)(event.serverUrl, inputs.token),
        signal: host.signal,
    });
    return {
        git,
        event,
        log: host.log,
        lastReleases: (0,release_port/* releasePort */.R)({ git, actions: host.actions, log: host.log }),
    };
}
//# sourceMappingURL=ports.js.map
// EXTERNAL MODULE: ./.cache/bundles/runner/annotations.js
var annotations = __webpack_require__(3387);
// EXTERNAL MODULE: ./.cache/bundles/runner/markdown.js
var markdown = __webpack_require__(20104);
;// CONCATENATED MODULE: ./.cache/bundles/actions/plan/report.js



/** A picture with more nodes than this can't be read. */
const PICTURE_LIMIT = 50;
/** Services that the headline names. */
const NAMED = 8;
function report(result) {
    const names = result.services.map(({ service }) => service);
    const entries = result.shards.flatMap(({ include }) => include);
    return {
        headline: headline(result),
        markdown: report_markdown(result),
        outputs: {
            services: JSON.stringify(names),
            matrix: entries.length > MATRIX_LIMIT ? "" : JSON.stringify({ include: entries }),
            "has-services": String(names.length > 0),
            count: String(names.length),
            shards: JSON.stringify(result.shards),
            "e2e-matrix": result.e2e.length > MATRIX_LIMIT ? "" : JSON.stringify({ include: result.e2e }),
            real: JSON.stringify(result.real),
            doubles: JSON.stringify(result.doubles),
            "base-resolved": String(result.baseResolved),
        },
        exitCode: 0,
    };
}
function headline({ services, total, comparedWith }) {
    if (services.length === 0)
        return `No service is due (compared with: ${comparedWith})`;
    const named = services.slice(0, NAMED).map(({ service }) => service);
    const more = services.length > NAMED ? ` and ${services.length - NAMED} more` : "";
    const verb = services.length === 1 ? "service is" : "services are";
    return `${services.length} of ${Math.max(total, services.length)} ${verb} due: ${named.join(", ")}${more} (compared with: ${comparedWith})`;
}
function report_markdown(result) {
    const parts = [`### plan: ${(0,markdown/* escapeMarkdown */.FV)(headline(result))}`];
    if (!result.baseResolved)
        parts.push("**The base could not be found: what has no base is taken as changed.**");
    if (result.services.length > 0) {
        parts.push((0,markdown/* table */.tp)(["service", "change", "distance", "because"], result.services.map(({ service, change, distance, because }) => [
            (0,markdown/* code */.aY)(service),
            change,
            String(distance),
            because.map((each) => (0,markdown/* code */.aY)(each)).join(" → "),
        ])));
    }
    if (result.services.length > 1 && result.services.length < PICTURE_LIMIT)
        parts.push(picture(result));
    if (result.ignored.length > 0)
        parts.push(`Only ignored files changed in: ${result.ignored.map((each) => (0,markdown/* code */.aY)(each)).join(", ")}.`);
    if (result.real.length > 0) {
        const doubled = result.doubles.map(({ service, double }) => `${(0,markdown/* code */.aY)(service)} (${(0,markdown/* code */.aY)(double)})`);
        const rest = doubled.length === 0 ? "" : `; doubles stand in for ${doubled.join(", ")}`;
        parts.push(`An end-to-end run starts ${result.real.map((each) => (0,markdown/* code */.aY)(each)).join(", ")}${rest}.`);
    }
    if (result.unowned.length > 0) {
        parts.push((0,markdown/* details */.zH)(`${result.unowned.length} changed files of no service`, result.unowned.map((each) => `- ${(0,markdown/* code */.aY)(each)}`).join("\n")));
    }
    if (result.problems.length > 0) {
        const lines = (0,annotations/* problemLines */.pb)(result.problems).map((line) => `- ${(0,markdown/* escapeMarkdown */.FV)(line)}`);
        parts.push((0,markdown/* details */.zH)(`${result.problems.length} problems`, lines.join("\n")));
    }
    return `${parts.join("\n\n")}\n`;
}
/** An arrow leads from the one that uses to the one that is used; changed services have a thick border. */
function picture({ services, edges }) {
    const ids = new Map(services.map(({ service }, index) => [service, `s${index}`]));
    const lines = services.map(({ service }) => `  ${ids.get(service)}["${mermaidText(service)}"]`);
    for (const { from, to, kind, via } of edges) {
        const label = kind === "build" ? "builds from" : via;
        lines.push(`  ${ids.get(from)} -->|"${mermaidText(label)}"| ${ids.get(to)}`);
    }
    const changed = services.filter(({ distance }) => distance === 0).map(({ service }) => ids.get(service));
    if (changed.length > 0)
        lines.push("  classDef changed stroke-width:4px", `  class ${changed.join(",")} changed`);
    return `\`\`\`mermaid\nflowchart LR\n${lines.join("\n")}\n\`\`\``;
}
/** Mermaid's own escapes: nothing in a label can end it or the code block. */
function mermaidText(text) {
    return text.slice(0, 100).replace(/[^A-Za-z0-9 ._/-]/gu, (each) => `#${each.codePointAt(0)};`);
}
//# sourceMappingURL=report.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/plan/action.js




const planAction = {
    name: "plan",
    description: "Which services does this change affect, and what must run?",
    inputs: INPUTS,
    outputs: OUTPUTS,
    examples: [
        "sluice plan",
        "sluice plan --base origin/main --json",
        "sluice plan --base v1.4.0 --head main --depth all",
    ],
    parse: parseInputs,
    ports: planPorts,
    run: run,
    report: report,
};
//# sourceMappingURL=action.js.map

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

/***/ 20104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EQ: () => (/* binding */ cutLines),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/**
 * Markdown from foreign text: names of tests, branches and files come from people whom nobody knows, and
 * must neither break a table nor bring HTML, mentions or links into a summary.
 */
/** Text for a table's cell or a paragraph: one line, every character of Markdown and HTML inert. */
function escapeMarkdown(text) {
    return visible(text)
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;")
        .replace(/>/g, "&gt;")
        .replace(/[\\`*_{}[\]()#+!|~$-]/g, "\\$&")
        .replace(/@/g, "@\u200b")
        .replace(/:\/\//g, ":\u200b//");
}
/** Text as code in a table's cell: no backtick and no bar can end it. */
function code(text) {
    if (text === "")
        return "";
    const inert = visible(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
    return `<code>${inert.replace(/[|`*_[\]\\~$@:]/g, (each) => `&#${each.charCodeAt(0)};`)}</code>`;
}
/** A table; the cells are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
/** A folded part. `summary` is Markdown already and must hold no block. */
function details(summary, body) {
    return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
/** One line without control and bidirectional characters, which could show something else than what is there. */
function visible(text) {
    return (text
        .replace(/[\r\n\t]+/g, " ")
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
        .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd"));
}
/** Cut to at most `limit` bytes of UTF-8 at the end of a line, with a note of what is missing. */
function cutLines(text, limit) {
    if (Buffer.byteLength(text) <= limit)
        return text;
    const note = "\n\n…cut here: the whole is in the result file.\n";
    const budget = limit - Buffer.byteLength(note);
    const bytes = Buffer.from(text).subarray(0, Math.max(0, budget));
    const end = bytes.lastIndexOf(0x0a);
    return (end < 0 ? "" : bytes.subarray(0, end).toString("utf8")) + note;
}
//# sourceMappingURL=markdown.js.map

/***/ })

};
