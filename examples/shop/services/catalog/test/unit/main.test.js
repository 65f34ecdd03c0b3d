import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { main } from "../../src/main.js";
import { readMigrations } from "../../src/migrations.js";

const MIGRATIONS = readMigrations()
	.map(({ name }) => name)
	.join(", ");

describe("the command line", () => {
	let folder;
	let env;
	let lines;
	const print = (line) => lines.push(line);
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "catalog-"));
		env = { SHOP_DB: join(folder, "shop.db"), PORT: "0", SLUICE_VERSION: "1.2.3" };
		lines = [];
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	test("migrate says what it applied, and then that nothing is left", async () => {
		await main(["migrate"], env, print);
		await main(["migrate"], env, print);
		assert.match(MIGRATIONS, /^0001_items\.sql, /);
		assert.deepEqual(lines, [`schema stock: applied ${MIGRATIONS}`, "schema stock is up to date"]);
	});

	test("serve answers until it is stopped", async () => {
		await main(["migrate"], env, print);
		const stop = await main([], env, print);
		const url = /listening on (\S+)$/.exec(lines[1])[1];
		const response = await fetch(`${url}/healthz`);
		assert.equal((await response.json()).version, "1.2.3");
		await stop();
		await assert.rejects(fetch(`${url}/healthz`));
	});

	test("serve refuses a database without the migrations", async () => {
		await assert.rejects(main(["serve"], env, print), {
			message: `schema stock lacks ${MIGRATIONS}; run the migrate command first`,
		});
	});

	test("an unknown command and a missing database are told", async () => {
		await assert.rejects(main(["sell"], env, print), /usage/);
		await assert.rejects(main(["serve", "now"], env, print), /usage/);
		await assert.rejects(main(["serve"], {}, print), /set SHOP_DB/);
	});
});
