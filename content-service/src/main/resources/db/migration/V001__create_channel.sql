create table channel (
    id        text collate "C" not null,
    name      text             not null,
    parent_id text collate "C",
    position  integer          not null,
    constraint channel_pk primary key (id),
    constraint channel_parent_id_fk foreign key (parent_id) references channel (id),
    constraint channel_id_ck check (id ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    constraint channel_position_uq unique (position)
);

comment on table channel is 'The tree of channels. An article is listed under its channels and all above them as they stood when it was saved: whoever moves a channel rewrites article_listing in the same migration.';
comment on column channel.position is 'Display order; a parent stands before its children.';

insert into channel (id, name, parent_id, position)
values ('global', 'Global', null, 10),
       ('a-stock', 'A股', null, 20),
       ('us-stock', 'US Stocks', null, 30),
       ('forex', 'Forex', null, 40),
       ('commodity', 'Commodities', null, 50),
       ('gold', '黄金', 'commodity', 55),
       ('bond', 'Bonds', null, 60),
       ('tech', 'Technology', null, 70);
