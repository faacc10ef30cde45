import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { admin, username } from "better-auth/plugins";
import { v7 as uuidv7 } from "uuid";
import { PASSWORD_LENGTH } from "#data/model/passwords.ts";
import type { Database } from "#data/open.ts";
import { accounts, sessions, users, verifications } from "#data/schema/index.ts";

export interface AuthOptions {
  secret: string;
  /** Where people reach Getu, such as https://map.example.org; absent: wherever they say. */
  publicUrl: string | undefined;
}

export const USERNAME_LENGTH = { min: 2, max: 64 } as const;
/** Letters of any script, digits, dot, dash, underscore. */
export const USERNAME = /^[\p{L}\p{N}._-]+$/u;
/** Set on the requests that we hand on; nobody else's word for an address is taken. */
export const ADDRESS_HEADER = "x-getu-address";

const DAY_SECONDS = 24 * 3600;

/** Sign-in with a username and password (scrypt), sessions in the database. */
export function createAuth(db: Database, { secret, publicUrl }: AuthOptions) {
  return betterAuth({
    appName: "Getu",
    secret,
    baseURL: publicUrl,
    basePath: "/api/auth",
    database: drizzleAdapter(db, {
      provider: "pg",
      schema: { user: users, session: sessions, account: accounts, verification: verifications },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    plugins: [
      username({
        minUsernameLength: USERNAME_LENGTH.min,
        maxUsernameLength: USERNAME_LENGTH.max,
        usernameValidator: (name) => USERNAME.test(name),
      }),
      admin(),
    ],
    user: { additionalFields: { isSample: { type: "boolean", input: false, required: false } } },
    session: { expiresIn: 14 * DAY_SECONDS, updateAge: DAY_SECONDS },
    // How often somebody may try a password is `attempts.ts`; this bounds everything else.
    rateLimit: {
      enabled: true,
      storage: "memory",
      window: 10,
      max: 100,
      customRules: { "/sign-in/username": false },
    },
    advanced: {
      // `refuseCrossSite` does it for all routes, with or without a configured address.
      disableCSRFCheck: true,
      disableOriginCheck: true,
      cookiePrefix: "getu",
      useSecureCookies: publicUrl?.startsWith("https:") ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => uuidv7() },
    },
    telemetry: { enabled: false },
    logger: { level: "error" },
  });
}

export type Auth = ReturnType<typeof createAuth>;
