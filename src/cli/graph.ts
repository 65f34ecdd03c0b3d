import { loadCatalogue } from "../catalog/load.js";
import { repositoryName } from "../catalog/repository.js";
import type { Catalogue } from "../catalog/service.js";
import { parseEvent } from "../context/event.js";
import { openGit } from "../git/git.js";
import { graphOf, type ServiceGraph } from "../graph/graph.js";
import { type ActionModule, type BaseResult, COMMON_INPUTS } from "../runner/action.js";
import { UserError } from "../runner/errors.js";
import type { InputSpec } from "../runner/inputs.js";
import { type Problem, problemsAsError } from "../runner/problem.js";

/** `sluice graph`: the declared services and what they use, from the working tree. */

const QUESTIONS = [
	"dependents-of",
	"dependencies-of",
	"why",
	"users-of",
	"owners-of",
	"cycles",
	"drift",
	"coupling",
];

const INPUTS: readonly InputSpec[] = [
	...COMMON_INPUTS.filter((spec) => spec.name !== "summary"),
	{ name: "format", description: "json: {services, edges}.", default: "json" },
	...QUESTIONS.map((name): InputSpec => ({ name, description: "A question of the graph.", later: true })),
];

interface GraphInputs {
	configFile: string;
}

/** Loads the catalogue; everything else is a question about it. */
interface GraphPorts {
	catalogue(configFile: string): Promise<Catalogue>;
}

/** The graph as JSON is the whole answer: no schema and no problems beside it (CONTRACT, "Questions"). */
type GraphResult = BaseResult & { graph: ServiceGraph };

export const graphCommand: ActionModule<GraphInputs, GraphPorts, GraphResult> = {
	name: "graph",
	description: "The declared services and what they use.",
	inputs: INPUTS,
	outputs: [],
	examples: ["sluice graph --format json", "sluice graph --format json --working-directory shop"],
	parse: (inputs) => {
		const format = inputs.choice("format", ["json", "mermaid", "dot", "table"]);
		if (format !== "json") {
			throw new UserError("input-not-supported", `--format ${format} is not supported yet`, {
				input: "format",
				hint: "Use --format json.",
			});
		}
		return { configFile: inputs.required("config-file") };
	},
	ports: (host) => ({
		catalogue: async (configFile) => {
			const git = openGit(host);
			const name = await repositoryName(parseEvent(host.environment, undefined), git);
			return loadCatalogue(git.workingTree(), { configFile, repositoryName: name });
		},
	}),
	run: async ({ configFile }, ports) => {
		const catalogue = await ports.catalogue(configFile);
		const error = problemsAsError(catalogue.problems);
		if (error !== undefined) throw error;
		return { schema: "graph.v1", graph: graphOf(catalogue), problems: warnings(catalogue.problems) };
	},
	report: (result) => ({
		headline: `${result.graph.services.length} services, ${result.graph.edges.length} edges`,
		markdown: JSON.stringify(result.graph, null, "\t"),
		outputs: {},
		exitCode: 0,
	}),
	print: (result) => result.graph,
	jsonOnly: true,
};

function warnings(problems: readonly Problem[]): Problem[] {
	return problems.filter((each) => each.severity !== "error");
}
