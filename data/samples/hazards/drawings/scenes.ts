/** Where things are: the ground that a drawing's trouble is drawn on. 800 by 600. */

const rect = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;

const repeat = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => draw(index)).join("");

/** A corridor with a door at its end, and a strip of tiles along its walls. */
export const CORRIDOR =
  rect(0, 0, 800, 600, "#e7e2d6") +
  '<path d="M0 0L250 130V420L0 600Z" fill="#d8d2c3"/><path d="M800 0L550 130V420L800 600Z" fill="#d2cbbb"/>' +
  '<path d="M0 600L250 420H550L800 600Z" fill="#b5ac9b"/><path d="M0 0L250 130H550L800 0Z" fill="#f3f0e8"/>' +
  rect(340, 210, 120, 210, "#8d6a4a") +
  rect(350, 222, 100, 186, "#9c7856") +
  '<circle cx="440" cy="320" r="6" fill="#e4c56b"/>' +
  '<path d="M0 380L250 310M800 380L550 310" stroke="#9fb4a4" stroke-width="14"/>';

/** A room with a stove along its wall. */
export const KITCHEN =
  rect(0, 0, 800, 420, "#eee9dd") +
  rect(0, 420, 800, 180, "#b9b0a0") +
  repeat(10, (i) => repeat(4, (k) => rect(i * 80 + 2, 80 + k * 50, 76, 46, "#f8f6f0"))) +
  rect(60, 300, 680, 150, "#c9b79c") +
  rect(60, 286, 680, 20, "#8c8478") +
  rect(300, 266, 180, 22, "#4a4d55") +
  '<circle cx="345" cy="262" r="26" fill="#6b707a"/><circle cx="435" cy="262" r="26" fill="#6b707a"/>';

/** The foot of a house, with windows, and the ground before it. */
export const FRONT =
  rect(0, 0, 800, 600, "#d7e5ee") +
  rect(60, 0, 680, 380, "#d9c3a5") +
  repeat(4, (i) =>
    [40, 200]
      .map(
        (y) =>
          rect(110 + i * 160, y, 90, 110, "#7f93a5") + rect(152 + i * 160, y, 6, 110, "#f0ebe1"),
      )
      .join(""),
  ) +
  rect(0, 380, 800, 220, "#a9a69d") +
  rect(0, 380, 800, 14, "#8b887f");

/** A lane between walls. */
export const LANE =
  rect(0, 0, 800, 600, "#cfe0ea") +
  '<path d="M0 90L300 220V330L0 470Z" fill="#a9a196"/><path d="M800 90L500 220V330L800 470Z" fill="#b3ab9f"/>' +
  '<path d="M0 600V470L300 330H500L800 470V600Z" fill="#9b978e"/>' +
  '<path d="M400 340V600" stroke="#c8c4ba" stroke-width="5" stroke-dasharray="26 22"/>';

/** A courtyard of grey bricks, paved. */
export const COURTYARD =
  rect(0, 0, 800, 220, "#cfe0ea") +
  '<path d="M40 60H760L800 130H0Z" fill="#6d7178"/>' +
  rect(0, 130, 800, 130, "#8e8f8d") +
  rect(330, 150, 140, 110, "#8a3b2e") +
  rect(0, 260, 800, 340, "#a6a39c");

/** A row of shops with their backs to a gutter. */
export const SHOPS =
  rect(0, 0, 800, 600, "#d5e2ea") +
  repeat(3, (i) => {
    const [wall = "", sign = ""] = [
      ["#d8c6a8", "#b8413a"],
      ["#cdd3c4", "#2f6d8a"],
      ["#dccdb6", "#4c7a3f"],
    ][i]!;
    const x = 20 + i * 258;
    return (
      rect(x, 60, 244, 280, wall) +
      rect(x, 60, 244, 60, sign) +
      rect(x + 24, 150, 90, 190, "#6f7f8b")
    );
  }) +
  rect(0, 340, 800, 260, "#a3a099") +
  rect(0, 340, 800, 16, "#85827a");

export { rect, repeat };
