-- Plans are told to who says what opens an article. Replicas of the version before write rows without them: those are told by the next
-- one that starts.
alter table plan
    -- of what was told of it; rises with each change
    add column version bigint not null default 0,
    -- whether the others know that it can be granted, and what it opens
    add column told boolean not null default false;
