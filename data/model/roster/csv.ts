import { decodeText } from "../import/decode.ts";

/** RFC 4180 with comma, semicolon or tab, whichever the first lines have most of; GB18030 where it is no UTF-8. */
export function readCsv(bytes: Uint8Array): string[][] {
  const { text } = decodeText(bytes);
  const separator = separatorOf(text.slice(0, 4000));
  const rows: string[][] = [];
  const row: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[i + 1] === '"') cell += text[i++];
      else isQuoted = false;
    } else if (character === '"' && cell === "") {
      isQuoted = true;
    } else if (character === separator || character === "\n") {
      row.push(cell.replace(/\r$/, ""));
      cell = "";
      if (character === "\n") rows.push(row.splice(0));
    } else {
      cell += character;
    }
  }
  if (cell !== "" || row.length > 0) rows.push([...row, cell.replace(/\r$/, "")]);
  return rows;
}

function separatorOf(start: string): string {
  const counts = [",", ";", "\t"].map((separator) => ({
    separator,
    count: start.split(separator).length,
  }));
  return counts.sort((a, b) => b.count - a.count)[0]?.separator ?? ",";
}
