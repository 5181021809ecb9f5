-- Events that have had their effect, for each consumer, as long as they may be delivered again.
CREATE TABLE inbox (
  consumer text NOT NULL,
  event_id uuid NOT NULL,
  handle_time timestamptz NOT NULL,
  CONSTRAINT inbox_pk PRIMARY KEY (consumer, event_id)
);

-- DELETE ... WHERE handle_time < ? (retention)
CREATE INDEX inbox_handle_time_idx ON inbox (handle_time);
