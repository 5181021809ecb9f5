-- the first of a lane: where kind = ? and lane = ? and due_time <= ? order by due_time, key
create index task_kind_lane_due_time_key_ix on task (kind, lane, due_time, key) where park_time is null;
