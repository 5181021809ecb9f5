-- Answers given under an Idempotency-Key, repeated within their retention.
create table idempotency_key (
    scope        text        not null,
    key          text        not null,
    request_hash bytea       not null,
    answer       bytea       not null,
    create_time  timestamptz not null,
    constraint idempotency_key_pk primary key (scope, key)
);

-- retention: where create_time < ?
create index idempotency_key_create_time_ix on idempotency_key (create_time);
