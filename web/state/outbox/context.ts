import { createContext } from "svelte";
import type { OutboxState } from "./outbox.svelte.ts";

export const [getOutbox, setOutbox] = createContext<OutboxState>();
