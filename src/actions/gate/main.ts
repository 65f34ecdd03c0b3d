import { runAction } from "../../runner/entry.js";
import { gateAction } from "./action.js";

await runAction(gateAction);
