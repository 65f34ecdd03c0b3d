import type { Log } from "../runner/log.js";
import { createRegistryClient } from "./client.js";
import { openKeychain } from "./keychain.js";
import { openLayout } from "./layout.js";
import { parseReference } from "./name.js";

/** What a build left: an image in a registry or in an OCI layout. One module, so that it is loaded as a whole or not. */

/** The digest that a name has in its registry, or undefined where it has none. Throws RegistryError. */
export async function pushedDigest(
	reference: string,
	from: { environment: Readonly<Record<string, string | undefined>>; log: Log },
): Promise<string | undefined> {
	const mask = (secret: string) => from.log.mask(secret);
	const client = createRegistryClient({
		credentials: openKeychain({ env: from.environment, mask }),
		environment: from.environment,
		mask,
		log: from.log,
	});
	try {
		return (await client.headManifest(parseReference(reference)))?.digest;
	} finally {
		await client.close();
	}
}

/** The digest of the one image that an OCI layout holds, its manifest verified. Throws UserError for a broken layout. */
export async function layoutDigest(folder: string, directory: string): Promise<string> {
	const image = openLayout({ path: folder }, directory);
	const { digest } = await image.resolve();
	await image.manifest(digest);
	return digest;
}
