-- Who follows what, as user-service tells it.
create table follow (
    follow_id text        collate "C" not null,
    user_id   text        collate "C" not null,
    -- what is followed, as type/id
    target    text        collate "C" not null,
    version   bigint      not null,
    -- kept for a while, so that a late event does not bring it back
    end_time  timestamptz,
    constraint follow_pk primary key (follow_id)
);

-- who follows a target, in order
create index follow_target_user_id_ix on follow (target, user_id) where end_time is null;

-- retention: where end_time < ?
create index follow_end_time_ix on follow (end_time) where end_time is not null;
