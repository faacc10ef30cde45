import { COMMUNITY_ROLES, type Role, ROLES } from "./duties.ts";

/**
 * What a duty lets a person do, and there is no other source of permission: the server's verbs, the
 * policies of the tables and the web's buttons all read this table.
 */
export const ROLES_MAY = {
  /** Grids, buildings, counts, and who is on duty (DESIGN §6). */
  look: ROLES,
  /** Who lives where, name and phone masked: within the duty's own place. */
  "see-residents": [
    "secretary",
    "inspector",
    "grid-worker",
    "micro-grid-leader",
    "building-chief",
    "party-contact",
  ],
  /** Party standing and tags such as "elderly, alone": within the duty's own place (DOMAIN §7). */
  "see-sensitive": ["secretary", "grid-worker", "micro-grid-leader"],
  /** A name or phone in full, for a reason that is written down: within the duty's own place. */
  reveal: ["secretary", "grid-worker", "micro-grid-leader"],
  /** The admin too: a community that is brought in gets its first plan with it. */
  plan: ["admin", "secretary", "planner"],
  /** Buildings, compounds, entrances, dwellings, places, context. */
  "edit-ground": ["admin", "secretary", "planner"],
  "edit-households": ["secretary"],
  "manage-people": ["admin", "secretary"],
  "read-audit": ["admin", "secretary"],
  /** All of them; whoever stands for a department sees those that were escalated to it (DESIGN §6). */
  "see-hazards": ["admin", "leader", ...COMMUNITY_ROLES],
  "report-hazard": COMMUNITY_ROLES,
  /** Confirm, reject, merge, assign. */
  "handle-hazards": ["secretary", "inspector"],
  /** On the spot: within the duty's own place. */
  "fix-hazard": ["inspector", "grid-worker"],
  /** Pass or return what somebody else fixed: within the duty's own place. */
  "verify-hazard": ["secretary", "inspector", "grid-worker"],
  /** Escalate, grant more time, reopen; deadlines, calendar and checklists. */
  "steer-hazards": ["secretary"],
  inspect: [
    "secretary",
    "inspector",
    "grid-worker",
    "micro-grid-leader",
    "building-chief",
    "lane-keeper",
  ],
  "manage-rounds": ["secretary", "inspector"],
  "create-community": ["admin"],
  /** Whose account it is, across communities, and who is an administrator. */
  "manage-accounts": ["admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof ROLES_MAY;
export const ACTIONS = Object.keys(ROLES_MAY) as Action[];

/** Actions that reach only as far as the duty's own place; all others are of a whole community. */
export const PLACE_ACTIONS = [
  "see-residents",
  "see-sensitive",
  "reveal",
  "handle-hazards",
  "fix-hazard",
  "verify-hazard",
] as const;

/** Who has such a duty anywhere in a community may do it all over: a hazard is pinned where it is seen. */
export const EVERYWHERE_ACTIONS = ["look", "see-hazards", "report-hazard", "inspect"] as const;
export type PlaceAction = (typeof PLACE_ACTIONS)[number];

/** Whose report needs nobody to go and look first (DESIGN §4). */
export const TRUSTED_REPORTERS: readonly Role[] = ["secretary", "inspector", "grid-worker"];

export function rolesFor(action: Action): readonly Role[] {
  return ROLES_MAY[action];
}

export function mayRole(role: Role, action: Action): boolean {
  return rolesFor(action).includes(role);
}
