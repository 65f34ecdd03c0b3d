import { expect, it } from "vitest";
import { versionResultSchema } from "#src/actions/version/result.js";
import { MANIFEST, makeWorkspace } from "../../versions/workspace.ts";

it("the trace says which commits counted, by which rule and files, and which did not", async () => {
	await using work = makeWorkspace({
		"a/sluice.service.yaml": MANIFEST("a", "inputs: [/pb/x.proto]\n"),
		"b/sluice.service.yaml": MANIFEST("b"),
	});
	work.git("tag", "a/v1.0.0");
	work.git("tag", "b/v1.0.0");
	const many = Object.fromEntries(["1", "2", "3", "4", "5"].map((name) => [`a/${name}.txt`, "x"]));
	const feature = work.commit("feat: many", { ...many, "a/README.md": "x", "b/one|<b>.txt": "x" });
	const docs = work.commit("docs: words", { "a/docs/a.md": "y" });
	const shared = work.commit("fix: proto", { "pb/x.proto": "x" });
	work.push();
	const run = await work.version();
	const { services } = versionResultSchema.parse(run.result);
	expect(services[0]?.base?.tag).toBe("a/v1.0.0");
	expect(services[0]?.commits).toEqual([
		{
			commit: shared,
			header: "fix: proto",
			bump: "patch",
			counted: true,
			rule: "fix",
			files: ["pb/x.proto"],
		},
		{
			commit: docs,
			header: "docs: words",
			bump: "none",
			counted: false,
			rule: "only ignored files",
			files: ["a/docs/a.md"],
		},
		{
			commit: feature,
			header: "feat: many",
			bump: "minor",
			counted: true,
			rule: "feat",
			files: ["a/1.txt", "a/2.txt", "a/3.txt"],
		},
	]);
	expect(services[1]?.commits.map((each) => each.files)).toEqual([["b/one|<b>.txt"]]);
	expect(run.summary).toContain("| commit | title | bump | rule | files |");
	expect(run.summary).toContain("<code>pb/x.proto</code>");
	expect(run.summary).not.toContain("<b>");
});
