import {
  createFirstAdministrator,
  FIRST_ADMINISTRATOR,
  hasNoAccounts,
  randomPassword,
} from "./accounts/first.ts";
import type { Configuration } from "./configuration.ts";
import type { Ctx } from "./context.ts";
import { loadSamples } from "./samples/load.ts";

/**
 * At the very first start: the first administrator, and the sample communities with their accounts.
 * A database in which anybody has an account gets none by itself, whatever is configured.
 */
export async function openAccounts(
  ctx: Ctx,
  { password: configured, withSamples }: Pick<Configuration, "password" | "withSamples">,
  say: (line: string) => void = () => undefined,
): Promise<void> {
  if (!(await hasNoAccounts(ctx))) return;
  const password = configured ?? randomPassword();
  const loaded = withSamples
    ? await loadSamples(ctx, password, {
        tell: (slug, name) => say(`  sample community 示例社区 ${name} (${slug})`),
        withYear: true,
      })
    : 0;
  await createFirstAdministrator(ctx, password);
  const others = loaded > 0 ? ", leader, hongqi.secretary, hongqi.planner, hongqi.worker1 …" : "";
  say(`\n  Sign in as · 登录账号  ${FIRST_ADMINISTRATOR}${others}`);
  say(
    configured
      ? "  Password · 密码        the one in GETU_PASSWORD · 即 GETU_PASSWORD 所设"
      : `  Password · 密码        ${password}   (shown only now · 只显示这一次)`,
  );
}
