import type { AmbientProvider } from "./ambient.js";
import { noAwsCredentials, ofAuthorization } from "./aws.js";

/** What stands in the name of a private registry of ECR. */
export interface EcrHost {
	account: string;
	region: string;
	fips: boolean;
}

/**
 * `<account>.dkr.ecr[-fips].<region>.amazonaws.com[.cn]`, or `<account>.dkr-ecr[-fips].<region>.on.aws` (dual
 * stack). Source: Amazon ECR user guide, "Private registries" and "Making requests over IPv6".
 */
export function parseEcrHost(host: string): EcrHost | undefined {
	const match =
		/^(\d{12})\.dkr\.ecr(-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/.exec(host) ??
		/^(\d{12})\.dkr-ecr(-fips)?\.([a-z0-9-]+)\.on\.(?:aws|amazonwebservices\.com\.cn)$/.exec(host);
	if (match === null) return undefined;
	const [, account = "", fips, region = ""] = match;
	return { account, region, fips: fips !== undefined };
}

/**
 * Amazon ECR, private: GetAuthorizationToken gives a password of 12 hours for all registries that the caller may
 * read or write.
 */
export const ecr: AmbientProvider = {
	cloud: "AWS",
	hint: "Configure them before this step (aws-actions/configure-aws-credentials); they need ecr:GetAuthorizationToken.",
	serves: (registry) => parseEcrHost(registry) !== undefined,
	async find(registry, { timeout }) {
		const host = parseEcrHost(registry);
		if (host === undefined) return undefined;
		const { ECRClient, GetAuthorizationTokenCommand } = await import("@aws-sdk/client-ecr");
		const client = new ECRClient({
			region: host.region,
			useFipsEndpoint: host.fips,
			requestHandler: { connectionTimeout: timeout, requestTimeout: timeout },
		});
		try {
			const answer = await client.send(new GetAuthorizationTokenCommand({}));
			return ofAuthorization(answer.authorizationData?.[0], "AWS (ecr:GetAuthorizationToken)");
		} catch (error) {
			if (noAwsCredentials(error)) return undefined;
			throw error;
		} finally {
			client.destroy();
		}
	},
};
