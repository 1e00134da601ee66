-- A round that is held secretly with the members' devices.
alter table election_round drop constraint election_round_way_check;
alter table election_round add constraint election_round_way check (way in ('PAPER', 'HANDS', 'DEVICE'));
alter table election_round drop constraint election_round_asked;
alter table election_round add constraint election_round_asked check (asked_at is not null or (way <> 'HANDS' and not objected));
alter table election_round drop constraint election_round_hands;
alter table election_round add constraint election_round_hands check (way <> 'HANDS' or state <> 'COUNTING');

-- What tellers decrypted together nobody counted alone.
alter table election_count drop constraint election_count_pkey;
alter table election_count alter column teller drop not null;
alter table election_count add constraint election_count_once unique nulls not distinct (round_id, attempt, teller);
