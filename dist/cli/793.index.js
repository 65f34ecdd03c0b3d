export const id = 793;
export const ids = [793];
export const modules = {

/***/ 4793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  promoteAction: () => (/* binding */ promoteAction)
});

// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(3786);
// EXTERNAL MODULE: ./.cache/bundles/runner/inputs.js
var runner_inputs = __webpack_require__(9088);
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
var digest = __webpack_require__(4726);
// EXTERNAL MODULE: ./.cache/bundles/registry/endpoint.js
var endpoint = __webpack_require__(3275);
// EXTERNAL MODULE: ./.cache/bundles/runner/action.js
var action = __webpack_require__(7203);
// EXTERNAL MODULE: ./.cache/bundles/registry/name.js
var registry_name = __webpack_require__(9025);
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
            destination: destination === undefined ? undefined : parseDestination(destination),
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
function parseDestination(text) {
    const destination = (0,registry_name/* parseReference */.F2)(text, "images");
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
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
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
        description: "Lines of `source [=> destination]`. A source has a tag or a digest, or is oci-layout:PATH[:tag]. Without a destination the environment `to` gives it.",
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
    { name: "to", description: "The environment that is promoted to. Required for `services`." },
    {
        name: "tags",
        description: "Tags of destinations that name none; {version} and {sha} stand for the version and the commit. Default: for services what the manifest declares, or {version}; for images the source's tag.",
    },
    {
        name: "move-tags",
        description: "Patterns of tags that may come to point at another digest; * stands for anything without a dot. A full version moves only if it is named in full. Default: for services what the manifest declares, else none.",
    },
    { name: "platforms", description: "Only these platforms of an index.", later: true },
    {
        name: "referrers",
        description: "Whether what refers to an image (signatures, attestations) comes along.",
        default: "true",
    },
    {
        name: "require",
        description: "Evidence that must be there: gate, signature, attestation, record:<environment>.",
        later: true,
    },
    { name: "trust", description: "Whose signatures count for `require`.", later: true },
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
    { name: "concurrency", description: "Requests at once to one registry.", default: "8" },
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
    return {
        configFile: inputs.required("config-file"),
        set: parseSet(inputs),
        tags: tags?.length === 0 ? undefined : tags,
        moveTags,
        referrers: inputs.boolean("referrers"),
        onFailure: inputs.choice("on-failure", ["roll-back", "leave"]) ?? "roll-back",
        heal: inputs.boolean("heal"),
        concurrency: inputs.integer("concurrency", 1) ?? 8,
        planDigest,
        journal,
        dryRun: inputs.boolean("dry-run"),
        registryAuth: inputs.text("registry-auth"),
        insecureRegistries: (0,endpoint/* parseInsecureRegistries */.XT)(inputs.list("insecure-registries", { commas: true })),
    };
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
    if (text === undefined || (0,digest/* isDigest */.Bc)(text))
        return text;
    throw new errors/* UserError */.yo("invalid-plan-digest", `Input 'plan-digest' is ${(0,runner_inputs/* quote */.hD)(text)}, which is no digest`, {
        input: "plan-digest",
        hint: "Pass the output 'plan-digest' of the dry run, sha256: and 64 hexadecimal digits.",
    });
}
//# sourceMappingURL=inputs.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/bundles/catalog/load.js + 3 modules
var load = __webpack_require__(6729);
// EXTERNAL MODULE: ./.cache/bundles/catalog/paths.js
var paths = __webpack_require__(8538);
// EXTERNAL MODULE: ./.cache/bundles/catalog/repository.js
var repository = __webpack_require__(4616);
// EXTERNAL MODULE: ./.cache/bundles/catalog/settings-file.js
var settings_file = __webpack_require__(4512);
// EXTERNAL MODULE: ./.cache/bundles/context/read.js
var read = __webpack_require__(6396);
// EXTERNAL MODULE: ./.cache/bundles/evidence/disk.js
var disk = __webpack_require__(5825);
// EXTERNAL MODULE: ./.cache/bundles/evidence/evidence.js
var evidence = __webpack_require__(5309);
// EXTERNAL MODULE: ./.cache/bundles/git/git.js + 5 modules
var git_git = __webpack_require__(9907);
// EXTERNAL MODULE: ./.cache/bundles/git/tree.js
var tree = __webpack_require__(6693);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 13 modules
var schemas = __webpack_require__(5491);
;// CONCATENATED MODULE: ./.cache/bundles/promotion/request.js

/** A tag at its destination, `registry/repository:tag`. */
function tagAddress(destination, tag) {
    return (0,registry_name/* formatReference */.FH)({ registry: destination.registry, repository: destination.repository, tag });
}
/** Whether two names mean the same repository. */
function isSameRepository(a, b) {
    return a.registry === b.registry && a.repository === b.repository;
}
//# sourceMappingURL=request.js.map
;// CONCATENATED MODULE: ./.cache/bundles/promotion/plan.js




/** Makes the plan of a set. */
function planOf(resolved) {
    const refusals = [...resolved.flatMap(ownRefusals), ...digestRefusals(resolved)];
    const taken = new Map();
    const images = resolved.map(({ item, source, root, tags }) => {
        const own = [];
        for (const { tag, before } of tags) {
            const address = tagAddress(item.destination, tag);
            const other = taken.get(address);
            if (other === undefined) {
                taken.set(address, root.digest);
                own.push({ tag, before, after: root.digest, mayStay: before === undefined });
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
        return { service: item.service, source, destination: item.destination, root, tags: own, standing };
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
    return (0,digest/* digestOf */.ol)(lines.sort(byCodeUnits).join("\n"));
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
function ownRefusals({ item, source, root, tags }) {
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
    if (isSamePlace(item, tags.map(({ tag }) => tag))) {
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
function isSamePlace({ source, destination }, tags) {
    if (source.kind !== "registry" || source.digest !== undefined)
        return false;
    return isSameRepository(source, destination) && tags.every((tag) => tag === source.tag);
}
/** `digests` carries no hosts, so hosts that meet in one name must have one digest. */
function digestRefusals(resolved) {
    const groups = Map.groupBy(resolved, ({ item }) => item.service ?? item.destination.repository);
    return [...groups].flatMap(([key, group]) => {
        const hosts = new Set(group.map(({ item }) => item.destination.registry));
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
const journal_digest = schemas/* string */.YjP().refine(digest/* isDigest */.Bc, "is no digest");
const journalSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("promotion-journal.v1"),
    planDigest: journal_digest,
    images: schemas/* array */.YOg(schemas/* strictObject */.rej({
        source: schemas/* string */.YjP(),
        destination: schemas/* string */.YjP().describe("registry/repository"),
        digest: journal_digest,
        tags: schemas/* array */.YOg(schemas/* strictObject */.rej({
            tag: schemas/* string */.YjP().refine(registry_name/* isTag */.dz, "is no tag"),
            before: journal_digest.nullable().describe("null where the tag did not exist."),
            after: journal_digest,
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
            destination: `${destination.registry}/${destination.repository}`,
            digest: root.digest,
            tags: tags.map(({ tag, before, after }) => ({ tag, before: before ?? null, after })),
        })),
    };
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
    const images = parsed.data.images.map(({ destination, tags }) => ({
        destination: (0,registry_name/* parseRepository */.SU)(destination),
        tags: tags.map(({ tag, before, after }) => ({
            tag,
            before: before ?? undefined,
            after,
            mayStay: before === null,
        })),
    }));
    if (planDigest(images) !== parsed.data.planDigest)
        throw wrong("its plan digest is not that of its tags");
    return parsed.data;
}
/** The tags of a journal by address. */
function tagsOf(journal) {
    return new Map(journal.images.flatMap(({ destination, tags }) => tags.map(({ tag, before, after }) => [
        tagAddress((0,registry_name/* parseRepository */.SU)(destination), tag),
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
// EXTERNAL MODULE: ./.cache/bundles/registry/client.js + 10 modules
var registry_client = __webpack_require__(6663);
// EXTERNAL MODULE: ./.cache/bundles/registry/keychain.js + 2 modules
var keychain = __webpack_require__(1436);
// EXTERNAL MODULE: ./.cache/bundles/registry/layout.js + 1 modules
var layout = __webpack_require__(4614);
// EXTERNAL MODULE: ./.cache/bundles/registry/manifests.js
var manifests = __webpack_require__(478);
// EXTERNAL MODULE: ./.cache/bundles/registry/registry-error.js
var registry_error = __webpack_require__(5014);
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
        manifest: (digest) => client.getManifest({ ...repository, digest }),
        blob: (digest, size, signal) => client.getBlob(repository, digest, size, { signal }),
        referrers: (digest) => client.referrers(repository, digest),
    };
}
//# sourceMappingURL=source.js.map
// EXTERNAL MODULE: ./.cache/bundles/runner/problem.js
var problem = __webpack_require__(1806);
// EXTERNAL MODULE: ./.cache/bundles/versions/compute.js + 20 modules
var compute = __webpack_require__(8);
// EXTERNAL MODULE: ./.cache/bundles/versions/tag.js
var versions_tag = __webpack_require__(4538);
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/ports.js





















/** The largest file of evidence of a build, in bytes: it holds no tests and no coverage. */
const EVIDENCE_LIMIT = 4 * 1024 * 1024;
async function promotePorts(host, inputs) {
    const { directory, environment, log, signal } = host;
    const event = await (0,read/* readEvent */.j)(environment);
    const git = (0,git_git/* openGit */.z)({ directory, environment });
    const client = (0,registry_client/* createRegistryClient */.H)({
        credentials: (0,keychain/* openKeychain */.X)({
            registryAuth: inputs.registryAuth,
            env: environment,
            mask: (secret) => log.mask(secret),
        }),
        insecureRegistries: inputs.insecureRegistries,
        mask: (secret) => log.mask(secret),
        log,
        concurrency: inputs.concurrency,
        signal,
    });
    let loaded;
    const catalogue = () => {
        loaded ??= (0,repository/* repositoryName */.aR)(event, git).then((name) => (0,load/* loadCatalogue */.O)(git.workingTree(), { configFile: inputs.configFile, repositoryName: name }));
        return loaded;
    };
    return {
        promotion: {
            client,
            open: (reference) => openSource(client, reference, directory),
            journal: diskJournal(directory),
            log,
            signal,
        },
        settings: async () => {
            const tree = settingsTree(directory, inputs.configFile);
            const found = await (0,settings_file/* readSettings */.sb)(tree, new paths/* FileList */.$c(await tree.list()), inputs.configFile);
            const wrong = (0,problem/* problemsAsError */.zh)(found.problems);
            if (wrong !== undefined)
                throw wrong;
            return found.settings;
        },
        catalogue,
        head: () => git.head(),
        versions: async (services) => {
            const { actions } = host;
            const computed = await (0,compute/* computeVersions */.z)({ git, catalogue: await catalogue(), event, actions, services });
            const wrong = (0,problem/* problemsAsError */.zh)(computed.problems);
            if (wrong !== undefined)
                throw wrong;
            return new Map(computed.services.map(({ service, version, dockerTag }) => [service, { version, dockerTag }]));
        },
        commitOf: async (service, version) => {
            // Unreleased versions name their commit in the metadata, released ones are tags.
            const hash = /\+(?:.*\.)?g([0-9a-f]{7,40})(?:\.|$)/.exec(version)?.[1];
            const tag = (0,versions_tag/* tagName */.wZ)((0,versions_tag/* tagForm */.HJ)(await catalogue()), service, version);
            return git.commit(hash ?? `refs/tags/${tag}`);
        },
        buildEvidence: (services) => readEvidence(directory, services),
        layoutOf: async (service) => {
            // A build that pushed its image leaves the folder empty, or it was not made at all.
            const entries = await (0,promises_.readdir)((0,external_node_path_.join)(directory, evidence/* IMAGE_FOLDER */.tL, service)).catch((cause) => {
                if (cause.code === "ENOENT")
                    return [];
                throw cause;
            });
            return entries.length === 0 ? undefined : `${evidence/* IMAGE_FOLDER */.tL}/${service}`;
        },
        readJournal: async (file) => {
            const text = await readSmallFile((0,external_node_path_.resolve)(directory, file), JOURNAL_LIMIT).catch((cause) => {
                throw new errors/* UserError */.yo("journal-unreadable", `The journal ${file} can't be read: ${(0,errors/* errorMessage */.gJ)(cause)}`, {
                    input: "journal",
                    cause,
                    hint: "Give its path relative to the working directory.",
                });
            });
            if (text !== undefined)
                return text;
            throw new errors/* UserError */.yo("journal-unreadable", `There is no journal ${file}`, {
                input: "journal",
                hint: "Give its path relative to the working directory.",
            });
        },
    };
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
/** Evidence files are written by `run`: `<service>.build.<leg>.a<attempt>.json`, in folders of artifacts or not. */
async function readEvidence(directory, services) {
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
/** A regular file's text, links not followed; undefined where there is none. */
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
function diskJournal(directory) {
    const path = (0,external_node_path_.join)(directory, JOURNAL_FILE);
    return {
        read: () => readSmallFile(path, JOURNAL_LIMIT),
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
            }
            catch (cause) {
                await (0,promises_.rm)(partial, { force: true });
                throw new errors/* UserError */.yo("journal-unwritable", `The journal can't be written: ${(0,errors/* errorMessage */.gJ)(cause)}`, {
                    fault: "outside",
                    cause,
                    hint: "The working directory must be writable: no tag is set without a journal.",
                });
            }
        },
        remove: () => (0,promises_.rm)(path, { force: true }),
    };
}
//# sourceMappingURL=ports.js.map
// EXTERNAL MODULE: ./.cache/bundles/runner/failure.js
var runner_failure = __webpack_require__(9235);
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
            problem: (0,problem/* problem */.CC)("error", "cancelled", `The promotion was stopped${by} before it was done`, {
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
;// CONCATENATED MODULE: ./.cache/bundles/registry/blob-copy.js
/** Brings one blob to a repository, in the cheapest way that there is. */
async function copyBlob(session, source, blob, to, options) {
    const { client } = session;
    const { digest, size } = blob;
    const { signal } = options;
    return session.limit(() => session.withBlob(to.registry, digest, async (holders) => {
        signal?.throwIfAborted();
        if (options.force === true)
            holders.clear();
        if (holders.has(to.repository))
            return "present";
        const outcome = await bring(holders);
        holders.add(to.repository);
        return outcome;
    }));
    async function bring(holders) {
        let upload;
        if (options.force !== true) {
            if (options.lookFirst && (await client.hasBlob(to, digest, size)))
                return "present";
            const from = holderOf(holders);
            if (from !== undefined) {
                const mount = await client.mountBlob(to, digest, from);
                if (mount.mounted)
                    return "mounted";
                upload = mount.session;
            }
            if (!options.lookFirst && (await client.hasBlob(to, digest, size))) {
                if (upload !== undefined)
                    await client.cancelUpload(to, upload);
                return "present";
            }
        }
        const open = () => source.blob(digest, size, signal);
        await client.uploadBlob(to, { digest, size }, open, { session: upload, signal });
        return "moved";
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
// EXTERNAL MODULE: ./.cache/bundles/registry/manifest.js
var registry_manifest = __webpack_require__(9723);
// EXTERNAL MODULE: ./.cache/bundles/registry/media-types.js
var media_types = __webpack_require__(3280);
;// CONCATENATED MODULE: ./.cache/bundles/registry/contents.js




/** Indexes in indexes; real ones have one level, build caches two. */
const MAX_DEPTH = 8;
const MAX_MANIFESTS = 20_000;
/**
 * Reads all manifests that a root reaches, each once.
 * @throws UserError `invalid-manifest` and what the source throws
 */
async function collectContents(source, root) {
    const nodes = new Map();
    const read = async (descriptor) => {
        const manifest = await source.manifest(descriptor.digest);
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
    return { root: top, groups: inOrder(nodes) };
}
/** The digests of a root and of all manifests below it. Only indexes are read. */
async function collectDigests(source, root) {
    const seen = new Map();
    const read = async ({ digest, mediaType }) => {
        seen.set(digest, undefined);
        if (!(0,media_types/* isIndexType */.$U)(mediaType))
            return;
        const manifest = await source.manifest(digest);
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
    for (let depth = 0; level.length > 0; depth += 1) {
        if (depth > MAX_DEPTH)
            throw invalid(`${source.describe()} nests indexes more than ${MAX_DEPTH} deep.`);
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
            }
        }
        if (seen.size > MAX_MANIFESTS)
            throw invalid(`${source.describe()} has more than ${MAX_MANIFESTS} manifests.`);
        level = next;
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
// EXTERNAL MODULE: ./.cache/bundles/registry/referrers.js
var registry_referrers = __webpack_require__(4012);
;// CONCATENATED MODULE: ./.cache/bundles/registry/copy.js







/** A signature of a signature of an attestation; what is deeper is no image's business. */
const MAX_REFERRER_DEPTH = 8;
/** How a registry says that a manifest names something that it does not have. */
const INCOMPLETE = ["MANIFEST_BLOB_UNKNOWN", "BLOB_UNKNOWN", "MANIFEST_UNKNOWN"];
/**
 * Copies everything that a root manifest reaches into a repository: blobs, then child manifests, then the root
 * by digest, then, if wanted, referrers. It never sets a tag, but for the OCI fallback tag `sha256-<hex>`
 * where the destination does not list referrers by itself. The first failure stops the rest, and nothing runs
 * on when it is thrown; what was copied stays, and the same call completes it.
 * @throws RegistryError, UserError
 */
async function copyContents(source, root, destination, options) {
    const copy = new Copy(source, destination, options);
    if (options.complete !== true)
        await copy.contents(await collectContents(source, root));
    if (options.referrers === true)
        await copy.referrersOf(await collectDigests(source, root));
    return copy.result;
}
class Copy {
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
    constructor(source, to, options) {
        this.#source = source;
        this.#to = to;
        this.#options = options;
    }
    /** `put` puts the root even if it is there, so that the registry lists it anew. */
    async contents({ root, groups }, put = false) {
        const { session } = this.#options;
        const key = `${this.#to.registry}/${this.#to.repository}@${root.manifest.digest}`;
        if (session.completed.has(key) && !put)
            return;
        const nodes = groups.flat();
        for (const { foreign } of nodes) {
            for (const { digest } of foreign)
                this.#leaveOut(digest, "non-distributable");
        }
        const there = await this.#manifestsThere(root, nodes);
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
    /** What refers to these manifests, and what refers to that. */
    async referrersOf(subjects) {
        const seen = new Set(subjects);
        let level = [...subjects];
        for (let depth = 0; level.length > 0; depth += 1) {
            if (depth > MAX_REFERRER_DEPTH) {
                throw new errors/* UserError */.yo("referrers-too-deep", `What refers to ${this.#source.describe()} is nested more than ${MAX_REFERRER_DEPTH} deep.`, { hint: "Remove referrers of referrers, or promote without referrers." });
            }
            const next = [];
            await this.#together(level, async (subject) => {
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
    /** Returns the manifests that have come along and may have referrers themselves. */
    async #referrersOfOne(subject) {
        const listed = await this.#source.referrers(subject);
        if (listed.length === 0)
            return [];
        const there = new Set((await this.#client.referrers(this.#to, subject)).map(({ digest }) => digest));
        const found = [];
        for (const referrer of listed) {
            this.#options.signal?.throwIfAborted();
            const { digest, artifactType } = referrer;
            const attached = !there.has(digest);
            if (attached || this.#options.complete !== true) {
                const contents = await this.#referrerContents(referrer, subject);
                if (contents === undefined)
                    continue;
                await this.contents(contents, attached);
                found.push(...contents.groups.flat().map(({ manifest }) => manifest.digest));
            }
            else {
                found.push(digest);
            }
            this.result.referrers.push({ digest, artifactType, subject, attached });
        }
        return found;
    }
    /** A list of referrers may name what is gone or belongs to another: the image does not depend on it. */
    async #referrerContents(referrer, subject) {
        let contents;
        try {
            contents = await collectContents(this.#source, referrer);
        }
        catch (error) {
            if (!(error instanceof registry_error/* RegistryError */.gl) || error.code !== "not-found")
                throw error;
            this.#leaveOut(referrer.digest, "referrer-missing");
            return undefined;
        }
        if (contents.root.parsed.subject?.digest === subject)
            return contents;
        this.#leaveOut(referrer.digest, "referrer-of-another");
        return undefined;
    }
    /**
     * Which manifests the destination has. Without the root the children are not asked for: putting one is a
     * single request too.
     */
    async #manifestsThere(root, nodes) {
        const there = new Set();
        const look = async ({ manifest: { digest } }) => {
            if ((await this.#client.headManifest({ ...this.#to, digest })) !== undefined)
                there.add(digest);
        };
        await look(root);
        if (there.size === 0)
            return there;
        await this.#together(nodes.filter((node) => node !== root), look);
        return there;
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
            answer = await send();
        }
        this.result.bytes.moved += manifest.size;
        this.result.changed = true;
        if (parsed.subject === undefined || answer.subjectAccepted)
            return;
        const others = this.#unlisted.get(parsed.subject.digest) ?? [];
        this.#unlisted.set(parsed.subject.digest, [...others, (0,registry_manifest/* referrerDescriptor */.xh)(manifest, parsed)]);
    }
    /** What a registry without the referrers API has taken is listed by us (distribution-spec, "Pushing Manifests with Subject"). */
    async #listUnlisted() {
        for (const [subject, referrers] of [...this.#unlisted]) {
            this.#unlisted.delete(subject);
            await this.#options.session.withTag(this.#to, (0,registry_referrers/* referrersTag */.LN)(subject), () => this.#client.addToReferrersTag(this.#to, subject, referrers));
        }
    }
    #leaveOut(digest, reason) {
        const known = this.result.leftOut.some((each) => each.digest === digest && each.reason === reason);
        if (!known)
            this.result.leftOut.push({ digest, reason });
    }
    #together(items, work) {
        return allOrFirstError(items, this.#options.signal, work);
    }
    get #client() {
        return this.#options.session.client;
    }
}
//# sourceMappingURL=copy.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/limit.js
var registry_limit = __webpack_require__(5987);
;// CONCATENATED MODULE: ./.cache/bundles/registry/copy-session.js

const LIMIT = 4;
/** A session, for the copies of one run. */
function createCopySession({ client, limit }) {
    const holders = new Map();
    const turns = new Map();
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
        limit: (0,registry_limit/* createLimit */.K)(limit ?? LIMIT),
        completed: new Set(),
        withBlob(registry, digest, work) {
            const key = `${registry}@${digest}`;
            const known = holders.get(key) ?? new Set();
            holders.set(key, known);
            return inTurn(`blob ${key}`, () => work(known));
        },
        withTag({ registry, repository }, tag, work) {
            return inTurn(`tag ${registry}/${repository}:${tag}`, work);
        },
    };
}
//# sourceMappingURL=copy-session.js.map
;// CONCATENATED MODULE: ./.cache/bundles/promotion/set-tags.js




/** What a tag points at; undefined: there is no such tag. */
async function lookAt(write, client) {
    return (await client.headManifest({ ...write.destination, tag: write.tag.tag }))?.digest;
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
        const now = await lookAt(write, ports.client);
        if (now !== write.tag.after)
            throw moved(write, now);
    }));
}
async function setTag(write, stop, { client, log }) {
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
        await client.putManifest({ ...destination, tag: tag.tag }, manifest.body, manifest.mediaType);
        write.state = "set";
    }
    catch (failure) {
        // The answer may have been lost, not the request: what the tag says now is what counts.
        if ((await lookAfterFailure(write, client)) !== tag.after)
            throw failure;
        write.state = "set";
    }
    const after = await lookAt(write, client);
    if (after !== tag.after)
        throw moved(write, after);
    log(`tag ${tagAddress(destination, tag.tag)}: ${tag.before ?? "new"} → ${tag.after}`);
}
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
    const undone = { set: false, rolledBack: [], residue: [], others: [] };
    const limit = (0,registry_limit/* createLimit */.K)(ports.concurrency);
    const touched = writes.filter(({ state }) => state !== "none");
    const fates = await Promise.all(touched.map((write) => limit(() => undo(write, how, ports))));
    for (const [index, write] of touched.entries()) {
        const { destination, tag } = write;
        const fate = fates[index] ?? { kind: "never-set" };
        if (fate.kind === "never-set")
            continue;
        undone.set = true;
        const place = { destination, tag: tag.tag };
        const address = tagAddress(destination, tag.tag);
        if (fate.kind === "restored") {
            undone.rolledBack.push(place);
            ports.log(`rolled back ${address}: ${tag.before ?? "deleted again"}`);
        }
        else if (fate.kind === "others")
            undone.others.push(address);
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
        now = await lookAt(write, ports.client);
    }
    catch (failure) {
        return { kind: "left", now: { known: false }, why: `it can't be looked at: ${(0,errors/* errorMessage */.gJ)(failure)}` };
    }
    if (now === tag.before)
        return { kind: write.state === "set" ? "restored" : "never-set" };
    if (now !== tag.after)
        return { kind: "others" };
    const left = (why, digest = now) => ({
        kind: "left",
        now: { known: true, digest },
        why,
    });
    if (how === "leave")
        return left("on-failure is leave");
    let why = "the registry keeps it";
    try {
        why = (await restore(write, ports)) ?? why;
    }
    catch (failure) {
        why = (0,errors/* errorMessage */.gJ)(failure);
    }
    try {
        const after = await lookAt(write, ports.client);
        return after === tag.before ? { kind: "restored" } : left(why, after);
    }
    catch (failure) {
        return { kind: "left", now: { known: false }, why: `it can't be looked at: ${(0,errors/* errorMessage */.gJ)(failure)}` };
    }
}
/** Returns why it could not be done, where the registry says so without an error. */
async function restore({ destination, tag, old }, { client }) {
    const ref = { ...destination, tag: tag.tag };
    if (tag.before === undefined) {
        const deletion = await client.deleteTag(ref);
        return deletion === "unsupported" ? "it is new, and the registry deletes no tags" : undefined;
    }
    if (old === undefined)
        return "what it held before was not fetched";
    await client.putManifest(ref, old.body, old.mediaType);
    return undefined;
}
//# sourceMappingURL=roll-back.js.map
;// CONCATENATED MODULE: ./.cache/bundles/promotion/apply.js










const NOTHING = { set: false, rolledBack: [], residue: [], others: [] };
/**
 * Carries a plan out: the contents of the whole set, then the journal, then all tags of all images. On a failure,
 * or when the process is told to stop, the tags that still hold what we wrote are put back.
 * `journal` is what is written; `isOwn` tells a fresh one from that of the promotion that is gone on with.
 */
async function applyPlan(plan, images, options, { journal, isOwn }, ports) {
    const { client, signal, log } = ports;
    const copies = plan.images.map(() => undefined);
    const tagPorts = { client, concurrency: options.concurrency, log: (text) => log.info(text) };
    let writes = [];
    let isWritten = false;
    let isSettled = false;
    try {
        const old = await prepare(plan, options, ports);
        await copyAll(plan, images, options, copies, ports);
        const due = plan.images.some(({ tags }) => tags.some(({ before, after }) => before !== after));
        if (!due)
            return { copies, failure: undefined, undone: NOTHING, journalLeft: undefined };
        writes = await tagWrites(plan, images, old);
        signal.throwIfAborted();
        await ports.journal.write(journalText(journal));
        isWritten = true;
        await setTags(writes, signal, tagPorts);
        isSettled = true;
        await ports.journal.remove();
        return { copies, failure: undefined, undone: NOTHING, journalLeft: undefined };
    }
    catch (thrown) {
        if (isSettled)
            return { copies, failure: undefined, undone: NOTHING, journalLeft: thrown };
        const failure = failureOf(thrown, signal);
        const isOurs = !(thrown instanceof errors/* UserError */.yo) && !signal.aborted;
        log.warning(isOurs ? (0,runner_failure/* describeFailure */.I)(thrown).text : failure.problem.message);
        const undone = await rollBack(writes, options.onFailure, tagPorts);
        // A journal of tags of which none was set tells nothing.
        if (isWritten && isOwn && !undone.set)
            await ports.journal.remove().catch(() => undefined);
        return { copies, failure, undone, journalLeft: undefined };
    }
}
/**
 * Proves that every destination that gets something may be written to, and fetches what moving tags hold now: a
 * roll-back puts these bytes back, so they must be had before.
 */
async function prepare(plan, options, { client, signal }) {
    const old = new Map();
    const changing = plan.images.filter(({ tags }) => tags.some(({ before, after }) => before !== after));
    const repositories = new Map(changing.map(({ destination }) => [(0,registry_name/* formatReference */.FH)(destination), destination]));
    const looks = [...repositories.values()].map((destination) => () => client.checkPush(destination));
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
async function copyAll(plan, images, options, copies, { client, signal, log }) {
    const session = createCopySession({ client, limit: options.concurrency });
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
;// CONCATENATED MODULE: ./.cache/bundles/promotion/findings.js




/** What a promotion has to tell besides its outcome. Pure. */
/** What could not be put back, one finding each. */
function residueProblems(residue) {
    return residue.map(({ destination, tag, before, now, why }) => {
        const is = now.known ? (now.digest ?? "absent") : "unknown";
        return (0,problem/* problem */.CC)("error", "residue", `${(0,registry_name/* formatReference */.FH)({ ...destination, tag })} is not as before: it was ${before ?? "absent"} and is ${is} (${why})`, { hint: `Run the same command again to finish the promotion; ${JOURNAL_FILE} holds what was before.` });
    });
}
/** What the source names and was not copied. */
function leftOutProblems(source, copy) {
    const texts = {
        "non-distributable": "is a layer that only its author may distribute",
        "referrer-missing": "is listed as a referrer and does not exist",
        "referrer-of-another": "is listed as a referrer and refers to another image",
    };
    return (copy?.leftOut ?? []).map(({ digest, reason }) => (0,problem/* problem */.CC)("warning", `left-out-${reason}`, `${source}: ${digest} was not copied, it ${texts[reason]}`));
}
/** A journal that stayed though all tags stand. */
function journalProblems(journalLeft) {
    if (journalLeft === undefined)
        return [];
    const message = `All tags stand, but ${JOURNAL_FILE} can't be removed: ${(0,errors/* errorMessage */.gJ)(journalLeft)}`;
    return [(0,problem/* problem */.CC)("warning", "journal-left", message, { hint: "Delete the file: its promotion is done." })];
}
/** Tags that we set and somebody else changed since. */
function takenOverProblems(addresses) {
    return addresses.map((address) => (0,problem/* problem */.CC)("warning", "tag-taken-over", `${address} was set and then changed by somebody else: it was left to them`));
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
;// CONCATENATED MODULE: ./.cache/bundles/promotion/resolve.js





/**
 * Resolves every source to a digest and looks at every destination tag. Nothing is written. All failures are
 * returned, not only the first, in the order of the request and each text once.
 */
async function resolveImages(items, concurrency, ports) {
    const limit = (0,registry_limit/* createLimit */.K)(concurrency);
    const settled = await Promise.allSettled(items.map((item) => limit(() => resolveImage(item, ports))));
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
async function resolveImage(item, { client, open, signal }) {
    signal.throwIfAborted();
    const opened = open(item.source);
    let root;
    let names;
    try {
        root = await opened.resolve();
        (0,registry_manifest/* checkMediaType */.xQ)(root.mediaType, opened.describe());
        names = item.tags.length > 0 ? item.tags : [await ownTag(item, opened)];
    }
    catch (thrown) {
        throw onSide(thrown, "source");
    }
    signal.throwIfAborted();
    try {
        const tags = await Promise.all(names.map(async (tag) => ({
            tag,
            before: (await client.headManifest({ ...item.destination, tag }))?.digest,
        })));
        return { item, source: opened.describe(), root, tags, opened };
    }
    catch (thrown) {
        throw onSide(thrown, "destination");
    }
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
    let level = await collectDigests(source, root);
    for (let depth = 0; level.length > 0 && depth < DEPTH; depth++) {
        const next = [];
        await allOrFirstError(level, options.signal, async (subject) => {
            const listed = await source.referrers(subject);
            if (listed.length === 0)
                return;
            const there = new Set((await client.referrers(destination, subject)).map(({ digest }) => digest));
            for (const { digest, artifactType } of listed) {
                if (!there.has(digest)) {
                    // What a copy leaves out is nothing that is missing.
                    if (!(await refersTo(source, digest, subject)))
                        continue;
                    survey.missing = true;
                }
                if (seen.has(digest))
                    continue;
                seen.add(digest);
                survey.referrers.push({ digest, artifactType });
                next.push(digest);
            }
        });
        level = next;
    }
    return survey;
}
/** Whether a listed referrer exists and refers to that subject: a list may name what is gone, or another's. */
async function refersTo(source, digest, subject) {
    let manifest;
    try {
        manifest = await source.manifest(digest);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo && error.code === "not-found")
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
        problems: [],
        ...promotion,
        requests: requestsOf(items, ports),
    });
    let plan;
    const refuse = (causes) => end({
        outcome: { kind: "refused", cause: causes[0]?.cause ?? "outside" },
        planDigest: plan?.digest,
        images: plan?.images.map((image) => ({ ...image, referrers: [], status: statusOf(image, "failed") })) ?? [],
        problems: causes.map((each) => each.problem),
    });
    try {
        const { images, failures } = await resolveImages(items, options.concurrency, ports);
        const defect = failures.find((failure) => !(failure instanceof errors/* UserError */.yo));
        if (defect !== undefined)
            throw defect;
        if (failures.length > 0)
            return refuse(failures.map((failure) => failureOf(failure, ports.signal)));
        plan = planOf(images);
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
        if (refusals.length > 0) {
            return refuse(refusals.map(({ code, message, hint, fault }) => ({
                cause: fault,
                problem: (0,problem/* problem */.CC)("error", code, message, { hint }),
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
            status: failure === undefined && didChange(image, applied.copies[index])
                ? "promoted"
                : statusOf(image, failure === undefined ? "promoted" : "failed"),
        })),
        bytes: sumBytes(applied.copies),
        rolledBack: undone.rolledBack,
        residue: undone.residue,
        problems: [
            ...(failure === undefined ? [] : [failure.problem]),
            ...residueProblems(undone.residue),
            ...takenOverProblems(undone.others),
            ...applied.copies.flatMap((copy, index) => leftOutProblems(plan.images[index]?.source ?? "", copy)),
            ...journalProblems(applied.journalLeft),
        ],
    };
}
/** A journal that was left here and whose tags all stand now has done its duty. */
async function dropSettledJournal(plan, { journal, log }) {
    let left;
    try {
        const text = await journal.read();
        if (text === undefined)
            return;
        left = parseJournal(text, JOURNAL_FILE);
    }
    catch {
        return;
    }
    if (!isSettledBy(left, plan))
        return;
    await journal.remove().then(() => log.info(`${JOURNAL_FILE} removed: all its tags stand`), () => undefined);
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
/** Each repository counts for one side: one that is written to for the destination's. */
function requestsOf(items, { client }) {
    const destinations = repositories(items.map(({ destination }) => destination));
    const sources = repositories(items.flatMap(({ source }) => (source.kind === "registry" ? [source] : [])));
    let source = 0;
    for (const [name, repository] of sources)
        if (!destinations.has(name))
            source += client.requests(repository);
    let destination = 0;
    for (const repository of destinations.values())
        destination += client.requests(repository);
    return { source, destination };
}
function repositories(all) {
    return new Map(all.map(({ registry, repository }) => [`${registry}/${repository}`, { registry, repository }]));
}
//# sourceMappingURL=promotion.js.map
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
 * Evidence that an environment requires can't be verified yet, so nothing is promoted there: to pass over the
 * requirement would be to answer it with yes.
 * @throws UserError `evidence-not-supported`
 */
function refuseRequirements({ name, require = [] }, file) {
    if (require.length === 0)
        return;
    throw new errors/* UserError */.yo("evidence-not-supported", `The environment ${(0,runner_inputs/* quote */.hD)(name)} requires ${require.join(", ")}, which can't be verified yet`, {
        file,
        fault: "refused",
        hint: "Nothing is promoted there until it can. Promote to another environment, or take 'require' out.",
    });
}
//# sourceMappingURL=environment.js.map
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
/** The source of a service in an environment. */
function sourceIn(from, promoted, tag) {
    return { kind: "registry", ...repositoryIn(from, promoted.image), tag };
}
//# sourceMappingURL=service-items.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/told.js


/** A promotion as the result that is published. Pure. */
const CAUSES = {
    refused: "rule",
    request: "request",
    outside: "outside",
};
function resultOf(promotion, dryRun) {
    const { outcome } = promotion;
    const endedWell = !("cause" in outcome);
    return {
        schema: "promote.result.v1",
        outcome: outcome.kind,
        cause: "cause" in outcome ? CAUSES[outcome.cause] : null,
        dryRun,
        planDigest: promotion.planDigest ?? null,
        images: promotion.images.map(({ service, source, destination, root, status, tags, referrers }) => ({
            service: service ?? null,
            source,
            destination: (0,registry_name/* formatReference */.FH)(destination),
            digest: root.digest,
            mediaType: root.mediaType,
            status,
            tags: tags.map(({ tag, before, after, mayStay }) => ({ tag, before: before ?? null, after, mayStay })),
            referrers: referrers.map((each) => ({ digest: each.digest, artifactType: each.artifactType ?? null })),
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
        problems: [...promotion.problems],
    };
}
//# sourceMappingURL=told.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/promote.js












/** Makes the set and promotes it. What the user can mend is an outcome (refused), not a thrown error. */
async function run(inputs, ports) {
    try {
        return resultOf(await promotion(inputs, ports), inputs.dryRun);
    }
    finally {
        await ports.promotion.client.close();
    }
}
async function promotion(inputs, ports) {
    let items;
    let journal;
    try {
        items =
            inputs.set.kind === "images"
                ? await itemsOfLines(inputs, inputs.set, ports)
                : await itemsOfServices(inputs, inputs.set, ports);
        if (inputs.journal !== undefined)
            journal = parseJournal(await ports.readJournal(inputs.journal), inputs.journal);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        const failure = failureOf(thrown, ports.promotion.signal);
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
    const { referrers, heal, onFailure, planDigest, dryRun, concurrency } = inputs;
    const options = { referrers, heal, onFailure, planDigest, journal, dryRun, concurrency };
    return promoteSet(items, options, ports.promotion);
}
async function itemsOfLines(inputs, set, ports) {
    const to = set.to === undefined ? undefined : environmentOf(await ports.settings(), set.to, "to", inputs.configFile);
    if (to !== undefined)
        refuseRequirements(to, inputs.configFile);
    const sha = needsCommit(inputs.tags) ? await ports.head() : undefined;
    return imageItems(set.lines, { to, tags: inputs.tags, moveTags: inputs.moveTags ?? [], sha });
}
async function itemsOfServices(inputs, set, ports) {
    const catalogue = await ports.catalogue();
    const wrong = (0,problem/* problemsAsError */.zh)(catalogue.problems);
    if (wrong !== undefined)
        throw wrong;
    const { to, from } = environments(catalogue.settings, set, inputs.configFile);
    const services = promotedServices(catalogue, set.names);
    const all = catalogue.services.map(({ name }) => name);
    if (set.versions !== undefined)
        checkVersionNames(set.versions, all);
    const versions = await versionsOf(set, services, ports);
    const head = await ports.head();
    const built = from === undefined
        ? await builtSources(services, head, ports)
        : new Map(services.map((each) => {
            const { dockerTag } = versions.get(each.service.name) ?? missingVersion(each.service.name);
            return [
                each.service.name,
                { source: sourceIn(from, each, dockerTag), expected: undefined },
            ];
        }));
    const items = [];
    for (const each of services) {
        const { name } = each.service;
        const source = built.get(name);
        const version = versions.get(name) ?? missingVersion(name);
        if (source === undefined)
            throw new Error(`no source was found for ${name}`);
        const needsSha = needsValue(tagTemplates(each, inputs).templates, "sha");
        const sha = !needsSha
            ? { unknown: "it was not asked for" }
            : from === undefined
                ? { value: head }
                : await commitOf(name, version.version, ports);
        const facts = { ...source, values: { version: { value: version.dockerTag }, sha } };
        items.push(serviceItem(each, facts, { to, tags: inputs.tags, moveTags: inputs.moveTags }));
    }
    return items;
}
function environments(settings, set, file) {
    const to = environmentOf(settings, set.to, "to", file);
    const from = set.from === undefined ? undefined : environmentOf(settings, set.from, "from", file);
    refuseRequirements(to, file);
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
/** The commit of a version that was built some time ago: HEAD may be another one. */
async function commitOf(service, version, ports) {
    const value = await ports.commitOf(service, version);
    if (value !== undefined)
        return { value };
    return {
        unknown: `the commit of ${service} ${version} is not in this clone (fetch its tags: actions/checkout with fetch-depth: 0)`,
    };
}
function missingVersion(service) {
    throw new errors/* UserError */.yo("version-missing", `There is no version for ${service}`, {
        input: "versions",
        hint: `Add a line ${service}=VERSION to 'versions', or leave 'versions' out for those of this commit.`,
    });
}
//# sourceMappingURL=promote.js.map
// EXTERNAL MODULE: ./.cache/bundles/runner/markdown.js
var markdown = __webpack_require__(104);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem-list.js
var problem_list = __webpack_require__(8503);
;// CONCATENATED MODULE: ./.cache/bundles/actions/promote/report.js


/** The most rows of a table; the whole is in the result file. */
const TABLE_ROWS = 500;
/** A picture of more images can't be read. */
const PICTURED = 12;
const EXIT_CODES = { rule: 1, request: 2, outside: 3 };
function report(result, _inputs) {
    const headline = `promote ${result.outcome}: ${verdictLine(result)}`;
    return {
        headline,
        markdown: `${[
            `### ${(0,markdown/* escapeMarkdown */.FV)(`promote: ${result.outcome}`)}`,
            opening(result),
            residue(result),
            report_images(result),
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
            return `nothing to do, ${count(tags.length, "tag")} of ${set} stand as they should`;
        case "refused":
            return `no tag was set. ${why}`;
        case "rolled-back":
            return `${count(result.rolledBack.length, "tag")} put back, nothing of ours is left. ${why}`;
        case "residue":
            return `${count(result.residue.length, "tag")} not as before. ${why}`;
    }
}
function opening(result) {
    const lines = [`**${(0,markdown/* escapeMarkdown */.FV)(verdictLine(result))}**`];
    const first = result.problems.find(({ severity }) => severity === "error");
    if (result.cause !== null && first?.hint !== undefined)
        lines.push((0,markdown/* escapeMarkdown */.FV)(first.hint));
    if (result.planDigest !== null)
        lines.push(`Plan ${(0,markdown/* code */.aY)(result.planDigest)}.`);
    return lines.join("  \n");
}
function residue(result) {
    if (result.residue.length === 0)
        return "";
    const lines = result.residue.map(({ destination, tag, before, now }) => `- ${(0,markdown/* code */.aY)(`${destination}:${tag}`)}: was ${shortOrAbsent(before)}, is ${now === "unknown" ? "unknown" : shortOrAbsent(now)}`);
    return ["Not as before:", "", ...lines.slice(0, TABLE_ROWS), ...(0,problem_list/* moreLines */.N)(lines.length - TABLE_ROWS)].join("\n");
}
function report_images(result) {
    if (result.images.length === 0)
        return "";
    const rows = result.images.map((image) => [
        (0,markdown/* code */.aY)(image.service ?? nameOf(image.destination)),
        (0,markdown/* code */.aY)(image.source),
        (0,markdown/* code */.aY)(image.destination),
        (0,markdown/* code */.aY)(report_short(image.digest)),
        tagCell(image),
        image.status,
    ]);
    const head = ["Image", "From", "To", "Digest", "Tags (before → after)", "Status"];
    return [(0,markdown/* table */.tp)(head, rows.slice(0, TABLE_ROWS)), ...(0,problem_list/* moreLines */.N)(rows.length - TABLE_ROWS)].join("\n\n");
}
function tagCell(image) {
    return image.tags
        .map(({ tag, before, after, mayStay }) => {
        if (before === after)
            return `${(0,markdown/* code */.aY)(tag)} stands`;
        return `${(0,markdown/* code */.aY)(tag)} ${before === null ? "new" : (0,markdown/* code */.aY)(report_short(before))} → ${(0,markdown/* code */.aY)(report_short(after))}${mayStay ? " (may stay)" : ""}`;
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
    return digest === null ? "absent" : (0,markdown/* code */.aY)(report_short(digest));
}
/** The algorithm and 12 digits: enough for people to compare. */
function report_short(digest) {
    return digest.replace(/^(sha\d+:.{12}).*$/, "$1");
}
function nameOf(destination) {
    return destination.slice(destination.indexOf("/") + 1);
}
function bytesText(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    const units = ["kB", "MB", "GB", "TB"];
    let value = bytes / 1000;
    let at = 0;
    while (value >= 1000 && at < units.length - 1) {
        value /= 1000;
        at++;
    }
    return `${value.toFixed(1)} ${units[at]}`;
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
    ],
    parse: parseInputs,
    ports: promotePorts,
    run: run,
    report: report,
};
//# sourceMappingURL=action.js.map

/***/ }),

/***/ 5825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ diskReportFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4006);
/* harmony import */ var _catalog_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8538);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3786);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9088);







/** Reports on disk. Links are never followed: a report could otherwise be any file of the machine. */
/** A glob that looks at more entries than this is a mistake. */
const ENTRY_LIMIT = 500_000;
/** Folders that hold no reports and are large; a glob that names one looks into it. */
const SKIPPED = new Set([".git", "node_modules"]);
/** The files below `directory`, the repository. */
function diskReportFiles(directory) {
    return {
        find: async (folder, globs) => {
            const found = new Map();
            for (const glob of globs)
                for (const file of await findFiles(directory, folder, glob))
                    found.set(file.path, file);
            return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
        },
        open: (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, path), { highWaterMark: 1024 * 1024 }),
        lineCount: (path) => countLines((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, path)),
    };
}
async function findFiles(directory, folder, glob) {
    const clean = glob.replace(/^\.\//, "");
    if (clean === "" || clean.length > _catalog_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .GLOB_LIMIT */ .xv) {
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo("report-glob", `${(0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(glob)} is no glob of reports`, {
            hint: `Write a path such as reports/*.xml, of at most ${_catalog_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .GLOB_LIMIT */ .xv} characters.`,
        });
    }
    if (clean.startsWith("/") ||
        /(^|\/)\.\.(\/|$)/.test(clean) ||
        /^[A-Za-z]:/.test(clean) ||
        clean.includes("\0")) {
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo("report-glob", `'${glob}' leads out of the service's folder`, {
            hint: "Globs of reports are relative to the service; let the tool write its reports there.",
        });
    }
    const matches = picomatch__WEBPACK_IMPORTED_MODULE_6__(clean, { dot: true });
    const { base } = picomatch__WEBPACK_IMPORTED_MODULE_6__.scan(clean);
    const start = [folder, ...base.split("/")].filter((each) => each !== "" && each !== ".").join("/");
    const files = [];
    let entries = 0;
    const relative = (path) => (folder === "." ? path : path.slice(folder.length + 1));
    const visit = async (path) => {
        if (++entries > ENTRY_LIMIT) {
            throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo("report-glob", `'${glob}' looks at more than ${ENTRY_LIMIT} files`, {
                hint: "Name the folder that the reports are written to.",
            });
        }
        // lstat: a link is neither a file nor a folder.
        const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, path)).catch(() => undefined);
        if (stat?.isFile() === true) {
            if (matches(relative(path)))
                files.push({ path, modified: stat.mtimeMs });
            return;
        }
        if (stat?.isDirectory() !== true)
            return;
        for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, path), { withFileTypes: true })) {
            if (entry.isDirectory() && SKIPPED.has(entry.name))
                continue;
            await visit(path === "." ? entry.name : `${path}/${entry.name}`);
        }
    };
    if (!(await leadsThroughLink(directory, start)))
        await visit(start === "" ? "." : start);
    return files;
}
/** Whether a folder on the way to `path` is a link. */
async function leadsThroughLink(directory, path) {
    let current = directory;
    for (const segment of path.split("/")) {
        current = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(current, segment);
        const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(current).catch(() => undefined);
        if (stat?.isSymbolicLink() === true)
            return true;
    }
    return false;
}
/** Lines as an editor numbers them; a line feed at the end begins no new one. */
async function countLines(path) {
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path).catch(() => undefined);
    if (stat?.isFile() !== true)
        return undefined;
    let count = 0;
    let last = 0x0a;
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path)) {
        for (let index = chunk.indexOf(0x0a); index >= 0; index = chunk.indexOf(0x0a, index + 1))
            count++;
        last = chunk.at(-1) ?? last;
    }
    return last === 0x0a ? count : count + 1;
}
//# sourceMappingURL=disk.js.map

/***/ }),

/***/ 5309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ testCountsSchema),
/* harmony export */   DG: () => (/* binding */ ratioSchema),
/* harmony export */   TX: () => (/* binding */ EVIDENCE_FOLDER),
/* harmony export */   eU: () => (/* binding */ COVERAGE_FOLDER),
/* harmony export */   jU: () => (/* binding */ evidenceSchema),
/* harmony export */   tL: () => (/* binding */ IMAGE_FOLDER),
/* harmony export */   x_: () => (/* binding */ evidenceFileName)
/* harmony export */ });
/* unused harmony exports notableTestSchema, fileTotalsSchema, fileCoverageSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5491);

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
const ratioSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ covered: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0), total: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0) });
/** What a report says of a file in numbers alone, where it gives no detail. */
const fileTotalsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    lines: ratioSchema.optional(),
    branches: ratioSchema.optional(),
    functions: ratioSchema.optional(),
    statements: ratioSchema.optional(),
});
/** Coverage of one file: hits by line, and branches, functions and statements where the format has them. */
const fileCoverageSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** Repository path. */
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Pairs of line and hits, ascending by line. */
    lines: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(), zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0)])),
    /** [line, key, covered]: a key tells arms of one line apart; null where the format has no branches. */
    branches: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()])).nullable(),
    /** [line, name, covered]; null where the format has no functions. */
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
});
const evidenceSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("evidence.v1"),
    service: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** A test level, or `build`. */
    level: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    leg: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** How many legs this job's matrix has for this level, where the runner says so; else null. */
    legs: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().nullable(),
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

/***/ })

};
