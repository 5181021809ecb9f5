-- Whether the order expired or was cancelled: it is not to be paid any more.
alter table order_payment add column closed boolean not null default false;
