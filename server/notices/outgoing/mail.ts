import { createTransport } from "nodemailer";
import type { Outgoing } from "../../configuration.ts";
import type { WayOut } from "./wayOut.ts";

const PATIENCE_MS = 10_000;

/** E-mail to the office: accounts have no addresses of their own. */
export function mailWay({ smtpUrl, from, to }: NonNullable<Outgoing["mail"]>): WayOut {
  const patience = {
    ...{ connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS },
  };
  const transport = createTransport({ url: smtpUrl, ...patience }, { from, to });
  return {
    name: "e-mail",
    send: async ({ community, text, notices }) => {
      await transport.sendMail({
        subject: `【格图】${community} ${notices.length} 条隐患提醒`,
        text,
      });
    },
  };
}
