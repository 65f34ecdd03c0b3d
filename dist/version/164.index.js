export const id = 164;
export const ids = [164];
export const modules = {

/***/ 2164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./.cache/bundles/git/publish.js
var publish = __webpack_require__(33);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(3786);
// EXTERNAL MODULE: ./.cache/bundles/git/trace.js
var git_trace = __webpack_require__(2952);
;// CONCATENATED MODULE: ./.cache/bundles/git/state.js




const QUESTIONS = [
    ["--show-prefix"],
    ["--is-shallow-repository"],
    ["--git-path", "shallow"],
    ["--git-common-dir"],
    ["HEAD", "--symbolic-full-name", "HEAD"],
].flat();
/**
 * The state of the clone. It costs no process but the one that reads objects: the working tree and the remotes'
 * settings come from its trace (`def_repo` and `def_param` of trace2), the rest from files that git documents
 * (gitrepository-layout). Where something is not as expected there, `git rev-parse` is asked. A UserError where
 * there is no repository or no commit.
 */
async function repositoryState(git) {
    const read = await readState(git).catch(() => undefined);
    return read ?? askState(git);
}
/** Undefined where git must be asked: a bare or a reftable repository, none at all, or one without a commit. */
async function readState(git) {
    const [trace, [commit], directory] = await Promise.all([
        git.objects.begun(),
        git.objects.info(["HEAD^{commit}"]),
        (0,promises_.realpath)(git.directory),
    ]);
    if (trace?.worktree === undefined || commit === undefined)
        return undefined;
    const { worktree } = trace;
    const inside = (0,external_node_path_.relative)(worktree, directory).replaceAll(external_node_path_.sep, "/");
    if (inside === ".." || inside.startsWith("../") || (0,external_node_path_.isAbsolute)(inside))
        return undefined;
    const gitDirectory = await gitDirectoryOf(worktree);
    const common = await readIfThere((0,external_node_path_.join)(gitDirectory, "commondir"));
    const commonDirectory = common === undefined ? gitDirectory : (0,external_node_path_.resolve)(gitDirectory, common.trim());
    const shallowFile = (0,external_node_path_.join)(commonDirectory, "shallow");
    const [name, shallow] = await Promise.all([
        headOf(gitDirectory, commonDirectory),
        readIfThere(shallowFile),
    ]);
    if (name === undefined || (name.detached !== undefined && name.detached !== commit.hash))
        return undefined;
    return {
        head: commit.hash,
        branch: name.branch,
        prefix: inside === "" ? "" : `${inside}/`,
        boundary: boundaryOf(shallow ?? ""),
        shallowFile,
        commonDirectory,
        ...remotes(trace.settings),
    };
}
/** `.git` is a folder, or a file that names one: in a linked working tree and a submodule. */
async function gitDirectoryOf(worktree) {
    const path = (0,external_node_path_.join)(worktree, ".git");
    if ((await (0,promises_.lstat)(path)).isDirectory())
        return path;
    const named = /^gitdir: (.+?)\r?\n?$/s.exec(await (0,promises_.readFile)(path, "utf8"))?.[1];
    if (named === undefined)
        throw new Error(`${path} names no folder`);
    return (0,external_node_path_.resolve)(worktree, named);
}
/** What HEAD says; undefined where it is no plain file that names a branch with a commit of its own, or a commit. */
async function headOf(gitDirectory, commonDirectory) {
    const path = (0,external_node_path_.join)(gitDirectory, "HEAD");
    if (!(await (0,promises_.lstat)(path)).isFile())
        return undefined;
    const text = (await (0,promises_.readFile)(path, "utf8")).trimEnd();
    if (/^[0-9a-f]{40,64}$/.test(text))
        return { branch: undefined, detached: text };
    const ref = /^ref: *(refs\/.+)$/.exec(text)?.[1];
    // A reftable repository has this name there.
    if (ref === undefined || ref === "refs/heads/.invalid")
        return undefined;
    const target = await readIfThere((0,external_node_path_.join)(commonDirectory, ref));
    if (target?.startsWith("ref:") === true)
        return undefined;
    const branch = ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : undefined;
    return { branch, detached: undefined };
}
async function readIfThere(path) {
    try {
        return await (0,promises_.readFile)(path, "utf8");
    }
    catch (error) {
        const code = error instanceof Error && "code" in error ? error.code : undefined;
        if (code === "ENOENT" || code === "ENOTDIR")
            return undefined;
        throw error;
    }
}
async function askState(git) {
    const { stdout, trace } = await git.run(["rev-parse", ...QUESTIONS], {
        traced: git_trace/* REMOTE_SETTINGS */.DT,
        failure: "no-commit",
    });
    const lines = stdout.toString("utf8").replace(/\n$/, "").split("\n");
    const [prefix = "", shallow, shallowFile = "", common = "", head = "", symbolic = ""] = lines;
    // A branch or tag that is called HEAD makes its name ambiguous, and git then writes none.
    const named = lines.length === 5 ? await git.run(["symbolic-ref", "--quiet", "HEAD"], { allowed: [1] }) : undefined;
    if (lines.length < 5 ||
        lines.length > 6 ||
        !/^(true|false)$/.test(shallow ?? "") ||
        !/^[0-9a-f]{40,64}$/.test(head))
        throw new Error(`git rev-parse wrote ${JSON.stringify(lines.slice(0, 5)).slice(0, 500)}`);
    const ref = named === undefined ? symbolic : named.stdout.toString("utf8").trim();
    const boundary = shallow === "true" ? await (0,promises_.readFile)((0,external_node_path_.resolve)(git.directory, shallowFile), "utf8") : "";
    return {
        head,
        branch: ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : undefined,
        prefix,
        boundary: boundaryOf(boundary),
        shallowFile: (0,external_node_path_.resolve)(git.directory, shallowFile),
        commonDirectory: (0,external_node_path_.resolve)(git.directory, common),
        ...remotes(trace === undefined ? await configured(git) : (0,git_trace/* tracedSettings */.lb)(trace)),
    };
}
function boundaryOf(shallow) {
    return new Set(shallow.split("\n").filter((line) => line !== ""));
}
/** Refuses a clone whose history can't be compared without fetching every tree of it, one at a time. */
function refuseTreeless(state) {
    if (state.treeless === undefined)
        return;
    throw new errors/* UserError */.yo("treeless-clone", `The clone has no trees (remote.${state.treeless}.partialclonefilter is a tree filter), so what its commits changed can't be read`, {
        hint: "Give actions/checkout 'filter: blob:none' instead of 'tree:0', or run: git fetch --refetch --filter=blob:none, with that filter set for the remote.",
    });
}
function remotes(settings) {
    let origin;
    let treeless;
    for (const [key, value] of settings) {
        if (key === "remote.origin.url")
            origin = value;
        const remote = /^remote\.(.+)\.partialclonefilter$/s.exec(key)?.[1];
        if (remote !== undefined && /(^|[:+])tree:/.test(value))
            treeless = remote;
    }
    return { origin, treeless };
}
/** The settings by a process, where the trace does not arrive. */
async function configured(git) {
    const { stdout } = await git.run(["config", "-z", "--get-regexp", "^remote\\..*\\.(url|partialclonefilter)$"], { allowed: [1] });
    return stdout
        .toString("utf8")
        .split("\0")
        .flatMap((record) => {
        const end = record.indexOf("\n");
        return end < 0 ? [] : [[record.slice(0, end), record.slice(end + 1)]];
    });
}
//# sourceMappingURL=state.js.map
// EXTERNAL MODULE: ./.cache/bundles/runner/problem.js
var problem = __webpack_require__(1806);
// EXTERNAL MODULE: ./.cache/bundles/catalog/settings.js
var catalog_settings = __webpack_require__(1341);
;// CONCATENATED MODULE: ./.cache/bundles/git/shallow.js

/**
 * Does `work`, which may fetch more of a shallow clone's history without its files, and cuts the clone off again
 * where it was before, also after a failure. Else the user's clone would hold commits whose files it lacks and that
 * no later fetch would bring. What was fetched stays as objects that nothing reaches, until git clears them away.
 */
async function keepingShallow(state, work) {
    if (state.boundary.size === 0)
        return work();
    const before = await (0,promises_.readFile)(state.shallowFile);
    try {
        return await work();
    }
    finally {
        // After all of it was fetched the file is gone.
        const now = await (0,promises_.readFile)(state.shallowFile).catch(() => undefined);
        if (now?.equals(before) !== true) {
            // git reads the file at any time: it must be there in whole or not at all.
            const next = `${state.shallowFile}.sluice`;
            await (0,promises_.writeFile)(next, before);
            await (0,promises_.rename)(next, state.shallowFile);
        }
    }
}
//# sourceMappingURL=shallow.js.map
// EXTERNAL MODULE: ./.cache/bundles/runner/inputs.js
var inputs = __webpack_require__(9088);
;// CONCATENATED MODULE: ./.cache/bundles/versions/bump.js
const NUMBER = "(0|[1-9]\\d{0,14})";
const CORE = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}$`);
/** `1.4.0`, strictly: no prefix, no leading zero, no prerelease. Undefined for anything else. */
function parseCore(text) {
    const match = CORE.exec(text);
    if (match === null)
        return undefined;
    return { major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3]) };
}
function coreText(core) {
    return `${core.major}.${core.minor}.${core.patch}`;
}
function compareCores(a, b) {
    return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}
/**
 * The next core after a release. In 0.y.z a breaking commit raises MINOR; only a `forced` major (the input `bump`)
 * leaves it.
 */
function raise(base, level, forced = false) {
    if (level === "major" && (base.major > 0 || forced))
        return { major: base.major + 1, minor: 0, patch: 0 };
    if (level !== "patch")
        return { major: base.major, minor: base.minor + 1, patch: 0 };
    return { major: base.major, minor: base.minor, patch: base.patch + 1 };
}
/** Which part of a release the next one raises. */
function raised(base, core) {
    if (core.major !== base.major)
        return "major";
    if (core.minor !== base.minor)
        return "minor";
    return core.patch === base.patch ? "none" : "patch";
}
//# sourceMappingURL=bump.js.map
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
;// CONCATENATED MODULE: ./.cache/bundles/versions/line.js


/** The role of a branch. Where several patterns match: main before release before hotfix. */
function branchRole(branch, settings, services) {
    const role = (kind, line, only) => ({
        branch,
        kind,
        line,
        only,
    });
    const patterns = {
        main: settings.version?.main ?? catalog_settings/* VERSION_DEFAULTS */.E.main,
        release: settings.version?.release ?? catalog_settings/* VERSION_DEFAULTS */.E.release,
        hotfix: settings.version?.hotfix ?? catalog_settings/* VERSION_DEFAULTS */.E.hotfix,
    };
    const matching = (list) => list.find((each) => picomatch.isMatch(branch, each, { dot: true }));
    if (matching(patterns.main) !== undefined)
        return role("main");
    if (services.length > 1) {
        for (const pattern of patterns.release) {
            const [service, name, ...more] = after(branch, literal(pattern)).split("/");
            const line = more.length === 0 && name !== undefined ? parseLine(name) : undefined;
            if (line !== undefined && service !== undefined && services.includes(service))
                return role("release", line, service);
        }
    }
    const release = matching(patterns.release);
    if (release !== undefined)
        return role("release", parseLine(after(branch, literal(release))));
    return role(matching(patterns.hotfix) === undefined ? "feature" : "hotfix");
}
/** The role that a branch has for one service. */
function roleFor(role, service) {
    if (role.only === undefined || role.only === service)
        return role;
    return { branch: role.branch, kind: "feature", line: undefined, only: undefined };
}
const LINE = /^v?(0|[1-9]\d{0,14})\.(0|[1-9]\d{0,14})(?:\.(?:x|0|[1-9]\d{0,14}))?$/;
/** `1.4`, `v1.4`, `1.4.x` and `1.4.0` name the line 1.4. */
function parseLine(text) {
    const match = LINE.exec(text);
    return match === null ? undefined : { major: Number(match[1]), minor: Number(match[2]) };
}
/** The part of a pattern before its first wildcard. */
function literal(pattern) {
    return /^[^*?[\]{}()!+@]*/.exec(pattern)?.[0] ?? "";
}
function after(text, prefix) {
    return text.startsWith(prefix) ? text.slice(prefix.length) : "";
}
//# sourceMappingURL=line.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/context.js


const BRANCH_EVENTS = new Set(["push", "schedule", "workflow_dispatch", "repository_dispatch", "release"]);
const PUBLISHING_EVENTS = new Set(["push", "schedule", "workflow_dispatch"]);
/** The context of one run. `nameTag` reads a tag as a version of a service of the repository. */
function versionContext(event, head, settings, services, nameTag) {
    const role = (branch) => branchRole(branch, settings, services);
    const onBranch = (branch, publishes, moving) => ({
        kind: role(branch).kind,
        role: role(branch),
        ref: `refs/heads/${branch}`,
        publishes,
        tips: moving ? [`refs/heads/${branch}`] : [],
        problems: [],
    });
    if (event.event === undefined)
        return head.branch === undefined ? detached() : onBranch(head.branch, true, true);
    if (BRANCH_EVENTS.has(event.event)) {
        if (head.eventCommit !== head.commit)
            return detached(otherCommit(event));
        if (event.branch !== undefined)
            return onBranch(event.branch, PUBLISHING_EVENTS.has(event.event), true);
        if (event.tag === undefined)
            return detached();
        const named = nameTag(event.tag);
        if (named === undefined) {
            return detached([
                (0,problem/* problem */.C)("warning", "tag-of-no-service", `Tag ${event.tag} is no version of any service of this repository`),
            ]);
        }
        return { kind: "tag", named, ref: `refs/tags/${event.tag}`, publishes: false, tips: [], problems: [] };
    }
    if (event.event === "pull_request_target") {
        const base = event.ref?.startsWith("refs/heads/") === true ? event.ref.slice("refs/heads/".length) : undefined;
        if (base !== undefined && head.eventCommit === head.commit)
            return onBranch(base, false, false);
        const pull = event.pullRequest;
        return pull !== undefined && pull.baseSha === head.commit
            ? onBranch(pull.baseRef, false, false)
            : detached(otherCommit(event));
    }
    if (event.event === "pull_request") {
        const pull = event.pullRequest;
        if (pull === undefined)
            return detached(incomplete(event, "no pull request"));
        if (head.commit !== pull.headSha && head.eventCommit !== head.commit)
            return detached(otherCommit(event));
        return {
            kind: "pull-request",
            branch: pull.headRef,
            number: pull.number,
            head: pull.headSha,
            into: role(pull.baseRef),
            ref: `refs/heads/${pull.headRef}`,
            publishes: false,
            tips: pullRequestTips(event),
            problems: [],
        };
    }
    if (event.event === "merge_group") {
        const group = event.mergeGroup;
        if (group === undefined)
            return detached(incomplete(event, "no group"));
        if (group.headSha !== head.commit && head.eventCommit !== head.commit)
            return detached(otherCommit(event));
        if (group.number === undefined)
            return detached(incomplete(event, `no pull request in the group's branch ${group.headRef}`));
        return {
            kind: "merge-queue",
            number: group.number,
            into: role(group.baseRef),
            ref: `refs/heads/${group.baseRef}`,
            publishes: false,
            tips: [],
            problems: [],
        };
    }
    return detached();
}
/** The references of the event's pull request that tell whether HEAD is its tip; none of a fork's. */
function pullRequestTips(event) {
    const pull = event.event === "pull_request" ? event.pullRequest : undefined;
    if (pull === undefined || pull.fork)
        return [];
    return [`refs/pull/${pull.number}/merge`, `refs/pull/${pull.number}/head`];
}
function detached(problems = []) {
    return { kind: "detached", ref: null, publishes: false, tips: [], problems };
}
function incomplete(event, lacks) {
    return [
        (0,problem/* problem */.C)("warning", "event-incomplete", `The ${event.event ?? ""} event tells ${lacks.slice(0, 300)}, so the version is that of a detached commit`, { hint: "Give the step the event's own GITHUB_EVENT_PATH, or expect a detached version." }),
    ];
}
function otherCommit(event) {
    return [
        (0,problem/* problem */.C)("warning", "not-the-events-commit", `The commit that is checked out is not that of the ${event.event ?? ""} event, so the event's names do not hold for it`, {
            hint: "Check out the commit of the event (actions/checkout without 'ref'), or expect a detached version.",
        }),
    ];
}
//# sourceMappingURL=context.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/base.js

/** The base by the rules, for `head` and those tagged commits that it is known to reach. */
function base_selectBase(tags, head, reached) {
    const carried = tags.releases.find((each) => each.commit === head);
    const reachable = tags.releases.filter((each) => each.commit === head || reached.has(each.commit));
    const [highest] = reachable;
    if (carried === undefined)
        return { carried, base: highest, previous: undefined, above: undefined };
    return {
        carried,
        base: carried,
        previous: reachable.slice(reachable.indexOf(carried)).find((each) => each.commit !== head),
        above: highest === carried ? undefined : highest,
    };
}
/** The warning for a service without a base that has releases elsewhere: nobody is to start anew unawares. */
function neverReleased(service, { releases }, head) {
    const [highest] = releases;
    if (highest === undefined)
        return [];
    return [
        (0,problem/* problem */.C)("warning", "releases-not-contained", `${service} has releases (${highest.tag} on ${highest.commit.slice(0, 12)}), and ${head.slice(0, 12)} contains none of them, so it is versioned as if it was never released`, { hint: "Merge the released commit, or see whether the history was rewritten after the release." }),
    ];
}
//# sourceMappingURL=base.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/commit-message.js
/**
 * Reading commit messages for what they say about a version: Conventional Commits
 * (https://www.conventionalcommits.org), read as leniently as people write them. Nothing here throws: a message
 * that says nothing is a patch. Lines are scanned by hand or by patterns without nested repetition, since a
 * message is foreign text of any length.
 */
const SQUASHED = "Squashed commit of the following:";
const AUTOSQUASH = /^(?:fixup|squash|amend)! /;
const BREAKING = /^ {0,4}(?:[*-] {1,4})?BREAKING(?:[ -]CHANGE|[ ]CHANGES)(?::| #)/;
const RELEASE_AS = /^release-as:[ \t]*(\S+)[ \t]*$/i;
const REVERTED = /^[ \t]*This reverts commit ([0-9a-f]{7,64})\b/i;
/** No header of a person is longer; a longer line is text. */
const HEADER_LIMIT = 10_000;
const RANK = { patch: 1, minor: 2, major: 3 };
/** The higher of two levels. */
function higher(a, b) {
    return RANK[a] >= RANK[b] ? a : b;
}
/** What a commit message says. */
function parseCommitMessage(message) {
    const lines = message.split(/\r\n|\n|\r/);
    const titleAt = lines.findIndex((line) => line.trim() !== "");
    const title = titleAt < 0 ? "" : (lines[titleAt] ?? "").trim();
    const typed = !AUTOSQUASH.test(title);
    let level = "patch";
    let rule = "no type";
    const raise = (to, why) => {
        if (rule === "no type" || RANK[to] > RANK[level])
            rule = why;
        level = higher(level, to);
    };
    const header = (text) => {
        const found = typed ? parseHeader(text) : undefined;
        if (found === undefined)
            return;
        if (found.breaking)
            raise("major", `${found.type}!`);
        else
            raise(found.type === "feat" ? "minor" : "patch", found.type);
    };
    let squashed = false;
    let releaseAs;
    const reverts = [];
    for (const [index, line] of lines.entries()) {
        if (index < titleAt)
            continue;
        if (BREAKING.test(line))
            raise("major", "BREAKING CHANGE");
        if (line.trim() === SQUASHED)
            squashed = true;
        if (index === titleAt) {
            header(title);
            continue;
        }
        header(withoutBullet(squashed ? line.trimStart() : line));
        const reverted = REVERTED.exec(line)?.[1];
        if (reverted !== undefined)
            reverts.push(reverted.toLowerCase());
        releaseAs = RELEASE_AS.exec(line)?.[1] ?? releaseAs;
    }
    return { header: title, level, rule, releaseAs, reverts, revertsTitle: revertedTitle(title) };
}
/**
 * `type(scope)!: text`, in any case, with blanks around the scope and the colon and the `!` on either side of the
 * scope. The type is lower-cased.
 */
function parseHeader(line) {
    if (line.length > HEADER_LIMIT)
        return undefined;
    const type = /^[A-Za-z][A-Za-z0-9_-]*/.exec(line)?.[0];
    if (type === undefined)
        return undefined;
    let at = type.length;
    const blanks = () => {
        while (line[at] === " " || line[at] === "\t")
            at++;
    };
    let breaking = false;
    const mark = () => {
        blanks();
        if (line[at] !== "!")
            return;
        breaking = true;
        at++;
        blanks();
    };
    mark();
    if (line[at] === "(") {
        const end = closing(line, at);
        if (end < 0)
            return undefined;
        at = end + 1;
        mark();
    }
    if (line[at] !== ":" || line.slice(at + 1).trim() === "")
        return undefined;
    return { type: type.toLowerCase(), breaking };
}
/** The index of the `)` that closes the `(` at `start`, or -1. */
function closing(line, start) {
    let depth = 0;
    for (let at = start; at < line.length; at++) {
        if (line[at] === "(")
            depth++;
        else if (line[at] === ")" && --depth === 0)
            return at;
    }
    return -1;
}
function withoutBullet(line) {
    return line.startsWith("* ") || line.startsWith("- ") ? line.slice(2).trimStart() : line;
}
/** A title without the ` (#123)` that a squash merge appends, for comparing titles. */
function comparableTitle(title) {
    return title.replace(/ \(#\d{1,12}\)$/, "").trim();
}
/** `Revert "feat: x"` names `feat: x`; `Reapply "feat: x"` reverts the revert, as git writes it. */
function revertedTitle(title) {
    const bare = comparableTitle(title);
    if (!bare.endsWith('"'))
        return undefined;
    if (bare.startsWith('Revert "'))
        return comparableTitle(bare.slice('Revert "'.length, -1));
    if (bare.startsWith('Reapply "'))
        return `Revert "${bare.slice('Reapply "'.length, -1)}"`;
    return undefined;
}
//# sourceMappingURL=commit-message.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/core.js




/** The next core by the rules for main, release, hotfix and all other branches. */
function nextCore(question) {
    if (question.role?.kind === "hotfix")
        return hotfixCore(question);
    if (question.role?.kind === "release" && question.role.line !== undefined)
        return lineCore(question);
    return commitCore(question);
}
function commitCore({ service, base, analysis, bump, initial }) {
    const { level, releaseAs } = analysis;
    if (base === undefined) {
        const core = releaseAs?.core ?? initial;
        const why = releaseAs === undefined
            ? `never released: the first version is ${coreText(core)}`
            : `never released: Release-As ${coreText(core)} in ${releaseAs.commit.slice(0, 12)}`;
        return { core, due: true, because: [why], problems: [] };
    }
    const asked = level === undefined ? bump : bump === undefined ? level : higher(level, bump);
    const normal = asked === undefined ? base.core : raise(base.core, asked, bump === "major");
    const because = [reason(analysis, base)];
    if (bump !== undefined)
        because.push(`the input bump asks for ${bump}`);
    if (releaseAs === undefined)
        return { core: normal, due: asked !== undefined, because, problems: [] };
    const forced = compareCores(releaseAs.core, normal) >= 0 && compareCores(releaseAs.core, base.core) > 0;
    if (!forced)
        return {
            core: normal,
            due: asked !== undefined,
            because,
            problems: [lowering(service, analysis, normal)],
        };
    because.push(`Release-As ${coreText(releaseAs.core)} in ${releaseAs.commit.slice(0, 12)}`);
    return { core: releaseAs.core, due: true, because, problems: [] };
}
function hotfixCore(question) {
    const { service, base, analysis, initial, own } = question;
    if (base === undefined) {
        const { core, found } = withinLine({ ...question, bump: undefined }, initial);
        return {
            core,
            due: true,
            because: [`never released: the first version is ${coreText(core)}`],
            problems: found,
        };
    }
    const problems = [];
    const [feature] = analysis.features;
    if (feature !== undefined) {
        problems.push((0,problem/* problem */.C)(own ? "error" : "warning", "feature-in-hotfix", `${service}: a hotfix is a patch of ${base.version}, but ${feature.commit.slice(0, 12)} is ${feature.bump} (${feature.rule})`, { hint: "Move the commit to main or to a release branch, or revert it here." }));
    }
    const line = raise(base.core, "patch");
    const { core, forced, found } = withinLine(question, line);
    return {
        core,
        due: analysis.level !== undefined || forced,
        because: [reason(analysis, base), `a hotfix of ${base.version}`],
        problems: [...problems, ...found],
    };
}
function lineCore(question) {
    const { service, base, tags, analysis, role } = question;
    const line = role?.line;
    if (line === undefined)
        throw new Error("lineCore needs a line");
    if (base !== undefined && compareCores({ ...base.core, patch: 0 }, { ...line, patch: 0 }) > 0) {
        throw new errors/* UserError */.yo("line-below-release", `${service}: branch ${role?.branch ?? ""} names the line ${line.major}.${line.minor}, but it contains the release ${base.version}`, {
            hint: `Name the branch after a line that is not below ${base.version}${role?.only === undefined ? `, or release/${service}/X.Y for one service of several` : ""}, or leave the service out with 'services'.`,
        });
    }
    const highest = tags.releases.find((each) => each.core.major === line.major && each.core.minor === line.minor);
    const normal = highest === undefined ? { ...line, patch: 0 } : raise(highest.core, "patch");
    const { core, forced, found } = withinLine(question, normal);
    const why = highest === undefined
        ? `the branch names the line ${line.major}.${line.minor}, which has no release yet`
        : `the branch names the line ${line.major}.${line.minor}, whose highest release is ${highest.version}`;
    return {
        core,
        due: base === undefined || analysis.level !== undefined || forced,
        because: [reason(analysis, base), why],
        problems: found,
    };
}
/** Nothing forced leaves the line of a release or hotfix branch. */
function withinLine({ service, analysis, bump, base, role }, normal) {
    const found = [];
    const bumps = bump === "patch";
    if (bump !== undefined && !bumps) {
        found.push((0,problem/* problem */.C)("warning", "bump-leaves-line", `${service}: bump ${bump} has no effect on ${role?.kind ?? "this"} branches`, {
            hint: "These branches keep their line; make such a release from main.",
        }));
    }
    const asked = analysis.releaseAs;
    if (asked === undefined)
        return { core: normal, forced: bumps, found };
    const same = asked.core.major === normal.major && asked.core.minor === normal.minor;
    if (same && compareCores(asked.core, normal) >= 0)
        return { core: asked.core, forced: true, found };
    if (base === undefined || compareCores(asked.core, base.core) !== 0)
        found.push(lowering(service, analysis, normal));
    return { core: normal, forced: bumps, found };
}
function lowering(service, analysis, normal) {
    const asked = analysis.releaseAs;
    return (0,problem/* problem */.C)("warning", "release-as-no-effect", `${service}: Release-As ${asked === undefined ? "" : `${coreText(asked.core)} in ${asked.commit.slice(0, 12)}`} has no effect: the version is ${coreText(normal)} by the rules, and can neither be lowered nor leave its line`);
}
function reason(analysis, base) {
    const since = base === undefined ? "in all its history" : `since ${base.tag}`;
    if (analysis.level === undefined)
        return `nothing counted ${since}`;
    const decisive = analysis.commits.find((each) => each.counted && each.bump === analysis.level);
    const by = decisive === undefined ? "" : ` (${decisive.commit.slice(0, 12)}: ${decisive.rule})`;
    return `${analysis.height} counted ${analysis.height === 1 ? "commit" : "commits"} ${since}, the highest is ${analysis.level}${by}`;
}
//# sourceMappingURL=core.js.map
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
;// CONCATENATED MODULE: ./.cache/bundles/versions/tag.js




/**
 * The form of the settings, or `v{version}` where the one service is the repository, else `{service}/v{version}`.
 * A UserError for a form that could not tell the services' versions apart.
 */
function tagForm(catalogue) {
    const written = catalogue.settings.version?.tag;
    if (written === undefined) {
        const [first, second] = catalogue.services;
        const whole = second === undefined && (first === undefined || first.path === ".");
        return { text: whole ? "v{version}" : "{service}/v{version}", explicit: false };
    }
    const wrong = (message) => new errors/* UserError */.yo("tag-form", `version.tag is ${JSON.stringify(written)}: ${message}`, {
        file: catalogue.settingsFile,
        hint: 'Write tag: "{service}/v{version}", or tag: "v{version}" for a repository of one service.',
    });
    if (!written.endsWith("{version}") || written.indexOf("{version}") !== written.length - "{version}".length)
        throw wrong("it must end with {version}, once");
    if (catalogue.services.length > 1 && !written.includes("{service}"))
        throw wrong("in a repository of several services it must contain {service}");
    const rest = written.replaceAll("{service}", "s").replace("{version}", "1.0.0");
    if (!isRefName(rest))
        throw wrong("git allows no such tag");
    const form = { text: written, explicit: true };
    const names = catalogue.services.map((service) => service.name);
    const shared = readsOthers(form, names);
    if (shared !== undefined)
        throw wrong(`a tag of ${shared[1]} could be a version of ${shared[0]}, whose name it begins with`);
    return form;
}
/** Two services of which the first reads tags of the second: what follows its prefix there begins with a digit. */
function readsOthers(form, services) {
    const prefixes = new Map(services.map((service) => [tagName(form, service, ""), service]));
    for (const [prefix, other] of prefixes) {
        for (let length = 1; length < prefix.length; length++) {
            const service = prefixes.get(prefix.slice(0, length));
            if (service !== undefined && /\d/.test(prefix[length] ?? ""))
                return [service, other];
        }
    }
    return undefined;
}
/** The tag of a version of a service. */
function tagName(form, service, version) {
    return form.text.replaceAll("{service}", service).replace("{version}", version);
}
/** The version tags of each of the services, from all tags of the repository (name to commit). */
function parseTags(form, services, tags) {
    const prefixes = new Map(services.map((service) => [tagName(form, service, ""), service]));
    // One look-up per prefix length instead of one test per service: there may be thousands of both.
    const lengths = [...new Set([...prefixes.keys()].map((prefix) => prefix.length))];
    const found = new Map(services.map((service) => [
        service,
        { all: [], invalid: [] },
    ]));
    for (const [tag, commit] of tags) {
        for (const length of lengths) {
            const service = prefixes.get(tag.slice(0, length));
            const into = service === undefined ? undefined : found.get(service);
            if (into === undefined)
                continue;
            const version = strictVersion(tag.slice(length));
            if (version !== undefined)
                into.all.push({ tag, version: version.version, core: version.core, commit });
            else
                into.invalid.push({ tag, text: tag.slice(length) });
        }
    }
    return new Map([...found].map(([service, each]) => [service, sorted(each.all, each.invalid)]));
}
function sorted(tags, invalid) {
    // A tag that follows a line (`1`, `1.4`) moves: it is no version, and nothing is wrong with it.
    const lines = new Set(invalid.length === 0 ? [] : tags.flatMap(({ core }) => [`${core.major}`, `${core.major}.${core.minor}`]));
    // There may be thousands, nearly all of them without a prerelease part: numbers compare fast.
    const releases = tags.filter(isRelease).sort((a, b) => compareCores(b.core, a.core));
    const all = releases.length === tags.length
        ? releases
        : [...tags].sort((a, b) => compareCores(b.core, a.core) || semver.rcompare(a.version, b.version));
    return {
        all,
        releases,
        candidates: (all === releases ? [] : all).flatMap((each) => {
            const number = /^[^-]*-rc\.(0|[1-9]\d{0,14})$/.exec(each.version)?.[1];
            return number === undefined ? [] : [{ ...each, number: Number(number) }];
        }),
        invalid: invalid
            .filter(({ text }) => !lines.has(text))
            .map(({ tag }) => tag)
            .sort(),
    };
}
function isRelease(tag) {
    return !tag.version.includes("-");
}
/** A strict semantic version without build metadata. */
function strictVersion(text) {
    const release = parseCore(text);
    if (release !== undefined)
        return { version: text, core: release };
    const parsed = semver.parse(text);
    if (parsed === null || parsed.version !== text)
        return undefined;
    const core = parseCore(`${parsed.major}.${parsed.minor}.${parsed.patch}`);
    return core === undefined ? undefined : { version: text, core };
}
/** What is told of tags that look like the service's and are no versions. */
function invalidTagProblems(service, tags) {
    if (tags.invalid.length === 0)
        return [];
    const shown = tags.invalid.slice(0, 10).join(", ");
    const more = tags.invalid.length > 10 ? ` and ${tags.invalid.length - 10} more` : "";
    return [
        (0,problem/* problem */.C)("notice", "tag-not-a-version", `Tags of ${service} that are no strict semantic versions are ignored: ${shown}${more}`),
    ];
}
/**
 * Refuses to start again at the first version where the repository has release tags of the other form only. A
 * form that the settings name is what the user wants.
 */
function refuseOtherForm(form, catalogue, tags) {
    if (form.explicit)
        return;
    const names = catalogue.services.map((service) => service.name);
    const releasesOf = (text) => [...parseTags({ text, explicit: false }, names, tags)].flatMap(([service, each]) => each.releases.slice(0, 1).map((release) => ({ service, ...release })));
    if (has(form, names, tags))
        return;
    const other = form.text === "v{version}" ? "{service}/v{version}" : "v{version}";
    const [highest] = releasesOf(other).sort((a, b) => semver.rcompare(a.version, b.version));
    if (highest === undefined)
        return;
    const commands = names
        .slice(0, 20)
        .map((name) => `git tag ${tagName(form, name, highest.version)} ${highest.tag}`)
        .join("; ");
    throw new errors/* UserError */.yo("tag-form-changed", `The release tags of this repository are written ${other} (${highest.tag}), and none is written ${form.text}`, {
        hint: names.length > 1
            ? `Carry the number over: ${commands}; then git push origin --tags. Or set version.tag in ${catalogue.settingsFile} to start anew.`
            : `Keep them by adding to ${catalogue.settingsFile}: version: {tag: "${other}"}.`,
    });
}
/** Whether any of the tags is a release of a service in this form. */
function has(form, services, tags) {
    const prefixes = new Set(services.map((service) => tagName(form, service, "")));
    for (const tag of tags.keys()) {
        const version = /[^a-z/-]?\d+\.\d+\.\d+$/.exec(tag);
        for (let at = version?.index ?? tag.length; at < tag.length; at++)
            if (prefixes.has(tag.slice(0, at)) && parseCore(tag.slice(at)) !== undefined)
                return true;
    }
    return false;
}
/** The rules of git-check-ref-format that a form can break. */
function isRefName(name) {
    return (
    // biome-ignore lint/suspicious/noControlCharactersInRegex: git forbids control characters
    !/[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|(^|\/)\.|\.lock(\/|$)|\/$|^\/|\.$/.test(name) &&
        !name.startsWith("-"));
}
//# sourceMappingURL=tag.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/pushed-tag.js




/** The service and the version that a tag names. */
function nameTag(form, services, tag) {
    for (const [service, found] of parseTags(form, services, new Map([[tag, ""]]))) {
        const [version] = found.all;
        if (version !== undefined)
            return { tag, service, version: version.version };
    }
    return undefined;
}
/** The base of a pushed tag's service: the tag itself, on HEAD, whatever else HEAD carries. */
function taggedBase(named, base, head) {
    const core = parseCore(named.version.split("-")[0] ?? "");
    if (core === undefined)
        throw new Error(`${named.version} has no core`);
    const carried = { tag: named.tag, version: named.version, core, commit: head };
    const previous = base.carried === undefined ? base.base : base.previous;
    return { carried, base: carried, previous, above: base.above };
}
/** A warning where the tag's service is none of those that are asked for: then there is no version at all. */
function notAskedFor({ tag, service }) {
    return (0,problem/* problem */.C)("warning", "tag-of-another-service", `Tag ${tag} is a version of ${service}, which is none of the services asked for: there is no version`, {
        hint: "On a service's version tag only that service has a version: name it in 'services', or leave them out.",
    });
}
/** A warning where the history would give another number than the tag says. */
async function tagWarning(named, history, base, tags, initial) {
    if (named.version.includes("-") || history.shallow)
        return [];
    const before = base.carried === undefined ? base.base : base.previous;
    const analysis = await history.since(named.service, before?.commit);
    const expected = nextCore({
        service: named.service,
        base: before,
        tags,
        analysis,
        role: undefined,
        bump: undefined,
        initial,
        own: false,
    });
    const given = parseCore(named.version);
    if (given === undefined || raised(expected.core, given) === "none")
        return [];
    const would = coreText(expected.core);
    return [
        (0,problem/* problem */.C)("warning", "tag-not-by-history", `Tag ${named.tag} says ${named.version}, the history would give ${would}`, {
            hint: "The tag holds. Let 'publish' make the tags, and the numbers follow the commits.",
        }),
    ];
}
//# sourceMappingURL=pushed-tag.js.map
// EXTERNAL MODULE: ./node_modules/ignore/index.js
var ignore = __webpack_require__(298);
// EXTERNAL MODULE: ./.cache/bundles/catalog/discover.js
var discover = __webpack_require__(8835);
// EXTERNAL MODULE: ./.cache/bundles/catalog/paths.js
var catalog_paths = __webpack_require__(8538);
;// CONCATENATED MODULE: ./.cache/bundles/catalog/path-index.js


/**
 * Values by path, for many paths and many questions: a path that names a folder holds for all below it, and
 * so does a glob that matches a folder. The cost of a question is the path's depth, and one test for each
 * different glob that starts at one of its folders. Pure.
 */
class PathIndex {
    #literal = new Map();
    /** By the folder in which the glob starts. */
    #globs = new Map();
    add(path, value) {
        if (!(0,catalog_paths/* isGlob */.fg)(path)) {
            push(this.#literal, path, value);
            return;
        }
        const { base } = picomatch.scan(path);
        const folder = base === "" ? "." : base;
        const globs = this.#globs.get(folder) ?? new Map();
        this.#globs.set(folder, globs);
        const known = globs.get(path);
        if (known === undefined)
            globs.set(path, { matches: picomatch(path, catalog_paths/* GLOB_OPTIONS */.gu), values: [value] });
        else
            known.values.push(value);
    }
    /** Every value whose path is this one, is a folder above it, or is a glob that matches either. */
    find(path) {
        const found = new Set();
        if (this.#literal.size === 0 && this.#globs.size === 0)
            return found;
        const chain = [...(0,catalog_paths/* upwards */.Hy)(path)];
        for (const folder of chain) {
            for (const value of this.#literal.get(folder) ?? [])
                found.add(value);
            for (const { matches, values } of this.#globs.get(folder)?.values() ?? []) {
                if (!chain.some((each) => each !== "." && matches(each)))
                    continue;
                for (const value of values)
                    found.add(value);
            }
        }
        return found;
    }
}
function push(map, key, value) {
    const list = map.get(key);
    if (list === undefined)
        map.set(key, [value]);
    else
        list.push(value);
}
//# sourceMappingURL=path-index.js.map
;// CONCATENATED MODULE: ./.cache/bundles/catalog/ownership.js




/** Answers are kept, since histories name the same paths again and again; then the store is emptied. */
const KEPT_ANSWERS = 100_000;
/**
 * The ownership of a set of services. A question costs the path's depth, however many services there are.
 * Of two services with one name, which is an error elsewhere, both folders count for that name.
 */
function ownershipOf(services) {
    const folders = new Map();
    const inputs = new PathIndex();
    const ignores = new Map();
    // Most services ignore the same, and then share the answers too: those are for paths within their folders.
    const questions = new Map();
    for (const service of services) {
        folders.set(service.path, service);
        for (const input of service.inputs)
            inputs.add(input, service.name);
        const patterns = JSON.stringify(service.ignore);
        const ignored = questions.get(patterns) ?? ignoring(service.ignore);
        questions.set(patterns, ignored);
        ignores.set(service.path, ignored);
    }
    const dependents = buildDependents(services);
    const answers = new Map();
    const folderService = (path) => {
        for (const folder of (0,catalog_paths/* upwards */.Hy)(path)) {
            const service = folders.get(folder);
            if (service !== undefined)
                return service;
        }
        return undefined;
    };
    const find = (path) => {
        const own = new Map();
        const add = (found, service, ignored) => 
        // A path is ignored only where every way to it is.
        void found.set(service, ignored && (found.get(service) ?? true));
        if ((0,discover/* isManifest */.Yh)(path)) {
            // Where a service begins or ends decides what belongs to those around it.
            for (const folder of (0,catalog_paths/* upwards */.Hy)(path)) {
                const service = folders.get(folder);
                if (service !== undefined)
                    add(own, service.name, false);
            }
        }
        else {
            const service = folderService(path);
            if (service !== undefined) {
                const inside = (0,catalog_paths/* within */.ux)(service.path, path);
                add(own, service.name, inside !== undefined && ignores.get(service.path)?.(inside) === true);
            }
        }
        for (const name of inputs.find(path))
            add(own, name, false);
        const built = new Map();
        for (const [name, ignored] of own) {
            for (const dependent of dependents.get(name) ?? [])
                add(built, dependent, ignored);
        }
        const touches = [...own].map(([service, ignored]) => ({
            service,
            ignored: ignored && (built.get(service) ?? true),
            through: "own",
        }));
        for (const [service, ignored] of built) {
            if (!own.has(service))
                touches.push({ service, ignored, through: "build" });
        }
        return touches.sort((a, b) => (a.service < b.service ? -1 : a.service > b.service ? 1 : 0));
    };
    const touches = (path) => {
        const known = answers.get(path);
        if (known !== undefined)
            return known;
        if (answers.size >= KEPT_ANSWERS)
            answers.clear();
        const found = find(path);
        answers.set(path, found);
        return found;
    };
    return {
        touches,
        ownersOf: (path) => touches(path).map(({ service }) => service),
        changesService: (service, path) => {
            const touch = touches(path).find((each) => each.service === service);
            return touch === undefined ? { owner: false, ignored: false } : { owner: true, ignored: touch.ignored };
        },
        folderOwner: (path) => folderService(path)?.name,
    };
}
/** A question by gitignore patterns, to paths that are relative to the patterns' folder. */
function ignoring(patterns) {
    if (patterns.length === 0)
        return () => false;
    // Paths in git differ by case; and a path may begin with dots.
    const rules = ignore({ ignorecase: false, allowRelativePaths: true }).add([...patterns]);
    return (path) => rules.ignores(path);
}
/** For each service all that build from it, at any distance. */
function buildDependents(services) {
    const direct = new Map();
    for (const { name, buildsFrom } of services) {
        for (const provider of buildsFrom) {
            const list = direct.get(provider);
            if (list === undefined)
                direct.set(provider, [name]);
            else
                list.push(name);
        }
    }
    const all = new Map();
    for (const start of direct.keys()) {
        const found = new Set();
        const queue = [start];
        for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
            for (const next of direct.get(at) ?? []) {
                if (found.has(next) || next === start)
                    continue;
                found.add(next);
                queue.push(next);
            }
        }
        all.set(start, found);
    }
    return all;
}
//# sourceMappingURL=ownership.js.map
// EXTERNAL MODULE: ./.cache/bundles/git/commit-tree.js
var commit_tree = __webpack_require__(9289);
// EXTERNAL MODULE: ./.cache/bundles/git/process.js + 1 modules
var git_process = __webpack_require__(1637);
;// CONCATENATED MODULE: ./.cache/bundles/git/reachability.js

/**
 * Those of `commits` that reach `base`, itself left out. One process for any number of commits. Objects that are
 * missing here, or are no commits, do not.
 */
async function descendants(git, commits, base) {
    const asked = [...new Set(commits)].filter((commit) => commit !== base);
    const here = (await git.objects.info(asked)).flatMap((object) => object?.type === "commit" ? [object.hash] : []);
    if (here.length === 0)
        return new Set();
    const input = `^${base}\n${here.join("\n")}\n`;
    const listed = await git.run(["rev-list", "--ancestry-path", "--stdin", "--"], { input });
    const between = new Set(listed.stdout.toString("utf8").split("\n"));
    return new Set(here.filter((commit) => between.has(commit)));
}
/**
 * Those of `commits` that `head` reaches, itself included. One process for any number of commits, none where none
 * of them is here. Objects that are missing here, or are no commits, are not reached. A shallow clone answers for
 * what it holds only.
 */
async function reachability_reachable(git, commits, head) {
    const asked = [...new Set(commits)];
    if (asked.length === 0)
        return new Set();
    const here = (await git.objects.info(asked)).flatMap((object) => object?.type === "commit" ? [object.hash] : []);
    if (here.length === 0)
        return new Set();
    const list = async (from) => {
        const { stdout } = await git.run(["rev-list", "--stdin", "--"], { input: `${from.join("\n")}\n` });
        return new Set(stdout.toString("utf8").split("\n"));
    };
    try {
        const outside = await list([`^${head}`, ...here]);
        return new Set(here.filter((commit) => !outside.has(commit)));
    }
    catch (error) {
        if (!(error instanceof git_process/* GitError */.XS))
            throw error;
        // What `keepingShallow` left behind is here without its parents; what HEAD reaches is whole.
        const inside = await list([head]);
        return new Set(here.filter((commit) => inside.has(commit)));
    }
}
//# sourceMappingURL=reachability.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/ancestry.js
/**
 * The ancestry among the commits of a range. Of parallel ones, those that a merge brought come after those of the
 * line that they were merged into.
 */
function ancestryOf(range) {
    const index = new Map(range.map((commit) => [commit.hash, commit]));
    const rank = ranks(range, index);
    const rankOf = (hash) => rank.get(hash) ?? -1;
    return {
        compare: (a, b) => rankOf(a) - rankOf(b),
        isAncestor: (ancestor, descendant) => {
            const least = rank.get(ancestor);
            if (least === undefined)
                return false;
            const seen = new Set();
            const stack = [descendant];
            for (let hash = stack.pop(); hash !== undefined; hash = stack.pop()) {
                for (const parent of index.get(hash)?.parents ?? []) {
                    if (parent === ancestor)
                        return true;
                    // Whatever has a lower rank can't reach it.
                    if (rankOf(parent) <= least || seen.has(parent))
                        continue;
                    seen.add(parent);
                    stack.push(parent);
                }
            }
            return false;
        },
    };
}
/** The ancestry as the order of a log tells it (newest first), where the commits between are not known. */
function ancestryByOrder(log) {
    const rank = new Map(log.map(({ hash }, at) => [hash, log.length - at]));
    const compare = (a, b) => (rank.get(a) ?? -1) - (rank.get(b) ?? -1);
    return {
        compare,
        isAncestor: (ancestor, descendant) => rank.has(ancestor) && compare(ancestor, descendant) < 0,
    };
}
/** Of `commits` those from which no other of them descends. */
function newestOf(commits, ancestry) {
    return commits.filter((each) => !commits.some((other) => ancestry.isAncestor(each.commit, other.commit)));
}
/** Places in an order in which every commit comes after its parents, and a first parent's line before the others. */
function ranks(range, index) {
    const parents = new Set(range.flatMap((commit) => commit.parents));
    const rank = new Map();
    const entered = new Set();
    // Where there are several ends, their hashes decide: a log's order would follow the clocks.
    const ends = range.filter(({ hash }) => !parents.has(hash)).map(({ hash }) => hash);
    for (const end of ends.sort()) {
        const stack = [{ hash: end, next: 0 }];
        entered.add(end);
        for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
            const parent = index.get(top.hash)?.parents[top.next++];
            if (parent === undefined) {
                rank.set(top.hash, rank.size);
                stack.pop();
            }
            else if (index.has(parent) && !entered.has(parent)) {
                entered.add(parent);
                stack.push({ hash: parent, next: 0 });
            }
        }
    }
    return rank;
}
//# sourceMappingURL=ancestry.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/analysis.js




/** Reads a range (newest first) for one service. */
function analyse(service, range, { message, reverted, only, brings, ancestry }) {
    const commits = [];
    const problems = [];
    let level;
    const asked = [];
    for (const commit of range) {
        const counted = commit.counted.has(service);
        const ignored = commit.ignored.has(service);
        const said = message(commit);
        const by = reverted.get(commit.hash);
        const files = commit.files.filter((each) => each.service === service).map(({ path }) => path);
        if (said.releaseAs !== undefined && by === undefined) {
            const core = parseCore(said.releaseAs);
            const brought = commit.parents.length > 1 ? brings(commit) : undefined;
            if (core === undefined)
                problems.push(notACore(said.releaseAs, commit.hash));
            else if (counted || only || brought?.has(service))
                asked.push({ core, commit: commit.hash });
            else if (commit.counted.size + (brought?.size ?? 0) === 0)
                problems.push(forNobody(said.releaseAs, commit.hash));
        }
        if (counted) {
            const bump = by === undefined ? said.level : "patch";
            level = level === undefined ? bump : higher(level, bump);
            const rule = by === undefined ? said.rule : `reverted by ${by.slice(0, 12)}`;
            commits.push({ commit: commit.hash, header: said.header, bump, counted, rule, files });
        }
        else if (ignored) {
            commits.push({
                commit: commit.hash,
                header: said.header,
                bump: "none",
                counted,
                rule: "only ignored files",
                files,
            });
        }
    }
    const features = commits.filter((each) => each.bump === "minor" || each.bump === "major");
    return {
        height: commits.filter((each) => each.counted).length,
        level,
        releaseAs: newestAsked(asked, ancestry),
        features,
        commits,
        problems,
    };
}
/** By ancestry, since clocks differ. Of parallel ones the highest, so that no merge lowers what was announced. */
function newestAsked(asked, ancestry) {
    if (asked.length < 2)
        return asked[0];
    return newestOf(asked, ancestry()).reduce((a, b) => (compareCores(a.core, b.core) >= 0 ? a : b));
}
function notACore(value, commit) {
    return (0,problem/* problem */.C)("warning", "release-as-invalid", `Release-As: ${JSON.stringify(value.slice(0, 100))} in ${commit.slice(0, 12)} is no version and is not used`, { hint: "Write it as X.Y.Z, without a prefix and without a prerelease." });
}
function forNobody(value, commit) {
    return (0,problem/* problem */.C)("warning", "release-as-without-service", `Release-As: ${value} in ${commit.slice(0, 12)} is not used: the commit changes no service's inputs, and there are several services`, { hint: "Put the footer in a commit that changes the service it is meant for." });
}
//# sourceMappingURL=analysis.js.map
;// CONCATENATED MODULE: ./.cache/bundles/git/history.js
/** Of longer messages only the two ends are kept (characters): nobody writes them, and they would fill the memory. */
const MESSAGE_LIMIT = 1024 * 1024;
/** Fields are counted and a record begins with an empty one, so that no message and no path can forge a record. */
const FORMAT = "--format=%x00%H%x00%P%x00%T%x00%ct%x00%B";
const FIELDS = 5;
/**
 * Walks the history of `head`, newest first, in one git process, and calls `visit` for each commit until it
 * returns false. A shallow clone's boundary looks like a root that adds every file: see
 * `RepositoryState.boundary`.
 */
async function readHistory(git, head, visit, options = {}) {
    const { starts = [], paths = [] } = options;
    const prefix = options.prefix ?? (await git.prefix());
    const parser = historyParser(visit, prefix);
    // From the root, with steps up: with `top` git does not use the changed paths of a commit-graph, which it does for
    // one path, and newer ones for several.
    const root = "../".repeat(prefix.split("/").length - 1);
    const input = [head, ...starts, "--", ...paths.map((path) => `:(literal)${root}${path}`)];
    await git.stream([
        "-c",
        "log.showRoot=true",
        "-c",
        "log.follow=false",
        "log",
        "-z",
        "--name-only",
        "--no-renames",
        "--no-relative",
        "--ignore-submodules=none",
        "--diff-merges=separate",
        "--encoding=UTF-8",
        FORMAT,
        ...(starts.length > 0 ? ["--ignore-missing"] : []),
        ...(paths.length > 0 ? ["--full-history", "--show-pulls"] : []),
        "--stdin",
    ], parser.take, { input: `${input.join("\n")}\n`, signal: options.signal });
    parser.end();
}
/** Reads the output of `readHistory`'s git, in chunks of any size. `prefix` is a folder (`a/b/`) or empty. */
function historyParser(visit, prefix = "") {
    let rest = [];
    let fields;
    let files = [];
    /** Records of one commit, one for each parent that differs, follow each other. */
    let open;
    let going = true;
    const closeRecord = () => {
        if (fields === undefined)
            return;
        if (fields.length < FIELDS)
            throw new Error("git log wrote a record with too few fields");
        const [hash = "", parents = "", tree = "", date = "", message = ""] = fields;
        if (open !== undefined && open.commit.hash !== hash)
            closeCommit();
        if (open === undefined) {
            const differences = [];
            open = {
                commit: {
                    hash,
                    parents: parents === "" ? [] : parents.split(" "),
                    tree,
                    date: Number(date),
                    message: withinLimit(message),
                    differences,
                },
                differences,
            };
        }
        if (files.length > 0)
            open.differences.push(within(files, prefix));
        fields = undefined;
        files = [];
    };
    const closeCommit = () => {
        if (open !== undefined && going)
            going = visit(open.commit);
        open = undefined;
    };
    const token = (text) => {
        if (fields === undefined)
            fields = [];
        else if (fields.length < FIELDS)
            fields.push(text);
        else if (text === "") {
            closeRecord();
            fields = [];
        }
        else
            files.push(files.length === 0 && text.startsWith("\n") ? text.slice(1) : text);
    };
    return {
        take: (chunk) => {
            const last = chunk.lastIndexOf(0);
            if (last < 0) {
                // A copy, since node reuses nothing of a chunk but keeps all of it alive.
                rest.push(Buffer.from(chunk));
                return going;
            }
            const whole = chunk.subarray(0, last);
            const text = (rest.length === 0 ? whole : Buffer.concat([...rest, whole])).toString("utf8");
            rest = last + 1 < chunk.length ? [Buffer.from(chunk.subarray(last + 1))] : [];
            for (let start = 0; start <= text.length && going;) {
                const end = text.indexOf("\0", start);
                token(end < 0 ? text.slice(start) : text.slice(start, end));
                if (end < 0)
                    break;
                start = end + 1;
            }
            return going;
        },
        end: () => {
            if (!going)
                return;
            closeRecord();
            closeCommit();
        },
    };
}
function within(files, prefix) {
    if (prefix === "")
        return files;
    return files.filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length));
}
/** Headers stand at a message's beginning and footers at its end. */
function withinLimit(message) {
    if (message.length <= MESSAGE_LIMIT)
        return message;
    const half = MESSAGE_LIMIT / 2;
    return `${message.slice(0, half)}\n${message.slice(-half)}`;
}
//# sourceMappingURL=history.js.map
;// CONCATENATED MODULE: ./.cache/bundles/git/recorded-parents.js
/**
 * The parents of each commit as the commit itself records them: at the end of a shallow clone git's own answers say
 * that there are none. Undefined for what is not here or is no commit.
 */
async function recordedParents(objects, commits) {
    return (await objects.contents(commits)).map((object) => {
        if (object?.type !== "commit" || object.content === undefined)
            return undefined;
        const headers = object.content.toString("latin1").split("\n\n", 1)[0] ?? "";
        return (headers.match(/^parent [0-9a-f]{40,64}$/gm) ?? []).map((line) => line.slice("parent ".length));
    });
}
//# sourceMappingURL=recorded-parents.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/deepen.js



/** How many tags are tried as the end of the history before it is deepened by numbers. */
const BY_TAGS = 2;
/** Commits that are added, step by step; at last all of them. */
const BY_NUMBERS = [100, 400, 1_600, 6_400, 25_600];
const WITHOUT_FILES = ["--filter=blob:none"];
/** What git would else write into the clone's configuration at the first fetch with a filter. */
const AS_PARTIAL = ["-c", "remote.origin.promisor=true", "-c", "remote.origin.partialclonefilter=blob:none"];
/**
 * Fetches more of a shallow clone's history, a step at a time and never more than a step needs: first up to a tag
 * (`--shallow-exclude`, and the tagged commit itself, whose tree the commits after it are compared with), then by
 * growing numbers of commits, and all of it only when those were not enough, or where all of it counts. The clone's
 * configuration stays as it is.
 */
class Deepening {
    #git;
    #head;
    #filter;
    #tried = new Set();
    /** Tagged commits of which it is proved that HEAD does not reach them. */
    ruledOut = new Set();
    /** Those of which it is not proved yet, and which are fetched along. */
    #beside = [];
    #byTags = 0;
    #byNumbers = 0;
    #whole = false;
    /**
     * `files`: whether the contents of files come with the commits. Without them the clone must be cut off again where
     * it was (`keepingShallow`), for nothing in it tells git to fetch them later.
     */
    constructor(git, head, options) {
        this.#git = git;
        this.#head = head;
        this.#filter = options.files ? [] : WITHOUT_FILES;
    }
    /** False where nothing more can be had. `everything`: some range has no end but the history's. */
    async next(wanted, everything) {
        if (this.#whole)
            return false;
        const tag = wanted.find(({ commit }) => !this.#tried.has(commit));
        if (!everything && tag !== undefined && this.#byTags < BY_TAGS) {
            this.#byTags++;
            this.#tried.add(tag.commit);
            if (await this.#fetch([`--shallow-exclude=refs/tags/${tag.tag}`])) {
                const parents = await this.#parentsOfEnd();
                if (!(await this.#fetch(["--deepen=1"])))
                    return false;
                if (!parents.flat().includes(tag.commit))
                    await this.#missed(tag.commit, parents);
                return true;
            }
            // A server that does not know the option; a broken one fails below as well.
            this.#byTags = BY_TAGS;
        }
        const number = everything ? undefined : BY_NUMBERS[this.#byNumbers++];
        this.#whole = number === undefined;
        const deepened = await this.#fetch([number === undefined ? "--unshallow" : `--deepen=${number}`], [this.#head, ...this.#beside]);
        for (const commit of deepened ? this.#beside : [])
            await this.#compare(commit);
        return deepened;
    }
    /**
     * The history now ends where what the tag reaches begins, and the tag is no parent of that end. So HEAD does not
     * reach it, except through a merge at the end: git cuts off all parents of a commit when it cuts off one.
     */
    async #missed(commit, parents) {
        if (parents.every(({ length }) => length < 2))
            this.ruledOut.add(commit);
        else if (await this.#fetch(["--depth=1"], [commit]))
            this.#beside.push(commit);
    }
    /** Whether the end of what HEAD reaches, and the commit does not, is in the clone: then HEAD never reaches it. */
    async #compare(commit) {
        if (this.ruledOut.has(commit) || (await this.#git.isAncestor(commit, this.#head)))
            return;
        const { stdout } = await this.#git.run(["rev-list", "--stdin", "--"], {
            input: `${this.#head}\n^${commit}\n`,
        });
        const { boundary } = await repositoryState(this.#git);
        const range = stdout.toString("utf8").trimEnd().split("\n");
        if (!range.some((each) => boundary.has(each)))
            this.ruledOut.add(commit);
    }
    async #parentsOfEnd() {
        const { boundary } = await repositoryState(this.#git);
        const parents = await recordedParents(this.#git.objects, [...boundary]);
        return parents.map((each) => each ?? []);
    }
    async #fetch(how, commits = [this.#head]) {
        try {
            await this.#git.run([
                ...(this.#filter.length > 0 ? AS_PARTIAL : []),
                "fetch",
                "--quiet",
                "--no-tags",
                "--no-recurse-submodules",
                ...this.#filter,
                ...how,
                "origin",
                "--",
                ...commits,
            ]);
            return true;
        }
        catch (error) {
            // Told by what stays out of reach.
            if (error instanceof git_process/* GitError */.XS)
                return false;
            throw error;
        }
    }
}
//# sourceMappingURL=deepen.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/input-paths.js


/** More paths than this cost git more than they save. */
const MOST_PATHS = 40;
/**
 * The paths of everything that may be an input of the services, from the root of the repository; undefined where
 * that is everything, or more than is worth it, or where words in commits that touch nothing count as well.
 */
function inputPaths(all, services, prefix) {
    if (all.length === 1)
        return undefined;
    const byName = new Map(all.map((service) => [service.name, service]));
    const found = new Set();
    const queue = [...services];
    for (let service = queue.pop(); service !== undefined; service = queue.pop()) {
        if (found.has(service))
            continue;
        found.add(service);
        for (const name of service.buildsFrom) {
            const provider = byName.get(name);
            if (provider !== undefined)
                queue.push(provider);
        }
    }
    const paths = new Set();
    for (const { path, inputs } of found) {
        for (const each of [path, ...inputs])
            paths.add((0,catalog_paths/* isGlob */.fg)(each) ? picomatch.scan(each).base : each);
    }
    if (paths.size > MOST_PATHS || paths.has("") || paths.has("."))
        return undefined;
    if ([...paths].some((path) => path.includes("\n")))
        return undefined;
    return [...paths].map((path) => `${prefix}${path}`);
}
//# sourceMappingURL=input-paths.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/commit-changes.js
/** Files that the trace names of one commit and service. More would be kept for every commit of the history. */
const FILES_KEPT = 3;
const NOTHING = new Set();
const UNTOUCHED = { counted: NOTHING, ignored: NOTHING };
const NO_FILES = [];
/** Paths of which the changes are kept; then the store is emptied. */
const KEPT_CHANGES = 100_000;
/** Tells what commits changed. */
class ChangeReader {
    #changed;
    #boundary;
    /** By the answer that `ChangedServices` gave, which it gives again for the same path. */
    #known = new WeakMap();
    /** What commits change that change one file alone, by its path: many do, and few of the same files. */
    #single = new Map();
    /** `boundary`: that of a shallow clone. */
    constructor(changed, boundary) {
        this.#changed = changed;
        this.#boundary = boundary;
    }
    /** What a commit changed; nothing at a shallow clone's end, where all files seem to be added. */
    of(commit) {
        const differences = this.#boundary.has(commit.hash) ? [] : commit.differences;
        const [files] = differences;
        const path = files?.[0];
        if (path === undefined || files?.length !== 1 || commit.parents.length > 1)
            return this.#read(commit.parents, differences);
        let known = this.#single.get(path);
        if (known === undefined) {
            known = this.#read(commit.parents, differences);
            if (this.#single.size >= KEPT_CHANGES)
                this.#single.clear();
            this.#single.set(path, known);
        }
        return known;
    }
    #read(parents, differences) {
        const sides = differences.map((files) => this.#services(files));
        const touched = sides.map(({ counted }) => counted);
        const [first, second] = touched;
        const differs = second === undefined ? (first ?? NOTHING) : new Set(touched.flatMap((each) => [...each]));
        let own = differences[0] ?? [];
        let changes = sides[0] ?? UNTOUCHED;
        if (parents.length > 1) {
            const all = differences.length === parents.length;
            const rest = differences.slice(1).map((files) => new Set(files));
            own = all ? own.filter((file) => rest.every((files) => files.has(file))) : [];
            changes = this.#services(own);
        }
        const { counted, ignored } = changes;
        return {
            touched,
            differs,
            counted,
            ignored,
            files: this.#inputs(own, counted, ignored),
            empty: own.length === 0,
        };
    }
    #services(files) {
        const [first] = files;
        if (first === undefined)
            return UNTOUCHED;
        if (files.length === 1)
            return this.#changes(this.#changed(first));
        const counted = new Set();
        const ignored = new Set();
        for (const file of files)
            for (const each of this.#changed(file))
                (each.ignored ? ignored : counted).add(each.service);
        for (const service of counted)
            ignored.delete(service);
        return { counted, ignored };
    }
    /** Those of one file, made once: most commits change few of the same files. */
    #changes(touches) {
        let known = this.#known.get(touches);
        if (known === undefined) {
            const of = (ignored) => new Set(touches.flatMap((each) => (each.ignored === ignored ? [each.service] : [])));
            known = { counted: of(false), ignored: of(true) };
            this.#known.set(touches, known);
        }
        return known;
    }
    /** The first files of each service; of one that counts, those that are not ignored. */
    #inputs(files, counted, ignored) {
        let wanted = FILES_KEPT * (counted.size + ignored.size);
        if (wanted === 0)
            return NO_FILES;
        const kept = [];
        for (const path of files) {
            for (const each of this.#changed(path)) {
                const { service } = each;
                if (each.ignored === counted.has(service))
                    continue;
                let held = 0;
                for (const other of kept)
                    if (other.service === service)
                        held++;
                if (held === FILES_KEPT)
                    continue;
                kept.push({ service, path });
                wanted--;
            }
            if (wanted === 0)
                break;
        }
        return kept;
    }
}
//# sourceMappingURL=commit-changes.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/content-line.js
const content_line_NOTHING = new Set();
/** The first-parent line of a commit, which names the contents of services. */
class ContentLine {
    #cursor;
    #nameless;
    #contents = new Map();
    #boundary;
    /** `boundary`: that of a shallow clone. */
    constructor(head, services, boundary) {
        this.#cursor = head;
        this.#nameless = new Set(services);
        this.#boundary = boundary;
    }
    /** Whether commits are still to come that name some services. */
    get isOpen() {
        return this.#nameless.size > 0 && (this.#cursor === undefined || !this.#boundary.has(this.#cursor));
    }
    /**
     * The newest commit on the line whose difference to its first parent touches the service; where there is none,
     * the first commit of the line. Undefined where a shallow clone hides it.
     */
    content(service) {
        return this.#contents.get(service);
    }
    /** Goes on along the line, as far as its commits were met. */
    follow(met) {
        while (this.#cursor !== undefined && this.#nameless.size > 0) {
            const node = met.get(this.#cursor);
            if (node === undefined || this.#boundary.has(node.hash))
                return;
            const first = node.parents[0];
            let touched = node.touched[0] ?? content_line_NOTHING;
            if (node.parents.length > 1 && node.touched.length < node.parents.length) {
                const parent = first === undefined ? undefined : met.get(first);
                // Which parent the merge equals is told by the parent's tree, which comes later.
                if (parent === undefined)
                    return;
                if (parent.tree === node.tree)
                    touched = content_line_NOTHING;
            }
            for (const service of first === undefined ? [...this.#nameless] : touched) {
                if (!this.#nameless.delete(service))
                    continue;
                this.#contents.set(service, node.hash);
            }
            this.#cursor = first;
        }
    }
}
//# sourceMappingURL=content-line.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/marks.js
/** The mark of what HEAD reaches. The next one is the first tagged commit's. */
const HEAD = 1n;
/**
 * Which commits are reached from HEAD and from tagged commits, while a walk meets them in any order: what reaches a
 * commit reaches its parents. And what is known of those that are still to come.
 */
class Marks {
    /** The commits that were met. */
    met = new Map();
    /** Commits that are parents of some that were met, with what is known to reach them. */
    #pending = new Map();
    #searches;
    #joins;
    #bits = new Map();
    /** The marks that what is still to come must have. */
    #want = HEAD;
    /** Those of them that are bases'. */
    #need = HEAD;
    /** Of what is still to come from HEAD: what some wanted commit, or some base, does not reach. */
    #open = 0;
    #openForBases = 0;
    /** Whether these two and the marks are to be counted anew, which is done when they are asked for. */
    #stale = false;
    #fromHead = 0;
    /** What the last marks mean, since one commit's are mostly those of the one before. */
    #last;
    /** `joins` is told each commit that was met as soon as HEAD is known to reach it. */
    constructor(searches, joins) {
        this.#searches = searches;
        this.#joins = joins;
    }
    /** What is known to reach a commit that the walk has come to, and is no longer waited for. */
    arrives(hash) {
        const waiting = this.#pending.get(hash) ?? 0n;
        if (this.#pending.delete(hash))
            this.#waits(waiting, -1);
        return waiting;
    }
    /** Takes in a commit that has arrived, with the mark of its own where some search wants it. */
    enter(commit) {
        this.met.set(commit.hash, commit);
        if (this.#searches.isWanted(commit.hash)) {
            const bit = 1n << BigInt(this.#bits.size + 1);
            this.#bits.set(commit.hash, bit);
            commit.mask |= bit;
            this.#searches.met(commit.hash);
            if ((commit.mask & HEAD) !== 0n)
                this.#searches.reached(commit.hash);
            this.#stale = true;
        }
        if ((commit.mask & HEAD) !== 0n)
            this.#joins(commit);
    }
    /** A commit is reached by what the mask tells. */
    expect(start, mask) {
        const stack = [start];
        for (let hash = stack.pop(); hash !== undefined; hash = stack.pop()) {
            const seen = this.met.get(hash);
            if (seen !== undefined) {
                // Seen before one of its children: the children's marks go on down.
                if ((seen.mask | mask) === seen.mask)
                    continue;
                const joins = (seen.mask & HEAD) === 0n && (mask & HEAD) !== 0n;
                seen.mask |= mask;
                if (joins) {
                    this.#joins(seen);
                    if (this.#bits.has(hash)) {
                        this.#searches.reached(hash);
                        this.#stale = true;
                    }
                }
                // With all that it has, since it may have got some of it before.
                for (const parent of seen.parents)
                    stack.push(parent);
                continue;
            }
            const before = this.#pending.get(hash);
            const now = before === undefined ? mask : before | mask;
            if (now === before)
                continue;
            if (before !== undefined)
                this.#waits(before, -1);
            this.#pending.set(hash, now);
            this.#waits(now, 1);
        }
    }
    /** The mark of a tagged commit, where it was met and wanted. */
    bit(tagged) {
        return this.#bits.get(tagged);
    }
    /** How many tagged commits have marks. */
    get count() {
        return this.#bits.size;
    }
    /** What is known to reach a commit, met or not. */
    mask(hash) {
        return this.met.get(hash)?.mask ?? this.#pending.get(hash) ?? 0n;
    }
    /** How many commits are still to come from HEAD. */
    get fromHead() {
        return this.#fromHead;
    }
    /** How many of those some wanted commit does not reach. */
    get open() {
        this.#count();
        return this.#open;
    }
    /** How many of those some base does not reach. */
    get openForBases() {
        this.#count();
        return this.#openForBases;
    }
    /** Whether some wanted commit does not reach what has these marks. */
    isOpen(mask) {
        this.#count();
        return this.#meaning(mask).open;
    }
    #waits(mask, by) {
        const { fromHead, open, openForBases } = this.#meaning(mask);
        if (!fromHead)
            return;
        this.#fromHead += by;
        if (this.#stale)
            return;
        if (open)
            this.#open += by;
        if (openForBases)
            this.#openForBases += by;
    }
    /** What marks mean, as far as it is counted. */
    #meaning(mask) {
        if (this.#last?.mask !== mask) {
            this.#last = {
                mask,
                fromHead: (mask & HEAD) !== 0n,
                open: (mask & this.#want) !== this.#want,
                openForBases: (mask & this.#need) !== this.#need,
            };
        }
        return this.#last;
    }
    /** Counts what is still to come, after what is wanted has changed. */
    #count() {
        if (!this.#stale)
            return;
        this.#stale = false;
        for (const { commit, wanted, base } of this.#searches.changes()) {
            const bit = this.#bits.get(commit) ?? 0n;
            if (((this.#want & bit) !== 0n) !== wanted)
                this.#want ^= bit;
            if (((this.#need & bit) !== 0n) !== base)
                this.#need ^= bit;
        }
        this.#last = undefined;
        this.#fromHead = 0;
        this.#open = 0;
        this.#openForBases = 0;
        for (const mask of this.#pending.values())
            this.#waits(mask, 1);
    }
}
//# sourceMappingURL=marks.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/tag-search.js
/** The searches of a walk, and which tagged commits matter to them still. */
class TagSearches {
    #searches;
    /** Nearly every commit is in one search only, so the others follow it in a list. */
    #byCommit = new Map();
    #met = new Set();
    /** In how many searches a commit is the answer, or is met and above it. */
    #wanted = new Map();
    /** In how many it is the answer. */
    #bases = new Map();
    #changed = new Set();
    #missing;
    /** Searches without an answer of which some tags were not met. */
    #hopeful;
    #unmet = 0;
    constructor(searches) {
        this.#searches = searches.map((search) => {
            const { length } = search.commits;
            return { ...search, best: search.from < length ? undefined : length, unmet: length };
        });
        const open = this.#searches.filter(({ best }) => best === undefined);
        this.#missing = open.length;
        this.#hopeful = open.length;
        for (const { best, unmet } of this.#searches)
            if (best !== undefined)
                this.#unmet += unmet;
        for (const search of this.#searches) {
            for (const [place, commit] of search.commits.entries()) {
                this.#byCommit.set(commit, { search, place, next: this.#byCommit.get(commit) });
            }
        }
    }
    /** Whether a commit would be a better answer of some search than the one that is known. */
    isWanted(commit) {
        for (let at = this.#byCommit.get(commit); at !== undefined; at = at.next)
            if (at.place < limit(at.search))
                return true;
        return false;
    }
    /** The walk has come to the commit, from HEAD or from another line. */
    met(commit) {
        if (this.#met.has(commit))
            return;
        this.#met.add(commit);
        for (let at = this.#byCommit.get(commit); at !== undefined; at = at.next) {
            const { search, place } = at;
            if (place >= limit(search))
                continue;
            search.unmet--;
            if (search.best !== undefined)
                this.#unmet--;
            else if (search.unmet === 0)
                this.#hopeful--;
            this.#count(this.#wanted, commit, 1);
        }
    }
    /** HEAD reaches the commit, which was met. Answers only rise: what falls out is looked at once. */
    reached(commit) {
        for (let at = this.#byCommit.get(commit); at !== undefined; at = at.next) {
            const { search, place } = at;
            const before = limit(search);
            if (place < search.from || place >= before)
                continue;
            if (search.best !== undefined)
                this.#unmet -= search.unmet;
            else {
                this.#missing--;
                if (search.unmet > 0)
                    this.#hopeful--;
            }
            for (let lower = place + 1; lower <= before; lower++) {
                const out = search.commits[lower];
                if (out === undefined)
                    continue;
                if (this.#met.has(out))
                    this.#count(this.#wanted, out, -1);
                else
                    search.unmet--;
            }
            const base = search.commits[before];
            if (base !== undefined)
                this.#count(this.#bases, base, -1);
            this.#count(this.#bases, commit, 1);
            search.best = place;
            this.#unmet += search.unmet;
        }
    }
    #count(counts, commit, by) {
        counts.set(commit, (counts.get(commit) ?? 0) + by);
        this.#changed.add(commit);
    }
    /**
     * The commits of which it may have changed since the last call whether they matter still: as an answer so far
     * (`base`), or as one or as a met tag above one (`wanted`).
     */
    *changes() {
        const changed = this.#changed;
        this.#changed = new Set();
        for (const commit of changed)
            yield {
                commit,
                wanted: (this.#wanted.get(commit) ?? 0) > 0,
                base: (this.#bases.get(commit) ?? 0) > 0,
            };
    }
    /** How many searches have no answer yet. */
    missing() {
        return this.#missing;
    }
    /** Whether every tag of those without an answer was met, all on other lines. */
    hopeless() {
        return this.#hopeful === 0;
    }
    /** How many tags above the known answers were not met. */
    unmet() {
        return this.#unmet;
    }
    /** Searches without an answer, or with tags above it that were not met; all with tags above where `open`. */
    undecided(open) {
        return this.#searches
            .filter(({ best, unmet }) => unmet > 0 || (open && best !== 0))
            .map(({ name }) => name);
    }
    found(name) {
        const search = this.#searches.find((each) => each.name === name);
        return search?.best === undefined ? undefined : search.commits[search.best];
    }
}
function limit(search) {
    return search.best ?? search.commits.length;
}
//# sourceMappingURL=tag-search.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/told-order.js
/**
 * The places of commits where none stands before a child of its own. A log follows the dates, so that after clocks
 * that ran wrong it tells a parent before its child: then the child is taken forward, and all else stays.
 */
function toldOrder(log) {
    const commits = [...log];
    const children = new Map();
    for (const { hash, parents } of commits) {
        for (const parent of parents) {
            const known = children.get(parent);
            if (known === undefined)
                children.set(parent, [hash]);
            else
                known.push(hash);
        }
    }
    const places = new Map();
    for (const { hash } of commits) {
        const stack = [hash];
        for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
            // Each child is looked at once: it stands before the next is looked for.
            const child = children.get(top)?.pop();
            if (child !== undefined) {
                if (!places.has(child))
                    stack.push(child);
                continue;
            }
            if (!places.has(top))
                places.set(top, places.size);
            stack.pop();
        }
    }
    return places;
}
//# sourceMappingURL=told-order.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/walk.js





const walk_NOTHING = new Set();
/** Commits that are read beyond the end, for clocks that ran wrong: git itself reads 5 (SLOP in revision.c). */
const SLOP = 64;
/** Seconds by which clocks may differ, where a commit is held to be no ancestor of a much older one. */
const CLOCKS = 24 * 60 * 60;
/** Commits that are read only to decide about tags on other lines, before git is asked for them. */
const FOR_OTHER_LINES = 2_000;
/** Commits beyond what the others need that are read for services without a release, before they get their own. */
const FOR_UNRELEASED = 1_000;
/**
 * One walk over the history, for all services at once. It starts at HEAD and at tags, and each tagged commit
 * that can end a range marks what it reaches: the range of a base is what HEAD reaches and the base does not.
 *
 * It finds the bases as well. A tag is reached when the walk comes to it from HEAD. It is known not to be
 * reached when it was met and every commit that is still to come from HEAD is one that the tag itself reaches,
 * since no ancestor leads to its descendant: that trusts no date and needs no further process. Merged branches
 * may be older than a base, so a base is no end by itself: the walk ends when everything that is still to come
 * from HEAD is reached from every base. It also finds the commit that names a service's contents, on the
 * first-parent line of `lineHead`.
 */
class HistoryWalk {
    #marks;
    #changes;
    #line;
    #searches;
    /** Commits that HEAD reaches, by the services that they touch; and those that touch none, for their words. */
    #byService = new Map();
    #nobodys = [];
    #boundary;
    /** Boundaries of a shallow clone that HEAD reaches. */
    #cut = [];
    #unreleased;
    #whole;
    #sure;
    #limited;
    #beside;
    /** Whether some parent was met before its child. */
    #disordered = false;
    #places;
    #oldest = Number.POSITIVE_INFINITY;
    #beyond = 0;
    #spent = 0;
    constructor(options) {
        this.#limited = options.limited ?? false;
        this.#sure = options.sure ?? false;
        this.#beside = options.beside ?? (() => false);
        this.#searches = new TagSearches(options.searches);
        this.#unreleased = options.unreleased;
        this.#whole = options.whole && options.unreleased;
        this.#boundary = options.boundary;
        this.#line = new ContentLine(options.lineHead, options.named, options.boundary);
        this.#changes = new ChangeReader(options.changed, options.boundary);
        this.#marks = new Marks(this.#searches, (commit) => this.#join(commit));
        this.#marks.expect(options.head, HEAD);
        for (const start of options.starts)
            if (start !== options.head)
                this.#marks.expect(start, 0n);
    }
    /** Takes the next commit of `readHistory`; false when the walk has seen enough. */
    visit = (commit) => {
        const marks = this.#marks;
        const waiting = marks.arrives(commit.hash);
        const node = this.#node(commit, this.#limited ? HEAD : waiting);
        marks.enter(node);
        if ((node.mask & HEAD) !== 0n && (this.#searches.missing() > 0 || marks.isOpen(node.mask)))
            this.#oldest = Math.min(this.#oldest, node.date);
        for (const parent of commit.parents) {
            if (marks.met.has(parent))
                this.#disordered = true;
            marks.expect(parent, node.mask);
        }
        this.#line.follow(marks.met);
        return this.#goesOn(node);
    };
    /** Searches of which it is not known which of their tags HEAD reaches, because the walk ended before. */
    undecided() {
        if (this.complete)
            return [];
        return this.#searches.undecided(this.#marks.open > 0);
    }
    /** The highest tagged commit of a search that HEAD reaches. */
    found(search) {
        return this.#searches.found(search);
    }
    /** Whether HEAD is known to reach a commit. */
    reaches(hash) {
        return (this.#marks.mask(hash) & HEAD) !== 0n;
    }
    /** Whether all that HEAD reaches was read. */
    get complete() {
        return this.#marks.fromHead === 0;
    }
    /** Whether the commits of a range come with all those between them. */
    get connected() {
        return !this.#limited;
    }
    /**
     * Whether a shallow clone's end hides what belongs to a range: commits of it that are missing, or that some which
     * seem to belong to it are reached from the base, by a way that is missing.
     */
    isCut(base) {
        const bit = this.#bit(base);
        if (this.#cut.some((node) => bit === 0n || (node.mask & bit) === 0n))
            return true;
        return this.#cut.length > 0 && this.#mayLead(bit);
    }
    /** Whether some end of the base's history may lead to commits of its range: never to its own descendants. */
    #mayLead(bit) {
        const nodes = [...this.#marks.met.values()];
        const range = nodes.filter((node) => (node.mask & HEAD) !== 0n && (node.mask & bit) === 0n);
        const children = new Map();
        for (const { hash, parents } of nodes) {
            for (const parent of parents) {
                const known = children.get(parent);
                if (known === undefined)
                    children.set(parent, [hash]);
                else
                    known.push(hash);
            }
        }
        return this.#cut.some((end) => {
            const doubtful = range.filter(({ date }) => date <= end.date + CLOCKS);
            if (doubtful.length === 0)
                return false;
            const above = new Set([end.hash]);
            for (const hash of above)
                for (const child of children.get(hash) ?? [])
                    above.add(child);
            return doubtful.some(({ hash }) => !above.has(hash));
        });
    }
    /** Whether HEAD may reach a commit by what a shallow clone lacks: never where the commit reaches its end. */
    mayReach(hash) {
        const bit = this.#marks.bit(hash) ?? 0n;
        return !this.reaches(hash) && this.#cut.some((node) => (node.mask & bit) === 0n);
    }
    /** The commits that HEAD reaches and the base does not, newest first; without a base, all. */
    range(base) {
        const bit = this.#bit(base);
        return [...this.#marks.met.values()].filter((node) => (node.mask & HEAD) !== 0n && (node.mask & bit) === 0n);
    }
    /**
     * Those of a range that touch the service, and those that touch no service at all, newest first, and none before
     * its child. Asked when the walk has ended.
     */
    touching(service, base) {
        const bit = this.#bit(base);
        const own = this.#byService.get(service) ?? [];
        const all = this.#nobodys.length === 0 ? own : new Set([...own, ...this.#nobodys]);
        const range = [...all].filter((node) => (node.mask & bit) === 0n);
        if (!this.#disordered)
            return range.sort((a, b) => a.order - b.order);
        this.#places ??= toldOrder(this.#marks.met.values());
        const place = (node) => this.#places?.get(node.hash) ?? node.order;
        return range.sort((a, b) => place(a) - place(b));
    }
    /** A commit that the walk has seen. */
    commit(hash) {
        return this.#marks.met.get(hash);
    }
    /** The commit that names a service's contents; undefined where a shallow clone hides it. */
    content(service) {
        return this.#line.content(service);
    }
    /** Services that a commit touches compared with its first or second parent; undefined where it is not known. */
    touchedFrom(commit, parent) {
        const node = this.#marks.met.get(commit);
        if (node === undefined)
            return undefined;
        if (node.touched.length === node.parents.length)
            return node.touched[parent];
        // Of some paths the trees tell nothing: they may be equal where the trees are not.
        if (this.#limited)
            return undefined;
        const trees = node.parents.map((hash) => this.#marks.met.get(hash)?.tree);
        if (trees[parent] === undefined)
            return undefined;
        if (trees[parent] === node.tree)
            return walk_NOTHING;
        if (node.touched.length === 1)
            return node.touched[0];
        // The differences are in the order of those parents that are not equal.
        const before = trees.slice(0, parent);
        return before.includes(undefined)
            ? undefined
            : node.touched[before.filter((tree) => tree !== node.tree).length];
    }
    /**
     * Whether what counts may depend on who descends from whom among the commits: where several force a version by
     * `Release-As`, or where some are reverted and one forces it.
     */
    dependsOnAncestry() {
        const messages = [...this.#marks.met.values()].map(({ message }) => message);
        const forcing = messages.filter((message) => /release-as/i.test(message));
        return (forcing.length > 1 || (forcing.length === 1 && messages.some((message) => /revert/i.test(message))));
    }
    #bit(base) {
        if (base === undefined)
            return 0n;
        const bit = this.#marks.bit(base);
        if (bit === undefined)
            throw new Error(`${base} is no base of this walk`);
        return bit;
    }
    #goesOn(node) {
        if (this.#limited)
            return true;
        if (this.complete)
            return false;
        if (this.#whole || this.#line.isOpen)
            return true;
        const marks = this.#marks;
        if (this.#searches.missing() > 0 && (!this.#searches.hopeless() || marks.open > 0))
            return true;
        if (marks.openForBases > 0) {
            this.#beyond = 0;
            return true;
        }
        // Only tags of other lines keep it: git can tell those without differences, but beside another log that
        // would be one process more.
        const others = marks.open > 0 || this.#searches.unmet() > 0;
        if (others && !this.#sure && (this.#beside() || ++this.#spent < FOR_OTHER_LINES))
            return true;
        if (this.#settle(node))
            return true;
        return this.#unreleasedGoesOn();
    }
    #unreleasedGoesOn() {
        return this.#unreleased && ++this.#spent < FOR_UNRELEASED;
    }
    /** Clocks differ: a base's ancestor may have been taken for a commit of the range, so go on to older ones. */
    #settle(node) {
        return this.#marks.count > 0 && (node.date >= this.#oldest || ++this.#beyond < SLOP);
    }
    #node(commit, mask) {
        const { hash, parents, tree, date, message } = commit;
        // In one literal, so that all commits have one shape.
        const { touched, differs, counted, ignored, files, empty } = this.#changes.of(commit);
        const order = this.#marks.met.size;
        return {
            hash,
            parents,
            tree,
            date,
            message,
            order,
            mask,
            touched,
            differs,
            counted,
            ignored,
            files,
            empty,
        };
    }
    /** A commit that HEAD reaches is one of the services' commits. */
    #join(node) {
        if (this.#boundary.has(node.hash))
            this.#cut.push(node);
        // Of a commit with one parent what differs is what counts, and nothing of that is ignored.
        const services = node.differs === node.counted && node.ignored.size === 0
            ? node.counted
            : new Set([...node.differs, ...node.counted, ...node.ignored]);
        for (const service of services) {
            const list = this.#byService.get(service);
            if (list === undefined)
                this.#byService.set(service, [node]);
            else
                list.push(node);
        }
        if (node.counted.size === 0 && /release-as/i.test(node.message))
            this.#nobodys.push(node);
    }
}
//# sourceMappingURL=walk.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/stage.js

/** The stage of a service, and the branch whose rules give its core. */
function stageOf(context, service) {
    switch (context.kind) {
        case "pull-request":
            return {
                stage: { kind: "pull-request", branch: context.branch, number: context.number },
                role: roleFor(context.into, service),
            };
        case "merge-queue":
            return {
                stage: { kind: "merge-queue", branch: context.into.branch, number: context.number },
                role: roleFor(context.into, service),
            };
        case "tag":
        case "detached":
            return { stage: { kind: "detached", branch: undefined }, role: undefined };
        default: {
            const role = roleFor(context.role, service);
            const { branch } = role;
            return {
                stage: role.kind === "release" ? { kind: "release", branch, role } : { kind: role.kind, branch },
                role,
            };
        }
    }
}
/** The prerelease part of a build that is not released, and the dist-tag and the moving tag's name of its stage. */
function prerelease(stage, height, candidate) {
    switch (stage.kind) {
        case "main":
            return `0.main.${height}`;
        case "hotfix":
            return `0.hotfix.${height}`;
        case "release":
            return candidate === undefined ? `0.rc.${height}` : `rc.${candidate.number}.${candidate.height}`;
        case "pull-request":
            return `0.dev.pr.${stage.number}.${height}`;
        case "merge-queue":
            return `0.dev.mq.${stage.number}.${height}`;
        default:
            return `0.dev.${height}`;
    }
}
//# sourceMappingURL=stage.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/starts.js
/** Of how many of the highest lines of a service the highest tag is a start of the walk over the history. */
const LINES = 4;
/** The commits of the highest release of each of the highest lines; `releases` from the highest to the lowest. */
function highestOfLines(releases) {
    const lines = new Map();
    for (const { core, commit } of releases) {
        const line = `${core.major}.${core.minor}`;
        if (!lines.has(line))
            lines.set(line, commit);
        if (lines.size === LINES)
            break;
    }
    return [...lines.values()];
}
//# sourceMappingURL=starts.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/wanted-tags.js


/** What is to be found out about the tags of some services. `ruledOut`: commits that HEAD is known not to reach. */
function wantedTags(known) {
    const { tags, head, context, shallow, ruledOut } = known;
    const due = new Set();
    const searches = [];
    const candidates = new Map();
    const starts = new Set();
    for (const [service, own] of tags) {
        const carried = own.releases.findIndex((each) => each.commit === head);
        // A shallow clone whose HEAD carries the tag needs nothing more.
        if (carried >= 0 && shallow)
            continue;
        const search = (name, list, from) => {
            const commits = distinct(list).filter((commit) => commit !== head && !ruledOut.has(commit));
            if (commits.length > 0)
                searches.push({ name, commits, from: from(commits) });
        };
        const above = new Set(distinct(own.releases.slice(0, Math.max(0, carried))));
        search(service, own.releases, (commits) => above.size === 0 ? 0 : commits.filter((commit) => above.has(commit)).length);
        for (const commit of highestOfLines(own.releases))
            if (commit !== head)
                starts.add(commit);
        if (carried >= 0 || context.kind === "tag")
            continue;
        due.add(service);
        const { stage } = stageOf(context, service);
        if (stage.kind !== "release")
            continue;
        const { line } = stage.role;
        const mine = own.candidates.filter(({ core }) => line === undefined || (core.major === line.major && core.minor === line.minor));
        candidates.set(service, mine);
        search(`${service} candidates`, mine, (commits) => commits.length);
        for (const each of mine.slice(0, LINES))
            starts.add(each.commit);
    }
    return { due, searches, candidates, starts };
}
/** The searches without some of their commits. */
function without(searches, commits) {
    return searches.flatMap((search) => {
        const left = search.commits.filter((commit) => !commits.has(commit));
        if (left.length === 0)
            return [];
        const isCandidates = search.from >= search.commits.length;
        const from = isCandidates
            ? left.length
            : search.commits.slice(0, search.from).filter((commit) => !commits.has(commit)).length;
        return [{ ...search, commits: left, from }];
    });
}
function distinct(tags) {
    return [...new Set(tags.map(({ commit }) => commit))];
}
//# sourceMappingURL=wanted-tags.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/read-walks.js













/** Commits after which the services without a release get a walk of their own beside the first. */
const LARGE = 1_500;
/**
 * Reads the history, and more of it from the remote where a shallow clone does not hold what is needed: within
 * `keepingShallow`.
 */
async function readWalks(request) {
    const { git, head } = request;
    let { state } = request;
    const deepening = new Deepening(git, head, { files: false });
    for (;;) {
        const read = await readOnce({ ...request, state }, deepening.ruledOut);
        const [first] = read.lacking.keys();
        if (first === undefined)
            return read;
        const lacking = [...read.lacking];
        const everything = lacking.some(([name]) => request.tags.get(name)?.releases.length === 0);
        const wanted = lacking.flatMap(([name, hidden]) => {
            const isOut = ({ commit }) => !read.walk.reaches(commit) && !deepening.ruledOut.has(commit);
            return hidden ?? request.tags.get(name)?.releases.find(isOut) ?? [];
        });
        if (!(await deepening.next(wanted, everything)))
            throw tooShallow(first, request.tags.get(first));
        state = await repositoryState(git);
    }
}
/** The refusal of a guess. */
function tooShallow(service, tags) {
    const lacks = tags?.releases.length === 0
        ? `does not hold all history, which counts for ${service} as long as it has no release`
        : `does not reach the last release of ${service}`;
    return new errors/* UserError */.yo("shallow-clone", `The clone is shallow and ${lacks}, so its version can't be known`, {
        hint: "Give actions/checkout 'fetch-depth: 0' (with 'filter: blob:none' it stays small), or run git fetch --unshallow.",
    });
}
/**
 * The walks over what the clone holds, and the services for which that is not enough, each with the highest tag that
 * what is missing may lead to.
 */
async function readOnce(request, ruledOut) {
    const { git, state, catalogue, head, context, tags, changed } = request;
    const shallow = state.boundary.size > 0;
    const { due, candidates, starts, ...wanted } = wantedTags({ tags, head, context, shallow, ruledOut });
    let { searches } = wanted;
    const begins = [...starts];
    const [here, lineHead] = await Promise.all([git.objects.info(begins), lineHeadOf(git, context, head)]);
    const absent = new Set(begins.filter((_, index) => here[index]?.type !== "commit"));
    const present = begins.filter((commit) => !absent.has(commit));
    // A whole clone holds everything that HEAD reaches.
    if (!shallow && absent.size > 0)
        searches = without(searches, absent);
    const unreleased = () => {
        const searched = new Set(searches.map(({ name }) => name));
        return catalogue.services.filter(({ name }) => due.has(name) && !searched.has(name));
    };
    // A shallow clone is read to its end, which hides some of what counts for a service without a release.
    const paths = () => (shallow ? undefined : inputPaths(catalogue.services, unreleased(), state.prefix));
    const build = (from, sure, whole) => new HistoryWalk({
        head,
        searches,
        starts: from,
        unreleased: unreleased().length > 0,
        whole: whole || paths() === undefined,
        lineHead,
        named: due,
        changed,
        boundary: state.boundary,
        sure,
        beside: () => own !== undefined,
    });
    let own;
    /** The services whose paths it is told. */
    let covered = [];
    const unwanted = new AbortController();
    const ownWalk = () => {
        if (own === undefined)
            covered = unreleased();
        own ??= limitedWalk(request, paths() ?? [], unwanted.signal);
        // Its failure is told where it is waited for.
        own.catch(() => undefined);
        return own;
    };
    const read = async (from, sure, whole = false) => {
        let count = 0;
        const visit = (commit) => {
            const goesOn = walk.visit(commit);
            if (goesOn && ++count === LARGE && unreleased().length > 0 && paths() !== undefined)
                ownWalk();
            return goesOn;
        };
        const reading = readHistory(git, head, visit, { starts: from, prefix: state.prefix });
        // Made while git begins: it has written nothing before this is left.
        const walk = build(from, sure, whole);
        await reading;
        return walk;
    };
    // Whoever has many tags has a long history: then it need not be tried first.
    const many = searches.reduce((sum, { commits }) => sum + commits.length, 0) >= LARGE;
    if (many && unreleased().length > 0 && paths() !== undefined)
        ownWalk();
    let walk = await read(present, false).catch((error) => {
        if (!shallow || !(error instanceof git_process/* GitError */.XS))
            throw error;
        // Other lines that an earlier `keepingShallow` left behind have no end that git knows; HEAD's is whole.
        return read([], false);
    });
    const reached = new Set();
    const asked = new Map();
    const open = walk.undecided();
    if (open.length > 0 && !shallow) {
        const tagged = searches.filter(({ name }) => open.includes(name)).flatMap(({ commits }) => commits);
        const reverted = await revertedBefore(git, walk);
        const found = await reachability_reachable(git, [...tagged, ...reverted], head);
        searches = without(searches, new Set(tagged.filter((commit) => !found.has(commit))));
        for (const commit of tagged)
            if (found.has(commit))
                reached.add(commit);
        for (const commit of reverted)
            asked.set(commit, found.has(commit));
        const known = searches.every(({ name, commits }) => walk.found(name) === commits[0]);
        if (!known || (unreleased().length > 0 && !walk.complete && own === undefined)) {
            walk = await read([], true);
        }
    }
    for (const { commits } of searches)
        for (const commit of commits)
            if (walk.reaches(commit))
                reached.add(commit);
    const bases = new Map([...tags].map(([name, each]) => [name, base_selectBase(each, head, reached)]));
    const lacking = shallow
        ? lackingServices({ due, walk, bases, open, tags, candidates, ruledOut, head })
        : new Map();
    for (const [service, list] of candidates) {
        candidates.set(service, list.filter(({ commit }) => commit === head || reached.has(commit)));
    }
    let separate = lacking.size === 0 && !walk.complete && unreleased().length > 0 && paths() !== undefined
        ? await ownWalk()
        : undefined;
    unwanted.abort();
    const isCovered = unreleased().every((service) => covered.includes(service));
    if (separate !== undefined && (!isCovered || separate.dependsOnAncestry())) {
        // The commits of some paths do not hang together, and it may have turned out that more paths count.
        walk = await read([], true, true);
        separate = undefined;
    }
    return {
        walk,
        unreleased: () => separate ?? walk,
        bases,
        reached,
        candidates,
        asked,
        lineHead,
        shallow,
        prefix: state.prefix,
        lacking,
    };
}
/**
 * The services for which a shallow clone is not enough, each with the highest tag that what is missing may lead to.
 * `open`: searches that the walk left undecided.
 */
function lackingServices(known) {
    const { due, walk, bases, open, tags, candidates, ruledOut, head } = known;
    const lacking = new Map();
    for (const service of due) {
        const base = bases.get(service)?.base;
        const isOpen = open.includes(service) || open.includes(`${service} candidates`);
        // What a base reaches may lead to higher tags yet.
        const above = [...(tags.get(service)?.releases ?? []), ...(candidates.get(service) ?? [])];
        const hidden = above.find(({ core, commit }) => (base === undefined || compareCores(core, base.core) > 0) &&
            !ruledOut.has(commit) &&
            walk.mayReach(commit));
        const isCut = walk.isCut(base?.commit === head ? undefined : base?.commit);
        if (hidden !== undefined || isOpen || isCut || walk.content(service) === undefined)
            lacking.set(service, hidden);
    }
    return lacking;
}
/** Commits that messages name as reverted and the walk has not met: asked for along with the tags. */
async function revertedBefore(git, walk) {
    const names = new Set();
    for (const { message } of walk.range(undefined))
        if (/this reverts commit/i.test(message))
            for (const name of parseCommitMessage(message).reverts)
                names.add(name);
    const objects = await git.objects.info([...names]);
    return objects.flatMap((object) => object?.type === "commit" && walk.commit(object.hash) === undefined ? [object.hash] : []);
}
/** All commits that touch some paths, for services without a release. */
async function limitedWalk(request, paths, signal) {
    const { git, head, changed, state } = request;
    const walk = new HistoryWalk({
        head,
        searches: [],
        starts: [],
        unreleased: true,
        whole: true,
        lineHead: head,
        named: [],
        changed,
        boundary: state.boundary,
        limited: true,
    });
    await readHistory(git, head, walk.visit, { paths, prefix: state.prefix, signal });
    return walk;
}
/**
 * Of a pull request's merge commit the head that it merges; else HEAD. As the commit itself records it: in a
 * shallow clone git's own `HEAD^2` says that there is none.
 */
async function lineHeadOf(git, context, head) {
    if (context.kind !== "pull-request" || context.head === head)
        return head;
    const [parents] = await recordedParents(git.objects, [head]);
    return parents?.[1] ?? head;
}
//# sourceMappingURL=read-walks.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/revert.js

/**
 * Which commits of a range are taken back by others, for one service: hash to the hash of the reverting commit.
 * A revert takes back what it descends from, and nothing else: a parallel change is still there after a merge of
 * both. Only reverts that count for the service take anything back. `outside` tells commits that are known to lie
 * before the range: a revert of one of them takes nothing out, whatever its title.
 */
function revertedCommits(range, message, counts, outside, ancestry) {
    const reverted = new Map();
    const reverts = range.filter((commit) => {
        const said = message(commit);
        return counts(commit) && (said.reverts.length > 0 || said.revertsTitle !== undefined);
    });
    if (reverts.length === 0)
        return reverted;
    const index = new Map(range.map((commit) => [commit.hash, commit]));
    /** What each revert took back, so that its own revert can put it back. */
    const taken = new Map();
    const take = (hash, by) => {
        if (reverted.has(hash))
            return;
        reverted.set(hash, by);
        for (const each of taken.get(hash) ?? [])
            putBack(each);
    };
    const putBack = (hash) => {
        if (!reverted.delete(hash))
            return;
        for (const each of taken.get(hash) ?? [])
            take(each, hash);
    };
    let titles;
    /** The commits of a title, newest first. */
    const titled = (title) => {
        titles ??= Map.groupBy(range, (commit) => comparableTitle(message(commit).header));
        const named = titles.get(comparableTitle(title)) ?? [];
        return named.sort((a, b) => ancestry.compare(b.hash, a.hash));
    };
    for (const revert of reverts.sort((a, b) => ancestry.compare(a.hash, b.hash))) {
        const said = message(revert);
        const older = (commit) => ancestry.isAncestor(commit.hash, revert.hash);
        const targets = [];
        let lost = said.reverts.length === 0;
        for (const hash of said.reverts) {
            const target = index.get(hash) ?? (hash.length < 40 ? range.find((each) => each.hash.startsWith(hash)) : undefined);
            if (target !== undefined && older(target))
                targets.push(target);
            else if (target !== undefined || !outside(hash))
                lost = true;
        }
        if (targets.length === 0 && lost && said.revertsTitle !== undefined) {
            const target = titled(said.revertsTitle).find((each) => !reverted.has(each.hash) && older(each));
            if (target !== undefined)
                targets.push(target);
        }
        const hashes = targets.flatMap((target) => [target.hash, ...brought(target, index)]);
        taken.set(revert.hash, hashes);
        for (const hash of hashes)
            take(hash, revert.hash);
    }
    return reverted;
}
/** What a merge brought: the commits of the range that its other parents reach and its first does not. */
function brought(merge, index) {
    const [first, ...others] = merge.parents;
    if (first === undefined || others.length === 0)
        return [];
    const before = reach([first], index, new Set());
    return [...reach(others, index, before)];
}
function reach(from, index, stop) {
    const found = new Set();
    const stack = [...from];
    for (let hash = stack.pop(); hash !== undefined; hash = stack.pop()) {
        const commit = index.get(hash);
        if (commit === undefined || found.has(hash) || stop.has(hash))
            continue;
        found.add(hash);
        stack.push(...commit.parents);
    }
    return found;
}
//# sourceMappingURL=revert.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/ranges.js








/** What is said where nothing is asked: HEAD carries the version. */
const ranges_NOTHING = {
    height: 0,
    level: undefined,
    releaseAs: undefined,
    features: [],
    commits: [],
    problems: [],
};
/** Reads history once, in one walk for all services, and finds their bases in it. */
async function readRanges(known) {
    const { git, catalogue, head } = known;
    const only = catalogue.services.length === 1;
    const ownership = ownershipOf(catalogue.services);
    const walks = await readWalks({ ...known, changed: ownership.touches });
    const { walk, shallow, lineHead, candidates } = walks;
    const messages = new Map();
    const message = (commit) => {
        let said = messages.get(commit.hash);
        if (said === undefined) {
            said = parseCommitMessage(commit.message);
            messages.set(commit.hash, said);
        }
        return said;
    };
    // Reverted commits that the walk has not met may lie before the range: then nothing is taken out.
    const before = new Map();
    const absent = new Set();
    const look = async (hashes) => {
        const unknown = [...new Set(hashes)].filter((hash) => walk.commit(hash) === undefined && !before.has(hash));
        // Messages name commits by short hashes too; one that may be several objects names none.
        const full = new Map();
        for (const [at, object] of (await git.objects.info(unknown)).entries()) {
            const written = unknown[at];
            if (written !== undefined && object !== undefined)
                full.set(written, object.hash);
        }
        for (const hash of unknown)
            if (!full.has(hash))
                absent.add(hash);
        const met = (hash) => hash !== undefined && (walk.reaches(hash) || walks.asked.get(hash) === true);
        const left = [...full.values()].filter((hash) => !met(hash) && !walks.asked.has(hash));
        const found = await reachability_reachable(git, left, head);
        for (const hash of unknown)
            before.set(hash, met(full.get(hash)) || found.has(full.get(hash) ?? ""));
    };
    // git is asked once for what all services' commits revert, whichever service comes first.
    let looked;
    const lieBefore = async (hashes) => {
        if (hashes.length === 0)
            return;
        looked ??= look(revertedSinceBases(walks, head, message));
        await looked;
        await look(hashes);
    };
    const differences = new Map();
    const differing = async (from, to) => {
        const key = `${from} ${to}`;
        let found = differences.get(key);
        if (found === undefined) {
            const paths = await (0,commit_tree/* differingPaths */.Z)(git.objects, from, to, walks.prefix);
            found = new Set(paths.flatMap((path) => ownership.touches(path).flatMap((each) => (each.ignored ? [] : [each.service]))));
            differences.set(key, found);
        }
        return found;
    };
    // Services with one base share their range.
    const ancestries = new Map();
    const ancestry = (from, boundary) => {
        let known = ancestries.get(boundary);
        if (known === undefined) {
            const range = from.range(boundary);
            known = from.connected ? ancestryOf(range) : ancestryByOrder(range);
            ancestries.set(boundary, known);
        }
        return known;
    };
    const moved = lineHead === head ? new Set() : (walk.touchedFrom(head, 1) ?? (await differing(lineHead, head)));
    return {
        shallow,
        date: walk.commit(head)?.date ?? 0,
        merge: lineHead === head ? undefined : head,
        bases: walks.bases,
        reached: walks.reached,
        candidates: (service) => candidates.get(service) ?? [],
        movedBase: (service) => moved.has(service),
        content: (service) => {
            const commit = walk.content(service);
            if (commit !== undefined)
                return commit;
            if (shallow)
                throw tooShallow(service, known.tags.get(service));
            throw new Error(`the walk did not name the contents of ${service}`);
        },
        since: async (service, boundary) => {
            if (boundary === head)
                return ranges_NOTHING;
            const from = boundary === undefined ? walks.unreleased(service) : walk;
            if (from.isCut(boundary))
                throw tooShallow(service, known.tags.get(service));
            const commits = from.touching(service, boundary);
            const counts = (commit) => commit.counted.has(service);
            const reverts = commits
                .filter(counts)
                .map(message)
                .filter((said) => said.reverts.length > 0 || said.revertsTitle !== undefined);
            await lieBefore(reverts.flatMap((said) => said.reverts));
            // A commit that this clone lacks may lie before the range: its title alone must not decide.
            const guesses = reverts.some((said) => said.revertsTitle !== undefined && said.reverts.some((hash) => absent.has(hash)));
            if (shallow && guesses)
                throw tooShallow(service, known.tags.get(service));
            const reverted = reverts.length === 0
                ? new Map()
                : revertedCommits(from.range(boundary), message, counts, (hash) => before.get(hash) === true || walk.reaches(hash), ancestry(from, boundary));
            const brought = new Map();
            for (const merge of commits) {
                const [first, second] = merge.parents;
                if (first === undefined || second === undefined || message(merge).releaseAs === undefined)
                    continue;
                brought.set(merge, from.touchedFrom(merge.hash, 0) ?? (await differing(first, merge.hash)));
            }
            const analysis = analyse(service, commits, {
                message,
                reverted,
                only,
                brings: (merge) => brought.get(merge) ?? merge.differs,
                ancestry: () => ancestry(from, boundary),
            });
            if (analysis.level !== undefined || boundary === undefined)
                return analysis;
            // Nothing counted, but a merge may have kept the other side's contents.
            const merge = commits.find((commit) => commit.parents.length > 1 && commit.differs.has(service));
            if (merge === undefined || !(await differing(boundary, head)).has(service))
                return analysis;
            const kept = {
                commit: merge.hash,
                header: message(merge).header,
                bump: "patch",
                counted: true,
                rule: "a merge that kept one side's contents",
                files: [],
            };
            return { ...analysis, height: 1, level: "patch", commits: [kept, ...analysis.commits] };
        },
    };
}
/** All hashes that commits name as reverted which count for some service since its base. */
function revertedSinceBases(walks, head, message) {
    return [...walks.bases].flatMap(([service, { base }]) => {
        if (base?.commit === head)
            return [];
        const from = base === undefined ? walks.unreleased(service) : walks.walk;
        return from
            .touching(service, base?.commit)
            .flatMap((commit) => (commit.counted.has(service) ? message(commit).reverts : []));
    });
}
//# sourceMappingURL=ranges.js.map
;// CONCATENATED MODULE: ./.cache/bundles/runner/sha256.js
/** The SHA-256 of a text in UTF-8, in hexadecimal digits. node:crypto is loaded when it is used: that takes 8 ms. */
function sha256(text) {
    return process.getBuiltinModule("node:crypto").hash("sha256", text);
}
//# sourceMappingURL=sha256.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/branch-name.js

/** A name that ends like our own hash; in a slug, where a `-` separates both, it must not pass for one. */
const LIKE_HASH = /(^|-)h[0-9a-f]{10}$/;
/**
 * A branch's name for metadata: letters, digits and `-` stay, every other run of characters becomes one `-`, ends
 * are trimmed. If that lost or cut anything, the hash of the whole ref keeps names apart.
 */
function branchLabel(branch, options = {}) {
    const clean = trimDashes(branch.replace(/[^A-Za-z0-9-]+/g, "-"));
    const folded = options.fold === true ? clean.toLowerCase() : clean;
    const limit = options.limit ?? Number.POSITIVE_INFINITY;
    const name = trimDashes(folded.slice(0, Math.max(0, limit)));
    const lost = name !== branch || (options.fold === true && LIKE_HASH.test(name));
    return { name: name === "" ? "x" : name, hash: lost ? refHash(branch) : undefined };
}
/** `h` and the first ten hex digits of SHA-256 of the whole ref name. */
function refHash(branch) {
    return `h${sha256(`refs/heads/${branch}`).slice(0, 10)}`;
}
function trimDashes(text) {
    let start = 0;
    let end = text.length;
    while (start < end && text[start] === "-")
        start++;
    while (end > start && text[end - 1] === "-")
        end--;
    return text.slice(start, end);
}
//# sourceMappingURL=branch-name.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/strings.js



/** node-semver refuses longer versions; the OCI distribution specification longer tags; RFC 1123 longer labels. */
const LIMITS = { semver: 256, docker: 128, slug: 63, distTag: 214 };
/** How many digits of a commit stand in a string: fixed, so that every clone gives the same one. */
const DIGITS = 12;
/** `.h` and ten digits. */
const HASH_LENGTH = 12;
/** The forms of an unreleased build. */
function buildStrings(build) {
    const height = build.height === undefined ? "" : `.${build.height}`;
    const content = `.g${build.content.slice(0, DIGITS)}`;
    const merge = build.merge === undefined ? "" : `.m${build.merge.slice(0, DIGITS)}`;
    const tail = `${height}${content}${merge}`;
    const dashed = (text) => text.replaceAll(".", "-");
    return {
        version: fitted(build.branch, LIMITS.semver, (label) => `${build.precedence}+${dotted(label)}${tail}`),
        dockerTag: fitted(build.branch, LIMITS.docker, (label) => `${build.precedence}_${dotted(label)}${tail}`),
        npmVersion: build.height === undefined ? `${build.precedence}${content}${merge}` : null,
        slug: fitted(build.branch, LIMITS.slug, (label) => `${dashed(`${build.precedence}.${dotted(label)}${height}`)}${dashed(merge === "" ? content : merge)}`, true),
    };
}
/** The forms of a version that a tag carries: a release, a candidate, or another prerelease. */
function releaseStrings(version) {
    return { version, dockerTag: cut(version, LIMITS.docker), npmVersion: version, slug: releaseSlug(version) };
}
/** Whether a version is above every other one that is given: what `latest` may name. */
function isHighest(version, others) {
    return others.every((other) => semver.gte(version, other));
}
/** The dist-tag of a release or a candidate. */
function releaseDistTag(version, releases) {
    if (version.includes("-"))
        return "next";
    if (isHighest(version, releases))
        return "latest";
    return `release-${semver.major(version)}.${semver.minor(version)}`;
}
/** A moving name made of a branch's: `br-feature-login-7`, or `main` without a prefix. */
function movingName(prefix, branch, limit) {
    return fitted(branch, limit, (label) => `${prefix}${dotted(label)}`);
}
/**
 * Whether a branch called so may give its bare name to a moving tag: not where it would pass for a version, for
 * `latest`, or for the tag of another branch.
 */
function namesMovingTag(branch) {
    return (branch !== "latest" &&
        !branch.startsWith("br-") &&
        !/^v?\d/i.test(branch) &&
        // What no range begins with need not be tried, for each service again.
        (!/^[\s~^<>=|*+xv]/i.test(branch) || semver.validRange(branch) === null));
}
function dotted(label) {
    return label.hash === undefined ? label.name : `${label.name}.${label.hash}`;
}
/** The string with the whole label, or with the end of its name cut, just enough. */
function fitted(branch, limit, text, fold = false) {
    if (branch === undefined)
        return text({ name: "detached", hash: undefined });
    const whole = text(branchLabel(branch, { fold }));
    if (whole.length <= limit)
        return whole;
    const fixed = text({ name: "", hash: undefined }).length + HASH_LENGTH;
    if (fixed < limit)
        return text(branchLabel(branch, { fold, limit: limit - fixed }));
    // Beside a core this long there is no room for a name: the hashes of the branch and of the whole tell it apart.
    const hashed = text({ name: refHash(branch), hash: undefined });
    return hashed.length <= limit ? hashed : versionHash(hashed);
}
function releaseSlug(version) {
    const plain = version.toLowerCase().replace(/[^a-z0-9-]/g, "-");
    const lost = plain.length > LIMITS.slug || plain.endsWith("-") || plain !== version.replaceAll(".", "-");
    return lost
        ? `${plain.slice(0, LIMITS.slug - HASH_LENGTH).replace(/-+$/, "")}-${versionHash(version)}`
        : plain;
}
function cut(version, limit) {
    if (version.length <= limit)
        return version;
    return `${version.slice(0, limit - HASH_LENGTH).replace(/[.-]+$/, "")}.${versionHash(version)}`;
}
function versionHash(version) {
    return `h${sha256(version).slice(0, 10)}`;
}
//# sourceMappingURL=strings.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/channel.js

/** npm's dist-tag of an unreleased build. */
function buildDistTag(stage, core) {
    switch (stage.kind) {
        case "main":
            return namesMovingTag(stage.branch) ? movingName("", stage.branch, LIMITS.distTag) : "main";
        case "hotfix":
            return "hotfix";
        case "release":
            return `rc-${core.major}.${core.minor}`;
        case "pull-request":
            return `pr-${stage.number}`;
        case "merge-queue":
            return `mq-${stage.number}`;
        case "feature":
            return movingName("br-", stage.branch, LIMITS.distTag);
        case "detached":
            return "detached";
    }
}
/** The moving docker tag of a stage; `unnamed`: it would have one, were its branch called otherwise. */
function movingTag(stage) {
    switch (stage.kind) {
        case "main":
            return namesMovingTag(stage.branch) ? { tag: movingName("", stage.branch, LIMITS.docker) } : "unnamed";
        case "feature":
            return { tag: movingName("br-", stage.branch, LIMITS.docker) };
        case "pull-request":
            return { tag: `pr-${stage.number}` };
        default:
            return undefined;
    }
}
//# sourceMappingURL=channel.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/outcome.js





/** A version that stands already, on HEAD or on a commit with the same contents. */
function standing(facts, tag) {
    const here = tag.commit === facts.head;
    const strings = releaseStrings(tag.version);
    return {
        strings,
        release: !tag.version.includes("-"),
        changed: false,
        bump: "none",
        previous: undefined,
        gitTag: here ? tag.tag : undefined,
        distTag: releaseDistTag(tag.version, releaseVersions(facts)),
        dockerTags: here ? [strings.dockerTag] : [],
        height: undefined,
        content: undefined,
        because: [here ? `the commit carries ${tag.tag}` : `its inputs are those of ${tag.tag}`],
        problems: [],
    };
}
/** The last release, kept by a service without a change. */
function kept(facts, version) {
    return {
        strings: releaseStrings(version),
        release: true,
        changed: false,
        bump: "none",
        previous: version,
        gitTag: undefined,
        distTag: releaseDistTag(version, releaseVersions(facts)),
        dockerTags: [],
        height: 0,
        content: undefined,
    };
}
/** What publishing makes. */
function published(facts, version, tag) {
    const strings = releaseStrings(version);
    return {
        strings,
        release: !version.includes("-"),
        changed: true,
        gitTag: tag,
        distTag: releaseDistTag(version, releaseVersions(facts)),
        dockerTags: [strings.dockerTag],
        content: undefined,
        publishes: tag,
    };
}
/** A build that is not released. */
function build(facts, core, candidate) {
    const { stage, analysis } = facts;
    const problems = [];
    const metadataOnly = facts.featureFormat === "metadata-only" && (stage.kind === "feature" || stage.kind === "pull-request");
    const last = facts.base.base?.version ?? "0.0.0";
    const parts = {
        precedence: metadataOnly
            ? last
            : `${coreText(core)}-${prerelease(stage, analysis.height, candidate && { number: candidate.tag.number, height: candidate.height })}`,
        branch: stage.branch,
        height: metadataOnly ? analysis.height : undefined,
        content: facts.content(),
        merge: facts.merge,
    };
    if (metadataOnly) {
        problems.push((0,problem/* problem */.C)("warning", "metadata-only", `${facts.service.name}: ranges, and repositories of npm, NuGet and Helm, take this version for ${last}`, { hint: "Use feature-format: prerelease-and-metadata, which no range takes." }));
    }
    const strings = buildStrings(parts);
    const moving = movingTag(stage);
    if (moving === "unnamed") {
        problems.push((0,problem/* problem */.C)("notice", "no-moving-tag", `Branch ${stage.branch ?? ""} gives no moving tag: its name would pass for another tag`));
    }
    const names = moving === undefined || moving === "unnamed" || !facts.tip ? [] : [moving.tag];
    return {
        strings,
        release: false,
        changed: true,
        gitTag: undefined,
        distTag: metadataOnly ? null : buildDistTag(stage, core),
        dockerTags: [strings.dockerTag, ...names],
        content: parts.content,
        because: [`${coreText(core)} is not released: a build of it by ${parts.content.slice(0, 12)}`],
        problems,
    };
}
/** The highest release of the service, reachable or not: a version that is not below it is the highest of all. */
function releaseVersions(facts) {
    return facts.tags.releases.slice(0, 1).map((each) => each.version);
}
//# sourceMappingURL=outcome.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/publishing.js





/**
 * Whether a release can be made here: not where its tag stands on a commit that HEAD does not reach, nor where
 * HEAD does not descend from the newest release of the line.
 */
function releaseConflict(version, tags, reached) {
    const taken = tags.releases.find((each) => each.version === version && !reached.has(each.commit));
    if (taken !== undefined)
        return { kind: "taken", tag: taken };
    const line = version.split(".").slice(0, 2).join(".");
    const newest = tags.releases.find((each) => each.version.startsWith(`${line}.`));
    if (newest !== undefined && !reached.has(newest.commit))
        return { kind: "line-ahead", tag: newest };
    return undefined;
}
/**
 * A candidate may follow one of a history that was given up (numbers are taken once), but an older commit gets no
 * newer candidate than a commit that was built on it.
 */
async function refuseOlderCandidate(git, toPublish, tags, head) {
    const earlier = toPublish.flatMap(({ service, tag }) => {
        const version = tag.slice(tagName(tags.form, service, "").length);
        const core = version.split("-")[0] ?? "";
        if (version === core)
            return [];
        const newest = tags.services.get(service)?.candidates.find((each) => coreText(each.core) === core);
        return newest === undefined ? [] : [{ service, version, newest }];
    });
    const later = await descendants(git, earlier.map(({ newest }) => newest.commit), head);
    for (const { service, version, newest } of earlier)
        if (later.has(newest.commit))
            throw conflictError(service, version, { kind: "line-ahead", tag: newest }, head);
}
/** The refusal of a release. */
function conflictError(service, version, conflict, head) {
    return new errors/* UserError */.yo(conflict.kind === "taken" ? "version-taken" : "line-ahead", conflictMessage(service, version, conflict, head), {
        fault: "refused",
        hint: "Release the newest commit of the branch, or merge the released one into it first.",
    });
}
/** The warning that a promise can't be kept. */
function conflictWarning(service, version, conflict, head) {
    return (0,problem/* problem */.C)("warning", conflict.kind === "taken" ? "version-taken" : "line-ahead", conflictMessage(service, version, conflict, head), { hint: "Publishing this commit will be refused." });
}
function conflictMessage(service, version, conflict, head) {
    const there = `${conflict.tag.tag} on ${conflict.tag.commit.slice(0, 12)}`;
    return conflict.kind === "taken"
        ? `${service} ${version} can't be released from ${head.slice(0, 12)}: the number is taken by ${there}, which this commit does not contain`
        : `${service} ${version} can't be released from ${head.slice(0, 12)}: the newest release of its line is ${there}, which this commit does not contain`;
}
/** Refuses `publish` where no tags are made: on pull requests, queues, tags, other branches and other events. */
function refusePublish(context, event, release) {
    const refuse = (message, hint) => {
        throw new errors/* UserError */.yo("publish-not-here", message, { input: "publish", hint });
    };
    if (context.kind === "tag")
        return;
    if (context.kind !== "main" && context.kind !== "release" && context.kind !== "hotfix") {
        refuse(`'publish' makes no tags in the context ${context.kind}`, "Publish from main, a release branch or a hotfix branch, with HEAD at the commit of the event.");
    }
    if (!context.publishes) {
        refuse(`'publish' makes no tags on the event ${event ?? ""}`, "Publish on push, schedule or workflow_dispatch.");
    }
    if (context.kind === "hotfix" && !release) {
        refuse("'publish' on a hotfix branch makes a release, which must be asked for", "Add 'release: true'.");
    }
}
/** The refusal of a release below one that stands on a newer commit of the same line. */
function newerReleased(service, released, head, branch) {
    return new errors/* UserError */.yo("newer-commit-released", `${service}: ${branch} has ${released.tag} on ${released.commit.slice(0, 12)}, which is newer than ${head.slice(0, 12)}`, {
        fault: "refused",
        hint: "A newer commit was released first, and holds what this one has. Release the newest commit of the branch.",
    });
}
//# sourceMappingURL=publishing.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/references.js
/** What build-push-action and the like take: references, labels and annotations, as docker/metadata-action writes them. */
/** `image:tag` for each image and tag. */
function references(images, tags) {
    return images.flatMap((image) => tags.map((tag) => `${image}:${tag}`));
}
/** `org.opencontainers.image.*=value` lines. https://github.com/opencontainers/image-spec/blob/main/annotations.md */
function labels(facts) {
    const entries = [
        ["created", new Date(facts.date * 1000).toISOString()],
        ["revision", facts.revision],
        ["source", facts.source],
        ["title", facts.service],
        ["url", facts.source],
        ["version", facts.version],
    ];
    return entries.flatMap(([key, value]) => value === undefined ? [] : [`org.opencontainers.image.${key}=${value}`]);
}
/** The same for the image's manifest. */
function annotations(facts) {
    return labels(facts).map((label) => `manifest:${label}`);
}
//# sourceMappingURL=references.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/service-version.js









/** The version of one service. Throws a UserError where a release is refused. */
function decideVersion(facts) {
    const outcome = decide(facts);
    const { strings } = outcome;
    const image = {
        service: facts.service.name,
        version: strings.version,
        revision: facts.head,
        date: facts.date,
        source: facts.source,
    };
    const { base } = facts.base;
    return {
        version: {
            service: facts.service.name,
            path: facts.service.path,
            version: strings.version,
            release: outcome.release,
            changed: outcome.changed,
            bump: outcome.bump,
            previousVersion: outcome.previous ?? null,
            gitTag: outcome.gitTag ?? null,
            dockerTag: strings.dockerTag,
            tags: references(facts.images, outcome.dockerTags),
            labels: labels(image),
            annotations: annotations(image),
            npmVersion: strings.npmVersion,
            npmDistTag: outcome.distTag,
            slug: strings.slug,
            base: base === undefined ? null : { tag: base.tag, commit: base.commit },
            height: outcome.height ?? null,
            content: outcome.content ?? null,
            afterMerge: null,
            commits: [...facts.analysis.commits],
            because: [...outcome.because],
        },
        publishes: outcome.publishes,
        problems: [...facts.analysis.problems, ...outcome.problems],
    };
}
/** What merging a pull request as it is releases; `refused` where `publish` on its base branch would say no. */
function afterMerge(facts, into) {
    const nothing = { releases: null, problems: [] };
    const { kind, branch } = into;
    if (kind === "feature")
        return nothing;
    const stage = kind === "release" ? { kind, branch, role: into } : { kind, branch };
    // A hotfix is only published as a release.
    const asked = { stage, role: into, publish: true, release: kind === "hotfix", bump: undefined };
    try {
        const { strings, bump, publishes, problems } = decide({ ...facts, ...asked });
        // Of what is wrong there the version of the pull request itself warns.
        if (problems.some(({ severity }) => severity === "error"))
            return nothing;
        if (publishes === undefined)
            return nothing;
        return { releases: { version: strings.version, bump, gitTag: publishes }, problems: [] };
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo) || thrown.fault !== "refused")
            throw thrown;
        const message = `Merged as it is, this can't be released: ${thrown.message}`;
        return {
            releases: null,
            problems: [
                (0,problem/* problem */.C)("warning", thrown.code, message, { hint: `Bring ${branch} into the pull request first.` }),
            ],
        };
    }
}
function decide(facts) {
    const { carried, previous, above } = facts.base;
    if (carried !== undefined) {
        return {
            ...standing(facts, carried),
            previous: previous?.version,
            problems: above === undefined ? [] : [higherReachable(facts.service.name, carried, above)],
        };
    }
    const next = nextCore({
        service: facts.service.name,
        base: facts.base.base,
        tags: facts.tags,
        analysis: facts.analysis,
        role: facts.role,
        bump: facts.bump,
        initial: facts.initial,
        own: facts.stage.kind === "hotfix" || facts.stage.kind === "release",
    });
    const { base } = facts.base;
    if (base !== undefined && !next.due) {
        return {
            ...kept(facts, base.version),
            because: [...next.because, `it keeps ${base.version}, and its image`],
            problems: next.problems,
        };
    }
    const core = coreText(next.core);
    const bump = base === undefined ? (facts.analysis.level ?? "none") : raised(base.core, next.core);
    const shared = { bump, previous: base?.version, height: facts.analysis.height };
    const problems = [...next.problems];
    const publishable = facts.stage.kind === "main" || facts.stage.kind === "release" || facts.stage.kind === "hotfix";
    const candidate = facts.stage.kind === "release"
        ? facts.candidates.find((each) => coreText(each.tag.core) === core)
        : undefined;
    const releases = facts.release || facts.stage.kind === "main";
    if (facts.publish && publishable && releases) {
        const conflict = releaseConflict(core, facts.tags, facts.reached);
        if (conflict !== undefined)
            throw conflictError(facts.service.name, core, conflict, facts.head);
        const tag = tagName(facts.form, facts.service.name, core);
        return {
            ...shared,
            ...published(facts, core, tag),
            because: [...next.because, `publishing makes ${tag}`],
            problems,
        };
    }
    if (candidate?.height === 0 && !facts.release) {
        return {
            ...standing(facts, candidate.tag),
            ...shared,
            changed: candidate.tag.commit === facts.head,
            because: [...next.because, `nothing counted since ${candidate.tag.tag}`],
            problems,
        };
    }
    if (facts.publish && facts.stage.kind === "release") {
        const conflict = releaseConflict(core, facts.tags, facts.reached);
        if (conflict !== undefined)
            throw conflictError(facts.service.name, core, conflict, facts.head);
        const numbers = facts.tags.candidates
            .filter((each) => coreText(each.core) === core)
            .map((each) => each.number);
        const version = `${core}-rc.${Math.max(0, ...numbers) + 1}`;
        const tag = tagName(facts.form, facts.service.name, version);
        return {
            ...shared,
            ...published(facts, version, tag),
            because: [...next.because, `publishing makes ${tag}`],
            problems,
        };
    }
    const built = build(facts, next.core, candidate);
    if (facts.release && publishable) {
        const conflict = releaseConflict(core, facts.tags, facts.reached);
        if (conflict !== undefined)
            problems.push(conflictWarning(facts.service.name, core, conflict, facts.head));
        const { version, npmVersion } = releaseStrings(core);
        return {
            ...shared,
            ...built,
            strings: { ...built.strings, version, npmVersion },
            release: true,
            distTag: releaseDistTag(core, releaseVersions(facts)),
            because: [...next.because, `${core} is promised: the image's tag stays unique until 'publish'`],
            problems: [...problems, ...built.problems],
        };
    }
    return {
        ...shared,
        ...built,
        because: [...next.because, ...built.because],
        problems: [...problems, ...built.problems],
    };
}
function higherReachable(service, carried, above) {
    return (0,problem/* problem */.C)("warning", "higher-release-reachable", `${service}: the commit carries ${carried.tag}, although it contains the higher release ${above.tag}`);
}
//# sourceMappingURL=service-version.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/decide-service.js






/** Gathers what one service's version depends on, and decides it. */
async function decideService(known, service) {
    const { request, context, tags, history, head } = known;
    const base = history.bases.get(service.name);
    const own = tags.services.get(service.name);
    if (base === undefined || own === undefined)
        throw new Error(`no tags were read for ${service.name}`);
    const { stage, role } = stageOf(context, service.name);
    const analysis = base.carried !== undefined || context.kind === "tag"
        ? ranges_NOTHING
        : await history.since(service.name, base.base?.commit);
    const named = request.named ?? request.services !== undefined;
    const bumps = analysis.level !== undefined || named || request.catalogue.services.length === 1;
    const candidates = [];
    if (stage.kind === "release" && base.carried === undefined) {
        for (const tag of history.candidates(service.name))
            candidates.push({ tag, height: (await history.since(service.name, tag.commit)).height });
    }
    const { serverUrl, repository } = request.event;
    const facts = {
        service,
        head,
        form: tags.form,
        tags: own,
        base: context.kind === "tag" ? taggedBase(context.named, base, head) : base,
        reached: history.reached,
        stage,
        role,
        analysis,
        candidates,
        bump: bumps ? request.bump : undefined,
        initial: known.initial,
        release: request.release ?? false,
        publish: request.publish ?? false,
        featureFormat: request.featureFormat ?? "prerelease-and-metadata",
        content: () => history.content(service.name),
        merge: history.merge !== undefined && history.movedBase(service.name) ? history.merge : undefined,
        tip: known.atTip,
        images: request.images ?? (service.image === undefined ? [] : [service.image]),
        date: history.date,
        source: serverUrl === undefined || repository === undefined ? undefined : `${serverUrl}/${repository}`,
    };
    const problems = [];
    if (base.base === undefined && context.kind !== "tag")
        problems.push(...neverReleased(service.name, own, head));
    const decided = decideVersion(facts);
    if (context.kind === "pull-request") {
        const merged = afterMerge(facts, roleFor(context.into, service.name));
        decided.version.afterMerge = merged.releases;
        problems.push(...merged.problems);
    }
    problems.push(...decided.problems);
    if (context.kind === "tag")
        problems.push(...(await tagWarning(context.named, history, base, own, known.initial)));
    return { decided, problems };
}
//# sourceMappingURL=decide-service.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/image-tags.js

/**
 * Whether HEAD is the tip of its branch at the remote now, as a moving tag asks; undefined where the remote was not
 * asked or there are no moving tags here.
 */
function isAtTip(context, tags, head) {
    const { remote } = tags;
    if (context.tips.length === 0 || remote === undefined || !remote.reachable)
        return undefined;
    if (context.kind !== "pull-request")
        return context.tips.some((ref) => remote.heads.get(ref.slice("refs/heads/".length)) === head);
    return context.tips.some((ref) => remote.others.get(ref) === head);
}
/** Why there are fewer tags for images than somebody might expect. `atTip`: what `isAtTip` says. */
function missingTagNotices(context, atTip, decided) {
    const notices = [];
    const moving = context.kind === "main" || context.kind === "feature" || context.kind === "pull-request";
    const unreleased = decided.filter(({ version }) => version.gitTag === null);
    if (atTip === false && moving && unreleased.some(({ version }) => version.changed)) {
        notices.push((0,problem/* problem */.C)("notice", "not-the-tip", "No moving tags: HEAD is not the tip of its branch at the remote now"));
    }
    const reused = unreleased.filter(({ version }) => !version.changed);
    if (reused.length > 0) {
        const versions = reused.map(({ version }) => `${version.service} ${version.version}`).join(", ");
        notices.push((0,problem/* problem */.C)("notice", "image-reused", `No tags to push for ${versions}: nothing changed, so the released image is used again`));
    }
    return notices;
}
//# sourceMappingURL=image-tags.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./.cache/bundles/git/remote-tags.js


/**
 * Asks `origin` for its branches and tags, once, and for some other full names (`refs/pull/1/merge`) in the same
 * question: a server then sends all names that it has, so they are only given where they are needed. Never throws
 * for a remote that does not answer.
 */
async function remoteRefs(git, others = []) {
    const which = others.length === 0
        ? ["--heads", "--tags", "origin"]
        : ["origin", "refs/heads/*", "refs/tags/*", ...others];
    try {
        const { stdout } = await git.run(["ls-remote", "--quiet", ...which]);
        return { reachable: true, ...parseRefs(stdout.toString("utf8")) };
    }
    catch (error) {
        if (error instanceof git_process/* GitError */.XS) {
            return /^fatal: '?origin'? does not appear to be a git repository/m.test(error.stderr)
                ? { reachable: false, reason: NO_ORIGIN }
                : { reachable: false, reason: error.stderr };
        }
        if (error instanceof errors/* UserError */.yo && error.fault === "outside")
            return { reachable: false, reason: (0,errors/* errorMessage */.gJ)(error) };
        throw error;
    }
}
/** Why a clone without a remote can't ask it. */
const NO_ORIGIN = "there is no remote 'origin'";
/** `HASH<tab or blank>NAME` lines; a name that ends in `^{}` gives the object that an annotated tag names. */
function parseRefs(output) {
    const tags = new Map();
    const heads = new Map();
    const others = new Map();
    for (const [hash, name] of lines(output)) {
        if (name.startsWith("refs/heads/"))
            heads.set(name.slice("refs/heads/".length), hash);
        else if (!name.startsWith("refs/tags/"))
            others.set(name, hash);
        if (!name.startsWith("refs/tags/"))
            continue;
        const tag = name.slice("refs/tags/".length);
        // The peeled line follows that of the tag object.
        tags.set(tag.endsWith("^{}") ? tag.slice(0, -3) : tag, hash);
    }
    return { tags, heads, others };
}
function* lines(output) {
    for (let at = 0; at < output.length;) {
        const end = output.indexOf("\n", at);
        const line = output.slice(at, end < 0 ? output.length : end);
        at = end < 0 ? output.length : end + 1;
        const blank = /[\t ]/.exec(line)?.index ?? -1;
        const hash = line.slice(0, blank);
        if (blank >= 40 && blank < line.length - 1 && /^[0-9a-f]{40,64}$/.test(hash))
            yield [hash, line.slice(blank + 1)];
    }
}
//# sourceMappingURL=remote-tags.js.map
;// CONCATENATED MODULE: ./.cache/bundles/git/local-tags.js




const HASH = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/**
 * The clone's tags. Read from the files where git keeps them (gitrepository-layout, git-pack-refs), which knows
 * peeled tags and costs no process: it is many times faster than asking for thousands. git is asked where the files
 * are not as expected (reftable). Of tags that are packed with the commits that they name, nobody looks whether those
 * are here.
 */
async function localTags(git, state) {
    const folder = (0,external_node_path_.join)(state.commonDirectory, "refs", "tags");
    const loose = await looseTags(folder);
    const read = loose?.other.size === 0 ? await readTagFiles(state.commonDirectory, loose.hashes) : undefined;
    const { commits, unpeeled } = read ?? { commits: new Map(), unpeeled: await askTags(git) };
    const broken = [];
    const add = (tag, kind, isLoose) => broken.push({ tag, kind, file: isLoose ? (0,external_node_path_.relative)(git.directory, (0,external_node_path_.join)(folder, tag)) : undefined });
    for (const [tag, text] of loose?.other ?? []) {
        if (unpeeled.has(tag))
            continue;
        add(tag, text === "" ? "empty" : text.startsWith("ref:") ? "dangling" : "garbage", true);
    }
    const names = [...unpeeled.keys()];
    const found = await git.objects.info([...unpeeled.values()].map((hash) => `${hash}^{}`));
    for (const [index, name] of names.entries()) {
        const hash = found[index]?.hash;
        if (hash === undefined)
            add(name, "missing", loose?.hashes.has(name) === true);
        else
            commits.set(name, hash);
    }
    return { tags: commits, broken };
}
/** The tags as git tells them, not peeled: it leaves broken ones out. */
async function askTags(git) {
    const { stdout } = await git.run(["for-each-ref", "--format=%(objectname) %(refname)", TAGS]);
    return new Map(parseRefs(stdout.toString("utf8")).tags);
}
const TAGS = "refs/tags/";
async function readTagFiles(directory, loose) {
    if (!isFileStore(directory))
        return undefined;
    const packed = await (0,promises_.readFile)((0,external_node_path_.join)(directory, "packed-refs"), "utf8").catch((error) => {
        if (isMissing(error))
            return "";
        throw error;
    });
    const commits = new Map();
    const unpeeled = new Map();
    // Only with this trait a line without a peeled one is known to name no annotated tag.
    const full = /^# pack-refs with:.* fully-peeled /.test(packed.slice(0, 200).split("\n")[0] ?? "");
    // There may be many thousands of lines: nothing is cut out of those that are not wanted.
    for (let at = 0, end = 0; at < packed.length; at = end + 1) {
        end = lineEnd(packed, at);
        const blank = packed.indexOf(" ", at);
        if (blank < 0 || blank > end || !packed.startsWith(TAGS, blank + 1))
            continue;
        const name = packed.slice(blank + 1 + TAGS.length, end);
        if (packed.startsWith("^", end + 1)) {
            const peeled = end + 2;
            end = lineEnd(packed, peeled);
            commits.set(name, packed.slice(peeled, end));
        }
        else
            (full ? commits : unpeeled).set(name, packed.slice(at, blank));
    }
    for (const [name, hash] of loose) {
        commits.delete(name);
        unpeeled.set(name, hash);
    }
    for (const hash of commits.values())
        if (hash.length !== 40 && hash.length !== 64)
            return undefined;
    return { commits, unpeeled };
}
function lineEnd(text, at) {
    const end = text.indexOf("\n", at);
    return end < 0 ? text.length : end;
}
/** Whether refs are files here: a reftable repository names no real branch in its HEAD. */
function isFileStore(directory) {
    try {
        return !/refs\/heads\/\.invalid/.test((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(directory, "HEAD"), "utf8"));
    }
    catch {
        return false;
    }
}
/**
 * Undefined where some file is gone before it is read: git packs references and removes their files at any time.
 */
async function looseTags(directory) {
    const found = { hashes: new Map(), other: new Map() };
    let entries;
    try {
        entries = await (0,promises_.readdir)(directory, { recursive: true, withFileTypes: true });
    }
    catch (error) {
        if (!isMissing(error))
            throw error;
        // A folder in it may be what is gone: then the other tags are still there.
        return (await isThere(directory)) ? undefined : found;
    }
    for (const entry of entries) {
        // git takes none of these for a reference.
        if (entry.isDirectory() || entry.name.endsWith(".lock") || entry.name.startsWith("."))
            continue;
        const path = (0,external_node_path_.join)(entry.parentPath, entry.name);
        const text = await (0,promises_.readFile)(path, "utf8").catch((error) => {
            if (isMissing(error))
                return undefined;
            throw error;
        });
        if (text === undefined)
            return undefined;
        const name = path.slice(directory.length + 1).replaceAll("\\", "/");
        const plain = text.trim();
        (HASH.test(plain) ? found.hashes : found.other).set(name, plain);
    }
    return found;
}
async function isThere(path) {
    try {
        await (0,promises_.stat)(path);
        return true;
    }
    catch (error) {
        if (isMissing(error))
            return false;
        throw error;
    }
}
function isMissing(error) {
    return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
//# sourceMappingURL=local-tags.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/release-tags.js







/** Begins to read the tags that are needed in any case: the remote's in a workflow, else the clone's. */
function beginTags(git, known) {
    const { state, actions, others } = known;
    const local = actions ? undefined : localTags(git, state);
    const refs = actions && state.origin !== undefined ? remoteRefs(git, others) : undefined;
    // A failure is told where the answer is waited for, if it still matters then.
    for (const each of [local, refs])
        each?.catch(() => undefined);
    return { local, remote: refs === undefined ? undefined : { refs, others } };
}
/**
 * Reads the tags. In a workflow the remote's alone count, since old, deleted or missing local tags must not decide
 * a number; one that can't be asked is a warning, and an error where something is to be released. In a terminal
 * the local tags count, and the remote is asked where a service has none.
 */
async function readReleaseTags(git, catalogue, options) {
    const { state, begun, others = [] } = options;
    const ask = async () => {
        if (state.origin === undefined)
            return { reachable: false, reason: NO_ORIGIN };
        const asked = begun?.remote;
        return asked !== undefined && others.every((name) => asked.others.includes(name))
            ? asked.refs
            : remoteRefs(git, others);
    };
    const form = tagForm(catalogue);
    const names = catalogue.services.map((service) => service.name);
    if (!options.actions) {
        const { tags: local, broken } = await (begun?.local ?? localTags(git, state));
        const problems = brokenTagProblems(broken);
        const parsed = parseTags(form, names, local);
        const silent = [...parsed.values()].some((each) => each.all.length === 0);
        if (!silent && !options.releasing)
            return { form, tags: local, services: parsed, remote: undefined, problems };
        const remote = await ask();
        if (!remote.reachable) {
            if (options.releasing)
                throw unreachable(remote.reason);
            const asked = state.origin !== undefined;
            if (asked)
                problems.push(warning(remote.reason));
            return { form, tags: local, services: parsed, remote, problems };
        }
        // What is to be released is decided by what the remote has.
        const tags = options.releasing ? remote.tags : new Map([...remote.tags, ...local]);
        const services = parseTags(form, names, tags);
        return { form, tags, services, remote, problems: options.releasing ? [] : problems };
    }
    const remote = await ask();
    if (remote.reachable)
        return { form, tags: remote.tags, services: parseTags(form, names, remote.tags), remote, problems: [] };
    if (options.releasing)
        throw unreachable(remote.reason);
    const { tags: local, broken } = await localTags(git, state);
    return {
        form,
        tags: local,
        services: parseTags(form, names, local),
        remote,
        problems: [...brokenTagProblems(broken), warning(remote.reason)],
    };
}
/** How many of the highest releases of each service are asked for at first. */
const FIRST_ASKED = 4;
/**
 * The bases of services, and those version tags' commits that `head` reaches. Asked from the highest release down
 * until each service has its base, since a repository may have thousands of tags: what is lower is not in
 * `reached`.
 */
async function basesOf(git, services, head) {
    const reached = new Set();
    const ask = async (commits) => {
        for (const commit of await reachable(git, commits, head))
            reached.add(commit);
    };
    let open = [...services.values()].filter((tags) => tags.releases.length > 0);
    for (let from = 0, to = FIRST_ASKED; open.length > 0; from = to, to *= 4) {
        await ask(open.flatMap((tags) => tags.releases.slice(from, to).map((tag) => tag.commit)));
        open = open.filter((tags) => {
            const { carried, base, previous } = selectBase(tags, head, reached);
            return tags.releases.length > to && (carried === undefined ? base : previous) === undefined;
        });
    }
    const bases = new Map([...services].map(([name, tags]) => [name, selectBase(tags, head, reached)]));
    return { bases, reached };
}
function unreachable(reason) {
    return new errors/* UserError */.yo("remote-unreachable", `The tags of origin can't be read: ${reason}`, {
        fault: "outside",
        hint: "A release is only made or promised when the remote's tags are known. Check the network and the token.",
    });
}
function warning(reason) {
    return (0,problem/* problem */.C)("warning", "remote-unreachable", `The tags of origin can't be read, so the clone's count: ${reason}`, {
        hint: "Local tags can be old or missing. Fetch them (fetch-tags: true), or let the step reach the remote.",
    });
}
/** Broken tags that are told one by one. */
const TOLD = 10;
const DEFECTS = {
    empty: "its file is empty",
    garbage: "its file holds no name of an object",
    dangling: "it refers to a reference that is not there",
    missing: "the object that it names is not there",
};
function brokenTagProblems(broken) {
    const problems = broken.slice(0, TOLD).map(({ tag, file, kind }) => (0,problem/* problem */.C)("warning", "tag-broken", `The clone's tag ${tag} is ignored: ${DEFECTS[kind]}`, {
        file,
        hint: file === undefined
            ? "Delete the tag, or fetch it again from where it is whole (git fetch --force origin tag NAME)."
            : "Delete the file, and fetch the tag again if origin has it (git fetch --tags), or make it anew.",
    }));
    const left = broken.length - problems.length;
    if (left > 0)
        problems.push((0,problem/* problem */.C)("warning", "tag-broken", `${left} more broken tags are ignored`));
    return problems;
}
//# sourceMappingURL=release-tags.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/floating.js


/**
 * The floating tags that come to a release's commit: those of its MAJOR and its MAJOR.MINOR, each only where no
 * release of the service is higher there, reachable or not. There is no tag of MAJOR 0, where every minor version
 * may break.
 */
function floatingTags(known, release) {
    const core = parseCore(release.version);
    const own = known.services.get(release.service);
    if (core === undefined || own === undefined)
        return [];
    const isHighest = (line) => !own.releases.some((each) => line(each.core) && compareCores(each.core, core) > 0);
    const numbers = [
        ...(core.major > 0 && isHighest((other) => other.major === core.major) ? [`${core.major}`] : []),
        ...(isHighest((other) => other.major === core.major && other.minor === core.minor)
            ? [`${core.major}.${core.minor}`]
            : []),
    ];
    return numbers.flatMap((number) => {
        const tag = tagName(known.form, release.service, number);
        const before = known.tags.get(tag) ?? null;
        return before === release.commit ? [] : [{ service: release.service, tag, before }];
    });
}
//# sourceMappingURL=floating.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/tags-to-make.js




/** The tags that publishing makes and moves. Throws a UserError where they are refused. */
async function tagsToMake(known, decided) {
    const { git, context, tags, head, floating } = known;
    const toPublish = decided.flatMap(({ version, publishes }) => publishes === undefined ? [] : [{ service: version.service, tag: publishes }]);
    const released = decided.flatMap(({ version: { service, version, release, gitTag } }) => release && gitTag !== null ? [{ service, version, commit: head }] : []);
    const moves = floating && context.kind !== "tag";
    const toMove = moves ? released.flatMap((each) => floatingTags(tags, each)) : [];
    const services = toPublish.map(({ service }) => service);
    if (toPublish.length + toMove.length > 0)
        await refuseOffBranch(git, context, tags, services, head);
    await refuseOlderCandidate(git, toPublish, tags, head);
    return { toPublish, toMove };
}
/**
 * Tags are made only on the first-parent line of the branch at the remote, in its own order: below a commit that
 * was released, a release could be the higher one, and releases along the line would go down.
 */
async function refuseOffBranch(git, context, tags, services, head) {
    if (context.kind !== "main" && context.kind !== "release" && context.kind !== "hotfix")
        return;
    const { branch } = context.role;
    const at = tags.remote?.reachable === true ? tags.remote.heads.get(branch) : undefined;
    const newer = at === undefined ? undefined : await (0,publish/* newerOnLine */.LH)(git, head, branch, at);
    if (newer !== undefined) {
        const above = new Set(newer);
        for (const service of services) {
            const released = tags.services.get(service)?.releases.find((tag) => above.has(tag.commit));
            if (released !== undefined)
                throw newerReleased(service, released, head, branch);
        }
        return;
    }
    throw new errors/* UserError */.yo("publish-off-branch", at === undefined
        ? `There is no branch ${branch} at origin, so nothing is published from it`
        : `${head.slice(0, 12)} is not on the first-parent line of ${branch} at origin (${at.slice(0, 12)})`, { fault: "refused", hint: "Push the commit to the branch first, and publish what stands there." });
}
//# sourceMappingURL=tags-to-make.js.map
;// CONCATENATED MODULE: ./.cache/bundles/versions/compute.js
















/**
 * The versions of a commit's services, by the rules, with their reasons. Reads history once for all of them.
 * Throws a UserError where an answer would be a guess (a shallow clone without the base) or is refused.
 */
async function computeVersions(request) {
    const state = request.state ?? (await repositoryState(request.git));
    refuseTreeless(state);
    return keepingShallow(state, () => compute(request, state));
}
async function compute(request, state) {
    const { git, catalogue, event } = request;
    const { release = false, publish = false } = request;
    const { head } = state;
    const all = catalogue.services.map((service) => service.name);
    const wanted = chosen(request.services, all);
    const initial = initialCore(catalogue);
    const facts = {
        commit: head,
        branch: state.branch,
        eventCommit: event.sha === undefined ? undefined : await eventCommit(git, event.sha),
    };
    const form = tagForm(catalogue);
    const context = versionContext(event, facts, catalogue.settings, all, (tag) => nameTag(form, all, tag));
    const read = await readReleaseTags(git, catalogue, {
        state,
        actions: request.actions,
        releasing: publish || (release && request.actions),
        others: context.kind === "pull-request" ? context.tips : [],
        begun: request.begunTags,
    });
    const tags = request.beforeHead === true ? withoutTagsOn(head, read, all) : read;
    refuseOtherForm(form, catalogue, tags.tags);
    if (publish)
        refusePublish(context, event.event, release);
    const problems = [...tags.problems, ...context.problems];
    if (release && !publish && !["main", "release", "hotfix", "tag"].includes(context.kind)) {
        problems.push((0,problem/* problem */.C)("warning", "release-not-here", `'release' has no effect in the context ${context.kind}`, {
            hint: "Numbers are promised on main, release branches and hotfix branches.",
        }));
    }
    const services = catalogue.services.filter((service) => wanted.has(service.name) && (context.kind !== "tag" || service.name === context.named.service));
    if (context.kind === "tag" && services.length === 0)
        problems.push(notAskedFor(context.named));
    const own = new Map([...tags.services].filter(([name]) => services.some((service) => service.name === name)));
    for (const [name, each] of own)
        problems.push(...invalidTagProblems(name, each));
    const history = await readRanges({ git, state, catalogue, head, context, tags: own });
    const atTip = isAtTip(context, tags, head);
    const known = { request, context, tags, history, initial, head, atTip: atTip === true };
    const decided = [];
    for (const service of services) {
        const each = await decideService(known, service);
        decided.push(each.decided);
        problems.push(...each.problems);
    }
    problems.push(...missingTagNotices(context, atTip, decided));
    const floating = publish && request.floating === true;
    const { toPublish, toMove } = await tagsToMake({ git, context, tags, head, floating }, decided);
    // Nothing is made where something is refused: then nobody may use the numbers that it would have had.
    const refused = (publish || release) && problems.some(({ severity }) => severity === "error");
    const usable = refused
        ? await compute({ ...request, publish: false, release: false }, await repositoryState(git))
        : undefined;
    return {
        context: context.kind,
        ref: context.ref,
        commit: head,
        services: usable?.services ?? decided.map(({ version }) => version),
        toPublish: refused ? [] : toPublish,
        toMove: refused ? [] : toMove,
        problems: compute_distinct(problems),
    };
}
/** The commit that GITHUB_SHA names, where it is here. */
async function eventCommit(git, sha) {
    if (!/^[0-9a-f]{40,64}$/.test(sha))
        return git.commit(sha);
    const [commit] = await git.objects.info([`${sha}^{commit}`]);
    return commit?.hash;
}
function chosen(services, all) {
    if (services === undefined)
        return new Set(all);
    for (const name of services) {
        if (all.includes(name))
            continue;
        throw new errors/* UserError */.yo("unknown-service", `There is no service '${name.slice(0, 100)}' in this repository`, {
            input: "services",
            hint: `The services are: ${all.slice(0, 50).join(", ")}.${(0,inputs/* didYouMean */.au)(name, all)}`,
        });
    }
    return new Set(services);
}
function initialCore(catalogue) {
    const text = catalogue.settings.version?.initial ?? catalog_settings/* VERSION_DEFAULTS */.E.initial;
    const core = parseCore(text);
    if (core !== undefined)
        return core;
    throw new errors/* UserError */.yo("initial-version", `version.initial is ${JSON.stringify(text)}, which is no X.Y.Z`, {
        file: catalogue.settingsFile,
        hint: "Write a release such as 0.1.0, without a prefix and without a prerelease.",
    });
}
function withoutTagsOn(head, tags, services) {
    const others = new Map([...tags.tags].filter(([, commit]) => commit !== head));
    return { ...tags, tags: others, services: parseTags(tags.form, services, others) };
}
/** Several services may say the same. */
function compute_distinct(problems) {
    return [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()];
}
/** The version of one service, or undefined where the result has none. */
function versionOf(result, service) {
    return result.services.find((each) => each.service === service);
}
//# sourceMappingURL=compute.js.map
// EXTERNAL MODULE: ./.cache/bundles/runner/markdown.js
var markdown = __webpack_require__(104);
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
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 13 modules
var schemas = __webpack_require__(5491);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/errors.js
var classic_errors = __webpack_require__(961);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(7428);
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
    const state = await repositoryState(git);
    refuseTreeless(state);
    // The remote answers, or the tags' files are read, while the catalogue is.
    const begunTags = beginTags(git, { state, actions, others: pullRequestTips(event) });
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
        const computed = await computeVersions(attempt === 1 ? request : { ...request, begunTags: undefined });
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
    const before = await computeVersions({
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

/***/ 8835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yh: () => (/* binding */ isManifest),
/* harmony export */   k4: () => (/* binding */ discover)
/* harmony export */ });
/* unused harmony export MANIFEST */
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4006);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9088);
/* harmony import */ var _runner_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1806);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8538);




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

/***/ 9317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   qb: () => (/* binding */ thresholdsSchema),
/* harmony export */   rc: () => (/* binding */ manifestSchema)
/* harmony export */ });
/* unused harmony exports SERVICE_NAME, endpointSchema, levelSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5491);

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

/***/ 8538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ FileList),
/* harmony export */   Hy: () => (/* binding */ upwards),
/* harmony export */   SH: () => (/* binding */ repositoryPath),
/* harmony export */   fg: () => (/* binding */ isGlob),
/* harmony export */   gu: () => (/* binding */ GLOB_OPTIONS),
/* harmony export */   ux: () => (/* binding */ within),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/* unused harmony export GLOB_LIMIT */
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4006);

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

/***/ 1341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ VERSION_DEFAULTS),
/* harmony export */   d: () => (/* binding */ settingsSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5491);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9317);


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
