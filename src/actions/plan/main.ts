import { runAction } from "../../runner/entry.js";
import { planAction } from "./action.js";

await runAction(planAction);
