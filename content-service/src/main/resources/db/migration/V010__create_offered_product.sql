-- What mall-service told of its products.
create table offered_product (
    id      text   collate "C" not null,
    -- rises with each change of the product; stays when it is off sale
    version bigint not null,
    -- null: it is off sale
    kind    text   collate "C",
    -- in billionths of the platform's own currency, to be ordered by; null: it is not sold in that
    cost    bigint,
    constraint offered_product_pk primary key (id),
    constraint offered_product_kind_ck check (kind in ('ARTICLE', 'COURSE', 'MEMBERSHIP'))
);

-- What those that are on sale open.
create table offered_scope (
    product_id text collate "C" not null,
    -- plans/id or articles/id
    scope      text collate "C" not null,
    constraint offered_scope_pk primary key (product_id, scope),
    constraint offered_scope_product_id_fk foreign key (product_id) references offered_product (id)
);

-- which products open something: where scope = ?
create index offered_scope_scope_ix on offered_scope (scope);

-- What entitlement-service told of its plans: a handful.
create table plan (
    id      text   collate "C" not null,
    -- rises with each change of the plan; stays when it is no more
    version bigint not null,
    -- everything, channels/id or articles/id; empty: it cannot be granted
    opens   text[] collate "C" not null,
    constraint plan_pk primary key (id)
);
