import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { covered, linesOf, makeEvidence, redEvidence, writeEvidence } from "../test/actions/gate/evidence.ts";
import { makeRepository } from "../test/git/repository.ts";
import { spawnAction } from "../test/runner/spawn.ts";

/**
 * Makes docs/gate-summary.png: the summary of a real gate over a small repository, rendered as GitHub does it
 * (marked, github-markdown-css, Mermaid) in Chromium. By hand: `apt-get install chromium` (or $CHROMIUM), then
 * `npm run build && node scripts/summary-picture.ts [FILE]`. The renderers go into a folder that is removed.
 */

const RENDERERS = ["marked@18.2.1", "github-markdown-css@5.9.0", "mermaid@12.3.0"];
const LIMIT = 300_000;

const root = resolve(fileURLToPath(import.meta.url), "../..");
process.chdir(root);
const target = resolve(process.argv[2] ?? "docs/gate-summary.png");
const folder = mkdtempSync(join(tmpdir(), "sluice-picture-"));
try {
	execFileSync(
		"npm",
		["install", "--silent", "--no-save", "--ignore-scripts", "--prefix", folder, ...RENDERERS],
		{
			stdio: "inherit",
		},
	);
	const summary = await summaryOf();
	writeFileSync(join(folder, "summary.md"), summary);
	const { marked } = (await import(
		pathToFileURL(join(folder, "node_modules/marked/lib/marked.esm.js")).href
	)) as {
		marked: { parse(text: string, options: object): string };
	};
	const html = marked
		.parse(summary, { gfm: true })
		.replace(
			/<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g,
			(_, diagram: string) => `<pre class="mermaid">${diagram}</pre>`,
		)
		// Two of the folded parts are open in the picture.
		.replace(/<details>(?=<summary>(Picture|Failing tests|Added lines))/g, "<details open>");
	const style = readFileSync(
		join(folder, "node_modules/github-markdown-css/github-markdown-light.css"),
		"utf8",
	);
	const page = join(folder, "page.html");
	writeFileSync(
		page,
		`<!doctype html><html lang="en"><meta charset="utf-8"><style>${style}
body { margin: 0; padding: 24px 32px; background: #fff } .markdown-body { max-width: 1360px }
pre.mermaid { background: none; padding: 0; text-align: left }</style>
<body><article class="markdown-body">${html}</article>
<script src="node_modules/mermaid/dist/mermaid.min.js"></script>
<script>mermaid.initialize({ startOnLoad: true, securityLevel: "strict" })</script></body></html>`,
	);
	execFileSync(
		process.env.CHROMIUM ?? "chromium",
		[
			"--headless",
			"--no-sandbox",
			"--disable-gpu",
			"--hide-scrollbars",
			"--allow-file-access-from-files",
			"--virtual-time-budget=20000",
			`--user-data-dir=${join(folder, "profile")}`,
			`--window-size=${process.env.PICTURE_SIZE ?? "1424,1770"}`,
			`--screenshot=${target}`,
			pathToFileURL(page).href,
		],
		{ stdio: ["ignore", "ignore", "ignore"] },
	);
	const { size } = statSync(target);
	console.log(`${target}: ${size} bytes`);
	if (size > LIMIT) throw new Error(`the picture is larger than ${LIMIT} bytes`);
} finally {
	rmSync(folder, { recursive: true, force: true });
}

/** A gate over four services: one with red tests and new lines without tests, one behind an outage, one unrun. */
async function summaryOf(): Promise<string> {
	const manifest = (name: string, more = "") => `name: ${name}
test:
  unit: {run: npm test, results: reports/unit.xml, coverage: coverage/lcov.info}
${more}  thresholds: {lines: 80, patch: 90}
`;
	const integration = "  integration: {run: npm run it, results: reports/it.xml}\n";
	const names = ["cart", "catalog", "checkout", "payment"];
	const source = (name: string) => `services/${name}/src/${name}.ts`;
	const workflow = {
		on: "pull_request",
		jobs: {
			plan: {},
			unit: {},
			integration: {},
			gate: { needs: ["plan", "unit", "integration"], if: "!cancelled()" },
		},
	};
	const repository = makeRepository({
		".gitignore": "sluice-evidence/\n",
		".github/workflows/ci.yml": JSON.stringify(workflow),
		...Object.fromEntries(
			names.flatMap((name) => [
				[`services/${name}/sluice.service.yaml`, manifest(name, name === "catalog" ? "" : integration)],
				[source(name), linesOf(60)],
			]),
		),
	});
	try {
		const base = repository.git("rev-parse", "HEAD");
		repository.git("switch", "--quiet", "--create", "topic");
		const topic = repository.commit(
			"feat: discounts",
			Object.fromEntries(names.map((name) => [source(name), linesOf(90)])),
		);
		// As actions/checkout leaves a pull request: its merge commit.
		repository.git("switch", "--quiet", "--detach", base);
		repository.git("merge", "--quiet", "--no-ff", "--message", "Merge", "topic");
		const head = repository.git("rev-parse", "HEAD");
		const unit = (
			service: string,
			tests: number,
			hit: number,
			[commit, lines]: readonly [string, number] = [head, 90],
		) =>
			makeEvidence({
				commit,
				service,
				tests: { total: tests, passed: tests - 1, failed: 0, errors: 0, skipped: 1, flaky: 0 },
				coverage: { files: [covered(source(service), hit, lines)], unmatched: [] },
			});
		/** What the base's own run left. */
		const before = (service: string, tests: number, hit: number) => ({
			...unit(service, tests, hit, [base, 60]),
			run: "90",
		});
		const red = redEvidence(
			{
				commit: head,
				service: "cart",
				coverage: { files: [covered(source("cart"), 78, 90)], unmatched: [] },
			},
			{
				name: "Cart > applies a discount only once",
				message: "expected 90 to be 81 // Object.is equality",
				file: "services/cart/src/cart.test.ts",
				line: 41,
			},
			{
				name: "Cart > refuses a negative quantity",
				message: "expected function to throw an error, but it did not",
				file: "services/cart/src/cart.test.ts",
				line: 58,
			},
		);
		const at = { commit: head, level: "integration", job: "integration" };
		const green = (service: string) => makeEvidence({ ...at, service, leg: `integration-${service}` });
		writeEvidence(
			repository,
			before("cart", 4, 57),
			before("catalog", 41, 58),
			before("checkout", 104, 60),
			before("payment", 64, 60),
			red,
			unit("catalog", 48, 90),
			unit("checkout", 112, 88),
			unit("payment", 64, 90),
			green("cart"),
			redEvidence(
				{ ...at, service: "payment", leg: "integration-payment" },
				{
					name: "Payment > settles through the sandbox",
					message: "Error: connect ETIMEDOUT sandbox.payments.example.com:443",
				},
			),
		);
		const run = await spawnAction("gate", {
			directory: repository.directory,
			inputs: {
				services: JSON.stringify(names),
				needs: JSON.stringify({
					plan: { result: "success" },
					unit: { result: "failure" },
					integration: { result: "failure" },
				}),
			},
			event: "pull_request",
			payload: {
				repository: { default_branch: "main" },
				pull_request: {
					number: 7,
					head: { ref: "topic", sha: topic, repo: { full_name: "acme/shop" } },
					base: { ref: "main", sha: base, repo: { full_name: "acme/shop" } },
				},
			},
			environment: {
				GITHUB_REPOSITORY: "acme/shop",
				GITHUB_SHA: head,
				GITHUB_REF: "refs/pull/7/merge",
				GITHUB_RUN_ID: "100",
				GITHUB_JOB: "gate",
				GITHUB_WORKFLOW_REF: "acme/shop/.github/workflows/ci.yml@refs/pull/7/merge",
			},
		});
		if (run.summary === "") throw new Error(`there is no summary: ${run.stdout}${run.stderr}`);
		return run.summary;
	} finally {
		await repository[Symbol.asyncDispose]();
	}
}
