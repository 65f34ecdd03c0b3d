/** Paths as text, from any machine. Pure. */

/** `/` only, without empty, `.` and (where they can be resolved) `..` segments. Absolute paths keep their begin. */
export function normalise(written: string): string {
	const slashed = written.replaceAll("\\", "/").replace(/^file:\/\/(?=\/)/, "");
	const begin = /^(?:\/?[A-Za-z]:)?\//.exec(slashed)?.[0] ?? "";
	const segments: string[] = [];
	for (const each of slashed.slice(begin.length).split("/")) {
		if (each === "" || each === ".") continue;
		if (each === ".." && segments.length > 0 && segments.at(-1) !== "..") segments.pop();
		else if (each !== ".." || begin === "") segments.push(each);
	}
	return begin.replace(/^\/(?=[A-Za-z]:)/, "") + segments.join("/");
}

/** From a root (`/` or `C:/`). */
export function isAbsolute(path: string): boolean {
	return /^(?:[A-Za-z]:)?\//.test(path);
}

/** A path below a folder; one that leaves the repository begins with `..` and is no file of it. */
export function join(folder: string, path: string): string {
	return normalise(folder === "." || folder === "" ? path : `${folder}/${path}`);
}

export function lastSegment(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

/** The segments, without a drive and without steps up. */
export function segmentsOf(path: string): string[] {
	return path.split("/").filter((each) => each !== "" && each !== ".." && !/^[A-Za-z]:$/.test(each));
}
