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
		/^(\d{12})\.dkr\.ecr(-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?(?::443)?$/.exec(host) ??
		/^(\d{12})\.dkr-ecr(-fips)?\.([a-z0-9-]+)\.on\.(?:aws|amazonwebservices\.com\.cn)(?::443)?$/.exec(host);
	if (match === null) return undefined;
	const [, account = "", fips, region = ""] = match;
	return { account, region, fips: fips !== undefined };
}

/** Whether a registry is Amazon ECR Public, which has one host. */
export function isEcrPublic(host: string): boolean {
	return /^public\.ecr\.aws(?::443)?$/.test(host);
}
