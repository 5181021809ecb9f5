-- platform.tally counts bookmarks: V801 of db/platform
drop table bookmark_change;
drop table bookmark_count;
