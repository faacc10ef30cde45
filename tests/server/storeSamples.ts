import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashPassword } from "better-auth/crypto";
import { createFirstAdministrator } from "#server/accounts/first.ts";
import type { Ctx } from "#server/context.ts";
import { loadSamples } from "#server/samples/load.ts";
import { PASSWORD } from "#tests/signedIn.ts";
import { storeEverywhere } from "./everywhere.ts";

/** How tests assemble the product. */
export const OPTIONS = {
  basemapDirectory: join(import.meta.dirname, "no-basemaps"),
  photoDirectory: join(tmpdir(), `getu-test-photos-${process.pid}`),
  secret: "a secret of the tests alone, thirty-two and more",
  publicUrl: undefined,
};

/** The sample communities with their accounts, an administrator, and who has every duty. */
export async function storeSamples(ctx: Ctx): Promise<void> {
  await loadSamples(ctx, PASSWORD);
  await createFirstAdministrator(ctx, PASSWORD);
  await storeEverywhere(ctx, await hashPassword(PASSWORD));
}
