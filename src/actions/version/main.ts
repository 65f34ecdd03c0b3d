import { runAction } from "../../runner/entry.js";
import { versionAction } from "./action.js";

await runAction(versionAction);
