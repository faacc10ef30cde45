import type { Duty } from "../bundle.ts";
import type { Absence, Posts, Roster } from "../responsibility.ts";
import { type NamedPlace, placeOfDuty } from "./dutyPlaces.ts";
import type { Finding, Subject } from "./findings.ts";
import { findingOf } from "./finding.ts";
import type { Severity } from "./kinds.ts";
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
  const details = detailsOf(duty, place, posts);
  return findingOf("duty-vacant", subjectOfDuty(duty, place), place.position, details);
}

function absenceFinding(
  { duty, person, leave }: Absence,
  place: NamedPlace,
  posts: Posts,
): Finding {
  return findingOf("duty-on-leave", subjectOfDuty(duty, place), place.position, {
    ...detailsOf(duty, place, posts),
    personId: person.id,
    personName: person.name,
    leaveEndsOn: leave.endsOn,
  });
}

function subjectOfDuty({ id }: Duty, { name }: NamedPlace): Subject {
  return { type: "duty", id, name };
}

/** Where a colleague in the same role is there, the place is answered for: to look at, not an alarm. */
function detailsOf(duty: Duty, { name: placeName }: NamedPlace, { answering }: Posts) {
  const { role, placeType, placeId } = duty;
  const isAnsweredByOther = answering.length > 0;
  const severity: Severity = isAnsweredByOther ? "look" : "act";
  return { severity, role, placeType, placeId, placeName, isAnsweredByOther };
}
