/** Names of .NET tests: `Namespace.Class.Method(arguments)`. Pure. */

/**
 * `class > method` of a full name, and the class; a name that is no .NET name stays as it is. Arguments may hold
 * anything, dots too.
 */
export function dotnetName(full: string, type?: string): { name: string; class?: string } {
	if (type !== undefined && type !== "") {
		const rest = full.startsWith(`${type}.`) ? full.slice(type.length + 1) : full;
		return { name: rest === "" || rest === type ? type : `${type} > ${rest}`, class: type };
	}
	const bracket = full.indexOf("(");
	const head = bracket < 0 ? full : full.slice(0, bracket);
	const dot = head.lastIndexOf(".");
	if (dot <= 0 || dot === head.length - 1 || /\s/.test(head))
		return { name: full === "" ? "(no name)" : full };
	const found = full.slice(0, dot);
	return { name: `${found} > ${full.slice(dot + 1)}`, class: found };
}
