/**
 * What Cobertura written by this suite says of what it counts. The format tells "nothing to cover" from "not looked
 * at" neither for branches (tools that look at none write zeros, too) nor for functions, so its free text `version`
 * does. Pure.
 */

/** What a report counts, were it that there are none. */
export interface Counted {
	branches: boolean;
	functions: boolean;
}

const OWN = "sluice";

/** The attribute `version`: `sluice with branches and functions`. */
export function coberturaVersion({ branches, functions }: Counted): string {
	const kinds = [branches ? "branches" : "", functions ? "functions" : ""].filter((each) => each !== "");
	return kinds.length === 0 ? OWN : `${OWN} with ${kinds.join(" and ")}`;
}

/** The other way round; of other tools' versions nothing is known. */
export function countedBy(version: string | undefined): Counted {
	const kinds = version?.startsWith(`${OWN} with `) === true ? version.split(" ") : [];
	return { branches: kinds.includes("branches"), functions: kinds.includes("functions") };
}
