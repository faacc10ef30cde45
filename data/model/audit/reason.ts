/** Characters of a reason that is written down. */
export const REASON_LENGTH = { min: 3, max: 200 } as const;
