/**
 * Text in which GitHub's runner finds no workflow command: neither `::name::` at the start of a line (the runner
 * trims blanks first) nor the older `##[name]` anywhere in it. A word joiner, which shows nothing, breaks them.
 * Source: actions/runner, ActionCommand.TryParse and TryParseV2. Pure.
 */
export function inertLine(line: string): string {
	return line.replace(/^([\s\u0085\u200b\ufeff]*)::/gm, "$1\u2060::").replaceAll("##[", "#\u2060#[");
}
