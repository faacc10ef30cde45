import { join, resolve } from "node:path";
import { z } from "zod";

/** The environment as DESIGN §8 has it. */
export interface Configuration {
  port: number;
  host: string;
  dataDirectory: string;
  databaseUrl: string | undefined;
  /** Whether an empty database gets the sample communities. */
  withSamples: boolean;
  basemapDirectory: string;
  photoDirectory: string;
  /** Password of the first accounts; absent: a random one, printed once. */
  password: string | undefined;
  /** Where people reach Getu, without a slash at its end. */
  publicUrl: string | undefined;
  /** What sessions are signed with; absent: one kept in the data directory. */
  secret: string | undefined;
  /** What of hazards goes out of the house, and how. */
  outgoing: Outgoing;
}

/** Ways out for notices; what is not set is not used. */
export interface Outgoing {
  webhookUrl?: string | undefined;
  /** What its messages are signed with. */
  webhookSecret?: string | undefined;
  /** Accounts have no e-mail: all goes to the office. */
  mail?: { smtpUrl: string; from: string; to: string } | undefined;
}

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  HOST: z.string().min(1).default("127.0.0.1"),
  GETU_DATA_DIR: z.string().min(1).default(".getu"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  GETU_SAMPLES: z.enum(["0", "1"]).default("1"),
  GETU_PASSWORD: z.string().min(1).max(128).optional(),
  GETU_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  GETU_SECRET: z.string().min(32).optional(),
  GETU_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  GETU_WEBHOOK_SECRET: z.string().min(16).optional(),
  GETU_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  GETU_MAIL_FROM: z.string().includes("@").optional(),
  GETU_MAIL_TO: z.string().includes("@").optional(),
});

/** Something in the environment is not right. */
export class ConfigurationWrong extends Error {
  override readonly name = "ConfigurationWrong";
}

/** @throws ConfigurationWrong that names each variable that is wrong, and how */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  // An empty variable in a service file means "not set".
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const read = Environment.safeParse(set);
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new ConfigurationWrong(`The configuration is not right.\n  ${wrong.join("\n  ")}`);
  }
  const dataDirectory = resolve(read.data.GETU_DATA_DIR);
  return {
    port: read.data.PORT,
    host: read.data.HOST,
    dataDirectory,
    databaseUrl: read.data.DATABASE_URL,
    withSamples: read.data.GETU_SAMPLES === "1",
    basemapDirectory: join(dataDirectory, "basemaps"),
    photoDirectory: join(dataDirectory, "photos"),
    password: read.data.GETU_PASSWORD,
    publicUrl: read.data.GETU_PUBLIC_URL && new URL(read.data.GETU_PUBLIC_URL).origin,
    secret: read.data.GETU_SECRET,
    outgoing: outgoingOf(read.data),
  };
}

/** @throws ConfigurationWrong where there is a way for e-mail, but not from whom or to whom */
function outgoingOf(environment: z.output<typeof Environment>): Outgoing {
  const { GETU_SMTP_URL: smtpUrl, GETU_MAIL_FROM: from, GETU_MAIL_TO: to } = environment;
  const missing = [
    ...(smtpUrl && !from ? ["GETU_MAIL_FROM"] : []),
    ...(smtpUrl && !to ? ["GETU_MAIL_TO"] : []),
  ];
  if (missing.length > 0) {
    const wrong = missing.map((name) => `${name}: needed with GETU_SMTP_URL`);
    throw new ConfigurationWrong(`The configuration is not right.\n  ${wrong.join("\n  ")}`);
  }
  return {
    webhookUrl: environment.GETU_WEBHOOK_URL,
    webhookSecret: environment.GETU_WEBHOOK_SECRET,
    mail: smtpUrl && from && to ? { smtpUrl, from, to } : undefined,
  };
}
