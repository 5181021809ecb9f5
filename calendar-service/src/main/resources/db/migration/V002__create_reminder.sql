-- Who is reminded of what.
create table reminder (
    user_id      text    collate "C" not null,
    release_id   text    collate "C" not null,
    lead_minutes integer not null,
    -- of which of the release's moves the user was told; -1: of none
    told_move    integer not null default -1,
    constraint reminder_pk primary key (user_id, release_id),
    constraint reminder_release_id_fk foreign key (release_id) references release (id)
);

-- a reminder is due: where release_id = ? and lead_minutes = ? and told_move < ?
create index reminder_release_id_lead_minutes_user_id_ix on reminder (release_id, lead_minutes, user_id);

-- The addresses of users' own calendars.
create table calendar_feed (
    user_id     text        collate "C" not null,
    -- SHA-256 of what is secret of the address, in hexadecimal
    digest      text        collate "C" not null,
    create_time timestamptz not null,
    constraint calendar_feed_pk primary key (user_id),
    constraint calendar_feed_digest_uq unique (digest)
);
