/** git repeats a remote's URL in its errors, and a URL may hold a password, with an @ in it too. */
export function withoutCredentials(text: string): string {
	return text.replace(/(\w+:\/\/)[^/\s]*@/g, "$1***@");
}
