create table article (
    id           text collate "C" not null,
    version      bigint           not null,
    state        text             not null,
    title        text             not null,
    summary      text             not null,
    body_html    text             not null,
    preview_html text             not null,
    lang         text             not null,
    channel_ids  text[]           not null,
    author_ids   text[]           not null,
    bylines      text[]           not null,
    symbols      text[]           not null,
    tags         text[]           not null,
    cover_url    text             not null,
    source_name  text             not null,
    source_url   text             not null,
    premium      boolean          not null,
    publish_time timestamptz,
    update_time  timestamptz      not null,
    editor_id    text             not null,
    constraint article_pk primary key (id),
    constraint article_version_ck check (version >= 1),
    constraint article_state_ck check (state in ('DRAFT', 'SCHEDULED', 'PUBLISHED', 'RECALLED')),
    constraint article_publish_time_ck check (state = 'DRAFT' or publish_time is not null)
);

comment on column article.preview_html is 'What readers without an entitlement get of the body while the article is premium, cut when it was saved.';
comment on column article.publish_time is 'Never changes once the article is published: keyset paging rests on it.';
comment on column article.editor_id is 'Who saved it last, empty for an ingested version.';

-- the list without a filter: newest published first, and the due ones that the scheduler has not reached yet
create index article_publish_time_id_ix on article (publish_time, id) where state in ('SCHEDULED', 'PUBLISHED');

-- the scheduler: which are due?
create index article_publish_time_ix on article (publish_time) where state = 'SCHEDULED';

-- the editors' list, last changed first, of one state
create index article_state_update_time_id_ix on article (state, update_time, id);

-- the editors' list, last changed first, of any state
create index article_update_time_id_ix on article (update_time, id);

create table article_listing (
    term         text collate "C" not null,
    publish_time timestamptz      not null,
    article_id   text collate "C" not null,
    -- the list by channel, author, symbol or tag, newest first: one range of this key, read backwards
    constraint article_listing_pk primary key (term, publish_time, article_id),
    constraint article_listing_article_id_fk foreign key (article_id) references article (id)
);

comment on table article_listing is 'One row for each term that an article scheduled or published is found by: channel:<id> for its channels and all above them, author:<id>, symbol:<symbol>, tag:<tag>.';

-- a second filter of a list: has this article that term, too? And rewriting the terms of one article
create unique index article_listing_article_id_term_uq on article_listing (article_id, term);

create table article_revision (
    article_id  text collate "C" not null,
    number      bigint           not null,
    title       text             not null,
    summary     text             not null,
    body_html   text             not null,
    editor_id   text             not null,
    create_time timestamptz      not null,
    action      text             not null,
    note        text             not null,
    -- the revisions of one article, latest first
    constraint article_revision_pk primary key (article_id, number),
    constraint article_revision_article_id_fk foreign key (article_id) references article (id),
    constraint article_revision_action_ck check (action in ('CREATED', 'UPDATED', 'SCHEDULED', 'PUBLISHED', 'RECALLED'))
);

comment on column article_revision.number is 'The version of the article that this save made.';
