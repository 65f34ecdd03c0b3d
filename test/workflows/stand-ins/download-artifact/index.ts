import { join, matchesGlob, resolve } from "node:path";
import artifacts from "@actions/artifact";
import { getBooleanInput, getInput, info, setFailed, setOutput, warning } from "@actions/core";

try {
	for (const input of ["artifact-ids", "github-token", "run-id", "repository"]) {
		if (getInput(input) !== "") throw new Error(`this stand-in does not have the input '${input}'`);
	}
	const name = getInput("name");
	const pattern = getInput("pattern");
	const merge = getBooleanInput("merge-multiple");
	const folder = resolve(process.env.GITHUB_WORKSPACE ?? ".", getInput("path"));
	if (name !== "") {
		const { artifact } = await artifacts.getArtifact(name);
		await artifacts.downloadArtifact(artifact.id, { path: folder });
		info(`${name} is in ${folder}`);
	} else {
		const all = (await artifacts.listArtifacts({ latest: true })).artifacts;
		const wanted = pattern === "" ? all : all.filter((artifact) => matchesGlob(artifact.name, pattern));
		if (wanted.length === 0) warning(`No artifacts found${pattern === "" ? "" : ` for ${pattern}`}`);
		for (const artifact of wanted) {
			await artifacts.downloadArtifact(artifact.id, { path: merge ? folder : join(folder, artifact.name) });
			info(`${artifact.name} is in ${folder}`);
		}
	}
	setOutput("download-path", folder);
} catch (error) {
	setFailed(error instanceof Error ? error : String(error));
}
