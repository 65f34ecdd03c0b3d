import type { Catalogue } from "../catalog/service.js";
import type { EventContext } from "../context/event.js";
import type { Git } from "../git/git.js";
import type { RepositoryState } from "../git/state.js";
import type { Level } from "./commit-message.js";
import type { FeatureFormat } from "./outcome.js";
import type { BegunTags } from "./release-tags.js";

/** A question for the versions of a commit's services. */
export interface VersionsRequest {
	git: Git;
	/** What is known of the repository; read where it is not given. */
	state?: RepositoryState | undefined;
	/** Tags that are being read already; read where they are not given. */
	begunTags?: BegunTags | undefined;
	/** The catalogue of HEAD: today's manifests decide for the whole range. */
	catalogue: Catalogue;
	event: EventContext;
	/** True in a workflow, where the remote's tags count. */
	actions: boolean;
	/** Only these; default all. */
	services?: readonly string[] | undefined;
	/** Whether a person named the services: `bump` then also makes a version of those without a change. */
	named?: boolean | undefined;
	bump?: Level | undefined;
	/** Promise the release's number, or with `publish` make a release of a release or hotfix branch. */
	release?: boolean | undefined;
	/** Compute for publishing; making the tags of `toPublish` is the caller's. */
	publish?: boolean | undefined;
	/** With `publish`: tell which floating git tags come along. */
	floating?: boolean | undefined;
	/** As if HEAD carried no tag, to tell what led to the release that it carries. */
	beforeHead?: boolean | undefined;
	featureFormat?: FeatureFormat | undefined;
	/** Names for references; default each service's own image. */
	images?: readonly string[] | undefined;
}
