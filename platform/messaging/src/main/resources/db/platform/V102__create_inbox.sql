-- Events that have had their effect, for each consumer, as long as they may be delivered again.
create table inbox (
    consumer    text        not null,
    event_id    uuid        not null,
    handle_time timestamptz not null,
    constraint inbox_pk primary key (consumer, event_id)
);

-- retention: where handle_time < ?
create index inbox_handle_time_ix on inbox (handle_time);
