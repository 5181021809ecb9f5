-- Of what users get e-mails besides.
alter table settings
    add column email_topics text[] not null default '{}',
    -- by what whoever has such an e-mail ends them, without logging in; null: there never was one
    add column email_token  text collate "C";

-- ending e-mails: where email_token = ?
create unique index settings_email_token_uq on settings (email_token);
