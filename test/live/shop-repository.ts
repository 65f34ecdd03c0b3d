import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Breakage, makeShop, type Shop } from "../../scripts/demo/shop.ts";
import { type EmbeddedRegistry, startRegistry } from "../embedded-registry/server.ts";
import { type ActOptions, type ActRun, PROJECT, runAct } from "../workflows/act.ts";
import { commitFolder, makeLocalRepositories, renderWorkflows } from "../workflows/repositories.ts";

/** This project as the repository that the shop's workflows name, and stand-ins for GitHub's own actions. */
export interface Suite extends AsyncDisposable {
	localRepositories: Record<string, string>;
}

const SUITE = { owner: "sluice-actions", name: "sluice", tag: "v0.1.0" };

/** What a workflow uses of this project. act copies the folder for each step, so the rest is left out. */
const USED = ["action.yml", "actions", "dist", join(".github", "workflows")];

export async function makeSuite(): Promise<Suite> {
	await using undo = new AsyncDisposableStack();
	const folder = await temporaryFolder("sluice-suite-", undo);
	const suite = join(folder, "suite");
	await mkdir(suite);
	for (const path of USED) {
		await cp(join(PROJECT, path), join(suite, path), {
			recursive: true,
			filter: (source) => source !== join(PROJECT, "dist", "cli"),
		});
	}
	await renderWorkflows(suite, SUITE);
	await commitFolder(suite, SUITE.tag, SUITE.tag);
	const standIns = await makeLocalRepositories(join(folder, "stand-ins"), [
		PROJECT,
		join(PROJECT, "examples", "shop"),
	]);
	const owned = undo.move();
	return {
		localRepositories: { ...standIns, [`${SUITE.owner}/${SUITE.name}@${SUITE.tag}`]: suite },
		[Symbol.asyncDispose]: () => owned.disposeAsync(),
	};
}

/** The example shop on a GitHub of its own: a clone and its origin, and a registry for each environment. */
export interface HostedShop extends AsyncDisposable {
	shop: Shop;
	/** The services that its feature branch changes. */
	services: readonly string[];
	staging: EmbeddedRegistry;
	production: EmbeddedRegistry;
	/** Runs one of the shop's workflows on the commit that is checked out, and prints how long it took. */
	run(workflow: string, event: ActOptions["event"], options?: Partial<ActOptions>): Promise<ActRun>;
	/** Checks the merge commit of the feature branch out, as GitHub makes one; returns the event's payload. */
	openPullRequest(): Record<string, unknown>;
	/**
	 * Says in a workflow how many legs its matrix has, which act does not know, and GitHub does. Only act reads
	 * the file: what is checked out is the commit.
	 */
	tellJobTotal(workflow: string, legs: number): void;
	/**
	 * Lets one of the shop's workflows sign by a key, since act gives no identity, and trust a key; default: its own.
	 * Only act reads the file.
	 */
	signByKey(workflow: string, trust?: string): void;
}

const NAME = "acme/shop";
/** Milliseconds. */
const LIMIT = 270_000;

/** Makes the shop with its feature branch, which is not merged yet. */
export async function makeHostedShop(suite: Suite, breakage?: Breakage): Promise<HostedShop> {
	await using undo = new AsyncDisposableStack();
	const folder = await temporaryFolder("sluice-shop-", undo);
	const staging = undo.use(await startRegistry());
	const production = undo.use(await startRegistry());
	const hosts = { staging: staging.host, production: production.host };
	const shop = makeShop(join(PROJECT, "examples", "shop"), folder, hosts, breakage);
	const owned = undo.move();
	let runs = 0;
	const { privateKey, publicKey } = generateKeyPairSync("ed25519");
	const signingKey = String(privateKey.export({ type: "pkcs8", format: "pem" }));
	const ownTrust = trustOf(publicKey);
	const change = (workflow: string, work: (text: string) => string) => {
		const file = join(shop.repository.directory, ".github", "workflows", workflow);
		const text = readFileSync(file, "utf8");
		const changed = work(text);
		if (changed === text) throw new Error(`${workflow} is not as it is changed here`);
		writeFileSync(file, changed);
	};
	return {
		shop,
		services: shop.python ? ["catalog", "checkout", "payments"] : ["catalog", "checkout"],
		staging,
		production,
		run: async (workflow, event, options = {}) => {
			const began = performance.now();
			runs++;
			const run = await runAct({
				repository: shop.repository.directory,
				name: NAME,
				workflow: `.github/workflows/${workflow}`,
				event,
				localRepositories: suite.localRepositories,
				checkouts: { [NAME]: shop.origin },
				timeout: LIMIT,
				secrets: { GITHUB_TOKEN: "accepted-nowhere", SIGNING_KEY: signingKey },
				...options,
				env: { GITHUB_RUN_ID: String(runs), ...options.env },
			});
			const seconds = ((performance.now() - began) / 1000).toFixed(1);
			console.log(`act: ${workflow} on ${event}: ${run.jobs.length} jobs, exit ${run.code}, ${seconds} s`);
			return run;
		},
		openPullRequest: () => openPullRequest(shop),
		tellJobTotal: (workflow, legs) =>
			change(workflow, (text) => text.replaceAll(/\$\{\{ strategy\.job-total \}\}/g, String(legs))),
		signByKey: (workflow, trust = ownTrust) =>
			change(workflow, (text) =>
				text
					.replace(/^ {4}secrets:\n {6}signing-key:.*\n {4}with:\n {6}trust:.*\n/m, "    with:\n")
					.replace(
						/^ {4}with:\n/m,
						() =>
							`    secrets:\n      signing-key: \${{ secrets.SIGNING_KEY }}\n    with:\n      trust: '${trust}'\n`,
					),
			),
		[Symbol.asyncDispose]: () => owned.disposeAsync(),
	};
}

/** The input `trust` for a public key, in one line. */
export function trustOf(key: KeyObject): string {
	return JSON.stringify({ key: String(key.export({ type: "spki", format: "pem" })) });
}

const PULL_REQUEST = 7;

function openPullRequest({ repository }: Shop): Record<string, unknown> {
	const { git } = repository;
	git("switch", "--quiet", "--detach", "main");
	git("merge", "--quiet", "--no-ff", "--message", "Merge feature/shelves into main", "feature/shelves");
	git("push", "--quiet", "origin", `HEAD:refs/pull/${PULL_REQUEST}/merge`);
	const repo = { full_name: NAME };
	return {
		action: "opened",
		number: PULL_REQUEST,
		pull_request: {
			number: PULL_REQUEST,
			title: "feat: keep the shelf of each item",
			merge_commit_sha: git("rev-parse", "HEAD"),
			head: { ref: "feature/shelves", sha: git("rev-parse", "feature/shelves"), repo },
			base: { ref: "main", sha: git("rev-parse", "main"), repo },
		},
	};
}

async function temporaryFolder(prefix: string, owner: AsyncDisposableStack): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), prefix));
	owner.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
	return folder;
}
