-- Rises when the owner changes the password, not when the same one is hashed anew: a log-in that was checked against the
-- password before opens no session.
alter table account add column password_version bigint not null default 1;
