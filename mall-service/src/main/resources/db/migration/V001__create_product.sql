-- What can be bought.
create table product (
    id            text        collate "C" not null,
    kind          text        collate "C" not null,
    -- ISO 8601, P1M; null: it opens for good
    validity      text        collate "C",
    -- what it opens, plans/id or articles/id
    scopes        text[]      not null,
    refund_policy text        collate "C" not null,
    -- how many there are in all; null: as many as are asked for
    stock         integer,
    -- how many of them are held by orders that are paid or can still be
    sold          integer     not null default 0,
    on_sale       boolean     not null,
    version       bigint      not null,
    create_time   timestamptz not null,
    constraint product_pk primary key (id),
    -- whatever the code does, none is sold twice
    constraint product_sold_ck check (sold >= 0 and (stock is null or sold <= stock))
);

-- the catalogue, latest first: where on_sale and (create_time, id) < (?, ?)
create index product_create_time_id_ix on product (create_time desc, id desc) where on_sale;

create table product_text (
    product_id  text collate "C" not null,
    lang        text collate "C" not null,
    name        text not null,
    description text not null,
    constraint product_text_pk primary key (product_id, lang),
    constraint product_text_product_id_fk foreign key (product_id) references product (id)
);

create table product_price (
    product_id text    collate "C" not null,
    currency   char(3) collate "C" not null,
    -- in the smallest units of the currency
    amount     bigint  not null,
    constraint product_price_pk primary key (product_id, currency),
    constraint product_price_product_id_fk foreign key (product_id) references product (id),
    constraint product_price_amount_ck check (amount > 0)
);
