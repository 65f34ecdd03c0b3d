import { armsByLine, branchRatio } from "../arms.js";
import { coberturaVersion } from "../coverage/cobertura-version.js";
import type { CoveredFile } from "../covered-file.js";
import type { Ratio } from "../evidence.js";
import { functionRatio, functionsOf } from "../functions.js";
import { addRatio } from "../ratio.js";
import { detailOf, distinctFunctions, isWritable, type LeftOut, totalsLeft } from "./expressible.js";

/**
 * Merged coverage as Cobertura XML (coverage-04.dtd). Read back by this suite it gives the same figures for
 * lines, branches and functions; statements have no place in it. Pure.
 */

/**
 * The text piece by piece, so that no size needs it whole. What can't be said is added to `left`.
 * @param time milliseconds since 1970: services refuse reports that seem old
 */
export function* coberturaText(
	files: readonly CoveredFile[],
	time: number,
	left: LeftOut[],
): Generator<string> {
	const written = files.filter((file) => {
		if (isWritable(file.path)) return true;
		left.push({ path: file.path, what: "its path" });
		return false;
	});
	for (const file of written) {
		for (const kind of totalsLeft(file, ["lines", "branches", "functions"]))
			left.push({ path: file.path, what: `its ${kind}, of which only a total is known` });
		// Readers take a method's line for a line of the class where that has none.
		for (const kind of ["branches", "functions"] as const)
			if (file.lines.size === 0 && detailOf(file, kind).total > 0)
				left.push({ path: file.path, what: `its ${kind}, since it has no lines` });
	}
	const { lines, branches, functions } = shown(written);
	yield '<?xml version="1.0" encoding="UTF-8"?>\n';
	yield '<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">\n';
	yield `<coverage ${rates(lines, branches)} lines-covered="${lines.covered}" lines-valid="${lines.total}" ` +
		`branches-covered="${branches?.covered ?? 0}" branches-valid="${branches?.total ?? 0}" complexity="0" ` +
		`version="${coberturaVersion({ branches: branches !== null, functions: functions !== null })}" timestamp="${Math.trunc(time)}">\n`;
	yield "\t<sources>\n\t\t<source>.</source>\n\t</sources>\n\t<packages>\n";
	for (const [folder, own] of Map.groupBy(written, ({ path }) => folderOf(path))) {
		const ofPackage = shown(own);
		yield `\t\t<package name="${escapeXml(folder)}" ${rates(ofPackage.lines, ofPackage.branches)} complexity="0">\n\t\t\t<classes>\n`;
		for (const file of own) yield classOf(file);
		yield "\t\t\t</classes>\n\t\t</package>\n";
	}
	yield "\t</packages>\n</coverage>\n";
}

/** What is said of files: numbers alone have no place here, nor have arms and functions of a file without lines. */
function shown(files: readonly CoveredFile[]): {
	lines: Ratio;
	branches: Ratio | null;
	functions: Ratio | null;
} {
	const lines = { covered: 0, total: 0 };
	const sums: Record<"branches" | "functions", Ratio | null> = { branches: null, functions: null };
	for (const file of files) {
		addRatio(lines, { covered: file.lines.covered, total: file.lines.size });
		for (const kind of ["branches", "functions"] as const) {
			const detail = kind === "branches" ? branchRatio(file) : functionRatio(file);
			const numbers = file.totals?.[kind];
			if (detail === undefined && numbers === undefined) continue;
			const said = (file.lines.size === 0 ? undefined : detail) ?? { covered: 0, total: 0 };
			// Where there is something and nothing of it can be said, "0 of 0" would not be true.
			if (said.total === 0 && Math.max(detail?.total ?? 0, numbers?.total ?? 0) > 0) continue;
			sums[kind] ??= { covered: 0, total: 0 };
			addRatio(sums[kind], said);
		}
	}
	return { lines, ...sums };
}

function classOf(file: CoveredFile): string {
	const own = shown([file]);
	const name = file.path.slice(file.path.lastIndexOf("/") + 1);
	const text = [
		`\t\t\t\t<class name="${escapeXml(name)}" filename="${escapeXml(file.path)}" ${rates(own.lines, own.branches)} complexity="0">`,
		"\t\t\t\t\t<methods>",
	];
	for (const { line, name: method, covered } of distinctFunctions(
		file.lines.size === 0 ? [] : functionsOf(file),
	)) {
		const rate = covered ? "1.0" : "0.0";
		// A function of which the report did not tell the line stands at the file's first one.
		const number = line > 0 ? line : (file.lines.first ?? 1);
		text.push(
			`\t\t\t\t\t\t<method name="${escapeXml(method)}" signature="" line-rate="${rate}" branch-rate="${rate}" complexity="0">` +
				`<lines><line number="${number}" hits="${covered ? 1 : 0}"/></lines></method>`,
		);
	}
	text.push("\t\t\t\t\t</methods>", "\t\t\t\t\t<lines>");
	const arms = armsAtLines(file);
	file.lines.each((line, hits) => {
		const branch = arms.get(line);
		text.push(
			`\t\t\t\t\t\t<line number="${line}" hits="${hits}"${branch === undefined ? "" : condition(branch)}/>`,
		);
	});
	text.push("\t\t\t\t\t</lines>", "\t\t\t\t</class>\n");
	return text.join("\n");
}

/**
 * Arms by the line that shows them. Cobertura has no branch without a line: an arm whose own line has no
 * statement belongs to the one that begins before it (else to the first), which keeps the sums right.
 */
function armsAtLines(file: CoveredFile): Map<number, Ratio> {
	const ratios = new Map<number, Ratio>();
	const branches = armsByLine(file);
	if (branches.size === 0) return ratios;
	const numbers = file.lines.pairs().map(([line]) => line);
	for (const [line, arms] of branches) {
		const at = lastAtOrBefore(numbers, line) ?? numbers[0];
		if (at === undefined) continue;
		const ratio = ratios.get(at) ?? { covered: 0, total: 0 };
		ratio.total += arms.length;
		ratio.covered += arms.filter(([, covered]) => covered).length;
		ratios.set(at, ratio);
	}
	return ratios;
}

function lastAtOrBefore(ascending: readonly number[], wanted: number): number | undefined {
	let low = 0;
	let high = ascending.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((ascending[middle] ?? 0) <= wanted) low = middle + 1;
		else high = middle;
	}
	return ascending[low - 1];
}

/** How many arms were taken; which ones they are can't be told between formats, so no conditions are written. */
function condition({ covered, total }: Ratio): string {
	return ` branch="true" condition-coverage="${Math.floor((covered * 100) / total)}% (${covered}/${total})"`;
}

function rates(lines: Ratio, branches: Ratio | null): string {
	return `line-rate="${rate(lines)}" branch-rate="${rate(branches)}"`;
}

/** Four decimals, rounded down; nothing to cover is all of it. */
function rate(ratio: Ratio | null): string {
	if (ratio === null || ratio.total === 0) return "1.0";
	return String(Number((BigInt(ratio.covered) * 10_000n) / BigInt(ratio.total)) / 10_000);
}

function folderOf(path: string): string {
	const slash = path.lastIndexOf("/");
	return slash < 0 ? "." : path.slice(0, slash);
}

function escapeXml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
