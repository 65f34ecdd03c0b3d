import type { AmbientProvider } from "./ambient.js";
import { isDenied, noAwsCredentials, ofAuthorization } from "./aws.js";
import { isEcrPublic } from "./ecr-host.js";

/** The only region with the API. Source: Amazon ECR Public user guide, "Registry authentication". */
const REGION = "us-east-1";

/** Amazon ECR Public. Everybody may read there anonymously; with credentials the rate limits are higher. */
export const ecrPublic: AmbientProvider = {
	cloud: "AWS",
	hint: "They need ecr-public:GetAuthorizationToken and sts:GetServiceBearerToken.",
	serves: isEcrPublic,
	async find(registry, { timeout, warn }) {
		const { ECRPUBLICClient, GetAuthorizationTokenCommand } = await import("@aws-sdk/client-ecr-public");
		const client = new ECRPUBLICClient({
			region: REGION,
			requestHandler: { connectionTimeout: timeout, requestTimeout: timeout },
		});
		try {
			const answer = await client.send(new GetAuthorizationTokenCommand({}));
			return ofAuthorization(answer.authorizationData, "AWS (ecr-public:GetAuthorizationToken)");
		} catch (error) {
			if (noAwsCredentials(error)) return undefined;
			// Credentials for something else must not stop what everybody may read.
			if (isDenied(error)) {
				warn(`${registry} is asked anonymously: AWS does not let this identity log in there. ${this.hint}`);
				return undefined;
			}
			throw error;
		} finally {
			client.destroy();
		}
	},
};
