-- By what articles are found that belong together.
create table item_term (
    -- s:instrument, t:tag, w:word
    term         text        collate "C" not null,
    article_id   text        collate "C" not null,
    -- of the article
    publish_time timestamptz not null,
    weight       integer     not null,
    constraint item_term_pk primary key (article_id, term)
);

-- the latest that have a term: where term = ? order by publish_time desc
create index item_term_term_publish_time_ix on item_term (term, publish_time desc);

-- what is old: where publish_time < ?
create index item_term_publish_time_ix on item_term (publish_time);

-- What belongs to an article.
create table related (
    article_id text        collate "C" not null,
    -- articles, the most related first
    ids        text[]      collate "C" not null,
    find_time  timestamptz not null,
    constraint related_pk primary key (article_id)
);

-- what is old: where find_time < ?
create index related_find_time_ix on related (find_time);
