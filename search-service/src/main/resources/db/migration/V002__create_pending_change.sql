create table pending_change (
    number bigint generated always as identity,
    key    text collate "C" not null,
    rank   bigint           not null,
    item   jsonb,
    constraint pending_change_pk primary key (number)
);

comment on table pending_change is 'What is still to be written to an index that all replicas share; empty where each has its own.';
comment on column pending_change.item is 'As it is now; null where it is gone.';
