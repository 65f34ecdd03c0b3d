/** A name as a workflow writes it, with expressions that GitHub fills in. Pure. */

/** Whether a name may be what a text with expressions becomes: all that stands between them is in it, in order. */
export function matchesName(written: string, name: string): boolean {
	const [first = "", ...others] = literalParts(written);
	const last = others.pop();
	if (last === undefined) return first === name;
	if (!name.startsWith(first)) return false;
	let at = first.length;
	for (const part of others) {
		const found = name.indexOf(part, at);
		if (found < 0) return false;
		at = found + part.length;
	}
	return name.length - last.length >= at && name.endsWith(last);
}

/** Whether a text says nothing by itself: it can become any name. */
export function isAnyName(written: string): boolean {
	return literalParts(written).every((part) => part.trim() === "");
}

/** What stands before, between and behind the expressions. */
function literalParts(written: string): string[] {
	return written.split(/\$\{\{.*?\}\}/s);
}
