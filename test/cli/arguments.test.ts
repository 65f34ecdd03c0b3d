import { expect, it } from "vitest";
import { parseArguments } from "#src/cli/arguments.js";

const SPECS = ["signing-key", "heal", "tags"].map((name) => ({ name, description: name }));
const PEM = "-----BEGIN PRIVATE KEY-----\nsecret\n-----END PRIVATE KEY-----\n";

it("takes a key in PEM for a value, however it is given", () => {
	for (const args of [["--signing-key", PEM], [`--signing-key=${PEM}`]]) {
		const { values } = parseArguments([...args, "--heal", "--tags", "1"], SPECS);
		expect(values).toEqual(new Map(Object.entries({ "signing-key": PEM, heal: "true", tags: "1" })));
	}
});

it("takes a flag behind a flag for a flag, and names one that it does not know", () => {
	expect(parseArguments(["--heal", "--tags=1"], SPECS).values.get("heal")).toBe("true");
	expect(() => parseArguments(["--heel"], SPECS)).toThrow(/There is no flag --heel/);
});
