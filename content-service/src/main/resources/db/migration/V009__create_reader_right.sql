-- Of whose rights entitlement-service has told.
create table right_holder (
    user_id text   collate "C" not null,
    -- rises with each change of the user's rights; stays when there are none any more
    version bigint not null,
    constraint right_holder_pk primary key (user_id)
);

-- What is open to readers.
create table reader_right (
    user_id    text        collate "C" not null,
    -- everything, channels/id or articles/id
    opens      text        collate "C" not null,
    -- null: it is open already
    from_time  timestamptz,
    -- null: it stays open
    until_time timestamptz,
    constraint reader_right_user_id_fk foreign key (user_id) references right_holder (user_id)
);

-- what is open to a reader of an article: where user_id = ? and (opens = 'everything' or opens = ? or opens like 'channels/%')
create index reader_right_user_id_opens_ix on reader_right (user_id, opens);
