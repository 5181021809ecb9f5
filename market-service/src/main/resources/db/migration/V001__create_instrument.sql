-- What is traded.
create table instrument (
    symbol        text    collate "C" not null,
    name          text    not null,
    -- empty where there is none
    name_zh       text    not null,
    -- the Chinese name as syllables
    pinyin        text    not null,
    exchange      text    not null,
    kind          text    not null,
    currency_code char(3) not null,
    decimals      integer not null,
    version       bigint  not null,
    constraint instrument_pk primary key (symbol),
    constraint instrument_decimals_ck check (decimals between 0 and 10),
    constraint instrument_kind_ck check (kind in ('SHARE', 'INDEX', 'CURRENCY', 'COMMODITY', 'BOND', 'CRYPTO'))
);
