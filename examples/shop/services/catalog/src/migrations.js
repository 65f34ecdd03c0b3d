/** The migrations of the schema `stock`: SQL files, applied once each, in the order of their names. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of the migrations that belong to this version of the service. */
export const MIGRATIONS_FOLDER = join(import.meta.dirname, "..", "migrations");

/** The migrations in a folder, in order: `{name, sql, checksum}`. */
export function readMigrations(folder = MIGRATIONS_FOLDER) {
	const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
	return names.sort().map((name) => {
		const sql = readFileSync(join(folder, name), "utf8");
		return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
	});
}

/**
 * Applies what the database does not have yet, each migration in a transaction of its own.
 *
 * Returns the names of those applied now. Throws where a migration was edited after it was applied.
 */
export function migrate(db, migrations) {
	db.exec(
		"CREATE TABLE IF NOT EXISTS stock_migrations (name TEXT PRIMARY KEY, checksum TEXT NOT NULL) STRICT",
	);
	const due = pending(db, migrations);
	for (const { name, sql, checksum } of due) {
		db.exec("BEGIN IMMEDIATE");
		try {
			db.exec(sql);
			db.prepare("INSERT INTO stock_migrations (name, checksum) VALUES (?, ?)").run(name, checksum);
			db.exec("COMMIT");
		} catch (cause) {
			// Some errors make SQLite roll back by itself.
			if (db.isTransaction) db.exec("ROLLBACK");
			throw new Error(`migration ${name} failed and was rolled back: ${cause.message}`, { cause });
		}
	}
	return due.map(({ name }) => name);
}

/** The migrations that a database does not have yet. Throws where one was edited after it was applied. */
export function pending(db, migrations) {
	const table = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'stock_migrations'").get();
	const rows = table ? db.prepare("SELECT name, checksum FROM stock_migrations").all() : [];
	const applied = new Map(rows.map((row) => [row.name, row.checksum]));
	for (const { name, checksum } of migrations) {
		if (applied.has(name) && applied.get(name) !== checksum) {
			throw new Error(`migration ${name} was edited after it was applied; add a new one instead`);
		}
	}
	return migrations.filter(({ name }) => !applied.has(name));
}
