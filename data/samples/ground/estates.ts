import { addCompound, addWall } from "./compounds.ts";
import { addLawnsAndPaths } from "./lawns.ts";
import { inset } from "./lines.ts";
import { isInside, type Line, type Ring, type Spot } from "./plane.ts";
import { butterfly, cross, oval, rectangle } from "./shapes.ts";
import { addGround, type BuildingSketch, isClear, keyOf, type Site } from "./site.ts";
import { addSlabRows, type SlabRows } from "./slabs.ts";

/** A whole compound: its wall and gates, its lanes and gardens, its towers and its rows of slabs. */
export interface Estate {
  name: string;
  /** The wall's line, anticlockwise. */
  ring: Ring;
  street: string;
  gates: readonly { name: string; near: Spot }[];
  lanes?: readonly Line[];
  gardens?: readonly Garden[];
  towers?: readonly Tower[];
  plots?: readonly Plot[];
  /** Numbers of the slabs with shops on the ground floor. */
  shopsIn?: readonly number[];
  /** An estate of the older kind stands open to its streets. */
  isOpen?: boolean;
}

/** A part of an estate with rows of its own, which is divided into grids as one unless it names a zone. */
type Plot = Omit<SlabRows, "compound" | "zone" | "street" | "from" | "ring"> & {
  /** The whole estate unless said. */
  ring?: Ring;
  zone?: string;
};

interface Garden {
  middle: Spot;
  length: number;
  depth: number;
  kind: "green" | "water" | "square";
  shape?: "oval";
  name?: string;
}

export interface Tower {
  at: Spot;
  shape: "cross" | "butterfly" | "bar";
  length: number;
  depth: number;
  storeys: number;
  entrances: number;
  homesPerFloor: number;
  isBroken?: boolean;
}

export function addEstate(site: Site, estate: Estate): void {
  const { name, ring, street } = estate;
  addCompound(site, name, ring, estate.lanes);
  for (const garden of estate.gardens ?? []) addGarden(site, garden);
  const towers = estate.towers ?? [];
  towers.forEach((tower, i) => {
    const number = `${i + 1}号楼`;
    addTower(site, ring, tower, {
      name: number,
      compound: name,
      zone: name,
      address: street,
    });
  });
  let from = towers.length + 1;
  for (const plot of estate.plots ?? []) {
    const before = site.buildings.length;
    addSlabRows(site, { ring, zone: name, ...plot, compound: name, street, from });
    addLawnsAndPaths(site, plot.ring ?? ring, plot.degrees);
    from += site.buildings.length - before;
  }
  for (const number of estate.shopsIn ?? []) {
    buildingOf(site, `${name}${number}号楼`).groundFloor = "shops";
  }
  if (!estate.isOpen) addWall(site, ring, estate.gates);
}

function buildingOf(site: Site, key: string): BuildingSketch {
  const building = site.buildings.find((one) => keyOf(one) === key);
  if (!building) throw new Error(`no building ${key}`);
  return building;
}

function addGarden(site: Site, { kind, name, shape, ...box }: Garden): void {
  addGround(site, kind, name ?? null, shape === "oval" ? oval(box) : rectangle(box));
}

const TOWER_SHAPES = { cross, butterfly, bar: rectangle };

type Naming = Pick<BuildingSketch, "name" | "compound" | "zone" | "address">;

function addTower(site: Site, estate: Ring, tower: Tower, naming: Naming): void {
  const { at, shape, length, depth, storeys, entrances, homesPerFloor, isBroken = false } = tower;
  const ring = TOWER_SHAPES[shape]({ middle: at, length, depth });
  const inside = inset(estate, 3);
  if (!ring.every((corner) => isInside(corner, inside)) || !isClear(site, ring, 8)) {
    throw new Error(`${naming.compound}${naming.name} stands in the way`);
  }
  site.buildings.push({
    ...naming,
    kind: "tower",
    storeys,
    ring,
    holes: [],
    entrances,
    homesPerFloor,
    groundFloor: "homes",
    isBroken,
  });
}
