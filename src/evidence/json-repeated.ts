/** Keys that stand twice in one object of a JSON text: JSON.parse takes the last and says nothing. Pure. */

/** Whether any object has a key twice; `value` is what JSON.parse makes of the text. */
export function hasRepeatedKey(text: string, value: unknown): boolean {
	return writtenKeys(text) !== keptKeys(value);
}

/** A string that a colon follows is a key. */
function writtenKeys(text: string): number {
	let keys = 0;
	for (let start = text.indexOf('"'); start >= 0; ) {
		let end = text.indexOf('"', start + 1);
		while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
		if (end < 0) break;
		let next = end + 1;
		while (isBlank(text.charCodeAt(next))) next++;
		if (text[next] === ":") keys++;
		start = text.indexOf('"', next);
	}
	return keys;
}

function isEscaped(text: string, at: number): boolean {
	let backslashes = 0;
	while (text[at - 1 - backslashes] === "\\") backslashes++;
	return backslashes % 2 === 1;
}

function isBlank(code: number): boolean {
	return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** The scanner has limited the depth. */
function keptKeys(value: unknown): number {
	if (typeof value !== "object" || value === null) return 0;
	let keys = 0;
	if (Array.isArray(value)) {
		for (const each of value) if (typeof each === "object") keys += keptKeys(each);
		return keys;
	}
	for (const each of Object.values(value)) keys += 1 + keptKeys(each);
	return keys;
}
