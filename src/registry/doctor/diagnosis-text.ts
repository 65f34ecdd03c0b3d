import { escapeMarkdown, table } from "../../runner/markdown.js";
import { problemList } from "../../runner/problem-list.js";
import type { Diagnosis } from "./diagnosis.js";

/** What the doctor found, for people: what one may do, what the registry can, and the requests. Pure. */
export function diagnosisText(found: Diagnosis): string {
	const { authentication, registry, repository } = found;
	const scheme =
		authentication.tokenService === null
			? authentication.scheme
			: `${authentication.scheme} (tokens from ${authentication.tokenService})`;
	const parts = [
		`## ${escapeMarkdown(`${registry}/${repository}`)}`,
		`Authentication: ${escapeMarkdown(scheme)}; credentials: ${escapeMarkdown(authentication.credentials ?? "none, asked anonymously")}`,
		problemList(found.problems),
		table(
			["Permission", "", "Seen"],
			found.permissions.map(({ permission, answer, detail }) => [permission, answer, escapeMarkdown(detail)]),
		),
		table(
			["Capability", "", "Seen"],
			found.capabilities.map(({ capability, answer, detail }) => [
				capability,
				answer,
				escapeMarkdown(detail),
			]),
		),
		`<details><summary>${found.requests.length} requests</summary>\n\n${table(
			["Request", "Status", "ms"],
			found.requests.map(({ method, url, status, milliseconds }) => [
				escapeMarkdown(`${method} ${url}`),
				status === null ? "no answer" : String(status),
				String(milliseconds),
			]),
		)}\n\n</details>`,
	];
	return `${parts.filter((each) => each !== "").join("\n\n")}\n`;
}

/** One line: what one may do. */
export function diagnosisHeadline({ registry, repository, permissions }: Diagnosis): string {
	const may = permissions.filter(({ answer }) => answer === "yes").map(({ permission }) => permission);
	return `${registry}/${repository}: ${may.length === 0 ? "nothing is permitted" : `${may.join(", ")} permitted`}`;
}
