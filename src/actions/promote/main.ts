import { runAction } from "../../runner/entry.js";
import { promoteAction } from "./action.js";

await runAction(promoteAction);
