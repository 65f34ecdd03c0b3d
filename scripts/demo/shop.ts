import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type TestRepository, useRepository } from "../../test/git/repository.ts";

/** The example shop as a repository of its own: a clone with a history, and a bare one that it pushes to. */
export interface Shop {
	repository: TestRepository;
	/** The bare repository, `origin`. */
	origin: string;
	/** The commit that the demo takes to production. */
	commit: string;
	/** The commit of main before it. */
	before: string;
	/** Whether the Python service takes part. */
	python: boolean;
}

/** What a step of the demo breaks. */
export type Breakage = "unit" | "coverage" | "integration-outage" | "registry";

/** What git ignores in the shop: whoever ran its tests by hand has these. */
const LEFTOVERS = new Set([
	"reports",
	"coverage",
	"image",
	"__pycache__",
	"node_modules",
	"sluice-evidence",
	"sluice-image",
]);

const PRICING = "services/checkout/src/pricing.js";
const ANCHOR = "/** An amount in another currency, to the nearest cent. */";

/** What a customer of the shop waits for: a change of the shared schema, and one of the checkout with its test. */
const FEATURE: Readonly<Record<string, string>> = {
	"services/catalog/migrations/0003_shelf.sql": "ALTER TABLE stock_items ADD COLUMN shelf TEXT;\n",
	"services/checkout/test/unit/free-shipping.test.js": `import assert from "node:assert/strict";
import { test } from "node:test";
import { missingForFreeShipping } from "../../src/pricing.js";

test("says what is missing for free shipping", () => {
	assert.equal(missingForFreeShipping(4000), 1000);
	assert.equal(missingForFreeShipping(9000), 0);
});
`,
};
const FEATURE_CODE = `/** What is missing for free shipping, in cents; 0 where it is free already. */
export function missingForFreeShipping(goods) {
	return Math.max(0, FREE_SHIPPING_FROM - goods);
}

`;
const UNTESTED_CODE = `/** The price of an order after a voucher, never below nothing. */
export function withVoucher(total, voucher) {
	if (voucher.kind === "percent") {
		const share = Math.floor((total * voucher.value) / 100);
		return total - share;
	}
	if (voucher.kind === "amount") {
		const rest = total - voucher.value;
		return rest < 0 ? 0 : rest;
	}
	return total;
}

`;

/** Makes the repository in `folder`: released services, branches, and one new commit on main. */
export function makeShop(
	source: string,
	folder: string,
	registries: { staging: string; production: string },
	breakage: Breakage | undefined,
): Shop {
	const directory = join(folder, "shop");
	const origin = join(folder, "origin.git");
	mkdirSync(directory);
	cpSync(source, directory, { recursive: true, filter: (path) => !LEFTOVERS.has(basename(path)) });
	replace(join(directory, "sluice.yaml"), "localhost:5001", registries.staging);
	replace(join(directory, "sluice.yaml"), "localhost:5002", registries.production);
	execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", origin]);

	const repository = useRepository(directory);
	repository.git("remote", "add", "origin", origin);
	const before = repository.commit("feat: open the shop");
	for (const service of ["catalog", "checkout", "payments"]) {
		repository.git("tag", "--annotate", "--message", `${service} 1.0.0`, `${service}/v1.0.0`);
	}
	repository.git("branch", "release/1.0");
	repository.git("push", "--quiet", "origin", "main", "release/1.0", "--tags");

	const python = hasPython();
	repository.git("switch", "--quiet", "--create", "feature/shelves");
	repository.write(FEATURE);
	replace(
		join(directory, PRICING),
		ANCHOR,
		FEATURE_CODE + (breakage === "coverage" ? UNTESTED_CODE : "") + ANCHOR,
	);
	if (breakage === "unit")
		replace(join(directory, PRICING), "quantity >= BULK_QUANTITY", "quantity > BULK_QUANTITY");
	if (python)
		replace(join(directory, "services/payments/openapi.yaml"), "one per order.", "exactly one per order.");
	repository.commit("feat(catalog): keep the shelf of each item");
	repository.git("push", "--quiet", "--set-upstream", "origin", "feature/shelves");
	return { repository, origin, commit: repository.git("rev-parse", "HEAD"), before, python };
}

/** Squashes the feature branch into main and pushes it. */
export function mergeFeature(shop: Shop): void {
	const { repository } = shop;
	repository.git("switch", "--quiet", "main");
	repository.git("merge", "--quiet", "--squash", "feature/shelves");
	shop.commit = repository.commit("feat: keep the shelf of each item (#7)");
	repository.git("push", "--quiet", "origin", "main");
}

/** Whether there is a Python that the shop's third service runs on. */
function hasPython(): boolean {
	const check = "import sys; sys.exit(0 if sys.version_info >= (3, 9) else 1)";
	return spawnSync("python3", ["-c", check], { stdio: "ignore" }).status === 0;
}

function replace(file: string, old: string, text: string): void {
	const content = readFileSync(file, "utf8");
	if (!content.includes(old))
		throw new Error(`${basename(dirname(file))}/${basename(file)} does not hold ${JSON.stringify(old)}`);
	writeFileSync(
		file,
		content.replace(old, () => text),
	);
}
