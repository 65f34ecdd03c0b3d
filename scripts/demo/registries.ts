/** What a registry holds, read over its API by plain HTTP. */
export type Holdings = Map<string, { tag: string; digest: string }[]>;

/** The repositories that the demo may fill; the embedded registry has no catalogue to ask. */
const REPOSITORIES = ["shop/catalog", "shop/checkout", "shop/payments"];
const ACCEPT = "application/vnd.oci.image.manifest.v1+json, application/vnd.oci.image.index.v1+json";

/** Every tag of the shop's repositories with the digest it points at. */
export async function readRegistry(url: string): Promise<Holdings> {
	const holdings: Holdings = new Map();
	for (const repository of REPOSITORIES) {
		const response = await fetch(`${url}/v2/${repository}/tags/list`);
		if (response.status === 404) continue;
		const { tags } = (await response.json()) as { tags: string[] | null };
		const entries = await Promise.all(
			(tags ?? []).map(async (tag) => {
				const head = await fetch(`${url}/v2/${repository}/manifests/${tag}`, {
					method: "HEAD",
					headers: { accept: ACCEPT },
				});
				return { tag, digest: head.headers.get("docker-content-digest") ?? `HTTP ${head.status}` };
			}),
		);
		if (entries.length > 0) holdings.set(repository, entries);
	}
	return holdings;
}

/** A table of environments, images, tags and digests. */
export async function showRegistries(urls: Readonly<Record<string, string>>): Promise<string> {
	const rows = [["environment", "registry", "image", "tag", "digest"]];
	for (const [environment, url] of Object.entries(urls)) {
		const holdings = await readRegistry(url);
		if (holdings.size === 0) rows.push([environment, new URL(url).host, "(nothing)", "", ""]);
		for (const [repository, entries] of holdings) {
			for (const { tag, digest } of entries)
				rows.push([environment, new URL(url).host, repository, tag, digest.slice(0, 19)]);
		}
	}
	const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
	return rows
		.map(
			(row) =>
				`  ${row
					.map((cell, column) => cell.padEnd(widths[column] ?? 0))
					.join("  ")
					.trimEnd()}`,
		)
		.join("\n");
}
