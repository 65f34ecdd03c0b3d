import { readFileSync } from "node:fs";
import { matchesGlob } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { JOURNAL_FILE } from "#src/promotion/journal.js";

/** The journal of a promotion that was cut off outlives its runner. */

interface Step {
	if?: string;
	uses?: string;
	with?: Record<string, unknown>;
}

const stepsOf = (file: string): Step[][] => {
	const { jobs } = parse(readFileSync(file, "utf8")) as { jobs: Record<string, { steps?: Step[] }> };
	return Object.values(jobs).map(({ steps }) => steps ?? []);
};
const isUpload = ({ uses }: Step) => uses?.startsWith("actions/upload-artifact@") === true;
const pinned = stepsOf(".github/workflows/verify.yml").flat().find(isUpload)?.uses;

it.each(["promote", "deliver"])("%s.yml uploads it after each promotion, however that ends", (name) => {
	const jobs = stepsOf(`.github/workflows/${name}.yml`);
	let promotions = 0;
	for (const steps of jobs) {
		const at = steps.findIndex(
			(step) => step.uses === "$/actions/promote" && step.with?.["dry-run"] !== true,
		);
		if (at < 0) continue;
		promotions += 1;
		const upload = steps.slice(at).find(isUpload);
		expect(upload?.uses).toBe(pinned);
		const path = String(upload?.with?.path);
		expect(upload?.if).toBe(`\${{ always() && hashFiles('${path}') != '' }}`);
		// Also one that a later promotion has set aside.
		for (const file of [JOURNAL_FILE, "sluice-promotion.0123456789ab.journal.json"])
			expect(matchesGlob(file, path)).toBe(true);
	}
	expect(promotions).toBe(1);
});
