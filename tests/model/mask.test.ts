import { expect, test } from "vitest";
import { maskName, maskPhone } from "#data/model/mask.ts";

test("a name keeps its first character", () => {
  expect(maskName("王小明")).toBe("王**");
  expect(maskName("欧阳")).toBe("欧*");
  expect(maskName("")).toBe("");
});

test("a character outside the basic plane stays whole", () => {
  expect(maskName("𠮷田")).toBe("𠮷*");
});

test("a phone number keeps three digits and four", () => {
  expect(maskPhone("19900001234")).toBe("199****1234");
});

test("a short number keeps its last two digits", () => {
  expect(maskPhone("5551234")).toBe("*****34");
  expect(maskPhone("12")).toBe("12");
});
