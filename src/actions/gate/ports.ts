import { lstat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { SIGSTORE_AUDIENCE, signingOf } from "../../attest/signing-inputs.js";
import { MANIFEST } from "../../catalog/discover.js";
import { DEFAULT_CONFIG_FILE } from "../../catalog/settings-file.js";
import type { EventContext } from "../../context/event.js";
import { readEvent } from "../../context/read.js";
import type { CoveredFile } from "../../evidence/covered-file.js";
import { diskReportFiles } from "../../evidence/disk.js";
import { IMAGE_FOLDER } from "../../evidence/evidence.js";
import { findFiles, openFound, readFound } from "../../evidence/found-files.js";
import type { LeftOut } from "../../evidence/handing-on/expressible.js";
import { writeCoverage } from "../../evidence/handing-on/folder.js";
import type { ReportFiles } from "../../evidence/read.js";
import { type Git, openGit, tokenCredentials } from "../../git/git.js";
import { linesWith, type Occurrence } from "../../git/grep.js";
import { newestAncestor } from "../../git/newest-ancestor.js";
import { writeCheckRun } from "../../github/check-run.js";
import { commitChecks, suiteWorkflows } from "../../github/checks.js";
import { writeComment } from "../../github/comments.js";
import { type JobsAnswer, runJobs } from "../../github/jobs.js";
import { GitHubRest } from "../../github/rest.js";
import { gitHubApi } from "../../github/server.js";
import type { DuePorts } from "../../graph/due.js";
import type { Host } from "../../runner/action.js";
import { identityTokens } from "../../runner/identity-token.js";
import type { Log } from "../../runner/log.js";
import { ownFolder } from "../../runner/own-folder.js";
import { writeWhole } from "../../runner/whole-file.js";
import { releasePort } from "../../versions/release-port.js";
import type { AttestPort } from "./attest.js";
import type { CheckSource } from "./checks.js";
import type { GateInputs } from "./inputs.js";
import type { GitHubTeller } from "./tell.js";
import { VERDICT_FOLDER } from "./verdict-files.js";

export interface GatePorts {
	directory: string;
	event: EventContext;
	git: Git;
	lastReleases: DuePorts["lastReleases"];
	/** The newest of some commits that a commit contains. */
	newestAncestor(start: string, wanted: ReadonlySet<string>): Promise<string | undefined>;
	/** Where a text stands in a commit or the working tree. */
	linesWith(text: string, where: string | "working-tree"): Promise<readonly Occurrence[]>;
	/** Files below the working directory; links are not followed. */
	find(glob: string, input: string): Promise<readonly string[]>;
	read(path: string): Promise<{ text: string } | { why: string }>;
	/** The same as a stream, for files of any size. */
	open(path: string): Promise<{ bytes: AsyncIterable<Uint8Array> } | { why: string }>;
	reports: ReportFiles;
	/** The jobs of an attempt of a run; why they are not known is an answer too. */
	jobs(run: string, attempt: number): Promise<JobsAnswer>;
	/** Writes the merged coverage for others to take; the folder is relative to the working directory. */
	writeCoverage(files: readonly CoveredFile[]): Promise<{ folder: string; left: LeftOut[] }>;
	/** Writes files for others to take into the folder of the verdict. */
	writeVerdict(files: ReadonlyMap<string, string>): Promise<void>;
	/** Milliseconds since 1970. */
	now(): number;
	/** GitHub's API, or why there is none. */
	gitHub: (CheckSource & GitHubTeller) | { why: string };
	/** Something that a checkout left: a repository that git can't read, or files without one. */
	traceOfCheckout(): Promise<string | undefined>;
	/** The day in UTC, `2027-01-31`. */
	today: string;
	attest: AttestPort;
	log: Log;
}

export async function gatePorts(host: Host, inputs: GateInputs): Promise<GatePorts> {
	const event = await readEvent(host.environment);
	const { directory, environment, log, signal } = host;
	const git = openGit({
		directory,
		environment,
		credentials: tokenCredentials(event.serverUrl, inputs.token),
		signal,
	});
	const gitHub = await gitHubPort(host, inputs, git);
	return {
		directory,
		event,
		git,
		lastReleases: releasePort({ git, actions: host.actions, log }),
		newestAncestor: (start, wanted) => newestAncestor(git, start, wanted),
		linesWith: (text, where) => linesWith(git, text, where),
		find: (glob, input) => findFiles(directory, glob, input),
		read: (path) => readFound(directory, path),
		open: (path) => openFound(directory, path),
		reports: diskReportFiles(directory),
		jobs: async (run, attempt) =>
			"why" in gitHub ? { kind: "unknown", why: gitHub.why } : gitHub.jobs(run, attempt),
		writeCoverage: (files) => writeCoverage(directory, files, Date.now()),
		writeVerdict: async (files) => {
			const folder = await ownFolder(join(directory, VERDICT_FOLDER));
			for (const [name, text] of files) await writeWhole(join(folder, name), [text]);
		},
		now: Date.now,
		gitHub,
		traceOfCheckout: () => traceOfCheckout(directory, environment.GITHUB_WORKSPACE),
		today: new Date().toISOString().slice(0, 10),
		attest: attestPort(host, inputs, event),
		log,
	};
}

/** Where git is too old, actions/checkout leaves the files alone, without a repository. */
async function traceOfCheckout(
	directory: string,
	workspace: string | undefined,
): Promise<string | undefined> {
	const isHere = async (path: string) => (await lstat(path).catch(() => undefined)) !== undefined;
	for (let folder = resolve(directory); ; folder = dirname(folder)) {
		for (const name of [".git", DEFAULT_CONFIG_FILE])
			if (await isHere(join(folder, name))) return join(folder, name);
		if (workspace === undefined || folder === resolve(workspace) || folder === dirname(folder)) break;
	}
	return (await findFiles(directory, `**/${MANIFEST}`, "working-directory"))[0];
}

/** What signs and attaches is loaded when there is something to attest. */
function attestPort(host: Host, inputs: GateInputs, event: EventContext): AttestPort {
	const { directory, environment, log, signal } = host;
	const mask = (secret: string) => log.mask(secret);
	return {
		layoutDigest: async (layout) => {
			const { layoutSubject } = await import("../../registry/layout-referrer.js");
			return (await layoutSubject(layout, directory)).digest;
		},
		layoutOf: async (service) => {
			const { isLayoutFolder } = await import("../../registry/layout-files.js");
			const path = `${IMAGE_FOLDER}/${service}`;
			return (await isLayoutFolder(join(directory, path))) ? { path } : undefined;
		},
		sign: async (statement) => {
			const identityToken = identityTokens({ environment, audience: SIGSTORE_AUDIENCE, mask });
			const { signStatement } = await import("../../attest/sign.js");
			return signStatement(statement, signingOf(inputs.signing, event, identityToken));
		},
		attach: async (image, bytes, predicateType) => {
			const bundle = { bytes, predicateType };
			if (image.kind === "layout") {
				const { attachToLayout } = await import("../../attest/attach-to-layout.js");
				return attachToLayout(image, directory, bundle, new Date(), signal);
			}
			const [{ createRegistryClient }, { openKeychain }, { attachBundle }, { ambientOf }, clouds] =
				await Promise.all([
					import("../../registry/client.js"),
					import("../../registry/keychain.js"),
					import("../../attest/attach.js"),
					import("../../registry/auth/ambient.js"),
					import("../../registry/auth/clouds.js"),
				]);
			const credentials = openKeychain({
				registryAuth: inputs.registryAuth,
				env: environment,
				mask,
				warn: (message) => log.warning(message),
				// Google's library would make the bundle too large: its registries are logged in at by docker's file.
				ambient: ambientOf([clouds.AMAZON, clouds.AMAZON_PUBLIC, clouds.AZURE]),
			});
			const client = createRegistryClient({
				credentials,
				insecureRegistries: inputs.insecureRegistries,
				environment,
				mask,
				log,
				signal,
			});
			try {
				return await attachBundle(client, image, bundle, new Date());
			} finally {
				await client.close();
			}
		},
	};
}

/** What is read besides waiting, and told afterwards, may take so long, in milliseconds. */
const ALLOWANCE = 60_000;

/** What is looked for after every verdict, and seldom there, must not hold up a job while GitHub is down. */
const GLANCE = 5_000;

interface RunSource {
	jobs(run: string, attempt: number): Promise<JobsAnswer>;
}

async function gitHubPort(
	host: Host,
	inputs: GateInputs,
	git: Git,
): Promise<(CheckSource & GitHubTeller & RunSource) | { why: string }> {
	const { environment, log, signal } = host;
	const inTerminal = environment.GITHUB_REPOSITORY === undefined && inputs.token !== undefined;
	const known = inTerminal ? await git.remote().catch(() => undefined) : undefined;
	const api = gitHubApi({ environment, token: inputs.token, origin: known });
	if ("why" in api) return api;
	const sleep = (milliseconds: number) => setTimeout(milliseconds, undefined, { signal });
	const open = (time: number) => new GitHubRest(api, { sleep, now: Date.now, signal }, Date.now() + time);
	let reader: GitHubRest | undefined;
	/** One client for all looks, so that what has not changed costs nothing. */
	const reading = () => {
		reader ??= open(inputs.waitTimeout * 1000 + ALLOWANCE);
		return reader;
	};
	const writing = async (work: (rest: GitHubRest) => Promise<unknown>, time = ALLOWANCE) => {
		await using rest = open(time);
		await work(rest);
	};
	return {
		checks: (commit) => commitChecks(reading(), commit),
		workflows: (commit) => suiteWorkflows(reading(), commit),
		jobs: (run, attempt) => runJobs(reading(), run, attempt),
		sleep,
		now: Date.now,
		tell: (message) => log.info(message),
		writeComment: (comment) => writing((rest) => writeComment(rest, comment)),
		writeCheckRun: (run, absent) =>
			writing((rest) => writeCheckRun(rest, run, absent), absent === "make" ? ALLOWANCE : GLANCE),
	};
}
