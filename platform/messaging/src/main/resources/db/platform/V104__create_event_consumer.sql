-- The consumers of this database, and how often each began anew: a replay is a new group, which the old one's members join.
create table event_consumer (
    name       text    not null,
    generation integer not null default 0,
    constraint event_consumer_pk primary key (name)
);
