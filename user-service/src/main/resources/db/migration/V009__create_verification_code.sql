-- The codes that were asked for. None is kept: each is made of its id by a key of the service, whenever it is needed.
create table verification_code (
    -- an address as it is compared, or a number
    contact     text        collate "C" not null,
    id          text        collate "C" not null,
    kind        text        not null,
    -- where it goes
    address     text        not null,
    -- whether it goes there even where no account has the address
    anybody     boolean     not null,
    -- how often somebody came with a code
    tries       integer     not null default 0,
    expire_time timestamptz not null,
    constraint verification_code_pk primary key (contact),
    constraint verification_code_kind_ck check (kind in ('EMAIL', 'PHONE'))
);

-- the one that is to be sent: where id = ?
create unique index verification_code_id_uq on verification_code (id);

-- removing what is good no more
create index verification_code_expire_time_ix on verification_code (expire_time);

-- shown to be the owner's by a code
alter table account add column phone text collate "C";

-- logging in by a number: one account each
create unique index account_phone_uq on account (phone);
