-- Whether the public is excluded from an item is decided without the public (R11).
alter table meeting_meeting
    add column doors_closed boolean not null default false,
    add check (not doors_closed or current_item_id is not null);
