import { m } from "#web/messages/compiled/messages.js";

/** What a dialog with fields asks before it drops what was typed. */
export const askBeforeDropping = () => ({
  question: m.app_typed_question(),
  stay: m.app_typed_stay(),
  leave: m.app_typed_leave(),
});
