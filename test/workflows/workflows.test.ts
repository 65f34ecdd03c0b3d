import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { whyNotTrusted } from "#src/attest/identity.js";
import { parseTrust } from "#src/attest/trust.js";

/** What holds for every workflow of this project, of the example and of the guide. */

interface Step {
	uses?: string;
	run?: string;
	with?: Record<string, unknown>;
}

interface Job {
	if?: string;
	needs?: string | string[];
	uses?: string;
	permissions?: Record<string, string>;
	steps?: Step[];
	"timeout-minutes"?: number;
}

const inFolder = (folder: string) =>
	readdirSync(folder)
		.filter((file) => file.endsWith(".yml"))
		.map((file) => `${folder}/${file}`);

const FILES = [
	...inFolder(".github/workflows"),
	...inFolder("examples/shop/.github/workflows"),
	"docs/promote-by-hand.yml",
];

describe.each(FILES)("%s", (file) => {
	const text = readFileSync(file, "utf8");
	const workflow = parse(text) as { permissions: unknown; jobs: Record<string, Job> };
	const jobs = Object.entries(workflow.jobs);

	it("grants nothing by default, and each job what it needs, with the reason", () => {
		expect(workflow.permissions).toEqual({});
		for (const [name, job] of jobs) expect(Object.keys(job.permissions ?? {}), name).not.toEqual([]);
		const grants = text
			.split("\n")
			.filter((line) => /^\s+(contents|packages|actions|checks|id-token): (read|write)\b/.test(line));
		expect(grants.length).toBeGreaterThanOrEqual(jobs.length);
		for (const line of grants) expect(line).toMatch(/ # \S/);
	});

	it("pins what is others', and puts no expression into a shell", () => {
		const uses = jobs.flatMap(([, job]) => [job.uses, ...(job.steps ?? []).map((step) => step.uses)]);
		for (const each of uses.filter((name) => name !== undefined)) {
			expect(each).toMatch(/^(\$\/|\.\/|sluice-actions\/sluice\b.*@v\d|[\w-]+\/[\w/-]+@[0-9a-f]{40}$)/);
		}
		for (const [, job] of jobs)
			for (const step of job.steps ?? []) expect(step.run ?? "").not.toContain("${{");
	});

	it("limits the time of each job that has steps", () => {
		for (const [name, job] of jobs)
			if (job.steps !== undefined) expect(job["timeout-minutes"], name).toBeGreaterThan(0);
	});

	it("runs a gate whatever failed before it, and end-to-end tests only behind an open one", () => {
		for (const [name, job] of jobs) {
			const isGate = (job.steps ?? []).some((step) =>
				/(\/actions\/gate|sluice-actions\/sluice)(@|$)/.test(step.uses ?? ""),
			);
			const signs = (job.steps ?? []).some((step) => step.with?.attest !== undefined);
			// What is not signed is refused later on; what comes after it asks for its verdict.
			if (signs) {
				expect(job.if, name).toMatch(/^\$\{\{ needs\.verify\.outputs\.verdict == 'open' && /);
				const next = jobs.filter(([, other]) => [other.needs ?? []].flat().includes(name));
				expect(next.map(([, other]) => other.if)).toEqual([
					`\${{ needs.${name}.outputs.verdict == 'open' }}`,
				]);
			}
			// A gate that is skipped counts as passed on GitHub.
			else if (isGate) expect(job.if, name).toMatch(/^\$\{\{ !cancelled\(\) \}\}$/);
			const needsGate = [job.needs ?? []].flat().includes("gate");
			// Without a status function GitHub adds success() over all ancestors.
			if (needsGate && !isGate)
				expect(job.if, name).toContain("!cancelled() && needs.gate.outputs.open == 'true'");
		}
	});
});

it("what pull requests pass asks for no more than reading, in any job", () => {
	// GitHub holds it against the caller's grant at the start, and a fork's pull request gets no identity.
	const { jobs } = parse(readFileSync(".github/workflows/verify.yml", "utf8")) as {
		jobs: Record<string, Job>;
	};
	for (const [name, job] of Object.entries(jobs)) expect(job.permissions, name).toEqual({ contents: "read" });
});

it("who signs has an identity, and who reads has none; what is required is trusted by its signer", () => {
	const identities = ["deliver", "promote"].flatMap((file) => {
		const text = readFileSync(`.github/workflows/${file}.yml`, "utf8");
		const { jobs } = parse(text) as { jobs: Record<string, Job> };
		return Object.entries(jobs).map(([name, { permissions, steps = [] }]) => {
			const own = steps.find(({ uses }) => uses === "$/actions/gate" || uses === "$/actions/promote");
			const keys = Object.keys(own?.with ?? {});
			const signs = keys.includes("signing-key");
			expect(permissions?.["id-token"], `${file} ${name}`).toBe(signs ? "write" : undefined);
			if (own?.uses === "$/actions/promote")
				expect(keys).toEqual(expect.arrayContaining(["require", "trust"]));
			return signs ? `${file} ${name}` : "";
		});
	});
	expect(identities.filter((each) => each !== "")).toEqual([
		"deliver attest",
		"deliver promote",
		"promote apply",
	]);
});

/** The input `trust` of a step where the caller gives none, for a run of acme/shop on main. */
function defaultTrust(expression: string): string {
	const [, template = "", values = ""] = /\|\| format\('(.*?)', (.*)\) \}\}$/s.exec(expression) ?? [];
	const known: Record<string, string> = {
		"toJSON(format('{0}/{1}', github.server_url, github.repository))": "https://github.com/acme/shop",
		"toJSON(github.ref)": "refs/heads/main",
		"toJSON(format('refs/heads/{0}', github.event.repository.default_branch))": "refs/heads/main",
	};
	for (const file of ["deliver", "promote"])
		known[
			`toJSON(format('{0}/.github/workflows/${file}.yml', job.workflow_repository || 'sluice-actions/sluice'))`
		] = `acme-forks/sluice/.github/workflows/${file}.yml`;
	const each = values.split(/, (?=toJSON)/).map((value) => JSON.stringify(known[value]));
	return template.replace(/\{\{|\}\}|\{(\d)\}/g, (all, at) =>
		at === undefined ? all.charAt(0) : String(each[at]),
	);
}

it("trusts by default who signs in deliver and promote, in the caller's repository and on its branch", () => {
	const text = (value: string) => Buffer.concat([Buffer.from([0x0c, value.length]), Buffer.from(value)]);
	const claims = (file: string, ref: string, repository = "acme/shop", by = "acme-forks/sluice") => ({
		name: `https://github.com/${by}/.github/workflows/${file}.yml@refs/tags/v0.1.0`,
		issuer: "https://token.actions.githubusercontent.com",
		extensions: new Map([
			["1.3.6.1.4.1.57264.1.12", text(`https://github.com/${repository}`)],
			["1.3.6.1.4.1.57264.1.14", text(ref)],
		]),
	});
	const seen = ["deliver", "promote"].map((file) => {
		const { jobs } = parse(readFileSync(`.github/workflows/${file}.yml`, "utf8")) as {
			jobs: Record<string, Job>;
		};
		const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
		const inputs = steps.filter(({ uses }) => uses === "$/actions/promote").map((step) => step.with?.trust);
		expect(new Set(inputs).size).toBe(1);
		const signers = parseTrust(defaultTrust(String(inputs[0])));
		return (...given: Parameters<typeof claims>) =>
			signers.some((each) => each.kind === "workflow" && whyNotTrusted(claims(...given), each) === undefined);
	});
	for (const trusts of seen) {
		expect(trusts("deliver", "refs/heads/main")).toBe(true);
		expect(trusts("verify", "refs/heads/main")).toBe(false);
		expect(trusts("deliver", "refs/heads/topic")).toBe(false);
		expect(trusts("deliver", "refs/heads/main", "acme/other")).toBe(false);
		expect(trusts("deliver", "refs/heads/main", "acme/shop", "evil/sluice")).toBe(false);
	}
	expect(seen.map((trusts) => trusts("promote", "refs/heads/main"))).toEqual([false, true]);
});

it("the pipelines have both gates and the end-to-end job, so that the rules above look at something", () => {
	for (const file of [".github/workflows/verify.yml", "examples/shop/.github/workflows/ci.yml"]) {
		const { jobs } = parse(readFileSync(file, "utf8")) as { jobs: Record<string, Job> };
		expect(Object.keys(jobs)).toEqual(expect.arrayContaining(["plan", "test", "gate", "e2e", "verdict"]));
	}
});
