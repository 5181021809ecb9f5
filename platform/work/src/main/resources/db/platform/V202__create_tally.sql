-- Of all counts: whatever is counted later has the higher number, even where a count was forgotten meanwhile.
create sequence tally_version;

-- What came and went and is not counted yet. Rows are only added, and taken by who counts: a thousand users who like one article do
-- not wait for each other.
create table tally_change (
    kind    text   collate "C" not null,
    key     text   collate "C" not null,
    measure text   collate "C" not null,
    delta   bigint not null
);

-- counting: all changes of a key; the count now: what is to be added
create index tally_change_kind_key_measure_ix on tally_change (kind, key, measure);

-- every row is soon deleted: vacuum by count, not by share of a table that is mostly empty
alter table tally_change set (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);

-- How many there were when they were counted last.
create table tally (
    kind       text        collate "C" not null,
    key        text        collate "C" not null,
    measure    text        collate "C" not null,
    count      bigint      not null,
    version    bigint      not null,
    count_time timestamptz not null,
    constraint tally_pk primary key (kind, key, measure)
);

-- retention: where count_time < ? and count = 0
create index tally_count_time_ix on tally (count_time) where count = 0;
