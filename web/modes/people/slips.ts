import { m } from "#web/messages/compiled/messages.js";

/** A name and password that is handed over on paper. */
export interface Slip {
  name: string;
  username: string;
  password: string;
}

/** All of them as lines of text, to be pasted somewhere. */
export function slipsText(slips: readonly Slip[]): string {
  return slips
    .map(({ name, username, password }) => [name, username, password].join("\t"))
    .join("\n");
}

/**
 * Prints each slip in a frame of its own that is on no page, and goes away afterwards: nothing else
 * on screen gets onto the paper.
 */
export function printSlips(slips: readonly Slip[], title: string): void {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  document.body.append(frame);
  const page = frame.contentDocument;
  const window = frame.contentWindow;
  if (!page || !window) return;
  page.title = title;
  page.body.append(...slips.flatMap((slip) => slipElements(page, slip)));
  window.addEventListener("afterprint", () => frame.remove());
  window.print();
}

function slipElements(page: Document, { name, username, password }: Slip): HTMLElement[] {
  const heading = page.createElement("h2");
  heading.textContent = name;
  const facts = page.createElement("dl");
  for (const [label, value] of [
    [m.people_account_name(), username],
    [m.people_password(), password],
  ]) {
    const term = page.createElement("dt");
    term.textContent = label ?? "";
    const fact = page.createElement("dd");
    fact.append(Object.assign(page.createElement("code"), { textContent: value }));
    facts.append(term, fact);
  }
  const note = page.createElement("p");
  note.textContent = m.people_password_slip();
  return [heading, facts, note, page.createElement("hr")];
}
