import type { Outgoing } from "../../configuration.ts";
import { mailWay } from "./mail.ts";
import type { WayOut } from "./wayOut.ts";
import { webhookWay } from "./webhook.ts";

/** Those that are set. */
export function waysOut({ webhookUrl, webhookSecret, mail }: Outgoing): WayOut[] {
  const ways: WayOut[] = [];
  if (webhookUrl) ways.push(webhookWay(webhookUrl, webhookSecret));
  if (mail) ways.push(mailWay(mail));
  return ways;
}
