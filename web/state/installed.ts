import { createContext } from "svelte";
import type { ConnectionState } from "./connection.svelte.ts";
import type { UpdateState } from "./updates.svelte.ts";

/** What a page knows of itself as something installed on a phone. */
export interface Installed {
  connection: ConnectionState;
  updates: UpdateState;
}

export const [getInstalled, setInstalled] = createContext<Installed>();
