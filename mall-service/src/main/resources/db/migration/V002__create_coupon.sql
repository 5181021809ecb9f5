-- What makes orders cheaper.
create table coupon (
    code        text        collate "C" not null,
    -- either a percentage or an amount of a currency
    percent     integer,
    amount      bigint,
    currency    char(3)     collate "C",
    from_time   timestamptz not null,
    -- null: for good
    to_time     timestamptz,
    -- null: as often as it is sent
    total_limit integer,
    user_limit  integer,
    -- how many orders use it that are paid or can still be
    used        integer     not null default 0,
    create_time timestamptz not null,
    constraint coupon_pk primary key (code),
    constraint coupon_off_ck check (num_nonnulls(percent, amount) = 1 and num_nulls(amount, currency) in (0, 2)),
    constraint coupon_percent_ck check (percent between 1 and 100),
    constraint coupon_time_ck check (to_time > from_time),
    -- whatever the code does, none is used once more than it may be
    constraint coupon_used_ck check (used >= 0 and (total_limit is null or used <= total_limit))
);

-- all of them, latest first: where (create_time, code) < (?, ?)
create index coupon_create_time_code_ix on coupon (create_time desc, code desc);

-- How many of somebody's orders use one.
create table coupon_user (
    code    text    collate "C" not null,
    user_id text    collate "C" not null,
    used    integer not null,
    constraint coupon_user_pk primary key (code, user_id),
    constraint coupon_user_code_fk foreign key (code) references coupon (code),
    constraint coupon_user_used_ck check (used >= 0)
);
