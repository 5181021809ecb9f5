-- Who follows what.
create table follow (
    -- as user/type/id
    follow_id text collate "C" not null,
    user_id   text collate "C" not null,
    -- authors, symbols, channels, topics
    type      text             not null,
    id        text collate "C" not null,
    constraint follow_pk primary key (follow_id)
);

-- what somebody follows: where user_id = ?
create index follow_user_id_ix on follow (user_id);

-- The feed as it stood at moments, for readers who are in the middle of one.
create table feed_edition (
    number      bigint             generated always as identity,
    -- numbers of items, the hottest first
    items       bigint[]           not null,
    -- how hot each was
    scores      double precision[] not null,
    create_time timestamptz        not null,
    constraint feed_edition_pk primary key (number)
);

-- what is old: where create_time < ?
create index feed_edition_create_time_ix on feed_edition (create_time);
