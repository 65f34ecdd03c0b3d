import type { Environment } from "../../catalog/settings.js";
import type { PromotionItem, PromotionOptions } from "../../promotion/request.js";

/** The images of a set, and where they go. */
export interface MadeSet {
	items: PromotionItem[];
	to: Environment | undefined;
	/** All that are declared. */
	environments: readonly Environment[];
	compatibility: PromotionOptions["compatibility"];
}
