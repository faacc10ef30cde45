export * from "./areas.ts";
export * from "./audit.ts";
export * from "./buildings.ts";
export * from "./communities.ts";
export * from "./households.ts";
export * from "./people.ts";
export * from "./places.ts";
export * from "./plans.ts";
