create table live_log_end (
    sequence bigint not null
);

comment on table live_log_end is 'One row: the last sequence that was given. Whoever appends to the log updates it and so holds it until the commit, which is why sequences become visible in their order; it outlives the entries, so that none is given twice.';

-- no position is older than the service
insert into live_log_end (sequence)
values ((extract(epoch from clock_timestamp()) * 1000)::bigint);

create table live_log (
    sequence    bigint      not null,
    event       text        not null,
    live        bytea       not null,
    channel_ids text[]      not null,
    importance  integer     not null,
    symbols     text[]      not null,
    create_time timestamptz not null default now(),
    -- the tail: where sequence > ? order by sequence
    constraint live_log_pk primary key (sequence),
    constraint live_log_event_ck check (event in ('live.created', 'live.updated', 'live.deleted'))
);

comment on column live_log.live is 'The live as the event tells it, a news.platform.livenews.v1.Live.';
comment on column live_log.channel_ids is 'The channels that it is in or was in before, with all above them.';
comment on column live_log.importance is 'The higher one of what it is and what it was before.';
comment on column live_log.symbols is 'The instruments that it is or was before about.';

-- retention: where create_time < ?
create index live_log_create_time_ix on live_log (create_time);
