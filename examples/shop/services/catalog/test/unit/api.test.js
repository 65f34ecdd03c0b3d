import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { after, before, describe, test } from "node:test";
import { close, jsonServer, listen } from "../../src/http.js";
import { migrate, readMigrations } from "../../src/migrations.js";
import { routes } from "../../src/server.js";
import { openStock } from "../../src/stock.js";

const BROKEN = ["GET", "/broken", () => JSON.parse("{")];

describe("catalog-api", () => {
	const logged = [];
	let server;
	let url;
	before(async () => {
		const db = new DatabaseSync(":memory:");
		migrate(db, readMigrations());
		server = jsonServer([...routes(openStock(db), "1.2.3"), BROKEN], (error) => logged.push(error));
		url = await listen(server, { host: "127.0.0.1", port: 0 });
	});
	after(() => close(server));

	async function call(method, path, body) {
		const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
		const response = await fetch(url + path, { method, body: text });
		return [response.status, response.status === 204 ? undefined : await response.json()];
	}

	test("tells its health and its version", async () => {
		assert.deepEqual(await call("GET", "/healthz"), [
			200,
			{ status: "ok", service: "catalog", version: "1.2.3" },
		]);
	});

	test("products are put, read and listed", async () => {
		const mug = { sku: "big mug/blue", name: "Mug", price: 950, available: 3 };
		assert.deepEqual(await call("PUT", "/products/big%20mug%2Fblue", mug), [200, mug]);
		assert.deepEqual(await call("GET", "/products/big%20mug%2Fblue"), [200, mug]);
		assert.deepEqual(await call("GET", "/products"), [200, { products: [mug] }]);
	});

	test("a reservation is made and released", async () => {
		await call("PUT", "/products/cap", { name: "Cap", price: 1500, available: 2 });
		const [status, reservation] = await call("POST", "/reservations", { sku: "cap", quantity: 2 });
		assert.equal(status, 201);
		assert.equal((await call("GET", "/products/cap"))[1].available, 0);
		assert.deepEqual(await call("DELETE", `/reservations/${reservation.id}`), [204, undefined]);
		assert.equal((await call("GET", "/products/cap"))[1].available, 2);
	});

	const refusals = [
		[
			"more than there is",
			"POST",
			"/reservations",
			{ sku: "pin", quantity: 2 },
			409,
			/2 of pin asked for, 1 available/,
		],
		["an unknown SKU", "POST", "/reservations", { sku: "hat", quantity: 1 }, 404, /no product hat/],
		["a quantity of none", "POST", "/reservations", { sku: "pin", quantity: 0 }, 422, /at least 1/],
		["no body", "POST", "/reservations", undefined, 422, /at least 1/],
		["a broken body", "POST", "/reservations", "{", 400, /not valid JSON/],
		["a body that is too long", "POST", "/reservations", `"${"x".repeat(70_000)}"`, 413, /65536 bytes/],
		[
			"a product without a price",
			"PUT",
			"/products/pin",
			{ name: "Pin", available: 1 },
			422,
			/price in cents/,
		],
		[
			"a reservation that is not there",
			"DELETE",
			"/reservations/none",
			undefined,
			404,
			/no reservation none/,
		],
		["an unknown product", "GET", "/products/hat", undefined, 404, /no product hat/],
		["an unknown path", "GET", "/hats", undefined, 404, /nothing here/],
		["another method", "PATCH", "/products", undefined, 405, /PATCH is not offered/],
		["a path with broken encoding", "GET", "/products/%ff", undefined, 400, /percent-encoding/],
	];
	for (const [what, method, path, body, status, message] of refusals) {
		test(`refuses ${what}`, async () => {
			await call("PUT", "/products/pin", { name: "Pin", price: 100, available: 1 });
			const [got, answer] = await call(method, path, body);
			assert.equal(got, status);
			assert.match(answer.error, message);
		});
	}

	test("an error of its own is logged and not told", async () => {
		assert.deepEqual(await call("GET", "/broken"), [500, { error: "internal error" }]);
		assert.ok(logged.some((error) => error instanceof SyntaxError));
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
	const served = routes(undefined).map(([method, route]) => `${method} ${route}`);
	assert.deepEqual(described.sort(), served.sort());

	const manifest = readFileSync(new URL("../../sluice.service.yaml", import.meta.url), "utf8");
	const version = /^ {2}version: (\S+)$/m.exec(spec)[1];
	assert.ok(manifest.includes(`api: catalog-api, version: ${version}, spec: openapi.yaml`));
});
