import type { HazardCategory, HazardLevel, NoticeKind } from "#data/model/hazards/kinds.ts";
import { HAZARD_WORDS } from "../../reporting/words.ts";

/**
 * What goes out of one notice. No names and nothing that anybody wrote: a note may name a resident, and
 * a chat or a mailbox is read by more people than have a duty.
 */
export interface OutgoingNotice {
  id: string;
  kind: NoticeKind;
  hazardId: string;
  category: HazardCategory;
  level: HazardLevel;
  /** ISO instant. */
  dueAt: string | null;
  /** Such as 10号楼. */
  building: string | null;
}

/** Notices of one community, told together. */
export interface Message {
  community: string;
  text: string;
  notices: (OutgoingNotice & { address: string | null })[];
}

const KINDS: Record<NoticeKind, string> = {
  assigned: "新派单",
  escalated: "上报部门",
  "due-soon": "即将超时",
  overdue: "已超时",
  returned: "复查退回",
  asked: "申请延期",
  granted: "延期答复",
  fixed: "待复查",
};

/** A robot takes no more than some thousand characters. */
const MOST_LINES = 10;

export interface Told {
  slug: string;
  community: string;
  timeZone: string;
  /** Where people reach Getu; undefined: no links. */
  publicUrl: string | undefined;
}

/** 【格图】红旗社区 2 条隐患提醒, then a line for each. In Chinese, as the office reads it. */
export function messageOf(told: Told, notices: readonly OutgoingNotice[]): Message {
  const { slug, community, timeZone, publicUrl } = told;
  const addressed = notices.map((notice) => ({
    ...notice,
    address: publicUrl ? `${publicUrl}/${slug}?selected=hazard:${notice.hazardId}` : null,
  }));
  const lines = addressed.slice(0, MOST_LINES).map(({ address, ...notice }) => {
    const line = lineOf(notice, timeZone);
    return address ? `${line}\n${address}` : line;
  });
  const rest = notices.length - lines.length;
  const head = `【格图】${community} ${notices.length} 条隐患提醒`;
  const text = [head, ...lines, ...(rest > 0 ? [`另有 ${rest} 条，请登录格图查看。`] : [])].join(
    "\n",
  );
  return { community, text, notices: addressed };
}

function lineOf({ kind, category, level, dueAt, building }: OutgoingNotice, timeZone: string) {
  const { categories, levels } = HAZARD_WORDS["zh-CN"];
  const due = dueAt === null ? undefined : `期限 ${minuteText(dueAt, timeZone)}`;
  const parts = [KINDS[kind], categories[category], levels[level], building, due];
  return `· ${parts.filter(Boolean).join(" · ")}`;
}

/** 2026-03-05 14:20 where the community is. */
function minuteText(instant: string, timeZone: string): string {
  // Sweden writes dates the ISO way.
  const format = new Intl.DateTimeFormat("sv-SE", {
    ...{ timeZone, dateStyle: "short", timeStyle: "short" },
  });
  return format.format(new Date(instant));
}
