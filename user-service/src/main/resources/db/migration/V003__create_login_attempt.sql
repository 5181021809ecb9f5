-- Failed log-ins, counted per account and address ("device"), per account, and per address. The bucket is a hash: neither
-- addresses nor e-mails are kept, and an account that does not exist is counted like one that does.
create table login_attempt (
    bucket      text        collate "C" not null,
    failures    integer     not null,
    last_time   timestamptz not null,
    -- of a device: until when it counts as one that the account's owner uses
    known_until timestamptz,
    forget_time timestamptz not null,
    constraint login_attempt_pk primary key (bucket),
    constraint login_attempt_failures_ck check (failures >= 0)
);

-- removing what is long over
create index login_attempt_forget_time_ix on login_attempt (forget_time);
