import { randomBytes } from "node:crypto";
import { ambientOf } from "../registry/auth/ambient.js";
import { AMAZON, AMAZON_PUBLIC, AZURE } from "../registry/auth/clouds.js";
import { GOOGLE } from "../registry/auth/google-cloud.js";
import type { Diagnosis } from "../registry/doctor/diagnosis.js";
import { diagnosisHeadline, diagnosisText } from "../registry/doctor/diagnosis-text.js";
import { type DoctorPorts, examine } from "../registry/doctor/doctor.js";
import { parseInsecureRegistries } from "../registry/endpoint.js";
import { openKeychain } from "../registry/keychain.js";
import { parseRepository, type Repository } from "../registry/name.js";
import { createSleep } from "../registry/patience.js";
import { createTransport } from "../registry/transport.js";
import { type ActionModule, COMMON_INPUTS } from "../runner/action.js";
import { UserError } from "../runner/errors.js";

/** `sluice registry doctor HOST/REPOSITORY`: what a registry supports, and what these credentials may do there. */

export interface RegistryQuestion {
	repository: Repository;
	write: boolean;
	registryAuth: string | undefined;
	insecureRegistries: string[];
}

const USAGE = "Write sluice registry doctor HOST/REPOSITORY, for example ghcr.io/acme/shop.";
/** Milliseconds: a person waits. */
const TIMEOUTS = { connect: 10_000, headers: 60_000, body: 30_000, answer: 60_000 };

export const registryCommand: ActionModule<RegistryQuestion, DoctorPorts, Diagnosis> = {
	name: "registry",
	description: "doctor HOST/REPOSITORY: what a registry supports, and what one may do there.",
	inputs: [
		...COMMON_INPUTS.filter((spec) => spec.name === "working-directory"),
		{ name: "question", description: "doctor, and the repository." },
		{
			name: "write",
			description:
				"Also put an artifact of two bytes under a tag of its own, and delete it again, to see what only writing shows.",
			default: "false",
		},
		{
			name: "registry-auth",
			description:
				"Credentials: a YAML list of registry, username, password. Default: Docker's configuration.",
			secret: true,
		},
		{
			name: "insecure-registries",
			description: "Registries besides those on loopback that are spoken to over http: host[:port].",
		},
	],
	operands: "question",
	outputs: [],
	examples: [
		"sluice registry doctor ghcr.io/acme/shop",
		"sluice registry doctor registry.internal:5000/shop --insecure-registries registry.internal:5000 --write",
	],
	parse: (inputs) => {
		const [verb, name, ...more] = inputs.list("question");
		if (verb !== "doctor" || name === undefined || more.length > 0) {
			throw new UserError("question-unknown", "sluice registry answers one question: doctor", {
				hint: USAGE,
			});
		}
		return {
			repository: parseRepository(name, "question"),
			write: inputs.boolean("write"),
			registryAuth: inputs.text("registry-auth"),
			insecureRegistries: parseInsecureRegistries(inputs.list("insecure-registries", { commas: true })),
		};
	},
	ports: ({ environment, log, signal }, { registryAuth, insecureRegistries }) => {
		const mask = (secret: string) => log.mask(secret);
		const { now } = Date;
		const { random } = Math;
		const sleep = createSleep(signal);
		return {
			transport: createTransport({
				concurrency: 1,
				timeouts: TIMEOUTS,
				environment,
				sleep,
				now,
				random,
			}),
			keychain: openKeychain({
				registryAuth,
				env: environment,
				mask,
				warn: (message) => log.warning(message),
				ambient: ambientOf([AMAZON, AMAZON_PUBLIC, AZURE, GOOGLE]),
			}),
			insecure: insecureRegistries,
			mask,
			sleep,
			now,
			random,
			probeName: () => `sluice-doctor-${randomBytes(8).toString("hex")}`,
		};
	},
	run: async ({ repository, write }, ports) => {
		try {
			return await examine(repository, write, ports);
		} finally {
			await ports.transport.close();
		}
	},
	report: (result) => ({
		headline: diagnosisHeadline(result),
		markdown: diagnosisText(result),
		outputs: {},
		exitCode: result.problems.some(({ severity }) => severity === "error") ? 1 : 0,
	}),
};
