import type { Role } from "#data/model/duties.ts";
import { m } from "#web/messages/compiled/messages.js";

/** What somebody of each role comes for, and what stays closed to them. */
export const PURPOSE_WORDS = {
  admin: m.sign_in_purpose_admin,
  leader: m.sign_in_purpose_leader,
  secretary: m.sign_in_purpose_secretary,
  planner: m.sign_in_purpose_planner,
  inspector: m.sign_in_purpose_inspector,
  "grid-worker": m.sign_in_purpose_grid_worker,
  "micro-grid-leader": m.sign_in_purpose_micro_grid_leader,
  "building-chief": m.sign_in_purpose_building_chief,
  "party-contact": m.sign_in_purpose_party_contact,
  "lane-keeper": m.sign_in_purpose_lane_keeper,
  department: m.sign_in_purpose_department,
} satisfies Record<Role, () => string>;
