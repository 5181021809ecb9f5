-- whether its owner has logged in by a code that was sent to the address
alter table account add column email_verified boolean not null default false;
