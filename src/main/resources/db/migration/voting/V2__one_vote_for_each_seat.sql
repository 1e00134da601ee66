-- A seat has one vote: the member's or, in their absence, that of who stands in for them.
alter table voting_entitled add column seat uuid;
update voting_entitled set seat = person_id;
alter table voting_entitled alter column seat set not null;
alter table voting_entitled add constraint voting_entitled_seat unique (poll_id, seat);
