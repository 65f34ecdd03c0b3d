import { getInput, setFailed, setOutput } from "@actions/core";

const asked = getInput("node-version").replace(/^v/, "").replace(/\.x$/, "");
const present = process.versions.node;
if (/^\d+(\.\d+)*$/.test(asked) && !`${present}.`.startsWith(`${asked}.`)) {
	setFailed(`Node ${asked} was asked for, and Node ${present} is on this machine`);
}
setOutput("node-version", `v${present}`);
setOutput("cache-hit", "false");
