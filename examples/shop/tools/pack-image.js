#!/usr/bin/env node
// Packs the service in the working directory as an OCI image, without a container engine:
//
//     node ../../tools/pack-image.js ENTRYPOINT...
//
// The image lands as an OCI image layout in the folder SLUICE_IMAGE_LAYOUT (default: image/). It has one layer with
// the service's own files below /app, and no base image with a runtime: it is what a registry keeps and a promotion
// moves, and starts only where there is a runtime. The same files, version and commit give the same digest (with the
// same Node: another zlib may compress otherwise).
//
// Environment: SLUICE_VERSION and GITHUB_SHA for the labels, SLUICE_IMAGE for the tag.
// Formats: https://github.com/opencontainers/image-spec, and ustar of POSIX.1-2017 (pax).
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

/** What belongs to the development of a service and not into its image. Names that begin with a dot stay out too. */
const LEFT_OUT = new Set([
	"coverage",
	"image",
	"node_modules",
	"reports",
	"sluice.service.yaml",
	"test",
	"tests",
	"__pycache__",
]);

const BLOCK_BYTES = 512;

const entrypoint = process.argv.slice(2);
const { SLUICE_VERSION: version, GITHUB_SHA: revision, SLUICE_IMAGE: image = "" } = process.env;
if (entrypoint.length === 0) fail("give the command that the image starts, such as: node src/main.js");

const service = basename(process.cwd());
const layout = resolve(process.env.SLUICE_IMAGE_LAYOUT || "image");
const files = listFiles(".");
if (files.length === 0) fail(`${process.cwd()} has no files`);

clear(layout);
const tar = archive(files);
const layer = addBlob("application/vnd.oci.image.layer.v1.tar+gzip", gzip(tar));
const labels = withoutUndefined({
	"org.opencontainers.image.title": service,
	"org.opencontainers.image.version": version,
	"org.opencontainers.image.revision": revision,
});
const config = addJson("application/vnd.oci.image.config.v1+json", {
	architecture: "amd64",
	os: "linux",
	config: {
		Env: [
			"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
			"HOST=0.0.0.0",
			...(version ? [`SLUICE_VERSION=${version}`] : []),
		],
		Entrypoint: entrypoint,
		WorkingDir: "/app",
		Labels: labels,
	},
	rootfs: { type: "layers", diff_ids: [digestOf(tar)] },
	history: [{ created_by: "tools/pack-image.js" }],
});
const manifest = addJson("application/vnd.oci.image.manifest.v1+json", {
	schemaVersion: 2,
	mediaType: "application/vnd.oci.image.manifest.v1+json",
	config,
	layers: [layer],
	annotations: labels,
});
const tag = tagOf(image, version);
// The index comes last: a layout without one is no image, so a half-written one is never taken for whole.
writeFileSync(join(layout, "oci-layout"), JSON.stringify({ imageLayoutVersion: "1.0.0" }));
writeFileSync(
	join(layout, "index.json"),
	JSON.stringify({
		schemaVersion: 2,
		mediaType: "application/vnd.oci.image.index.v1+json",
		manifests: [{ ...manifest, annotations: { "org.opencontainers.image.ref.name": tag } }],
	}),
);
console.log(`${service}:${tag} ${manifest.digest} (${files.length} files, ${layer.size} bytes) in ${layout}`);

function fail(message) {
	console.error(`pack-image: ${message}`);
	process.exit(2);
}

/** The tag of a reference `host[:port]/name[:tag][@digest]`, else the version without the `+` that tags can't have. */
function tagOf(reference, version) {
	const tag = /:([\w][\w.-]{0,127})$/.exec(reference.split("@")[0].split("/").at(-1))?.[1];
	return tag ?? version?.replaceAll("+", "-") ?? "dev";
}

function withoutUndefined(object) {
	return Object.fromEntries(Object.entries(object).filter(([, value]) => value));
}

/** Empties a layout of an earlier build, and nothing else. */
function clear(folder) {
	if (existsSync(folder) && readdirSync(folder).length > 0) {
		if (!existsSync(join(folder, "oci-layout"))) fail(`${folder} is neither empty nor an OCI image layout`);
		for (const name of ["index.json", "blobs", "oci-layout"])
			rmSync(join(folder, name), { recursive: true, force: true });
	}
	mkdirSync(join(folder, "blobs", "sha256"), { recursive: true });
}

/** The files of a folder as paths with slashes, in the order of their bytes whatever the machine's language is. */
function listFiles(folder) {
	const paths = [];
	for (const name of readdirSync(folder)) {
		const path = folder === "." ? name : `${folder}/${name}`;
		if (name.startsWith(".") || name.endsWith(".pyc") || name.endsWith(".db") || LEFT_OUT.has(name)) continue;
		if (resolve(path) === layout) continue;
		const found = lstatSync(path);
		if (found.isDirectory()) paths.push(...listFiles(path));
		else if (found.isFile()) paths.push(path);
		else fail(`${path} is neither a file nor a folder`);
	}
	return paths.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** A tar archive of files below app/. Owners, modes and times are fixed, so that only names and contents count. */
function archive(paths) {
	const folders = new Set(["app"]);
	for (const path of paths) {
		const parts = path.split("/").slice(0, -1);
		for (const [index] of parts.entries()) folders.add(`app/${parts.slice(0, index + 1).join("/")}`);
	}
	const blocks = [...folders].map((folder) => header(`${folder}/`, 0, "5", 0o755));
	for (const path of paths) {
		const content = readFileSync(path);
		const padding = Buffer.alloc((BLOCK_BYTES - (content.length % BLOCK_BYTES)) % BLOCK_BYTES);
		blocks.push(header(`app/${path}`, content.length, "0", 0o644), content, padding);
	}
	return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK_BYTES)]);
}

/** The header of one entry. */
function header(path, size, type, mode) {
	const { name, prefix } = splitPath(path);
	const block = Buffer.alloc(BLOCK_BYTES);
	block.write(name, 0);
	writeOctal(block, mode, 100, 8);
	writeOctal(block, 0, 108, 8); // owner
	writeOctal(block, 0, 116, 8); // group
	writeOctal(block, size, 124, 12);
	writeOctal(block, 0, 136, 12); // time of change
	block.fill(" ", 148, 156); // the checksum counts as blanks in itself
	block.write(type, 156);
	block.write("ustar\0" + "00", 257);
	writeOctal(block, 0, 329, 8); // device numbers
	writeOctal(block, 0, 337, 8);
	block.write(prefix, 345);
	const checksum = block.reduce((sum, byte) => sum + byte, 0);
	block.write(`${checksum.toString(8).padStart(6, "0")}\0 `, 148);
	return block;
}

function writeOctal(block, value, offset, length) {
	block.write(`${value.toString(8).padStart(length - 1, "0")}\0`, offset);
}

/** A path as ustar keeps it: a name of up to 100 bytes, and up to 155 bytes before a slash. */
function splitPath(path) {
	if (Buffer.byteLength(path) <= 100) return { name: path, prefix: "" };
	for (let slash = path.indexOf("/"); slash !== -1; slash = path.indexOf("/", slash + 1)) {
		const [prefix, name] = [path.slice(0, slash), path.slice(slash + 1)];
		if (Buffer.byteLength(name) <= 100 && Buffer.byteLength(prefix) <= 155 && name !== "")
			return { name, prefix };
	}
	return fail(`${path} is too long for a tar archive`);
}

/** Compresses with a header that tells neither a time nor (byte 9) the operating system. */
function gzip(data) {
	const packed = gzipSync(data, { level: 9 });
	packed[9] = 255;
	return packed;
}

function addJson(mediaType, value) {
	return addBlob(mediaType, Buffer.from(JSON.stringify(value)));
}

/** Writes a blob and returns its descriptor. */
function addBlob(mediaType, content) {
	const digest = digestOf(content);
	writeFileSync(join(layout, "blobs", ...digest.split(":")), content);
	return { mediaType, digest, size: content.length };
}

function digestOf(content) {
	return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}
