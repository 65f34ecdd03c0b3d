// The service as a process of its own, on a database file that outlives it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, test } from "node:test";

const MAIN = join(import.meta.dirname, "..", "..", "src", "main.js");

describe("catalog on a database file", () => {
	let folder;
	let file;
	const running = new Set();
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "catalog-"));
		file = join(folder, "shop.db");
	});
	afterEach(async () => {
		for (const child of running) await stop(child);
		rmSync(folder, { recursive: true, force: true });
	});

	function start(command) {
		const child = spawn(process.execPath, [MAIN, command], {
			env: { ...process.env, SHOP_DB: file, HOST: "127.0.0.1", PORT: "0" },
			stdio: ["ignore", "pipe", "pipe"],
		});
		running.add(child);
		return child;
	}

	async function stop(child) {
		running.delete(child);
		if (child.exitCode !== null) return child.exitCode;
		child.kill("SIGTERM");
		const [code] = await once(child, "exit");
		return code;
	}

	async function migrate() {
		const [code] = await once(start("migrate"), "exit");
		assert.equal(code, 0);
	}

	async function serve() {
		const child = start("serve");
		const [line] = await once(createInterface({ input: child.stdout }), "line");
		return { child, url: line.replace("catalog listening on ", "") };
	}

	async function call(url, method, path, body) {
		const response = await fetch(url + path, { method, body: body && JSON.stringify(body) });
		return [response.status, await response.json()];
	}

	test("stock survives a restart", async () => {
		await migrate();
		const first = await serve();
		await call(first.url, "PUT", "/products/mug", { name: "Mug", price: 950, available: 5 });
		await call(first.url, "POST", "/reservations", { sku: "mug", quantity: 2 });
		assert.equal(await stop(first.child), 0);

		const second = await serve();
		assert.deepEqual(await call(second.url, "GET", "/products/mug"), [
			200,
			{ sku: "mug", name: "Mug", price: 950, available: 3 },
		]);
	});

	test("two processes never sell the last item twice", async () => {
		await migrate();
		const [left, right] = await Promise.all([serve(), serve()]);
		await call(left.url, "PUT", "/products/mug", { name: "Mug", price: 950, available: 10 });
		const answers = await Promise.all(
			Array.from({ length: 30 }, (_, index) =>
				call(index % 2 === 0 ? left.url : right.url, "POST", "/reservations", { sku: "mug", quantity: 1 }),
			),
		);
		const statuses = answers.map(([status]) => status).sort();
		assert.deepEqual(statuses, [...Array(10).fill(201), ...Array(20).fill(409)]);
	});

	test("others read the levels while the service runs", async () => {
		await migrate();
		const { url } = await serve();
		await call(url, "PUT", "/products/mug", { name: "Mug", price: 950, available: 5 });
		const reader = new DatabaseSync(file, { readOnly: true });
		const row = reader.prepare("SELECT available FROM stock_levels WHERE sku = ?").get("mug");
		reader.close();
		assert.equal(row.available, 5);
	});

	test("without migrations it does not start, and says why", async () => {
		const child = start("serve");
		const [[code], [line]] = await Promise.all([
			once(child, "exit"),
			once(createInterface({ input: child.stderr }), "line"),
		]);
		assert.equal(code, 2);
		assert.match(line, /schema stock lacks 0001_items\.sql/);
	});
});
