import type { CoveredFile } from "../../evidence/covered-file.js";
import type { HeldEvidence } from "../../evidence/held-evidence.js";
import type { RepositoryPaths } from "../../evidence/paths.js";
import { type ReportFile, type ReportFiles, type Reports, readReports } from "../../evidence/read.js";
import { UserError } from "../../runner/errors.js";
import { type Problem, problem } from "../../runner/problem.js";
import type { Leg, Own } from "./match.js";
import { type Reason, reason } from "./reason.js";
import type { ReportLine } from "./report-lines.js";

/** The reports of `results` and `coverage`, as evidence. Effects come through the port. */

export interface ReportRequest {
	lines: readonly ReportLine[];
	own: Own;
	/** The service in whose folder a file lies. */
	owner(path: string): string | undefined;
	/** Repository path of a service's folder; undefined for a name that no manifest gives. */
	folder(service: string): string | undefined;
	repository: RepositoryPaths;
	tracked: ReadonlySet<string>;
	root: string;
	/** Whether a line that finds nothing is missing: manifests say what is due where there are any. */
	linesAreDue(line: ReportLine): boolean;
}

export interface ReportEvidence {
	legs: Leg[];
	/** Coverage by service. */
	coverage: ReadonlyMap<string, readonly CoveredFile[]>;
	/** By service: paths of its coverage reports that are no files of the repository. */
	unmatched: ReadonlyMap<string, readonly string[]>;
	reasons: Reason[];
	problems: Problem[];
}

export async function readReportLines(request: ReportRequest, files: ReportFiles): Promise<ReportEvidence> {
	const found: ReportEvidence & {
		coverage: Map<string, CoveredFile[]>;
		unmatched: Map<string, readonly string[]>;
	} = {
		legs: [],
		coverage: new Map(),
		unmatched: new Map(),
		reasons: [],
		problems: [],
	};
	for (const [index, line] of request.lines.entries()) {
		const paths = await files.find(".", [line.glob]);
		if (paths.length === 0) nothingFound(request, line, found);
		for (const [service, own] of byService(request, line, paths)) {
			const reports = await readOf(request, line, service, own, files, found.reasons);
			if (reports === undefined) continue;
			found.problems.push(...reports.problems);
			found.reasons.push(...unlistedFailures(line, service, reports));
			if (line.kind === "results") {
				found.legs.push(legOf(request, line.level, service, index, reports));
				continue;
			}
			found.coverage.set(service, [
				...(found.coverage.get(service) ?? []),
				...(reports.coverage?.files ?? []),
			]);
			const foreign = reports.coverage?.unmatched ?? [];
			if (foreign.length > 0)
				found.unmatched.set(service, [...(found.unmatched.get(service) ?? []), ...foreign]);
		}
	}
	return found;
}

function nothingFound(
	request: ReportRequest,
	line: ReportLine,
	found: { reasons: Reason[]; problems: Problem[] },
): void {
	const what = `No file matches '${line.glob}' of the input '${line.kind}'`;
	const fix = "Check the glob, and that the reports were made or downloaded before this step.";
	if (request.linesAreDue(line)) {
		found.reasons.push(
			reason("missing", "report-missing", what, fix, {
				service: line.service,
				level: line.kind === "results" ? line.level : undefined,
			}),
		);
	} else found.problems.push(problem("notice", "report-missing", what, { hint: fix }));
}

function byService(
	request: ReportRequest,
	line: ReportLine,
	files: readonly ReportFile[],
): Map<string, ReportFile[]> {
	const groups = new Map<string, ReportFile[]>();
	for (const file of files) {
		const service = line.service ?? request.owner(file.path);
		if (service === undefined) {
			const longer = line.kind === "results" ? `SERVICE:${line.level}=${line.glob}` : `SERVICE=${line.glob}`;
			throw new UserError(
				"report-unowned",
				`${file.path} of the input '${line.kind}' lies in no service's folder`,
				{
					input: line.kind,
					file: file.path,
					hint: `Name its service: ${longer}`,
				},
			);
		}
		const group = groups.get(service);
		if (group === undefined) groups.set(service, [file]);
		else group.push(file);
	}
	return groups;
}

/** A report that can't be read is a reason, so that all the others are still judged and told. */
async function readOf(
	request: ReportRequest,
	line: ReportLine,
	service: string,
	own: readonly ReportFile[],
	files: ReportFiles,
	reasons: Reason[],
): Promise<Reports | undefined> {
	const globs = [line.glob];
	try {
		return await readReports(
			{ ...files, find: async () => own },
			{
				service: request.folder(service) ?? ".",
				results: line.kind === "results" ? globs : [],
				coverage: line.kind === "coverage" ? globs : [],
				tracked: request.tracked,
				repository: request.repository,
				root: request.root,
			},
		);
	} catch (thrown) {
		if (!(thrown instanceof UserError)) throw thrown;
		reasons.push(
			reason("missing", thrown.code, thrown.message, thrown.hint ?? "Make the report again.", {
				service,
				level: line.kind === "results" ? line.level : undefined,
				file: thrown.place.file,
				line: thrown.place.line,
			}),
		);
		return undefined;
	}
}

/**
 * A suite that says it failed and lists no failing case: with `run` the command's exit shows it, and here nothing
 * else does.
 */
function unlistedFailures(line: ReportLine, service: string, { tests, problems }: Reports): Reason[] {
	const differs = problems.find(({ code }) => code === "report-counts-differ");
	if (line.kind !== "results" || tests === null || differs === undefined) return [];
	if (tests.counts.failed + tests.counts.errors > 0) return [];
	return [
		reason("failed", differs.code, differs.message, "Mend what failed outside of the listed tests.", {
			service,
			level: line.level,
			file: differs.file,
		}),
	];
}

function legOf(request: ReportRequest, level: string, service: string, index: number, reports: Reports): Leg {
	const { tests } = reports;
	const evidence: HeldEvidence = {
		schema: "evidence.v1",
		service,
		level,
		leg: `results-${index + 1}`,
		legs: null,
		commit: request.own.commit,
		run: request.own.run ?? null,
		attempt: request.own.attempt,
		job: null,
		outcome: "passed",
		reason: "",
		exitCode: 0,
		version: null,
		digest: null,
		declares: { results: true, coverage: false },
		tests: tests === null ? null : tests.counts,
		notable: tests?.notable ?? [],
		notableLeft: tests?.notableLeft ?? 0,
		coverage: null,
		output: null,
	};
	return { file: reports.read[0] ?? "", evidence, older: false };
}
