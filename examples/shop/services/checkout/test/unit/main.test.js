import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, describe, test } from "node:test";
import { main } from "../../src/main.js";
import { openStockLevels } from "../../src/stock-levels.js";

describe("on a database", () => {
	let folder;
	let file;
	before(() => {
		folder = mkdtempSync(join(tmpdir(), "checkout-"));
		file = join(folder, "shop.db");
		const db = new DatabaseSync(file);
		db.exec(
			"CREATE TABLE stock_levels (sku TEXT, available INTEGER); INSERT INTO stock_levels VALUES ('mug', 3)",
		);
		db.close();
	});
	after(() => rmSync(folder, { recursive: true, force: true }));

	test("the levels of the stock are read", () => {
		const levels = openStockLevels(file);
		assert.equal(levels.available("mug"), 3);
		assert.equal(levels.available("hat"), undefined);
		levels.close();
	});

	test("a missing file or view is told", () => {
		assert.throws(
			() => openStockLevels(join(folder, "none.db")),
			/there is no database .*none\.db; run the catalog's/,
		);
		const other = join(folder, "other.db");
		new DatabaseSync(other).close();
		assert.throws(() => openStockLevels(other), /does not fit: no such table: stock_levels/);
	});

	test("the service answers until it is stopped", async () => {
		const lines = [];
		const env = {
			CATALOG_URL: "http://127.0.0.1:1",
			PAYMENTS_URL: "http://127.0.0.1:1",
			SHOP_DB: file,
			SHOP_EXCHANGE_RATE_HOST: "127.0.0.1:1",
			PORT: "0",
		};
		const stop = await main(env, (line) => lines.push(line));
		const url = /^checkout listening on (\S+)$/.exec(lines[0])[1];
		assert.equal((await (await fetch(`${url}/availability/mug`)).json()).available, 3);
		await stop();
		await assert.rejects(fetch(`${url}/healthz`));
	});

	test("a missing variable is told", async () => {
		await assert.rejects(main({ CATALOG_URL: "x", SHOP_DB: file }), /set PAYMENTS_URL/);
	});
});
