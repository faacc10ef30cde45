import { v5 } from "uuid";
import type { HazardCategory } from "../hazards/kinds.ts";
import type { ChecklistLine, LineAnswer } from "./kinds.ts";

type Answer = LineAnswer["answer"];

/** What somebody answered, before it is known what the line said. */
export interface GivenAnswer {
  lineId: string;
  answer: Answer;
  note: string;
  /** What the line said where it was answered. */
  text?: string | undefined;
}

export interface AnsweredLine extends Omit<LineAnswer, "hazardId"> {
  /** What a fail of it is. */
  category: HazardCategory;
}

/**
 * Every line with its answer, in the list's order. When all is well, what is not answered passes. A
 * line that the list does not have any more keeps what it said on the phone.
 * @returns the ids of lines without an answer as `missing`
 */
export function answerLines(
  lines: readonly ChecklistLine[],
  given: readonly GivenAnswer[],
  isAllWell: boolean,
): { answered: AnsweredLine[]; missing: string[] } {
  const answers = new Map(given.map((answer) => [answer.lineId, answer]));
  const missing: string[] = [];
  const answered: AnsweredLine[] = [];
  for (const { id: lineId, text, category } of lines) {
    const answer = answers.get(lineId);
    answers.delete(lineId);
    if (answer) answered.push({ lineId, text, category, answer: answer.answer, note: answer.note });
    else if (isAllWell) answered.push({ lineId, text, category, answer: "pass", note: "" });
    else missing.push(lineId);
  }
  for (const { lineId, answer, note, text = "" } of answers.values()) {
    answered.push({ lineId, text, category: "other", answer, note });
  }
  return { answered, missing };
}

/** The hazard of a fail that nobody said more of: the same whenever the inspection is sent. */
export function hazardIdOf(inspectionId: string, lineId: string): string {
  return v5(lineId, inspectionId);
}

/** The line as a title, then what was said of it, once. */
export function hazardNote({ text, note }: Pick<AnsweredLine, "text" | "note">): string {
  if (note === "" || note.startsWith(text)) return note || text;
  return text === "" ? note : `${text}：${note}`;
}
