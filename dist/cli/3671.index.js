export const id = 3671;
export const ids = [3671];
export const modules = {

/***/ 13671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ computeVersions),
  E: () => (/* binding */ versionOf)
});

// EXTERNAL MODULE: ./.cache/bundles/catalog/settings.js
var settings = __webpack_require__(61341);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
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
// EXTERNAL MODULE: ./.cache/bundles/git/state.js
var git_state = __webpack_require__(87616);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/runner/inputs.js
var inputs = __webpack_require__(69088);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem.js
var problem = __webpack_require__(61806);
// EXTERNAL MODULE: ./.cache/bundles/versions/bump.js
var versions_bump = __webpack_require__(8700);
// EXTERNAL MODULE: ./.cache/bundles/versions/context.js
var versions_context = __webpack_require__(60133);
// EXTERNAL MODULE: ./.cache/bundles/versions/base.js
var versions_base = __webpack_require__(50329);
// EXTERNAL MODULE: ./.cache/bundles/versions/line.js
var line = __webpack_require__(10882);
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
            ? `never released: the first version is ${(0,versions_bump/* coreText */.lc)(core)}`
            : `never released: Release-As ${(0,versions_bump/* coreText */.lc)(core)} in ${releaseAs.commit.slice(0, 12)}`;
        return { core, due: true, because: [why], problems: [] };
    }
    const asked = level === undefined ? bump : bump === undefined ? level : higher(level, bump);
    const normal = asked === undefined ? base.core : (0,versions_bump/* raise */.xl)(base.core, asked, bump === "major");
    const because = [reason(analysis, base)];
    if (bump !== undefined)
        because.push(`the input bump asks for ${bump}`);
    if (releaseAs === undefined)
        return { core: normal, due: asked !== undefined, because, problems: [] };
    const forced = (0,versions_bump/* compareCores */.Ou)(releaseAs.core, normal) >= 0 && (0,versions_bump/* compareCores */.Ou)(releaseAs.core, base.core) > 0;
    if (!forced)
        return {
            core: normal,
            due: asked !== undefined,
            because,
            problems: [lowering(service, analysis, normal)],
        };
    because.push(`Release-As ${(0,versions_bump/* coreText */.lc)(releaseAs.core)} in ${releaseAs.commit.slice(0, 12)}`);
    return { core: releaseAs.core, due: true, because, problems: [] };
}
function hotfixCore(question) {
    const { service, base, analysis, initial, own } = question;
    if (base === undefined) {
        const { core, found } = withinLine({ ...question, bump: undefined }, initial);
        return {
            core,
            due: true,
            because: [`never released: the first version is ${(0,versions_bump/* coreText */.lc)(core)}`],
            problems: found,
        };
    }
    const problems = [];
    const [feature] = analysis.features;
    if (feature !== undefined) {
        problems.push((0,problem/* problem */.C)(own ? "error" : "warning", "feature-in-hotfix", `${service}: a hotfix is a patch of ${base.version}, but ${feature.commit.slice(0, 12)} is ${feature.bump} (${feature.rule})`, { hint: "Move the commit to main or to a release branch, or revert it here." }));
    }
    const line = (0,versions_bump/* raise */.xl)(base.core, "patch");
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
    if (base !== undefined && (0,versions_bump/* compareCores */.Ou)({ ...base.core, patch: 0 }, { ...line, patch: 0 }) > 0) {
        throw new errors/* UserError */.yo("line-below-release", `${service}: branch ${role?.branch ?? ""} names the line ${line.major}.${line.minor}, but it contains the release ${base.version}`, {
            hint: `Name the branch after a line that is not below ${base.version}${role?.only === undefined ? `, or release/${service}/X.Y for one service of several` : ""}, or leave the service out with 'services'.`,
        });
    }
    const highest = tags.releases.find((each) => each.core.major === line.major && each.core.minor === line.minor);
    const normal = highest === undefined ? { ...line, patch: 0 } : (0,versions_bump/* raise */.xl)(highest.core, "patch");
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
    if (same && (0,versions_bump/* compareCores */.Ou)(asked.core, normal) >= 0)
        return { core: asked.core, forced: true, found };
    if (base === undefined || (0,versions_bump/* compareCores */.Ou)(asked.core, base.core) !== 0)
        found.push(lowering(service, analysis, normal));
    return { core: normal, forced: bumps, found };
}
function lowering(service, analysis, normal) {
    const asked = analysis.releaseAs;
    return (0,problem/* problem */.C)("warning", "release-as-no-effect", `${service}: Release-As ${asked === undefined ? "" : `${(0,versions_bump/* coreText */.lc)(asked.core)} in ${asked.commit.slice(0, 12)}`} has no effect: the version is ${(0,versions_bump/* coreText */.lc)(normal)} by the rules, and can neither be lowered nor leave its line`);
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
// EXTERNAL MODULE: ./.cache/bundles/versions/tag.js
var versions_tag = __webpack_require__(24538);
;// CONCATENATED MODULE: ./.cache/bundles/versions/pushed-tag.js




/** The service and the version that a tag names. */
function nameTag(form, services, tag) {
    for (const [service, found] of (0,versions_tag/* parseTags */.rL)(form, services, new Map([[tag, ""]]))) {
        const [version] = found.all;
        if (version !== undefined)
            return { tag, service, version: version.version };
    }
    return undefined;
}
/** The base of a pushed tag's service: the tag itself, on HEAD, whatever else HEAD carries. */
function taggedBase(named, base, head) {
    const core = (0,versions_bump/* parseCore */.Zf)(named.version.split("-")[0] ?? "");
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
    const given = (0,versions_bump/* parseCore */.Zf)(named.version);
    if (given === undefined || (0,versions_bump/* raised */.P5)(expected.core, given) === "none")
        return [];
    const would = (0,versions_bump/* coreText */.lc)(expected.core);
    return [
        (0,problem/* problem */.C)("warning", "tag-not-by-history", `Tag ${named.tag} says ${named.version}, the history would give ${would}`, {
            hint: "The tag holds. Let 'publish' make the tags, and the numbers follow the commits.",
        }),
    ];
}
//# sourceMappingURL=pushed-tag.js.map
// EXTERNAL MODULE: ./.cache/bundles/catalog/ownership.js
var catalog_ownership = __webpack_require__(51943);
// EXTERNAL MODULE: ./.cache/bundles/git/commit-tree.js
var commit_tree = __webpack_require__(19289);
// EXTERNAL MODULE: ./.cache/bundles/git/reachability.js
var reachability = __webpack_require__(24842);
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
            const core = (0,versions_bump/* parseCore */.Zf)(said.releaseAs);
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
    return newestOf(asked, ancestry()).reduce((a, b) => ((0,versions_bump/* compareCores */.Ou)(a.core, b.core) >= 0 ? a : b));
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
// EXTERNAL MODULE: ./.cache/bundles/git/process.js + 1 modules
var git_process = __webpack_require__(81637);
// EXTERNAL MODULE: ./.cache/bundles/git/recorded-parents.js
var recorded_parents = __webpack_require__(31885);
// EXTERNAL MODULE: ./.cache/bundles/versions/deepen.js
var deepen = __webpack_require__(53877);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(14006);
// EXTERNAL MODULE: ./.cache/bundles/catalog/paths.js
var catalog_paths = __webpack_require__(48538);
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
                role: (0,line/* roleFor */.IJ)(context.into, service),
            };
        case "merge-queue":
            return {
                stage: { kind: "merge-queue", branch: context.into.branch, number: context.number },
                role: (0,line/* roleFor */.IJ)(context.into, service),
            };
        case "tag":
        case "detached":
            return { stage: { kind: "detached", branch: undefined }, role: undefined };
        default: {
            const role = (0,line/* roleFor */.IJ)(context.role, service);
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
    const deepening = new deepen/* Deepening */.k(git, head, { files: false });
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
        state = await (0,git_state/* repositoryState */.O)(git);
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
        const found = await (0,reachability/* reachable */.G)(git, [...tagged, ...reverted], head);
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
    const bases = new Map([...tags].map(([name, each]) => [name, (0,versions_base/* selectBase */.g)(each, head, reached)]));
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
        const hidden = above.find(({ core, commit }) => (base === undefined || (0,versions_bump/* compareCores */.Ou)(core, base.core) > 0) &&
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
    const [parents] = await (0,recorded_parents/* recordedParents */.o)(git.objects, [head]);
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
    const ownership = (0,catalog_ownership/* ownershipOf */.V)(catalogue.services);
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
        const found = await (0,reachability/* reachable */.G)(git, left, head);
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
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
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
            : `${(0,versions_bump/* coreText */.lc)(core)}-${prerelease(stage, analysis.height, candidate && { number: candidate.tag.number, height: candidate.height })}`,
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
        because: [`${(0,versions_bump/* coreText */.lc)(core)} is not released: a build of it by ${parts.content.slice(0, 12)}`],
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
        const version = tag.slice((0,versions_tag/* tagName */.wZ)(tags.form, service, "").length);
        const core = version.split("-")[0] ?? "";
        if (version === core)
            return [];
        const newest = tags.services.get(service)?.candidates.find((each) => (0,versions_bump/* coreText */.lc)(each.core) === core);
        return newest === undefined ? [] : [{ service, version, newest }];
    });
    const later = await (0,reachability/* descendants */.D)(git, earlier.map(({ newest }) => newest.commit), head);
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
    const core = (0,versions_bump/* coreText */.lc)(next.core);
    const bump = base === undefined ? (facts.analysis.level ?? "none") : (0,versions_bump/* raised */.P5)(base.core, next.core);
    const shared = { bump, previous: base?.version, height: facts.analysis.height };
    const problems = [...next.problems];
    const publishable = facts.stage.kind === "main" || facts.stage.kind === "release" || facts.stage.kind === "hotfix";
    const candidate = facts.stage.kind === "release"
        ? facts.candidates.find((each) => (0,versions_bump/* coreText */.lc)(each.tag.core) === core)
        : undefined;
    const releases = facts.release || facts.stage.kind === "main";
    if (facts.publish && publishable && releases) {
        const conflict = releaseConflict(core, facts.tags, facts.reached);
        if (conflict !== undefined)
            throw conflictError(facts.service.name, core, conflict, facts.head);
        const tag = (0,versions_tag/* tagName */.wZ)(facts.form, facts.service.name, core);
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
            .filter((each) => (0,versions_bump/* coreText */.lc)(each.core) === core)
            .map((each) => each.number);
        const version = `${core}-rc.${Math.max(0, ...numbers) + 1}`;
        const tag = (0,versions_tag/* tagName */.wZ)(facts.form, facts.service.name, version);
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
        problems.push(...(0,versions_base/* neverReleased */.C)(service.name, own, head));
    const decided = decideVersion(facts);
    if (context.kind === "pull-request") {
        const merged = afterMerge(facts, (0,line/* roleFor */.IJ)(context.into, service.name));
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
// EXTERNAL MODULE: ./.cache/bundles/versions/release-tags.js + 2 modules
var release_tags = __webpack_require__(1542);
// EXTERNAL MODULE: ./.cache/bundles/git/publish.js
var publish = __webpack_require__(2414);
;// CONCATENATED MODULE: ./.cache/bundles/versions/floating.js


/**
 * The floating tags that come to a release's commit: those of its MAJOR and its MAJOR.MINOR, each only where no
 * release of the service is higher there, reachable or not. There is no tag of MAJOR 0, where every minor version
 * may break.
 */
function floatingTags(known, release) {
    const core = (0,versions_bump/* parseCore */.Zf)(release.version);
    const own = known.services.get(release.service);
    if (core === undefined || own === undefined)
        return [];
    const isHighest = (line) => !own.releases.some((each) => line(each.core) && (0,versions_bump/* compareCores */.Ou)(each.core, core) > 0);
    const numbers = [
        ...(core.major > 0 && isHighest((other) => other.major === core.major) ? [`${core.major}`] : []),
        ...(isHighest((other) => other.major === core.major && other.minor === core.minor)
            ? [`${core.major}.${core.minor}`]
            : []),
    ];
    return numbers.flatMap((number) => {
        const tag = (0,versions_tag/* tagName */.wZ)(known.form, release.service, number);
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
    const state = request.state ?? (await (0,git_state/* repositoryState */.O)(request.git));
    (0,git_state/* refuseTreeless */.u)(state);
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
    const form = (0,versions_tag/* tagForm */.HJ)(catalogue);
    const context = (0,versions_context/* versionContext */.w)(event, facts, catalogue.settings, all, (tag) => nameTag(form, all, tag));
    const read = await (0,release_tags/* readReleaseTags */.JZ)(git, catalogue, {
        state,
        actions: request.actions,
        releasing: publish || (release && request.actions),
        others: context.kind === "pull-request" ? context.tips : [],
        begun: request.begunTags,
    });
    const tags = request.beforeHead === true ? withoutTagsOn(head, read, all) : read;
    (0,versions_tag/* refuseOtherForm */.pP)(form, catalogue, tags.tags);
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
        problems.push(...(0,versions_tag/* invalidTagProblems */.Ok)(name, each));
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
        ? await compute({ ...request, publish: false, release: false }, await (0,git_state/* repositoryState */.O)(git))
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
    const text = catalogue.settings.version?.initial ?? settings/* VERSION_DEFAULTS */.E.initial;
    const core = (0,versions_bump/* parseCore */.Zf)(text);
    if (core !== undefined)
        return core;
    throw new errors/* UserError */.yo("initial-version", `version.initial is ${JSON.stringify(text)}, which is no X.Y.Z`, {
        file: catalogue.settingsFile,
        hint: "Write a release such as 0.1.0, without a prefix and without a prerelease.",
    });
}
function withoutTagsOn(head, tags, services) {
    const others = new Map([...tags.tags].filter(([, commit]) => commit !== head));
    return { ...tags, tags: others, services: (0,versions_tag/* parseTags */.rL)(tags.form, services, others) };
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

/***/ }),

/***/ 60133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ pullRequestTips),
/* harmony export */   w: () => (/* binding */ versionContext)
/* harmony export */ });
/* harmony import */ var _runner_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61806);
/* harmony import */ var _line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10882);


const BRANCH_EVENTS = new Set(["push", "schedule", "workflow_dispatch", "repository_dispatch", "release"]);
const PUBLISHING_EVENTS = new Set(["push", "schedule", "workflow_dispatch"]);
/** The context of one run. `nameTag` reads a tag as a version of a service of the repository. */
function versionContext(event, head, settings, services, nameTag) {
    const role = (branch) => (0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .branchRole */ .vr)(branch, settings, services);
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
                (0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .C)("warning", "tag-of-no-service", `Tag ${event.tag} is no version of any service of this repository`),
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
        (0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .C)("warning", "event-incomplete", `The ${event.event ?? ""} event tells ${lacks.slice(0, 300)}, so the version is that of a detached commit`, { hint: "Give the step the event's own GITHUB_EVENT_PATH, or expect a detached version." }),
    ];
}
function otherCommit(event) {
    return [
        (0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .C)("warning", "not-the-events-commit", `The commit that is checked out is not that of the ${event.event ?? ""} event, so the event's names do not hold for it`, {
            hint: "Check out the commit of the event (actions/checkout without 'ref'), or expect a detached version.",
        }),
    ];
}
//# sourceMappingURL=context.js.map

/***/ })

};
