import { isEcrPublic, parseEcrHost } from "./auth/ecr-host.js";

/**
 * What an account needs at a registry, in that registry's own words, by its name. For the hints of errors and for
 * the doctor. Pure.
 */
export interface Advice {
	/** For people: `GitHub's container registry`. */
	product: string;
	/** How credentials are had in a workflow. */
	credentials: string;
	/** What reading needs. */
	pull: string;
	/** What writing needs. */
	push: string;
	/** Where pushing makes no repositories: who makes them. To follow "the repository is missing, and". */
	absent?: string;
}

/** `host` knows registries by their names, without the port 443. */
const KNOWN: readonly (Advice & { host: Pick<RegExp, "test"> })[] = [
	{
		host: /^ghcr\.io$|^containers\.[^.]+\.ghe\.com$/,
		product: "GitHub's container registry",
		credentials: "any user name, and the workflow's github.token as password",
		pull: "the job needs `permissions: packages: read`, and a package of another repository must give this one read access (package settings, Manage Actions access)",
		push: "the job needs `permissions: packages: write`, and an existing package must give this repository the role Write (package settings, Manage Actions access)",
	},
	{
		host: /^docker\.io$/,
		product: "Docker Hub",
		credentials: "your user name and an access token",
		pull: "an access token with the scope Read; without an account the limit of pulls is low",
		push: "an access token with the scope Read & Write of an account that may write to the repository",
	},
	{
		host: { test: (host) => parseEcrHost(host) !== undefined },
		product: "Amazon ECR",
		credentials: "aws-actions/configure-aws-credentials before this step",
		pull: "ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer",
		push: "besides those for reading ecr:BatchCheckLayerAvailability, ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload and ecr:PutImage; the repository must exist, ECR makes none by itself",
		absent:
			"Amazon ECR makes none by a push, unless a creation template of the registry says so: make it before (`aws ecr create-repository --repository-name NAME`)",
	},
	{
		host: { test: isEcrPublic },
		product: "Amazon ECR Public",
		credentials: "aws-actions/configure-aws-credentials before this step",
		pull: "nothing; with ecr-public:GetAuthorizationToken and sts:GetServiceBearerToken the limits are higher",
		push: "ecr-public:GetAuthorizationToken, sts:GetServiceBearerToken, ecr-public:BatchCheckLayerAvailability, ecr-public:InitiateLayerUpload, ecr-public:UploadLayerPart, ecr-public:CompleteLayerUpload and ecr-public:PutImage; the repository must exist",
		absent:
			"Amazon ECR Public makes none by a push: make it before (`aws ecr-public create-repository --repository-name NAME`, region us-east-1)",
	},
	{
		host: /\.pkg\.dev$|(?:^|\.)gcr\.io$/,
		product: "Google Artifact Registry",
		credentials: "google-github-actions/auth before this step",
		pull: "the role Artifact Registry Reader",
		push: "the role Artifact Registry Writer; the repository must exist",
		absent:
			"Artifact Registry makes none by a push: make it before (`gcloud artifacts repositories create NAME --repository-format=docker --location=LOCATION`; NAME is what follows the project in the image's name)",
	},
	{
		host: /\.azurecr\.(?:io|cn|us)$/,
		product: "Azure Container Registry",
		credentials:
			"`az acr login` before this step, or AZURE_TENANT_ID, AZURE_CLIENT_ID and a secret or a federated token",
		pull: "the role AcrPull",
		push: "the role AcrPush",
	},
	{
		host: /^quay\.io$/,
		product: "Quay",
		credentials: "a robot account",
		pull: "a robot account with the permission Read on the repository",
		push: "a robot account with the permission Write on the repository; a new repository is made only for one with Creator in the organisation",
	},
	{
		host: /^registry\.gitlab\.com$/,
		product: "GitLab's container registry",
		credentials: "a deploy token or a project access token",
		pull: "the scope read_registry",
		push: "the scopes read_registry and write_registry and the role Developer",
	},
	{
		host: /^image-registry\.openshift-image-registry\.svc(?::\d+)?$|^default-route-openshift-image-registry\./,
		product: "OpenShift's internal registry",
		credentials: "any user name and the token of a service account (`oc whoami -t`)",
		pull: "the role system:image-puller in the project",
		push: "the role system:image-builder in the project",
	},
];

/** What is known of a registry (`host[:port]`); undefined for one without a product's own name. */
export function adviceFor(registry: string): Advice | undefined {
	const name = registry.replace(/:443$/, "");
	return KNOWN.find(({ host }) => host.test(name));
}
