import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnTool, tool } from "./tools.ts";

/** What another client says of an image; `referrers` where it lists them. */
export interface ReadBack {
	digest: string;
	tags: string[];
	referrers?: string[];
}

/** What crane, regctl, oras and skopeo say of a tag, each as a process of its own. */
export async function readBack(
	at: { registry: string; repository: string },
	tag: string,
	registries: readonly { host: string }[],
	user: { username: string; password: string },
): Promise<Map<string, ReadBack>> {
	const folder = await mkdtemp(join(tmpdir(), "read-back-"));
	const auth = Buffer.from(`${user.username}:${user.password}`).toString("base64");
	const auths = Object.fromEntries(registries.map(({ host }) => [host, { auth }]));
	const file = join(folder, "config.json");
	await writeFile(file, JSON.stringify({ auths }));
	const env = { PATH: process.env.PATH, HOME: folder, DOCKER_CONFIG: folder, REGISTRY_AUTH_FILE: file };
	const run = async (name: string, ...args: string[]) => {
		const { code, output } = await spawnTool(tool(name), args, { cwd: folder, env });
		if (code !== 0) throw new Error(`${name} ${args.join(" ")} ended with ${code}: ${output}`);
		return output.trim();
	};
	const repository = `${at.registry}/${at.repository}`;
	const image = `${repository}:${tag}`;
	const insecure = ["--verbosity", "error", "--host", `reg=${at.registry},tls=disabled`];
	const lines = (text: string) => text.split("\n").filter((line) => line !== "");
	try {
		const found = new Map<string, ReadBack>();
		found.set("crane", {
			digest: await run("crane", "digest", image),
			tags: lines(await run("crane", "ls", repository)),
		});
		found.set("regctl", {
			digest: await run("regctl", ...insecure, "manifest", "head", image),
			tags: lines(await run("regctl", ...insecure, "tag", "ls", repository)),
			referrers: lines(
				await run(
					"regctl",
					...[...insecure, "artifact", "list", image],
					...["--format", "{{range .Descriptors}}{{println .Digest}}{{end}}"],
				),
			),
		});
		const discovered = JSON.parse(
			await run("oras", "discover", "--plain-http", "--format", "json", image),
		) as {
			referrers?: { digest: string }[];
			manifests?: { digest: string }[];
		};
		found.set("oras", {
			digest: await run("oras", "resolve", "--plain-http", image),
			tags: lines(await run("oras", "repo", "tags", "--plain-http", repository)),
			referrers: (discovered.referrers ?? discovered.manifests ?? []).map(({ digest }) => digest),
		});
		const raw = await run("skopeo", "inspect", "--raw", "--tls-verify=false", `docker://${image}`);
		const listed = JSON.parse(
			await run("skopeo", "list-tags", "--tls-verify=false", `docker://${repository}`),
		) as { Tags: string[] };
		found.set("skopeo", {
			digest: `sha256:${createHash("sha256").update(raw).digest("hex")}`,
			tags: listed.Tags,
		});
		return found;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
