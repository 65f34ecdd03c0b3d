/**
 * Patterns in which `*` is any text and `?` any character, and nothing else is special: no regular
 * expression, so no pattern can take exponential time. Pure.
 */
export function matchesWildcard(pattern: string, text: string): boolean {
	let p = 0;
	let t = 0;
	let star = -1;
	let mark = 0;
	while (t < text.length) {
		const each = pattern[p];
		if (each === "*") {
			star = p++;
			mark = t;
		} else if (each !== undefined && (each === "?" || each === text[t])) {
			p++;
			t++;
		} else if (star >= 0) {
			// The last star takes one character more.
			p = star + 1;
			t = ++mark;
		} else return false;
	}
	while (pattern[p] === "*") p++;
	return p === pattern.length;
}
