export const id = 541;
export const ids = [541];
export const modules = {

/***/ 9922:
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
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(3786);
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
        description: "Creates the git tags of these services at origin, all or none. On push, schedule and workflow_dispatch of main, release and hotfix branches.",
        default: "false",
    },
    {
        name: "feature-format",
        description: "Versions of feature branches and pull requests: prerelease-and-metadata, or metadata-only (which ranges take for the last release).",
        default: "prerelease-and-metadata",
    },
    {
        name: "floating",
        description: "Moving git tags such as v1 and v1.4: none, or git (later).",
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
    ...action/* COMMON_OUTPUTS */.h,
];
function parseInputs(inputs) {
    if (inputs.choice("floating", ["none", "git"]) === "git") {
        throw new errors/* UserError */.yo("input-not-supported", "Input 'floating' is git, which is not supported yet", {
            input: "floating",
            hint: "Remove 'floating', or write none.",
        });
    }
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
        featureFormat: inputs.choice("feature-format", ["prerelease-and-metadata", "metadata-only"]) ??
            "prerelease-and-metadata",
        images,
        dryRun: inputs.boolean("dry-run"),
        token: inputs.text("token"),
    };
}
//# sourceMappingURL=inputs.js.map
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/bundles/catalog/load.js + 3 modules
var load = __webpack_require__(6729);
// EXTERNAL MODULE: ./.cache/bundles/catalog/repository.js
var repository = __webpack_require__(4616);
// EXTERNAL MODULE: ./.cache/bundles/context/read.js
var read = __webpack_require__(6396);
// EXTERNAL MODULE: ./.cache/bundles/git/git.js + 2 modules
var git_git = __webpack_require__(3493);
// EXTERNAL MODULE: ./.cache/bundles/git/publish.js
var publish = __webpack_require__(2414);
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
        catalogue: async (commit) => (0,load/* loadCatalogue */.O)(git.tree(commit), {
            configFile: inputs.configFile,
            repositoryName: await (0,repository/* repositoryName */.aR)(event, git),
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
        publish: (tags, commit) => (0,publish/* publishTags */.Vw)(git, tags, commit),
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
function outputs({ services }) {
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
    return `${named.join(", ")}${more} (${context})${made}`;
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
    if (published.length > 0)
        parts.push(`Published on ${(0,markdown/* code */.aY)(commit.slice(0, 12))}: ${published.map(({ ref }) => (0,markdown/* code */.aY)(ref)).join(", ")}.`);
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
function trace({ service, base, commits }) {
    const rows = commits
        .slice(0, TOLD)
        .map((each) => [
        (0,markdown/* code */.aY)(each.commit.slice(0, 12)),
        (0,markdown/* code */.aY)(each.header.slice(0, 200)),
        each.counted ? each.bump : "not counted",
        (0,markdown/* escapeMarkdown */.FV)(each.rule),
    ]);
    const since = base === null ? "in all the history" : `since ${(0,markdown/* code */.aY)(base.tag)}`;
    const left = commits.length > TOLD ? `\n\n${commits.length - TOLD} more are in the result file.` : "";
    return (0,markdown/* details */.zH)(`${(0,markdown/* code */.aY)(service)}: ${commits.length} commits ${since}`, `${(0,markdown/* table */.tp)(["commit", "title", "bump", "rule"], rows)}${left}`);
}
//# sourceMappingURL=report.js.map
// EXTERNAL MODULE: ./.cache/bundles/runner/problem.js
var problem = __webpack_require__(1806);
// EXTERNAL MODULE: ./.cache/bundles/versions/compute.js + 18 modules
var compute = __webpack_require__(9369);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 13 modules
var schemas = __webpack_require__(5491);
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
    const head = await git.head();
    const planned = inputs.planFile === undefined
        ? undefined
        : plannedServices(await ports.readPlan(inputs.planFile), inputs.planFile);
    const catalogue = await ports.catalogue(head);
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
    const computed = await (0,compute/* computeVersions */.z)({
        git,
        catalogue,
        event,
        actions,
        services,
        named: inputs.services !== undefined,
        bump: inputs.bump,
        release: inputs.release,
        publish: inputs.publish,
        featureFormat: inputs.featureFormat,
        images: inputs.images,
    });
    const problems = [...catalogue.problems, ...undeclared, ...computed.problems];
    const tags = computed.toPublish.map(({ tag }) => tag);
    const refused = problems.some((each) => each.severity === "error");
    const publishes = tags.length > 0 && !inputs.dryRun && !refused;
    const published = publishes
        ? await ports.log.group(`Publishing ${tags.length} tags`, () => ports.publish(tags, computed.commit))
        : [];
    return {
        schema: "version.result.v1",
        context: computed.context,
        ref: computed.ref,
        commit: computed.commit,
        services: computed.services,
        published: [...published],
        dryRun: inputs.dryRun,
        unpublished: publishes ? [] : tags,
        problems,
    };
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
