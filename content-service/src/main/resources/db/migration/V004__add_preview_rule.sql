alter table article add column preview_rule text not null default '';

comment on column article.preview_rule is 'How preview_html was cut; a preview that was cut by another rule than the present one is never shown but cut again.';
