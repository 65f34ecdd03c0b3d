export const id = 638;
export const ids = [638];
export const modules = {

/***/ 9638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  versionAction: () => (/* binding */ versionAction)
});

// EXTERNAL MODULE: ./.cache/bundles/registry/name.js
var registry_name = __webpack_require__(9025);
// EXTERNAL MODULE: ./.cache/bundles/runner/action.js
var action = __webpack_require__(7203);
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
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./.cache/bundles/catalog/load.js + 3 modules
var load = __webpack_require__(6729);
// EXTERNAL MODULE: ./.cache/bundles/catalog/repository.js
var repository = __webpack_require__(4616);
// EXTERNAL MODULE: ./.cache/bundles/context/read.js
var read = __webpack_require__(6396);
// EXTERNAL MODULE: ./.cache/bundles/git/commit-tree.js
var commit_tree = __webpack_require__(9289);
// EXTERNAL MODULE: ./.cache/bundles/git/git.js + 5 modules
var git_git = __webpack_require__(9907);
// EXTERNAL MODULE: ./.cache/bundles/git/publish.js
var publish = __webpack_require__(2414);
// EXTERNAL MODULE: ./.cache/bundles/git/push.js
var git_push = __webpack_require__(5265);
;// CONCATENATED MODULE: ./.cache/bundles/github/server.js
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
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 13 modules
var schemas = __webpack_require__(5491);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(3786);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(4371);
;// CONCATENATED MODULE: ./.cache/bundles/github/graphql.js



const ATTEMPTS = 3;
/** The longest that a rate limit is waited for, in milliseconds: a job costs money while it waits. */
const LONGEST_WAIT = 60_000;
const ANSWER_LIMIT = 1024 * 1024;
const answerSchema = schemas/* object */.Ikc({
    data: schemas/* unknown */.L5J().optional(),
    errors: schemas/* array */.YOg(schemas/* object */.Ikc({
        message: schemas/* string */.YjP(),
        type: schemas/* string */.YjP().optional().nullable(),
        extensions: schemas/* object */.Ikc({ code: schemas/* string */.YjP().optional() }).optional().nullable(),
    }))
        .optional()
        .nullable(),
});
/**
 * Sends one GraphQL request. Where a rate limit stops it, it is sent again after the time that the server names, up
 * to a minute; all else is told and never repeated here, since a mutation may have been done. Redirects are not
 * followed: they would carry the token elsewhere. No message holds the token.
 */
async function graphql(repository, query, variables, options) {
    const { connect, answer } = options.timeouts ?? { connect: 10_000, answer: 30_000 };
    const agent = new undici/* Agent */.g6({
        allowH2: false,
        connect: { timeout: connect },
        headersTimeout: answer,
        bodyTimeout: answer,
    });
    try {
        for (let attempt = 1;; attempt++) {
            const reply = await send(repository, JSON.stringify({ query, variables }), agent, options.signal);
            if ("failure" in reply)
                return reply;
            const result = judge(repository, reply, options.now());
            if (!("wait" in result))
                return result;
            if (attempt === ATTEMPTS || result.wait > LONGEST_WAIT)
                return { failure: { kind: "refused", error: rateLimited(repository, result.wait) } };
            await options.sleep(result.wait);
        }
    }
    finally {
        await agent.destroy();
    }
}
async function send(repository, body, dispatcher, signal) {
    let started = false;
    try {
        const answer = await (0,undici/* request */.Em)(repository.graphqlUrl, {
            dispatcher,
            method: "POST",
            headers: {
                authorization: `bearer ${repository.token}`,
                "content-type": "application/json",
                accept: "application/json",
                "user-agent": "sluice",
            },
            body,
            signal: signal ?? null,
        });
        started = true;
        const chunks = [];
        let size = 0;
        for await (const chunk of answer.body) {
            size += chunk.length;
            if (size > ANSWER_LIMIT)
                throw new Error("the answer is larger than 1 MiB");
            chunks.push(chunk);
        }
        return {
            status: answer.statusCode,
            header: (name) => [answer.headers[name]].flat()[0],
            text: Buffer.concat(chunks).toString("utf8"),
        };
    }
    catch (cause) {
        if (signal?.aborted === true)
            throw cause;
        const code = codeOf(cause);
        const unsent = !started && NO_CONNECTION.test(code ?? "");
        const words = code ?? (cause instanceof Error ? cause.message : "the connection failed");
        return {
            failure: {
                kind: unsent ? "unavailable" : "passing",
                error: apiError(repository, `gives no whole answer (${words})`, "Check the network, and run the step again."),
            },
        };
    }
}
/** Before any byte of the request left: names, connections and TLS that failed. */
const NO_CONNECTION = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|EPROTO|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;
function codeOf(error) {
    for (let each = error, depth = 0; each instanceof Error && depth < 4; each = each.cause, depth++) {
        const first = each instanceof AggregateError ? each.errors[0] : each;
        const code = first instanceof Error ? first.code : undefined;
        if (typeof code === "string")
            return code;
    }
    return undefined;
}
function judge(repository, reply, now) {
    const { status, text } = reply;
    const failed = (kind, words, hint) => ({
        failure: { kind, error: apiError(repository, words, hint) },
    });
    const parsed = parse(text);
    const said = messageOf(text);
    if (status === 401)
        return failed("refused", `does not accept the token${said}`, "Pass a valid token as 'token'.");
    if (status === 429 || (status === 403 && isLimit(reply)))
        return { wait: waitOf(reply, now) };
    if (status === 403)
        return failed("refused", `forbids it${said}`, permissionHint(reply));
    if (status === 404)
        return failed("unavailable", "does not exist", "Check GITHUB_GRAPHQL_URL.");
    if (status >= 300 && status < 400)
        return failed("refused", `answers with a redirect (${status}), which is not followed`, "Check GITHUB_GRAPHQL_URL.");
    if (status !== 200 || parsed === undefined)
        return failed(status < 500 && status !== 200 ? "refused" : "passing", status === 200
            ? "gave half an answer, or none that is GraphQL"
            : `answers with status ${status}${said}`, "Run the step again, and see https://www.githubstatus.com or your server's status.");
    const [first] = parsed.errors ?? [];
    if (first === undefined) {
        return parsed.data === undefined || parsed.data === null
            ? failed("passing", "answers without data", "Run the step again.")
            : { data: parsed.data };
    }
    if (first.type === "RATE_LIMITED")
        return { wait: waitOf(reply, now) };
    const words = `says: ${first.message.slice(0, 500)}`;
    if (first.extensions?.code === "undefinedField" || /doesn't exist on type 'Mutation'/.test(first.message))
        return failed("unavailable", words, "Update the server.");
    if (first.type === "FORBIDDEN" || /not accessible by|must have (push|write)/i.test(first.message))
        return failed("refused", words, permissionHint(reply));
    if (first.type === "NOT_FOUND")
        return failed("refused", words, "The token must be one that reads and writes this repository (contents: write).");
    if (/\brules?\b|protected|restricted/i.test(first.message))
        return failed("refused", words, "The repository's rules must let this token create these tags.");
    return failed("passing", words, "Run the step again.");
}
function parse(text) {
    try {
        return answerSchema.safeParse(JSON.parse(text)).data;
    }
    catch {
        return undefined;
    }
}
/** GitHub's `{"message": ...}` of an answer that is no GraphQL. */
function messageOf(text) {
    try {
        const found = schemas/* object */.Ikc({ message: schemas/* string */.YjP() }).safeParse(JSON.parse(text)).data;
        return found === undefined ? "" : `: ${found.message.slice(0, 500)}`;
    }
    catch {
        return "";
    }
}
function isLimit(reply) {
    return (reply.header("retry-after") !== undefined ||
        reply.header("x-ratelimit-remaining") === "0" ||
        /rate limit/i.test(reply.text.slice(0, 4096)));
}
/** GitHub, "Rate limits": retry-after in seconds, else the reset of a used-up limit, else at least a minute. */
function waitOf(reply, now) {
    const after = Number(reply.header("retry-after"));
    if (reply.header("retry-after") !== undefined && Number.isFinite(after) && after >= 0)
        return after * 1000;
    const reset = Number(reply.header("x-ratelimit-reset"));
    if (reply.header("x-ratelimit-remaining") === "0" && Number.isFinite(reset))
        return Math.max(0, reset * 1000 - now);
    return LONGEST_WAIT;
}
function permissionHint(reply) {
    const accepted = reply.header("x-accepted-github-permissions")?.slice(0, 200);
    const needed = accepted === undefined ? "" : ` The server asks for ${accepted}.`;
    return `The job needs 'permissions: contents: write', and the repository's rules must let it create these tags.${needed}`;
}
function rateLimited(repository, wait) {
    const seconds = Math.ceil(wait / 1000);
    return apiError(repository, `limits the rate of requests, for ${seconds} seconds more`, "Run the step again later, or use a token with a limit of its own.");
}
function apiError(repository, words, hint) {
    const text = `${new URL(repository.graphqlUrl).host} ${words}`.replaceAll(repository.token, "***");
    return new errors/* UserError */.yo("publish-failed", `The tags were not made through GitHub's API: ${text}`, {
        fault: "outside",
        hint: hint.replaceAll(repository.token, "***"),
    });
}
//# sourceMappingURL=graphql.js.map
;// CONCATENATED MODULE: ./.cache/bundles/github/update-refs.js



const REPOSITORY = "query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { id } }";
/** docs.github.com/graphql/reference/git: "if one of them is rejected, no other ref will be modified". */
const UPDATE = `mutation($repositoryId: ID!, $refUpdates: [RefUpdate!]!) {
	updateRefs(input: {repositoryId: $repositoryId, refUpdates: $refUpdates}) { clientMutationId }
}`;
const repositorySchema = schemas/* object */.Ikc({ repository: schemas/* object */.Ikc({ id: schemas/* string */.YjP() }) });
/**
 * Updates references through `updateRefs`: all of them or none, each only where it is at its expected value.
 * Undefined is success. A stale value and a broken server look alike ("passing"): read the references, and decide
 * by them.
 */
async function updateRefs(repository, updates, options) {
    const { owner, name } = repository;
    const found = await graphql(repository, REPOSITORY, { owner, name }, options);
    if ("failure" in found)
        return found.failure;
    const known = repositorySchema.safeParse(found.data).data;
    if (known === undefined)
        return { kind: "refused", error: unseen(repository) };
    const refUpdates = updates.map(({ ref, before, after }) => ({
        name: ref,
        // Zeros: there must be no such reference.
        beforeOid: before ?? "0".repeat(after.length),
        afterOid: after,
        // A moving tag may also come from a commit of another line.
        force: before !== null,
    }));
    const done = await graphql(repository, UPDATE, { repositoryId: known.repository.id, refUpdates }, options);
    return "failure" in done ? done.failure : undefined;
}
function unseen({ owner, name }) {
    return new errors/* UserError */.yo("publish-failed", `GitHub's API shows no repository ${owner}/${name} to this token`, {
        fault: "outside",
        hint: "The token must be one that reads and writes this repository (contents: write).",
    });
}
//# sourceMappingURL=update-refs.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/version/ports.js














async function versionPorts(host, inputs) {
    const event = await (0,read/* readEvent */.j)(host.environment);
    const git = (0,git_git/* openGit */.z)({
        directory: host.directory,
        environment: host.environment,
        credentials: (0,git_git/* tokenCredentials */.w)(event.serverUrl, inputs.token),
    });
    return {
        git,
        event,
        actions: host.actions,
        log: host.log,
        catalogue: async (state) => (0,load/* loadCatalogue */.O)((0,commit_tree/* commitTree */.S)(git.objects, state.head, async () => state.prefix), {
            configFile: inputs.configFile,
            repositoryName: await (0,repository/* repositoryName */.aR)(event, {
                directory: git.directory,
                remote: async () => state.origin,
            }),
        }),
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
            const path = (0,external_node_path_.join)(host.temporary, "sluice", `version.${(0,external_node_crypto_.randomUUID)()}.notes.md`);
            await (0,promises_.mkdir)((0,external_node_path_.join)(host.temporary, "sluice"), { recursive: true });
            await (0,promises_.writeFile)(path, text, { flag: "wx" });
            return path;
        },
    };
}
/** GitHub's API where origin is the run's own repository there, else git; git too where the API can't be used. */
async function refWriter(git, host, inputs) {
    const push = (0,git_push/* pushWriter */.a)(git);
    const repository = gitHubRepository({
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
var semver = __webpack_require__(2088);
// EXTERNAL MODULE: ./.cache/bundles/runner/annotations.js
var annotations = __webpack_require__(3387);
// EXTERNAL MODULE: ./.cache/bundles/runner/markdown.js
var markdown = __webpack_require__(104);
;// CONCATENATED MODULE: ./.cache/bundles/actions/version/report.js



/** Services that the headline names. */
const NAMED = 8;
/** Commits that the summary tells of one service; the result file has all. */
const TOLD = 50;
function report(result) {
    const refused = result.problems.some((each) => each.severity === "error");
    return {
        headline: headline(result, refused),
        markdown: report_markdown(result, refused),
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
        ? `; published ${published.length === 1 ? "1 tag" : `${published.length} tags`}`
        : dryRun && unpublished.length > 0
            ? `; would publish ${unpublished.join(", ")}`
            : "";
    const merging = mergeLine(services);
    return `${named.join(", ")}${more} (${context})${made}${merging === undefined ? "" : `. ${merging}`}`;
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
        parts.push((0,markdown/* details */.zH)(`${problems.length} problems`, lines.join("\n")));
    }
    return `${parts.join("\n\n")}\n`;
}
function trace({ service, base, gitTag, previousVersion, commits }) {
    const rows = commits
        .slice(0, TOLD)
        .map((each) => [
        (0,markdown/* code */.aY)(each.commit.slice(0, 12)),
        (0,markdown/* code */.aY)(each.header.slice(0, 200)),
        each.counted ? each.bump : "not counted",
        (0,markdown/* escapeMarkdown */.FV)(each.rule),
        each.files.map((file) => (0,markdown/* code */.aY)(file.slice(0, 200))).join(", "),
    ]);
    // Of a commit that carries its release, the commits that led to it are told.
    const from = base !== null && base.tag === gitTag ? previousVersion : base?.tag;
    const since = from === null || from === undefined ? "in all the history" : `since ${(0,markdown/* code */.aY)(from)}`;
    const left = commits.length > TOLD ? `\n\n${commits.length - TOLD} more are in the result file.` : "";
    return (0,markdown/* details */.zH)(`${(0,markdown/* code */.aY)(service)}: ${commits.length} commits ${since}`, `${(0,markdown/* table */.tp)(["commit", "title", "bump", "rule", "files"], rows)}${left}`);
}
//# sourceMappingURL=report.js.map
// EXTERNAL MODULE: ./.cache/bundles/git/state.js
var git_state = __webpack_require__(7616);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem.js
var problem = __webpack_require__(1806);
// EXTERNAL MODULE: ./.cache/bundles/versions/compute.js + 20 modules
var compute = __webpack_require__(8);
;// CONCATENATED MODULE: ./.cache/bundles/versions/release-notes.js

/** Commits that the notes of one service tell. */
const release_notes_TOLD = 200;
/** The sections, in order; a commit stands in the first that takes it. */
const SECTIONS = [
    { title: "Breaking changes", takes: ({ rule }) => rule.endsWith("!") || rule.startsWith("BREAKING") },
    { title: "Features", takes: ({ bump }) => bump === "minor" || bump === "major" },
    { title: "Fixes", takes: ({ rule }) => rule === "fix" || rule === "perf" },
    { title: "Other changes", takes: () => true },
];
/**
 * Release notes in Markdown, from the traces of the services that have a release here: the counted commits in the
 * order of history, newest first, by what they did. A commit that another took back is left out, and so is the
 * other. `repository` is the address that commits are linked to. Messages are foreign text, and inert here.
 */
function releaseNotes(services, repository) {
    const released = services.filter(({ gitTag }) => gitTag !== null);
    const several = released.length > 1;
    const parts = released.map((each) => {
        const title = several ? `## ${(0,markdown/* escapeMarkdown */.FV)(`${each.service} ${each.version}`)}\n\n` : "";
        return `${title}${notesOf(each, repository, several ? "###" : "##")}`;
    });
    return `${parts.join("\n\n")}\n`;
}
function notesOf({ commits }, repository, heading) {
    const counted = commits.filter((each) => each.counted && !each.rule.startsWith("reverted by"));
    const told = counted.slice(0, release_notes_TOLD);
    const sections = SECTIONS.map(({ title, takes }) => ({
        title,
        lines: told
            .filter((each) => SECTIONS.find((section) => section.takes(each))?.takes === takes)
            .map((each) => line(each, repository)),
    })).filter(({ lines }) => lines.length > 0);
    if (sections.length === 0)
        return "No counted commits.";
    const left = counted.length > release_notes_TOLD ? `\n\n… and ${counted.length - release_notes_TOLD} more commits.` : "";
    return sections.map(({ title, lines }) => `${heading} ${title}\n\n${lines.join("\n")}`).join("\n\n") + left;
}
/** `feat(cart)!: say hello` becomes `**cart:** say hello`; what is no header stays as it is. */
function line({ header, commit }, repository) {
    const match = /^[A-Za-z][\w-]*\s*(?:\(([^()]*)\))?\s*!?\s*(?:\([^()]*\))?\s*:\s*(\S.*)$/.exec(header.slice(0, 300));
    const scope = match?.[1]?.trim() ?? "";
    const text = (0,markdown/* escapeMarkdown */.FV)(match?.[2] ?? header.slice(0, 300));
    const short = commit.slice(0, 12);
    const reference = repository === undefined ? short : `[${short}](${repository}/commit/${commit})`;
    return `- ${scope === "" ? "" : `**${(0,markdown/* escapeMarkdown */.FV)(scope)}:** `}${text} (${reference})`;
}
//# sourceMappingURL=release-notes.js.map
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/errors.js
var classic_errors = __webpack_require__(961);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(7428);
// EXTERNAL MODULE: ./.cache/bundles/runner/inputs.js
var inputs = __webpack_require__(9088);
;// CONCATENATED MODULE: ./.cache/bundles/actions/version/planned.js




/** The part of `plan.result.v1` that is read here; readers ignore what they don't know. */
const planSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz("plan.result.v1"),
    services: schemas/* array */.YOg(schemas/* object */.Ikc({ service: schemas/* string */.YjP() })),
});
/** The services of a plan's result file. */
function plannedServices(text, file) {
    try {
        return planSchema.parse(JSON.parse(text)).services.map(({ service }) => service);
    }
    catch (cause) {
        const why = cause instanceof classic_errors/* ZodError */.G ? core_errors/* prettifyError */.S1(cause).split("\n")[0] : (0,errors/* errorMessage */.gJ)(cause);
        throw new errors/* UserError */.yo("plan-file-invalid", `The plan file is no result of plan: ${why}`, {
            file,
            input: "plan-file",
            cause,
            hint: "Pass the file of plan's output 'result-file', or the artifact that it was uploaded as.",
        });
    }
}
/** The services to version: the named ones, which must be among the planned ones where there is a plan. */
function chosenServices(named, planned) {
    if (named === undefined || planned === undefined)
        return named ?? planned;
    for (const service of named) {
        if (planned.includes(service))
            continue;
        throw new errors/* UserError */.yo("service-not-planned", `Input 'services' names '${service.slice(0, 100)}', which the plan of 'plan-file' does not have`, {
            input: "services",
            hint: `Leave it out of 'services', or leave out 'plan-file' to version it all the same.${(0,inputs/* didYouMean */.au)(service, planned)}`,
        });
    }
    return named;
}
/** A plan also holds services whose manifests its change deletes while their files remain: they have no version. */
function undeclaredProblems(planned, declared) {
    return planned
        .filter((service) => !declared.includes(service))
        .map((service) => (0,problem/* problem */.CC)("warning", "planned-without-manifest", `${service.slice(0, 100)} is in the plan and has no manifest at this commit, so it has no version`, { hint: "The plan says why it is due." }));
}
//# sourceMappingURL=planned.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/version/version.js







/** Computes the versions and, with `publish`, makes their tags: all of them or none. */
async function run(inputs, ports) {
    const { git, event, actions } = ports;
    const state = await (0,git_state/* repositoryState */.O)(git);
    (0,git_state/* refuseTreeless */.u)(state);
    const planned = inputs.planFile === undefined
        ? undefined
        : plannedServices(await ports.readPlan(inputs.planFile), inputs.planFile);
    const catalogue = await ports.catalogue(state);
    const wrong = (0,problem/* problemsAsError */.zh)(catalogue.problems);
    if (wrong !== undefined)
        throw wrong;
    const declared = catalogue.services.map(({ name }) => name);
    const chosen = chosenServices(inputs.services, planned);
    const services = inputs.services === undefined ? chosen?.filter((name) => declared.includes(name)) : chosen;
    const undeclared = undeclaredProblems(planned ?? [], declared);
    const many = (services ?? catalogue.services).length > 1;
    if (inputs.images !== undefined && many) {
        throw new errors/* UserError */.yo("images-ambiguous", "Input 'images' is given for several services", {
            input: "images",
            hint: "Name one service in 'services', or leave 'images' out: each service then has its own image.",
        });
    }
    const request = {
        git,
        state,
        catalogue,
        event,
        actions,
        services,
        named: inputs.services !== undefined,
        bump: inputs.bump,
        release: inputs.release,
        publish: inputs.publish,
        floating: inputs.floating,
        featureFormat: inputs.featureFormat,
        images: inputs.images,
    };
    const { computed, published } = await version_compute(request, inputs, ports);
    const problems = [...catalogue.problems, ...undeclared, ...computed.problems];
    const tags = [...computed.toPublish, ...computed.toMove].map(({ tag }) => tag);
    if (inputs.publish)
        await addPastTraces(request, computed);
    const notes = releaseNotes(computed.services, repositoryUrl(event));
    return {
        schema: "version.result.v1",
        context: computed.context,
        ref: computed.ref,
        commit: computed.commit,
        services: computed.services,
        published: [...(published ?? [])],
        dryRun: inputs.dryRun,
        notesFile: inputs.publish ? await ports.writeNotes(notes) : null,
        unpublished: published === undefined ? tags : [],
        problems,
    };
}
/** How often versions are computed anew because somebody else published in the meantime. */
const version_ATTEMPTS = 3;
/**
 * The versions, published where that was asked for. A race is computed anew from the tags as they are then, unless
 * the number was promised by `release`: builds may hold it already, so it can't become another.
 */
async function version_compute(request, inputs, ports) {
    for (let attempt = 1;; attempt++) {
        const computed = await (0,compute/* computeVersions */.z)(request);
        const tags = computed.toPublish.map(({ tag }) => tag);
        const count = tags.length + computed.toMove.length;
        const refused = [...request.catalogue.problems, ...computed.problems].some(({ severity }) => severity === "error");
        if (count === 0 || inputs.dryRun || refused)
            return { computed, published: undefined };
        try {
            const published = await ports.log.group(`Publishing ${count} tags`, () => ports.publish(tags, computed.toMove, computed.commit));
            return { computed, published };
        }
        catch (thrown) {
            if (!(thrown instanceof publish/* PublishRace */.nN) || inputs.release || attempt === version_ATTEMPTS)
                throw thrown;
            ports.log.info(`${thrown.message}. The versions are computed again.`);
        }
    }
}
/** Of a service whose release HEAD carries: the commits that led to it, for a run that is repeated. */
async function addPastTraces(request, computed) {
    const carried = computed.services.filter(({ service, gitTag, height }) => gitTag !== null && height === null && !computed.toPublish.some((each) => each.service === service));
    if (carried.length === 0)
        return;
    const before = await (0,compute/* computeVersions */.z)({
        ...request,
        services: carried.map(({ service }) => service),
        publish: false,
        release: false,
        beforeHead: true,
    }).catch((thrown) => {
        // A shallow clone tells its version by the tag alone; a trace is not worth a failure.
        if (thrown instanceof errors/* UserError */.yo)
            return undefined;
        throw thrown;
    });
    for (const each of carried) {
        const past = before?.services.find(({ service }) => service === each.service);
        if (past !== undefined)
            each.commits = past.commits;
    }
}
function repositoryUrl(event) {
    const { serverUrl, repository } = event;
    return serverUrl === undefined || repository === undefined ? undefined : `${serverUrl}/${repository}`;
}
//# sourceMappingURL=version.js.map
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
    run: run,
    report: report,
};
//# sourceMappingURL=action.js.map

/***/ }),

/***/ 4726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   RV: () => (/* binding */ verifyBytes),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   oP: () => (/* binding */ verifyingStream),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7075);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3786);



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
/** The digest of some bytes, `sha256:<hex>` unless another algorithm is named. */
function digestOf(bytes, algorithm = "sha256") {
    return `${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(bytes).digest("hex")}`;
}
/**
 * Checks bytes that were fetched by digest. `what` names them and their origin in the error.
 * @throws UserError `digest-mismatch`, `digest-unsupported`
 */
function verifyBytes(bytes, digest, what) {
    const found = digestOf(bytes, algorithmOf(digest, what));
    if (found !== digest)
        throw digestMismatch(what, digest, found);
}
/**
 * A stream that lets through exactly the bytes of `digest` and breaks otherwise: as soon as there are more
 * bytes than `size`, and at the end if there are fewer or their digest is another. The last chunk is held
 * back until all is verified, so whoever reads to the end has read verified bytes, and a wrong blob is
 * never completed at a destination.
 * @throws UserError `digest-mismatch`, `size-mismatch`, `digest-unsupported`
 */
function verifyingStream(digest, size, what) {
    const algorithm = algorithmOf(digest, what);
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm);
    let seen = 0;
    let held;
    return new node_stream__WEBPACK_IMPORTED_MODULE_1__.Transform({
        transform(chunk, _encoding, done) {
            seen += chunk.length;
            if (size !== undefined && seen > size) {
                done(sizeMismatch(what, size, `more than ${size}`));
                return;
            }
            hash.update(chunk);
            const ready = held;
            held = chunk;
            done(null, ready);
        },
        flush(done) {
            if (size !== undefined && seen !== size) {
                done(sizeMismatch(what, size, `${seen}`));
                return;
            }
            const found = `${algorithm}:${hash.digest("hex")}`;
            if (found !== digest) {
                done(digestMismatch(what, digest, found));
                return;
            }
            done(null, held);
        },
    });
}
function algorithmOf(digest, what) {
    const parsed = parseDigest(digest);
    if (parsed !== undefined)
        return parsed.algorithm;
    throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("digest-unsupported", `${what} has a digest that cannot be verified.`, {
        hint: "Only sha256 and sha512 digests are known.",
    });
}
function digestMismatch(what, expected, found) {
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("digest-mismatch", `${what} is not what its digest says: expected ${expected}, got ${found}.`, {
        hint: "The content is damaged or was exchanged. Nothing of it was used; push it anew, or look at what stands between.",
        fault: "outside",
    });
}
function sizeMismatch(what, expected, found) {
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("size-mismatch", `${what} should have ${expected} bytes and has ${found}.`, {
        hint: "The content is damaged or was cut off. Nothing of it was used; push it anew, or look at what stands between.",
        fault: "outside",
    });
}
//# sourceMappingURL=digest.js.map

/***/ }),

/***/ 9025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   PJ: () => (/* binding */ parseSource),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   j2: () => (/* binding */ formatSource),
/* harmony export */   l5: () => (/* binding */ parseRegistry),
/* harmony export */   nz: () => (/* binding */ apiHost)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3786);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4726);


const LAYOUT_PREFIX = "oci-layout:";
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
    const wrong = (reason) => invalid(text, reason, LAYOUT_FORM, input);
    checkText(text, wrong);
    const { rest, digest } = splitDigest(text.slice(LAYOUT_PREFIX.length), wrong);
    const { name: path, tag } = splitTag(rest, wrong);
    if (path === "")
        throw wrong("the folder is missing");
    const reference = { kind: "layout", path };
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
/** The name in full, with registry; what `parseReference` reads back as the same. */
function formatReference(reference) {
    const { registry, repository, tag, digest } = reference;
    return `${registry}/${repository}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
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
    if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDigest */ .m)(digest) === undefined) {
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
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("invalid-image-name", `The image name ${quote(text)} cannot be read: ${reason}.`, {
        hint: form,
        input,
    });
}
function quote(text) {
    const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
    return JSON.stringify(shown);
}
//# sourceMappingURL=name.js.map

/***/ })

};
