-- The roles that requests run as. They belong to the whole server, so another database may have made
-- them already, or be making them at this moment.
DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['getu_app', 'getu_reader'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', role_name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
      END;
    END IF;
    -- Who connects must be able to become them; a superuser is already.
    BEGIN
      EXECUTE format('GRANT %I TO %I', role_name, current_user);
    EXCEPTION WHEN insufficient_privilege THEN
      IF NOT pg_has_role(current_user, role_name, 'MEMBER') THEN
        RAISE;
      END IF;
    END;
  END LOOP;
END
$$;
--> statement-breakpoint
-- The functions below name tables and columns of the next migration.
SET LOCAL check_function_bodies = off;
--> statement-breakpoint
-- The account on whose behalf this transaction runs; null where none was set.
CREATE FUNCTION getu_actor() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('getu.actor', true), '')::uuid $$;
--> statement-breakpoint
-- The one community that this transaction reads for the cache; null where none was set.
CREATE FUNCTION getu_reads() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('getu.reads', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION getu_is_admin() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  SELECT EXISTS (SELECT FROM users WHERE id = getu_actor() AND role = 'admin' AND NOT banned)
$$;
--> statement-breakpoint
-- The duties that the actor holds today, those they stand in for included. "Today" is the community's.
CREATE FUNCTION getu_held()
RETURNS TABLE (community_id uuid, duty_id uuid, role text, place_type text, place_id uuid, stands_in boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  WITH mine AS (
    SELECT p.community_id, p.id,
      (now() AT TIME ZONE coalesce(c.settings ->> 'timeZone', 'Asia/Shanghai'))::date AS today
    FROM people p
    JOIN communities c ON c.id = p.community_id
    JOIN users u ON u.id = p.user_id
    WHERE p.user_id = getu_actor() AND NOT u.banned AND c.is_ready
  )
  SELECT d.community_id, d.id, d.role, d.place_type, d.place_id, false
  FROM mine JOIN duties d ON d.community_id = mine.community_id AND d.person_id = mine.id
  WHERE d.starts_on <= mine.today AND (d.ends_on IS NULL OR mine.today <= d.ends_on)
  UNION ALL
  SELECT d.community_id, d.id, d.role, d.place_type, d.place_id, true
  FROM mine
  JOIN leaves l ON l.community_id = mine.community_id AND l.stand_in_id = mine.id
  JOIN duties d ON d.community_id = l.community_id AND d.id = l.duty_id
  WHERE l.starts_on <= mine.today AND (l.ends_on IS NULL OR mine.today <= l.ends_on)
    AND d.starts_on <= mine.today AND (d.ends_on IS NULL OR mine.today <= d.ends_on)
$$;
--> statement-breakpoint
-- Communities in which the actor has any duty; the administrator is in all.
CREATE FUNCTION getu_member_communities() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT community_id FROM getu_held()
  UNION
  SELECT id FROM communities WHERE getu_is_admin()
$$;
--> statement-breakpoint
-- Communities in which the actor has a duty with one of the roles for the whole community.
CREATE FUNCTION getu_communities(roles text[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT community_id FROM getu_held()
  WHERE place_type = 'community' AND role = ANY (roles)
  UNION
  SELECT id FROM communities WHERE 'admin' = ANY (roles) AND getu_is_admin()
$$;
--> statement-breakpoint
-- Dwellings within a place narrower than a community, for which the actor has a duty with one of the
-- roles. An entrance without a row of its own in the plan goes with its building.
CREATE FUNCTION getu_dwellings(roles text[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  WITH held AS MATERIALIZED (
    SELECT h.community_id, h.place_type, h.place_id FROM getu_held() h
    WHERE h.place_type <> 'community' AND h.role = ANY (roles)
  ), given AS MATERIALIZED (
    SELECT u.community_id, u.unit_id, u.building_id, u.entrance_id, m.id AS micro_grid_id, m.grid_id
    FROM plans p
    JOIN plan_units u ON u.community_id = p.community_id AND u.plan_id = p.id
    JOIN micro_grids m
      ON m.community_id = u.community_id AND m.plan_id = u.plan_id AND m.id = u.micro_grid_id
    WHERE p.status = 'in-force' AND p.community_id IN (SELECT community_id FROM held)
  ), units AS (
    SELECT given.* FROM given JOIN held
      ON held.community_id = given.community_id
      AND ((held.place_type = 'grid' AND held.place_id = given.grid_id)
        OR (held.place_type = 'micro-grid' AND held.place_id = given.micro_grid_id))
  )
  SELECT d.id FROM held
  JOIN dwellings d ON d.community_id = held.community_id AND d.building_id = held.place_id
  WHERE held.place_type = 'building'
  UNION
  SELECT d.id FROM held
  JOIN buildings b ON b.community_id = held.community_id AND b.compound_id = held.place_id
  JOIN dwellings d ON d.community_id = b.community_id AND d.building_id = b.id
  WHERE held.place_type = 'compound'
  UNION
  SELECT d.id FROM units
  JOIN dwellings d ON d.community_id = units.community_id AND d.entrance_id = units.entrance_id
  UNION
  SELECT d.id FROM units
  JOIN dwellings d ON d.community_id = units.community_id AND d.building_id = units.building_id
  WHERE units.entrance_id IS NULL
    AND (d.entrance_id IS NULL OR d.entrance_id NOT IN (
      SELECT given.entrance_id FROM given WHERE given.entrance_id IS NOT NULL
    ))
$$;
--> statement-breakpoint
-- Accounts of the people in the communities whose people the actor manages.
CREATE FUNCTION getu_colleagues() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT user_id FROM people
  WHERE user_id IS NOT NULL
    AND community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary']))
$$;
--> statement-breakpoint
-- What each of the actor's communities counts, residents included: who they are stays unsaid.
CREATE FUNCTION getu_counts() RETURNS TABLE (community_id uuid, name text, total integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  WITH mine AS MATERIALIZED (SELECT getu_member_communities() AS id), in_force AS (
    SELECT p.community_id, p.id FROM plans p JOIN mine ON mine.id = p.community_id
    WHERE p.status = 'in-force'
  ), homes AS (
    SELECT h.community_id, count(*) AS households, sum(h.party_members) AS party_members,
      count(*) FILTER (WHERE h.party_standing = 'centre') AS centres
    FROM households h WHERE h.community_id IN (SELECT id FROM mine) GROUP BY 1
  )
  SELECT b.community_id, 'buildings', count(*)::int FROM buildings b
    WHERE b.community_id IN (SELECT id FROM mine) GROUP BY 1
  UNION ALL SELECT c.community_id, 'compounds', count(*)::int FROM compounds c
    WHERE c.community_id IN (SELECT id FROM mine) GROUP BY 1
  UNION ALL SELECT homes.community_id, 'households', households::int FROM homes
  UNION ALL SELECT homes.community_id, 'partyMembers', party_members::int FROM homes
  UNION ALL SELECT homes.community_id, 'partyCentreHouseholds', centres::int FROM homes
  UNION ALL SELECT g.community_id, 'grids', count(*)::int FROM grids g
    JOIN in_force p ON p.community_id = g.community_id AND p.id = g.plan_id GROUP BY 1
  UNION ALL SELECT m.community_id, 'microGrids', count(*)::int FROM micro_grids m
    JOIN in_force p ON p.community_id = m.community_id AND p.id = m.plan_id GROUP BY 1
$$;
