import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { close, jsonServer, listen } from "../../src/http.js";
import { OrderRefused } from "../../src/orders.js";
import { routes } from "../../src/server.js";

describe("checkout-api", () => {
	const placed = [];
	const logged = [];
	let server;
	let url;
	before(async () => {
		const orders = {
			place: async (order) => {
				if (order.sku.startsWith("refuse:")) throw new OrderRefused(order.sku.slice(7), "refused");
				if (order.sku === "broken") throw new TypeError("a defect");
				placed.push(order);
				return { id: "o1" };
			},
			find: (id) => (id === "o1" ? { id } : undefined),
		};
		const stockLevels = { available: (sku) => (sku === "mug" ? 3 : undefined) };
		server = jsonServer(routes(orders, stockLevels, "1.2.3"), (error) => logged.push(error));
		url = await listen(server, { host: "127.0.0.1", port: 0 });
	});
	after(() => close(server));

	async function call(method, path, body) {
		const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
		const response = await fetch(url + path, { method, body: text });
		return [response.status, await response.json()];
	}

	test("tells its health and its version", async () => {
		assert.deepEqual(await call("GET", "/healthz"), [
			200,
			{ status: "ok", service: "checkout", version: "1.2.3" },
		]);
	});

	test("hands an order over and answers with it", async () => {
		const order = { sku: "mug", quantity: 2, currency: "USD", card: "4242" };
		assert.deepEqual(await call("POST", "/orders", { ...order, price: 1 }), [201, { id: "o1" }]);
		assert.deepEqual(placed, [order]);
		assert.deepEqual(await call("GET", "/orders/o1"), [200, { id: "o1" }]);
	});

	test("tells what is available", async () => {
		assert.deepEqual(await call("GET", "/availability/mug"), [200, { sku: "mug", available: 3 }]);
	});

	const good = { sku: "mug", quantity: 1, card: "4242" };
	const refusals = [
		["an unknown product", "GET", "/availability/hat", undefined, 404],
		["an unknown order", "GET", "/orders/o2", undefined, 404],
		["an unknown path", "GET", "/hats", undefined, 404],
		["another method", "DELETE", "/orders", undefined, 405],
		["a path with broken encoding", "GET", "/orders/%ff", undefined, 400],
		["no body", "POST", "/orders", undefined, 422],
		["a broken body", "POST", "/orders", "{", 400],
		["a body that is too long", "POST", "/orders", `"${"x".repeat(70_000)}"`, 413],
		["no card", "POST", "/orders", { sku: "mug", quantity: 1 }, 422],
		["a quantity of none", "POST", "/orders", { ...good, quantity: 0 }, 422],
		["a currency in words", "POST", "/orders", { ...good, currency: "euro" }, 422],
		["what the catalog does not know", "POST", "/orders", { ...good, sku: "refuse:unknown-product" }, 404],
		["what is sold out", "POST", "/orders", { ...good, sku: "refuse:out-of-stock" }, 409],
		["a currency without a rate", "POST", "/orders", { ...good, sku: "refuse:currency" }, 422],
		["a declined card", "POST", "/orders", { ...good, sku: "refuse:declined" }, 402],
		["while a part is out of reach", "POST", "/orders", { ...good, sku: "refuse:unavailable" }, 503],
	];
	for (const [what, method, path, body, status] of refusals) {
		test(`refuses ${what}`, async () => {
			const [got, answer] = await call(method, path, body);
			assert.equal(got, status);
			assert.equal(typeof answer.error, "string");
		});
	}

	test("an error of its own is logged and not told", async () => {
		assert.deepEqual(await call("POST", "/orders", { ...good, sku: "broken" }), [
			500,
			{ error: "internal error" },
		]);
		assert.ok(logged.some((error) => error.message === "a defect"));
	});

	test("a taken port is an error", async () => {
		const { port } = server.address();
		await assert.rejects(listen(jsonServer([]), { host: "127.0.0.1", port }), /EADDRINUSE/);
	});
});

test("openapi.yaml has exactly the routes of the server, and the manifest its version", () => {
	const spec = readFileSync(new URL("../../openapi.yaml", import.meta.url), "utf8");
	const described = [];
	let path;
	for (const line of spec.split("\n")) {
		path = /^ {2}(\/\S*):$/.exec(line)?.[1] ?? path;
		const method = /^ {4}(get|put|post|delete):$/.exec(line)?.[1];
		if (method) described.push(`${method.toUpperCase()} ${path}`);
	}
	const served = routes().map(([method, route]) => `${method} ${route}`);
	assert.deepEqual(described.sort(), served.sort());

	const manifest = readFileSync(new URL("../../sluice.service.yaml", import.meta.url), "utf8");
	const version = /^ {2}version: (\S+)$/m.exec(spec)[1];
	assert.ok(manifest.includes(`api: checkout-api, version: ${version}, spec: openapi.yaml`));
});
