import type { Level } from "../../catalog/service.js";
import type { NotableTest } from "../../evidence/evidence.js";
import { figures } from "../../evidence/figures.js";
import { RepositoryPaths } from "../../evidence/paths.js";
import { type Reports, readReports } from "../../evidence/read.js";
import { UserError } from "../../runner/errors.js";
import { type Problem, problem } from "../../runner/problem.js";
import { tryAgain } from "./attempts.js";
import type { Call } from "./call.js";
import { judge } from "./outcome.js";
import { writeEvidence } from "./record.js";
import type { StepResult } from "./result.js";
import { withFlaky } from "./retry.js";

/** Runs one level of tests, reads its reports and writes its evidence. */
export async function runLevel(call: Call, level: Level): Promise<StepResult> {
	const { ports, service } = call;
	/** What has failed in any try so far. */
	const before = new Map<string, NotableTest>();
	const repository = new RepositoryPaths(await ports.files(), await ports.goModules());
	const tracked = await ports.tracked();
	const declares = { results: level.results.length > 0, coverage: level.coverage.length > 0 };
	const timeout = call.inputs.timeout ?? level.timeout;
	const last = await tryAgain(
		call,
		level.level,
		level,
		async () => ({ since: await ports.mark() }),
		async (command, { since }) => {
			const earlier = new Map(before);
			let reports: Reports | undefined;
			let unreadable: UserError | undefined;
			try {
				reports = await readReports(ports.reports, {
					service: service.path,
					results: level.results,
					coverage: level.coverage,
					since,
					tracked,
					repository,
					root: ports.directory,
					asked: new Set(earlier.keys()),
				});
			} catch (thrown) {
				if (!(thrown instanceof UserError)) throw thrown;
				unreadable = thrown;
			}
			const judged = judge({
				service: service.name,
				level: level.level,
				declaresResults: declares.results,
				command,
				timeout,
				reports,
				unreadable: unreadable?.message,
				quarantine: call.quarantine,
				world: call.world,
			});
			for (const test of judged.outcome === "passed" ? [] : judged.failing) before.set(test.name, test);
			return { ...judged, reports, unreadable, earlier };
		},
	);

	const { reports, unreadable, earlier } = last;
	let { outcome, reason } = last;
	const reported = reports?.missing.some((each) => each.kind === "results") !== true;
	let tests = reported ? (reports?.tests ?? null) : null;
	if (tests !== null && earlier.size > 0) {
		const retried = withFlaky(tests, earlier);
		tests = retried.tests;
		call.problems.push(...retried.problems);
		if (outcome === "passed" && retried.skipped.length > 0) {
			outcome = "failed";
			reason = `${retried.skipped.slice(0, 3).join(", ")} failed, and the command that ran again skipped it`;
		}
	}
	if (unreadable !== undefined) {
		const { input: _, ...place } = unreadable.place;
		call.problems.push(
			problem("error", unreadable.code, unreadable.message, { ...place, hint: unreadable.hint }),
		);
	}
	call.problems.push(...(reports?.problems ?? []));
	const flaky = (tests?.notable ?? []).filter((each) => each.status === "flaky");
	call.problems.push(...testProblems(level.level, "error", "test-failed", last.failing));
	call.problems.push(...testProblems(level.level, "warning", "test-quarantined", last.quarantined));
	call.problems.push(...testProblems(level.level, "warning", "test-flaky", flaky));

	const evidenceFile = await writeEvidence(call, {
		level: level.level,
		outcome,
		reason,
		exitCode: last.command.exitCode,
		digest: null,
		declares,
		tests: tests?.counts ?? null,
		notable: tests?.notable ?? [],
		notableLeft: tests?.notableLeft ?? 0,
		coverage: reports?.coverage ?? null,
		output: declares.results || outcome === "passed" ? null : last.command.tail,
	});
	return {
		name: level.level,
		outcome,
		reason,
		exitCode: last.command.exitCode,
		tries: last.tries,
		duration: last.duration,
		evidenceFile,
		tests: tests?.counts ?? null,
		failing: last.failing,
		quarantined: last.quarantined,
		flaky,
		coverage:
			reports?.coverage == null
				? null
				: { ...figures(reports.coverage.files), unmatched: reports.coverage.unmatched.length },
	};
}

/** As many tests of one kind become problems; the report and the evidence list more. */
const SHOWN = 20;

function testProblems(
	level: string,
	severity: Problem["severity"],
	code: string,
	tests: readonly NotableTest[],
): Problem[] {
	return tests.slice(0, SHOWN).map((test) => {
		const said = (test.message ?? test.type ?? "").split(/\r?\n/)[0] ?? "";
		return problem(
			severity,
			code,
			`${level}: ${test.name.slice(0, 300)}${said === "" ? "" : `: ${said.slice(0, 300)}`}`,
			{ file: test.file, line: test.line },
		);
	});
}
