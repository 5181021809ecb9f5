-- The last refresh of a session, for the seconds in which the other tab of the same browser may still come with the spent
-- token: it gets the same new pair.
create table refresh_grace (
    session_id  text        collate "C" not null,
    -- SHA-256 of the spent token's secret half
    secret_hash bytea       not null,
    -- the new pair, AES-256-GCM: the key comes from the spent token, which is kept nowhere; user agent and network of who
    -- refreshed are authenticated with it. So it opens for the spent token from the same device, and for nothing else
    sealed_pair bytea       not null,
    create_time timestamptz not null,
    expire_time timestamptz not null,
    constraint refresh_grace_pk primary key (session_id),
    constraint refresh_grace_session_id_fk foreign key (session_id) references session (id) on delete cascade
);

-- removing what is over
create index refresh_grace_expire_time_ix on refresh_grace (expire_time);
