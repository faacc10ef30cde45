/** What a dialog asks before it drops what was typed. */
export interface DialogGuard {
  question: string;
  stay: string;
  leave: string;
}
