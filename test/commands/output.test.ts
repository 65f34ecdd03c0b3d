import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineCutter, Tail } from "#src/commands/output.js";
import { inertLine } from "#src/runner/inert.js";

describe("a line in which the runner finds no command", () => {
	it.each([
		"::set-output name=a::b",
		"  ::error::x",
		"\t\u00a0::add-mask::x",
		"\u0085::debug::x",
		"##[error]x",
		"text before ##[set-env name=A;]x",
	])("%j", (line) => {
		const inert = inertLine(line);
		// As the runner looks: trimmed text that begins with ::, and ##[ anywhere.
		expect(inert.replace(/^[\s\u0085]+/, "").startsWith("::")).toBe(false);
		expect(inert).not.toContain("##[");
		expect(inert.replaceAll("\u2060", "")).toBe(line);
	});

	it("is the line itself where there is none", () => {
		expect(inertLine("a :: b # [x]")).toBe("a :: b # [x]");
	});
});

describe("lines", () => {
	const cut = (text: string, size: number) => {
		const lines: string[] = [];
		const cutter = new LineCutter((line) => lines.push(line));
		const all = Buffer.from(text);
		for (let index = 0; index < all.length; index += size) cutter.write(all.subarray(index, index + size));
		cutter.end();
		return lines;
	};

	it("are the same however the bytes arrive", () => {
		const text = fc
			.array(fc.constantFrom("a", "ä", "€", "\n", "\r\n", "\r", " "), { maxLength: 30 })
			.map((each) => each.join(""));
		fc.assert(
			fc.property(text, fc.integer({ min: 1, max: 5 }), (each, size) => {
				expect(cut(each, size)).toEqual(cut(each, 10_000));
			}),
		);
	});

	it("end with CR, LF or both", () => {
		expect(cut("a\r::b\r\nc\n\nd", 1)).toEqual(["a", "::b", "c", "", "d"]);
	});

	it("without an end are handed on in pieces", () => {
		expect(cut("x".repeat(200_000), 9_000).every((each) => each.length <= 64 * 1024)).toBe(true);
	});
});

it("of a stream the last bytes are kept, at a character's begin", () => {
	const tail = new Tail(4);
	for (const each of ["abc", "ää", "z"]) tail.write(Buffer.from(each));
	expect(tail.text()).toBe("äz");
	tail.write(Buffer.from("0123456789"));
	expect(tail.text()).toBe("6789");
});
