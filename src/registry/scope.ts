/**
 * Scopes of bearer tokens: `repository:acme/shop:pull,push`.
 * Source: distribution's "Token Scope Documentation".
 */

export type Action = "pull" | "push" | "delete";

/** The scope of some actions on one repository. */
export function repositoryScope(repository: string, ...actions: Action[]): string {
	return `repository:${repository}:${actions.join(",")}`;
}

/** Whether a token for `held` can be used where `wanted` is needed. */
export function scopesCover(held: readonly string[], wanted: readonly string[]): boolean {
	return wanted.every((scope) => held.some((each) => covers(each, scope)));
}

/**
 * Both lists as one without repetitions. The registry's own demand stands first: some token services look
 * at the first scope only.
 */
export function joinScopes(demanded: readonly string[], wanted: readonly string[]): string[] {
	const joined = [...new Set(demanded)];
	for (const scope of wanted) if (!scopesCover(joined, [scope])) joined.push(scope);
	return joined;
}

function covers(held: string, wanted: string): boolean {
	if (held === wanted) return true;
	const [heldName, heldActions] = split(held);
	const [wantedName, wantedActions] = split(wanted);
	return heldName === wantedName && wantedActions.every((action) => heldActions.includes(action));
}

function split(scope: string): [name: string, actions: string[]] {
	const colon = scope.lastIndexOf(":");
	return [scope.slice(0, colon), scope.slice(colon + 1).split(",")];
}
