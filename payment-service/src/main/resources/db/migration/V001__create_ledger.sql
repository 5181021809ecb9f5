-- Each movement of money, once and for good: from one account to another of the same currency, so that all accounts of a currency
-- together are nothing, whatever happens. The role that the service runs with does not own it (docs/money.md).
create table ledger_transfer (
    -- rises; the order of checkpoints
    number      bigint      not null generated always as identity,
    -- what it is booked for
    cause       text        collate "C" not null,
    debit       text        collate "C" not null,
    credit      text        collate "C" not null,
    -- in minor units of the currency
    amount      bigint      not null,
    currency    char(3)     collate "C" not null,
    payment_id  text        collate "C" not null,
    create_time timestamptz not null,
    constraint ledger_transfer_pk primary key (number),
    constraint ledger_transfer_cause_uq unique (cause),
    constraint ledger_transfer_amount_ck check (amount > 0),
    constraint ledger_transfer_currency_ck check (currency ~ '^[A-Z]{3}$'),
    constraint ledger_transfer_account_ck check (debit <> credit
        and debit ~ '^(users|revenue|refunds|fees|clearing/[a-z0-9-]+)$'
        and credit ~ '^(users|revenue|refunds|fees|clearing/[a-z0-9-]+)$')
);

-- what a payment moved: where payment_id = ?
create index ledger_transfer_payment_id_ix on ledger_transfer (payment_id);

create function refuse_ledger_change() returns trigger language plpgsql as '
begin
    raise exception ''ledger_transfer: what was booked stays'';
end';

create trigger ledger_transfer_never_changed before update or delete on ledger_transfer
    for each row execute function refuse_ledger_change();
create trigger ledger_transfer_never_emptied before truncate on ledger_transfer
    for each statement execute function refuse_ledger_change();

-- All that was booked to and from an account up to a transfer; the same one for all accounts.
create table ledger_checkpoint (
    account  text    collate "C" not null,
    currency char(3) collate "C" not null,
    debits   bigint  not null,
    credits  bigint  not null,
    number   bigint  not null,
    constraint ledger_checkpoint_pk primary key (account, currency)
);
