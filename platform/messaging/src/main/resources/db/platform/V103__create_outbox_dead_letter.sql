-- A tombstone has no payload.
alter table outbox alter column payload drop not null;

-- Events that the broker will never take as they are, and those of the same subject behind them.
create table outbox_dead_letter (
    id          bigint      not null,
    event_id    uuid        not null,
    topic       text        not null,
    type        text        not null,
    subject     text        not null,
    version     bigint      not null,
    payload     bytea,
    traceparent text,
    create_time timestamptz not null,
    reason      text        not null,
    dead_time   timestamptz not null,
    -- the operator's list, order by id
    constraint outbox_dead_letter_pk primary key (id)
);

-- the relay, for each row of the outbox: where topic = ? and subject = ?
create index outbox_dead_letter_topic_subject_ix on outbox_dead_letter (topic, subject);
