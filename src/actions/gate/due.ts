import { BEHIND_THE_GATE } from "../../catalog/service.js";
import { UserError } from "../../runner/errors.js";
import { didYouMean, quote } from "../../runner/inputs.js";
import type { Policy } from "./policy.js";
import type { PolicyService } from "./policy-services.js";
import type { ReportLine } from "./report-lines.js";
import { type Bars, stricterBars } from "./thresholds.js";

/** Whose evidence is due, at which levels, and by which bars it is judged. Pure. */

export interface DueLevel {
	level: string;
	/** A report of results is due; else the command's exit is evidence enough. */
	results: boolean;
	/** A report of coverage is due. */
	coverage: boolean;
	/** Where the manifest declares it. */
	file: string | undefined;
	line: number | undefined;
}

export interface DueService {
	name: string;
	/** Repository path of its folder; undefined for a name that no manifest gives. */
	path: string | undefined;
	/** Its names in the base, where they were others. */
	formerly: readonly string[];
	levels: readonly DueLevel[];
	/** Coverage of this service is due at some level. */
	coverage: boolean;
	bars: Bars;
}

/** One line of `require`. */
export interface Requirement {
	service: string | undefined;
	/** A level, or `coverage`. */
	level: string;
}

export function parseRequire(lines: readonly string[]): Requirement[] {
	return lines.map((line) => {
		const match = /^(?:([^\s:]+)\s*:\s*)?([A-Za-z0-9][\w.-]*)$/.exec(line);
		if (match?.[2] !== undefined) return { service: match[1], level: match[2] };
		throw new UserError("require-invalid", `Input 'require' has the line ${quote(line)}`, {
			input: "require",
			hint: "Write a level (unit), coverage, or service:level (cart:unit).",
		});
	});
}

export interface DueQuestion {
	policy: Policy;
	/** Affected services: the input `services`, the plan's file, or computed; undefined: all of them. */
	services: readonly string[] | undefined;
	require: readonly Requirement[];
	reports: readonly ReportLine[];
	/** The bars of the input `thresholds`. */
	thresholds: Bars;
}

/** All that is due, sorted by service. A request that no manifest can meet is a UserError. */
export function whatIsDue(question: DueQuestion): DueService[] {
	const due = question.policy.declared ? dueByManifests(question) : dueByRequest(question);
	return due.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function dueByManifests({ policy, services, require, thresholds }: DueQuestion): DueService[] {
	const known = new Map(policy.services.map((service) => [service.name, service]));
	const due = new Map<string, PolicyService>();
	const find = (name: string, input: string) => {
		const service = known.get(name);
		if (service !== undefined) return service;
		throw new UserError(
			"service-unknown",
			`Input '${input}' names service ${quote(name)}, which no manifest declares`,
			{
				input,
				hint: `Services are ${[...known.keys()].slice(0, 20).join(", ")}.${didYouMean(name, known.keys())}`,
			},
		);
	};
	for (const name of services ?? known.keys()) {
		if (!policy.gone.has(name)) due.set(name, find(name, "services"));
	}
	for (const service of policy.services) if (service.deleted) due.set(service.name, service);
	for (const each of require) {
		if (each.service !== undefined) due.set(each.service, find(each.service, "require"));
		checkDeclared(each, policy.services);
	}
	return [...due.values()].map((service) => {
		const asked = require.filter((each) => each.service === undefined || each.service === service.name);
		const levels = [...service.levels.values()].filter(
			({ level }) => level !== BEHIND_THE_GATE || asked.some((each) => each.level === level),
		);
		return {
			name: service.name,
			path: service.path,
			formerly: service.formerly,
			levels: levels.map(({ level, results, coverage, line }) => ({
				level,
				results,
				coverage,
				file: service.manifest,
				line,
			})),
			coverage: asked.some((each) => each.level === "coverage"),
			bars: stricterBars(service.bars, thresholds),
		};
	});
}

function checkDeclared(each: Requirement, services: readonly PolicyService[]): void {
	if (each.level === "coverage") return;
	const asked = services.filter(({ name }) => each.service === undefined || each.service === name);
	if (asked.some(({ levels }) => levels.has(each.level))) return;
	const levels = new Set(asked.flatMap(({ levels }) => [...levels.keys()]));
	const who =
		each.service === undefined ? "no manifest declares" : `service '${each.service}' does not declare`;
	throw new UserError("level-unknown", `Input 'require' names level ${quote(each.level)}, which ${who}`, {
		input: "require",
		hint: `Declared are ${[...levels].join(", ") || "none"}.${didYouMean(each.level, levels)}`,
	});
}

/** Without manifests whatever is asked for is due, under any name. */
function dueByRequest({ policy, services, require, reports, thresholds }: DueQuestion): DueService[] {
	const own = policy.services[0];
	const bars = stricterBars(policy.defaults, own?.bars ?? {}, thresholds);
	const due = new Map<string, { levels: Map<string, DueLevel>; coverage: boolean }>();
	const service = (name: string) => {
		const found = due.get(name) ?? { levels: new Map<string, DueLevel>(), coverage: false };
		due.set(name, found);
		return found;
	};
	const names = services ?? (own === undefined ? [] : [own.name]);
	const ask = (name: string, level: string, results: boolean) => {
		if (level === "coverage") service(name).coverage = true;
		else if (service(name).levels.get(level)?.results !== true)
			service(name).levels.set(level, { level, results, coverage: false, file: undefined, line: undefined });
	};
	for (const each of require) {
		for (const name of each.service === undefined ? names : [each.service]) ask(name, each.level, false);
	}
	for (const line of reports) {
		const name = line.service ?? own?.name;
		if (name !== undefined) ask(name, line.kind === "coverage" ? "coverage" : line.level, true);
	}
	if (services !== undefined) for (const name of services) service(name);
	else if (own !== undefined && Object.keys(bars).length > 0) service(own.name);
	return [...due].map(([name, { levels, coverage }]) => ({
		name,
		path: name === own?.name ? own.path : undefined,
		formerly: [],
		levels: [...levels.values()],
		coverage,
		bars,
	}));
}
