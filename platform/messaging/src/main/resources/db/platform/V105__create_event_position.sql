-- Up to where consumers that take events in batches have handled each partition; written with what came of it.
create table event_position (
    consumer  text    not null,
    topic     text    not null,
    partition integer not null,
    position  bigint  not null,
    constraint event_position_pk primary key (consumer, topic, partition)
);
