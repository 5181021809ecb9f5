-- What the test's handler has seen, in order.
CREATE TABLE reading (
  position bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT reading_pk PRIMARY KEY,
  note_id text NOT NULL,
  version bigint NOT NULL,
  text text NOT NULL
);
