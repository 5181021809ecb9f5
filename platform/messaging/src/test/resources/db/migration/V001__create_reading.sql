-- What the test's handler has seen, in order.
CREATE TABLE reading (
  position bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT reading_pk PRIMARY KEY,
  transaction text NOT NULL DEFAULT pg_current_xact_id()::text,
  note_id text NOT NULL,
  version bigint NOT NULL,
  text text NOT NULL
);

CREATE TABLE note_view (
  note_id text CONSTRAINT note_view_pk PRIMARY KEY,
  views bigint NOT NULL
);
