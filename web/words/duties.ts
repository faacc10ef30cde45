import type { Role } from "#data/model/duties.ts";
import { m } from "#web/messages/compiled/messages.js";

export const ROLE_WORDS = {
  admin: m.word_role_admin,
  leader: m.word_role_leader,
  secretary: m.word_role_secretary,
  planner: m.word_role_planner,
  inspector: m.word_role_inspector,
  "grid-worker": m.word_role_grid_worker,
  "micro-grid-leader": m.word_role_micro_grid_leader,
  "building-chief": m.word_role_building_chief,
  "party-contact": m.word_role_party_contact,
  "lane-keeper": m.word_role_lane_keeper,
  department: m.word_role_department,
} satisfies Record<Role, () => string>;
