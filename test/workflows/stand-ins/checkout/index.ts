// Clones from the folders, or servers over http, that SLUICE_ACT_CHECKOUTS names, with the refspecs and the depth of actions/checkout
// (src/ref-helper.ts and src/git-source-provider.ts there), so that a shallow clone is one here too.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { getBooleanInput, getInput, setFailed, setOutput } from "@actions/core";

try {
	const { GITHUB_WORKSPACE = ".", GITHUB_REPOSITORY, GITHUB_SHA = "", GITHUB_REF = "" } = process.env;
	const known = new Map<string, string>(Object.entries(JSON.parse(process.env.SLUICE_ACT_CHECKOUTS ?? "{}")));
	const repository = getInput("repository");
	const folder = known.get(repository);
	if (folder === undefined) throw new Error(`no local repository stands in for '${repository}'`);
	const depth = Number(getInput("fetch-depth"));
	const target = join(GITHUB_WORKSPACE, getInput("path"));
	mkdirSync(target, { recursive: true });
	const git = (...args: string[]) =>
		execFileSync("git", ["-C", target, ...args], {
			encoding: "utf8",
			stdio: ["ignore", "pipe", "inherit"],
		}).trim();

	git("init", "--quiet");
	git("config", "advice.detachedHead", "false");
	const origin = /^https?:\/\//.test(folder) ? folder : pathToFileURL(folder).href;
	if (!git("remote").split("\n").includes("origin")) git("remote", "add", "origin", origin);

	let ref = getInput("ref");
	let commit = "";
	if (ref === "" && repository === GITHUB_REPOSITORY) {
		ref = GITHUB_REF;
		commit = GITHUB_SHA;
	} else if (/^[0-9a-f]{40}$/.test(ref)) {
		commit = ref;
		ref = "";
	} else {
		const remote = new Map(
			git("ls-remote", "origin")
				.split("\n")
				.map((line) => line.split("\t"))
				.map(([hash = "", name = ""]) => [name, hash]),
		);
		const names = ref === "" ? ["HEAD"] : [ref, `refs/heads/${ref}`, `refs/tags/${ref}`];
		const name = names.find((one) => remote.has(one));
		if (name === undefined) throw new Error(`'${repository}' has no branch and no tag '${ref}'`);
		commit = remote.get(name) ?? "";
		ref = name === "HEAD" ? "" : name;
	}

	const local = ref
		.replace(/^refs\/heads\//, "refs/remotes/origin/")
		.replace(/^refs\/pull\//, "refs/remotes/pull/");
	const specs = ref === "" ? [commit] : [`+${commit}:${local}`];
	const options = ["--prune", "--no-recurse-submodules", "--quiet"];
	if (depth > 0) {
		const tags = getBooleanInput("fetch-tags") ? "--tags" : "--no-tags";
		git("fetch", tags, ...options, `--depth=${depth}`, "origin", ...specs);
	} else {
		const all = ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"];
		git("fetch", "--no-tags", ...options, "origin", ...all, ...(ref.startsWith("refs/pull/") ? specs : []));
		// The commit of a run may be one that its branch has left behind since.
		if (!ref.startsWith("refs/pull/")) git("fetch", "--no-tags", "--quiet", "origin", commit);
	}
	if (ref.startsWith("refs/heads/")) {
		git("checkout", "--quiet", "--force", "-B", ref.slice("refs/heads/".length), commit);
	} else {
		git("checkout", "--quiet", "--force", "--detach", commit);
	}
	setOutput("ref", ref);
	setOutput("commit", git("rev-parse", "HEAD"));
} catch (error) {
	setFailed(error instanceof Error ? error : String(error));
}
