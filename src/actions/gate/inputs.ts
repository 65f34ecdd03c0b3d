import { parseSigningInputs, SIGNING_INPUTS, type SigningInputs } from "../../attest/signing-inputs.js";
import { EVIDENCE_FOLDER } from "../../evidence/evidence.js";
import { parseInsecureRegistries } from "../../registry/endpoint.js";
import { COMMON_INPUTS, COMMON_OUTPUTS } from "../../runner/action.js";
import { UserError } from "../../runner/errors.js";
import type { InputSpec, Inputs, OutputSpec } from "../../runner/inputs.js";
import { type AttestRequest, parseAttestLines } from "./attest.js";
import { type CheckLine, parseCheckLines } from "./check-lines.js";
import { parseRequire, type Requirement } from "./due.js";
import { type Needs, parseNeeds } from "./needs.js";
import { parseCoverageLines, parseResultLines, type ReportLine } from "./report-lines.js";
import { type Bars, parseThresholds } from "./thresholds.js";

/** The inputs and outputs of `gate` (CONTRACT). */

export const INPUTS: readonly InputSpec[] = [
	...COMMON_INPUTS,
	{
		name: "needs",
		description: "The results of the jobs before the gate, as the expression toJSON(needs) gives them.",
	},
	{
		name: "workflow",
		description:
			"The workflow's file, which tells an innocent skip from a hidden failure. Default: from the run.",
	},
	{
		name: "plan-file",
		description: "The result file of `plan`: its services are those whose evidence is due.",
	},
	{
		name: "evidence",
		description: "Globs of evidence files, one per line.",
		default: `${EVIDENCE_FOLDER}/**`,
	},
	{
		name: "results",
		description: "Test reports that were made without `run`: lines of [service:]level=glob.",
	},
	{
		name: "coverage",
		description: "Coverage reports that were made without `run`: lines of [service=]glob.",
	},
	{
		name: "services",
		description:
			"Names of the services whose evidence is due: the array of `plan`. [] means that nothing is due. Default: computed when there are manifests.",
	},
	{
		name: "require",
		description:
			"What is due besides what the manifests declare: a level (unit), coverage, or service:level, one per line.",
	},
	{ name: "allowed-skips", description: "Jobs of `needs` that may be skipped." },
	{ name: "allowed-failures", description: "Jobs of `needs` that may fail. Cancelled ones never pass." },
	{
		name: "checks",
		description:
			"Check runs or statuses of this commit that must have succeeded: lines of [app: ]name or [app: ]workflow / name. Needs checks: read and statuses: read.",
	},
	{
		name: "wait-timeout",
		description: "Seconds to wait for `checks`, in all. 0: as they are now.",
		default: "0",
	},
	{
		name: "thresholds",
		description:
			"Bars for coverage in percent, one per line: `lines: 80`. Keys: lines, branches, functions, patch, file; and `ratchet: true`, or the percentage points that coverage of lines may drop.",
	},
	{ name: "base", description: "The revision that the change is compared with. Default: from the event." },
	{
		name: "base-evidence",
		description:
			"Globs of the base's evidence, for `ratchet` and for what has changed since. Default: the globs of `evidence`.",
	},
	{
		name: "policy-from",
		description:
			"Whose manifests and settings hold: those of base and head together (base), or the head's alone (head).",
		default: "base",
	},
	{
		name: "on-infrastructure",
		description:
			"What failures of the outside world do: hold or close. The stricter of this and the policy holds.",
		default: "hold",
	},
	{
		name: "fail-when-closed",
		description: "Whether the step fails when the gate is closed.",
		default: "true",
	},
	{
		name: "attest",
		description:
			"What gets the signed verdict when the gate is open: lines of image@digest, oci-layout:PATH[:tag], or built for each image that its build left (in sluice-image, else in its registry). Only for the last gate.",
	},
	{
		name: "registry-auth",
		description:
			"Credentials for `attest`, as docker/login-action takes them: a YAML list of registry, username, password. Default: Docker's configuration.",
		secret: true,
	},
	{
		name: "insecure-registries",
		description:
			"Registries of `attest`, besides those on loopback, that are spoken to over http: host[:port].",
	},
	...SIGNING_INPUTS,
	{
		name: "comment",
		description:
			"Whether to comment on the pull request, in one comment that is kept up to date. Needs pull-requests: write; without it the verdict stands.",
		default: "false",
	},
	{
		name: "token",
		description:
			"Fetches the base where the checkout does not hold it; reads `checks` and, with `actions: read`, which jobs ran in which attempt; writes the comment.",
		expression: `\${{ github.token }}`,
		secret: true,
	},
];

export const OUTPUTS: readonly OutputSpec[] = [
	{ name: "open", description: "true when everything required is there and passed, else false." },
	{ name: "verdict", description: "open, held or closed." },
	{ name: "reason", description: "The first reason, in one line." },
	{ name: "coverage", description: "Line coverage of all that was judged, in percent, rounded down." },
	{
		name: "patch-coverage",
		description: "Coverage of the lines that this change adds, in percent, rounded down.",
	},
	{ name: "tests", description: "How many tests there are in the evidence." },
	{ name: "failed", description: "How many of them failed." },
	{ name: "flaky", description: "How many of them passed only when they were repeated." },
	{
		name: "merged-coverage",
		description:
			"The folder with the merged coverage (lcov.info and cobertura.xml), relative to the workspace; empty where there is none.",
	},
	{
		name: "verdict-folder",
		description:
			"The folder with the verdict (verdict.json), the failing tests (ctrf.json) and the summary (summary.md), relative to the workspace.",
	},
	{
		name: "digests",
		description: "The images whose builds left evidence that counts. JSON: service to digest.",
	},
	...COMMON_OUTPUTS,
];

export interface GateInputs {
	configFile: string;
	workingDirectory: string;
	needs: Needs | undefined;
	workflow: string | undefined;
	planFile: string | undefined;
	evidence: readonly string[];
	reports: readonly ReportLine[];
	/** Undefined where it was not given; an empty list means that nothing is due. */
	services: readonly string[] | undefined;
	require: readonly Requirement[];
	allowedSkips: readonly string[];
	allowedFailures: readonly string[];
	checks: readonly CheckLine[];
	/** Seconds. */
	waitTimeout: number;
	comment: boolean;
	thresholds: Bars;
	base: string | undefined;
	/** Empty where it was not given. */
	baseEvidence: readonly string[];
	policyFrom: "base" | "head";
	onInfrastructure: "hold" | "close";
	failWhenClosed: boolean;
	/** Images that get the signed verdict when it is open. */
	attest: AttestRequest;
	registryAuth: string | undefined;
	insecureRegistries: readonly string[];
	signing: SigningInputs;
	token: string | undefined;
}

export function parseInputs(inputs: Inputs): GateInputs {
	const needs = inputs.json("needs");
	return {
		configFile: inputs.required("config-file"),
		workingDirectory: inputs.text("working-directory") ?? ".",
		needs: needs === undefined ? undefined : parseNeeds(needs),
		workflow: inputs.text("workflow")?.trim(),
		planFile: inputs.text("plan-file"),
		evidence: inputs.list("evidence"),
		reports: [...parseResultLines(inputs.list("results")), ...parseCoverageLines(inputs.list("coverage"))],
		services: parseServices(inputs),
		require: parseRequire(inputs.list("require", { commas: true })),
		allowedSkips: inputs.list("allowed-skips", { commas: true }),
		allowedFailures: inputs.list("allowed-failures", { commas: true }),
		checks: parseCheckLines(inputs.list("checks")),
		waitTimeout: waitTimeout(inputs),
		comment: inputs.boolean("comment"),
		thresholds: parseThresholds(inputs.list("thresholds")),
		base: inputs.text("base")?.trim(),
		baseEvidence: inputs.list("base-evidence"),
		policyFrom: inputs.choice("policy-from", ["base", "head"]) ?? "base",
		onInfrastructure: inputs.choice("on-infrastructure", ["hold", "close"]) ?? "hold",
		failWhenClosed: inputs.boolean("fail-when-closed"),
		attest: parseAttestLines(inputs.list("attest")),
		registryAuth: inputs.text("registry-auth"),
		insecureRegistries: parseInsecureRegistries(inputs.list("insecure-registries", { commas: true })),
		signing: parseSigningInputs(inputs),
		token: inputs.text("token"),
	};
}

/** Only `[]` says that nothing is due: the output of a plan that did not run leaves blanks in a block of lines. */
function parseServices(inputs: Inputs): readonly string[] | undefined {
	const names = inputs.list("services", { commas: true });
	const isArray = inputs.text("services")?.trimStart().startsWith("[") === true;
	return names.length > 0 || isArray ? names : undefined;
}

/** The longest that a job of GitHub Actions may run, in seconds: 5 days on a machine of one's own. */
const LONGEST_WAIT = 432_000;

function waitTimeout(inputs: Inputs): number {
	const seconds = inputs.integer("wait-timeout") ?? 0;
	if (seconds <= LONGEST_WAIT) return seconds;
	throw new UserError("input-too-large", `Input 'wait-timeout' is ${seconds} seconds`, {
		input: "wait-timeout",
		hint: `Write at most ${LONGEST_WAIT}, which is as long as a job may run.`,
	});
}
