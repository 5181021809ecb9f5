-- Of whose rights entitlement-service has told.
create table right_holder (
    user_id text   collate "C" not null,
    -- rises with each change of the user's rights; stays when there are none any more
    version bigint not null,
    constraint right_holder_pk primary key (user_id)
);

-- What is open to users for good, so that nobody buys it once more. What ends is not here.
create table lasting_right (
    user_id   text        collate "C" not null,
    -- plans/id, articles/id, or everything
    scope     text        collate "C" not null,
    from_time timestamptz not null,
    constraint lasting_right_pk primary key (user_id, scope),
    constraint lasting_right_user_id_fk foreign key (user_id) references right_holder (user_id)
);
