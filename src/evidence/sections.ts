/**
 * Test reports hold whole logs in CDATA sections (half a gigabyte has been seen), and the XML parser keeps a
 * section until its end. So a section, a comment and a processing instruction are cut on the way to it.
 */

const OPENINGS: readonly (readonly [string, string])[] = [
	["<![CDATA[", "]]>"],
	["<!--", "-->"],
	["<?", "?>"],
];

const LONGEST_OPENING = "<![CDATA[".length;

/** A filter for text that comes chunk by chunk. */
export interface SectionFilter {
	/** Gives the chunk back, less a few characters that may belong to a mark that goes on in the next one. */
	write(chunk: string): string;
	/** The characters that were held back. */
	end(): string;
}

/** Keeps at most `limit` characters of each section. Line ends stay, so that later positions are true. */
export function trimSections(limit: number): SectionFilter {
	/** The mark that ends the section which is open. */
	let mark: string | undefined;
	let length = 0;
	let held = "";

	const inside = (text: string) => {
		const room = Math.max(0, limit - length);
		length += text.length;
		if (text.length <= room) return text;
		return text.slice(0, room) + text.slice(room).replace(/[^\n]+/g, "");
	};
	return {
		write: (chunk) => {
			const text = held + chunk;
			let out = "";
			let position = 0;
			for (;;) {
				if (mark === undefined) {
					const opening = nextOpening(text, position);
					if (opening === undefined) {
						const cut = openEnd(text, position);
						held = text.slice(cut);
						return out + text.slice(position, cut);
					}
					out += text.slice(position, opening.end);
					position = opening.end;
					mark = opening.mark;
					length = 0;
				}
				const index = text.indexOf(mark, position);
				if (index < 0) {
					const cut = Math.max(position, text.length - mark.length + 1);
					held = text.slice(cut);
					return out + inside(text.slice(position, cut));
				}
				out += inside(text.slice(position, index)) + mark;
				position = index + mark.length;
				mark = undefined;
			}
		},
		end: () => {
			const rest = held;
			held = "";
			return rest;
		},
	};
}

function nextOpening(text: string, from: number): { end: number; mark: string } | undefined {
	for (let index = text.indexOf("<", from); index >= 0; index = text.indexOf("<", index + 1)) {
		// Most elements begin with a letter; only these two are worth a closer look.
		const next = text.charCodeAt(index + 1);
		if (next !== 0x21 && next !== 0x3f) continue;
		for (const [opening, mark] of OPENINGS)
			if (text.startsWith(opening, index)) return { end: index + opening.length, mark };
	}
	return undefined;
}

/** Where the text's end may be the begin of an opening, else its length. */
function openEnd(text: string, from: number): number {
	const index = text.lastIndexOf("<");
	if (index < from || text.length - index >= LONGEST_OPENING) return text.length;
	return OPENINGS.some(([opening]) => opening.startsWith(text.slice(index))) ? index : text.length;
}
