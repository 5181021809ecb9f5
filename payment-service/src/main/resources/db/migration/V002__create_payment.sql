-- Orders that were tried to be paid: whoever locks one has all of its payments, captures and refunds.
create table order_payment (
    order_id text   collate "C" not null,
    -- of what the others are told about its payments; rises with each event
    version  bigint not null default 0,
    constraint order_payment_pk primary key (order_id)
);

create table payment (
    id            text        collate "C" not null,
    order_id      text        collate "C" not null,
    user_id       text        collate "C" not null,
    channel       text        collate "C" not null,
    -- in minor units of the currency
    amount        bigint      not null,
    currency      char(3)     collate "C" not null,
    -- what the payer reads
    title         text        not null,
    -- until when the order can be paid
    expire_time   timestamptz not null,
    state         text        collate "C" not null,
    -- what the payer has to do; null: nothing, or not known yet
    action_type   text        collate "C",
    action_url    text,
    -- names and values in turn
    action_params text[],
    -- why it failed or was cancelled
    ending        text        not null default '',
    create_time   timestamptz not null,
    update_time   timestamptz not null,
    constraint payment_pk primary key (id),
    constraint payment_order_id_fk foreign key (order_id) references order_payment (order_id),
    constraint payment_amount_ck check (amount > 0),
    constraint payment_action_ck check (num_nulls(action_type, action_url, action_params) in (0, 3)),
    constraint payment_state_ck
        check (state in ('CREATED', 'REQUIRES_ACTION', 'PROCESSING', 'SUCCEEDED', 'FAILED', 'CANCELLED'))
);

-- an order's: where order_id = ?
create index payment_order_id_ix on payment (order_id);

-- at most one success for an order: where order_id = ? and state = 'SUCCEEDED'
create unique index payment_order_id_succeeded_uq on payment (order_id) where state = 'SUCCEEDED';

create function refuse_payment_change() returns trigger language plpgsql as '
begin
    raise exception ''payment: what is asked for stays, and an end is for good'';
end';

create trigger payment_end_for_good before update on payment
    for each row
    when (old.state in ('SUCCEEDED', 'FAILED', 'CANCELLED')
          or (old.id, old.order_id, old.user_id, old.channel, old.amount, old.currency)
             is distinct from
             (new.id, new.order_id, new.user_id, new.channel, new.amount, new.currency))
    execute function refuse_payment_change();

-- Money that a channel took. What pays no order goes back.
create table capture (
    payment_id     text        collate "C" not null,
    -- by what the channel knows it
    transaction_id text        collate "C" not null,
    channel        text        collate "C" not null,
    amount         bigint      not null,
    currency       char(3)     collate "C" not null,
    pay_time       timestamptz not null,
    -- whether it pays the order
    counted        boolean     not null,
    -- whether other money had paid the channel's charge already
    surplus        boolean     not null,
    -- what of it goes back or is back
    refunded       bigint      not null default 0,
    constraint capture_pk primary key (payment_id, transaction_id),
    constraint capture_payment_id_fk foreign key (payment_id) references payment (id),
    constraint capture_amount_ck check (amount > 0),
    constraint capture_refunded_ck check (refunded between 0 and amount)
);

-- one that counts a payment: where payment_id = ? and counted
create unique index capture_payment_id_counted_uq on capture (payment_id) where counted;
