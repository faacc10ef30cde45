/** A Cookie header as a browser's profile takes it. @param address where the cookies belong */
export function browserCookies(header: string, address: string) {
  return header.split("; ").map((cookie) => {
    const [name = "", ...value] = cookie.split("=");
    return { name, value: value.join("="), url: new URL("/", address).href };
  });
}
