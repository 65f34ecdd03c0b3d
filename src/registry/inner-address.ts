/** Names of this machine, and of what a cloud answers for it: credentials are given away there. */
const NAMES: ReadonlySet<string> = new Set(["localhost", "metadata.google.internal", "instance-data"]);

/**
 * Where clouds answer for a machine besides link-local addresses: Azure's host, Alibaba's, Oracle's.
 * Source: the clouds' own pages about instance metadata.
 */
const SERVICES: ReadonlySet<string> = new Set(["168.63.129.16", "100.100.100.200", "192.0.0.192"]);

/**
 * Whether a host, as `URL` spells it, is inside this machine: loopback, "this host", link-local, or the metadata
 * service of a cloud, also as IPv4 inside IPv6. By the spelling alone; names are not looked up.
 */
export function isInnerAddress(hostname: string): boolean {
	const name = hostname.toLowerCase().replace(/\.$/, "");
	if (NAMES.has(name) || name.endsWith(".localhost")) return true;
	if (!name.startsWith("[")) return isInnerIpv4(name);
	const groups = groupsOf(name.slice(1, -1));
	const [first = 0, second = 0] = groups;
	// fe80::/10; fd00:ec2::/32 of Amazon, fd20:ce::/32 of Google.
	if ((first & 0xffc0) === 0xfe80) return true;
	if ((first === 0xfd00 && second === 0x0ec2) || (first === 0xfd20 && second === 0x00ce)) return true;
	const zeros = groups.findIndex((group) => group !== 0);
	// ::ffff:0:0/96: nobody outside writes an address so.
	if (zeros === 5 && groups[5] === 0xffff) return true;
	const inner = innerIpv4(groups);
	return inner !== undefined && isInnerIpv4(inner);
}

function isInnerIpv4(name: string): boolean {
	return /^(?:127|0)\.\d+\.\d+\.\d+$/.test(name) || /^169\.254\.\d+\.\d+$/.test(name) || SERVICES.has(name);
}

/** The IPv4 address that stands in an IPv6 one, where its prefix says so. */
function innerIpv4(groups: readonly number[]): string | undefined {
	const [first, second, third] = groups;
	const startsWithZeros = (count: number, from = 0) =>
		groups.slice(from, from + count).every((group) => group === 0);
	// 6to4 (RFC 3056) names it in front.
	if (first === 0x2002) return ipv4Of(groups[1], groups[2]);
	// Compatible (RFC 4291, among them :: and ::1), translated (RFC 7915), NAT64 (RFC 6052, RFC 8215).
	const isLast =
		startsWithZeros(6) ||
		(startsWithZeros(4) && groups[4] === 0xffff && groups[5] === 0) ||
		(first === 0x64 && second === 0xff9b && (third === 1 || startsWithZeros(4, 2)));
	return isLast ? ipv4Of(groups[6], groups[7]) : undefined;
}

function ipv4Of(high = 0, low = 0): string {
	return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

/** The eight groups of an IPv6 address as `URL` spells it: hexadecimal, one `::` at most. */
function groupsOf(address: string): number[] {
	const [before = "", after] = address.split("::");
	const numbers = (text: string) =>
		text === "" ? [] : text.split(":").map((each) => Number.parseInt(each, 16));
	const [front, back] = [numbers(before), numbers(after ?? "")];
	const gap = after === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
	return [...front, ...Array.from({ length: gap }, () => 0), ...back];
}
