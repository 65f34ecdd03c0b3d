import type { Service } from "../../catalog/service.js";
import type { Environment } from "../../catalog/settings.js";
import type { Party } from "../../graph/compatibility.js";
import { highestRelease, repositoryIn } from "../../promotion/destination.js";
import { parseRepository, type Repository } from "../../registry/name.js";
import { UserError } from "../../runner/errors.js";

/** What runs at a destination, as its tags tell. */

export interface ResidentPorts {
	/** What a version of a service uses and provides, by the manifest of its commit. */
	contractsOf(service: string, version: string): Promise<Party["contracts"]>;
	/** The tags of a repository; none where it does not exist. */
	listTags(repository: Repository): Promise<readonly string[]>;
}

/** How a registry says that one may not look. */
const DENIED: ReadonlySet<string> = new Set(["registry-unauthorized", "registry-denied"]);

/** Tags that hold what refers to an image: of registries without the referrers API, and of cosign. */
const OF_A_DIGEST = /^sha256-[0-9a-f]{64}/;

/** What runs there of these services, in their order, without those of which nothing does. */
export type Residents = (services: readonly Service[]) => Promise<Party[]>;

/** Looks at each service once, however often it is asked for. */
export function residentsOf(to: Environment, ports: ResidentPorts): Residents {
	const looked = new Map<string, ReturnType<typeof residentOf>>();
	const look = (service: Service) => {
		const found = looked.get(service.name) ?? residentOf(service, to, ports);
		looked.set(service.name, found);
		return found;
	};
	return async (services) => (await Promise.all(services.map(look))).filter((each) => each !== undefined);
}

/** What runs at the destination of a service, by its tags there; undefined where nothing does. */
async function residentOf(
	service: Service,
	to: Environment,
	ports: ResidentPorts,
): Promise<Party | undefined> {
	if (service.image === undefined) return undefined;
	const resident = (version: string | undefined, contracts: Party["contracts"]): Party => ({
		service: service.name,
		version: version ?? "of an unknown version",
		candidate: false,
		contracts,
	});
	const repository = repositoryIn(to, parseRepository(service.image));
	const templates = "run" in service.promote ? undefined : service.promote.tags;
	let tags: readonly string[];
	try {
		tags = (await ports.listTags(repository)).filter((tag) => !OF_A_DIGEST.test(tag));
	} catch (thrown) {
		// Who promotes one service may not be allowed to see the others. Any other failure passes, and is told.
		if (!(thrown instanceof UserError) || !DENIED.has(thrown.code)) throw thrown;
		return resident(undefined, { unknown: `its tags there can't be listed: ${thrown.message}` });
	}
	const version = highestRelease(tags, templates);
	if (version !== undefined) return resident(version, await ports.contractsOf(service.name, version));
	return tags.length === 0
		? undefined
		: resident(undefined, { unknown: "none of its tags there is a release" });
}
