// @peculiar/x509 asks for it.
import "reflect-metadata";
import { SubjectAlternativeNameExtension, X509CertificateGenerator } from "@peculiar/x509";

/** A certificate that vouches for itself, and its key, in PEM. */
export interface Certificate {
	cert: string;
	key: string;
}

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const DAY = 24 * 60 * 60 * 1000;

/** For these names and addresses, from yesterday until tomorrow. */
export async function selfSigned(...hosts: readonly string[]): Promise<Certificate> {
	const keys = await crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
	const names = hosts.map((value) => ({
		type: /^[\d.]+$|:/.test(value) ? ("ip" as const) : ("dns" as const),
		value,
	}));
	const certificate = await X509CertificateGenerator.createSelfSigned({
		name: `CN=${hosts[0]}`,
		notBefore: new Date(Date.now() - DAY),
		notAfter: new Date(Date.now() + DAY),
		keys,
		signingAlgorithm: ALGORITHM,
		extensions: [new SubjectAlternativeNameExtension(names)],
	});
	const key = Buffer.from(await crypto.subtle.exportKey("pkcs8", keys.privateKey)).toString("base64");
	return {
		cert: certificate.toString("pem"),
		key: `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n`,
	};
}
