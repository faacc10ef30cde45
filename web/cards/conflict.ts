/** One field of a form beside what somebody else saved in it. */
export interface ConflictField {
  label: string;
  mine: string;
  theirs: string;
}
