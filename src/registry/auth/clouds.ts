import type { Cloud } from "./ambient.js";

/** The clouds whose libraries are small enough for every bundle. Google's stands apart, in google-cloud.ts. */

export const AMAZON: Cloud = {
	owns: (host) => /\.(?:amazonaws\.com(?:\.cn)?|on\.(?:aws|amazonwebservices\.com\.cn))$/.test(host),
	load: async () => (await import("./ecr.js")).ecr,
};

export const AMAZON_PUBLIC: Cloud = {
	owns: (host) => host === "public.ecr.aws",
	load: async () => (await import("./ecr-public.js")).ecrPublic,
};

export const AZURE: Cloud = {
	owns: (host) => /\.azurecr\.(?:io|cn|us)$/.test(host),
	load: async () => (await import("./azure.js")).azure,
};
