import type { Plugin } from "vite";

/** Finds what the page imports at once, itself or by others; the rest is loaded by who asks for it. */
export function firstPage(): { plugin: Plugin; has: (id: string) => boolean } {
  const ids = new Set<string>();
  const plugin: Plugin = {
    name: "getu-first-page",
    apply: "build",
    buildEnd() {
      const waiting = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry);
      for (const id of waiting) {
        if (ids.has(id)) continue;
        ids.add(id);
        waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []));
      }
    },
  };
  return { plugin, has: (id) => ids.has(id) };
}
