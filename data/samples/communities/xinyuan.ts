import type { SampleDefinition } from "../definition.ts";
import { PLACES } from "../places/xinyuan.ts";
import { draw } from "./xinyuanGround.ts";
import { AROUND } from "./xinyuanLines.ts";

/** 新源社区: two estates and a gated one of towers about a garden, between railway and river. */
export const xinyuan: SampleDefinition = {
  slug: "xinyuan",
  name: "新源社区",
  nameEn: "Xinyuan Community",
  area: "caiwa",
  frame: { centre: [113.572, 37.868], rotationDegrees: -6 },
  boundary: AROUND,
  draw,
  division: [
    { zone: "晨光西片", grids: [{ microGrids: 6 }] },
    { zone: "晨光东片", grids: [{ microGrids: 5 }] },
    { zone: "国电满庭春小区", grids: [{ microGrids: 6 }, { microGrids: 6 }, { microGrids: 6 }] },
    { zone: "新源小区", grids: [{ microGrids: 7 }, { microGrids: 6 }] },
    { zone: "新源小学", grids: [{ microGrids: 1, kind: "dedicated", name: "新源小学专属网格" }] },
  ],
  posts: { buildingChiefs: true },
  party: {
    members: 168,
    centreHouseholds: 18,
    name: "新源社区党委",
    compoundBranches: true,
    buildingGroups: 10,
  },
  places: PLACES,
};
