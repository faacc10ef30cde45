import type { Message } from "./message.ts";

/** A way by which notices go out of the house. */
export interface WayOut {
  name: "web-hook" | "e-mail";
  /** @throws where it did not arrive */
  send(message: Message): Promise<void>;
}
