import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeRepository, type TestRepository, useRepository } from "../../git/repository.ts";

/** A small repository of four services, and clones of it as a checkout makes them. */

const M = "sluice.service.yaml";

export const FILES: Readonly<Record<string, string>> = {
	"sluice.yaml": "services: [services/*]\nunowned: warn\n",
	[`services/catalog/${M}`]: `
name: catalog
test: {unit: make unit, integration: make integration}
provides: [{api: catalog-api, version: 1.2.0, spec: openapi.yaml}]
data: [{db: shop, schema: stock, access: owner}]
`,
	"services/catalog/openapi.yaml": "openapi: 3.1.0\n",
	"services/catalog/main.js": "1\n",
	"services/catalog/migrations/1.sql": "create table a;\n",
	[`services/checkout/${M}`]: `
name: checkout
test: {unit: make unit, e2e: make e2e}
uses:
  - {api: catalog-api, version: ^1.2}
  - {api: payments-api, version: 1, double: payments.yaml}
`,
	"services/checkout/payments.yaml": "x\n",
	"services/checkout/main.js": "1\n",
	[`services/payments/${M}`]:
		"name: payments\ntest: make test\nprovides: [{api: payments-api, version: 1.0.0}]\n",
	"services/payments/main.py": "1\n",
	[`services/reports/${M}`]:
		"name: reports\ntest: make test\ndata: [{db: shop, schema: stock, access: read}]\n",
	"services/reports/main.js": "1\n",
};

export const makeShop = (): TestRepository => makeRepository({ ...FILES });

/** A clone, as actions/checkout makes one: `depth` commits of one ref, detached; without depth everything. */
export function checkout(origin: TestRepository, ref: string, depth?: number): TestRepository {
	const folder = mkdtempSync(join(tmpdir(), "sluice-clone-"));
	const clone = useRepository(folder);
	clone.git("remote", "add", "origin", `file://${origin.directory}`);
	if (depth === undefined) {
		clone.git(
			"fetch",
			"--quiet",
			"--tags",
			"origin",
			"+refs/heads/*:refs/remotes/origin/*",
			`+${ref}:refs/remotes/checkout`,
		);
	} else {
		clone.git("fetch", "--quiet", "--no-tags", `--depth=${depth}`, "origin", `+${ref}:refs/remotes/checkout`);
	}
	clone.git("checkout", "--quiet", "--detach", "refs/remotes/checkout");
	return { ...clone, [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true, force: true }) };
}

/** Makes `refs/pull/1/merge` of a branch into main, and the event's payload and variables. */
export function pullRequest(origin: TestRepository, branch: string) {
	const head = origin.git("rev-parse", branch);
	const baseSha = origin.git("merge-base", "main", branch);
	origin.git("checkout", "--quiet", "--detach", "main");
	origin.git("merge", "--quiet", "--no-ff", "--message", "merge", branch);
	const merge = origin.git("rev-parse", "HEAD");
	origin.git("update-ref", "refs/pull/1/merge", merge);
	origin.git("checkout", "--quiet", "main");
	const repo = { full_name: "acme/shop" };
	return {
		head,
		merge,
		call: {
			event: "pull_request",
			payload: {
				repository: { default_branch: "main" },
				pull_request: {
					number: 1,
					head: { ref: branch, sha: head, repo },
					// Stale on purpose: main may have moved on since.
					base: { ref: "main", sha: baseSha, repo },
				},
			},
			environment: { GITHUB_SHA: merge, GITHUB_REF: "refs/pull/1/merge", GITHUB_REPOSITORY: "acme/shop" },
		},
	};
}

/** The event of a push to a branch. */
export function push(branch: string, sha: string, before?: string) {
	return {
		event: "push",
		payload: { before: before ?? "0".repeat(40), repository: { default_branch: "main" } },
		environment: { GITHUB_SHA: sha, GITHUB_REF: `refs/heads/${branch}`, GITHUB_REPOSITORY: "acme/shop" },
	};
}
