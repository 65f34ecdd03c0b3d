import { UserError } from "../../runner/errors.js";
import { didYouMean, quote } from "../../runner/inputs.js";

/** The lines of `results` and `coverage`: reports that are read without evidence of `run`. Pure. */

export type ReportLine =
	| { kind: "results"; service: string | undefined; level: string; glob: string }
	| { kind: "coverage"; service: string | undefined; glob: string };

const SERVICE = /^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/;
const LEVEL = /^[A-Za-z0-9][\w.-]*$/;

/** `[service:]level=glob`. */
export function parseResultLines(lines: readonly string[]): ReportLine[] {
	return lines.map((line) => {
		const equals = line.indexOf("=");
		const left = line.slice(0, Math.max(equals, 0)).trim();
		const glob = line.slice(equals + 1).trim();
		const parts = left.split(":").map((part) => part.trim());
		const level = parts.at(-1) ?? "";
		const service = parts.length === 2 ? parts[0] : undefined;
		if (equals < 0 || glob === "" || parts.length > 2 || !LEVEL.test(level) || !isService(service)) {
			throw new UserError("results-invalid", `Input 'results' has the line ${quote(line)}`, {
				input: "results",
				hint: "Write level=glob (unit=reports/*.xml) or service:level=glob (cart:unit=cart/reports/*.xml).",
			});
		}
		return { kind: "results", service, level, glob };
	});
}

/** `[service=]glob`. */
export function parseCoverageLines(lines: readonly string[]): ReportLine[] {
	return lines.map((line) => {
		const equals = line.indexOf("=");
		const service = equals < 0 ? undefined : line.slice(0, equals).trim();
		const glob = line.slice(equals + 1).trim();
		if (glob === "" || !isService(service)) {
			throw new UserError("coverage-invalid", `Input 'coverage' has the line ${quote(line)}`, {
				input: "coverage",
				hint: "Write a glob (coverage/lcov.info) or service=glob (cart=cart/coverage/lcov.info).",
			});
		}
		return { kind: "coverage", service, glob };
	});
}

/** Where manifests say which services there are, a line can name no other. */
export function refuseUnknownServices(lines: readonly ReportLine[], names: readonly string[]): void {
	for (const { service, kind } of lines) {
		if (service === undefined || names.includes(service)) continue;
		throw new UserError(
			"service-unknown",
			`Input '${kind}' names service ${quote(service)}, which no manifest declares`,
			{
				input: kind,
				hint: `Services are ${names.slice(0, 20).join(", ")}.${didYouMean(service, names)}`,
			},
		);
	}
}

function isService(name: string | undefined): boolean {
	return name === undefined || SERVICE.test(name);
}

/** Tells the service in whose folder a path lies: the nearest folder wins, and `.` owns all the rest. */
export function folderOwners(
	services: readonly { name: string; path: string }[],
): (path: string) => string | undefined {
	const byPath = new Map(services.map(({ name, path }) => [path, name]));
	return (path) => {
		for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
			const owner = byPath.get(path.slice(0, end));
			if (owner !== undefined) return owner;
		}
		return byPath.get(".");
	};
}
