-- Events that wait to be sent; the relay deletes what the broker has confirmed.
CREATE TABLE outbox (
  -- SELECT ... ORDER BY id LIMIT ? (relay): the order in which the events of one subject were written
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT outbox_pk PRIMARY KEY,
  event_id uuid NOT NULL,
  topic text NOT NULL,
  type text NOT NULL,
  subject text NOT NULL,
  version bigint NOT NULL,
  payload bytea NOT NULL,
  traceparent text,
  create_time timestamptz NOT NULL
);

-- every row is soon deleted: vacuum by count, not by share of a table that is mostly empty
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);
