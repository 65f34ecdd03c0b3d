export const id = 9731;
export const ids = [9731];
export const modules = {

/***/ 49731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  versionAction: () => (/* binding */ versionAction)
});

// EXTERNAL MODULE: ./.cache/bundles/registry/name.js
var registry_name = __webpack_require__(79025);
// EXTERNAL MODULE: ./.cache/bundles/runner/action.js
var action = __webpack_require__(47203);
;// CONCATENATED MODULE: ./.cache/bundles/actions/version/inputs.js


/** The inputs and outputs of `version` (CONTRACT). */
const INPUTS = [
    ...action/* COMMON_INPUTS */.s,
    {
        name: "services",
        description: "Names of services: one per line, with commas, or a JSON array. [] means none. Default: all.",
    },
    {
        name: "plan-file",
        description: "The result file of `plan`: its services are versioned, or those of `services` among them.",
    },
    {
        name: "bump",
        description: "The least that is raised: patch, minor or major. It makes a new version of a service without a change only if the service is named in `services` or is the only one.",
    },
    {
        name: "release",
        description: "Promises the release's number to builds that bake it in; the image's tag stays unique until `publish`. With `publish` on a release or hotfix branch: makes the release.",
        default: "false",
    },
    {
        name: "publish",
        description: "Creates the git tags of these services at origin, all or none; on GitHub through its API. On push, schedule and workflow_dispatch of main, release and hotfix branches.",
        default: "false",
    },
    {
        name: "feature-format",
        description: "Versions of feature branches and pull requests: prerelease-and-metadata, or metadata-only (which ranges take for the last release).",
        default: "prerelease-and-metadata",
    },
    {
        name: "floating",
        description: "With `publish`: git moves the git tags of the release's MAJOR and MAJOR.MINOR (v1, v1.4) to it, where it is the highest of them. In the same update as the release's own tag. Default: none.",
        default: "none",
    },
    {
        name: "images",
        description: "Names of images, without a tag, to make references of. Default: the service's own image.",
    },
    { name: "dry-run", description: "Computes and checks everything, and creates no tag.", default: "false" },
    {
        name: "token",
        description: "Reads the remote's tags, and with `publish` creates tags (contents: write).",
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of a workflow
        expression: "${{ github.token }}",
        secret: true,
    },
];
const ONE = "Empty for several services.";
const OUTPUTS = [
    { name: "version", description: `The semantic version. ${ONE}` },
    { name: "release", description: `true for a release, also for a promised one. ${ONE}` },
    { name: "changed", description: "true when any of the services has a new version since its last release." },
    { name: "bump", description: `What the version raises: none, patch, minor or major. ${ONE}` },
    { name: "previous-version", description: `The last release before this version. ${ONE}` },
    { name: "git-tag", description: `The git tag that carries the version; empty where there is none. ${ONE}` },
    { name: "docker-tag", description: `The image's tag: one, bare and immutable. ${ONE}` },
    {
        name: "tags",
        description: `References to push, one per line, for docker/build-push-action; empty where the released image is used again. ${ONE}`,
    },
    { name: "labels", description: `org.opencontainers.image labels, one per line. ${ONE}` },
    { name: "annotations", description: `The same as annotations of the manifest. ${ONE}` },
    { name: "npm-version", description: `The version for npm, unique without build metadata. ${ONE}` },
    { name: "npm-dist-tag", description: `The dist-tag for npm publish --tag. ${ONE}` },
    { name: "slug", description: `The version for Kubernetes labels and DNS, at most 63 characters. ${ONE}` },
    { name: "major", description: `MAJOR. ${ONE}` },
    { name: "minor", description: `MINOR. ${ONE}` },
    { name: "patch", description: `PATCH. ${ONE}` },
    { name: "prerelease", description: `The prerelease part without its dash. ${ONE}` },
    { name: "metadata", description: `The build metadata without its plus sign. ${ONE}` },
    { name: "versions", description: "JSON: service to version." },
    {
        name: "changed-services",
        description: "Those of the services that have a new version, and so an image to build: a JSON array of names.",
    },
    {
        name: "notes-file",
        description: "With `publish`: the path of release notes in Markdown, made of the commits that led to the versions.",
    },
    ...action/* COMMON_OUTPUTS */.h,
];
function parseInputs(inputs) {
    const images = inputs.given("images") ? inputs.list("images", { commas: true }) : undefined;
    for (const image of images ?? [])
        (0,registry_name/* parseRepository */.SU)(image, "images");
    return {
        configFile: inputs.required("config-file"),
        services: inputs.given("services") ? [...new Set(inputs.list("services", { commas: true }))] : undefined,
        planFile: inputs.text("plan-file"),
        bump: inputs.choice("bump", ["patch", "minor", "major"]),
        release: inputs.boolean("release"),
        publish: inputs.boolean("publish"),
        floating: inputs.choice("floating", ["none", "git"]) === "git",
        featureFormat: inputs.choice("feature-format", ["prerelease-and-metadata", "metadata-only"]) ??
            "prerelease-and-metadata",
        images,
        dryRun: inputs.boolean("dry-run"),
        token: inputs.text("token"),
    };
}
//# sourceMappingURL=inputs.js.map
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./.cache/bundles/catalog/repository.js
var repository = __webpack_require__(24616);
// EXTERNAL MODULE: ./.cache/bundles/context/read.js
var read = __webpack_require__(6396);
// EXTERNAL MODULE: ./.cache/bundles/git/commit-tree.js
var commit_tree = __webpack_require__(19289);
// EXTERNAL MODULE: ./.cache/bundles/git/git.js + 5 modules
var git_git = __webpack_require__(29907);
// EXTERNAL MODULE: ./.cache/bundles/git/publish.js
var publish = __webpack_require__(2414);
// EXTERNAL MODULE: ./.cache/bundles/git/push.js
var git_push = __webpack_require__(55265);
// EXTERNAL MODULE: ./.cache/bundles/github/server.js
var server = __webpack_require__(96649);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/runner/young-generation.js
var young_generation = __webpack_require__(33592);
;// CONCATENATED MODULE: ./.cache/bundles/actions/version/ports.js












async function versionPorts(host, inputs) {
    const event = await (0,read/* readEvent */.j)(host.environment);
    const git = (0,git_git/* openGit */.z)({
        directory: host.directory,
        environment: host.environment,
        credentials: (0,git_git/* tokenCredentials */.w)(event.serverUrl, inputs.token),
        signal: host.signal,
    });
    void git.objects.begun();
    return {
        git,
        event,
        actions: host.actions,
        log: host.log,
        catalogue: async (state) => {
            // Before manifests and history are read, most of which is held; and not before the code was loaded.
            (0,young_generation/* keepYoungSmall */.f)();
            const { loadCatalogue } = await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(4006), __webpack_require__.e(8815), __webpack_require__.e(7882)]).then(__webpack_require__.bind(__webpack_require__, 47882));
            return loadCatalogue((0,commit_tree/* commitTree */.S)(git.objects, state.head, async () => state.prefix), {
                configFile: inputs.configFile,
                repositoryName: await (0,repository/* repositoryName */.aR)(event, {
                    directory: git.directory,
                    remote: async () => state.origin,
                }),
            });
        },
        readPlan: async (file) => {
            try {
                return await (0,promises_.readFile)((0,external_node_path_.resolve)(host.directory, file), "utf8");
            }
            catch (cause) {
                throw new errors/* UserError */.yo("plan-file-missing", `The plan file can't be read: ${(0,errors/* errorMessage */.gJ)(cause)}`, {
                    input: "plan-file",
                    cause,
                    hint: "Download the artifact of plan's result first, and give its path relative to the working directory.",
                });
            }
        },
        publish: async (tags, moving, commit) => (0,publish/* publishTags */.Vw)(git, tags, commit, { moving, write: await refWriter(git, host, inputs) }),
        writeNotes: async (text) => {
            const path = (0,external_node_path_.join)(host.temporary, "sluice", `version.${crypto.randomUUID()}.notes.md`);
            await (0,promises_.mkdir)((0,external_node_path_.join)(host.temporary, "sluice"), { recursive: true });
            await (0,promises_.writeFile)(path, text, { flag: "wx" });
            return path;
        },
    };
}
/** GitHub's API where origin is the run's own repository there, else git; git too where the API can't be used. */
async function refWriter(git, host, inputs) {
    const push = (0,git_push/* pushWriter */.a)(git);
    const repository = (0,server/* gitHubRepository */.W)({
        environment: host.environment,
        token: inputs.token,
        origin: await git.remote(),
    });
    if (repository === undefined)
        return push;
    const options = {
        sleep: (milliseconds) => (0,external_node_timers_promises_.setTimeout)(milliseconds, undefined, { signal: host.signal }),
        now: Date.now,
        signal: host.signal,
    };
    // Loaded only now: an HTTP client takes longer to load than most versions take to compute.
    const { updateRefs } = await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(6752), __webpack_require__.e(6424)]).then(__webpack_require__.bind(__webpack_require__, 46424));
    let failures = 0;
    return async (changes) => {
        if (failures > 0)
            await options.sleep(failures * 1000);
        const failure = await updateRefs(repository, changes, options);
        if (failure === undefined)
            return undefined;
        failures++;
        if (failure.kind === "unavailable") {
            host.log.info(`${failure.error.message}. The tags are pushed by git instead.`);
            return push(changes);
        }
        return { error: failure.error, passing: failure.kind === "passing" };
    };
}
//# sourceMappingURL=ports.js.map
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./.cache/bundles/runner/annotations.js
var annotations = __webpack_require__(3387);
// EXTERNAL MODULE: ./.cache/bundles/runner/markdown.js
var markdown = __webpack_require__(20104);
;// CONCATENATED MODULE: ./.cache/bundles/actions/version/report.js



/** Services that the headline names. */
const NAMED = 8;
/** Characters of a title or a path; the result file has all. */
const WIDEST = 100;
/** Commits that the summary tells of one service; the result file has all. */
const TOLD = 50;
function report(result) {
    const refused = result.problems.some((each) => each.severity === "error");
    const merging = mergeLine(result.services);
    return {
        headline: `${headline(result, refused)}${merging === undefined || refused ? "" : `. ${merging}`}`,
        // Made when it is read: a terminal that asks for JSON has no use for it.
        get markdown() {
            return report_markdown(result, refused);
        },
        outputs: outputs(result),
        exitCode: refused ? 2 : 0,
    };
}
/** Outputs of one service are empty where there are several: one build's tags must not be another's. */
function outputs({ services, notesFile }) {
    const [first, second] = services;
    const one = second === undefined ? first : undefined;
    const parsed = one === undefined ? null : semver.parse(one.version);
    const text = (value) => String(value ?? "");
    const lines = (value) => (value ?? []).join("\n");
    return {
        version: text(one?.version),
        release: text(one?.release),
        changed: String(services.some(({ changed }) => changed)),
        bump: text(one?.bump),
        "previous-version": text(one?.previousVersion),
        "git-tag": text(one?.gitTag),
        "docker-tag": text(one?.dockerTag),
        tags: lines(one?.tags),
        labels: lines(one?.labels),
        annotations: lines(one?.annotations),
        "npm-version": text(one?.npmVersion),
        "npm-dist-tag": text(one?.npmDistTag),
        slug: text(one?.slug),
        major: text(parsed?.major),
        minor: text(parsed?.minor),
        patch: text(parsed?.patch),
        prerelease: text(parsed?.prerelease.join(".")),
        metadata: text(parsed?.build.join(".")),
        "changed-services": JSON.stringify(services.filter(({ changed }) => changed).map(({ service }) => service)),
        "notes-file": notesFile ?? "",
        versions: JSON.stringify(Object.fromEntries(services.map(({ service, version }) => [service, version]))),
    };
}
function headline({ services, published, context, problems, dryRun, unpublished }, refused) {
    const error = problems.find((each) => each.severity === "error");
    if (refused && error !== undefined)
        return `Nothing is published: ${error.message}`;
    if (services.length === 0)
        return "No service to version";
    const named = services.slice(0, NAMED).map(({ service, version }) => `${service} ${version}`);
    const more = services.length > NAMED ? ` and ${services.length - NAMED} more` : "";
    const made = published.length > 0
        ? `; published ${counted(published.length, "tag")}`
        : dryRun && unpublished.length > 0
            ? `; would publish ${unpublished.join(", ")}`
            : "";
    return `${named.join(", ")}${more} (${context})${made}`;
}
/** On a pull request: what merging it releases. */
function mergeLine(services) {
    const releases = services.flatMap(({ service, afterMerge, previousVersion }) => {
        if (afterMerge === null)
            return [];
        const why = previousVersion === null ? "first release" : afterMerge.bump;
        return [`${service} ${afterMerge.version} (${why})`];
    });
    if (releases.length === 0)
        return undefined;
    const more = releases.length > NAMED ? ` and ${releases.length - NAMED} more` : "";
    return `Merging this releases ${releases.slice(0, NAMED).join(", ")}${more}`;
}
function report_markdown(result, refused) {
    const { services, published, problems, commit } = result;
    const parts = [`### version: ${(0,markdown/* escapeMarkdown */.FV)(headline(result, refused))}`];
    if (services.length > 0) {
        parts.push((0,markdown/* table */.tp)(["service", "version", "last release", "because"], services.map((each) => [
            (0,markdown/* code */.aY)(each.service),
            `${(0,markdown/* code */.aY)(each.version)}${each.changed ? "" : " (unchanged)"}`,
            each.previousVersion === null ? "none" : (0,markdown/* code */.aY)(each.previousVersion),
            each.because.map(markdown/* escapeMarkdown */.FV).join("; "),
        ])));
    }
    const merging = mergeLine(services);
    if (merging !== undefined)
        parts.push(`**${(0,markdown/* escapeMarkdown */.FV)(merging)}**`);
    const made = published.filter(({ before }) => before === null);
    const moved = published.filter(({ before }) => before !== null);
    if (made.length > 0)
        parts.push(`Published on ${(0,markdown/* code */.aY)(commit.slice(0, 12))}: ${made.map(({ ref }) => (0,markdown/* code */.aY)(ref)).join(", ")}.`);
    if (moved.length > 0) {
        const from = moved.map(({ ref, before }) => `${(0,markdown/* code */.aY)(ref)} from ${(0,markdown/* code */.aY)(before?.slice(0, 12) ?? "")}`);
        parts.push(`Moved to ${(0,markdown/* code */.aY)(commit.slice(0, 12))}: ${from.join(", ")}.`);
    }
    for (const each of services) {
        if (each.commits.length > 0)
            parts.push(trace(each));
    }
    if (problems.length > 0) {
        const lines = (0,annotations/* problemLines */.pb)(problems).map((line) => `- ${(0,markdown/* escapeMarkdown */.FV)(line)}`);
        parts.push((0,markdown/* details */.zH)(counted(problems.length, "problem"), lines.join("\n")));
    }
    return `${parts.join("\n\n")}\n`;
}
function counted(count, what) {
    return `${count} ${what}${count === 1 ? "" : "s"}`;
}
/** A longer title or path would make the table wider than any screen. */
function shortened(text) {
    return text.length <= WIDEST ? text : `${text.slice(0, WIDEST - 1)}…`;
}
function trace({ service, base, gitTag, previousVersion, commits }) {
    const rows = commits
        .slice(0, TOLD)
        .map((each) => [
        (0,markdown/* code */.aY)(each.commit.slice(0, 12)),
        (0,markdown/* code */.aY)(shortened(each.header)),
        each.counted ? each.bump : "not counted",
        (0,markdown/* escapeMarkdown */.FV)(each.rule),
        each.files.map((file) => (0,markdown/* code */.aY)(shortened(file))).join(", "),
    ]);
    // Of a commit that carries its release, the commits that led to it are told.
    const from = base !== null && base.tag === gitTag ? previousVersion : base?.tag;
    const since = from === null || from === undefined ? "in all the history" : `since ${(0,markdown/* code */.aY)(from)}`;
    const left = commits.length > TOLD ? `\n\n${commits.length - TOLD} more are in the result file.` : "";
    return (0,markdown/* details */.zH)(`${(0,markdown/* code */.aY)(service)}: ${counted(commits.length, "commit")} ${since}`, `${(0,markdown/* table */.tp)(["commit", "title", "bump", "rule", "files"], rows)}${left}`);
}
//# sourceMappingURL=report.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/version/action.js



const versionAction = {
    name: "version",
    description: "The semantic version and the tags of one service or of all of them.",
    inputs: INPUTS,
    outputs: OUTPUTS,
    examples: [
        "sluice version",
        "sluice version --services checkout --json",
        "sluice version --services checkout --bump minor --publish --dry-run",
    ],
    parse: parseInputs,
    ports: versionPorts,
    // Loaded only now: git has been started by then, and begins in the meantime.
    run: async (inputs, ports) => (await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(4006), __webpack_require__.e(298), __webpack_require__.e(193), __webpack_require__.e(3671), __webpack_require__.e(302)]).then(__webpack_require__.bind(__webpack_require__, 86212))).run(inputs, ports),
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

/***/ 2414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LH: () => (/* binding */ newerOnLine),
/* harmony export */   Vw: () => (/* binding */ publishTags),
/* harmony export */   nN: () => (/* binding */ PublishRace)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81637);
/* harmony import */ var _push_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55265);



/** Somebody else changed the tags in the meantime: what was computed from them does not hold any more. */
class PublishRace extends _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
}
/** How often the same changes are sent, where nothing at the remote speaks against them. */
const ATTEMPTS = 3;
/**
 * Creates lightweight tags on one commit at `origin` and moves others to it: all of them or none. Lightweight, so
 * that the same call makes the same object again and needs no committer. A tag of `tags` that already names the
 * commit is left as it is; one that names another is a PublishRace, and so is a moving tag that is not where it was
 * seen. The clone gets the tags too. After any failure the remote's tags decide, since an answer can get lost.
 */
async function publishTags(git, tags, commit, options = {}) {
    const { moving = [], write = (0,_push_js__WEBPACK_IMPORTED_MODULE_2__/* .pushWriter */ .a)(git) } = options;
    let changes = changesFor(await currentTags(git), tags, moving, commit);
    const published = [];
    for (let attempt = 1; changes.length > 0; attempt++) {
        const failure = await write(changes);
        const left = failure === undefined ? [] : changesFor(await currentTags(git), tags, moving, commit);
        if (failure !== undefined && left.length > 0) {
            // Somebody else may have made some of them on this very commit, so that the rest can be made now.
            const progress = left.length < changes.length;
            if (attempt === ATTEMPTS || (!progress && !failure.passing))
                throw failure.error;
        }
        if (left.length === 0)
            published.push(...changes);
        changes = left;
    }
    await keepLocally(git, tags, moving, commit);
    return published;
}
async function currentTags(git) {
    let output;
    try {
        output = (await git.run(["ls-remote", "--quiet", "--tags", "origin"])).stdout.toString("utf8");
    }
    catch (error) {
        if (!(error instanceof _process_js__WEBPACK_IMPORTED_MODULE_1__/* .GitError */ .XS))
            throw error;
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("remote-unreachable", `The tags of origin can't be read: ${error.stderr.slice(0, 2000)}`, { fault: "outside", hint: "Check the network and the token, and run the step again." });
    }
    const tags = new Map();
    for (const line of output.split("\n")) {
        const match = /^([0-9a-f]{40,64})\trefs\/tags\/(.+?)(\^\{\})?$/.exec(line);
        const [, hash, name, peeled] = match ?? [];
        if (hash === undefined || name === undefined)
            continue;
        // The peeled line follows that of the tag object.
        const object = peeled === undefined ? hash : (tags.get(name)?.object ?? hash);
        tags.set(name, { object, commit: hash });
    }
    return tags;
}
function changesFor(there, tags, moving, commit) {
    const changes = [];
    for (const tag of tags) {
        const found = there.get(tag);
        if (found === undefined)
            changes.push({ ref: `refs/tags/${tag}`, before: null, after: commit });
        else if (found.commit !== commit)
            throw taken(tag, found.commit, commit);
    }
    for (const { tag, before } of moving) {
        const found = there.get(tag);
        if (found?.commit === commit)
            continue;
        if ((found?.commit ?? null) !== before)
            throw movedMeanwhile(tag, before, found?.commit);
        changes.push({ ref: `refs/tags/${tag}`, before: found?.object ?? null, after: commit });
    }
    return changes;
}
/**
 * The commits above `commit` on the first-parent line of a branch's tip, newest first; undefined where it is not on
 * that line. The tip is fetched when it is not here.
 */
async function newerOnLine(git, commit, branch, tip) {
    if (tip === commit)
        return [];
    if ((await git.commit(tip)) === undefined)
        await fetchBranch(git, branch);
    if (!(await git.isAncestor(commit, tip)))
        return undefined;
    const parents = await git.parents(commit);
    const { stdout } = await git.run(["rev-list", "--first-parent", "--stdin", "--"], {
        input: `${tip}\n${parents.map((parent) => `^${parent}\n`).join("")}`,
    });
    const line = stdout.toString("utf8").split("\n");
    const at = line.indexOf(commit);
    return at < 0 ? undefined : line.slice(0, at);
}
async function fetchBranch(git, branch) {
    try {
        await git.fetch([`refs/heads/${branch}`]);
    }
    catch (error) {
        if (!(error instanceof _process_js__WEBPACK_IMPORTED_MODULE_1__/* .GitError */ .XS))
            throw error;
        const words = error.stderr.slice(0, 2000);
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("remote-unreachable", `The branch ${branch} can't be fetched from origin: ${words}`, {
            fault: "outside",
            // The cause's own words may hold a URL with a password.
            cause: new Error(words),
            hint: "Check the network and the token, and run the step again.",
        });
    }
}
function taken(tag, there, commit) {
    return new PublishRace("version-taken", `Tag ${tag} already stands on ${there.slice(0, 12)}, so it can't be made on ${commit.slice(0, 12)}`, {
        fault: "refused",
        hint: "Another commit was released under this number first. Build the newest commit of the branch, which gets the next number.",
    });
}
function movedMeanwhile(tag, before, now) {
    const at = (commit) => commit?.slice(0, 12) ?? "no commit";
    return new PublishRace("tag-moved", `Tag ${tag} was on ${at(before)} when the versions were computed, and is on ${at(now)} now`, { fault: "refused", hint: "Another release moved it. Run the step again: it reads the tags anew." });
}
/** Best effort: the remote is what counts. A release tag of the clone that stands elsewhere is left alone. */
async function keepLocally(git, tags, moving, commit) {
    const there = await git.objects.info(tags.map((tag) => `refs/tags/${tag}`));
    const lines = [
        ...tags
            .filter((_, index) => there[index] === undefined)
            .map((tag) => `create refs/tags/${tag} ${commit}`),
        ...moving.map(({ tag }) => `update refs/tags/${tag} ${commit}`),
    ];
    const write = (some) => git.run(["update-ref", "--stdin"], { input: `${some.join("\n")}\n`, allowed: [1, 128] });
    if (lines.length === 0 || (await write(lines)).code === 0)
        return;
    // One that stands in its way (`v1/x` before `v1`) holds back all of a transaction.
    if (lines.length > 1)
        for (const line of lines)
            await write([line]);
}
//# sourceMappingURL=publish.js.map

/***/ }),

/***/ 55265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ pushWriter)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81637);


/** Writes references at `origin` by one atomic push with a lease for each. */
function pushWriter(git) {
    return async (changes) => {
        try {
            await git.run([
                "push",
                "--quiet",
                "--atomic",
                "--no-verify",
                "--no-follow-tags",
                "--recurse-submodules=no",
                ...changes.map(({ ref, before }) => `--force-with-lease=${ref}:${before ?? ""}`),
                "origin",
                "--",
                ...changes.map(({ ref, after }) => `${after}:${ref}`),
            ]);
            return undefined;
        }
        catch (error) {
            if (error instanceof _process_js__WEBPACK_IMPORTED_MODULE_1__/* .GitError */ .XS)
                return { error: pushError(error), passing: false };
            throw error;
        }
    };
}
function pushError(cause) {
    const words = cause.stderr.slice(0, 2000);
    const forbidden = /403|denied|not allowed|permission|GH013|protected/i.test(words);
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("publish-failed", `The tags were not made at origin: ${words}`, {
        fault: "outside",
        // The cause's own words may hold a URL with a password.
        cause: new Error(words),
        hint: forbidden
            ? "The job needs 'permissions: contents: write', and the repository's rules must let it create these tags."
            : "Nothing was made: run the step again.",
    });
}
//# sourceMappingURL=push.js.map

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
