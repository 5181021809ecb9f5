create table account (
    id            text        collate "C" not null,
    email         text,
    -- the address as it is compared: NFC, lower case (computed by the service, so that it does not depend on the database's locale)
    email_key     text        collate "C",
    password_hash text,
    display_name  text        not null,
    avatar_url    text        not null default '',
    roles         text[]      not null,
    version       bigint      not null default 1,
    create_time   timestamptz not null,
    -- set: the account is deleted, what identified a person is gone, the row keeps the id from being anybody else's
    delete_time   timestamptz,
    constraint account_pk primary key (id),
    constraint account_roles_ck check (roles <@ array['reader', 'editor', 'moderator', 'admin']),
    constraint account_delete_time_ck check (
        (delete_time is null) = (email is not null and email_key is not null and password_hash is not null))
);

-- log-in and registration: one account an address
create unique index account_email_key_uq on account (email_key);

-- "is another administrator left?" when roles change or an account is deleted
create index account_roles_ix on account (id) where 'admin' = any (roles) and delete_time is null;
