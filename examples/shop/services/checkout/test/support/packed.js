/** The files of a service as its image has them. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./processes.js";

/** Unpacks the one image of an OCI layout below a folder, and returns the folder with the service's files. */
export async function unpackImage(layout, target) {
	const blob = ({ digest }) => join(layout, "blobs", ...digest.split(":"));
	const read = (file) => JSON.parse(readFileSync(file, "utf8"));
	const [manifest] = read(join(layout, "index.json")).manifests;
	mkdirSync(target, { recursive: true });
	for (const layer of read(blob(manifest)).layers) {
		await run("tar", ["-xzf", blob(layer), "-C", target], { cwd: target, env: {} });
	}
	return { folder: join(target, "app"), digest: manifest.digest };
}
