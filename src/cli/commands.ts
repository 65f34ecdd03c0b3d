import type { ActionModule, BaseResult } from "../runner/action.js";

/** A command of the terminal. Its module is loaded when it is called: `sluice graph` needs no registry client. */
export interface Command {
	name: string;
	description: string;
	// biome-ignore lint/suspicious/noExplicitAny: each module has types of its own, and its parts are only used together
	load(): Promise<ActionModule<any, any, BaseResult>>;
}

export const COMMANDS: readonly Command[] = [
	{
		name: "plan",
		description: "Which services does this change affect, and what must run?",
		load: async () => (await import("../actions/plan/action.js")).planAction,
	},
	{
		name: "run",
		description: "Run one endpoint of one service, the same way for every language.",
		load: async () => (await import("../actions/run/action.js")).runEndpointAction,
	},
	{
		name: "version",
		description: "The semantic version and the tags of one service or of all of them.",
		load: async () => (await import("../actions/version/action.js")).versionAction,
	},
	{
		name: "gate",
		description: "May the end-to-end tests run?",
		load: async () => (await import("../actions/gate/action.js")).gateAction,
	},
	{
		name: "promote",
		description: "The same digests, in the next registry.",
		load: async () => (await import("../actions/promote/action.js")).promoteAction,
	},
	{
		name: "graph",
		description: "The declared services and what they use.",
		load: async () => (await import("./graph.js")).graphCommand,
	},
	{
		name: "evidence",
		description: "What reports of tests and coverage say.",
		load: async () => (await import("./evidence.js")).evidenceCommand,
	},
	{
		name: "registry",
		description: "What a registry supports, and what one may do there.",
		load: async () => (await import("./registry.js")).registryCommand,
	},
	{
		name: "explain",
		description: "The first reason of a closed gate, and the smallest fix.",
		load: async () => (await import("./explain.js")).explainCommand,
	},
];

/** Named by the contract; refused by name until they are there. */
export const LATER_COMMANDS: readonly string[] = ["init"];
