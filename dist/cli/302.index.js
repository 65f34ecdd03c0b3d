export const id = 302;
export const ids = [302];
export const modules = {

/***/ 86212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./.cache/bundles/git/publish.js
var publish = __webpack_require__(2414);
// EXTERNAL MODULE: ./.cache/bundles/git/state.js
var git_state = __webpack_require__(87616);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem.js
var problem = __webpack_require__(61806);
// EXTERNAL MODULE: ./.cache/bundles/versions/compute.js + 32 modules
var compute = __webpack_require__(13671);
// EXTERNAL MODULE: ./.cache/bundles/versions/context.js
var context = __webpack_require__(60133);
// EXTERNAL MODULE: ./.cache/bundles/runner/markdown.js
var markdown = __webpack_require__(20104);
;// CONCATENATED MODULE: ./.cache/bundles/versions/release-notes.js

/** Commits that the notes of one service tell. */
const TOLD = 200;
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
    const told = counted.slice(0, TOLD);
    const sections = SECTIONS.map(({ title, takes }) => ({
        title,
        lines: told
            .filter((each) => SECTIONS.find((section) => section.takes(each))?.takes === takes)
            .map((each) => line(each, repository)),
    })).filter(({ lines }) => lines.length > 0);
    if (sections.length === 0)
        return "No counted commits.";
    const left = counted.length > TOLD ? `\n\n… and ${counted.length - TOLD} more commits.` : "";
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
// EXTERNAL MODULE: ./.cache/bundles/versions/release-tags.js + 2 modules
var release_tags = __webpack_require__(1542);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/errors.js
var classic_errors = __webpack_require__(961);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(37428);
// EXTERNAL MODULE: ./.cache/bundles/runner/inputs.js
var inputs = __webpack_require__(69088);
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
        .map((service) => (0,problem/* problem */.C)("warning", "planned-without-manifest", `${service.slice(0, 100)} is in the plan and has no manifest at this commit, so it has no version`, { hint: "The plan says why it is due." }));
}
//# sourceMappingURL=planned.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/version/version.js









/** Computes the versions and, with `publish`, makes their tags: all of them or none. */
async function run(inputs, ports) {
    const { git, event, actions } = ports;
    const state = await (0,git_state/* repositoryState */.O)(git);
    (0,git_state/* refuseTreeless */.u)(state);
    // The remote answers, or the tags' files are read, while the catalogue is.
    const begunTags = (0,release_tags/* beginTags */.Rx)(git, { state, actions, others: (0,context/* pullRequestTips */.f)(event) });
    const planned = inputs.planFile === undefined
        ? undefined
        : plannedServices(await ports.readPlan(inputs.planFile), inputs.planFile);
    const catalogue = await ports.catalogue(state);
    const wrong = (0,problem/* problemsAsError */.z)(catalogue.problems);
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
    const { computed, published } = await version_compute({ ...request, begunTags }, inputs, ports);
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
const ATTEMPTS = 3;
/**
 * The versions, published where that was asked for. A race is computed anew from the tags as they are then, unless
 * the number was promised by `release`: builds may hold it already, so it can't become another.
 */
async function version_compute(request, inputs, ports) {
    for (let attempt = 1;; attempt++) {
        const computed = await (0,compute/* computeVersions */.z)(attempt === 1 ? request : { ...request, begunTags: undefined });
        const tags = computed.toPublish.map(({ tag }) => tag);
        const count = tags.length + computed.toMove.length;
        const refused = [...request.catalogue.problems, ...computed.problems].some(({ severity }) => severity === "error");
        if (count === 0 || !inputs.publish || inputs.dryRun || refused)
            return { computed, published: undefined };
        try {
            const published = await ports.log.group(`Publishing ${count === 1 ? "1 tag" : `${count} tags`}`, () => ports.publish(tags, computed.toMove, computed.commit));
            return { computed, published };
        }
        catch (thrown) {
            if (!(thrown instanceof publish/* PublishRace */.nN) || inputs.release || attempt === ATTEMPTS)
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

/***/ }),

/***/ 28835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yh: () => (/* binding */ isManifest),
/* harmony export */   e0: () => (/* binding */ MANIFEST),
/* harmony export */   k4: () => (/* binding */ discover)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14006);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69088);
/* harmony import */ var _runner_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61806);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48538);




/** Where the services are. Pure. */
/** The file that makes a folder a service. */
const MANIFEST = "sluice.service.yaml";
/** Whether a path is that of a manifest. */
function isManifest(path) {
    return (path.endsWith(MANIFEST) && (path.length === MANIFEST.length || path.at(-MANIFEST.length - 1) === "/"));
}
const MISNAMED = /(?<=^|\/)sluice\.service\.(yml|json)$/;
/** Folders of packages that others wrote; a manifest in there is theirs. */
const FOREIGN = new Set(["node_modules", "bower_components", "site-packages"]);
/** The manifests of a workspace: those that `services` names, or all. */
function discover(files, settings, yaml) {
    const problems = [];
    const found = files.files.filter((path) => isManifest(path) && isOwn(path));
    for (const path of files.files) {
        const name = MISNAMED.exec(path)?.[0];
        if (name === undefined || !isOwn(path))
            continue;
        const hint = `Rename it to ${MANIFEST}.`;
        problems.push((0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("error", "manifest-misnamed", `${name} is not read`, { file: path, hint }));
    }
    for (const path of files.links) {
        if (!isManifest(path) || !isOwn(path))
            continue;
        problems.push((0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("warning", "manifest-link", "This manifest is a symbolic link, which is not followed", {
            file: path,
            hint: "Put a file in its place: without one the folder is no service.",
        }));
    }
    if (settings.services === undefined)
        return { manifests: found, problems };
    if (settings.services.length === 0) {
        problems.push((0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("error", "services-empty", "'services' names no folder", {
            ...yaml?.place(["services"]),
            hint: "Name the folders of the services, or remove the key: then every manifest is found.",
        }));
    }
    const folders = found.map(_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .folderOf */ .yS);
    const chosen = new Set();
    for (const [index, written] of settings.services.entries()) {
        const place = yaml?.place(["services", index]) ?? {};
        const pattern = written.startsWith("!") ? undefined : (0,_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryPath */ .SH)(".", written);
        if (pattern === undefined) {
            problems.push((0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("error", "path-invalid", `'${written}' is no folder in the repository`, {
                ...place,
                hint: "Write folders of the repository, with globs such as services/*; there are no exceptions with !.",
            }));
            continue;
        }
        const matches = (0,_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .isGlob */ .fg)(pattern) ? picomatch__WEBPACK_IMPORTED_MODULE_3__(pattern, _paths_js__WEBPACK_IMPORTED_MODULE_2__/* .GLOB_OPTIONS */ .gu) : (path) => path === pattern;
        const matched = folders.filter((folder) => matches(folder));
        for (const folder of matched)
            chosen.add(folder);
        if (matched.length > 0)
            continue;
        problems.push((0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("error", "service-without-manifest", `'${written}' names no folder with a ${MANIFEST}`, {
            ...place,
            hint: `Add the manifest, or mend the path.${(0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(pattern, folders)}`,
        }));
    }
    for (const path of settings.services.length === 0 ? [] : found) {
        if (chosen.has((0,_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .folderOf */ .yS)(path)))
            continue;
        problems.push((0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("notice", "manifest-not-listed", "This manifest is not used: 'services' does not name its folder", {
            file: path,
            hint: `Add the folder to 'services' of ${yaml?.file ?? "the settings"} if it is a service.`,
        }));
    }
    return { manifests: found.filter((path) => chosen.has((0,_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .folderOf */ .yS)(path))), problems };
}
function isOwn(path) {
    return !path.split("/").some((part) => FOREIGN.has(part));
}
//# sourceMappingURL=discover.js.map

/***/ }),

/***/ 29317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   qb: () => (/* binding */ thresholdsSchema),
/* harmony export */   rc: () => (/* binding */ manifestSchema)
/* harmony export */ });
/* unused harmony exports SERVICE_NAME, endpointSchema, levelSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

/**
 * `sluice.service.yaml` as people write it. The one source of the types and of
 * `schema/sluice.service.v1.json`. Unknown keys are errors, keys that begin with `x-` are free.
 */
/** What a service may be called; it stands in tags, paths and Kubernetes names. */
const SERVICE_NAME = /^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/;
const name = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(SERVICE_NAME, "use lower-case letters, digits, '.', '_' and '-', at most 63 characters");
const path = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1);
const duration = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^\d+(s|m|h)$/, "write seconds as a number, or 90s, 10m, 1h")])
    .describe("Seconds as a number, or text such as 90s, 10m, 1h.");
const version = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, "write a full version such as 2.3.0")
    .describe("A strict semantic version.");
const range = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).describe("A semver range, such as ^1.2; a bare 2 means ^2.");
const percent = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).max(100);
const command = {
    run: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).describe("The command, for bash -eo pipefail -c, in the service's folder."),
    shell: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .min(1)
        .optional()
        .describe("Another shell, such as `sh -e -c`; the command is its last argument."),
    timeout: duration.optional(),
    env: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
    retries: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0).max(10).optional(),
};
const endpointSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1), zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej(command)]);
const levelSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        ...command,
        results: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([path, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(path)])
            .optional()
            .describe("Globs of test reports, relative to the service."),
        coverage: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([path, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(path)])
            .optional()
            .describe("Globs of coverage reports, relative to the service."),
    }),
]);
const thresholdsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    lines: percent.optional(),
    branches: percent.optional(),
    functions: percent.optional(),
    patch: percent.optional().describe("Of the lines that the change adds."),
    file: percent.optional().describe("Of each file."),
    ratchet: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), percent])
        .optional()
        .describe("Not below the base; a number allows that drop."),
});
const apiOrTopic = { api: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional(), topic: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional() };
const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name,
    owner: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional(),
    image: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional().describe("The image's repository, without a tag."),
    inputs: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(path)
        .optional()
        .describe("Besides the folder itself; a leading / is the repository's root."),
    "builds-from": zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(name).optional().describe("Services whose inputs are inputs of this one too."),
    ignore: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional().describe("gitignore patterns; changes there make no new version."),
    build: endpointSchema.optional(),
    test: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
        zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
        zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ thresholds: thresholdsSchema.optional() }).catchall(levelSchema),
    ]),
    deploy: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1), zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({})]).optional(),
    promote: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
        endpointSchema,
        zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ tags: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(), "move-tags": zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional() }),
    ])
        .optional(),
    start: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        ...command,
        port: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).max(65535).optional(),
        ready: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional().describe("The path that answers 200 when the service is ready."),
    })
        .optional(),
    provides: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ...apiOrTopic, version, spec: path.optional() })).optional(),
    uses: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        ...apiOrTopic,
        version: range,
        env: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional(),
        double: path.optional(),
        optional: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    }))
        .optional(),
    data: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        db: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
        schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
        engine: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional(),
        access: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["owner", "read", "write"]),
        migrate: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional(),
        migrations: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(path)
            .optional()
            .describe("Paths whose change makes every user of this schema due; default: migrations/ of the owner."),
    }))
        .optional(),
    config: path.optional(),
});
//# sourceMappingURL=manifest.js.map

/***/ }),

/***/ 48538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ FileList),
/* harmony export */   Hy: () => (/* binding */ upwards),
/* harmony export */   SH: () => (/* binding */ repositoryPath),
/* harmony export */   fg: () => (/* binding */ isGlob),
/* harmony export */   gu: () => (/* binding */ GLOB_OPTIONS),
/* harmony export */   ux: () => (/* binding */ within),
/* harmony export */   xv: () => (/* binding */ GLOB_LIMIT),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14006);

/** Paths as people write them in a manifest, as repository paths. Pure. */
/** The options of every glob of the suite: names with a leading dot are files like others, case counts. */
const GLOB_OPTIONS = { dot: true, nocase: false, nonegate: true };
/** A glob above this is refused: nobody writes one, and matching would be slow. */
const GLOB_LIMIT = 1000;
/**
 * The repository path of what is written in a file of `folder`: relative to it, or with a leading `/` to the
 * repository's root. Undefined where it leads out of the repository or is no path at all. Globs may be in it.
 */
function repositoryPath(folder, written) {
    if (written.trim() === "" || written.length > GLOB_LIMIT || /[\0\n\r\\]/.test(written))
        return undefined;
    const parts = written.startsWith("/") || folder === "." ? [] : folder.split("/");
    for (const part of written.split("/")) {
        if (part === "" || part === ".")
            continue;
        if (part !== "..")
            parts.push(part);
        else if (parts.pop() === undefined)
            return undefined;
    }
    return parts.length === 0 ? "." : parts.join("/");
}
/** True where the path is a pattern for others. */
function isGlob(path) {
    return picomatch__WEBPACK_IMPORTED_MODULE_0__.scan(path).isGlob;
}
/** The folder part of a path, `.` for what lies in the root. */
function folderOf(path) {
    const slash = path.lastIndexOf("/");
    return slash < 0 ? "." : path.slice(0, slash);
}
/** `path` as seen from `folder`, where it lies in it; undefined elsewhere. */
function within(folder, path) {
    if (folder === ".")
        return path;
    return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
/** The path itself and the folders that hold it, up to and with the root `.`. */
function* upwards(path) {
    for (let at = path; at !== "."; at = folderOf(at))
        yield at;
    yield ".";
}
/** Questions to a sorted list of files without an index of its own: two searches each. */
class FileList {
    files;
    /** Symbolic links, which nothing follows. */
    links;
    #globs = new Map();
    /** `files` sorted by code units, as `FileTree.list` gives them. */
    constructor(files, links = []) {
        this.files = files;
        this.links = new Set(links);
    }
    /** The link that a path is, or that it lies behind. */
    linkOn(path) {
        for (const each of upwards(path))
            if (this.links.has(each))
                return each;
        return undefined;
    }
    isFile(path) {
        return this.files[this.#first(path)] === path;
    }
    /** True where files lie below the path. */
    isFolder(path) {
        if (path === ".")
            return this.files.length > 0;
        return this.files[this.#first(`${path}/`)]?.startsWith(`${path}/`) === true;
    }
    /** Whether a path or a glob names anything. */
    has(path) {
        return isGlob(path) ? this.#matches(path) : this.isFile(path) || this.isFolder(path);
    }
    /** Names beside a path that does not exist, for a did-you-mean. */
    *besides(path) {
        const folder = folderOf(path);
        const prefix = folder === "." ? "" : `${folder}/`;
        let last;
        for (let index = this.#first(prefix); index < this.files.length; index++) {
            const file = this.files[index] ?? "";
            if (!file.startsWith(prefix))
                return;
            const name = prefix + (file.slice(prefix.length).split("/")[0] ?? "");
            if (name !== last)
                yield name;
            last = name;
        }
    }
    #matches(glob) {
        const known = this.#globs.get(glob);
        if (known !== undefined)
            return known;
        const { base } = picomatch__WEBPACK_IMPORTED_MODULE_0__.scan(glob);
        const prefix = base === "" || base === "." ? "" : `${base}/`;
        const matches = picomatch__WEBPACK_IMPORTED_MODULE_0__(glob, GLOB_OPTIONS);
        let found = false;
        for (let index = this.#first(prefix); index < this.files.length && !found; index++) {
            const file = this.files[index] ?? "";
            if (!file.startsWith(prefix))
                break;
            for (const each of upwards(file))
                found ||= each !== "." && matches(each);
        }
        this.#globs.set(glob, found);
        return found;
    }
    /** The index of the first file that is not below `text` in order. */
    #first(text) {
        let low = 0;
        let high = this.files.length;
        while (low < high) {
            const middle = (low + high) >>> 1;
            if ((this.files[middle] ?? "") < text)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
//# sourceMappingURL=paths.js.map

/***/ }),

/***/ 61341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ VERSION_DEFAULTS),
/* harmony export */   d: () => (/* binding */ settingsSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29317);


/** `sluice.yaml` as people write it; the one source of the types and of `schema/sluice.v1.json`. */
const percent = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(100);
const patterns = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1));
const settingsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    services: patterns
        .optional()
        .describe("Folders of services, with globs; default: every folder with a manifest."),
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        tag: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
            .min(1)
            .optional()
            .describe("The form of a release tag: {service}/v{version} or v{version}."),
        main: patterns.optional(),
        release: patterns.optional(),
        hotfix: patterns.optional(),
        initial: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).optional(),
    })
        .optional(),
    gate: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        thresholds: _manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .thresholdsSchema */ .qb.optional(),
        total: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
            lines: percent.optional(),
            branches: percent.optional(),
            functions: percent.optional(),
        })
            .optional(),
        "patch-floor": zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0).optional(),
        exclude: patterns.optional(),
        infrastructure: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
            action: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["hold", "close"]).optional(),
            patterns: patterns.optional(),
            "max-share": zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(1).optional(),
            "max-count": zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0).optional(),
        })
            .optional(),
        quarantine: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
            test: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
            service: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
            level: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
            owner: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
            until: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
            reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
        }))
            .optional(),
    })
        .optional(),
    environments: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
        registry: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
        require: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).optional(),
    }))
        .optional(),
    unowned: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["all", "none", "warn"]).optional(),
});
/** The defaults of CONTRACT for what `sluice.yaml` leaves out. */
const VERSION_DEFAULTS = {
    main: ["main", "master"],
    release: ["release/*"],
    hotfix: ["hotfix/*"],
    initial: "0.1.0",
};
//# sourceMappingURL=settings.js.map

/***/ })

};
