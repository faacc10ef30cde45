-- Communities in which the actor has a duty with one of the roles, wherever in it.
CREATE FUNCTION getu_role_communities(roles text[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT community_id FROM getu_held() WHERE role = ANY (roles)
  UNION
  SELECT id FROM communities WHERE 'admin' = ANY (roles) AND getu_is_admin()
$$;
--> statement-breakpoint
-- The people that the actor is, one in each community, and those whose duties they stand in for today.
CREATE FUNCTION getu_own_people() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT p.id FROM people p JOIN users u ON u.id = p.user_id
  WHERE p.user_id = getu_actor() AND NOT u.banned
  UNION
  SELECT d.person_id FROM getu_held() h
  JOIN duties d ON d.community_id = h.community_id AND d.id = h.duty_id
  WHERE h.stands_in AND d.person_id IS NOT NULL
$$;
