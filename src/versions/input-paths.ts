import picomatch from "picomatch";
import { isGlob } from "../catalog/paths.js";
import type { Service } from "../catalog/service.js";

/** More paths than this cost git more than they save. */
const MOST_PATHS = 40;

/**
 * The paths of everything that may be an input of the services, from the root of the repository; undefined where
 * that is everything, or more than is worth it, or where words in commits that touch nothing count as well.
 */
export function inputPaths(
	all: readonly Service[],
	services: readonly Service[],
	prefix: string,
): readonly string[] | undefined {
	if (all.length === 1) return undefined;
	const byName = new Map(all.map((service) => [service.name, service]));
	const found = new Set<Service>();
	const queue = [...services];
	for (let service = queue.pop(); service !== undefined; service = queue.pop()) {
		if (found.has(service)) continue;
		found.add(service);
		for (const name of service.buildsFrom) {
			const provider = byName.get(name);
			if (provider !== undefined) queue.push(provider);
		}
	}
	const paths = new Set<string>();
	for (const { path, inputs } of found) {
		for (const each of [path, ...inputs]) paths.add(isGlob(each) ? picomatch.scan(each).base : each);
	}
	if (paths.size > MOST_PATHS || paths.has("") || paths.has(".")) return undefined;
	if ([...paths].some((path) => path.includes("\n"))) return undefined;
	return [...paths].map((path) => `${prefix}${path}`);
}
