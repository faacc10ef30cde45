import type { Duty } from "../bundle.ts";
import type { Absence, Posts, Roster } from "../responsibility.ts";
import { type NamedPlace, placeOfDuty } from "./dutyPlaces.ts";
import type { Finding } from "./findings.ts";
import { headOf } from "./head.ts";
import type { Ledger } from "./ledger.ts";

/** Vacant posts that none of the `said` findings names already, and holders away without stand-in. */
export function findDuties(ledger: Ledger, roster: Roster, said: readonly Finding[]): Finding[] {
  const saidPosts = new Set(
    said.flatMap((finding) => ("postIds" in finding ? finding.postIds : [])),
  );
  const findings: Finding[] = [];
  for (const posts of roster.postsByPlace.values()) {
    for (const duty of posts.vacant) {
      const place = saidPosts.has(duty.id) ? undefined : placeOfDuty(ledger, duty);
      if (place) findings.push(vacancy(duty, place, posts));
    }
    for (const absence of posts.onLeave) {
      const place = placeOfDuty(ledger, absence.duty);
      if (place) findings.push(absenceFinding(absence, place, posts));
    }
  }
  return findings;
}

function vacancy(duty: Duty, place: NamedPlace, posts: Posts): Finding {
  return { ...dutyHead("duty-vacant", duty, place, posts), ...dutyDetails(duty, place, posts) };
}

function absenceFinding(
  { duty, person, leave }: Absence,
  place: NamedPlace,
  posts: Posts,
): Finding {
  return {
    ...dutyHead("duty-on-leave", duty, place, posts),
    ...dutyDetails(duty, place, posts),
    personId: person.id,
    personName: person.name,
    leaveEndsOn: leave.endsOn,
  };
}

/** Where a colleague in the same role is there, the place is answered for: to look at, not an alarm. */
function dutyHead<Kind extends "duty-vacant" | "duty-on-leave">(
  kind: Kind,
  duty: Duty,
  { name, position }: NamedPlace,
  { answering }: Posts,
) {
  const head = headOf(kind, { type: "duty", id: duty.id, name }, position);
  return answering.length > 0 ? { ...head, severity: "look" as const } : head;
}

function dutyDetails(duty: Duty, { name }: NamedPlace, { answering }: Posts) {
  const { role, placeType, placeId } = duty;
  return { role, placeType, placeId, placeName: name, isAnsweredByOther: answering.length > 0 };
}
