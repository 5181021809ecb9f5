-- its items are corrected and withdrawn as long as an article is there, so no row is ever too old
drop index feed_item_update_time_ix;
