-- What instruments cost over time. Months are made, and dropped, by the service.
create table candle (
    interval_word text        collate "C" not null,
    symbol        text        collate "C" not null,
    begin_time    timestamptz not null,
    open          numeric     not null,
    high          numeric     not null,
    low           numeric     not null,
    close         numeric     not null,
    volume        bigint      not null,
    -- when the opening and the closing price were made
    first_tick    timestamptz not null,
    last_tick     timestamptz not null,
    -- lists: where interval_word = ? and symbol = ? and begin_time between … order by begin_time
    constraint candle_pk primary key (interval_word, symbol, begin_time)
) partition by list (interval_word);

create table candle_1m partition of candle for values in ('1m') partition by range (begin_time);

create table candle_5m partition of candle for values in ('5m') partition by range (begin_time);

create table candle_1h partition of candle for values in ('1h') partition by range (begin_time);

-- one row a session: for good
create table candle_1d partition of candle for values in ('1d');

-- When one share became several.
create table split (
    symbol      text        collate "C" not null,
    split_time  timestamptz not null,
    numerator   integer     not null,
    denominator integer     not null,
    constraint split_pk primary key (symbol, split_time),
    constraint split_ratio_ck check (numerator > 0 and denominator > 0)
);
