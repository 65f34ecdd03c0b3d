import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { beforeEach, describe, test } from "node:test";
import { migrate, pending, readMigrations } from "../../src/migrations.js";
import { OutOfStock, openStock } from "../../src/stock.js";

describe("stock", () => {
	let stock;
	beforeEach(() => {
		const db = new DatabaseSync(":memory:");
		migrate(db, readMigrations());
		stock = openStock(db);
		stock.put({ sku: "mug", name: "Mug", price: 950, available: 3 });
	});

	test("lists items by SKU", () => {
		stock.put({ sku: "cap", name: "Cap", price: 1500, available: 1 });
		assert.deepEqual(
			stock.items().map(({ sku }) => sku),
			["cap", "mug"],
		);
	});

	test("knows one item and no other", () => {
		assert.deepEqual(stock.item("mug"), { sku: "mug", name: "Mug", price: 950, available: 3 });
		assert.equal(stock.item("hat"), undefined);
	});

	test("replaces what is known of an item", () => {
		stock.put({ sku: "mug", name: "Big mug", price: 1250, available: 7 });
		assert.deepEqual(stock.item("mug"), { sku: "mug", name: "Big mug", price: 1250, available: 7 });
	});

	test("a reservation takes the quantity off the shelf", () => {
		const reservation = stock.reserve("mug", 2);
		assert.equal(reservation.quantity, 2);
		assert.equal(stock.item("mug").available, 1);
	});

	test("the last item can be reserved once", () => {
		stock.reserve("mug", 3);
		assert.throws(() => stock.reserve("mug", 1), new OutOfStock("mug", 1, 0));
	});

	test("a refused reservation changes nothing", () => {
		assert.throws(() => stock.reserve("mug", 4), OutOfStock);
		assert.equal(stock.item("mug").available, 3);
	});

	test("an unknown SKU can't be reserved", () => {
		assert.equal(stock.reserve("hat", 1), undefined);
	});

	test("a released reservation is back on the shelf, once", () => {
		const { id } = stock.reserve("mug", 2);
		assert.equal(stock.release(id), true);
		assert.equal(stock.release(id), false);
		assert.equal(stock.item("mug").available, 3);
	});
});

describe("migrations", () => {
	const first = { name: "1.sql", sql: "CREATE TABLE a (x INTEGER)", checksum: "c1" };
	const second = { name: "2.sql", sql: "CREATE TABLE b (x INTEGER)", checksum: "c2" };
	let db;
	beforeEach(() => {
		db = new DatabaseSync(":memory:");
	});

	test("are applied once", () => {
		assert.deepEqual(migrate(db, [first]), ["1.sql"]);
		assert.deepEqual(migrate(db, [first, second]), ["2.sql"]);
		assert.deepEqual(migrate(db, [first, second]), []);
	});

	test("are pending until they are applied", () => {
		assert.deepEqual(pending(db, [first]), [first]);
		migrate(db, [first]);
		assert.deepEqual(pending(db, [first, second]), [second]);
	});

	test("an edited one is refused", () => {
		migrate(db, [first]);
		assert.throws(
			() => migrate(db, [{ ...first, checksum: "other" }]),
			/1\.sql was edited after it was applied/,
		);
	});

	test("a failing one leaves nothing behind, and the earlier ones stay", () => {
		const broken = { name: "2.sql", sql: "CREATE TABLE b (x INTEGER); CREATE TABEL c", checksum: "c2" };
		assert.throws(() => migrate(db, [first, broken]), /migration 2\.sql failed and was rolled back/);
		const tables = db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('a', 'b')").all();
		assert.deepEqual(
			tables.map(({ name }) => name),
			["a"],
		);
	});
});
