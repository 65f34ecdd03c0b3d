import type { Cloud } from "./ambient.js";
import { isEcrPublic, parseEcrHost } from "./ecr-host.js";

/** The clouds whose libraries are small enough for every bundle. Google's stands apart, in google-cloud.ts. */

export const AMAZON: Cloud = {
	owns: (host) => parseEcrHost(host) !== undefined,
	load: async () => (await import("./ecr.js")).ecr,
};

export const AMAZON_PUBLIC: Cloud = {
	owns: isEcrPublic,
	load: async () => (await import("./ecr-public.js")).ecrPublic,
};

export const AZURE: Cloud = {
	owns: (host) => /\.azurecr\.(?:io|cn|us)$/.test(host),
	load: async () => (await import("./azure.js")).azure,
};
