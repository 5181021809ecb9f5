-- Money asked for through payment channels. What was asked for never changes; rows stay for good, what channels say is held
-- against them.
create table charge (
    payment_id        text        collate "C" not null,
    order_id          text        collate "C" not null,
    channel           text        not null,
    reference         text        collate "C" not null,
    amount_minor      bigint      not null,
    currency          char(3)     not null,
    description       text        not null,
    expire_time       timestamptz not null,
    create_time       timestamptz not null,
    state             text        not null,
    channel_charge_id text        not null default '',
    action            jsonb,
    transaction_id    text        not null default '',
    surplus           text[]      not null default '{}',
    failure           text        not null default '',
    pay_time          timestamptz,
    version           bigint      not null default 0,
    constraint charge_pk primary key (payment_id),
    -- callbacks name the reference: where channel = ? and reference = ?
    constraint charge_channel_reference_uq unique (channel, reference),
    constraint charge_amount_ck check (amount_minor > 0),
    constraint charge_state_ck check (state in ('PENDING', 'PROCESSING', 'PAID', 'FAILED', 'CLOSED'))
);

-- Money that goes back. Refunds that nobody here asked for have no refund_id.
create table refund (
    channel           text        not null,
    reference         text        collate "C" not null,
    refund_id         text        collate "C",
    payment_id        text        collate "C" not null,
    transaction_id    text        not null,
    amount_minor      bigint      not null,
    currency          char(3)     not null,
    create_time       timestamptz not null,
    state             text        not null,
    channel_refund_id text        not null default '',
    failure           text        not null default '',
    constraint refund_pk primary key (channel, reference),
    -- asked for again: where refund_id = ?
    constraint refund_refund_id_uq unique (refund_id),
    constraint refund_payment_id_fk foreign key (payment_id) references charge (payment_id),
    constraint refund_amount_ck check (amount_minor > 0),
    constraint refund_state_ck check (state in ('PENDING', 'SUCCEEDED', 'FAILED'))
);

-- how much of a charge went back: where payment_id = ?
create index refund_payment_id_ix on refund (payment_id);

-- What channels told, verified, as it came. Each is taken once.
create table channel_event (
    channel      text        not null,
    event_id     text        collate "C" not null,
    reference    text        collate "C" not null,
    content_type text        not null,
    body         bytea       not null,
    receive_time timestamptz not null,
    outcome      text        not null,
    constraint channel_event_pk primary key (channel, event_id),
    constraint channel_event_outcome_ck check (outcome in ('CHANGED', 'NOTHING', 'KEPT', 'MISMATCH'))
);

-- what came before its charge: where channel = ? and reference = ? and outcome = 'KEPT'
create index channel_event_kept_ix on channel_event (channel, reference) where outcome = 'KEPT';

-- retention: where receive_time < ?
create index channel_event_receive_time_ix on channel_event (receive_time);
