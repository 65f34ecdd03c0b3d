export const id = 8407;
export const ids = [8407,639];
export const modules = {

/***/ 15892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  promoteAction: () => (/* binding */ promoteAction)
});

// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/runner/inputs.js
var runner_inputs = __webpack_require__(69088);
;// CONCATENATED MODULE: ./.cache/bundles/attest/requirement.js


const KINDS = ["gate", "signature", "attestation"];
/**
 * Reads `gate`, `signature`, `attestation` and `record:<environment>`, each once.
 * @throws UserError `invalid-require`
 */
function parseRequirements(words, place) {
    return [...new Set(words.map((word) => word.trim()))].map((word) => {
        const kind = KINDS.find((each) => each === word);
        if (kind !== undefined)
            return { kind };
        const environment = /^record:\s*(\S.*)$/.exec(word)?.[1];
        if (environment !== undefined)
            return { kind: "record", environment };
        throw new errors/* UserError */.yo("invalid-require", `What is required has ${(0,runner_inputs/* quote */.hD)(word)}, which is no evidence`, {
            ...place,
            hint: `Write gate, signature, attestation or record:ENVIRONMENT.${(0,runner_inputs/* didYouMean */.au)(word, KINDS)}`,
        });
    });
}
/** As it is written. */
function formatRequirement(requirement) {
    return requirement.kind === "record" ? `record:${requirement.environment}` : requirement.kind;
}
//# sourceMappingURL=requirement.js.map
// EXTERNAL MODULE: ./.cache/bundles/attest/signing-inputs.js + 1 modules
var signing_inputs = __webpack_require__(47194);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./.cache/bundles/attest/trust.js



const GITHUB_ISSUER = "https://token.actions.githubusercontent.com";
const INPUT = "trust";
const KEYS = ["issuer", "repository", "workflow", "ref", "key", "trusted-root"];
const MAX_SIGNERS = 50;
const EXAMPLE = "Write repository: acme/shop (with workflow: .github/workflows/deliver.yml and ref: refs/heads/main), or key: a public key in PEM or its path.";
const OWN_NAME = /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/;
const WORKFLOW = /^\.github\/workflows\/[^/@]+\.ya?ml$/;
/**
 * The signers of `trust`: one, or a list of them.
 * @throws UserError `invalid-trust`, with line and column
 */
function parseTrust(text) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { schema: "failsafe", prettyErrors: false, lineCounter: lines });
    const wrong = (message, at) => {
        const place = at === undefined ? undefined : lines.linePos(at);
        return new errors/* UserError */.yo("invalid-trust", `Input '${INPUT}' ${message}`, {
            hint: EXAMPLE,
            input: INPUT,
            line: place?.line,
            column: place?.col,
        });
    };
    const error = document.errors[0];
    if (error !== undefined)
        throw wrong(`is not valid YAML (${error.code})`, error.pos[0]);
    const root = document.contents;
    const items = (0,dist/* isSeq */.oP)(root) ? root.items : [root];
    if (items.length === 0 || items.length > MAX_SIGNERS)
        throw wrong(`names ${items.length} signers (1 to ${MAX_SIGNERS} are fine)`, start(root));
    return items.map((item) => {
        if (!(0,dist/* isMap */.jh)(item))
            throw wrong("holds something other than keys and values", start(item));
        return signerOf(valuesOf(item, wrong), start(item), wrong);
    });
}
function valuesOf(item, wrong) {
    const values = new Map();
    for (const pair of item.items) {
        const name = (0,dist/* isScalar */.jn)(pair.key) ? String(pair.key.value) : "";
        const known = KEYS.find((each) => each === name);
        if (known === undefined) {
            throw wrong(`has the unknown key ${(0,runner_inputs/* quote */.hD)(name)} (known: ${KEYS.join(", ")}).${(0,runner_inputs/* didYouMean */.au)(name, KEYS)}`, start(pair.key));
        }
        const value = (0,dist/* isScalar */.jn)(pair.value) ? String(pair.value.value ?? "").trim() : "";
        if (value === "")
            throw wrong(`has no text for ${known}`, start(pair.value) ?? start(pair.key));
        values.set(known, value);
    }
    return values;
}
function signerOf(values, at, wrong) {
    const trustedRoot = values.get("trusted-root");
    const key = values.get("key");
    if (key !== undefined) {
        const other = ["repository", "workflow", "ref", "issuer"].find((each) => values.has(each));
        if (other !== undefined)
            throw wrong(`gives one signer both key and ${other}: a key says nothing of a run`, at);
        const isPem = key.startsWith("-----BEGIN");
        if (isPem && key.includes("PRIVATE KEY"))
            throw wrong("holds a private key: the public one is meant here", at);
        return { kind: "key", key: isPem ? { pem: key } : { path: key }, trustedRoot };
    }
    const repository = repositoryOf(values.get("repository"), at, wrong);
    return {
        kind: "workflow",
        issuer: values.get("issuer") ?? GITHUB_ISSUER,
        repository: `${repository.server}/${repository.name}`,
        workflow: workflowOf(values.get("workflow"), repository, at, wrong),
        ref: refOf(values.get("ref"), at, wrong),
        trustedRoot,
    };
}
function repositoryOf(text, at, wrong) {
    if (text === undefined)
        throw wrong("gives a signer neither repository nor key", at);
    if (OWN_NAME.test(text))
        return { server: "https://github.com", name: text };
    const url = /^(https:\/\/[^/\s?#@]+)\/([^?#\s]+)$/.exec(text);
    if (url?.[1] !== undefined && url[2] !== undefined && OWN_NAME.test(url[2]))
        return { server: url[1], name: url[2] };
    throw wrong(`has the repository ${(0,runner_inputs/* quote */.hD)(text)}, which is neither owner/name nor its https address`, at);
}
/** The signing file: of the same repository, or `owner/name/.github/workflows/x.yml` where that is a reusable one. */
function workflowOf(text, { server, name }, at, wrong) {
    if (text === undefined)
        return undefined;
    if (WORKFLOW.test(text))
        return `${server}/${name}/${text}`;
    const [owner, repository, ...path] = text.split("/");
    if (OWN_NAME.test(`${owner}/${repository}`) && WORKFLOW.test(path.join("/")))
        return `${server}/${text}`;
    throw wrong(`has the workflow ${(0,runner_inputs/* quote */.hD)(text)}, which is neither .github/workflows/FILE.yml nor owner/name/.github/workflows/FILE.yml (its ref stands in ref)`, at);
}
function refOf(text, at, wrong) {
    if (text === undefined || /^refs\/(heads|tags)\/[^\s]+$/.test(text))
        return text;
    throw wrong(`has the ref ${(0,runner_inputs/* quote */.hD)(text)}, which is not written in full (refs/heads/main, refs/tags/v*)`, at);
}
function start(node) {
    return node?.range?.[0];
}
//# sourceMappingURL=trust.js.map
;// CONCATENATED MODULE: ./.cache/bundles/promotion/move-tags.js


/**
 * Patterns of tags that may come to point at another digest. `*` is the only special character: it matches any
 * run without a dot, an empty one too. A tag that is a version moves only if it is named in full. Pure.
 */
/**
 * `X.Y.Z` with or without `v`, prerelease and build metadata (`_` stands for `+` in a tag). Wider than SemVer
 * (leading zeros): what looks like a version is taken to be meant for good.
 */
const VERSION = /^v?\d+\.\d+\.\d+(?:[-_].*)?$/;
const PATTERN = /^[A-Za-z0-9_*][A-Za-z0-9_.*-]{0,255}$/;
/** Whether a tag may be moved. */
function mayMove(tag, patterns) {
    if (VERSION.test(tag))
        return patterns.includes(tag);
    return patterns.some((pattern) => matches(pattern, tag));
}
/**
 * Patterns as they were written, checked. `input` names the input, or else where they stand.
 * @throws UserError `invalid-tag-pattern`
 */
function checkPatterns(patterns, place) {
    for (const pattern of patterns) {
        if (PATTERN.test(pattern))
            continue;
        throw new errors/* UserError */.yo("invalid-tag-pattern", `${(0,runner_inputs/* quote */.hD)(pattern)} is no pattern of tags`, {
            ...place,
            hint: "Use letters, digits, '_', '.', '-', and '*' for any run of characters without a dot.",
        });
    }
}
/** A star never matches a dot, so the parts between dots match one by one. */
function matches(pattern, tag) {
    const patterns = pattern.split(".");
    const parts = tag.split(".");
    return patterns.length === parts.length && patterns.every((each, at) => matchesPart(each, parts[at] ?? ""));
}
/** From left to right, each piece at its first place: linear, whatever was written. */
function matchesPart(pattern, part) {
    const [first = "", ...rest] = pattern.split("*");
    const last = rest.pop();
    if (last === undefined)
        return part === first;
    if (!part.startsWith(first) || !part.endsWith(last) || part.length < first.length + last.length)
        return false;
    const end = part.length - last.length;
    let at = first.length;
    for (const piece of rest) {
        const found = part.indexOf(piece, at);
        if (found < 0 || found + piece.length > end)
            return false;
        at = found + piece.length;
    }
    return true;
}
//# sourceMappingURL=move-tags.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/digest.js
var registry_digest = __webpack_require__(54726);
// EXTERNAL MODULE: ./.cache/bundles/registry/endpoint.js + 1 modules
var endpoint = __webpack_require__(34158);
// EXTERNAL MODULE: ./.cache/bundles/runner/action.js
var action = __webpack_require__(47203);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./.cache/bundles/registry/name.js
var registry_name = __webpack_require__(79025);
;// CONCATENATED MODULE: ./.cache/bundles/promotion/destination.js




/** Where an image goes: its repository in an environment, and its tags there. Pure. */
/**
 * The repository of an image in an environment: the environment's registry, then the image's repository without
 * its first segment; one of a single segment is taken whole. `ghcr.io/acme/shop/cart` in `registry.internal/eu`
 * is `registry.internal/eu/shop/cart`.
 * @throws UserError `invalid-image-name`
 */
function repositoryIn(environment, image) {
    const segments = image.repository.split("/");
    const rest = segments.length === 1 ? segments : segments.slice(1);
    return (0,registry_name/* parseRepository */.SU)(`${environment.registry.replace(/\/+$/, "")}/${rest.join("/")}`);
}
/** A version as a tag: a tag can't hold the `+` of build metadata. */
function versionTag(version) {
    return version.replaceAll("+", "_");
}
/** Whether a template of a tag needs a value. */
function needsValue(templates, name) {
    return templates.some((template) => template.includes(`{${name}}`));
}
/**
 * Tags from their templates, without repetitions. `{version}` and `{sha}` are the only placeholders. `input` or
 * `file` say where the templates stand.
 * @throws UserError `invalid-tag`, `tag-placeholder`
 */
function expandTags(templates, values, place = { input: "tags" }) {
    const tags = templates.map((template) => {
        const tag = template.replace(/\{([^{}]*)\}/g, (whole, name) => {
            if (name !== "version" && name !== "sha") {
                throw new errors/* UserError */.yo("tag-placeholder", `The tag ${(0,runner_inputs/* quote */.hD)(template)} has the unknown placeholder ${whole}`, {
                    ...place,
                    hint: "Only {version} and {sha} stand for something.",
                });
            }
            const found = values[name];
            if ("value" in found)
                return found.value;
            throw new errors/* UserError */.yo("tag-placeholder", `The tag ${(0,runner_inputs/* quote */.hD)(template)} has no value for ${whole}: ${found.unknown}`, {
                ...place,
                hint: "Write the tag out, or leave it out.",
            });
        });
        if ((0,registry_name/* isTag */.dz)(tag))
            return tag;
        throw new errors/* UserError */.yo("invalid-tag", `${(0,runner_inputs/* quote */.hD)(tag)} is no tag`, {
            ...place,
            hint: "A tag has at most 128 letters, digits, _, . and -, and does not start with . or -.",
        });
    });
    return [...new Set(tags)];
}
/**
 * The highest release among the tags of a repository: what runs there by the tags alone. `templates` are those by
 * which the service is tagged (default `{version}`); prereleases and other tags don't count.
 */
function highestRelease(tags, templates) {
    const forms = (templates === undefined || templates.length === 0 ? ["{version}"] : templates)
        .filter((template) => template.split("{version}").length === 2 && !template.includes("{sha}"))
        .map((template) => template.split("{version}"));
    const releases = tags.flatMap((tag) => forms.flatMap(([before = "", after = ""]) => {
        if (!tag.startsWith(before) || !tag.endsWith(after))
            return [];
        const version = tag.slice(before.length, tag.length - after.length);
        return /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(version) && semver.valid(version) !== null
            ? [version]
            : [];
    }));
    return semver.rsort(releases)[0];
}
//# sourceMappingURL=destination.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/image-lines.js




/** @throws UserError `invalid-image-name`, `image-line`, `source-unnamed`, `destination-digest` */
function parseImageLines(lines) {
    return lines.map((line) => {
        const [source = "", destination, ...rest] = line.split("=>").map((part) => part.trim());
        if (rest.length > 0 || source === "" || destination === "") {
            throw new errors/* UserError */.yo("image-line", `The line ${(0,runner_inputs/* quote */.hD)(line)} of 'images' can't be read`, {
                input: "images",
                hint: "Write source => destination, or the source alone and the environment in 'to'.",
            });
        }
        return {
            source: namedSource(source),
            destination: destination === undefined ? undefined : namedDestination(destination),
        };
    });
}
function namedSource(text) {
    const source = (0,registry_name/* parseSource */.PJ)(text, "images");
    if (source.kind === "layout" || source.tag !== undefined || source.digest !== undefined)
        return source;
    throw new errors/* UserError */.yo("source-unnamed", `The source ${(0,runner_inputs/* quote */.hD)(text)} has neither a tag nor a digest`, {
        input: "images",
        hint: "Add :TAG or @sha256:DIGEST; latest is never assumed.",
    });
}
function namedDestination(text) {
    const destination = (0,registry_name/* parseDestination */.G2)(text, "images");
    if (destination.digest === undefined)
        return destination;
    throw new errors/* UserError */.yo("destination-digest", `The destination ${(0,runner_inputs/* quote */.hD)(text)} has a digest`, {
        input: "images",
        hint: "Write only the tag there: the digest is that of the source.",
    });
}
/** The set that the lines mean. */
function imageItems(lines, settings) {
    const { sha } = settings;
    if (settings.tags !== undefined && lines.every(({ destination }) => destination?.tag !== undefined)) {
        throw new errors/* UserError */.yo("tags-unused", "Input 'tags' is given, and every destination in 'images' has a tag of its own", {
            input: "tags",
            hint: "Leave 'tags' out, or write the destinations without a tag.",
        });
    }
    const tags = settings.tags === undefined
        ? []
        : expandTags(settings.tags, {
            version: { unknown: "an image has no version here; 'services' have" },
            sha: sha === undefined ? { unknown: "the commit is not known" } : { value: sha },
        });
    return lines.map(({ source, destination }) => ({
        service: undefined,
        source,
        expected: undefined,
        destination: destination === undefined
            ? defaultDestination(source, settings)
            : { registry: destination.registry, repository: destination.repository },
        tags: destination?.tag === undefined ? tags : [destination.tag],
        moveTags: settings.moveTags,
    }));
}
/** Whether the commit must be known for these tags. */
function needsCommit(tags) {
    return needsValue(tags ?? [], "sha");
}
function defaultDestination(source, { to }) {
    if (to === undefined) {
        throw new errors/* UserError */.yo("destination-missing", `${(0,registry_name/* formatSource */.j2)(source)} has no destination`, {
            input: "images",
            hint: "Write source => destination, or name an environment of sluice.yaml in 'to'.",
        });
    }
    if (source.kind === "registry")
        return repositoryIn(to, source);
    throw new errors/* UserError */.yo("destination-missing", `${(0,registry_name/* formatSource */.j2)(source)} has no destination: a folder names no repository`, {
        input: "images",
        hint: "Write oci-layout:PATH => destination.",
    });
}
//# sourceMappingURL=image-lines.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/versions.js



/** The input `versions`: lines of `service=version`, or a JSON object. Pure. */
/** @throws UserError `invalid-versions` */
function parseVersions(text) {
    if (text === undefined)
        return undefined;
    const versions = new Map();
    for (const [service, version] of text.trimStart().startsWith("{") ? fromObject(text) : fromLines(text)) {
        if (!isVersion(version)) {
            throw wrong(`${(0,runner_inputs/* quote */.hD)(version)} is no semantic version (of ${(0,runner_inputs/* quote */.hD)(service)})`, "Write it in full, such as 1.2.3.");
        }
        const other = versions.get(service);
        if (other !== undefined && other !== version) {
            throw wrong(`${(0,runner_inputs/* quote */.hD)(service)} has two versions, ${other} and ${version}`, "Leave one of the two out.");
        }
        versions.set(service, version);
    }
    return versions;
}
/**
 * Refuses names that no service has, which would be a typing error that goes unnoticed. Versions of services that
 * are not in the set are fine: the output of `version` holds all.
 */
function checkVersionNames(versions, services) {
    for (const service of versions.keys()) {
        if (services.includes(service))
            continue;
        throw wrong(`there is no service ${(0,runner_inputs/* quote */.hD)(service)}`, `Mend the name.${(0,runner_inputs/* didYouMean */.au)(service, services)}`);
    }
}
/** A service of the set is not among the versions: those that were given, or those of the commit. */
function missingVersion(service) {
    throw new errors/* UserError */.yo("version-missing", `There is no version for ${service}`, {
        input: "versions",
        hint: `Add a line ${service}=VERSION to 'versions', or leave 'versions' out for those of this commit.`,
    });
}
function fromLines(text) {
    return (0,runner_inputs/* parseList */.E1)("versions", text, { commas: true }).map((line) => {
        const [service = "", version, ...rest] = line.split("=").map((part) => part.trim());
        if (service === "" || version === undefined || rest.length > 0)
            throw wrong(`${(0,runner_inputs/* quote */.hD)(line)} can't be read`, "Write service=version, one per line.");
        return [service, version];
    });
}
function fromObject(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw wrong(`it is not JSON: ${cause.message}`, "Pass the output 'versions' of version as it is.");
    }
    return Object.entries(value).map(([service, version]) => {
        if (typeof version === "string")
            return [service, version];
        throw wrong(`the version of ${(0,runner_inputs/* quote */.hD)(service)} is no text`, 'Write {"service": "1.2.3"}.');
    });
}
function isVersion(text) {
    const parsed = semver.parse(text);
    if (parsed === null)
        return false;
    const build = parsed.build.length === 0 ? "" : `+${parsed.build.join(".")}`;
    return parsed.version + build === text;
}
function wrong(reason, hint) {
    return new errors/* UserError */.yo("invalid-versions", `Input 'versions': ${reason}`, { input: "versions", hint });
}
//# sourceMappingURL=versions.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/inputs.js











/** The inputs and outputs of `promote` (CONTRACT). */
const INPUTS = [
    ...action/* COMMON_INPUTS */.s,
    {
        name: "images",
        description: "Lines of `source [=> destination]`. A source has a tag or a digest, or is oci-layout:PATH[:tag]; a destination may be such a folder too, which is made. Without a destination the environment `to` gives it.",
    },
    { name: "services", description: "Names of services, instead of `images`: promotes the image of each." },
    {
        name: "versions",
        description: "The services' versions: lines of service=version, or JSON as the output `versions` of version gives it. Default: this commit's, by the version rules.",
    },
    {
        name: "from",
        description: "The environment that services come from. Without it: what the build of this commit left (its evidence in sluice-evidence, its image in sluice-image).",
    },
    {
        name: "to",
        description: "The environment that is promoted to. Required for `services`; destinations of `images` must lie in its registry. Destinations in an environment that requires evidence need it, or that evidence in `require`.",
    },
    {
        name: "tags",
        description: "Tags of destinations that name none; {version} and {sha} stand for the version and the commit. Default: for services what the manifest declares, or {version}; for images the source's tag.",
    },
    {
        name: "move-tags",
        description: "Patterns of tags that may come to point at another digest; * stands for anything without a dot. A full version moves only if it is named in full. Default: for services what the manifest declares, else none.",
    },
    {
        name: "platforms",
        description: "Only these platforms of an index, such as linux/amd64, as an index of its own with another digest. Not with `require`.",
    },
    {
        name: "referrers",
        description: "Whether what refers to an image (signatures, attestations) comes along.",
        default: "true",
    },
    {
        name: "require",
        description: "Evidence that must be attached to each source, besides what the environment `to` requires: gate, signature, attestation, record:<environment>.",
    },
    {
        name: "trust",
        description: "Whose signatures count for `require`. YAML: repository, workflow and ref of a run on GitHub, or key (PEM or a path); trusted-root (a path) for another sigstore instance. A list of several is fine.",
    },
    ...signing_inputs/* SIGNING_INPUTS */.ik,
    {
        name: "on-failure",
        description: "What happens to tags that were set when something fails: roll-back, or leave.",
        default: "roll-back",
    },
    {
        name: "heal",
        description: "Whether the contents of what is tagged already are looked at too, and completed.",
        default: "false",
    },
    {
        name: "concurrency",
        description: "Requests at once to one registry; fewer while it says that it is busy.",
        default: "16",
    },
    {
        name: "plan-digest",
        description: "The digest of a plan that a dry run has shown: only that plan is applied.",
    },
    {
        name: "journal",
        description: "The journal that a promotion left which was cut off; with `plan-digest` it goes on where that one stopped.",
    },
    {
        name: "dry-run",
        description: "Whether only to make the plan and show it. Nothing is written, so the right to write is not proved.",
        default: "false",
    },
    {
        name: "registry-auth",
        description: "Credentials, as docker/login-action takes them: a YAML list of registry, username, password. Default: Docker's configuration.",
        secret: true,
    },
    {
        name: "insecure-registries",
        description: "Registries besides those on loopback that are spoken to over http: host[:port].",
    },
];
const OUTPUTS = [
    { name: "outcome", description: "planned, promoted, unchanged, refused, rolled-back or residue." },
    {
        name: "digests",
        description: "JSON: the digest by service, or by destination repository without its host (by repository:tag where one gets several). Empty unless it ended well.",
    },
    { name: "bytes", description: "How many bytes were moved to destinations." },
    { name: "requests", description: "How many HTTP requests were made." },
    {
        name: "plan-digest",
        description: "Names the plan: each destination tag with its digest before and after.",
    },
    ...action/* COMMON_OUTPUTS */.h,
];
function parseInputs(inputs) {
    const moveTags = inputs.given("move-tags") ? inputs.list("move-tags", { commas: true }) : undefined;
    checkPatterns(moveTags ?? [], { input: "move-tags" });
    const tags = inputs.given("tags") ? inputs.list("tags", { commas: true }) : undefined;
    const planDigest = parsePlanDigest(inputs.text("plan-digest")?.trim());
    const journal = inputs.text("journal");
    if (journal !== undefined && planDigest === undefined) {
        throw new errors/* UserError */.yo("journal-without-plan", "Input 'journal' is given without 'plan-digest'", {
            input: "journal",
            hint: "Add the 'plan-digest' of the promotion that was cut off, or leave 'journal' out: the same command goes on from what is there.",
        });
    }
    const require = parseRequirements(inputs.list("require", { commas: true }), { input: "require" });
    const trustText = inputs.text("trust");
    const trust = trustText === undefined ? [] : parseTrust(trustText);
    if (require.length > 0 && trust.length === 0)
        throw trustMissing("Input 'require' is given");
    const platforms = inputs.list("platforms", { commas: true });
    if (platforms.length > 0 && require.length > 0)
        throw platformsAndRequire("Input 'require' is given too");
    return {
        configFile: inputs.required("config-file"),
        set: parseSet(inputs),
        tags: tags?.length === 0 ? undefined : tags,
        moveTags,
        referrers: inputs.boolean("referrers"),
        onFailure: inputs.choice("on-failure", ["roll-back", "leave"]) ?? "roll-back",
        heal: inputs.boolean("heal"),
        platforms,
        concurrency: inputs.integer("concurrency", 1) ?? 16,
        planDigest,
        journal,
        dryRun: inputs.boolean("dry-run"),
        require,
        trust,
        signing: (0,signing_inputs/* parseSigningInputs */.oo)(inputs),
        registryAuth: inputs.text("registry-auth"),
        insecureRegistries: (0,endpoint/* parseInsecureRegistries */.XT)(inputs.list("insecure-registries", { commas: true })),
    };
}
/** What was attested for an index says nothing of a part of it, which is another image. */
function platformsAndRequire(why) {
    return new errors/* UserError */.yo("platforms-and-require", `Input 'platforms' makes another image, and ${why}`, {
        input: "platforms",
        hint: "Leave out 'platforms' to promote what the evidence is about, or leave out what is required.",
    });
}
/** Evidence whose signer is not named proves nothing. */
function trustMissing(why) {
    return new errors/* UserError */.yo("trust-missing", `${why} without 'trust'`, {
        input: "trust",
        hint: "Name whose signatures count: repository: owner/name, with workflow and ref; or key.",
    });
}
function parseSet(inputs) {
    const from = inputs.text("from")?.trim();
    const to = inputs.text("to")?.trim();
    if (inputs.given("images") && inputs.given("services")) {
        throw new errors/* UserError */.yo("images-and-services", "Inputs 'images' and 'services' are both given", {
            input: "images",
            hint: "Give 'images' to promote images by name, or 'services' to promote the images of services.",
        });
    }
    if (inputs.given("services")) {
        const names = [...new Set(inputs.list("services", { commas: true }))];
        if (names.length === 0)
            throw emptySet("services");
        if (to === undefined) {
            throw new errors/* UserError */.yo("to-missing", "Input 'services' is given without 'to'", {
                input: "to",
                hint: "Name the environment of sluice.yaml that they are promoted to.",
            });
        }
        if (from === to) {
            throw new errors/* UserError */.yo("from-is-to", `Inputs 'from' and 'to' are the same environment, ${(0,runner_inputs/* quote */.hD)(to)}`, {
                input: "to",
                hint: "Name two environments, or leave 'from' out to promote what the build of this commit left.",
            });
        }
        return { kind: "services", names, versions: parseVersions(inputs.text("versions")), from, to };
    }
    if (!inputs.given("images")) {
        throw new errors/* UserError */.yo("set-missing", "Neither 'images' nor 'services' is given", {
            input: "images",
            hint: "Give 'images' (lines of source => destination), or 'services' with 'to'.",
        });
    }
    for (const name of ["versions", "from"]) {
        if (!inputs.given(name))
            continue;
        throw new errors/* UserError */.yo("only-with-services", `Input '${name}' is given with 'images'`, {
            input: name,
            hint: `Leave '${name}' out: a source is named in full. Or give 'services' instead of 'images'.`,
        });
    }
    const lines = parseImageLines(inputs.list("images"));
    if (lines.length === 0)
        throw emptySet("images");
    return { kind: "images", lines, to };
}
function emptySet(input) {
    return new errors/* UserError */.yo("set-empty", `Input '${input}' names nothing to promote`, {
        input,
        hint: "Name at least one, or skip this step with 'if:' when there is nothing to promote.",
    });
}
function parsePlanDigest(text) {
    if (text === undefined || (0,registry_digest/* isDigest */.Bc)(text))
        return text;
    throw new errors/* UserError */.yo("invalid-plan-digest", `Input 'plan-digest' is ${(0,runner_inputs/* quote */.hD)(text)}, which is no digest`, {
        input: "plan-digest",
        hint: "Pass the output 'plan-digest' of the dry run, sha256: and 64 hexadecimal digits.",
    });
}
//# sourceMappingURL=inputs.js.map
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/bundles/attest/attach.js
var attach = __webpack_require__(97677);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/bundles/attest/instance.js
var attest_instance = __webpack_require__(30883);
;// CONCATENATED MODULE: ./.cache/bundles/attest/present-signer.js



/**
 * `server` is that of GitHub, `https://github.com`. Without a key the run's OIDC token is asked for.
 * @throws UserError `no-signer`, `identity-token-failed`
 */
async function presentSigner({ key, instance, identityToken }, server) {
    if (key !== undefined)
        return { kind: "key", key: (0,external_node_crypto_.createPublicKey)(key.publicKey) };
    if (identityToken === undefined)
        throw new errors/* UserError */.yo("no-signer", "There is no identity to sign with");
    return {
        kind: "workflow",
        workflow: present_signer_workflowOf(await identityToken(), server),
        isPublic: instance.fulcio === attest_instance/* PUBLIC_GOOD */.w.fulcio,
    };
}
/**
 * What Fulcio puts into a certificate for a token of GitHub. The token is not verified: it is our own.
 * Source: GitHub, "OpenID Connect reference"; Fulcio, `docs/oid-info.md`.
 */
function present_signer_workflowOf(token, server) {
    let claims;
    try {
        claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")) ?? {};
    }
    catch {
        // The parser's own message may quote the token.
        throw unknown("its claims are not JSON");
    }
    const text = (name) => {
        const value = claims[name];
        if (typeof value === "string" && value !== "")
            return value;
        throw unknown(`it has no ${name}`);
    };
    return {
        kind: "workflow",
        issuer: text("iss"),
        repository: `${server}/${text("repository")}`,
        workflow: `${server}/${text("job_workflow_ref").replace(/@.*$/s, "")}`,
        ref: text("ref"),
        trustedRoot: undefined,
    };
}
function unknown(why) {
    return new errors/* UserError */.yo("identity-token-failed", `The runner's OIDC token can't be read: ${why}`, {
        fault: "outside",
        hint: "Give 'signing-key' where the runner's identity is not one of GitHub.",
    });
}
//# sourceMappingURL=present-signer.js.map
// EXTERNAL MODULE: ./.cache/bundles/catalog/load.js + 5 modules
var load = __webpack_require__(47882);
// EXTERNAL MODULE: ./.cache/bundles/catalog/paths.js
var paths = __webpack_require__(48538);
// EXTERNAL MODULE: ./.cache/bundles/catalog/repository.js
var repository = __webpack_require__(24616);
// EXTERNAL MODULE: ./.cache/bundles/catalog/settings-file.js
var settings_file = __webpack_require__(64512);
// EXTERNAL MODULE: ./.cache/bundles/context/event.js
var context_event = __webpack_require__(95394);
// EXTERNAL MODULE: ./.cache/bundles/context/read.js
var read = __webpack_require__(6396);
// EXTERNAL MODULE: ./.cache/bundles/evidence/evidence.js
var evidence = __webpack_require__(55309);
// EXTERNAL MODULE: ./.cache/bundles/git/git.js + 5 modules
var git_git = __webpack_require__(29907);
// EXTERNAL MODULE: ./.cache/bundles/registry/auth/ambient.js
var ambient = __webpack_require__(20639);
// EXTERNAL MODULE: ./.cache/bundles/registry/auth/clouds.js
var clouds = __webpack_require__(5865);
// EXTERNAL MODULE: ./.cache/bundles/registry/auth/google-cloud.js
var google_cloud = __webpack_require__(96248);
// EXTERNAL MODULE: ./.cache/bundles/registry/client.js + 4 modules
var registry_client = __webpack_require__(63630);
;// CONCATENATED MODULE: ./.cache/bundles/registry/copy-progress.js
/** How far the copies of a run are. Counted by the copies, read by whoever shows it. */
class CopyProgress {
    /** Of blobs that have been found to be needed, moved or not. */
    #blobs = 0;
    #blobsDone = 0;
    #bytes = 0;
    #bytesDone = 0;
    /** A blob of so many bytes is part of the work. */
    add(size) {
        this.#blobs += 1;
        this.#bytes += size;
    }
    /** So many bytes have arrived; fewer than none when an upload begins anew. */
    moved(bytes) {
        this.#bytesDone += bytes;
    }
    /** A blob is at its destination, of which so many bytes were not yet counted as moved. */
    done(rest) {
        this.#blobsDone += 1;
        this.#bytesDone += rest;
    }
    snapshot() {
        return { blobs: this.#blobs, blobsDone: this.#blobsDone, bytes: this.#bytes, bytesDone: this.#bytesDone };
    }
}
/** One line for people: `312.0 MB of 1.0 GB, 5 of 12 blobs`. */
function progressLine({ blobs, blobsDone, bytes, bytesDone }) {
    return `${bytesText(Math.min(bytesDone, bytes))} of ${bytesText(bytes)}, ${blobsDone} of ${blobs} blobs`;
}
/** Bytes in the unit that suits them, powers of 1000. */
function bytesText(bytes) {
    const units = ["bytes", "kB", "MB", "GB", "TB"];
    let value = bytes;
    let unit = 0;
    while (value >= 999.95 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}
//# sourceMappingURL=copy-progress.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/image-destination.js

/**
 * A client for registries and layouts: each name is answered by what it is of. Requests are those of registries,
 * since a layout costs none.
 */
function withLayouts(client, layouts) {
    const of = (repository) => ((0,registry_name/* isLayout */.nW)(repository) ? layouts : client);
    return {
        headManifest: (ref) => of(ref).headManifest(ref),
        getManifest: (ref) => of(ref).getManifest(ref),
        putManifest: (ref, body, mediaType, how) => of(ref).putManifest(ref, body, mediaType, how),
        hasBlob: (from, digest, size) => of(from).hasBlob(from, digest, size),
        getBlob: (from, digest, size, how) => of(from).getBlob(from, digest, size, how),
        mountBlob: (to, digest, fromRepository) => of(to).mountBlob(to, digest, fromRepository),
        uploadBlob: (to, blob, open, how) => of(to).uploadBlob(to, blob, open, how),
        startUpload: (to) => of(to).startUpload(to),
        cancelUpload: (to, session) => of(to).cancelUpload(to, session),
        listTags: (repository) => of(repository).listTags(repository),
        fewTags: (repository) => of(repository).fewTags(repository),
        deleteTag: (ref) => of(ref).deleteTag(ref),
        referrers: (repository, digest) => of(repository).referrers(repository, digest),
        addToReferrersTag: (repository, subject, added) => of(repository).addToReferrersTag(repository, subject, added),
        confirmReferrers: (repository, subject, digests) => of(repository).confirmReferrers(repository, subject, digests),
        requests: (what) => client.requests(what),
        waitingFor: () => client.waitingFor(),
        close: () => client.close(),
    };
}
//# sourceMappingURL=image-destination.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/keychain.js + 2 modules
var keychain = __webpack_require__(41436);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./.cache/bundles/registry/layout.js + 1 modules
var layout = __webpack_require__(74614);
// EXTERNAL MODULE: ./.cache/bundles/registry/layout-index.js
var layout_index = __webpack_require__(73541);
// EXTERNAL MODULE: ./.cache/bundles/registry/manifest.js
var registry_manifest = __webpack_require__(89723);
// EXTERNAL MODULE: ./.cache/bundles/registry/media-types.js
var media_types = __webpack_require__(53280);
;// CONCATENATED MODULE: ./.cache/bundles/registry/layout-listing.js



const MAX_DEPTH = 8;
const MAX_MANIFESTS = 10_000;
/** The referrers of a manifest among those that index.json lists, or that indexes there list. */
async function layoutReferrers(store, facts, subject) {
    const found = new Map();
    const seen = new Set();
    let level = (await store.entries()).map((entry) => (0,registry_manifest/* parseDescriptor */.BA)(entry, `An entry of ${store.path}`));
    for (let depth = 0; level.length > 0; depth += 1) {
        if (depth > MAX_DEPTH)
            throw tooLarge(store, `nests indexes more than ${MAX_DEPTH} deep`);
        const next = [];
        for (const { digest, mediaType } of level) {
            if (seen.has(digest) || !(0,media_types/* isManifestType */.Q3)(mediaType))
                continue;
            seen.add(digest);
            if (seen.size > MAX_MANIFESTS)
                throw tooLarge(store, `lists more than ${MAX_MANIFESTS} manifests`);
            const known = facts.get(digest) ?? (await readFacts(store, digest));
            // What is missing is brought when it is needed.
            if (known === undefined)
                continue;
            facts.set(digest, known);
            if (known.subject === subject)
                found.set(digest, known.listed);
            next.push(...known.children);
        }
        level = next;
    }
    return [...found.values()];
}
async function readFacts(store, digest) {
    const body = await store.readBlob(digest);
    if (body === undefined)
        return undefined;
    const what = `The manifest ${digest} of ${store.path}`;
    const mediaType = (0,registry_manifest/* detectMediaType */.sM)(body, what);
    const parsed = (0,registry_manifest/* parseManifest */.Ng)(body, mediaType, what);
    return {
        subject: parsed.subject?.digest,
        listed: (0,registry_manifest/* referrerDescriptor */.xh)({ digest, mediaType, size: body.length, body }, parsed),
        children: parsed.kind === "index" && (0,media_types/* isIndexType */.$U)(mediaType) ? parsed.manifests : [],
    };
}
function tooLarge(store, reason) {
    return new errors/* UserError */.yo("broken-layout", `The OCI layout ${store.path} is broken: index.json ${reason}.`, {
        hint: "Write the layout anew, or name another folder.",
        file: store.path,
    });
}
//# sourceMappingURL=layout-listing.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/layout-store.js + 2 modules
var layout_store = __webpack_require__(33550);
// EXTERNAL MODULE: ./.cache/bundles/registry/referrers.js
var registry_referrers = __webpack_require__(24012);
// EXTERNAL MODULE: ./.cache/bundles/registry/verifying.js
var verifying = __webpack_require__(14931);
;// CONCATENATED MODULE: ./.cache/bundles/registry/layout-destination.js












/**
 * OCI layouts on disk, written to like repositories of a registry: a tag is an entry of index.json with that name, a
 * manifest without one is there by its blob. What refers to a manifest is listed twice, since tools differ: in
 * index.json without a name (oras), and in an index under the name of the fallback tag (regctl).
 */
function createLayoutDestination(options) {
    const { folder, verify = false, signal } = options;
    const layouts = new Map();
    function layoutOf({ repository }) {
        const known = layouts.get(repository) ?? {
            store: new layout_store/* LayoutStore */.K(repository, folder),
            ours: new Set(),
            facts: new Map(),
        };
        layouts.set(repository, known);
        return known;
    }
    /** What a name points at, if it is whole; a name without its manifest names nothing. */
    async function find(ref) {
        const { store } = layoutOf(ref);
        const digest = ref.digest ?? (0,layout_index/* entryNamed */.OM)(await store.entries(), ref.tag ?? "")?.digest;
        const body = digest === undefined ? undefined : await store.readBlob(digest);
        if (digest === undefined || body === undefined)
            return undefined;
        const what = (0,registry_name/* formatReference */.FH)(ref);
        const mediaType = (0,registry_manifest/* checkMediaType */.xQ)((0,registry_manifest/* detectMediaType */.sM)(body, what), what);
        return { digest, mediaType, size: body.length, body };
    }
    async function hasBlob(from, digest, size) {
        const { store } = layoutOf(from);
        if (verify && size !== undefined)
            return store.verifiesBlob(digest, size);
        const found = await store.openBlob(digest, size);
        await found?.handle.close();
        return found !== undefined;
    }
    async function change(to, work) {
        const { store, ours } = layoutOf(to);
        await store.update((entries) => {
            const next = work(entries, ours);
            const before = new Set(entries.map(({ digest }) => digest));
            for (const { digest } of next ?? [])
                if (!before.has(digest))
                    ours.add(digest);
            return next;
        });
    }
    return {
        async headManifest(ref) {
            const found = await find(ref);
            if (found === undefined)
                return undefined;
            const { digest, mediaType, size } = found;
            return { digest, mediaType, size };
        },
        async getManifest(ref) {
            const found = await find(ref);
            if (found !== undefined)
                return found;
            throw new errors/* UserError */.yo("not-found", `The image ${(0,registry_name/* formatReference */.FH)(ref)} does not exist.`, {
                hint: "Name a manifest that the layout holds whole.",
            });
        },
        async putManifest(ref, body, mediaType) {
            const { store } = layoutOf(ref);
            const what = (0,registry_name/* formatReference */.FH)(ref);
            const digest = (0,registry_digest/* digestOf */.ol)(body, ref.digest === undefined ? "sha256" : (0,registry_digest/* parseDigest */.m)(ref.digest)?.algorithm);
            if (ref.digest !== undefined)
                (0,verifying/* verifyBytes */.RV)(body, ref.digest, what);
            const parsed = (0,registry_manifest/* parseManifest */.Ng)(body, mediaType, what);
            if ((await store.readBlob(digest)) === undefined)
                await store.writeBlob(digest, body, signal);
            const { tag } = ref;
            if (tag !== undefined) {
                const descriptor = { mediaType, digest, size: body.length };
                if (parsed.artifactType !== undefined)
                    descriptor.artifactType = parsed.artifactType;
                await change(ref, (entries, ours) => (0,layout_index/* withName */.el)(entries, tag, descriptor, ours));
            }
            return { digest, subjectAccepted: false };
        },
        hasBlob,
        getBlob: (from, digest, size, how) => (0,layout/* openLayout */.B)({ path: from.repository }, folder, { partial: true }).blob(digest, size, how),
        async mountBlob(to, digest, from) {
            // Layouts share no files, since one that is damaged or changed must not take others along.
            try {
                const bytes = await (0,layout/* openLayout */.B)({ path: from }, folder, { partial: true }).blob(digest);
                await layoutOf(to).store.writeBlob(digest, bytes, signal);
                return { mounted: true };
            }
            catch (error) {
                if (!(error instanceof errors/* UserError */.yo) || error.code === "layout-unwritable")
                    throw error;
                return { mounted: false, asked: true, session: undefined };
            }
        },
        async uploadBlob(to, { digest }, open, how) {
            const { store } = layoutOf(to);
            await store.make();
            const bytes = await open();
            await store.writeBlob(digest, bytes, how?.signal ?? signal);
        },
        async startUpload(to) {
            return { url: (0,external_node_url_.pathToFileURL)(await layoutOf(to).store.make()) };
        },
        async cancelUpload() { },
        listTags: async (repository) => (0,layout_index/* namesOf */.eZ)(await layoutOf(repository).store.entries()),
        fewTags: async (repository) => new Set((0,layout_index/* namesOf */.eZ)(await layoutOf(repository).store.entries())),
        async deleteTag(ref) {
            const { tag = "" } = ref;
            if ((0,layout_index/* entryNamed */.OM)(await layoutOf(ref).store.entries(), tag) === undefined)
                return "absent";
            await change(ref, (entries, ours) => (0,layout_index/* withoutName */.u_)(entries, tag, ours));
            return "deleted";
        },
        async referrers(repository, digest) {
            const { store, facts } = layoutOf(repository);
            return layoutReferrers(store, facts, digest);
        },
        // A layout says of no referrer that it lists it by itself.
        confirmReferrers: async () => false,
        async addToReferrersTag(repository, subject, added) {
            const { store } = layoutOf(repository);
            const name = (0,registry_referrers/* referrersTag */.LN)(subject);
            // The list is written before index.json names it, and made anew if index.json has changed meanwhile.
            await store.update(async (entries) => {
                const listed = await listUnder(store, entries, name);
                const known = new Set(listed.map(({ digest }) => digest));
                const missing = added.filter(({ digest }) => !known.has(digest));
                const all = (0,layout_index/* withUnnamed */.Pu)(entries, added);
                if (missing.length === 0)
                    return all.length === entries.length ? undefined : all;
                const manifests = [...listed, ...missing];
                const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: media_types/* OCI_INDEX */.$p, manifests }));
                const digest = (0,registry_digest/* digestOf */.ol)(body);
                await store.writeBlob(digest, body, signal);
                const older = (0,layout_index/* entryNamed */.OM)(entries, name);
                // An older list is nothing that anybody needs by its digest.
                const gone = new Set(older === undefined ? [] : [older.digest]);
                return (0,layout_index/* withName */.el)(all, name, { mediaType: media_types/* OCI_INDEX */.$p, digest, size: body.length }, gone);
            });
        },
    };
}
/** What the list of referrers of that name holds. Something else under the name is not taken for a list. */
async function listUnder(store, entries, name) {
    const entry = (0,layout_index/* entryNamed */.OM)(entries, name);
    const body = entry === undefined ? undefined : await store.readBlob(entry.digest);
    if (entry === undefined || body === undefined)
        return [];
    const what = `The list of referrers ${name} of ${store.path}`;
    if (!(0,media_types/* isIndexType */.$U)((0,registry_manifest/* detectMediaType */.sM)(body, what))) {
        throw new errors/* UserError */.yo("referrers-tag-taken", `${store.path}: the name ${name} is not a list of referrers.`, {
            fault: "outside",
            hint: "Remove that name from index.json: it is reserved by the OCI specification.",
        });
    }
    (0,registry_manifest/* parseManifest */.Ng)(body, media_types/* OCI_INDEX */.$p, what);
    return JSON.parse(body.toString("utf8")).manifests;
}
//# sourceMappingURL=layout-destination.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/layout-files.js
var layout_files = __webpack_require__(94794);
// EXTERNAL MODULE: ./.cache/bundles/registry/patience.js
var patience = __webpack_require__(84377);
// EXTERNAL MODULE: ./.cache/bundles/registry/manifests.js
var manifests = __webpack_require__(30478);
// EXTERNAL MODULE: ./.cache/bundles/registry/registry-error.js
var registry_error = __webpack_require__(15014);
;// CONCATENATED MODULE: ./.cache/bundles/registry/source.js




/**
 * Opens a source. Nothing is read before it is asked for.
 * `folder` is what a layout's relative path starts from.
 */
function openSource(client, reference, folder) {
    return reference.kind === "layout" ? (0,layout/* openLayout */.B)(reference, folder) : registrySource(client, reference);
}
/** An image in a registry. */
function registrySource(client, reference) {
    const repository = { registry: reference.registry, repository: reference.repository };
    const name = (0,registry_name/* formatReference */.FH)(reference);
    let resolved;
    let root;
    const resolve = async () => {
        (0,manifests/* targetOf */.$r)(reference);
        const head = await client.headManifest(reference);
        if (head !== undefined)
            return head;
        throw new registry_error/* RegistryError */.gl("not-found", `The image ${name} does not exist.`, { status: 404 }, {
            hint: "Check its name and that it was pushed. Many registries also answer so where the account may not read.",
            fault: "request",
        });
    };
    return {
        describe: () => name,
        repository,
        resolve() {
            resolved ??= resolve();
            return resolved;
        },
        tag: async () => reference.tag,
        tagged: (tag) => client.headManifest({ ...repository, tag }),
        async manifest(digest) {
            const isRoot = (await resolved?.catch(() => undefined))?.digest === digest;
            if (!isRoot)
                return client.getManifest({ ...repository, digest });
            // It is wanted for its contents, and again for its tags.
            root ??= client.getManifest({ ...repository, digest });
            return root.catch((error) => {
                root = undefined;
                throw error;
            });
        },
        blob: (digest, size, options) => client.getBlob(repository, digest, size, options),
        referrers: (digest) => client.referrers(repository, digest),
    };
}
//# sourceMappingURL=source.js.map
// EXTERNAL MODULE: ./.cache/bundles/runner/identity-token.js
var identity_token = __webpack_require__(1023);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem.js
var problem = __webpack_require__(61806);
// EXTERNAL MODULE: ./.cache/bundles/versions/compute.js + 32 modules
var compute = __webpack_require__(13671);
// EXTERNAL MODULE: ./.cache/bundles/versions/tag.js
var versions_tag = __webpack_require__(24538);
// EXTERNAL MODULE: ./.cache/bundles/evidence/disk.js
var disk = __webpack_require__(95825);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./.cache/bundles/runner/small-file.js


/**
 * A regular file's text, links not followed; undefined where there is none.
 * @param limit bytes
 * @throws Error that says why it is not read, as the end of a sentence
 */
async function readSmallFile(path, limit) {
    const stat = await (0,promises_.lstat)(path).catch(() => undefined);
    if (stat === undefined)
        return undefined;
    if (!stat.isFile())
        throw new Error("it is no regular file");
    if (stat.size > limit)
        throw new Error(`it has ${stat.size} bytes, more than ${limit}`);
    const handle = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW);
    try {
        return await handle.readFile("utf8");
    }
    finally {
        await handle.close();
    }
}
//# sourceMappingURL=small-file.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/build-evidence.js





/** The largest file of evidence of a build, in bytes: it holds no tests and no coverage. */
const EVIDENCE_LIMIT = 4 * 1024 * 1024;
/** Evidence files are written by `run`: `<service>.build.<leg>.a<attempt>.json`, in folders of artifacts or not. */
async function readBuildEvidence(directory, services) {
    const found = [];
    for (const { path } of await (0,disk/* diskReportFiles */.L)(directory).find(".", [`${evidence/* EVIDENCE_FOLDER */.TX}/**`])) {
        const name = (0,external_node_path_.basename)(path);
        if (!name.endsWith(".json") || !services.some((service) => name.startsWith(`${service}.build.`)))
            continue;
        try {
            const text = await readSmallFile((0,external_node_path_.join)(directory, path), EVIDENCE_LIMIT);
            found.push({ file: path, evidence: evidence/* evidenceSchema */.jU.parse(JSON.parse(text ?? "")) });
        }
        catch (cause) {
            throw new errors/* UserError */.yo("evidence-invalid", `${path} is no evidence that can be read`, {
                file: path,
                cause,
                hint: "Download the artifact again, or build again.",
            });
        }
    }
    return found;
}
//# sourceMappingURL=build-evidence.js.map
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
;// CONCATENATED MODULE: ./.cache/bundles/promotion/request.js


/** A tag at its destination, `registry/repository:tag`. */
function tagAddress(destination, tag) {
    return (0,registry_name/* formatReference */.FH)({ registry: destination.registry, repository: destination.repository, tag });
}
/** The same for all names of one repository: `ghcr.io:443` is `ghcr.io`. */
function repositoryPlace({ registry, repository }, insecure) {
    return `${(0,endpoint/* registryPlace */.VM)(registry, insecure)}/${repository}`;
}
//# sourceMappingURL=request.js.map
;// CONCATENATED MODULE: ./.cache/bundles/promotion/plan.js





/** Makes the plan of a set. */
function planOf(resolved, insecure = []) {
    const refusals = [
        ...resolved.flatMap((image) => ownRefusals(image, insecure)),
        ...digestRefusals(resolved, insecure),
    ];
    const taken = new Map();
    const images = resolved.map(({ item, source, root, tags }) => {
        const own = [];
        for (const { tag, before } of tags) {
            const address = tagAddress(item.destination, tag);
            const place = `${repositoryPlace(item.destination, insecure)}:${tag}`;
            const other = taken.get(place);
            if (other === undefined) {
                taken.set(place, root.digest);
                own.push({
                    tag,
                    before,
                    after: root.digest,
                    mayStay: before === undefined && !(0,registry_name/* isLayout */.nW)(item.destination),
                });
            }
            else if (other !== root.digest) {
                refusals.push({
                    code: "tag-twice",
                    message: `${address} would get two digests: ${other} and ${root.digest} (from ${source})`,
                    hint: "Give one of the two another tag or another destination.",
                    fault: "request",
                });
            }
        }
        const standing = tags.every(({ before }) => before === root.digest);
        return {
            service: item.service,
            source,
            destination: item.destination,
            root,
            tags: own,
            standing,
            evidence: [],
        };
    });
    return { images, digest: planDigest(images), refusals };
}
/** Whether every tag of the plan points where it should. */
function allStand(plan) {
    return plan.images.every(({ tags }) => tags.every(({ before, after }) => before === after));
}
/** The digest that names a plan: of its tags before and after, in an order that does not depend on the request's. */
function planDigest(images) {
    const lines = images.flatMap(({ destination, tags }) => tags.map(({ tag, before, after }) => JSON.stringify([tagAddress(destination, tag), before ?? null, after])));
    return (0,registry_digest/* digestOf */.ol)(lines.sort(byCodeUnits).join("\n"));
}
/**
 * The digests of a set: by service, or by destination repository without its host; where one such repository gets
 * several digests, by repository and tag.
 */
function digestsOf(images) {
    const groups = Map.groupBy(images, (image) => image.service ?? image.destination.repository);
    const digests = new Map();
    for (const [key, group] of groups) {
        const [first] = group;
        if (first === undefined)
            continue;
        if (group.every(({ root }) => root.digest === first.root.digest))
            digests.set(key, first.root.digest);
        else
            for (const { root, tags } of group)
                for (const { tag } of tags)
                    digests.set(`${key}:${tag}`, root.digest);
    }
    return digests;
}
function ownRefusals({ item, source, root, tags }, insecure) {
    const refusals = [];
    const { destination } = item;
    if (item.expected !== undefined && item.expected !== root.digest) {
        refusals.push({
            code: "built-digest-differs",
            message: `${source} is ${root.digest}, but what was built and tested is ${item.expected}`,
            hint: "Promote the image of the same run: download its artifacts again, or build again.",
            fault: "refused",
        });
    }
    if (isSamePlace(item, tags.map(({ tag }) => tag), insecure)) {
        refusals.push({
            code: "same-place",
            message: `${source} would be promoted to where it is`,
            hint: "Name another registry, repository or tag as the destination.",
            fault: "request",
        });
    }
    for (const { tag, before } of tags) {
        if (before === undefined || before === root.digest || mayMove(tag, item.moveTags))
            continue;
        refusals.push({
            code: "tag-exists",
            message: `${tagAddress(destination, tag)} exists with another digest: it is ${before}, and ${source} is ${root.digest}`,
            hint: `Choose a new tag. If this one is meant to move, name it in 'move-tags'.`,
            fault: "refused",
        });
    }
    return refusals;
}
/** Every destination tag is the very name that the source is read from. */
function isSamePlace({ source, destination }, tags, insecure) {
    if (source.digest !== undefined)
        return false;
    const place = source.kind === "layout" ? (0,registry_name/* layoutRepository */.$_)(source.path) : source;
    const isSame = repositoryPlace(place, insecure) === repositoryPlace(destination, insecure);
    return isSame && tags.every((tag) => tag === source.tag);
}
/** `digests` carries no hosts, so hosts that meet in one name must have one digest. */
function digestRefusals(resolved, insecure) {
    const groups = Map.groupBy(resolved, ({ item }) => item.service ?? item.destination.repository);
    return [...groups].flatMap(([key, group]) => {
        const hosts = new Set(group.map(({ item }) => (0,endpoint/* registryPlace */.VM)(item.destination.registry, insecure)));
        const digests = new Set(group.map(({ root }) => root.digest));
        if (hosts.size < 2 || digests.size < 2)
            return [];
        const places = group.map(({ item, root }) => `${(0,registry_name/* formatReference */.FH)(item.destination)} (${root.digest})`);
        return [
            {
                code: "digests-differ",
                message: `${key} would get different digests in different registries: ${places.join(", ")}`,
                hint: "Promote them in two steps: the output 'digests' has one digest for a name.",
                fault: "request",
            },
        ];
    });
}
function byCodeUnits(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
//# sourceMappingURL=plan.js.map
;// CONCATENATED MODULE: ./.cache/bundles/promotion/journal.js






/**
 * The journal of a promotion: every tag that it is about to set, with its digest before and after. It is written
 * before the first tag is set and removed when all tags stand, so that a process that is killed leaves word of
 * what it may have moved. Pure.
 */
/** In the working directory. */
const JOURNAL_FILE = "sluice-promotion.journal.json";
/** The largest journal that is read, in bytes. */
const JOURNAL_LIMIT = 16 * 1024 * 1024;
const digest = schemas/* string */.YjP().refine(registry_digest/* isDigest */.Bc, "is no digest");
const journalSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("promotion-journal.v1"),
    planDigest: digest,
    images: schemas/* array */.YOg(schemas/* strictObject */.rej({
        source: schemas/* string */.YjP(),
        destination: schemas/* string */.YjP().describe("registry/repository, or oci-layout:PATH"),
        digest,
        tags: schemas/* array */.YOg(schemas/* strictObject */.rej({
            tag: schemas/* string */.YjP().refine(registry_name/* isTag */.dz, "is no tag"),
            before: digest.nullable().describe("null where the tag did not exist."),
            after: digest,
        })),
    })),
});
/** The journal of a plan. */
function journalOf(plan) {
    return {
        schema: "promotion-journal.v1",
        planDigest: plan.digest,
        images: plan.images
            .filter(({ tags }) => tags.length > 0)
            .map(({ source, destination, root, tags }) => ({
            source,
            destination: (0,registry_name/* formatReference */.FH)(destination),
            digest: root.digest,
            tags: tags.map(({ tag, before, after }) => ({ tag, before: before ?? null, after })),
        })),
    };
}
/** What the file of a journal is called when another promotion needs its place: by its text. */
function asideName(text) {
    const hash = (0,registry_digest/* digestOf */.ol)(text).slice("sha256:".length);
    return `sluice-promotion.${hash.slice(0, 12)}.journal.json`;
}
/** The file's text. */
function journalText(journal) {
    return `${JSON.stringify(journal, null, "\t")}\n`;
}
/**
 * A journal from its file. Its plan digest must be that of its own tags.
 * @throws UserError `invalid-journal`
 */
function parseJournal(text, file) {
    const wrong = (reason, cause) => new errors/* UserError */.yo("invalid-journal", `${file} is no journal of a promotion: ${reason}`, {
        file,
        cause,
        hint: `Give the file ${JOURNAL_FILE} that the promotion left, as it was.`,
    });
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw wrong("it is not JSON", cause);
    }
    const parsed = journalSchema.safeParse(value);
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw wrong(`${issue?.path.join(".") ?? ""} ${issue?.message ?? "it is of another form"}`.trim());
    }
    if (digestOfTags(parsed.data.images) !== parsed.data.planDigest)
        throw wrong("its plan digest is not that of its tags");
    return parsed.data;
}
/** The digest of the plan that a journal's tags make. */
function digestOfTags(images) {
    return planDigest(images.map(({ destination, tags }) => ({
        destination: (0,registry_name/* parseDestination */.G2)(destination),
        tags: tags.map(({ tag, before, after }) => ({
            tag,
            before: before ?? undefined,
            after,
            mayStay: before === null,
        })),
    })));
}
/** The tags of a journal by address. */
function tagsOf(journal) {
    return new Map(journal.images.flatMap(({ destination, tags }) => tags.map(({ tag, before, after }) => [
        tagAddress((0,registry_name/* parseDestination */.G2)(destination), tag),
        { before, after },
    ])));
}
/** Whether a journal is of the same tags and digests as a plan, and each tag is as before or as after in it. */
function continues(journal, plan) {
    const known = tagsOf(journal);
    const tags = plan.images.flatMap(({ destination, tags }) => tags.map((tag) => ({ ...tag, address: tagAddress(destination, tag.tag) })));
    return (tags.length === known.size &&
        tags.every(({ address, before, after }) => {
            const entry = known.get(address);
            return entry?.after === after && ((before ?? null) === entry.before || before === after);
        }));
}
/** Whether everything that a journal is about stands by this plan, so that the journal has done its duty. */
function isSettledBy(journal, plan) {
    const standing = new Set(plan.images.flatMap(({ destination, tags }) => tags
        .filter(({ before, after }) => before === after)
        .map(({ tag, after }) => `${tagAddress(destination, tag)} ${after}`)));
    return [...tagsOf(journal)].every(([address, { after }]) => standing.has(`${address} ${after}`));
}
/**
 * Whether a plan's journal may take the place of one that was left: each of its tags is as before, or is to get the
 * same digest, and then `continued` keeps what it was before.
 */
function isReplacedBy(journal, plan) {
    const own = new Map(plan.images.flatMap(({ destination, tags }) => tags.map((each) => [tagAddress(destination, each.tag), each])));
    return [...tagsOf(journal)].every(([address, { before, after }]) => {
        const tag = own.get(address);
        return tag !== undefined && ((tag.before ?? null) === before || tag.after === after);
    });
}
/** The tags that stand by a plan because the promotion of a journal that was left has moved them. */
function earlierMoves(left, plan) {
    const known = tagsOf(left);
    return plan.images.flatMap(({ destination, tags }) => tags.flatMap(({ tag, before, after }) => {
        const address = tagAddress(destination, tag);
        const entry = known.get(address);
        if (entry === undefined || before !== after || entry.after !== after || entry.before === after)
            return [];
        return [{ address, ...entry }];
    }));
}
/** A plan's journal that still says of earlier moves what their tags were before. */
function continued(journal, moves) {
    if (moves.length === 0)
        return journal;
    const known = new Map(moves.map(({ address, before }) => [address, before]));
    const images = journal.images.map((image) => ({
        ...image,
        tags: image.tags.map((each) => {
            const earlier = known.get(tagAddress((0,registry_name/* parseDestination */.G2)(image.destination), each.tag));
            return earlier === undefined ? each : { ...each, before: earlier };
        }),
    }));
    return { ...journal, images, planDigest: digestOfTags(images) };
}
/**
 * Why a plan is not the one that was approved; undefined where it may be applied. `approved` is the digest of the
 * only plan that may be applied.
 */
function otherPlan(plan, approved, journal) {
    if (plan.digest === approved)
        return undefined;
    if (plan.images.every(({ tags }) => tags.every(({ before, after }) => before === after)))
        return undefined;
    if (journal === undefined)
        return `The plan is another one now: its digest is ${plan.digest}, and ${approved} was approved`;
    if (journal.planDigest !== approved)
        return `The journal is of the plan ${journal.planDigest}, and ${approved} was approved`;
    if (continues(journal, plan))
        return undefined;
    return `The tags are neither as before nor as after in the journal of the plan ${approved}`;
}
//# sourceMappingURL=journal.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/journal-file.js






/** The journal of a promotion, a file in the working directory. */
function diskJournal(directory) {
    const path = (0,external_node_path_.join)(directory, JOURNAL_FILE);
    return {
        read: () => readSmallFile(path, JOURNAL_LIMIT).catch((cause) => {
            const message = `${JOURNAL_FILE} in the working directory can't be read: ${(0,errors/* errorMessage */.gJ)(cause)}`;
            const hint = "Move it away: it may tell what an earlier promotion has moved, so it is not written over.";
            throw new errors/* UserError */.yo("journal-unreadable", message, { fault: "outside", cause, hint });
        }),
        write: async (text) => {
            const partial = `${path}.${(0,external_node_crypto_.randomUUID)()}.partial`;
            try {
                const handle = await (0,promises_.open)(partial, "wx");
                try {
                    await handle.writeFile(text);
                    // It must be on disk before the first tag is set: a machine may go down, not only a process.
                    await handle.sync();
                }
                finally {
                    await handle.close();
                }
                await (0,promises_.rename)(partial, path);
                await syncFolder(directory);
            }
            catch (cause) {
                await (0,promises_.rm)(partial, { force: true });
                throw unwritable(cause);
            }
        },
        setAside: (name) => (0,promises_.rename)(path, (0,external_node_path_.join)(directory, name)).catch((cause) => {
            throw unwritable(cause);
        }),
        remove: async (text) => {
            for (const name of [JOURNAL_FILE, asideName(text)]) {
                const file = (0,external_node_path_.join)(directory, name);
                if ((await readSmallFile(file, JOURNAL_LIMIT)) === text)
                    return (0,promises_.rm)(file, { force: true });
            }
        },
    };
}
function unwritable(cause) {
    return new errors/* UserError */.yo("journal-unwritable", `The journal can't be written: ${(0,errors/* errorMessage */.gJ)(cause)}`, {
        fault: "outside",
        cause,
        hint: "The working directory must be writable: no tag is set without a journal.",
    });
}
/** Without it the file's name may be lost though its text is not. Not every system can: then the file must do. */
async function syncFolder(directory) {
    const handle = await (0,promises_.open)(directory, "r").catch(() => undefined);
    try {
        await handle?.sync().catch(() => undefined);
    }
    finally {
        await handle?.close();
    }
}
/** The journal that the input `journal` names. @throws UserError `journal-unreadable` */
async function readJournal(directory, file) {
    const hint = "Give its path relative to the working directory.";
    const text = await readSmallFile((0,external_node_path_.resolve)(directory, file), JOURNAL_LIMIT).catch((cause) => {
        const message = `The journal ${file} can't be read: ${(0,errors/* errorMessage */.gJ)(cause)}`;
        throw new errors/* UserError */.yo("journal-unreadable", message, { input: "journal", cause, hint });
    });
    if (text !== undefined)
        return text;
    throw new errors/* UserError */.yo("journal-unreadable", `There is no journal ${file}`, { input: "journal", hint });
}
//# sourceMappingURL=journal-file.js.map
// EXTERNAL MODULE: ./.cache/bundles/git/tree.js
var tree = __webpack_require__(6693);
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/named-files.js




/** The files that inputs name, in the working directory. */
/** A file that `trust` names. */
async function readTrustFile(directory, path, limit) {
    let cause;
    try {
        const text = await readSmallFile((0,external_node_path_.resolve)(directory, path), limit);
        if (text !== undefined)
            return text;
    }
    catch (thrown) {
        cause = thrown;
    }
    const why = cause === undefined ? "it does not exist" : (0,errors/* errorMessage */.gJ)(cause);
    throw new errors/* UserError */.yo("trust-unreadable", `${path} of 'trust' can't be read: ${why}`, {
        input: "trust",
        cause,
        hint: "Give its path relative to the working directory.",
    });
}
/** The settings file as a tree, so that it can be read where there is no repository. */
function settingsTree(directory, file) {
    const names = [file, "sluice.yml"];
    const read = async (paths) => {
        const texts = new Map();
        for (const path of paths) {
            const text = await readSmallFile((0,external_node_path_.join)(directory, path), tree/* READ_LIMIT */.Fe);
            if (text !== undefined)
                texts.set(path, text);
        }
        return texts;
    };
    return { name: "the working directory", list: async () => [...(await read(names)).keys()], read };
}
/** These files of a tree alone. */
function treeOf(tree, paths) {
    const named = new Set(paths);
    return {
        name: tree.name,
        list: async () => [...(await tree.read(paths)).keys()].sort(),
        read: (wanted) => tree.read(wanted.filter((path) => named.has(path))),
    };
}
//# sourceMappingURL=named-files.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/progress.js

/** Between two lines of a log, and two states of a terminal's line, in milliseconds. */
const LOG_STEP = 5_000;
const TERMINAL_STEP = 250;
/** How long nothing has moved before it is said, and said again, for which host one waits, in milliseconds. */
const LOG_WAIT = 30_000;
const TERMINAL_WAIT = 5_000;
/**
 * Shows how far a copy is: in a terminal as a line that changes, in a log as a line every few seconds. While nothing
 * changes, or nothing is copied, it is shown which host is waited for and for how long, if one is. `every` runs work
 * again and again, until what it returns is called.
 */
function showProgress(progress, log, stream, every, waitingFor = () => undefined) {
    const isLive = stream.isTTY === true;
    const step = isLive ? TERMINAL_STEP : LOG_STEP;
    const patience = isLive ? TERMINAL_WAIT : LOG_WAIT;
    let last = "";
    /** Milliseconds for which nothing has changed. */
    let still = 0;
    /** What of these has been shown. */
    let said = 0;
    let isShown = false;
    const clear = () => {
        if (isShown)
            stream.write("\r\u001b[K");
        isShown = false;
    };
    const show = (line) => {
        if (!isLive)
            return log.info(line);
        stream.write(`\r${line}\u001b[K`);
        isShown = true;
    };
    const stop = every(step, () => {
        const { blobs, blobsDone, ...rest } = progress.snapshot();
        const line = `Copying: ${progressLine({ blobs, blobsDone, ...rest })}`;
        const isIdle = blobs === blobsDone;
        if (line !== last) {
            last = line;
            still = 0;
            said = 0;
            return isIdle ? clear() : show(line);
        }
        still += step;
        const waited = waitingFor();
        const time = Math.min(still, waited?.milliseconds ?? 0);
        if (time < patience) {
            // What was said of a host is over.
            if (isShown && said > 0)
                isIdle ? clear() : show(line);
            said = 0;
        }
        else if (time - said >= (isLive ? 1000 : patience)) {
            said = time;
            const wait = `waiting for ${waited?.host} for ${Math.floor(time / 1000)} s`;
            show(isIdle ? `Copying: ${wait}` : `${line}, ${wait}`);
        }
    });
    const first = (write) => (...args) => {
        clear();
        write(...args);
    };
    return {
        log: { ...log, info: first((text) => log.info(text)), warning: first((text) => log.warning(text)) },
        stop() {
            stop();
            clear();
        },
    };
}
//# sourceMappingURL=progress.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/settings-branch.js

/**
 * The files of the default branch; undefined in a terminal and where there is no checkout, where what lies in the
 * working directory counts.
 * @throws UserError `default-branch-unknown`
 */
async function defaultBranchTree(event, git) {
    const { defaultBranch } = event;
    if (event.event === undefined || defaultBranch === undefined)
        return undefined;
    const head = await git.head().catch(() => undefined);
    if (head === undefined)
        return undefined;
    if (event.branch === defaultBranch && event.sha === head)
        return git.tree(head);
    const ref = `refs/remotes/origin/${defaultBranch}`;
    const depth = (await git.isShallow()) ? { depth: 1 } : {};
    // Asked for first: what the checkout holds of another branch can be old.
    await git.fetch([`+refs/heads/${defaultBranch}:${ref}`], depth).catch(() => undefined);
    const tip = await git.commit(ref);
    if (tip !== undefined)
        return git.tree(tip);
    throw new errors/* UserError */.yo("default-branch-unknown", `The environments stand on the branch ${defaultBranch}, which can't be fetched`, {
        fault: "outside",
        hint: "Check out with actions/checkout and its credentials, or run the workflow on that branch.",
    });
}
//# sourceMappingURL=settings-branch.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/ports.js

































async function promotePorts(host, inputs) {
    const { directory, environment, log, signal } = host;
    const event = await (0,read/* readEvent */.j)(environment);
    const git = (0,git_git/* openGit */.z)({ directory, environment });
    const registries = (0,registry_client.createRegistryClient)({
        credentials: (0,keychain.openKeychain)({
            registryAuth: inputs.registryAuth,
            env: environment,
            mask: (secret) => log.mask(secret),
            warn: (message) => log.warning(message),
            ambient: (0,ambient.ambientOf)([clouds.AMAZON, clouds.AMAZON_PUBLIC, clouds.AZURE, google_cloud/* GOOGLE */.A]),
        }),
        insecureRegistries: inputs.insecureRegistries,
        environment,
        mask: (secret) => log.mask(secret),
        log,
        concurrency: inputs.concurrency,
        signal,
    });
    const layouts = createLayoutDestination({ folder: directory, verify: inputs.heal, signal });
    const client = withLayouts(registries, layouts);
    const progress = new CopyProgress();
    const every = (milliseconds, work) => {
        const timer = setInterval(work, milliseconds).unref();
        return () => clearInterval(timer);
    };
    const shown = showProgress(progress, log, process.stderr, every, () => client.waitingFor());
    const mask = (secret) => log.mask(secret);
    const identityToken = (0,identity_token/* identityTokens */.z)({ environment, audience: signing_inputs/* SIGSTORE_AUDIENCE */.OH, mask });
    const signing = () => (0,signing_inputs/* signingOf */.fp)(inputs.signing, event, identityToken);
    let signer;
    let loaded;
    const catalogue = () => {
        loaded ??= (0,repository/* repositoryName */.aR)(event, git).then((name) => (0,load.loadCatalogue)(git.workingTree(), { configFile: inputs.configFile, repositoryName: name }));
        return loaded;
    };
    const commitOf = async (service, version) => {
        // Unreleased versions name their commit in the metadata, released ones are tags.
        const hash = /\+(?:.*\.)?g([0-9a-f]{7,40})(?:\.|$)/.exec(version)?.[1];
        const tag = (0,versions_tag/* tagName */.wZ)((0,versions_tag/* tagForm */.HJ)(await catalogue()), service, version);
        return git.commit(hash ?? `refs/tags/${tag}`);
    };
    /** Of a version's manifest, where it lies as it does today: each version has a commit of its own. */
    const manifestAt = async (commit, service) => {
        const file = (await catalogue()).services.find(({ name }) => name === service)?.manifest;
        if (file === undefined)
            return undefined;
        const tree = treeOf(git.tree(commit), [inputs.configFile, file]);
        const { services } = await (0,load.loadCatalogue)(tree, {
            configFile: inputs.configFile,
            repositoryName: undefined,
        });
        return services.find(({ name, manifest }) => name === service && manifest === file);
    };
    const catalogues = new Map();
    /** Of a commit; many services of one commit read it once. */
    const catalogueAt = (commit) => {
        const known = catalogues.get(commit) ??
            (0,repository/* repositoryName */.aR)(event, git).then((name) => (0,load.loadCatalogue)(git.tree(commit), { configFile: inputs.configFile, repositoryName: name }));
        catalogues.set(commit, known);
        return known;
    };
    return {
        promotion: {
            client: {
                ...client,
                close: () => {
                    shown.stop();
                    return client.close();
                },
            },
            open: (reference) => openSource(client, reference, directory),
            journal: diskJournal(directory),
            log: shown.log,
            sleep: (0,patience/* createSleep */.K)(signal),
            progress,
            signal,
        },
        settings: async ({ orHere } = { orHere: false }) => {
            const known = await defaultBranchTree(event, git).catch((thrown) => {
                if (!orHere || !(thrown instanceof errors/* UserError */.yo) || thrown.code !== "default-branch-unknown")
                    throw thrown;
                log.warning(`${thrown.message}; those of the checkout are held against the destinations`);
                return undefined;
            });
            const tree = known ?? settingsTree(directory, inputs.configFile);
            const found = await (0,settings_file/* readSettings */.sb)(tree, new paths/* FileList */.$c(await tree.list()), inputs.configFile);
            const wrong = (0,problem/* problemsAsError */.z)(found.problems);
            if (wrong !== undefined)
                throw wrong;
            return found.settings;
        },
        catalogue,
        head: () => git.head(),
        versions: async (services) => {
            const { actions } = host;
            const computed = await (0,compute/* computeVersions */.z)({ git, catalogue: await catalogue(), event, actions, services });
            const wrong = (0,problem/* problemsAsError */.z)(computed.problems);
            if (wrong !== undefined)
                throw wrong;
            return new Map(computed.services.map(({ service, version, dockerTag }) => [service, { version, dockerTag }]));
        },
        commitOf,
        buildEvidence: (services) => readBuildEvidence(directory, services),
        layoutOf: async (service) => {
            const path = `${evidence/* IMAGE_FOLDER */.tL}/${service}`;
            return (await (0,layout_files.isLayoutFolder)((0,external_node_path_.join)(directory, path))) ? path : undefined;
        },
        readJournal: (file) => readJournal(directory, file),
        verifier: async (trust) => {
            const { openVerifier } = await __webpack_require__.e(/* import() */ 6589).then(__webpack_require__.bind(__webpack_require__, 66589));
            return openVerifier(trust, (path, limit) => readTrustFile(directory, path, limit));
        },
        record: {
            canSign: () => inputs.signing.key !== undefined || identityToken !== undefined,
            isRecorded: async (image, environment) => {
                const { isRecorded } = await __webpack_require__.e(/* import() */ 3516).then(__webpack_require__.bind(__webpack_require__, 93516));
                signer ??= presentSigner(signing(), event.serverUrl ?? "https://github.com");
                return isRecorded(registrySource(client, image), image.digest, environment, {
                    signer: await signer,
                    signal,
                });
            },
            attach: async (image, statement, predicateType) => {
                const { signStatement } = await __webpack_require__.e(/* import() */ 3338).then(__webpack_require__.bind(__webpack_require__, 60957));
                const bytes = await signStatement(statement, signing());
                return (0,attach.attachBundle)(client, image, { bytes, predicateType }, new Date());
            },
            now: () => new Date(),
            url: (0,context_event/* runUrl */.V)(event),
            log: shown.log,
            signal,
        },
        uses: {
            listTags: (repository) => client.listTags(repository),
            contractsOf: async (service, version) => {
                const commit = await commitOf(service, version);
                if (commit === undefined)
                    return { unknown: "its tag or commit is not in this clone" };
                const found = (await manifestAt(commit, service)) ??
                    (await catalogueAt(commit)).services.find(({ name }) => name === service);
                return found ?? { unknown: `its manifest at ${commit.slice(0, 12)} is missing or broken` };
            },
        },
    };
}
//# sourceMappingURL=ports.js.map
// EXTERNAL MODULE: ./.cache/bundles/runner/failure.js
var runner_failure = __webpack_require__(49235);
;// CONCATENATED MODULE: ./.cache/bundles/promotion/failure.js



/** Whatever was thrown. A defect of ours is a failure of the outside: nobody's request was wrong. */
function failureOf(thrown, signal) {
    if (thrown instanceof errors/* UserError */.yo) {
        const { input } = thrown.place;
        const found = (0,runner_failure/* describeFailure */.I)(thrown).problem;
        const about = input === undefined || found.message.includes(`'${input}'`) ? "" : ` (input '${input}')`;
        return { cause: thrown.fault, problem: { ...found, message: found.message.replace(/\.$/, "") + about } };
    }
    if (signal.aborted) {
        const by = typeof signal.reason === "string" ? ` by ${signal.reason}` : "";
        return {
            cause: "outside",
            problem: (0,problem/* problem */.C)("error", "cancelled", `The promotion was stopped${by} before it was done`, {
                hint: "Run the same command again: it goes on from what is there.",
            }),
        };
    }
    return { cause: "outside", problem: (0,runner_failure/* describeFailure */.I)(thrown).problem };
}
/** The same error, saying on which side it happened. */
function onSide(thrown, side) {
    if (!(thrown instanceof errors/* UserError */.yo))
        return thrown;
    const { code, hint, fault, place } = thrown;
    return new errors/* UserError */.yo(code, `The ${side} can't be used: ${thrown.message}`, {
        ...place,
        hint,
        fault,
        cause: thrown,
    });
}
//# sourceMappingURL=failure.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/together.js
/**
 * Works on all items at once and waits until nothing runs any more. The first failure, or the caller's signal,
 * aborts the others by the signal that they are given; it is what is thrown, and not its consequences.
 */
async function allOrFirstError(items, signal, work) {
    const stop = new AbortController();
    const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
    let failed = false;
    let first;
    await Promise.all(items.map(async (item) => {
        try {
            either.throwIfAborted();
            await work(item, either);
        }
        catch (error) {
            if (failed)
                return;
            failed = true;
            first = error;
            stop.abort();
        }
    }));
    if (failed)
        throw first;
}
//# sourceMappingURL=together.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/absent.js



/** How registries say themselves that they have no such manifest; Harbor's word is the second. */
const UNKNOWN = ["MANIFEST_UNKNOWN", "NOT_FOUND"];
/** Whether a source has failed only because it does not have what was asked for. */
function isAbsent(error) {
    return error instanceof errors/* UserError */.yo && (error.code === "not-found" || (0,layout_files/* isMissing */.b2)(error));
}
/**
 * Whether a source says in its own words that it does not have a manifest. A bare 404 does not: it may be that of a
 * proxy, or of a storage that the registry led to.
 */
function isGap(error) {
    return isAbsent(error) && ((0,layout_files/* isMissing */.b2)(error) || (0,registry_error/* hasRegistryCode */.Nc)(error, ...UNKNOWN));
}
//# sourceMappingURL=absent.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/contents.js





/** Indexes in indexes; real ones have one level, build caches two. */
const contents_MAX_DEPTH = 8;
const contents_MAX_MANIFESTS = 20_000;
/** Of all manifests together, in bytes: they are in memory until the last is put. Real ones have a few kB each. */
const MAX_BYTES = 128 * 1024 * 1024;
/**
 * Reads all manifests that a root reaches, each once. Those below it may be missing (image-spec, `image-index.md`:
 * an index may list what is not there); what else is wrong with them is an error.
 * @throws UserError `invalid-manifest`, `manifest-too-large`, and what the source throws
 */
async function collectContents(source, root) {
    const nodes = new Map();
    const missing = [];
    const read = async (descriptor) => {
        const manifest = await orAbsent(source.manifest(descriptor.digest), descriptor !== root);
        if (manifest === undefined) {
            missing.push(descriptor);
            return;
        }
        const what = `The manifest ${descriptor.digest} of ${source.describe()}`;
        if (manifest.size !== descriptor.size) {
            throw invalid(`${what} has ${manifest.size} bytes, but what names it says ${descriptor.size}.`);
        }
        nodes.set(descriptor.digest, nodeOf(manifest, what));
    };
    await walk(source, root, read, (digest) => nodes.get(digest)?.parsed);
    const top = nodes.get(root.digest);
    if (top === undefined)
        throw invalid(`${source.describe()} has no manifest ${root.digest}.`);
    return { root: top, groups: inOrder(nodes), missing };
}
/** The digests of a root and of all manifests below it, there or not. Only indexes are read. */
async function collectDigests(source, root) {
    const seen = new Map();
    const read = async (descriptor) => {
        const { digest, mediaType } = descriptor;
        seen.set(digest, undefined);
        if (!(0,media_types/* isIndexType */.$U)(mediaType))
            return;
        const manifest = await orAbsent(source.manifest(digest), descriptor !== root);
        if (manifest === undefined)
            return;
        const what = `The manifest ${digest} of ${source.describe()}`;
        seen.set(digest, (0,registry_manifest/* parseManifest */.Ng)(manifest.body, manifest.mediaType, what));
    };
    await walk(source, root, read, (digest) => seen.get(digest));
    return [...seen.keys()];
}
/** Level by level, every manifest once. */
async function walk(source, root, read, parsedOf) {
    const seen = new Set([root.digest]);
    let level = [root];
    let bytes = root.size;
    for (let depth = 0; level.length > 0; depth += 1) {
        if (depth > contents_MAX_DEPTH)
            throw invalid(`${source.describe()} nests indexes more than ${contents_MAX_DEPTH} deep.`);
        await allOrFirstError(level, undefined, read);
        const next = [];
        for (const { digest } of level) {
            const parsed = parsedOf(digest);
            if (parsed?.kind !== "index")
                continue;
            for (const child of parsed.manifests) {
                if (!(0,media_types/* isManifestType */.Q3)(child.mediaType) || seen.has(child.digest))
                    continue;
                seen.add(child.digest);
                next.push(child);
                bytes += child.size;
            }
        }
        if (seen.size > contents_MAX_MANIFESTS)
            throw invalid(`${source.describe()} has more than ${contents_MAX_MANIFESTS} manifests.`);
        if (bytes > MAX_BYTES) {
            throw new errors/* UserError */.yo("manifest-too-large", `The manifests of ${source.describe()} have more than ${MAX_BYTES} bytes together.`, { hint: "Split the index, or put large annotations into blobs." });
        }
        level = next;
    }
}
/** Undefined for what may be absent and is. */
async function orAbsent(read, mayBeAbsent) {
    try {
        return await read;
    }
    catch (error) {
        if (mayBeAbsent && isGap(error))
            return undefined;
        throw error;
    }
}
function nodeOf(manifest, what) {
    const parsed = (0,registry_manifest/* parseManifest */.Ng)(manifest.body, manifest.mediaType, what);
    if (parsed.kind === "index") {
        const isManifest = ({ mediaType }) => (0,media_types/* isManifestType */.Q3)(mediaType);
        const children = parsed.manifests.filter(isManifest).map(({ digest }) => digest);
        return {
            manifest,
            parsed,
            children,
            blobs: parsed.manifests.filter((each) => !isManifest(each)),
            foreign: [],
        };
    }
    const foreign = parsed.layers.filter(({ mediaType }) => (0,media_types/* isNonDistributable */.SM)(mediaType));
    const layers = parsed.layers.filter(({ mediaType }) => !(0,media_types/* isNonDistributable */.SM)(mediaType));
    return { manifest, parsed, children: [], blobs: [parsed.config, ...layers], foreign };
}
/** By height above the leaves. A digest cannot contain itself, so a cycle is a source that lies. */
function inOrder(nodes) {
    const heights = new Map();
    const heightOf = (digest, depth) => {
        const known = heights.get(digest);
        if (known !== undefined)
            return known;
        if (depth > nodes.size)
            throw invalid("An index contains itself.");
        const below = (nodes.get(digest)?.children ?? []).map((child) => heightOf(child, depth + 1));
        const height = below.reduce((highest, each) => Math.max(highest, each + 1), 0);
        heights.set(digest, height);
        return height;
    };
    const groups = [];
    for (const [digest, node] of nodes) {
        const height = heightOf(digest, 0);
        while (groups.length <= height)
            groups.push([]);
        groups[height]?.push(node);
    }
    return groups;
}
function invalid(message) {
    return new errors/* UserError */.yo("invalid-manifest", message, {
        hint: "The image is broken where it stands: build or push it anew.",
    });
}
//# sourceMappingURL=contents.js.map
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./.cache/bundles/registry/blobs.js
var blobs = __webpack_require__(33584);
// EXTERNAL MODULE: ./.cache/bundles/registry/upload-traits.js
var upload_traits = __webpack_require__(70025);
;// CONCATENATED MODULE: ./.cache/bundles/registry/blob-copy.js






/** Brings one blob to a repository, in the cheapest way that there is. */
async function copyBlob(session, source, blob, to, options) {
    const { client } = session;
    const { digest, size } = blob;
    const { signal } = options;
    // A look at a disk costs nothing.
    const lookFirst = options.lookFirst || (0,registry_name/* isLayout */.nW)(to);
    const { progress } = session;
    let counted = 0;
    progress.add(size);
    // What waits for another blob's turn takes no place of those at work.
    const result = await session.withBlob(to, digest, (holders) => session.limitFor(size)(async () => {
        signal?.throwIfAborted();
        if (options.force === true)
            holders.clear();
        if (holders.has(to.repository))
            return "present";
        const outcome = await bring(holders);
        holders.add(to.repository);
        return outcome;
    }));
    progress.done(size - counted);
    return result;
    async function bring(holders) {
        let upload;
        let refused = false;
        if (options.force !== true) {
            if (lookFirst && (await isThere()))
                return "present";
            const from = holderOf(holders);
            if (from !== undefined) {
                const mount = await client.mountBlob(to, digest, from);
                if (mount.mounted)
                    return "mounted";
                upload = mount.session;
                refused = mount.asked && upload === undefined;
            }
            // A look after a refusal would be the fourth request; the next blobs are looked for and not mounted.
            if (!lookFirst && !refused && !(0,upload_traits/* isSmall */.eq)(size) && (await isThere())) {
                if (upload !== undefined)
                    await client.cancelUpload(to, upload);
                return "present";
            }
        }
        upload ??= session.spareUploads.take(to);
        const how = { session: upload, signal, plain: options.force };
        if ((0,upload_traits/* isSmall */.eq)(size)) {
            // Read while the upload is opened.
            const bytes = readSmall();
            bytes.catch(() => undefined);
            await client.uploadBlob(to, { digest, size }, async () => external_node_stream_.Readable.from([await bytes]), how);
        }
        else {
            const hashed = new verifying/* DigestProgress */.eH();
            const resume = (from) => {
                count(from - counted);
                return source.blob(digest, size, { signal, from, progress: hashed, count });
            };
            // Asked for while the upload is opened.
            let early = resume(0);
            early.catch(() => undefined);
            const open = () => {
                const stream = early ?? resume(0);
                early = undefined;
                return stream;
            };
            try {
                await client.uploadBlob(to, { digest, size }, open, { ...how, resume });
            }
            finally {
                // No upload was opened.
                await early?.then((stream) => stream.destroy(), () => undefined);
            }
        }
        return "moved";
    }
    /**
     * OpenShift's registry has been seen to answer 500 for a blob that is absent, and 403 is the answer to who may
     * write and not read. An upload then says what is true.
     */
    async function isThere() {
        const place = `${to.registry}/${to.repository}`;
        if (session.blind.has(place))
            return false;
        try {
            return await client.hasBlob(to, digest, size);
        }
        catch (error) {
            if (!(error instanceof registry_error/* RegistryError */.gl) || (error.status !== 500 && error.status !== 403))
                throw error;
            session.blind.add(place);
            return false;
        }
    }
    function count(bytes) {
        counted += bytes;
        progress.moved(bytes);
    }
    async function readSmall() {
        const stream = await source.blob(digest, size, { signal });
        return (0,blobs/* readBlob */.gm)(stream, size, `The blob ${digest} of ${source.describe()}`);
    }
    /** Another repository of the destination's registry that has the blob. */
    function holderOf(holders) {
        const origin = source.repository;
        if (origin?.registry === to.registry)
            return origin.repository === to.repository ? undefined : origin.repository;
        return [...holders][0];
    }
}
//# sourceMappingURL=blob-copy.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/contents-copy.js








/** How a registry says that a manifest names something that it does not have. */
const INCOMPLETE = ["MANIFEST_BLOB_UNKNOWN", "BLOB_UNKNOWN", "MANIFEST_UNKNOWN"];
/** Brings manifests with all that they reach to a repository: blobs, then children, then the root by digest. */
class ContentsCopy {
    result = {
        bytes: { moved: 0, mounted: 0, present: 0 },
        changed: false,
        referrers: [],
        leftOut: [],
    };
    #source;
    #to;
    #options;
    /** For the fallback tags, by subject. */
    #unlisted = new Map();
    /** What the destination has said to list by itself, by subject. */
    #claimed = new Map();
    constructor(source, to, options) {
        this.#source = source;
        this.#to = to;
        this.#options = options;
    }
    /** Reads a root's contents from the source, and brings them. */
    async read(root) {
        if (this.#options.session.completed.has(this.#keyOf(root.digest)))
            return;
        // Both sides are asked at once. Nothing may run on when one of them fails.
        const [contents, isThere] = await Promise.allSettled([
            collectContents(this.#source, root),
            this.#isThere(root.digest),
        ]);
        for (const outcome of [contents, isThere])
            if (outcome.status === "rejected")
                throw outcome.reason;
        if (contents.status === "fulfilled" && isThere.status === "fulfilled")
            await this.bring(contents.value, { isThere: isThere.value });
    }
    /**
     * Brings what was read. `put` puts the root even if it is there, so that the registry lists it anew; `isThere`
     * says whether it is, where that is known.
     */
    async bring({ root, groups, missing }, { put = false, isThere } = {}) {
        const { session } = this.#options;
        const key = this.#keyOf(root.manifest.digest);
        if (session.completed.has(key) && !put)
            return;
        const nodes = groups.flat();
        for (const { foreign } of nodes) {
            for (const { digest } of foreign)
                this.leaveOut(digest, "non-distributable");
        }
        for (const { digest } of missing)
            this.leaveOut(digest, "child-missing");
        const there = await this.#manifestsThere(root, nodes, isThere);
        await this.#copyBlobs(nodes, { lookFirst: there.has(root.manifest.digest) });
        for (const group of groups) {
            await this.#together(group, async (node) => {
                const { digest, size } = node.manifest;
                if (there.has(digest) && !(put && node === root))
                    this.result.bytes.present += size;
                else
                    await this.#put(node, nodes);
            });
        }
        await this.#listUnlisted();
        session.completed.add(key);
    }
    /**
     * Looks whether what was brought for a subject is listed. Where the destination listed nothing by itself, its
     * fallback tag was looked at when it was written.
     * @throws RegistryError `referrer-unlisted`
     */
    async confirmListed(subject) {
        const claimed = this.#claimed.get(subject);
        if (claimed === undefined)
            return;
        this.#claimed.delete(subject);
        const digests = claimed.map(({ digest }) => digest);
        if (await this.#client.confirmReferrers(this.#to, subject, digests))
            return;
        this.#unlisted.set(subject, [...(this.#unlisted.get(subject) ?? []), ...claimed]);
        await this.#listUnlisted();
    }
    /** Once for each digest and reason. */
    leaveOut(digest, reason) {
        const known = this.result.leftOut.some((each) => each.digest === digest && each.reason === reason);
        if (!known)
            this.result.leftOut.push({ digest, reason });
    }
    /**
     * Which manifests the destination has. Without the root the children are not asked for: putting one is a
     * single request too.
     */
    async #manifestsThere(root, nodes, isRootThere) {
        const there = new Set();
        if (!(isRootThere ?? (await this.#isThere(root.manifest.digest))))
            return there;
        there.add(root.manifest.digest);
        const others = nodes.filter((node) => node !== root);
        await this.#together(others, async ({ manifest: { digest } }) => {
            if (await this.#isThere(digest))
                there.add(digest);
        });
        return there;
    }
    /** What is denied may be absent (Artifactory answers so). To put it by its digest harms nothing if it is not. */
    async #isThere(digest) {
        try {
            return (await this.#client.headManifest({ ...this.#to, digest })) !== undefined;
        }
        catch (error) {
            if (error instanceof registry_error/* RegistryError */.gl && error.status === 403)
                return false;
            throw error;
        }
    }
    #keyOf(digest) {
        return `${this.#to.registry}/${this.#to.repository}@${digest}`;
    }
    async #copyBlobs(nodes, how) {
        const blobs = new Map();
        for (const { manifest, blobs: named } of nodes) {
            for (const blob of named) {
                const other = blobs.get(blob.digest);
                if (other !== undefined && other.size !== blob.size) {
                    throw new errors/* UserError */.yo("invalid-manifest", `The manifest ${manifest.digest} of ${this.#source.describe()} gives the blob ${blob.digest} another size.`, { hint: "The image is broken where it stands: build or push it anew." });
                }
                blobs.set(blob.digest, blob);
            }
        }
        const { session } = this.#options;
        await this.#together([...blobs.values()], async (blob, signal) => {
            const outcome = await copyBlob(session, this.#source, blob, this.#to, { ...how, signal });
            this.result.bytes[outcome] += blob.size;
            if (outcome !== "present")
                this.result.changed = true;
        });
    }
    async #put(node, nodes) {
        const { manifest, parsed } = node;
        const ref = { ...this.#to, digest: manifest.digest };
        const send = () => this.#client.putManifest(ref, manifest.body, manifest.mediaType);
        let answer;
        try {
            answer = await send();
        }
        catch (error) {
            if (!(0,registry_error/* hasRegistryCode */.Nc)(error, ...INCOMPLETE))
                throw error;
            // A cache, or a registry whose clean-up runs, has said that something is there which is not.
            await this.#copyBlobs([node], { lookFirst: false, force: true });
            for (const child of nodes) {
                if (!node.children.includes(child.manifest.digest))
                    continue;
                await this.#copyBlobs([child], { lookFirst: false, force: true });
                const { digest, body, mediaType } = child.manifest;
                await this.#client.putManifest({ ...this.#to, digest }, body, mediaType);
            }
            answer = await send().catch((again) => {
                throw this.#sparse(node, nodes, again) ?? again;
            });
        }
        this.result.bytes.moved += manifest.size;
        this.result.changed = true;
        if (parsed.subject === undefined)
            return;
        const bySubject = answer.subjectAccepted ? this.#claimed : this.#unlisted;
        const others = bySubject.get(parsed.subject.digest) ?? [];
        bySubject.set(parsed.subject.digest, [...others, (0,registry_manifest/* referrerDescriptor */.xh)(manifest, parsed)]);
    }
    /** The error of a destination that takes no index whose manifests are not all there. */
    #sparse(node, nodes, cause) {
        const known = new Set(nodes.map(({ manifest }) => manifest.digest));
        const gaps = node.children.filter((digest) => !known.has(digest));
        if (gaps.length === 0 || !(0,registry_error/* hasRegistryCode */.Nc)(cause, ...INCOMPLETE))
            return undefined;
        const source = this.#source.describe();
        return new errors/* UserError */.yo("sparse-index", `${(0,registry_name/* formatReference */.FH)(this.#to)} takes no index with gaps: ${node.manifest.digest} of ${source} lists ${gaps.join(", ")}, which does not exist there.`, {
            cause,
            hint: "Push what is missing to the source, name the platforms that are there, or choose another destination.",
        });
    }
    /** What a registry without the referrers API has taken is listed by us (distribution-spec, "Pushing Manifests with Subject"). */
    async #listUnlisted() {
        for (const subject of [...this.#unlisted.keys()]) {
            // Taken now, not before: others of this copy add to it, and list it, while one is waited for.
            const referrers = this.#unlisted.get(subject);
            if (referrers === undefined)
                continue;
            this.#unlisted.delete(subject);
            await this.#options.session.withTag(this.#to, (0,registry_referrers/* referrersTag */.LN)(subject), () => this.#client.addToReferrersTag(this.#to, subject, referrers));
        }
    }
    #together(items, work) {
        return allOrFirstError(items, this.#options.signal, work);
    }
    get #client() {
        return this.#options.session.client;
    }
}
//# sourceMappingURL=contents-copy.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/cosign-tags.js

/**
 * Cosign's older way to attach things to an image: tags whose names are made of its digest
 * (sigstore/cosign, `specs/SIGNATURE_SPEC.md`): signatures, attestations, bills of materials.
 */
const SUFFIXES = ["sig", "att", "sbom"];
/** The tags that may hold what belongs to a digest. */
function cosignTags(digest) {
    return SUFFIXES.map((suffix) => `${digest.replace(":", "-")}.${suffix}`);
}
/**
 * Whether a tag may come to point at `next` without anything being lost: cosign adds layers to what is there, so
 * all that stands there must be in the next one too.
 */
function loses(standing, next) {
    const kept = new Set(entriesOf(next));
    return entriesOf(standing).some((digest) => !kept.has(digest));
}
function entriesOf(manifest) {
    const parsed = (0,registry_manifest/* parseManifest */.Ng)(manifest.body, manifest.mediaType, `The manifest ${manifest.digest}`);
    return (parsed.kind === "index" ? parsed.manifests : parsed.layers).map(({ digest }) => digest);
}
//# sourceMappingURL=cosign-tags.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/referrers-copy.js





/** A signature of a signature of an attestation; what is deeper is no image's business. */
const MAX_REFERRER_DEPTH = 8;
/** Brings what refers to manifests to where their contents were brought. What it does stands in the contents' result. */
class ReferrersCopy {
    #source;
    #to;
    #options;
    #contents;
    constructor(source, to, options, contents) {
        this.#source = source;
        this.#to = to;
        this.#options = options;
        this.#contents = contents;
    }
    /** What refers to these manifests, and what refers to that. */
    async bring(subjects) {
        const seen = new Set(subjects);
        let level = [...subjects];
        for (let depth = 0; level.length > 0; depth += 1) {
            if (depth > MAX_REFERRER_DEPTH) {
                throw new errors/* UserError */.yo("referrers-too-deep", `What refers to ${this.#source.describe()} is nested more than ${MAX_REFERRER_DEPTH} deep.`, { hint: "Remove referrers of referrers, or promote without referrers." });
            }
            const next = [];
            await allOrFirstError(level, this.#options.signal, async (subject) => {
                for (const digest of await this.#referrersOfOne(subject)) {
                    if (seen.has(digest))
                        continue;
                    seen.add(digest);
                    next.push(digest);
                }
            });
            level = next;
        }
    }
    /** What cosign has attached by tags. Returns the manifests that have come along. */
    async #cosignTagsOf(subject) {
        const from = this.#source.repository;
        const { session } = this.#options;
        const tags = from === undefined ? undefined : await session.tagsOf(from);
        const found = [];
        for (const tag of cosignTags(subject)) {
            if (tags !== undefined && !tags.has(tag))
                continue;
            const head = await this.#source.tagged(tag);
            if (head === undefined)
                continue;
            const to = { ...this.#to, tag };
            await session.withTag(this.#to, tag, async () => {
                const standing = await this.#client.headManifest(to);
                const attached = standing?.digest !== head.digest;
                if (attached) {
                    const next = await this.#source.manifest(head.digest);
                    if (standing !== undefined &&
                        loses(await this.#client.getManifest({ ...this.#to, digest: standing.digest }), next)) {
                        this.#contents.leaveOut(head.digest, "cosign-tag-differs");
                        return;
                    }
                    await this.#contents.read(head);
                    await this.#client.putManifest({ ...to, digest: next.digest }, next.body, next.mediaType);
                    this.#contents.result.changed = true;
                }
                if (this.#options.complete !== true)
                    found.push(head.digest);
                this.#contents.result.referrers.push({
                    digest: head.digest,
                    artifactType: undefined,
                    subject,
                    attached,
                });
            });
        }
        return found;
    }
    /** Returns the manifests that have come along and may have referrers themselves. */
    async #referrersOfOne(subject) {
        const listed = await this.#source.referrers(subject);
        // Also of an unchanged image that has referrers: who signs by tag may do so after it was copied. The tags of a
        // repository are listed once.
        const found = await this.#cosignTagsOf(subject);
        if (listed.length === 0)
            return found;
        const there = new Set((await this.#client.referrers(this.#to, subject)).map(({ digest }) => digest));
        for (const referrer of listed) {
            this.#options.signal?.throwIfAborted();
            const { digest, artifactType } = referrer;
            const attached = !there.has(digest);
            if (attached || this.#options.complete !== true) {
                const contents = await this.#referrerContents(referrer, subject);
                if (contents === undefined)
                    continue;
                await this.#contents.bring(contents, { put: attached });
                found.push(...contents.groups.flat().map(({ manifest }) => manifest.digest));
            }
            else {
                found.push(digest);
            }
            this.#contents.result.referrers.push({ digest, artifactType, subject, attached });
        }
        await this.#contents.confirmListed(subject);
        return found;
    }
    /** A list of referrers may name what is gone or belongs to another: the image does not depend on it. */
    async #referrerContents(referrer, subject) {
        let contents;
        try {
            contents = await collectContents(this.#source, referrer);
        }
        catch (error) {
            if (!isAbsent(error))
                throw error;
            this.#contents.leaveOut(referrer.digest, "referrer-missing");
            return undefined;
        }
        if (contents.root.parsed.subject?.digest === subject)
            return contents;
        this.#contents.leaveOut(referrer.digest, "referrer-of-another");
        return undefined;
    }
    get #client() {
        return this.#options.session.client;
    }
}
//# sourceMappingURL=referrers-copy.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/copy.js



/**
 * Copies everything that a root manifest reaches into a repository: blobs, then child manifests, then the root
 * by digest, then, if wanted, referrers. It never sets a tag, but for the OCI fallback tag `sha256-<hex>`
 * where the destination does not list referrers by itself, and cosign's `sha256-<hex>.sig` and the like. The
 * first failure stops the rest, and nothing runs on when it is thrown; what was copied stays, and the same call
 * completes it.
 * @throws RegistryError, UserError
 */
async function copyContents(source, root, destination, options) {
    const contents = new ContentsCopy(source, destination, options);
    if (options.complete !== true)
        await contents.read(root);
    if (options.referrers === true) {
        const referrers = new ReferrersCopy(source, destination, options, contents);
        await referrers.bring(await collectDigests(source, root));
    }
    return contents.result;
}
//# sourceMappingURL=copy.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/limit.js
var registry_limit = __webpack_require__(95987);
;// CONCATENATED MODULE: ./.cache/bundles/registry/spare-uploads.js
/**
 * Uploads that were opened to see whether one may write: the first blob for the repository uses it, so the proof
 * costs no request of its own.
 */
class SpareUploads {
    #open = new Map();
    /** One for a repository; there must be none yet. */
    add(to, session) {
        this.#open.set(keyOf(to), { to, session });
    }
    /** The repository's, which then belongs to the caller. */
    take(to) {
        const found = this.#open.get(keyOf(to));
        this.#open.delete(keyOf(to));
        return found?.session;
    }
    /** All that nobody took. They belong to the caller, who gives them up. */
    takeAll() {
        const rest = [...this.#open.values()];
        this.#open.clear();
        return rest;
    }
}
function keyOf({ registry, repository }) {
    return `${registry}/${repository}`;
}
//# sourceMappingURL=spare-uploads.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/copy-session.js




const LIMIT = 4;
/** A session, for the copies of one run. */
function createCopySession(options) {
    const { client, limit, progress, spareUploads } = options;
    const holders = new Map();
    const tags = new Map();
    const turns = new Map();
    const large = (0,registry_limit/* createLimit */.K)(limit ?? LIMIT);
    // One at a time is meant as it is said.
    const small = limit === 1 ? large : (0,registry_limit/* createLimit */.K)(limit ?? LIMIT);
    async function inTurn(key, work) {
        const before = turns.get(key);
        const turn = (before ?? Promise.resolve()).then(work, work);
        turns.set(key, turn);
        try {
            return await turn;
        }
        finally {
            if (turns.get(key) === turn)
                turns.delete(key);
        }
    }
    return {
        client,
        limitFor: (size) => ((0,upload_traits/* isSmall */.eq)(size) ? small : large),
        completed: new Set(),
        blind: new Set(),
        progress: progress ?? new CopyProgress(),
        spareUploads: spareUploads ?? new SpareUploads(),
        tagsOf(repository) {
            const key = `${repository.registry}/${repository.repository}`;
            const known = tags.get(key) ?? client.fewTags(repository);
            tags.set(key, known);
            return known;
        },
        async withBlob({ registry, repository }, digest, work) {
            const key = `${registry}@${digest}`;
            const known = holders.get(key) ?? new Set();
            holders.set(key, known);
            const own = () => inTurn(`blob ${registry}/${repository}@${digest}`, () => work(known));
            if (known.size > 0)
                return own();
            const first = await inTurn(`blob ${key}`, async () => known.size > 0 ? undefined : { result: await own() });
            return first === undefined ? own() : first.result;
        },
        withTag({ registry, repository }, tag, work) {
            return inTurn(`tag ${registry}/${repository}:${tag}`, work);
        },
    };
}
//# sourceMappingURL=copy-session.js.map
;// CONCATENATED MODULE: ./.cache/bundles/promotion/set-tags.js







/**
 * Before each further look at a tag that still shows what it was before it was written, in milliseconds. Registries
 * that answer from copies or caches are late; GitHub kills a cancelled job ten seconds after it has told it.
 */
const LATE_ANSWERS = [100, 300, 900];
/**
 * What a tag points at; undefined: there is no such tag. A registry that names our bytes by another algorithm points
 * at ours.
 */
async function lookAt({ destination, tag, manifest, old }, client) {
    const now = (await client.headManifest({ ...destination, tag: tag.tag }))?.digest;
    if (now === undefined || now === tag.after || now === tag.before)
        return now;
    if ((0,registry_digest/* isDigestOf */._Q)(now, manifest.body))
        return tag.after;
    return old !== undefined && (0,registry_digest/* isDigestOf */._Q)(now, old.body) ? tag.before : now;
}
/** The same after the tag was written: while it shows `stale`, it is looked at again. */
async function lookPast(stale, write, { client, sleep }) {
    let now = await lookAt(write, client);
    for (const wait of LATE_ANSWERS) {
        if (now !== stale)
            break;
        await sleep(wait);
        now = await lookAt(write, client);
    }
    return now;
}
/**
 * Sets the tags, those that can surely be put back first, and looks at each before and after, and at all of them
 * at the end. The first failure stops the rest; nothing runs on when it is thrown. What was done stands in `state`.
 * @throws UserError `tag-moved`; RegistryError
 */
async function setTags(writes, signal, ports) {
    const limit = (0,registry_limit/* createLimit */.K)(ports.concurrency);
    const due = writes.filter(({ tag }) => tag.before !== tag.after);
    const waves = [due.filter(({ tag }) => !tag.mayStay), due.filter(({ tag }) => tag.mayStay)];
    for (const wave of waves) {
        await allOrFirstError(wave, signal, (write, stop) => limit(() => setTag(write, stop, ports)));
    }
    // From here on all tags are set: being told to stop now would undo what only has to be looked at.
    await allOrFirstError(writes, undefined, (write) => limit(async () => {
        const { before, after } = write.tag;
        const now = before === after ? await lookAt(write, ports.client) : await lookPast(before, write, ports);
        if (now !== after)
            throw moved(write, now);
    }));
}
async function setTag(write, stop, ports) {
    const { client, log } = ports;
    const { destination, tag, manifest } = write;
    stop.throwIfAborted();
    const now = await lookAt(write, client);
    if (now === tag.after)
        return;
    if (now !== tag.before)
        throw moved(write, now);
    stop.throwIfAborted();
    write.state = "sent";
    try {
        const ref = { ...destination, tag: tag.tag, digest: manifest.digest };
        await client.putManifest(ref, manifest.body, manifest.mediaType, {
            beforeRetry: async () => {
                const meanwhile = await lookAt(write, client);
                if (meanwhile !== tag.before && meanwhile !== tag.after)
                    throw moved(write, meanwhile);
            },
        });
        write.state = "set";
    }
    catch (failure) {
        // The answer may have been lost, not the request: what the tag says now is what counts.
        const isSet = (await lookAfterFailure(write, client)) === tag.after;
        if (isSet)
            write.state = "set";
        else if ((0,registry_name/* isLayout */.nW)(destination) || isAnswer(failure))
            write.state = "denied";
        if (!isSet)
            throw failure;
    }
    const after = await lookPast(tag.before, write, ports);
    if (after !== tag.after)
        throw moved(write, after);
    log(`tag ${tagAddress(destination, tag.tag)}: ${tag.before ?? "new"} → ${tag.after}`);
}
/** Whether it was the registry itself that said no: a proxy that gave up waiting does not know. */
function isAnswer(failure) {
    return failure instanceof registry_error/* RegistryError */.gl && failure.status !== undefined && !GATEWAY.has(failure.status);
}
/** 502 Bad Gateway, 504 Gateway Timeout. */
const GATEWAY = new Set([502, 504]);
/** The failure that came first is the one to tell, so one of this look is not. */
async function lookAfterFailure(write, client) {
    try {
        return await lookAt(write, client);
    }
    catch {
        return undefined;
    }
}
function moved({ destination, tag }, now) {
    const address = tagAddress(destination, tag.tag);
    const what = now === undefined ? "was deleted" : `now is ${now}`;
    return new errors/* UserError */.yo("tag-moved", `Somebody else changed ${address} in the meantime: it ${what}, and was to become ${tag.after}`, {
        fault: "refused",
        hint: "Run one promotion at a time (GitHub's 'concurrency:' does that for workflows), and run this one again.",
    });
}
//# sourceMappingURL=set-tags.js.map
;// CONCATENATED MODULE: ./.cache/bundles/promotion/roll-back.js




/**
 * Puts back the tags that still hold what we wrote, or with `leave` only says which they are. A new tag is deleted
 * by its name, never by digest, which would take other tags along. It never throws: what can't be put back is
 * residue.
 */
async function rollBack(writes, how, ports) {
    const undone = { set: false, rolledBack: [], residue: [], others: [], unanswered: [] };
    const limit = (0,registry_limit/* createLimit */.K)(ports.concurrency);
    const touched = writes.filter(({ state }) => state !== "none");
    const fates = await Promise.all(touched.map((write) => limit(() => undo(write, how, ports))));
    for (const [index, write] of touched.entries()) {
        const { destination, tag } = write;
        const fate = fates[index] ?? { kind: "never-set", isAnswered: true };
        const address = tagAddress(destination, tag.tag);
        if (fate.kind === "never-set") {
            if (!fate.isAnswered)
                undone.unanswered.push(address);
            continue;
        }
        undone.set = true;
        const place = { destination, tag: tag.tag };
        if (fate.kind === "restored") {
            undone.rolledBack.push(place);
            ports.log(`rolled back ${address}: ${tag.before ?? "deleted again"}`);
        }
        else if (fate.kind === "others")
            undone.others.push({ address, isAsBefore: fate.isAsBefore });
        else {
            undone.residue.push({ ...place, before: tag.before, now: fate.now, why: fate.why });
            ports.log(`left behind ${address}: ${fate.why}`);
        }
    }
    return undone;
}
async function undo(write, how, ports) {
    const { tag } = write;
    let now;
    try {
        now = await (write.state === "set" ? lookPast(tag.before, write, ports) : lookAt(write, ports.client));
    }
    catch (failure) {
        return { kind: "left", now: { known: false }, why: unseen(failure) };
    }
    if (now === tag.before && write.state !== "set")
        return { kind: "never-set", isAnswered: write.state === "denied" };
    if (now !== tag.after)
        return { kind: "others", isAsBefore: now === tag.before };
    const left = (why, digest = now) => ({
        kind: "left",
        now: { known: true, digest },
        why,
    });
    if (how === "leave")
        return left("on-failure is leave");
    let why;
    try {
        why = await restore(write, ports);
    }
    catch (failure) {
        why = withoutStop(failure);
    }
    try {
        const after = await (why === undefined ? lookPast(tag.after, write, ports) : lookAt(write, ports.client));
        if (after === tag.before)
            return { kind: "restored" };
        if (after !== tag.after)
            return { kind: "others", isAsBefore: false };
        return left(why ?? "the registry keeps it", after);
    }
    catch (failure) {
        return { kind: "left", now: { known: false }, why: unseen(failure) };
    }
}
/** A failure's message, for the middle of a sentence. */
function withoutStop(failure) {
    return (0,errors/* errorMessage */.gJ)(failure).replace(/\.$/, "");
}
function unseen(failure) {
    return `it can't be looked at: ${withoutStop(failure)}`;
}
/** Returns why it could not be done, where the registry says so without an error. */
async function restore(write, { client }) {
    const { destination, tag, old } = write;
    const ref = { ...destination, tag: tag.tag };
    if (tag.before === undefined) {
        const deletion = await client.deleteTag(ref);
        return deletion === "unsupported" ? "it is new, and the registry deletes no tags" : undefined;
    }
    if (old === undefined)
        return "what it held before was not fetched";
    await client.putManifest({ ...ref, digest: old.digest }, old.body, old.mediaType, {
        beforeRetry: async () => {
            const now = await lookAt(write, client);
            if (now !== tag.before && now !== tag.after)
                throw new Error("somebody else has changed it");
        },
    });
    return undefined;
}
//# sourceMappingURL=roll-back.js.map
;// CONCATENATED MODULE: ./.cache/bundles/promotion/apply.js











const NOTHING = { set: false, rolledBack: [], residue: [], others: [], unanswered: [] };
const DONE = { failure: undefined, undone: NOTHING, earlier: [], journalLeft: undefined };
/**
 * Carries a plan out: the contents of the whole set, then the journal, then all tags of all images. On a failure,
 * or when the process is told to stop, the tags that still hold what we wrote are put back.
 * `journal` is what is written; `isOwn` tells a fresh one from that of the promotion that is gone on with.
 */
async function applyPlan(plan, images, options, { journal, isOwn }, ports) {
    const { client, signal, log, sleep } = ports;
    const copies = plan.images.map(() => undefined);
    const { concurrency } = options;
    const tagPorts = { client, concurrency, log: (text) => log.info(text), sleep };
    const spareUploads = new SpareUploads();
    let writes = [];
    let earlier;
    let written;
    let isSettled = false;
    try {
        const old = await prepare(plan, options, spareUploads, ports);
        await copyAll(plan, images, { ...options, spareUploads }, copies, ports);
        await giveUp(spareUploads, client);
        const due = plan.images.some(({ tags }) => tags.some(({ before, after }) => before !== after));
        if (!due)
            return { ...DONE, copies };
        writes = await tagWrites(plan, images, old);
        signal.throwIfAborted();
        earlier = await keepEarlier(plan, ports);
        const text = journalText(isOwn ? continued(journal, earlier) : journal);
        await ports.journal.write(text);
        written = text;
        await setTags(writes, signal, tagPorts);
        isSettled = true;
        await ports.journal.remove(text);
        return { ...DONE, copies };
    }
    catch (thrown) {
        if (isSettled)
            return { ...DONE, copies, journalLeft: thrown };
        const failure = failureOf(thrown, signal);
        const isOurs = !(thrown instanceof errors/* UserError */.yo) && !signal.aborted;
        log.warning(isOurs ? (0,runner_failure/* describeFailure */.I)(thrown).text : failure.problem.message);
        const undone = await rollBack(writes, options.onFailure, tagPorts);
        await giveUp(spareUploads, client);
        earlier ??= await movedEarlier(plan, ports);
        // A journal of tags that are all as before tells nothing, and would be taken for one that was cut off.
        const open = [undone.residue, undone.others, undone.unanswered, earlier];
        const isClean = open.every((each) => each.length === 0);
        if (written !== undefined && isOwn && isClean)
            await ports.journal.remove(written).catch(() => undefined);
        return { copies, failure, undone, earlier, journalLeft: undefined };
    }
}
/**
 * A journal that was left may be all that tells what its promotion has moved. Of the same tags, that goes on into
 * the next journal, and is returned; another one is not written over.
 */
async function keepEarlier(plan, { journal, log }) {
    const text = await journal.read();
    if (text === undefined)
        return [];
    try {
        const left = parseJournal(text, JOURNAL_FILE);
        if (isReplacedBy(left, plan))
            return earlierMoves(left, plan);
    }
    catch {
        // What can't be read is kept as well.
    }
    const name = asideName(text);
    await journal.setAside(name);
    log.warning(`${JOURNAL_FILE} was of another promotion, not all of whose tags stand: it is kept as ${name}`);
    return [];
}
/** The same of the journal that lies here, which stays; nothing where that can't be told. */
async function movedEarlier(plan, { journal }) {
    try {
        const text = await journal.read();
        return text === undefined ? [] : earlierMoves(parseJournal(text, JOURNAL_FILE), plan);
    }
    catch {
        return [];
    }
}
/**
 * Proves that every destination that gets something may be written to, by an upload that its first blob will use,
 * and fetches what moving tags hold now: a roll-back puts these bytes back, so they must be had before.
 */
async function prepare(plan, options, spareUploads, { client, signal }) {
    const old = new Map();
    const changing = plan.images.filter(({ tags }) => tags.some(({ before, after }) => before !== after));
    const repositories = new Map(changing.map(({ destination }) => [(0,registry_name/* formatReference */.FH)(destination), destination]));
    const looks = [...repositories.values()].map((destination) => async () => spareUploads.add(destination, await client.startUpload(destination)));
    if (options.onFailure === "roll-back") {
        for (const { destination, tags } of changing) {
            for (const { before, after } of tags) {
                if (before === undefined || before === after)
                    continue;
                const ref = { ...destination, digest: before };
                looks.push(async () => void old.set((0,registry_name/* formatReference */.FH)(ref), await client.getManifest(ref)));
            }
        }
    }
    try {
        await allOrFirstError(looks, signal, async (look) => look());
    }
    catch (thrown) {
        throw onSide(thrown, "destination");
    }
    return old;
}
async function copyAll(plan, images, options, copies, { client, signal, log, progress }) {
    const session = createCopySession({
        client,
        limit: options.concurrency,
        progress,
        spareUploads: options.spareUploads,
    });
    await allOrFirstError([...plan.images.entries()], signal, async ([index, image], stop) => {
        const opened = images[index]?.opened;
        if (opened === undefined)
            throw new Error(`image ${index} of the plan has no source`);
        const copy = await copyContents(opened, image.root, image.destination, {
            session,
            complete: image.standing && !options.heal,
            referrers: options.referrers,
            signal: stop,
        });
        copies[index] = copy;
        log.info(copyLine(image, copy));
    });
}
/** Uploads that no blob needed, or that a failure left. */
async function giveUp(spareUploads, client) {
    await Promise.allSettled(spareUploads.takeAll().map(({ to, session }) => client.cancelUpload(to, session)));
}
function copyLine({ source, destination, root }, { bytes, referrers }) {
    const parts = [`${bytes.moved} bytes moved`, `${bytes.mounted} mounted`, `${bytes.present} present`];
    if (referrers.length > 0)
        parts.push(`${referrers.length} referrers`);
    return `${source} → ${(0,registry_name/* formatReference */.FH)(destination)}@${root.digest}: ${parts.join(", ")}`;
}
async function tagWrites(plan, images, old) {
    const writes = [];
    for (const [index, { destination, root, tags }] of plan.images.entries()) {
        if (tags.length === 0)
            continue;
        const manifest = await images[index]?.opened.manifest(root.digest);
        if (manifest === undefined)
            throw new errors/* UserError */.yo("not-found", `The manifest ${root.digest} is gone from its source`);
        for (const tag of tags) {
            const before = tag.before === undefined
                ? undefined
                : old.get((0,registry_name/* formatReference */.FH)({ ...destination, digest: tag.before }));
            writes.push({ destination, tag, manifest, old: before, state: "none" });
        }
    }
    return writes;
}
//# sourceMappingURL=apply.js.map
// EXTERNAL MODULE: ./.cache/bundles/attest/attached.js
var attest_attached = __webpack_require__(25472);
// EXTERNAL MODULE: ./.cache/bundles/attest/promotion-record.js + 1 modules
var promotion_record = __webpack_require__(81547);
// EXTERNAL MODULE: ./.cache/bundles/attest/test-result.js
var test_result = __webpack_require__(17432);
;// CONCATENATED MODULE: ./.cache/bundles/attest/required-evidence.js





const SIGNATURE = "https://sigstore.dev/cosign/sign/v1";
const PROVENANCE = ["https://slsa.dev/provenance/v1", "https://slsa.dev/provenance/v0.2"];
/** Reasons told of one requirement. */
const TOLD = 5;
/** Answers each requirement, in order. Failures of the registry are answers. */
async function requiredEvidence(source, { digest, requirements, levels }, verifier, signal) {
    let attached;
    try {
        attached = await (0,attest_attached/* attachedBundles */.S)(source, digest, signal);
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return requirements.map((requirement) => ({ requirement, kind: "unknown", error }));
    }
    const looked = attached.map((each) => each.kind === "bundle" ? { ...each, verified: verifier.verify(each.bytes, digest) } : each);
    return requirements.map((requirement) => {
        const reasons = [];
        let unread;
        let untrusted = false;
        for (const each of looked) {
            if (each.kind === "unread") {
                unread ??= each.error;
                continue;
            }
            if (each.kind === "broken") {
                reasons.push(`${(0,registry_digest/* shortDigest */.VK)(each.digest)}: ${each.why}`);
                continue;
            }
            const { verified } = each;
            const { statement } = verified;
            // Of another kind; what can't be read at all may have been meant for this.
            if (statement !== undefined && !isOfKind(requirement, statement.predicateType))
                continue;
            const why = verified.trusted ? whyNot(requirement, verified.statement.predicate, levels) : verified.why;
            if (verified.trusted && why === undefined) {
                const covers = requirement.kind === "gate" ? (0,test_result/* coveredLevels */.Mo)(verified.statement.predicate) : [];
                return { requirement, kind: "found", bundle: each.digest, signer: verified.signer, covers };
            }
            untrusted ||= !verified.trusted;
            reasons.push(`${(0,registry_digest/* shortDigest */.VK)(each.digest)}: ${why}`);
        }
        if (unread !== undefined)
            return { requirement, kind: "unknown", error: unread };
        return { requirement, kind: "missing", why: missing(reasons), untrusted };
    });
}
function isOfKind({ kind }, predicateType) {
    if (kind === "gate")
        return predicateType === test_result/* TEST_RESULT */.bo;
    if (kind === "record")
        return predicateType === promotion_record/* PROMOTION_RECORD */.mr;
    if (kind === "signature")
        return predicateType === SIGNATURE;
    return PROVENANCE.includes(predicateType);
}
function whyNot(requirement, predicate, levels) {
    if (requirement.kind === "gate")
        return (0,test_result/* whyNotOpen */.w2)(predicate, levels);
    if (requirement.kind === "record")
        return (0,promotion_record/* whyNotRecordOf */.wM)(predicate, requirement.environment);
    return undefined;
}
function missing(reasons) {
    if (reasons.length === 0)
        return "none is attached to it";
    const more = reasons.length > TOLD ? `; and ${reasons.length - TOLD} more` : "";
    return `none that counts is attached to it (${reasons.slice(0, TOLD).join("; ")}${more})`;
}
//# sourceMappingURL=required-evidence.js.map
;// CONCATENATED MODULE: ./.cache/bundles/promotion/evidence.js





/** Looks at the digest of each source. Everything that is missing is told, of each image. */
async function checkEvidence(images, required, { client, concurrency, signal }) {
    const limit = (0,registry_limit/* createLimit */.K)(concurrency);
    const { requirements, verifier, levels } = required;
    const answers = await Promise.all(images.map(({ item, root, opened }) => limit(() => requiredEvidence(opened, { digest: root.digest, requirements, levels: levels(item) ?? [] }, verifier, signal))));
    signal.throwIfAborted();
    const refusals = await Promise.all(images.map(async (image, index) => {
        const own = [];
        for (const answer of answers[index] ?? []) {
            const older = answer.kind === "missing" ? await olderTag(image, answer.requirement, client) : "";
            own.push(...refusalsOf(image, answer, older));
        }
        return own;
    }));
    return {
        found: answers.map((each) => each.flatMap(foundEvidence)),
        refusals: refusals.flat(),
        problems: images.flatMap((image, index) => levels(image.item) === undefined
            ? (answers[index] ?? []).flatMap((each) => uncovered(image, each))
            : []),
    };
}
/** A verdict that counts, and that was held against no manifest: it may say less than the service tests. */
function uncovered({ source }, answer) {
    if (answer.kind !== "found" || answer.requirement.kind !== "gate")
        return [];
    const covers = answer.covers.slice(0, evidence_TOLD).join(", ") || "nothing";
    const more = answer.covers.length > evidence_TOLD ? ` and ${answer.covers.length - evidence_TOLD} more` : "";
    return [
        (0,problem/* problem */.C)("warning", "gate-levels-unknown", `Which levels the gate's verdict on ${source} must cover is not known: no manifest here declares this image. It covers ${covers}${more}`, {
            hint: "Check out the repository with its manifests, or promote it by 'services': then every level is asked for.",
        }),
    ];
}
/** Levels that are told of one verdict. */
const evidence_TOLD = 10;
function foundEvidence(answer) {
    if (answer.kind !== "found")
        return [];
    const { requirement, bundle, signer } = answer;
    return [{ requirement: formatRequirement(requirement), attestation: bundle, signer }];
}
/** The tags under which cosign 1 and 2 kept signatures and attestations. Source: cosign, `specs/SIGNATURE_SPEC.md`. */
const OLDER = { signature: "sig", attestation: "att" };
/** Says so where there is a signature of the older form, which is not read; it only explains. */
async function olderTag({ opened, root }, { kind }, client) {
    const { repository } = opened;
    if (repository === undefined || (kind !== "signature" && kind !== "attestation"))
        return "";
    const tag = `${root.digest.replace(":", "-")}.${OLDER[kind]}`;
    try {
        const head = await client.headManifest({ ...repository, tag });
        return head === undefined ? "" : `; the tag ${tag} holds one in cosign's older form, which is not read`;
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        return "";
    }
}
function refusalsOf({ source, root }, answer, older) {
    const name = formatRequirement(answer.requirement);
    const image = `${source} (${root.digest})`;
    if (answer.kind === "missing") {
        return [
            {
                code: "evidence-missing",
                message: `${image} lacks the required evidence '${name}': ${answer.why}${older}`,
                hint: answer.untrusted
                    ? `${ADD_SIGNER} ${HINTS[answer.requirement.kind]}`
                    : HINTS[answer.requirement.kind],
                fault: "refused",
            },
        ];
    }
    if (answer.kind === "unknown") {
        const { error } = answer;
        return [
            {
                code: "evidence-unreadable",
                message: `Whether ${image} has the required evidence '${name}' can't be told: ${error.message.replace(/\.$/, "")}`,
                hint: error.hint ?? "Run it again.",
                fault: error.fault === "request" ? "outside" : error.fault,
            },
        ];
    }
    return [];
}
/** Reusable workflows have a default of their own, which names runs of the default branch alone. */
const ADD_SIGNER = "If who signed it is trusted, add an entry with its repository, workflow and ref to 'trust' (an input of the workflows deliver and promote too, where it replaces the default). Otherwise:";
const HINTS = {
    gate: "Let the last gate attest this digest (input 'attest'), and name who signs it in 'trust'.",
    signature: "Sign it with cosign (--new-bundle-format, so that the signature refers to the image), and name who signs it in 'trust'.",
    attestation: "Attest its build (actions/attest-build-provenance with push-to-registry: true), and name who signs it in 'trust'.",
    record: "Promote it to that environment first, with something to sign the record with.",
};
//# sourceMappingURL=evidence.js.map
;// CONCATENATED MODULE: ./.cache/bundles/promotion/findings.js





/** What a promotion has to tell besides its outcome. Pure. */
/** What could not be put back, one finding each. */
function residueProblems(residue) {
    return residue.map(({ destination, tag, before, now, why }) => {
        const is = now.known ? (now.digest ?? "absent") : "unknown";
        return (0,problem/* problem */.C)("error", "residue", `${(0,registry_name/* formatReference */.FH)({ ...destination, tag })} is not as before: it was ${before ?? "absent"} and is ${is} (${why})`, { hint: `Run the same command again to finish the promotion; ${JOURNAL_FILE} holds what was before.` });
    });
}
/** What the source names and was not copied. */
function leftOutProblems(source, copy) {
    const texts = {
        "non-distributable": "is a layer that only its author may distribute",
        "child-missing": "is listed by an index, which goes on as it is, and does not exist at the source",
        "referrer-missing": "is listed as a referrer and does not exist",
        "referrer-of-another": "is listed as a referrer and refers to another image",
        "cosign-tag-differs": "is tagged for cosign, and that tag holds something else at the destination",
    };
    return (copy?.leftOut ?? []).map(({ digest, reason }) => (0,problem/* problem */.C)("warning", `left-out-${reason}`, `${source}: ${digest} was not copied, it ${texts[reason]}`));
}
/** A journal that stayed though all tags stand. */
function journalProblems(journalLeft) {
    if (journalLeft === undefined)
        return [];
    const message = `All tags stand, but ${JOURNAL_FILE} can't be removed: ${(0,errors/* errorMessage */.gJ)(journalLeft)}`;
    return [(0,problem/* problem */.C)("warning", "journal-left", message, { hint: "Delete the file: its promotion is done." })];
}
/**
 * Where somebody else was seen at work on these tags: what was put back may have been theirs for a moment, between
 * our look and our writing, and no look can tell.
 */
function otherAtWorkProblems(failure, rolledBack) {
    if (failure.code !== "tag-moved" || rolledBack.length === 0)
        return [];
    const addresses = rolledBack.map(({ destination, tag }) => tagAddress(destination, tag));
    return [
        (0,problem/* problem */.C)("warning", "other-at-work", `What was put back may have been set by somebody else at the same time: ${addresses.join(", ")}`, { hint: "If another promotion of these tags ended well, run it again: it finds what it has lost." }),
    ];
}
/** After a failure: what a promotion that was cut off has moved and nobody has put back. */
function earlierProblems(moves) {
    return moves.map(({ address, before, after }) => (0,problem/* problem */.C)("warning", "moved-earlier", `${address} is ${after} since a promotion that was cut off; before that it was ${before ?? "absent"}`, { hint: `Run the same command again to finish that promotion; ${JOURNAL_FILE} holds what was before.` }));
}
/** Tags that we set and somebody else changed since. */
function takenOverProblems(tags) {
    return tags.map(({ address, isAsBefore }) => isAsBefore
        ? (0,problem/* problem */.C)("warning", "tag-taken-over", `${address} was set and then was as before, though it was not put back: by somebody else, or its registry answers late`, { hint: "Look at it again: where it is what was wanted after all, run the same command again." })
        : (0,problem/* problem */.C)("warning", "tag-taken-over", `${address} was set and then changed by somebody else: it was left to them`));
}
/** Tags that are as before, and that a request which was never answered may set yet. */
function unansweredProblems(addresses) {
    return addresses.map((address) => (0,problem/* problem */.C)("warning", "tag-unanswered", `${address} is as before, but what was sent to set it was never answered: the registry may set it yet`, {
        hint: `Look at it again in a while. The same command finishes the promotion; ${JOURNAL_FILE} holds what was before.`,
    }));
}
/** Images of which only some platforms go on: they are other images then. */
function reducedProblems(images) {
    return images.flatMap(({ source, root, reducedFrom }) => reducedFrom === undefined
        ? []
        : [
            (0,problem/* problem */.C)("notice", "platforms-selected", `Of ${source} (${reducedFrom}) only some platforms go on, as an index of its own: ${root.digest}`, { hint: "What is signed or attested for the whole index does not belong to it." }),
        ]);
}
//# sourceMappingURL=findings.js.map
;// CONCATENATED MODULE: ./.cache/bundles/promotion/outcome.js

/** The terminal's exit code of an outcome. */
function exitCodeOfOutcome(outcome) {
    return "cause" in outcome ? exitCodeOf(outcome.cause) : 0;
}
/** How it ended after something went wrong. */
function failedOutcome(cause, state) {
    if (state.residue)
        return { kind: "residue", cause };
    return { kind: state.set ? "rolled-back" : "refused", cause };
}
//# sourceMappingURL=outcome.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/platforms.js






/** Bytes. A configuration holds the image's history, not its files. */
const CONFIG_LIMIT = 4 * 1024 * 1024;
/** BuildKit lists attestations as manifests of no platform that name the image which they are about. */
const ABOUT = "vnd.docker.reference.digest";
/**
 * An index of the wanted platforms with their attestations, its other keys kept; the index itself where all are
 * wanted. An image without an index must be of a wanted platform, and stays itself. `wanted` are
 * `os/architecture`, which takes any variant, or `os/architecture/variant`.
 * @throws UserError `invalid-platform`, `platform-missing`
 */
async function selectPlatforms(source, root, wanted) {
    const asked = wanted.map(parsePlatform);
    if (!(0,media_types/* isIndexType */.$U)(root.mediaType)) {
        const own = await platformOfImage(source, root);
        if (own === undefined || !asked.some((platform) => platforms_matches(own, platform)))
            throw platforms_missing(source, wanted.join(", "), own === undefined ? [] : [own]);
        return { source, root, from: root.digest };
    }
    const index = await source.manifest(root.digest);
    const parsed = (0,registry_manifest/* parseManifest */.Ng)(index.body, index.mediaType, `The index ${root.digest} of ${source.describe()}`);
    const listed = parsed.kind === "index" ? parsed.manifests : [];
    const chosen = new Set();
    for (const [at, platform] of asked.entries()) {
        const found = listed.filter((each) => each.platform !== undefined && platforms_matches(each.platform, platform));
        if (found.length === 0)
            throw platforms_missing(source, wanted[at] ?? "", listed.flatMap((each) => (each.platform === undefined ? [] : [each.platform])));
        for (const { digest } of found)
            chosen.add(digest);
    }
    const about = listed.filter((each) => chosen.has(each.annotations?.[ABOUT] ?? ""));
    for (const { digest } of about)
        chosen.add(digest);
    const whole = withoutGaps(source, chosen);
    if (listed.every(({ digest }) => chosen.has(digest)))
        return { source: whole, root, from: root.digest };
    const made = filtered(index, chosen);
    return {
        source: {
            ...whole,
            manifest: async (digest) => (digest === made.digest ? made : whole.manifest(digest)),
            referrers: async (digest) => (digest === made.digest ? [] : source.referrers(digest)),
            resolve: async () => made,
        },
        root: { mediaType: made.mediaType, digest: made.digest, size: made.size },
        from: root.digest,
    };
}
/** An index may have gaps, but not where somebody asked for just that. */
function withoutGaps(source, chosen) {
    return {
        ...source,
        manifest: (digest) => source.manifest(digest).catch((error) => {
            throw chosen.has(digest) && isAbsent(error) ? lost(source, digest, error) : error;
        }),
    };
}
/** What the configuration of a single image says; undefined where it is none of the known forms. */
async function platformOfImage(source, root) {
    const { body, mediaType } = await source.manifest(root.digest);
    const parsed = (0,registry_manifest/* parseManifest */.Ng)(body, mediaType, `The manifest ${root.digest} of ${source.describe()}`);
    if (parsed.kind !== "image" || parsed.config.size > CONFIG_LIMIT)
        return undefined;
    const { digest, size } = parsed.config;
    const stream = await source.blob(digest, size);
    const bytes = await (0,blobs/* readBlob */.gm)(stream, CONFIG_LIMIT, `The configuration ${digest} of ${source.describe()}`);
    let config;
    try {
        config = JSON.parse(bytes.toString("utf8"));
    }
    catch {
        return undefined;
    }
    if (typeof config !== "object" || config === null)
        return undefined;
    const { os, architecture, variant } = config;
    if (typeof os !== "string" || typeof architecture !== "string")
        return undefined;
    return { os, architecture, variant: typeof variant === "string" ? variant : undefined };
}
/** The index with fewer entries, everything else as it stands, keys that we don't know included. */
function filtered(index, chosen) {
    const value = JSON.parse(index.body.toString("utf8"));
    const manifests = value.manifests.filter(({ digest }) => typeof digest === "string" && chosen.has(digest));
    const body = Buffer.from(JSON.stringify({ ...value, manifests }));
    const digest = (0,registry_digest/* digestOf */.ol)(body, (0,registry_digest/* parseDigest */.m)(index.digest)?.algorithm);
    return { digest, mediaType: index.mediaType, size: body.length, body };
}
function parsePlatform(text) {
    const [os = "", architecture = "", variant, ...more] = text.split("/");
    const parts = [os, architecture, ...(variant === undefined ? [] : [variant])];
    if (more.length > 0 || !parts.every((part) => /^[a-z0-9._-]+$/.test(part))) {
        throw new errors/* UserError */.yo("invalid-platform", `${JSON.stringify(text.slice(0, 100))} is no platform.`, {
            hint: "Write os/architecture or os/architecture/variant, for example linux/amd64 or linux/arm/v7.",
            input: "platforms",
        });
    }
    return { os, architecture, variant };
}
function platforms_matches(found, wanted) {
    if (found.os !== wanted.os || found.architecture !== wanted.architecture)
        return false;
    return wanted.variant === undefined || found.variant === wanted.variant;
}
function lost(source, digest, cause) {
    return new errors/* UserError */.yo("platform-missing", `${source.describe()} lists ${digest} for a platform that was asked for, and does not have it.`, { cause, hint: "Push it anew, or name other platforms.", input: "platforms", fault: "refused" });
}
function platforms_missing(source, wanted, listed) {
    const has = listed.flatMap(({ os, architecture, variant }) => os === "unknown" ? [] : [[os, architecture, variant].filter(Boolean).join("/")]);
    return new errors/* UserError */.yo("platform-missing", `${source.describe()} has no platform ${wanted}: it has ${has.join(", ") || "none"}.`, {
        hint: "Name platforms that the image was built for.",
        input: "platforms",
        fault: "refused",
    });
}
//# sourceMappingURL=platforms.js.map
;// CONCATENATED MODULE: ./.cache/bundles/promotion/resolve.js







/**
 * Resolves every source to a digest and looks at every destination tag. Nothing is written. All failures are
 * returned, not only the first, in the order of the request and each text once.
 */
async function resolveImages(items, { concurrency, platforms = [] }, ports) {
    const limit = (0,registry_limit/* createLimit */.K)(concurrency);
    const settled = await Promise.allSettled(items.map((item) => limit(() => resolveImage(item, platforms, ports))));
    ports.signal.throwIfAborted();
    const failures = settled.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    const seen = new Set();
    return {
        images: settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : [])),
        failures: failures.filter((failure) => {
            if (!(failure instanceof errors/* UserError */.yo))
                return true;
            const isNew = !seen.has(failure.message);
            seen.add(failure.message);
            return isNew;
        }),
    };
}
async function resolveImage(item, platforms, { client, open, signal }) {
    signal.throwIfAborted();
    const whole = open(item.source);
    let opened = whole;
    let root;
    let from;
    let names;
    try {
        root = await whole.resolve();
        from = root.digest;
        (0,registry_manifest/* checkMediaType */.xQ)(root.mediaType, whole.describe());
        if (platforms.length > 0)
            ({ source: opened, root } = await selectPlatforms(whole, root, platforms));
        names = item.tags.length > 0 ? item.tags : [await ownTag(item, opened)];
    }
    catch (thrown) {
        throw onSide(thrown, "source");
    }
    signal.throwIfAborted();
    try {
        const tags = await Promise.all(names.map(async (tag) => {
            const before = (await client.headManifest({ ...item.destination, tag }))?.digest;
            return { tag, before: await asIn(opened, root.digest, before) };
        }));
        const reducedFrom = from === root.digest ? undefined : from;
        // What was built is what the source had; what goes on is a part of it.
        const expected = item.expected === from ? root.digest : item.expected;
        return { item: { ...item, expected }, source: whole.describe(), root, tags, opened, reducedFrom };
    }
    catch (thrown) {
        throw onSide(thrown, "destination");
    }
}
/** The root's own digest where a registry names the same bytes by another algorithm. */
async function asIn(source, root, found) {
    if (found === undefined || (0,registry_digest/* parseDigest */.m)(found)?.algorithm === (0,registry_digest/* parseDigest */.m)(root)?.algorithm)
        return found;
    return (0,registry_digest/* isDigestOf */._Q)(found, (await source.manifest(root)).body) ? root : found;
}
async function ownTag(item, opened) {
    const tag = await opened.tag();
    if (tag !== undefined && (0,registry_name/* isTag */.dz)(tag))
        return tag;
    throw new errors/* UserError */.yo("tag-missing", `There is no tag for ${(0,registry_name/* formatSource */.j2)(item.source)} at its destination`, {
        input: "images",
        hint: "Its source has only a digest: write a tag behind the destination, or give the input 'tags'.",
    });
}
//# sourceMappingURL=resolve.js.map
;// CONCATENATED MODULE: ./.cache/bundles/promotion/survey.js






/** As many looks at once; the client has a limit per host as well. */
const AT_ONCE = 8;
/** As deep as contents are copied: a signature of an attestation of an image. */
const DEPTH = 8;
/** What the destination lacks of an image. Nothing is written. */
async function surveyImage(source, root, destination, client, options) {
    const survey = { missing: false, referrers: [] };
    if (options.contents)
        survey.missing = await lacksContents(source, root, destination, client, options.signal);
    if (!options.referrers)
        return survey;
    const seen = new Set();
    const note = ({ digest, artifactType }) => {
        if (seen.has(digest))
            return false;
        seen.add(digest);
        survey.referrers.push({ digest, artifactType });
        return true;
    };
    const lacks = (referrer) => options.contents && lacksContents(source, referrer, destination, client, options.signal);
    const byTag = cosignSurvey(source, destination, client);
    let level = await collectDigests(source, root);
    for (let depth = 0; level.length > 0 && depth < DEPTH; depth++) {
        const next = [];
        await allOrFirstError(level, options.signal, async (subject) => {
            const listed = await source.referrers(subject);
            for (const { head, isThere } of await byTag(subject)) {
                if (!isThere || (await lacks(head)))
                    survey.missing = true;
                if (note(head) && !options.complete)
                    next.push(head.digest);
            }
            if (listed.length === 0)
                return;
            const there = new Set((await client.referrers(destination, subject)).map(({ digest }) => digest));
            for (const each of listed) {
                const isThere = there.has(each.digest);
                if (!isThere || options.contents) {
                    // What a copy leaves out is nothing that is missing.
                    if (!(await refersTo(source, each.digest, subject)))
                        continue;
                    if (!isThere || (await lacks(each)))
                        survey.missing = true;
                }
                if (note(each))
                    next.push(each.digest);
            }
        });
        level = next;
    }
    return survey;
}
/** Asks for what cosign has attached by tags, and whether the destination has it; without what a copy leaves out. */
function cosignSurvey(source, destination, client) {
    const { repository } = source;
    let tags;
    return async (subject) => {
        if (repository !== undefined)
            tags ??= client.fewTags(repository);
        const known = await tags;
        const found = [];
        for (const tag of cosignTags(subject)) {
            if (known?.has(tag) === false)
                continue;
            const head = await source.tagged(tag);
            if (head === undefined)
                continue;
            const standing = await client.headManifest({ ...destination, tag });
            const isThere = standing?.digest === head.digest;
            if (standing !== undefined && !isThere) {
                const held = await client.getManifest({ ...destination, digest: standing.digest });
                if (loses(held, await source.manifest(head.digest)))
                    continue;
            }
            found.push({ head, isThere });
        }
        return found;
    };
}
/** Whether a listed referrer exists and refers to that subject: a list may name what is gone, or another's. */
async function refersTo(source, digest, subject) {
    let manifest;
    try {
        manifest = await source.manifest(digest);
    }
    catch (error) {
        if (isAbsent(error))
            return false;
        throw error;
    }
    const what = `The manifest ${digest} of ${source.describe()}`;
    return (0,registry_manifest/* parseManifest */.Ng)(manifest.body, manifest.mediaType, what).subject?.digest === subject;
}
async function lacksContents(source, root, destination, client, signal) {
    const limit = (0,registry_limit/* createLimit */.K)(AT_ONCE);
    const nodes = (await collectContents(source, root)).groups.flat();
    let missing = false;
    const looks = nodes.flatMap(({ manifest, blobs }) => [
        async () => (await client.headManifest({ ...destination, digest: manifest.digest })) !== undefined,
        ...blobs.map(({ digest, size }) => () => client.hasBlob(destination, digest, size)),
    ]);
    await allOrFirstError(looks, signal, (look) => limit(async () => {
        signal.throwIfAborted();
        if (!(await look()))
            missing = true;
    }));
    return missing;
}
//# sourceMappingURL=survey.js.map
;// CONCATENATED MODULE: ./.cache/bundles/promotion/promotion.js













/**
 * Promotes a set: the whole of it or nothing. Failures are outcomes, with their cause; only a defect before the
 * first write is thrown.
 */
async function promoteSet(items, options, ports) {
    const end = (promotion) => ({
        planDigest: undefined,
        images: [],
        bytes: { moved: 0, mounted: 0, present: 0 },
        rolledBack: [],
        residue: [],
        ...promotion,
        problems: [...(promotion.problems ?? []), ...warnings],
        requests: requestsOf(items, ports),
    });
    /** Told however it ends. */
    const warnings = [];
    let plan;
    const refuse = (causes) => end({
        outcome: { kind: "refused", cause: causes[0]?.cause ?? "outside" },
        planDigest: plan?.digest,
        images: plan?.images.map((image) => ({ ...image, referrers: [], status: statusOf(image, "failed") })) ?? [],
        problems: causes.map((each) => each.problem),
    });
    try {
        const { images, failures } = await resolveImages(items, options, ports);
        const defect = failures.find((failure) => !(failure instanceof errors/* UserError */.yo));
        if (defect !== undefined)
            throw defect;
        if (failures.length > 0)
            return refuse(failures.map((failure) => failureOf(failure, ports.signal)));
        plan = planOf(images, options.insecureRegistries);
        warnings.push(...reducedProblems(images));
        const refusals = [...plan.refusals];
        const other = options.planDigest === undefined ? undefined : otherPlan(plan, options.planDigest, options.journal);
        if (other !== undefined) {
            refusals.push({
                code: "other-plan",
                message: other,
                hint: "Look at the new plan (dry-run: true), and approve it.",
                fault: "refused",
            });
        }
        if (options.evidence !== undefined) {
            const { concurrency } = options;
            const { client, signal } = ports;
            const checked = await checkEvidence(images, options.evidence, { client, concurrency, signal });
            refusals.push(...checked.refusals);
            warnings.push(...checked.problems);
            const { found } = checked;
            plan = {
                ...plan,
                images: plan.images.map((image, index) => ({ ...image, evidence: found[index] ?? [] })),
            };
        }
        const compatible = await options.compatibility?.();
        refusals.push(...(compatible?.refusals ?? []));
        warnings.push(...(compatible?.problems ?? []));
        if (refusals.length > 0) {
            return refuse(refusals.map(({ code, message, hint, fault }) => ({
                cause: fault,
                problem: (0,problem/* problem */.C)("error", code, message, { hint }),
            })));
        }
        for (const line of planLines(plan))
            ports.log.info(line);
        if (options.dryRun)
            return end(await rehearse(plan, images, options, ports));
        return end(await carryOut(plan, images, options, ports));
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo) && !ports.signal.aborted)
            throw thrown;
        return refuse([failureOf(thrown, ports.signal)]);
    }
}
async function rehearse(plan, images, options, { client, signal }) {
    const told = plan.images.map((image) => ({
        ...image,
        referrers: [],
        status: "unchanged",
    }));
    await allOrFirstError([...told.entries()], signal, async ([index, image]) => {
        const opened = images[index]?.opened;
        if (opened === undefined)
            throw new Error(`image ${index} of the plan has no source`);
        const contents = image.standing && options.heal;
        const { referrers } = options;
        const survey = await surveyImage(opened, image.root, image.destination, client, {
            referrers,
            complete: image.standing && !options.heal,
            contents,
            signal,
        });
        const status = image.standing && !survey.missing ? "unchanged" : "planned";
        told[index] = { ...image, referrers: survey.referrers, status };
    });
    const unchanged = told.every(({ status }) => status === "unchanged");
    return { outcome: { kind: unchanged ? "unchanged" : "planned" }, planDigest: plan.digest, images: told };
}
async function carryOut(plan, images, options, ports) {
    const resumed = options.planDigest !== plan.digest && options.planDigest !== undefined && !allStand(plan);
    const journal = resumed && options.journal !== undefined ? options.journal : journalOf(plan);
    const applied = await applyPlan(plan, images, options, { journal, isOwn: journal !== options.journal }, ports);
    const { failure, undone } = applied;
    const changed = plan.images.some((image, index) => didChange(image, applied.copies[index]));
    const outcome = failure === undefined
        ? { kind: changed ? "promoted" : "unchanged" }
        : failedOutcome(failure.cause, { set: undone.set, residue: undone.residue.length > 0 });
    if (failure === undefined && allStand(plan))
        await dropSettledJournal(plan, ports);
    return {
        outcome,
        planDigest: journal.planDigest,
        images: plan.images.map((image, index) => ({
            ...image,
            referrers: distinctReferrers(applied.copies[index]),
            // What is attached to an image whose tags stand is not taken back.
            status: (failure === undefined || image.standing) && didChange(image, applied.copies[index])
                ? "promoted"
                : statusOf(image, failure === undefined ? "promoted" : "failed"),
        })),
        bytes: sumBytes(applied.copies),
        rolledBack: undone.rolledBack,
        residue: undone.residue,
        problems: [
            ...(failure === undefined
                ? []
                : [failure.problem, ...otherAtWorkProblems(failure.problem, undone.rolledBack)]),
            ...residueProblems(undone.residue),
            ...takenOverProblems(undone.others),
            ...unansweredProblems(undone.unanswered),
            ...earlierProblems(applied.earlier),
            ...applied.copies.flatMap((copy, index) => leftOutProblems(plan.images[index]?.source ?? "", copy)),
            ...journalProblems(applied.journalLeft),
        ],
    };
}
/** A journal that was left here and whose tags all stand now has done its duty. */
async function dropSettledJournal(plan, { journal, log }) {
    let text;
    let left;
    try {
        text = await journal.read();
        if (text === undefined)
            return;
        left = parseJournal(text, JOURNAL_FILE);
    }
    catch {
        return;
    }
    if (!isSettledBy(left, plan))
        return;
    await journal.remove(text).then(() => log.info(`${JOURNAL_FILE} removed: all its tags stand`), () => undefined);
}
function statusOf(image, otherwise) {
    return image.standing ? "unchanged" : otherwise;
}
function didChange(image, copy) {
    return copy?.changed === true || image.tags.some(({ before, after }) => before !== after);
}
function planLines(plan) {
    return plan.images.map(({ source, destination, root, tags }) => {
        const told = tags.map(({ tag, before, after }) => before === after ? `${tag} (stands)` : `${tag} (${before === undefined ? "new" : `from ${before}`})`);
        return `plan: ${source} → ${(0,registry_name/* formatReference */.FH)(destination)}@${root.digest}: ${told.join(", ") || "no further tag"}`;
    });
}
function distinctReferrers(copy) {
    const found = new Map((copy?.referrers ?? []).map((each) => [each.digest, each.artifactType]));
    return [...found].map(([digest, artifactType]) => ({ digest, artifactType }));
}
function sumBytes(copies) {
    const sum = { moved: 0, mounted: 0, present: 0 };
    for (const copy of copies) {
        sum.moved += copy?.bytes.moved ?? 0;
        sum.mounted += copy?.bytes.mounted ?? 0;
        sum.present += copy?.bytes.present ?? 0;
    }
    return sum;
}
/** Each repository counts for one side, all but those that are only read from for the destination's. */
function requestsOf(items, { client }) {
    const destinations = repositories(items.map(({ destination }) => destination));
    const sources = repositories(items.flatMap(({ source }) => (source.kind === "registry" ? [source] : [])));
    let source = 0;
    for (const [name, repository] of sources)
        if (!destinations.has(name))
            source += client.requests(repository);
    return { source, destination: client.requests() - source };
}
function repositories(all) {
    return new Map(all.map(({ registry, repository }) => [`${registry}/${repository}`, { registry, repository }]));
}
//# sourceMappingURL=promotion.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/environment.js





/** The environments of `sluice.yaml`, as `from` and `to` name them. Pure. */
/** @throws UserError `unknown-environment` */
function environmentOf(settings, name, input, file) {
    const all = settings.environments ?? [];
    const found = all.find((each) => each.name === name);
    if (found !== undefined)
        return found;
    const names = all.map((each) => each.name);
    throw new errors/* UserError */.yo("unknown-environment", `There is no environment ${(0,runner_inputs/* quote */.hD)(name)} (input '${input}')`, {
        input,
        hint: names.length === 0
            ? `${file} declares no environments: add them under 'environments:'.`
            : `The environments are: ${names.join(", ")}.${(0,runner_inputs/* didYouMean */.au)(name, names)}`,
    });
}
/**
 * Refuses two environments that are one place, however its name is written: nothing would be promoted.
 * @throws UserError `from-is-to`
 */
function checkPlaces(from, to, { insecure, file }) {
    const [source, destination] = [from, to].map((environment) => repositoryPlace(repositoryIn(environment, { registry: "", repository: "image" }), insecure));
    if (source !== destination)
        return;
    const same = `${(0,runner_inputs/* quote */.hD)(from.name)} and ${(0,runner_inputs/* quote */.hD)(to.name)} are one registry, ${from.registry}`;
    throw new errors/* UserError */.yo("from-is-to", `The environments ${same}${from.registry === to.registry ? "" : ` (or ${to.registry})`}`, {
        file,
        hint: "Give one of them another registry or path. To set other tags in the same place, name them in 'tags'.",
    });
}
/**
 * What the sources must carry: what is asked for, and what the environment requires.
 * @throws UserError `invalid-require`
 */
function requirementsOf(asked, to, file) {
    const own = parseRequirements(to?.require ?? [], { file });
    const all = new Map([...asked, ...own].map((each) => [formatRequirement(each), each]));
    return [...all.values()];
}
//# sourceMappingURL=environment.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/environment-places.js






/** Which environment a destination lies in, by the spelling of its name. Pure. */
/**
 * Refuses a destination outside of the environment `to`: a record would say that it passed through there, and
 * whoever requires that record would believe it.
 * @throws UserError `destination-outside`
 */
function checkInside(items, to, insecure) {
    if (to === undefined)
        return;
    const outside = items.find(({ destination }) => !isInside(destination, to, insecure));
    if (outside === undefined)
        return;
    throw new errors/* UserError */.yo("destination-outside", `The destination ${(0,registry_name/* formatReference */.FH)(outside.destination)} is not in the environment ${(0,runner_inputs/* quote */.hD)(to.name)}, whose registry is ${to.registry}`, {
        input: "images",
        hint: `Write a destination below ${to.registry}, or none; or leave 'to' out: then no record says that it went to ${(0,runner_inputs/* quote */.hD)(to.name)}.`,
    });
}
/**
 * Refuses a destination in an environment other than `to` that requires what is not asked for: writing its registry
 * out must not be a way around what it requires. Where the place of one environment lies in that of another, the
 * inner one counts.
 * @throws UserError `environment-bypassed`, `invalid-require`
 */
function checkRequired(items, { to, environments, asked, insecure, file }) {
    const known = new Set(asked.map(formatRequirement));
    for (const { destination } of items) {
        const places = innermost(destination, environments, insecure);
        if (places.some(({ name }) => name === to?.name))
            continue;
        for (const { name, registry, require } of places) {
            const missing = parseRequirements(require ?? [], { file })
                .map(formatRequirement)
                .filter((each) => !known.has(each));
            if (missing.length === 0)
                continue;
            const wanted = missing.join(", ");
            throw new errors/* UserError */.yo("environment-bypassed", `The destination ${(0,registry_name/* formatReference */.FH)(destination)} is in the environment ${(0,runner_inputs/* quote */.hD)(name)} (${registry}), which requires ${wanted}`, {
                input: to === undefined ? "images" : "to",
                hint: `Pass 'to: ${name}', which asks for it and records the promotion, or add to 'require': ${wanted}.`,
            });
        }
    }
}
/** The environments that a destination lies in, without those around another of them. */
function innermost(destination, environments, insecure) {
    const around = environments.filter((each) => isInside(destination, each, insecure));
    const length = (each) => placeOf(each, insecure)?.length ?? 0;
    const longest = Math.max(...around.map(length));
    return around.filter((each) => length(each) === longest);
}
function isInside(destination, environment, insecure) {
    const place = placeOf(environment, insecure);
    return (place !== undefined && !(0,registry_name/* isLayout */.nW)(destination) && repositoryPlace(destination, insecure).startsWith(place));
}
/** What the names of an environment's images begin with; undefined: its registry can't be read, so it holds none. */
function placeOf(environment, insecure) {
    // Of two segments: Docker Hub reads a name of one as an image of its library.
    const image = "shop/cart";
    try {
        const inside = repositoryIn(environment, { registry: "", repository: `acme/${image}` });
        return repositoryPlace(inside, insecure).slice(0, -image.length);
    }
    catch (thrown) {
        if (thrown instanceof errors/* UserError */.yo)
            return undefined;
        throw thrown;
    }
}
//# sourceMappingURL=environment-places.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/image-set.js




/** The set that the lines of `images` make, and the environment that holds for it. */
async function imageSet(inputs, set, ports) {
    // Without `to` as well: a destination may lie in an environment all the same. No folder does.
    const isInRegistry = set.lines.some(({ destination }) => destination !== undefined && !(0,registry_name/* isLayout */.nW)(destination));
    // Who names no environment needs no default branch: it may be out of reach of a job without credentials for git.
    const orHere = set.to === undefined;
    const settings = orHere && !isInRegistry ? {} : await ports.settings({ orHere });
    const to = set.to === undefined ? undefined : environmentOf(settings, set.to, "to", inputs.configFile);
    const sha = needsCommit(inputs.tags) ? await ports.head() : undefined;
    const items = imageItems(set.lines, { to, tags: inputs.tags, moveTags: inputs.moveTags ?? [], sha });
    checkInside(items, to, inputs.insecureRegistries);
    return { items, to, environments: settings.environments ?? [], compatibility: undefined };
}
//# sourceMappingURL=image-set.js.map
// EXTERNAL MODULE: ./.cache/bundles/attest/statement.js
var attest_statement = __webpack_require__(15995);
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/record.js






/**
 * Records what now stands in an environment. It comes last, since a record says that the tags stand; without it
 * they still do, and the same command adds what is missing. So it never throws: how the promotion ended must be
 * told whatever happens here.
 */
async function recordPromotion(promotion, environment, port) {
    const { kind } = promotion.outcome;
    if (kind !== "promoted" && kind !== "unchanged")
        return { records: [], problems: [] };
    if (!port.canSign()) {
        return {
            records: [],
            problems: [
                (0,problem/* problem */.C)("notice", "not-recorded", `No record of the promotion to ${environment} is attached`, {
                    hint: "Give the job `permissions: id-token: write`, or the input 'signing-key': an unsigned record proves nothing.",
                }),
            ],
        };
    }
    const records = [];
    const problems = [];
    for (const image of distinct(promotion.images)) {
        const place = { ...image.destination, digest: image.root.digest };
        const name = (0,registry_name/* formatReference */.FH)(image.destination);
        const told = { environment, destination: name, digest: place.digest };
        try {
            const { signal } = port;
            if (image.status === "unchanged") {
                const isThere = await unlessStopped(signal, () => port.isRecorded(place, environment));
                if (isThere)
                    continue;
            }
            const predicate = {
                environment,
                service: image.service ?? null,
                source: image.source,
                destination: name,
                tags: image.tags.map(({ tag, before }) => ({ tag, before: before ?? null })),
                planDigest: promotion.planDigest ?? "",
                promotedAt: port.now().toISOString(),
                url: port.url ?? null,
            };
            const statement = (0,attest_statement/* statementOf */.T8)({ name, digest: place.digest }, promotion_record/* PROMOTION_RECORD */.mr, predicate);
            const attach = () => port.attach(place, statement, promotion_record/* PROMOTION_RECORD */.mr);
            records.push({ ...told, attestation: await unlessStopped(signal, attach) });
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* UserError */.yo))
                port.log.warning((0,runner_failure/* describeFailure */.I)(thrown).text);
            records.push({ ...told, attestation: null });
            const message = `The tags of ${name} stand, and the record of the promotion could not be attached: ${(0,errors/* errorMessage */.gJ)(thrown)}`;
            problems.push((0,problem/* problem */.C)("warning", "record-failed", message.replace(/\.$/, ""), {
                hint: "Run the same command again: it adds the record. What requires it refuses until then.",
            }));
        }
    }
    return { records, problems };
}
/**
 * A stop does not wait for work on a record: signing may ask services for longer than a cancelled job lives, and
 * then nothing would be told at all.
 */
function unlessStopped(signal, work) {
    return new Promise((resolve, reject) => {
        const stop = () => {
            const by = typeof signal.reason === "string" ? ` by ${signal.reason}` : "";
            reject(new errors/* UserError */.yo("cancelled", `it was stopped${by}`, { fault: "outside" }));
        };
        if (signal.aborted)
            return stop();
        signal.addEventListener("abort", stop, { once: true });
        work()
            .then(resolve, reject)
            .finally(() => signal.removeEventListener("abort", stop));
    });
}
/** Of several images with one digest in one repository the tags come together. */
function distinct(images) {
    const groups = Map.groupBy(images, ({ destination, root }) => `${(0,registry_name/* formatReference */.FH)(destination)}@${root.digest}`);
    return [...groups.values()].flatMap(([first, ...others]) => {
        if (first === undefined)
            return [];
        const tags = [first, ...others].flatMap((each) => each.tags);
        const unchanged = [first, ...others].every(({ status }) => status === "unchanged");
        return [{ ...first, tags, status: unchanged ? "unchanged" : "promoted" }];
    });
}
//# sourceMappingURL=record.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/declared-levels.js



/** Which levels a gate's verdict on an image must cover: those that its service's manifest declares. Pure. */
/** The levels of a service, as verdicts name them: `service:level`. */
function levelsOf({ name, levels }) {
    return levels.map(({ level }) => `${name}:${level}`);
}
/**
 * The levels of the service that an image is of; undefined where no manifest declares it. An item that names no
 * service is known by its repository: that of a manifest's `image`, or what becomes of it in an environment.
 */
function declaredLevels({ service, source, destination }, { services, declared }, environments, insecure) {
    if (!declared)
        return undefined;
    const place = (repository) => repositoryPlace(repository, insecure);
    const own = new Set([place(destination), ...(source.kind === "registry" ? [place(source)] : [])]);
    const found = services.filter(({ name, image }) => {
        if (service !== undefined)
            return name === service;
        if (image === undefined)
            return false;
        const repository = (0,registry_name/* parseRepository */.SU)(image);
        const places = [repository, ...environments.map((each) => repositoryIn(each, repository))];
        return places.some((each) => own.has(place(each)));
    });
    return found.length === 0 ? undefined : found.flatMap(levelsOf);
}
//# sourceMappingURL=declared-levels.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/required-evidence.js







/** What is required of the sources; nothing is loaded where nothing is. */
async function required_evidence_requiredEvidence(inputs, { items, to, environments: declared }, ports) {
    const requirements = requirementsOf(inputs.require, to, inputs.configFile);
    checkRequired(items, {
        to,
        environments: declared,
        asked: requirements,
        insecure: inputs.insecureRegistries,
        file: inputs.configFile,
    });
    if (requirements.length === 0)
        return undefined;
    if (inputs.platforms.length > 0)
        throw platformsAndRequire(`the environment ${(0,runner_inputs/* quote */.hD)(to?.name ?? "")} requires evidence`);
    if (inputs.trust.length === 0)
        throw trustMissing(`The environment ${(0,runner_inputs/* quote */.hD)(to?.name ?? "")} requires evidence, and this is called`);
    const verifier = await ports.verifier(inputs.trust);
    if (!requirements.some(({ kind }) => kind === "gate"))
        return { requirements, verifier, levels: () => undefined };
    const catalogue = await required_evidence_manifests(ports);
    const environments = [...(catalogue?.settings.environments ?? []), ...(to === undefined ? [] : [to])];
    return {
        requirements,
        verifier,
        levels: (item) => catalogue === undefined
            ? undefined
            : declaredLevels(item, catalogue, environments, inputs.insecureRegistries),
    };
}
/** The manifests that say what a gate has to cover; undefined where there is no repository. Broken ones refuse. */
async function required_evidence_manifests(ports) {
    let catalogue;
    try {
        catalogue = await ports.catalogue();
    }
    catch (thrown) {
        if (thrown instanceof errors/* UserError */.yo && NO_REPOSITORY.has(thrown.code))
            return undefined;
        throw thrown;
    }
    const wrong = (0,problem/* problemsAsError */.z)(catalogue.problems);
    if (wrong !== undefined)
        throw wrong;
    return catalogue;
}
/** Images are promoted by name where there is no checkout, or no git. */
const NO_REPOSITORY = new Set(["git-no-repository", "git-missing"]);
//# sourceMappingURL=required-evidence.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/built.js


/**
 * The digest of a service's build at a commit; undefined where there is no evidence of one at all. Of each leg only
 * the newest attempt counts; what counts must have passed, and agree.
 * @throws UserError `build-not-passed`, `build-contradicts`, `build-of-another-commit`
 */
function builtDigest(service, commit, found) {
    const own = found.filter(({ evidence }) => evidence.service === service && evidence.level === "build");
    const [first] = own;
    if (first === undefined)
        return undefined;
    const here = own.filter(({ evidence }) => evidence.commit === commit);
    if (here.length === 0) {
        throw new errors/* UserError */.yo("build-of-another-commit", `The build of ${service} in ${first.file} is of ${first.evidence.commit.slice(0, 12)}, and HEAD is ${commit.slice(0, 12)}`, {
            file: first.file,
            fault: "refused",
            hint: `Download the evidence of this commit's run to ${evidence/* EVIDENCE_FOLDER */.TX}, or check that commit out.`,
        });
    }
    const newest = new Map();
    for (const each of here) {
        const { run, job, leg, attempt } = each.evidence;
        const key = JSON.stringify([run, job, leg]);
        const other = newest.get(key);
        if (other === undefined || other.evidence.attempt < attempt)
            newest.set(key, each);
        else if (other.evidence.attempt === attempt && other.evidence.digest !== each.evidence.digest)
            throw contradiction(service, [other, each]);
    }
    const counted = [...newest.values()];
    const bad = counted.find(({ evidence }) => evidence.outcome !== "passed" || evidence.digest === null);
    if (bad !== undefined) {
        const { outcome, reason } = bad.evidence;
        const what = outcome === "passed" ? "left no digest" : `has the outcome ${outcome}`;
        throw new errors/* UserError */.yo("build-not-passed", `The build of ${service} ${what}: ${reason}`, {
            file: bad.file,
            fault: "refused",
            hint: "Only what was built is promoted: mend the build and run it again.",
        });
    }
    const digests = new Set(counted.map(({ evidence }) => evidence.digest));
    if (digests.size > 1)
        throw contradiction(service, counted);
    return counted[0]?.evidence.digest ?? undefined;
}
function contradiction(service, found) {
    const said = found.map(({ file, evidence }) => `${file} says ${evidence.digest}`).join(", ");
    return new errors/* UserError */.yo("build-contradicts", `The evidence of the build of ${service} contradicts itself: ${said}`, {
        file: found[0]?.file,
        fault: "refused",
        hint: "Keep the evidence of one run only: which of the two was tested can't be told.",
    });
}
//# sourceMappingURL=built.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/built-sources.js


/** What the build of this commit left of each service. */
async function builtSources(services, head, ports) {
    const names = services.map(({ service }) => service.name);
    const evidence = await ports.buildEvidence(names);
    const sources = new Map();
    const without = [];
    for (const each of services) {
        const { name } = each.service;
        const digest = builtDigest(name, head, evidence);
        if (digest === undefined) {
            without.push(each);
            continue;
        }
        const layout = await ports.layoutOf(name);
        sources.set(name, {
            source: layout === undefined ? { kind: "registry", ...each.image, digest } : { kind: "layout", path: layout },
            expected: digest,
        });
    }
    if (without.length === 0)
        return sources;
    // No evidence: the image that was pushed under this commit's own tag, which no other commit has.
    const versions = await ports.versions(without.map(({ service }) => service.name));
    for (const { service, image } of without) {
        const { dockerTag } = versions.get(service.name) ?? missingVersion(service.name);
        sources.set(service.name, {
            source: { kind: "registry", ...image, tag: dockerTag },
            expected: undefined,
        });
    }
    return sources;
}
//# sourceMappingURL=built-sources.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/service-items.js





/**
 * The services by name, each with an image and with the built-in promotion.
 * @throws UserError `unknown-service`, `image-missing`, `promote-is-command`
 */
function promotedServices(catalogue, names) {
    const all = catalogue.services.map(({ name }) => name);
    return names.map((name) => {
        const service = catalogue.services.find((each) => each.name === name);
        if (service === undefined) {
            throw new errors/* UserError */.yo("unknown-service", `There is no service ${(0,runner_inputs/* quote */.hD)(name)} in this repository`, {
                input: "services",
                hint: `The services are: ${all.slice(0, 50).join(", ")}.${(0,runner_inputs/* didYouMean */.au)(name, all)}`,
            });
        }
        const file = service.manifest;
        if ("run" in service.promote) {
            throw new errors/* UserError */.yo("promote-is-command", `The endpoint promote of ${name} is a command of its own`, {
                file,
                hint: "Use the action run with endpoint: promote for it, or leave it out of 'services'.",
            });
        }
        if (service.image === undefined) {
            throw new errors/* UserError */.yo("image-missing", `The service ${name} declares no image`, {
                file,
                hint: "Add 'image: registry/repository' to its manifest, or promote it by 'images'.",
            });
        }
        checkPatterns(service.promote.moveTags ?? [], file === undefined ? {} : { file });
        return { service, image: (0,registry_name/* parseRepository */.SU)(service.image), ...service.promote };
    });
}
const DEFAULT_TAGS = ["{version}"];
/** The templates of a service's tags, and where they stand. */
function tagTemplates({ service, tags }, settings) {
    if (settings.tags !== undefined)
        return { templates: settings.tags, place: { input: "tags" } };
    if (tags !== undefined && tags.length > 0)
        return { templates: tags, place: { file: service.manifest } };
    return { templates: DEFAULT_TAGS, place: {} };
}
/** The item of a service. */
function serviceItem(promoted, facts, settings) {
    const { templates, place } = tagTemplates(promoted, settings);
    return {
        service: promoted.service.name,
        source: facts.source,
        expected: facts.expected,
        destination: repositoryIn(settings.to, promoted.image),
        tags: expandTags(templates, facts.values, place),
        moveTags: settings.moveTags ?? promoted.moveTags ?? [],
    };
}
/**
 * The source of a service in an environment: under the first tag that its manifest makes of the version, as the
 * promotion to there has set it; `{version}` itself where it makes none.
 */
function sourceIn(from, promoted, version) {
    const templates = (promoted.tags ?? []).filter((each) => each.includes("{version}") && !each.includes("{sha}"));
    const template = templates.includes("{version}") ? undefined : templates[0];
    const [tag = version] = template === undefined
        ? []
        : expandTags([template], { version: { value: version }, sha: { unknown: "it was not asked for" } }, { file: promoted.service.manifest });
    return { kind: "registry", ...repositoryIn(from, promoted.image), tag };
}
//# sourceMappingURL=service-items.js.map
// EXTERNAL MODULE: ./.cache/bundles/graph/graph.js
var graph = __webpack_require__(84601);
;// CONCATENATED MODULE: ./.cache/bundles/graph/compatibility.js


/**
 * Every broken or unknown use among these services that the candidates take part in: what was broken before and has
 * nothing to do with them is not theirs to mend.
 */
function incompatibilities(parties, 
/** Which service provides an API or a topic, by the catalogue: one that is no party is not there at all. */
providerOf) {
    const byName = new Map(parties.map((party) => [party.service, party]));
    const found = [];
    for (const party of parties) {
        if ("unknown" in party.contracts) {
            found.push({
                kind: "unknown",
                service: party.service,
                message: `What ${named(party)} uses and provides can't be read: ${party.contracts.unknown}`,
            });
            continue;
        }
        for (const use of party.contracts.uses) {
            const all = providerOf(use.kind, use.name);
            const providers = all.filter((name) => name !== party.service);
            const there = providers.map((name) => byName.get(name)).filter((each) => each !== undefined);
            if (!party.candidate && !there.some(({ candidate }) => candidate))
                continue;
            const wanted = `${named(party)} uses ${use.kind} ${use.name} ${use.range}`;
            if (there.length === 0) {
                if (use.optional || all.includes(party.service))
                    continue;
                const what = providers.length === 0
                    ? "nothing here is known to provide it"
                    : `${providers.join(", ")}, which provides it, has no release there`;
                const message = `${wanted}, but ${what}`;
                found.push({ kind: "unknown", service: party.service, message });
                continue;
            }
            const read = there.flatMap((provider) => "unknown" in provider.contracts
                ? []
                : [
                    {
                        provider,
                        given: provider.contracts.provides.filter(({ kind, name }) => kind === use.kind && name === use.name),
                    },
                ]);
            // A service hands an API over to another: who does not provide it in this version may not have to.
            const giving = read.filter(({ given }) => given.length > 0);
            if (giving.some(({ given }) => given.some(({ version }) => semver.satisfies(version, use.range))))
                continue;
            const mayGive = read.length < there.length;
            for (const { provider, given } of giving.length > 0 || mayGive ? giving : read) {
                const what = given.length === 0
                    ? "does not provide it"
                    : `provides ${given.map(({ version }) => version).join(", ")}`;
                found.push({
                    kind: use.optional && given.length === 0 ? "unknown" : "broken",
                    service: party.service,
                    message: `${wanted}, but ${named(provider)} ${what}`,
                });
            }
        }
    }
    return found.sort((a, b) => (0,graph/* compare */.UD)(a.kind, b.kind) || (0,graph/* compare */.UD)(a.service, b.service) || (0,graph/* compare */.UD)(a.message, b.message));
}
function named({ service, version, candidate }) {
    return `${service} ${version}${candidate ? "" : " (there)"}`;
}
//# sourceMappingURL=compatibility.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/known-contracts.js
/** Those whose contracts can be read. */
function readableContracts(parties) {
    return parties.flatMap(({ service, contracts }) => "unknown" in contracts ? [] : [{ name: service, ...contracts }]);
}
/** `api name` to the services that provide it. */
function providersIn(services) {
    const providers = new Map();
    for (const { name, provides } of services) {
        for (const each of provides) {
            const key = `${each.kind} ${each.name}`;
            const others = providers.get(key) ?? [];
            if (!others.includes(name))
                providers.set(key, [...others, name]);
        }
    }
    return providers;
}
//# sourceMappingURL=known-contracts.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/residents.js



/** How a registry says that one may not look. */
const DENIED = new Set(["registry-unauthorized", "registry-denied"]);
/** Tags that hold what refers to an image: of registries without the referrers API, and of cosign. */
const OF_A_DIGEST = /^sha256-[0-9a-f]{64}/;
/** Looks at each service once, however often it is asked for. */
function residentsOf(to, ports) {
    const looked = new Map();
    const look = (service) => {
        const found = looked.get(service.name) ?? residentOf(service, to, ports);
        looked.set(service.name, found);
        return found;
    };
    return async (services) => (await Promise.all(services.map(look))).filter((each) => each !== undefined);
}
/** What runs at the destination of a service, by its tags there; undefined where nothing does. */
async function residentOf(service, to, ports) {
    if (service.image === undefined)
        return undefined;
    const resident = (version, contracts) => ({
        service: service.name,
        version: version ?? "of an unknown version",
        candidate: false,
        contracts,
    });
    const repository = repositoryIn(to, (0,registry_name/* parseRepository */.SU)(service.image));
    const templates = "run" in service.promote ? undefined : service.promote.tags;
    let tags;
    try {
        tags = (await ports.listTags(repository)).filter((tag) => !OF_A_DIGEST.test(tag));
    }
    catch (thrown) {
        // Who promotes one service may not be allowed to see the others. Any other failure passes, and is told.
        if (!(thrown instanceof errors/* UserError */.yo) || !DENIED.has(thrown.code))
            throw thrown;
        return resident(undefined, { unknown: `its tags there can't be listed: ${thrown.message}` });
    }
    const version = highestRelease(tags, templates);
    if (version !== undefined)
        return resident(version, await ports.contractsOf(service.name, version));
    return tags.length === 0
        ? undefined
        : resident(undefined, { unknown: "none of its tags there is a release" });
}
//# sourceMappingURL=residents.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/whom-to-ask.js

/**
 * Whom of a destination a set is held against: each look costs a request, and yet nobody whom it breaks may be left
 * out. Three rules: the neighbours of the set; everybody, where manifests may not name all of these; and everybody,
 * where the set would be refused. Pure.
 */
/** Services outside of the set that use one of it, or that one of it uses. */
function neighboursOf(services, set) {
    const providers = providersIn(services);
    const near = new Set();
    for (const { name, uses } of services) {
        for (const use of uses) {
            for (const provider of providers.get(`${use.kind} ${use.name}`) ?? []) {
                if (set.has(name))
                    near.add(provider);
                if (set.has(provider))
                    near.add(name);
            }
        }
    }
    return new Set([...near].filter((name) => !set.has(name)));
}
/**
 * Whether there may be neighbours of the set that no manifest of today names: then everybody is asked. `known` are
 * the contracts by which neighbours were looked for.
 */
function mayMissNeighbours({ coming, replaced }, today, known) {
    return usesTheUnknown(readableContracts(coming), today, known) || providesAnother(coming, replaced);
}
/**
 * Whether a set would be refused by those who were asked: then everybody is asked, for another service there may
 * provide what the manifests of today say of one near.
 */
function wouldBeRefused(found) {
    return found.some(({ kind }) => kind === "broken");
}
/** Whether one uses what nobody is known to provide, and its manifest of today says nothing of it. */
function usesTheUnknown(coming, today, known) {
    const providers = providersIn(known);
    return coming.some(({ name, uses }) => {
        const declared = today.find((each) => each.name === name)?.uses ?? [];
        return uses.some((use) => !providers.has(`${use.kind} ${use.name}`) &&
            !declared.some((each) => each.kind === use.kind && each.name === use.name));
    });
}
/**
 * Whether a version of the set provides something else than the one that it replaces: then anybody who runs there
 * may use what was, whatever the manifest of today says. What can't be read counts as something else.
 */
function providesAnother(coming, replaced) {
    const old = new Map(replaced.map(({ service, contracts }) => [service, contracts]));
    return coming.some(({ service, contracts }) => {
        const now = provided(contracts);
        return now === undefined || provided(old.get(service)) !== now;
    });
}
/** What is provided, as one text; nobody's is nothing. */
function provided(contracts) {
    if (contracts === undefined)
        return "";
    if ("unknown" in contracts)
        return undefined;
    return contracts.provides
        .map(({ kind, name, version }) => `${kind} ${name} ${version}`)
        .sort()
        .join();
}
//# sourceMappingURL=whom-to-ask.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/uses.js





/**
 * Holds the `uses` of each service against the versions of the set and of the destination, where the highest
 * release tag counts. Of the destination those services are looked at that use, or are used by, one of the set; all
 * of them where the manifests of today may not name every user: where a version of the set provides something else
 * than the one that it replaces, or uses what nobody is known to provide, or where the set would be refused.
 */
async function checkUses(catalogue, candidates, to, ports) {
    const today = catalogue.services;
    const coming = await comingParties(candidates, ports);
    const set = new Set(candidates.map(({ service }) => service));
    const others = today.filter(({ name, image }) => image !== undefined && !set.has(name));
    const residents = residentsOf(to, ports);
    const declared = coming.flatMap(({ service }) => today.find(({ name }) => name === service) ?? []);
    const replaced = others.length === 0 ? [] : await residents(declared);
    const ask = async (services) => {
        const parties = [...coming, ...(await residents(services))];
        // What a version of the set provides no more had a provider, too.
        const providers = providersIn([...today, ...readableContracts(parties), ...readableContracts(replaced)]);
        return incompatibilities(parties, (kind, name) => providers.get(`${kind} ${name}`) ?? []);
    };
    // What a version uses and provides may not be what the manifest of today says.
    const known = [...today, ...readableContracts(coming)];
    const near = neighboursOf(known, set);
    const asked = mayMissNeighbours({ coming, replaced }, today, known)
        ? others
        : others.filter(({ name }) => near.has(name));
    let found = await ask(asked);
    if (asked.length < others.length && wouldBeRefused(found))
        found = await ask(others);
    return told(found, to);
}
/** The services of the set as those that come. */
function comingParties(candidates, ports) {
    return Promise.all(candidates.map(async ({ service, version, contracts }) => {
        const known = contracts ?? (await ports.contractsOf(service, version));
        return { service, version, candidate: true, contracts: known };
    }));
}
/** What breaks refuses; what nobody can tell is a warning. */
function told(found, to) {
    return {
        refusals: found
            .filter(({ kind }) => kind === "broken")
            .map(({ message }) => ({
            code: "uses-broken",
            message: `${message} (environment ${to.name})`,
            hint: "Promote the service that fits along with it, or a version that the other can use.",
            fault: "refused",
        })),
        problems: found
            .filter(({ kind }) => kind === "unknown")
            .map(({ message }) => (0,problem/* problem */.C)("warning", "uses-unknown", `${message} (environment ${to.name})`, {
            hint: "Whether they run together is not known. Where commits are missing, check out with fetch-depth: 0.",
        })),
    };
}
//# sourceMappingURL=uses.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/service-set.js







/** The set that services make: of what their builds left, or of what runs in the environment `from`. */
async function serviceSet(inputs, set, ports) {
    const catalogue = await ports.catalogue();
    const wrong = (0,problem/* problemsAsError */.z)(catalogue.problems);
    if (wrong !== undefined)
        throw wrong;
    const settings = await ports.settings();
    const { to, from } = environments(settings, set, inputs);
    const services = promotedServices(catalogue, set.names);
    const all = catalogue.services.map(({ name }) => name);
    if (set.versions !== undefined)
        checkVersionNames(set.versions, all);
    const versions = await versionsOf(set, services, ports);
    const versionOf = ({ name }) => versions.get(name) ?? missingVersion(name);
    const head = await ports.head();
    const sources = from === undefined ? await builtSources(services, head, ports) : sourcesIn(from, services, versionOf);
    const items = [];
    for (const each of services) {
        const { name } = each.service;
        const source = sources.get(name);
        const { version, dockerTag } = versionOf(each.service);
        if (source === undefined)
            throw new Error(`no source was found for ${name}`);
        const needsSha = needsValue(tagTemplates(each, inputs).templates, "sha");
        const sha = !needsSha
            ? { unknown: "it was not asked for" }
            : from === undefined
                ? { value: head }
                : await commitOf(name, version, ports);
        const facts = { ...source, values: { version: { value: dockerTag }, sha } };
        items.push(serviceItem(each, facts, { to, tags: inputs.tags, moveTags: inputs.moveTags }));
    }
    const candidates = services.map(({ service }) => ({
        service: service.name,
        version: versionOf(service).version,
        // Without `from` it is this commit's build, whatever it is called.
        contracts: from === undefined ? service : undefined,
    }));
    const compatibility = () => checkUses(catalogue, candidates, to, ports.uses);
    return { items, to, environments: settings.environments ?? [], compatibility };
}
/** What runs of the services in an environment, at these versions. */
function sourcesIn(from, services, versionOf) {
    return new Map(services.map((each) => {
        const { dockerTag } = versionOf(each.service);
        return [each.service.name, { source: sourceIn(from, each, dockerTag), expected: undefined }];
    }));
}
/** The environments that `to` and `from` name. */
function environments(settings, set, { configFile, insecureRegistries, tags }) {
    const to = environmentOf(settings, set.to, "to", configFile);
    const from = set.from === undefined ? undefined : environmentOf(settings, set.from, "from", configFile);
    // Tags that are asked for by name are new ones there, or the plan refuses them.
    if (from !== undefined && tags === undefined)
        checkPlaces(from, to, { insecure: insecureRegistries, file: configFile });
    return { to, from };
}
/** The versions of the services: as given, or this commit's. */
async function versionsOf(set, services, ports) {
    const names = services.map(({ service }) => service.name);
    if (set.versions === undefined)
        return ports.versions(names);
    const versions = new Map();
    for (const name of names) {
        const version = set.versions.get(name) ?? missingVersion(name);
        versions.set(name, { version, dockerTag: versionTag(version) });
    }
    return versions;
}
/** The commit of a version that was built some time ago: HEAD may be another one. */
async function commitOf(service, version, ports) {
    const value = await ports.commitOf(service, version);
    if (value !== undefined)
        return { value };
    return {
        unknown: `the commit of ${service} ${version} is not in this clone (fetch its tags: actions/checkout with fetch-depth: 0)`,
    };
}
//# sourceMappingURL=service-set.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/told.js


/** A promotion as the result that is published. Pure. */
const CAUSES = {
    refused: "rule",
    request: "request",
    outside: "outside",
};
function resultOf(promotion, dryRun, recorded) {
    const { outcome } = promotion;
    const endedWell = !("cause" in outcome);
    return {
        schema: "promote.result.v1",
        outcome: outcome.kind,
        cause: "cause" in outcome ? CAUSES[outcome.cause] : null,
        dryRun,
        planDigest: promotion.planDigest ?? null,
        images: promotion.images.map(({ service, source, destination, root, status, tags, referrers, evidence }) => ({
            service: service ?? null,
            source,
            destination: (0,registry_name/* formatReference */.FH)(destination),
            digest: root.digest,
            mediaType: root.mediaType,
            status,
            tags: tags.map(({ tag, before, after, mayStay }) => ({
                tag,
                before: before ?? null,
                after,
                mayStay,
            })),
            referrers: referrers.map((each) => ({
                digest: each.digest,
                artifactType: each.artifactType ?? null,
            })),
            evidence: [...evidence],
        })),
        digests: endedWell ? Object.fromEntries(digestsOf(promotion.images)) : {},
        bytes: promotion.bytes,
        requests: promotion.requests,
        rolledBack: promotion.rolledBack.map(({ destination, tag }) => ({
            destination: (0,registry_name/* formatReference */.FH)(destination),
            tag,
        })),
        residue: promotion.residue.map(({ destination, tag, before, now }) => ({
            destination: (0,registry_name/* formatReference */.FH)(destination),
            tag,
            before: before ?? null,
            now: now.known ? (now.digest ?? null) : "unknown",
        })),
        records: recorded.records,
        problems: [...recorded.problems, ...promotion.problems],
    };
}
//# sourceMappingURL=told.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/promote.js









/** Makes the set and promotes it. What the user can mend is an outcome (refused), not a thrown error. */
async function run(inputs, ports) {
    try {
        const ended = await promotion(inputs, ports);
        const { to } = inputs.set;
        const recorded = to === undefined || inputs.dryRun
            ? { records: [], problems: [] }
            : await recordPromotion(ended, to, ports.record);
        const { source } = ended.requests;
        // Records are read and attached at destinations, after the promotion has counted.
        const requests = { source, destination: ports.promotion.client.requests() - source };
        return resultOf({ ...ended, requests }, inputs.dryRun, recorded);
    }
    finally {
        await ports.promotion.client.close();
    }
}
async function promotion(inputs, ports) {
    let ready;
    try {
        ready = await prepared(inputs, ports);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        return refusedBy(thrown, ports);
    }
    const { items, evidence, compatibility, journal } = ready;
    const { referrers, heal, onFailure, planDigest, dryRun, concurrency, platforms } = inputs;
    const options = {
        insecureRegistries: inputs.insecureRegistries,
        referrers,
        heal,
        onFailure,
        planDigest,
        journal,
        dryRun,
        concurrency,
        platforms,
        evidence,
        compatibility,
    };
    return promoteSet(items, options, ports.promotion);
}
async function prepared(inputs, ports) {
    const made = inputs.set.kind === "images"
        ? await imageSet(inputs, inputs.set, ports)
        : await serviceSet(inputs, inputs.set, ports);
    const evidence = await required_evidence_requiredEvidence(inputs, made, ports);
    const journal = inputs.journal === undefined
        ? undefined
        : parseJournal(await ports.readJournal(inputs.journal), inputs.journal);
    return { items: made.items, compatibility: made.compatibility, evidence, journal };
}
/** A promotion that ended before it looked at any image. */
function refusedBy(error, ports) {
    const failure = failureOf(error, ports.promotion.signal);
    return {
        outcome: { kind: "refused", cause: failure.cause },
        planDigest: undefined,
        images: [],
        bytes: { moved: 0, mounted: 0, present: 0 },
        requests: { source: 0, destination: 0 },
        rolledBack: [],
        residue: [],
        problems: [failure.problem],
    };
}
//# sourceMappingURL=promote.js.map
// EXTERNAL MODULE: ./.cache/bundles/runner/markdown.js
var markdown = __webpack_require__(20104);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem-list.js
var problem_list = __webpack_require__(78503);
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/report.js





/** The most rows of a table; the whole is in the result file. */
const TABLE_ROWS = 500;
/** A picture of more images can't be read. */
const PICTURED = 12;
const EXIT_CODES = { rule: 1, request: 2, outside: 3 };
function report(result, _inputs) {
    const unrecorded = result.records.filter(({ attestation }) => attestation === null).length;
    const left = unrecorded === 0 ? "" : `, ${unrecorded} of ${result.records.length} records NOT attached`;
    const headline = `promote ${result.outcome}: ${verdictLine(result)}${left}`;
    return {
        headline,
        markdown: `${[
            `### ${(0,markdown/* escapeMarkdown */.FV)(`promote: ${result.outcome}`)}`,
            opening(result),
            unrecordedImages(result),
            residue(result),
            report_images(result),
            report_evidence(result),
            records(result),
            figures(result),
            picture(result),
            rolledBack(result),
            (0,problem_list/* problemList */.g)(result.problems),
        ]
            .filter((part) => part !== "")
            .join("\n\n")}\n`,
        outputs: {
            outcome: result.outcome,
            digests: JSON.stringify(result.digests),
            bytes: String(result.bytes.moved),
            requests: String(result.requests.source + result.requests.destination),
            "plan-digest": result.planDigest ?? "",
        },
        // A record that is missing changes nothing there: the tags stand, and what requires it refuses by itself.
        exitCode: result.cause === null ? 0 : EXIT_CODES[result.cause],
    };
}
/** What happened, in one line. */
function verdictLine(result) {
    const tags = result.images.flatMap((image) => image.tags);
    const changing = tags.filter(({ before, after }) => before !== after).length;
    const set = count(result.images.length, "image");
    const first = result.problems.find(({ severity }) => severity === "error");
    const why = first === undefined ? "" : oneLine(first.message);
    switch (result.outcome) {
        case "planned":
            return `${set}, ${count(changing, "tag")} to set, nothing was written`;
        case "promoted":
            return `${set}, ${count(changing, "tag")} set, ${bytesText(result.bytes.moved)} moved`;
        case "unchanged":
            return `nothing to do, ${count(tags.length, "tag")} of ${set} ${tags.length === 1 ? "stands as it" : "stand as they"} should`;
        case "refused":
            return `no tag was set${left(result) === NOTHING_LEFT ? "" : `, ${left(result)}`}. ${why}`;
        case "rolled-back":
            return `${count(result.rolledBack.length, "tag")} put back, ${left(result)}. ${why}`;
        case "residue":
            return `${count(result.residue.length, "tag")} not as before. ${why}`;
    }
}
const NOTHING_LEFT = "nothing of ours is left";
/** What is left after a roll-back, as far as looking could tell. */
function left(result) {
    const open = result.problems.filter(({ code }) => code === "tag-unanswered").length;
    return open === 0 ? NOTHING_LEFT : `${count(open, "tag")} may be set yet`;
}
function opening(result) {
    const lines = [`**${(0,markdown/* escapeMarkdown */.FV)(verdictLine(result))}**`];
    const first = result.problems.find(({ severity }) => severity === "error");
    if (result.cause !== null && first?.hint !== undefined)
        lines.push((0,markdown/* escapeMarkdown */.FV)(first.hint));
    // No full stop: people copy it.
    if (result.planDigest !== null)
        lines.push(`Plan ${(0,markdown/* code */.aY)(result.planDigest)}`);
    return lines.join("  \n");
}
/** The tags stand, and what the next environment may ask for is not there: that must not pass unseen. */
function unrecordedImages(result) {
    const missing = result.records.filter(({ attestation }) => attestation === null);
    if (missing.length === 0)
        return "";
    const lines = missing.map(({ destination, digest }) => `- ${(0,markdown/* code */.aY)(`${destination}@${(0,registry_digest/* shortDigest */.VK)(digest)}`)}`);
    return [
        `⚠️ **The record of this promotion is missing on ${count(missing.length, "image")}.** The tags stand. Run the same command again: it adds it.`,
        "",
        ...lines.slice(0, TABLE_ROWS),
        ...(0,problem_list/* moreLines */.N)(lines.length - TABLE_ROWS),
    ].join("\n");
}
function residue(result) {
    if (result.residue.length === 0)
        return "";
    const lines = result.residue.map(({ destination, tag, before, now }) => `- ${(0,markdown/* code */.aY)(`${destination}:${tag}`)}: was ${shortOrAbsent(before)}, is ${now === "unknown" ? "unknown" : shortOrAbsent(now)}`);
    const what = `Not as before (the same command finishes the promotion; ${(0,markdown/* code */.aY)(JOURNAL_FILE)} holds what was there):`;
    return [what, "", ...lines.slice(0, TABLE_ROWS), ...(0,problem_list/* moreLines */.N)(lines.length - TABLE_ROWS)].join("\n");
}
function report_images(result) {
    if (result.images.length === 0)
        return "";
    const rows = result.images.map((image) => [
        (0,markdown/* code */.aY)(image.service ?? nameOf(image.destination)),
        (0,markdown/* code */.aY)(image.source),
        (0,markdown/* code */.aY)(image.destination),
        (0,markdown/* code */.aY)((0,registry_digest/* shortDigest */.VK)(image.digest)),
        tagCell(image, result.outcome === "planned"),
        image.status === "failed" ? "not promoted" : image.status,
    ]);
    const head = [
        "Image",
        "From",
        "To",
        "Digest",
        `Tags (before → ${result.cause === null ? "after" : "wanted"})`,
        "Status",
    ];
    const mayStay = result.outcome === "planned" && result.images.some(({ tags }) => tags.some((tag) => tag.mayStay));
    return [
        (0,markdown/* table */.tp)(head, rows.slice(0, TABLE_ROWS)),
        ...(0,problem_list/* moreLines */.N)(rows.length - TABLE_ROWS),
        ...(mayStay ? ["May stay: the tag is new, and a roll-back may not be able to delete it again."] : []),
    ].join("\n\n");
}
/** What was required of each image, and by whom it is signed. */
function report_evidence(result) {
    const rows = result.images.flatMap((image) => image.evidence.map((each) => [
        (0,markdown/* code */.aY)(image.service ?? nameOf(image.destination)),
        (0,markdown/* code */.aY)(each.requirement),
        (0,markdown/* code */.aY)(each.signer),
        (0,markdown/* code */.aY)((0,registry_digest/* shortDigest */.VK)(each.attestation)),
    ]));
    if (rows.length === 0)
        return "";
    const head = ["Image", "Required", "Signed by", "Attestation"];
    return (0,markdown/* details */.zH)(`Evidence (${rows.length})`, [(0,markdown/* table */.tp)(head, rows.slice(0, TABLE_ROWS)), ...(0,problem_list/* moreLines */.N)(rows.length - TABLE_ROWS)].join("\n\n"));
}
/** The promotion records that were attached, or could not be. */
function records(result) {
    if (result.records.length === 0)
        return "";
    const rows = result.records.map((each) => [
        (0,markdown/* code */.aY)(each.environment),
        (0,markdown/* code */.aY)(each.destination),
        (0,markdown/* code */.aY)((0,registry_digest/* shortDigest */.VK)(each.digest)),
        each.attestation === null ? "**not attached**" : (0,markdown/* code */.aY)((0,registry_digest/* shortDigest */.VK)(each.attestation)),
    ]);
    const head = ["Environment", "Image", "Digest", "Record"];
    return (0,markdown/* details */.zH)(`Promotion records (${rows.length})`, [(0,markdown/* table */.tp)(head, rows.slice(0, TABLE_ROWS)), ...(0,problem_list/* moreLines */.N)(rows.length - TABLE_ROWS)].join("\n\n"));
}
function tagCell(image, planned) {
    return image.tags
        .map(({ tag, before, after, mayStay }) => {
        if (before === after)
            return `${(0,markdown/* code */.aY)(tag)} stands`;
        return `${(0,markdown/* code */.aY)(tag)} ${before === null ? "new" : (0,markdown/* code */.aY)((0,registry_digest/* shortDigest */.VK)(before))} → ${(0,markdown/* code */.aY)((0,registry_digest/* shortDigest */.VK)(after))}${planned && mayStay ? " (may stay)" : ""}`;
    })
        .join("<br>");
}
function figures({ bytes, requests, images, outcome }) {
    if (outcome === "planned" || images.length === 0)
        return "";
    const referrers = images.reduce((sum, image) => sum + image.referrers.length, 0);
    const parts = [
        `${bytesText(bytes.moved)} moved`,
        `${bytesText(bytes.mounted)} mounted`,
        `${bytesText(bytes.present)} present`,
        count(referrers, "referrer"),
        `${count(requests.source, "request")} to sources, ${requests.destination} to destinations`,
    ];
    return `${(0,markdown/* escapeMarkdown */.FV)(parts.join("; "))}.`;
}
/** From and to, by registry. Labels hold only characters that mean nothing to Mermaid. */
function picture(result) {
    if (result.images.length === 0 || result.images.length > PICTURED)
        return "";
    const lines = result.images.flatMap((image, index) => {
        const from = `s${index}["${label(image.source.split("@")[0] ?? "")}"]`;
        const to = `d${index}["${label(image.destination)}"]`;
        const tags = image.tags.map(({ tag }) => tag).slice(0, 4);
        const text = tags.length === 0 ? "" : `|"${label(tags.join(" "))}"|`;
        const stands = image.status === "promoted" || image.status === "unchanged";
        return [`\t${from} ${stands ? "-->" : "-.->"}${text} ${to}`];
    });
    return (0,markdown/* details */.zH)("Picture", ["```mermaid", "flowchart LR", ...lines, "```"].join("\n"));
}
function label(text) {
    return text.replace(/[^A-Za-z0-9 ._:/-]/g, "_").slice(0, 100);
}
function rolledBack(result) {
    if (result.rolledBack.length === 0)
        return "";
    const lines = result.rolledBack.map(({ destination, tag }) => `- ${(0,markdown/* code */.aY)(`${destination}:${tag}`)}`);
    return (0,markdown/* details */.zH)(`Put back (${lines.length})`, [...lines.slice(0, TABLE_ROWS), ...(0,problem_list/* moreLines */.N)(lines.length - TABLE_ROWS)].join("\n"));
}
function shortOrAbsent(digest) {
    return digest === null ? "absent" : (0,markdown/* code */.aY)((0,registry_digest/* shortDigest */.VK)(digest));
}
function nameOf(destination) {
    return destination.slice(destination.indexOf("/") + 1);
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
function oneLine(text) {
    return text.replace(/[\r\n]+/g, " ").slice(0, 1000);
}
//# sourceMappingURL=report.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/action.js




/** `promote`: the same digests, in the next registry. */
const promoteAction = {
    name: "promote",
    description: "The same digests, in the next registry: the whole set or nothing, tags last.",
    inputs: INPUTS,
    outputs: OUTPUTS,
    examples: [
        "sluice promote --images 'ghcr.io/acme/shop/cart:1.2.3 => registry.internal/shop/cart:1.2.3'",
        "sluice promote --services cart,catalog --versions cart=1.2.3,catalog=2.0.1 --from staging --to production --dry-run",
        "sluice promote --images 'oci-layout:image => localhost:5000/cart' --tags 1.2.3,latest --move-tags latest",
        "sluice promote --images 'ghcr.io/acme/shop/cart:1.2.3 => oci-layout:export/cart'",
    ],
    parse: parseInputs,
    ports: promotePorts,
    run: run,
    answersStop: true,
    report: report,
};
//# sourceMappingURL=action.js.map

/***/ }),

/***/ 97677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   attachBundle: () => (/* binding */ attachBundle)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _registry_digest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(54726);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89723);
/* harmony import */ var _registry_media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53280);
/* harmony import */ var _registry_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79025);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33786);
/* harmony import */ var _bundle_format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(42470);







/**
 * Attaches a bundle of a signed statement to an image, as a referrer; in a registry without the referrers API also
 * under the fallback tag. Returns the digest of what was attached.
 * @throws UserError `attest-image-missing`; RegistryError
 */
async function attachBundle(client, image, bundle, now) {
    const { registry, repository } = image;
    const to = { registry, repository };
    const head = await client.headManifest({ ...to, digest: image.digest });
    if (head === undefined) {
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo("attest-image-missing", `There is no image ${(0,_registry_name_js__WEBPACK_IMPORTED_MODULE_3__/* .formatReference */ .FH)(image)}`, {
            hint: "Push it first: a signed statement is attached to the image in its registry.",
        });
    }
    const subject = { mediaType: head.mediaType, digest: image.digest, size: head.size };
    const config = await put(client, to, _bundle_format_js__WEBPACK_IMPORTED_MODULE_5__/* .EMPTY_BLOB */ .u, _bundle_format_js__WEBPACK_IMPORTED_MODULE_5__/* .EMPTY_MEDIA_TYPE */ .ST);
    const layer = await put(client, to, bundle.bytes, _bundle_format_js__WEBPACK_IMPORTED_MODULE_5__/* .BUNDLE_MEDIA_TYPE */ .NV);
    const body = Buffer.from((0,_bundle_format_js__WEBPACK_IMPORTED_MODULE_5__/* .bundleManifest */ .Q7)(subject, { config, layer, predicateType: bundle.predicateType }, now));
    const digest = (0,_registry_digest_js__WEBPACK_IMPORTED_MODULE_6__/* .digestOf */ .ol)(body);
    const { subjectAccepted } = await client.putManifest({ ...to, digest }, body, _registry_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .OCI_MANIFEST */ .EG);
    if (!subjectAccepted) {
        const manifest = { digest, mediaType: _registry_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .OCI_MANIFEST */ .EG, size: body.length, body };
        const listed = (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .referrerDescriptor */ .xh)(manifest, (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .Ng)(body, _registry_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .OCI_MANIFEST */ .EG, `The referrer ${digest}`));
        await client.addToReferrersTag(to, image.digest, [listed]);
    }
    return digest;
}
async function put(client, to, bytes, mediaType) {
    const descriptor = { mediaType, digest: (0,_registry_digest_js__WEBPACK_IMPORTED_MODULE_6__/* .digestOf */ .ol)(bytes), size: bytes.length };
    if (!(await client.hasBlob(to, descriptor.digest, descriptor.size)))
        await client.uploadBlob(to, descriptor, async () => node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([bytes]));
    return descriptor;
}
//# sourceMappingURL=attach.js.map

/***/ }),

/***/ 81547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mr: () => (/* binding */ PROMOTION_RECORD),
  wM: () => (/* binding */ whyNotRecordOf)
});

// UNUSED EXPORTS: promotionRecordSchema

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/iso.js



function datetime(params) {
    return api/* _isoDateTime */.G1(schemas/* ZodISODateTime */.You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}

;// CONCATENATED MODULE: ./.cache/bundles/attest/promotion-record.js

/** The predicate of a promotion record: that a digest was promoted to an environment. Pure. */
/** Versioned: another meaning gets another number. Described by `schema/promotion-record.v1.json`. */
const PROMOTION_RECORD = "https://github.com/sluice-actions/sluice/promotion-record/v1";
const promotionRecordSchema = schemas/* strictObject */.rej({
    environment: schemas/* string */.YjP().min(1).describe("The environment that it was promoted to."),
    service: schemas/* string */.YjP().nullable(),
    source: schemas/* string */.YjP().describe("What it was promoted from, as it was named."),
    destination: schemas/* string */.YjP().describe("registry/repository"),
    tags: schemas/* array */.YOg(schemas/* strictObject */.rej({
        tag: schemas/* string */.YjP(),
        before: schemas/* string */.YjP().nullable().describe("The digest that the tag had; null where it did not exist."),
    }))
        .describe("The tags that point at the digest since."),
    planDigest: schemas/* string */.YjP(),
    promotedAt: datetime(),
    url: schemas/* string */.YjP().nullable().describe("The page of the run."),
});
/** Readers ignore what they don't know (CONTRACT). */
const readSchema = schemas/* object */.Ikc({ environment: schemas/* string */.YjP() });
/** Why a predicate is no record of a promotion to this environment; undefined: it is one. */
function whyNotRecordOf(predicate, environment) {
    const parsed = readSchema.safeParse(predicate);
    if (!parsed.success)
        return "its predicate is no promotion record";
    if (parsed.data.environment === environment)
        return undefined;
    return `it is a record of the environment ${JSON.stringify(parsed.data.environment.slice(0, 100))}`;
}
//# sourceMappingURL=promotion-record.js.map

/***/ }),

/***/ 95825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ diskReportFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _catalog_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48538);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33786);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69088);
/* harmony import */ var _file_bytes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(27908);
/* harmony import */ var _found_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43800);








/** Reports on disk. Links are never followed: a report could otherwise be any file of the machine. */
/** The most reports of one glob. */
const FILE_LIMIT = 100_000;
/** The files below `directory`, the repository. */
function diskReportFiles(directory) {
    let chunk;
    return {
        find: async (folder, globs) => {
            const found = new Map();
            for (const glob of globs)
                for (const file of await findFiles(directory, folder, glob))
                    found.set(file.path, file);
            return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
        },
        open: (path) => bytesOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, path)),
        lineCount: async (path) => {
            chunk ??= Buffer.allocUnsafeSlow(CHUNK_BYTES);
            return countLines((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, path), chunk);
        },
    };
}
async function findFiles(directory, folder, glob) {
    const paths = await (0,_found_files_js__WEBPACK_IMPORTED_MODULE_6__/* .globFiles */ .CJ)({
        root: directory,
        folder,
        glob,
        dot: true,
        limit: FILE_LIMIT,
        refuse: (why) => {
            if (why === "no-glob") {
                return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo("report-glob", `${(0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(glob)} is no glob of reports`, {
                    hint: `Write a path such as reports/*.xml, of at most ${_catalog_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .GLOB_LIMIT */ .xv} characters.`,
                });
            }
            if (why === "outside") {
                return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo("report-glob", `'${glob}' leads out of the service's folder`, {
                    hint: "Globs of reports are relative to the service; let the tool write its reports there.",
                });
            }
            return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo("report-glob", `'${glob}' finds ${why.tooWide}`, {
                hint: "Name the folder that the reports are written to.",
            });
        },
    });
    const files = [];
    for (const path of paths) {
        const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, path)).catch(() => undefined);
        if (stat?.isFile() === true)
            files.push({ path, modified: stat.mtimeMs });
    }
    return files;
}
async function* bytesOf(path) {
    yield* (0,_file_bytes_js__WEBPACK_IMPORTED_MODULE_7__/* .fileBytes */ .s)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW));
}
const LINE_FEED = 0x0a;
const CHUNK_BYTES = 256 * 1024;
/**
 * Lines as an editor numbers them; a line feed at the end begins no new one. Without waiting: there are thousands of
 * small files, and for each a promise for every step costs several times as much as the steps.
 */
function countLines(path, chunk) {
    try {
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path).isFile())
            return undefined;
    }
    catch {
        return undefined;
    }
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
    try {
        let count = 0;
        let last = LINE_FEED;
        for (let size = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, chunk); size > 0; size = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, chunk)) {
            const bytes = chunk.subarray(0, size);
            for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1))
                count++;
            last = bytes.at(-1) ?? last;
        }
        return last === LINE_FEED ? count : count + 1;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
//# sourceMappingURL=disk.js.map

/***/ }),

/***/ 55309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ testCountsSchema),
/* harmony export */   DG: () => (/* binding */ ratioSchema),
/* harmony export */   EE: () => (/* binding */ fileCoverageSchema),
/* harmony export */   TX: () => (/* binding */ EVIDENCE_FOLDER),
/* harmony export */   eU: () => (/* binding */ COVERAGE_FOLDER),
/* harmony export */   jU: () => (/* binding */ evidenceSchema),
/* harmony export */   tL: () => (/* binding */ IMAGE_FOLDER),
/* harmony export */   x_: () => (/* binding */ evidenceFileName)
/* harmony export */ });
/* unused harmony exports notableTestSchema, fileTotalsSchema, fileStateSchema, legPartsSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

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
const ratioSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ covered: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0), total: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0) })
    .refine(({ covered, total }) => covered <= total, "more is covered than there is");
/** What a report says of a file in numbers alone, where it gives no detail. */
const fileTotalsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    lines: ratioSchema.optional(),
    branches: ratioSchema.optional(),
    functions: ratioSchema.optional(),
    statements: ratioSchema.optional(),
});
/** The state of a source file: lcov's VER, one of each kind (hashes of one length are), and by line a hash of 31 bits of lcov's checksum of the line. */
const fileStateSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    versions: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
    checksums: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(), zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0)])).optional(),
});
/** Coverage of one file: hits by line, and branches, functions and statements where the format has them. */
const fileCoverageSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** Repository path. */
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Pairs of line and hits, ascending by line. */
    lines: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(), zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0)])),
    /**
     * [line, key, covered]: a key is the format's name, a space, and what tells arms of one line apart in that
     * format (keys without a format are of an unknown one); null where no format has branches.
     */
    branches: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()])).nullable(),
    /** [line, the format's name, a space and the function's name, covered]; null where no format has functions. */
    functions: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()])).nullable(),
    /**
     * [key, how many, covered]; absent or null where the format has no statements. A key is the format's name, a
     * space, and what tells the statement apart in that format: statements of two formats are never added.
     */
    statements: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0), zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()]))
        .nullable()
        .optional(),
    /** Of reports that give numbers alone for this file; absent or null where none does. */
    totals: fileTotalsSchema.nullable().optional(),
    /**
     * What a tool says of the state of the source that it counted in; absent or null where none does. Coverage of
     * two states is never united.
     */
    state: fileStateSchema.nullable().optional(),
});
/** What a leg is made of, so that one of several that is missing can be told. */
const legPartsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** How many jobs the matrix makes; null where the runner does not say. */
    total: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().nullable(),
    /** The values of the job's matrix, as dotted path and text, sorted; null for a job without one. */
    matrix: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()])).nullable(),
    /** Which part of the level's tests this is. */
    shard: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ index: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(), count: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive() }).nullable(),
    /** What tells two runs of one level in one job apart. */
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
});
const evidenceSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("evidence.v1"),
    service: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** A test level, or `build`. */
    level: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    leg: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** How many legs this job's matrix has for this level, where the runner says so; else null. */
    legs: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().nullable(),
    /** Absent in evidence of older versions, whose legs can only be counted. */
    legParts: legPartsSchema.optional(),
    /** GITHUB_REPOSITORY; absent or null where it is not known. */
    repository: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().optional(),
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
/** The folder that the gate writes the merged coverage to; not hidden, so that it can be uploaded. */
const COVERAGE_FOLDER = "sluice-coverage";
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

/***/ 27908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ fileBytes)
/* harmony export */ });
/* harmony import */ var _runner_young_generation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33592);

/** How much is read at once. */
const CHUNK_BYTES = 256 * 1024;
/**
 * The bytes of a file that is open, from where it stands, of any length. All chunks share one buffer: each is
 * valid only until the next one is asked for, so a reader that keeps bytes copies them. A buffer for each, as
 * Node's streams have it, costs a reader tens of megabytes of memory that waits to be collected. Closes the file,
 * unless nothing is ever asked for.
 */
async function* fileBytes(handle) {
    try {
        (0,_runner_young_generation_js__WEBPACK_IMPORTED_MODULE_0__/* .keepYoungSmall */ .f)();
        const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
        for (;;) {
            const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, null);
            if (bytesRead === 0)
                return;
            yield bytesRead === CHUNK_BYTES ? buffer : buffer.subarray(0, bytesRead);
        }
    }
    finally {
        await handle.close();
    }
}
//# sourceMappingURL=file-bytes.js.map

/***/ }),

/***/ 43800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ readFound),
/* harmony export */   Bv: () => (/* binding */ openFound),
/* harmony export */   CJ: () => (/* binding */ globFiles),
/* harmony export */   h1: () => (/* binding */ FILE_LIMIT),
/* harmony export */   lY: () => (/* binding */ findFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14006);
/* harmony import */ var _catalog_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48538);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33786);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69088);
/* harmony import */ var _file_bytes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(27908);








/**
 * Finding and reading files that others made: links are not followed, globs stay in their folder, and the number
 * of files has a limit.
 */
/** The most files that globs of evidence may find. */
const FILE_LIMIT = 10_000;
/** The largest file that is read whole, in bytes. */
const SIZE_LIMIT = 64 * 1024 * 1024;
/** The most entries of folders that are looked at: a glob that needs more is a mistake. */
const ENTRY_LIMIT = 500_000;
/** Folders that hold no reports and are large; a glob whose fixed part leads into one looks into it. */
const SKIPPED = new Set([".git", "node_modules"]);
/** Repository paths of the regular files that a glob matches, sorted. */
async function globFiles(search) {
    const { root, folder, dot, limit, refuse } = search;
    const glob = search.glob.replace(/^(\.\/)+/, "");
    if (glob === "" || glob.length > _catalog_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .GLOB_LIMIT */ .xv)
        throw refuse("no-glob");
    if (/^(\/|[A-Za-z]:)/.test(glob) || glob.includes("\0") || glob.split("/").includes(".."))
        throw refuse("outside");
    const matches = picomatch__WEBPACK_IMPORTED_MODULE_6__(glob, { dot });
    // Without a special character the whole glob is its base: a file of its folder, or nothing.
    const { base, glob: special } = picomatch__WEBPACK_IMPORTED_MODULE_6__.scan(glob);
    const within = special === "" ? folderOf(glob) : base;
    const start = [folder, ...within.split("/")].filter((each) => each !== "" && each !== ".").join("/");
    if (!(await isPlainFolder(root, start)))
        return [];
    const prefix = folder === "." ? 0 : folder.length + 1;
    const found = [];
    const folders = [start];
    let seen = 0;
    for (let each = folders.pop(); each !== undefined; each = folders.pop()) {
        for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, each), { withFileTypes: true })) {
            if (++seen > ENTRY_LIMIT)
                throw refuse({ tooWide: `more than ${ENTRY_LIMIT} entries of folders` });
            const path = each === "" ? entry.name : `${each}/${entry.name}`;
            if (entry.isDirectory()) {
                if (special !== "" && !SKIPPED.has(entry.name))
                    folders.push(path);
            }
            else if (entry.isFile() && matches(path.slice(prefix)))
                found.push(path);
            if (found.length > limit)
                throw refuse({ tooWide: `more than ${limit} files` });
        }
    }
    return found.sort();
}
function folderOf(path) {
    const slash = path.lastIndexOf("/");
    return slash < 0 ? "" : path.slice(0, slash);
}
/** Whether a path leads to a folder and through no link. */
async function isPlainFolder(root, folder) {
    let current = root;
    for (const segment of folder === "" ? [] : folder.split("/")) {
        current = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(current, segment);
        const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(current).catch(() => undefined);
        if (stat?.isDirectory() !== true)
            return false;
    }
    return true;
}
/** Files of evidence and others that an input names by a glob, relative to `root`. */
async function findFiles(root, glob, input) {
    return globFiles({
        root,
        folder: ".",
        glob: glob.replaceAll("\\", "/"),
        dot: false,
        limit: FILE_LIMIT,
        refuse: (why) => {
            if (why === "no-glob") {
                return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo("glob-invalid", `Input '${input}' has ${(0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(glob)}, which is no glob`, {
                    input,
                    hint: `Write a path such as sluice-evidence/**, of at most ${_catalog_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .GLOB_LIMIT */ .xv} characters.`,
                });
            }
            if (why === "outside") {
                return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo("glob-outside", `Input '${input}' has the glob ${(0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(glob)}, which leaves the working directory`, { input, hint: "Write a path that is relative to the working directory and has no '..'." });
            }
            return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo("glob-too-wide", `Input '${input}' has the glob ${(0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(glob)}, which finds ${why.tooWide}`, { input, hint: "Write a narrower glob." });
        },
    });
}
/** The bytes of a file that was found, as a stream of any length, or why they can't be had. */
async function openFound(root, path) {
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path), node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
        if ((await handle.stat()).isFile())
            return { bytes: (0,_file_bytes_js__WEBPACK_IMPORTED_MODULE_7__/* .fileBytes */ .s)(handle) };
        await handle.close();
        return { why: "it is no file" };
    }
    catch (cause) {
        return { why: (0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errorMessage */ .gJ)(cause) };
    }
}
/** The text of a file that was found, or why it can't be had. */
async function readFound(root, path) {
    let handle;
    try {
        handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path), node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
    }
    catch (cause) {
        return { why: (0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errorMessage */ .gJ)(cause) };
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
        return { why: (0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errorMessage */ .gJ)(cause) };
    }
    finally {
        await handle.close();
    }
}
//# sourceMappingURL=found-files.js.map

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

/***/ 20639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ambientOf: () => (/* binding */ ambientOf)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);

/**
 * Looks in these clouds; a bundle holds only what it names.
 * The result throws UserError `cloud-credentials-failed` when the cloud has some but does not give them out.
 */
function ambientOf(clouds) {
    return async (registry, ports) => {
        const host = registry.toLowerCase();
        const provider = await clouds.find((each) => each.owns(host))?.load();
        if (provider?.serves(host) !== true)
            return undefined;
        try {
            return await provider.find(host, ports);
        }
        catch (cause) {
            if (cause instanceof _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
                throw cause;
            throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("cloud-credentials-failed", `${provider.cloud} gave no credentials for ${registry}: ${printable((0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(cause))}`, { fault: "outside", cause, hint: `${provider.hint} Or give them in the input registry-auth.` });
        }
    };
}
const MAX_MESSAGE = 300;
function printable(text) {
    return text
        .replace(/[\p{C}\s]+/gu, " ")
        .trim()
        .slice(0, MAX_MESSAGE);
}
//# sourceMappingURL=ambient.js.map

/***/ }),

/***/ 5865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AMAZON: () => (/* binding */ AMAZON),
/* harmony export */   AMAZON_PUBLIC: () => (/* binding */ AMAZON_PUBLIC),
/* harmony export */   AZURE: () => (/* binding */ AZURE)
/* harmony export */ });
/* harmony import */ var _ecr_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57772);

/** The clouds whose libraries are small enough for every bundle. Google's stands apart, in google-cloud.ts. */
const AMAZON = {
    owns: (host) => (0,_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEcrHost */ .w)(host) !== undefined,
    load: async () => (await __webpack_require__.e(/* import() */ 3549).then(__webpack_require__.bind(__webpack_require__, 83549))).ecr,
};
const AMAZON_PUBLIC = {
    owns: _ecr_host_js__WEBPACK_IMPORTED_MODULE_0__/* .isEcrPublic */ .M,
    load: async () => (await __webpack_require__.e(/* import() */ 1247).then(__webpack_require__.bind(__webpack_require__, 21247))).ecrPublic,
};
const AZURE = {
    owns: (host) => /\.azurecr\.(?:io|cn|us)$/.test(host),
    load: async () => (await __webpack_require__.e(/* import() */ 404).then(__webpack_require__.bind(__webpack_require__, 60404))).azure,
};
//# sourceMappingURL=clouds.js.map

/***/ }),

/***/ 96248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ GOOGLE)
/* harmony export */ });
const GOOGLE = {
    owns: (host) => host === "gcr.io" || /\.(?:gcr\.io|pkg\.dev)$/.test(host),
    load: async () => (await __webpack_require__.e(/* import() */ 7300).then(__webpack_require__.bind(__webpack_require__, 27300))).google,
};
//# sourceMappingURL=google-cloud.js.map

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
