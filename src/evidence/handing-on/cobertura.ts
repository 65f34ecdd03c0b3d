import type { FileCoverage, Ratio } from "../evidence.js";
import { armsByLine, figures } from "../figures.js";
import { distinctFunctions, isWritable, type LeftOut, totalsLeft } from "./expressible.js";

/**
 * Merged coverage as Cobertura XML (coverage-04.dtd). Read back by this suite it gives the same figures for
 * lines, branches and functions; statements have no place in it. Pure.
 */

/**
 * The text piece by piece, so that no size needs it whole. What can't be said is added to `left`.
 * @param time milliseconds since 1970: services refuse reports that seem old
 */
export function* coberturaText(
	files: readonly FileCoverage[],
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
			if (file.lines.length === 0 && (file[kind] ?? []).length > 0)
				left.push({ path: file.path, what: `its ${kind}, since it has no lines` });
	}
	const { lines, branches } = figures(written.map(withoutTotals));
	yield '<?xml version="1.0" encoding="UTF-8"?>\n';
	yield '<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">\n';
	yield `<coverage ${rates(lines, branches)} lines-covered="${lines.covered}" lines-valid="${lines.total}" ` +
		`branches-covered="${branches?.covered ?? 0}" branches-valid="${branches?.total ?? 0}" complexity="0" ` +
		`version="sluice" timestamp="${Math.trunc(time)}">\n`;
	yield "\t<sources>\n\t\t<source>.</source>\n\t</sources>\n\t<packages>\n";
	for (const [folder, own] of Map.groupBy(written, ({ path }) => folderOf(path))) {
		const ofPackage = figures(own.map(withoutTotals));
		yield `\t\t<package name="${escapeXml(folder)}" ${rates(ofPackage.lines, ofPackage.branches)} complexity="0">\n\t\t\t<classes>\n`;
		for (const file of own) yield classOf(file);
		yield "\t\t\t</classes>\n\t\t</package>\n";
	}
	yield "\t</packages>\n</coverage>\n";
}

function withoutTotals({ totals: _, ...file }: FileCoverage): FileCoverage {
	return file;
}

function classOf(file: FileCoverage): string {
	const own = figures([withoutTotals(file)]);
	const name = file.path.slice(file.path.lastIndexOf("/") + 1);
	const text = [
		`\t\t\t\t<class name="${escapeXml(name)}" filename="${escapeXml(file.path)}" ${rates(own.lines, own.branches)} complexity="0">`,
		"\t\t\t\t\t<methods>",
	];
	for (const { line, name: method, covered } of distinctFunctions(
		file.lines.length === 0 ? [] : (file.functions ?? []),
	)) {
		const rate = covered ? "1.0" : "0.0";
		// A function of which the report did not tell the line stands at the file's first one.
		const number = line > 0 ? line : (file.lines[0]?.[0] ?? 1);
		text.push(
			`\t\t\t\t\t\t<method name="${escapeXml(method)}" signature="" line-rate="${rate}" branch-rate="${rate}" complexity="0">` +
				`<lines><line number="${number}" hits="${covered ? 1 : 0}"/></lines></method>`,
		);
	}
	text.push("\t\t\t\t\t</methods>", "\t\t\t\t\t<lines>");
	const arms = armsAtLines(file);
	for (const [line, hits] of file.lines) {
		const branch = arms.get(line);
		text.push(
			`\t\t\t\t\t\t<line number="${line}" hits="${hits}"${branch === undefined ? "" : condition(branch)}/>`,
		);
	}
	text.push("\t\t\t\t\t</lines>", "\t\t\t\t</class>\n");
	return text.join("\n");
}

/**
 * Arms by the line that shows them. Cobertura has no branch without a line: an arm whose own line has no
 * statement belongs to the one that begins before it (else to the first), which keeps the sums right.
 */
function armsAtLines(file: FileCoverage): Map<number, Ratio> {
	const shown = new Map<number, Ratio>();
	const numbers = file.lines.map(([line]) => line);
	for (const [line, arms] of armsByLine(file.branches ?? [])) {
		const at = lastAtOrBefore(numbers, line) ?? numbers[0];
		if (at === undefined) continue;
		const ratio = shown.get(at) ?? { covered: 0, total: 0 };
		ratio.total += arms.length;
		ratio.covered += arms.filter(([, covered]) => covered).length;
		shown.set(at, ratio);
	}
	return shown;
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
