-- Which day of each channel's statements is next.
create table reconciled_channel (
    channel  text collate "C" not null,
    -- by the channel's own clock
    next_day date not null,
    constraint reconciled_channel_pk primary key (channel)
);

-- Captures, by their transaction, and refunds that a statement has shown.
create table shown_booking (
    channel text collate "C" not null,
    key     text collate "C" not null,
    constraint shown_booking_pk primary key (channel, key)
);

-- what came over a channel within a day: where channel = ? and pay_time >= ? and pay_time < ?
create index capture_channel_pay_time_ix on capture (channel, pay_time);

-- what a channel's statement names: where channel = ? and transaction_id in (?)
create index capture_channel_transaction_id_ix on capture (channel, transaction_id);

-- what went back within a day: where state = 'SUCCEEDED' and update_time >= ? and update_time < ?
create index refund_update_time_ix on refund (update_time) where state = 'SUCCEEDED';
