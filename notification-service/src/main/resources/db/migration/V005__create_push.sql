-- Pushes: at most one for each story and device, for the row is there before it is sent, and stays.
create table push (
    story_id    text        collate "C" not null,
    device      text        collate "C" not null,
    -- those that are sent together
    chunk       text        collate "C" not null,
    -- what became of it, null while it waits
    outcome     text,
    create_time timestamptz not null,
    constraint push_pk primary key (story_id, device),
    constraint push_outcome_ck check (outcome in ('ACCEPTED', 'DEAD', 'REFUSED', 'EXPIRED'))
);

-- sending: where chunk = ? and outcome is null
create index push_chunk_ix on push (chunk) where outcome is null;

-- retention: where create_time < ?
create index push_create_time_ix on push (create_time);

-- How many stories were pushed to a user on a day, which is told by the moment at which it began where the user is.
create table push_day (
    user_id   text        collate "C" not null,
    day_start timestamptz not null,
    pushes    integer     not null,
    constraint push_day_pk primary key (user_id, day_start)
);

-- retention: where day_start < ?
create index push_day_day_start_ix on push_day (day_start);
