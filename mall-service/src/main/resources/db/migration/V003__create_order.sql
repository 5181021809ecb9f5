-- Orders: how each stands. What it says of prices is what they were when it was placed, in the smallest units of its currency.
create table placed_order (
    id          text        collate "C" not null,
    user_id     text        collate "C" not null,
    state       text        collate "C" not null,
    currency    char(3)     collate "C" not null,
    subtotal    bigint      not null,
    discount    bigint      not null,
    refunded    bigint      not null default 0,
    -- null: none
    coupon_code text        collate "C",
    -- the payment that paid it; null: none did
    payment_id  text        collate "C",
    create_time timestamptz not null,
    expire_time timestamptz not null,
    version     bigint      not null,
    constraint placed_order_pk primary key (id),
    constraint placed_order_coupon_code_fk foreign key (coupon_code) references coupon (code),
    constraint placed_order_discount_ck check (discount between 0 and subtotal),
    constraint placed_order_refunded_ck check (refunded between 0 and subtotal - discount)
);

-- somebody's, latest first: where user_id = ? and (create_time, id) < (?, ?)
create index placed_order_user_id_create_time_id_ix on placed_order (user_id, create_time desc, id desc);

-- how many of somebody's wait for their money: where user_id = ? and state = 'AWAITING_PAYMENT'
create index placed_order_awaiting_ix on placed_order (user_id) where state = 'AWAITING_PAYMENT';

create table order_item (
    id            text    collate "C" not null,
    order_id      text    collate "C" not null,
    position      integer not null,
    product_id    text    collate "C" not null,
    kind          text    collate "C" not null,
    name          text    not null,
    quantity      integer not null,
    unit_price    bigint  not null,
    -- of all of them together; null: for good
    validity      text    collate "C",
    scopes        text[]  not null,
    refund_policy text    collate "C" not null,
    -- whether they are counted as sold
    held          boolean not null,
    constraint order_item_pk primary key (id),
    constraint order_item_order_id_position_uq unique (order_id, position),
    constraint order_item_order_id_fk foreign key (order_id) references placed_order (id)
);

-- What happened to orders. Rows are only added.
create table order_moment (
    order_id text        collate "C" not null,
    -- of the order after it
    version  bigint      not null,
    step     text        collate "C" not null,
    state    text        collate "C" not null,
    time     timestamptz not null,
    constraint order_moment_pk primary key (order_id, version),
    constraint order_moment_order_id_fk foreign key (order_id) references placed_order (id)
);
