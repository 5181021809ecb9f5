-- Messages that were sent, or were about to be: a row is written before the message leaves, so that none leaves twice.
create table delivery (
    id        text        collate "C" not null,
    take_time timestamptz not null,
    constraint delivery_pk primary key (id)
);

-- retention: where take_time < ?
create index delivery_take_time_ix on delivery (take_time);
