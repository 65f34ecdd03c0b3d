import type { RegistryClient } from "../registry/client.js";
import type { CopyProgress } from "../registry/copy-progress.js";
import type { SourceReference } from "../registry/name.js";
import type { ImageSource } from "../registry/source.js";
import type { Log } from "../runner/log.js";

/** Where the journal lies. */
export interface JournalPort {
	/** The text of the journal that an earlier promotion left here; undefined where there is none. */
	read(): Promise<string | undefined>;
	/** Writes the whole or nothing, in place of what is there. */
	write(text: string): Promise<void>;
	/** Gives what is there another name, beside it. */
	setAside(name: string): Promise<void>;
	/** Removes the journal with this text, also where it was set aside; another one, which is not ours, stays. */
	remove(text: string): Promise<void>;
}

/** The effects of a promotion. */
export interface PromotionPorts {
	client: RegistryClient;
	open(reference: SourceReference): ImageSource;
	journal: JournalPort;
	log: Pick<Log, "info" | "warning">;
	/** Waits so many milliseconds; less where the process is told to stop. */
	sleep(milliseconds: number): Promise<void>;
	/** Counts what is copied, for whoever shows it. */
	progress?: CopyProgress | undefined;
	/** Aborted when the process is told to stop. */
	signal: AbortSignal;
}
