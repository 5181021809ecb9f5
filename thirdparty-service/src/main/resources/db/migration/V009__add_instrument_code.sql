-- what a text may name an instrument by when no other has it: its symbol without the exchange
alter table priced_instrument
    add column code text collate "C" not null generated always as (split_part(symbol, '.', 1)) stored;

-- which instrument a text names by its code alone: where code = any (?)
create index priced_instrument_code_ix on priced_instrument (code);
