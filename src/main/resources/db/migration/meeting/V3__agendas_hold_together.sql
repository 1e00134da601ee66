-- What stands below an item belongs to the same meeting and to the same part of its agenda: a public item below a
-- non-public one would tell of it. Checked at the end of the transaction, since a part of the agenda moves row by row.
alter table meeting_agenda_item
    add constraint meeting_agenda_item_part unique (id, meeting_id, is_public),
    add constraint meeting_agenda_item_above
        foreign key (parent_id, meeting_id, is_public) references meeting_agenda_item (id, meeting_id, is_public)
        deferrable initially deferred,
    drop constraint meeting_agenda_item_parent_id_fkey,
    add constraint meeting_agenda_item_of_meeting unique (id, meeting_id);

-- The item before a meeting is one of its own.
alter table meeting_meeting
    add constraint meeting_meeting_current_item
        foreign key (current_item_id, id) references meeting_agenda_item (id, meeting_id)
        deferrable initially deferred,
    drop constraint meeting_meeting_current_item_id_fkey;
