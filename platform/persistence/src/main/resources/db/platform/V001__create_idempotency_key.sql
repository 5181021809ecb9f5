-- Answers given under an Idempotency-Key, repeated within their retention.
CREATE TABLE idempotency_key (
  scope text NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  answer bytea NOT NULL,
  create_time timestamptz NOT NULL,
  CONSTRAINT idempotency_key_pk PRIMARY KEY (scope, key)
);

-- DELETE ... WHERE create_time < ? (retention)
CREATE INDEX idempotency_key_create_time_idx ON idempotency_key (create_time);
