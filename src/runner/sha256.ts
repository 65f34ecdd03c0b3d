/** The SHA-256 of a text in UTF-8, in hexadecimal digits. node:crypto is loaded when it is used: that takes 8 ms. */
export function sha256(text: string): string {
	return process.getBuiltinModule("node:crypto").hash("sha256", text);
}
