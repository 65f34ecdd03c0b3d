import { type Layer, type Pushed, pushImage, randomLayer } from "./images.ts";

/** What is copied, and how. */
export interface Scenario {
	name: string;
	title: string;
	/** Milliseconds that a relay adds each way, before both registries. */
	delay: number;
	/** Copied once before the clock runs. */
	again: boolean;
	/** Both registries speak TLS. */
	secure: boolean;
	/** At most this part of the fastest peer's time. */
	bound: number;
	images(host: string): Promise<Pushed[]>;
}

const MB = 1024 * 1024;

async function many(host: string): Promise<Pushed[]> {
	const base: Layer[] = [4 * MB, 2 * MB, MB, 30_000].map(randomLayer);
	const pushed: Pushed[] = [];
	for (let at = 0; at < 50; at += 1) {
		const own = [randomLayer(MB), randomLayer(20_000)];
		pushed.push(await pushImage(host, `shop/service-${at}`, [...base, ...own]));
	}
	return pushed;
}

async function large(host: string): Promise<Pushed[]> {
	const layers = Array.from({ length: 8 }, () => randomLayer(125_000_000));
	return [await pushImage(host, "shop/large", layers)];
}

export const SCENARIOS: readonly Scenario[] = [
	{
		name: "large",
		title: "1 GB in 8 layers over https, no delay",
		delay: 0,
		again: false,
		secure: true,
		bound: 1,
		images: large,
	},
	{
		name: "clear",
		title: "the same over http",
		delay: 0,
		again: false,
		secure: false,
		bound: 1,
		images: large,
	},
	{
		name: "many",
		title: "50 images that share 4 base layers, 20 ms each way",
		delay: 20,
		again: false,
		secure: false,
		bound: 0.5,
		images: many,
	},
	{
		name: "again",
		title: "the same 50 images once more, 20 ms each way",
		delay: 20,
		again: true,
		secure: false,
		bound: 0.5,
		images: many,
	},
	{
		name: "layers",
		title: "an image of 200 layers of 20 kB, 20 ms each way",
		delay: 20,
		again: false,
		secure: false,
		bound: 0.5,
		images: async (host) => [
			await pushImage(
				host,
				"shop/layers",
				Array.from({ length: 200 }, () => randomLayer(20_000)),
			),
		],
	},
];
