import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  pgPolicy,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { appRole } from "./policies.ts";

/*
 * Accounts belong to no community: a person may have duties in several. The columns are those that
 * better-auth 1.7 wants, with its username and admin plugins.
 */

const at = (name: string) => timestamp(name, { withTimezone: true });

export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    /** better-auth wants one; ours is made of the username and never written to. */
    email: text().notNull(),
    emailVerified: boolean("email_verified").notNull().default(false),
    image: text(),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
    /** In lower case; what is signed in with. */
    username: text().notNull(),
    displayUsername: text("display_username"),
    /** "admin" is a duty for the whole installation, "user" is none. */
    role: text({ enum: ["admin", "user"] })
      .notNull()
      .default("user"),
    banned: boolean().notNull().default(false),
    banReason: text("ban_reason"),
    banExpires: at("ban_expires"),
    /** Made with the sample communities: the sign-in page tells of it. */
    isSample: boolean("is_sample").notNull().default(false),
  },
  (table) => [
    uniqueIndex("users_email").on(table.email),
    uniqueIndex("users_username").on(table.username),
    pgPolicy("users_see", {
      for: "select",
      to: appRole,
      using: sql.raw("id = getu_actor() OR id IN (SELECT getu_colleagues())"),
    }),
  ],
);

export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey(),
    expiresAt: at("expires_at").notNull(),
    token: text().notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    impersonatedBy: uuid("impersonated_by"),
  },
  (table) => [
    uniqueIndex("sessions_token").on(table.token),
    index("sessions_user").on(table.userId),
  ],
).enableRLS();

/** How somebody signs in: here always by a password, as a scrypt hash. */
export const accounts = pgTable(
  "accounts",
  {
    id: uuid().primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: at("access_token_expires_at"),
    refreshTokenExpiresAt: at("refresh_token_expires_at"),
    scope: text(),
    password: text(),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [index("accounts_user").on(table.userId)],
).enableRLS();

export const verifications = pgTable("verifications", {
  id: uuid().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: at("expires_at").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
  updatedAt: at("updated_at").notNull().defaultNow(),
}).enableRLS();
