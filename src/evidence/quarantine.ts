import type { GateSettings } from "../catalog/settings.js";
import { cutText } from "../runner/cut-text.js";
import { type Problem, problem } from "../runner/problem.js";
import type { NotableTest } from "./evidence.js";
import { matchesWildcard } from "./wildcard.js";

/** Tests that are known to fail, for a while and with somebody who answers for it. Pure. */

export type QuarantineEntry = NonNullable<GateSettings["quarantine"]>[number];

export interface Quarantine {
	/** The valid entry that a failing test is under, or undefined. */
	find(
		test: Pick<NotableTest, "name" | "class">,
		service: string,
		level: string,
	): QuarantineEntry | undefined;
	/** A warning for each entry that is void. */
	problems: Problem[];
}

/**
 * The entries that hold on a day (`2027-01-31`, UTC; `until` includes its day). One that has expired, or has no
 * owner or no date, is void: its test counts again.
 */
export function readQuarantine(
	entries: readonly QuarantineEntry[] | undefined,
	today: string,
	file = "sluice.yaml",
): Quarantine {
	const valid: QuarantineEntry[] = [];
	const problems: Problem[] = [];
	for (const entry of entries ?? []) {
		const flaw = flawOf(entry, today);
		if (flaw === undefined) valid.push(entry);
		else {
			problems.push(
				problem(
					"warning",
					flaw.code,
					`The quarantine of '${cutText(entry.test, 200)}' ${flaw.text}: its test counts`,
					{
						file,
						hint: flaw.hint,
					},
				),
			);
		}
	}
	return {
		problems,
		find: (test, service, level) => {
			const own = valid.filter(
				(each) =>
					(each.service === undefined || each.service === service) &&
					(each.level === undefined || each.level === level),
			);
			const names = testNames(test);
			return (
				own.find((each) => names.includes(each.test)) ??
				own.find((each) => names.some((name) => matchesWildcard(each.test, name)))
			);
		},
	};
}

/** `class > name` and the bare name. */
function testNames(test: Pick<NotableTest, "name" | "class">): string[] {
	if (test.class === undefined || !test.name.startsWith(`${test.class} > `)) return [test.name];
	return [test.name, test.name.slice(test.class.length + 3)];
}

function flawOf(
	entry: QuarantineEntry,
	today: string,
): { code: string; text: string; hint: string } | undefined {
	if (entry.owner === undefined || entry.owner.trim() === "")
		return { code: "quarantine-void", text: "has no owner", hint: "Add 'owner': who mends the test." };
	if (entry.until === undefined)
		return { code: "quarantine-void", text: "has no end", hint: "Add 'until', a day such as 2027-01-31." };
	if (!isDay(entry.until)) {
		return {
			code: "quarantine-void",
			text: `ends on '${cutText(entry.until, 40)}', which is no day`,
			hint: "Write 'until' as year, month and day: 2027-01-31.",
		};
	}
	if (entry.until < today) {
		return {
			code: "quarantine-expired",
			text: `has expired on ${entry.until}`,
			hint: "Mend the test, or give the entry a new day.",
		};
	}
	return undefined;
}

function isDay(text: string): boolean {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (match === null) return false;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	const lengths = [
		31,
		year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
		31,
		30,
		31,
		30,
		31,
		31,
		30,
		31,
		30,
		31,
	];
	return day >= 1 && day <= (lengths[month - 1] ?? 0);
}
