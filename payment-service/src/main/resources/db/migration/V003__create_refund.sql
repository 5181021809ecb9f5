create table refund (
    id             text        collate "C" not null,
    payment_id     text        collate "C" not null,
    -- which of the payment's captures goes back
    transaction_id text        collate "C" not null,
    amount         bigint      not null,
    currency       char(3)     collate "C" not null,
    state          text        collate "C" not null,
    reason         text        not null,
    -- a user's id, or "system"
    ordered_by     text        collate "C" not null,
    -- why the channel did not do it
    ending         text        not null default '',
    create_time    timestamptz not null,
    update_time    timestamptz not null,
    constraint refund_pk primary key (id),
    constraint refund_payment_id_transaction_id_fk
        foreign key (payment_id, transaction_id) references capture (payment_id, transaction_id),
    constraint refund_amount_ck check (amount > 0),
    constraint refund_state_ck check (state in ('PENDING', 'SUCCEEDED', 'FAILED'))
);

-- a payment's, the first first: where payment_id = ?
create index refund_payment_id_ix on refund (payment_id);

create function refuse_refund_change() returns trigger language plpgsql as '
begin
    raise exception ''refund: what is ordered stays, and an end is for good'';
end';

create trigger refund_end_for_good before update on refund
    for each row
    when (old.state <> 'PENDING'
          or (old.id, old.payment_id, old.transaction_id, old.amount, old.currency)
             is distinct from
             (new.id, new.payment_id, new.transaction_id, new.amount, new.currency))
    execute function refuse_refund_change();
