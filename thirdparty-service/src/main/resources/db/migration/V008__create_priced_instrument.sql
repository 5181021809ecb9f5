-- The instruments whose prices are wanted, as market-service tells.
create table priced_instrument (
    symbol   text    collate "C" not null,
    exchange text    collate "C" not null,
    kind     text    not null,
    decimals integer not null,
    version  bigint  not null,
    constraint priced_instrument_pk primary key (symbol)
);

-- a vendor's instruments: where exchange = ?
create index priced_instrument_exchange_ix on priced_instrument (exchange);
