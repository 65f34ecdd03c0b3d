import artifacts from "@actions/artifact";
import {
	getBooleanInput,
	getInput,
	getMultilineInput,
	info,
	setFailed,
	setOutput,
	warning,
} from "@actions/core";
import { search } from "./search.ts";

try {
	const name = getInput("name");
	const lines = getMultilineInput("path", { required: true });
	const missing = getInput("if-no-files-found");
	const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd();
	const { files, root } = search(lines, workspace, getBooleanInput("include-hidden-files"));
	if (files.length === 0) {
		const message = `No files were found with the provided path: ${lines.join(" ")}. No artifacts will be uploaded.`;
		if (missing === "error") setFailed(message);
		else if (missing === "warn") warning(message);
		else if (missing === "ignore") info(message);
		else setFailed(`if-no-files-found is warn, error or ignore, not '${missing}'`);
	} else {
		if (getBooleanInput("overwrite")) {
			const { artifacts: all } = await artifacts.listArtifacts();
			if (all.some((artifact) => artifact.name === name)) await artifacts.deleteArtifact(name);
		}
		const uploaded = await artifacts.uploadArtifact(name, files, root, {
			compressionLevel: Number(getInput("compression-level")),
		});
		info(`${files.length} files from ${root} are the artifact ${name}`);
		setOutput("artifact-id", uploaded.id ?? "");
		setOutput("artifact-digest", uploaded.digest ?? "");
	}
} catch (error) {
	setFailed(error instanceof Error ? error : String(error));
}
