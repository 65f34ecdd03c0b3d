/**
 * The first `limit` UTF-16 units of a text, and one less where the last would be half a character: what is told to
 * people and to other programs must stay text (JSON with half a surrogate pair is refused by many readers). Pure.
 */
export function cutText(text: string, limit: number): string {
	if (text.length <= limit) return text;
	const last = text.charCodeAt(limit - 1);
	const isHalf = last >= 0xd800 && last <= 0xdbff;
	return text.slice(0, isHalf ? limit - 1 : limit);
}
