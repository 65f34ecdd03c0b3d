import { expect, it } from "vitest";
import { gitHubRepository } from "#src/github/server.js";

const CLOUD = {
	GITHUB_REPOSITORY: "acme/shop",
	GITHUB_SERVER_URL: "https://github.com",
	GITHUB_API_URL: "https://api.github.com",
	GITHUB_GRAPHQL_URL: "https://api.github.com/graphql",
};

const graphqlOf = (
	environment: Record<string, string>,
	origin: string | undefined,
	token: string | undefined = "t",
) => gitHubRepository({ environment, origin, token })?.graphqlUrl;

it.each([
	"https://github.com/acme/shop",
	"https://github.com/acme/shop.git/",
	"https://x-access-token:secret@GitHub.com/Acme/Shop.git",
	"git@github.com:acme/shop.git",
	"ssh://git@github.com:22/acme/shop.git",
])("knows %s for the run's own repository", (origin) => {
	expect(graphqlOf(CLOUD, origin)).toBe("https://api.github.com/graphql");
});

it.each([
	"https://github.com/acme/other",
	"https://github.com.evil.example/acme/shop",
	"https://evil.example/github.com/acme/shop",
	"https://evil.example/acme/shop",
	"git@evil.example:acme/shop.git",
	"/srv/acme/shop",
	"file:///acme/shop",
	"acme/shop",
])("does not take %s for it", (origin) => {
	expect(graphqlOf(CLOUD, origin)).toBeUndefined();
});

it("knows Enterprise Server and the API beside it", () => {
	const server = { GITHUB_REPOSITORY: "acme/shop", GITHUB_SERVER_URL: "https://ghe.example" };
	const origin = "https://ghe.example/acme/shop";
	expect(graphqlOf({ ...server, GITHUB_API_URL: "https://ghe.example/api/v3" }, origin)).toBe(
		"https://ghe.example/api/graphql",
	);
	expect(graphqlOf({ ...server, GITHUB_GRAPHQL_URL: "https://api.ghe.example/graphql" }, origin)).toBe(
		"https://api.ghe.example/graphql",
	);
	expect(graphqlOf(server, origin)).toBeUndefined();
});

it("sends the token to no other host, not in the clear, and nothing without one", () => {
	const origin = "https://github.com/acme/shop";
	expect(graphqlOf({ ...CLOUD, GITHUB_GRAPHQL_URL: "https://evil.example/graphql" }, origin)).toBeUndefined();
	expect(
		graphqlOf({ ...CLOUD, GITHUB_GRAPHQL_URL: "http://api.github.com/graphql" }, origin),
	).toBeUndefined();
	expect(gitHubRepository({ environment: CLOUD, origin, token: undefined })).toBeUndefined();
	expect(graphqlOf(CLOUD, undefined)).toBeUndefined();
	expect(graphqlOf({ ...CLOUD, GITHUB_REPOSITORY: "acme/shop/x" }, origin)).toBeUndefined();
	expect(graphqlOf({}, origin)).toBeUndefined();
});
