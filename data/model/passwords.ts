/** Characters of a password: long rather than odd (NIST SP 800-63B). */
export const PASSWORD_LENGTH = { min: 10, max: 128 } as const;
