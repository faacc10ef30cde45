import type { BorderGraph } from "./borders.ts";

/** Edges that came of cutting, and the boundary's own: few, so plain lists. */
export class EdgeTable {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly lefts: number[] = [];
  readonly rights: number[] = [];
  readonly leftSamples: number[] = [];
  readonly rightSamples: number[] = [];

  get count(): number {
    return this.starts.length;
  }

  add(
    start: number,
    end: number,
    left: number,
    right: number,
    leftSample: number,
    rightSample: number,
  ): void {
    this.starts.push(start);
    this.ends.push(end);
    this.lefts.push(left);
    this.rights.push(right);
    this.leftSamples.push(leftSample);
    this.rightSamples.push(rightSample);
  }

  /** A piece of a border edge from one node to another, with the same units on its sides. */
  addPiece(graph: BorderGraph, edge: number, from: number, to: number): void {
    this.add(
      from,
      to,
      graph.left[edge]!,
      graph.right[edge]!,
      graph.leftSample[edge]!,
      graph.rightSample[edge]!,
    );
  }
}
