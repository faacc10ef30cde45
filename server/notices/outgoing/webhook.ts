import { createHmac } from "node:crypto";
import type { Message } from "./message.ts";
import type { WayOut } from "./wayOut.ts";

const PATIENCE_MS = 10_000;

/**
 * Posts what group robots of WeCom and DingTalk take, `{"msgtype": "text", "text": {"content": …}}`, with
 * the notices one by one beside it for programs. Signed where there is a secret: `X-Getu-Signature` is
 * the HMAC-SHA256, in hex, of `X-Getu-Timestamp` (seconds since 1970), a full stop and the body.
 */
export function webhookWay(url: string, secret: string | undefined): WayOut {
  return {
    name: "web-hook",
    send: async ({ community, text, notices }: Message) => {
      const body = JSON.stringify({
        msgtype: "text",
        text: { content: text },
        getu: { community, notices },
      });
      const response = await fetch(url, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...signatureOf(body, secret) },
        body,
        // It was set to go there and nowhere else.
        redirect: "error",
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (!response.ok) throw new Error(`the web-hook answered ${response.status}`);
      requireTaken(await response.text());
    },
  };
}

function signatureOf(body: string, secret: string | undefined): Record<string, string> {
  if (!secret) return {};
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
  return { "X-Getu-Timestamp": timestamp, "X-Getu-Signature": signature };
}

/** Robots say 200 also where they refuse, and why in `errcode`. */
function requireTaken(answer: string): void {
  let errcode: unknown;
  try {
    errcode = (JSON.parse(answer) as { errcode?: unknown } | null)?.errcode;
  } catch {
    return;
  }
  if (typeof errcode === "number" && errcode !== 0) {
    throw new Error(`the web-hook refused it with errcode ${errcode}`);
  }
}
