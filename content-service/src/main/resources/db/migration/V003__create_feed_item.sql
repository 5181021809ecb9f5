create table feed_item (
    id         text collate "C" not null,
    version    bigint           not null,
    article_id text collate "C" not null,
    constraint feed_item_pk primary key (id),
    constraint feed_item_article_id_uq unique (article_id)
);

comment on table feed_item is 'The latest version of each feed item that was handled. No foreign key: an item withdrawn before it was ever seen has a row, but no article.';
