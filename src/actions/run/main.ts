import { runAction } from "../../runner/entry.js";
import { runEndpointAction } from "./action.js";

await runAction(runEndpointAction);
