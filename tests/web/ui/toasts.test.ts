import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ToastQueue } from "#web/ui/toasts.svelte.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const texts = (queue: ToastQueue) => queue.toasts.map((toast) => toast.text);

test("a message goes by itself, one that reports danger stays", () => {
  const queue = new ToastQueue();
  queue.push({ text: "saved", kind: "good" });
  queue.push({ text: "lost", kind: "danger" });
  vi.advanceTimersByTime(5_000);
  expect(texts(queue)).toEqual(["lost"]);
});

test("a message that offers an action stays longer", () => {
  const queue = new ToastQueue();
  queue.push({ text: "moved", action: { label: "undo", onselect: () => {} } });
  vi.advanceTimersByTime(9_000);
  expect(texts(queue)).toEqual(["moved"]);
  vi.advanceTimersByTime(1_000);
  expect(texts(queue)).toEqual([]);
});

test("messages stay while they are held, and so does one that comes meanwhile", () => {
  const queue = new ToastQueue();
  queue.push({ text: "saved" });
  queue.hold();
  queue.push({ text: "sent" });
  vi.advanceTimersByTime(60_000);
  expect(texts(queue)).toEqual(["saved", "sent"]);
  queue.release();
  vi.advanceTimersByTime(5_000);
  expect(texts(queue)).toEqual([]);
});

test("the oldest message makes room for a fourth", () => {
  const queue = new ToastQueue();
  for (const text of ["1", "2", "3", "4"]) queue.push({ text });
  expect(texts(queue)).toEqual(["2", "3", "4"]);
});

test("what push returns dismisses just that message", () => {
  const queue = new ToastQueue();
  const dismiss = queue.push({ text: "1" });
  queue.push({ text: "2" });
  dismiss();
  expect(texts(queue)).toEqual(["2"]);
});
