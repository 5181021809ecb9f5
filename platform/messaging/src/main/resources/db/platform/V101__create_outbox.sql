-- Events that wait to be sent; the relay deletes what the broker has confirmed.
create table outbox (
    id          bigint generated always as identity,
    event_id    uuid        not null,
    topic       text        not null,
    type        text        not null,
    subject     text        not null,
    version     bigint      not null,
    payload     bytea       not null,
    traceparent text,
    create_time timestamptz not null,
    -- the relay, order by id limit ?: the order in which the events of one subject were written
    constraint outbox_pk primary key (id)
);

-- every row is soon deleted: vacuum by count, not by share of a table that is mostly empty
alter table outbox set (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);
