-- Of whose rights entitlement-service has told.
create table right_holder (
    user_id text   collate "C" not null,
    -- rises with each change of the user's rights; stays when there are none any more
    version bigint not null,
    constraint right_holder_pk primary key (user_id)
);

-- When something is open to a user: all there is to say of it in a token.
create table user_right (
    user_id    text        collate "C" not null,
    -- all that is paid for, or something of it
    everything boolean     not null,
    -- null: it is open already
    from_time  timestamptz,
    -- null: it stays open
    until_time timestamptz,
    constraint user_right_user_id_fk foreign key (user_id) references right_holder (user_id)
);

-- for a token: where user_id = ?
create index user_right_user_id_ix on user_right (user_id);
