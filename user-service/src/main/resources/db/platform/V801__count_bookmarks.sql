-- Bookmarks that were there before tallies were: counted anew, and every count's version above those that were told. The service's own
-- tables may not be there yet, then there is nothing to count.
do '
begin
    if to_regclass(''public.mark'') is not null then
        perform setval(''platform.tally_version'', nextval(''public.mark_version''));
        insert into platform.tally_change (kind, key, measure, delta)
        select ''bookmark'', target, ''bookmarks'', count(*) from public.mark where list = ''BOOKMARKS'' group by target;
    end if;
end';
