-- One item, one result: what is taken up again in a later meeting is an item of its own there.
drop index voting_resolution_item;
create unique index voting_resolution_item on voting_resolution (item_id);
