-- Keys that all replicas share and nobody else needs: made here, so that nobody has to hand one out.
CREATE TABLE signing_key (
  name text NOT NULL CONSTRAINT signing_key_pk PRIMARY KEY,
  value bytea NOT NULL CONSTRAINT signing_key_value_check CHECK (length(value) = 32)
);

-- gen_random_uuid() is PostgreSQL's own strong random source: 3 x 122 random bits, hashed to 256
INSERT INTO signing_key (name, value)
VALUES ('page-token',
        sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
