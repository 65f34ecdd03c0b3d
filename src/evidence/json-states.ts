/** The states of reading JSON: what may come next. Pure. */

export const VALUE = 0;
export const FIRST_ELEMENT = 1;
export const FIRST_KEY = 2;
export const KEY = 3;
export const COLON = 4;
export const AFTER = 5;
export const END = 6;
export const STRING = 7;
export const ESCAPE = 8;
export const HEX = 9;
export const LITERAL = 10;
// Numbers: those from ZERO may end.
export const MINUS = 11;
export const POINT = 12;
const EXPONENT = 13;
const EXPONENT_SIGN = 14;
export const ZERO = 15;
export const INTEGER = 16;
const FRACTION = 17;
const EXPONENT_DIGITS = 18;

/** What should stand there, for errors. */
export const WANTED: Readonly<Record<number, string>> = {
	[VALUE]: "a value",
	[FIRST_ELEMENT]: "a value or ]",
	[FIRST_KEY]: "a key or }",
	[KEY]: "a key",
	[COLON]: "a colon",
	[END]: "the end of the file",
	[ESCAPE]: "an escaped character",
	[HEX]: "a hexadecimal digit",
};

export function isDigit(byte: number): boolean {
	return byte >= 0x30 && byte <= 0x39;
}

/** What a byte makes of a number that is read so far; undefined where it belongs to none. */
export function numberState(state: number, byte: number): number | undefined {
	if (isDigit(byte)) {
		if (state === MINUS) return byte === 0x30 ? ZERO : INTEGER;
		if (state === POINT) return FRACTION;
		if (state === EXPONENT || state === EXPONENT_SIGN) return EXPONENT_DIGITS;
		return state === ZERO ? undefined : state;
	}
	if (byte === 0x2e && (state === ZERO || state === INTEGER)) return POINT;
	if ((byte | 0x20) === 0x65 && (state === ZERO || state === INTEGER || state === FRACTION)) return EXPONENT;
	return (byte === 0x2b || byte === 0x2d) && state === EXPONENT ? EXPONENT_SIGN : undefined;
}
