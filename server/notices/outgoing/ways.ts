import type { Outgoing } from "../../configuration.ts";
import { mailWay } from "./mail.ts";
import type { Message } from "./message.ts";
import { webhookWay } from "./webhook.ts";

/** A way by which notices go out of the house. */
export interface WayOut {
  name: "web-hook" | "e-mail";
  /** @throws where it did not arrive */
  send(message: Message): Promise<void>;
}

/** Those that are set. */
export function waysOut({ webhookUrl, webhookSecret, mail }: Outgoing): WayOut[] {
  const ways: WayOut[] = [];
  if (webhookUrl) ways.push(webhookWay(webhookUrl, webhookSecret));
  if (mail) ways.push(mailWay(mail));
  return ways;
}
