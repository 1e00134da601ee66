-- The order in which a running meeting takes up items; their numbers stay.
alter table meeting_agenda_item add column turn integer check (turn >= 0);
