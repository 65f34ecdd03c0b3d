/** Mutations of a report, made by a seeded generator, so that a seed gives the same inputs again. */

/** A small generator of numbers (mulberry32), good enough to choose places and bytes. */
export function randomOf(seed: number): (below: number) => number {
	let state = seed >>> 0;
	return (below) => {
		state = (state + 0x6d2b79f5) >>> 0;
		let value = state;
		value = Math.imul(value ^ (value >>> 15), value | 1);
		value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
		return Math.floor((((value ^ (value >>> 14)) >>> 0) / 4294967296) * below);
	};
}

/** What attackers and broken tools put into reports. */
const TOKENS = [
	"__proto__",
	"constructor",
	"NaN",
	"Infinity",
	"-1",
	"1e999",
	"99999999999999999999",
	"0x10",
	"null",
	"&lol;",
	"&#0;",
	"&#x110000;",
	"<![CDATA[",
	"]]>",
	"<!--",
	"-->",
	"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
	"</testsuite>",
	"<testcase/>",
	'"',
	"'",
	"\\",
	"\\u0000",
	"{",
	"}",
	"[",
	"]",
	",",
	":",
	"\n",
	"\r\n",
	"\0",
	"\u202e",
	"\ufeff",
	"end_of_record\n",
	"SF:../../etc/passwd\n",
	"DA:0,1\n",
	"DA:4294967296,1\n",
	"mode: set\n",
	"1..0\n",
	"1..99999999999\n",
	"Bail out!\n",
	"::error::x",
	"|`<img src=x>@team",
].map((token) => Buffer.from(token));

/** One to four changes of bytes: flips, cuts, repeats, tokens, numbers and pieces of another report. */
export function mutate(original: Buffer, other: Buffer, random: (below: number) => number): Buffer {
	let bytes = original;
	for (let left = 1 + random(4); left > 0; left--) bytes = change(bytes, other, random);
	return bytes;
}

function change(bytes: Buffer, other: Buffer, random: (below: number) => number): Buffer {
	const at = random(bytes.length + 1);
	const end = Math.min(bytes.length, at + 1 + random(random(2) === 0 ? 8 : 2000));
	const piece = (inserted: Uint8Array, from = at, to = at) =>
		Buffer.concat([bytes.subarray(0, from), inserted, bytes.subarray(to)]);
	switch (random(8)) {
		case 0: {
			const flipped = Buffer.from(bytes);
			if (at < flipped.length) flipped[at] = random(256);
			return flipped;
		}
		case 1:
			return piece(Buffer.alloc(0), at, end);
		case 2:
			return piece(bytes.subarray(at, end));
		case 3:
			return piece(TOKENS[random(TOKENS.length)] ?? Buffer.alloc(0));
		case 4:
			return piece(TOKENS[random(TOKENS.length)] ?? Buffer.alloc(0), at, end);
		case 5: {
			const from = random(other.length + 1);
			return piece(other.subarray(from, from + random(500)));
		}
		case 6: {
			// A number, replaced by one of another size.
			const text = bytes.subarray(at, at + 4096).toString("latin1");
			const number = /\d+/.exec(text);
			if (number === null) return bytes;
			const digits = ["0", "1", "-7", "4294967296", "9007199254740993", "1.5", ""][random(7)] ?? "";
			return piece(Buffer.from(digits), at + number.index, at + number.index + number[0].length);
		}
		default:
			return Buffer.from(bytes.subarray(0, at));
	}
}
