-- An open session. A session that ends is a row less, so an ended one looks like one that never was.
create table session (
    id             text        collate "C" not null,
    user_id        text        collate "C" not null,
    device         text        not null,
    -- SHA-256 of the half of the refresh token that stays the same for the whole session
    family_hash    bytea       not null,
    -- SHA-256 of the half that each refresh replaces: a known family with another half is a spent token
    secret_hash    bytea       not null,
    create_time    timestamptz not null,
    last_used_time timestamptz not null,
    expire_time    timestamptz not null,
    constraint session_pk primary key (id),
    constraint session_user_id_fk foreign key (user_id) references account (id)
);

-- refreshing: which session is this token of?
create unique index session_family_hash_uq on session (family_hash);

-- the list of the owner's sessions, last used first, by keyset; ending all sessions of an account
create index session_user_id_last_used_time_id_ix on session (user_id, last_used_time desc, id desc);

-- removing the expired ones
create index session_expire_time_ix on session (expire_time);
