create table article_view (
    article_id text not null,
    views bigint not null,
    constraint article_view_pk primary key (article_id)
);
