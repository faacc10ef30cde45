-- What the tables of 0004 may be used for; which rows, say their policies.
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_posts, capacities TO getu_app;
--> statement-breakpoint
GRANT SELECT ON plan_posts, capacities TO getu_reader;
