/** What checkout reads of the schema `stock`, which the catalog owns: the view `stock_levels`. */
import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

const BUSY_TIMEOUT_MS = 2000;

/** Opens the shop's database for reading. Throws where the file is missing or lacks the view. */
export function openStockLevels(file) {
	if (!existsSync(file)) throw new Error(`there is no database ${file}; run the catalog's migrations first`);
	const db = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
	let select;
	try {
		select = db.prepare("SELECT available FROM stock_levels WHERE sku = ?");
	} catch (cause) {
		db.close();
		throw new Error(`the schema stock of ${file} does not fit: ${cause.message}`, { cause });
	}
	return {
		/** How many are available, or undefined for an unknown SKU. */
		available: (sku) => select.get(sku)?.available,
		close: () => db.close(),
	};
}
