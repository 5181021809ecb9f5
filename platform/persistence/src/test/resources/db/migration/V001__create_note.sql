-- A service's own table, beside the platform's.
CREATE TABLE note (
  id text NOT NULL CONSTRAINT note_pk PRIMARY KEY,
  create_time timestamptz NOT NULL
);
