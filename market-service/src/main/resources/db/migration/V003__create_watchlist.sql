-- What users watch.
create table watchlist (
    user_id     text        collate "C" not null,
    -- the user's choice
    id          text        collate "C" not null,
    -- in the user's order
    symbols     text[]      not null,
    version     bigint      not null,
    update_time timestamptz not null,
    constraint watchlist_pk primary key (user_id, id)
);
