/**
 * The service from the command line: `serve` (the default) or `migrate`.
 *
 * Environment: SHOP_DB (the database's file, required), PORT (8081; 0 takes a free one), HOST (127.0.0.1).
 */
import { DatabaseSync } from "node:sqlite";
import { close, jsonServer, listen } from "./http.js";
import { migrate, pending, readMigrations } from "./migrations.js";
import { routes } from "./server.js";
import { openStock } from "./stock.js";

/** How long a writer waits for another one, in milliseconds. */
const BUSY_TIMEOUT_MS = 5000;

/** Runs a command. `serve` returns a function that stops it; a wrong call throws an Error that says what is wrong. */
export async function main([command = "serve", ...rest], env, print) {
	if (!["serve", "migrate"].includes(command) || rest.length > 0) {
		throw new Error("usage: main.js [serve | migrate]");
	}
	if (!env.SHOP_DB) throw new Error("set SHOP_DB to the file of the shop's database");
	const db = new DatabaseSync(env.SHOP_DB, { timeout: BUSY_TIMEOUT_MS });
	try {
		if (command === "serve") return await serve(db, env, print);
		const applied = migrate(db, readMigrations());
		print(
			applied.length === 0 ? "schema stock is up to date" : `schema stock: applied ${applied.join(", ")}`,
		);
	} catch (error) {
		db.close();
		throw error;
	}
	db.close();
}

async function serve(db, env, print) {
	const missing = pending(db, readMigrations());
	if (missing.length > 0) {
		const names = missing.map(({ name }) => name).join(", ");
		throw new Error(`schema stock lacks ${names}; run the migrate command first`);
	}
	const server = jsonServer(routes(openStock(db), env.SLUICE_VERSION));
	const url = await listen(server, { host: env.HOST ?? "127.0.0.1", port: Number(env.PORT ?? 8081) });
	print(`catalog listening on ${url}`);
	return async () => {
		await close(server);
		db.close();
	};
}

if (import.meta.main) {
	try {
		const stop = await main(process.argv.slice(2), process.env, console.log);
		for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => stop?.());
	} catch (error) {
		console.error(`catalog: ${error.message}`);
		process.exitCode = 2;
	}
}
