import type { Cloud } from "./ambient.js";

export const GOOGLE: Cloud = {
	owns: (host) => host === "gcr.io" || /\.(?:gcr\.io|pkg\.dev)$/.test(host),
	load: async () => (await import("./google.js")).google,
};
