import type { Map as MapLibreMap } from "maplibre-gl";
import { project } from "#data/model/geometry/plane.ts";
import { breakBuilding, joinBuilding } from "#data/model/planning/painting/breaking.ts";
import { changeGrid, changeMicroGrid } from "#data/model/planning/painting/groups.ts";
import type { Paint, Painted } from "#data/model/planning/painting/paintUnits.ts";
import { gridOfUnitAt } from "#data/model/planning/layout.ts";
import type { PlanBoard } from "#web/state/planBoard.svelte.ts";
import type { PlanBrush } from "#web/state/planBrush.svelte.ts";
import type { PlanDraft } from "#web/state/planDraft.svelte.ts";
import type { Spot } from "./strokes.ts";

/** What a stroke could not do, to be said once it is over. */
export type Refusal =
  | { kind: "locked"; grids: string[]; microGrids: string[] }
  | { kind: "no-target" }
  | { kind: "no-entrances"; name: string };

/** Turns strokes into painting: which units a tool means at a spot, and what becomes of them. */
export class Painter {
  #shape: readonly Spot[] = $state.raw([]);
  /** The rectangle or the lasso that is being drawn, in pixels of the map. */
  readonly shape: readonly Spot[] = $derived(this.#shape);

  #paint: Paint | undefined;
  #start: Spot | undefined;
  #locked = { grids: new Set<number>(), microGrids: new Set<number>() };

  constructor(
    private readonly map: MapLibreMap,
    private readonly draft: PlanDraft,
    private readonly board: PlanBoard,
    private readonly brush: PlanBrush,
    private readonly onrefuse: (refusal: Refusal) => void,
  ) {}

  start(at: Spot): void {
    this.#start = at;
    this.#locked = { grids: new Set(), microGrids: new Set() };
    this.#paint = this.#isDrawing ? this.#paintNow() : undefined;
    if (this.#isDrawing && !this.#paint) this.onrefuse({ kind: "no-target" });
    this.move(at, at);
  }

  move(at: Spot, from: Spot): void {
    const { tool } = this.brush;
    if (!this.#paint) return;
    if (tool === "rectangle" || tool === "lasso") {
      this.#shape = tool === "lasso" ? [...this.#shape, at] : rectangle(this.#start ?? at, at);
      this.#put(this.board.surface.index.within(this.#ring()), true);
    } else {
      this.#put(this.#unitsAlong(from, at), false);
    }
  }

  end(at: Spot): void {
    const { tool } = this.brush;
    if (tool === "break") this.#breakAt(at);
    else if (tool === "lock") this.#lockAt(at);
    else if (tool === "pick") this.pick(at);
    else if (this.#paint) this.board.commit();
    this.#sayLocked();
    this.#reset();
  }

  cancel(): void {
    this.board.cancel();
    this.#reset();
  }

  /** Paints with what is there from now on. */
  pick(at: Spot): void {
    const { layout } = this.board;
    const unit = this.#unitAt(at);
    const microGrid = unit === undefined ? -1 : layout.microGridOfUnit[unit]!;
    if (unit === undefined) return;
    if (microGrid < 0) this.brush.erase(true);
    else {
      const gridId = layout.gridIds[layout.gridOfMicroGrid[microGrid]!]!;
      this.brush.aim({ gridId, microGridId: layout.microGridIds[microGrid]! });
    }
    if (this.brush.tool === "pick") this.brush.use("brush");
  }

  get #isDrawing(): boolean {
    return !["break", "pick", "lock"].includes(this.brush.tool);
  }

  #paintNow(): Paint | undefined {
    if (this.brush.isErasing) return { kind: "erase" };
    const { gridIds, microGridIds } = this.board.committed;
    const target = this.brush.targetIn(this.draft.state);
    if (!target) return undefined;
    const grid = gridIds.indexOf(target.gridId);
    const { level, takes } = this.brush;
    if (level === "micro-grid" && target.microGridId !== null) {
      return { kind: "micro-grid", microGrid: microGridIds.indexOf(target.microGridId) };
    }
    const spareId = crypto.randomUUID();
    return { kind: "grid", grid, takes: level === "grid" ? takes : "units", spareId };
  }

  #put(units: readonly number[], isAnew: boolean): void {
    if (!this.#paint) return;
    const painted: Painted = this.board.paint(this.#paint, units, isAnew);
    for (const grid of painted.lockedGrids) this.#locked.grids.add(grid);
    for (const each of painted.lockedMicroGrids) this.#locked.microGrids.add(each);
  }

  #unitsAlong(from: Spot, to: Spot): number[] {
    const { tool, radiusPixels } = this.brush;
    const { index, units } = this.board.surface;
    const [ax, ay] = this.#meters(from);
    const [bx, by] = this.#meters(to);
    const [ex, ey] = this.#meters({ x: to.x + radiusPixels, y: to.y });
    const radius = tool === "brush" ? Math.hypot(ex - bx, ey - by) : 0;
    const touched = index.along(ax, ay, bx, by, radius);
    if (tool === "compound") {
      const compounds = new Set(touched.map((unit) => units[unit]!.compoundId));
      return unitsWhere(units, (unit, place) =>
        unit.compoundId === null ? touched.includes(place) : compounds.has(unit.compoundId),
      );
    }
    if (tool === "building") {
      const buildings = new Set(touched.map((unit) => units[unit]!.buildingId));
      return unitsWhere(units, ({ buildingId }) => buildings.has(buildingId));
    }
    return touched;
  }

  #breakAt(at: Spot): void {
    const unit = this.board.surface.units[this.#unitAt(at) ?? -1];
    const building = this.draft.ground.buildings.find(({ id }) => id === unit?.buildingId);
    if (!unit || !building) return;
    const { layout } = this.board;
    const place = layout.unitIds.indexOf(unit.id);
    const microGrid = layout.microGridOfUnit[place]!;
    if (microGrid >= 0 && layout.isMicroGridLocked[microGrid]) {
      this.#locked.microGrids.add(microGrid);
      return;
    }
    const { state } = this.draft;
    const change = joinBuilding(state, building) ?? breakBuilding(state, building);
    if (change) this.draft.apply(change);
    else this.onrefuse({ kind: "no-entrances", name: building.name });
  }

  #lockAt(at: Spot): void {
    const { layout } = this.board;
    const unit = this.#unitAt(at);
    const microGrid = unit === undefined ? -1 : layout.microGridOfUnit[unit]!;
    if (unit === undefined || microGrid < 0) return;
    const { state } = this.draft;
    if (this.brush.level === "grid") {
      const id = layout.gridIds[gridOfUnitAt(layout, unit)]!;
      const isLocked = !state.grids.get(id)?.isLocked;
      this.draft.apply(changeGrid(state, id, { isLocked }));
    } else {
      const id = layout.microGridIds[microGrid]!;
      const isLocked = !state.microGrids.get(id)?.isLocked;
      this.draft.apply(changeMicroGrid(state, id, { isLocked }));
    }
  }

  #unitAt(at: Spot): number | undefined {
    return this.board.surface.index.at(...this.#meters(at));
  }

  #meters({ x, y }: Spot): [number, number] {
    const { lng, lat } = this.map.unproject([x, y]);
    return project(this.board.surface.map.plane, [lng, lat]);
  }

  #ring(): [number, number][] {
    const ring = this.#shape.map((spot) => this.#meters(spot));
    return [...ring, ring[0]!];
  }

  #sayLocked(): void {
    const { grids, microGrids } = this.#locked;
    if (grids.size + microGrids.size === 0) return;
    const { layout } = this.board;
    const { state } = this.draft;
    this.onrefuse({
      kind: "locked",
      grids: [...grids].map((grid) => state.grids.get(layout.gridIds[grid]!)?.name ?? ""),
      microGrids: [...microGrids].map(
        (each) => state.microGrids.get(layout.microGridIds[each]!)?.name ?? "",
      ),
    });
  }

  #reset(): void {
    this.#paint = undefined;
    this.#start = undefined;
    this.#shape = [];
  }
}

function rectangle(a: Spot, b: Spot): Spot[] {
  return [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }];
}

function unitsWhere<Unit>(
  units: readonly Unit[],
  isMeant: (unit: Unit, place: number) => boolean,
): number[] {
  return units.flatMap((unit, place) => (isMeant(unit, place) ? [place] : []));
}
