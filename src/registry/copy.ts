import { collectDigests } from "./contents.js";
import { ContentsCopy } from "./contents-copy.js";
import type { CopyOptions, CopyResult } from "./copy-result.js";
import type { Descriptor } from "./manifest.js";
import type { Repository } from "./name.js";
import { ReferrersCopy } from "./referrers-copy.js";
import type { ImageSource } from "./source.js";

export type { CopiedReferrer, CopyOptions, CopyResult, LeftOut } from "./copy-result.js";

/**
 * Copies everything that a root manifest reaches into a repository: blobs, then child manifests, then the root
 * by digest, then, if wanted, referrers. It never sets a tag, but for the OCI fallback tag `sha256-<hex>`
 * where the destination does not list referrers by itself, and cosign's `sha256-<hex>.sig` and the like. The
 * first failure stops the rest, and nothing runs on when it is thrown; what was copied stays, and the same call
 * completes it.
 * @throws RegistryError, UserError
 */
export async function copyContents(
	source: ImageSource,
	root: Descriptor,
	destination: Repository,
	options: CopyOptions,
): Promise<CopyResult> {
	const contents = new ContentsCopy(source, destination, options);
	if (options.complete !== true) await contents.read(root);
	if (options.referrers === true) {
		const referrers = new ReferrersCopy(source, destination, options, contents);
		await referrers.bring(await collectDigests(source, root));
	}
	return contents.result;
}
