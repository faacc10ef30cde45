/** The first character and one asterisk for each that follows (DOMAIN §7): 王** . */
export function maskName(name: string): string {
  const [first = "", ...rest] = name;
  return first + "*".repeat(rest.length);
}

/** Three digits, four asterisks, four digits (DOMAIN §7); shorter numbers keep their last two. */
export function maskPhone(phone: string): string {
  if (phone.length < 8) return "*".repeat(Math.max(phone.length - 2, 0)) + phone.slice(-2);
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
