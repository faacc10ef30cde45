import { createContext } from "svelte";
import type { CommunityState } from "./community.svelte.ts";
import type { HazardDesk } from "./hazards/hazardDesk.svelte.ts";
import type { PlanDesk } from "./planDesk.svelte.ts";
import type { Preferences } from "./preferences.svelte.ts";
import type { SessionState } from "./session.svelte.ts";
import type { ViewState } from "./view.svelte.ts";

export const [getView, setView] = createContext<ViewState>();
export const [getCommunity, setCommunity] = createContext<CommunityState>();
export const [getPreferences, setPreferences] = createContext<Preferences>();
export const [getSession, setSession] = createContext<SessionState>();
export const [getHazardDesk, setHazardDesk] = createContext<HazardDesk>();
export const [getPlanDesk, setPlanDesk] = createContext<PlanDesk>();
