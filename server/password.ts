import { randomPassword } from "./accounts/first.ts";
import { setPassword } from "./accounts/setPassword.ts";
import { explain } from "./backups/explain.ts";
import { readConfiguration } from "./configuration.ts";
import { languageOf, Refusal, type Text } from "./importing/text.ts";
import { openServices } from "./services.ts";

/** `npm run password -- USERNAME`: a new password for somebody who lost theirs, told once. */
const USAGE: Text = {
  zh: "用法：npm run password -- 账号\n为忘记密码的人设一个新的随机密码（内置数据库须先停止格图）。",
  en: "Usage: npm run password -- USERNAME\nGives somebody who lost theirs a new random password (with the embedded database, stop Getu first).",
};
const language = languageOf(process.env);
const [username, ...more] = process.argv.slice(2);
try {
  if (!username || more.length > 0 || username.startsWith("-")) console.log(USAGE[language]);
  else await renew(username);
} catch (error) {
  const text = error instanceof Refusal ? error.text : explain(error);
  console.error(text[language]);
  process.exitCode = 1;
}

async function renew(username: string): Promise<void> {
  const ctx = await openServices(readConfiguration(process.env));
  try {
    const password = randomPassword();
    if (!(await setPassword(ctx, username, password))) {
      throw new Refusal({ zh: `没有账号 ${username}。`, en: `There is no account ${username}.` });
    }
    const lines = {
      zh: `${username} 的新密码：${password}`,
      en: `New password of ${username}: ${password}`,
    };
    console.log(lines[language]);
  } finally {
    await ctx.database.close();
  }
}
