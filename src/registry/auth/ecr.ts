import type { AmbientProvider } from "./ambient.js";
import { noAwsCredentials, ofAuthorization } from "./aws.js";
import { parseEcrHost } from "./ecr-host.js";

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
