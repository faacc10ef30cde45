import { sql } from "drizzle-orm";
import type { SignInHelp } from "#data/model/answers/accounts.ts";
import type { Role } from "#data/model/duties.ts";
import type { Ctx } from "../context.ts";

interface Row {
  username: string;
  name: string;
  role: Role;
  slug: string | null;
  community: string | null;
  nameEn: string | null;
}

/**
 * The accounts that came with the sample communities, for the sign-in page. Nothing of a person who is
 * not invented is in it, and nothing at all once the sample accounts are gone.
 */
export async function readSignInHelp(ctx: Ctx): Promise<SignInHelp> {
  const { rows } = (await ctx.database.db.execute(sql`
    SELECT DISTINCT ON (u.username) u.username, u.name, d.role,
      CASE WHEN d.role = 'leader' THEN NULL ELSE c.slug END AS slug, c.name AS community,
      c.name_en AS "nameEn"
    FROM users u
    JOIN people p ON p.user_id = u.id
    JOIN duties d ON d.community_id = p.community_id AND d.person_id = p.id
    JOIN communities c ON c.id = p.community_id
    WHERE u.is_sample AND NOT u.banned AND c.is_invented
    ORDER BY u.username, c.created_at`)) as unknown as { rows: Row[] };
  return {
    samples: rows.map(({ username, name, role, slug, community, nameEn }) => ({
      ...{ username, name, role },
      community: slug && community ? { slug, name: community, nameEn } : null,
    })),
  };
}
